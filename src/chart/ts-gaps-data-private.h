/* ts-gaps-data-private.h
 *
 * The inside of a gap chart's data, for the data and its builder only.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-gaps-data.h"

G_BEGIN_DECLS

struct _TsGapsData
{
  char *title;
  TsGapsSubject subject;
  GPtrArray *level_names;
  GPtrArray *short_labels;
  GPtrArray *long_labels;

  /* NULL unless the levels are those that others gave and the previous ones those given to oneself. */
  char *other_name;
  char *own_name;

  /* NaN where there is no level. */
  double values[TS_GAPS_N_SERIES][TS_GAPS_MAX_ROWS];
};

G_END_DECLS
