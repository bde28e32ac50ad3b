/* ts-compare-bar.c — what is compared, to be read and to be chosen
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-bar.h"

#include "app/compare/ts-compare-maker.h"
#include "app/compare/ts-compare-words.h"
#include "app/compare/ts-filter-button.h"
#include "app/widgets/ts-width-bin.h"
#include "app/widgets/ts-wrap-box.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/* In the size of the text: with less room the filters would leave little to what is compared, and are folded away. */
#define UNFOLDED_FROM 32

struct _TsCompareBar
{
  AdwBin parent_instance;

  TsCompareMaker *counter; /* of what is missing */
  guint n_shown;
  guint n_all;

  TsWidthBin *width_bin;
  GtkToggleButton *unfold;
  TsFilterButton *organisations;
  TsFilterButton *years;
  TsFilterButton *section;
  TsFilterButton *layer;
  TsFilterButton *rule;
  GtkWidget *reset;
  GtkSpinner *spinner;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (TsCompareBar, ts_compare_bar, ADW_TYPE_BIN)

static gboolean
has_text (char *const *list,
          const char *text)
{
  return list != NULL && g_strv_contains ((const char *const *) list, text);
}

/* --- The buttons -------------------------------------------------------------------------------------------------- */

/* How many of those that were pointed out have their peers offered. */
#define MOST_OFFERED 3

static void
add_peers (GArray                *options,
           const TsCompareFilter *filter,
           TsComparison          *comparison,
           const char            *code,
           gboolean               first)
{
  const char *name = ts_comparison_get_organisation_name (comparison, code);
  g_autofree char *nearest = g_strconcat ("nearest/", code, NULL);
  g_autofree char *region = g_strconcat ("region/", code, NULL);
  /* Translators: %s is an organisation */
  g_autofree char *nearest_label = g_strdup_printf (_("Like %s in population"), name != NULL ? name : code);
  /* Translators: %s is an organisation */
  g_autofree char *region_label = g_strdup_printf (_("Region of %s"), name != NULL ? name : code);
  gboolean current = g_strcmp0 (filter->peers_of, code) == 0;

  if (first)
    ts_filter_options_add (options, _("Peer group"), "compare.peers", "", _("No peer group"), NULL, TRUE, filter->peers == TS_PEERS_EVERYBODY);

  ts_filter_options_add (options, NULL, "compare.peers", nearest, nearest_label, NULL, TRUE, current && filter->peers == TS_PEERS_NEAREST);
  ts_filter_options_add (options, NULL, "compare.peers", region, region_label, NULL, TRUE, current && filter->peers == TS_PEERS_SAME_PARENT);
}

/* Peers are those of somebody: of whom they are shown now, or of those that were pointed out. */
static void
add_peer_groups (GArray                *options,
                 const TsCompareFilter *filter,
                 TsComparison          *comparison)
{
  gboolean first = TRUE;

  if (filter->peers_of != NULL)
    {
      add_peers (options, filter, comparison, filter->peers_of, first);
      first = FALSE;
    }

  for (guint i = 0; filter->highlighted != NULL && filter->highlighted[i] != NULL && i < MOST_OFFERED; i++)
    {
      if (g_strcmp0 (filter->highlighted[i], filter->peers_of) == 0)
        continue;

      add_peers (options, filter, comparison, filter->highlighted[i], first);
      first = FALSE;
    }
}

static void
update_organisations (TsCompareBar          *self,
                      const TsCompareFilter *filter,
                      TsCompareScope        *scope,
                      TsComparison          *comparison)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  g_autofree char *text = ts_compare_words_organisations (filter, scope, comparison);
  gboolean everybody = filter->parents == NULL && filter->organisations == NULL && filter->peers_of == NULL && filter->kinds == NULL;

  ts_filter_options_add (options, _("Region"), "compare.parent", "", _("All organisations"), NULL, FALSE, everybody);

  for (guint i = 0; i < scope->parents->len; i++)
    {
      const TsScopeName *parent = g_ptr_array_index (scope->parents, i);

      ts_filter_options_add (options, NULL, "compare.parent", parent->code, parent->name, NULL, FALSE, has_text (filter->parents, parent->code));
    }

  for (guint i = 0; scope->kinds->len > 1 && i < scope->kinds->len; i++)
    {
      const char *kind = g_ptr_array_index (scope->kinds, i);
      g_autofree char *name = g_utf8_strup (kind, -1);

      ts_filter_options_add (options, i == 0 ? _("Kind") : NULL, "compare.kind", kind, name, NULL, FALSE, has_text (filter->kinds, kind));
    }

  add_peer_groups (options, filter, comparison);
  ts_filter_button_set (self->organisations, text, options);
}

static void
update_years (TsCompareBar          *self,
              const TsCompareFilter *filter,
              TsCompareScope        *scope)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  g_autofree char *text = ts_compare_words_years (filter);

  for (guint i = scope->years->len; i > 0; i--)
    {
      int year = g_array_index (scope->years, TsScopeYear, i - 1).year;
      g_autofree char *id = g_strdup_printf ("%d", year);
      g_autofree char *name = ts_year_format (year);

      ts_filter_options_add (options, i == scope->years->len ? _("Year") : NULL, "compare.year", id, name, NULL, FALSE,
                             ts_compare_filter_has_year (filter, year));
    }

  ts_filter_options_add (options, _("Mergers"), "compare.mergers", "predecessors", _("Set successors against those they follow"),
                         _("Where an organisation was not there yet"), FALSE, filter->predecessors);
  ts_filter_button_set (self->years, text, options);
}

static void
add_section (GArray                *options,
             const TsCompareFilter *filter,
             const TsSection       *chosen,
             const TsSection       *section,
             gboolean               criteria,
             gboolean               first)
{
  g_autofree char *id = g_strconcat (section->id, criteria ? "/criteria" : "", NULL);
  g_autofree char *name = ts_compare_words_section (section, criteria);

  ts_filter_options_add (options, first ? _("Part of the framework") : NULL, "compare.section", id, name, NULL, TRUE,
                         section == chosen && filter->criteria == criteria);
}

static gboolean
has_criteria (const TsSection *section)
{
  for (guint i = 0; i < section->groups->len; i++)
    {
      if (((const TsNode *) g_ptr_array_index (section->groups, i))->criteria->len > 0)
        return TRUE;
    }

  return FALSE;
}

static void
update_section (TsCompareBar          *self,
                const TsCompareFilter *filter,
                TsCompareScope        *scope,
                TsComparison          *comparison)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  const TsSection *chosen = ts_compare_words_find_section (filter, comparison);
  g_autofree char *text = chosen != NULL ? ts_compare_words_section (chosen, filter->criteria) : g_strdup (_("No levels"));

  for (guint i = 0; i < ts_comparison_get_n_sections (comparison); i++)
    {
      const TsSection *section = ts_comparison_get_section (comparison, i);

      add_section (options, filter, chosen, section, FALSE, i == 0);

      if (has_criteria (section))
        add_section (options, filter, chosen, section, TRUE, FALSE);
    }

  for (guint i = 0; scope->frameworks->len > 1 && i < scope->frameworks->len; i++)
    {
      const TsScopeName *framework = g_ptr_array_index (scope->frameworks, i);

      if (i == 0)
        ts_filter_options_add (options, _("Framework"), "compare.framework", "", _("All frameworks"), NULL, FALSE, filter->frameworks == NULL);

      ts_filter_options_add (options, NULL, "compare.framework", framework->code, framework->name, NULL, FALSE,
                             has_text (filter->frameworks, framework->code));
    }

  ts_filter_button_set (self->section, text, options);
}

static void
update_layer (TsCompareBar          *self,
              const TsCompareFilter *filter,
              TsCompareScope        *scope)
{
  static const TsLayer layers[] = { TS_LAYER_FINAL, TS_LAYER_PANEL, TS_LAYER_DESK, TS_LAYER_SELF };
  static const char *const notes[] = {
    [TS_LAYER_SELF] = N_("What boards said of themselves"),
    [TS_LAYER_DESK] = N_("What analysts gave at the desk"),
    [TS_LAYER_PANEL] = N_("What panels agreed on"),
    [TS_LAYER_FINAL] = N_("After calibration"),
  };
  g_autoptr (GArray) options = ts_filter_options_new ();
  guint there = 1u << filter->layer;
  g_autofree char *text = NULL;

  for (guint i = 0; i < scope->years->len; i++)
    there |= g_array_index (scope->years, TsScopeYear, i).layers;

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      if (there & 1u << layers[i])
        ts_filter_options_add (options, NULL, "compare.layer", ts_layer_get_name (layers[i]), ts_layer_get_title (layers[i]), _(notes[layers[i]]),
                               TRUE, layers[i] == filter->layer);
    }

  /* Translators: %s is whose judgement it is: Self, Panel, Final … */
  text = g_strdup_printf (_("%s levels"), ts_layer_get_title (filter->layer));
  ts_filter_button_set (self->layer, text, options);
}

static void
update_rule (TsCompareBar          *self,
             const TsCompareFilter *filter)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  g_autofree char *text = ts_compare_words_rule (filter);

  ts_filter_options_add (options, NULL, "compare.rule", "", _("Framework’s rule"), _("each level by the rule of its own framework"), TRUE,
                         !filter->has_rule);

  for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
    ts_filter_options_add (options, NULL, "compare.rule", ts_roll_up_rule_get_name (rule), ts_roll_up_rule_get_title (rule),
                           ts_roll_up_rule_get_explanation (rule), TRUE, filter->has_rule && filter->rule == rule);

  ts_filter_button_set (self->rule, text, options);
}

/* Of those that are folded away the ones that are on stay: nobody is to overlook them. */
static void
show_filters (TsCompareBar *self)
{
  guint width = ts_width_bin_get_width (self->width_bin);
  gboolean fold = width > 0 && width < UNFOLDED_FROM;
  TsFilterButton *buttons[] = { self->organisations, self->years, self->section, self->layer, self->rule };

  gtk_widget_set_visible (GTK_WIDGET (self->unfold), fold);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (GTK_WIDGET (buttons[i]), !fold || gtk_toggle_button_get_active (self->unfold) || ts_filter_button_is_chosen (buttons[i]));
}

/* What differs from what everything begins with stands out, and can be taken back at once. */
static void
update_chosen (TsCompareBar          *self,
               const TsCompareFilter *filter,
               TsCompareScope        *scope,
               TsComparison          *comparison)
{
  g_autoptr (TsCompareFilter) usual = ts_compare_filter_new ();
  gboolean organisations;
  gboolean years;
  gboolean section;
  gboolean layer;

  ts_compare_scope_set_defaults (scope, usual, FALSE);
  organisations = filter->parents != NULL || filter->kinds != NULL || filter->organisations != NULL || filter->peers_of != NULL;
  years = filter->predecessors || filter->years->len != usual->years->len ||
          (usual->years->len > 0 && memcmp (filter->years->data, usual->years->data, usual->years->len * sizeof (int)) != 0);
  section = filter->criteria || filter->frameworks != NULL ||
            ts_comparison_find_section (comparison, filter->section) != ts_comparison_find_section (comparison, NULL);
  layer = filter->layer != usual->layer;

  ts_filter_button_set_chosen (self->organisations, organisations);
  ts_filter_button_set_chosen (self->years, years);
  ts_filter_button_set_chosen (self->section, section);
  ts_filter_button_set_chosen (self->layer, layer);
  ts_filter_button_set_chosen (self->rule, filter->has_rule);
  show_filters (self);
  gtk_widget_set_visible (self->reset, organisations || years || section || layer || filter->has_rule || filter->highlighted != NULL);
}

/* --- The line ----------------------------------------------------------------------------------------------------- */

static gpointer
count_missing (TsComparison          *comparison,
               const TsCompareFilter *filter,
               gconstpointer          wish)
{
  /* NULL would be nothing made. */
  return GUINT_TO_POINTER (ts_compare_words_count_missing (comparison, filter) + 1);
}

static void
free_nothing (gpointer made)
{
}

static void
on_counted (gpointer owner,
            gpointer made)
{
  TsCompareBar *self = owner;
  g_autofree char *text = ts_compare_words_status (self->n_shown, self->n_all, GPOINTER_TO_UINT (made) - 1);

  gtk_label_set_label (self->status, text);
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_compare_bar_dispose (GObject *object)
{
  TsCompareBar *self = TS_COMPARE_BAR (object);

  if (self->counter != NULL)
    ts_compare_maker_stop (self->counter);

  g_clear_object (&self->counter);

  G_OBJECT_CLASS (ts_compare_bar_parent_class)->dispose (object);
}

static void
ts_compare_bar_class_init (TsCompareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_compare_bar_dispose;

  g_type_ensure (TS_TYPE_FILTER_BUTTON);
  g_type_ensure (TS_TYPE_WIDTH_BIN);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_css_name (widget_class, "comparebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/compare/compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, width_bin);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, unfold);
  gtk_widget_class_bind_template_callback (widget_class, show_filters);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, organisations);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, years);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, section);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, layer);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, rule);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, reset);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsCompareBar, status);
}

static void
ts_compare_bar_init (TsCompareBar *self)
{
  self->counter = ts_compare_maker_new (count_missing, free_nothing, on_counted, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_compare_bar_update:
 * @self: a bar
 * @model: a model that has read something
 *
 * Shows what is chosen in it. The line follows as soon as it has been counted.
 */
void
ts_compare_bar_update (TsCompareBar      *self,
                       TsComparisonModel *model)
{
  const TsCompareFilter *filter;
  TsCompareScope *scope;
  TsComparison *comparison;
  g_autofree char *sentence = NULL;

  g_return_if_fail (TS_IS_COMPARE_BAR (self));
  g_return_if_fail (TS_IS_COMPARISON_MODEL (model));

  filter = ts_comparison_model_get_filter (model);
  scope = ts_comparison_model_get_scope (model);
  comparison = ts_comparison_model_get_comparison (model);

  if (filter == NULL || scope == NULL || comparison == NULL)
    return;

  update_organisations (self, filter, scope, comparison);
  update_years (self, filter, scope);
  update_section (self, filter, scope, comparison);
  update_layer (self, filter, scope);
  update_rule (self, filter);
  update_chosen (self, filter, scope, comparison);

  sentence = ts_comparison_model_describe (model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);

  self->n_shown = ts_comparison_get_n_organisations (comparison);
  self->n_all = scope->n_organisations;
  ts_compare_maker_ask (self->counter, comparison, filter, NULL, NULL);
}

/**
 * ts_compare_bar_set_busy:
 * @self: a bar
 * @busy: whether something is being read
 */
void
ts_compare_bar_set_busy (TsCompareBar *self,
                         gboolean      busy)
{
  g_return_if_fail (TS_IS_COMPARE_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/**
 * ts_compare_bar_get_status:
 * @self: a bar
 *
 * Returns: (transfer none): the line that it shows
 */
const char *
ts_compare_bar_get_status (TsCompareBar *self)
{
  g_return_val_if_fail (TS_IS_COMPARE_BAR (self), NULL);

  return gtk_label_get_label (self->status);
}
