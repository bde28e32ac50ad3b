/* ts-review-about.c — what a chart of a review says of itself where it is taken away
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-review-about.h"

#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/* Scores differ by who reads them. */
static void
append_reader (GString   *text,
               TsSession *session)
{
  const char *person = ts_session_get_person (session);

  if (person != NULL && *person != '\0')
    /* Translators: goes on after what was let through: a person */
    g_string_append_printf (text, _("; as %s may read it"), person);
  else
    g_string_append (text, _("; what is open to all"));
}

/* The round, by the framework and the year that it is about. */
static void
append_round (GString               *text,
              const TsRoundSnapshot *round)
{
  g_autofree char *year = ts_year_format ((int) ts_row_get_integer (round->round, TS_REVIEW_ROUND_YEAR));

  g_string_append (text, ts_row_get_text (round->round, TS_REVIEW_ROUND_TITLE));
  g_string_append_printf (text, " (%s%s%s)", round->framework_title != NULL ? round->framework_title : "", round->framework_title != NULL ? ", " : "", year);
}

/**
 * ts_review_about_set_round:
 * @chart_view: shows a chart of a round
 * @page: of which page
 * @agreement: what it is made of
 * @chart: what `touchstonectl chart` calls it
 *
 * Tells it where its numbers come from, who reads them, and which command gives the same.
 */
void
ts_review_about_set_round (TsChartView            *chart_view,
                           TsReviewPage           *page,
                           const TsRoundAgreement *agreement,
                           const char             *chart)
{
  TsSession *session = ts_review_page_get_session (page);
  const TsRoundSnapshot *round = ts_review_page_get_round (page);
  g_autofree char *source = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GString) filters = g_string_new (NULL);

  g_return_if_fail (TS_IS_CHART_VIEW (chart_view) && agreement != NULL);

  if (round == NULL || round->round == NULL)
    return;

  source = ts_session_dup_title (session);
  command = ts_round_agreement_dup_command (agreement, chart, ts_session_get_path (session), ts_session_get_person (session));
  append_round (filters, round);
  g_string_append_printf (filters, g_dngettext (GETTEXT_PACKAGE, "; %u panel", "; %u panels", round->panels->len), round->panels->len);
  /* Translators: goes on after what was let through: of how many assessments scores are open */
  g_string_append_printf (filters, _("; scores of %u of %u assessments"), agreement->n_open, agreement->n_assessments);
  append_reader (filters, session);
  ts_chart_view_set_about (chart_view, &(TsTableAbout) {
                                         .source = source,
                                         .filters = filters->str,
                                         .rule = _("reviewers’ own levels, as they were sealed; intervals hold 95 of 100 draws"),
                                         .command = command,
                                       });
}

/**
 * ts_review_about_set_criterion:
 * @chart_view: shows the scores of one criterion
 * @page: of which page
 * @node: the criterion
 *
 * Tells it where its numbers come from and who reads them; no command draws it.
 */
void
ts_review_about_set_criterion (TsChartView  *chart_view,
                               TsReviewPage *page,
                               const TsNode *node)
{
  TsSession *session = ts_review_page_get_session (page);
  const TsRoundSnapshot *round = ts_review_page_get_round (page);
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  const TsRoundAssessment *assessment = NULL;
  g_autofree char *source = ts_session_dup_title (session);
  g_autofree char *name = ts_node_dup_name (node);
  g_autoptr (GString) filters = g_string_new (NULL);

  g_return_if_fail (TS_IS_CHART_VIEW (chart_view));

  if (round != NULL && round->round != NULL)
    {
      append_round (filters, round);
      g_string_append (filters, "; ");
      assessment = ts_round_snapshot_find (round, ts_row_get_id (review->assessment));
    }

  for (guint i = 0; assessment != NULL && i < assessment->panels->len; i++)
    g_string_append_printf (filters, "%s; ", ts_row_get_text (g_ptr_array_index (assessment->panels, i), TS_PANEL_TITLE));

  g_string_append_printf (filters, "%s; %s", review->organisation_name, name);
  append_reader (filters, session);
  ts_chart_view_set_about (chart_view, &(TsTableAbout) { .source = source, .filters = filters->str, .rule = _("the median of the sealed scores") });
}
