/* test-sealing.c — that no chart, document or spreadsheet tells of a score before it is open
 *
 * The same two workbooks as in the test of the store, which differ in one reviewer's scores alone. Every chart, report and table is made by the commands
 * themselves, as each reader, from both: what they write, print and complain of must be the same, byte for byte, for whoever may not see these
 * scores. Charts and documents tell even less: only of scores that are open to all, so a reviewer's own are in none of them until then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-command.h"
#include "sealing-world.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BEN 1
#define DAN 3

/* What makes, with what options; the reader and the file come after them. */
typedef struct
{
  TsExit (*run) (int    n_arguments,
                 char **arguments);
  const char *arguments[6];
  const char *extension; /* or NULL for what is printed */
} Making;

static const Making charts[] = {
  { ts_command_chart, { "chart", "radar" }, "svg" },
  { ts_command_chart, { "chart", "radar", "--layer", "reviewer" }, "svg" },
  { ts_command_chart, { "chart", "radar", "--describe" } },
  { ts_command_chart, { "chart", "gaps" }, "svg" },
  { ts_command_chart, { "chart", "gaps", "--describe" } },
  { ts_command_chart, { "chart", "outcome", "--describe" } },
  { ts_command_chart, { "chart", "heatmap" }, "svg" },
  { ts_command_chart, { "chart", "heatmap", "--layer", "reviewer" }, "svg" },
  { ts_command_chart, { "chart", "heatmap", "--describe" } },
  { ts_command_chart, { "chart", "distribution" }, "svg" },
  { ts_command_chart, { "chart", "distribution", "--layer", "reviewer" }, "svg" },
  { ts_command_chart, { "chart", "distribution", "--describe" } },
  { ts_command_chart, { "chart", "strip" }, "svg" },
  { ts_command_chart, { "chart", "strip", "--describe" } },
  { ts_command_chart, { "chart", "trend" }, "svg" },
  { ts_command_chart, { "chart", "trend", "--describe" } },
  { ts_command_chart, { "chart", "change", "--describe" } },
  { ts_command_chart, { "chart", "optimism" }, "svg" },
  { ts_command_chart, { "chart", "optimism", "--describe" } },
  { ts_command_chart, { "chart", "dumbbell" }, "svg" },
  { ts_command_chart, { "chart", "dumbbell", "--describe" } },
  { ts_command_chart, { "chart", "ranking" }, "svg" },
  { ts_command_chart, { "chart", "ranking", "--describe" } },
  { ts_command_chart, { "chart", "scatter" }, "svg" },
  { ts_command_chart, { "chart", "scatter", "--describe" } },
  { ts_command_chart, { "chart", "agreement" }, "svg" },
  { ts_command_chart, { "chart", "agreement", "--describe" } },
  { ts_command_chart, { "chart", "severity" }, "svg" },
  { ts_command_chart, { "chart", "severity", "--describe" } },
};

static const Making reports[] = {
  { ts_command_report, { "report", "panel" }, "pdf" },
  { ts_command_report, { "report", "submission", "--organisation", "A" }, "pdf" },
  { ts_command_report, { "report", "comparison" }, "pdf" },
  { ts_command_report, { "report", "interests" }, "pdf" },
};

/* The journal's hashes cover ids that no export has; in tables of text the test of the store leaves them out, in a spreadsheet they cannot be. */
static const Making tables[] = {
  { ts_command_export, { "export", "organisations", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "ratings", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "ratings", "--layer", "reviewer" }, "csv" },
  { ts_command_export, { "export", "levels", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "gaps", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "ranking", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "agreement-of-layers", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "rule-effects", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "agreement", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "severity", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "what-if", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "evidence", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "outcomes", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "panels", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "interests", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "enquiry", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "ledger", "--format", "xlsx" }, "xlsx" },
  { ts_command_export, { "export", "ledger", "--as-of", "2030-01-01" }, "csv" },
  { ts_command_export, { "export", "ledger", "--as-of", "2010-03-31" }, "csv" },
};

/* Everything of one kind, each by what was typed: exit status, what was printed and complained of, and the file. */
typedef struct
{
  const Making *makings;
  guint n_makings;
} Kind;

static const Kind kinds[] = {
  { charts, G_N_ELEMENTS (charts) },
  { reports, G_N_ELEMENTS (reports) },
  { tables, G_N_ELEMENTS (tables) },
};

#define CHARTS  0
#define REPORTS 1

/* Runs with both standard outputs going to files, which are given afterwards. */
static TsExit
run_quietly (const Making  *making,
             GPtrArray     *arguments,
             char         **printed,
             char         **complained)
{
  FILE *streams[] = { stdout, stderr };
  const char *paths[] = { "out", "err" };
  int kept[2];
  TsExit exit;

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      int file = g_open (paths[i], O_WRONLY | O_CREAT | O_TRUNC, 0600);

      g_assert_cmpint (file, >=, 0);
      fflush (streams[i]);
      kept[i] = dup (fileno (streams[i]));
      g_assert_cmpint (dup2 (file, fileno (streams[i])), >=, 0);
      close (file);
    }

  exit = making->run ((int) arguments->len, (char **) arguments->pdata);

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      fflush (streams[i]);
      dup2 (kept[i], fileno (streams[i]));
      close (kept[i]);
    }

  g_assert_true (g_file_get_contents (paths[0], printed, NULL, NULL));
  g_assert_true (g_file_get_contents (paths[1], complained, NULL, NULL));
  g_unlink (paths[0]);
  g_unlink (paths[1]);

  return exit;
}

/* What comes out of one command, as one text: files of bytes as their hash. */
static char *
make (SealingWorld *world,
      const Making *making,
      const char   *reader)
{
  g_autofree char *name = g_strdup_printf ("made.%s", making->extension != NULL ? making->extension : "none");
  g_autofree char *workbook = g_path_get_basename (world->fixture.path);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *printed = NULL;
  g_autofree char *complained = NULL;
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  gsize n_bytes = 0;
  TsExit exit;

  g_ptr_array_add (arguments, (char *) making->arguments[0]);
  g_ptr_array_add (arguments, workbook);

  for (guint i = 1; i < G_N_ELEMENTS (making->arguments) && making->arguments[i] != NULL; i++)
    g_ptr_array_add (arguments, (char *) making->arguments[i]);

  if (reader != NULL)
    {
      g_ptr_array_add (arguments, (char *) "--as");
      g_ptr_array_add (arguments, (char *) reader);
    }

  if (making->extension != NULL)
    {
      g_ptr_array_add (arguments, (char *) "-o");
      g_ptr_array_add (arguments, name);
    }

  /* A spreadsheet has the command that made it, with all that was typed. */
  g_assert_cmpint (g_chdir (world->fixture.directory), ==, 0);
  exit = run_quietly (making, arguments, &printed, &complained);
  g_assert_cmpint (exit, !=, TS_EXIT_USAGE + 1);

  if (g_file_get_contents (name, &content, &n_bytes, NULL))
    hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, n_bytes);

  g_unlink (name);

  return g_strdup_printf ("%d %s %s %s", exit, printed, complained, hash != NULL ? hash : "nothing");
}

static GPtrArray *
make_all (SealingWorld *world,
          const Kind   *kind,
          const char   *reader)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kind->n_makings; i++)
    g_ptr_array_add (made, make (world, &kind->makings[i], reader));

  return made;
}

/* Which of them differ, as what was typed. */
static char *
compare (const Kind *kind,
         GPtrArray  *first,
         GPtrArray  *second)
{
  GString *different = g_string_new (NULL);

  for (guint i = 0; i < kind->n_makings; i++)
    {
      g_autofree char *typed = NULL;

      if (g_strcmp0 (g_ptr_array_index (first, i), g_ptr_array_index (second, i)) == 0)
        continue;

      typed = g_strjoinv (" ", (char **) kind->makings[i].arguments);
      g_string_append_printf (different, "%s; ", typed);
    }

  return g_string_free (different, FALSE);
}

/* Whether the scores that differ go into what is drawn and printed for the reader: they are sealed, open, and nobody's with a conflict. */
static gboolean
counts (guint         varied,
        const char   *reader,
        SealingState  state,
        TsStage       stage)
{
  return varied != DAN && (state == SEALING_ALL_SEALED || state == SEALING_OPENED_EARLY) && sealing_world_may_see (varied, reader, state, stage);
}

static void
compare_worlds (SealingWorld *first,
                SealingWorld *second,
                guint         varied,
                SealingState  state,
                TsStage       stage)
{
  for (guint i = 0; i < SEALING_N_READERS; i++)
    {
      const char *reader = sealing_readers[i];

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        {
          g_autoptr (GPtrArray) made = make_all (first, &kinds[j], reader);
          g_autoptr (GPtrArray) other = make_all (second, &kinds[j], reader);
          g_autofree char *different = compare (&kinds[j], made, other);
          gboolean tells = j == CHARTS || j == REPORTS ? counts (varied, reader, state, stage) : sealing_world_may_see (varied, reader, state, stage);

          if ((*different != '\0') == tells)
            continue;

          g_test_message ("%s reads scores of %s: %s, %s: %s", reader != NULL ? reader : "nobody", sealing_reviewers[varied], sealing_state_names[state],
                          ts_stage_get_name (stage), *different != '\0' ? different : "nothing differs");
          g_test_fail ();
        }
    }
}

static void
compare_at (const SealingWorld *base,
            guint               varied,
            SealingState        state,
            TsStage             stage)
{
  SealingWorld first;
  SealingWorld second;
  gboolean is_there = sealing_world_make (&first, base, varied, FALSE, state, stage);

  g_assert_cmpint (sealing_world_make (&second, base, varied, TRUE, state, stage), ==, is_there);
  g_clear_pointer (&first.fixture.workbook, ts_workbook_close);
  g_clear_pointer (&second.fixture.workbook, ts_workbook_close);

  if (is_there)
    compare_worlds (&first, &second, varied, state, stage);

  sealing_world_close (&first);
  sealing_world_close (&second);
}

static void
test_no_leak_of_ben (void)
{
  SealingWorld base = { 0 };

  sealing_world_make_base (&base);

  for (SealingState state = 0; state < SEALING_N_STATES && !g_test_failed (); state++)
    compare_at (&base, BEN, state, TS_STAGE_PANEL);

  compare_at (&base, BEN, SEALING_ALL_SEALED, TS_STAGE_PUBLISHED);
  sealing_world_close (&base);
}

/* Whoever has a conflict scores nothing that counts; each state that could show it takes its time, and the test of the store tries the others. */
static void
test_no_leak_of_dan (void)
{
  static const SealingState states[] = { SEALING_ALL_SEALED, SEALING_ALL_BUT_THIS_SEALED };
  SealingWorld base = { 0 };

  sealing_world_make_base (&base);

  for (guint i = 0; i < G_N_ELEMENTS (states) && !g_test_failed (); i++)
    compare_at (&base, DAN, states[i], TS_STAGE_PANEL);

  compare_at (&base, DAN, SEALING_ALL_SEALED, TS_STAGE_PUBLISHED);
  sealing_world_close (&base);
}

static gboolean
is_tried (const char *command,
          const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; j < kinds[i].n_makings; j++)
        {
          const char *const *arguments = kinds[i].makings[j].arguments;

          if (g_str_equal (arguments[0], command) && g_str_equal (arguments[1], kind))
            return TRUE;
        }
    }

  return FALSE;
}

/* Each command says what it can make when it is asked for something else. */
static void
test_nothing_left_out (void)
{
  static const Making commands[] = {
    { ts_command_chart, { "chart", "nonsense", "-o", "made" } },
    { ts_command_report, { "report", "nonsense", "-o", "made" } },
    { ts_command_export, { "export", "nonsense" } },
  };
  SealingWorld base = { 0 };

  sealing_world_make_base (&base);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *said = make (&base, &commands[i], NULL);
      g_autoptr (GRegex) regex = g_regex_new (",? or |, |\n", 0, 0, NULL);
      const char *list = strstr (said, "KIND is ");
      g_auto (GStrv) names = NULL;

      g_assert_nonnull (list);
      names = g_regex_split (regex, list + strlen ("KIND is "), 0);
      g_assert_cmpuint (g_strv_length (names), >, 4);

      for (guint j = 0; strstr (names[j], "touchstonectl") == NULL; j++)
        {
          g_test_message ("%s %s", commands[i].arguments[0], names[j]);
          g_assert_true (g_str_equal (names[j], "journal") || is_tried (commands[i].arguments[0], names[j]));
        }
    }

  sealing_world_close (&base);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1270000000", TRUE);
  /* Whoever needs it first would say so. */
  g_vfs_get_default ();
  g_test_add_func ("/ctl/sealing/nothing-left-out", test_nothing_left_out);
  g_test_add_func ("/ctl/sealing/no-leak-of-ben", test_no_leak_of_ben);
  g_test_add_func ("/ctl/sealing/no-leak-of-dan", test_no_leak_of_dan);
  return g_test_run ();
}
