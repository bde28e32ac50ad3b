/* ts-organisations-page.c — the organisations of a workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-organisations-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/ts-tab-stop.h"
#include "app/widgets/ts-accessible-names.h"
#include "app/assess/ts-assess-page.h"
#include "app/organisations/ts-organisation-detail.h"
#include "app/organisations/ts-organisation-dialog.h"
#include "app/organisations/ts-organisation-row.h"
#include "app/organisations/ts-organisations-exchange.h"
#include "app/widgets/ts-page-table.h"
#include "app/widgets/ts-wrap-box.h"
#include "core/ts-begin.h"

/* The order of the choices in organisations-page.ui. */
typedef enum
{
  STATE_ANY,
  STATE_OPEN,
  STATE_CLOSED,
} State;

struct _TsOrganisationsPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model; /* only looked at for whether the past is shown; NULL where the page stands alone */
  GSignalGroup *model_signals;
  TsSession *session;
  TsOrganisationBook *book;
  GSignalGroup *book_signals;
  GtkFilter *filter;
  GtkFilterListModel *found;
  GPtrArray *kinds; /* those in the choice, after "all" */
  char *needle;
  char *shown_id;    /* whose detail is shown */
  char *wanted_code; /* whose detail to show as soon as the book is read */

  GtkStack *pages;
  GtkStack *stack;
  GtkWidget *spinner;
  GtkLabel *count;
  GtkEditable *search;
  GtkDropDown *kind;
  GtkDropDown *state;
  GtkListView *list;
  TsOrganisationDetail *detail;
};

static void set_model (TsAssessPage      *page,
                       TsAssessmentModel *model);

static void show (TsAssessPage *page,
                  const char   *detail);

static void
assess_page_iface_init (TsAssessPageInterface *iface)
{
  iface->set_model = set_model;
  iface->show = show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TsOrganisationsPage, ts_organisations_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_ASSESS_PAGE, assess_page_iface_init))

/* What is found */

static const char *
get_chosen_kind (TsOrganisationsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);

  return chosen >= 1 && chosen <= self->kinds->len ? g_ptr_array_index (self->kinds, chosen - 1) : NULL;
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  TsOrganisationsPage *self = user_data;
  const char *kind = get_chosen_kind (self);
  guint state = gtk_drop_down_get_selected (self->state);

  if (kind != NULL && !g_str_equal (ts_organisation_record_get_kind (item), kind))
    return FALSE;

  if (state != STATE_ANY && ts_organisation_record_is_open (item) != (state == STATE_OPEN))
    return FALSE;

  return self->needle == NULL || *self->needle == '\0' || ts_organisation_record_matches (item, self->needle);
}

static guint
get_n_items (TsOrganisationsPage *self)
{
  return self->book != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->book)) : 0;
}

static void
update_count (TsOrganisationsPage *self)
{
  guint n_items = get_n_items (self);
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean loaded = self->book != NULL && ts_session_list_get_loaded (TS_SESSION_LIST (self->book));
  const char *shown = n_found > 0 ? "list" : n_items > 0 ? "nothing"
                                           : loaded      ? "empty"
                                                         : "waiting";
  g_autofree char *text = NULL;

  if (n_found < n_items)
    text = g_strdup_printf (ngettext ("%u of %u organisation", "%u of %u organisations", n_items), n_found, n_items);
  else
    text = g_strdup_printf (ngettext ("%u organisation", "%u organisations", n_items), n_items);

  gtk_label_set_label (self->count, n_items > 0 ? text : "");
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), g_str_equal (shown, "waiting"));
  gtk_stack_set_visible_child_name (self->stack, shown);
}

static void
filter_changed_cb (TsOrganisationsPage *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
}

static void
search_changed_cb (TsOrganisationsPage *self)
{
  g_free (self->needle);
  self->needle = ts_organisation_record_fold (gtk_editable_get_text (self->search));
  filter_changed_cb (self);
}

/* The kinds that there are, in the order in which they are met; what was chosen stays chosen. */
static void
update_kinds (TsOrganisationsPage *self)
{
  g_autofree char *chosen = g_strdup (get_chosen_kind (self));
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) titles = NULL;
  guint selected = 0;

  for (guint i = 0; i < get_n_items (self); i++)
    {
      g_autoptr (TsOrganisationRecord) record = g_list_model_get_item (G_LIST_MODEL (self->book), i);
      const char *kind = ts_organisation_record_get_kind (record);

      if (!g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, g_strdup (kind));
    }

  if (kinds->len == self->kinds->len)
    {
      guint i = 0;

      while (i < kinds->len && g_str_equal (g_ptr_array_index (kinds, i), g_ptr_array_index (self->kinds, i)))
        i++;

      if (i == kinds->len)
        return;
    }

  titles = gtk_string_list_new (NULL);
  gtk_string_list_append (titles, _("All Kinds"));

  for (guint i = 0; i < kinds->len; i++)
    {
      gtk_string_list_append (titles, ts_organisation_kind_get_title (g_ptr_array_index (kinds, i)));

      if (g_strcmp0 (g_ptr_array_index (kinds, i), chosen) == 0)
        selected = i + 1;
    }

  g_ptr_array_unref (self->kinds);
  self->kinds = g_steal_pointer (&kinds);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->kind, selected);
}

/* The detail */

static gboolean
is_detail_shown (TsOrganisationsPage *self)
{
  return gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->detail);
}

static void
show_list (TsOrganisationsPage *self)
{
  if (!is_detail_shown (self))
    return;

  g_clear_pointer (&self->shown_id, g_free);
  gtk_stack_set_visible_child_name (self->pages, "list");
  gtk_widget_grab_focus (get_n_items (self) > 0 ? GTK_WIDGET (self->list) : GTK_WIDGET (self->search));
}

static void
show_record (TsOrganisationsPage  *self,
             TsOrganisationRecord *record)
{
  gboolean was_shown = is_detail_shown (self);

  g_free (self->shown_id);
  self->shown_id = g_strdup (ts_organisation_record_get_id (record));
  ts_organisation_detail_show (self->detail, self->session, self->book, record);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->detail));

  if (!was_shown)
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
show_wanted (TsOrganisationsPage *self)
{
  g_autofree char *code = NULL;
  TsOrganisationRecord *record;

  if (self->wanted_code == NULL || self->book == NULL || !ts_session_list_get_loaded (TS_SESSION_LIST (self->book)))
    return;

  code = g_steal_pointer (&self->wanted_code);
  record = ts_organisation_book_find_code (self->book, code);

  if (record != NULL)
    show_record (self, record);
}

static void
show (TsAssessPage *page,
      const char   *detail)
{
  TsOrganisationsPage *self = TS_ORGANISATIONS_PAGE (page);

  g_clear_pointer (&self->wanted_code, g_free);

  if (*detail == '\0')
    {
      show_list (self);
      return;
    }

  self->wanted_code = g_strdup (detail);
  show_wanted (self);
}

/* The organisation that is shown is shown as it is now; one that is gone, as when its addition is undone, is left. */
static void
follow_detail (TsOrganisationsPage *self)
{
  TsOrganisationRecord *record;

  if (self->shown_id == NULL || self->book == NULL)
    return;

  record = ts_organisation_book_find (self->book, self->shown_id);

  if (record != NULL)
    ts_organisation_detail_show (self->detail, self->session, self->book, record);
  else
    show_list (self);
}

/* Organisations are shown as they are today, and while the past is shown beside them, they are only looked at. */
static void
update_editable (TsOrganisationsPage *self)
{
  gboolean editable = self->session != NULL && !ts_session_get_read_only (self->session) &&
                      (self->model == NULL || ts_assessment_model_get_as_of (self->model) == 0);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisations.new", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisations.import", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisations.export", self->session != NULL);
  ts_organisation_detail_set_editable (self->detail, editable);
}

static void
set_model (TsAssessPage      *page,
           TsAssessmentModel *model)
{
  TsOrganisationsPage *self = TS_ORGANISATIONS_PAGE (page);

  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);
  ts_organisations_page_set_session (self, model != NULL ? ts_assessment_model_get_session (model) : NULL);
  update_editable (self);
}

static void
book_changed_cb (TsOrganisationsPage *self)
{
  update_kinds (self);
  update_count (self);
  follow_detail (self);
  show_wanted (self);
}

static void
activate_cb (TsOrganisationsPage *self,
             guint                position)
{
  g_autoptr (TsOrganisationRecord) record =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (record != NULL)
    show_record (self, record);
}

/* The list */

static void
setup_row_cb (TsOrganisationsPage *self,
              GtkListItem         *list_item)
{
  gtk_list_item_set_child (list_item, ts_organisation_row_new ());
}

static void
bind_row_cb (TsOrganisationsPage *self,
             GtkListItem         *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *description = NULL;

  ts_organisation_row_set_record (TS_ORGANISATION_ROW (row), gtk_list_item_get_item (list_item));
  description = ts_organisation_row_describe (TS_ORGANISATION_ROW (row));
  ts_accessible_names_set_row (row, description);
}

static void
make_list (TsOrganisationsPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
set_successors (TsChartTable         *table,
                guint                 row,
                TsOrganisationRecord *record)
{
  TsOrganisationIndex *index = ts_organisation_record_get_index (record);
  GPtrArray *successors = ts_organisation_record_get_life (record)->successors;
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < successors->len; i++)
    {
      const char *id = ts_row_get_text (g_ptr_array_index (successors, i), TS_ORGANISATION_SUCCESSOR_SUCCESSOR);
      const TsOrganisationLife *life = ts_organisation_index_find (index, id);

      g_string_append_printf (codes, "%s%s", i > 0 ? ";" : "", ts_row_get_text (life->organisation, TS_ORGANISATION_CODE));
    }

  ts_chart_table_set_cell (table, row, 6, codes->str);
}

static TsChartTable *
make_table (GtkWidget *page)
{
  static const char *const titles[] = { N_("Code"), N_("Name"), N_("Kind"), N_("Part of"), N_("Opened"), N_("Closed"), N_("Followed by") };
  TsOrganisationsPage *self = TS_ORGANISATIONS_PAGE (page);
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  TsChartTable *table;

  if (n_found == 0)
    return NULL;

  table = ts_chart_table_new (_("Organisations"));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ts_chart_table_add_column (table, _(titles[i]));

  for (guint i = 0; i < n_found; i++)
    {
      g_autoptr (TsOrganisationRecord) record = g_list_model_get_item (G_LIST_MODEL (self->found), i);
      const TsRow *organisation = ts_organisation_record_get_life (record)->organisation;
      const char *const cells[] = {
        ts_organisation_record_get_code (record),
        ts_organisation_record_get_name (record),
        ts_organisation_kind_get_title (ts_organisation_record_get_kind (record)),
        ts_organisation_record_get_parent_name (record),
        ts_row_get_text (organisation, TS_ORGANISATION_OPENED),
        ts_row_get_text (organisation, TS_ORGANISATION_CLOSED),
      };
      guint row = ts_chart_table_add_row (table);

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        ts_chart_table_set_cell (table, row, j, cells[j] != NULL ? cells[j] : "");

      set_successors (table, row, record);
    }

  return table;
}

/* Actions */

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TsOrganisationsPage *self = TS_ORGANISATIONS_PAGE (widget);

  if (self->book != NULL)
    ts_organisation_dialog_present (widget, self->session, self->book, NULL, TS_ORGANISATION_EDIT_ADD, NULL);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ts_organisations_import_ask (widget, TS_ORGANISATIONS_PAGE (widget)->session);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ts_organisations_export_ask (widget, TS_ORGANISATIONS_PAGE (widget)->session);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show (TS_ASSESS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_list (TS_ORGANISATIONS_PAGE (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.select-assessment", parameter);
  gtk_widget_activate_action (widget, "win.show-place", "s", "overview");
}

static void
ts_organisations_page_dispose (GObject *object)
{
  TsOrganisationsPage *self = TS_ORGANISATIONS_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);

  self->list = NULL;
  g_clear_object (&self->book_signals);
  g_clear_object (&self->model_signals);
  g_clear_object (&self->model);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->book);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_organisations_page_parent_class)->dispose (object);
}

static void
ts_organisations_page_finalize (GObject *object)
{
  TsOrganisationsPage *self = TS_ORGANISATIONS_PAGE (object);

  g_ptr_array_unref (self->kinds);
  g_free (self->needle);
  g_free (self->shown_id);
  g_free (self->wanted_code);

  G_OBJECT_CLASS (ts_organisations_page_parent_class)->finalize (object);
}

static void
ts_organisations_page_class_init (TsOrganisationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_organisations_page_dispose;
  object_class->finalize = ts_organisations_page_finalize;

  g_type_ensure (TS_TYPE_ORGANISATION_DETAIL);
  g_type_ensure (TS_TYPE_TAB_STOP);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/organisations/organisations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, pages);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, count);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, state);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);

  gtk_widget_class_install_action (widget_class, "organisations.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "organisations.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "organisations.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "organisations.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "organisations.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "organisations.back", NULL, back_action);
  ts_page_table_install (widget_class, make_table);
}

static void
ts_organisations_page_init (TsOrganisationsPage *self)
{
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);

  self->book_signals = g_signal_group_new (TS_TYPE_ORGANISATION_BOOK);
  g_signal_group_connect_data (self->book_signals, "items-changed", G_CALLBACK (book_changed_cb), self, NULL,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_group_connect_swapped (self->book_signals, "notify::loaded", G_CALLBACK (book_changed_cb), self);
  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::as-of", G_CALLBACK (update_editable), self);
  update_editable (self);
  update_count (self);
}

/**
 * ts_organisations_page_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
ts_organisations_page_new (void)
{
  return g_object_new (TS_TYPE_ORGANISATIONS_PAGE, NULL);
}

/**
 * ts_organisations_page_set_session:
 * @self: a page
 * @session: (nullable): the workbook
 */
void
ts_organisations_page_set_session (TsOrganisationsPage *self,
                                   TsSession           *session)
{
  g_autoptr (TsOrganisationBook) book = NULL;

  g_return_if_fail (TS_IS_ORGANISATIONS_PAGE (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  show_list (self);
  book = session != NULL ? ts_organisation_book_new (session) : NULL;
  g_set_object (&self->book, book);
  gtk_filter_list_model_set_model (self->found, G_LIST_MODEL (book));
  g_signal_group_set_target (self->book_signals, book);
  update_editable (self);
  book_changed_cb (self);
}
