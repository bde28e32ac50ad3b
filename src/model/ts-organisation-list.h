/* ts-organisation-list.h — the organisations of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-organisation-item.h"
#include "model/ts-session-list.h"

G_BEGIN_DECLS

/**
 * TsOrganisationList:
 *
 * A #GListModel of #TsOrganisationItem: all organisations of a session's workbook, by name. It follows the workbook.
 * Properties: `session`, `loaded`.
 */
#define TS_TYPE_ORGANISATION_LIST (ts_organisation_list_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationList, ts_organisation_list, TS, ORGANISATION_LIST, TsSessionList)

TsOrganisationList *ts_organisation_list_new (TsSession *session);

G_END_DECLS
