/* ts-compare-workspace.c — the workspace in which organisations are set side by side
 *
 * All pages show one #TsComparisonModel. Only the page that can be seen is updated; another is when it is shown.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-workspace.h"

#include "app/compare/ts-charts-page.h"
#include "app/compare/ts-compare-actions.h"
#include "app/compare/ts-compare-bar.h"
#include "app/compare/ts-compare-page.h"
#include "app/compare/ts-group-box.h"
#include "app/compare/ts-map-page.h"
#include "app/compare/ts-rules-page.h"
#include "app/ts-workspace.h"
#include "app/widgets/ts-badge-row.h"
#include "app/widgets/ts-tab-stop.h"
#include "core/ts-year.h"
#include "model/ts-session-report.h"

#include <glib/gi18n-lib.h>

/* The pages. Each is made when it is first shown. */
static const struct
{
  const char *name;
  const char *title;
  const char *help; /* as a place of the help */
  GtkWidget *(*make) (void);
} page_kinds[] = {
  { "map", N_("Map"), "compare/map", ts_map_page_new },
  { "trends", N_("Trends"), "compare/trends", ts_charts_page_new_trends },
  { "gaps", N_("Gaps"), "compare/gaps", ts_charts_page_new_gaps },
  { "spread", N_("Spread"), "compare/spread", ts_charts_page_new_spread },
  { "ranking", N_("Ranking"), "compare/ranking", ts_charts_page_new_ranking },
  { "measures", N_("Two Measures"), "compare/measures", ts_charts_page_new_measures },
  { "rules", N_("Rules"), "compare/rules", ts_rules_page_new },
};

struct _TsCompareWorkspace
{
  AdwBin parent_instance;

  TsSession *session;
  TsComparisonModel *model;
  GSignalGroup *model_signals;
  TsCompareActions *actions;
  guint version; /* of the model, when something else was compared last */
  guint place;   /* in `page_kinds` */
  TsComparePage *made[G_N_ELEMENTS (page_kinds)];
  gboolean stale[G_N_ELEMENTS (page_kinds)];

  GtkStack *states;
  GtkWidget *waiting;
  GtkSpinner *spinner;
  GtkWidget *empty;
  AdwFlap *flap;
  GtkListBox *places;
  TsGroupBox *groups;
  TsCompareBar *bar;
  GtkStack *bodies;
  GtkWidget *nothing;
  GtkStack *pages;
};

enum
{
  PROP_PLACE = 1,
  N_PROPS,
  PROP_SIDEBAR_SHOWN = N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void workspace_iface_init (TsWorkspaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsCompareWorkspace, ts_compare_workspace, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_WORKSPACE, workspace_iface_init))

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static TsComparePage *
get_page (TsCompareWorkspace *self)
{
  TsComparePage **page = &self->made[self->place];

  if (*page == NULL)
    {
      *page = TS_COMPARE_PAGE (page_kinds[self->place].make ());
      gtk_stack_add_child (self->pages, GTK_WIDGET (*page));
      self->stale[self->place] = TRUE;
    }

  return *page;
}

/* Reads what the page needs, where that has not been read. */
static void
update_needs (TsCompareWorkspace *self)
{
  ts_comparison_model_set_needs (self->model, ts_compare_page_get_needs (get_page (self), ts_comparison_model_get_filter (self->model)));
}

static void
update_page (TsCompareWorkspace *self)
{
  /* Until what the page needs has been read, what there is may be too little for it. */
  if (!self->stale[self->place] || ts_comparison_model_get_busy (self->model))
    return;

  self->stale[self->place] = FALSE;
  ts_compare_page_update (get_page (self), self->model);
}

static void
update (TsCompareWorkspace *self)
{
  TsCompareScope *scope = self->model != NULL ? ts_comparison_model_get_scope (self->model) : NULL;
  TsComparison *comparison = self->model != NULL ? ts_comparison_model_get_comparison (self->model) : NULL;
  gboolean ready = scope != NULL && comparison != NULL;
  GtkWidget *state = self->waiting;

  if (ready)
    state = scope->n_organisations > 0 ? GTK_WIDGET (self->flap) : self->empty;

  gtk_spinner_set_spinning (self->spinner, state == self->waiting);
  gtk_stack_set_visible_child (self->states, state);

  if (state != GTK_WIDGET (self->flap))
    return;

  ts_compare_bar_update (self->bar, self->model);
  ts_group_box_update (self->groups);

  if (ts_comparison_get_n_organisations (comparison) == 0)
    {
      gtk_stack_set_visible_child (self->bodies, self->nothing);
      return;
    }

  update_needs (self);
  gtk_stack_set_visible_child (self->bodies, GTK_WIDGET (self->pages));
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (get_page (self)));
  update_page (self);
}

static void
on_changed (TsCompareWorkspace *self)
{
  /* Where only more was read, for one page, others show what they have to. */
  for (guint i = 0; self->version != ts_comparison_model_get_version (self->model) && i < G_N_ELEMENTS (page_kinds); i++)
    self->stale[i] = TRUE;

  self->version = ts_comparison_model_get_version (self->model);
  ts_compare_actions_update (self->actions);
}

static void
on_busy_changed (TsCompareWorkspace *self)
{
  ts_compare_bar_set_busy (self->bar, self->model != NULL && ts_comparison_model_get_busy (self->model));
}

static void
on_failed (TsCompareWorkspace *self,
           const GError       *error)
{
  ts_workspace_fail (TS_WORKSPACE (self), error);
}

/* --- Places ------------------------------------------------------------------------------------------------------- */

static void
show_place (TsCompareWorkspace *self,
            guint               place)
{
  gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, (int) place));

  if (self->place == place)
    return;

  self->place = place;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);

  if (self->model == NULL)
    return;

  update_needs (self);
  update (self);
}

static void
on_row_selected (TsCompareWorkspace *self,
                 GtkListBoxRow      *row)
{
  if (row != NULL)
    show_place (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_row_activated (TsCompareWorkspace *self)
{
  if (!adw_flap_get_folded (self->flap))
    return;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
on_reveal_changed (TsCompareWorkspace *self)
{
  g_object_notify (G_OBJECT (self), "sidebar-shown");
}

static void
show_page_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ts_compare_workspace_show_place (TS_COMPARE_WORKSPACE (widget), g_variant_get_string (parameter, NULL));
}

static void
refresh_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TsCompareWorkspace *self = TS_COMPARE_WORKSPACE (widget);

  self->stale[self->place] = TRUE;

  if (self->model != NULL)
    update (self);
}

/* --- As a workspace ----------------------------------------------------------------------------------------------- */

static void
set_session (TsWorkspace *workspace,
             TsSession   *session)
{
  TsCompareWorkspace *self = TS_COMPARE_WORKSPACE (workspace);

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->model_signals, NULL);
  ts_group_box_set_model (self->groups, NULL);
  ts_compare_actions_set_model (self->actions, NULL);
  g_clear_object (&self->model);

  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    {
      if (self->made[i] != NULL)
        ts_compare_page_update (self->made[i], NULL);
    }

  if (session != NULL)
    {
      self->model = ts_comparison_model_new (session);
      self->version = 0;
      update_needs (self);
      g_signal_group_set_target (self->model_signals, self->model);
      ts_group_box_set_model (self->groups, self->model);
      ts_compare_actions_set_model (self->actions, self->model);
    }

  update (self);
}

static const char *
get_help_place (TsWorkspace *workspace)
{
  return page_kinds[TS_COMPARE_WORKSPACE (workspace)->place].help;
}

static char *
propose_report_name (TsWorkspace *workspace)
{
  TsCompareWorkspace *self = TS_COMPARE_WORKSPACE (workspace);
  const TsCompareFilter *filter = self->model != NULL ? ts_comparison_model_get_filter (self->model) : NULL;
  g_autofree char *year = NULL;

  if (filter == NULL || filter->years->len == 0)
    return NULL;

  year = ts_year_format (ts_compare_filter_get_last_year (filter));

  /* Translators: the name proposed for a file: a year as 2009/10, and an ending that stays */
  return g_strdup_printf (_("Comparison %s.pdf"), year);
}

static void
read_report (TsWorkspace         *workspace,
             TsSession           *session,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  TsCompareWorkspace *self = TS_COMPARE_WORKSPACE (workspace);

  ts_session_read_comparison_report_async (session, ts_comparison_model_get_filter (self->model), NULL, callback, user_data);
}

static void
workspace_iface_init (TsWorkspaceInterface *iface)
{
  iface->set_session = set_session;
  iface->get_help_place = get_help_place;
  iface->propose_report_name = propose_report_name;
  iface->read_report = read_report;
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_compare_workspace_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TsCompareWorkspace *self = TS_COMPARE_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, page_kinds[self->place].name);
      break;

    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_compare_workspace_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TsCompareWorkspace *self = TS_COMPARE_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_SIDEBAR_SHOWN:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_compare_workspace_dispose (GObject *object)
{
  TsCompareWorkspace *self = TS_COMPARE_WORKSPACE (object);

  g_signal_group_set_target (self->model_signals, NULL);

  if (self->actions != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->actions, self);
      ts_compare_actions_set_model (self->actions, NULL);
    }

  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_compare_workspace_parent_class)->dispose (object);
}

static void
ts_compare_workspace_finalize (GObject *object)
{
  g_object_unref (TS_COMPARE_WORKSPACE (object)->model_signals);

  G_OBJECT_CLASS (ts_compare_workspace_parent_class)->finalize (object);
}

static void
ts_compare_workspace_class_init (TsCompareWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ts_compare_workspace_get_property;
  object_class->set_property = ts_compare_workspace_set_property;
  object_class->dispose = ts_compare_workspace_dispose;
  object_class->finalize = ts_compare_workspace_finalize;

  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, "map", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_SIDEBAR_SHOWN, "sidebar-shown");

  gtk_widget_class_install_action (widget_class, "comparisons.show", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "comparisons.refresh", NULL, refresh_action);

  g_type_ensure (TS_TYPE_COMPARE_BAR);
  g_type_ensure (TS_TYPE_GROUP_BOX);
  g_type_ensure (TS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/compare/compare-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, states);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, waiting);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, empty);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, flap);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, places);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, groups);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, bar);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, bodies);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, nothing);
  gtk_widget_class_bind_template_child (widget_class, TsCompareWorkspace, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
ts_compare_workspace_init (TsCompareWorkspace *self)
{
  self->actions = ts_compare_actions_new ();
  self->model_signals = g_signal_group_new (TS_TYPE_COMPARISON_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "changed", G_CALLBACK (on_changed), self);
  g_signal_group_connect_swapped (self->model_signals, "failed", G_CALLBACK (on_failed), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::busy", G_CALLBACK (on_busy_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", G_ACTION_GROUP (self->actions));
  ts_group_box_set_actions (self->groups, self->actions);
  g_signal_connect_swapped (self->actions, "chosen", G_CALLBACK (update), self);

  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    gtk_list_box_append (self->places, ts_badge_row_new (_(page_kinds[i].title)));

  gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, 0));
  update (self);
}

GtkWidget *
ts_compare_workspace_new (void)
{
  return g_object_new (TS_TYPE_COMPARE_WORKSPACE, NULL);
}

/**
 * ts_compare_workspace_get_place:
 * @self: a view
 *
 * Returns: (transfer none): the name of the page that it shows
 */
const char *
ts_compare_workspace_get_place (TsCompareWorkspace *self)
{
  g_return_val_if_fail (TS_IS_COMPARE_WORKSPACE (self), NULL);

  return page_kinds[self->place].name;
}

/**
 * ts_compare_workspace_show_place:
 * @self: a view
 * @place: the name of a page; anything else is ignored
 */
void
ts_compare_workspace_show_place (TsCompareWorkspace *self,
                                 const char         *place)
{
  g_return_if_fail (TS_IS_COMPARE_WORKSPACE (self));
  g_return_if_fail (place != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    {
      if (g_str_equal (page_kinds[i].name, place))
        show_place (self, i);
    }
}
