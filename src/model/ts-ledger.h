/* ts-ledger.h — how the levels of one criterion came about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-layer.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsLedgerEntry:
 * @row: a rating, or a dissent
 * @layer: its layer; that of the panel for a dissent
 * @who: (nullable): the reviewer, or who does not agree
 * @author: (nullable): who wrote it last
 * @at: when, in microseconds since 1970-01-01 00:00 UTC; 0 where it is not known
 */
typedef struct
{
  TsRow *row;
  TsLayer layer;
  char *who;
  char *author;
  gint64 at;
} TsLedgerEntry;

/**
 * TsLedger:
 * @entries: (element-type TsLedgerEntry): by layer, then by who; dissents after the panel's level
 * @is_open: whether the scores of reviewers are open, so that there are no others
 *
 * The five layers of one criterion, as they are now or as they stood. What is sealed today for whoever reads is not in it for any day.
 */
typedef struct
{
  GPtrArray *entries;
  gboolean is_open;
} TsLedger;

void ts_ledger_free (TsLedger *self);

void ts_session_read_ledger_async (TsSession           *self,
                                   const char          *assessment_id,
                                   const char          *node_id,
                                   gint64               moment,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
TsLedger *ts_session_read_ledger_finish (TsSession     *self,
                                         GAsyncResult  *result,
                                         GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsLedger, ts_ledger_free)

G_END_DECLS
