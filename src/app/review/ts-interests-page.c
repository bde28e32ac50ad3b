/* ts-interests-page.c — declared interests, and conflicts that follow from them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-interests-page.h"

#include "app/review/ts-form-dialog.h"
#include "app/review/ts-review-words.h"

#include <glib/gi18n-lib.h>

struct _TsInterestsPage
{
  TsReviewPage parent_instance;

  GtkBox *box;
  GPtrArray *organisation_ids; /* of the dialog's choices */
  char *assessment_id;         /* of the decision that a dialog asks the reason of */
  char *person_id;
  TsConflictState decision;
};

G_DEFINE_FINAL_TYPE (TsInterestsPage, ts_interests_page, TS_TYPE_REVIEW_PAGE)

/* --- Declaring ---------------------------------------------------------------------------------------------------- */

static void
on_declared (TsInterestsPage *self,
             TsFormDialog    *dialog)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);
  guint organisation = ts_form_dialog_get_choice (dialog, "organisation");
  const TsInterestDeclaration declaration = {
    .role = ts_form_dialog_get_text (dialog, "role"),
    .valid_from = ts_form_dialog_get_text (dialog, "from"),
    .valid_to = ts_form_dialog_get_text (dialog, "to"),
    .note = ts_form_dialog_get_text (dialog, "note"),
  };

  if (organisation < self->organisation_ids->len)
    ts_session_declare_interest_async (ts_review_page_get_session (page), NULL, g_ptr_array_index (self->organisation_ids, organisation),
                                       ts_form_dialog_get_text (dialog, "name"), &declaration, ts_errand_changed,
                                       ts_review_page_new_errand (page, _("The Interest Was Not Kept")));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
declare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TsInterestsPage *self = TS_INTERESTS_PAGE (widget);
  const TsRoundSnapshot *round = ts_review_page_get_round (TS_REVIEW_PAGE (self));
  GPtrArray *organisations = ts_organisation_directory_get_organisations (round->directory);
  int year = round->round != NULL ? (int) ts_row_get_integer (round->round, TS_REVIEW_ROUND_YEAR) : 2009;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  TsFormDialog *dialog;

  for (guint i = 0; i < organisations->len; i++)
    {
      const TsRow *organisation = g_ptr_array_index (organisations, i);
      char *name = g_strdup_printf ("%s (%s)", ts_organisation_directory_get_name (round->directory, ts_row_get_id (organisation), year),
                                    ts_row_get_text (organisation, TS_ORGANISATION_CODE));

      g_ptr_array_add (names, name);
      g_hash_table_insert (ids, name, (char *) ts_row_get_id (organisation));
    }

  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_set_size (self->organisation_ids, 0);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (self->organisation_ids, g_strdup (g_hash_table_lookup (ids, g_ptr_array_index (names, i))));

  g_ptr_array_add (names, NULL);
  dialog = ts_form_dialog_new (widget, _("Declare an Interest"),
                               _("Whatever could look like a conflict to somebody outside is declared. What follows from it is found for you, also through predecessors and what an organisation belongs to."),
                               _("_Declare"));
  ts_form_dialog_add_entry (dialog, "name", _("Whose"), ts_session_get_person (ts_review_page_get_session (TS_REVIEW_PAGE (self))), TRUE);
  ts_form_dialog_add_choice (dialog, "organisation", _("Organisation"), (const char *const *) names->pdata, 0);
  ts_form_dialog_add_entry (dialog, "role", _("As what, for example “employee”"), NULL, TRUE);
  ts_form_dialog_add_day (dialog, "from", _("From (optional)"), NULL);
  ts_form_dialog_add_day (dialog, "to", _("To (optional)"), NULL);
  ts_form_dialog_add_entry (dialog, "note", _("Note (optional)"), NULL, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_declared), self, G_CONNECT_SWAPPED);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  TsErrand *errand = ts_review_page_new_errand (page, _("The Interest Was Not Withdrawn"));

  errand->undo_title = g_strdup (_("Interest withdrawn"));
  ts_session_withdraw_interest_async (ts_review_page_get_session (page), g_variant_get_string (parameter, NULL), ts_errand_changed, errand);
}

/* --- Deciding ----------------------------------------------------------------------------------------------------- */

static void
decide (TsInterestsPage *self,
        const char      *reason)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  ts_session_decide_conflict_async (ts_review_page_get_session (page), self->assessment_id, self->person_id, self->decision, reason,
                                    ts_errand_changed, ts_review_page_new_errand (page, _("Nothing Was Decided")));
}

static void
on_reason_given (TsInterestsPage *self,
                 TsFormDialog    *dialog)
{
  decide (self, ts_form_dialog_get_text (dialog, "reason"));
}

/* The target is the decision, the assessment's and the person's id, with spaces between. */
static void
decide_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsInterestsPage *self = TS_INTERESTS_PAGE (widget);
  const TsRoundSnapshot *round = ts_review_page_get_round (TS_REVIEW_PAGE (self));
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), " ", 3);
  const TsRoundConflict *conflict;
  g_autofree char *body = NULL;
  TsFormDialog *dialog;

  if (g_strv_length (parts) != 3 || !ts_conflict_state_from_name (parts[0], &self->decision))
    return;

  conflict = ts_round_snapshot_find_conflict (round, parts[1], parts[2]);

  if (conflict == NULL)
    return;

  g_free (self->assessment_id);
  g_free (self->person_id);
  self->assessment_id = g_strdup (parts[1]);
  self->person_id = g_strdup (parts[2]);

  if (self->decision != TS_CONFLICT_CLEARED)
    {
      decide (self, NULL);
      return;
    }

  body = g_strdup_printf (_("%s may then open and score %s. The reason is kept with your name; nobody clears themselves."), conflict->name,
                          conflict->assessment->name);
  dialog = ts_form_dialog_new (widget, _("Clear the Conflict"), body, _("C_lear"));
  ts_form_dialog_add_entry (dialog, "reason", _("Why it does not stand in the way"), NULL, TRUE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_reason_given), self, G_CONNECT_SWAPPED);
}

static void
add_decision (GtkWidget             *box,
              const TsRoundConflict *conflict,
              TsConflictState        decision,
              const char            *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *target = g_strdup_printf ("%s %s %s", ts_conflict_state_get_name (decision), ts_row_get_id (conflict->assessment->assessment),
                                             conflict->person_id);
  /* Translators: what is decided, a person, an organisation */
  g_autofree char *name = g_strdup_printf (_("%s: %s, %s"), ts_conflict_state_get_title (decision), conflict->name, conflict->assessment->name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "interests.decide");
  ts_review_name (button, name);

  if (conflict->conflict.state == decision)
    gtk_widget_add_css_class (button, "suggested-action");

  gtk_box_append (GTK_BOX (box), button);
}

static void
add_conflict (GtkWidget             *group,
              const TsRoundSnapshot *round,
              const TsRoundConflict *conflict)
{
  g_autofree char *title = g_strdup_printf ("%s — %s", conflict->name, conflict->assessment->name);
  g_autofree char *reason = ts_review_words_conflict (round, conflict);
  g_autoptr (GString) subtitle = g_string_new (reason);
  const TsRow *action = conflict->conflict.action;
  GtkWidget *row;
  GtkWidget *buttons;

  if (conflict->conflict.state != TS_CONFLICT_OPEN && action != NULL)
    {
      g_autofree char *day = ts_review_words_day (ts_row_get_text (action, TS_CONFLICT_ACTION_DAY));

      /* Translators: what was decided, who decided it, a day */
      g_string_append_printf (subtitle, _("\n%s, decided by %s on %s."), ts_conflict_state_get_title (conflict->conflict.state),
                              ts_row_get_text (action, TS_CONFLICT_ACTION_DECIDED_BY), day);

      if (ts_row_has (action, TS_CONFLICT_ACTION_REASON))
        g_string_append_printf (subtitle, " %s", ts_row_get_text (action, TS_CONFLICT_ACTION_REASON));
    }
  else if (conflict->conflict.state == TS_CONFLICT_OPEN)
    {
      g_string_append (subtitle, _("\nUntil something is decided, they can neither open nor score it."));
    }

  row = ts_review_add_row (group, title, subtitle->str);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), conflict->conflict.state == TS_CONFLICT_OPEN ? "dialog-warning-symbolic" : "object-select-symbolic");

  if (!conflict->sits)
    return;

  /* Below the words, so that there is room for both on a narrow window. */
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (buttons, "row-buttons");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  add_decision (buttons, conflict, TS_CONFLICT_LEAVES, _("Leaves"));
  add_decision (buttons, conflict, TS_CONFLICT_STAYS, _("Stays"));
  add_decision (buttons, conflict, TS_CONFLICT_CLEARED, _("Clear…"));

  row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), buttons);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static void
add_missing_clinicians (TsInterestsPage       *self,
                        const TsRoundSnapshot *round)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < round->assessments->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (round->assessments, i);
      GtkWidget *row;

      if (assessment->panels->len == 0 || assessment->n_clinicians > 0)
        continue;

      if (group == NULL)
        group = ts_review_add_group (self->box, _("No Clinician"), NULL);

      row = ts_review_add_row (group, assessment->name, _("No clinician without a conflict is left to score it. Seat another one, or give it to another panel."));
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "dialog-warning-symbolic");
    }
}

static void
add_conflicts (TsInterestsPage       *self,
               const TsRoundSnapshot *round)
{
  static const char *const titles[] = { N_("To Decide"), N_("Decided"), N_("On Other Panels") };
  GtkWidget *groups[3] = { NULL };

  for (guint i = 0; i < round->conflicts->len; i++)
    {
      const TsRoundConflict *conflict = g_ptr_array_index (round->conflicts, i);
      guint rank = !conflict->sits ? 2 : conflict->conflict.state != TS_CONFLICT_OPEN;

      if (groups[rank] == NULL)
        groups[rank] = ts_review_add_group (self->box, _(titles[rank]),
                                            rank == 2 ? _("These members do not score the assessment, and cannot open it either.") : NULL);

      add_conflict (groups[rank], round, conflict);
    }
}

static void
add_register (TsInterestsPage       *self,
              const TsRoundSnapshot *round)
{
  GtkWidget *group = ts_review_add_group (self->box, _("Register of Interests"),
                                          _("Interests are declared before anybody looks at a submission. What may only be perceived as a conflict counts as one."));

  ts_review_add_button (group, "document-print-symbolic", NULL, _("Print the Register"), "win.print", NULL);
  ts_review_add_button (group, NULL, _("Declare…"), _("Declare an Interest"), "interests.declare", NULL);

  if (round->interests->len == 0)
    ts_review_add_row (group, _("Nobody has declared an interest"), _("Ask every member of a panel before they look at a submission."));

  for (guint i = 0; i < round->interests->len; i++)
    {
      const TsRow *interest = g_ptr_array_index (round->interests, i);
      const char *name = ts_round_snapshot_get_person_name (round, ts_row_get_text (interest, TS_INTEREST_PERSON));
      g_autofree char *words = ts_review_words_interest (round, interest);
      g_autofree char *day = ts_review_words_day (ts_row_get_text (interest, TS_INTEREST_DECLARED));
      g_autofree char *withdraw = g_strdup_printf (_("Withdraw the interest of %s"), name);
      g_autoptr (GString) subtitle = g_string_new (words);
      GtkWidget *row;

      if (*day != '\0')
        g_string_append_printf (subtitle, _(" · declared on %s"), day);

      if (ts_row_has (interest, TS_INTEREST_NOTE))
        g_string_append_printf (subtitle, "\n%s", ts_row_get_text (interest, TS_INTEREST_NOTE));

      row = ts_review_add_row (group, name, subtitle->str);
      ts_review_add_button (row, "list-remove-symbolic", NULL, withdraw, "interests.withdraw", ts_row_get_id (interest));
    }
}

static void
ts_interests_page_update (TsReviewPage *page)
{
  TsInterestsPage *self = TS_INTERESTS_PAGE (page);
  const TsRoundSnapshot *round = ts_review_page_get_round (page);
  gboolean writable = !ts_review_model_get_read_only (ts_review_page_get_model (page));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interests.declare", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interests.withdraw", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interests.decide", writable);
  ts_review_clear (GTK_WIDGET (self->box));

  if (round == NULL)
    return;

  add_missing_clinicians (self, round);
  add_conflicts (self, round);
  add_register (self, round);
}

static void
ts_interests_page_finalize (GObject *object)
{
  TsInterestsPage *self = TS_INTERESTS_PAGE (object);

  g_ptr_array_unref (self->organisation_ids);
  g_free (self->assessment_id);
  g_free (self->person_id);

  G_OBJECT_CLASS (ts_interests_page_parent_class)->finalize (object);
}

static void
ts_interests_page_class_init (TsInterestsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_interests_page_finalize;
  TS_REVIEW_PAGE_CLASS (klass)->update = ts_interests_page_update;

  gtk_widget_class_install_action (widget_class, "interests.declare", NULL, declare_action);
  gtk_widget_class_install_action (widget_class, "interests.withdraw", "s", withdraw_action);
  gtk_widget_class_install_action (widget_class, "interests.decide", "s", decide_action);
}

static void
ts_interests_page_init (TsInterestsPage *self)
{
  self->organisation_ids = g_ptr_array_new_with_free_func (g_free);
  self->box = ts_review_page_add_column (TS_REVIEW_PAGE (self), _("Interests"));
}
