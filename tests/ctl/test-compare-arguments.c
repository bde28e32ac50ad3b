/* test-compare-arguments.c — a command that is copied from the screen says what the screen shows: read again, it gives the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-compare-arguments.h"

#include <locale.h>

static const char *const words[] = {
  "5N1",
  "it's",
  "two words",
  "\"quoted\"",
  "-dash",
  "--layer",
  "$HOME",
  "`x`",
  "a;b",
  "*",
  "Ærø & Co",
  "back\\slash",
  "5=2,7=0.5",
  "new\nline",
};

static const char *
pick_word (GRand *random)
{
  return words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
}

static void
pick_list (GRand   *random,
           char  ***list)
{
  const char *picked[4] = { NULL };
  guint n = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    picked[i] = pick_word (random);

  ts_compare_filter_set_texts (list, picked);
}

static void
pick_text (GRand *random,
           char **text)
{
  if (g_rand_boolean (random))
    ts_compare_view_set (text, pick_word (random));
}

static TsCompareFilter *
pick_filter (GRand            *random,
             TsCompareOptions  options)
{
  TsCompareFilter *filter = ts_compare_filter_new ();
  int years[3];
  guint n_years = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n_years; i++)
    years[i] = g_rand_int_range (random, 2000, 2015);

  ts_compare_filter_set_years (filter, years, n_years);
  pick_list (random, &filter->organisations);
  pick_list (random, &filter->frameworks);

  if (options & TS_COMPARE_OPTION_LAYER)
    filter->layer = (TsLayer) g_rand_int_range (random, 0, TS_N_LAYERS);

  if (options & TS_COMPARE_OPTION_WHOM)
    {
      pick_list (random, &filter->parents);
      pick_list (random, &filter->kinds);

      if (filter->organisations != NULL)
        pick_text (random, &filter->group_name);

      if (g_rand_boolean (random))
        {
          filter->peers = g_rand_boolean (random) ? TS_PEERS_NEAREST : TS_PEERS_SAME_PARENT;
          filter->n_peers = (guint) g_rand_int_range (random, 1, 50);
          ts_compare_filter_set_text (&filter->peers_of, pick_word (random));
        }
    }

  if ((options & TS_COMPARE_OPTION_RULE) && g_rand_boolean (random))
    {
      filter->has_rule = TRUE;
      filter->rule = (TsRollUpRule) g_rand_int_range (random, 0, TS_N_ROLL_UP_RULES);
    }

  if (options & TS_COMPARE_OPTION_SECTION)
    pick_text (random, &filter->section);

  filter->criteria = (options & TS_COMPARE_OPTION_CRITERIA) && g_rand_boolean (random);
  filter->predecessors = (options & TS_COMPARE_OPTION_PREDECESSORS) && g_rand_boolean (random);

  if (options & TS_COMPARE_OPTION_HIGHLIGHT)
    pick_list (random, &filter->highlighted);

  return filter;
}

static TsCompareView *
pick_view (GRand            *random,
           TsCompareOptions  options)
{
  TsCompareView *view = ts_compare_view_new ();

  view->reversed = (options & TS_COMPARE_OPTION_REVERSE) && g_rand_boolean (random);

  if (options & TS_COMPARE_OPTION_OF)
    ts_compare_view_set (&view->organisation, pick_word (random));

  if (options & TS_COMPARE_OPTION_SORT)
    pick_text (random, &view->sort);

  if (options & TS_COMPARE_OPTION_BY)
    view->by = (TsCompareBy) g_rand_int_range (random, 0, TS_N_COMPARE_BY);

  if (options & TS_COMPARE_OPTION_MEASURE)
    pick_text (random, &view->measure);

  if (options & TS_COMPARE_OPTION_XY)
    {
      pick_text (random, &view->x);
      pick_text (random, &view->y);
    }

  if ((options & TS_COMPARE_OPTION_WEIGHTS) && g_rand_boolean (random))
    ts_compare_view_set (&view->weights, "5=2,7=0.5,strategy=1");

  if ((options & TS_COMPARE_OPTION_OTHER_RULE) && g_rand_boolean (random))
    ts_compare_view_set (&view->other_rule, "mean");

  return view;
}

/* As the program reads it, after the shell. */
static void
assert_reads_back (const char            *command,
                   const char            *kind,
                   const char            *workbook,
                   const char            *output,
                   const TsCompareFilter *filter,
                   const TsCompareView   *view,
                   TsCompareOptions       options)
{
  g_autofree char *path = NULL;
  g_autofree char *size = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { NULL },
  };
  g_auto (TsFilterArguments) filters = { 0 };
  g_auto (TsCompareArguments) comparing = { 0 };
  g_autoptr (TsCompareFilter) read_filter = ts_compare_filter_new ();
  g_autoptr (TsCompareView) read_view = ts_compare_view_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words_of_shell = NULL;
  g_autofree char **arguments = NULL;
  char **moved;
  int n_arguments;
  TsExit exit;

  g_assert_true (g_shell_parse_argv (command, &n_arguments, &words_of_shell, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (words_of_shell[0], ==, "touchstonectl");

  /* Reading moves what it has read, and leaves what it has not. */
  arguments = g_memdup2 (words_of_shell, sizeof (char *) * ((gsize) n_arguments + 1));
  moved = arguments + 1;
  n_arguments--;
  g_assert_true (ts_arguments_read_more (&n_arguments, &moved, entries, &filters, (TsAddOptions) ts_compare_arguments_add, &comparing, "WORKBOOK KIND",
                                         "", 2, 2, &exit));
  g_assert_cmpstr (moved[1], ==, workbook);
  g_assert_cmpstr (moved[2], ==, kind);
  g_assert_cmpstr (path, ==, output);
  g_assert_null (ts_compare_arguments_find_useless (&comparing, options));
  g_assert_true (ts_compare_arguments_fill (&comparing, "chart", &filters, read_filter, read_view));
  g_assert_true (ts_compare_filter_equal (read_filter, filter));
  g_assert_true (ts_compare_view_equal (read_view, view));
}

static void
test_charts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      TsCompareChart chart = i % TS_N_COMPARE_CHARTS;
      TsCompareOptions options = ts_compare_chart_get_options (chart);
      g_autoptr (TsCompareFilter) filter = pick_filter (random, options);
      g_autoptr (TsCompareView) view = pick_view (random, options);
      const char *workbook = i % 3 == 0 ? "/home/it's me/-n.touchstone" : "n.touchstone";
      g_autofree char *command = ts_compare_command (chart, filter, view, workbook, "a picture.svg", i % 2 == 0 ? 800 : 0, i % 4 == 0 ? 700 : 0);

      g_test_message ("%s", command);
      assert_reads_back (command, ts_compare_chart_get_name (chart), workbook, "a picture.svg", filter, view, options);
    }
}

static void
test_tables (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < 500; i++)
    {
      TsCompareTable table = i % TS_N_COMPARE_TABLES;
      TsCompareOptions options = ts_compare_table_get_options (table);
      g_autoptr (TsCompareFilter) filter = pick_filter (random, options);
      g_autoptr (TsCompareView) view = pick_view (random, options);
      g_autofree char *command = ts_compare_table_command (table, filter, view, "n.touchstone", "table.xlsx");

      assert_reads_back (command, ts_compare_table_get_name (table), "n.touchstone", "table.xlsx", filter, view, options);
    }
}

/* What means nothing for a chart is not in its command. */
static void
test_without (void)
{
  static const char *const picked[] = { "5N1", NULL };
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsCompareView) view = ts_compare_view_new ();
  g_autofree char *optimism = NULL;
  g_autofree char *radar = NULL;
  g_autofree char *dashed = NULL;

  filter->layer = TS_LAYER_FINAL;
  filter->criteria = TRUE;
  ts_compare_filter_set_texts (&filter->highlighted, picked);
  ts_compare_view_set (&view->sort, "total");
  view->by = TS_COMPARE_BY_YEAR;
  optimism = ts_compare_command (TS_COMPARE_CHART_OPTIMISM, filter, view, "n.touchstone", "o.svg", 0, 0);
  g_assert_cmpstr (optimism, ==, "touchstonectl chart n.touchstone optimism -o o.svg --criteria --highlight 5N1");

  /* A radar without a word about whom would be of one assessment alone. */
  filter->criteria = FALSE;
  radar = ts_compare_command (TS_COMPARE_CHART_RADAR, filter, NULL, "n.touchstone", "r.svg", 640, 0);
  g_assert_cmpstr (radar, ==, "touchstonectl chart n.touchstone radar -o r.svg --layer final --highlight 5N1 --of 5N1 --size 640");

  dashed = ts_compare_table_command (TS_COMPARE_TABLE_LEVELS, filter, NULL, "-n.touchstone", "levels");
  g_assert_cmpstr (dashed, ==, "touchstonectl export ./-n.touchstone levels -o levels --layer final");
}

int
main (int   argc,
      char *argv[])
{
  /* Arguments come in the encoding of the locale. */
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl/compare-arguments/charts", test_charts);
  g_test_add_func ("/ctl/compare-arguments/tables", test_tables);
  g_test_add_func ("/ctl/compare-arguments/without", test_without);

  return g_test_run ();
}
