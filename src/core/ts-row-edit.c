/* ts-row-edit.c — changes of one row, from what is kept to what is wanted
 *
 * What the functions that note something have in common: texts are cleaned, days are days, an empty text is no value, and what changes
 * nothing is no change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-row-edit.h"

#include "core/ts-clock-time.h"
#include "core/ts-date.h"
#include "core/ts-error.h"

#include <glib/gi18n-lib.h>

/**
 * ts_row_edit:
 * @before: (nullable): the row as it is kept
 * @entity: what kind of row it is
 * @id: its id
 *
 * Returns: (transfer full): a copy to be filled, or a new row
 */
TsRow *
ts_row_edit (TsRow      *before,
             TsEntity    entity,
             const char *id)
{
  g_return_val_if_fail (before == NULL || ts_row_get_entity (before) == entity, NULL);

  return before != NULL ? ts_row_copy (before) : ts_row_new (entity, id);
}

/**
 * ts_row_set_clean:
 * @row: a row in the making
 * @field: a text field
 * @text: (nullable): a text from outside
 * @kind: what it may be
 *
 * Sets the field to the cleaned text, or to no value where nothing is left of it.
 */
void
ts_row_set_clean (TsRow      *row,
                  guint       field,
                  const char *text,
                  TsTextKind  kind)
{
  g_autofree char *clean = ts_text_clean (text != NULL ? text : "", -1, kind);

  ts_row_set_text (row, field, *clean != '\0' ? clean : NULL);
}

/**
 * ts_row_set_day:
 * @row: a row in the making
 * @field: a field for a day
 * @day: (nullable): a day, or %NULL or empty for none
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Returns: whether it is a day, or none
 */
gboolean
ts_row_set_day (TsRow       *row,
                guint        field,
                const char  *day,
                GError     **error)
{
  if (day == NULL || *day == '\0')
    {
      ts_row_clear (row, field);
      return TRUE;
    }

  if (!ts_date_is_valid (day))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("“%s” is no day. Write it as year, month and day, for example 2010-05-14."), day);
      return FALSE;
    }

  ts_row_set_text (row, field, day);

  return TRUE;
}

/**
 * ts_row_set_time:
 * @row: a row in the making
 * @field: a field for a time of a day
 * @time: (nullable): a time, or %NULL or blank for none
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Returns: whether it is a time, or none
 */
gboolean
ts_row_set_time (TsRow       *row,
                 guint        field,
                 const char  *time,
                 GError     **error)
{
  g_autofree char *clean = ts_text_clean (time != NULL ? time : "", -1, TS_TEXT_LINE);

  if (*clean == '\0')
    {
      ts_row_clear (row, field);
      return TRUE;
    }

  if (!ts_clock_time_is_valid (clean))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("“%s” is no time of a day. Write it as hours and minutes, from 00:00 to 23:59, for example 09:30."), clean);
      return FALSE;
    }

  ts_row_set_text (row, field, clean);

  return TRUE;
}

/**
 * ts_rule_refuse:
 * @error: where to put %TS_RULE_ERROR_INVALID
 * @message: why not, translated
 *
 * Returns: %FALSE
 */
gboolean
ts_rule_refuse (GError     **error,
                const char  *message)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, message);

  return FALSE;
}

/**
 * ts_row_require:
 * @row: a row in the making
 * @field: a field
 * @message: what is missing, translated
 * @error: where to put it
 *
 * Returns: whether the field has a value
 */
gboolean
ts_row_require (const TsRow  *row,
                guint         field,
                const char   *message,
                GError      **error)
{
  return ts_row_has (row, field) || ts_rule_refuse (error, message);
}

/**
 * ts_change_of_row:
 * @label: what the change does
 * @before: (nullable): the row as it is kept
 * @after: (nullable): the row as it shall be; %NULL for none
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_of_row (const char  *label,
                  TsRow       *before,
                  TsRow       *after,
                  GError     **error)
{
  TsChange *change;

  if (ts_row_equal (before, after))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
      return NULL;
    }

  change = ts_change_new (label);

  ts_change_add (change, before, after);

  return change;
}

/**
 * ts_change_remove_row:
 * @label: what the change does
 * @before: (nullable): the row as it is kept
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change, or %NULL where there is no row
 */
TsChange *
ts_change_remove_row (const char  *label,
                      TsRow       *before,
                      GError     **error)
{
  return ts_change_of_row (label, before, NULL, error);
}
