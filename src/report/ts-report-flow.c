/* ts-report-flow.c — a document as one long strip, before it is cut into pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-flow.h"

#include "chart/ts-chart-text.h"

#define POINTS(n) ((n) *TS_REPORT_UNITS_PER_POINT)

const TsReportFace ts_report_face_body = { POINTS (10), POINTS (14), TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_FOREGROUND };
const TsReportFace ts_report_face_body_strong = { POINTS (10), POINTS (14), TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND };
const TsReportFace ts_report_face_small = { POINTS (8.5), POINTS (12), TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_DIM };
const TsReportFace ts_report_face_cell = { POINTS (9), POINTS (12), TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_FOREGROUND };
const TsReportFace ts_report_face_cell_strong = { POINTS (9), POINTS (12), TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND };
const TsReportFace ts_report_face_column = { POINTS (8.5), POINTS (11), TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_DIM };
const TsReportFace ts_report_face_heading[] = {
  { 0 },
  { POINTS (19), POINTS (24), TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND },
  { POINTS (13), POINTS (17), TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND },
  { POINTS (10.5), POINTS (14), TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND },
};
const TsReportFace ts_report_face_title = { POINTS (30), POINTS (36), TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND };
const TsReportFace ts_report_face_subtitle = { POINTS (15), POINTS (20), TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_DIM };
const TsReportFace ts_report_face_margin = { POINTS (7.5), POINTS (10), TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_DIM };

/* About 75 letters. */
#define MEASURE (38 * POINTS (10))

static void
strip_clear (gpointer data)
{
  TsReportStrip *strip = data;

  g_free (strip->title);
  g_array_unref (strip->items);
}

void
ts_report_flow_init (TsReportFlow        *self,
                     const TsReportPaper *paper,
                     TsTextMeasurer      *measurer,
                     TsChartDirection     direction)
{
  *self = (TsReportFlow) {
    .measurer = measurer,
    .width = paper->width - paper->start - paper->end,
    .height = paper->height - paper->top - paper->bottom,
    .direction = direction,
    .strips = g_array_new (FALSE, TRUE, sizeof (TsReportStrip)),
    .heads = g_array_new (FALSE, TRUE, sizeof (TsReportHead)),
  };
  self->measure = MIN (self->width, MEASURE);
  g_array_set_clear_func (self->strips, strip_clear);
}

void
ts_report_flow_clear (TsReportFlow *self)
{
  g_clear_pointer (&self->strips, g_array_unref);
  g_clear_pointer (&self->heads, g_array_unref);
}

/**
 * ts_report_flow_add:
 * @self: a flow
 * @height: how high the strip is
 * @space: the room before it
 *
 * Returns: (transfer none): a new strip, until the next is added
 */
TsReportStrip *
ts_report_flow_add (TsReportFlow *self,
                    double        height,
                    double        space)
{
  TsReportStrip strip = {
    .height = height,
    .space = space,
    .starts_page = self->starts_page,
    .head = -1,
    .block = self->block,
    .items = ts_report_items_new (),
  };

  self->starts_page = FALSE;
  g_array_append_val (self->strips, strip);

  return &g_array_index (self->strips, TsReportStrip, self->strips->len - 1);
}

/**
 * ts_report_flow_keep:
 * @self: a flow
 * @first: the first strip of something
 * @n_together: up to how many strips stay together as a whole
 *
 * Keeps the first two strips together, and the last two: nothing leaves a single line alone on a page.
 */
void
ts_report_flow_keep (TsReportFlow *self,
                     guint         first,
                     guint         n_together)
{
  guint n = self->strips->len - first;

  for (guint i = 0; i + 1 < n; i++)
    {
      if (n <= n_together || i == 0 || i + 2 == n)
        g_array_index (self->strips, TsReportStrip, first + i).keep = TRUE;
    }
}

/**
 * ts_report_items_add_text:
 * @items: where to add it
 * @measurer: measures text
 * @direction: in which direction is read
 * @face: how it looks
 * @line: what it says
 * @text_direction: where the text that the line is from begins
 * @x: where the room for it begins
 * @y: the upper edge of that
 * @width: the width of that
 * @anchor: where in it the text stands, as if read from left to right
 *
 * Text that is read the other way than the document begins at the other side of its room.
 *
 * Returns: (transfer none): the new item
 */
TsReportItem *
ts_report_items_add_text (GArray             *items,
                          TsTextMeasurer     *measurer,
                          TsChartDirection    direction,
                          const TsReportFace *face,
                          const TsReportLine *line,
                          TsTextDirection     text_direction,
                          double              x,
                          double              y,
                          double              width,
                          TsChartAnchor       anchor)
{
  TsReportItem item = { .kind = TS_REPORT_ITEM_TEXT, .target = -1 };
  TsTextExtents extents;
  double text_width = MIN (line->width, width);

  if (anchor == TS_CHART_ANCHOR_LEFT && text_direction != TS_TEXT_DIRECTION_AUTO &&
      (text_direction == TS_TEXT_DIRECTION_RTL) != (direction == TS_CHART_DIRECTION_RTL))
    anchor = TS_CHART_ANCHOR_RIGHT;

  /* Of the face, not of the text: letters of another script must not lift the line. */
  ts_text_measurer_measure (measurer, "x", face->size, face->weight, &extents);

  item.text = g_strdup (line->text);
  item.joins = line->joins;
  item.space = line->space;
  item.anchor = anchor;
  item.x = anchor == TS_CHART_ANCHOR_LEFT    ? x
           : anchor == TS_CHART_ANCHOR_RIGHT ? x + width
                                             : x + width / 2;
  item.baseline = y + (face->line - extents.ascent - extents.descent) / 2 + extents.ascent;
  item.style = (TsTextStyle) { .size = face->size, .weight = face->weight, .role = face->role, .direction = text_direction };
  item.bounds = (TsChartRectangle) { item.x - (anchor == TS_CHART_ANCHOR_LEFT    ? 0
                                               : anchor == TS_CHART_ANCHOR_RIGHT ? text_width
                                                                                 : text_width / 2),
                                     y, text_width, face->line };
  g_array_append_val (items, item);

  return &g_array_index (items, TsReportItem, items->len - 1);
}

TsReportItem *
ts_report_items_add_area (GArray      *items,
                          TsChartRole  role,
                          double       x,
                          double       y,
                          double       width,
                          double       height)
{
  TsReportItem item = { .kind = TS_REPORT_ITEM_AREA, .target = -1 };

  item.bounds = (TsChartRectangle) { x, y, width, height };
  item.area = (TsChartPaint) { .fill = TS_CHART_FILL_SOLID, .fill_role = role };
  g_array_append_val (items, item);

  return &g_array_index (items, TsReportItem, items->len - 1);
}

/**
 * ts_report_flow_add_lines:
 * @self: a flow
 * @face: how the text looks
 * @text: clean text
 * @x: where its lines begin
 * @width: how wide they may be
 * @space: the room before the first
 *
 * Returns: the position of the first strip: each line is one
 */
guint
ts_report_flow_add_lines (TsReportFlow       *self,
                          const TsReportFace *face,
                          const char         *text,
                          double              x,
                          double              width,
                          double              space)
{
  g_autoptr (GArray) lines = ts_report_text_break (text, self->measurer, face->size, face->weight, width);
  TsTextDirection direction = ts_chart_text_direction (text);
  guint first = self->strips->len;

  for (guint i = 0; i < lines->len; i++)
    {
      TsReportStrip *strip = ts_report_flow_add (self, face->line, i == 0 ? space : 0);

      ts_report_items_add_text (strip->items, self->measurer, self->direction, face, &g_array_index (lines, TsReportLine, i), direction, x, 0,
                                width, TS_CHART_ANCHOR_LEFT);
    }

  return first;
}
