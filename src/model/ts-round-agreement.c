/* ts-round-agreement.c — how far those who score a round agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-round-agreement.h"

#include "core/ts-layer.h"
#include "model/ts-round-snapshot.h"
#include "model/ts-session-private.h"
#include "store/ts-reader.h"

/* Enough that an interval hardly changes with another thousand. */
#define N_RESAMPLES 1000
#define SEED        2009

static void
panel_agreement_free (gpointer data)
{
  TsPanelAgreement *agreement = data;

  g_clear_pointer (&agreement->panel, ts_row_unref);
  g_free (agreement);
}

static void
severity_free (gpointer data)
{
  TsReviewerSeverity *severity = data;

  g_free (severity->name);
  g_free (severity);
}

void
ts_round_agreement_free (TsRoundAgreement *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->severities);
  g_free (self);
}

/* One assessment's scores that count, into every matrix that it belongs to. */
static gboolean
add_scores (TsWorkplace              *workplace,
            const TsRoundAssessment  *assessment,
            TsRoundAgreement         *self,
            TsScoreMatrix            *round,
            GHashTable               *of_panels,
            GError                  **error)
{
  const char *id = ts_row_get_id (assessment->assessment);
  g_autoptr (TsReviewState) state = ts_workbook_read_review_state (workplace->workbook, id, error);
  g_autoptr (GPtrArray) ratings = NULL;
  const TsSight *sight;

  if (state == NULL)
    return FALSE;

  sight = ts_review_state_get_sight (state);

  if (!ts_sight_is_open (sight))
    return TRUE;

  ratings = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, id, error);

  if (ratings == NULL)
    return FALSE;

  self->n_open++;

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);
      const char *assessor = ts_row_get_text (rating, TS_RATING_ASSESSOR);
      double level = (double) ts_row_get_integer (rating, TS_RATING_LEVEL);
      g_autofree char *unit = NULL;

      if (level <= 0 || g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) != 0 ||
          !ts_sight_counts (sight, assessor))
        continue;

      unit = g_strdup_printf ("%s %s", id, ts_row_get_text (rating, TS_RATING_NODE));
      ts_score_matrix_add (round, id, unit, assessor, level);

      for (guint j = 0; j < assessment->panels->len; j++)
        ts_score_matrix_add (g_hash_table_lookup (of_panels, ts_row_get_id (g_ptr_array_index (assessment->panels, j))), id, unit, assessor, level);
    }

  return TRUE;
}

static void
add_agreement (TsRoundAgreement    *self,
               TsRow               *panel,
               const TsScoreMatrix *matrix)
{
  TsPanelAgreement *agreement = g_new0 (TsPanelAgreement, 1);

  agreement->panel = panel != NULL ? ts_row_ref (panel) : NULL;
  ts_reliability_measure (matrix, TS_METRIC_ORDINAL, N_RESAMPLES, SEED, &agreement->reliability);
  g_ptr_array_add (self->panels, agreement);
}

static int
compare_severities (gconstpointer a,
                    gconstpointer b)
{
  double first = (*(TsReviewerSeverity *const *) a)->difference.value;
  double second = (*(TsReviewerSeverity *const *) b)->difference.value;

  return (first > second) - (first < second);
}

static void
add_severities (TsRoundAgreement    *self,
                const TsScoreMatrix *matrix)
{
  g_autoptr (GArray) measured = ts_severity_measure (matrix, N_RESAMPLES, SEED);

  for (guint i = 0; i < measured->len; i++)
    {
      const TsSeverity *one = &g_array_index (measured, TsSeverity, i);
      TsReviewerSeverity *severity;

      if (one->n_units == 0)
        continue;

      severity = g_new (TsReviewerSeverity, 1);
      *severity = (TsReviewerSeverity) { g_strdup (one->rater), one->n_units, one->difference };
      g_ptr_array_add (self->severities, severity);
    }

  g_ptr_array_sort (self->severities, compare_severities);
}

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TsRoundSnapshot) snapshot = ts_round_snapshot_read (workplace, data, error);
  g_autoptr (TsRoundAgreement) self = NULL;
  g_autoptr (TsScoreMatrix) round = ts_score_matrix_new ();
  g_autoptr (GHashTable) of_panels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_score_matrix_free);

  if (snapshot == NULL)
    return NULL;

  self = g_new0 (TsRoundAgreement, 1);
  self->panels = g_ptr_array_new_with_free_func (panel_agreement_free);
  self->severities = g_ptr_array_new_with_free_func (severity_free);
  self->n_assessments = snapshot->assessments->len;

  for (guint i = 0; i < snapshot->panels->len; i++)
    {
      const TsRoundPanel *panel = g_ptr_array_index (snapshot->panels, i);

      g_hash_table_insert (of_panels, (char *) ts_row_get_id (panel->panel), ts_score_matrix_new ());
    }

  for (guint i = 0; i < snapshot->assessments->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !add_scores (workplace, g_ptr_array_index (snapshot->assessments, i), self, round, of_panels, error))
        return NULL;
    }

  add_agreement (self, NULL, round);

  for (guint i = 0; i < snapshot->panels->len; i++)
    {
      const TsRoundPanel *panel = g_ptr_array_index (snapshot->panels, i);
      const TsScoreMatrix *matrix = g_hash_table_lookup (of_panels, ts_row_get_id (panel->panel));

      if (ts_score_matrix_get_n_units (matrix) > 0)
        add_agreement (self, panel->panel, matrix);
    }

  add_severities (self, round);

  return g_steal_pointer (&self);
}

static void
free_agreement (gpointer data)
{
  ts_round_agreement_free (data);
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
  g_return_if_fail (round_id != NULL);

  ts_session_read_async (self, read_run, g_strdup (round_id), g_free, free_agreement, cancellable, callback, user_data);
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
 * ts_round_agreement_find:
 * @self: the agreement of a round
 * @name: a reviewer's name
 *
 * Returns: (transfer none) (nullable): how they score beside others
 */
const TsReviewerSeverity *
ts_round_agreement_find (const TsRoundAgreement *self,
                         const char             *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->severities->len; i++)
    {
      const TsReviewerSeverity *severity = g_ptr_array_index (self->severities, i);

      if (g_str_equal (severity->name, name))
        return severity;
    }

  return NULL;
}
