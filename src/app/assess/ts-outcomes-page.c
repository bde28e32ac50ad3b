/* ts-outcomes-page.c — what the organisation wants to achieve for people's health
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-outcomes-page.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-outcome-dialog.h"
#include "app/assess/ts-outcome-editor.h"
#include "app/ts-window.h"

struct _TsOutcomesPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  TsOutcomeList *list;
  GPtrArray *rows;
  char *wanted; /* the outcome to open as soon as it is there */

  GtkWidget *scrolled_window;
  GtkLabel *count;
  GtkWidget *empty;
  AdwPreferencesGroup *group;
};

static void assess_page_iface_init (TsAssessPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsOutcomesPage, ts_outcomes_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_ASSESS_PAGE, assess_page_iface_init))

/* Most rows are never opened, so what they open to is made when they are. */
static void
on_expanded (AdwExpanderRow *row)
{
  TsOutcomeItem *item = g_object_get_data (G_OBJECT (row), "item");
  TsSession *session = g_object_get_data (G_OBJECT (row), "session");

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "made") != NULL)
    return;

  g_object_set_data (G_OBJECT (row), "made", GINT_TO_POINTER (TRUE));
  adw_expander_row_add_row (row, ts_outcome_editor_new (session, item));
}

static void
describe_row (GtkWidget *row)
{
  TsOutcomeItem *item = g_object_get_data (G_OBJECT (row), "item");
  const char *missing = ts_outcome_item_get_missing (item);
  const char *summary = ts_outcome_item_get_summary (item);
  g_autofree char *subtitle = NULL;

  subtitle = missing != NULL && summary != NULL && *summary != '\0' ? g_strdup_printf ("%s\n%s", summary, missing)
                                                                    : g_strdup (missing != NULL ? missing : summary);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ts_outcome_item_get_metric (item));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle != NULL ? subtitle : "");
}

static GtkWidget *
new_row (TsOutcomesPage *self,
         TsOutcomeItem  *item)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, NULL);

  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "session", g_object_ref (ts_outcome_list_get_session (self->list)), g_object_unref);
  describe_row (row);
  g_signal_connect_object (item, "notify::revision", G_CALLBACK (describe_row), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), NULL);

  return row;
}

static TsOutcomeItem *
get_row_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static void
show_wanted (TsOutcomesPage *self)
{
  if (self->wanted == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!g_str_equal (ts_outcome_item_get_id (get_row_item (row)), self->wanted))
        continue;

      g_clear_pointer (&self->wanted, g_free);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_widget_grab_focus (row);
      return;
    }
}

static void
update (TsOutcomesPage *self)
{
  guint n_items = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  gboolean loaded = self->list != NULL && ts_outcome_list_get_loaded (self->list);
  guint most = loaded ? ts_outcome_list_get_most (self->list) : 0;
  gboolean can_add = loaded && ts_outcome_list_check_add (self->list, NULL);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of up to %u outcome", "%u of up to %u outcomes", most), n_items, most);

  gtk_widget_set_visible (self->scrolled_window, loaded);
  gtk_widget_set_visible (self->empty, n_items == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->group), n_items > 0);
  gtk_label_set_text (self->count, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcomes.add", can_add);
  show_wanted (self);
}

/* Rows of outcomes that stay are kept, with what is open in them; they are put into the new order. */
static void
on_items_changed (TsOutcomesPage *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->rows);
  guint n_items = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < before->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (before, i));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TsOutcomeItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      GtkWidget *row = NULL;

      for (guint j = 0; j < before->len && row == NULL; j++)
        {
          if (get_row_item (g_ptr_array_index (before, j)) == item)
            row = g_ptr_array_index (before, j);
        }

      if (row == NULL)
        row = new_row (self, item);

      g_ptr_array_add (self->rows, g_object_ref_sink (row));
      adw_preferences_group_add (self->group, row);
    }

  update (self);
}

static void
on_failed (TsOutcomesPage *self,
           const GError   *error)
{
  TsWindow *window = ts_window_for_widget (GTK_WIDGET (self));

  if (window != NULL)
    ts_window_show_error (window, _("Could Not Read the Outcomes"), error);
}

static void
set_list (TsOutcomesPage *self,
          TsOutcomeList  *list)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  g_set_object (&self->list, list);

  if (list != NULL)
    {
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (on_items_changed), self);
      g_signal_connect_swapped (list, "refreshed", G_CALLBACK (update), self);
      g_signal_connect_swapped (list, "failed", G_CALLBACK (on_failed), self);
    }

  on_items_changed (self);
}

static void
follow_past (TsOutcomesPage *self)
{
  if (self->list == NULL || self->model == NULL)
    return;

  ts_outcome_list_show_as_of (self->list, ts_assessment_model_get_as_of (self->model));
  update (self);
}

static void
set_model (TsAssessPage      *page,
           TsAssessmentModel *model)
{
  TsOutcomesPage *self = TS_OUTCOMES_PAGE (page);
  g_autoptr (TsOutcomeList) list = NULL;

  if (!g_set_object (&self->model, model))
    return;

  if (model != NULL)
    list = ts_outcome_list_new (ts_assessment_model_get_session (model), ts_assessment_model_get_assessment_id (model));

  g_signal_group_set_target (self->model_signals, model);
  set_list (self, list);
  follow_past (self);
}

static void
show (TsAssessPage *page,
      const char   *detail)
{
  TsOutcomesPage *self = TS_OUTCOMES_PAGE (page);

  g_free (self->wanted);
  self->wanted = *detail != '\0' ? g_strdup (detail) : NULL;
  show_wanted (self);
}

static void
assess_page_iface_init (TsAssessPageInterface *iface)
{
  iface->set_model = set_model;
  iface->show = show;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ts_outcome_dialog_present_new (widget, TS_OUTCOMES_PAGE (widget)->list);
}

static void
ts_outcomes_page_dispose (GObject *object)
{
  TsOutcomesPage *self = TS_OUTCOMES_PAGE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  g_clear_object (&self->list);
  g_clear_object (&self->model_signals);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_outcomes_page_parent_class)->dispose (object);
}

static void
ts_outcomes_page_finalize (GObject *object)
{
  TsOutcomesPage *self = TS_OUTCOMES_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->wanted);

  G_OBJECT_CLASS (ts_outcomes_page_parent_class)->finalize (object);
}

static void
ts_outcomes_page_class_init (TsOutcomesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_outcomes_page_dispose;
  object_class->finalize = ts_outcomes_page_finalize;

  gtk_widget_class_install_action (widget_class, "outcomes.add", NULL, add_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/outcomes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOutcomesPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomesPage, count);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomesPage, group);
}

static void
ts_outcomes_page_init (TsOutcomesPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::as-of", G_CALLBACK (follow_past), self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcomes.add", FALSE);
}

GtkWidget *
ts_outcomes_page_new (void)
{
  return g_object_new (TS_TYPE_OUTCOMES_PAGE, NULL);
}
