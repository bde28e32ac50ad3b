/* ts-organisations-export.c — organisations as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisations-export.h"

#include "exchange/ts-organisation-set.h"
#include "exchange/ts-organisations-import.h"

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of codes, so that the same workbook always gives the same file. */
static char *
list_successors (const TsOrganisationSet   *organisations,
                 const TsOrganisationEntry *entry)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < entry->successors->len; i++)
    {
      const TsRow *row = g_ptr_array_index (entry->successors, i);
      const char *code = ts_organisation_set_get_code (organisations, ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR));

      if (code != NULL)
        g_ptr_array_add (codes, (char *) code);
    }

  g_ptr_array_sort (codes, compare_texts);
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (";", (char **) codes->pdata);
}

static const char *
get_name (const TsOrganisationEntry *entry)
{
  return entry->name != NULL ? ts_row_get_text (entry->name, TS_ORGANISATION_NAME_NAME) : NULL;
}

static const char *
get_parent (const TsOrganisationSet   *organisations,
            const TsOrganisationEntry *entry)
{
  if (entry->parent == NULL)
    return NULL;

  return ts_organisation_set_get_code (organisations, ts_row_get_text (entry->parent, TS_ORGANISATION_PARENT_PARENT));
}

/**
 * ts_organisations_export:
 * @workbook: a workbook
 * @export: where and how; of the filter only organisations count
 * @error: where to put why not; see [struct@Export]
 *
 * Writes every organisation with its latest name and parent, in the order of codes, as [func@ts_organisations_import] reads them.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_organisations_export (TsWorkbook  *workbook,
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

  writer = ts_table_writer_new (export->stream, export->format, ts_organisations_get_columns (), export->cancellable);

  for (guint i = 0; i < ts_organisation_set_get_n (organisations); i++)
    {
      const TsOrganisationEntry *entry = ts_organisation_set_get (organisations, i);
      const TsRow *row = entry->organisation;
      g_autofree char *successors = NULL;

      if (!ts_export_wants_organisation (export, ts_row_get_text (row, TS_ORGANISATION_CODE)))
        continue;

      successors = list_successors (organisations, entry);
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_CODE));
      ts_table_writer_add_text (writer, get_name (entry));
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_KIND));
      ts_table_writer_add_text (writer, get_parent (organisations, entry));
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_OPENED));
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_CLOSED));
      ts_table_writer_add_text (writer, successors);

      if (!ts_export_end_row (export, writer, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}
