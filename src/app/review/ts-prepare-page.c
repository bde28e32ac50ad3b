/* ts-prepare-page.c — the round, its panels and what they are given
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-prepare-page.h"

#include "app/review/ts-form-dialog.h"
#include "app/review/ts-review-words.h"
#include "core/ts-panel-role.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

struct _TsPreparePage
{
  TsReviewPage parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (TsPreparePage, ts_prepare_page, TS_TYPE_REVIEW_PAGE)

/* --- Asking ------------------------------------------------------------------------------------------------------- */

/* What a dialog is about, until it is closed. */
typedef struct
{
  GtkWidget *origin;
  TsSession *session;
  GPtrArray *framework_ids; /* of the choices */
  GArray *years;
  char *id;
  char *other;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->origin);
  g_object_unref (asking->session);
  g_ptr_array_unref (asking->framework_ids);
  g_array_unref (asking->years);
  g_free (asking->id);
  g_free (asking->other);
  g_free (asking);
}

static Asking *
asking_new (GtkWidget  *origin,
            TsSession  *session,
            const char *id,
            const char *other)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { g_object_ref (origin), g_object_ref (session), g_ptr_array_new_with_free_func (g_free),
                       g_array_new (FALSE, FALSE, sizeof (int)), g_strdup (id), g_strdup (other) };

  return asking;
}

static void
on_round_accepted (TsFormDialog *dialog,
                   Asking       *asking)
{
  guint choice = asking->id == NULL ? ts_form_dialog_get_choice (dialog, "about") : 0;
  const TsRoundDefinition definition = { ts_form_dialog_get_text (dialog, "title"), ts_form_dialog_get_text (dialog, "opens"),
                                         ts_form_dialog_get_text (dialog, "closes") };

  if (choice >= asking->years->len)
    return;

  ts_session_define_round_async (asking->session, g_ptr_array_index (asking->framework_ids, choice), g_array_index (asking->years, int, choice),
                                 &definition, asking->id == NULL, ts_errand_changed,
                                 ts_errand_new (asking->origin, asking->session, _("The Round Was Not Kept")));
}

/**
 * ts_prepare_ask_for_round:
 * @origin: the widget that asks
 * @model: a model
 * @edit: whether its round is to be edited, rather than a new one made
 */
void
ts_prepare_ask_for_round (GtkWidget     *origin,
                          TsReviewModel *model,
                          gboolean       edit)
{
  const TsRoundSnapshot *round = ts_review_model_get_round (model);
  const TsRow *row = edit && round != NULL ? round->round : NULL;
  Asking *asking;
  TsFormDialog *dialog;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  if (round == NULL || (edit && row == NULL) || (!edit && round->choices->len == 0))
    return;

  asking = asking_new (origin, ts_review_model_get_session (model), row != NULL ? ts_row_get_id (row) : NULL, NULL);
  dialog = ts_form_dialog_new (origin, row != NULL ? _("The Round") : _("New Round"),
                               row != NULL ? NULL : _("A round is the assurance of one year against one framework. It begins with all assessments of that year; you can take some out later."),
                               row != NULL ? _("_Keep") : _("_Begin"));

  if (row == NULL)
    {
      for (guint i = 0; i < round->choices->len; i++)
        {
          const TsRoundChoice *choice = g_ptr_array_index (round->choices, i);
          g_autofree char *year = ts_year_format (choice->year);

          /* Translators: a year, a framework and a number of assessments */
          g_ptr_array_add (titles, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %s (%u assessment)", "%s · %s (%u assessments)",
                                                                 choice->n_assessments),
                                                    year, choice->title, choice->n_assessments));
          g_ptr_array_add (asking->framework_ids, g_strdup (choice->framework_id));
          g_array_append_val (asking->years, choice->year);
        }

      g_ptr_array_add (titles, NULL);
      ts_form_dialog_add_choice (dialog, "about", _("Year and framework"), (const char *const *) titles->pdata, 0);
    }
  else
    {
      int year = (int) ts_row_get_integer (row, TS_REVIEW_ROUND_YEAR);

      g_ptr_array_add (asking->framework_ids, g_strdup (ts_row_get_text (row, TS_REVIEW_ROUND_FRAMEWORK)));
      g_array_append_val (asking->years, year);
    }

  ts_form_dialog_add_entry (dialog, "title", _("Title (optional)"), row != NULL ? ts_row_get_text (row, TS_REVIEW_ROUND_TITLE) : NULL, FALSE);
  ts_form_dialog_add_day (dialog, "opens", _("First day (optional)"), row != NULL ? ts_row_get_text (row, TS_REVIEW_ROUND_OPENS) : NULL);
  ts_form_dialog_add_day (dialog, "closes", _("Last day (optional)"), row != NULL ? ts_row_get_text (row, TS_REVIEW_ROUND_CLOSES) : NULL);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (on_round_accepted), asking, asking_free, 0);
}

static void
on_panel_accepted (TsFormDialog *dialog,
                   Asking       *asking)
{
  const TsPanelDefinition definition = { ts_form_dialog_get_text (dialog, "title"), ts_form_dialog_get_text (dialog, "day"),
                                         ts_form_dialog_get_text (dialog, "agenda") };

  ts_session_define_panel_async (asking->session, asking->other, asking->id, &definition, ts_errand_changed,
                                 ts_errand_new (asking->origin, asking->session, _("The Panel Was Not Kept")));
}

static void
ask_for_panel (TsPreparePage      *self,
               const TsRoundPanel *panel)
{
  const TsRoundSnapshot *round = ts_review_page_get_round (TS_REVIEW_PAGE (self));
  const TsRow *row = panel != NULL ? panel->panel : NULL;
  TsFormDialog *dialog = ts_form_dialog_new (GTK_WIDGET (self), row != NULL ? _("The Panel") : _("New Panel"), NULL,
                                             row != NULL ? _("_Keep") : _("_Make"));
  Asking *asking = asking_new (GTK_WIDGET (self), ts_review_page_get_session (TS_REVIEW_PAGE (self)), row != NULL ? ts_row_get_id (row) : NULL,
                               ts_row_get_id (round->round));

  ts_form_dialog_add_entry (dialog, "title", _("Title (optional)"), row != NULL ? ts_row_get_text (row, TS_PANEL_TITLE) : NULL, FALSE);
  ts_form_dialog_add_day (dialog, "day", _("Meets on (optional)"), row != NULL ? ts_row_get_text (row, TS_PANEL_DAY) : NULL);
  ts_form_dialog_add_entry (dialog, "agenda", _("What is done when (optional)"), row != NULL ? ts_row_get_text (row, TS_PANEL_AGENDA) : NULL, FALSE);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (on_panel_accepted), asking, asking_free, 0);
}

static void
on_member_accepted (TsFormDialog *dialog,
                    Asking       *asking)
{
  ts_session_seat_member_async (asking->session, asking->id, ts_form_dialog_get_text (dialog, "name"),
                                ts_panel_role_list ()[ts_form_dialog_get_choice (dialog, "role")], ts_errand_changed,
                                ts_errand_new (asking->origin, asking->session, _("The Member Was Not Kept")));
}

static void
ask_for_member (TsPreparePage      *self,
                const TsRoundPanel *panel)
{
  const char *const *roles = ts_panel_role_list ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  TsFormDialog *dialog = ts_form_dialog_new (GTK_WIDGET (self), _("New Member"),
                                             _("A member’s name is also the name under which they score, as they give it under “Who Is Working”."), _("_Add"));
  Asking *asking = asking_new (GTK_WIDGET (self), ts_review_page_get_session (TS_REVIEW_PAGE (self)), ts_row_get_id (panel->panel), NULL);

  for (guint i = 0; roles[i] != NULL; i++)
    g_ptr_array_add (titles, (char *) ts_panel_role_get_title (roles[i]));

  g_ptr_array_add (titles, NULL);
  ts_form_dialog_add_entry (dialog, "name", _("Name"), NULL, TRUE);
  ts_form_dialog_add_choice (dialog, "role", _("Role"), (const char *const *) titles->pdata, panel->members->len == 0 ? 0 : 1);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (on_member_accepted), asking, asking_free, 0);
}

static void
on_time_accepted (TsFormDialog *dialog,
                  Asking       *asking)
{
  ts_session_set_begins_async (asking->session, asking->id, asking->other, ts_form_dialog_get_text (dialog, "begins"), ts_errand_changed,
                               ts_errand_new (asking->origin, asking->session, _("The Time Was Not Kept")));
}

static void
ask_for_time (TsPreparePage           *self,
              const TsRoundPanel      *panel,
              const TsRoundAssessment *assessment)
{
  g_autofree char *day = ts_review_words_day (ts_row_get_text (panel->panel, TS_PANEL_DAY));
  g_autofree char *body = *day != '\0' ? g_strdup_printf ("%s · %s · %s", assessment->name, ts_row_get_text (panel->panel, TS_PANEL_TITLE), day)
                                       : g_strdup_printf ("%s · %s", assessment->name, ts_row_get_text (panel->panel, TS_PANEL_TITLE));
  TsFormDialog *dialog = ts_form_dialog_new (GTK_WIDGET (self), _("Time on the Panel’s Day"), body, _("_Keep"));
  Asking *asking = asking_new (GTK_WIDGET (self), ts_review_page_get_session (TS_REVIEW_PAGE (self)), ts_row_get_id (panel->panel),
                               ts_row_get_id (assessment->assessment));

  ts_form_dialog_add_time (dialog, "begins", _("Begins at, such as 09:30 (optional)"), ts_round_panel_get_begins (panel, assessment));
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (on_time_accepted), asking, asking_free, 0);
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void
edit_round_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ts_prepare_ask_for_round (widget, ts_review_page_get_model (TS_REVIEW_PAGE (widget)), TRUE);
}

static void
new_panel_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ask_for_panel (TS_PREPARE_PAGE (widget), NULL);
}

/* What acts on a panel by its id. */
static void
panel_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsRoundPanel *panel = ts_round_snapshot_find_panel (ts_review_page_get_round (page), g_variant_get_string (parameter, NULL));

  if (panel == NULL)
    return;

  if (g_str_equal (action_name, "prepare.edit-panel"))
    ask_for_panel (TS_PREPARE_PAGE (widget), panel);
  else if (g_str_equal (action_name, "prepare.add-member"))
    ask_for_member (TS_PREPARE_PAGE (widget), panel);
  else
    {
      TsErrand *errand = ts_review_page_new_errand (page, _("The Panel Was Not Removed"));

      errand->undo_title = g_strdup_printf (_("%s removed"), ts_row_get_text (panel->panel, TS_PANEL_TITLE));
      ts_session_remove_panel_async (ts_review_page_get_session (page), ts_row_get_id (panel->panel), ts_errand_changed, errand);
    }
}

static void
remove_member_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  TsErrand *errand = ts_review_page_new_errand (page, _("The Member Was Not Removed"));

  errand->undo_title = g_strdup (_("Member removed"));
  ts_session_unseat_member_async (ts_review_page_get_session (page), g_variant_get_string (parameter, NULL), ts_errand_changed, errand);
}

static void
assign_evenly_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsRow *round = ts_review_page_get_round (page)->round;
  TsErrand *errand = ts_review_page_new_errand (page, _("The Assessments Were Not Assigned"));

  errand->undo_title = g_strdup (_("Assessments given to panels"));
  ts_session_assign_evenly_async (ts_review_page_get_session (page), ts_row_get_id (round), ts_errand_changed, errand);
}

/* The target is a panel's and an assessment's id, with a space between. */
static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  g_auto (GStrv) ids = g_strsplit (g_variant_get_string (parameter, NULL), " ", 2);

  if (g_strv_length (ids) == 2)
    ts_session_assign_async (ts_review_page_get_session (page), ids[0], ids[1], g_str_equal (action_name, "prepare.assign"), ts_errand_changed,
                             ts_review_page_new_errand (page, _("The Assessment Was Not Assigned")));
}

/* The target is as that of assigning. */
static void
set_time_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  const TsRoundSnapshot *round = ts_review_page_get_round (TS_REVIEW_PAGE (widget));
  g_auto (GStrv) ids = g_strsplit (g_variant_get_string (parameter, NULL), " ", 2);
  const TsRoundPanel *panel = g_strv_length (ids) == 2 ? ts_round_snapshot_find_panel (round, ids[0]) : NULL;
  const TsRoundAssessment *assessment = panel != NULL ? ts_round_snapshot_find (round, ids[1]) : NULL;

  if (assessment != NULL)
    ask_for_time (TS_PREPARE_PAGE (widget), panel, assessment);
}

/* Into the round, or out of it. */
static void
belong_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsRoundSnapshot *round = ts_review_page_get_round (page);
  const char *id = g_variant_get_string (parameter, NULL);
  gboolean adds = g_str_equal (action_name, "prepare.include");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < round->assessments->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (round->assessments, i);

      if (adds || !g_str_equal (ts_row_get_id (assessment->assessment), id))
        g_ptr_array_add (ids, (char *) ts_row_get_id (assessment->assessment));
    }

  if (adds)
    g_ptr_array_add (ids, (char *) id);

  g_ptr_array_add (ids, NULL);
  ts_session_set_round_assessments_async (ts_review_page_get_session (page), ts_row_get_id (round->round), (const char *const *) ids->pdata,
                                          ts_errand_changed, ts_review_page_new_errand (page, _("The Round Was Not Kept")));
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static void
add_members (TsPreparePage         *self,
             GtkWidget             *group,
             const TsRoundSnapshot *round,
             const TsRoundPanel    *panel)
{
  for (guint i = 0; i < panel->members->len; i++)
    {
      const TsRoundMember *member = g_ptr_array_index (panel->members, i);
      g_autofree char *name = g_strdup_printf (_("Remove %s"), member->name);
      GtkWidget *row = ts_review_add_row (group, member->name, ts_panel_role_get_title (member->role));

      ts_review_add_button (row, "list-remove-symbolic", NULL, name, "prepare.remove-member", ts_row_get_id (member->seat));
    }
}

static void
add_assigned (TsPreparePage         *self,
              GtkWidget             *group,
              const TsRoundSnapshot *round,
              const TsRoundPanel    *panel)
{
  for (guint i = 0; i < panel->assessments->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (panel->assessments, i);
      g_autofree char *name = g_strdup_printf (_("Take %s from this panel"), assessment->name);
      const char *begins = ts_round_panel_get_begins (panel, assessment);
      /* Translators: an organisation and a time of a day */
      g_autofree char *when = begins != NULL ? g_strdup_printf (_("%s begins at %s: change the time"), assessment->name, begins)
                                             : g_strdup_printf (_("Set when %s begins"), assessment->name);
      g_autofree char *target = g_strdup_printf ("%s %s", ts_row_get_id (panel->panel), ts_row_get_id (assessment->assessment));
      guint n_conflicts = 0;
      g_autofree char *conflicts = NULL;
      GtkWidget *row;

      for (guint j = 0; j < panel->members->len; j++)
        {
          const TsRoundMember *member = g_ptr_array_index (panel->members, j);

          n_conflicts += ts_round_snapshot_find_conflict (round, ts_row_get_id (assessment->assessment), member->person_id) != NULL;
        }

      if (n_conflicts > 0)
        conflicts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Assessment · %u member has a conflict", "Assessment · %u members have a conflict", n_conflicts),
                                     n_conflicts);

      row = ts_review_add_row (group, assessment->name, conflicts != NULL ? conflicts : _("Assessment"));

      if (n_conflicts > 0)
        adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "dialog-warning-symbolic");

      gtk_widget_add_css_class (ts_review_add_button (row, NULL, begins != NULL ? begins : _("Set Time…"), when, "prepare.set-time", target), "flat");
      ts_review_add_button (row, "list-remove-symbolic", NULL, name, "prepare.take", target);
    }
}

static char *
describe_panel (const TsRoundPanel *panel)
{
  g_autofree char *day = ts_review_words_day (ts_row_get_text (panel->panel, TS_PANEL_DAY));
  const char *agenda = ts_row_get_text (panel->panel, TS_PANEL_AGENDA);
  GString *text = g_string_new (*day != '\0' ? day : _("No day yet"));

  g_string_append_printf (text, " · ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u member", "%u members", panel->members->len), panel->members->len);
  g_string_append_printf (text, " · ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u assessment", "%u assessments", panel->assessments->len), panel->assessments->len);

  if (agenda != NULL)
    g_string_append_printf (text, "\n%s", agenda);

  return g_string_free (text, FALSE);
}

static void
add_panel (TsPreparePage         *self,
           const TsRoundSnapshot *round,
           const TsRoundPanel    *panel)
{
  const char *id = ts_row_get_id (panel->panel);
  const char *title = ts_row_get_text (panel->panel, TS_PANEL_TITLE);
  g_autofree char *description = describe_panel (panel);
  g_autofree char *add = g_strdup_printf (_("Add a member to %s"), title);
  g_autofree char *edit = g_strdup_printf (_("Edit %s"), title);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), title);
  GtkWidget *group = ts_review_add_group (self->box, title, description);

  ts_review_add_button (group, "contact-new-symbolic", NULL, add, "prepare.add-member", id);
  ts_review_add_button (group, "document-edit-symbolic", NULL, edit, "prepare.edit-panel", id);
  ts_review_add_button (group, "user-trash-symbolic", NULL, remove, "prepare.remove-panel", id);

  if (panel->members->len == 0)
    ts_review_add_row (group, _("Nobody sits on this panel yet"), _("Add its chair first, then members: at least one clinician, and people who do not work for what they assess."));

  add_members (self, group, round, panel);
  add_assigned (self, group, round, panel);
}

static GtkWidget *
new_panel_menu (const TsRoundSnapshot   *round,
                const TsRoundAssessment *assessment)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_("Give %s to a panel"), assessment->name);

  for (guint i = 0; i < round->panels->len; i++)
    {
      const TsRoundPanel *panel = g_ptr_array_index (round->panels, i);
      g_autofree char *target = g_strdup_printf ("%s %s", ts_row_get_id (panel->panel), ts_row_get_id (assessment->assessment));
      g_autoptr (GMenuItem) item = g_menu_item_new (ts_row_get_text (panel->panel, TS_PANEL_TITLE), NULL);

      g_menu_item_set_action_and_target (item, "prepare.assign", "s", target);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Give To"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_unassigned (TsPreparePage         *self,
                const TsRoundSnapshot *round)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < round->assessments->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (round->assessments, i);
      g_autofree char *name = NULL;
      GtkWidget *row;

      if (assessment->panels->len > 0)
        continue;

      if (group == NULL)
        {
          group = ts_review_add_group (self->box, _("Without a Panel"),
                                       _("Assign them one by one, or all at once: each then goes where fewest members have a conflict, and evenly."));

          if (round->panels->len > 0)
            ts_review_add_button (group, NULL, _("Assign Automatically"), _("Assign Automatically"), "prepare.assign-evenly", NULL);
        }

      row = ts_review_add_row (group, assessment->name, ts_stage_get_title (assessment->stage));

      if (round->panels->len > 0)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_panel_menu (round, assessment));

      name = g_strdup_printf (_("Take %s out of the round"), assessment->name);
      ts_review_add_button (row, "list-remove-symbolic", NULL, name, "prepare.exclude", ts_row_get_id (assessment->assessment));
    }
}

static void
add_others (TsPreparePage         *self,
            const TsRoundSnapshot *round)
{
  GtkWidget *group;

  if (round->others->len == 0)
    return;

  group = ts_review_add_group (self->box, _("Not in This Round"), _("Assessments of the same year and framework that are left out."));

  for (guint i = 0; i < round->others->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (round->others, i);
      g_autofree char *name = g_strdup_printf (_("Take %s into the round"), assessment->name);
      GtkWidget *row = ts_review_add_row (group, assessment->name, ts_stage_get_title (assessment->stage));

      ts_review_add_button (row, "list-add-symbolic", NULL, name, "prepare.include", ts_row_get_id (assessment->assessment));
    }
}

static void
add_round (TsPreparePage         *self,
           const TsRoundSnapshot *round)
{
  const TsRow *row = round->round;
  g_autofree char *opens = ts_review_words_day (ts_row_get_text (row, TS_REVIEW_ROUND_OPENS));
  g_autofree char *closes = ts_review_words_day (ts_row_get_text (row, TS_REVIEW_ROUND_CLOSES));
  g_autofree char *days = NULL;
  g_autofree char *description = NULL;
  GtkWidget *group;

  if (*opens != '\0' || *closes != '\0')
    days = g_strdup_printf (" · %s – %s", opens, closes);

  description = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u assessment%s", "%s · %u assessments%s", round->assessments->len),
                                 round->framework_title != NULL ? round->framework_title : "", round->assessments->len, days != NULL ? days : "");
  group = ts_review_add_group (self->box, ts_row_get_text (row, TS_REVIEW_ROUND_TITLE), description);
  ts_review_add_button (group, "document-edit-symbolic", NULL, _("Edit the Round"), "prepare.edit-round", NULL);
  ts_review_add_button (group, NULL, _("New Panel…"), _("New Panel"), "prepare.new-panel", NULL);

  if (round->panels->len == 0)
    ts_review_add_row (group, _("No panel yet"), _("A panel is a few people who read and score the same assessments and meet on a day to agree. Make one for every day on which you meet."));
}

static void
ts_prepare_page_update (TsReviewPage *page)
{
  TsPreparePage *self = TS_PREPARE_PAGE (page);
  const TsRoundSnapshot *round = ts_review_page_get_round (page);
  gboolean writable = !ts_review_model_get_read_only (ts_review_page_get_model (page));
  static const char *const actions[] = { "prepare.edit-round", "prepare.new-panel", "prepare.edit-panel", "prepare.remove-panel", "prepare.add-member",
                                         "prepare.remove-member", "prepare.assign", "prepare.take", "prepare.set-time", "prepare.assign-evenly", "prepare.include", "prepare.exclude" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], writable);

  ts_review_clear (GTK_WIDGET (self->box));

  if (round == NULL || round->round == NULL)
    return;

  add_round (self, round);

  for (guint i = 0; i < round->panels->len; i++)
    add_panel (self, round, g_ptr_array_index (round->panels, i));

  add_unassigned (self, round);
  add_others (self, round);
}

static void
ts_prepare_page_class_init (TsPreparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TS_REVIEW_PAGE_CLASS (klass)->update = ts_prepare_page_update;

  gtk_widget_class_install_action (widget_class, "prepare.edit-round", NULL, edit_round_action);
  gtk_widget_class_install_action (widget_class, "prepare.new-panel", NULL, new_panel_action);
  gtk_widget_class_install_action (widget_class, "prepare.edit-panel", "s", panel_action);
  gtk_widget_class_install_action (widget_class, "prepare.remove-panel", "s", panel_action);
  gtk_widget_class_install_action (widget_class, "prepare.add-member", "s", panel_action);
  gtk_widget_class_install_action (widget_class, "prepare.remove-member", "s", remove_member_action);
  gtk_widget_class_install_action (widget_class, "prepare.assign", "s", assign_action);
  gtk_widget_class_install_action (widget_class, "prepare.take", "s", assign_action);
  gtk_widget_class_install_action (widget_class, "prepare.set-time", "s", set_time_action);
  gtk_widget_class_install_action (widget_class, "prepare.assign-evenly", NULL, assign_evenly_action);
  gtk_widget_class_install_action (widget_class, "prepare.include", "s", belong_action);
  gtk_widget_class_install_action (widget_class, "prepare.exclude", "s", belong_action);
}

static void
ts_prepare_page_init (TsPreparePage *self)
{
  self->box = ts_review_page_add_column (TS_REVIEW_PAGE (self), _("Prepare"));
}
