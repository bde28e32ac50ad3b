/* ts-outcome-lock.c — what of an outcome an approved assessment holds fast
 *
 * An outcome belongs to its organisation and is part of the assessments of several years. What one of them has settled stays
 * settled: what is measured, and what was aimed at for the years up to its own. The next year's draft may aim anew for the years
 * after that. An actual value comes when it comes, so one that is missing may always be added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-outcome-lock.h"

#include "core/ts-error.h"
#include "core/ts-stage.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/**
 * ts_outcome_covers:
 * @outcome: an outcome's row
 * @year: the calendar year in which a financial year begins
 *
 * Returns: whether the outcome is part of that year's assessment
 */
gboolean
ts_outcome_covers (const TsRow *outcome,
                   int          year)
{
  g_return_val_if_fail (outcome != NULL && ts_row_get_entity (outcome) == TS_ENTITY_OUTCOME, FALSE);

  return year >= ts_row_get_integer (outcome, TS_OUTCOME_SINCE) &&
         (!ts_row_has (outcome, TS_OUTCOME_UNTIL) || year <= ts_row_get_integer (outcome, TS_OUTCOME_UNTIL));
}

static int
get_year (const TsRow *assessment)
{
  return (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);
}

/**
 * ts_assessment_is_settled:
 * @assessment: an assessment's row
 *
 * Returns: whether its stage locks what the board said itself. A stage that this version does not know comes from a later one: nothing
 *   of it is changed.
 */
gboolean
ts_assessment_is_settled (const TsRow *assessment)
{
  TsStage stage;

  g_return_val_if_fail (assessment != NULL && ts_row_get_entity (assessment) == TS_ENTITY_ASSESSMENT, TRUE);

  return !ts_stage_from_name (ts_row_get_text (assessment, TS_ASSESSMENT_STAGE), &stage) ||
         ts_stage_locks_layer (stage, TS_LAYER_SELF);
}

static gboolean
includes (const TsRow *assessment,
          const TsRow *outcome)
{
  return g_strcmp0 (ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), ts_row_get_text (outcome, TS_OUTCOME_ORGANISATION)) == 0 &&
         ts_outcome_covers (outcome, get_year (assessment));
}

/* The latest assessment that includes the outcome and is locked, or is not. */
static const TsRow *
find_latest (const TsRow *outcome,
             GPtrArray   *assessments,
             gboolean     locked)
{
  const TsRow *latest = NULL;

  for (guint i = 0; i < assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (assessments, i);

      if (includes (assessment, outcome) && ts_assessment_is_settled (assessment) == locked &&
          (latest == NULL || get_year (assessment) > get_year (latest)))
        latest = assessment;
    }

  return latest;
}

static const char *
name_stage (const TsRow *assessment)
{
  const char *name = ts_row_get_text (assessment, TS_ASSESSMENT_STAGE);
  TsStage stage;

  return ts_stage_from_name (name, &stage) ? ts_stage_get_title (stage) : name;
}

static gboolean
refuse_definition (const TsRow  *outcome,
                   const TsRow  *assessment,
                   GError      **error)
{
  const char *metric = ts_row_get_text (outcome, TS_OUTCOME_METRIC);
  g_autofree char *year = ts_year_format (get_year (assessment));

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
               _("“%s” is part of the assessment of %s, which is at the stage “%s”. It has to be reopened before the outcome can "
                 "be added, changed or removed there."),
               metric, year, name_stage (assessment));

  return FALSE;
}

/**
 * ts_outcome_check_definition_unlocked:
 * @outcome: an outcome's row
 * @assessments: (element-type TsRow): the organisation's assessments
 * @error: where to put %TS_RULE_ERROR_LOCKED
 *
 * Returns: whether what is measured can be changed, or the outcome removed. From when to when it is part of assessments is another matter:
 *   see [func@ts_outcome_check_row_unlocked].
 */
gboolean
ts_outcome_check_definition_unlocked (const TsRow  *outcome,
                                      GPtrArray    *assessments,
                                      GError      **error)
{
  const TsRow *locked;

  g_return_val_if_fail (outcome != NULL && assessments != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  locked = find_latest (outcome, assessments, TRUE);

  return locked == NULL || refuse_definition (outcome, locked, error);
}

/**
 * ts_outcome_check_cell_unlocked:
 * @outcome: an outcome's row
 * @assessments: (element-type TsRow): the organisation's assessments
 * @field: %TS_OUTCOME_VALUE_ASPIRATION or %TS_OUTCOME_VALUE_ACTUAL
 * @year: the year of the value
 * @has_value: whether there is a value now
 * @error: where to put %TS_RULE_ERROR_LOCKED
 *
 * Returns: whether that value can be set, changed or cleared
 */
gboolean
ts_outcome_check_cell_unlocked (const TsRow          *outcome,
                                GPtrArray            *assessments,
                                TsOutcomeValueField   field,
                                int                   year,
                                gboolean              has_value,
                                GError              **error)
{
  const char *metric;
  g_autofree char *locked_year = NULL;
  g_autofree char *value_year = NULL;
  const TsRow *locked;
  const TsRow *open;

  g_return_val_if_fail (outcome != NULL && assessments != NULL, FALSE);
  g_return_val_if_fail (field == TS_OUTCOME_VALUE_ASPIRATION || field == TS_OUTCOME_VALUE_ACTUAL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  locked = find_latest (outcome, assessments, TRUE);

  if (locked == NULL || (field == TS_OUTCOME_VALUE_ACTUAL && (!has_value || year > get_year (locked))))
    return TRUE;

  open = find_latest (outcome, assessments, FALSE);

  if (year > get_year (locked) && open != NULL && get_year (open) > get_year (locked))
    return TRUE;

  metric = ts_row_get_text (outcome, TS_OUTCOME_METRIC);
  locked_year = ts_year_format (get_year (locked));
  value_year = ts_year_format (year);

  if (field == TS_OUTCOME_VALUE_ACTUAL)
    g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                 _("The actual value of “%s” for %s belongs to the assessment of %s, which is at the stage “%s”. It has to be "
                   "reopened first."),
                 metric, value_year, locked_year, name_stage (locked));
  else if (year <= get_year (locked))
    g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                 _("The aspiration of “%s” for %s belongs to the assessment of %s, which is at the stage “%s”. It has to be "
                   "reopened first."),
                 metric, value_year, locked_year, name_stage (locked));
  else
    g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                 _("The aspiration of “%s” for %s was settled with the assessment of %s, which is at the stage “%s”. It has to be "
                   "reopened first, or a later year’s assessment begun."),
                 metric, value_year, locked_year, name_stage (locked));

  return FALSE;
}

/* Whether two outcomes measure the same, whichever assessments they are part of. */
static gboolean
measure_the_same (const TsRow *before,
                  const TsRow *after)
{
  g_autoptr (TsRow) first = ts_row_copy (before);
  g_autoptr (TsRow) second = ts_row_copy (after);

  ts_row_clear (first, TS_OUTCOME_SINCE);
  ts_row_clear (first, TS_OUTCOME_UNTIL);
  ts_row_clear (second, TS_OUTCOME_SINCE);
  ts_row_clear (second, TS_OUTCOME_UNTIL);

  return ts_row_equal (first, second);
}

/* An outcome that goes on, or ends, after the locked years leaves them as they were approved. */
static gboolean
check_outcome (const TsRow  *before,
               const TsRow  *after,
               GPtrArray    *assessments,
               GError      **error)
{
  gboolean same;

  if (before == NULL)
    return ts_outcome_check_definition_unlocked (after, assessments, error);

  if (after == NULL)
    return ts_outcome_check_definition_unlocked (before, assessments, error);

  same = measure_the_same (before, after);

  for (guint i = 0; i < assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (assessments, i);
      gboolean was = includes (assessment, before);
      gboolean will_be = includes (assessment, after);

      if (ts_assessment_is_settled (assessment) && (was || will_be) && !(same && was && will_be))
        return refuse_definition (was ? before : after, assessment, error);
    }

  return TRUE;
}

static gboolean
check_value (const TsRow  *before,
             const TsRow  *after,
             const TsRow  *outcome,
             GPtrArray    *assessments,
             GError      **error)
{
  static const TsOutcomeValueField series[] = { TS_OUTCOME_VALUE_ASPIRATION, TS_OUTCOME_VALUE_ACTUAL };

  /* A value that becomes another year's or another outcome's goes from the one and comes to the other. */
  if (before != NULL && after != NULL &&
      (ts_row_get_integer (before, TS_OUTCOME_VALUE_YEAR) != ts_row_get_integer (after, TS_OUTCOME_VALUE_YEAR) ||
       g_strcmp0 (ts_row_get_text (before, TS_OUTCOME_VALUE_OUTCOME), ts_row_get_text (after, TS_OUTCOME_VALUE_OUTCOME)) != 0))
    return check_value (before, NULL, outcome, assessments, error) && check_value (NULL, after, outcome, assessments, error);

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      gboolean was = before != NULL && ts_row_has (before, series[i]);
      gboolean will_be = after != NULL && ts_row_has (after, series[i]);
      int year = (int) ts_row_get_integer (before != NULL ? before : after, TS_OUTCOME_VALUE_YEAR);

      if (was == will_be && (!was || ts_row_get_real (before, series[i]) == ts_row_get_real (after, series[i])))
        continue;

      if (!ts_outcome_check_cell_unlocked (outcome, assessments, series[i], year, was, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_outcome_check_row_unlocked:
 * @before: (nullable): an outcome or one of its values as it is kept; %NULL where it is created
 * @after: (nullable): the same row as it would become; %NULL where it is deleted
 * @outcome: (nullable): the outcome that a value belongs to, as it is kept, or as the same change creates it; not looked at where the row is an
 *   outcome itself
 * @assessments: (element-type TsRow): the organisation's assessments
 * @error: where to put %TS_RULE_ERROR_LOCKED
 *
 * Checks one row of a change, wherever the change came from.
 *
 * - An outcome may not be added to an assessment whose stage locks what the board said itself, nor leave it, nor measure something else.
 * - An aspiration is locked up to the year of the latest such assessment that the outcome is part of; after that year, unless a later
 *   assessment that is still open is part of the plan.
 * - An actual value can be added at any time; up to that year, it is locked once it is there.
 *
 * Returns: whether no locked assessment speaks against it
 */
gboolean
ts_outcome_check_row_unlocked (const TsRow  *before,
                               const TsRow  *after,
                               const TsRow  *outcome,
                               GPtrArray    *assessments,
                               GError      **error)
{
  const TsRow *row = before != NULL ? before : after;

  g_return_val_if_fail (row != NULL && assessments != NULL, FALSE);
  g_return_val_if_fail (before == NULL || after == NULL || ts_row_get_entity (before) == ts_row_get_entity (after), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (ts_row_get_entity (row) == TS_ENTITY_OUTCOME)
    return check_outcome (before, after, assessments, error);

  g_return_val_if_fail (ts_row_get_entity (row) == TS_ENTITY_OUTCOME_VALUE && outcome != NULL, FALSE);

  return check_value (before, after, outcome, assessments, error);
}
