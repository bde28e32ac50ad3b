/* ts-text-measurer.h
 *
 * How large a text will be: the one thing about fonts that a layout needs to know.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-types.h"

G_BEGIN_DECLS

/**
 * TsTextExtents:
 * @width: how far the text advances, in layout units
 * @ascent: space above the baseline
 * @descent: space below it
 */
typedef struct
{
  double width;
  double ascent;
  double descent;
} TsTextExtents;

/**
 * TsTextMeasureFunc:
 * @text: one line of valid UTF-8
 * @size: font size in layout units
 * @weight: normal or bold
 * @extents: (out): the result
 * @user_data: what was given with the function
 *
 * Must give the same answer for the same question every time.
 */
typedef void (*TsTextMeasureFunc) (const char    *text,
                                   double         size,
                                   TsChartWeight  weight,
                                   TsTextExtents *extents,
                                   gpointer       user_data);

/**
 * TsTextMeasurer:
 *
 * A function that measures text, with the font family that it measures for. Reference counted; the
 * count is atomic, but measuring belongs to one thread at a time (and for the Pango one to the
 * thread that made it).
 */
typedef struct _TsTextMeasurer TsTextMeasurer;

#define TS_TYPE_TEXT_MEASURER (ts_text_measurer_get_type ())
GType ts_text_measurer_get_type (void) G_GNUC_CONST;

TsTextMeasurer *ts_text_measurer_new         (TsTextMeasureFunc  measure,
                                              gpointer           user_data,
                                              GDestroyNotify     destroy,
                                              const char        *family,
                                              TsSurfaceKind      surface_kind);
TsTextMeasurer *ts_text_measurer_new_fixed   (void);
TsTextMeasurer *ts_text_measurer_new_pango   (const char        *family,
                                              TsSurfaceKind      surface_kind);
TsTextMeasurer *ts_text_measurer_ref         (TsTextMeasurer    *self);
void            ts_text_measurer_unref       (TsTextMeasurer    *self);

void            ts_text_measurer_measure     (TsTextMeasurer    *self,
                                              const char        *text,
                                              double             size,
                                              TsChartWeight      weight,
                                              TsTextExtents     *extents);
const char     *ts_text_measurer_get_family  (TsTextMeasurer    *self);
TsSurfaceKind   ts_text_measurer_get_surface_kind (TsTextMeasurer *self);
double ts_text_measurer_measure_digits (TsTextMeasurer *self,
                                        const char     *text,
                                        double          size,
                                        TsChartWeight   weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsTextMeasurer, ts_text_measurer_unref)

G_END_DECLS
