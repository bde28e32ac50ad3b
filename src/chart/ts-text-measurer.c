/* ts-text-measurer.c
 *
 * The measurer that layouts are given, and one with fixed metrics so that layouts can be tested
 * without any font.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-text-measurer.h"

struct _TsTextMeasurer
{
  TsTextMeasureFunc measure;
  gpointer user_data;
  GDestroyNotify destroy;
  char *family;
  TsSurfaceKind surface_kind;
};

G_DEFINE_BOXED_TYPE (TsTextMeasurer, ts_text_measurer, ts_text_measurer_ref, ts_text_measurer_unref)

/**
 * ts_text_measurer_new:
 * @measure: the function that measures
 * @user_data: (nullable): handed to it
 * @destroy: (nullable): frees @user_data with the last reference
 * @family: (nullable): font family that is measured and must later be painted; %NULL for "Sans"
 * @surface_kind: whether letters are set on whole pixels
 *
 * Returns: (transfer full): a new measurer
 */
TsTextMeasurer *
ts_text_measurer_new (TsTextMeasureFunc  measure,
                      gpointer           user_data,
                      GDestroyNotify     destroy,
                      const char        *family,
                      TsSurfaceKind      surface_kind)
{
  TsTextMeasurer *self;

  g_return_val_if_fail (measure != NULL, NULL);

  self = g_atomic_rc_box_new0 (TsTextMeasurer);
  self->measure = measure;
  self->user_data = user_data;
  self->destroy = destroy;
  self->family = g_strdup (family != NULL ? family : "Sans");
  self->surface_kind = surface_kind;

  return self;
}

/* Wide (mostly East Asian) characters count twice and marks not at all, so that tests meet labels
 * whose width does not follow from their number of characters. */
static void
measure_fixed (const char    *text,
               double         size,
               TsChartWeight  weight,
               TsTextExtents *extents,
               gpointer       user_data)
{
  double advance = weight == TS_CHART_WEIGHT_BOLD ? 0.62 : 0.56;
  guint cells = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (character))
        cells += g_unichar_iswide (character) ? 2 : 1;
    }

  extents->width = cells * advance * size;
  extents->ascent = size * 0.95;
  extents->descent = size * 0.25;
}

/**
 * ts_text_measurer_new_fixed:
 *
 * Makes a measurer for which each character of a weight is equally wide. It needs no font, so
 * a layout made with it is the same on every machine.
 *
 * Returns: (transfer full): a new measurer
 */
TsTextMeasurer *
ts_text_measurer_new_fixed (void)
{
  return ts_text_measurer_new (measure_fixed, NULL, NULL, NULL, TS_SURFACE_VECTOR);
}

/**
 * ts_text_measurer_ref:
 * @self: a measurer
 *
 * Returns: (transfer full): @self
 */
TsTextMeasurer *
ts_text_measurer_ref (TsTextMeasurer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_text_measurer_clear (TsTextMeasurer *self)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self->family);
}

/**
 * ts_text_measurer_unref:
 * @self: (transfer full): a measurer
 */
void
ts_text_measurer_unref (TsTextMeasurer *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_text_measurer_clear);
}

/**
 * ts_text_measurer_measure:
 * @self: a measurer
 * @text: one line of valid UTF-8
 * @size: font size in layout units
 * @weight: normal or bold
 * @extents: (out): how large the text will be
 */
void
ts_text_measurer_measure (TsTextMeasurer *self,
                          const char     *text,
                          double          size,
                          TsChartWeight   weight,
                          TsTextExtents  *extents)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (extents != NULL);

  self->measure (text, size, weight, extents, self->user_data);
}

/**
 * ts_text_measurer_get_family:
 * @self: a measurer
 *
 * Returns: the font family that @self measures for
 */
const char *
ts_text_measurer_get_family (TsTextMeasurer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

/**
 * ts_text_measurer_get_surface_kind:
 * @self: a measurer
 *
 * Returns: whether @self measures letters that are set on whole pixels
 */
TsSurfaceKind
ts_text_measurer_get_surface_kind (TsTextMeasurer *self)
{
  g_return_val_if_fail (self != NULL, TS_SURFACE_VECTOR);

  return self->surface_kind;
}

/**
 * ts_text_measurer_measure_digits:
 * @self: a measurer
 * @text: a number as it is written
 * @size: font size in layout units
 * @weight: normal or bold
 *
 * Returns: how wide it may become when its digits are others: not in all fonts are they alike
 */
double
ts_text_measurer_measure_digits (TsTextMeasurer *self,
                                 const char     *text,
                                 double          size,
                                 TsChartWeight   weight)
{
  g_autofree char *other = g_strdup (text);
  double widest = 0;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  for (char digit = '0'; digit <= '9'; digit++)
    {
      TsTextExtents extents;

      for (char *at = other; *at != '\0'; at++)
        *at = g_ascii_isdigit (*at) ? digit : *at;

      ts_text_measurer_measure (self, other, size, weight, &extents);
      widest = MAX (widest, extents.width);
    }

  return widest;
}
