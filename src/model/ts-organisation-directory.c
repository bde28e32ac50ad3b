/* ts-organisation-directory.c — codes and names of all organisations of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-organisation-directory.h"

#include "core/ts-date.h"
#include "core/ts-organisation-name.h"
#include "core/ts-year.h"

struct _TsOrganisationDirectory
{
  GPtrArray *organisations; /* TsRow */
  GHashTable *codes;        /* row id → code, both borrowed from the rows */
  GPtrArray *names;         /* TsRow */
  GHashTable *names_of;     /* organisation's row id → GPtrArray of its name rows, borrowed */
};

/**
 * ts_organisation_directory_read:
 * @workbook: a workbook, on its thread
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the directory
 */
TsOrganisationDirectory *
ts_organisation_directory_read (TsWorkbook  *workbook,
                                GError     **error)
{
  g_autoptr (GPtrArray) organisations = ts_workbook_read_rows (workbook, TS_ENTITY_ORGANISATION, -1, NULL, error);
  g_autoptr (GPtrArray) names = NULL;
  TsOrganisationDirectory *self;

  if (organisations == NULL)
    return NULL;

  names = ts_workbook_read_rows (workbook, TS_ENTITY_ORGANISATION_NAME, -1, NULL, error);

  if (names == NULL)
    return NULL;

  self = g_new0 (TsOrganisationDirectory, 1);
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->names_of = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < organisations->len; i++)
    {
      TsRow *row = g_ptr_array_index (organisations, i);

      g_hash_table_insert (self->codes, (gpointer) ts_row_get_id (row), (gpointer) ts_row_get_text (row, TS_ORGANISATION_CODE));
    }

  for (guint i = 0; i < names->len; i++)
    {
      TsRow *row = g_ptr_array_index (names, i);
      const char *organisation_id = ts_row_get_text (row, TS_ORGANISATION_NAME_ORGANISATION);
      GPtrArray *of_organisation = g_hash_table_lookup (self->names_of, organisation_id);

      if (of_organisation == NULL)
        {
          of_organisation = g_ptr_array_new ();
          g_hash_table_insert (self->names_of, (gpointer) organisation_id, of_organisation);
        }

      g_ptr_array_add (of_organisation, row);
    }

  self->organisations = g_steal_pointer (&organisations);
  self->names = g_steal_pointer (&names);

  return self;
}

void
ts_organisation_directory_free (TsOrganisationDirectory *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->names_of);
  g_ptr_array_unref (self->organisations);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * ts_organisation_directory_get_organisations:
 * @self: a directory
 *
 * Returns: (transfer none) (element-type TsRow): all organisations
 */
GPtrArray *
ts_organisation_directory_get_organisations (TsOrganisationDirectory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->organisations;
}

/**
 * ts_organisation_directory_get_code:
 * @self: a directory
 * @organisation_id: an organisation's row id
 *
 * Returns: (transfer none) (nullable): its code, or %NULL where there is none such
 */
const char *
ts_organisation_directory_get_code (TsOrganisationDirectory *self,
                                    const char              *organisation_id)
{
  g_return_val_if_fail (self != NULL && organisation_id != NULL, NULL);

  return g_hash_table_lookup (self->codes, organisation_id);
}

/**
 * ts_organisation_directory_get_name:
 * @self: a directory
 * @organisation_id: an organisation's row id
 * @year: the calendar year in which a financial year begins; 0 for the latest name
 *
 * Returns: (transfer none): the name that it has at the end of @year; its code where it has no name
 */
const char *
ts_organisation_directory_get_name (TsOrganisationDirectory *self,
                                    const char              *organisation_id,
                                    int                      year)
{
  g_autofree char *day = NULL;
  const char *name = NULL;
  GPtrArray *names;

  g_return_val_if_fail (self != NULL && organisation_id != NULL, NULL);

  if (year >= TS_YEAR_FIRST && year <= TS_YEAR_LAST)
    {
      GDate first;
      GDate last;

      ts_year_get_dates (year, &first, &last);
      day = ts_date_format (&last);
    }

  names = g_hash_table_lookup (self->names_of, organisation_id);

  if (names != NULL)
    name = ts_organisation_name_on (names, organisation_id, day);

  return name != NULL ? name : ts_organisation_directory_get_code (self, organisation_id);
}
