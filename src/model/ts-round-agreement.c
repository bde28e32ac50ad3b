/* ts-round-agreement.c — how far those who score a round agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-round-agreement.h"

#include "core/ts-layer.h"
#include "model/ts-round-snapshot.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"
#include "store/ts-reader.h"

/* Enough that an interval hardly changes with another thousand. */
#define N_DRAWS 1000
#define SEED    2009

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

/* --- The table of scores ------------------------------------------------------------------------------------------ */

typedef struct
{
  const TsRoundSnapshot *snapshot;
  const TsSection *section;
  TsScoreTable *table;
  GHashTable *reviewers; /* name → position + 1 */
  GHashTable *criteria;  /* id → position + 1 */
} Filling;

static guint
get_reviewer (Filling    *filling,
              const char *name)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (filling->reviewers, name));

  if (known == 0)
    {
      known = ts_score_table_add_reviewer (filling->table, name, name) + 1;
      g_hash_table_insert (filling->reviewers, g_strdup (name), GUINT_TO_POINTER (known));
    }

  return known - 1;
}

static const TsSection *
find_largest_section (const TsFramework *framework)
{
  const TsSection *largest = NULL;
  guint most = 0;

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);
      guint n = 0;

      for (guint j = 0; section->kind == TS_SECTION_GRADED && j < section->groups->len; j++)
        n += ((const TsNode *) g_ptr_array_index (section->groups, j))->criteria->len;

      if (n > most)
        {
          largest = section;
          most = n;
        }
    }

  return largest;
}

static void
add_criteria (Filling *filling)
{
  for (guint i = 0; i < filling->section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (filling->section->groups, i);

      for (guint j = 0; j < group->criteria->len; j++)
        {
          const TsNode *node = g_ptr_array_index (group->criteria, j);
          guint position = ts_score_table_add_criterion (filling->table, node->id, node->id, node->title);

          g_hash_table_insert (filling->criteria, node->id, GUINT_TO_POINTER (position + 1));
        }
    }
}

/* The assessments have the positions that they have in the snapshot, and so do the panels. */
static void
add_panels (Filling *filling)
{
  for (guint i = 0; i < filling->snapshot->assessments->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (filling->snapshot->assessments, i);

      ts_score_table_add_assessment (filling->table, ts_row_get_id (assessment->assessment), assessment->code, assessment->name);
    }

  for (guint i = 0; i < filling->snapshot->panels->len; i++)
    {
      const TsRoundPanel *panel = g_ptr_array_index (filling->snapshot->panels, i);
      guint position = ts_score_table_add_panel (filling->table, ts_row_get_id (panel->panel), ts_row_get_text (panel->panel, TS_PANEL_TITLE));

      for (guint j = 0; j < panel->members->len; j++)
        ts_score_table_seat (filling->table, position, get_reviewer (filling, ((const TsRoundMember *) g_ptr_array_index (panel->members, j))->name));

      for (guint j = 0; j < filling->snapshot->assessments->len; j++)
        {
          if (g_ptr_array_find (panel->assessments, g_ptr_array_index (filling->snapshot->assessments, j), NULL))
            ts_score_table_assign (filling->table, position, j);
        }
    }
}

/* One assessment's scores, as far as they count for whoever reads. */
static gboolean
add_scores (TsWorkplace       *workplace,
            Filling           *filling,
            guint              position,
            TsRoundAgreement  *self,
            GError           **error)
{
  const TsRoundAssessment *assessment = g_ptr_array_index (filling->snapshot->assessments, position);
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
      guint criterion = GPOINTER_TO_UINT (g_hash_table_lookup (filling->criteria, ts_row_get_text (rating, TS_RATING_NODE)));

      if (criterion > 0 && ts_row_has (rating, TS_RATING_LEVEL) &&
          g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) == 0 && ts_sight_counts (sight, assessor))
        ts_score_table_add_score (filling->table, position, criterion - 1, get_reviewer (filling, assessor),
                                  (int) ts_row_get_integer (rating, TS_RATING_LEVEL));
    }

  return TRUE;
}

static gboolean
fill (TsWorkplace       *workplace,
      Filling           *filling,
      TsRoundAgreement  *self,
      GCancellable      *cancellable,
      GError           **error)
{
  add_criteria (filling);
  add_panels (filling);

  for (guint i = 0; i < filling->snapshot->assessments->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_scores (workplace, filling, i, self, error))
        return FALSE;
    }

  ts_score_table_end (filling->table);

  return TRUE;
}

/* --- Measuring ---------------------------------------------------------------------------------------------------- */

static void
add_agreement (TsRoundAgreement   *self,
               TsRow              *panel,
               const TsScoreTable *table,
               TsScoreScope        scope)
{
  TsPanelAgreement *agreement = g_new0 (TsPanelAgreement, 1);

  agreement->panel = panel != NULL ? ts_row_ref (panel) : NULL;
  ts_review_agreement_measure (&agreement->agreement, table, scope, N_DRAWS, SEED);

  if (panel != NULL && agreement->agreement.n_scores == 0)
    panel_agreement_free (agreement);
  else
    g_ptr_array_add (self->panels, agreement);
}

static int
compare_severities (gconstpointer a,
                    gconstpointer b)
{
  double first = (*(TsReviewerSeverity *const *) a)->severity.difference.value;
  double second = (*(TsReviewerSeverity *const *) b)->severity.difference.value;

  return (first > second) - (first < second);
}

/* Who has scored beside nobody cannot be said to be severe. */
static void
add_severities (TsRoundAgreement   *self,
                const TsScoreTable *table)
{
  g_autoptr (GArray) measured = ts_severities_measure (table, TS_SCORE_SCOPE_ALL, N_DRAWS, SEED);

  for (guint i = 0; i < measured->len; i++)
    {
      const TsSeverity *one = &g_array_index (measured, TsSeverity, i);
      TsReviewerSeverity *severity;

      if (!one->difference.is_defined)
        continue;

      severity = g_new (TsReviewerSeverity, 1);
      *severity = (TsReviewerSeverity) { g_strdup (ts_score_table_get_reviewer (table, i)->id), *one };
      g_ptr_array_add (self->severities, severity);
    }

  g_ptr_array_sort (self->severities, compare_severities);
}

static gboolean
measure (TsWorkplace            *workplace,
         const TsRoundSnapshot  *snapshot,
         TsRoundAgreement       *self,
         GCancellable           *cancellable,
         GError                **error)
{
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsScoreTable) table = NULL;
  g_autoptr (GHashTable) reviewers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) criteria = g_hash_table_new (g_str_hash, g_str_equal);
  Filling filling = { snapshot, NULL, NULL, reviewers, criteria };

  if (!ts_workplace_read_assessment (workplace, ts_row_get_id (((TsRoundAssessment *) g_ptr_array_index (snapshot->assessments, 0))->assessment),
                                     &assessment, &framework, error))
    return FALSE;

  filling.section = find_largest_section (framework);

  if (filling.section == NULL)
    return TRUE;

  filling.table = table = ts_score_table_new (ts_scale_get_n_levels (filling.section->scale));

  if (!fill (workplace, &filling, self, cancellable, error))
    return FALSE;

  add_agreement (self, NULL, table, TS_SCORE_SCOPE_ALL);

  for (guint i = 0; i < snapshot->panels->len; i++)
    add_agreement (self, ((TsRoundPanel *) g_ptr_array_index (snapshot->panels, i))->panel, table, (TsScoreScope) { (int) i, -1, -1 });

  add_severities (self, table);

  return TRUE;
}

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TsRoundSnapshot) snapshot = ts_round_snapshot_read (workplace, data, error);
  g_autoptr (TsRoundAgreement) self = NULL;

  if (snapshot == NULL)
    return NULL;

  self = g_new0 (TsRoundAgreement, 1);
  self->panels = g_ptr_array_new_with_free_func (panel_agreement_free);
  self->severities = g_ptr_array_new_with_free_func (severity_free);
  self->n_assessments = snapshot->assessments->len;

  if (snapshot->assessments->len > 0 && !measure (workplace, snapshot, self, cancellable, error))
    return NULL;

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
