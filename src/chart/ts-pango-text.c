/* ts-pango-text.c
 *
 * Text through Pango. A text is measured in one place and painted in another, perhaps onto another
 * surface; both must use the same options or labels would outgrow the room made for them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-pango-text.h"

#include "chart/ts-text-measurer.h"

/* Words repeat between layouts of one chart while its window is resized. The cache is emptied
 * rather than trimmed: one layout fills it again in a few milliseconds. */
#define CACHE_LIMIT 4096

typedef struct
{
  PangoLayout *layout;
  char *family;
  GHashTable *cache;
} PangoMeasurer;

/**
 * ts_pango_text_prepare_context:
 * @context: the context to set up
 * @surface_kind: whether letters are set on whole pixels
 *
 * Sub-pixel colour and hinted metrics are switched off, so that what is painted depends neither on
 * the screen's settings nor on the scale of the surface.
 */
void
ts_pango_text_prepare_context (PangoContext *context,
                               TsSurfaceKind surface_kind)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, surface_kind == TS_SURFACE_RASTER);
}

/* A ligature is one glyph for several letters, and in a PDF not every reader finds the letters again. */
static void
separate_letters (PangoLayout *layout)
{
  PangoAttrList *attributes;

  if (pango_layout_get_attributes (layout) != NULL)
    return;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/**
 * ts_pango_text_prepare_layout:
 * @layout: a layout of a prepared context
 * @family: font family
 * @size: font size in layout units
 * @weight: normal or bold
 * @text: one line of valid UTF-8
 *
 * Any width and ellipsis left from an earlier text are cleared.
 */
void
ts_pango_text_prepare_layout (PangoLayout   *layout,
                              const char    *family,
                              double         size,
                              TsChartWeight  weight,
                              const char    *text)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font,
                                     weight == TS_CHART_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD
                                                                    : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  separate_letters (layout);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
}

static void
measure_pango (const char    *text,
               double         size,
               TsChartWeight  weight,
               TsTextExtents *extents,
               gpointer       user_data)
{
  PangoMeasurer *self = user_data;
  g_autofree char *key = g_strdup_printf ("%d %.6f %s", weight, size, text);
  const TsTextExtents *known = g_hash_table_lookup (self->cache, key);
  PangoRectangle logical;
  int baseline;

  if (known != NULL)
    {
      *extents = *known;
      return;
    }

  ts_pango_text_prepare_layout (self->layout, self->family, size, weight, text);
  pango_layout_get_extents (self->layout, NULL, &logical);
  baseline = pango_layout_get_baseline (self->layout);

  extents->width = (double) logical.width / PANGO_SCALE;
  extents->ascent = (double) (baseline - logical.y) / PANGO_SCALE;
  extents->descent = (double) (logical.y + logical.height - baseline) / PANGO_SCALE;

  if (g_hash_table_size (self->cache) >= CACHE_LIMIT)
    g_hash_table_remove_all (self->cache);
  g_hash_table_insert (self->cache, g_steal_pointer (&key), g_memdup2 (extents, sizeof *extents));
}

static void
pango_measurer_free (PangoMeasurer *self)
{
  g_hash_table_unref (self->cache);
  g_object_unref (self->layout);
  g_free (self->family);
  g_free (self);
}

/**
 * ts_text_measurer_new_pango:
 * @family: (nullable): font family, or %NULL for "Sans"
 * @surface_kind: the kind of surface the text will be painted on
 *
 * Makes a measurer that asks Pango. Pango keeps its fonts per thread: use and release the measurer
 * on the thread that made it.
 *
 * Returns: (transfer full): a new measurer
 */
TsTextMeasurer *
ts_text_measurer_new_pango (const char    *family,
                            TsSurfaceKind  surface_kind)
{
  PangoMeasurer *self = g_new0 (PangoMeasurer, 1);
  PangoContext *context =
    pango_font_map_create_context (pango_cairo_font_map_get_default ());

  ts_pango_text_prepare_context (context, surface_kind);
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  self->family = g_strdup (family != NULL ? family : "Sans");
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return ts_text_measurer_new (measure_pango, self, (GDestroyNotify) pango_measurer_free,
                               self->family, surface_kind);
}
