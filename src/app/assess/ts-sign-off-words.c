/* ts-sign-off-words.c — the stages of an assessment in words
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-sign-off-words.h"

#include <glib/gi18n-lib.h>

#include "core/ts-date.h"

/**
 * ts_sign_off_words_stage:
 * @stage: a stage
 *
 * Returns: (transfer none): what the stage means for whoever works on the assessment
 */
const char *
ts_sign_off_words_stage (TsStage stage)
{
  switch (stage)
    {
    case TS_STAGE_DRAFT:
      return _("Everything can be changed. When nothing is missing any more, record the board’s approval.");

    case TS_STAGE_BOARD_APPROVED:
      return _("Levels, reasons, targets, evidence and outcomes stay as the board approved them. Actual values of outcomes that were missing can still come in.");

    case TS_STAGE_SUBMITTED:
    case TS_STAGE_DESK_REVIEW:
      return _("The submission is with the strategic health authority. What the board submitted stays as it is.");

    case TS_STAGE_PANEL:
      return _("The panel is at work. What the board submitted and what the desk found stay as they are.");

    case TS_STAGE_MODERATED:
      return _("The panels’ levels are compared. They stay as they are; only the final levels can be set.");

    case TS_STAGE_FINAL:
    case TS_STAGE_PUBLISHED:
    default:
      return _("All levels stay as they are.");
    }
}

/**
 * ts_sign_off_words_day:
 * @day: a day, as ISO 8601 writes it
 *
 * Returns: (transfer full): the day as people write it
 */
char *
ts_sign_off_words_day (const char *day)
{
  GDate date;
  char text[64];

  if (!ts_date_parse (day, &date))
    return g_strdup (day);

  /* Translators: a day, such as 3 March 2010; see strftime */
  g_date_strftime (text, sizeof text, _("%-d %B %Y"), &date);

  return g_strdup (text);
}

static const char *
title_of_stage (const TsRow *record,
                guint        field)
{
  const char *name = ts_row_get_text (record, field);
  TsStage stage;

  return ts_stage_from_name (name, &stage) ? ts_stage_get_title (stage) : name;
}

static gboolean
is_reopening (const TsRow *record)
{
  TsStage from;
  TsStage to;

  return ts_stage_from_name (ts_row_get_text (record, TS_SIGN_OFF_FROM_STAGE), &from) &&
         ts_stage_from_name (ts_row_get_text (record, TS_SIGN_OFF_TO_STAGE), &to) && to < from;
}

/**
 * ts_sign_off_words_title:
 * @record: the record of a move
 *
 * Returns: (transfer full): what was decided, and when
 */
char *
ts_sign_off_words_title (const TsRow *record)
{
  g_autofree char *day = ts_sign_off_words_day (ts_row_get_text (record, TS_SIGN_OFF_DAY));

  if (is_reopening (record))
    /* Translators: a stage, such as "Draft", and a day */
    return g_strdup_printf (_("Reopened as %s, %s"), title_of_stage (record, TS_SIGN_OFF_TO_STAGE), day);

  /* Translators: a stage, such as "Submitted", and a day */
  return g_strdup_printf (_("%s, %s"), title_of_stage (record, TS_SIGN_OFF_TO_STAGE), day);
}

/**
 * ts_sign_off_words_detail:
 * @record: the record of a move
 *
 * Returns: (transfer full): who decided, where and why
 */
char *
ts_sign_off_words_detail (const TsRow *record)
{
  g_autoptr (GString) text = g_string_new (ts_row_get_text (record, TS_SIGN_OFF_NAME));

  if (ts_row_has (record, TS_SIGN_OFF_ROLE))
    g_string_append_printf (text, ", %s", ts_row_get_text (record, TS_SIGN_OFF_ROLE));

  if (ts_row_has (record, TS_SIGN_OFF_MEETING))
    g_string_append_printf (text, " · %s", ts_row_get_text (record, TS_SIGN_OFF_MEETING));

  if (ts_row_has (record, TS_SIGN_OFF_REASON))
    g_string_append_printf (text, "\n%s", ts_row_get_text (record, TS_SIGN_OFF_REASON));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ts_sign_off_words_approval:
 * @standing: how an assessment stands
 *
 * Returns: (transfer full) (nullable): whether what is there now is what the board approved; %NULL where it has approved nothing, or its approval
 *   was recorded without a hash
 */
char *
ts_sign_off_words_approval (const TsStanding *standing)
{
  const TsRow *approval = ts_standing_find_approval (standing);
  g_autofree char *day = NULL;

  if (approval == NULL || !ts_row_has (approval, TS_SIGN_OFF_HASH))
    return NULL;

  day = ts_sign_off_words_day (ts_row_get_text (approval, TS_SIGN_OFF_DAY));

  if (g_str_equal (ts_row_get_text (approval, TS_SIGN_OFF_HASH), standing->hash))
    return g_strdup_printf (_("This is exactly what the board approved on %s."), day);

  return g_strdup_printf (_("Outcomes have moved on since the board approved this on %s. Levels, reasons, targets and evidence are as they were."), day);
}
