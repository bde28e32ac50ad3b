/* ts-sample-calendar.c — when things happened in the sample
 *
 * Everything happens on a working day, between nine and five, in the autumn and winter of its financial year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-calendar.h"

#include "core/ts-date.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

#define OPENING (9 * 60)

/* The days on which the stages of a year are reached. */
static const struct
{
  int years_later;
  int month;
  int day;
} stage_days[TS_N_STAGES] = {
  [TS_STAGE_DRAFT] = { 0, 9, 14 },
  [TS_STAGE_BOARD_APPROVED] = { 0, 12, 3 },
  [TS_STAGE_SUBMITTED] = { 0, 12, 10 },
  [TS_STAGE_DESK_REVIEW] = { 1, 1, 12 },
  [TS_STAGE_PANEL] = { 1, 2, 9 },
  [TS_STAGE_MODERATED] = { 1, 2, 24 },
  [TS_STAGE_FINAL] = { 1, 3, 10 },
  [TS_STAGE_PUBLISHED] = { 1, 3, 26 },
};

static gint64
make_time (GDate date,
           int   minute)
{
  GDate epoch;

  if (g_date_get_weekday (&date) > G_DATE_FRIDAY)
    g_date_add_days (&date, 8 - g_date_get_weekday (&date));

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);

  return g_date_days_between (&epoch, &date) * DAY + (OPENING + minute) * TS_SAMPLE_MINUTE;
}

/**
 * ts_sample_calendar_at:
 * @year: a calendar year
 * @month: a month, from 1
 * @day: a day, from 1
 * @minute: how many minutes after nine o'clock
 *
 * Returns: that time, or the same on the next Monday, in microseconds since 1970-01-01 00:00 UTC
 */
gint64
ts_sample_calendar_at (int year,
                       int month,
                       int day,
                       int minute)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return make_time (date, minute);
}

/**
 * ts_sample_calendar_after:
 * @day: a day as ISO 8601 writes it
 * @minute: how many minutes after nine o'clock
 *
 * Returns: that time on the next working day after @day; 0 where @day is none
 */
gint64
ts_sample_calendar_after (const char *day,
                          int         minute)
{
  GDate date;

  if (!ts_date_parse (day, &date))
    return 0;

  g_date_add_days (&date, 1);

  return make_time (date, minute);
}

/**
 * ts_sample_calendar_spread:
 * @first: a time
 * @last: a later one
 * @position: which of so many, from 0
 * @n_positions: how many there are
 *
 * Returns: a working hour between the two, later for a later position
 */
gint64
ts_sample_calendar_spread (gint64 first,
                           gint64 last,
                           guint  position,
                           guint  n_positions)
{
  gint64 n_days = (last - first) / DAY;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1970);
  g_date_add_days (&date, first / DAY + n_days * position / n_positions);

  return make_time (date, 15 + position % 15 * 25);
}

/**
 * ts_sample_calendar_stage:
 * @year: the calendar year in which the financial year begins
 * @stage: a stage
 *
 * Returns: when assessments of that year reach the stage
 */
gint64
ts_sample_calendar_stage (int     year,
                          TsStage stage)
{
  return ts_sample_calendar_at (year + stage_days[stage].years_later, stage_days[stage].month, stage_days[stage].day,
                                30 * (int) stage);
}

/**
 * ts_sample_calendar_format_day:
 * @at: microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full): the day, as ISO 8601 writes it
 */
char *
ts_sample_calendar_format_day (gint64 at)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1970);
  g_date_add_days (&date, (guint) (at / DAY));

  return ts_date_format (&date);
}
