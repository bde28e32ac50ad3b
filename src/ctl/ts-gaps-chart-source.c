/* ts-gaps-chart-source.c — the gaps of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-assessment-reading.h"
#include "ctl/ts-chart-source.h"
#include "model/ts-gaps-source.h"

#include <glib/gi18n-lib.h>

static gboolean
read_gaps (TsWorkbook          *workbook,
           const TsChartQuery  *query,
           TsChart            **chart,
           GError             **error)
{
  g_auto (TsAssessmentReading) reading = { 0 };
  g_autoptr (TsGapsData) data = NULL;
  int year;

  if (!ts_assessment_reading_read (&reading, workbook, query->filter, error))
    return FALSE;

  if (reading.state == NULL)
    return TRUE;

  year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (reading.state), TS_ASSESSMENT_YEAR);
  data = ts_gaps_source_build (reading.state, reading.section, TS_GAP_SCOPE_GROUPS, year, reading.organisation, reading.year_label);
  *chart = ts_chart_new_gaps (data);

  return TRUE;
}

const TsChartSource ts_gaps_chart_source = {
  .name = "gaps",
  .help = N_("how far each level lies from its target, with the year before marked; of the same assessment as radar"),
  .filters = TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER,
  .nothing = N_("there are no levels to draw that fit what was asked for"),
  .read = read_gaps,
};
