/* ts-outcome-gap.c
 *
 * The mark between aspiration and actual value: a bracket beside the latest year that has both, and how large the gap
 * is in words. The words go where they cover no marker and cross as few lines as possible.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-outcome-gap.h"

#include <math.h>

#include "chart/ts-outcome-path.h"

#define TEXT_SIZE 0.88

/* In units: distances from bracket to markers and from text to either; a gap too small to be bracketed. */
#define CLEARANCE     4.0
#define BRACKET_REACH 4.0
#define LEAST_BRACKET 6.0

/* A text moved up to the edge of the plot is inside it. */
#define ROUNDING 0.01

/* How far the text may go up or down from its place, in steps of half its height. */
#define MOST_STEPS 3

/* What is bad about a place for the text. */
#define COST_CROSSING   10.0
#define COST_LEFT       2.0
#define COST_AWAY       3.0
#define COST_STEP       2.0
#define COST_SHORT_TEXT 35.0

typedef enum
{
  PLACE_BESIDE,
  PLACE_ABOVE,
  PLACE_BELOW,
} Place;

typedef struct
{
  const TsOutcomeAxes *axes;
  GArray *const *paths;
  gboolean has_markers;
  double reach;
  double unit;
  double x;
  double top;
  double bottom;
  double ascent;
  double height;
} Site;

static gboolean
clip (double  from,
      double  delta,
      double  low,
      double  high,
      double *enter,
      double *leave)
{
  double first, last;

  if (delta == 0)
    return from >= low && from <= high;

  first = (low - from) / delta;
  last = (high - from) / delta;
  *enter = MAX (*enter, MIN (first, last));
  *leave = MIN (*leave, MAX (first, last));

  return *enter <= *leave;
}

/* Cuts the line down to what lies between the sides of the box, then between its top and bottom (Liang and Barsky,
 * 1984); nothing is left of a line that does not cross it. */
static gboolean
is_crossed (const TsChartRectangle *box,
            const TsChartPoint     *from,
            const TsChartPoint     *to)
{
  double enter = 0, leave = 1;

  return clip (from->x, to->x - from->x, box->x, box->x + box->width, &enter, &leave) &&
         clip (from->y, to->y - from->y, box->y, box->y + box->height, &enter, &leave);
}

/* Returns how bad it would be to cover @box, or -1 if it must not be. */
static double
judge (const Site             *self,
       const TsChartRectangle *box)
{
  const TsChartRectangle *plot = &self->axes->plot;
  guint n_crossings = 0;

  if (box->x < plot->x - ROUNDING || box->x + box->width > plot->x + plot->width + ROUNDING ||
      box->y < plot->y || box->y + box->height > plot->y + plot->height)
    return -1;

  for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
    for (guint i = 0; i < self->paths[series]->len; i++)
      {
        const TsOutcomePathPoint *to = &g_array_index (self->paths[series], TsOutcomePathPoint, i);
        const TsChartRectangle marker = {
          to->at.x - self->reach, to->at.y - self->reach, 2 * self->reach, 2 * self->reach
        };

        if ((self->has_markers || to->alone) &&
            ts_chart_rectangle_overlaps (box, &marker, self->unit * 1.5))
          return -1;
        if (to->joined && is_crossed (box, &(to - 1)->at, &to->at))
          n_crossings++;
      }

  return n_crossings * COST_CROSSING;
}

/* The bracket stands beside the point if there is room before the next year and inside the plot, else on the point. */
static double
bracket_distance (const Site *self)
{
  double distance = self->reach + CLEARANCE * self->unit;

  if (distance + self->reach + CLEARANCE * self->unit > ts_outcome_axes_get_spacing (self->axes) ||
      distance > self->axes->inset)
    return 0;

  return distance;
}

/* Beside the bracket on one side, or above or below the point on one side or around it, further away with every step. */
static TsChartRectangle
box_at (const Site *self,
        Place       place,
        int         side,
        guint       step,
        double      width)
{
  const TsChartRectangle *plot = &self->axes->plot;
  double away = self->reach + CLEARANCE * self->unit + step * self->height / 2;
  double beside = MAX (bracket_distance (self), self->reach) + CLEARANCE * self->unit;
  TsChartRectangle box = { .width = width, .height = self->height };

  box.x = side == 0  ? self->x - width / 2
          : side > 0 ? self->x + beside
                     : self->x - beside - width;
  if (place != PLACE_BESIDE)
    box.x = CLAMP (box.x, plot->x, MAX (plot->x + plot->width - width, plot->x));
  box.y = place == PLACE_BESIDE  ? (self->top + self->bottom - self->height) / 2
          : place == PLACE_ABOVE ? self->top - away - self->height
                                 : self->bottom + away;

  return box;
}

static void
set_bracket (TsOutcomeGap *self,
             const Site   *site,
             int           side)
{
  double distance = bracket_distance (site) * side;
  double end = distance - BRACKET_REACH * site->unit * side;

  if (site->bottom - site->top < LEAST_BRACKET * site->unit)
    return;

  if (distance == 0)
    {
      self->bracket[0] = (TsChartPoint) { site->x, site->top };
      self->bracket[1] = (TsChartPoint) { site->x, site->bottom };
      self->n_bracket = 2;
      return;
    }

  self->bracket[0] = (TsChartPoint) { site->x + end, site->top };
  self->bracket[1] = (TsChartPoint) { site->x + distance, site->top };
  self->bracket[2] = (TsChartPoint) { site->x + distance, site->bottom };
  self->bracket[3] = (TsChartPoint) { site->x + end, site->bottom };
  self->n_bracket = 4;
}

/* Tries every place for one wording; keeps the best in @self and its cost in @least. */
static void
try_text (TsOutcomeGap         *self,
          const Site           *site,
          const TsChartOptions *options,
          const char           *text,
          double                handicap,
          double               *least)
{
  TsTextExtents extents;
  Site here = *site;

  ts_text_measurer_measure (options->measurer, text, self->size, TS_CHART_WEIGHT_BOLD, &extents);
  here.ascent = extents.ascent;
  here.height = extents.ascent + extents.descent;

  for (int side = 1; side >= -1; side--)
    for (Place place = PLACE_BESIDE; place <= PLACE_BELOW; place++)
      for (guint step = 0; step <= (place == PLACE_BESIDE ? 0 : MOST_STEPS); step++)
        {
          TsChartRectangle box = box_at (&here, place, side, step, extents.width);
          double cost = judge (&here, &box);

          if (cost < 0 || (side == 0 && place == PLACE_BESIDE))
            continue;

          cost += handicap + step * COST_STEP + (side < 0 ? COST_LEFT : 0) +
                  (place != PLACE_BESIDE ? COST_AWAY : 0);
          if (cost >= *least)
            continue;

          *least = cost;
          g_free (self->text);
          self->text = g_strdup (text);
          self->left = box.x;
          self->baseline = box.y + here.ascent;
          self->n_bracket = 0;
          set_bracket (self, &here, side < 0 ? -1 : 1);
        }
}

/**
 * ts_outcome_gap_init:
 * @self: (out caller-allocates): the mark
 * @data: data of an outcome
 * @axes: where it is drawn
 * @options: fonts
 * @paths: (array fixed-size=2): the lines of the series
 * @has_markers: whether all their points are marked, not only those that no line leads to
 * @reach: how far a marker reaches
 *
 * Finds a place for the mark. It is empty if no year has both values.
 */
void
ts_outcome_gap_init (TsOutcomeGap *self,
                     const TsOutcomeData *data,
                     const TsOutcomeAxes *axes,
                     const TsChartOptions *options,
                     GArray *const *paths,
                     gboolean has_markers,
                     double reach)
{
  g_autofree char *long_text = NULL;
  g_autofree char *short_text = NULL;
  double aspiration = 0, actual = 0, gap, least = G_MAXDOUBLE;
  Site site = {
    .axes = axes,
    .paths = paths,
    .has_markers = has_markers,
    .reach = reach,
    .unit = ts_chart_options_unit (options)
  };
  guint point;

  *self = (TsOutcomeGap) { .size = ts_chart_options_em (options) * TEXT_SIZE };
  if (!ts_outcome_data_find_latest_gap (data, &point) ||
      !ts_outcome_data_get_gap (data, point, &gap))
    return;

  ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ASPIRATION, point, &aspiration);
  ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ACTUAL, point, &actual);
  site.x = ts_outcome_axes_get_x (axes, ts_outcome_data_get_year (data, point));
  site.top = ts_outcome_axes_get_y (axes, MAX (aspiration, actual));
  site.bottom = ts_outcome_axes_get_y (axes, MIN (aspiration, actual));
  self->role = gap < 0 ? TS_CHART_ROLE_NEGATIVE : TS_CHART_ROLE_POSITIVE;

  long_text = ts_outcome_data_gap_text (data, point, TRUE);
  short_text = ts_outcome_data_gap_text (data, point, FALSE);
  try_text (self, &site, options, long_text, 0, &least);
  try_text (self, &site, options, short_text, COST_SHORT_TEXT, &least);
  if (self->text == NULL)
    set_bracket (self, &site, 1);
}

/**
 * ts_outcome_gap_clear:
 * @self: the mark
 *
 * Releases what @self holds.
 */
void
ts_outcome_gap_clear (TsOutcomeGap *self)
{
  g_clear_pointer (&self->text, g_free);
}

/**
 * ts_outcome_gap_add_line:
 * @self: the mark
 * @unit: size of a pixel
 * @builder: a builder, to which the bracket is added
 */
void
ts_outcome_gap_add_line (const TsOutcomeGap *self,
                         double              unit,
                         TsSceneBuilder     *builder)
{
  const TsChartPaint paint = { .stroke_role = self->role, .stroke_width = 1.5 * unit };

  if (self->n_bracket > 0)
    ts_scene_builder_add_line (builder, TS_SCENE_PART_NOTE, &paint, self->bracket,
                               self->n_bracket);
}

/**
 * ts_outcome_gap_add_text:
 * @self: the mark
 * @builder: a builder, to which the words are added
 */
void
ts_outcome_gap_add_text (const TsOutcomeGap *self,
                         TsSceneBuilder     *builder)
{
  const TsTextStyle style = {
    .size = self->size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND,
    .halo = TRUE
  };

  if (self->text != NULL)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, self->text, self->left,
                               self->baseline, TS_CHART_ANCHOR_LEFT, 0);
}
