/* ts-outcome.c — measures of the health of an organisation's people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-outcome.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-outcome-lock.h"
#include "core/ts-text.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * ts_outcome_direction_get_name:
 * @up_is_better: whether a rise is an improvement
 *
 * Returns: (transfer none): the name that workbooks and files use
 */
const char *
ts_outcome_direction_get_name (gboolean up_is_better)
{
  return up_is_better ? "up" : "down";
}

/**
 * ts_outcome_direction_from_name:
 * @name: a name, from anywhere
 * @up_is_better: (out): whether a rise is an improvement
 *
 * Returns: whether there is such a direction
 */
gboolean
ts_outcome_direction_from_name (const char *name,
                                gboolean   *up_is_better)
{
  g_return_val_if_fail (name != NULL && up_is_better != NULL, FALSE);

  *up_is_better = g_str_equal (name, "up");

  return *up_is_better || g_str_equal (name, "down");
}

/**
 * ts_framework_find_outcomes_section:
 * @framework: a framework
 *
 * Returns: (transfer none) (nullable): its section about outcomes, or %NULL where it has none
 */
const TsSection *
ts_framework_find_outcomes_section (const TsFramework *framework)
{
  g_return_val_if_fail (framework != NULL, NULL);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind == TS_SECTION_OUTCOMES)
        return section;
    }

  return NULL;
}

/**
 * ts_suggested_outcome_get_definition:
 * @self: what a framework suggests
 *
 * Returns: the definition of an outcome that follows it; it lasts as long as the framework
 */
TsOutcomeDefinition
ts_suggested_outcome_get_definition (const TsSuggestedOutcome *self)
{
  return (TsOutcomeDefinition) { self->metric, self->unit, self->up_is_better, self->id, NULL };
}

/**
 * ts_outcome_new:
 * @id: a fresh row id
 * @organisation_id: whose outcome it is
 * @definition: what is measured
 * @since: the year of the first assessment that it is part of
 * @position: its place among the organisation's outcomes
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Returns: (transfer full): the outcome's row
 */
TsRow *
ts_outcome_new (const char                 *id,
                const char                 *organisation_id,
                const TsOutcomeDefinition  *definition,
                int                         since,
                gint64                      position,
                GError                    **error)
{
  g_autoptr (TsRow) row = NULL;

  g_return_val_if_fail (id != NULL && organisation_id != NULL && definition != NULL, NULL);
  g_return_val_if_fail (since >= TS_YEAR_FIRST && since <= TS_YEAR_LAST, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  row = ts_row_new (TS_ENTITY_OUTCOME, id);
  ts_row_set_text (row, TS_OUTCOME_ORGANISATION, organisation_id);
  ts_row_set_integer (row, TS_OUTCOME_POSITION, position);
  ts_row_set_integer (row, TS_OUTCOME_SINCE, since);

  return ts_outcome_define (row, definition, error) ? g_steal_pointer (&row) : NULL;
}

/**
 * ts_outcome_get_definition:
 * @outcome: an outcome's row
 *
 * Returns: what it measures; it lasts as long as the row
 */
TsOutcomeDefinition
ts_outcome_get_definition (const TsRow *outcome)
{
  return (TsOutcomeDefinition) {
    ts_row_get_text (outcome, TS_OUTCOME_METRIC),
    ts_row_get_text (outcome, TS_OUTCOME_UNIT),
    g_strcmp0 (ts_row_get_text (outcome, TS_OUTCOME_DIRECTION), "down") != 0,
    ts_row_get_text (outcome, TS_OUTCOME_SUGGESTED),
    ts_row_get_text (outcome, TS_OUTCOME_SOURCE),
  };
}

/**
 * ts_outcome_define:
 * @outcome: an outcome's row that has not been handed on
 * @definition: what it shall measure; its texts are cleaned
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Returns: whether that can be measured
 */
gboolean
ts_outcome_define (TsRow                      *outcome,
                   const TsOutcomeDefinition  *definition,
                   GError                    **error)
{
  g_autofree char *metric = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (outcome != NULL && ts_row_get_entity (outcome) == TS_ENTITY_OUTCOME, FALSE);
  g_return_val_if_fail (definition != NULL && definition->metric != NULL && definition->unit != NULL, FALSE);

  metric = ts_text_clean (definition->metric, -1, TS_TEXT_LINE);
  unit = ts_text_clean (definition->unit, -1, TS_TEXT_LINE);
  source = ts_text_clean (definition->source != NULL ? definition->source : "", -1, TS_TEXT_LINE);

  if (*metric == '\0')
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("An outcome needs a name: what is measured?"));
      return FALSE;
    }

  ts_row_set_text (outcome, TS_OUTCOME_METRIC, metric);
  ts_row_set_text (outcome, TS_OUTCOME_UNIT, unit);
  ts_row_set_text (outcome, TS_OUTCOME_DIRECTION, ts_outcome_direction_get_name (definition->up_is_better));
  ts_row_set_text (outcome, TS_OUTCOME_SUGGESTED, definition->suggested);
  ts_row_set_text (outcome, TS_OUTCOME_SOURCE, *source != '\0' ? source : NULL);

  return TRUE;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/**
 * ts_outcome_make_key:
 * @metric: what might be measured
 * @unit: in which unit
 *
 * An organisation has one outcome at most for each metric and unit, in capitals or not. Files know it by these two.
 *
 * Returns: (transfer full): a text that is the same for two that count as the same
 */
char *
ts_outcome_make_key (const char *metric,
                     const char *unit)
{
  g_autofree char *folded_metric = NULL;
  g_autofree char *folded_unit = NULL;

  g_return_val_if_fail (metric != NULL && unit != NULL, NULL);

  folded_metric = fold (metric);
  folded_unit = fold (unit);

  /* Neither has more than one line. */
  return g_strconcat (folded_metric, "\n", folded_unit, NULL);
}

/**
 * ts_outcome_measures:
 * @outcome: an outcome's row
 * @metric: what might be measured
 * @unit: in which unit
 *
 * Returns: whether that is what the outcome measures; see [func@ts_outcome_make_key]
 */
gboolean
ts_outcome_measures (const TsRow *outcome,
                     const char  *metric,
                     const char  *unit)
{
  g_autofree char *its_key = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (outcome != NULL && metric != NULL && unit != NULL, FALSE);

  its_key = ts_outcome_make_key (ts_row_get_text (outcome, TS_OUTCOME_METRIC), ts_row_get_text (outcome, TS_OUTCOME_UNIT));
  key = ts_outcome_make_key (metric, unit);

  return g_str_equal (its_key, key);
}

/**
 * ts_outcome_is_per_cent:
 * @outcome: an outcome's row
 *
 * Returns: whether its values may be written with a per cent sign
 */
gboolean
ts_outcome_is_per_cent (const TsRow *outcome)
{
  g_autofree char *unit = g_utf8_casefold (ts_row_get_text (outcome, TS_OUTCOME_UNIT), -1);

  return strchr (unit, '%') != NULL || strstr (unit, "per cent") != NULL || strstr (unit, "percent") != NULL;
}

static int
compare_outcomes (gconstpointer a,
                  gconstpointer b)
{
  const TsRow *first = *(const TsRow *const *) a;
  const TsRow *second = *(const TsRow *const *) b;
  gint64 first_position = ts_row_get_integer (first, TS_OUTCOME_POSITION);
  gint64 second_position = ts_row_get_integer (second, TS_OUTCOME_POSITION);

  if (first_position != second_position)
    return first_position < second_position ? -1 : 1;

  return strcmp (ts_row_get_id (first), ts_row_get_id (second));
}

/**
 * ts_outcome_sort:
 * @outcomes: (element-type TsRow): the outcomes of an organisation
 *
 * Puts them in their order.
 */
void
ts_outcome_sort (GPtrArray *outcomes)
{
  g_return_if_fail (outcomes != NULL);

  g_ptr_array_sort (outcomes, compare_outcomes);
}

/**
 * ts_outcome_choose_since:
 * @organisation_id: an organisation
 * @assessments: (element-type TsRow): its assessments
 * @first_aspiration: the first year with an aspiration, or 0
 * @last_actual: the last year with an actual value, or 0
 *
 * Values from a file do not say of which assessments they shall be part: of the first one that is planned for and can still change.
 *
 * Returns: the year since when a new outcome with such values is part of assessments
 */
int
ts_outcome_choose_since (const char *organisation_id,
                         GPtrArray  *assessments,
                         int         first_aspiration,
                         int         last_actual)
{
  int first_open = 0;
  int last_locked = 0;
  int since;

  g_return_val_if_fail (organisation_id != NULL && assessments != NULL, TS_YEAR_LAST);

  for (guint i = 0; i < assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (assessments, i);
      int year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);

      if (g_strcmp0 (ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), organisation_id) == 0 &&
          ts_assessment_is_settled (assessment))
        last_locked = MAX (last_locked, year);
    }

  for (guint i = 0; i < assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (assessments, i);
      int year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);

      if (g_strcmp0 (ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), organisation_id) == 0 && year > last_locked &&
          (first_open == 0 || year < first_open))
        first_open = year;
    }

  since = first_aspiration != 0 ? first_aspiration : last_actual;

  if (first_open != 0 && (since == 0 || first_open < since || first_aspiration == 0))
    since = first_open;

  return CLAMP (MAX (since, last_locked + 1), TS_YEAR_FIRST, TS_YEAR_LAST);
}

/**
 * ts_outcome_value_row_id:
 * @outcome_id: an outcome's row id
 * @year: a financial year
 *
 * Returns: (transfer full): the id of the one row that keeps the outcome's values of that year
 */
char *
ts_outcome_value_row_id (const char *outcome_id,
                         int         year)
{
  char number[16];

  g_snprintf (number, sizeof number, "%d", year);

  return ts_identifier_derive ("outcome_value", outcome_id, number, NULL);
}

/**
 * ts_outcome_value_new:
 * @outcome: an outcome's row
 * @year: a financial year
 *
 * Returns: (transfer full): a row for the outcome's values of that year, without any
 */
TsRow *
ts_outcome_value_new (const TsRow *outcome,
                      int          year)
{
  g_autofree char *id = NULL;
  TsRow *row;

  g_return_val_if_fail (outcome != NULL, NULL);
  g_return_val_if_fail (year >= TS_YEAR_FIRST && year <= TS_YEAR_LAST, NULL);

  id = ts_outcome_value_row_id (ts_row_get_id (outcome), year);
  row = ts_row_new (TS_ENTITY_OUTCOME_VALUE, id);
  ts_row_set_text (row, TS_OUTCOME_VALUE_OUTCOME, ts_row_get_id (outcome));
  ts_row_set_text (row, TS_OUTCOME_VALUE_ORGANISATION, ts_row_get_text (outcome, TS_OUTCOME_ORGANISATION));
  ts_row_set_integer (row, TS_OUTCOME_VALUE_YEAR, year);

  return row;
}

/**
 * ts_outcome_find_value:
 * @values: (element-type TsRow): the values of one outcome
 * @year: a financial year
 *
 * Returns: (transfer none) (nullable): the values of that year, or %NULL
 */
TsRow *
ts_outcome_find_value (GPtrArray *values,
                       int        year)
{
  g_return_val_if_fail (values != NULL, NULL);

  for (guint i = 0; i < values->len; i++)
    {
      if (ts_row_get_integer (g_ptr_array_index (values, i), TS_OUTCOME_VALUE_YEAR) == year)
        return g_ptr_array_index (values, i);
    }

  return NULL;
}

static gboolean
has_value (GPtrArray           *values,
           TsOutcomeValueField  field,
           int                  year)
{
  const TsRow *value = ts_outcome_find_value (values, year);

  return value != NULL && ts_row_has (value, field);
}

static int
find_first_aspiration (GPtrArray *values)
{
  int first = 0;

  for (guint i = 0; i < values->len; i++)
    {
      const TsRow *value = g_ptr_array_index (values, i);
      int year = (int) ts_row_get_integer (value, TS_OUTCOME_VALUE_YEAR);

      if (ts_row_has (value, TS_OUTCOME_VALUE_ASPIRATION) && (first == 0 || year < first))
        first = year;
    }

  return first;
}

static gboolean
find_last_actual_before (GPtrArray *values,
                         int        before,
                         int       *year)
{
  gboolean found = FALSE;

  for (guint i = 0; i < values->len; i++)
    {
      const TsRow *value = g_ptr_array_index (values, i);
      int its_year = (int) ts_row_get_integer (value, TS_OUTCOME_VALUE_YEAR);

      if (ts_row_has (value, TS_OUTCOME_VALUE_ACTUAL) && its_year < before && (!found || its_year > *year))
        {
          *year = its_year;
          found = TRUE;
        }
    }

  return found;
}

/**
 * ts_outcome_find_baseline:
 * @values: (element-type TsRow): the values of one outcome
 * @year: (out): the year of the baseline, from which the trajectory starts: the last actual value before the first aspiration
 *
 * Returns: whether there is one
 */
gboolean
ts_outcome_find_baseline (GPtrArray *values,
                          int       *year)
{
  g_return_val_if_fail (values != NULL && year != NULL, FALSE);

  return find_last_actual_before (values, find_first_aspiration (values), year);
}

/**
 * ts_outcome_find_missing:
 * @values: (element-type TsRow): the values of one outcome
 * @year: an assessment's year
 *
 * A trajectory is told in full when it has a baseline, and an aspiration for each of the five years from the assessment's on. Where
 * nothing is aimed at yet, any actual value up to the assessment's year can become the baseline.
 *
 * Returns: what is missing of it
 */
TsOutcomeMissing
ts_outcome_find_missing (GPtrArray *values,
                         int        year)
{
  TsOutcomeMissing missing = TS_OUTCOME_MISSING_NOTHING;
  guint n_aspirations = 0;
  int first_aspiration;
  int baseline = 0;

  g_return_val_if_fail (values != NULL, TS_OUTCOME_MISSING_NOTHING);

  for (int i = 0; i < TS_OUTCOME_N_YEARS; i++)
    n_aspirations += has_value (values, TS_OUTCOME_VALUE_ASPIRATION, year + i);

  if (n_aspirations < TS_OUTCOME_N_YEARS)
    missing |= TS_OUTCOME_MISSING_ASPIRATIONS;

  if (n_aspirations == 0)
    missing |= TS_OUTCOME_MISSING_TRAJECTORY;

  first_aspiration = find_first_aspiration (values);

  if (!find_last_actual_before (values, first_aspiration != 0 ? first_aspiration : year + 1, &baseline))
    missing |= TS_OUTCOME_MISSING_BASELINE;

  return missing;
}

static char *
list_years_without_aspiration (GPtrArray *values,
                               int        year)
{
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < TS_OUTCOME_N_YEARS; i++)
    {
      if (!has_value (values, TS_OUTCOME_VALUE_ASPIRATION, year + i))
        g_ptr_array_add (years, ts_year_format (year + i));
    }

  g_ptr_array_add (years, NULL);

  /* Translators: between two of several years, as in "2010/11, 2011/12". */
  return g_strjoinv (_(", "), (char **) years->pdata);
}

/**
 * ts_outcome_describe_missing:
 * @values: (element-type TsRow): the values of one outcome
 * @year: an assessment's year
 *
 * Returns: (transfer full) (nullable): what [func@ts_outcome_find_missing] finds in words, such as "No aspiration for 2012/13, 2013/14.";
 *   %NULL where nothing is missing
 */
char *
ts_outcome_describe_missing (GPtrArray *values,
                             int        year)
{
  TsOutcomeMissing missing;
  g_autofree char *first = NULL;
  g_autofree char *aspirations = NULL;

  g_return_val_if_fail (values != NULL, NULL);

  missing = ts_outcome_find_missing (values, year);

  if (missing & TS_OUTCOME_MISSING_TRAJECTORY)
    {
      g_autofree char *last = ts_year_format (year + TS_OUTCOME_N_YEARS - 1);

      first = ts_year_format (year);
      aspirations = g_strdup_printf (_("No trajectory yet: an aspiration for each year from %s to %s."), first, last);
    }
  else if (missing & TS_OUTCOME_MISSING_ASPIRATIONS)
    {
      g_autofree char *years = list_years_without_aspiration (values, year);

      aspirations = g_strdup_printf (_("No aspiration for %s."), years);
    }

  if (!(missing & TS_OUTCOME_MISSING_BASELINE))
    return g_steal_pointer (&aspirations);

  if (aspirations == NULL)
    return g_strdup (_("No baseline: an actual value from a year before the first aspiration."));

  return g_strdup_printf (_("%s No baseline: an actual value from a year before the first aspiration."), aspirations);
}
