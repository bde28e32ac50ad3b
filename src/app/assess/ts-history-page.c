/* ts-history-page.c — who changed what, when, from what to what
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-history-page.h"

#include "app/widgets/ts-tab-stop.h"
#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-history-dialog.h"
#include "app/assess/ts-history-row.h"
#include "app/assess/ts-moment-text.h"
#include "app/ts-window.h"
#include "app/widgets/ts-date-row.h"
#include "app/widgets/ts-page-table.h"
#include "app/widgets/ts-wrap-box.h"
#include "model/ts-history-list.h"

#include <glib/gi18n-lib.h>

struct _TsHistoryPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  TsHistoryList *history;
  GSignalGroup *history_signals;
  GPtrArray *node_ids;          /* by the position in the list of criteria; NULL for all */
  const TsFramework *framework; /* whose criteria are listed; only compared */
  char *wanted_node;            /* to show as soon as the criteria are known */
  gboolean filling;

  GtkStack *stack;
  GtkDropDown *criterion;
  GtkDropDown *person;
  GtkMenuButton *days;
  TsDateRow *from;
  TsDateRow *to;
  GtkMenuButton *past;
  TsDateRow *past_day;
  GtkListView *list;
};

static void assess_page_iface_init (TsAssessPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsHistoryPage, ts_history_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_ASSESS_PAGE, assess_page_iface_init))

static gboolean
is_filtered (TsHistoryPage *self)
{
  return gtk_drop_down_get_selected (self->criterion) > 0 || gtk_drop_down_get_selected (self->person) > 0 ||
         ts_date_row_get_date (self->from) != NULL || ts_date_row_get_date (self->to) != NULL;
}

static void
update_stack (TsHistoryPage *self)
{
  const char *child = "waiting";

  if (self->history != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->history)) > 0)
    child = "list";
  else if (self->history != NULL && ts_history_list_get_loaded (self->history))
    child = is_filtered (self) ? "nothing" : "empty";

  gtk_stack_set_visible_child_name (self->stack, child);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.clear-filters", is_filtered (self));
}

static const char *
get_selected_text (GtkDropDown *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected (drop_down) > 0 ? gtk_drop_down_get_selected_item (drop_down) : NULL;

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static void
update_days_label (TsHistoryPage *self)
{
  const char *from = ts_date_row_get_date (self->from);
  const char *to = ts_date_row_get_date (self->to);
  g_autofree char *label = NULL;

  if (from != NULL && to != NULL)
    label = g_strdup_printf (_("%s to %s"), from, to);
  else if (from != NULL)
    label = g_strdup_printf (_("From %s"), from);
  else if (to != NULL)
    label = g_strdup_printf (_("Until %s"), to);

  gtk_menu_button_set_label (self->days, label != NULL ? label : _("Any Day"));
}

static void
filter_changed_cb (TsHistoryPage *self)
{
  guint criterion = gtk_drop_down_get_selected (self->criterion);
  const char *node = NULL;

  if (self->filling)
    return;

  if (criterion < self->node_ids->len)
    node = g_ptr_array_index (self->node_ids, criterion);

  update_days_label (self);

  if (self->history != NULL && ts_date_row_is_valid (self->from) && ts_date_row_is_valid (self->to))
    ts_history_list_set_filter (self->history, node, get_selected_text (self->person),
                                ts_moment_of_day (ts_date_row_get_date (self->from), 0),
                                ts_moment_of_day (ts_date_row_get_date (self->to), 1));

  update_stack (self);
}

static void
add_node (TsHistoryPage *self,
          GtkStringList *names,
          const TsNode  *node)
{
  g_autofree char *name = ts_node_dup_name (node);

  gtk_string_list_append (names, name);
  g_ptr_array_add (self->node_ids, g_strdup (node->id));
}

static void
select_node (TsHistoryPage *self,
             const char    *id)
{
  for (guint i = 1; i < self->node_ids->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->node_ids, i), id))
        gtk_drop_down_set_selected (self->criterion, i);
    }
}

/* The criteria of the assessment's framework, once it is known. */
static void
fill_criteria (TsHistoryPage *self)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
  const TsFramework *framework = state != NULL ? ts_assessment_state_get_framework (state) : NULL;
  g_autoptr (GtkStringList) names = NULL;

  if (framework != NULL && framework != self->framework)
    {
      names = gtk_string_list_new (NULL);
      self->framework = framework;
      self->filling = TRUE;
      g_ptr_array_set_size (self->node_ids, 0);
      g_ptr_array_add (self->node_ids, NULL);
      gtk_string_list_append (names, _("All Criteria"));

      for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
        {
          GPtrArray *groups = ts_framework_get_section (framework, i)->groups;

          for (guint j = 0; j < groups->len; j++)
            {
              const TsNode *group = g_ptr_array_index (groups, j);

              add_node (self, names, group);

              for (guint k = 0; k < group->criteria->len; k++)
                add_node (self, names, g_ptr_array_index (group->criteria, k));
            }
        }

      gtk_drop_down_set_model (self->criterion, G_LIST_MODEL (names));
      self->filling = FALSE;
      filter_changed_cb (self);
    }

  if (framework != NULL && self->wanted_node != NULL)
    {
      g_autofree char *node = g_steal_pointer (&self->wanted_node);

      select_node (self, node);
    }
}

/* The one who is chosen stays chosen while others come. */
static void
fill_people (TsHistoryPage *self)
{
  const char *const *authors = self->history != NULL ? ts_history_list_get_authors (self->history) : NULL;
  g_autofree char *chosen = g_strdup (get_selected_text (self->person));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("Everybody"));

  for (guint i = 0; authors != NULL && authors[i] != NULL; i++)
    {
      gtk_string_list_append (names, authors[i]);

      if (g_strcmp0 (authors[i], chosen) == 0)
        selected = i + 1;
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->person, selected);
  self->filling = FALSE;
  update_stack (self);
}

static void
clear_filters (TsHistoryPage *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->criterion, 0);
  gtk_drop_down_set_selected (self->person, 0);
  ts_date_row_set_date (self->from, NULL);
  ts_date_row_set_date (self->to, NULL);
  self->filling = FALSE;
  filter_changed_cb (self);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  clear_filters (TS_HISTORY_PAGE (widget));
}

/* As it stood when that day ended. */
static void
show_day_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TsHistoryPage *self = TS_HISTORY_PAGE (widget);
  gint64 end = ts_moment_of_day (ts_date_row_get_date (self->past_day), 1);

  if (self->model == NULL || end == 0)
    return;

  gtk_menu_button_popdown (self->past);
  ts_assessment_model_show_moment (self->model, end - 1);
}

static void
past_day_changed_cb (TsHistoryPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.show-day",
                                 ts_moment_of_day (ts_date_row_get_date (self->past_day), 1) != 0);
}

static void
failed_cb (TsHistoryPage *self,
           const GError  *error)
{
  TsWindow *window = ts_window_for_widget (GTK_WIDGET (self));

  if (window != NULL)
    ts_window_show_error (window, _("The History Could Not Be Read"), error);
}

static void
activate_cb (TsHistoryPage *self,
             guint          position)
{
  g_autoptr (TsHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL && self->model != NULL)
    ts_history_dialog_present (GTK_WIDGET (self), self->model, item);
}

static void
setup_row_cb (TsHistoryPage *self,
              GtkListItem   *list_item)
{
  gtk_list_item_set_child (list_item, ts_history_row_new ());
}

static char *
name_day (TsHistoryPage *self,
          guint          position)
{
  g_autoptr (TsHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->history), position);

  return ts_moment_format_day (ts_change_get_at (ts_history_item_get_change (item)));
}

static void
bind_row_cb (TsHistoryPage *self,
             GtkListItem   *list_item)
{
  guint position = gtk_list_item_get_position (list_item);
  TsHistoryItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *day = ts_moment_format_day (ts_change_get_at (ts_history_item_get_change (item)));
  g_autofree char *day_above = position > 0 && self->history != NULL ? name_day (self, position - 1) : NULL;

  ts_history_row_set_item (TS_HISTORY_ROW (gtk_list_item_get_child (list_item)), item, g_strcmp0 (day, day_above) != 0 ? day : NULL);
}

static TsChartTable *
make_table (GtkWidget *page)
{
  TsHistoryPage *self = TS_HISTORY_PAGE (page);
  TsChartTable *table;

  if (self->history == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->history)) == 0)
    return NULL;

  table = ts_chart_table_new (_("History"));
  ts_chart_table_add_column (table, _("When"));
  ts_chart_table_add_column (table, _("Who"));
  ts_chart_table_add_column (table, _("What"));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->history)); i++)
    {
      g_autoptr (TsHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->history), i);
      TsChange *change = ts_history_item_get_change (item);
      g_autofree char *when = ts_moment_format (ts_change_get_at (change));
      g_autofree char *what = ts_history_row_list_words (item);
      guint row = ts_chart_table_add_row (table);

      ts_chart_table_set_cell (table, row, 0, when);
      ts_chart_table_set_cell (table, row, 1, ts_change_get_author (change));
      ts_chart_table_set_cell (table, row, 2, what);
    }

  return table;
}

static void
set_model (TsAssessPage      *page,
           TsAssessmentModel *model)
{
  TsHistoryPage *self = TS_HISTORY_PAGE (page);
  g_autoptr (GtkNoSelection) selection = NULL;

  if (!g_set_object (&self->model, model))
    return;

  gtk_list_view_set_model (self->list, NULL);
  g_signal_group_set_target (self->history_signals, NULL);
  g_clear_object (&self->history);
  g_signal_group_set_target (self->model_signals, model);

  if (model != NULL)
    {
      self->history = ts_history_list_new (ts_assessment_model_get_session (model), ts_assessment_model_get_assessment_id (model));
      g_signal_group_set_target (self->history_signals, self->history);
      selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->history)));
      gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
    }

  fill_people (self);
  fill_criteria (self);
  filter_changed_cb (self);
}

static void
show (TsAssessPage *page,
      const char   *detail)
{
  TsHistoryPage *self = TS_HISTORY_PAGE (page);

  if (*detail == '\0')
    return;

  clear_filters (self);
  g_free (self->wanted_node);
  self->wanted_node = g_strdup (detail);
  fill_criteria (self);
}

static void
assess_page_iface_init (TsAssessPageInterface *iface)
{
  iface->set_model = set_model;
  iface->show = show;
}

static void
ts_history_page_dispose (GObject *object)
{
  TsHistoryPage *self = TS_HISTORY_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);

  self->list = NULL;
  g_clear_object (&self->model_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->history);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_history_page_parent_class)->dispose (object);
}

static void
ts_history_page_finalize (GObject *object)
{
  TsHistoryPage *self = TS_HISTORY_PAGE (object);

  g_ptr_array_unref (self->node_ids);
  g_free (self->wanted_node);

  G_OBJECT_CLASS (ts_history_page_parent_class)->finalize (object);
}

static void
ts_history_page_class_init (TsHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_history_page_dispose;
  object_class->finalize = ts_history_page_finalize;

  g_type_ensure (TS_TYPE_DATE_ROW);
  g_type_ensure (TS_TYPE_TAB_STOP);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, criterion);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, person);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, days);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, from);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, to);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, past);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, past_day);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, past_day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_install_action (widget_class, "history.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "history.show-day", NULL, show_day_action);
  ts_page_table_install (widget_class, make_table);
}

static void
ts_history_page_init (TsHistoryPage *self)
{
  self->node_ids = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (fill_criteria), self);
  self->history_signals = g_signal_group_new (TS_TYPE_HISTORY_LIST);
  g_signal_group_connect_swapped (self->history_signals, "notify::authors", G_CALLBACK (fill_people), self);
  g_signal_group_connect_swapped (self->history_signals, "notify::loaded", G_CALLBACK (update_stack), self);
  g_signal_group_connect_swapped (self->history_signals, "items-changed", G_CALLBACK (update_stack), self);
  g_signal_group_connect_swapped (self->history_signals, "failed", G_CALLBACK (failed_cb), self);
  past_day_changed_cb (self);
  update_stack (self);
}

/**
 * ts_history_page_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
ts_history_page_new (void)
{
  return g_object_new (TS_TYPE_HISTORY_PAGE, NULL);
}
