/* ts-organisation-set.c — the organisations of a workbook, by code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisation-set.h"

#include "exchange/ts-organisation-draft.h"

struct _TsOrganisationSet
{
  GPtrArray *entries;  /* TsOrganisationEntry, by code */
  GHashTable *by_code; /* borrowed from the entries */
  GHashTable *by_id;
};

static void
entry_free (gpointer data)
{
  TsOrganisationEntry *entry = data;

  ts_row_unref (entry->organisation);
  g_ptr_array_unref (entry->names);
  g_ptr_array_unref (entry->parents);
  g_ptr_array_unref (entry->successors);
  g_ptr_array_unref (entry->populations);
  g_free (entry);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const TsOrganisationEntry *first = *(const TsOrganisationEntry *const *) a;
  const TsOrganisationEntry *second = *(const TsOrganisationEntry *const *) b;

  return strcmp (ts_row_get_text (first->organisation, TS_ORGANISATION_CODE),
                 ts_row_get_text (second->organisation, TS_ORGANISATION_CODE));
}

static gboolean
take_organisation (TsRow    *row,
                   gpointer  data)
{
  TsOrganisationSet *self = data;
  TsOrganisationEntry *entry = g_new0 (TsOrganisationEntry, 1);

  entry->organisation = ts_row_ref (row);
  entry->names = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  entry->parents = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  entry->successors = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  entry->populations = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_id, (char *) ts_row_get_id (row), entry);
  g_hash_table_insert (self->by_code, (char *) ts_row_get_text (row, TS_ORGANISATION_CODE), entry);

  return TRUE;
}

/* Where the days and what they are of do not decide, the id does, so that the answer is the same each time. */
static gboolean
is_later (const TsRow *row,
          const char  *text,
          const TsRow *than,
          const char  *than_text,
          guint        valid_from,
          guint        valid_to)
{
  int order;

  if (than == NULL)
    return TRUE;

  order = ts_organisation_span_compare (text, ts_row_get_text (row, valid_from), ts_row_get_text (row, valid_to),
                                        than_text, ts_row_get_text (than, valid_from), ts_row_get_text (than, valid_to));

  return order != 0 ? order > 0 : strcmp (ts_row_get_id (row), ts_row_get_id (than)) > 0;
}

static TsOrganisationEntry *
find_owner (TsOrganisationSet *self,
            const TsRow       *row,
            guint              field)
{
  const char *id = ts_row_get_text (row, field);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static gboolean
take_name (TsRow    *row,
           gpointer  data)
{
  TsOrganisationEntry *entry = find_owner (data, row, TS_ORGANISATION_NAME_ORGANISATION);

  if (entry == NULL)
    return TRUE;

  g_ptr_array_add (entry->names, ts_row_ref (row));

  if (is_later (row, ts_row_get_text (row, TS_ORGANISATION_NAME_NAME),
                entry->name, entry->name != NULL ? ts_row_get_text (entry->name, TS_ORGANISATION_NAME_NAME) : NULL,
                TS_ORGANISATION_NAME_VALID_FROM, TS_ORGANISATION_NAME_VALID_TO))
    entry->name = row;

  return TRUE;
}

static const char *
get_parent_code (const TsOrganisationSet *self,
                 const TsRow             *row)
{
  return row != NULL ? ts_organisation_set_get_code (self, ts_row_get_text (row, TS_ORGANISATION_PARENT_PARENT)) : NULL;
}

static gboolean
take_parent (TsRow    *row,
             gpointer  data)
{
  TsOrganisationEntry *entry = find_owner (data, row, TS_ORGANISATION_PARENT_ORGANISATION);

  if (entry == NULL)
    return TRUE;

  g_ptr_array_add (entry->parents, ts_row_ref (row));

  if (is_later (row, get_parent_code (data, row), entry->parent, get_parent_code (data, entry->parent),
                TS_ORGANISATION_PARENT_VALID_FROM, TS_ORGANISATION_PARENT_VALID_TO))
    entry->parent = row;

  return TRUE;
}

static gboolean
take_successor (TsRow    *row,
                gpointer  data)
{
  TsOrganisationEntry *entry = find_owner (data, row, TS_ORGANISATION_SUCCESSOR_ORGANISATION);

  if (entry != NULL)
    g_ptr_array_add (entry->successors, ts_row_ref (row));

  return TRUE;
}

static gboolean
take_population (TsRow    *row,
                 gpointer  data)
{
  TsOrganisationEntry *entry = find_owner (data, row, TS_ORGANISATION_POPULATION_ORGANISATION);

  if (entry != NULL)
    g_ptr_array_add (entry->populations, ts_row_ref (row));

  return TRUE;
}

/**
 * ts_organisation_set_read:
 * @workbook: a workbook
 * @error: where to put an error of the store
 *
 * Returns: (transfer full): its organisations
 */
TsOrganisationSet *
ts_organisation_set_read (TsWorkbook  *workbook,
                          GError     **error)
{
  g_autoptr (TsOrganisationSet) self = NULL;

  g_return_val_if_fail (workbook != NULL, NULL);

  self = g_new0 (TsOrganisationSet, 1);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (!ts_workbook_foreach_row (workbook, TS_ENTITY_ORGANISATION, -1, NULL, take_organisation, self, error) ||
      !ts_workbook_foreach_row (workbook, TS_ENTITY_ORGANISATION_NAME, -1, NULL, take_name, self, error) ||
      !ts_workbook_foreach_row (workbook, TS_ENTITY_ORGANISATION_PARENT, -1, NULL, take_parent, self, error) ||
      !ts_workbook_foreach_row (workbook, TS_ENTITY_ORGANISATION_SUCCESSOR, -1, NULL, take_successor, self, error) ||
      !ts_workbook_foreach_row (workbook, TS_ENTITY_ORGANISATION_POPULATION, -1, NULL, take_population, self, error))
    return NULL;

  g_ptr_array_sort (self->entries, compare_codes);

  return g_steal_pointer (&self);
}

void
ts_organisation_set_free (TsOrganisationSet *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

guint
ts_organisation_set_get_n (const TsOrganisationSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * ts_organisation_set_get:
 * @self: a set
 * @position: a position in the order of codes
 *
 * Returns: (transfer none): the organisation there
 */
const TsOrganisationEntry *
ts_organisation_set_get (const TsOrganisationSet *self,
                         guint                    position)
{
  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, position);
}

/**
 * ts_organisation_set_find:
 * @self: a set
 * @code: a code, from anywhere
 *
 * Returns: (transfer none) (nullable): the organisation with that code, or %NULL
 */
const TsOrganisationEntry *
ts_organisation_set_find (const TsOrganisationSet *self,
                          const char              *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

/**
 * ts_organisation_set_find_by_id:
 * @self: a set
 * @id: a row id
 *
 * Returns: (transfer none) (nullable): the organisation with that row id, or %NULL
 */
const TsOrganisationEntry *
ts_organisation_set_find_by_id (const TsOrganisationSet *self,
                                const char              *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * ts_organisation_set_get_code:
 * @self: a set
 * @id: (nullable): a row id
 *
 * Returns: (transfer none) (nullable): the code of the organisation with that row id, or %NULL
 */
const char *
ts_organisation_set_get_code (const TsOrganisationSet *self,
                              const char              *id)
{
  const TsOrganisationEntry *entry = id != NULL ? ts_organisation_set_find_by_id (self, id) : NULL;

  return entry != NULL ? ts_row_get_text (entry->organisation, TS_ORGANISATION_CODE) : NULL;
}
