/* ts-radar-data-builder.h
 *
 * Puts the data of a radar chart together.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"

G_BEGIN_DECLS

/**
 * TsRadarDataBuilder:
 *
 * Puts the data of a radar together.
 */
typedef struct _TsRadarDataBuilder TsRadarDataBuilder;

TsRadarDataBuilder *ts_radar_data_builder_new        (const char          *title,
                                                      TsRadarSubject       subject,
                                                      const char * const  *level_names);
void                ts_radar_data_builder_free       (TsRadarDataBuilder  *self);
TsRadarData        *ts_radar_data_builder_end        (TsRadarDataBuilder  *self);
guint               ts_radar_data_builder_add_axis   (TsRadarDataBuilder  *self,
                                                      const char          *short_label,
                                                      const char          *long_label);
guint               ts_radar_data_builder_add_series (TsRadarDataBuilder  *self,
                                                      const char          *name,
                                                      TsRadarSeriesKind    kind);
void                ts_radar_data_builder_set_value  (TsRadarDataBuilder  *self,
                                                      guint                series,
                                                      guint                axis,
                                                      double               value);
void                ts_radar_data_builder_set_band   (TsRadarDataBuilder *self,
                                                      const char         *name);
void                ts_radar_data_builder_set_range  (TsRadarDataBuilder *self,
                                                      guint               axis,
                                                      double              low,
                                                      double              high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRadarDataBuilder, ts_radar_data_builder_free)

G_END_DECLS
