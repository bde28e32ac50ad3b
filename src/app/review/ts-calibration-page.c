/* ts-calibration-page.c — the final levels, and how every level came about
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-calibration-page.h"

#include "app/review/ts-note-field.h"
#include "app/review/ts-review-words.h"
#include "core/ts-panel-role.h"
#include "model/ts-round-agreement.h"

#include <glib/gi18n-lib.h>

struct _TsCalibrationPage
{
  TsCriteriaPage parent_instance;

  int proposed;
  char *proposed_of;

  TsRoundAgreement *agreement; /* NULL until it has been measured */
  GCancellable *cancellable;   /* of the measuring that runs */

  GtkLabel *summary;
  GtkLabel *what_if;
  GtkWidget *expander;
  GtkBox *measures;
  GtkBox *ledger;
  GtkWidget *picker;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (TsCalibrationPage, ts_calibration_page, TS_TYPE_CRITERIA_PAGE)

static gboolean
may_adjust (TsCalibrationPage *self)
{
  return ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_FINAL);
}

static void
update_proposal (TsCalibrationPage      *self,
                 const TsReviewSnapshot *review,
                 const TsNode           *node)
{
  int panel = ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL);

  ts_criteria_page_show_levels (self->picker, node, self->proposed, may_adjust (self));
  ts_note_field_set_title (TS_NOTE_FIELD (self->reason), self->proposed > 0 && self->proposed != panel ? _("Reason, needed because the level is not the panel’s")
                                                                                                       : _("Reason (optional)"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibration.adjust", may_adjust (self));
}

static void
set_level (TsCriteriaPage *page,
           const TsNode   *node,
           int             level)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (page);

  if (!may_adjust (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (page));
      return;
    }

  self->proposed = level;
  update_proposal (self, ts_review_page_get_review (TS_REVIEW_PAGE (page)), node);
}

static void
adjust_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (widget);
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsNode *node = ts_criteria_page_get_node (TS_CRITERIA_PAGE (self));
  g_autofree char *reason = ts_note_field_dup_text (TS_NOTE_FIELD (self->reason));
  g_autofree char *trimmed = g_strstrip (g_strdup (reason));

  if (node == NULL)
    return;

  if (self->proposed > 0 && *trimmed == '\0' &&
      self->proposed != ts_review_snapshot_get_level (ts_review_page_get_review (page), node->id, TS_LAYER_PANEL))
    {
      gtk_widget_grab_focus (self->reason);
      ts_window_show_toast (ts_window_for_widget (widget), _("Say why the level is adjusted."));
      return;
    }

  ts_session_adjust_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), node->id, self->proposed, reason,
                           ts_errand_changed, ts_review_page_new_errand (page, _("The Final Level Was Not Kept")));
  ts_note_field_forget (TS_NOTE_FIELD (self->reason));
}

/* --- The ledger --------------------------------------------------------------------------------------------------- */

static void
add_layer (GtkWidget    *group,
           const TsNode *node,
           const char   *title,
           const TsRow  *rating)
{
  g_autofree char *level = ts_review_words_level (node, rating != NULL ? (int) ts_row_get_integer (rating, TS_RATING_LEVEL) : 0);
  g_autofree char *heading = g_strdup_printf ("%s: %s", title, level);
  g_autoptr (GString) said = g_string_new (NULL);
  static const guint fields[] = { TS_RATING_RATIONALE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT };

  for (guint i = 0; rating != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      if (ts_row_has (rating, fields[i]))
        g_string_append_printf (said, "%s%s", said->len > 0 ? "\n" : "", ts_row_get_text (rating, fields[i]));
    }

  ts_review_add_row (group, heading, said->len > 0 ? said->str : (rating != NULL ? _("No reason is given.") : NULL));
}

static void
show_ledger (TsCalibrationPage      *self,
             const TsReviewSnapshot *review,
             const TsNode           *node)
{
  GtkWidget *group;
  gboolean seen = FALSE;

  ts_review_clear (GTK_WIDGET (self->ledger));
  group = ts_review_add_group (self->ledger, _("How It Came About"), _("The five layers, each with its reasons. The page History has every change to them, day by day."));
  add_layer (group, node, ts_layer_get_title (TS_LAYER_SELF), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_SELF, ""));
  add_layer (group, node, ts_layer_get_title (TS_LAYER_DESK), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_DESK, ""));

  for (guint i = 0; i < review->ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (review->ratings, i);
      const char *assessor = ts_row_get_text (rating, TS_RATING_ASSESSOR);
      const TsReviewMember *member;
      g_autofree char *title = NULL;

      if (g_strcmp0 (ts_row_get_text (rating, TS_RATING_NODE), node->id) != 0 ||
          g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) != 0)
        continue;

      member = ts_review_sight_find_member (review->sight, assessor);
      title = member != NULL ? g_strdup_printf ("%s (%s)", assessor, ts_panel_role_get_title (member->role)) : g_strdup (assessor);
      add_layer (group, node, title, rating);
      seen = TRUE;
    }

  if (!seen)
    ts_review_add_row (group, ts_layer_get_title (TS_LAYER_REVIEWER), ts_sight_is_open (&review->sight->sight) ? _("Nobody has scored this.") : _("Closed until everybody has sealed."));

  add_layer (group, node, ts_layer_get_title (TS_LAYER_PANEL), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_PANEL, ""));
  add_layer (group, node, ts_layer_get_title (TS_LAYER_FINAL), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_FINAL, ""));
}

/* --- Agreement and severity --------------------------------------------------------------------------------------- */

static void
append_estimate (GString          *text,
                 const TsEstimate *estimate,
                 gboolean          signed_value)
{
  if (!estimate->is_defined)
    g_string_append (text, _("not defined"));
  else if (!estimate->has_interval)
    g_string_append_printf (text, signed_value ? "%+.2f" : "%.2f", estimate->value);
  else
    /* Translators: a number and its 95 % interval */
    g_string_append_printf (text, signed_value ? _("%+.2f (%+.2f to %+.2f)") : _("%.2f (%.2f to %.2f)"), estimate->value, estimate->low, estimate->high);
}

static void
add_reliability (GtkWidget              *group,
                 const TsPanelAgreement *of_panel)
{
  const TsReviewAgreement *agreement = &of_panel->agreement;
  g_autofree char *panel = of_panel->panel != NULL ? ts_review_words_panel (of_panel->panel) : NULL;
  g_autoptr (GString) text = g_string_new (_("Krippendorff’s alpha "));

  append_estimate (text, &agreement->alpha, FALSE);

  if (agreement->exact.is_defined && agreement->within_one.is_defined)
    g_string_append_printf (text, _(" · the same %.0f %% · within one level %.0f %%"), 100 * agreement->exact.value, 100 * agreement->within_one.value);

  if (agreement->spread.is_defined)
    g_string_append_printf (text, _(" · mean spread %.1f"), agreement->spread.value);

  g_string_append (text, "\n");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u criterion that two or more scored", "%u criteria that two or more scored", agreement->n_shared),
                          agreement->n_shared);

  if (agreement->n_missing > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u score is missing", "%u scores are missing", agreement->n_missing), agreement->n_missing);
    }

  ts_review_add_row (group, panel != NULL ? panel : _("The round"), text->str);
}

static void
show_measures (TsCalibrationPage *self)
{
  g_autofree char *of = NULL;
  GtkWidget *group;

  ts_review_clear (GTK_WIDGET (self->measures));

  if (self->agreement == NULL)
    return;

  of = g_strdup_printf (_("Out of the open scores of %u of %u assessments. An interval says where the value would lie in 95 of 100 rounds like this one; alpha is 1 when all "
                          "agree, and 0 when they agree no better than by chance."),
                        self->agreement->n_open, self->agreement->n_assessments);
  group = ts_review_add_group (self->measures, _("Agreement"), of);

  for (guint i = 0; i < self->agreement->panels->len; i++)
    add_reliability (group, g_ptr_array_index (self->agreement->panels, i));

  if (self->agreement->severities->len == 0)
    return;

  group = ts_review_add_group (self->measures, _("Severity"), _("How far each scores above or below those who scored the same. Below zero is severe."));

  for (guint i = 0; i < self->agreement->severities->len; i++)
    {
      const TsReviewerSeverity *severity = g_ptr_array_index (self->agreement->severities, i);
      g_autoptr (GString) text = g_string_new (NULL);

      append_estimate (text, &severity->severity.difference, TRUE);
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u score", "%u scores", severity->severity.n_shared), severity->severity.n_shared);
      ts_review_add_row (group, severity->name, text->str);
    }
}

/* What the median would be without anybody's severity: shown beside the panel's level, and never put in its place. */
static void
show_what_if (TsCalibrationPage      *self,
              const TsReviewSnapshot *review,
              const TsNode           *node)
{
  const TsAgendaItem *item = ts_review_snapshot_find_item (review, node->id);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *text = NULL;

  for (guint i = 0; self->agreement != NULL && item != NULL && i < item->scores->len; i++)
    {
      const TsRow *score = g_ptr_array_index (item->scores, i);
      const TsReviewerSeverity *severity = ts_round_agreement_find (self->agreement, ts_row_get_text (score, TS_RATING_ASSESSOR));
      int level = (int) ts_row_get_integer (score, TS_RATING_LEVEL);

      if (severity != NULL)
        level = ts_severity_round (ts_severity_adjust (&severity->severity, level), ts_scale_get_n_levels (node->section->scale));

      g_array_append_val (levels, level);
    }

  if (levels->len > 1)
    text = g_strdup_printf (_("What if nobody were severe or generous? The median would be %g; it is %g."),
                            ts_median ((const int *) (void *) levels->data, levels->len), item->median);

  gtk_label_set_label (self->what_if, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->what_if), text != NULL);
}

static void
on_measured (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TsCalibrationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRoundAgreement) agreement = ts_session_read_round_agreement_finish (TS_SESSION (session), result, &error);
  const TsNode *node;

  if (agreement == NULL)
    {
      g_debug ("agreement was not measured: %s", error->message);
      return;
    }

  g_clear_pointer (&self->agreement, ts_round_agreement_free);
  self->agreement = g_steal_pointer (&agreement);
  show_measures (self);
  node = ts_criteria_page_get_node (TS_CRITERIA_PAGE (self));

  if (node != NULL)
    show_what_if (self, ts_review_page_get_review (TS_REVIEW_PAGE (self)), node);
}

static void
stop_measuring (TsCalibrationPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
}

static void
measure (TsCalibrationPage *self)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  stop_measuring (self);
  self->cancellable = g_cancellable_new ();
  ts_session_read_round_agreement_async (ts_review_page_get_session (page), ts_row_get_id (ts_review_page_get_round (page)->round), self->cancellable,
                                         on_measured, g_object_ref (self));
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

/* Of what is open: how often all scores are the same, and how often they lie within one level. */
static char *
describe_agreement (const TsReviewSnapshot *review)
{
  guint n_scored = 0;
  guint n_same = 0;
  guint n_near = 0;

  for (guint i = 0; i < review->agenda->len; i++)
    {
      const TsAgendaItem *item = g_ptr_array_index (review->agenda, i);

      if (item->scores->len < 2)
        continue;

      n_scored++;
      n_same += ts_agenda_item_get_spread (item) == 0;
      n_near += ts_agenda_item_get_spread (item) <= 1;
    }

  if (n_scored == 0)
    return g_strdup (_("No criterion has two open scores yet, so there is no agreement to tell of."));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %u criterion that several scored, all agree on %u and lie within one level on %u.",
                                       "Of %u criteria that several scored, all agree on %u and lie within one level on %u.", n_scored),
                          n_scored, n_same, n_near);
}

static void
list (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      GPtrArray              *entries)
{
  g_autofree char *agreement = describe_agreement (review);

  ts_criteria_page_set_heading (page, _("Panel and final levels"));
  gtk_label_set_label (TS_CALIBRATION_PAGE (page)->summary, agreement);
  measure (TS_CALIBRATION_PAGE (page));

  for (guint i = 0; i < review->criteria->len; i++)
    {
      const TsNode *node = g_ptr_array_index (review->criteria, i);
      const TsScale *scale = node->section->scale;
      int panel = ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL);
      int final = ts_review_snapshot_get_level (review, node->id, TS_LAYER_FINAL);
      char *note = NULL;

      if (final > 0)
        /* Translators: the panel's and the final level */
        note = g_strdup_printf (_("%s → %s"), panel > 0 ? ts_scale_get_token (scale, panel) : "–", ts_scale_get_token (scale, final));
      else if (panel > 0)
        note = g_strdup (ts_scale_get_token (scale, panel));

      ts_criteria_page_add (entries, node, note, final > 0);
    }
}

static void
show (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      const TsNode           *node)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (page);
  const TsRow *final = ts_review_snapshot_find_rating (review, node->id, TS_LAYER_FINAL, "");

  if (g_strcmp0 (self->proposed_of, node->id) != 0)
    {
      g_free (self->proposed_of);
      self->proposed_of = g_strdup (node->id);
      self->proposed = final != NULL ? (int) ts_row_get_integer (final, TS_RATING_LEVEL) : ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL);
    }

  ts_note_field_set (TS_NOTE_FIELD (self->reason), node->id, final != NULL ? ts_row_get_text (final, TS_RATING_RATIONALE) : NULL);
  ts_note_field_set_editable (TS_NOTE_FIELD (self->reason), may_adjust (self));
  update_proposal (self, review, node);
  show_what_if (self, review, node);
  show_ledger (self, review, node);
}

static void
forget (TsCriteriaPage *page)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (page);

  ts_note_field_forget (TS_NOTE_FIELD (self->reason));
  ts_review_clear (GTK_WIDGET (self->ledger));
  stop_measuring (self);
  g_clear_pointer (&self->agreement, ts_round_agreement_free);
  ts_review_clear (GTK_WIDGET (self->measures));
  gtk_label_set_label (self->what_if, "");
  gtk_label_set_label (self->summary, "");
  g_clear_pointer (&self->proposed_of, g_free);
  ts_level_picker_set_level (TS_LEVEL_PICKER (self->picker), 0);
}

static void
ts_calibration_page_finalize (GObject *object)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (object);

  stop_measuring (self);
  g_clear_pointer (&self->agreement, ts_round_agreement_free);
  g_free (self->proposed_of);

  G_OBJECT_CLASS (ts_calibration_page_parent_class)->finalize (object);
}

static void
ts_calibration_page_class_init (TsCalibrationPageClass *klass)
{
  TsCriteriaPageClass *page_class = TS_CRITERIA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_calibration_page_finalize;
  page_class->list = list;
  page_class->show = show;
  page_class->set_level = set_level;
  page_class->forget = forget;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "calibration.adjust", NULL, adjust_action);
}

static void
ts_calibration_page_init (TsCalibrationPage *self)
{
  GtkBox *detail = ts_criteria_page_get_detail (TS_CRITERIA_PAGE (self));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Set the Final Level"));
  GtkWidget *ledger = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  GtkWidget *measures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkBox *top = ts_criteria_page_get_top (TS_CRITERIA_PAGE (self));

  self->summary = GTK_LABEL (ts_criteria_page_add_text (top, "lock-notice"));
  self->measures = GTK_BOX (measures);
  self->expander = gtk_expander_new_with_mnemonic (_("A_greement and Severity"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Agreement and Severity"), -1);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), measures);
  gtk_box_append (top, self->expander);
  self->what_if = GTK_LABEL (ts_criteria_page_add_text (detail, NULL));
  self->picker = ts_criteria_page_add_levels (TS_CRITERIA_PAGE (self), detail, _("The final level"));
  self->reason = ts_note_field_new (_("Reason (optional)"), _("Needed where the level is not the panel’s"));
  ts_note_field_set_draft (TS_NOTE_FIELD (self->reason), TRUE);
  gtk_box_append (detail, self->reason);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calibration.adjust");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (detail, button);
  gtk_box_append (detail, ledger);
  self->ledger = GTK_BOX (ledger);
}
