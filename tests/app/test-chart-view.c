/* test-chart-view.c — the chart view, its canvas, its table and its pictures
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

#include "app/widgets/ts-chart-canvas.h"
#include "app/widgets/ts-chart-table-dialog.h"
#include "app/widgets/ts-chart-tsv.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-picture-dialog.h"
#include "chart/ts-chart-error.h"
#include "chart/ts-gaps-data-builder.h"
#include "chart/ts-radar-data-builder.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_AXES 7

typedef struct
{
  TsChart *chart;
  GtkWidget *view;
  TsChartCanvas *canvas;
  GtkWindow *window;
  char *folder;
} Fixture;

/* A radar of @n_axes competencies; the level of each is its position, turn by turn. */
static TsChart *
make_chart (const char *title,
            guint       n_axes)
{
  static const char *const level_names[] = { "Starting", "Developing", "Strong", "World class", NULL };
  g_autoptr (TsRadarDataBuilder) builder = ts_radar_data_builder_new (title, TS_RADAR_SUBJECT_COMPETENCY, level_names);
  g_autoptr (TsRadarData) data = NULL;

  ts_radar_data_builder_add_series (builder, "2009/10", TS_RADAR_SERIES_CURRENT);

  for (guint i = 0; i < n_axes; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      guint axis = ts_radar_data_builder_add_axis (builder, number, "Manage knowledge");

      ts_radar_data_builder_set_value (builder, 0, axis, 1 + i % 4);
    }

  data = ts_radar_data_builder_end (g_steal_pointer (&builder));

  return ts_chart_new_radar (data);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->chart = make_chart ("Northmoor PCT · 2009/10", N_AXES);
  fixture->view = ts_chart_view_new ();
  fixture->canvas = app_fixture_child (fixture->view, "canvas");
  fixture->window = app_fixture_show (fixture->view, 600, 700);
  fixture->folder = g_dir_make_tmp ("touchstone-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  gtk_window_destroy (fixture->window);
  ts_chart_unref (fixture->chart);
}

static void
show_chart (Fixture *fixture)
{
  ts_chart_view_set_chart (TS_CHART_VIEW (fixture->view), fixture->chart);
  app_fixture_settle (fixture->view);
}

static guint
count_stops (Fixture *fixture)
{
  guint n_stops = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_stops++;

  return n_stops;
}

static void
test_without_chart (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_null (ts_chart_view_get_chart (TS_CHART_VIEW (fixture->view)));
  g_assert_cmpuint (count_stops (fixture), ==, 0);
  g_assert_cmpint (ts_chart_canvas_get_cursor (fixture->canvas), ==, -1);
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas)));

  /* A disabled action is there and does nothing. */
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.copy-table", NULL));
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.show-table", NULL));

  show_chart (fixture);
  ts_chart_view_set_chart (TS_CHART_VIEW (fixture->view), NULL);
  g_assert_cmpuint (count_stops (fixture), ==, 0);
}

static void
count_notify (int *n_notified)
{
  (*n_notified)++;
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *heading = NULL;
  int n_charts = 0;
  int n_headings = 0;

  g_signal_connect_swapped (fixture->view, "notify::chart", G_CALLBACK (count_notify), &n_charts);
  g_signal_connect_swapped (fixture->view, "notify::heading", G_CALLBACK (count_notify), &n_headings);

  ts_chart_view_set_chart (TS_CHART_VIEW (fixture->view), fixture->chart);
  ts_chart_view_set_chart (TS_CHART_VIEW (fixture->view), fixture->chart);
  g_assert_cmpint (n_charts, ==, 1);
  g_assert_true (ts_chart_view_get_chart (TS_CHART_VIEW (fixture->view)) == fixture->chart);
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (fixture->view, "heading_label")), ==, "Northmoor PCT · 2009/10");

  ts_chart_view_set_heading (TS_CHART_VIEW (fixture->view), "Levels");
  ts_chart_view_set_heading (TS_CHART_VIEW (fixture->view), "Levels");
  g_assert_cmpint (n_headings, ==, 1);
  g_object_get (fixture->view, "heading", &heading, NULL);
  g_assert_cmpstr (heading, ==, "Levels");
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (fixture->view, "heading_label")), ==, "Levels");

  ts_chart_view_set_heading (TS_CHART_VIEW (fixture->view), NULL);
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (fixture->view, "heading_label")), ==, "Northmoor PCT · 2009/10");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *finding = ts_chart_describe (fixture->chart);
  GtkWidget *stop;

  show_chart (fixture);
  stop = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));

  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Northmoor PCT · 2009/10");
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding);
  g_assert_cmpuint (count_stops (fixture), ==, N_AXES);
  gtk_test_accessible_assert_role (stop, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (stop, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 Manage knowledge: 2009/10: 1 Starting");

  ts_chart_canvas_set_cursor (fixture->canvas, 2);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "3 Manage knowledge: 2009/10: 3 Strong");
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);
  static const struct
  {
    guint keyval;
    int cursor;
  } keys[] = {
    { GDK_KEY_Right, 1 },
    { GDK_KEY_Down, 2 },
    { GDK_KEY_Left, 1 },
    { GDK_KEY_End, N_AXES - 1 },
    { GDK_KEY_Right, N_AXES - 1 },
    { GDK_KEY_Home, 0 },
    { GDK_KEY_Up, 0 },
    { GDK_KEY_KP_Right, 1 },
  };

  show_chart (fixture);
  g_assert_true (gtk_widget_grab_focus (canvas));
  g_assert_cmpint (ts_chart_canvas_get_cursor (fixture->canvas), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *focus;

      g_assert_true (app_fixture_press (canvas, keys[i].keyval));
      g_assert_cmpint (ts_chart_canvas_get_cursor (fixture->canvas), ==, keys[i].cursor);

      /* The focus goes along, so that a screen reader does. */
      focus = gtk_window_get_focus (fixture->window);
      g_assert_true (gtk_widget_get_parent (focus) == canvas);
    }

  g_assert_false (app_fixture_press (canvas, GDK_KEY_x));

  /* The Tab key leaves the chart instead of going from point to point. */
  g_assert_false (gtk_widget_child_focus (canvas, GTK_DIR_TAB_FORWARD));

  /* And comes back to where the cursor was. */
  gtk_window_set_focus (fixture->window, NULL);
  g_assert_true (gtk_widget_child_focus (canvas, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpint (ts_chart_canvas_get_cursor (fixture->canvas), ==, 1);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);
  double left_to_right;

  show_chart (fixture);
  left_to_right = ts_scene_get_stop (ts_chart_canvas_get_scene (fixture->canvas), 1)->anchor.x;

  gtk_widget_set_direction (canvas, GTK_TEXT_DIR_RTL);
  app_fixture_settle (fixture->view);
  g_assert_cmpint (ts_scene_get_direction (ts_chart_canvas_get_scene (fixture->canvas)), ==, TS_CHART_DIRECTION_RTL);

  /* Before it was right of the middle, now it is left of it, and the arrow to it points there. */
  g_assert_cmpfloat (left_to_right, >, gtk_widget_get_width (canvas) / 2.0);
  g_assert_cmpfloat (ts_scene_get_stop (ts_chart_canvas_get_scene (fixture->canvas), 1)->anchor.x, <,
                     gtk_widget_get_width (canvas) / 2.0);
  ts_chart_canvas_set_cursor (fixture->canvas, 0);
  g_assert_true (app_fixture_press (canvas, GDK_KEY_Left));
  g_assert_cmpint (ts_chart_canvas_get_cursor (fixture->canvas), ==, 1);
}

static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  int previous = 0;

  show_chart (fixture);

  for (int width = 200; width <= 1600; width += 100)
    {
      int minimum;
      int height;

      gtk_widget_measure (GTK_WIDGET (fixture->canvas), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (fixture->canvas), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 300);
      g_assert_cmpint (height, >=, MIN (width, previous) * 9 / 10);
      previous = height;

      gtk_widget_allocate (GTK_WIDGET (fixture->canvas), width, height, -1, NULL);
      g_assert_cmpfloat (ts_scene_get_width (ts_chart_canvas_get_scene (fixture->canvas)), ==, width);
      g_assert_cmpfloat (ts_scene_get_height (ts_chart_canvas_get_scene (fixture->canvas)), ==, height);
    }
}

/* The scene is laid out once for a size, and again when the size of the text changes. */
static void
test_cache (Fixture       *fixture,
            gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  TsScene *scene;
  int dpi;

  show_chart (fixture);
  scene = ts_chart_canvas_get_scene (fixture->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
  gtk_widget_queue_allocate (GTK_WIDGET (fixture->canvas));
  app_fixture_settle (fixture->view);
  g_assert_true (ts_chart_canvas_get_scene (fixture->canvas) == scene);

  ts_scene_ref (scene);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  app_fixture_settle (fixture->view);
  g_assert_true (ts_chart_canvas_get_scene (fixture->canvas) != scene);
  ts_scene_unref (scene);

  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  app_fixture_settle (fixture->view);
}

static gboolean
pictures_equal (cairo_surface_t *first,
                cairo_surface_t *second)
{
  gsize size = (gsize) cairo_image_surface_get_stride (first) * cairo_image_surface_get_height (first);

  g_assert_cmpint (cairo_image_surface_get_height (first), ==, cairo_image_surface_get_height (second));
  g_assert_cmpint (cairo_image_surface_get_stride (first), ==, cairo_image_surface_get_stride (second));

  return memcmp (cairo_image_surface_get_data (first), cairo_image_surface_get_data (second), size) == 0;
}

/* What has to be drawn again has no picture until it is: where frames take long, that may be after all that a test waits for. */
static cairo_surface_t *
picture_chart (Fixture *fixture)
{
  for (;;)
    {
      cairo_surface_t *picture = app_fixture_picture (GTK_WIDGET (fixture->canvas));
      const guchar *pixels = cairo_image_surface_get_data (picture);
      gsize size = (gsize) cairo_image_surface_get_stride (picture) * cairo_image_surface_get_height (picture);

      for (gsize i = 0; i < size; i++)
        {
          if (pixels[i] != 0)
            return picture;
        }

      cairo_surface_destroy (picture);
      app_fixture_settle (fixture->view);
    }
}

static void
test_colours (Fixture       *fixture,
              gconstpointer  data)
{
  AdwStyleManager *style_manager = adw_style_manager_get_default ();
  cairo_surface_t *empty = app_fixture_picture (GTK_WIDGET (fixture->canvas));
  cairo_surface_t *light;
  cairo_surface_t *dark;
  cairo_surface_t *light_again;

  show_chart (fixture);
  light = picture_chart (fixture);

  adw_style_manager_set_color_scheme (style_manager, ADW_COLOR_SCHEME_FORCE_DARK);
  app_fixture_settle (fixture->view);
  dark = picture_chart (fixture);

  adw_style_manager_set_color_scheme (style_manager, ADW_COLOR_SCHEME_DEFAULT);
  app_fixture_settle (fixture->view);
  light_again = picture_chart (fixture);

  if (cairo_image_surface_get_height (empty) == cairo_image_surface_get_height (light))
    g_assert_false (pictures_equal (empty, light));

  g_assert_false (pictures_equal (light, dark));
  g_assert_true (pictures_equal (light, light_again));

  cairo_surface_destroy (light_again);
  cairo_surface_destroy (dark);
  cairo_surface_destroy (light);
  cairo_surface_destroy (empty);
}

/* A person who looks at one point goes on looking at it while the numbers change. */
static void
test_update (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TsChart) same = make_chart ("Later", N_AXES);
  g_autoptr (TsChart) smaller = make_chart ("Smaller", 4);
  GtkWidget *focus;

  show_chart (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  ts_chart_canvas_set_cursor (fixture->canvas, 5);
  focus = gtk_window_get_focus (fixture->window);

  ts_chart_view_set_chart (TS_CHART_VIEW (fixture->view), same);
  app_fixture_settle (fixture->view);
  g_assert_cmpint (ts_chart_canvas_get_cursor (fixture->canvas), ==, 5);
  g_assert_true (gtk_window_get_focus (fixture->window) == focus);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Later");

  ts_chart_view_set_chart (TS_CHART_VIEW (fixture->view), smaller);
  app_fixture_settle (fixture->view);
  g_assert_cmpint (ts_chart_canvas_get_cursor (fixture->canvas), ==, 3);
  g_assert_cmpuint (count_stops (fixture), ==, 4);
}

static int
measure_rows (TsChartCanvas *canvas,
              guint          n_rows,
              int            width)
{
  static const char *const levels[] = { "Starting", "Developing", NULL };
  TsGapsDataBuilder *builder = ts_gaps_data_builder_new ("Gaps", TS_GAPS_SUBJECT_CRITERION, levels);
  g_autoptr (TsGapsData) data = NULL;
  g_autoptr (TsChart) chart = NULL;
  int minimum;
  int natural;

  for (guint i = 0; i < n_rows; i++)
    ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_LEVEL, ts_gaps_data_builder_add_row (builder, "1", "One"), 1);

  data = ts_gaps_data_builder_end (builder);
  chart = ts_chart_new_gaps (data);
  ts_chart_canvas_set_chart (canvas, chart);
  gtk_widget_measure (GTK_WIDGET (canvas), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return natural;
}

/* A chart of rows has the height that they want, so that none is left out. */
static void
test_rows_have_room (Fixture       *fixture,
                     gconstpointer  data)
{
  for (int width = 300; width <= 900; width += 300)
    {
      int few = measure_rows (fixture->canvas, 3, width);
      int some = measure_rows (fixture->canvas, 30, width);
      int many = measure_rows (fixture->canvas, 60, width);

      g_assert_cmpint (some - few, >, 27 * 20);
      g_assert_cmpint (many - some, >, 30 * 20);
    }
}

static void
test_tsv (void)
{
  g_autoptr (TsChartTable) table = ts_chart_table_new ("A table");
  g_autofree char *text = NULL;
  static const char *const cells[] = { "=1+1", "@x", "a\tb", "+3", "-3", "c\r\nd", "", "a=b",
                                       "-0.5", "-3+4", "-", "-3.", "-.5", "-1e5", "--1", "-1.2.3" };

  ts_chart_table_add_column (table, "Competency");
  ts_chart_table_add_column (table, "2009/10");

  for (guint i = 0; i < G_N_ELEMENTS (cells); i += 2)
    {
      guint row = ts_chart_table_add_row (table);

      ts_chart_table_set_cell (table, row, 0, cells[i]);
      ts_chart_table_set_cell (table, row, 1, cells[i + 1]);
    }

  text = ts_chart_table_to_tsv (table);
  g_assert_cmpstr (text, ==, "Competency\t2009/10\n'=1+1\t'@x\na b\t'+3\n-3\tc  d\n\ta=b\n"
                             "-0.5\t'-3+4\n'-\t'-3.\n'-.5\t'-1e5\n'--1\t'-1.2.3\n");
}

static void
test_copy_table (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;

  show_chart (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.copy-table", NULL));
  text = app_fixture_read_clipboard (fixture->view);
  g_assert_true (g_str_has_prefix (text, "Competency\t2009/10\n1 Manage knowledge\t1 Starting\n"));
}

static void
test_copy_picture (Fixture       *fixture,
                   gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->view);

  show_chart (fixture);
  gdk_clipboard_set_text (clipboard, "before");
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.copy-picture", NULL));

  while (!gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (gdk_clipboard_is_local (clipboard));
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  TsChartTableDialog *dialog = NULL;
  GtkColumnView *column_view;
  GtkSelectionModel *rows;

  show_chart (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.show-table", NULL));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TS_IS_CHART_TABLE_DIALOG (window))
        dialog = TS_CHART_TABLE_DIALOG (window);
    }

  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == fixture->window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Northmoor PCT · 2009/10");

  column_view = app_fixture_child (dialog, "column_view");
  rows = gtk_column_view_get_model (column_view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, N_AXES);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (column_view)), ==, 2);

  app_fixture_settle (GTK_WIDGET (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWindow *
find_picture_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TS_IS_PICTURE_DIALOG (window))
        return window;
    }

  return NULL;
}

/* What was asked for is saved, even where another chart, or none, is shown when the size has been chosen. */
static void
test_ask_where (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWindow *size_dialog;
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;
  g_autoptr (GListModel) filters = NULL;

  show_chart (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.save", NULL));
  size_dialog = find_picture_dialog ();
  g_assert_nonnull (size_dialog);
  g_assert_true (gtk_window_get_transient_for (size_dialog) == fixture->window);
  g_assert_null (g_object_get_data (G_OBJECT (fixture->view), "save-dialog"));

  ts_chart_view_set_chart (TS_CHART_VIEW (fixture->view), NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (size_dialog), "picture.apply", NULL));
  chooser = g_object_get_data (G_OBJECT (fixture->view), "save-dialog");
  g_assert_true (GTK_IS_FILE_CHOOSER (chooser));
  g_assert_null (find_picture_dialog ());
  g_assert_true (gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser)) == fixture->window);
  name = gtk_file_chooser_get_current_name (chooser);
  g_assert_cmpstr (name, ==, "Northmoor PCT 2009-10.png");
  filters = gtk_file_chooser_get_filters (chooser);
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, 3);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static gboolean
save (Fixture     *fixture,
      const char  *path,
      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ts_chart_view_save_async (TS_CHART_VIEW (fixture->view), path, take_result, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ts_chart_view_save_finish (TS_CHART_VIEW (fixture->view), result, error);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } files[] = {
    { "radar.png", "\x89PNG" },
    { "radar.SVG", "<?xml" },
    { "radar.pdf", "%PDF" },
  };

  show_chart (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autoptr (GError) error = NULL;
      gsize first_size;
      gsize second_size;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      g_assert_true (save (fixture, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &first, &first_size, NULL));
      g_assert_cmpmem (first, MIN (first_size, strlen (files[i].start)), files[i].start, strlen (files[i].start));

      /* The same picture gives the same file. */
      g_assert_true (save (fixture, path, &error));
      g_assert_true (g_file_get_contents (path, &second, &second_size, NULL));
      g_assert_cmpmem (first, first_size, second, second_size);
    }
}

static void
test_save_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *unknown = g_build_filename (fixture->folder, "radar.docx", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "missing", "radar.png", NULL);
  g_autoptr (GError) format_error = NULL;
  g_autoptr (GError) write_error = NULL;

  show_chart (fixture);
  g_assert_false (save (fixture, unknown, &format_error));
  g_assert_error (format_error, TS_CHART_ERROR, TS_CHART_ERROR_FORMAT);
  g_assert_false (g_file_test (unknown, G_FILE_TEST_EXISTS));

  g_assert_false (save (fixture, nowhere, &write_error));
  g_assert_error (write_error, TS_CHART_ERROR, TS_CHART_ERROR_WRITE);
}

static gboolean
save_table (Fixture     *fixture,
            const char  *path,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ts_chart_view_save_table_async (TS_CHART_VIEW (fixture->view), file, take_result, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ts_chart_view_save_table_finish (TS_CHART_VIEW (fixture->view), result, error);
}

/* What the chart shows, in each format that there is; a name that says none is refused, and nothing is written. */
static void
test_save_table (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } files[] = {
    { "radar.csv", "" },
    { "radar.json", "[" },
    { "radar.xlsx", "PK" },
  };
  g_autofree char *other = g_build_filename (fixture->folder, "radar.table", NULL);
  g_autoptr (GError) refused = NULL;

  show_chart (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_true (save_table (fixture, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &length, &error));
      g_assert_cmpuint (length, >, 50);
      g_assert_true (g_str_has_prefix (contents, files[i].start));
      g_unlink (path);
    }

  g_assert_false (save_table (fixture, other, &refused));
  g_assert_error (refused, TS_CHART_ERROR, TS_CHART_ERROR_WRITE);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* The view goes away while a thread still makes its picture. */
static void
test_destroyed_while_saving (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "radar.png", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  show_chart (fixture);
  ts_chart_view_save_async (TS_CHART_VIEW (fixture->view), path, take_result, &result);
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (NULL));

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add ("/chart-view/without-chart", Fixture, NULL, set_up, test_without_chart, tear_down);
  g_test_add ("/chart-view/properties", Fixture, NULL, set_up, test_properties, tear_down);
  g_test_add ("/chart-view/save-table", Fixture, NULL, set_up, test_save_table, tear_down);
  g_test_add ("/chart-view/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/chart-view/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/chart-view/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/chart-view/sizes", Fixture, NULL, set_up, test_sizes, tear_down);
  g_test_add ("/chart-view/cache", Fixture, NULL, set_up, test_cache, tear_down);
  g_test_add ("/chart-view/colours", Fixture, NULL, set_up, test_colours, tear_down);
  g_test_add ("/chart-view/update", Fixture, NULL, set_up, test_update, tear_down);
  g_test_add ("/chart-view/rows-have-room", Fixture, NULL, set_up, test_rows_have_room, tear_down);
  g_test_add_func ("/chart-view/tsv", test_tsv);
  g_test_add ("/chart-view/copy-table", Fixture, NULL, set_up, test_copy_table, tear_down);
  g_test_add ("/chart-view/copy-picture", Fixture, NULL, set_up, test_copy_picture, tear_down);
  g_test_add ("/chart-view/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/chart-view/ask-where", Fixture, NULL, set_up, test_ask_where, tear_down);
  g_test_add ("/chart-view/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/chart-view/save-refused", Fixture, NULL, set_up, test_save_refused, tear_down);
  g_test_add ("/chart-view/destroyed-while-saving", Fixture, NULL, set_up, test_destroyed_while_saving, tear_down);

  return g_test_run ();
}
