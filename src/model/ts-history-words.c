/* ts-history-words.c — what is looked up to put the journal into words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-history-words.h"

/* The name that it has now; what has been removed has none. */
static const char *
find_name (TsEntity    entity,
           const char *id,
           gpointer    data)
{
  TsHistoryWords *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) row = NULL;
  char *name;

  if (g_hash_table_lookup_extended (self->names, id, NULL, (gpointer *) &name))
    return name;

  row = ts_workbook_read_row (self->workplace->workbook, entity, id, &error);
  name = NULL;

  if (row != NULL && entity == TS_ENTITY_EVIDENCE)
    name = g_strdup (ts_row_get_text (row, TS_EVIDENCE_TITLE));
  else if (row != NULL && entity == TS_ENTITY_OUTCOME)
    name = g_strdup (ts_row_get_text (row, TS_OUTCOME_METRIC));

  g_hash_table_insert (self->names, g_strdup (id), name);

  return name;
}

/**
 * ts_history_words_init:
 * @self: what is looked up
 * @workplace: a workbook's thread
 * @framework: (nullable): the framework whose scales levels are read on
 */
void
ts_history_words_init (TsHistoryWords *self,
                       TsWorkplace    *workplace,
                       TsFramework    *framework)
{
  self->workplace = workplace;
  self->framework = framework != NULL ? ts_framework_ref (framework) : NULL;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->words = (TsWords) { self->framework, find_name, self };
}

void
ts_history_words_clear (TsHistoryWords *self)
{
  g_clear_pointer (&self->framework, ts_framework_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
}
