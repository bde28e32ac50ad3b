/* ts-problem.h — what a person is told when a workbook cannot be used
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsRemedy:
 * @TS_REMEDY_NONE: nothing but to read what happened
 * @TS_REMEDY_READ_ONLY: open it to look at
 * @TS_REMEDY_RESCUE: open what can be read of it
 * @TS_REMEDY_TRY_AGAIN: the same once more
 * @TS_REMEDY_FORGET: take it from the list of recent workbooks
 *
 * What can be done about a problem.
 */
typedef enum
{
  TS_REMEDY_NONE,
  TS_REMEDY_READ_ONLY,
  TS_REMEDY_RESCUE,
  TS_REMEDY_TRY_AGAIN,
  TS_REMEDY_FORGET,
} TsRemedy;

/**
 * TsReception:
 * @TS_RECEPTION_SILENCE: nothing is said: a person cancelled it, or nothing had to change
 * @TS_RECEPTION_TOAST: a small refusal, said in passing
 * @TS_RECEPTION_DIALOG: something is wrong with the workbook and has to be read
 *
 * How loudly a failed action is told.
 */
typedef enum
{
  TS_RECEPTION_SILENCE,
  TS_RECEPTION_TOAST,
  TS_RECEPTION_DIALOG,
} TsReception;

const char *ts_problem_get_heading (const GError *error);
TsRemedy ts_problem_get_remedy (const GError *error);
const char *ts_remedy_get_label (TsRemedy remedy);
gboolean ts_problem_may_restore (const GError *error);
TsReception ts_problem_get_reception (const GError *error);
gboolean ts_problem_is_read_only (const GError *error);
char *ts_problem_dup_notice (const GError *error);

G_END_DECLS
