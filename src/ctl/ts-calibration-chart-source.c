/* ts-calibration-chart-source.c — how far reviewers agree, and who scores high or low
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-bootstrap.h"
#include "ctl/ts-chart-source.h"
#include "model/ts-calibration-source.h"

#include <glib/gi18n-lib.h>

#define FILTERS (TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK)

static gboolean
read_agreement (TsWorkbook          *workbook,
                const TsChartQuery  *query,
                TsChart            **chart,
                GError             **error)
{
  g_auto (TsScoreReading) reading = { 0 };
  g_autoptr (TsAgreementData) data = NULL;

  if (!ts_score_reading_read (&reading, workbook, query->filter, query->compare->section, error))
    return FALSE;

  if (reading.table == NULL)
    return TRUE;

  data = ts_calibration_source_build_agreement (&reading, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS);
  *chart = ts_chart_new_agreement (data);

  return TRUE;
}

static gboolean
read_severity (TsWorkbook          *workbook,
               const TsChartQuery  *query,
               TsChart            **chart,
               GError             **error)
{
  g_auto (TsScoreReading) reading = { 0 };
  g_autoptr (TsSeverityData) data = NULL;

  if (!ts_score_reading_read (&reading, workbook, query->filter, query->compare->section, error))
    return FALSE;

  if (reading.table == NULL)
    return TRUE;

  data = ts_calibration_source_build_severity (&reading, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS);
  *chart = ts_chart_new_severity (data);

  return TRUE;
}

const TsChartSource ts_agreement_chart_source = {
  .name = "agreement",
  .help = N_("how far reviewers agree on each criterion, most disagreement first; of the latest year with scores\nthat may be counted"),
  .filters = FILTERS,
  .options = TS_COMPARE_OPTION_SECTION,
  .nothing = N_("there are no reviewers’ scores that fit what was asked for and may be counted; scores are counted once they are open"),
  .read = read_agreement,
};

const TsChartSource ts_severity_chart_source = {
  .name = "severity",
  .help = N_("who of the reviewers scores lower or higher than the others on the same, with intervals; of the same scores\nas agreement"),
  .filters = FILTERS,
  .options = TS_COMPARE_OPTION_SECTION,
  .nothing = N_("there are no reviewers’ scores that fit what was asked for and may be counted; scores are counted once they are open"),
  .read = read_severity,
};
