/* ts-chart-frame.c
 *
 * Lays out what surrounds every chart, and says what room is left for the chart itself. The chart comes
 * first: in a small place the words around it give way.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-frame.h"

#include "chart/ts-chart-text.h"

/* Sizes as multiples of body text. */
#define TITLE_SIZE   1.25
#define FINDING_SIZE 1.0
#define LEGEND_SIZE  0.9

/* Distances below paragraphs and below the last of them, and what width each needs. */
#define PARAGRAPH_GAP 0.3
#define WORDS_GAP     0.5
#define TITLE_WIDTH   8.0
#define FINDING_WIDTH 12.0

/* The plot keeps at least this share of the height, and of the width beside a legend. */
#define PLOT_SHARE       0.5
#define PLOT_WIDTH_SHARE 0.66

/* A picture at least this much wider than high has its legend beside the plot. */
#define WIDE_ASPECT 1.85

typedef struct
{
  GPtrArray *lines;
  TsTextStyle style;
  double ascent;
  double line_height;
  double height;
} Paragraph;

typedef struct
{
  const TsLegendEntry *entries;
  guint n_entries;
  TsTextStyle style;
  double *label_widths;
  double ascent;
  double descent;
  double sample;
  double gap;
  double spacing;
  double row_height;
} Legend;

/**
 * ts_chart_frame_marker_paint:
 * @entry: an entry of a legend
 * @paint: (out caller-allocates): how its marker is painted, there and in the plot
 *
 * A hollow marker is filled with the background, so that lines do not run through it. What is filled as a level, or
 * hatched, has an edge of its own: it may be as light as the background.
 */
void
ts_chart_frame_marker_paint (const TsLegendEntry *entry,
                             TsChartPaint        *paint)
{
  gboolean hollow = entry->marker_fill == TS_CHART_FILL_NONE;
  gboolean edged = entry->marker_fill == TS_CHART_FILL_HATCH ||
                   (hollow && entry->dash != TS_CHART_DASH_SOLID && entry->stroke_width <= 0) ||
                   (entry->role >= TS_CHART_ROLE_LEVEL_LOW &&
                    entry->role <= TS_CHART_ROLE_LEVEL_HIGH);

  *paint = (TsChartPaint) {
    .fill = entry->marker_fill == TS_CHART_FILL_HATCH ? TS_CHART_FILL_HATCH : TS_CHART_FILL_SOLID,
    .fill_role = hollow ? TS_CHART_ROLE_BACKGROUND : entry->role,
    .stroke_role = edged && !hollow ? TS_CHART_ROLE_AXIS : entry->role,
    .stroke_width = entry->marker_radius * (edged ? 0.12 : hollow ? 0.27
                                                                  : 0.25),
    .dash = hollow && entry->stroke_width <= 0 ? entry->dash : TS_CHART_DASH_SOLID,
  };
}

static void
paragraph_init (Paragraph            *self,
                const TsChartOptions *options,
                const char           *text,
                const TsTextStyle    *style,
                double                width,
                guint                 max_lines)
{
  double descent = 0;

  self->style = *style;
  self->style.direction = ts_chart_text_direction (text);
  self->lines = ts_chart_text_wrap (text, options->measurer, style->size, style->weight, width, 0,
                                    max_lines);
  self->ascent = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      TsTextExtents extents;

      ts_text_measurer_measure (options->measurer, self->lines->pdata[i], style->size,
                                style->weight, &extents);
      self->ascent = MAX (self->ascent, extents.ascent);
      descent = MAX (descent, extents.descent);
    }

  self->line_height = (self->ascent + descent) * 1.05;
  self->height = *text != '\0' ? self->line_height * self->lines->len : 0;
}

static void
paragraph_add (const Paragraph *self,
               TsSceneBuilder  *builder,
               TsScenePart      part,
               double           x,
               double           y,
               TsChartAnchor    anchor,
               double           width)
{
  for (guint i = 0; i < self->lines->len; i++)
    ts_scene_builder_add_text (builder, part, &self->style, self->lines->pdata[i], x,
                               y + self->ascent + i * self->line_height, anchor, width);
}

static void
paragraph_clear (Paragraph *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

static void
legend_init (Legend               *self,
             const TsChartOptions *options,
             const TsLegendEntry  *entries,
             guint                 n_entries)
{
  double em = ts_chart_options_em (options) * LEGEND_SIZE;

  self->entries = entries;
  self->n_entries = n_entries;
  self->style = (TsTextStyle) { .size = em, .role = TS_CHART_ROLE_FOREGROUND };
  self->label_widths = g_new0 (double, n_entries + 1);
  self->ascent = 0;
  self->descent = 0;
  self->sample = MAX (em * 2.1, ts_chart_options_unit (options) * 26);
  self->gap = em * 0.6;
  self->spacing = em * 1.6;

  for (guint i = 0; i < n_entries; i++)
    {
      TsTextExtents extents;

      ts_text_measurer_measure (options->measurer, entries[i].label, em, TS_CHART_WEIGHT_NORMAL,
                                &extents);
      self->label_widths[i] = extents.width;
      self->ascent = MAX (self->ascent, extents.ascent);
      self->descent = MAX (self->descent, extents.descent);
    }

  self->row_height = MAX ((self->ascent + self->descent) * 1.15,
                          ts_chart_options_unit (options) * 18);
}

static double
legend_entry_width (const Legend *self,
                    guint         entry,
                    double        available)
{
  return MIN (self->sample + self->gap + self->label_widths[entry], available);
}

static double
legend_column_width (const Legend *self)
{
  double widest = 0;

  for (guint i = 0; i < self->n_entries; i++)
    widest = MAX (widest, legend_entry_width (self, i, G_MAXDOUBLE));

  return widest;
}

static double
legend_grid_column (const Legend *self,
                    guint         column,
                    guint         n_columns,
                    double        available)
{
  double widest = 0;

  for (guint i = column; i < self->n_entries; i += n_columns)
    widest = MAX (widest, legend_entry_width (self, i, available));

  return widest;
}

static double
legend_grid_width (const Legend *self,
                   guint         n_columns,
                   double        available)
{
  double width = self->spacing * (n_columns - 1);

  for (guint column = 0; column < n_columns; column++)
    width += legend_grid_column (self, column, n_columns, available);

  return width;
}

/* As many columns as fit beside each other; rows of unequal length look best with as few gaps as
 * possible, so no more columns are taken than the number of rows needs. */
static guint
legend_count_columns (const Legend *self,
                      double        available)
{
  guint n_columns = self->n_entries;
  guint n_rows;

  while (n_columns > 1 && legend_grid_width (self, n_columns, available) > available)
    n_columns--;

  n_rows = (self->n_entries + n_columns - 1) / n_columns;

  return (self->n_entries + n_rows - 1) / n_rows;
}

static double
legend_grid_height (const Legend *self,
                    double        available)
{
  guint n_columns = legend_count_columns (self, available);

  return self->row_height * ((self->n_entries + n_columns - 1) / n_columns);
}

static void
legend_add_entry (const Legend   *self,
                  TsSceneBuilder *builder,
                  guint           entry,
                  double          x,
                  double          middle,
                  double          available)
{
  const TsLegendEntry *it = &self->entries[entry];
  double label_x = x + self->sample + self->gap;
  TsChartPaint paint = {
    .fill_role = it->role,
    .stroke_role = it->role,
    .stroke_width = it->stroke_width,
    .dash = it->dash,
  };

  if (it->wash)
    {
      const TsChartPaint wash = { .fill = TS_CHART_FILL_WASH, .fill_role = it->role };
      const TsChartRectangle area = {
        x, middle - self->row_height * 0.36, self->sample, self->row_height * 0.72
      };

      ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_LEGEND, &wash, &area,
                                      self->row_height * 0.15);
    }

  if (it->stroke_width > 0)
    {
      double inset = it->stroke_width / 2;
      const TsChartPoint line[] = {
        { x + inset, middle },
        { x + self->sample - inset, middle }
      };

      ts_scene_builder_add_line (builder, TS_SCENE_PART_LEGEND, &paint, line, 2);
    }

  if (it->marker != TS_CHART_MARKER_NONE)
    {
      ts_chart_frame_marker_paint (it, &paint);
      ts_scene_builder_add_marker (builder, TS_SCENE_PART_LEGEND, &paint, it->marker,
                                   x + self->sample / 2, middle, it->marker_radius);
    }

  ts_scene_builder_add_text (builder, TS_SCENE_PART_LEGEND, &self->style, it->label, label_x,
                             middle + (self->ascent - self->descent) / 2, TS_CHART_ANCHOR_LEFT,
                             available - self->sample - self->gap);
}

static void
legend_add_grid (const Legend           *self,
                 TsSceneBuilder         *builder,
                 const TsChartRectangle *area)
{
  guint n_columns = legend_count_columns (self, area->width);
  double x = area->x + (area->width - legend_grid_width (self, n_columns, area->width)) / 2;

  for (guint column = 0; column < n_columns; column++)
    {
      double middle = area->y + self->row_height / 2;

      for (guint i = column; i < self->n_entries; i += n_columns)
        {
          legend_add_entry (self, builder, i, x, middle, area->width);
          middle += self->row_height;
        }
      x += legend_grid_column (self, column, n_columns, area->width) + self->spacing;
    }
}

static void
legend_add_column (const Legend           *self,
                   TsSceneBuilder         *builder,
                   const TsChartRectangle *area)
{
  double pitch = self->row_height * 1.15;
  double middle = area->y + (area->height - pitch * (self->n_entries - 1)) / 2;

  for (guint i = 0; i < self->n_entries; i++)
    legend_add_entry (self, builder, i, area->x, middle + pitch * i, area->width);
}

static double
legend_distance (const TsChartOptions *options)
{
  return ts_chart_options_em (options) * 1.2;
}

static gboolean
legend_fits_beside (const Legend           *legend,
                    const TsChartOptions   *options,
                    TsLegendPlace           legend_place,
                    const TsChartRectangle *plot)
{
  return legend_place == TS_LEGEND_PLACE_AUTO &&
         plot->width >= plot->height * WIDE_ASPECT &&
         legend_column_width (legend) + legend_distance (options) <=
           plot->width * (1 - PLOT_WIDTH_SHARE) &&
         legend->row_height * 1.15 * legend->n_entries <= plot->height;
}

/* Puts the legend beside or below @plot and takes its room away from it; does nothing where neither
 * leaves the plot enough. */
static void
place_legend (TsSceneBuilder       *builder,
              const TsChartOptions *options,
              const Legend         *legend,
              TsLegendPlace         legend_place,
              TsChartRectangle     *plot)
{
  double gap = legend_distance (options);
  double column = legend_column_width (legend);
  double below = legend_grid_height (legend, plot->width);

  if (legend_fits_beside (legend, options, legend_place, plot))
    {
      TsChartRectangle area = {
        plot->x + plot->width - column, plot->y, column, plot->height
      };

      legend_add_column (legend, builder, &area);
      plot->width -= column + gap;
    }
  else if (below + gap <= plot->height * (1 - PLOT_SHARE) &&
           plot->width >= legend->sample + legend->gap + ts_chart_options_em (options) * 4)
    {
      TsChartRectangle area = {
        plot->x, plot->y + plot->height - below, plot->width, below
      };

      legend_add_grid (legend, builder, &area);
      plot->height -= below + gap;
    }
}

static void
heading_init (Paragraph            *self,
              const TsChartOptions *options,
              const char           *title,
              double                width)
{
  const TsTextStyle style = {
    .size = ts_chart_options_em (options) * TITLE_SIZE,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };

  paragraph_init (self, options, title, &style, width, 2);
}

static void
sentence_init (Paragraph            *self,
               const TsChartOptions *options,
               const char           *finding,
               double                width)
{
  const TsTextStyle style = {
    .size = ts_chart_options_em (options) * FINDING_SIZE,
    .role = TS_CHART_ROLE_DIM
  };

  paragraph_init (self, options, finding, &style, width, 4);
}

/**
 * ts_chart_frame_layout:
 * @builder: a builder, to which the surroundings are added
 * @options: the place and what is wanted there
 * @title: the title
 * @finding: the finding sentence
 * @entries: (array length=n_entries): the legend
 * @n_entries: how many, perhaps 0
 * @legend_place: where it goes
 *
 * Adds title, finding and legend as far as they are wanted and fit.
 *
 * Returns: the room that is left for the chart; its sides may be 0
 */
TsChartRectangle
ts_chart_frame_layout (TsSceneBuilder       *builder,
                       const TsChartOptions *options,
                       const char           *title,
                       const char           *finding,
                       const TsLegendEntry  *entries,
                       guint                 n_entries,
                       TsLegendPlace         legend_place)
{
  double em = ts_chart_options_em (options);
  double margin = MIN (options->margin, MIN (options->width, options->height) / 10);
  TsChartRectangle plot = {
    margin, margin, MAX (options->width - 2 * margin, 0), MAX (options->height - 2 * margin, 0)
  };
  Paragraph heading, sentence;
  Legend legend;
  double legend_height, room, y;
  gboolean with_title, with_finding;

  for (guint i = 0; i < n_entries; i++)
    ts_scene_builder_add_legend (builder, &entries[i]);

  legend_init (&legend, options, entries, n_entries);
  legend_height = options->show_legend && n_entries > 0
                    ? legend_grid_height (&legend, plot.width)
                    : 0;

  heading_init (&heading, options, title, plot.width);
  sentence_init (&sentence, options, finding, plot.width);
  room = plot.height * (1 - PLOT_SHARE) - em;
  with_title = options->show_title && heading.height > 0 && heading.height <= room &&
               plot.width >= em * TITLE_WIDTH;
  with_finding = options->show_finding && sentence.height > 0 &&
                 plot.width >= em * FINDING_WIDTH &&
                 (with_title ? heading.height : 0) + sentence.height + legend_height <= room;

  y = plot.y;
  if (with_title)
    {
      paragraph_add (&heading, builder, TS_SCENE_PART_TITLE, plot.x, y, TS_CHART_ANCHOR_LEFT,
                     plot.width);
      y += heading.height + em * PARAGRAPH_GAP;
    }
  if (with_finding)
    {
      paragraph_add (&sentence, builder, TS_SCENE_PART_FINDING, plot.x, y, TS_CHART_ANCHOR_LEFT,
                     plot.width);
      y += sentence.height + em * PARAGRAPH_GAP;
    }
  if (with_title || with_finding)
    y += em * WORDS_GAP;
  plot.height -= y - plot.y;
  plot.y = y;

  if (options->show_legend && n_entries > 0)
    place_legend (builder, options, &legend, legend_place, &plot);

  paragraph_clear (&heading);
  paragraph_clear (&sentence);
  g_free (legend.label_widths);

  return plot;
}

/**
 * ts_chart_frame_get_natural_height:
 * @options: the place and what is wanted there; its height is not looked at
 * @title: the title
 * @finding: the finding sentence
 * @entries: (array length=n_entries): the legend
 * @n_entries: how many, perhaps 0
 * @legend_place: where it goes
 * @content: the height that the chart itself wants
 *
 * Returns: the height of a picture in which ts_chart_frame_layout() leaves at least @content and leaves nothing out
 */
double
ts_chart_frame_get_natural_height (const TsChartOptions *options,
                                   const char           *title,
                                   const char           *finding,
                                   const TsLegendEntry  *entries,
                                   guint                 n_entries,
                                   TsLegendPlace         legend_place,
                                   double                content)
{
  double em = ts_chart_options_em (options);
  double margin = MIN (options->margin, options->width / 10);
  double width = MAX (options->width - 2 * margin, 0);
  double words = 0, below = 0, least, height;
  Paragraph heading, sentence;
  TsChartRectangle plot;
  Legend legend;

  legend_init (&legend, options, entries, n_entries);
  heading_init (&heading, options, title, width);
  sentence_init (&sentence, options, finding, width);

  if (options->show_title && heading.height > 0 && width >= em * TITLE_WIDTH)
    words += heading.height + em * PARAGRAPH_GAP;
  if (options->show_finding && sentence.height > 0 && width >= em * FINDING_WIDTH)
    words += sentence.height + em * PARAGRAPH_GAP;
  if (words > 0)
    words += em * WORDS_GAP;
  if (options->show_legend && n_entries > 0)
    below = legend_grid_height (&legend, width) + legend_distance (options);

  /* With less, the chart would not have its share. */
  least = (words + below + em) / (1 - PLOT_SHARE);
  height = MAX (words + content, least);
  plot = (TsChartRectangle) { .width = width, .height = height - words };
  if (below > 0 && !legend_fits_beside (&legend, options, legend_place, &plot))
    height = MAX (words + content + below, least);

  paragraph_clear (&heading);
  paragraph_clear (&sentence);
  g_free (legend.label_widths);

  return height + 2 * margin;
}

/**
 * ts_chart_frame_message:
 * @builder: a builder
 * @options: the place
 * @plot: the room for the chart
 * @message: what is to be said there instead
 *
 * Writes @message into the middle of @plot; leaves it out where it does not fit.
 */
void
ts_chart_frame_message (TsSceneBuilder         *builder,
                        const TsChartOptions   *options,
                        const TsChartRectangle *plot,
                        const char             *message)
{
  const TsTextStyle style = {
    .size = ts_chart_options_em (options),
    .role = TS_CHART_ROLE_DIM
  };
  Paragraph paragraph;

  paragraph_init (&paragraph, options, message, &style, plot->width, 4);
  if (paragraph.height <= plot->height && plot->width >= style.size * 4)
    paragraph_add (&paragraph, builder, TS_SCENE_PART_NOTE, plot->x + plot->width / 2,
                   plot->y + (plot->height - paragraph.height) / 2, TS_CHART_ANCHOR_CENTRE,
                   plot->width);
  paragraph_clear (&paragraph);
}

/**
 * ts_chart_frame_get_content:
 * @options: the place; its height is not looked at
 *
 * Returns: from where to where a chart reaches in a place of that width; without y and height
 */
TsChartRectangle
ts_chart_frame_get_content (const TsChartOptions *options)
{
  double margin = MIN (options->margin, options->width / 10);

  return (TsChartRectangle) { .x = margin, .width = MAX (options->width - 2 * margin, 0) };
}

/**
 * ts_chart_frame_fill:
 * @options: the place
 * @title: the chart's title
 * @finding: what it shows, in a sentence
 * @entries: (array length=n_entries): its legend, below it
 * @n_entries: how many
 * @empty: whether there is nothing to draw; the finding then says so where the chart would be
 * @fill: draws the chart
 * @data: for @fill
 *
 * Returns: (transfer full): the chart with what surrounds it
 */
TsScene *
ts_chart_frame_fill (const TsChartOptions *options,
                     const char           *title,
                     const char           *finding,
                     const TsLegendEntry  *entries,
                     guint                 n_entries,
                     gboolean              empty,
                     TsChartFillFunction   fill,
                     gconstpointer         data)
{
  TsSceneBuilder *builder = ts_scene_builder_new (options, title, finding);
  TsChartRectangle area = ts_chart_frame_layout (builder, options, title, finding, entries, n_entries,
                                                 TS_LEGEND_PLACE_BELOW);

  if (empty)
    ts_chart_frame_message (builder, options, &area, finding);
  else
    fill (builder, data, options, &area);

  return ts_scene_builder_end (builder);
}

/**
 * ts_chart_frame_clear_legend:
 * @entries: (array length=n_entries): entries whose labels are their own
 * @n_entries: how many there are
 *
 * Frees the labels.
 */
void
ts_chart_frame_clear_legend (TsLegendEntry *entries,
                             guint          n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    g_free (entries[i].label);
}
