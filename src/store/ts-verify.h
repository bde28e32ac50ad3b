/* ts-verify.h — proving that a workbook is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

#define TS_VERIFY_MOST_PROBLEMS 100

/**
 * TsVerifyProblem:
 * @where: where in the workbook, e.g. "change 12" or "rating 5b0e…"
 * @what: what is wrong there, for people
 *
 * One thing that is wrong.
 */
typedef struct
{
  char *where;
  char *what;
} TsVerifyProblem;

/**
 * TsVerifyReport:
 * @n_changes: changes whose hash was checked
 * @n_rows: rows that were compared with the replay of the journal
 * @n_sign_offs: moves from stage to stage whose hash was compared with what stood there then
 * @n_contents: evidence contents whose hash was checked
 * @n_content_bytes: their size together
 * @head: the hash of the last change, empty where there is none: whoever notes it down can tell later
 *   that the journal still goes through it
 * @problems: (element-type TsVerifyProblem): what is wrong, at most %TS_VERIFY_MOST_PROBLEMS
 * @more_problems: whether there were more
 *
 * What verifying found.
 */
typedef struct
{
  guint64 n_changes;
  guint64 n_rows;
  guint64 n_sign_offs;
  guint64 n_contents;
  guint64 n_content_bytes;
  char *head;
  GPtrArray *problems;
  gboolean more_problems;
} TsVerifyReport;

TsVerifyReport *ts_workbook_verify (TsWorkbook          *self,
                                    GCancellable        *cancellable,
                                    TsProgressFunction   progress,
                                    gpointer             data,
                                    GError             **error);
gboolean ts_verify_report_is_clean (const TsVerifyReport *self);
void ts_verify_report_free (TsVerifyReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsVerifyReport, ts_verify_report_free)

G_END_DECLS
