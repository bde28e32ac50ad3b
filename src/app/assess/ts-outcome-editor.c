/* ts-outcome-editor.c — the chart of an outcome, and the table of its values
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-outcome-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/assess/ts-errand.h"
#include "app/assess/ts-outcome-dialog.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-wrap-layout.h"
#include "core/ts-outcome-paste.h"
#include "core/ts-outcome.h"
#include "core/ts-year.h"
#include "model/ts-session-outcomes.h"

/* Columns that are there before the trajectory begins, for the baseline, and how far back a table shows at most. */
#define YEARS_BEFORE 2
#define MOST_YEARS   40

struct _TsOutcomeEditor
{
  AdwBin parent_instance;

  TsSession *session;
  TsOutcomeItem *item;
  TsOutcomeTable table;

  TsChartView *chart;
  GtkGrid *grid;
  GtkLabel *missing;
};

G_DEFINE_FINAL_TYPE (TsOutcomeEditor, ts_outcome_editor, ADW_TYPE_BIN)

/* What a cell of the table is for, and what it showed last: another text has been typed and is not kept yet. */
typedef struct
{
  TsOutcomeValueField field;
  int year;
  char *shown;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->shown);
  g_free (cell);
}

static Cell *
get_cell (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), "cell");
}

static char *
write_value (TsOutcomeEditor     *self,
             TsOutcomeValueField  field,
             int                  year)
{
  TsRow *value = ts_outcome_find_value (ts_outcome_item_get_values (self->item), year);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == NULL || !ts_row_has (value, field))
    return g_strdup ("");

  return g_strdup (g_ascii_formatd (number, sizeof number, "%.10g", ts_row_get_real (value, field)));
}

static void
keep (TsOutcomeEditor *self,
      GArray          *cells,
      const char      *undo_title)
{
  TsErrand *errand = ts_errand_new (GTK_WIDGET (self), self->session, _("Values Not Kept"));

  errand->undo_title = g_strdup (undo_title);
  ts_session_set_outcome_cells_async (self->session, ts_outcome_item_get_assessment_id (self->item), ts_outcome_item_get_id (self->item),
                                      (const TsOutcomeCell *) cells->data, cells->len, ts_errand_changed, errand);
}

static void
mark (GtkWidget  *entry,
      const char *problem)
{
  if (problem != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");

  gtk_widget_set_tooltip_text (entry, problem);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Keeps what stands in an entry; what cannot be kept stays there, marked, to be corrected. */
static void
commit (GtkWidget *entry)
{
  TsOutcomeEditor *self = TS_OUTCOME_EDITOR (gtk_widget_get_ancestor (entry, TS_TYPE_OUTCOME_EDITOR));
  const Cell *cell = get_cell (entry);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *kept = write_value (self, cell->field, cell->year);
  g_autoptr (GArray) cells = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (text, kept) || g_str_equal (text, cell->shown))
    {
      mark (entry, NULL);
      return;
    }

  if (*text == '\0')
    {
      const TsOutcomeCell nothing = { .field = cell->field, .year = cell->year };

      cells = g_array_new (FALSE, FALSE, sizeof (TsOutcomeCell));
      g_array_append_val (cells, nothing);
    }
  else
    {
      cells = ts_outcome_paste_parse (text, &self->table, cell->field, cell->year, &error);
    }

  mark (entry, error != NULL ? error->message : NULL);

  if (cells != NULL)
    keep (self, cells, NULL);
}

static void
on_focus_left (GtkEventController *controller)
{
  GtkWidget *entry = gtk_event_controller_get_widget (controller);

  if (gtk_widget_get_ancestor (entry, TS_TYPE_OUTCOME_EDITOR) != NULL)
    commit (entry);
}

static void
on_pasted (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) entry = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  TsOutcomeEditor *self = TS_OUTCOME_EDITOR (gtk_widget_get_ancestor (entry, TS_TYPE_OUTCOME_EDITOR));
  const Cell *cell = get_cell (entry);
  g_autoptr (GArray) cells = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL || self == NULL)
    return;

  g_strchomp (text);

  if (strpbrk (text, "\t\r\n") == NULL)
    {
      int position;

      gtk_editable_delete_selection (GTK_EDITABLE (entry));
      position = gtk_editable_get_position (GTK_EDITABLE (entry));
      gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (entry), position);
      return;
    }

  cells = ts_outcome_paste_parse (text, &self->table, cell->field, cell->year, &error);

  if (cells == NULL)
    {
      TsWindow *window = ts_window_for_widget (entry);

      if (window != NULL)
        ts_window_show_error (window, _("Nothing Was Pasted"), error);

      return;
    }

  /* The cell takes part as the others do, whatever was typed in it before. */
  mark (entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), cell->shown);
  keep (self, cells, _("Values pasted"));
}

/* Several cells from a spreadsheet fill several entries. */
static void
on_paste (GtkText *text)
{
  GtkWidget *entry = gtk_widget_get_ancestor (GTK_WIDGET (text), GTK_TYPE_ENTRY);

  g_signal_stop_emission_by_name (text, "paste-clipboard");

  if (gtk_editable_get_editable (GTK_EDITABLE (entry)))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (entry), NULL, on_pasted, g_object_ref (entry));
}

static GtkWidget *
new_entry (TsOutcomeEditor     *self,
           TsOutcomeValueField  field,
           int                  year)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Cell *cell = g_new (Cell, 1);
  g_autofree char *year_text = ts_year_format (year);
  g_autofree char *name = NULL;

  *cell = (Cell) { field, year, g_strdup ("") };
  g_object_set_data_full (G_OBJECT (entry), "cell", cell, cell_free);

  /* Translators: a financial year, such as 2009/10 */
  name = g_strdup_printf (field == TS_OUTCOME_VALUE_ASPIRATION ? _("Aspiration for %s") : _("Actual value of %s"), year_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (entry))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect (entry, "activate", G_CALLBACK (commit), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), NULL);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard", G_CALLBACK (on_paste), NULL);

  return entry;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* From the first year that has a value, or two before the assessment's, to the end of its trajectory or the last year with a value. */
static void
find_years (TsOutcomeEditor *self,
            int             *first,
            int             *last)
{
  GPtrArray *values = ts_outcome_item_get_values (self->item);
  int year = ts_outcome_item_get_year (self->item);

  *first = year - YEARS_BEFORE;
  *last = year + TS_OUTCOME_N_YEARS - 1;

  for (guint i = 0; i < values->len; i++)
    {
      int value_year = (int) ts_row_get_integer (g_ptr_array_index (values, i), TS_OUTCOME_VALUE_YEAR);

      *first = MIN (*first, value_year);
      *last = MAX (*last, value_year);
    }

  *first = MAX (*first, *last - MOST_YEARS + 1);
}

static void
build_table (TsOutcomeEditor *self)
{
  static const TsOutcomeValueField fields[] = { TS_OUTCOME_VALUE_ASPIRATION, TS_OUTCOME_VALUE_ACTUAL };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  gtk_grid_attach (self->grid, new_label (_("Aspiration")), 0, 1, 1, 1);
  gtk_grid_attach (self->grid, new_label (_("Actual")), 0, 2, 1, 1);

  for (int year = self->table.first_year; year <= self->table.last_year; year++)
    {
      int column = year - self->table.first_year + 1;
      g_autofree char *text = ts_year_format (year);

      gtk_grid_attach (self->grid, new_label (text), column, 0, 1, 1);

      for (int i = 0; i < (int) G_N_ELEMENTS (fields); i++)
        gtk_grid_attach (self->grid, new_entry (self, fields[i], year), column, i + 1, 1, 1);
    }
}

static void
update_entry (TsOutcomeEditor *self,
              GtkWidget       *entry)
{
  Cell *cell = get_cell (entry);
  g_autofree char *kept = write_value (self, cell->field, cell->year);
  g_autoptr (GError) error = NULL;
  gboolean editable = !ts_session_get_read_only (self->session) && ts_outcome_item_check_cell (self->item, cell->field, cell->year, &error);

  gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
  gtk_widget_set_tooltip_text (entry, error != NULL ? error->message : NULL);

  /* What is being typed is not overwritten. */
  if (gtk_widget_get_focus_child (entry) == NULL || !gtk_widget_is_focus (gtk_widget_get_focus_child (entry)) ||
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), cell->shown))
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), kept);
      gtk_widget_remove_css_class (entry, "error");
      g_free (cell->shown);
      cell->shown = g_steal_pointer (&kept);
    }
}

static void
update (TsOutcomeEditor *self)
{
  g_autoptr (TsChart) chart = NULL;
  const char *missing = ts_outcome_item_get_missing (self->item);
  gboolean writable = !ts_session_get_read_only (self->session);
  TsOutcomeTable table = { .is_per_cent = ts_outcome_is_per_cent (ts_outcome_item_get_row (self->item)) };

  find_years (self, &table.first_year, &table.last_year);

  if (table.first_year != self->table.first_year || table.last_year != self->table.last_year)
    {
      self->table = table;
      build_table (self);
    }

  self->table = table;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_ENTRY (child))
        update_entry (self, child);
    }

  chart = ts_chart_new_outcome (ts_outcome_item_get_data (self->item));
  ts_chart_view_set_chart (self->chart, chart);
  gtk_label_set_text (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.edit", writable && ts_outcome_item_check_definition (self->item, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.move-up", writable && ts_outcome_item_check_move (self->item, -1, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.move-down", writable && ts_outcome_item_check_move (self->item, 1, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.remove", writable && ts_outcome_item_check_removal (self->item, NULL));
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TsOutcomeEditor *self = TS_OUTCOME_EDITOR (widget);

  ts_outcome_dialog_present_for (widget, self->session, self->item);
}

static void
move (GtkWidget *widget,
      int        step)
{
  TsOutcomeEditor *self = TS_OUTCOME_EDITOR (widget);

  ts_session_move_outcome_async (self->session, ts_outcome_item_get_assessment_id (self->item), ts_outcome_item_get_id (self->item), step,
                                 ts_errand_changed, ts_errand_new (widget, self->session, _("Not Moved")));
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move (widget, -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move (widget, 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TsOutcomeEditor *self = TS_OUTCOME_EDITOR (widget);
  TsErrand *errand = ts_errand_new (widget, self->session, _("Not Removed"));

  errand->undo_title = g_strdup_printf (_("“%s” removed"), ts_outcome_item_get_metric (self->item));
  ts_session_remove_outcome_async (self->session, ts_outcome_item_get_assessment_id (self->item), ts_outcome_item_get_id (self->item),
                                   ts_errand_changed, errand);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TsOutcomeEditor *self = TS_OUTCOME_EDITOR (widget);
  g_autofree char *text = ts_outcome_copy_table (ts_outcome_item_get_values (self->item), &self->table);
  TsWindow *window = ts_window_for_widget (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);

  if (window != NULL)
    ts_window_show_toast (window, _("Table copied"));
}

/* --- The object --------------------------------------------------------------------------------------------------- */

static void
ts_outcome_editor_dispose (GObject *object)
{
  TsOutcomeEditor *self = TS_OUTCOME_EDITOR (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_outcome_editor_parent_class)->dispose (object);
}

static void
ts_outcome_editor_class_init (TsOutcomeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ts_outcome_editor_dispose;

  gtk_widget_class_install_action (widget_class, "outcome.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "outcome.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "outcome.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "outcome.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "outcome.copy", NULL, copy_action);

  g_type_ensure (TS_TYPE_CHART_VIEW);
  g_type_ensure (TS_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/outcome-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeEditor, chart);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeEditor, grid);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeEditor, missing);
}

static void
ts_outcome_editor_init (TsOutcomeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_outcome_editor_new:
 * @session: a workbook
 * @item: an outcome of it
 *
 * Returns: (transfer floating): its chart and its table
 */
GtkWidget *
ts_outcome_editor_new (TsSession     *session,
                       TsOutcomeItem *item)
{
  TsOutcomeEditor *self;

  g_return_val_if_fail (TS_IS_SESSION (session) && TS_IS_OUTCOME_ITEM (item), NULL);

  self = g_object_new (TS_TYPE_OUTCOME_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::revision", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
