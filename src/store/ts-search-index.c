/* ts-search-index.c — the index that makes searching quick
 *
 * Each row with words that people look for has its texts in a table of their own, and FTS5 keeps an index over that table. Both follow from the
 * other tables: they are brought up to date in the transaction of each change, from the rows of the change, and can be made again at any time.
 * Triggers would do less well: they are off, so that a file cannot bring its own along, and cannot read evidence.
 *
 * FTS5 is SQLite's own. With ts-search.c this is the only file that speaks it: another engine would have another index over the same table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-search-index.h"

#include "core/ts-about.h"
#include "core/ts-evidence-text.h"
#include "store/ts-row-store.h"
#include "store/ts-schema.h"
#include "store/ts-store-error.h"

#define NOTHING (-1)

/* The index keeps no texts itself. Beginnings of two and three letters have an index of their own: they are what is typed first. */
#define MAKE_INDEX                                                                                                                \
  "create virtual table search_index using fts5 (scope, title, name, body, content = 'search_text', content_rowid = 'number', "   \
  "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"

#define MOST_BODIES 3

/* Which fields of a row are its texts. A row can say several things at length, which are searched as one. */
typedef struct
{
  gboolean searched;
  int title;
  int name;
  int bodies[MOST_BODIES];
} Texts;

static const Texts texts_of[TS_N_ENTITIES] = {
  [TS_ENTITY_ORGANISATION] = { TRUE, NOTHING, TS_ORGANISATION_CODE, { NOTHING, NOTHING, NOTHING } },
  [TS_ENTITY_ORGANISATION_NAME] = { TRUE, TS_ORGANISATION_NAME_NAME, NOTHING, { NOTHING, NOTHING, NOTHING } },
  [TS_ENTITY_RATING] = { TRUE, NOTHING, NOTHING, { TS_RATING_RATIONALE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT } },
  [TS_ENTITY_EVIDENCE] = { TRUE, TS_EVIDENCE_TITLE, TS_EVIDENCE_FILE_NAME, { TS_EVIDENCE_ADDRESS, NOTHING, NOTHING } },
  [TS_ENTITY_EVIDENCE_LINK] = { TRUE, NOTHING, TS_EVIDENCE_LINK_PLACE, { NOTHING, NOTHING, NOTHING } },
  [TS_ENTITY_OUTCOME] = { TRUE, TS_OUTCOME_METRIC, TS_OUTCOME_UNIT, { TS_OUTCOME_SOURCE, NOTHING, NOTHING } },
  [TS_ENTITY_ENQUIRY] = { TRUE, NOTHING, TS_ENQUIRY_ADDRESSEE, { TS_ENQUIRY_QUESTION, TS_ENQUIRY_ANSWER, NOTHING } },
  [TS_ENTITY_EVIDENCE_REVIEW] = { TRUE, NOTHING, NOTHING, { TS_EVIDENCE_REVIEW_NOTE, NOTHING, NOTHING } },
  [TS_ENTITY_DISSENT] = { TRUE, NOTHING, NOTHING, { TS_DISSENT_NOTE, NOTHING, NOTHING } },
  [TS_ENTITY_REPLY] = { TRUE, NOTHING, NOTHING, { TS_REPLY_PASSAGE, TS_REPLY_ANSWER, TS_REPLY_RESPONSE } },
  [TS_ENTITY_REPORT_TEXT] = { TRUE, NOTHING, NOTHING, { TS_REPORT_TEXT_BODY, NOTHING, NOTHING } },
};

static const char *
get_text (const TsRow *row,
          int          field)
{
  const char *text = field != NOTHING ? ts_row_get_text (row, (guint) field) : NULL;

  return text != NULL ? text : "";
}

static const char *
get_content (const TsRow *row)
{
  const char *content = ts_row_get_entity (row) == TS_ENTITY_EVIDENCE ? ts_row_get_text (row, TS_EVIDENCE_CONTENT) : NULL;

  if (content != NULL &&
      ts_evidence_text_is_in (ts_row_get_text (row, TS_EVIDENCE_MEDIA_TYPE), ts_row_get_text (row, TS_EVIDENCE_FILE_NAME)))
    return content;

  return "";
}

static gboolean
has_body (const TsRow *row)
{
  const Texts *texts = &texts_of[ts_row_get_entity (row)];

  for (guint i = 0; i < MOST_BODIES; i++)
    {
      if (*get_text (row, texts->bodies[i]) != '\0')
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_same_body (const TsRow *before,
               const TsRow *after)
{
  const Texts *texts = &texts_of[ts_row_get_entity (before)];

  for (guint i = 0; i < MOST_BODIES; i++)
    {
      if (!g_str_equal (get_text (before, texts->bodies[i]), get_text (after, texts->bodies[i])))
        return FALSE;
    }

  return TRUE;
}

static char *
join_body (const TsRow *row)
{
  const Texts *texts = &texts_of[ts_row_get_entity (row)];
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < MOST_BODIES; i++)
    {
      const char *text = get_text (row, texts->bodies[i]);

      if (*text != '\0')
        g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", text);
    }

  return g_string_free (body, FALSE);
}

static gboolean
has_text (const TsRow *row)
{
  const Texts *texts = &texts_of[ts_row_get_entity (row)];

  return texts->searched &&
         (*get_text (row, texts->title) != '\0' || *get_text (row, texts->name) != '\0' || has_body (row) || *get_content (row) != '\0');
}

/* Most changes are of levels, and leave every text as it is. */
static gboolean
is_same (const TsRow *before,
         const TsRow *after)
{
  const Texts *texts = &texts_of[ts_row_get_entity (before)];

  return g_str_equal (get_text (before, texts->title), get_text (after, texts->title)) &&
         g_str_equal (get_text (before, texts->name), get_text (after, texts->name)) &&
         has_same_body (before, after) &&
         g_str_equal (get_content (before), get_content (after)) &&
         g_strcmp0 (ts_row_get_about (before), ts_row_get_about (after)) == 0 &&
         g_strcmp0 (ts_row_get_node (before), ts_row_get_node (after)) == 0;
}

/**
 * ts_search_index_make_scope:
 * @about: (nullable): an id, or %NULL
 *
 * Returns: (transfer full): the id as a single word of the index
 */
char *
ts_search_index_make_scope (const char *about)
{
  GString *scope = g_string_new (NULL);

  for (const char *at = about; at != NULL && *at != '\0'; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (scope, g_ascii_tolower (*at));
    }

  return g_string_free (scope, FALSE);
}

/* The beginning of an evidence file; empty where it is no text, or is not there, as in a replay and where it was lost. */
static char *
read_content (TsDatabase  *database,
              const char  *hash,
              GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gconstpointer bytes = NULL;
  gsize n_bytes = 0;
  char *text;
  TsStep step;

  statement = ts_database_prepare_cached (database,
                                          "select content_chunk.data from content "
                                          "join content_chunk on content_chunk.content = content.id and content_chunk.position = 0 "
                                          "where content.hash = $1 and content.state = 'complete'",
                                          error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, hash, -1);
  step = ts_statement_step (statement, error);

  if (step == TS_STEP_ERROR)
    return NULL;

  if (step == TS_STEP_ROW)
    bytes = ts_statement_get_blob (statement, 0, &n_bytes);

  text = bytes != NULL ? ts_evidence_text_decode (bytes, n_bytes) : NULL;

  return text != NULL ? text : g_strdup ("");
}

static gboolean
run_for_row (TsDatabase  *database,
             const char  *sql,
             const char  *row_id,
             GError     **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare_cached (database, sql, error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, row_id, -1);

  return ts_statement_run (statement, error);
}

/* The index must be told what it has been told before, which is what the table still says. */
static gboolean
remove_texts (TsDatabase   *database,
              const TsRow  *row,
              GError      **error)
{
  return run_for_row (database,
                      "insert into search_index (search_index, rowid, scope, title, name, body) "
                      "select 'delete', number, scope, title, name, body from search_text where row_id = $1",
                      ts_row_get_id (row), error) &&
         run_for_row (database, "delete from search_text where row_id = $1", ts_row_get_id (row), error);
}

static gboolean
add_texts (TsDatabase   *database,
           TsDatabase   *from,
           const TsRow  *row,
           GError      **error)
{
  const Texts *texts = &texts_of[ts_row_get_entity (row)];
  const char *content = get_content (row);
  g_autofree char *scope = ts_search_index_make_scope (ts_row_get_about (row));
  g_autofree char *body = *content != '\0' ? read_content (from, content, error) : join_body (row);
  g_autoptr (TsStatement) statement = NULL;

  if (body == NULL)
    return FALSE;

  statement = ts_database_prepare_cached (database,
                                          "insert into search_text (number, entity, row_id, about, node, scope, title, name, body) "
                                          "select coalesce (max (number), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8 from search_text",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, ts_entity_get_name (ts_row_get_entity (row)), -1);
  ts_statement_bind_text (statement, 1, ts_row_get_id (row), -1);
  ts_statement_bind_text (statement, 2, ts_row_get_about (row), -1);
  ts_statement_bind_text (statement, 3, ts_row_get_node (row), -1);
  ts_statement_bind_text (statement, 4, scope, -1);
  ts_statement_bind_text (statement, 5, get_text (row, texts->title), -1);
  ts_statement_bind_text (statement, 6, get_text (row, texts->name), -1);
  ts_statement_bind_text (statement, 7, body, -1);

  return ts_statement_run (statement, error) &&
         run_for_row (database,
                      "insert into search_index (rowid, scope, title, name, body) "
                      "select number, scope, title, name, body from search_text where row_id = $1",
                      ts_row_get_id (row), error);
}

static gboolean
fill_from_table (TsDatabase  *database,
                 TsDatabase  *from,
                 TsEntity     entity,
                 GError     **error)
{
  g_autoptr (TsStatement) rows = ts_row_store_prepare_select (from, entity, -1, NULL, error);

  if (rows == NULL)
    return FALSE;

  for (;;)
    {
      g_autoptr (TsRow) row = NULL;
      TsStep step = ts_row_store_step (rows, entity, &row, error);

      if (step != TS_STEP_ROW)
        return step == TS_STEP_DONE;

      if (has_text (row) && !add_texts (database, from, row, error))
        return FALSE;
    }
}

/**
 * ts_search_index_fill:
 * @database: a connection in a transaction, whose index is empty
 * @from: where the rows are, which may be @database
 * @error: where to put an error
 *
 * Adds the texts of all rows, one row at a time.
 *
 * Returns: whether they are all there
 */
gboolean
ts_search_index_fill (TsDatabase  *database,
                      TsDatabase  *from,
                      GError     **error)
{
  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      if (texts_of[entity].searched && !fill_from_table (database, from, entity, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_search_index_make:
 * @database: a connection in a transaction
 * @error: where to put an error
 *
 * Makes the index and fills it, where the tables have room for one and it is not there yet. It is filled from rows as this program knows them,
 * which tables of an earlier version do not have: they get theirs when they are brought up to date.
 *
 * Returns: whether it is there now, or has no place yet
 */
gboolean
ts_search_index_make (TsDatabase  *database,
                      GError     **error)
{
  gint64 n_tables;
  gint64 n_indices;
  int version;

  if (!ts_database_read_version (database, &version, error))
    return FALSE;

  if (version < ts_schema_get_newest ())
    return TRUE;

  if (!ts_database_read_integer (database, "select count(*) from sqlite_schema where name = '" TS_SEARCH_TEXT_TABLE "'", &n_tables, error) ||
      !ts_database_read_integer (database, "select count(*) from sqlite_schema where name = 'search_index'", &n_indices, error))
    return FALSE;

  if (n_tables == 0 || n_indices > 0)
    return TRUE;

  return ts_database_execute (database, "delete from search_text; " MAKE_INDEX, error) &&
         ts_search_index_fill (database, database, error);
}

/**
 * ts_search_index_make_again:
 * @database: a connection in a transaction
 * @error: where to put an error
 *
 * Returns: whether the index is new, if the tables have room for one
 */
gboolean
ts_search_index_make_again (TsDatabase  *database,
                            GError     **error)
{
  return ts_database_execute (database, "drop table if exists search_index", error) && ts_search_index_make (database, error);
}

static gboolean
follow (TsDatabase      *database,
        const TsChange  *change,
        GError         **error)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);

      if (row->before != NULL && row->after != NULL && is_same (row->before, row->after))
        continue;

      if (row->before != NULL && has_text (row->before) && !remove_texts (database, row->before, error))
        return FALSE;

      if (row->after != NULL && has_text (row->after) && !add_texts (database, database, row->after, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_search_index_follow:
 * @database: a connection in a transaction, in which the rows are written
 * @change: what was changed
 * @error: where to put an error
 *
 * Brings the index up to date. One that is damaged is made again: it shall not stand in the way of what people write.
 *
 * Returns: whether it is up to date
 */
gboolean
ts_search_index_follow (TsDatabase      *database,
                        const TsChange  *change,
                        GError         **error)
{
  g_autoptr (GError) failure = NULL;

  if (follow (database, change, &failure))
    return TRUE;

  if (g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT) ||
      g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT))
    {
      g_debug ("store: the index for searching is damaged and is made again: %s", failure->message);

      return ts_search_index_make_again (database, error);
    }

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Whether two statements give the same rows of texts and numbers. */
static gboolean
give_the_same (TsDatabase  *database,
               TsDatabase  *other,
               const char  *sql,
               guint        n_columns,
               gboolean    *same,
               GError     **error)
{
  g_autoptr (TsStatement) first = ts_database_prepare (database, sql, error);
  g_autoptr (TsStatement) second = first != NULL ? ts_database_prepare (other, sql, error) : NULL;

  *same = TRUE;

  if (second == NULL)
    return FALSE;

  while (*same)
    {
      TsStep step = ts_statement_step (first, error);
      TsStep other_step = step != TS_STEP_ERROR ? ts_statement_step (second, error) : TS_STEP_ERROR;

      if (other_step == TS_STEP_ERROR)
        return FALSE;

      *same = step == other_step;

      if (step == TS_STEP_DONE)
        break;

      for (guint i = 0; *same && i < n_columns; i++)
        {
          g_autofree char *text = ts_statement_dup_repaired_text (first, i);
          g_autofree char *other_text = ts_statement_dup_repaired_text (second, i);

          *same = g_strcmp0 (text, other_text) == 0;
        }
    }

  return TRUE;
}

#define MAKE_WORDS "create virtual table temp.search_words using fts5vocab (main, search_index, row)"
#define DROP_WORDS "drop table if exists temp.search_words"

/* How often each word is in how many texts: the table is the connection's own, so this works where nothing can be written. */
static gboolean
compare_words (TsDatabase  *database,
               TsDatabase  *other,
               gboolean    *same,
               GError     **error)
{
  gboolean compared;

  compared = ts_database_execute (database, MAKE_WORDS, error) &&
             ts_database_execute (other, MAKE_WORDS, error) &&
             give_the_same (database, other, "select term, doc, cnt from temp.search_words", 3, same, error);

  ts_database_execute (database, DROP_WORDS, NULL);
  ts_database_execute (other, DROP_WORDS, NULL);

  return compared;
}

/**
 * ts_search_index_compare:
 * @database: a connection
 * @other: another, with an index that was just filled from the rows
 * @same: (out): whether both find the same
 * @error: where to put an error
 *
 * Returns: whether they could be compared
 */
gboolean
ts_search_index_compare (TsDatabase  *database,
                         TsDatabase  *other,
                         gboolean    *same,
                         GError     **error)
{
  if (!give_the_same (database, other,
                      "select row_id, entity, about, node, scope, title, name, body from search_text order by row_id", 8, same, error))
    return FALSE;

  return !*same || compare_words (database, other, same, error);
}
