/* ts-calibration-source.c — scores of reviewers as charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-calibration-source.h"

#include "core/ts-panel-role.h"
#include "core/ts-severity.h"
#include "core/ts-year.h"
#include "model/ts-compare-charts-private.h"

#include <glib/gi18n-lib.h>

/* What the chart is about, where the scope says more than the year. */
static char *
make_title (const TsScoreReading *reading,
            TsScoreScope          scope,
            const char           *title)
{
  g_autofree char *year = ts_year_format (reading->year);

  if (scope.assessment >= 0)
    /* Translators: what a chart shows, of whom, and the year. */
    return g_strdup_printf (_("%s, %s, %s"), title, ts_score_table_get_assessment (reading->table, (guint) scope.assessment)->title, year);

  if (scope.panel >= 0)
    return g_strdup_printf (_("%s, %s, %s"), title, ts_score_table_get_panel (reading->table, (guint) scope.panel)->title, year);

  /* Translators: what a chart shows, and the year. */
  return g_strdup_printf (_("%s, %s"), title, year);
}

typedef struct
{
  guint criterion;
  TsReviewAgreement agreement;
} Row;

static int
compare_numbers (double first,
                 double second)
{
  return (first > second) - (first < second);
}

/* The most disagreement first; last what says nothing about it. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = a;
  const Row *second = b;
  int order = second->agreement.spread.is_defined - first->agreement.spread.is_defined;

  if (order == 0)
    order = compare_numbers (second->agreement.spread.value, first->agreement.spread.value);

  if (order == 0)
    order = compare_numbers (first->agreement.exact.value, second->agreement.exact.value);

  return order != 0 ? order : (int) first->criterion - (int) second->criterion;
}

/**
 * ts_calibration_source_build_agreement:
 * @reading: scores that may be counted, with a table
 * @scope: on which panel or assessment
 * @n_draws: how often to draw for the intervals, such as %TS_BOOTSTRAP_DRAWS; 0 for none
 *
 * Returns: (transfer full): how far reviewers agree on each criterion, most disagreement first
 */
TsAgreementData *
ts_calibration_source_build_agreement (const TsScoreReading *reading,
                                       TsScoreScope          scope,
                                       guint                 n_draws)
{
  g_autoptr (TsChartLevels) levels = ts_compare_charts_make_levels (reading->section->scale);
  g_autofree char *title = make_title (reading, scope, _("Agreement of reviewers"));
  TsAgreementData *data = ts_agreement_data_new (title, levels);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  TsReviewAgreement whole;

  for (guint i = 0; i < ts_score_table_get_n_criteria (reading->table); i++)
    {
      Row row = { .criterion = i };

      scope.criterion = (int) i;
      ts_review_agreement_measure (&row.agreement, reading->table, scope, n_draws, TS_SCORE_SEED);
      g_array_append_val (rows, row);
    }

  g_array_sort (rows, compare_rows);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const TsScoreName *name = ts_score_table_get_criterion (reading->table, row->criterion);

      ts_agreement_data_add_row (data, &(TsChartSubject) { .id = name->id, .code = name->code, .name = name->title }, &row->agreement);
    }

  scope.criterion = -1;
  ts_review_agreement_measure (&whole, reading->table, scope, n_draws, TS_SCORE_SEED);
  ts_agreement_data_set_whole (data, &whole);

  return data;
}

typedef struct
{
  guint reviewer;
  TsSeverity severity;
} Reviewer;

static int
compare_reviewers (gconstpointer a,
                   gconstpointer b)
{
  const Reviewer *first = a;
  const Reviewer *second = b;
  int order = second->severity.difference.is_defined - first->severity.difference.is_defined;

  if (order == 0)
    order = compare_numbers (first->severity.difference.value, second->severity.difference.value);

  return order != 0 ? order : (int) first->reviewer - (int) second->reviewer;
}

/**
 * ts_calibration_source_build_severity:
 * @reading: scores that may be counted, with a table
 * @scope: on which panel or assessment
 * @n_draws: how often to draw for the intervals, such as %TS_BOOTSTRAP_DRAWS; 0 for none
 *
 * Returns: (transfer full): who scores lower or higher than the others, the lowest first; last those who cannot be compared. Only who has scored within
 *   the scope is told of
 */
TsSeverityData *
ts_calibration_source_build_severity (const TsScoreReading *reading,
                                      TsScoreScope          scope,
                                      guint                 n_draws)
{
  g_autofree char *title = make_title (reading, scope, _("Severity of reviewers"));
  TsSeverityData *data = ts_severity_data_new (title);
  g_autoptr (GArray) severities = ts_severities_measure (reading->table, scope, n_draws, TS_SCORE_SEED);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Reviewer));

  for (guint i = 0; i < severities->len; i++)
    {
      const Reviewer row = { i, g_array_index (severities, TsSeverity, i) };

      if (row.severity.n_scores > 0)
        g_array_append_val (rows, row);
    }

  g_array_sort (rows, compare_reviewers);

  for (guint i = 0; i < rows->len; i++)
    {
      const Reviewer *row = &g_array_index (rows, Reviewer, i);
      const TsScoreName *name = ts_score_table_get_reviewer (reading->table, row->reviewer);

      ts_severity_data_add_row (data, &(TsChartSubject) { .id = name->id, .name = name->title }, &row->severity);
    }

  return data;
}

static void
add_score (TsConsensusData        *data,
           const TsReviewSnapshot *review,
           const char             *assessor,
           int                     level)
{
  const TsReviewMember *member = ts_review_sight_find_member (review->sight, assessor);

  ts_consensus_data_add_score (data,
                               &(TsChartSubject) {
                                 .id = assessor,
                                 .name = assessor,
                                 .group = member != NULL ? ts_panel_role_get_title (member->role) : NULL,
                               },
                               level);
}

/**
 * ts_calibration_source_build_consensus:
 * @review: a review
 * @item: a criterion on its agenda
 *
 * Returns: (transfer full): the scores of the criterion that count for the reader, with the levels beside them. Who has sealed without a score
 *   is missing; nothing is said of who has not sealed
 */
TsConsensusData *
ts_calibration_source_build_consensus (const TsReviewSnapshot *review,
                                       const TsAgendaItem     *item)
{
  g_autoptr (TsChartLevels) levels = ts_compare_charts_make_levels (item->node->section->scale);
  g_autofree char *title = g_strdup_printf ("%s %s", item->node->id, item->node->title);
  TsConsensusData *data = ts_consensus_data_new (title, levels);
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < item->scores->len; i++)
    {
      const TsRow *score = g_ptr_array_index (item->scores, i);
      const char *assessor = ts_row_get_text (score, TS_RATING_ASSESSOR);

      g_hash_table_add (given, (char *) assessor);
      add_score (data, review, assessor, (int) ts_row_get_integer (score, TS_RATING_LEVEL));
    }

  for (guint i = 0; i < review->sight->sight.n_reviewers; i++)
    {
      const char *assessor = review->sight->sight.reviewers[i].assessor;

      if (ts_sight_counts (&review->sight->sight, assessor) && !g_hash_table_contains (given, assessor))
        add_score (data, review, assessor, 0);
    }

  ts_consensus_data_set_mark (data, TS_CONSENSUS_MARK_SELF, item->self);
  ts_consensus_data_set_mark (data, TS_CONSENSUS_MARK_DESK, item->desk);

  if (item->panel != NULL)
    ts_consensus_data_set_mark (data, TS_CONSENSUS_MARK_PANEL, (int) ts_row_get_integer (item->panel, TS_RATING_LEVEL));

  return data;
}
