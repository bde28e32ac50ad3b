/* ts-organisation-dialog.c — one thing to enter about an organisation
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-organisation-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/assess/ts-errand.h"
#include "app/widgets/ts-chooser-popover.h"
#include "app/widgets/ts-date-row.h"
#include "core/ts-begin.h"
#include "core/ts-error.h"
#include "core/ts-year.h"

typedef enum
{
  FIELD_TEXT = 1 << 0,
  FIELD_CODE = 1 << 1,
  FIELD_KIND = 1 << 2,
  FIELD_OTHER = 1 << 3,
  FIELD_YEAR = 1 << 4,
  FIELD_NUMBER = 1 << 5,
  FIELD_FROM = 1 << 6,
  FIELD_TO = 1 << 7,
} Fields;

/* What each edit asks for, and what is said when it is done. Where nothing is asked for, the edit is made at once. */
static const struct
{
  const char *heading;
  const char *body;
  const char *from;
  const char *to;
  const char *done;
  Fields fields;
  int remove; /* the edit that removes the entry, or -1 */
} forms[] = {
  [TS_ORGANISATION_EDIT_ADD] = { N_("New Organisation"), NULL, N_("Opened (optional)"), NULL, N_("Organisation added"),
                                 FIELD_TEXT | FIELD_CODE | FIELD_KIND | FIELD_FROM, -1 },
  [TS_ORGANISATION_EDIT_KIND] = { N_("Kind of Organisation"), NULL, NULL, NULL, N_("Kind changed"), FIELD_KIND, -1 },
  [TS_ORGANISATION_EDIT_DATES] = { N_("Opened and Closed"),
                                   N_("Closing an organisation takes nothing away: its assessments and evidence stay. Leave out a day that "
                                      "is not certain."),
                                   N_("First day"), N_("Last day"), N_("Days changed"), FIELD_FROM | FIELD_TO, -1 },
  [TS_ORGANISATION_EDIT_RENAME] = { N_("Rename"), N_("Until the day before it keeps the name that it has."), N_("First day of the new name"),
                                    NULL, N_("Organisation renamed"), FIELD_TEXT | FIELD_FROM, -1 },
  [TS_ORGANISATION_EDIT_CORRECT_NAME] = { N_("Correct Name"),
                                          N_("This puts an entry right. Where the organisation was renamed, use “Rename…” instead."),
                                          N_("First day"), N_("Last day"), N_("Name corrected"), FIELD_TEXT | FIELD_FROM | FIELD_TO,
                                          TS_ORGANISATION_EDIT_REMOVE_NAME },
  [TS_ORGANISATION_EDIT_REMOVE_NAME] = { NULL, NULL, NULL, NULL, N_("Name removed"), 0, -1 },
  [TS_ORGANISATION_EDIT_MOVE] = { N_("Becomes Part Of"), N_("Until the day before it stays part of what it was part of."), N_("First day"),
                                  NULL, N_("Organisation moved"), FIELD_OTHER | FIELD_FROM, -1 },
  [TS_ORGANISATION_EDIT_CORRECT_PARENT] = { N_("Part Of"), N_("Give a last day where it ended."), N_("First day"), N_("Last day"),
                                            N_("Entry corrected"), FIELD_OTHER | FIELD_FROM | FIELD_TO,
                                            TS_ORGANISATION_EDIT_REMOVE_PARENT },
  [TS_ORGANISATION_EDIT_REMOVE_PARENT] = { NULL, NULL, NULL, NULL, N_("Entry removed"), 0, -1 },
  [TS_ORGANISATION_EDIT_ADD_SUCCESSOR] = { N_("Followed By"), N_("An organisation can be followed by several, and can follow several."), NULL,
                                           NULL, N_("Successor added"), FIELD_OTHER, -1 },
  [TS_ORGANISATION_EDIT_REMOVE_SUCCESSOR] = { NULL, NULL, NULL, NULL, N_("Successor removed"), 0, -1 },
  [TS_ORGANISATION_EDIT_POPULATION] = { N_("Population"), N_("How many people the organisation serves in a financial year."), NULL, NULL,
                                        N_("Population changed"), FIELD_YEAR | FIELD_NUMBER, TS_ORGANISATION_EDIT_POPULATION },
  [TS_ORGANISATION_EDIT_DELETE] = { NULL, NULL, NULL, NULL, N_("Organisation deleted"), 0, -1 },
};

static const char *const known_kinds[] = { "pct", "ccg", "sha", "area-team", "region", "council", "trust" };

struct _TsOrganisationDialog
{
  AdwMessageDialog parent_instance;

  TsSession *session;
  TsOrganisationBook *book;
  TsOrganisationIndex *index;
  TsOrganisationRecord *record; /* NULL for a new organisation */
  TsOrganisationEditKind edit_kind;
  TsRow *row; /* the entry that is corrected, or NULL */
  GPtrArray *kinds;
  TsOrganisationRecord *chosen; /* the other organisation, or NULL */
  gboolean filling;

  AdwEntryRow *text;
  AdwEntryRow *code;
  AdwComboRow *kind;
  AdwActionRow *other_row;
  GtkWidget *other;
  GtkLabel *other_label;
  TsChooserPopover *chooser;
  AdwEntryRow *year;
  AdwEntryRow *number;
  TsDateRow *from;
  TsDateRow *to;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (TsOrganisationDialog, ts_organisation_dialog, ADW_TYPE_MESSAGE_DIALOG)

static const char *
get_typed (gpointer editable)
{
  return gtk_editable_get_text (GTK_EDITABLE (editable));
}

/* Whole numbers as people write them, with spaces or commas between the thousands; -1 for what is none. */
static gint64
parse_people (const char *typed)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gint64 number;

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character != ',' && !g_unichar_isspace (character))
        g_string_append_unichar (digits, character);
    }

  return g_ascii_string_to_signed (digits->str, 10, 0, G_MAXINT64, &number, NULL) ? number : -1;
}

/* What has been entered so far; FALSE where it is not enough to ask the rules. */
static gboolean
read_edit (TsOrganisationDialog *self,
           TsOrganisationEdit   *edit)
{
  Fields fields = forms[self->edit_kind].fields;
  guint chosen = adw_combo_row_get_selected (self->kind);

  *edit = (TsOrganisationEdit) { .kind = self->edit_kind };
  edit->organisation_id = self->record != NULL ? ts_organisation_record_get_id (self->record) : NULL;
  edit->row_id = self->row != NULL ? ts_row_get_id (self->row) : NULL;
  edit->text = get_typed (self->text);
  edit->code = get_typed (self->code);
  edit->organisation_kind = chosen < self->kinds->len ? g_ptr_array_index (self->kinds, chosen) : NULL;
  edit->from = get_typed (self->from);
  edit->to = get_typed (self->to);

  if (fields & FIELD_OTHER)
    {
      if (self->chosen == NULL)
        return FALSE;

      edit->other_id = ts_organisation_record_get_id (self->chosen);
    }

  if (fields & FIELD_NUMBER)
    {
      edit->number = parse_people (get_typed (self->number));

      if (!ts_year_parse (get_typed (self->year), &edit->year) || edit->number < 0)
        return FALSE;
    }

  if ((fields & FIELD_TEXT) && *edit->text == '\0')
    return FALSE;

  return !(fields & FIELD_CODE) || *edit->code != '\0';
}

static void
show_problem (TsOrganisationDialog *self,
              const GError         *error)
{
  gboolean shown = error != NULL && !g_error_matches (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED);

  gtk_label_set_label (self->problem, shown ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), shown);
}

static void
changed_cb (TsOrganisationDialog *self)
{
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  TsOrganisationEdit edit;

  if (self->filling || self->index == NULL)
    return;

  if (read_edit (self, &edit))
    change = ts_change_edit_organisation (self->index, &edit, "draft", &error);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "save", change != NULL);
  show_problem (self, error);
}

static void
set_chosen (TsOrganisationDialog *self,
            TsOrganisationRecord *record)
{
  g_autofree char *name = NULL;
  const char *title = record != NULL ? ts_organisation_record_get_title (record) : _("Choose…");

  g_set_object (&self->chosen, record);
  ts_chooser_popover_set_current (self->chooser, record);
  gtk_label_set_label (self->other_label, title);
  gtk_widget_set_tooltip_text (self->other, record != NULL ? title : NULL);
  /* Translators: a field and what is chosen in it */
  name = g_strdup_printf (_("Organisation: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
chosen_cb (TsOrganisationDialog *self,
           TsOrganisationRecord *record)
{
  set_chosen (self, record);
  changed_cb (self);
}

static void
activated_cb (TsOrganisationDialog *self)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), "save"))
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), "save");
}

static void
ts_organisation_dialog_response (AdwMessageDialog *dialog,
                                 const char       *response)
{
  TsOrganisationDialog *self = TS_ORGANISATION_DIALOG (dialog);
  TsOrganisationEdit edit;
  gboolean whole = read_edit (self, &edit);

  if (g_str_equal (response, "remove"))
    {
      edit.kind = (TsOrganisationEditKind) forms[self->edit_kind].remove;
      edit.number = -1;
      edit.year = self->edit_kind == TS_ORGANISATION_EDIT_POPULATION
                    ? (int) ts_row_get_integer (self->row, TS_ORGANISATION_POPULATION_YEAR)
                    : 0;
      ts_organisation_edit_now (GTK_WIDGET (self), self->session, &edit);
    }
  else if (g_str_equal (response, "save") && whole)
    {
      ts_organisation_edit_now (GTK_WIDGET (self), self->session, &edit);
    }
}

static void
ts_organisation_dialog_dispose (GObject *object)
{
  TsOrganisationDialog *self = TS_ORGANISATION_DIALOG (object);

  self->filling = TRUE;
  g_clear_object (&self->session);
  g_clear_object (&self->book);
  g_clear_object (&self->record);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->index, ts_organisation_index_unref);
  g_clear_pointer (&self->row, ts_row_unref);

  G_OBJECT_CLASS (ts_organisation_dialog_parent_class)->dispose (object);
}

static void
ts_organisation_dialog_finalize (GObject *object)
{
  TsOrganisationDialog *self = TS_ORGANISATION_DIALOG (object);

  g_ptr_array_unref (self->kinds);

  G_OBJECT_CLASS (ts_organisation_dialog_parent_class)->finalize (object);
}

static void
ts_organisation_dialog_class_init (TsOrganisationDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_organisation_dialog_dispose;
  object_class->finalize = ts_organisation_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ts_organisation_dialog_response;

  g_type_ensure (TS_TYPE_CHOOSER_POPOVER);
  g_type_ensure (TS_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/organisations/organisation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, code);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, other);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, other_label);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, year);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, number);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, from);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, to);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static char *
dup_title (gpointer record)
{
  return g_strdup (ts_organisation_record_get_name (record));
}

static char *
dup_subtitle (gpointer record)
{
  return g_strdup_printf ("%s · %s", ts_organisation_record_get_code (record),
                          ts_organisation_kind_get_title (ts_organisation_record_get_kind (record)));
}

static void
ts_organisation_dialog_init (TsOrganisationDialog *self)
{
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ts_chooser_popover_set_functions (self->chooser, dup_title, dup_subtitle);
}

/* Filling the form in */

static void
fill_kinds (TsOrganisationDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *chosen = self->record != NULL ? ts_organisation_record_get_kind (self->record) : "ccg";

  for (guint i = 0; i < G_N_ELEMENTS (known_kinds); i++)
    g_ptr_array_add (self->kinds, g_strdup (known_kinds[i]));

  for (guint i = 0; i < ts_organisation_index_get_n (self->index); i++)
    {
      const char *kind = ts_row_get_text (ts_organisation_index_get (self->index, i)->organisation, TS_ORGANISATION_KIND);

      if (!g_ptr_array_find_with_equal_func (self->kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (self->kinds, g_strdup (kind));
    }

  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (titles, ts_organisation_kind_get_title (g_ptr_array_index (self->kinds, i)));

  adw_combo_row_set_model (self->kind, G_LIST_MODEL (titles));

  for (guint i = 0; i < self->kinds->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->kinds, i), chosen))
        adw_combo_row_set_selected (self->kind, i);
    }
}

static void
fill_other (TsOrganisationDialog *self)
{
  ts_chooser_popover_set_model (self->chooser, G_LIST_MODEL (self->book));

  if (self->edit_kind == TS_ORGANISATION_EDIT_CORRECT_PARENT)
    set_chosen (self, ts_organisation_book_find (self->book, ts_row_get_text (self->row, TS_ORGANISATION_PARENT_PARENT)));
  else
    set_chosen (self, NULL);
}

static void
fill_days (TsOrganisationDialog *self,
           const TsRow          *row,
           guint                 from)
{
  ts_date_row_set_date (self->from, ts_row_get_text (row, from));
  ts_date_row_set_date (self->to, ts_row_get_text (row, from + 1));
}

static void
fill_row (TsOrganisationDialog *self)
{
  if (self->edit_kind == TS_ORGANISATION_EDIT_DATES)
    {
      fill_days (self, ts_organisation_record_get_life (self->record)->organisation, TS_ORGANISATION_OPENED);
    }
  else if (self->edit_kind == TS_ORGANISATION_EDIT_CORRECT_NAME)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text), ts_row_get_text (self->row, TS_ORGANISATION_NAME_NAME));
      fill_days (self, self->row, TS_ORGANISATION_NAME_VALID_FROM);
    }
  else if (self->edit_kind == TS_ORGANISATION_EDIT_CORRECT_PARENT)
    {
      fill_days (self, self->row, TS_ORGANISATION_PARENT_VALID_FROM);
    }
  else if (self->edit_kind == TS_ORGANISATION_EDIT_POPULATION && self->row != NULL)
    {
      g_autofree char *year = ts_year_format ((int) ts_row_get_integer (self->row, TS_ORGANISATION_POPULATION_YEAR));
      g_autofree char *number =
        g_strdup_printf ("%" G_GINT64_FORMAT, ts_row_get_integer (self->row, TS_ORGANISATION_POPULATION_POPULATION));

      gtk_editable_set_text (GTK_EDITABLE (self->year), year);
      gtk_editable_set_text (GTK_EDITABLE (self->number), number);
    }
}

static GtkWidget *
show_fields (TsOrganisationDialog *self)
{
  GtkWidget *const widgets[] = {
    GTK_WIDGET (self->text),
    GTK_WIDGET (self->code),
    GTK_WIDGET (self->kind),
    GTK_WIDGET (self->other_row),
    GTK_WIDGET (self->year),
    GTK_WIDGET (self->number),
    GTK_WIDGET (self->from),
    GTK_WIDGET (self->to),
  };
  Fields fields = forms[self->edit_kind].fields;
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      gboolean shown = (fields & (1u << i)) != 0;

      gtk_widget_set_visible (widgets[i], shown);

      if (shown && first == NULL)
        first = widgets[i];
    }

  return first == GTK_WIDGET (self->other_row) ? self->other : first;
}

static void
show_words (TsOrganisationDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  const char *body = forms[self->edit_kind].body;

  adw_message_dialog_set_heading (dialog, _(forms[self->edit_kind].heading));
  adw_message_dialog_set_body (dialog, body != NULL ? _(body) : self->record != NULL ? ts_organisation_record_get_name (self->record)
                                                                                     : "");

  if (forms[self->edit_kind].from != NULL)
    ts_date_row_set_label (self->from, _(forms[self->edit_kind].from));

  if (forms[self->edit_kind].to != NULL)
    ts_date_row_set_label (self->to, _(forms[self->edit_kind].to));

  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));

  if (self->row != NULL && forms[self->edit_kind].remove >= 0)
    {
      adw_message_dialog_add_response (dialog, "remove", _("_Remove"));
      adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
    }

  adw_message_dialog_add_response (dialog, "save", self->record == NULL ? _("_Add") : _("_Save"));
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
}

static TsOrganisationIndex *
get_index (TsOrganisationDialog *self)
{
  g_autoptr (TsOrganisationRecord) first = g_list_model_get_item (G_LIST_MODEL (self->book), 0);
  g_autoptr (GPtrArray) none = NULL;

  if (first != NULL)
    return ts_organisation_index_ref (ts_organisation_record_get_index (first));

  none = g_ptr_array_new ();

  return ts_organisation_index_new (none);
}

/**
 * ts_organisation_dialog_present:
 * @origin: the widget that asks
 * @session: the workbook
 * @book: its organisations
 * @record: (nullable): the organisation that is changed; %NULL for a new one
 * @kind: what to ask for
 * @row: (nullable): the name, parent or population that is corrected
 */
void
ts_organisation_dialog_present (GtkWidget              *origin,
                                TsSession              *session,
                                TsOrganisationBook     *book,
                                TsOrganisationRecord   *record,
                                TsOrganisationEditKind  kind,
                                TsRow                  *row)
{
  TsOrganisationDialog *self;
  GtkRoot *root;
  GtkWidget *first;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session) && TS_IS_ORGANISATION_BOOK (book));
  g_return_if_fail (kind < G_N_ELEMENTS (forms) && forms[kind].heading != NULL);

  self = g_object_new (TS_TYPE_ORGANISATION_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->book = g_object_ref (book);
  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->edit_kind = kind;
  self->row = row != NULL ? ts_row_ref (row) : NULL;
  self->index = get_index (self);

  first = show_fields (self);
  show_words (self);
  fill_kinds (self);
  fill_other (self);
  fill_row (self);
  self->filling = FALSE;
  changed_cb (self);

  root = gtk_widget_get_root (origin);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (first);
}

/**
 * ts_organisation_edit_now:
 * @origin: the widget that asks
 * @session: the workbook
 * @edit: what shall be changed
 *
 * Makes the change and offers to undo it.
 */
void
ts_organisation_edit_now (GtkWidget                *origin,
                          TsSession                *session,
                          const TsOrganisationEdit *edit)
{
  TsErrand *errand;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session) && edit != NULL);

  errand = ts_errand_new (origin, session, _("Not changed"));
  errand->undo_title = g_strdup (_(forms[edit->kind].done));
  ts_session_edit_organisation_async (session, edit, ts_errand_changed, errand);
}
