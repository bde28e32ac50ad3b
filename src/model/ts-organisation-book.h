/* ts-organisation-book.h — the organisations of a workbook with all that is known of their lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-organisation-record.h"
#include "model/ts-session-list.h"

G_BEGIN_DECLS

/**
 * TsOrganisationBook:
 *
 * A #GListModel of #TsOrganisationRecord: all organisations of a session's workbook, by name, closed ones too. It follows the workbook.
 * Properties: `session`, `loaded`.
 */
#define TS_TYPE_ORGANISATION_BOOK (ts_organisation_book_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationBook, ts_organisation_book, TS, ORGANISATION_BOOK, TsSessionList)

TsOrganisationBook *ts_organisation_book_new (TsSession *session);
TsOrganisationRecord *ts_organisation_book_find (TsOrganisationBook *self,
                                                 const char         *id);
TsOrganisationRecord *ts_organisation_book_find_code (TsOrganisationBook *self,
                                                      const char         *code);

G_END_DECLS
