/* ts-search.c — finding words in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-search.h"

#include "store/ts-reader.h"
#include "store/ts-row-store.h"
#include "store/ts-search-index.h"
#include "store/ts-workbook-private.h"

/* A title says more than what stands somewhere in a file; what a row is about says nothing. In the order of the index's columns. */
#define WEIGHTS "'bm25(0.0, 8.0, 4.0, 1.0)'"

/* In the language of FTS5. A word of a query is letters and digits, in quotes; nothing that was typed is anything but a word. */
static char *
make_expression (const TsTextQuery *query,
                 const char *const *about)
{
  GString *expression = g_string_new ("{title name body} : (");

  for (guint i = 0; i < ts_text_query_get_n_words (query); i++)
    g_string_append_printf (expression, "%s\"%s\"%s", i > 0 ? " AND " : "", ts_text_query_get_word (query, i),
                            ts_text_query_is_prefix (query, i) ? " *" : "");

  g_string_append_c (expression, ')');

  for (guint i = 0; about != NULL && about[i] != NULL; i++)
    {
      g_autofree char *scope = ts_search_index_make_scope (about[i]);

      g_string_append_printf (expression, "%s\"%s\"", i == 0 ? " AND {scope} : (" : " OR ", scope);
    }

  if (about != NULL && about[0] != NULL)
    g_string_append_c (expression, ')');

  return g_string_free (expression, FALSE);
}

static const char *
next_text (TsStatement  *statement,
           int          *column,
           GError      **error)
{
  int this = (*column)++;

  return *error == NULL ? ts_statement_get_text (statement, this, error) : NULL;
}

/* A row of a kind that this program does not know is passed over. */
static gboolean
read_record (TsStatement     *statement,
             TsSearchRecord  *record,
             gboolean        *known,
             GError         **error)
{
  g_autoptr (GError) damaged = NULL;
  const char *entity;
  int column = 0;

  entity = next_text (statement, &column, &damaged);
  record->row_id = next_text (statement, &column, &damaged);
  record->about = next_text (statement, &column, &damaged);
  record->node = next_text (statement, &column, &damaged);
  record->title = next_text (statement, &column, &damaged);
  record->name = next_text (statement, &column, &damaged);
  record->body = next_text (statement, &column, &damaged);

  if (damaged != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&damaged));
      return FALSE;
    }

  *known = entity != NULL && record->row_id != NULL && record->title != NULL && record->name != NULL && record->body != NULL &&
           ts_entity_from_name (entity, &record->entity);

  return TRUE;
}

static TsStatement *
prepare (TsDatabase  *database,
         const char  *expression,
         guint        most,
         guint        offset,
         GError     **error)
{
  TsStatement *statement;

  /* The best are chosen before their texts are read. */
  statement = ts_database_prepare_cached (database,
                                          "select entity, row_id, about, node, text.title, text.name, text.body "
                                          "from (select rowid as number, rank as score from search_index "
                                          "where search_index match $1 and rank match " WEIGHTS " order by rank limit $2 offset $3) as best "
                                          "join search_text as text on text.number = best.number order by score",
                                          error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, expression, -1);
  ts_statement_bind_integer (statement, 1, most);
  ts_statement_bind_integer (statement, 2, offset);

  return statement;
}

/* Whose score a text belongs to, and which years an outcome is part of, stands in the row alone. */
static gboolean
shows_record (TsWorkbook            *self,
              const TsSearchRecord  *record,
              gboolean              *shows,
              GError               **error)
{
  g_autoptr (TsRow) row = NULL;

  if (!ts_row_store_read (self->database, record->entity, record->row_id, &row, error))
    return FALSE;

  *shows = FALSE;

  return row == NULL || ts_workbook_shows_row (self, row, shows, error);
}

/**
 * ts_workbook_search:
 * @self: a workbook
 * @query: what is looked for
 * @about: (nullable) (array zero-terminated=1): the assessments and organisations in which to look; %NULL for everywhere
 * @most: after how many to stop
 * @function: called for each row that has every word, the best first; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Looks through reasons, scores, what a review has found, asked and written, evidence with the beginnings of its text files, outcomes and organisations,
 * as far as the workbook's reader may see them. It ends within a moment when the workbook's
 * cancellable is cancelled: see ts_workbook_set_cancellable().
 *
 * Returns: %TRUE, also when @function ended it, or %FALSE with an error of %TS_STORE_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
ts_workbook_search (TsWorkbook *self,
                    const TsTextQuery *query,
                    const char *const *about,
                    guint most,
                    TsSearchFunction function,
                    gpointer data,
                    GError **error)
{
  g_autofree char *expression = NULL;
  gboolean go_on = TRUE;
  TsStep step = TS_STEP_DONE;
  guint n_shown = 0;
  guint n_read = 0;

  g_return_val_if_fail (self != NULL && query != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (ts_text_query_get_n_words (query) == 0)
    return TRUE;

  expression = make_expression (query, about);

  /* What may not be seen does not count among the most that are wanted, so that they are as many as they would be without it. */
  for (guint offset = 0; go_on && n_shown < most && (offset == 0 || n_read == most); offset += most)
    {
      g_autoptr (TsStatement) statement = prepare (self->database, expression, most, offset, error);

      if (statement == NULL)
        return FALSE;

      n_read = 0;

      while (go_on && n_shown < most && (step = ts_statement_step (statement, error)) == TS_STEP_ROW)
        {
          TsSearchRecord record;
          gboolean known;
          gboolean shows = FALSE;

          n_read++;

          if (!read_record (statement, &record, &known, error) || (known && !shows_record (self, &record, &shows, error)))
            return FALSE;

          if (!shows)
            continue;

          n_shown++;
          go_on = function (&record, data);
        }

      if (step == TS_STEP_ERROR)
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_workbook_mend_search:
 * @self: a workbook that may be written
 * @error: where to put an error
 *
 * Makes the index for searching again, from what is kept. For when ts_workbook_search() fails with %TS_STORE_ERROR_CORRUPT: then it may be
 * nothing but the index that is damaged.
 *
 * Returns: whether it is whole now
 */
gboolean
ts_workbook_mend_search (TsWorkbook  *self,
                         GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!ts_workbook_check_writable (self, error) || !ts_database_begin (self->database, error))
    return FALSE;

  if (ts_search_index_make_again (self->database, error))
    return ts_database_commit (self->database, error);

  ts_database_rollback (self->database);

  return FALSE;
}
