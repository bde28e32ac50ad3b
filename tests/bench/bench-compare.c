/* bench-compare.c — what it costs to set organisations side by side
 *
 * bench-compare make WORKBOOK N_ORGANISATIONS N_YEARS N_LAYERS: a new workbook with so many organisations, assessed each year on all competencies
 * and sub-competencies by so many layers.
 * bench-compare pages WORKBOOK: prints for each page the microseconds of reading, of working out, of laying out and of painting it on a surface of
 * 1100 × 750, and of all of it.
 * bench-compare scroll WORKBOOK: scrolls a heat map of all organisations from its top to its foot; prints the microseconds of the middle frame, of
 * the 95th of a hundred, and of the longest.
 * bench-compare pdf WORKBOOK PAGE: prints the microseconds of laying a page's chart out and drawing it as a PDF, without what comes before.
 * bench-compare data WORKBOOK PAGE FILE: writes what gnuplot needs to draw the same.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-export.h"
#include "chart/ts-heatmap-layout.h"
#include "chart/ts-painter.h"
#include "exchange/ts-framework-library.h"
#include "model/ts-compare-charts.h"
#include "store/ts-compare-query.h"

#include <cairo.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDTH           1100
#define HEIGHT          750
#define N_TURNS         7
#define N_REGIONS       28
#define ROWS_PER_CHANGE 20000
#define LAST_YEAR       2018

static void
stop (const GError *error)
{
  g_printerr ("bench-compare: %s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
stop_with (const char *what)
{
  g_printerr ("bench-compare: %s\n", what);
  exit (EXIT_FAILURE);
}

static void
stop_if (const GError *error)
{
  if (error != NULL)
    stop (error);
}

/* Of the processor: on an idle machine what a clock on the wall would say, and on a busy one still what the page costs. In microseconds. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* --- Making -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  TsWorkbook *workbook;
  TsChange *change;
  GPtrArray *assessments; /* row ids */
  guint64 n_ids;
} Maker;

static void
keep (Maker    *self,
      gboolean  all)
{
  g_autoptr (GError) error = NULL;

  if (self->change == NULL || (!all && ts_change_get_n_rows (self->change) < ROWS_PER_CHANGE))
    return;

  if (!ts_workbook_apply (self->workbook, self->change, &error))
    stop (error);

  g_clear_pointer (&self->change, ts_change_unref);
}

/* Belongs to the change. */
static TsRow *
add_row (Maker    *self,
         TsEntity  entity)
{
  g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-%012" G_GINT64_MODIFIER "x", ++self->n_ids);

  return ts_row_new (entity, id);
}

static void
create (Maker *self,
        TsRow *row)
{
  if (self->change == NULL)
    self->change = ts_change_new ("Made for measuring");

  ts_change_create (self->change, row);
  ts_row_unref (row);
}

static char *
add_organisation (Maker      *self,
                  const char *code,
                  const char *name,
                  const char *kind,
                  const char *parent)
{
  TsRow *organisation = add_row (self, TS_ENTITY_ORGANISATION);
  char *id = g_strdup (ts_row_get_id (organisation));
  TsRow *row;

  ts_row_set_text (organisation, TS_ORGANISATION_CODE, code);
  ts_row_set_text (organisation, TS_ORGANISATION_KIND, kind);
  create (self, organisation);
  row = add_row (self, TS_ENTITY_ORGANISATION_NAME);
  ts_row_set_text (row, TS_ORGANISATION_NAME_ORGANISATION, id);
  ts_row_set_text (row, TS_ORGANISATION_NAME_NAME, name);
  create (self, row);

  if (parent != NULL)
    {
      row = add_row (self, TS_ENTITY_ORGANISATION_PARENT);
      ts_row_set_text (row, TS_ORGANISATION_PARENT_ORGANISATION, id);
      ts_row_set_text (row, TS_ORGANISATION_PARENT_PARENT, parent);
      create (self, row);
    }

  return id;
}

static void
add_assessment (Maker      *self,
                const char *organisation,
                const char *framework,
                int         year)
{
  TsRow *row = add_row (self, TS_ENTITY_ASSESSMENT);

  g_ptr_array_add (self->assessments, g_strdup (ts_row_get_id (row)));
  ts_row_set_text (row, TS_ASSESSMENT_ORGANISATION, organisation);
  ts_row_set_text (row, TS_ASSESSMENT_FRAMEWORK, framework);
  ts_row_set_integer (row, TS_ASSESSMENT_YEAR, year);
  ts_row_set_text (row, TS_ASSESSMENT_STAGE, "draft");
  create (self, row);
  keep (self, FALSE);
}

typedef struct
{
  sqlite3_stmt *insert;
  GRand *random;
  guint64 n_ids;
} Rater;

static void
add_rating (Rater      *self,
            const char *assessment,
            const char *node,
            guint       layer,
            int         n_levels)
{
  static const char *const layers[] = { "final", "self", "panel", "desk", "reviewer", "reviewer" };
  static const char *const assessors[] = { "", "", "", "", "first", "second" };
  char id[40];

  g_snprintf (id, sizeof id, "00000000-0000-4000-9000-%012" G_GINT64_MODIFIER "x", ++self->n_ids);
  sqlite3_bind_text (self->insert, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 2, assessment, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 3, node, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 4, layers[layer], -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 5, assessors[layer], -1, SQLITE_STATIC);
  sqlite3_bind_int (self->insert, 6, g_rand_int_range (self->random, 1, n_levels + 1));

  if (sqlite3_step (self->insert) != SQLITE_DONE)
    stop_with ("a rating cannot be written");

  sqlite3_reset (self->insert);
}

static void
rate (Rater      *self,
      const char *assessment,
      guint       n_layers)
{
  static const char *const areas[] = { "strategy", "finance", "board" };

  for (guint layer = 0; layer < n_layers; layer++)
    {
      for (guint competency = 1; competency <= 11; competency++)
        {
          for (char part = 'a'; part <= 'c'; part++)
            {
              char node[8];

              g_snprintf (node, sizeof node, "%u%c", competency, part);
              add_rating (self, assessment, node, layer, 4);
            }
        }

      for (guint area = 0; area < G_N_ELEMENTS (areas); area++)
        add_rating (self, assessment, areas[area], layer, 3);
    }
}

/* Millions of ratings, past the journal: what is measured only reads them. */
static void
add_ratings (const char *path,
             GPtrArray  *assessments,
             guint       n_layers)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Rater rater = { .random = random };
  sqlite3 *database = NULL;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_exec (database, "pragma synchronous = off; pragma cache_size = -200000; begin", NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (database, "insert into rating (id, assessment, node, layer, assessor, level) values (?1, ?2, ?3, ?4, ?5, ?6)", -1,
                          &rater.insert, NULL) != SQLITE_OK)
    stop_with (sqlite3_errmsg (database));

  for (guint i = 0; i < assessments->len; i++)
    rate (&rater, g_ptr_array_index (assessments, i), n_layers);

  sqlite3_finalize (rater.insert);

  if (sqlite3_exec (database, "commit; pragma wal_checkpoint (truncate)", NULL, NULL, NULL) != SQLITE_OK)
    stop_with (sqlite3_errmsg (database));

  sqlite3_close (database);
}

static void
make (const char *path,
      guint       n_organisations,
      guint       n_years,
      guint       n_layers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (path, &error);
  g_autoptr (TsFramework) framework = ts_framework_library_get ("wcc-year-2", &error);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = ts_framework_library_get_text ("wcc-year-2", &error);
  g_autofree char *framework_id = NULL;
  Maker maker = { .workbook = workbook, .assessments = assessments };
  TsRow *row;

  stop_if (error);
  ts_workbook_set_scratch (workbook, &error);
  stop_if (error);
  row = ts_framework_library_make_row (framework, text);
  framework_id = g_strdup (ts_row_get_id (row));
  create (&maker, row);

  for (guint i = 0; i < N_REGIONS; i++)
    {
      g_autofree char *code = g_strdup_printf ("R%02u", i);
      g_autofree char *name = g_strdup_printf ("Region %u", i);

      g_ptr_array_add (regions, add_organisation (&maker, code, name, "sha", NULL));
    }

  for (guint i = 0; i < n_organisations; i++)
    {
      g_autofree char *code = g_strdup_printf ("Z%05u", i);
      g_autofree char *name = g_strdup_printf ("Fictional organisation %u", i);
      g_autofree char *id = add_organisation (&maker, code, name, "ccg", g_ptr_array_index (regions, i % N_REGIONS));

      for (guint year = 0; year < n_years; year++)
        add_assessment (&maker, id, framework_id, LAST_YEAR - (int) (n_years - 1 - year));
    }

  keep (&maker, TRUE);
  ts_workbook_close (g_steal_pointer (&workbook));
  add_ratings (path, assessments, n_layers);
}

/* --- Pages --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  TsCompareChart chart;
  const char *measure;
  const char *y;
  TsCompareBy by;
  gboolean of_one;
} Page;

static const Page pages[] = {
  { "map", TS_COMPARE_CHART_HEATMAP },
  { "trends", TS_COMPARE_CHART_TREND },
  { "gaps", TS_COMPARE_CHART_DUMBBELL },
  { "optimism", TS_COMPARE_CHART_OPTIMISM },
  { "spread", TS_COMPARE_CHART_DISTRIBUTION },
  { "spread-by-year", TS_COMPARE_CHART_DISTRIBUTION, NULL, NULL, TS_COMPARE_BY_YEAR },
  { "totals", TS_COMPARE_CHART_STRIP },
  { "ranking", TS_COMPARE_CHART_RANKING },
  { "two-measures", TS_COMPARE_CHART_SCATTER, NULL, "total:self" },
  { "change", TS_COMPARE_CHART_CHANGE },
  { "radar", TS_COMPARE_CHART_RADAR, NULL, NULL, TS_COMPARE_BY_DEFAULT, TRUE },
};

typedef enum
{
  PART_READ,
  PART_MAKE,
  PART_LAYOUT,
  PART_PAINT,
  PART_ALL,
  N_PARTS,
} Part;

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
get_quantile (gint64 *times,
              guint   n_times,
              double  share)
{
  g_qsort_with_data (times, (int) n_times, sizeof *times, compare_times, NULL);

  return times[MIN ((guint) (share * n_times), n_times - 1)];
}

/* As the model of the pages reads: first what there is to choose from, then the levels. */
static TsComparison *
read_comparison (TsWorkbook       *workbook,
                 TsFrameworkCache *frameworks,
                 TsCompareFilter  *filter,
                 TsCompareChart    chart,
                 TsCompareView    *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsCompareScope) scope = ts_workbook_read_compare_scope (workbook, &error);
  TsComparison *comparison;

  stop_if (error);
  ts_compare_scope_set_defaults (scope, filter, FALSE);
  comparison = ts_comparison_read (workbook, frameworks, filter, ts_compare_chart_get_needs (chart, filter, view), &error);
  stop_if (error);

  return comparison;
}

static void
paint (cairo_surface_t *surface,
       const TsScene   *scene)
{
  cairo_t *cairo = cairo_create (surface);

  ts_painter_paint_background (cairo, ts_palette_get (TS_PALETTE_LIGHT));
  ts_painter_paint (cairo, scene, ts_palette_get (TS_PALETTE_LIGHT), TS_SURFACE_RASTER);
  cairo_surface_flush (surface);
  cairo_destroy (cairo);
}

static TsCompareView *
make_view (const Page         *page,
           const TsComparison *comparison)
{
  TsCompareView *view = ts_compare_view_new ();

  view->by = page->by;
  ts_compare_view_set (&view->measure, page->measure);
  ts_compare_view_set (&view->y, page->y);

  if (page->of_one && comparison != NULL)
    ts_compare_view_set (&view->organisation, ts_comparison_get_organisation (comparison, 0)->code);

  return view;
}

/* A heat map is shown through a window that scrolls; whatever else is high is scrolled as a whole. */
static TsScene *
lay_out (TsChart               *chart,
         const Page            *page,
         TsComparison          *comparison,
         const TsCompareFilter *filter,
         TsCompareView         *view,
         TsTextMeasurer        *measurer)
{
  TsChartOptions options;

  ts_chart_options_init_screen (&options, WIDTH, HEIGHT, measurer);

  if (page->chart == TS_COMPARE_CHART_HEATMAP)
    {
      g_autoptr (TsHeatmapData) data = ts_compare_charts_heatmap (comparison, filter, view, NULL);
      g_autoptr (TsHeatmapWindow) window = ts_heatmap_window_new (data, &options);

      return ts_heatmap_window_layout (window, 0);
    }

  return ts_chart_layout (chart, &options);
}

static void
measure_page (TsWorkbook       *workbook,
              TsFrameworkCache *frameworks,
              const Page       *page)
{
  gint64 times[N_PARTS][N_TURNS];
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
      g_autoptr (TsCompareView) view = make_view (page, NULL);
      g_autoptr (TsComparison) comparison = NULL;
      g_autoptr (TsChart) chart = NULL;
      g_autoptr (TsScene) scene = NULL;
      g_autoptr (GError) error = NULL;
      gint64 at[N_PARTS];

      at[PART_READ] = get_time ();
      comparison = read_comparison (workbook, frameworks, filter, page->chart, view);
      ts_compare_view_free (g_steal_pointer (&view));
      view = make_view (page, comparison);
      at[PART_MAKE] = get_time ();
      chart = page->chart == TS_COMPARE_CHART_HEATMAP ? NULL : ts_compare_charts_make (page->chart, comparison, filter, view, &error);
      stop_if (error);
      at[PART_LAYOUT] = get_time ();
      scene = lay_out (chart, page, comparison, filter, view, measurer);
      at[PART_PAINT] = get_time ();
      paint (surface, scene);
      at[PART_ALL] = get_time ();

      for (guint part = 0; part < PART_ALL; part++)
        times[part][turn] = at[part + 1] - at[part];

      times[PART_ALL][turn] = at[PART_ALL] - at[PART_READ];
    }

  printf ("%s", page->name);

  for (guint part = 0; part < N_PARTS; part++)
    printf (" %" G_GINT64_FORMAT, get_quantile (times[part], N_TURNS, 0.5));

  printf ("\n");
  fflush (stdout);
  cairo_surface_destroy (surface);
}

static void
measure_pages (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();

  stop_if (error);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    measure_page (workbook, frameworks, &pages[i]);
}

/* --- Scrolling ----------------------------------------------------------------------------------------------------- */

static void
scroll (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (TsHeatmapData) data = NULL;
  g_autoptr (TsHeatmapWindow) window = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  gint64 times[200];
  TsChartOptions options;

  stop_if (error);
  comparison = read_comparison (workbook, frameworks, filter, TS_COMPARE_CHART_HEATMAP, NULL);
  data = ts_compare_charts_heatmap (comparison, filter, NULL, &error);
  stop_if (error);
  ts_chart_options_init_screen (&options, WIDTH, HEIGHT, measurer);
  window = ts_heatmap_window_new (data, &options);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 before = get_time ();
      g_autoptr (TsScene) scene = ts_heatmap_window_layout (window, ts_heatmap_window_get_range (window) * i / (G_N_ELEMENTS (times) - 1));

      paint (surface, scene);
      times[i] = get_time () - before;
    }

  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", get_quantile (times, G_N_ELEMENTS (times), 0.5),
          get_quantile (times, G_N_ELEMENTS (times), 0.95), get_quantile (times, G_N_ELEMENTS (times), 1));
  cairo_surface_destroy (surface);
}

/* --- PDF ----------------------------------------------------------------------------------------------------------- */

static TsChart *
make_chart (const char *path,
            const Page *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsCompareView) view = make_view (page, NULL);
  g_autoptr (TsComparison) comparison = NULL;
  TsChart *chart;

  stop_if (error);
  comparison = read_comparison (workbook, frameworks, filter, page->chart, view);
  ts_compare_view_free (g_steal_pointer (&view));
  view = make_view (page, comparison);
  chart = ts_compare_charts_make (page->chart, comparison, filter, view, &error);
  stop_if (error);

  if (chart == NULL)
    stop_with ("there is nothing to draw");

  return chart;
}

static const Page *
find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].name, name))
        return &pages[i];
    }

  stop_with ("there is no such page");

  return NULL;
}

static void
measure_pdf (const char *path,
             const char *name)
{
  const TsChartExport settings = { .format = TS_CHART_FORMAT_PDF, .scale = 1 };
  g_autoptr (TsChart) chart = make_chart (path, find_page (name));
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);
  gint64 times[N_TURNS];

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      gint64 before = get_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TsScene) scene = NULL;
      g_autoptr (GBytes) bytes = NULL;
      TsChartOptions options;

      ts_chart_options_init_export (&options, 1056, 720, measurer);
      scene = ts_chart_layout (chart, &options);
      bytes = ts_chart_export_to_bytes (scene, &settings, &error);
      stop_if (error);
      times[turn] = get_time () - before;
    }

  printf ("%" G_GINT64_FORMAT "\n", get_quantile (times, N_TURNS, 0.5));
}

/* --- For gnuplot --------------------------------------------------------------------------------------------------- */

/* Every cell that is a number, or has one; 0 for what is none. The first column has the row's number. */
static void
write_data (const char *path,
            const char *name,
            const char *file_name)
{
  g_autoptr (TsChart) chart = make_chart (path, find_page (name));
  g_autoptr (TsChartTable) table = ts_chart_to_table (chart);
  FILE *file = fopen (file_name, "w");

  if (file == NULL)
    stop_with ("the data cannot be written");

  for (guint row = 0; row < ts_chart_table_get_n_rows (table); row++)
    {
      fprintf (file, "%u", row);

      for (guint column = 1; column < ts_chart_table_get_n_columns (table); column++)
        {
          const char *text = ts_chart_table_get_cell (table, row, column);
          const char *digit = text != NULL ? strpbrk (text, "0123456789") : NULL;

          fprintf (file, " %g", digit != NULL ? g_ascii_strtod (digit, NULL) : 0);
        }

      fprintf (file, "\n");
    }

  fclose (file);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 6 && g_str_equal (argv[1], "make"))
    make (argv[2], (guint) atoi (argv[3]), (guint) atoi (argv[4]), (guint) atoi (argv[5]));
  else if (argc == 3 && g_str_equal (argv[1], "pages"))
    measure_pages (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "scroll"))
    scroll (argv[2]);
  else if (argc == 4 && g_str_equal (argv[1], "pdf"))
    measure_pdf (argv[2], argv[3]);
  else if (argc == 5 && g_str_equal (argv[1], "data"))
    write_data (argv[2], argv[3], argv[4]);
  else
    {
      g_printerr ("Usage: bench-compare make|pages|scroll|pdf|data WORKBOOK ...\n");
      return 2;
    }

  return EXIT_SUCCESS;
}
