/* ts-report-flow-blocks.c — the parts of a document, cut into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-flow.h"

#include "chart/ts-chart-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define INDENT          16.0
#define BAR             3.0
#define AFTER_PARAGRAPH 8.0
#define BETWEEN_ITEMS   3.0
#define AROUND          12.0 /* tables, charts, notes */
#define BEFORE_CAPTION  5.0
#define ROUND_SHARE     0.62 /* a chart's height, of its width */

static const double before_heading[] = { 0, 30, 24, 16 };
static const double after_heading[] = { 0, 8, 5, 3 };

static TsReportStrip *
get_strip (TsReportFlow *self,
           guint         position)
{
  return &g_array_index (self->strips, TsReportStrip, position);
}

static void
keep_all (TsReportFlow *self,
          guint         first,
          gboolean      with_next)
{
  for (guint i = first; i < self->strips->len; i++)
    get_strip (self, i)->keep = i + 1 < self->strips->len || with_next;
}

static void
add_heading (TsReportFlow        *self,
             const TsReportBlock *block)
{
  const TsReportFace *face = &ts_report_face_heading[block->level];
  guint first = ts_report_flow_add_lines (self, face, block->text, 0, block->level == 1 ? self->width : self->measure,
                                          before_heading[block->level]);
  TsReportStrip *strip = get_strip (self, first);

  strip->heading = block->level;
  strip->title = g_strdup (block->text);
  get_strip (self, self->strips->len - 1)->height += after_heading[block->level];
  keep_all (self, first, TRUE);

  for (guint i = first; i < self->strips->len; i++)
    get_strip (self, i)->binds = TRUE;
}

static void
add_paragraph (TsReportFlow        *self,
               const TsReportBlock *block)
{
  guint first = ts_report_flow_add_lines (self, &ts_report_face_body, block->text, 0, self->measure, AFTER_PARAGRAPH);

  ts_report_flow_keep (self, first, 3);
}

static void
add_item (TsReportFlow        *self,
          const TsReportBlock *block)
{
  guint first = ts_report_flow_add_lines (self, &ts_report_face_body, block->text, INDENT, self->measure - INDENT, BETWEEN_ITEMS);
  const TsReportLine bullet = { (char *) "•", ts_report_text_measure ("•", self->measurer, ts_report_face_body.size, TS_CHART_WEIGHT_NORMAL),
                                FALSE, TRUE };
  GArray *items = get_strip (self, first)->items;

  ts_report_items_add_text (items, self->measurer, self->direction, &ts_report_face_body, &bullet, TS_TEXT_DIRECTION_AUTO, 2, 0, INDENT - 2,
                            TS_CHART_ANCHOR_LEFT)
    ->made = TRUE;

  /* Read first, so drawn first. */
  {
    TsReportItem moved = g_array_index (items, TsReportItem, items->len - 1);

    memmove (&g_array_index (items, TsReportItem, 1), &g_array_index (items, TsReportItem, 0), sizeof moved * (items->len - 1));
    g_array_index (items, TsReportItem, 0) = moved;
  }

  ts_report_flow_keep (self, first, 3);
}

/* A bar beside the strips from @first on. */
static void
add_bar (TsReportFlow *self,
         guint         first,
         TsChartRole   role)
{
  for (guint i = first; i < self->strips->len; i++)
    {
      TsReportStrip *strip = get_strip (self, i);
      double gap = i > first ? strip->space : 0;

      /* Room between lines is part of the strip, so that the bar goes through. */
      strip->height += gap;
      strip->space -= gap;

      for (guint j = 0; j < strip->items->len; j++)
        {
          TsReportItem *item = &g_array_index (strip->items, TsReportItem, j);

          item->bounds.y += gap;
          item->baseline += gap;
        }

      ts_report_items_add_area (strip->items, role, 0, 0, BAR, strip->height);
    }
}

static void
add_quotation (TsReportFlow        *self,
               const TsReportBlock *block)
{
  guint first = self->strips->len;

  if (block->text != NULL && *block->text != '\0')
    ts_report_flow_add_lines (self, &ts_report_face_body, block->text, INDENT, self->measure - INDENT, AFTER_PARAGRAPH);

  if (block->detail != NULL && *block->detail != '\0')
    ts_report_flow_add_lines (self, &ts_report_face_small, block->detail, INDENT, self->measure - INDENT,
                              self->strips->len > first ? 1 : AFTER_PARAGRAPH);

  add_bar (self, first, TS_CHART_ROLE_GRID);
  ts_report_flow_keep (self, first, 4);
}

static void
add_note (TsReportFlow        *self,
          const TsReportBlock *block)
{
  guint first = self->strips->len;

  if (block->detail != NULL && *block->detail != '\0')
    ts_report_flow_add_lines (self, &ts_report_face_body_strong, block->detail, INDENT, self->measure - INDENT, AROUND);

  if (block->text != NULL && *block->text != '\0')
    ts_report_flow_add_lines (self, &ts_report_face_body, block->text, INDENT, self->measure - INDENT, self->strips->len > first ? 1 : AROUND);

  add_bar (self, first, TS_CHART_ROLE_HIGHLIGHT);
  ts_report_flow_keep (self, first, 6);
}

static char *
make_caption (const TsReportBlock *block)
{
  g_autofree char *finding = ts_chart_describe (block->chart);
  g_autofree char *clean = ts_report_text_clean (finding);
  g_autofree char *title = ts_report_text_clean (ts_chart_get_title (block->chart));

  g_strdelimit (clean, "\n", ' ');
  g_strdelimit (title, "\n", ' ');

  /* Translators: below a chart: its number, its title, and what it shows in a sentence */
  return g_strdup_printf (_("Figure %u. %s. %s"), block->number, title, clean);
}

/* How high is what belongs on the page of the next strip: headings above it. */
static double
measure_kept (const TsReportFlow *self)
{
  double height = 0;

  for (guint i = self->strips->len; i > 0; i--)
    {
      const TsReportStrip *strip = &g_array_index (self->strips, TsReportStrip, i - 1);

      if (!strip->keep || self->starts_page)
        break;

      height += strip->height + strip->space;

      if (strip->starts_page)
        break;
    }

  return height;
}

static void
add_chart (TsReportFlow        *self,
           const TsReportBlock *block)
{
  g_autofree char *caption = make_caption (block);
  g_autoptr (GArray) lines =
    ts_report_text_break (caption, self->measurer, ts_report_face_small.size, ts_report_face_small.weight, self->width);
  double most = MAX (self->height - measure_kept (self) - AROUND - lines->len * ts_report_face_small.line - BEFORE_CAPTION, self->height / 3);
  TsReportItem item = { .kind = TS_REPORT_ITEM_CHART, .target = -1 };
  TsReportStrip *strip;
  TsChartOptions options;
  double height = block->height;
  guint first = self->strips->len;

  ts_chart_options_init_export (&options, self->width, self->width, self->measurer);
  options.margin = 0;
  options.direction = self->direction;
  options.font_size = ts_report_face_small.size;
  options.show_title = FALSE;
  options.show_finding = FALSE;

  if (height <= 0)
    height = ts_chart_get_natural_height (block->chart, &options);

  if (height <= 0)
    height = self->width * ROUND_SHARE;

  options.height = MIN (height, most);
  strip = ts_report_flow_add (self, options.height, AROUND);
  item.bounds = (TsChartRectangle) { 0, 0, self->width, options.height };
  item.scene = ts_chart_layout (block->chart, &options);
  g_array_append_val (strip->items, item);
  ts_report_flow_add_lines (self, &ts_report_face_small, caption, 0, self->width, BEFORE_CAPTION);
  keep_all (self, first, FALSE);
}

static void
add_title_page (TsReportFlow        *self,
                const TsReportBlock *block,
                const TsReportInfo  *info)
{
  guint first = self->strips->len;
  double used = 0;
  const char *title = info->organisation != NULL ? info->organisation : info->title;
  g_autofree char *second = NULL;

  /* The title stands at a third of the page, where the eye begins. */
  ts_report_flow_add (self, self->height * 0.22, 0);
  ts_report_items_add_area (get_strip (self, first)->items, TS_CHART_ROLE_HIGHLIGHT, 0, self->height * 0.22 - 22, 64, 5);
  ts_report_flow_add_lines (self, &ts_report_face_title, title, 0, self->width, 0);

  if (info->organisation != NULL)
    ts_report_flow_add_lines (self, &ts_report_face_subtitle, info->title, 0, self->width, 10);

  if (info->framework != NULL || info->year != NULL)
    {
      second = g_strdup_printf ("%s%s%s", info->framework != NULL ? info->framework : "",
                                info->framework != NULL && info->year != NULL ? " · " : "", info->year != NULL ? info->year : "");
      ts_report_flow_add_lines (self, &ts_report_face_subtitle, second, 0, self->width, 2);
    }

  if (block->text != NULL && *block->text != '\0')
    ts_report_flow_add_lines (self, &ts_report_face_subtitle, block->text, 0, self->width, 2);

  for (guint i = first; i < self->strips->len; i++)
    used += get_strip (self, i)->height + (i > first ? get_strip (self, i)->space : 0);

  if (block->table != NULL)
    {
      guint begin = self->strips->len;
      double facts = 0;

      ts_report_flow_add_table (self, block->table, 0, self->measure);

      for (guint i = begin; i < self->strips->len; i++)
        facts += get_strip (self, i)->height + (i > begin ? get_strip (self, i)->space : 0);

      if (begin < self->strips->len)
        get_strip (self, begin)->space = MAX (self->height - used - facts - 1, AROUND);
    }

  self->starts_page = TRUE;
}

/**
 * ts_report_flow_add_block:
 * @self: a flow
 * @report: a document
 * @position: which of its blocks; contents are none of those that can be added so
 */
void
ts_report_flow_add_block (TsReportFlow *self,
                          TsReport     *report,
                          guint         position)
{
  const TsReportBlock *block = ts_report_get_block (report, position);

  self->block = position;

  switch (block->kind)
    {
    case TS_REPORT_BLOCK_TITLE_PAGE:
      add_title_page (self, block, ts_report_get_info (report));
      break;

    case TS_REPORT_BLOCK_HEADING:
      add_heading (self, block);
      break;

    case TS_REPORT_BLOCK_PARAGRAPH:
      add_paragraph (self, block);
      break;

    case TS_REPORT_BLOCK_ITEM:
      add_item (self, block);
      break;

    case TS_REPORT_BLOCK_QUOTATION:
      add_quotation (self, block);
      break;

    case TS_REPORT_BLOCK_NOTE:
      add_note (self, block);
      break;

    case TS_REPORT_BLOCK_TABLE:
      ts_report_flow_add_table (self, block->table, AROUND, self->width);
      break;

    case TS_REPORT_BLOCK_CHART:
      add_chart (self, block);
      break;

    case TS_REPORT_BLOCK_PAGE_BREAK:
      self->starts_page = TRUE;
      break;

    case TS_REPORT_BLOCK_CONTENTS:
    default:
      break;
    }
}
