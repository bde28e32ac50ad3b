/* ts-national-sample.h — a country of fictional commissioners
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-national-data.h"
#include "exchange/ts-sample-data.h"

G_BEGIN_DECLS

TsSampleData *ts_national_sample_make (const TsNationalData *national,
                                       guint32               seed);

G_END_DECLS
