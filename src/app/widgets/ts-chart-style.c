/* ts-chart-style.c — the screen's colours, font and size of text, for charts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-style.h"

#include <adwaita.h>
#include <math.h>

static TsPaletteKind
choose_palette_kind (void)
{
  AdwStyleManager *style_manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style_manager);

  if (adw_style_manager_get_high_contrast (style_manager))
    return dark ? TS_PALETTE_DARK_HIGH_CONTRAST : TS_PALETTE_LIGHT_HIGH_CONTRAST;

  return dark ? TS_PALETTE_DARK : TS_PALETTE_LIGHT;
}

static double
mix (double below,
     double above,
     double opacity)
{
  return below * (1 - opacity) + above * opacity;
}

/**
 * ts_chart_style_get_palette:
 * @widget: a widget that stands on a card
 * @palette: (out caller-allocates): the built-in palette, but with the background that is really there: markers and the rims of letters are filled
 *   with it
 */
void
ts_chart_style_get_palette (GtkWidget *widget,
                            TsPalette *palette)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA window;
  GdkRGBA card;

  *palette = *ts_palette_get (choose_palette_kind ());

  if (!gtk_style_context_lookup_color (style, "window_bg_color", &window) ||
      !gtk_style_context_lookup_color (style, "card_bg_color", &card))
    return;

  palette->colours[TS_CHART_ROLE_BACKGROUND] =
    (guint32) lround (mix (window.red, card.red, card.alpha) * 255) << 16 |
    (guint32) lround (mix (window.green, card.green, card.alpha) * 255) << 8 |
    (guint32) lround (mix (window.blue, card.blue, card.alpha) * 255);
}

static const PangoFontDescription *
get_font (GtkWidget *widget)
{
  return pango_context_get_font_description (gtk_widget_get_pango_context (widget));
}

/**
 * ts_chart_style_get_em:
 * @widget: a widget
 *
 * Returns: the size of body text in pixels; GTK has taken the text scale into it
 */
double
ts_chart_style_get_em (GtkWidget *widget)
{
  const PangoFontDescription *font = get_font (widget);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

/**
 * ts_chart_style_new_measurer:
 * @widget: a widget
 *
 * Returns: (transfer full): measures text in its font
 */
TsTextMeasurer *
ts_chart_style_new_measurer (GtkWidget *widget)
{
  return ts_text_measurer_new_pango (pango_font_description_get_family (get_font (widget)), TS_SURFACE_RASTER);
}

/**
 * ts_chart_style_init_options:
 * @widget: a widget
 * @measurer: from ts_chart_style_new_measurer()
 * @width: the room for a chart
 * @height: the room for it
 * @options: (out caller-allocates): what a layout is to be told
 */
void
ts_chart_style_init_options (GtkWidget      *widget,
                             TsTextMeasurer *measurer,
                             int             width,
                             int             height,
                             TsChartOptions *options)
{
  ts_chart_options_init_screen (options, width, height, measurer);
  options->text_scale = ts_chart_style_get_em (widget) / options->font_size;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    options->direction = TS_CHART_DIRECTION_RTL;
}

/**
 * ts_chart_style_set_tooltip:
 * @tooltip: a chart's tooltip
 * @stop: the point of it that the tooltip is for
 *
 * Says what the point is and its value, beside the point.
 */
void
ts_chart_style_set_tooltip (GtkTooltip        *tooltip,
                            const TsSceneStop *stop)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_TOOLTIP (tooltip));
  g_return_if_fail (stop != NULL);

  text = g_strdup_printf ("%s\n%s", stop->label, stop->value);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) {
                                       .x = (int) (stop->anchor.x - stop->radius),
                                       .y = (int) (stop->anchor.y - stop->radius),
                                       .width = (int) (2 * stop->radius),
                                       .height = (int) (2 * stop->radius),
                                     });
}
