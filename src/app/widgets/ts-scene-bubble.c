/* ts-scene-bubble.c — what a point of a chart says, beside it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-scene-bubble.h"

#include "app/widgets/ts-chart-style.h"

/* In the size of the text. */
#define WIDEST  24.0
#define PADDING 0.6
#define GAP     0.5

static void
init_colour (GdkRGBA         *colour,
             const TsPalette *palette,
             TsChartRole      role)
{
  guint32 value = palette->colours[role];

  *colour = (GdkRGBA) { (value >> 16 & 0xff) / 255.0f, (value >> 8 & 0xff) / 255.0f, (value & 0xff) / 255.0f, 1 };
}

static PangoLayout *
make_layout (GtkWidget         *widget,
             const TsSceneStop *stop,
             double             em)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", stop->label, stop->value);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = (guint) strlen (stop->label);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MIN (WIDEST * em, gtk_widget_get_width (widget) - 2 * PADDING * em) * PANGO_SCALE));

  return layout;
}

/**
 * ts_scene_bubble_snapshot:
 * @widget: what shows the scene
 * @snapshot: where to draw
 * @stop: a point of the scene
 *
 * Says what the point is and what it shows, as its tooltip does for who has a pointer: beside the point, and within the widget.
 */
void
ts_scene_bubble_snapshot (GtkWidget         *widget,
                          GtkSnapshot       *snapshot,
                          const TsSceneStop *stop)
{
  double em;
  double padding;
  double x;
  double y;
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle text;
  TsPalette palette;
  GskRoundedRect box;
  GdkRGBA ground;
  GdkRGBA ink;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (snapshot != NULL && stop != NULL);

  em = ts_chart_style_get_em (widget);
  padding = PADDING * em;
  layout = make_layout (widget, stop, em);
  pango_layout_get_pixel_extents (layout, NULL, &text);
  ts_chart_style_get_palette (widget, &palette);
  /* The other way round, so that it is not taken for a part of the chart. */
  init_colour (&ground, &palette, TS_CHART_ROLE_FOREGROUND);
  init_colour (&ink, &palette, TS_CHART_ROLE_BACKGROUND);

  x = stop->anchor.x - text.width / 2.0 - padding;
  x = CLAMP (x, 0, MAX (gtk_widget_get_width (widget) - text.width - 2 * padding, 0));
  y = stop->anchor.y + stop->radius + GAP * em;

  if (y + text.height + 2 * padding > gtk_widget_get_height (widget))
    y = stop->anchor.y - stop->radius - GAP * em - text.height - 2 * padding;

  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (text.width + 2 * padding), (float) (text.height + 2 * padding)),
                                   (float) (padding * 0.75));
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &ground, &box.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + padding - text.x), (float) (y + padding - text.y)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}
