/* ts-report-words.c — what documents have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-words.h"

#include "core/ts-date.h"

#include <glib/gi18n-lib.h>

/**
 * ts_report_words_day:
 * @day: (nullable): a day, as ISO 8601 writes it
 *
 * Returns: (transfer full) (nullable): the day as people write it; what is no day stays as it is
 */
char *
ts_report_words_day (const char *day)
{
  GDate date;
  char text[64];

  if (day == NULL || !ts_date_parse (day, &date))
    return g_strdup (day);

  /* Translators: a day, such as 3 March 2010; see strftime */
  g_date_strftime (text, sizeof text, _("%-d %B %Y"), &date);

  return g_strdup (text);
}

/**
 * ts_report_words_moment:
 * @moment: (nullable): a moment, as ISO 8601 writes it
 *
 * Returns: (transfer full) (nullable): its day as people write it
 */
char *
ts_report_words_moment (const char *moment)
{
  g_autofree char *day = moment != NULL ? g_strndup (moment, 10) : NULL;

  return ts_report_words_day (day);
}

/**
 * ts_report_words_level:
 * @scale: a scale
 * @level: a level of it, or 0
 *
 * Returns: (transfer full): the level as people say it: steps by their number, judgements by their name; where there is none a dash, which is no number
 */
char *
ts_report_words_level (const TsScale *scale,
                       int            level)
{
  if (level <= 0)
    return g_strdup ("–");

  return g_strdup (ts_scale_get_kind (scale) == TS_SCALE_LEVELS ? ts_scale_get_token (scale, level) : ts_scale_get_label (scale, level));
}

/**
 * ts_report_words_permitted_use:
 * @stage: how far an assessment has come
 *
 * Returns: (transfer none): what a document about it may be used for
 */
const char *
ts_report_words_permitted_use (TsStage stage)
{
  switch (stage)
    {
    case TS_STAGE_DRAFT:
      return _("Draft for the board’s own use: not approved, and not for passing on.");

    case TS_STAGE_PUBLISHED:
      return _("Published. Levels were set for assurance and improvement; they are not a league table.");

    case TS_STAGE_BOARD_APPROVED:
    case TS_STAGE_SUBMITTED:
    case TS_STAGE_DESK_REVIEW:
    case TS_STAGE_PANEL:
    case TS_STAGE_MODERATED:
    case TS_STAGE_FINAL:
    default:
      return _("For the board and for the assurance panel: not for publication, audit or league tables.");
    }
}

static TsChartRole
get_role (TsMeaning meaning)
{
  switch (meaning)
    {
    case TS_MEANING_LOW:
    case TS_MEANING_BELOW:
      return TS_CHART_ROLE_NEGATIVE;

    case TS_MEANING_MIDDLE:
      return TS_CHART_ROLE_CAUTION;

    case TS_MEANING_ABOVE:
    case TS_MEANING_HIGH:
    default:
      return TS_CHART_ROLE_POSITIVE;
    }
}

/**
 * ts_report_words_set_level:
 * @table: a table
 * @row: a row
 * @column: a column
 * @scale: a scale
 * @level: a level of it, or 0 for none, which is never drawn as one
 */
void
ts_report_words_set_level (TsReportTable *table,
                           guint          row,
                           guint          column,
                           const TsScale *scale,
                           int            level)
{
  g_autofree char *text = ts_report_words_level (scale, level);

  ts_report_table_set_text (table, row, column, text);

  if (level <= 0)
    return;

  if (ts_scale_get_kind (scale) == TS_SCALE_LEVELS)
    ts_report_table_set_marks (table, row, column, (guint) level, ts_scale_get_n_levels (scale), TS_CHART_ROLE_SERIES_1);
  else
    ts_report_table_set_marks (table, row, column, 1, 1, get_role (ts_scale_get_level (scale, level)->meaning));
}

/**
 * ts_report_words_set_difference:
 * @table: a table
 * @row: a row
 * @column: a column
 * @known: whether there is a difference to tell
 * @difference: how much more or less
 */
void
ts_report_words_set_difference (TsReportTable *table,
                                guint          row,
                                guint          column,
                                gboolean       known,
                                int            difference)
{
  g_autofree char *text = NULL;

  if (!known)
    text = g_strdup ("–");
  else if (difference == 0)
    text = g_strdup ("0");
  else
    text = g_strdup_printf ("%s%d", difference > 0 ? "+" : "−", ABS (difference));

  ts_report_table_set_text (table, row, column, text);
}
