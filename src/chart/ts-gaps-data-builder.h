/* ts-gaps-data-builder.h
 *
 * Puts the data of a gap chart together.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-gaps-data.h"

G_BEGIN_DECLS

/**
 * TsGapsDataBuilder:
 *
 * Puts the data of a gap chart together.
 */
typedef struct _TsGapsDataBuilder TsGapsDataBuilder;

TsGapsDataBuilder *ts_gaps_data_builder_new       (const char         *title,
                                                   TsGapsSubject       subject,
                                                   const char * const *level_names);
void               ts_gaps_data_builder_free      (TsGapsDataBuilder  *self);
TsGapsData        *ts_gaps_data_builder_end       (TsGapsDataBuilder  *self);
guint              ts_gaps_data_builder_add_row   (TsGapsDataBuilder  *self,
                                                   const char         *short_label,
                                                   const char         *long_label);
void               ts_gaps_data_builder_set_value (TsGapsDataBuilder  *self,
                                                   TsGapsSeries        series,
                                                   guint               row,
                                                   double              value);
void               ts_gaps_data_builder_set_judged (TsGapsDataBuilder *self,
                                                    const char        *own_name,
                                                    const char        *other_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsGapsDataBuilder, ts_gaps_data_builder_free)

G_END_DECLS
