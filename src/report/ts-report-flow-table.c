/* ts-report-flow-table.c — tables, cut into lines
 *
 * A row is a strip for each line of its highest cell, so that a long one can go on on the next page; a short one stays whole. The head is noted, to
 * be repeated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-flow.h"

#include "chart/ts-chart-text.h"

#define GAP        14.0 /* between columns */
#define PADDING    3.5  /* above and below a row */
#define HAIRLINE   0.6
#define RULE       1.2
#define MARK       7.0
#define MARK_GAP   2.0
#define MARK_SPACE 5.0 /* between marks and text */

/* What a column takes at most by what stands in it, of the whole width. */
#define MOST_SHARE    0.34
#define LEAST_WIDTH   48.0
#define SHORT_ROW     7
#define SHORT_TITLE   76.0
#define SHORT_TABLE   0.4 /* of a page: such a table stays whole */
#define BEFORE_TITLE  10.0
#define N_SAMPLE_ROWS 400

typedef struct
{
  TsReportFlow *flow;
  const TsReportTable *table;
  guint n_columns;
  double width;
  double *x;
  double *widths;
  int head;
} Setter;

static double
get_marks_width (const TsReportCell *cell)
{
  return cell->n_marks == 0 ? 0 : cell->n_marks * (MARK + MARK_GAP) - MARK_GAP + MARK_SPACE;
}

static const TsReportFace *
get_face (const Setter *self,
          guint         column)
{
  return ts_report_table_is_facts (self->table) && column == 0 ? &ts_report_face_small : &ts_report_face_cell;
}

/* The widest word: narrower than that a head would be torn. */
static double
measure_words (Setter             *self,
               const TsReportFace *face,
               const char         *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, ts_report_text_measure (words[i], self->flow->measurer, face->size, face->weight));

  return widest;
}

/* How wide a column is by itself. Of very many rows the first are asked: a table that must be scrolled is none that must be exact. */
static double
measure_column (Setter *self,
                guint   column)
{
  const char *title = ts_report_table_get_column (self->table, column)->title;
  double whole = ts_report_text_measure (title, self->flow->measurer, ts_report_face_column.size, ts_report_face_column.weight);
  double widest = whole <= SHORT_TITLE ? whole : measure_words (self, &ts_report_face_column, title);
  guint n_rows = MIN (ts_report_table_get_n_rows (self->table), N_SAMPLE_ROWS);

  for (guint i = 0; i < n_rows; i++)
    {
      const TsReportCell *cell =
        ts_report_table_get_group (self->table, i) == NULL ? ts_report_table_get_cell (self->table, i, column) : NULL;
      const TsReportFace *face = get_face (self, column);

      if (cell != NULL)
        widest = MAX (widest, get_marks_width (cell) +
                                (cell->text != NULL ? ts_report_text_measure (cell->text, self->flow->measurer, face->size, face->weight) : 0));
    }

  return MIN (widest + 1, self->width * MOST_SHARE);
}

static void
set_widths (Setter *self)
{
  double free_width = self->width - GAP * (self->n_columns - 1);
  double own = 0;
  double shares = 0;
  double x = 0;

  for (guint j = 0; j < self->n_columns; j++)
    {
      const TsReportColumn *column = ts_report_table_get_column (self->table, j);

      self->widths[j] = column->share > 0 ? 0 : measure_column (self, j);
      own += self->widths[j];
      shares += column->share;
    }

  /* Too many columns press each other; those that share keep something to share. */
  if (own + (shares > 0 ? LEAST_WIDTH : 0) > free_width)
    {
      double factor = MAX (free_width - (shares > 0 ? MIN (LEAST_WIDTH, free_width / 4) : 0), 1) / own;

      for (guint j = 0; j < self->n_columns; j++)
        self->widths[j] *= factor;

      own *= factor;
    }

  for (guint j = 0; j < self->n_columns; j++)
    {
      double share = ts_report_table_get_column (self->table, j)->share;

      if (share > 0)
        self->widths[j] = (free_width - own) * share / shares;

      self->x[j] = x;
      x += self->widths[j] + GAP;
    }

  /* A table of narrow columns only is as wide as they are. */
  if (shares == 0)
    self->width = MIN (self->width, x - GAP);
}

static TsChartAnchor
get_anchor (const Setter *self,
            guint         column)
{
  switch (ts_report_table_get_column (self->table, column)->align)
    {
    case TS_REPORT_ALIGN_END:
      return TS_CHART_ANCHOR_RIGHT;
    case TS_REPORT_ALIGN_CENTRE:
      return TS_CHART_ANCHOR_CENTRE;
    case TS_REPORT_ALIGN_START:
    default:
      return TS_CHART_ANCHOR_LEFT;
    }
}

static void
add_marks (GArray             *items,
           const TsReportCell *cell,
           double              x,
           double              y,
           double              line)
{
  for (guint i = 0; i < cell->n_marks; i++)
    {
      TsReportItem *mark = ts_report_items_add_area (items, cell->role, x + i * (MARK + MARK_GAP), y + (line - MARK) / 2, MARK, MARK);

      if (i >= cell->n_filled)
        mark->area.fill = TS_CHART_FILL_NONE;

      mark->area.stroke_role = i < cell->n_filled ? cell->role : TS_CHART_ROLE_AXIS;
      mark->area.stroke_width = HAIRLINE;
    }
}

/* The strips of a row, of which @texts are the cells' lines. */
static void
add_row (Setter              *self,
         GArray             **lines,
         const TsReportCell **cells,
         TsTextDirection     *directions,
         const TsReportFace **faces,
         double               rule,
         TsChartRole          rule_role,
         double               space)
{
  guint n = 1;
  double line = 0;
  guint first = self->flow->strips->len;

  for (guint j = 0; j < self->n_columns; j++)
    {
      n = MAX (n, lines[j]->len);
      line = MAX (line, faces[j]->line);
    }

  for (guint k = 0; k < n; k++)
    {
      double top = k == 0 ? PADDING : 0;
      double height = top + line + (k + 1 == n ? PADDING : 0);
      TsReportStrip *strip = ts_report_flow_add (self->flow, height, k == 0 ? space : 0);

      strip->head = self->head;

      for (guint j = 0; j < self->n_columns; j++)
        {
          guint begin = strip->items->len;
          double marks = cells != NULL && cells[j] != NULL ? get_marks_width (cells[j]) : 0;

          if (k == 0 && marks > 0)
            add_marks (strip->items, cells[j], self->x[j], top, line);

          if (k < lines[j]->len && *g_array_index (lines[j], TsReportLine, k).text != '\0')
            ts_report_items_add_text (strip->items, self->flow->measurer, self->flow->direction, faces[j],
                                      &g_array_index (lines[j], TsReportLine, k), directions[j], self->x[j] + marks, top,
                                      self->widths[j] - marks, get_anchor (self, j));

          for (guint i = begin; i < strip->items->len; i++)
            {
              g_array_index (strip->items, TsReportItem, i).row = self->flow->n_rows + 1;
              g_array_index (strip->items, TsReportItem, i).column = j;
            }
        }

      if (k + 1 == n && rule > 0)
        ts_report_items_add_area (strip->items, rule_role, 0, height - rule, self->width, rule);
    }

  self->flow->n_rows++;
  ts_report_flow_keep (self->flow, first, SHORT_ROW);
}

static void
add_group (Setter     *self,
           const char *title,
           double      space)
{
  guint first = self->flow->strips->len;
  guint last;

  ts_report_flow_add_lines (self->flow, &ts_report_face_cell_strong, title, 0, self->width, space + 2 * PADDING);
  last = self->flow->strips->len - 1;

  for (guint i = first; i <= last; i++)
    {
      TsReportStrip *strip = &g_array_index (self->flow->strips, TsReportStrip, i);

      strip->keep = TRUE;
      strip->head = self->head;
    }

  {
    TsReportStrip *strip = &g_array_index (self->flow->strips, TsReportStrip, last);

    strip->height += PADDING;
    ts_report_items_add_area (strip->items, TS_CHART_ROLE_GRID, 0, strip->height - HAIRLINE, self->width, HAIRLINE);
  }
}

static gboolean
has_head (const TsReportTable *table)
{
  for (guint j = 0; j < ts_report_table_get_n_columns (table); j++)
    {
      if (*ts_report_table_get_column (table, j)->title != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
add_head (Setter *self,
          double  space)
{
  g_autofree GArray **lines = g_new0 (GArray *, self->n_columns);
  g_autofree TsTextDirection *directions = g_new0 (TsTextDirection, self->n_columns);
  g_autofree const TsReportFace **faces = g_new0 (const TsReportFace *, self->n_columns);
  TsReportHead head = { self->flow->strips->len, 0, 0 };
  guint most = 1;

  for (guint j = 0; j < self->n_columns; j++)
    {
      const char *title = ts_report_table_get_column (self->table, j)->title;

      faces[j] = &ts_report_face_column;
      directions[j] = ts_chart_text_direction (title);
      lines[j] = ts_report_text_break (title, self->flow->measurer, faces[j]->size, faces[j]->weight, self->widths[j]);
      most = MAX (most, lines[j]->len);
    }

  /* Heads stand on the line below them. */
  for (guint j = 0; j < self->n_columns; j++)
    {
      while (lines[j]->len < most)
        {
          TsReportLine empty = { g_strdup (""), 0, FALSE, TRUE };

          g_array_insert_val (lines[j], 0, empty);
        }
    }

  add_row (self, lines, NULL, directions, faces, RULE, TS_CHART_ROLE_AXIS, space);
  head.n = self->flow->strips->len - head.first;

  for (guint i = head.first; i < self->flow->strips->len; i++)
    {
      TsReportStrip *strip = &g_array_index (self->flow->strips, TsReportStrip, i);

      strip->keep = TRUE;
      head.height += strip->height;
    }

  for (guint j = 0; j < self->n_columns; j++)
    g_array_unref (lines[j]);

  /* A head that fills the page would leave no room for what it heads. */
  if (head.height < self->flow->height / 3)
    {
      g_array_append_val (self->flow->heads, head);
      self->head = (int) self->flow->heads->len - 1;
    }
}

static void
add_cells (Setter *self,
           guint   row,
           double  space)
{
  g_autofree GArray **lines = g_new0 (GArray *, self->n_columns);
  g_autofree const TsReportCell **cells = g_new0 (const TsReportCell *, self->n_columns);
  g_autofree TsTextDirection *directions = g_new0 (TsTextDirection, self->n_columns);
  g_autofree const TsReportFace **faces = g_new0 (const TsReportFace *, self->n_columns);

  for (guint j = 0; j < self->n_columns; j++)
    {
      const TsReportCell *cell = ts_report_table_get_cell (self->table, row, j);
      const char *text = cell->text != NULL ? cell->text : "";

      cells[j] = cell;
      faces[j] = get_face (self, j);
      directions[j] = ts_chart_text_direction (text);
      lines[j] = ts_report_text_break (text, self->flow->measurer, faces[j]->size, faces[j]->weight, self->widths[j] - get_marks_width (cell));
    }

  add_row (self, lines, cells, directions, faces, HAIRLINE, TS_CHART_ROLE_GRID, space);

  for (guint j = 0; j < self->n_columns; j++)
    g_array_unref (lines[j]);
}

/* The first two rows stay with the head, and the last two together; a short table stays whole. */
static void
keep_ends (TsReportFlow *flow,
           guint         begin,
           GArray       *rows)
{
  guint n = rows->len;
  double height = 0;

  for (guint i = begin; i < flow->strips->len; i++)
    height += g_array_index (flow->strips, TsReportStrip, i).height + g_array_index (flow->strips, TsReportStrip, i).space;

  if (height < flow->height * SHORT_TABLE)
    {
      for (guint i = begin; i + 1 < flow->strips->len; i++)
        g_array_index (flow->strips, TsReportStrip, i).keep = TRUE;
    }

  for (guint i = 0; i + 1 < n; i++)
    {
      guint last = g_array_index (rows, guint, i + 1) - 1;

      if (i == 0 || i + 2 == n)
        g_array_index (flow->strips, TsReportStrip, last).keep = TRUE;
    }
}

/**
 * ts_report_flow_add_table:
 * @self: a flow
 * @table: a table
 * @space: the room before it
 * @width: how wide it may be
 */
void
ts_report_flow_add_table (TsReportFlow        *self,
                          const TsReportTable *table,
                          double               space,
                          double               width)
{
  g_autofree double *x = g_new0 (double, ts_report_table_get_n_columns (table) + 1);
  g_autofree double *widths = g_new0 (double, ts_report_table_get_n_columns (table) + 1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Setter setter = { self, table, ts_report_table_get_n_columns (table), width, x, widths, -1 };
  guint n_rows = ts_report_table_get_n_rows (table);
  guint begin = self->strips->len;

  if (setter.n_columns == 0)
    return;

  set_widths (&setter);

  if (*ts_report_table_get_title (table) != '\0')
    {
      guint first = ts_report_flow_add_lines (self, &ts_report_face_cell_strong, ts_report_table_get_title (table), 0, width,
                                              space + BEFORE_TITLE);

      for (guint i = first; i < self->strips->len; i++)
        g_array_index (self->strips, TsReportStrip, i).keep = TRUE;

      space = 0;
    }

  if (has_head (table))
    {
      add_head (&setter, space);
      space = 0;
    }

  for (guint i = 0; i < n_rows; i++)
    {
      const char *group = ts_report_table_get_group (table, i);
      guint first = self->strips->len;

      if (group != NULL)
        add_group (&setter, group, space);
      else
        add_cells (&setter, i, space);

      g_array_append_val (rows, first);
      space = 0;
    }

  /* Below the last row there is no next one that a head could be kept with. */
  if (n_rows == 0 && self->strips->len > 0)
    g_array_index (self->strips, TsReportStrip, self->strips->len - 1).keep = FALSE;

  keep_ends (self, begin, rows);
}
