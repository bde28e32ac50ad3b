/* ts-family-view.h — an organisation's family line, from left to right
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-organisation-index.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsFamilyView:
 *
 * What an organisation came from stands before it, and what came of it after it, each with its days. A click leads to it.
 */
#define TS_TYPE_FAMILY_VIEW (ts_family_view_get_type ())

G_DECLARE_FINAL_TYPE (TsFamilyView, ts_family_view, TS, FAMILY_VIEW, AdwBin)

GtkWidget *ts_family_view_new (TsOrganisationIndex *index,
                               const char          *organisation_id);

G_END_DECLS
