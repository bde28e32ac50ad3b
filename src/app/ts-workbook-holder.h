/* ts-workbook-holder.h — a place for one open workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"
#include "store/ts-restore.h"

G_BEGIN_DECLS

/**
 * TsHolderState:
 * @TS_HOLDER_EMPTY: there is no workbook
 * @TS_HOLDER_OPENING: one is being opened, or made and opened
 * @TS_HOLDER_OPEN: one is open
 * @TS_HOLDER_CLOSING: it keeps what waits to be kept, and then closes
 */
typedef enum
{
  TS_HOLDER_EMPTY,
  TS_HOLDER_OPENING,
  TS_HOLDER_OPEN,
  TS_HOLDER_CLOSING,
} TsHolderState;

/**
 * TsHolderStep:
 *
 * What a holder was about when it failed.
 */
typedef enum
{
  TS_HOLDER_STEP_OPEN,
  TS_HOLDER_STEP_CREATE,
  TS_HOLDER_STEP_SAMPLE,
  TS_HOLDER_STEP_CLOSE,
  TS_HOLDER_STEP_RESTORE,
} TsHolderStep;

/**
 * TsWorkbookHolder:
 *
 * Holds the one workbook of a window: opens, makes and closes it, without waiting. It knows no widget.
 *
 * Properties: `session` (%NULL unless open or closing), `state` (notifies after everything else has changed).
 *
 * ## Signals
 *
 * - `failed (guint step, GFile *file, GError *error)`: what was asked for could not be done, and the holder is about to be empty again, or to
 *   open again as it was what could not be restored. `file` is %NULL for the sample
 * - `restored (char *kept)`: a backup is in the place of the workbook, which is about to be opened again. `kept` is where the old file is, because
 *   it could not be read, or %NULL
 * - `closed (GFile *file)`: a workbook that could be changed is closed, and not to be opened again
 */
#define TS_TYPE_WORKBOOK_HOLDER (ts_workbook_holder_get_type ())

G_DECLARE_FINAL_TYPE (TsWorkbookHolder, ts_workbook_holder, TS, WORKBOOK_HOLDER, GObject)

TsWorkbookHolder *ts_workbook_holder_new (void);

TsHolderState ts_workbook_holder_get_state (TsWorkbookHolder *self);
GFile *ts_workbook_holder_get_file (TsWorkbookHolder *self);
TsSession *ts_workbook_holder_get_session (TsWorkbookHolder *self);
const GError *ts_workbook_holder_get_reason (TsWorkbookHolder *self);

void ts_workbook_holder_open (TsWorkbookHolder *self,
                              GFile            *file,
                              TsOpenMode        mode);
void ts_workbook_holder_create (TsWorkbookHolder *self,
                                GFile            *file);
void ts_workbook_holder_open_sample (TsWorkbookHolder *self,
                                     gboolean          fresh);
void ts_workbook_holder_close (TsWorkbookHolder *self);
void ts_workbook_holder_reopen (TsWorkbookHolder *self,
                                TsOpenMode        mode);
void ts_workbook_holder_restore (TsWorkbookHolder *self,
                                 GFile            *file,
                                 TsRestore        *restore);
void ts_workbook_holder_abandon (TsWorkbookHolder *self);

G_END_DECLS
