/* ts-radar-chart-source.c — the radar of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-assessment-reading.h"
#include "ctl/ts-chart-source.h"
#include "model/ts-radar-source.h"

#include <glib/gi18n-lib.h>

static gboolean
read_radar (TsWorkbook          *workbook,
            const TsChartQuery  *query,
            TsChart            **chart,
            GError             **error)
{
  g_auto (TsAssessmentReading) reading = { 0 };
  g_autoptr (TsRadarData) data = NULL;

  /* Whoever names peers, or one among many, wants to see it against the others. */
  if (query->compare->peers != TS_PEERS_EVERYBODY || query->view->organisation != NULL || query->compare->highlighted != NULL)
    return ts_compare_chart_source_read (workbook, TS_COMPARE_CHART_RADAR, query, chart, error);

  if (!ts_assessment_reading_read (&reading, workbook, query->filter, error))
    return FALSE;

  if (reading.state == NULL)
    return TRUE;

  data = ts_radar_source_build (reading.state, reading.section, reading.layer, reading.organisation, reading.year_label,
                                reading.previous_year_label);
  *chart = ts_chart_new_radar (data);

  return TRUE;
}

const TsChartSource ts_radar_chart_source = {
  .name = "radar",
  .help = N_("the levels of one assessment, with its targets and the year before. Of the organisations that the\n"
             "filters let through it is the one of which most is told, and of its assessments the latest with\n"
             "levels of the board’s own, or else the latest with any. With --peers-of, --of or --highlight it is\n"
             "that organisation against the middle and the middle half of all others that are compared."),
  .filters = TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER,
  .compares = TRUE,
  .chart = TS_COMPARE_CHART_RADAR,
  .nothing = N_("there are no levels to draw that fit what was asked for"),
  .read = read_radar,
};
