/* ts-organisation-detail.c — one organisation and its life
 *
 * Everything is made anew when something changed: it is a page of rows, and a record is a value. The keyboard stays where it was.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-organisation-detail.h"

#include <glib/gi18n-lib.h>

#include "app/organisations/ts-family-view.h"
#include "app/organisations/ts-organisation-dialog.h"
#include "app/organisations/ts-organisation-words.h"
#include "core/ts-begin.h"
#include "core/ts-organisation-notes.h"
#include "core/ts-stage.h"
#include "core/ts-year.h"

/* A region can have thousands of parts over the years; the list finds the others. */
#define N_PARTS_MOST 40

struct _TsOrganisationDetail
{
  AdwBin parent_instance;

  TsSession *session;
  TsOrganisationBook *book;
  TsOrganisationRecord *record;
  gboolean editable;

  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *about;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (TsOrganisationDetail, ts_organisation_detail, ADW_TYPE_BIN)

static const TsOrganisationLife *
get_life (TsOrganisationDetail *self)
{
  return ts_organisation_record_get_life (self->record);
}

static const char *
get_name_of (TsOrganisationDetail *self,
             const char           *id)
{
  return ts_organisation_index_get_name (ts_organisation_record_get_index (self->record), id, NULL);
}

static const char *
get_code_of (TsOrganisationDetail *self,
             const char           *id)
{
  const TsOrganisationLife *life = ts_organisation_index_find (ts_organisation_record_get_index (self->record), id);

  return life != NULL ? ts_row_get_text (life->organisation, TS_ORGANISATION_CODE) : "";
}

/* Parts of the page */

static AdwPreferencesGroup *
add_group (TsOrganisationDetail *self,
           const char           *title,
           const char           *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  adw_preferences_group_add (group, row);

  return row;
}

static void
edit_clicked_cb (TsOrganisationDetail *self,
                 GtkButton            *button)
{
  TsOrganisationEditKind kind = (TsOrganisationEditKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "edit"));
  TsRow *row = g_object_get_data (G_OBJECT (button), "row");

  if (kind == TS_ORGANISATION_EDIT_REMOVE_SUCCESSOR || kind == TS_ORGANISATION_EDIT_DELETE)
    {
      TsOrganisationEdit edit = {
        .kind = kind,
        .organisation_id = ts_organisation_record_get_id (self->record),
        .other_id = row != NULL ? ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR) : NULL,
      };

      ts_organisation_edit_now (GTK_WIDGET (self), self->session, &edit);
      return;
    }

  ts_organisation_dialog_present (GTK_WIDGET (self), self->session, self->book, self->record, kind, row);
}

/* The name finds the button again after the page was made anew. */
static void
prepare_button (TsOrganisationDetail   *self,
                GtkWidget              *button,
                TsOrganisationEditKind  kind,
                TsRow                  *row)
{
  g_autofree char *name = g_strdup_printf ("%d %s", (int) kind, row != NULL ? ts_row_get_id (row) : "");

  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, self->editable);
  g_object_set_data (G_OBJECT (button), "edit", GINT_TO_POINTER (kind));

  if (row != NULL)
    g_object_set_data_full (G_OBJECT (button), "row", ts_row_ref (row), (GDestroyNotify) ts_row_unref);

  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
set_group_button (TsOrganisationDetail   *self,
                  AdwPreferencesGroup    *group,
                  const char             *label,
                  TsOrganisationEditKind  kind)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  prepare_button (self, button, kind, NULL);
  adw_preferences_group_set_header_suffix (group, button);
}

static void
add_row_button (TsOrganisationDetail   *self,
                GtkWidget              *row,
                const char             *icon,
                const char             *label,
                TsOrganisationEditKind  kind,
                TsRow                  *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  prepare_button (self, button, kind, entry);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
lead_to (GtkWidget  *row,
         const char *action,
         const char *target)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

/* Groups */

static void
add_notes (TsOrganisationDetail *self)
{
  g_autoptr (GPtrArray) notes =
    ts_organisation_notes (ts_organisation_record_get_index (self->record), ts_organisation_record_get_id (self->record));
  AdwPreferencesGroup *group;

  if (notes->len == 0)
    return;

  group = add_group (self, _("What Does Not Fit Together"), _("Sources can disagree. Nothing has to be done, but a day may be worth checking."));

  for (guint i = 0; i < notes->len; i++)
    {
      GtkWidget *row = add_row (group, g_ptr_array_index (notes, i), NULL);
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "icon-name", "dialog-information-symbolic",
                                      NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
}

static void
add_family (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  AdwPreferencesGroup *group = add_group (self, _("Family Line"),
                                          life->successors->len + life->predecessors->len == 0
                                            ? _("Organisations merge, split and are followed by others. Add what came after this one; what "
                                                "came before it is said on the page of that organisation.")
                                            : NULL);

  set_group_button (self, group, _("Add Successor…"), TS_ORGANISATION_EDIT_ADD_SUCCESSOR);

  if (life->successors->len + life->predecessors->len > 0)
    adw_preferences_group_add (group, ts_family_view_new (ts_organisation_record_get_index (self->record),
                                                          ts_organisation_record_get_id (self->record)));

  for (guint i = 0; i < life->successors->len; i++)
    {
      TsRow *entry = g_ptr_array_index (life->successors, i);
      const char *name = get_name_of (self, ts_row_get_text (entry, TS_ORGANISATION_SUCCESSOR_SUCCESSOR));
      g_autofree char *title = g_strdup_printf (_("Followed by %s"), name);
      g_autofree char *label = g_strdup_printf (_("Not followed by %s"), name);
      GtkWidget *row = add_row (group, title, NULL);

      add_row_button (self, row, "list-remove-symbolic", label, TS_ORGANISATION_EDIT_REMOVE_SUCCESSOR, entry);
    }
}

static void
add_facts (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  AdwPreferencesGroup *group = add_group (self, _("About"), NULL);
  g_autofree char *days = ts_organisation_life_text (life);
  GtkWidget *kind;
  GtkWidget *open;

  kind = add_row (group, _("Kind"), ts_organisation_kind_get_title (ts_organisation_record_get_kind (self->record)));
  add_row_button (self, kind, "document-edit-symbolic", _("Change kind"), TS_ORGANISATION_EDIT_KIND, NULL);
  open = add_row (group, _("Open"), days);
  add_row_button (self, open, "document-edit-symbolic", _("Change when it opened and closed"), TS_ORGANISATION_EDIT_DATES, NULL);
}

static void
add_names (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  AdwPreferencesGroup *group = add_group (self, _("Names"), NULL);

  set_group_button (self, group, _("Rename…"), TS_ORGANISATION_EDIT_RENAME);

  for (guint i = life->names->len; i > 0; i--)
    {
      TsRow *entry = g_ptr_array_index (life->names, i - 1);
      const char *name = ts_row_get_text (entry, TS_ORGANISATION_NAME_NAME);
      g_autofree char *days = ts_organisation_days_text (ts_row_get_text (entry, TS_ORGANISATION_NAME_VALID_FROM),
                                                         ts_row_get_text (entry, TS_ORGANISATION_NAME_VALID_TO));
      g_autofree char *label = g_strdup_printf (_("Correct the name “%s”"), name);
      GtkWidget *row = add_row (group, name, days);

      add_row_button (self, row, "document-edit-symbolic", label, TS_ORGANISATION_EDIT_CORRECT_NAME, entry);
    }
}

static void
add_parents (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  AdwPreferencesGroup *group = add_group (self, _("Part Of"), life->parents->len == 0 ? _("It is part of no other organisation.") : NULL);

  set_group_button (self, group, _("Change…"), TS_ORGANISATION_EDIT_MOVE);

  for (guint i = life->parents->len; i > 0; i--)
    {
      TsRow *entry = g_ptr_array_index (life->parents, i - 1);
      const char *parent = ts_row_get_text (entry, TS_ORGANISATION_PARENT_PARENT);
      const char *name = get_name_of (self, parent);
      g_autofree char *days = ts_organisation_days_text (ts_row_get_text (entry, TS_ORGANISATION_PARENT_VALID_FROM),
                                                         ts_row_get_text (entry, TS_ORGANISATION_PARENT_VALID_TO));
      g_autofree char *label = g_strdup_printf (_("Correct when it is part of %s"), name);
      GtkWidget *row = add_row (group, name, days);

      add_row_button (self, row, "document-edit-symbolic", label, TS_ORGANISATION_EDIT_CORRECT_PARENT, entry);
      lead_to (row, "organisations.show", get_code_of (self, parent));
    }
}

static void
add_parts (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  AdwPreferencesGroup *group;

  if (life->children->len == 0)
    return;

  group = add_group (self, _("Its Parts"), NULL);

  for (guint i = 0; i < life->children->len && i < N_PARTS_MOST; i++)
    {
      TsRow *entry = g_ptr_array_index (life->children, i);
      const char *child = ts_row_get_text (entry, TS_ORGANISATION_PARENT_ORGANISATION);
      g_autofree char *days = ts_organisation_days_text (ts_row_get_text (entry, TS_ORGANISATION_PARENT_VALID_FROM),
                                                         ts_row_get_text (entry, TS_ORGANISATION_PARENT_VALID_TO));

      lead_to (add_row (group, get_name_of (self, child), days), "organisations.show", get_code_of (self, child));
    }

  if (life->children->len > N_PARTS_MOST)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", life->children->len - N_PARTS_MOST),
                                               life->children->len - N_PARTS_MOST);

      add_row (group, more, NULL);
    }
}

static void
add_populations (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  AdwPreferencesGroup *group = add_group (self, _("Population"), life->populations->len == 0 ? _("Not known for any year.") : NULL);

  set_group_button (self, group, _("Add Year…"), TS_ORGANISATION_EDIT_POPULATION);

  for (guint i = life->populations->len; i > 0; i--)
    {
      TsRow *entry = g_ptr_array_index (life->populations, i - 1);
      g_autofree char *year = ts_year_format ((int) ts_row_get_integer (entry, TS_ORGANISATION_POPULATION_YEAR));
      g_autofree char *people =
        g_strdup_printf ("%'" G_GINT64_FORMAT, ts_row_get_integer (entry, TS_ORGANISATION_POPULATION_POPULATION));
      g_autofree char *label = g_strdup_printf (_("Change the population of %s"), year);
      GtkWidget *row = add_row (group, people, year);

      add_row_button (self, row, "document-edit-symbolic", label, TS_ORGANISATION_EDIT_POPULATION, entry);
    }
}

static void
add_assessments (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  AdwPreferencesGroup *group;

  if (life->assessments->len == 0)
    return;

  group = add_group (self, _("Assessments"), NULL);

  for (guint i = 0; i < life->assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (life->assessments, i);
      g_autofree char *year = ts_year_format ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR));
      const char *name = ts_row_get_text (assessment, TS_ASSESSMENT_STAGE);
      TsStage stage;

      lead_to (add_row (group, year, ts_stage_from_name (name, &stage) ? ts_stage_get_title (stage) : name), "organisations.open",
               ts_row_get_id (assessment));
    }
}

/* Only where nothing speaks of it, as after a slip; anything else is closed. Evidence and outcomes the rules look at when it is asked for. */
static void
add_deletion (TsOrganisationDetail *self)
{
  const TsOrganisationLife *life = get_life (self);
  GtkWidget *button;

  if (life->assessments->len + life->children->len + life->successors->len + life->predecessors->len > 0)
    return;

  button = gtk_button_new_with_label (_("Delete Organisation"));
  prepare_button (self, button, TS_ORGANISATION_EDIT_DELETE, NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_remove_css_class (button, "flat");
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_box_append (self->groups, button);
}

static void
fill (TsOrganisationDetail *self)
{
  g_autofree char *about = g_strdup_printf ("%s · %s", ts_organisation_record_get_code (self->record),
                                            ts_organisation_kind_get_title (ts_organisation_record_get_kind (self->record)));

  gtk_label_set_label (self->name, ts_organisation_record_get_name (self->record));
  gtk_label_set_label (self->about, about);
  add_notes (self);
  add_family (self);
  add_facts (self);
  add_names (self);
  add_parents (self);
  add_parts (self);
  add_populations (self);
  add_assessments (self);
  add_deletion (self);
}

/* The keyboard */

static char *
dup_focus_name (TsOrganisationDetail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->groups)) ? g_strdup (gtk_widget_get_name (focus)) : NULL;
}

static GtkWidget *
find_by_name (GtkWidget  *widget,
              const char *name)
{
  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_name (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
clear (TsOrganisationDetail *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
ts_organisation_detail_dispose (GObject *object)
{
  TsOrganisationDetail *self = TS_ORGANISATION_DETAIL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->book);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (ts_organisation_detail_parent_class)->dispose (object);
}

static void
ts_organisation_detail_class_init (TsOrganisationDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ts_organisation_detail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/organisations/organisation-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDetail, name);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDetail, about);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationDetail, groups);
}

static void
ts_organisation_detail_init (TsOrganisationDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_anew (TsOrganisationDetail *self)
{
  clear (self);
  fill (self);
}

/**
 * ts_organisation_detail_set_editable:
 * @self: a detail
 * @editable: whether what it shows can be changed
 */
void
ts_organisation_detail_set_editable (TsOrganisationDetail *self,
                                     gboolean              editable)
{
  g_return_if_fail (TS_IS_ORGANISATION_DETAIL (self));

  if (editable == self->editable)
    return;

  self->editable = editable;

  if (self->record != NULL)
    fill_anew (self);
}

/**
 * ts_organisation_detail_show:
 * @self: a detail
 * @session: the workbook
 * @book: its organisations
 * @record: one of them
 */
void
ts_organisation_detail_show (TsOrganisationDetail *self,
                             TsSession            *session,
                             TsOrganisationBook   *book,
                             TsOrganisationRecord *record)
{
  g_autofree char *focus_name = NULL;
  GtkWidget *focus;
  gboolean same;

  g_return_if_fail (TS_IS_ORGANISATION_DETAIL (self));
  g_return_if_fail (TS_IS_SESSION (session) && TS_IS_ORGANISATION_BOOK (book) && TS_IS_ORGANISATION_RECORD (record));

  if (record == self->record)
    return;

  same = self->record != NULL && g_str_equal (ts_organisation_record_get_id (self->record), ts_organisation_record_get_id (record));
  focus_name = dup_focus_name (self);
  g_set_object (&self->session, session);
  g_set_object (&self->book, book);
  g_set_object (&self->record, record);
  fill_anew (self);

  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  focus = same && focus_name != NULL ? find_by_name (GTK_WIDGET (self->groups), focus_name) : NULL;

  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  else if (focus_name != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
