/* ts-radar-labels.h
 *
 * Where the labels around a radar go, and how large the radar can be between them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"
#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

/**
 * TsRadarLabel:
 * @lead: the short label, set bold; %NULL where there is none
 * @lines: (element-type utf8): the long label in lines, the first beside @lead; perhaps empty
 * @lead_width: width of @lead
 * @indent: where the first line begins behind @lead
 * @widths: the width of each line, indent included, as long as @lines; one for @lead alone
 * @ascent: height of a line above its baseline
 * @line_height: distance between baselines
 * @align: how lines lie in the box
 * @direction: where the long label begins
 * @box: what the label covers
 * @visible: whether there is room for it
 */
typedef struct
{
  char *lead;
  GPtrArray *lines;
  double lead_width;
  double indent;
  GArray *widths;
  double ascent;
  double line_height;
  TsChartAnchor align;
  TsTextDirection direction;
  TsChartRectangle box;
  gboolean visible;
} TsRadarLabel;

/**
 * TsRadarLabels:
 * @labels: (array length=n_labels): one for each axis
 * @n_labels: how many
 * @size: their font size
 * @centre: the middle of the radar
 * @radius: distance of its outer ring
 */
typedef struct
{
  TsRadarLabel *labels;
  guint n_labels;
  double size;
  TsChartPoint centre;
  double radius;
} TsRadarLabels;

TsRadarLabels *ts_radar_labels_new   (const TsRadarData      *data,
                                      const TsChartOptions   *options,
                                      const TsChartRectangle *area,
                                      const double           *reach,
                                      double                  gap);
void           ts_radar_labels_free  (TsRadarLabels          *self);
void           ts_radar_labels_add   (const TsRadarLabels    *self,
                                      TsSceneBuilder         *builder);
double         ts_radar_labels_angle (guint                   n_axes,
                                      guint                   axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRadarLabels, ts_radar_labels_free)

G_END_DECLS
