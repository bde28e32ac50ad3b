/* ts-outcomes-export.c — outcomes as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-outcomes-export.h"

#include "core/ts-outcome.h"
#include "core/ts-year.h"
#include "exchange/ts-organisation-set.h"
#include "exchange/ts-outcomes-import.h"

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(const TsRow *const *) a, TS_OUTCOME_VALUE_YEAR);
  gint64 second = ts_row_get_integer (*(const TsRow *const *) b, TS_OUTCOME_VALUE_YEAR);

  return first < second ? -1 : first > second;
}

static gboolean
wants_year (const TsExport *export,
            int             year)
{
  const TsQueryFilter *filter = export->filter;

  for (guint i = 0; filter != NULL && i < filter->n_years; i++)
    {
      if (filter->years[i] == year)
        return TRUE;
    }

  return filter == NULL || filter->n_years == 0;
}

static void
add_number (TsTableWriter       *writer,
            const TsRow         *value,
            TsOutcomeValueField  field)
{
  if (value != NULL && ts_row_has (value, field))
    ts_table_writer_add_number (writer, ts_row_get_real (value, field));
  else
    ts_table_writer_add_text (writer, NULL);
}

static gboolean
write_row (TsExport       *export,
           TsTableWriter  *writer,
           const char     *code,
           const TsRow    *outcome,
           const TsRow    *value,
           GError        **error)
{
  g_autofree char *year = value != NULL ? ts_year_format ((int) ts_row_get_integer (value, TS_OUTCOME_VALUE_YEAR)) : NULL;

  ts_table_writer_add_text (writer, code);
  ts_table_writer_add_text (writer, ts_row_get_text (outcome, TS_OUTCOME_METRIC));
  ts_table_writer_add_text (writer, ts_row_get_text (outcome, TS_OUTCOME_UNIT));
  ts_table_writer_add_text (writer, ts_row_get_text (outcome, TS_OUTCOME_DIRECTION));
  ts_table_writer_add_text (writer, year);
  add_number (writer, value, TS_OUTCOME_VALUE_ASPIRATION);
  add_number (writer, value, TS_OUTCOME_VALUE_ACTUAL);

  return ts_export_end_row (export, writer, error);
}

static gboolean
write_outcome (TsWorkbook     *workbook,
               TsExport       *export,
               TsTableWriter  *writer,
               const char     *code,
               const TsRow    *outcome,
               GError        **error)
{
  g_autoptr (GPtrArray) values =
    ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_OUTCOME, ts_row_get_id (outcome), error);

  if (values == NULL)
    return FALSE;

  g_ptr_array_sort (values, compare_years);

  /* An outcome without any value is not lost. */
  if (values->len == 0 && wants_year (export, 0))
    return write_row (export, writer, code, outcome, NULL, error);

  for (guint i = 0; i < values->len; i++)
    {
      const TsRow *value = g_ptr_array_index (values, i);

      if (wants_year (export, (int) ts_row_get_integer (value, TS_OUTCOME_VALUE_YEAR)) &&
          !write_row (export, writer, code, outcome, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_organisation (TsWorkbook     *workbook,
                    TsExport       *export,
                    TsTableWriter  *writer,
                    const TsRow    *organisation,
                    GError        **error)
{
  g_autoptr (GPtrArray) outcomes =
    ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, ts_row_get_id (organisation), error);

  if (outcomes == NULL)
    return FALSE;

  ts_outcome_sort (outcomes);

  for (guint i = 0; i < outcomes->len; i++)
    {
      if (!write_outcome (workbook, export, writer, ts_row_get_text (organisation, TS_ORGANISATION_CODE), g_ptr_array_index (outcomes, i),
                          error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_outcomes_export:
 * @workbook: a workbook
 * @export: where and how; of the filter organisations and the values' years count
 * @error: where to put why not; see [struct@Export]
 *
 * Writes outcomes as [func@ts_outcomes_import] reads them: in the order of organisation codes, the organisation's own order, and years.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_outcomes_export (TsWorkbook  *workbook,
                    TsExport    *export,
                    GError     **error)
{
  g_autoptr (TsOrganisationSet) organisations = NULL;
  g_autoptr (TsTableWriter) writer = NULL;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  organisations = ts_organisation_set_read (workbook, error);

  if (organisations == NULL || !ts_export_check_filter (workbook, export->filter, error))
    return FALSE;

  writer = ts_export_begin (export, ts_outcomes_get_columns ());

  for (guint i = 0; i < ts_organisation_set_get_n (organisations); i++)
    {
      const TsRow *organisation = ts_organisation_set_get (organisations, i)->organisation;

      if (ts_export_wants_organisation (export, ts_row_get_text (organisation, TS_ORGANISATION_CODE)) &&
          !write_organisation (workbook, export, writer, organisation, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}
