/* bench-review.c — what it costs to work out how far reviewers agree
 *
 * bench-review make WORKBOOK N_PANELS N_MEMBERS: adds to a national sample a round of its second year, whose assessments are shared out among so
 * many panels of so many members, each of whom has scored all criteria and sealed; one assessment in eleven is scored by two panels.
 * bench-review pages WORKBOOK: prints for each page of a review, by name, the microseconds of the processor of the middle one of several turns, and those
 * of reading its rows with bare statements.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-bootstrap.h"
#include "core/ts-panel-comparison.h"
#include "core/ts-reviewer-pair.h"
#include "core/ts-severity.h"
#include "core/ts-what-if.h"
#include "model/ts-calibration-source.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define YEAR    2009
#define N_TURNS 7

/* So many of the round are scored by two panels. */
#define SHARED_EVERY 11

static void
stop_with (const char *what)
{
  g_printerr ("bench-review: %s\n", what);
  exit (EXIT_FAILURE);
}

static void
stop_if (const GError *error)
{
  if (error != NULL)
    stop_with (error->message);
}

/* Of the processor, in microseconds. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *database = NULL;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    stop_with (sqlite3_errmsg (database));

  return database;
}

static void
execute (sqlite3    *database,
         const char *format,
         ...) G_GNUC_PRINTF (2, 3);

static void
execute (sqlite3    *database,
         const char *format,
         ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    stop_with (sqlite3_errmsg (database));
}

static GPtrArray *
list_texts (sqlite3    *database,
            const char *query)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (database, query, -1, &statement, NULL) != SQLITE_OK)
    stop_with (sqlite3_errmsg (database));

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));

  sqlite3_finalize (statement);

  return texts;
}

static const char *
new_id (void)
{
  static guint64 n;
  static char id[40];

  g_snprintf (id, sizeof id, "00000000-0000-4000-a000-%012" G_GINT64_MODIFIER "x", ++n);

  return id;
}

/* --- Making ------------------------------------------------------------------------------------------------------ */

static void
score (sqlite3    *database,
       GRand      *random,
       const char *assessment,
       guint       panel,
       guint       member)
{
  for (guint competency = 1; competency <= 11; competency++)
    {
      for (char part = 'a'; part <= 'c'; part++)
        {
          int middle = 2 + (int) ((g_str_hash (assessment) + competency * 7 + (guint) part) % 2);
          int level = middle + g_rand_int_range (random, -3, 4) / 2 + (member == 1 ? 1 : 0);

          execute (database, "insert into rating (id, assessment, node, layer, assessor, level) values ('%s', '%s', '%u%c', 'reviewer', 'Fictional reviewer %u-%u', %d)",
                   new_id (), assessment, competency, part, panel, member, CLAMP (level, 1, 4));
        }
    }

  execute (database, "insert into review_seal (id, assessment, assessor, state, day) values ('%s', '%s', 'Fictional reviewer %u-%u', 'sealed', '2010-05-14')",
           new_id (), assessment, panel, member);
}

static void
give (sqlite3    *database,
      GRand      *random,
      const char *assessment,
      guint       panel,
      guint       n_members)
{
  execute (database, "insert into panel_assessment (id, panel, assessment) values ('%s', 'panel-%u', '%s')", new_id (), panel, assessment);

  for (guint member = 0; member < n_members; member++)
    score (database, random, assessment, panel, member);
}

/* Past the journal: what is measured only reads it. */
static void
make (const char *path,
      guint       n_panels,
      guint       n_members)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  sqlite3 *database = open_database (path);
  g_autoptr (GPtrArray) frameworks = list_texts (database, "select distinct framework from assessment where year = 2009");
  g_autoptr (GPtrArray) assessments = list_texts (database, "select id from assessment where year = 2009 order by id");

  if (frameworks->len != 1 || assessments->len == 0)
    stop_with ("that is no national sample");

  execute (database, "begin");
  execute (database, "delete from rating where layer = 'reviewer'; delete from review_seal; delete from panel_assessment; delete from panel_member; "
                     "delete from panel; delete from round_assessment; delete from review_round");
  execute (database, "insert into review_round (id, framework, year, title) values ('round', '%s', %d, 'Measured')",
           (const char *) g_ptr_array_index (frameworks, 0), YEAR);

  for (guint panel = 0; panel < n_panels; panel++)
    {
      execute (database, "insert into panel (id, round, position, title) values ('panel-%u', 'round', %u, 'Panel %u')", panel, panel + 1, panel + 1);

      for (guint member = 0; member < n_members; member++)
        {
          execute (database, "insert into person (id, name) values ('person-%u-%u', 'Fictional reviewer %u-%u')", panel, member, panel, member);
          execute (database, "insert into panel_member (id, panel, person, role) values ('%s', 'panel-%u', 'person-%u-%u', '%s')", new_id (), panel,
                   panel, member, member == 0 ? "chair" : member == 1 ? "clinician"
                                                                      : "peer");
        }
    }

  for (guint i = 0; i < assessments->len; i++)
    {
      const char *assessment = g_ptr_array_index (assessments, i);

      execute (database, "insert into round_assessment (id, round, assessment) values ('%s', 'round', '%s')", new_id (), assessment);
      give (database, random, assessment, i % n_panels, n_members);

      if (i % SHARED_EVERY == 0 && n_panels > 1)
        give (database, random, assessment, (i + 1) % n_panels, n_members);
    }

  execute (database, "commit; pragma wal_checkpoint (truncate)");
  sqlite3_close (database);
}

/* --- Pages ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  TsWorkplace workplace;
  sqlite3 *database;
  GPtrArray *assessments;
  TsScoreReading reading;
} Bench;

static void
run_bare (Bench      *self,
          const char *query,
          const char *assessment)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (self->database, query, -1, &statement, NULL) != SQLITE_OK)
    stop_with (sqlite3_errmsg (self->database));

  if (assessment != NULL)
    sqlite3_bind_text (statement, 1, assessment, -1, SQLITE_STATIC);

  while (sqlite3_step (statement) == SQLITE_ROW)
    (void) sqlite3_column_text (statement, 0);

  sqlite3_finalize (statement);
}

static void
read_agenda (Bench *self,
             guint  turn)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsReviewSnapshot) review = ts_review_snapshot_read (&self->workplace, g_ptr_array_index (self->assessments, turn), NULL, &error);

  stop_if (error);
}

static void
read_agenda_bare (Bench *self,
                  guint  turn)
{
  run_bare (self, "select id, node, layer, assessor, level, rationale from rating where assessment = ?1", g_ptr_array_index (self->assessments, turn));
}

static void
read_scores (Bench *self,
             guint  turn)
{
  g_autoptr (GError) error = NULL;

  ts_score_reading_clear (&self->reading);
  ts_score_reading_read (&self->reading, self->workplace.workbook, NULL, NULL, &error);
  stop_if (error);
}

static void
read_scores_bare (Bench *self,
                  guint  turn)
{
  run_bare (self, "select rating.node, rating.assessor, rating.level, assessment.id from rating join assessment on assessment.id = rating.assessment where "
                  "layer = 'reviewer'",
            NULL);
}

static void
measure_agreement (Bench *self,
                   guint  turn)
{
  ts_agreement_data_unref (ts_calibration_source_build_agreement (&self->reading, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS));
}

static void
measure_agreement_bare (Bench *self,
                        guint  turn)
{
  ts_agreement_data_unref (ts_calibration_source_build_agreement (&self->reading, TS_SCORE_SCOPE_ALL, 0));
}

static void
measure_severity (Bench *self,
                  guint  turn)
{
  g_autoptr (TsSeverityData) data = ts_calibration_source_build_severity (&self->reading, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS);
}

static void
measure_severity_bare (Bench *self,
                       guint  turn)
{
  g_autoptr (TsSeverityData) data = ts_calibration_source_build_severity (&self->reading, TS_SCORE_SCOPE_ALL, 0);
}

static void
measure_pairs (Bench *self,
               guint  turn)
{
  g_array_unref (ts_reviewer_pairs_measure (self->reading.table, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED));
  g_array_unref (ts_panel_comparisons_measure (self->reading.table, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED));
}

static void
measure_pairs_bare (Bench *self,
                    guint  turn)
{
  g_array_unref (ts_reviewer_pairs_measure (self->reading.table, TS_SCORE_SCOPE_ALL, 0, TS_SCORE_SEED));
  g_array_unref (ts_panel_comparisons_measure (self->reading.table, 0, TS_SCORE_SEED));
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
take_middle (Bench *self,
             void (*function) (Bench *self, guint turn))
{
  gint64 times[N_TURNS];

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      gint64 begin = get_time ();

      function (self, turn);
      times[turn] = get_time () - begin;
    }

  qsort (times, N_TURNS, sizeof (gint64), compare_times);

  return times[N_TURNS / 2];
}

static void
measure_pages (const char *path)
{
  static const struct
  {
    const char *name;
    void (*ours) (Bench *self, guint turn);
    void (*bare) (Bench *self, guint turn);
  } pages[] = {
    { "agenda", read_agenda, read_agenda_bare },
    { "reading", read_scores, read_scores_bare },
    { "agreement", measure_agreement, measure_agreement_bare },
    { "severity", measure_severity, measure_severity_bare },
    { "pairs", measure_pairs, measure_pairs_bare },
  };
  g_autoptr (GError) error = NULL;
  Bench bench = { .database = open_database (path) };

  bench.workplace.workbook = ts_workbook_open (path, TS_OPEN_READ_ONLY, &error);
  stop_if (error);
  bench.workplace.frameworks = ts_framework_cache_new ();
  bench.assessments = list_texts (bench.database, "select assessment from round_assessment order by id");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gint64 bare = take_middle (&bench, pages[i].bare);

      printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", pages[i].name, take_middle (&bench, pages[i].ours), MAX (bare, 1));
    }

  ts_score_reading_clear (&bench.reading);
  g_ptr_array_unref (bench.assessments);
  ts_framework_cache_free (bench.workplace.frameworks);
  ts_workbook_close (bench.workplace.workbook);
  sqlite3_close (bench.database);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && strcmp (argv[1], "make") == 0)
    make (argv[2], (guint) MAX (atoi (argv[3]), 1), (guint) MAX (atoi (argv[4]), 1));
  else if (argc == 3 && strcmp (argv[1], "pages") == 0)
    measure_pages (argv[2]);
  else
    stop_with ("expected make WORKBOOK N_PANELS N_MEMBERS, or pages WORKBOOK");

  return EXIT_SUCCESS;
}
