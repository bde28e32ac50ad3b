/* ts-chart-picture.c — a picture of a chart, to be copied or kept in a file
 *
 * Pictures are laid out anew for the paper or the file that they are for, on a thread of their own: a chart never changes, so it can
 * be read there while the screen shows it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-picture.h"

#include "chart/ts-chart-export.h"

/* In CSS pixels, and how many pixels of the file each of them has. It is a third of a page wide when printed in full quality. */
#define USUAL_WIDTH  900
#define USUAL_HEIGHT 760
#define USUAL_SCALE  2

/* A chart of many rows is as high as they are, up to this. */
#define LEAST_HEIGHT 200
#define MOST_HEIGHT  12000

/* What a thread needs to make a picture, or a file where there is a path. */
typedef struct
{
  TsChart *chart;
  char *path;
  TsChartFormat format;
  TsChartDirection direction;
  TsChartPictureSize size;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *self = data;

  ts_chart_unref (self->chart);
  g_free (self->path);
  g_free (self);
}

static Picture *
picture_new (GtkWidget                *owner,
             TsChart                  *chart,
             TsChartFormat             format,
             const TsChartPictureSize *size)
{
  Picture *self = g_new0 (Picture, 1);

  self->chart = ts_chart_ref (chart);
  self->format = format;
  self->size = size != NULL ? *size : ts_chart_picture_get_usual_size (chart);

  if (gtk_widget_get_direction (owner) == GTK_TEXT_DIR_RTL)
    self->direction = TS_CHART_DIRECTION_RTL;

  return self;
}

static void
make_picture (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Picture *picture = task_data;
  TsChartExport settings = { .format = picture->format, .scale = picture->size.scale };
  TsChartOptions options;
  g_autoptr (TsTextMeasurer) measurer = NULL;
  g_autoptr (TsScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  measurer = ts_text_measurer_new_pango (NULL, ts_chart_export_get_text_kind (picture->format, picture->size.scale));
  ts_chart_options_init_export (&options, picture->size.width, picture->size.height, measurer);
  options.direction = picture->direction;
  scene = ts_chart_layout (picture->chart, &options);

  if (picture->path != NULL)
    {
      if (ts_chart_export_to_path (scene, &settings, picture->path, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_steal_pointer (&error));

      return;
    }

  bytes = ts_chart_export_to_bytes (scene, &settings, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ts_chart_picture_get_usual_size:
 * @chart: a chart
 *
 * Returns: the size of its pictures where nobody has chosen one: as high as the chart itself wants to be in the usual width
 */
TsChartPictureSize
ts_chart_picture_get_usual_size (TsChart *chart)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);
  TsChartPictureSize size = { USUAL_WIDTH, USUAL_HEIGHT, USUAL_SCALE };
  TsChartOptions options;
  double height;

  ts_chart_options_init_export (&options, USUAL_WIDTH, USUAL_HEIGHT, measurer);
  height = ts_chart_get_natural_height (chart, &options);

  if (height > 0)
    size.height = (int) CLAMP (height, LEAST_HEIGHT, MOST_HEIGHT);

  return size;
}

/**
 * ts_chart_picture_copy_async:
 * @owner: whose picture it is; its reading direction is the picture's
 * @chart: what to show
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a PNG of the usual size that explains itself, in the colours of print.
 */
void
ts_chart_picture_copy_async (GtkWidget           *owner,
                             TsChart             *chart,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (chart != NULL);

  task = g_task_new (owner, NULL, callback, user_data);
  g_task_set_source_tag (task, ts_chart_picture_copy_async);
  g_task_set_task_data (task, picture_new (owner, chart, TS_CHART_FORMAT_PNG, NULL), picture_free);
  g_task_run_in_thread (task, make_picture);
}

/**
 * ts_chart_picture_copy_finish:
 * @owner: whose picture it is
 * @result: what the callback got
 * @error: return location for a #TsChartError
 *
 * Returns: (transfer full) (nullable): the PNG, or %NULL with @error set
 */
GBytes *
ts_chart_picture_copy_finish (GtkWidget     *owner,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, owner), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ts_chart_picture_save_async:
 * @owner: whose picture it is; its reading direction is the picture's
 * @chart: what to show
 * @size: (nullable): the size that somebody chose, %NULL for the usual one
 * @path: where to; the ending says which format is wanted
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves a picture that explains itself, in the colours of print. A file that was there is replaced whole or stays as it was.
 */
void
ts_chart_picture_save_async (GtkWidget                *owner,
                             TsChart                  *chart,
                             const TsChartPictureSize *size,
                             const char               *path,
                             GAsyncReadyCallback       callback,
                             gpointer                  user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  TsChartFormat format;
  Picture *picture;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (chart != NULL && path != NULL);

  task = g_task_new (owner, NULL, callback, user_data);
  g_task_set_source_tag (task, ts_chart_picture_save_async);

  if (!ts_chart_format_from_path (path, &format, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  picture = picture_new (owner, chart, format, size);
  picture->path = g_strdup (path);
  g_task_set_task_data (task, picture, picture_free);
  g_task_run_in_thread (task, make_picture);
}

/**
 * ts_chart_picture_save_finish:
 * @owner: whose picture it is
 * @result: what the callback got
 * @error: return location for a #TsChartError
 *
 * Returns: whether the picture was saved
 */
gboolean
ts_chart_picture_save_finish (GtkWidget     *owner,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, owner), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
