/* ts-organisation-merge.c — the change that brings organisations to what a file says
 *
 * An organisation that the file does not mention stays, and so does what the file does not say of one that it mentions. Codes of parents and
 * successors may stand anywhere in the file or in the workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisation-merge.h"

#include "exchange/ts-organisation-merge-private.h"

#include <glib/gi18n-lib.h>

static void
item_clear (gpointer data)
{
  TsOrganisationMergeItem *item = data;

  g_clear_pointer (&item->row, ts_row_unref);
}

static void
count (TsOrganisationMerge *merge)
{
  g_autoptr (GHashTable) differing = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ts_change_get_n_rows (merge->change); i++)
    {
      const TsChangeRow *pair = ts_change_get_row (merge->change, i);
      const TsRow *row = pair->after != NULL ? pair->after : pair->before;

      /* In each of the other entities the first field says whose row it is. */
      if (ts_row_get_entity (row) == TS_ENTITY_ORGANISATION)
        g_hash_table_add (differing, (char *) ts_row_get_id (row));
      else
        g_hash_table_add (differing, (char *) ts_row_get_text (row, 0));
    }

  for (guint i = 0; i < merge->items->len; i++)
    merge->import->n_created += g_array_index (merge->items, TsOrganisationMergeItem, i).known == NULL;

  merge->import->n_updated = g_hash_table_size (differing) - merge->import->n_created;
  merge->import->n_unchanged = merge->items->len - g_hash_table_size (differing);
}

/* The label counts what differs, which is known only when the change is made: so the rows move into one that has it. */
static TsChange *
label_change (TsOrganisationMerge *merge)
{
  guint n_differing = merge->import->n_created + merge->import->n_updated;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u organisation from %s",
                                                         "Import %u organisations from %s", n_differing),
                                            n_differing, merge->import->file);

  return ts_change_relabel (merge->change, label);
}

/**
 * ts_organisation_merge:
 * @workbook: where they shall go
 * @import: the file, and what is told of it; there may be problems already
 * @drafts: (element-type TsOrganisationDraft): what the file says
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_organisation_merge (TsWorkbook  *workbook,
                       TsImport    *import,
                       GPtrArray   *drafts,
                       GError     **error)
{
  g_autoptr (TsOrganisationSet) organisations = ts_organisation_set_read (workbook, error);
  g_autoptr (GArray) items = g_array_sized_new (FALSE, TRUE, sizeof (TsOrganisationMergeItem), drafts->len);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TsChange) change = ts_change_new ("");
  TsOrganisationMerge merge = { .import = import, .organisations = organisations, .items = items, .by_code = by_code, .change = change };

  if (organisations == NULL)
    return NULL;

  g_array_set_clear_func (items, item_clear);

  for (guint i = 0; i < drafts->len; i++)
    {
      TsOrganisationMergeItem item = { .draft = g_ptr_array_index (drafts, i) };

      item.known = ts_organisation_set_find (organisations, item.draft->code);
      g_array_append_val (items, item);
    }

  /* Only now do the items stay where they are. */
  for (guint i = 0; i < items->len; i++)
    {
      TsOrganisationMergeItem *item = &g_array_index (items, TsOrganisationMergeItem, i);

      g_hash_table_insert (by_code, item->draft->code, item);
    }

  ts_organisation_merge_check (&merge);

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  ts_organisation_merge_rows (&merge);
  count (&merge);
  ts_organisation_merge_check_circles (&merge);

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  if (ts_change_get_n_rows (change) == 0)
    {
      ts_import_set_unchanged (import, error);
      return NULL;
    }

  return label_change (&merge);
}
