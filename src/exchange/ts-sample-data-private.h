/* ts-sample-data-private.h — what the parts of reading the sample share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-json-place.h"
#include "exchange/ts-sample-data.h"

G_BEGIN_DECLS

void ts_sample_outcome_free (gpointer data);
gboolean ts_sample_read_outcomes (const TsJsonPlace  *root,
                                  GPtrArray          *outcomes,
                                  GError            **error);

G_END_DECLS
