/* ts-font-preparation.c
 *
 * Before the first letter of a vector picture is measured, the configuration of all fonts is read, the two that are needed are chosen, and both are
 * loaded. That takes as long as it takes to read what a chart shows, and needs nothing of it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-font-preparation.h"

#include <pango/pangocairo.h>

#include "chart/ts-text-measurer.h"

struct _TsFontPreparation
{
  GThread *thread;
  char *family;
};

/* Pango keeps a font map for each thread; this one's is handed over with what was found. */
static gpointer
prepare (gpointer data)
{
  TsFontPreparation *self = data;
  TsTextMeasurer *measurer = ts_text_measurer_new_pango (self->family, TS_SURFACE_VECTOR);
  TsTextExtents extents;

  ts_text_measurer_measure (measurer, "0", 1, TS_CHART_WEIGHT_NORMAL, &extents);
  ts_text_measurer_measure (measurer, "0", 1, TS_CHART_WEIGHT_BOLD, &extents);
  ts_text_measurer_unref (measurer);

  return g_object_ref (pango_cairo_font_map_get_default ());
}

/**
 * ts_font_preparation_begin:
 * @family: (nullable): font family that text will be set in, or %NULL for "Sans"
 *
 * Begins to find what text in a vector picture needs. It is a gain of time only: without it, the same is found when the first text is measured.
 *
 * Returns: (transfer full): to be ended on the thread that will measure and paint, before it does
 */
TsFontPreparation *
ts_font_preparation_begin (const char *family)
{
  TsFontPreparation *self = g_new0 (TsFontPreparation, 1);

  self->family = g_strdup (family);
  self->thread = g_thread_new ("fonts", prepare, self);

  return self;
}

/**
 * ts_font_preparation_end:
 * @self: (transfer full): a preparation
 *
 * Waits until the fonts are found; from here on, this thread has them.
 */
void
ts_font_preparation_end (TsFontPreparation *self)
{
  PangoCairoFontMap *font_map;

  g_return_if_fail (self != NULL);

  font_map = g_thread_join (self->thread);
  pango_cairo_font_map_set_default (font_map);
  g_object_unref (font_map);
  g_free (self->family);
  g_free (self);
}
