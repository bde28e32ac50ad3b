/* ts-text-size.c — how large text is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-text-size.h"

/**
 * ts_text_size_get:
 * @widget: a widget
 *
 * Returns: the size of its text in pixels, which widths are counted in so that large text folds a wide window like a narrow one
 */
double
ts_text_size_get (GtkWidget *widget)
{
  const PangoFontDescription *font;
  double size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}
