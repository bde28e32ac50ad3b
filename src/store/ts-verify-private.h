/* ts-verify-private.h — what the files of verifying share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-database.h"
#include "store/ts-verify.h"

G_BEGIN_DECLS

/* A verification under way. @replaying holds until a change cannot be made again from the journal. */
typedef struct
{
  TsDatabase *database;
  TsDatabase *replay;
  TsVerifyReport *report;
  gboolean replaying;
  TsProgressFunction progress;
  gpointer data;
  guint64 done;
  guint64 total;
} TsVerify;

void ts_verify_add_problem (TsVerify   *self,
                            char       *where,
                            const char *what);
gboolean ts_verify_take_damage (TsVerify  *self,
                                GError    *failure,
                                char      *where,
                                GError   **error);
void ts_verify_advance (TsVerify *self,
                        guint64   n);
gboolean ts_verify_check_journal (TsVerify  *self,
                                  GError   **error);
gboolean ts_verify_check_sign_offs (TsVerify  *self,
                                    TsChange  *change,
                                    GError   **error);

G_END_DECLS
