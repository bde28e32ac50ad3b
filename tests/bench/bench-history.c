/* bench-history.c — what it costs to look at a long past
 *
 * bench-history make WORKBOOK N: adds N changes of three years to the journal of a sample, straight into its tables. Half of them are about one
 * assessment, most of the others about another of the same organisation, some about its evidence. One person made a few, early on.
 * bench-history read WORKBOOK: prints, for each way to look at it, its name and the microseconds until the page had it, and those of bare statements
 * for the same, on a connection of its own; for the assessment as it stood a year ago, those of the assessment as it is now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-assessment-model.h"
#include "model/ts-history-list.h"
#include "store/ts-workbook-private.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define YEAR        (G_GINT64_CONSTANT (365) * 24 * 60 * 60 * G_USEC_PER_SEC)
#define DAY         (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)
#define N_TURNS     9
#define PAGE        60
#define RARE_PERSON "Seldom Here"
#define N_RARE      12

static void
stop (const char *what)
{
  g_printerr ("bench-history: %s\n", what);
  exit (EXIT_FAILURE);
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *database = NULL;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_exec (database, "pragma cache_size = -16384", NULL, NULL, NULL) != SQLITE_OK)
    stop (sqlite3_errmsg (database));

  return database;
}

static sqlite3_stmt *
prepare (sqlite3    *database,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    stop (sqlite3_errmsg (database));

  return statement;
}

static void
run (sqlite3    *database,
     const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    stop (sqlite3_errmsg (database));
}

static char *
read_text (sqlite3    *database,
           const char *sql)
{
  sqlite3_stmt *statement = prepare (database, sql);
  char *text = sqlite3_step (statement) == SQLITE_ROW ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;

  sqlite3_finalize (statement);

  if (text == NULL)
    stop ("the workbook is not a sample");

  return text;
}

#define LATEST_ASSESSMENT  "select id from assessment order by year desc limit 1"
#define EARLIER_ASSESSMENT "select id from assessment order by year limit 1"

/* --- Making ------------------------------------------------------------------------------------------------------- */

/* A row that is changed again and again, as the journal has it in the end. */
typedef struct
{
  const char *entity;
  TsEntity kind;
  char *id;
  char *about;
  char *node;
  TsRow *row;
  char *json;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *self = data;

  g_free (self->id);
  g_free (self->about);
  g_free (self->node);
  g_free (self->json);
  ts_row_unref (self->row);
  g_free (self);
}

static void
add_subjects (GPtrArray  *subjects,
              TsWorkbook *workbook,
              TsEntity    kind,
              int         field,
              const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workbook, kind, field, value, &error);

  if (rows == NULL)
    stop (error->message);

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);
      Subject *subject = g_new0 (Subject, 1);
      GString *json = g_string_new (NULL);

      ts_row_append_json (row, json);
      *subject = (Subject) {
        .entity = ts_entity_get_name (kind),
        .kind = kind,
        .id = g_strdup (ts_row_get_id (row)),
        .about = g_strdup (ts_row_get_text (row, kind == TS_ENTITY_RATING ? TS_RATING_ASSESSMENT : TS_EVIDENCE_ORGANISATION)),
        .node = kind == TS_ENTITY_RATING ? g_strdup (ts_row_get_text (row, TS_RATING_NODE)) : NULL,
        .row = ts_row_copy (row),
        .json = g_string_free (json, FALSE),
      };
      g_ptr_array_add (subjects, subject);
    }

  if (rows->len == 0)
    stop ("the workbook is not a sample");
}

/* The last change of each brings back what its table has. */
static char *
vary (Subject *subject,
      guint    number)
{
  g_autoptr (TsRow) row = ts_row_copy (subject->row);
  g_autofree char *text = g_strdup_printf ("Written for the %uth time, of the shared plan and what the partners say of it", number);
  GString *json = g_string_new (NULL);

  if (subject->kind == TS_ENTITY_RATING)
    {
      ts_row_set_integer (row, TS_RATING_LEVEL, 1 + number % 4);
      ts_row_set_text (row, TS_RATING_RATIONALE, text);
    }
  else
    {
      ts_row_set_text (row, TS_EVIDENCE_TITLE, text);
    }

  ts_row_append_json (row, json);

  return g_string_free (json, FALSE);
}

static Subject *
choose (GPtrArray **subjects,
        GRand      *random)
{
  double share = g_rand_double (random);
  GPtrArray *from = subjects[share < 0.5 ? 0 : share < 0.9 ? 1
                                                           : 2];

  return g_ptr_array_index (from, (guint) g_rand_int_range (random, 0, (gint32) from->len));
}

static void
write_changes (sqlite3    *database,
               GPtrArray **subjects,
               guint       n_changes)
{
  static const char *const people[] = { "Anne Adviser", "Bob Board", "Chris Chair", "Dana Director", "Erin Editor" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  sqlite3_stmt *change = prepare (database, "insert into change (seq, id, author, at, label, previous_hash, hash, subject) "
                                            "values (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?1)");
  sqlite3_stmt *row = prepare (database, "insert into change_row (change, position, entity, row_id, before, after, about, node) "
                                         "values (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7)");
  g_autofree char *last = read_text (database, "select max(seq) from change");
  g_autofree char *last_at = read_text (database, "select max(at) from change");
  gint64 sequence = g_ascii_strtoll (last, NULL, 10);
  gint64 begin = g_ascii_strtoll (last_at, NULL, 10);
  g_autofree char *hash = g_strnfill (64, '0');

  for (guint i = 1; i <= n_changes; i++)
    {
      Subject *subject = choose (subjects, random);
      g_autofree char *id = g_strdup_printf ("bbbbbbbb-0000-4000-8000-%012u", i);
      g_autofree char *label = g_strdup_printf ("%s: written anew", subject->node != NULL ? subject->node : "Evidence");
      g_autofree char *after = vary (subject, i);
      const char *author = i % (n_changes / 3 / N_RARE + 1) == 0 && i < n_changes / 3 ? RARE_PERSON : people[g_rand_int_range (random, 0, 5)];

      sqlite3_bind_int64 (change, 1, sequence + i);
      sqlite3_bind_text (change, 2, id, -1, SQLITE_STATIC);
      sqlite3_bind_text (change, 3, author, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (change, 4, begin + (gint64) ((double) (3 * YEAR) * i / n_changes));
      sqlite3_bind_text (change, 5, label, -1, SQLITE_STATIC);
      sqlite3_bind_text (change, 6, hash, -1, SQLITE_STATIC);

      sqlite3_bind_int64 (row, 1, sequence + i);
      sqlite3_bind_text (row, 2, subject->entity, -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 3, subject->id, -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 4, subject->json, -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 5, after, -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 6, subject->about, -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 7, subject->node, -1, SQLITE_STATIC);

      if (sqlite3_step (change) != SQLITE_DONE || sqlite3_step (row) != SQLITE_DONE)
        stop (sqlite3_errmsg (database));

      sqlite3_reset (change);
      sqlite3_reset (row);
      g_free (subject->json);
      subject->json = g_steal_pointer (&after);
    }

  sqlite3_finalize (change);
  sqlite3_finalize (row);
}

/* The indices are made again afterwards, from their own words. */
static void
write_all (sqlite3    *database,
           GPtrArray **subjects,
           guint       n_changes)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) again = g_string_new (NULL);
  sqlite3_stmt *indices = prepare (database, "select name, sql from sqlite_schema where type = 'index' and tbl_name in ('change', 'change_row') "
                                             "and sql is not null");

  while (sqlite3_step (indices) == SQLITE_ROW)
    {
      g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (indices, 0)));
      g_string_append_printf (again, "%s;", sqlite3_column_text (indices, 1));
    }

  sqlite3_finalize (indices);
  run (database, "pragma journal_mode = wal; pragma synchronous = off; begin immediate");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *drop = g_strdup_printf ("drop index %s", (char *) g_ptr_array_index (names, i));

      run (database, drop);
    }

  write_changes (database, subjects, n_changes);
  run (database, again->str);
  run (database, "commit; pragma wal_checkpoint(truncate)");
}

static void
make (const char *path,
      guint       n_changes)
{
  sqlite3 *database = open_bare (path);
  g_autofree char *latest = read_text (database, LATEST_ASSESSMENT);
  g_autofree char *earlier = read_text (database, EARLIER_ASSESSMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (path, TS_OPEN_READ_ONLY, &error);
  GPtrArray *subjects[3];

  if (workbook == NULL)
    stop (error->message);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    subjects[i] = g_ptr_array_new_with_free_func (subject_free);

  add_subjects (subjects[0], workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, latest);
  add_subjects (subjects[1], workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, earlier);
  add_subjects (subjects[2], workbook, TS_ENTITY_EVIDENCE, -1, NULL);
  g_clear_pointer (&workbook, ts_workbook_close);
  write_all (database, subjects, n_changes);
  sqlite3_close (database);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_ptr_array_unref (subjects[i]);
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

/* One way to look at the history. */
typedef struct
{
  const char *name;
  const char *node;
  const char *author;
  gint64 from;
  gint64 to;
  const char *sql; /* the sequences that the page has; ?1 is the assessment, ?2 its organisation, ?3 to ?6 what is filtered by */
} Way;

static void
set_true (gboolean *flag)
{
  *flag = TRUE;
}

static void
take_session (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(TsSession **) user_data = ts_session_open_finish (result, &error);

  if (error != NULL)
    stop (error->message);
}

/* A list of its own each time: it does not read again what it has. */
static gint64
time_way (TsSession  *session,
          const char *assessment,
          const Way  *way,
          guint      *n_items)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (TsHistoryList) list = ts_history_list_new (session, assessment);
  gboolean done = FALSE;

  while (!ts_history_list_get_loaded (list))
    g_main_context_iteration (NULL, TRUE);

  if (way->node != NULL || way->author != NULL || way->from != 0)
    {
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (set_true), &done);
      begin = g_get_monotonic_time ();
      ts_history_list_set_filter (list, way->node, way->author, way->from, way->to);

      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }

  begin = g_get_monotonic_time () - begin;
  *n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  return begin;
}

/* Which changes, then each of them with what it changed. */
static gint64
time_bare (sqlite3      *database,
           sqlite3_stmt *changes,
           sqlite3_stmt *rows,
           const Way    *way,
           const char   *assessment,
           const char   *organisation,
           guint        *n_changes)
{
  gint64 begin = g_get_monotonic_time ();

  *n_changes = 0;
  sqlite3_bind_text (changes, 1, assessment, -1, SQLITE_STATIC);
  sqlite3_bind_text (changes, 2, organisation, -1, SQLITE_STATIC);

  if (way->node != NULL)
    sqlite3_bind_text (changes, 3, way->node, -1, SQLITE_STATIC);
  else if (way->author != NULL)
    sqlite3_bind_text (changes, 3, way->author, -1, SQLITE_STATIC);
  else if (way->from != 0)
    {
      sqlite3_bind_int64 (changes, 3, way->from);
      sqlite3_bind_int64 (changes, 4, way->to);
    }

  while (sqlite3_step (changes) == SQLITE_ROW)
    {
      *n_changes += 1;
      sqlite3_bind_int64 (rows, 1, sqlite3_column_int64 (changes, 0));

      while (sqlite3_step (rows) == SQLITE_ROW)
        sqlite3_column_text (rows, 7);

      sqlite3_reset (rows);
    }

  sqlite3_reset (changes);

  return g_get_monotonic_time () - begin;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static gint64
find_median (gint64 times[N_TURNS])
{
  qsort (times, N_TURNS, sizeof (gint64), compare);

  return times[N_TURNS / 2];
}

static void
read_way (TsSession  *session,
          sqlite3    *database,
          const Way  *way,
          const char *assessment,
          const char *organisation)
{
  sqlite3_stmt *changes = prepare (database, way->sql);
  sqlite3_stmt *rows = prepare (database, "select id, author, label, at, entity, row_id, before, after from change "
                                          "join change_row on change_row.change = seq where seq = ?1 order by position limit 8");
  gint64 ours[N_TURNS];
  gint64 bare[N_TURNS];
  guint n_items = 0;
  guint n_changes = 0;

  /* Both find what they read in memory. */
  time_way (session, assessment, way, &n_items);
  time_bare (database, changes, rows, way, assessment, organisation, &n_changes);

  for (guint i = 0; i < N_TURNS; i++)
    {
      ours[i] = time_way (session, assessment, way, &n_items);
      bare[i] = time_bare (database, changes, rows, way, assessment, organisation, &n_changes);
    }

  if (MIN (n_items, PAGE) != n_changes || n_changes == 0)
    g_error ("%s: %u found by the page, %u by bare statements", way->name, n_items, n_changes);

  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", way->name, find_median (ours), find_median (bare));
  sqlite3_finalize (changes);
  sqlite3_finalize (rows);
}

static gint64
time_now (TsSession  *session,
          const char *assessment)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (session, assessment);

  while (!ts_assessment_model_get_loaded (model))
    g_main_context_iteration (NULL, TRUE);

  return g_get_monotonic_time () - begin;
}

static gint64
time_then (TsAssessmentModel *model,
           gint64             moment)
{
  gint64 begin = g_get_monotonic_time ();

  ts_assessment_model_show_moment (model, moment);

  while (ts_assessment_model_get_moment (model) != moment)
    g_main_context_iteration (NULL, TRUE);

  return g_get_monotonic_time () - begin;
}

static void
read_past (TsSession  *session,
           const char *assessment,
           gint64      moment)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (session, assessment);
  gint64 then[N_TURNS];
  gint64 now[N_TURNS];

  while (!ts_assessment_model_get_loaded (model))
    g_main_context_iteration (NULL, TRUE);

  time_then (model, moment - DAY);

  for (guint i = 0; i < N_TURNS; i++)
    {
      now[i] = time_now (session, assessment);
      then[i] = time_then (model, moment + i);
    }

  printf ("past %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", find_median (then), find_median (now));
}

static void
read_all (const char *path)
{
  sqlite3 *database = open_bare (path);
  g_autofree char *assessment = read_text (database, LATEST_ASSESSMENT);
  g_autofree char *organisation = read_text (database, "select organisation from assessment where id = (" LATEST_ASSESSMENT ")");
  g_autofree char *node = read_text (database, "select node from rating where assessment = (" LATEST_ASSESSMENT ") order by node desc limit 1");
  g_autofree char *last = read_text (database, "select max(at) from change");
  gint64 end = g_ascii_strtoll (last, NULL, 10);
  const Way ways[] = {
    { .name = "open",
      .sql = "select change from change_row where about = ?1 union select change from change_row where about = ?2 order by 1 desc limit 60" },
    { .name = "criterion",
      .node = node,
      .sql = "select distinct change from change_row where about = ?1 and node = ?3 order by change desc limit 60" },
    { .name = "person",
      .author = "Chris Chair",
      .sql = "select seq from change where author = ?3 and exists (select 1 from change_row where change = seq and about in (?1, ?2)) "
             "order by seq desc limit 60" },
    { .name = "rare-person",
      .author = RARE_PERSON,
      .sql = "select seq from change where author = ?3 and exists (select 1 from change_row where change = seq and about in (?1, ?2)) "
             "order by seq desc limit 60" },
    { .name = "day",
      .from = end - YEAR,
      .to = end - YEAR + DAY,
      .sql = "select seq from change where at >= ?3 and at < ?4 and exists (select 1 from change_row where change = seq and about in (?1, ?2)) "
             "order by at desc limit 60" },
  };
  TsSession *session = NULL;

  ts_session_open_async (path, TS_OPEN_READ_ONLY, "Bench", NULL, take_session, &session);

  while (session == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    read_way (session, database, &ways[i], assessment, organisation);

  read_past (session, assessment, end - YEAR);
  sqlite3_close (database);
}

int
main (int   argc,
      char *argv[])
{
  setvbuf (stdout, NULL, _IOLBF, 0);

  if (argc == 4 && g_str_equal (argv[1], "make") && atoi (argv[3]) >= 1000)
    make (argv[2], (guint) atoi (argv[3]));
  else if (argc == 3 && g_str_equal (argv[1], "read"))
    read_all (argv[2]);
  else
    {
      g_printerr ("Usage: bench-history make WORKBOOK N | read WORKBOOK\n");
      return 2;
    }

  return EXIT_SUCCESS;
}
