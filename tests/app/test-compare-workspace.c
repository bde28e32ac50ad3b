/* test-compare-workspace.c — the workspace Compare on the sample
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/compare/ts-cell-pane.h"
#include "app/compare/ts-compare-bar.h"
#include "app/compare/ts-compare-card.h"
#include "app/compare/ts-compare-workspace.h"
#include "app/compare/ts-filter-button.h"
#include "app/compare/ts-group-box.h"
#include "app/compare/ts-map-page.h"
#include "app/compare/ts-rules-page.h"
#include "app/ts-workspace.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-heatmap-canvas.h"
#include "exchange/ts-sample.h"
#include "model/ts-organisation-item.h"
#include "model/ts-organisation-list.h"
#include "model/ts-peer-group-list.h"
#include "model/ts-session-groups.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  TsSession *session;
  TsCompareWorkspace *view;
  GtkWindow *window;
} Fixture;

/* Turns the main loop until it says so, or too much time has passed. */
#define wait_until(condition)                                            \
  G_STMT_START                                                           \
  {                                                                      \
    gint64 end_of_patience = g_get_monotonic_time () + 30 * G_USEC_PER_SEC; \
                                                                         \
    while (!(condition))                                                 \
      {                                                                  \
        if (g_get_monotonic_time () > end_of_patience)                   \
          g_error ("never came: %s", #condition);                        \
                                                                         \
        g_main_context_iteration (NULL, FALSE);                          \
        g_usleep (500);                                                  \
      }                                                                  \
  }                                                                      \
  G_STMT_END

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("touchstone-compare-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "sample.touchstone", NULL);
  ts_sample_create (path, (TsSampleScope) GPOINTER_TO_UINT (data), TS_SAMPLE_SEED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = open_session (path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  fixture->view = TS_COMPARE_WORKSPACE (ts_compare_workspace_new ());
  fixture->window = app_fixture_show (GTK_WIDGET (fixture->view), 1200, 800);
  ts_workspace_set_session (TS_WORKSPACE (fixture->view), fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sample.touchstone", NULL);

  ts_workspace_set_session (TS_WORKSPACE (fixture->view), NULL);
  gtk_window_destroy (fixture->window);

  while (g_main_context_iteration (NULL, FALSE))
    ;

  close_session (fixture->session);
  g_unlink (path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static TsHeatmapData *
wait_for_map (Fixture *fixture)
{
  TsHeatmapCanvas *canvas;

  wait_until (find_type (GTK_WIDGET (fixture->view), TS_TYPE_HEATMAP_CANVAS) != NULL);
  canvas = TS_HEATMAP_CANVAS (find_type (GTK_WIDGET (fixture->view), TS_TYPE_HEATMAP_CANVAS));
  wait_until (ts_heatmap_canvas_get_data (canvas) != NULL);
  app_fixture_settle (GTK_WIDGET (fixture->view));

  return ts_heatmap_canvas_get_data (canvas);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *target)
{
  GtkWidget *bar = find_type (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_BAR);

  g_assert_true (gtk_widget_activate_action (bar, action, "s", target));
}

static const char *
get_status (Fixture *fixture)
{
  return ts_compare_bar_get_status (TS_COMPARE_BAR (find_type (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_BAR)));
}

/* The line says how many there are, and what is missing of them. */
static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  TsHeatmapData *map = wait_for_map (fixture);
  guint n_missing = 0;
  g_autofree char *missing = NULL;

  for (guint i = 0; i < ts_heatmap_data_get_n_rows (map); i++)
    {
      for (guint j = 0; j < ts_heatmap_data_get_n_columns (map); j++)
        n_missing += ts_heatmap_data_get_levels (map, j) != NULL && ts_heatmap_data_get_cell (map, i, j)->state != TS_HEATMAP_STATE_VALUE;
    }

  missing = g_strdup_printf ("%u missing cell", n_missing);
  wait_until (strstr (get_status (fixture), "of 8 organisations") != NULL);

  if (n_missing > 0)
    g_assert_nonnull (strstr (get_status (fixture), missing));
  else
    g_assert_nonnull (strstr (get_status (fixture), "nothing is missing"));
}

/* The highest first, then the lowest; what is missing stays at the end. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  TsHeatmapData *before = wait_for_map (fixture);
  TsMapPage *page = TS_MAP_PAGE (find_type (GTK_WIDGET (fixture->view), TS_TYPE_MAP_PAGE));
  TsHeatmapCanvas *canvas = TS_HEATMAP_CANVAS (find_type (GTK_WIDGET (page), TS_TYPE_HEATMAP_CANVAS));

  for (int turned = 0; turned < 2; turned++)
    {
      TsHeatmapData *map;
      gboolean descending;
      int column;
      double last = turned ? -1 : 100;
      gboolean missing = FALSE;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.sort", "s", "7"));
      wait_until (ts_heatmap_canvas_get_data (canvas) != before);
      map = before = ts_heatmap_canvas_get_data (canvas);
      column = ts_heatmap_data_get_sorted (map, &descending);
      g_assert_cmpint (descending, ==, !turned);
      g_assert_cmpstr (ts_heatmap_data_get_column (map, (guint) column)->id, ==, "7");

      for (guint i = 0; i < ts_heatmap_data_get_n_rows (map); i++)
        {
          const TsHeatmapCell *cell = ts_heatmap_data_get_cell (map, i, (guint) column);

          if (cell->state != TS_HEATMAP_STATE_VALUE)
            {
              missing = TRUE;
              continue;
            }

          g_assert_false (missing);

          if (turned)
            g_assert_cmpfloat (cell->value, >=, last);
          else
            g_assert_cmpfloat (cell->value, <=, last);

          last = cell->value;
        }
    }
}

/* A filter is a state of an action, holds, and is taken back by reset. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  TsFilterButton *layer;
  TsFilterButton *rule;

  wait_for_map (fixture);
  layer = app_fixture_child (find_type (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_BAR), "layer");
  rule = app_fixture_child (find_type (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_BAR), "rule");

  activate (fixture, "compare.layer", "self");
  wait_until (g_str_equal (ts_filter_button_get_text (layer), "Self levels"));
  activate (fixture, "compare.rule", "minimum");
  wait_until (g_str_equal (ts_filter_button_get_text (rule), "Rule: minimum"));
  g_assert_cmpstr (ts_filter_button_get_text (layer), ==, "Self levels");

  /* What nobody has a level of is a page that says so, and leads back. */
  activate (fixture, "compare.kind", "nobody");
  wait_until (gtk_stack_get_visible_child (app_fixture_child (fixture->view, "bodies")) == app_fixture_child (fixture->view, "nothing"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (rule), "compare.reset", NULL));
  wait_until (gtk_stack_get_visible_child (app_fixture_child (fixture->view, "bodies")) == app_fixture_child (fixture->view, "pages"));
  g_assert_cmpstr (ts_filter_button_get_text (rule), ==, "Framework’s rule");
}

static void
test_explanation (Fixture       *fixture,
                  gconstpointer  data)
{
  TsHeatmapData *map = wait_for_map (fixture);
  TsMapPage *page = TS_MAP_PAGE (find_type (GTK_WIDGET (fixture->view), TS_TYPE_MAP_PAGE));
  GtkWidget *pane = find_type (GTK_WIDGET (page), TS_TYPE_CELL_PANE);
  const TsChartSubject *organisation = ts_heatmap_data_get_row (map, 0);
  GtkLabel *heading = app_fixture_child (pane, "heading");
  GtkLabel *rank = app_fixture_child (pane, "rank");

  g_assert_false (ts_map_page_explain (page, "nobody", "5"));
  g_assert_true (ts_map_page_explain (page, organisation->id, "5"));
  wait_until (g_str_has_prefix (gtk_label_get_label (heading), organisation->name));
  g_assert_true (g_str_has_suffix (gtk_label_get_label (heading), "5"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (app_fixture_child (pane, "layers"), 0));
  g_assert_nonnull (gtk_list_box_get_row_at_index (app_fixture_child (pane, "parts"), 2));
  wait_until (g_str_has_prefix (gtk_label_get_label (rank), "Rank of the total: "));

  /* From there one comes to its peers, and back to everybody. */
  {
    TsFilterButton *whom = app_fixture_child (find_type (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_BAR), "organisations");

    g_assert_true (gtk_widget_activate_action (pane, "cell.region", NULL));
    wait_until (g_str_has_prefix (ts_filter_button_get_text (whom), "Region of "));
    g_assert_true (gtk_widget_activate_action (pane, "cell.nearest", NULL));
    wait_until (g_str_has_prefix (ts_filter_button_get_text (whom), "Like "));
    activate (fixture, "compare.peers", "");
    wait_until (g_str_equal (ts_filter_button_get_text (whom), "All organisations"));
    wait_until (g_str_has_prefix (gtk_label_get_label (rank), "Rank of the total: "));
  }

  /* A rank is never told without its interval. */
  g_assert_nonnull (strstr (gtk_label_get_label (rank), "95 % interval"));
}

static void
list_types (GtkWidget *widget,
            GType      type,
            GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_types (child, type, found);
}

static gboolean
has_drawn (TsCompareCard *card)
{
  TsChartView *view = TS_CHART_VIEW (find_type (GTK_WIDGET (card), TS_TYPE_CHART_VIEW));

  return ts_chart_view_get_chart (view) != NULL;
}

/* Every page draws what it has to, of what the filter lets through. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *page;
    guint n_cards;
    guint n_drawn; /* the first of them; the radar waits for somebody to choose, and change for a year before */
  } pages[] = {
    { "trends", 2, 1 },
    { "gaps", 3, 1 },
    { "spread", 2, 2 },
    { "ranking", 1, 1 },
    { "measures", 1, 1 },
  };

  wait_for_map (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GPtrArray) cards = g_ptr_array_new ();

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", pages[i].page));
      g_assert_cmpstr (ts_compare_workspace_get_place (fixture->view), ==, pages[i].page);
      app_fixture_settle (GTK_WIDGET (fixture->view));
      list_types (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_CARD, cards);
      g_assert_cmpuint (cards->len, ==, pages[i].n_cards);

      for (guint j = 0; j < pages[i].n_drawn; j++)
        wait_until (has_drawn (g_ptr_array_index (cards, j)));
    }
}

/* A choice on a card may need more to be read, and then shows. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  TsHeatmapData *map = wait_for_map (fixture);
  const char *code = ts_heatmap_data_get_row (map, 0)->id;
  g_autofree char *organisation = g_strdup (code);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  TsCompareCard *card;
  TsChart *before;
  TsChartView *view;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "gaps"));
  app_fixture_settle (GTK_WIDGET (fixture->view));
  list_types (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_CARD, cards);
  card = g_ptr_array_index (cards, 1);
  g_assert_false (has_drawn (card));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "card.organisation", "s", organisation));
  wait_until (has_drawn (card));
  g_assert_cmpstr (ts_compare_card_get_view (card)->organisation, ==, organisation);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "spread"));
  app_fixture_settle (GTK_WIDGET (fixture->view));
  g_ptr_array_set_size (cards, 0);
  list_types (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_CARD, cards);
  card = g_ptr_array_index (cards, 0);
  wait_until (has_drawn (card));
  view = TS_CHART_VIEW (find_type (GTK_WIDGET (card), TS_TYPE_CHART_VIEW));
  before = ts_chart_view_get_chart (view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "card.by", "s", "year"));
  wait_until (ts_chart_view_get_chart (view) != before);

  /* Own weights stand beside the others. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "ranking"));
  app_fixture_settle (GTK_WIDGET (fixture->view));
  g_ptr_array_set_size (cards, 0);
  list_types (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_CARD, cards);
  card = g_ptr_array_index (cards, 0);
  wait_until (has_drawn (card));
  view = TS_CHART_VIEW (find_type (GTK_WIDGET (card), TS_TYPE_CHART_VIEW));
  before = ts_chart_view_get_chart (view);
  {
    g_autoptr (TsChartTable) three = ts_chart_to_table (before);
    guint n_columns = ts_chart_table_get_n_columns (three);
    g_autoptr (TsChartTable) four = NULL;

    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "card.weights", "s", "5=2,7=1"));
    wait_until (ts_chart_view_get_chart (view) != before);
    four = ts_chart_to_table (ts_chart_view_get_chart (view));
    g_assert_cmpuint (ts_chart_table_get_n_columns (four), >, n_columns);
  }
}

/* The buttons of two measures say which these are, though nobody has chosen them yet, and so does the chart's title. */
static void
test_measures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  TsCompareCard *card;
  const char *title;
  const char *upwards;

  wait_for_map (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "measures"));
  app_fixture_settle (GTK_WIDGET (fixture->view));
  list_types (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_CARD, cards);
  card = g_ptr_array_index (cards, 0);
  wait_until (has_drawn (card));
  list_types (GTK_WIDGET (card), TS_TYPE_FILTER_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, ==, 2);
  title = ts_chart_get_title (ts_chart_view_get_chart (TS_CHART_VIEW (find_type (GTK_WIDGET (card), TS_TYPE_CHART_VIEW))));
  upwards = ts_filter_button_get_text (g_ptr_array_index (buttons, 0));
  g_assert_cmpstr (ts_filter_button_get_text (g_ptr_array_index (buttons, 1)), ==, "Sum of levels");
  g_assert_true (g_str_has_prefix (title, upwards));
  g_assert_true (g_str_has_prefix (title + strlen (upwards), " against sum of levels"));
}

/* On a narrow window filters are folded away, but not those that are on. */
static void
test_folded (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *bar;
  GtkWidget *unfold;

  wait_for_map (fixture);
  bar = find_type (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_BAR);
  unfold = app_fixture_child (bar, "unfold");
  g_assert_false (gtk_widget_get_visible (unfold));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (bar, "reset")));
  activate (fixture, "compare.layer", "self");
  wait_until (gtk_widget_get_visible (app_fixture_child (bar, "reset")));
  gtk_window_set_default_size (fixture->window, 360, 700);
  wait_until (gtk_widget_get_visible (unfold));
  g_assert_true (gtk_widget_get_visible (app_fixture_child (bar, "layer")));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (bar, "years")));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (unfold), TRUE);
  g_assert_true (gtk_widget_get_visible (app_fixture_child (bar, "years")));
}

/* --- Commands ------------------------------------------------------------------------------------------------------ */

static void
take_text (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static char *
copy_command (TsChartView *view)
{
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy-command", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, take_text, &text);
  wait_until (text != NULL);

  return text;
}

/* What the command says, instead of drawing or of writing a file. */
static char *
run_command (Fixture    *fixture,
             const char *command)
{
  g_autofree char *described = g_strconcat (command, strstr (command, " chart ") != NULL ? " --describe" : "", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  char *output = NULL;
  int status;

  g_assert_true (g_shell_parse_argv (described, NULL, &words, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (words[0], ==, "touchstonectl");
  g_free (words[0]);
  words[0] = g_strdup (g_getenv ("TOUCHSTONECTL"));

  for (guint i = 1; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "-o"))
        {
          g_free (words[i + 1]);
          words[i + 1] = g_strdup ("-");
        }
    }

  g_spawn_sync (fixture->folder, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, &status, &error);
  g_assert_no_error (error);

  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", command, errors);

  return output;
}

static char *
describe (TsChart *chart)
{
  g_autofree char *sentence = ts_chart_describe (chart);
  g_autoptr (TsChartTable) table = ts_chart_to_table (chart);
  g_autofree char *numbers = ts_chart_table_to_text (table);

  return g_strdup_printf ("%s\n\n%s%s", sentence, numbers, g_str_has_suffix (numbers, "\n") ? "" : "\n");
}

/* What is shown may still follow a filter: then it is looked at again. */
static void
check_command (Fixture     *fixture,
               TsChartView *view,
               const char  *part)
{
  gint64 end_of_patience = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  for (;;)
    {
      g_autofree char *command = copy_command (view);
      gboolean complete = strstr (command, part) != NULL;
      g_autofree char *shown = describe (ts_chart_view_get_chart (view));
      g_autofree char *printed = complete ? run_command (fixture, command) : NULL;

      if (complete && g_str_equal (shown, printed))
        return;

      if (g_get_monotonic_time () > end_of_patience)
        {
          g_test_message ("%s has to have “%s” and say what is shown:\n%s\nIt says:\n%s", command, part, shown, printed);
          g_test_fail ();
          return;
        }

      app_fixture_settle (GTK_WIDGET (fixture->view));
    }
}

static void
check_page (Fixture    *fixture,
            const char *page,
            guint       n_charts,
            const char *part)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new ();
  guint n_checked = 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", page));
  app_fixture_settle (GTK_WIDGET (fixture->view));
  list_types (GTK_WIDGET (fixture->view), TS_TYPE_CHART_VIEW, views);

  for (guint i = 0; i < views->len; i++)
    {
      TsChartView *view = g_ptr_array_index (views, i);

      /* A card that waits for somebody to choose has none. */
      if (!gtk_widget_get_visible (GTK_WIDGET (view)))
        continue;

      wait_until (ts_chart_view_get_chart (view) != NULL || !gtk_widget_get_visible (GTK_WIDGET (view)));

      if (ts_chart_view_get_chart (view) == NULL)
        continue;

      check_command (fixture, view, part);
      n_checked++;
    }

  g_assert_cmpuint (n_checked, >=, n_charts);
}

static void
choose_on_card (Fixture    *fixture,
                const char *page,
                guint       position,
                const char *action,
                const char *target)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", page));
  app_fixture_settle (GTK_WIDGET (fixture->view));
  list_types (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_CARD, cards);
  g_assert_cmpuint (position, <, cards->len);
  g_assert_true (gtk_widget_activate_action (g_ptr_array_index (cards, position), action, "s", target));
  wait_until (has_drawn (g_ptr_array_index (cards, position)));
}

/* What is copied as a command says the same on the same workbook. */
static void
test_commands (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *action; /* NULL for what nobody has chosen */
    const char *target;
    const char *part;    /* of the command */
    gboolean everywhere; /* whether it means something to each chart; it does to the map */
  } filters[] = {
    { NULL, NULL, "--layer final", FALSE },
    { "compare.layer", "self", "--layer self", FALSE },
    { "compare.year", "2009", "--year 2009/10", TRUE },
    { "compare.rule", "minimum", "--rule minimum", TRUE },
    { "compare.highlight", "ZX2", "--highlight ZX2", FALSE },
    { "compare.peers", "nearest/ZX3", "--peers-of ZX3", TRUE },
  };
  static const struct
  {
    const char *page;
    guint n_charts;
  } pages[] = {
    { "map", 1 },
    { "trends", 1 },
    { "gaps", 2 },
    { "spread", 2 },
    { "ranking", 1 },
    { "measures", 1 },
  };

  if (g_getenv ("TOUCHSTONECTL") == NULL)
    {
      g_test_skip ("TOUCHSTONECTL does not say where that program is");
      return;
    }

  wait_for_map (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      if (filters[i].action != NULL)
        activate (fixture, filters[i].action, filters[i].target);

      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        check_page (fixture, pages[j].page, pages[j].n_charts, j == 0 || filters[i].everywhere ? filters[i].part : "--year");

      /* From now on with what can be chosen on the pages themselves. */
      if (i > 0)
        continue;

      g_assert_true (gtk_widget_activate_action (find_type (GTK_WIDGET (fixture->view), TS_TYPE_MAP_PAGE), "page.sort", "s", "7"));
      g_assert_true (gtk_widget_activate_action (find_type (GTK_WIDGET (fixture->view), TS_TYPE_MAP_PAGE), "page.sort", "s", "7"));
      choose_on_card (fixture, "trends", 0, "card.organisation", "ZX1");
      choose_on_card (fixture, "gaps", 0, "card.organisation", "ZX2");
      choose_on_card (fixture, "gaps", 1, "card.organisation", "ZX3");
      choose_on_card (fixture, "spread", 0, "card.by", "region");
      choose_on_card (fixture, "spread", 1, "card.by", "year");
      choose_on_card (fixture, "ranking", 0, "card.weights", "5=2,7=1");
      choose_on_card (fixture, "ranking", 0, "card.sort", "own");
      choose_on_card (fixture, "measures", 0, "card.x", "7");
    }
}

/* The sums that change most come first, whichever way. */
static void
check_order (const char *table)
{
  g_auto (GStrv) lines = g_strsplit (g_strchomp ((char *) table), "\n", -1);
  guint last = G_MAXUINT;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      guint change = (guint) ABS (atoi (strrchr (lines[i], '\t') + 1));

      g_assert_cmpuint (change, <=, last);
      last = change;
    }

  g_assert_cmpuint (last, !=, G_MAXUINT);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

/* How many levels would be different, in the table of the page. */
static guint
count_changes (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      n += (guint) g_ascii_strtoull (cells[3], NULL, 10);
    }

  return n;
}

/* What the page tells is what a map by that rule shows, and what its command writes. */
static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  TsRulesPage *page;
  GtkLabel *sentence;

  wait_for_map (fixture);
  activate (fixture, "compare.layer", "self");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "rules"));
  page = TS_RULES_PAGE (find_type (GTK_WIDGET (fixture->view), TS_TYPE_RULES_PAGE));
  sentence = app_fixture_child (page, "sentence");
  wait_until (g_str_has_prefix (gtk_label_get_label (sentence), "By the rule minimum"));
  g_assert_null (strstr (gtk_label_get_label (sentence), "higher and 0 lower"));
  g_assert_nonnull (strstr (gtk_label_get_label (sentence), " 0 higher"));

  /* The rule that is used changes nothing. */
  activate (fixture, "compare.rule", "minimum");
  wait_until (strstr (gtk_label_get_label (sentence), "every level stays as it is") != NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.rule", "s", "majority"));
  wait_until (g_str_has_prefix (gtk_label_get_label (sentence), "By the rule majority"));

  /* What it shows can be taken away as that of a chart. */
  {
    g_autofree char *text = NULL;
    g_autofree char *command = NULL;
    g_autofree char *written = NULL;

    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.copy-table", NULL));
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, take_text, &text);
    wait_until (text != NULL);
    g_assert_nonnull (strstr (text, "Levels that would be different"));
    check_order (text);
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.copy-command", NULL));
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, take_text, &command);
    wait_until (command != NULL);
    g_assert_nonnull (strstr (command, " rule-effects "));
    g_assert_nonnull (strstr (command, " --rule minimum"));
    g_assert_nonnull (strstr (command, " --other-rule majority"));
    written = run_command (fixture, command);
    g_assert_cmpuint (count_lines (written), ==, 1 + count_changes (text));
    g_assert_cmpuint (count_lines (written), >, 1);
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.save-table", NULL));
    g_assert_true (GTK_IS_FILE_CHOOSER (g_object_get_data (G_OBJECT (page), "save-table-dialog")));
    gtk_native_dialog_destroy (g_object_get_data (G_OBJECT (page), "save-table-dialog"));
  }
}

static guint
count_listed (TsRulesPage *page)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (app_fixture_child (page, "list")));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* Rows that are not seen at once are in the list soon, also when somebody looked at another page meanwhile. */
static void
test_many_rules (Fixture       *fixture,
                 gconstpointer  data)
{
  TsRulesPage *page;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_at_first;

  wait_for_map (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "rules"));
  page = TS_RULES_PAGE (find_type (GTK_WIDGET (fixture->view), TS_TYPE_RULES_PAGE));
  wait_until (count_listed (page) > 0);
  n_at_first = count_listed (page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "page.copy-table", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, take_text, &text);
  wait_until (text != NULL);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (n_at_first, <, g_strv_length (lines) - 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "map"));
  app_fixture_settle (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparisons.show", "s", "rules"));
  wait_until (count_listed (page) == g_strv_length (lines) - 1);
}

static void
take_change (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

/* A group is kept in the workbook, is chosen, and goes with an undo. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  TsHeatmapData *map = wait_for_map (fixture);
  const char *ids[3] = { NULL };
  g_autoptr (TsPeerGroupList) groups = ts_peer_group_list_new (fixture->session);
  g_autoptr (TsOrganisationList) organisations = ts_organisation_list_new (fixture->session);
  g_autoptr (TsPeerGroupItem) group = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (TsChange) other = NULL;
  g_autoptr (GError) error = NULL;
  TsFilterButton *button = app_fixture_child (find_type (GTK_WIDGET (fixture->view), TS_TYPE_COMPARE_BAR), "organisations");
  guint n = 0;

  wait_until (ts_session_list_get_loaded (TS_SESSION_LIST (organisations)));

  for (guint i = 0; n < 2; i++)
    {
      g_autoptr (TsOrganisationItem) item = g_list_model_get_item (G_LIST_MODEL (organisations), i);

      if (g_str_equal (ts_organisation_item_get_kind (item), "pct"))
        ids[n++] = ts_organisation_item_get_id (item);
    }

  g_assert_nonnull (map);
  ts_session_keep_peer_group_async (fixture->session, NULL, "Two of us", ids, take_change, &result);
  wait_until (result != NULL);
  change = ts_session_change_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 3);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (groups)) == 1);
  group = g_list_model_get_item (G_LIST_MODEL (groups), 0);
  g_assert_cmpuint (g_strv_length ((char **) ts_peer_group_item_get_codes (group)), ==, 2);

  /* The same name again is refused. */
  ts_session_keep_peer_group_async (fixture->session, NULL, "two OF us", ids, take_change, &again);
  wait_until (again != NULL);
  other = ts_session_change_finish (fixture->session, again, &error);
  g_assert_null (other);
  g_assert_nonnull (error);

  /* In the sidebar it can be chosen. */
  {
    GtkWidget *box = find_type (GTK_WIDGET (fixture->view), TS_TYPE_GROUP_BOX);
    g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

    app_fixture_settle (GTK_WIDGET (fixture->view));
    list_types (box, GTK_TYPE_BUTTON, buttons);
    g_assert_cmpuint (buttons->len, ==, 4); /* everybody, the group and its edit button, a new one */
    g_signal_emit_by_name (buttons->pdata[1], "clicked");
  }

  wait_until (g_str_equal (ts_filter_button_get_text (button), "Two of us"));
  wait_until (g_str_has_prefix (get_status (fixture), "2 of 8"));
}

/* Without a workbook, and with another, nothing of the one before is shown. */
static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  TsHeatmapCanvas *canvas;

  wait_for_map (fixture);
  canvas = TS_HEATMAP_CANVAS (find_type (GTK_WIDGET (fixture->view), TS_TYPE_HEATMAP_CANVAS));
  ts_workspace_set_session (TS_WORKSPACE (fixture->view), NULL);
  g_assert_null (ts_heatmap_canvas_get_data (canvas));
  ts_workspace_set_session (TS_WORKSPACE (fixture->view), fixture->session);
  wait_for_map (fixture);
}

/* By keyboard from cell to cell; thousands of rows have no more widgets than ten. */
static void
test_keys (void)
{
  static const char *const names[] = { "Low", "High", NULL };
  g_autoptr (TsHeatmapData) data = ts_heatmap_data_new ("Test");
  g_autoptr (TsChartLevels) levels = ts_chart_levels_new (names, TS_CHART_LEVELS_SEQUENCE);
  GtkWidget *canvas = ts_heatmap_canvas_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;
  GtkWindow *window;
  guint n_children = 0;
  guint row;
  guint column;

  for (guint i = 0; i < 5; i++)
    ts_heatmap_data_add_column (data, "id", "1", "Column", levels);

  for (guint i = 0; i < 5000; i++)
    {
      TsChartSubject subject = { .id = "id", .code = "C", .name = "Name" };

      ts_heatmap_data_set_value (data, ts_heatmap_data_add_row (data, &subject), i % 5, 1 + i % 2, FALSE);
    }

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), canvas);
  ts_heatmap_canvas_set_data (TS_HEATMAP_CANVAS (canvas), data);
  window = app_fixture_show (scroller, 600, 400);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_children++;

  g_assert_cmpuint (n_children, ==, 2);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 5000);
  g_assert_true (gtk_widget_grab_focus (canvas));
  g_assert_true (app_fixture_press (canvas, GDK_KEY_End));
  g_assert_true (app_fixture_press (canvas, GDK_KEY_Down));
  g_assert_true (ts_heatmap_canvas_get_cursor (TS_HEATMAP_CANVAS (canvas), &row, &column));
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpuint (column, ==, 4);
  ts_heatmap_canvas_set_cursor (TS_HEATMAP_CANVAS (canvas), 4999, 2);
  app_fixture_settle (canvas);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment),
                                  gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), 1);

  /* Where one is, a screen reader hears. */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_window_get_focus (window)), GTK_ACCESSIBLE_PROPERTY_LABEL, "C Name, 1 Column: not rated");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add ("/compare-workspace/status", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_status, tear_down);
  g_test_add ("/compare-workspace/sort", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_sort, tear_down);
  g_test_add ("/compare-workspace/filters", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_filters, tear_down);
  g_test_add ("/compare-workspace/explanation", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_explanation, tear_down);
  g_test_add ("/compare-workspace/pages", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_pages, tear_down);
  g_test_add ("/compare-workspace/choices", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_choices, tear_down);
  g_test_add ("/compare-workspace/commands", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_commands, tear_down);
  g_test_add ("/compare-workspace/rules", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_rules, tear_down);
  g_test_add ("/compare-workspace/measures", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_measures, tear_down);
  g_test_add ("/compare-workspace/folded", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_folded, tear_down);
  g_test_add ("/compare-workspace/many-rules", Fixture, GUINT_TO_POINTER (TS_SAMPLE_COUNTRY), set_up, test_many_rules, tear_down);
  g_test_add ("/compare-workspace/groups", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_groups, tear_down);
  g_test_add ("/compare-workspace/closing", Fixture, GUINT_TO_POINTER (TS_SAMPLE_REGION), set_up, test_closing, tear_down);
  g_test_add_func ("/compare-workspace/keys", test_keys);

  return g_test_run ();
}
