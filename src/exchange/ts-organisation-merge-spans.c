/* ts-organisation-merge-spans.c — names and parents with their days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisation-merge-private.h"

#include "core/ts-identifier.h"

/* Follows from what the row says, as long as nothing else of this organisation has that id. */
static char *
choose_span_id (TsEntity                       entity,
                const TsOrganisationMergeItem *item,
                const char                    *value,
                const char                    *from,
                GHashTable                    *ids)
{
  const char *organisation = ts_row_get_id (item->row);
  char *id = ts_identifier_derive (ts_entity_get_name (entity), organisation, value, from != NULL ? from : "", NULL);

  for (guint n = 2; g_hash_table_contains (ids, id); n++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      g_free (id);
      id = ts_identifier_derive (ts_entity_get_name (entity), organisation, value, from != NULL ? from : "", number, NULL);
    }

  return id;
}

/* What stays as it is is left alone; what begins on the same day is the same one, corrected. */
void
ts_organisation_merge_spans (TsOrganisationMerge           *merge,
                             const TsOrganisationMergeItem *item,
                             TsEntity                       entity,
                             GPtrArray                     *rows,
                             GPtrArray                     *spans)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree TsRow **wanted = g_new0 (TsRow *, spans->len + 1);
  g_autofree gboolean *met = g_new0 (gboolean, spans->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, g_strdup (ts_row_get_id (g_ptr_array_index (rows, i))));

  for (guint i = 0; i < spans->len; i++)
    {
      const TsOrganisationSpan *span = g_ptr_array_index (spans, i);

      wanted[i] = ts_row_new (entity, ts_row_get_id (item->row));
      ts_row_set_text (wanted[i], TS_SPAN_ORGANISATION, ts_row_get_id (item->row));
      ts_row_set_text (wanted[i], TS_SPAN_VALUE, entity == TS_ENTITY_ORGANISATION_PARENT ? ts_organisation_merge_get_id (merge, span->text) : span->text);
      ts_row_set_text (wanted[i], TS_SPAN_FROM, span->from);
      ts_row_set_text (wanted[i], TS_SPAN_TO, span->to);
    }

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < spans->len; i++)
        {
          for (guint j = 0; !met[i] && j < rows->len; j++)
            {
              TsRow *before = g_ptr_array_index (rows, j);
              gboolean same = g_strcmp0 (ts_row_get_text (before, TS_SPAN_VALUE), ts_row_get_text (wanted[i], TS_SPAN_VALUE)) == 0 &&
                              g_strcmp0 (ts_row_get_text (before, TS_SPAN_TO), ts_row_get_text (wanted[i], TS_SPAN_TO)) == 0;
              g_autoptr (TsRow) after = NULL;

              if (kept[j] || (round == 0 && !same) ||
                  g_strcmp0 (ts_row_get_text (before, TS_SPAN_FROM), ts_row_get_text (wanted[i], TS_SPAN_FROM)) != 0)
                continue;

              met[i] = TRUE;
              kept[j] = TRUE;

              if (same)
                continue;

              after = ts_row_copy (before);
              ts_row_set_text (after, TS_SPAN_VALUE, ts_row_get_text (wanted[i], TS_SPAN_VALUE));
              ts_row_set_text (after, TS_SPAN_TO, ts_row_get_text (wanted[i], TS_SPAN_TO));
              ts_change_update (merge->change, before, after);
            }
        }
    }

  for (guint j = 0; j < rows->len; j++)
    {
      if (!kept[j])
        ts_change_delete (merge->change, g_ptr_array_index (rows, j));
    }

  for (guint i = 0; i < spans->len; i++)
    {
      if (!met[i])
        {
          const char *from = ts_row_get_text (wanted[i], TS_SPAN_FROM);
          char *id = choose_span_id (entity, item, ts_row_get_text (wanted[i], TS_SPAN_VALUE), from, ids);
          g_autoptr (TsRow) row = ts_row_new (entity, id);

          for (guint field = TS_SPAN_ORGANISATION; field <= TS_SPAN_TO; field++)
            ts_row_set_text (row, field, ts_row_get_text (wanted[i], field));

          g_hash_table_add (ids, id);
          ts_change_create (merge->change, row);
        }

      ts_row_unref (wanted[i]);
    }
}

void
ts_organisation_merge_latest (TsOrganisationMerge           *merge,
                              const TsOrganisationMergeItem *item,
                              TsEntity                       entity,
                              GPtrArray                     *rows,
                              TsRow                         *latest,
                              const char                    *text)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_organisation_span_free);
  const char *from = latest != NULL ? ts_row_get_text (latest, TS_SPAN_FROM) : ts_row_get_text (item->row, TS_ORGANISATION_OPENED);

  if (latest != NULL && ts_organisation_merge_agrees (merge, rows, latest, text))
    return;

  if (*text != '\0')
    g_ptr_array_add (spans, ts_organisation_span_new (text, from, NULL));

  ts_organisation_merge_spans (merge, item, entity, rows, spans);
}
