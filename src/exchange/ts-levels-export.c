/* ts-levels-export.c — levels, stated and rolled up, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-levels-export.h"

#include "core/ts-year.h"
#include "exchange/ts-rating-batch.h"

static const char *const columns[] = { "organisation", "year", "framework", "node", "layer", "level", "basis", "rule", NULL };

typedef struct
{
  TsExport *export;
  TsTableWriter *writer;
  const TsRollUpRule *rule; /* NULL for each section's own */
  const TsRatingBatch *batch;
  GHashTable *levels[TS_N_LAYERS]; /* TsNode → level; what is not rated is not there */
  char *year;
} Job;

/* A layer may hold a rating by a named assessor beside the body's own, which is the one that counts. Of several named ones the first counts. The
 * reviewers' layer has no level of its own: what they agreed on is the panel's. */
static void
take_levels (Job *job)
{
  for (guint i = 0; i < job->batch->ratings->len; i++)
    {
      const TsBatchedRating *rating = g_ptr_array_index (job->batch->ratings, i);
      TsLayer layer;

      if (rating->node == NULL || !ts_layer_from_name (rating->layer, &layer) || layer == TS_LAYER_REVIEWER)
        continue;

      /* They come by assessor, and nobody's name comes first. */
      if (rating->level != 0 && !g_hash_table_contains (job->levels[layer], rating->node))
        g_hash_table_insert (job->levels[layer], (gpointer) rating->node, GINT_TO_POINTER (rating->level));
    }
}

static int
get_level (const Job    *job,
           const TsNode *node,
           TsLayer       layer)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (job->levels[layer], node));
}

static gboolean
write_level (Job           *job,
             const TsNode  *node,
             TsLayer        layer,
             int            level,
             const char    *basis,
             const char    *rule,
             GError       **error)
{
  ts_table_writer_add_text (job->writer, job->batch->organisation_code);
  ts_table_writer_add_text (job->writer, job->year);
  ts_table_writer_add_text (job->writer, job->batch->framework_code);
  ts_table_writer_add_text (job->writer, node->id);
  ts_table_writer_add_text (job->writer, ts_layer_get_name (layer));
  ts_table_writer_add_token (job->writer, ts_scale_get_token (node->section->scale, level));
  ts_table_writer_add_text (job->writer, basis);
  ts_table_writer_add_text (job->writer, rule);

  return ts_export_end_row (job->export, job->writer, error);
}

/* A level that was stated on the group wins over what would follow from its criteria. */
static gboolean
write_group (Job           *job,
             const TsNode  *group,
             TsLayer        layer,
             GError       **error)
{
  TsRollUpRule rule = job->rule != NULL ? *job->rule : group->section->rule;
  int stated = get_level (job, group, layer);
  g_autofree int *levels = NULL;
  gboolean any = FALSE;
  int level;

  if (stated != 0)
    return write_level (job, group, layer, stated, "stated", NULL, error);

  levels = g_new0 (int, group->criteria->len + 1);

  for (guint i = 0; i < group->criteria->len; i++)
    {
      levels[i] = get_level (job, g_ptr_array_index (group->criteria, i), layer);
      any |= levels[i] != 0;
    }

  if (!any)
    return TRUE;

  level = ts_roll_up (rule, levels, group->criteria->len);

  return write_level (job, group, layer, level, level != 0 ? "rolled-up" : "incomplete", ts_roll_up_rule_get_name (rule), error);
}

static gboolean
write_node (Job           *job,
            const TsNode  *node,
            GError       **error)
{
  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    {
      if (ts_node_is_group (node))
        {
          if (!write_group (job, node, layer, error))
            return FALSE;
        }
      else
        {
          int level = get_level (job, node, layer);

          if (level != 0 && !write_level (job, node, layer, level, "stated", NULL, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_section (Job              *job,
               const TsSection  *section,
               GError          **error)
{
  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      if (!write_node (job, group, error))
        return FALSE;

      for (guint j = 0; j < group->criteria->len; j++)
        {
          if (!write_node (job, g_ptr_array_index (group->criteria, j), error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_batch (const TsRatingBatch  *batch,
             gpointer              data,
             GError              **error)
{
  Job *job = data;
  gboolean written = TRUE;

  /* Without its framework an assessment has ratings but no levels. */
  if (batch->framework == NULL)
    return TRUE;

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    g_hash_table_remove_all (job->levels[layer]);

  job->batch = batch;
  job->year = ts_year_format (batch->year);
  take_levels (job);

  for (guint i = 0; written && i < ts_framework_get_n_sections (batch->framework); i++)
    written = write_section (job, ts_framework_get_section (batch->framework, i), error);

  g_clear_pointer (&job->year, g_free);

  return written;
}

/**
 * ts_levels_export:
 * @workbook: a workbook
 * @rule: (nullable): the rule to roll up by, %NULL for each section's own
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes the level of each criterion and group on each layer that says something of it, reviewers' own left out. The basis is stated for what
 * was rated itself, rolled-up for a group whose level follows from its criteria by the rule, and incomplete, without
 * a level, for one of whose criteria only some are rated.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_levels_export (TsWorkbook          *workbook,
                  const TsRollUpRule  *rule,
                  TsExport            *export,
                  GError             **error)
{
  g_autoptr (TsTableWriter) writer = NULL;
  Job job = { .export = export, .rule = rule };
  gboolean written;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error))
    return FALSE;

  writer = ts_export_begin (export, columns);
  job.writer = writer;

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    job.levels[layer] = g_hash_table_new (NULL, NULL);

  written = ts_rating_batch_foreach (workbook, export->filter, write_batch, &job, error) && ts_export_end (export, writer, error);

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    g_hash_table_unref (job.levels[layer]);

  return written;
}
