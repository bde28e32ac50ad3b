/* outcome-fixture.c — outcomes and assessments for the tests of the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "outcome-fixture.h"

/**
 * outcome_fixture_assessments_new:
 * @stages: the stages of the assessments of 2007, 2008 and so on: '-' none, 'd' draft, 'b' board approved, 'p' published, '?' one from a
 *   later version
 *
 * Returns: (transfer full) (element-type TsRow): an organisation's assessments
 */
GPtrArray *
outcome_fixture_assessments_new (const char *stages)
{
  GPtrArray *assessments = outcome_fixture_rows_new ();

  for (int i = 0; stages[i] != '\0'; i++)
    {
      g_autofree char *id = g_strdup_printf ("assessment-%d", 2007 + i);
      TsRow *row;

      if (stages[i] == '-')
        continue;

      row = ts_row_new (TS_ENTITY_ASSESSMENT, id);
      ts_row_set_text (row, TS_ASSESSMENT_ORGANISATION, "organisation-1");
      ts_row_set_text (row, TS_ASSESSMENT_FRAMEWORK, "framework-1");
      ts_row_set_integer (row, TS_ASSESSMENT_YEAR, 2007 + i);
      ts_row_set_text (row, TS_ASSESSMENT_STAGE,
                       stages[i] == 'd'   ? "draft"
                       : stages[i] == 'b' ? "board-approved"
                       : stages[i] == 'p' ? "published"
                                          : "quantum");
      g_ptr_array_add (assessments, row);
    }

  return assessments;
}

TsRow *
outcome_fixture_assessment (GPtrArray *assessments,
                            int        year)
{
  for (guint i = 0; i < assessments->len; i++)
    {
      if (ts_row_get_integer (g_ptr_array_index (assessments, i), TS_ASSESSMENT_YEAR) == year)
        return g_ptr_array_index (assessments, i);
    }

  g_assert_not_reached ();
}

TsRow *
outcome_fixture_outcome_new (const char *id,
                             const char *metric,
                             int         since,
                             int         until,
                             int         position)
{
  TsRow *row = ts_row_new (TS_ENTITY_OUTCOME, id);

  ts_row_set_text (row, TS_OUTCOME_ORGANISATION, "organisation-1");
  ts_row_set_integer (row, TS_OUTCOME_POSITION, position);
  ts_row_set_text (row, TS_OUTCOME_METRIC, metric);
  ts_row_set_text (row, TS_OUTCOME_UNIT, "years");
  ts_row_set_text (row, TS_OUTCOME_DIRECTION, "up");
  ts_row_set_integer (row, TS_OUTCOME_SINCE, since);

  if (until != 0)
    ts_row_set_integer (row, TS_OUTCOME_UNTIL, until);

  return row;
}

TsRow *
outcome_fixture_value_new (const TsRow *outcome,
                           int          year,
                           double       aspiration,
                           double       actual)
{
  TsRow *row = ts_outcome_value_new (outcome, year);

  if (aspiration != NONE)
    ts_row_set_real (row, TS_OUTCOME_VALUE_ASPIRATION, aspiration);

  if (actual != NONE)
    ts_row_set_real (row, TS_OUTCOME_VALUE_ACTUAL, actual);

  return row;
}

GPtrArray *
outcome_fixture_rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}
