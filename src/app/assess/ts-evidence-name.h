/* ts-evidence-name.h — names and pictures for evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/ts-row.h"

G_BEGIN_DECLS

char  *ts_evidence_make_file_name (const TsRow *evidence);
GIcon *ts_evidence_make_icon      (const TsRow *evidence);

G_END_DECLS
