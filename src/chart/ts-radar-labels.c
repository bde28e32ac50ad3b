/* ts-radar-labels.c
 *
 * Fits labels and radar into each other. Several ways of setting the labels are tried: names broken at
 * several widths, short labels, every second short label, and so on to none at all. For each way the
 * largest radar is found whose labels stay inside the area; of the ways without collisions the one wins
 * that shows most and costs the radar least.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-labels.h"

#include <math.h>

#include "chart/ts-chart-text.h"

#define LABEL_SIZE 0.88

/* Labels are worth leaving the radar this much of the radius that it would have without them, names this
 * much of what short labels would leave, and no more; and names are not worth a radar whose radius is less
 * than so many letters. */
#define WORTH_OF_NAMES   0.6
#define WORTH_OF_NUMBERS 0.6
#define LEAST_RADIUS     4.0

/* More names than this never find room. */
#define MAX_NAMES 24

/* When not every axis can be labelled, fewer labels than this say nothing. */
#define LEAST_LABELS 5

/* In multiples of the label's font size. */
#define SHORT_WIDTH 6.0
#define LEAD_GAP    0.4
#define CLEARANCE   0.25

#define SEARCH_STEPS 18

static const double name_widths[] = { 24, 16, 12, 9, 7 };

/**
 * ts_radar_labels_angle:
 * @n_axes: how many axes there are
 * @axis: one of them
 *
 * Returns: the angle of the axis in radians, clockwise from the right as Cairo has it; the first axis
 *   points up
 */
double
ts_radar_labels_angle (guint n_axes,
                       guint axis)
{
  return 2 * G_PI * axis / n_axes - G_PI_2;
}

static void
label_clear (TsRadarLabel *self)
{
  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->widths, g_array_unref);
}

/**
 * ts_radar_labels_free:
 * @self: (transfer full): labels
 */
void
ts_radar_labels_free (TsRadarLabels *self)
{
  for (guint i = 0; i < self->n_labels; i++)
    label_clear (&self->labels[i]);
  g_free (self->labels);
  g_free (self);
}

static TsRadarLabels *
labels_new_empty (guint  n_labels,
                  double size)
{
  TsRadarLabels *self = g_new0 (TsRadarLabels, 1);

  self->labels = g_new0 (TsRadarLabel, n_labels);
  self->n_labels = n_labels;
  self->size = size;

  return self;
}

static double
measure (TsTextMeasurer *measurer,
         TsRadarLabel   *label,
         const char     *text,
         double          size,
         TsChartWeight   weight)
{
  TsTextExtents extents;

  ts_text_measurer_measure (measurer, text, size, weight, &extents);
  label->ascent = MAX (label->ascent, extents.ascent);
  label->line_height = MAX (label->line_height, extents.ascent + extents.descent);

  return extents.width;
}

/* Breaks the name so that it takes as few lines as @width allows, and those equally long. */
static GPtrArray *
wrap_evenly (TsTextMeasurer *measurer,
             const char     *name,
             double          size,
             double          width,
             double          indent,
             guint           max_lines)
{
  GPtrArray *lines = ts_chart_text_wrap (name, measurer, size, TS_CHART_WEIGHT_NORMAL, width, indent,
                                         max_lines);
  double low = width / MAX (lines->len, 1) * 0.8;
  double high = width;

  if (lines->len < 2)
    return lines;

  for (guint step = 0; step < 5; step++)
    {
      double middle = (low + high) / 2;
      g_autoptr (GPtrArray) narrower =
        ts_chart_text_wrap (name, measurer, size, TS_CHART_WEIGHT_NORMAL, middle, indent,
                            lines->len);
      TsTextExtents last;

      ts_text_measurer_measure (measurer, narrower->pdata[narrower->len - 1], size,
                                TS_CHART_WEIGHT_NORMAL, &last);
      if (narrower->len == lines->len && last.width <= middle)
        {
          g_ptr_array_unref (lines);
          lines = g_steal_pointer (&narrower);
          high = middle;
        }
      else
        {
          low = middle;
        }
    }

  return lines;
}

/* Sets one label with its name in at most @max_lines lines of @width; 0 lines leaves the name out unless
 * there is nothing else. Returns whether all of it can be read. */
static gboolean
label_set (TsRadarLabel   *self,
           TsTextMeasurer *measurer,
           const char     *short_label,
           const char     *long_label,
           double          size,
           double          width,
           guint           max_lines)
{
  gboolean complete = TRUE;

  self->widths = g_array_new (FALSE, FALSE, sizeof (double));
  self->lines = g_ptr_array_new_with_free_func (g_free);

  if (max_lines == 0 && *short_label == '\0')
    short_label = long_label;
  if (max_lines == 0)
    long_label = "";

  if (*short_label != '\0')
    {
      double room = MIN (width, size * SHORT_WIDTH);

      self->lead = g_strdup (short_label);
      self->lead_width = measure (measurer, self, short_label, size, TS_CHART_WEIGHT_BOLD);
      complete = self->lead_width <= room;
      self->lead_width = MIN (self->lead_width, room);
      self->indent = *long_label != '\0' ? self->lead_width + size * LEAD_GAP : self->lead_width;
    }

  self->direction = ts_chart_text_direction (long_label);
  if (*long_label != '\0')
    {
      g_ptr_array_unref (self->lines);
      self->lines = wrap_evenly (measurer, long_label, size, width, self->indent, max_lines);
    }

  for (guint i = 0; i < MAX (self->lines->len, 1); i++)
    {
      double indent = i == 0 ? self->indent : 0;
      double line = i < self->lines->len
                      ? measure (measurer, self, self->lines->pdata[i], size,
                                 TS_CHART_WEIGHT_NORMAL)
                      : 0;
      double fitting = MIN (line, MAX (width - indent, 0));

      complete = complete && line <= fitting + 0.01;
      fitting += indent;
      g_array_append_val (self->widths, fitting);
      self->box.width = MAX (self->box.width, fitting);
    }

  self->box.height = self->line_height * self->widths->len;
  self->visible = self->box.width > 0;

  return complete;
}

static gboolean
is_near_origin (const TsChartRectangle *box,
                double                  distance)
{
  double x = MAX (MAX (box->x, -(box->x + box->width)), 0);
  double y = MAX (MAX (box->y, -(box->y + box->height)), 0);

  return x * x + y * y < distance * distance;
}

/* Moves a label out along its axis until no corner of it comes nearer to the origin than @distance. Its box
 * hangs on the axis by the side that faces the middle, and turns gradually from one side to the next. */
static void
label_push_out (TsRadarLabel *self,
                double        along_x,
                double        along_y,
                double        distance)
{
  double lean_x = CLAMP (along_x * 2, -1, 1), lean_y = along_y;
  double near = 0;
  double far = distance + self->box.width + self->box.height;

  for (guint step = 0; step < SEARCH_STEPS; step++)
    {
      double middle = (near + far) / 2;

      self->box.x = along_x * middle + (lean_x - 1) * self->box.width / 2;
      self->box.y = along_y * middle + (lean_y - 1) * self->box.height / 2;
      if (is_near_origin (&self->box, distance))
        near = middle;
      else
        far = middle;
    }

  self->box.x = along_x * far + (lean_x - 1) * self->box.width / 2;
  self->box.y = along_y * far + (lean_y - 1) * self->box.height / 2;
  self->align = lean_x > 0.4    ? TS_CHART_ANCHOR_LEFT
                : lean_x < -0.4 ? TS_CHART_ANCHOR_RIGHT
                                : TS_CHART_ANCHOR_CENTRE;
}

/* Places everything around the origin for one radius. Returns whether it fits into @area somewhere; then
 * the centre is as near to the middle of @area as it can be. */
static gboolean
place (TsRadarLabels          *self,
       const TsChartRectangle *area,
       double                  radius,
       const double           *reach,
       double                  gap)
{
  double left = 0, right = 0, top = 0, bottom = 0;

  self->radius = radius;

  for (guint i = 0; i < self->n_labels; i++)
    {
      TsRadarLabel *label = &self->labels[i];
      double angle = ts_radar_labels_angle (self->n_labels, i);
      double along_x = cos (angle), along_y = sin (angle);
      double x = radius * along_x, y = radius * along_y;

      left = MIN (left, x - reach[i]);
      right = MAX (right, x + reach[i]);
      top = MIN (top, y - reach[i]);
      bottom = MAX (bottom, y + reach[i]);

      if (label->visible)
        {
          label_push_out (label, along_x, along_y, radius + reach[i] + gap);
          left = MIN (left, label->box.x);
          right = MAX (right, label->box.x + label->box.width);
          top = MIN (top, label->box.y);
          bottom = MAX (bottom, label->box.y + label->box.height);
        }
    }

  self->centre.x = CLAMP (area->x + area->width / 2, area->x - left,
                          MAX (area->x - left, area->x + area->width - right));
  self->centre.y = CLAMP (area->y + area->height / 2 - (top + bottom) / 2, area->y - top,
                          MAX (area->y - top, area->y + area->height - bottom));

  return right - left <= area->width && bottom - top <= area->height;
}

/* Finds the largest radius that fits; 0 if none does. Afterwards the boxes lie in @area. */
static void
solve (TsRadarLabels          *self,
       const TsChartRectangle *area,
       const double           *reach,
       double                  gap)
{
  double fitting = 0;
  double beyond = MAX (area->width, area->height);

  for (guint step = 0; step < SEARCH_STEPS; step++)
    {
      double middle = (fitting + beyond) / 2;

      if (place (self, area, middle, reach, gap))
        fitting = middle;
      else
        beyond = middle;
    }

  place (self, area, fitting, reach, gap);

  for (guint i = 0; i < self->n_labels; i++)
    {
      self->labels[i].box.x += self->centre.x;
      self->labels[i].box.y += self->centre.y;
    }
}

/* Where marks at the end of an axis may be. */
static TsChartRectangle
mark_box (const TsRadarLabels *self,
          guint                axis,
          double               reach)
{
  double angle = ts_radar_labels_angle (self->n_labels, axis);
  double distance = self->radius + reach / 2;

  return (TsChartRectangle) {
    self->centre.x + distance * cos (angle) - reach / 2,
    self->centre.y + distance * sin (angle) - reach / 2,
    reach, reach
  };
}

static gboolean
collides (const TsRadarLabels *self,
          const double        *reach)
{
  for (guint i = 0; i < self->n_labels; i++)
    {
      const TsChartRectangle mark = mark_box (self, i, reach[i]);

      for (guint j = 0; j < self->n_labels; j++)
        {
          const TsRadarLabel *other = &self->labels[j];

          if (!other->visible || i == j)
            continue;
          if (ts_chart_rectangle_overlaps (&mark, &other->box, 0))
            return TRUE;
          if (self->labels[i].visible &&
              ts_chart_rectangle_overlaps (&self->labels[i].box, &other->box,
                                           self->size * CLEARANCE))
            return TRUE;
        }
    }

  return FALSE;
}

static TsRadarLabels *
try_names (const TsRadarData      *data,
           const TsChartOptions   *options,
           const TsChartRectangle *area,
           const double           *reach,
           double                  gap,
           double                  size,
           double                  width,
           double                 *completeness)
{
  guint n_labels = ts_radar_data_get_n_axes (data);
  TsRadarLabels *self = labels_new_empty (n_labels, size);
  guint n_complete = 0;

  for (guint i = 0; i < n_labels; i++)
    n_complete += label_set (&self->labels[i], options->measurer,
                             ts_radar_data_get_short_label (data, i),
                             ts_radar_data_get_long_label (data, i), size, width, 3);
  *completeness = (double) n_complete / n_labels;
  solve (self, area, reach, gap);

  return self;
}

/* Shows every label at a distance of @stride, the last one only if it is as far from the first. */
static TsRadarLabels *
try_short (const TsRadarData      *data,
           const TsChartOptions   *options,
           const TsChartRectangle *area,
           const double           *reach,
           double                  gap,
           double                  size,
           guint                   stride)
{
  guint n_labels = ts_radar_data_get_n_axes (data);
  TsRadarLabels *self = labels_new_empty (n_labels, size);

  for (guint i = 0; i < n_labels; i++)
    {
      label_set (&self->labels[i], options->measurer, ts_radar_data_get_short_label (data, i),
                 ts_radar_data_get_long_label (data, i), size, size * SHORT_WIDTH, 0);
      if (stride == 0 || i % stride != 0 || (i > 0 && n_labels - i < stride))
        self->labels[i].visible = FALSE;
    }
  solve (self, area, reach, gap);

  return self;
}

static TsRadarLabels *
best_short (const TsRadarData      *data,
            const TsChartOptions   *options,
            const TsChartRectangle *area,
            const double           *reach,
            double                  gap,
            double                  size)
{
  guint n_labels = ts_radar_data_get_n_axes (data);
  TsRadarLabels *bare = try_short (data, options, area, reach, gap, size, 0);

  for (guint stride = 1; stride == 1 || n_labels / stride >= LEAST_LABELS; stride++)
    {
      TsRadarLabels *candidate = try_short (data, options, area, reach, gap, size, stride);

      if (candidate->radius >= bare->radius * WORTH_OF_NUMBERS && !collides (candidate, reach))
        {
          ts_radar_labels_free (bare);
          return candidate;
        }
      ts_radar_labels_free (candidate);
    }

  return bare;
}

/**
 * ts_radar_labels_new:
 * @data: data of a radar with at least 3 axes
 * @options: fonts
 * @area: the room for radar and labels together
 * @reach: for each axis, how far marks on it reach beyond the outer ring
 * @gap: distance from there to its label
 *
 * Returns: (transfer full): labels that neither touch each other nor leave @area, with the largest radar
 *   between them
 */
TsRadarLabels *
ts_radar_labels_new (const TsRadarData      *data,
                     const TsChartOptions   *options,
                     const TsChartRectangle *area,
                     const double           *reach,
                     double                  gap)
{
  double size = ts_chart_options_em (options) * LABEL_SIZE;
  TsRadarLabels *best = best_short (data, options, area, reach, gap, size);
  double reference = best->radius;
  double best_score = 0;

  if (ts_radar_data_get_n_axes (data) > MAX_NAMES)
    return best;

  for (guint i = 0; i < G_N_ELEMENTS (name_widths); i++)
    {
      double completeness;
      TsRadarLabels *candidate = try_names (data, options, area, reach, gap, size,
                                            size * name_widths[i], &completeness);
      double share = candidate->radius / reference;
      double score = share + completeness;

      if (share >= WORTH_OF_NAMES && candidate->radius >= size * LEAST_RADIUS &&
          completeness >= 0.5 && score > best_score && !collides (candidate, reach))
        {
          ts_radar_labels_free (best);
          best = candidate;
          best_score = score;
        }
      else
        {
          ts_radar_labels_free (candidate);
        }
    }

  return best;
}

/**
 * ts_radar_labels_add:
 * @self: labels
 * @builder: a builder, to which they are added
 */
void
ts_radar_labels_add (const TsRadarLabels *self,
                     TsSceneBuilder      *builder)
{
  const TsTextStyle lead_style = {
    .size = self->size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  TsTextStyle style = { .size = self->size, .role = TS_CHART_ROLE_DIM };

  for (guint i = 0; i < self->n_labels; i++)
    {
      const TsRadarLabel *label = &self->labels[i];

      style.direction = label->direction;
      for (guint line = 0; label->visible && line < label->widths->len; line++)
        {
          double width = g_array_index (label->widths, double, line);
          double x = label->box.x + (label->box.width - width) * label->align / 2;
          double baseline = label->box.y + label->ascent + line * label->line_height;
          double indent = line == 0 ? label->indent : 0;

          if (line == 0 && label->lead != NULL)
            ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &lead_style, label->lead,
                                       x, baseline, TS_CHART_ANCHOR_LEFT, label->lead_width);
          if (line < label->lines->len && width > indent)
            ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &style,
                                       label->lines->pdata[line], x + indent, baseline,
                                       TS_CHART_ANCHOR_LEFT, width - indent);
        }
    }
}
