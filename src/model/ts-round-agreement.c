/* ts-round-agreement.c — how far those who score a round agree
 *
 * The scores are read on the workbook's thread, and measured on another, so that nobody waits for a thousand draws to see a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-round-agreement.h"

#include "core/ts-bootstrap.h"
#include "core/ts-panel-comparison.h"
#include "core/ts-reviewer-pair.h"
#include "core/ts-severity.h"
#include "core/ts-year.h"
#include "model/ts-calibration-source.h"
#include "model/ts-command-line.h"
#include "model/ts-round-snapshot.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
ts_round_agreement_free (TsRoundAgreement *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->agreement, ts_chart_unref);
  g_clear_pointer (&self->severity, ts_chart_unref);
  g_clear_pointer (&self->scopes, ts_chart_table_unref);
  g_clear_pointer (&self->pairs, ts_chart_table_unref);
  g_clear_pointer (&self->comparisons, ts_chart_table_unref);
  g_free (self->harshness);
  g_strfreev (self->organisations);
  g_free (self->framework);
  g_clear_pointer (&self->table, ts_score_table_unref);
  g_clear_pointer (&self->what_ifs, g_array_unref);
  g_free (self);
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  guint n_assessments;
  char **organisations;
  char *framework;
  TsScoreReading reading;
} Scores;

static void
scores_free (gpointer data)
{
  Scores *scores = data;

  ts_score_reading_clear (&scores->reading);
  g_strfreev (scores->organisations);
  g_free (scores->framework);
  g_free (scores);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scores, scores_free)

static gpointer
read_scores (TsWorkplace   *workplace,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (TsRoundSnapshot) snapshot = ts_round_snapshot_read (workplace, data, error);
  g_autoptr (Scores) scores = NULL;
  g_autoptr (TsRow) framework = NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  const char *frameworks[2] = { NULL, NULL };
  int year;

  if (snapshot == NULL)
    return NULL;

  scores = g_new0 (Scores, 1);
  scores->n_assessments = snapshot->assessments->len;

  if (snapshot->round == NULL || snapshot->assessments->len == 0)
    return g_steal_pointer (&scores);

  if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_FRAMEWORK, ts_row_get_text (snapshot->round, TS_REVIEW_ROUND_FRAMEWORK), &framework, error))
    return NULL;

  for (guint i = 0; i < snapshot->assessments->len; i++)
    g_ptr_array_add (codes, ((TsRoundAssessment *) g_ptr_array_index (snapshot->assessments, i))->code);

  g_ptr_array_add (codes, NULL);
  frameworks[0] = framework != NULL ? ts_row_get_text (framework, TS_FRAMEWORK_CODE) : NULL;
  year = (int) ts_row_get_integer (snapshot->round, TS_REVIEW_ROUND_YEAR);
  scores->organisations = g_strdupv ((char **) codes->pdata);
  scores->framework = g_strdup (frameworks[0]);

  if (!ts_score_reading_read (&scores->reading, workplace->workbook,
                              &(TsQueryFilter) { .organisations = (const char *const *) codes->pdata, .years = &year, .n_years = 1, .frameworks = frameworks },
                              NULL, error))
    return NULL;

  return g_steal_pointer (&scores);
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

typedef enum
{
  PLAIN,
  SIGNED,
  SHARE
} NumberKind;

static void
set_estimate (TsChartTable     *table,
              guint             row,
              guint             column,
              const TsEstimate *estimate,
              NumberKind        kind)
{
  g_autofree char *text = NULL;

  if (!estimate->is_defined)
    text = g_strdup (_("not defined"));
  else if (kind == SHARE)
    text = g_strdup_printf (_("%.0f %%"), 100 * estimate->value);
  else if (!estimate->has_interval)
    text = g_strdup_printf (kind == SIGNED ? "%+.2f" : "%.2f", estimate->value);
  else
    /* Translators: a number and its 95 % interval */
    text = g_strdup_printf (kind == SIGNED ? _("%+.2f (%+.2f to %+.2f)") : _("%.2f (%.2f to %.2f)"), estimate->value, estimate->low, estimate->high);

  ts_chart_table_set_cell (table, row, column, text);
}

static void
set_count (TsChartTable *table,
           guint         row,
           guint         column,
           guint         count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  ts_chart_table_set_cell (table, row, column, text);
}

static TsChartTable *
new_table (const char *title,
           const char *const *columns)
{
  TsChartTable *table = ts_chart_table_new (title);

  for (guint i = 0; columns[i] != NULL; i++)
    ts_chart_table_add_column (table, columns[i]);

  return table;
}

static void
add_scope (TsChartTable       *table,
           const char         *title,
           const TsScoreTable *scores,
           TsScoreScope        scope)
{
  TsReviewAgreement agreement;
  guint row;

  ts_review_agreement_measure (&agreement, scores, scope, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED);

  if (agreement.n_scores == 0)
    return;

  row = ts_chart_table_add_row (table);
  ts_chart_table_set_cell (table, row, 0, title);
  set_estimate (table, row, 1, &agreement.alpha, PLAIN);

  if (!agreement.alpha.is_defined)
    {
      g_autofree char *why = g_strdup_printf (_("not defined: %s"), ts_alpha_gap_explain (ts_review_agreement_find_alpha_gap (&agreement)));

      ts_chart_table_set_cell (table, row, 1, why);
    }

  set_estimate (table, row, 2, &agreement.exact, SHARE);
  set_estimate (table, row, 3, &agreement.within_one, SHARE);
  set_estimate (table, row, 4, &agreement.spread, PLAIN);
  set_count (table, row, 5, agreement.n_shared);
  set_count (table, row, 6, agreement.n_missing);
}

static TsChartTable *
make_scopes (const TsScoreTable *scores)
{
  const char *columns[] = { _("Who"), _("Krippendorff’s alpha"), _("The same"), _("Within one level"), _("Mean spread"), _("Scored by several"), _("Missing"), NULL };
  TsChartTable *table = new_table (_("Agreement in the round and on its panels"), columns);

  add_scope (table, _("The round"), scores, TS_SCORE_SCOPE_ALL);

  for (guint i = 0; i < ts_score_table_get_n_panels (scores); i++)
    add_scope (table, ts_score_table_get_panel (scores, i)->title, scores, (TsScoreScope) { (int) i, -1, -1 });

  return table;
}

static TsChartTable *
make_pairs (const TsScoreTable *scores)
{
  const char *columns[] = { _("Reviewers"), _("Weighted kappa"), _("The same"), _("Within one level"), _("Both scored"), NULL };
  g_autoptr (GArray) pairs = ts_reviewer_pairs_measure (scores, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED);
  g_autoptr (TsChartTable) table = new_table (_("Agreement of each two reviewers"), columns);

  for (guint i = 0; i < pairs->len; i++)
    {
      const TsReviewerPair *pair = &g_array_index (pairs, TsReviewerPair, i);
      /* Translators: two people, or two panels */
      g_autofree char *who = g_strdup_printf (_("%s and %s"), ts_score_table_get_reviewer (scores, pair->first)->title,
                                              ts_score_table_get_reviewer (scores, pair->second)->title);
      guint row;

      if (pair->n_units == 0)
        continue;

      row = ts_chart_table_add_row (table);
      ts_chart_table_set_cell (table, row, 0, who);
      set_estimate (table, row, 1, &pair->quadratic, PLAIN);
      set_estimate (table, row, 2, &pair->exact, SHARE);
      set_estimate (table, row, 3, &pair->within_one, SHARE);
      set_count (table, row, 4, pair->n_units);
    }

  return ts_chart_table_get_n_rows (table) > 0 ? g_steal_pointer (&table) : NULL;
}

static TsChartTable *
make_comparisons (const TsScoreTable *scores,
                  GArray             *comparisons)
{
  const char *columns[] = { _("Panels"), _("The first scores higher by"), _("The same"), _("Within one level"), _("Submissions"), _("Criteria"), NULL };
  g_autoptr (TsChartTable) table = new_table (_("Panels on submissions that both scored"), columns);

  for (guint i = 0; i < comparisons->len; i++)
    {
      const TsPanelComparison *comparison = &g_array_index (comparisons, TsPanelComparison, i);
      g_autofree char *who = g_strdup_printf (_("%s and %s"), ts_score_table_get_panel (scores, comparison->first)->title,
                                              ts_score_table_get_panel (scores, comparison->second)->title);
      guint row;

      if (comparison->n_units == 0)
        continue;

      row = ts_chart_table_add_row (table);
      ts_chart_table_set_cell (table, row, 0, who);
      set_estimate (table, row, 1, &comparison->difference, SIGNED);
      set_estimate (table, row, 2, &comparison->same, SHARE);
      set_estimate (table, row, 3, &comparison->within_one, SHARE);
      set_count (table, row, 4, comparison->n_assessments);
      set_count (table, row, 5, comparison->n_units);
    }

  return ts_chart_table_get_n_rows (table) > 0 ? g_steal_pointer (&table) : NULL;
}

/* What a lead asks first: which panel is harsher than another, by the two that are furthest apart. */
static char *
describe_harshness (const TsScoreTable *scores,
                    GArray             *comparisons)
{
  const TsPanelComparison *furthest = NULL;
  const char *harsh;
  const char *other;
  const TsEstimate *it;
  g_autofree char *by = NULL;
  double low, high;

  for (guint i = 0; i < comparisons->len; i++)
    {
      const TsPanelComparison *comparison = &g_array_index (comparisons, TsPanelComparison, i);

      if (comparison->difference.is_defined && (furthest == NULL || fabs (comparison->difference.value) > fabs (furthest->difference.value)))
        furthest = comparison;
    }

  if (furthest == NULL)
    return g_strdup (ts_score_table_get_n_panels (scores) > 1 ? _("No submission has open scores of two panels, so nobody can say which panel is harsher.")
                                                              : _("There are open scores of one panel only, so there is no other to compare it with."));

  it = &furthest->difference;
  harsh = ts_score_table_get_panel (scores, it->value > 0 ? furthest->second : furthest->first)->title;
  other = ts_score_table_get_panel (scores, it->value > 0 ? furthest->first : furthest->second)->title;
  low = it->value > 0 ? it->low : -it->high;
  high = it->value > 0 ? it->high : -it->low;

  if (fabs (it->value) < 0.005)
    /* Translators: two panels */
    return g_strdup_printf (_("%s and %s score the same submissions alike."), harsh, other);

  if (it->has_interval)
    /* Translators: a number of levels, and its 95 % interval */
    by = g_strdup_printf (_("%.2f levels (%.2f to %.2f)"), fabs (it->value), low, high);
  else
    by = g_strdup_printf (_("%.2f levels"), fabs (it->value));

  if (!it->has_interval || low <= 0)
    /* Translators: two panels, and by how many levels */
    return g_strdup_printf (_("%s scores lower than %s on the same submissions, by %s, which may be chance."), harsh, other, by);

  return g_strdup_printf (_("%s is harsher than %s: on the same submissions it scores lower by %s."), harsh, other, by);
}

/* --- Measuring ---------------------------------------------------------------------------------------------------- */

static void
measure_agreement (TsRoundAgreement *self,
                   const Scores     *scores)
{
  g_autoptr (TsAgreementData) data = ts_calibration_source_build_agreement (&scores->reading, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS);

  self->agreement = ts_chart_new_agreement (data);
}

static void
measure_severity (TsRoundAgreement *self,
                  const Scores     *scores)
{
  g_autoptr (TsSeverityData) data = ts_calibration_source_build_severity (&scores->reading, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS);

  self->severity = ts_chart_new_severity (data);
}

static void
measure_scopes (TsRoundAgreement *self,
                const Scores     *scores)
{
  self->scopes = make_scopes (scores->reading.table);
}

static void
measure_pairs (TsRoundAgreement *self,
               const Scores     *scores)
{
  self->pairs = make_pairs (scores->reading.table);
}

static void
measure_comparisons (TsRoundAgreement *self,
                     const Scores     *scores)
{
  g_autoptr (GArray) comparisons = ts_panel_comparisons_measure (scores->reading.table, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED);

  self->comparisons = make_comparisons (scores->reading.table, comparisons);
  self->harshness = describe_harshness (scores->reading.table, comparisons);
}

static void
measure_what_ifs (TsRoundAgreement *self,
                  const Scores     *scores)
{
  g_autoptr (GArray) severities = ts_severities_measure (scores->reading.table, TS_SCORE_SCOPE_ALL, 0, TS_SCORE_SEED);

  self->table = ts_score_table_ref (scores->reading.table);
  self->what_ifs = ts_what_ifs_make (self->table, TS_SCORE_SCOPE_ALL, severities);
}

static void
measure_in_thread (GTask        *task,
                   gpointer      session,
                   gpointer      data,
                   GCancellable *cancellable)
{
  static void (*const steps[]) (TsRoundAgreement * self, const Scores *scores) = {
    measure_what_ifs,
    measure_agreement,
    measure_severity,
    measure_scopes,
    measure_pairs,
    measure_comparisons,
  };
  const Scores *scores = data;
  g_autoptr (TsRoundAgreement) self = g_new0 (TsRoundAgreement, 1);

  self->n_assessments = scores->n_assessments;
  self->n_open = scores->reading.table != NULL ? ts_score_table_get_n_assessments (scores->reading.table) : 0;

  self->organisations = g_strdupv (scores->organisations);
  self->framework = g_strdup (scores->framework);
  self->year = scores->reading.year;

  for (guint i = 0; scores->reading.table != NULL && i < G_N_ELEMENTS (steps); i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;

      steps[i](self, scores);
    }

  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) ts_round_agreement_free);
}

static void
on_read (GObject      *session,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  Scores *scores = g_task_propagate_pointer (G_TASK (result), &error);

  if (scores == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, scores, scores_free);
  g_task_run_in_thread (task, measure_in_thread);
}

/**
 * ts_session_read_round_agreement_async:
 * @self: a session
 * @round_id: a round
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_read_round_agreement_async (TsSession           *self,
                                       const char          *round_id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (TS_IS_SESSION (self) && round_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ts_session_read_round_agreement_async);
  ts_session_read_async (self, read_scores, g_strdup (round_id), g_free, scores_free, cancellable, on_read, task);
}

/**
 * ts_session_read_round_agreement_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): how far those who score the round agree
 */
TsRoundAgreement *
ts_session_read_round_agreement_finish (TsSession     *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ts_round_agreement_find_what_if:
 * @self: the agreement of a round
 * @assessment_id: an assessment
 * @node_id: a criterion
 *
 * Returns: (transfer none) (nullable): what its median would be if all scored alike; %NULL where it has no score that counts
 */
const TsWhatIf *
ts_round_agreement_find_what_if (const TsRoundAgreement *self,
                                 const char             *assessment_id,
                                 const char             *node_id)
{
  g_return_val_if_fail (self != NULL && assessment_id != NULL && node_id != NULL, NULL);

  for (guint i = 0; self->what_ifs != NULL && i < self->what_ifs->len; i++)
    {
      const TsWhatIf *it = &g_array_index (self->what_ifs, TsWhatIf, i);

      if (g_str_equal (ts_score_table_get_assessment (self->table, it->assessment)->id, assessment_id) &&
          g_str_equal (ts_score_table_get_criterion (self->table, it->criterion)->id, node_id))
        return it;
    }

  return NULL;
}

/**
 * ts_round_agreement_dup_command:
 * @self: the agreement of a round
 * @chart: `agreement` or `severity`
 * @workbook: the workbook's path
 * @reader: (nullable): who reads
 *
 * Returns: (transfer full) (nullable): the command line, quoted for a shell, that draws the same chart; %NULL where there is nothing to draw
 */
char *
ts_round_agreement_dup_command (const TsRoundAgreement *self,
                                const char             *chart,
                                const char             *workbook,
                                const char             *reader)
{
  g_autofree char *output = NULL;
  g_autofree char *year = NULL;
  GString *line;

  g_return_val_if_fail (self != NULL && chart != NULL && workbook != NULL, NULL);

  if (self->table == NULL)
    return NULL;

  output = g_strconcat (chart, ".svg", NULL);
  year = ts_year_format (self->year);
  line = ts_command_line_begin ("chart", workbook, chart);
  ts_command_line_add_option (line, "-o", output);
  ts_command_line_add_option (line, "--framework", self->framework);
  ts_command_line_add_option (line, "--year", year);

  for (guint i = 0; self->organisations[i] != NULL; i++)
    ts_command_line_add_option (line, "--organisation", self->organisations[i]);

  if (reader != NULL && *reader != '\0')
    ts_command_line_add_option (line, "--as", reader);

  return g_string_free (line, FALSE);
}
