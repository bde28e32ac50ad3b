/* ts-report-painter.c — puts a page on a Cairo surface
 *
 * The same for a PDF, for a printer and for a picture. It decides nothing but colours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-painter.h"

#include "chart/ts-painter.h"
#include "chart/ts-pango-text.h"

typedef struct
{
  cairo_t *cairo;
  const TsReportPages *pages;
  const TsPalette *palette;
  PangoLayout *layout;
} Painter;

static void
set_colour (const Painter *self,
            TsChartRole    role)
{
  guint32 colour = self->palette->colours[role];

  cairo_set_source_rgb (self->cairo, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static gboolean
is_right_to_left (const Painter      *self,
                  const TsReportItem *item)
{
  if (item->style.direction == TS_TEXT_DIRECTION_AUTO)
    return ts_report_pages_get_direction (self->pages) == TS_CHART_DIRECTION_RTL;

  return item->style.direction == TS_TEXT_DIRECTION_RTL;
}

static void
paint_text (const Painter      *self,
            const TsReportItem *item)
{
  double x = item->x;
  double scale;
  int width;

  pango_context_set_base_dir (pango_layout_get_context (self->layout),
                              is_right_to_left (self, item) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_set_auto_dir (self->layout, FALSE);
  scale = ts_pango_text_prepare_layout (self->layout, TS_SURFACE_VECTOR, ts_report_pages_get_family (self->pages), item->style.size,
                                        item->style.weight, item->text);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_context_changed (self->layout);
  pango_layout_get_size (self->layout, &width, NULL);

  if (item->anchor == TS_CHART_ANCHOR_RIGHT)
    x -= scale * width / PANGO_SCALE;
  else if (item->anchor == TS_CHART_ANCHOR_CENTRE)
    x -= scale * width / PANGO_SCALE / 2;

  /* Who reads the tags of a PDF one after the other must not join the last word of a line to the first of the next. */
  if (item->space && !is_right_to_left (self, item))
    {
      g_autofree char *spaced = g_strconcat (item->text, " ", NULL);

      pango_layout_set_text (self->layout, spaced, -1);
    }

  set_colour (self, item->style.role);
  cairo_save (self->cairo);
  cairo_translate (self->cairo, x, item->baseline - scale * pango_layout_get_baseline (self->layout) / PANGO_SCALE);
  cairo_scale (self->cairo, scale, scale);
  cairo_move_to (self->cairo, 0, 0);
  pango_cairo_show_layout (self->cairo, self->layout);
  cairo_restore (self->cairo);
  cairo_new_path (self->cairo);
}

static void
paint_area (const Painter      *self,
            const TsReportItem *item)
{
  double inset = item->area.stroke_width / 2;

  if (item->area.fill != TS_CHART_FILL_NONE)
    {
      set_colour (self, item->area.fill_role);
      cairo_rectangle (self->cairo, item->bounds.x, item->bounds.y, item->bounds.width, item->bounds.height);
      cairo_fill (self->cairo);
    }

  if (item->area.stroke_width > 0)
    {
      set_colour (self, item->area.stroke_role);
      cairo_set_line_width (self->cairo, item->area.stroke_width);
      cairo_rectangle (self->cairo, item->bounds.x + inset, item->bounds.y + inset, item->bounds.width - 2 * inset,
                       item->bounds.height - 2 * inset);
      cairo_stroke (self->cairo);
    }
}

static void
paint_chart (const Painter      *self,
             const TsReportItem *item)
{
  cairo_save (self->cairo);
  cairo_translate (self->cairo, item->bounds.x, item->bounds.y);
  ts_painter_paint (self->cairo, item->scene, self->palette, TS_SURFACE_VECTOR);
  cairo_restore (self->cairo);
}

/**
 * ts_report_paint_page:
 * @cairo: where to paint, scaled to layout units
 * @pages: the document's pages
 * @page: which of them, counted from 0
 * @function: (nullable): called around each item
 * @data: for @function
 *
 * Paints no background: paper has its own.
 */
void
ts_report_paint_page (cairo_t              *cairo,
                      const TsReportPages  *pages,
                      guint                 page,
                      TsReportItemFunction  function,
                      gpointer              data)
{
  Painter self = { cairo, pages, ts_palette_get (TS_PALETTE_PRINT), NULL };

  g_return_if_fail (cairo != NULL && pages != NULL && page < ts_report_pages_get_n_pages (pages));

  self.layout = ts_pango_text_new_layout (cairo, TS_SURFACE_VECTOR, TS_SURFACE_VECTOR);
  cairo_save (cairo);

  for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
    {
      const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

      if (function != NULL)
        function (cairo, item, TRUE, data);

      if (item->kind == TS_REPORT_ITEM_TEXT)
        paint_text (&self, item);
      else if (item->kind == TS_REPORT_ITEM_AREA)
        paint_area (&self, item);
      else
        paint_chart (&self, item);

      if (function != NULL)
        function (cairo, item, FALSE, data);
    }

  cairo_restore (cairo);
  g_object_unref (self.layout);
}
