/* ts-history.c — who changed what, newest first
 *
 * A page of a history is read in two steps: which changes it has, from the indices alone as far as they go, and then those few changes
 * themselves. A page begins before the last change of the page before it, so that the last page costs no more than the first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-history.h"

#include "store/ts-history-walk.h"
#include "core/ts-about.h"
#include "store/ts-workbook-private.h"

/* A query in the making. Parameters are numbered as they are added and bound in that order. */
typedef struct
{
  GString *sql;
  GPtrArray *values; /* const char *, or NULL for the next of the integers */
  GArray *integers;
} Query;

static void
query_init (Query *self)
{
  self->sql = g_string_new (NULL);
  self->values = g_ptr_array_new ();
  self->integers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
query_clear (Query *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->values);
  g_array_unref (self->integers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static void
query_add_text (Query      *self,
                const char *text)
{
  g_ptr_array_add (self->values, (char *) text);
  g_string_append_printf (self->sql, "$%u", self->values->len);
}

static void
query_add_integer (Query *self,
                   gint64 integer)
{
  g_ptr_array_add (self->values, NULL);
  g_array_append_val (self->integers, integer);
  g_string_append_printf (self->sql, "$%u", self->values->len);
}

static TsStatement *
query_prepare (const Query  *self,
               TsDatabase   *database,
               GError      **error)
{
  TsStatement *statement = ts_database_prepare (database, self->sql->str, error);
  guint n_integers = 0;

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < self->values->len; i++)
    {
      const char *text = g_ptr_array_index (self->values, i);

      if (text != NULL)
        ts_statement_bind_text (statement, (int) i, text, -1);
      else
        ts_statement_bind_integer (statement, (int) i, g_array_index (self->integers, gint64, n_integers++));
    }

  return statement;
}

static guint
count (const char *const *values)
{
  return values != NULL ? g_strv_length ((char **) values) : 0;
}

static gboolean
has_days (const TsHistoryFilter *filter)
{
  return filter->from != 0 || filter->to != 0;
}

/* Conditions on a change whose sequence is in @column. */
static void
add_bounds (Query      *query,
            const char *column,
            gint64      first,
            gint64      before)
{
  g_string_append_printf (query->sql, "%s >= ", column);
  query_add_integer (query, first);
  g_string_append_printf (query->sql, " and %s < ", column);
  query_add_integer (query, before);
}

static void
add_author_and_days (Query                 *query,
                     const TsHistoryFilter *filter)
{
  if (filter->author != NULL)
    {
      g_string_append (query->sql, " and author = ");
      query_add_text (query, filter->author);
    }

  if (has_days (filter))
    {
      g_string_append (query->sql, " and at >= ");
      query_add_integer (query, filter->from);
      g_string_append (query->sql, " and at < ");
      query_add_integer (query, filter->to > 0 ? filter->to : G_MAXINT64);
    }
}

/* The changes of one assessment or organisation, and of one criterion there, by whomever. The index gives them in their order. */
static void
add_arm (Query                 *query,
         const TsHistoryFilter *filter,
         const char            *about,
         const char            *node,
         gint64                 first,
         gint64                 before)
{
  g_string_append (query->sql, "select change_row.change as seq from change_row where about = ");
  query_add_text (query, about);

  if (node != NULL)
    {
      g_string_append (query->sql, " and node = ");
      query_add_text (query, node);
    }

  g_string_append (query->sql, " and ");
  add_bounds (query, "change_row.change", first, before);

  if (filter->values_only)
    g_string_append (query->sql, " and entity in " TS_HISTORY_VALUES);

  if (has_days (filter))
    {
      g_string_append (query->sql, " and exists (select 1 from change where seq = change_row.change");
      add_author_and_days (query, filter);
      g_string_append_c (query->sql, ')');
    }
}

/* Each arm is in its order already; a union merges them, and no change comes twice. One arm alone is grouped for that. */
static void
add_arms (Query                 *query,
          const TsHistoryFilter *filter,
          gint64                 first,
          gint64                 before)
{
  guint n_nodes = MAX (1, count (filter->nodes));
  gboolean single = count (filter->about) * n_nodes == 1;

  for (guint i = 0; filter->about[i] != NULL; i++)
    {
      for (guint j = 0; j < n_nodes; j++)
        {
          if (i + j > 0)
            g_string_append (query->sql, " union ");

          add_arm (query, filter, filter->about[i], count (filter->nodes) > 0 ? filter->nodes[j] : NULL, first, before);
        }
    }

  if (single)
    g_string_append (query->sql, " group by change_row.change");
}

static void
add_plain (Query                 *query,
           const TsHistoryFilter *filter,
           gint64                 first,
           gint64                 before)
{
  g_string_append (query->sql, "select seq from change where ");
  add_bounds (query, "seq", first, before);
  add_author_and_days (query, filter);

  if (filter->values_only)
    g_string_append (query->sql, " and exists (select 1 from change_row where change = seq and entity in " TS_HISTORY_VALUES ")");
}

/* The first and the last change of the days wanted, so that nothing is read that is far from them. */
static gboolean
find_bounds (TsDatabase             *database,
             const TsHistoryFilter  *filter,
             gint64                 *first,
             gint64                 *before,
             GError                **error)
{
  g_autoptr (TsStatement) statement = NULL;

  if (!has_days (filter))
    return TRUE;

  statement = ts_database_prepare_cached (database, "select min(seq), max(seq) from change where at >= $1 and at < $2", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, filter->from);
  ts_statement_bind_integer (statement, 1, filter->to > 0 ? filter->to : G_MAXINT64);

  if (ts_statement_step (statement, error) != TS_STEP_ROW)
    return FALSE;

  *first = ts_statement_get_integer (statement, 0);
  *before = MIN (*before, ts_statement_get_integer (statement, 1) + 1);

  return TRUE;
}

static GArray *
find_changes (TsDatabase             *database,
              const TsHistoryFilter  *filter,
              gint64                  before,
              guint                   n_entries,
              GError                **error)
{
  g_auto (Query) query = { 0 };
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TsStatement) statement = NULL;
  gint64 first = 0;
  TsStep step;

  query_init (&query);

  if (!find_bounds (database, filter, &first, &before, error))
    return NULL;

  if (count (filter->about) > 0 && filter->author != NULL)
    return ts_history_walk (database, filter, first, before, n_entries, error);

  if (count (filter->about) > 0)
    add_arms (&query, filter, first, before);
  else
    add_plain (&query, filter, first, before);

  g_string_append (query.sql, " order by seq desc limit ");
  query_add_integer (&query, n_entries);
  statement = query_prepare (&query, database, error);

  if (statement == NULL)
    return NULL;

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      gint64 sequence = ts_statement_get_integer (statement, 0);

      g_array_append_val (sequences, sequence);
    }

  return step == TS_STEP_DONE ? g_steal_pointer (&sequences) : NULL;
}

static void
add_list (Query *query,
          const char *column,
          const char *const *values)
{
  if (count (values) == 0)
    return;

  g_string_append_printf (query->sql, " and %s in (", column);

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (query->sql, ", ");

      query_add_text (query, values[i]);
    }

  g_string_append_c (query->sql, ')');
}

static void
begin_rows (Query                 *query,
            const TsHistoryFilter *filter,
            const char            *columns,
            gint64                 sequence)
{
  g_string_append_printf (query->sql, "select %s from change_row where change = ", columns);
  query_add_integer (query, sequence);
  add_list (query, "about", filter->about);

  if (count (filter->about) > 0)
    add_list (query, "node", filter->nodes);

  if (filter->values_only)
    g_string_append (query->sql, " and entity in " TS_HISTORY_VALUES);
}

static gboolean
read_rows (TsDatabase             *database,
           const TsHistoryFilter  *filter,
           guint                   n_rows,
           TsHistoryEntry         *entry,
           GError                **error)
{
  g_auto (Query) counting = { 0 };
  g_auto (Query) reading = { 0 };
  g_autoptr (TsStatement) counted = NULL;
  g_autoptr (TsStatement) rows = NULL;
  TsStep step;

  query_init (&counting);
  query_init (&reading);
  begin_rows (&counting, filter, "count(*)", entry->sequence);
  counted = query_prepare (&counting, database, error);

  if (counted == NULL || ts_statement_step (counted, error) != TS_STEP_ROW)
    return FALSE;

  entry->n_rows = (guint) ts_statement_get_integer (counted, 0);

  begin_rows (&reading, filter, "entity, row_id, before, after", entry->sequence);
  g_string_append (reading.sql, " order by position limit ");
  query_add_integer (&reading, n_rows);
  rows = query_prepare (&reading, database, error);

  if (rows == NULL)
    return FALSE;

  while ((step = ts_statement_step (rows, error)) == TS_STEP_ROW)
    {
      if (!ts_journal_add_row (entry->change, entry->sequence, rows, error))
        return FALSE;
    }

  return step == TS_STEP_DONE;
}

static gboolean
is_among (const char *value,
          const char *const *values)
{
  return count (values) == 0 || (value != NULL && g_strv_contains (values, value));
}

static gboolean
is_wanted (const TsHistoryFilter *filter,
           const TsChangeRow     *row)
{
  const TsRow *side = row->after != NULL ? row->after : row->before;
  TsEntity entity = ts_row_get_entity (side);

  if (filter->values_only && entity != TS_ENTITY_RATING && entity != TS_ENTITY_TARGET && entity != TS_ENTITY_OUTCOME_VALUE)
    return FALSE;

  return is_among (ts_row_get_about (side), filter->about) &&
         (count (filter->about) == 0 || is_among (ts_row_get_node (side), filter->nodes));
}

/* What may be kept from the reader is read whole: what they see of it, and whether its label tells more. No entry and no error: nothing is seen. */
static TsHistoryEntry *
make_veiled_entry (TsWorkbook             *self,
                   const TsHistoryFilter  *filter,
                   gint64                  sequence,
                   guint                   n_rows,
                   GError                **error)
{
  g_autoptr (TsHistoryEntry) entry = g_new0 (TsHistoryEntry, 1);
  g_autoptr (TsChange) shown = NULL;
  gboolean is_whole;

  if (!ts_workbook_read_shown_change (self, sequence, &shown, &is_whole, error) || shown == NULL)
    return NULL;

  entry->sequence = sequence;
  entry->change = ts_change_new (ts_change_get_label (shown));
  ts_change_stamp (entry->change, ts_change_get_id (shown), ts_change_get_author (shown), ts_change_get_at (shown));
  ts_change_set_inverts (entry->change, ts_change_get_inverts (shown));

  for (guint i = 0; i < ts_change_get_n_rows (shown); i++)
    {
      const TsChangeRow *row = ts_change_get_row (shown, i);

      if (!is_wanted (filter, row) || entry->n_rows++ >= n_rows)
        continue;

      ts_change_add (entry->change, row->before, row->after);
    }

  return entry->n_rows > 0 ? g_steal_pointer (&entry) : NULL;
}

static TsHistoryEntry *
read_entry (TsDatabase             *database,
            const TsHistoryFilter  *filter,
            gint64                  sequence,
            guint                   n_rows,
            GError                **error)
{
  g_autoptr (TsHistoryEntry) entry = g_new0 (TsHistoryEntry, 1);
  g_autoptr (TsStatement) statement = NULL;
  const char *texts[4];
  TsStep step;

  statement = ts_database_prepare_cached (database, "select id, author, label, inverts, at from change where seq = $1", error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_integer (statement, 0, sequence);
  step = ts_statement_step (statement, error);

  if (step == TS_STEP_ERROR || (step == TS_STEP_ROW && !ts_journal_get_texts (statement, 0, texts, G_N_ELEMENTS (texts), error)))
    return NULL;

  if (step == TS_STEP_DONE || texts[0] == NULL || texts[1] == NULL || texts[2] == NULL)
    {
      ts_journal_fail_with_damage (sequence, error);
      return NULL;
    }

  entry->sequence = sequence;
  entry->change = ts_change_new (texts[2]);
  ts_change_stamp (entry->change, texts[0], texts[1], ts_statement_get_integer (statement, 4));
  ts_change_set_inverts (entry->change, texts[3]);

  return read_rows (database, filter, n_rows, entry, error) ? g_steal_pointer (&entry) : NULL;
}

void
ts_history_entry_free (TsHistoryEntry *self)
{
  g_clear_pointer (&self->change, ts_change_unref);
  g_free (self);
}

static gboolean
add_entries (TsWorkbook             *self,
             const TsHistoryFilter  *filter,
             GArray                 *sequences,
             guint                   n_rows,
             GPtrArray              *entries,
             GError                **error)
{
  for (guint i = 0; i < sequences->len; i++)
    {
      gint64 sequence = g_array_index (sequences, gint64, i);
      g_autoptr (GError) failure = NULL;
      TsHistoryEntry *entry;
      gboolean may_veil;

      if (!ts_workbook_may_veil (self, sequence, &may_veil, error))
        return FALSE;

      entry = may_veil ? make_veiled_entry (self, filter, sequence, n_rows, &failure)
                       : read_entry (self->database, filter, sequence, n_rows, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return TRUE;
}

/**
 * ts_workbook_read_history:
 * @self: a workbook
 * @filter: (nullable): which changes are wanted, or %NULL for all
 * @before: the last sequence of the page before this one; 0 for the first page
 * @n_entries: how many entries at most
 * @n_rows: how many rows of each entry at most
 * @error: where to put an error
 *
 * Reads one page of the history as far as the workbook's reader may see it, newest first. Where fewer entries come than were asked for, it is the last page.
 *
 * Returns: (transfer full) (element-type TsHistoryEntry): the entries
 */
GPtrArray *
ts_workbook_read_history (TsWorkbook             *self,
                          const TsHistoryFilter  *filter,
                          gint64                  before,
                          guint                   n_entries,
                          guint                   n_rows,
                          GError                **error)
{
  const TsHistoryFilter all = { 0 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_history_entry_free);

  g_return_val_if_fail (self != NULL && before >= 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (filter == NULL)
    filter = &all;

  g_return_val_if_fail (count (filter->about) <= TS_HISTORY_MOST_VALUES && count (filter->nodes) <= TS_HISTORY_MOST_VALUES, NULL);
  g_return_val_if_fail (filter->nodes == NULL || count (filter->about) > 0, NULL);

  before = before > 0 ? before : G_MAXINT64;

  /* Where some are not seen, the page goes on until it is full. */
  while (entries->len < n_entries)
    {
      guint n_wanted = n_entries - entries->len;
      g_autoptr (GArray) sequences = find_changes (self->database, filter, before, n_wanted, error);

      if (sequences == NULL || !add_entries (self, filter, sequences, n_rows, entries, error))
        return NULL;

      if (sequences->len < n_wanted)
        break;

      before = g_array_index (sequences, gint64, sequences->len - 1);
    }

  return g_steal_pointer (&entries);
}

/**
 * ts_workbook_list_authors:
 * @self: a workbook
 * @error: where to put an error
 *
 * Returns: (transfer full): everybody who ever made a change, by name
 */
GStrv
ts_workbook_list_authors (TsWorkbook  *self,
                          GError     **error)
{
  g_autoptr (GStrvBuilder) authors = g_strv_builder_new ();
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  /* From name to name through the index: there are few names and many changes. */
  statement = ts_database_prepare_cached (self->database,
                                          "with recursive name (author) as ("
                                          "select min(author) from change "
                                          "union all "
                                          "select (select min(author) from change where author > name.author) "
                                          "from name where name.author is not null) "
                                          "select author from name where author is not null order by author",
                                          error);

  if (statement == NULL)
    return NULL;

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *author;

      if (!ts_journal_get_texts (statement, 0, &author, 1, error))
        return NULL;

      g_strv_builder_add (authors, author);
    }

  return step == TS_STEP_DONE ? g_strv_builder_end (authors) : NULL;
}
