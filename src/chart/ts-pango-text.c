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

/* Where letters are set on no pixels they are the same shape in every size, so they are set in this one and scaled. To find and load a font takes
 * longer than to lay a chart out, and each size is another font. In layout units. */
#define VECTOR_SIZE 32.0

typedef struct
{
  PangoLayout *layout;
  TsSurfaceKind text_kind;
  char *family;
  GHashTable *cache; /* Key → TsTextExtents, to be scaled */
} PangoMeasurer;

/* What a text is measured as. */
typedef struct
{
  double size; /* in which it is set */
  TsChartWeight weight;
  char *text;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) + g_double_hash (&key->size) + key->weight;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->size == second->size && first->weight == second->weight && g_str_equal (first->text, second->text);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

/* Sub-pixel colour and hinted metrics are switched off, so that what is painted depends neither on the screen's settings nor on the scale of
 * the surface. */
static void
prepare_context (PangoContext *context,
                 TsSurfaceKind surface_kind,
                 TsSurfaceKind text_kind)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, surface_kind == TS_SURFACE_RASTER ? CAIRO_HINT_STYLE_SLIGHT : CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, text_kind == TS_SURFACE_RASTER);
}

/**
 * ts_pango_text_new_layout:
 * @cairo: (nullable): where text will be painted, %NULL where it is only measured
 * @surface_kind: the kind of that surface
 * @text_kind: whether letters are set on whole pixels
 *
 * Returns: (transfer full): a layout, to be prepared for each text with ts_pango_text_prepare_layout()
 */
PangoLayout *
ts_pango_text_new_layout (cairo_t       *cairo,
                          TsSurfaceKind  surface_kind,
                          TsSurfaceKind  text_kind)
{
  PangoContext *context;
  PangoLayout *layout;

  /* What is scaled anyway needs no fonts for the scale of the surface, but those that it was measured with. */
  if (cairo == NULL || surface_kind == TS_SURFACE_VECTOR)
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  else
    context = pango_cairo_create_context (cairo);

  prepare_context (context, surface_kind, text_kind);
  layout = pango_layout_new (context);
  g_object_unref (context);

  return layout;
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

static double
get_set_size (TsSurfaceKind text_kind,
              double        size)
{
  return text_kind == TS_SURFACE_VECTOR ? VECTOR_SIZE : size;
}

static double
get_scale (TsSurfaceKind text_kind,
           double        size)
{
  return text_kind == TS_SURFACE_VECTOR ? size / VECTOR_SIZE : 1;
}

/**
 * ts_pango_text_prepare_layout:
 * @layout: a layout made with ts_pango_text_new_layout()
 * @text_kind: what it was made for
 * @family: font family
 * @size: font size in layout units
 * @weight: normal or bold
 * @text: one line of valid UTF-8
 *
 * Any width and ellipsis left from an earlier text are cleared.
 *
 * Returns: by how much the layout has to be scaled to be in layout units
 */
double
ts_pango_text_prepare_layout (PangoLayout   *layout,
                              TsSurfaceKind  text_kind,
                              const char    *family,
                              double         size,
                              TsChartWeight  weight,
                              const char    *text)
{
  PangoFontDescription *font = pango_font_description_new ();
  double set_size = get_set_size (text_kind, size);

  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, set_size * PANGO_SCALE);
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

  return get_scale (text_kind, size);
}

/* In the size in which it is set. */
static TsTextExtents *
measure_set (PangoMeasurer *self,
             const char    *text,
             double         size,
             TsChartWeight  weight)
{
  TsTextExtents *extents = g_new (TsTextExtents, 1);
  PangoRectangle logical;
  int baseline;

  ts_pango_text_prepare_layout (self->layout, self->text_kind, self->family, size, weight, text);
  pango_layout_get_extents (self->layout, NULL, &logical);
  baseline = pango_layout_get_baseline (self->layout);

  *extents = (TsTextExtents) {
    .width = (double) logical.width / PANGO_SCALE,
    .ascent = (double) (baseline - logical.y) / PANGO_SCALE,
    .descent = (double) (logical.y + logical.height - baseline) / PANGO_SCALE,
  };

  return extents;
}

static void
measure_pango (const char    *text,
               double         size,
               TsChartWeight  weight,
               TsTextExtents *extents,
               gpointer       user_data)
{
  PangoMeasurer *self = user_data;
  double set_size = get_set_size (self->text_kind, size);
  const Key wanted = { set_size, weight, (char *) text };
  TsTextExtents *known = g_hash_table_lookup (self->cache, &wanted);
  double scale = get_scale (self->text_kind, size);

  if (known == NULL)
    {
      Key *key = g_new (Key, 1);

      if (g_hash_table_size (self->cache) >= CACHE_LIMIT)
        g_hash_table_remove_all (self->cache);

      *key = (Key) { set_size, weight, g_strdup (text) };
      known = measure_set (self, text, size, weight);
      g_hash_table_insert (self->cache, key, known);
    }

  *extents = (TsTextExtents) { .width = known->width * scale, .ascent = known->ascent * scale, .descent = known->descent * scale };
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

  self->layout = ts_pango_text_new_layout (NULL, surface_kind, surface_kind);
  self->text_kind = surface_kind;
  self->family = g_strdup (family != NULL ? family : "Sans");
  self->cache = g_hash_table_new_full (key_hash, key_equal, key_free, g_free);

  return ts_text_measurer_new (measure_pango, self, (GDestroyNotify) pango_measurer_free,
                               self->family, surface_kind);
}
