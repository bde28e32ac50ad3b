/* ts-organisation-merge-rows.c — which rows become what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisation-merge-private.h"

#include "core/ts-begin.h"
#include "core/ts-identifier.h"

/* A new organisation's id follows from its code, so that the same list imported on two machines gives the same rows, unless a row that
 * had the code once has that id still. */
static char *
choose_id (TsOrganisationMerge *merge,
           const char          *code)
{
  g_autofree char *id = ts_identifier_derive ("organisation", code, NULL);

  if (ts_organisation_set_find_by_id (merge->organisations, id) != NULL)
    return g_uuid_string_random ();

  return g_steal_pointer (&id);
}

static void
change_organisation (TsOrganisationMerge     *merge,
                     TsOrganisationMergeItem *item)
{
  const TsOrganisationDraft *draft = item->draft;
  g_autofree char *id = NULL;

  if (item->known != NULL)
    {
      item->row = ts_row_copy (item->known->organisation);
    }
  else
    {
      id = choose_id (merge, draft->code);
      item->row = ts_organisation_new (id, draft->code, draft->kind, NULL);
    }

  if (draft->kind != NULL)
    ts_row_set_text (item->row, TS_ORGANISATION_KIND, draft->kind);

  if (draft->opened != NULL)
    ts_row_set_text (item->row, TS_ORGANISATION_OPENED, ts_organisation_merge_none_if_empty (draft->opened));

  if (draft->closed != NULL)
    ts_row_set_text (item->row, TS_ORGANISATION_CLOSED, ts_organisation_merge_none_if_empty (draft->closed));

  if (item->known == NULL)
    ts_change_create (merge->change, item->row);
  else if (!ts_row_equal (item->known->organisation, item->row))
    ts_change_update (merge->change, item->known->organisation, item->row);
}

const char *
ts_organisation_merge_get_id (TsOrganisationMerge *merge,
                              const char          *code)
{
  const TsOrganisationMergeItem *item = g_hash_table_lookup (merge->by_code, code);

  if (item != NULL)
    return ts_row_get_id (item->row);

  return ts_row_get_id (ts_organisation_set_find (merge->organisations, code)->organisation);
}

static void
change_names (TsOrganisationMerge           *merge,
              const TsOrganisationMergeItem *item,
              GPtrArray                     *none)
{
  const TsOrganisationDraft *draft = item->draft;
  GPtrArray *rows = item->known != NULL ? item->known->names : none;

  if (draft->names != NULL)
    ts_organisation_merge_spans (merge, item, TS_ENTITY_ORGANISATION_NAME, rows, draft->names);
  else if (draft->name != NULL)
    ts_organisation_merge_latest (merge, item, TS_ENTITY_ORGANISATION_NAME, rows, item->known != NULL ? item->known->name : NULL, draft->name);
}

static void
change_parents (TsOrganisationMerge           *merge,
                const TsOrganisationMergeItem *item,
                GPtrArray                     *none)
{
  const TsOrganisationDraft *draft = item->draft;
  GPtrArray *rows = item->known != NULL ? item->known->parents : none;

  if (draft->parents != NULL)
    ts_organisation_merge_spans (merge, item, TS_ENTITY_ORGANISATION_PARENT, rows, draft->parents);
  else if (draft->parent != NULL)
    ts_organisation_merge_latest (merge, item, TS_ENTITY_ORGANISATION_PARENT, rows, item->known != NULL ? item->known->parent : NULL, draft->parent);
}

static void
change_successors (TsOrganisationMerge           *merge,
                   const TsOrganisationMergeItem *item,
                   GPtrArray                     *none)
{
  const char *organisation = ts_row_get_id (item->row);
  GPtrArray *rows = item->known != NULL ? item->known->successors : none;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  if (item->draft->successors == NULL)
    return;

  for (guint i = 0; item->draft->successors[i] != NULL; i++)
    g_hash_table_add (wanted, (char *) ts_organisation_merge_get_id (merge, item->draft->successors[i]));

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);

      if (!g_hash_table_remove (wanted, ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR)))
        ts_change_delete (merge->change, row);
    }

  /* What is left in the table is new; in the order of the file, so that the same file gives the same change. */
  for (guint i = 0; item->draft->successors[i] != NULL; i++)
    {
      const char *successor = ts_organisation_merge_get_id (merge, item->draft->successors[i]);
      g_autofree char *id = NULL;
      g_autoptr (TsRow) row = NULL;

      if (!g_hash_table_contains (wanted, successor))
        continue;

      id = ts_identifier_derive ("organisation_successor", organisation, successor, NULL);
      row = ts_row_new (TS_ENTITY_ORGANISATION_SUCCESSOR, id);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_ORGANISATION, organisation);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, successor);
      ts_change_create (merge->change, row);
    }
}

static void
change_populations (TsOrganisationMerge           *merge,
                    const TsOrganisationMergeItem *item,
                    GPtrArray                     *none)
{
  const char *organisation = ts_row_get_id (item->row);
  GPtrArray *rows = item->known != NULL ? item->known->populations : none;
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GArray *populations = item->draft->populations;

  if (populations == NULL)
    return;

  for (guint i = 0; i < populations->len; i++)
    {
      const TsOrganisationHeadcount *headcount = &g_array_index (populations, TsOrganisationHeadcount, i);
      g_autofree char *year = g_strdup_printf ("%d", headcount->year);
      g_autofree char *id = ts_identifier_derive ("organisation_population", organisation, year, NULL);
      TsRow *before = NULL;
      g_autoptr (TsRow) after = NULL;

      for (guint j = 0; before == NULL && j < rows->len; j++)
        {
          if (ts_row_get_integer (g_ptr_array_index (rows, j), TS_ORGANISATION_POPULATION_YEAR) == headcount->year)
            before = g_ptr_array_index (rows, j);
        }

      after = before != NULL ? ts_row_copy (before) : ts_row_new (TS_ENTITY_ORGANISATION_POPULATION, id);
      ts_row_set_text (after, TS_ORGANISATION_POPULATION_ORGANISATION, organisation);
      ts_row_set_integer (after, TS_ORGANISATION_POPULATION_YEAR, headcount->year);
      ts_row_set_integer (after, TS_ORGANISATION_POPULATION_POPULATION, headcount->number);

      if (before == NULL)
        ts_change_create (merge->change, after);
      else if (!ts_row_equal (before, after))
        ts_change_update (merge->change, before, after);

      if (before != NULL)
        g_hash_table_add (kept, before);
    }

  for (guint j = 0; j < rows->len; j++)
    {
      if (!g_hash_table_contains (kept, g_ptr_array_index (rows, j)))
        ts_change_delete (merge->change, g_ptr_array_index (rows, j));
    }
}

void
ts_organisation_merge_rows (TsOrganisationMerge *merge)
{
  static void (*const parts[]) (TsOrganisationMerge *, const TsOrganisationMergeItem *, GPtrArray *) = {
    change_names,
    change_parents,
    change_successors,
    change_populations,
  };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  /* Every row of an organisation before any that refers to one. */
  for (guint i = 0; i < merge->items->len; i++)
    change_organisation (merge, &g_array_index (merge->items, TsOrganisationMergeItem, i));

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      for (guint i = 0; i < merge->items->len; i++)
        parts[part](merge, &g_array_index (merge->items, TsOrganisationMergeItem, i), none);
    }
}
