/* ts-calibration-page.c — the final levels, and how every level came about
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-calibration-page.h"

#include "app/review/ts-note-field.h"
#include "app/review/ts-review-about.h"
#include "app/review/ts-review-table.h"
#include "app/review/ts-review-words.h"
#include "app/widgets/ts-chart-view.h"
#include "core/ts-panel-role.h"
#include "model/ts-calibration-cell.h"

#include <glib/gi18n-lib.h>

struct _TsCalibrationPage
{
  TsCriteriaPage parent_instance;

  int proposed;
  char *proposed_of;

  TsRoundAgreement *agreement; /* NULL until it has been measured */
  GCancellable *cancellable;   /* of the measuring that runs */
  gboolean is_stale;           /* what has been measured is of before */

  gboolean is_listing; /* the list is made anew because of what has been measured */

  GtkWidget *round;
  GtkWidget *panels;
  GtkWidget *reviewers;
  GtkWidget *criteria;
  GtkBox *panel_tables;
  GtkBox *pair_tables;
  GtkWidget *agreement_chart;
  GtkWidget *severity_chart;
  GtkBox *look;
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
  g_autofree char *reasons = rating != NULL ? ts_review_words_reasons (rating) : NULL;

  ts_review_add_row (group, heading, reasons != NULL ? reasons : (rating != NULL ? _("No reason is given.") : NULL));
}

static void
show_ledger (TsCalibrationPage      *self,
             const TsReviewSnapshot *review,
             const TsNode           *node)
{
  GtkWidget *group;
  gboolean seen = FALSE;

  ts_review_clear (GTK_WIDGET (self->ledger));
  group = ts_review_add_group (self->ledger, _("Levels and Reasons"),
                               _("As they are now. The ledger, beside the title, has who wrote each and when, and how they stood on another day."));
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
show_chart (TsCalibrationPage *self,
            GtkWidget         *view,
            TsChart           *chart,
            const char        *name)
{
  ts_chart_view_set_chart (TS_CHART_VIEW (view), chart);
  gtk_widget_set_visible (view, chart != NULL);

  if (chart != NULL)
    ts_review_about_set_round (TS_CHART_VIEW (view), TS_REVIEW_PAGE (self), self->agreement, name);
  else
    ts_chart_view_set_about (TS_CHART_VIEW (view), NULL);
}

/* What is to be known of it stands on the row; what shows it unfolds, where there is anything. */
static void
show_finding (GtkWidget  *row,
              TsChart    *chart,
              const char *finding)
{
  g_autofree char *sentence = chart != NULL ? ts_chart_describe (chart) : g_strdup (finding);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), sentence != NULL ? sentence : "");
  gtk_widget_set_sensitive (row, sentence != NULL);
}

static void
show_measures (TsCalibrationPage *self)
{
  const TsRoundAgreement *agreement = self->agreement;
  TsChart *severity = agreement != NULL ? agreement->severity : NULL;
  TsChart *criteria = agreement != NULL ? agreement->agreement : NULL;
  const char *nothing = agreement != NULL ? _("There are no open scores yet.") : NULL;
  g_autofree char *of = agreement != NULL ? g_strdup_printf (_("Out of the open scores of %u of %u assessments."), agreement->n_open, agreement->n_assessments)
                                          : g_strdup (_("Measuring…"));

  /* Beside each criterion there is no alpha then, which is not 0. */
  if (agreement != NULL && agreement->n_open == 1)
    {
      char *more = g_strconcat (of, " ", _("Of one assessment alone, each criterion has a single set of scores, which cannot be told from chance: alpha is of all criteria together, and of none by itself."), NULL);

      g_free (of);
      of = more;
    }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->round), of);
  ts_review_clear (GTK_WIDGET (self->panel_tables));
  ts_review_clear (GTK_WIDGET (self->pair_tables));
  show_chart (self, self->agreement_chart, criteria, "agreement");
  show_chart (self, self->severity_chart, severity, "severity");
  show_finding (self->panels, NULL, agreement != NULL && agreement->harshness != NULL ? agreement->harshness : nothing);
  show_finding (self->reviewers, severity, nothing);
  show_finding (self->criteria, criteria, nothing);

  if (agreement == NULL)
    return;

  if (agreement->comparisons != NULL)
    ts_review_add_table (self->panel_tables, agreement->comparisons, _("Where both scored the same submissions. An interval says where the value would lie in 95 of 100 rounds like this one."));

  if (agreement->scopes != NULL)
    ts_review_add_table (self->panel_tables, agreement->scopes, _("Alpha is 1 when all agree, and 0 when they agree no better than by chance."));

  if (agreement->pairs != NULL)
    ts_review_add_table (self->pair_tables, agreement->pairs,
                         _("Kappa is 1 when the two always give the same, and 0 when they agree no better than by chance; levels far apart weigh more."));
}

/* --- What to look at ---------------------------------------------------------------------------------------------- */

/* In few words, for the list: of several reasons the one that weighs most. */
static char *
describe_in_list (const TsCalibrationCell *cell)
{
  const TsScale *scale = cell->node->section->scale;

  if (cell->final > 0)
    /* Translators: the panel's and the final level */
    return g_strdup_printf (_("%s → %s"), cell->panel > 0 ? ts_scale_get_token (scale, cell->panel) : "–", ts_scale_get_token (scale, cell->final));

  if (cell->reasons & TS_CALIBRATION_DISSENT)
    return g_strdup (_("dissent"));

  if (cell->reasons & TS_CALIBRATION_SEVERITY)
    return g_strdup (_("severity"));

  if (cell->reasons & TS_CALIBRATION_FAR)
    return g_strdup (_("far from board"));

  if (cell->reasons & TS_CALIBRATION_SPREAD)
    return g_strdup (_("wide spread"));

  if (cell->panel > 0)
    return g_strdup_printf (_("panel %s"), ts_scale_get_token (scale, cell->panel));

  return g_strdup (_("not agreed"));
}

static void
add_reason (TsCalibrationPage *self,
            char              *text) /* (transfer full) */
{
  ts_criteria_page_add_words (self->look, NULL, text);
  g_free (text);
}

/* What the median would be without anybody's severity is shown beside the panel's level, and never put in its place. */
static void
show_reasons (TsCalibrationPage      *self,
              const TsReviewSnapshot *review,
              const TsNode           *node)
{
  const TsAgendaItem *item = ts_review_snapshot_find_item (review, node->id);
  const TsWhatIf *it = self->agreement != NULL ? ts_round_agreement_find_what_if (self->agreement, ts_row_get_id (review->assessment), node->id) : NULL;
  TsCalibrationCell cell;

  ts_calibration_cell_read (&cell, review, self->agreement, node);
  ts_review_clear (GTK_WIDGET (self->look));

  if (cell.reasons & TS_CALIBRATION_DISSENT)
    add_reason (self, g_strdup (_("Somebody on the panel does not agree with its level; their reason is in the ledger.")));

  if (cell.reasons & TS_CALIBRATION_FAR)
    add_reason (self, g_strdup_printf (_("The panel is %d levels from the board’s own level."),
                                       ABS (cell.panel - ts_review_snapshot_get_level (review, node->id, TS_LAYER_SELF))));

  if (cell.reasons & TS_CALIBRATION_SPREAD)
    add_reason (self, g_strdup_printf (_("The scores lie %d levels apart."), ts_agenda_item_get_spread (item)));

  if (cell.reasons & TS_CALIBRATION_NOT_AGREED)
    add_reason (self, g_strdup (_("The panel has not agreed on a level.")));

  if (it != NULL && it->n_scores > 1)
    {
      g_autofree char *level = ts_review_words_level (node, it->level);

      /* Translators: two medians, and the level nearest to the first */
      add_reason (self, g_strdup_printf (_("What if nobody were severe or generous? The median would be %.2g, nearest to %s; it is %g."), it->adjusted, level, it->median));
    }

  if (cell.reasons != TS_CALIBRATION_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->look), "attention");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->look), "attention");

  gtk_widget_set_visible (GTK_WIDGET (self->look), gtk_widget_get_first_child (GTK_WIDGET (self->look)) != NULL);
}

static void
on_measured (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TsCalibrationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRoundAgreement) agreement = ts_session_read_round_agreement_finish (TS_SESSION (session), result, &error);

  if (agreement == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->round), error->message);

      return;
    }

  g_clear_pointer (&self->agreement, ts_round_agreement_free);
  self->agreement = g_steal_pointer (&agreement);
  self->is_stale = FALSE;
  g_clear_object (&self->cancellable);
  show_measures (self);

  /* What to look at depends on it. */
  if (ts_review_page_get_review (TS_REVIEW_PAGE (self)) != NULL)
    {
      self->is_listing = TRUE;
      ts_review_page_update (TS_REVIEW_PAGE (self), ts_review_page_get_model (TS_REVIEW_PAGE (self)));
      self->is_listing = FALSE;
    }
}

static void
stop_measuring (TsCalibrationPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
}

/* Only while the page is looked at: a thousand draws are not made for nobody. */
static void
measure (TsCalibrationPage *self)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  stop_measuring (self);
  self->is_stale = TRUE;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || ts_review_page_get_model (page) == NULL || ts_review_page_get_review (page) == NULL || ts_review_page_get_round (page) == NULL ||
      ts_review_page_get_round (page)->round == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  ts_session_read_round_agreement_async (ts_review_page_get_session (page), ts_row_get_id (ts_review_page_get_round (page)->round), self->cancellable,
                                         on_measured, g_object_ref (self));
}

static void
on_map (TsCalibrationPage *self)
{
  if (self->is_stale)
    measure (self);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static void
list (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      GPtrArray              *entries)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (page);
  g_autoptr (GArray) cells = NULL;

  if (!self->is_listing)
    measure (self);

  cells = ts_calibration_cells_list (review, self->agreement);
  ts_criteria_page_set_heading (page, _("What to look at first"));

  for (guint i = 0; i < cells->len; i++)
    {
      const TsCalibrationCell *cell = &g_array_index (cells, TsCalibrationCell, i);

      ts_criteria_page_add (entries, cell->node, describe_in_list (cell), cell->final > 0);
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
  show_reasons (self, review, node);
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
  self->is_stale = TRUE;
  show_measures (self);
  ts_review_clear (GTK_WIDGET (self->look));
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

static GtkBox *
add_box (GtkWidget *row)
{
  GtkWidget *inner = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "round-answer");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_widget_set_focusable (inner, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);

  return GTK_BOX (box);
}

static GtkWidget *
add_expander (TsCalibrationPage *self,
              const char        *title)
{
  GtkWidget *row = adw_expander_row_new ();

  /* Panels and people may be called anything. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->round), row);

  return row;
}

static GtkBox *
new_box (void)
{
  return GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
}

/* The answers to what is asked of a round, each over what shows it. */
static void
add_round (TsCalibrationPage *self)
{
  GtkBox *box;

  self->round = ts_review_add_group (ts_criteria_page_get_top (TS_CRITERIA_PAGE (self)), _("The Round"), NULL);
  self->panels = add_expander (self, _("Panels"));
  self->panel_tables = add_box (self->panels);
  self->reviewers = add_expander (self, _("Reviewers"));
  box = add_box (self->reviewers);
  self->severity_chart = ts_chart_view_new ();
  self->pair_tables = new_box ();
  gtk_box_append (box, self->severity_chart);
  gtk_box_append (box, GTK_WIDGET (self->pair_tables));
  self->criteria = add_expander (self, _("Agreement on Criteria"));
  self->agreement_chart = ts_chart_view_new ();
  gtk_box_append (add_box (self->criteria), self->agreement_chart);
  ts_chart_view_hide_finding (TS_CHART_VIEW (self->severity_chart));
  ts_chart_view_hide_finding (TS_CHART_VIEW (self->agreement_chart));
  show_measures (self);
}

static void
ts_calibration_page_init (TsCalibrationPage *self)
{
  GtkBox *detail = ts_criteria_page_get_detail (TS_CRITERIA_PAGE (self));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Set the Final Level"));

  self->is_stale = TRUE;
  add_round (self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (stop_measuring), NULL);
  self->look = new_box ();
  gtk_box_append (detail, GTK_WIDGET (self->look));
  self->picker = ts_criteria_page_add_levels (TS_CRITERIA_PAGE (self), detail, _("The final level"));
  self->reason = ts_note_field_new (_("Reason (optional)"), _("Needed where the level is not the panel’s"));
  ts_note_field_set_draft (TS_NOTE_FIELD (self->reason), TRUE);
  gtk_box_append (detail, self->reason);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calibration.adjust");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (detail, button);
  self->ledger = new_box ();
  gtk_box_append (detail, GTK_WIDGET (self->ledger));
}
