/* ts-national-figures.h — populations and outcomes of a country of fictional commissioners
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-national-data.h"
#include "exchange/ts-sample-data.h"

G_BEGIN_DECLS

void ts_national_figures_add (TsSampleData         *sample,
                              const TsNationalData *national,
                              guint32               seed,
                              int                   first_year,
                              const int            *qualities,
                              guint                 n_qualities,
                              int                   deviation);

G_END_DECLS
