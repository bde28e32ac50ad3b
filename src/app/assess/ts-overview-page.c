/* ts-overview-page.c — where an assessment stands, on one page
 *
 * Everything is derived from the assessment's state each time that changes. The widgets stay: what has the focus keeps it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-overview-page.h"

#include "app/assess/ts-errand.h"
#include "app/assess/ts-level-row.h"
#include "app/assess/ts-overview-text.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-columns.h"
#include "app/widgets/ts-segment-bar.h"
#include "app/widgets/ts-wrap-layout.h"
#include "model/ts-radar-source.h"
#include "model/ts-session-carry.h"

#include <glib/gi18n-lib.h>

#define N_STEPS   (TS_NEXT_STEP_AIM + 1)
#define N_WEAKEST 3

/* In the order of the bar, from what is done to what is not. */
typedef enum
{
  SHARE_READY,
  SHARE_RATED,
  SHARE_CARRIED,
  SHARE_UNRATED,
} Share;

#define N_SHARES (SHARE_UNRATED + 1)

static const char *const share_classes[N_SHARES] = { "ready", "rated", "carried", "unrated" };

struct _TsOverviewPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  TsFramework *framework; /* that the level rows are of */

  GtkWidget *scrolled_window;
  GtkLabel *organisation_label;
  GtkLabel *subtitle_label;
  GtkWidget *carry_card;
  GtkLabel *carry_label;
  GtkButton *carry_button;
  GtkLabel *carry_button_label;
  GtkWidget *start_card;
  GtkButton *start_button;
  GtkWidget *progress_card;
  GtkLabel *progress_label;
  TsSegmentBar *progress_bar;
  GtkBox *legend;
  GtkLabel *legend_labels[N_SHARES];
  GtkLabel *groups_label;
  TsColumns *columns;
  TsChartView *radar_view;
  GtkWidget *advice_box;
  AdwPreferencesGroup *steps_group;
  AdwActionRow *step_rows[N_STEPS];
  AdwActionRow *done_row;
  AdwPreferencesGroup *weakest_group;
  AdwActionRow *weakest_rows[N_WEAKEST];
  AdwPreferencesGroup *levels_group;
  GPtrArray *level_rows; /* TsLevelRow, borrowed from the group */
};

G_DEFINE_FINAL_TYPE (TsOverviewPage, ts_overview_page, ADW_TYPE_BIN)

enum
{
  PROP_MODEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* --- Parts of the page -------------------------------------------------------------------------------------------- */

static void
add_share (TsOverviewPage *self,
           Share           share)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = g_object_new (GTK_TYPE_BOX,
                                    "css-name", "segment",
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  ts_segment_bar_add (self->progress_bar, share_classes[share]);
  gtk_widget_add_css_class (sample, share_classes[share]);
  self->legend_labels[share] = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->legend_labels[share], 0);
  gtk_label_set_wrap (self->legend_labels[share], TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->legend_labels[share]), "numeric");
  gtk_widget_set_margin_end (entry, 12);

  gtk_box_append (GTK_BOX (entry), sample);
  gtk_box_append (GTK_BOX (entry), GTK_WIDGET (self->legend_labels[share]));
  gtk_box_append (self->legend, entry);
}

static AdwActionRow *
add_door (AdwPreferencesGroup *group)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", TRUE, "use-markup", FALSE, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

/* What stands in the place of the steps when there are none. */
static AdwActionRow *
add_done (AdwPreferencesGroup *group)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing is left to do"));
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

static void
lead_to (gpointer    actionable,
         const char *place)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (actionable), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (actionable), "win.show-place");
}

/* --- What the page says ------------------------------------------------------------------------------------------- */

static void
update_heading (TsOverviewPage *self)
{
  const char *name = ts_assessment_model_get_organisation_name (self->model);
  g_autofree char *subtitle = NULL;

  /* Translators: the framework, the year and the stage: "World class commissioning, year 2 · 2009/10 · Draft" */
  subtitle = g_strdup_printf (C_("assessment", "%s · %s · %s"),
                              ts_assessment_model_get_framework_title (self->model),
                              ts_assessment_model_get_year_label (self->model),
                              ts_assessment_model_get_stage_title (self->model));
  gtk_label_set_label (self->organisation_label, name != NULL ? name : "");
  gtk_label_set_label (self->subtitle_label, subtitle);
}

/* Either last year waits to be carried forward, or what was carried forward waits to be confirmed. */
static void
update_carry (TsOverviewPage *self,
              gboolean        begun)
{
  const char *year = ts_assessment_model_get_previous_year_label (self->model);
  TsCarryPlan plan = ts_assessment_model_get_carry_plan (self->model);
  guint n_unchanged = ts_assessment_model_count_unchanged (self->model);
  gboolean offer = !begun && plan.n_criteria > 0;
  gboolean editable = !ts_assessment_model_get_locked (self->model);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.carry-forward", editable && offer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.confirm-unchanged", editable && n_unchanged > 0);
  gtk_widget_set_visible (self->carry_card, editable && (offer || n_unchanged > 0));

  if (offer)
    {
      /* Translators: a year such as 2008/09 */
      label = g_strdup_printf (_("Start from %s"), year);
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "What was said in %s of %u criterion can be carried forward, with its evidence. "
                                           "It arrives to be confirmed, and does not count until it is.",
                                           "What was said in %s of %u criteria can be carried forward, with its evidence. "
                                           "It arrives to be confirmed, and does not count until it is.",
                                           plan.n_criteria),
                              year, plan.n_criteria);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->carry_button), "assessment.carry-forward");
    }
  else if (n_unchanged > 0)
    {
      label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Confirm the Unchanged One", "Confirm All That Are Unchanged (%u)", n_unchanged), n_unchanged);
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u criterion that was carried forward is worded as in %s. If it is still true, it can be confirmed at once.",
                                           "%u criteria that were carried forward are worded as in %s. If they are still true, they can be "
                                           "confirmed at once.",
                                           n_unchanged),
                              n_unchanged, year);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->carry_button), "assessment.confirm-unchanged");
    }
  else
    {
      return;
    }

  gtk_label_set_label (self->carry_label, text);
  gtk_label_set_label (self->carry_button_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->carry_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
carry_forward_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TsOverviewPage *self = TS_OVERVIEW_PAGE (widget);
  TsErrand *errand;

  if (self->model == NULL)
    return;

  errand = ts_errand_new (widget, ts_assessment_model_get_session (self->model), _("Not carried forward"));
  errand->undo_title = g_strdup (_("Last year carried forward, to be confirmed"));
  ts_session_carry_forward_async (ts_assessment_model_get_session (self->model), ts_assessment_model_get_assessment_id (self->model),
                                  ts_errand_changed, errand);
}

static void
confirm_unchanged_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TsOverviewPage *self = TS_OVERVIEW_PAGE (widget);
  TsErrand *errand;

  if (self->model == NULL)
    return;

  errand = ts_errand_new (widget, ts_assessment_model_get_session (self->model), _("Not confirmed"));
  errand->undo_title = g_strdup (_("All that are unchanged confirmed"));
  ts_session_confirm_async (ts_assessment_model_get_session (self->model), ts_assessment_model_get_assessment_id (self->model), NULL,
                            ts_errand_changed, errand);
}

static void
update_start (TsOverviewPage  *self,
              const TsSection *section)
{
  const TsNode *group = section->groups->len > 0 ? g_ptr_array_index (section->groups, 0) : NULL;
  const TsNode *first = group != NULL && group->criteria->len > 0 ? g_ptr_array_index (group->criteria, 0) : group;
  TsNextStep step = { TS_NEXT_STEP_RATE, first, 1 };
  g_autofree char *place = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->start_button), first != NULL && !ts_assessment_model_get_locked (self->model));

  if (first == NULL)
    return;

  place = ts_overview_text_step_place (&step);
  /* Translators: the number of the first criterion, "1a" */
  label = g_strdup_printf (_("Start with %s"), first->id);
  gtk_button_set_label (self->start_button, label);
  lead_to (self->start_button, place);
}

static void
update_progress (TsOverviewPage   *self,
                 const TsProgress *progress)
{
  g_autofree char *summary = ts_overview_text_progress (progress);
  g_autofree char *groups = ts_overview_text_groups (progress);
  g_autofree char *bar = NULL;
  guint shares[N_SHARES] = {
    [SHARE_READY] = progress->n_ready,
    [SHARE_RATED] = progress->n_rated - progress->n_ready,
    [SHARE_CARRIED] = progress->n_carried,
    [SHARE_UNRATED] = progress->n_criteria - progress->n_rated - progress->n_carried,
  };
  g_autofree char *ready = g_strdup_printf (_("%u ready"), shares[SHARE_READY]);
  g_autofree char *rated = g_strdup_printf (_("%u rated, reason or evidence missing"), shares[SHARE_RATED]);
  g_autofree char *carried = g_strdup_printf (_("%u carried forward, not rated yet"), shares[SHARE_CARRIED]);
  g_autofree char *unrated = g_strdup_printf (_("%u not rated"), shares[SHARE_UNRATED]);
  const char *legend[N_SHARES] = { ready, rated, carried, unrated };

  for (guint i = 0; i < N_SHARES; i++)
    {
      ts_segment_bar_set_share (self->progress_bar, i, shares[i]);
      gtk_label_set_label (self->legend_labels[i], legend[i]);
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->legend_labels[i])), shares[i] > 0);
    }

  gtk_label_set_label (self->progress_label, summary);
  gtk_label_set_label (self->groups_label, groups);

  if (shares[SHARE_CARRIED] > 0)
    bar = g_strdup_printf ("%s; %s; %s; %s", ready, rated, carried, unrated);
  else
    bar = g_strdup_printf ("%s; %s; %s", ready, rated, unrated);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, bar, -1);
}

static void
update_radar (TsOverviewPage    *self,
              TsAssessmentState *state,
              const TsSection   *section)
{
  const char *name = ts_assessment_model_get_organisation_name (self->model);
  g_autoptr (TsRadarData) data = NULL;
  g_autoptr (TsChart) chart = NULL;
  guint n_values = 0;

  data = ts_radar_source_build (state, section, TS_LAYER_SELF, name != NULL ? name : "",
                                ts_assessment_model_get_year_label (self->model),
                                ts_assessment_model_get_previous_year_label (self->model));

  for (guint i = 0; i < ts_radar_data_get_n_series (data); i++)
    n_values += ts_radar_data_count_values (data, i);

  chart = ts_chart_new_radar (data);
  ts_chart_view_set_chart (self->radar_view, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->radar_view), n_values > 0);
}

static void
update_steps (TsOverviewPage    *self,
              TsAssessmentState *state,
              const TsSection   *section,
              const TsProgress  *progress)
{
  g_autoptr (GArray) steps = ts_assessment_state_list_next_steps (state, section);
  g_autofree char *done = ts_overview_text_done (progress);

  for (guint i = 0; i < N_STEPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->step_rows[i]), FALSE);

  for (guint i = 0; i < steps->len; i++)
    {
      const TsNextStep *step = &g_array_index (steps, TsNextStep, i);
      AdwActionRow *row = self->step_rows[step->kind];
      g_autofree char *title = ts_overview_text_step (step);
      g_autofree char *subtitle = ts_overview_text_step_start (step);
      g_autofree char *place = ts_overview_text_step_place (step);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (row, subtitle);
      lead_to (row, place);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }

  adw_action_row_set_subtitle (self->done_row, done);
  gtk_widget_set_visible (GTK_WIDGET (self->done_row), steps->len == 0);
  adw_preferences_group_set_title (self->steps_group,
                                   ts_assessment_model_get_locked (self->model) ? _("What is left") : _("What to do next"));
}

static void
update_weakest (TsOverviewPage    *self,
                TsAssessmentState *state,
                const TsSection   *section)
{
  g_autoptr (GPtrArray) weakest = ts_assessment_state_list_weakest (state, section, N_WEAKEST);

  for (guint i = 0; i < N_WEAKEST; i++)
    {
      AdwActionRow *row = self->weakest_rows[i];
      g_autofree char *title = NULL;
      g_autofree char *why = NULL;
      g_autofree char *place = NULL;
      const TsNodeState *group;

      gtk_widget_set_visible (GTK_WIDGET (row), i < weakest->len);

      if (i >= weakest->len)
        continue;

      group = g_ptr_array_index (weakest, i);
      title = ts_node_dup_name (group->node);
      why = ts_overview_text_weakness (group);
      place = g_strconcat ("group/", group->node->id, NULL);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (row, why);
      lead_to (row, place);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->weakest_group), weakest->len > 0);
}

static void
clear_level_rows (TsOverviewPage *self)
{
  for (guint i = 0; i < self->level_rows->len; i++)
    adw_preferences_group_remove (self->levels_group, g_ptr_array_index (self->level_rows, i));

  g_ptr_array_set_size (self->level_rows, 0);
  g_clear_pointer (&self->framework, ts_framework_unref);
}

static void
update_levels (TsOverviewPage    *self,
               TsAssessmentState *state,
               const TsSection   *section)
{
  TsFramework *framework = ts_assessment_state_get_framework (state);

  if (self->framework != framework)
    {
      clear_level_rows (self);
      self->framework = ts_framework_ref (framework);
      adw_preferences_group_set_title (self->levels_group, section->title);

      for (guint i = 0; i < section->groups->len; i++)
        {
          GtkWidget *row = ts_level_row_new (g_ptr_array_index (section->groups, i));

          g_ptr_array_add (self->level_rows, row);
          adw_preferences_group_add (self->levels_group, row);
        }
    }

  for (guint i = 0; i < self->level_rows->len; i++)
    ts_level_row_update (g_ptr_array_index (self->level_rows, i), state);
}

static void
update (TsOverviewPage *self)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
  const TsSection *section = NULL;
  TsProgress progress;
  gboolean begun;

  if (state != NULL)
    section = ts_radar_source_find_section (ts_assessment_state_get_framework (state));

  /* A framework without a graded section has nothing to look over. */
  gtk_widget_set_visible (self->scrolled_window, section != NULL);

  if (section == NULL)
    {
      clear_level_rows (self);
      ts_chart_view_set_chart (self->radar_view, NULL);
      return;
    }

  progress = ts_assessment_state_get_progress (state, section);
  begun = progress.n_rated > 0 || progress.n_to_confirm > 0 || progress.n_groups_with_level > 0;

  gtk_widget_set_visible (self->start_card, !begun);
  gtk_widget_set_visible (self->progress_card, begun);
  gtk_widget_set_visible (self->advice_box, begun);

  update_heading (self);
  update_carry (self, begun);
  update_start (self, section);
  update_progress (self, &progress);
  update_radar (self, state, section);
  update_steps (self, state, section, &progress);
  update_weakest (self, state, section);
  update_levels (self, state, section);
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_overview_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TsOverviewPage *self = TS_OVERVIEW_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_overview_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TsOverviewPage *self = TS_OVERVIEW_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      ts_overview_page_set_model (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_overview_page_dispose (GObject *object)
{
  TsOverviewPage *self = TS_OVERVIEW_PAGE (object);

  g_clear_object (&self->model_signals);
  g_clear_object (&self->model);
  g_clear_pointer (&self->framework, ts_framework_unref);

  G_OBJECT_CLASS (ts_overview_page_parent_class)->dispose (object);
}

static void
ts_overview_page_finalize (GObject *object)
{
  TsOverviewPage *self = TS_OVERVIEW_PAGE (object);

  g_ptr_array_unref (self->level_rows);

  G_OBJECT_CLASS (ts_overview_page_parent_class)->finalize (object);
}

static void
ts_overview_page_class_init (TsOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ts_overview_page_get_property;
  object_class->set_property = ts_overview_page_set_property;
  object_class->dispose = ts_overview_page_dispose;
  object_class->finalize = ts_overview_page_finalize;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "assessment.carry-forward", NULL, carry_forward_action);
  gtk_widget_class_install_action (widget_class, "assessment.confirm-unchanged", NULL, confirm_unchanged_action);

  g_type_ensure (TS_TYPE_CHART_VIEW);
  g_type_ensure (TS_TYPE_COLUMNS);
  g_type_ensure (TS_TYPE_SEGMENT_BAR);
  g_type_ensure (TS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, organisation_label);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, carry_card);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, carry_label);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, carry_button);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, carry_button_label);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, start_card);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, progress_card);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, legend);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, groups_label);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, radar_view);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, advice_box);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, weakest_group);
  gtk_widget_class_bind_template_child (widget_class, TsOverviewPage, levels_group);
}

static void
ts_overview_page_init (TsOverviewPage *self)
{
  self->level_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_SHARES; i++)
    add_share (self, i);

  for (guint i = 0; i < N_STEPS; i++)
    self->step_rows[i] = add_door (self->steps_group);

  self->done_row = add_done (self->steps_group);

  for (guint i = 0; i < N_WEAKEST; i++)
    self->weakest_rows[i] = add_door (self->weakest_group);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::locked", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::stage-title", G_CALLBACK (update), self);
}

GtkWidget *
ts_overview_page_new (void)
{
  return g_object_new (TS_TYPE_OVERVIEW_PAGE, NULL);
}

/**
 * ts_overview_page_get_model:
 * @self: an overview page
 *
 * Returns: (transfer none) (nullable): the assessment that it shows
 */
TsAssessmentModel *
ts_overview_page_get_model (TsOverviewPage *self)
{
  g_return_val_if_fail (TS_IS_OVERVIEW_PAGE (self), NULL);

  return self->model;
}

/**
 * ts_overview_page_set_model:
 * @self: an overview page
 * @model: (nullable): the assessment to show
 */
void
ts_overview_page_set_model (TsOverviewPage    *self,
                            TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}
