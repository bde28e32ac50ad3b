/* ts-chart-lay-out.c — lays a chart out beside the main loop
 *
 * To set the texts of thousands of rows takes many frames. A chart never changes, so another thread can do it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-lay-out.h"

typedef struct
{
  TsChart *chart;
  TsChartOptions options; /* without its measurer, which belongs to a thread */
  char *family;
  TsSurfaceKind surface_kind;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  ts_chart_unref (errand->chart);
  g_free (errand->family);
  g_free (errand);
}

static void
run (GTask        *task,
     gpointer      source_object,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Errand *errand = task_data;
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (errand->family, errand->surface_kind);
  TsChartOptions options = errand->options;

  options.measurer = measurer;
  g_task_return_pointer (task, ts_chart_layout (errand->chart, &options), (GDestroyNotify) ts_scene_unref);
}

/**
 * ts_chart_lay_out_async:
 * @source: (type GObject): who wants it; it is kept until then
 * @chart: a chart
 * @options: the place, the style, and which font to measure
 * @callback: called on the main loop when the scene is there
 */
void
ts_chart_lay_out_async (gpointer              source,
                        TsChart              *chart,
                        const TsChartOptions *options,
                        GAsyncReadyCallback   callback)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_if_fail (G_IS_OBJECT (source));
  g_return_if_fail (chart != NULL && options != NULL);

  errand = g_new0 (Errand, 1);
  errand->chart = ts_chart_ref (chart);
  errand->options = *options;
  errand->options.measurer = NULL;
  errand->family = g_strdup (ts_text_measurer_get_family (options->measurer));
  errand->surface_kind = ts_text_measurer_get_surface_kind (options->measurer);

  task = g_task_new (source, NULL, callback, NULL);
  g_task_set_source_tag (task, ts_chart_lay_out_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, run);
}

/**
 * ts_chart_lay_out_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): the scene
 */
TsScene *
ts_chart_lay_out_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ts_chart_lay_out_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * ts_chart_lay_out_get_chart:
 * @result: what the callback got
 *
 * Returns: (transfer none): of which chart the scene is
 */
TsChart *
ts_chart_lay_out_get_chart (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ts_chart_lay_out_async), NULL);

  return ((const Errand *) g_task_get_task_data (G_TASK (result)))->chart;
}
