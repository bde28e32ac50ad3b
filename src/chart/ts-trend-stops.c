/* ts-trend-stops.c
 *
 * The places of a trend that the cursor stops at. Values of one year that lie on each other, or as good as that, share a stop,
 * which names them. The cursor first follows the lines that are drawn strongest, each through the years; then come the
 * values of all others, year by year.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-trend-stops.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "core/ts-year.h"

/* In units. */
#define STOP_HEIGHT 10.0
#define STOP_WIDTH  27.3
#define RING        9.0

/* How many values a stop names. */
#define MOST_NAMED 5

typedef struct
{
  guint place;
  guint rank;
  guint line;
  double y;
} Entry;

typedef struct
{
  const TsTrendAxes *axes;
  TsSceneBuilder *builder;
  guint n_bins;
  GArray *entries;

  /* For each place, a year and a height, where its entries begin; one more at the end. */
  guint *starts;
  gboolean *visited;
} Stops;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return first->line < second->line ? -1 : first->line > second->line;
}

static double
bin_height (const Stops *self)
{
  return STOP_HEIGHT * self->axes->unit;
}

static guint
find_place (const Stops *self,
            guint        year,
            double       y)
{
  double bin = floor ((y - self->axes->plot.y) / bin_height (self));

  return year * self->n_bins + (guint) CLAMP (bin, 0, self->n_bins - 1.0);
}

static void
collect (Stops       *self,
         const guint *lines,
         guint        n_lines)
{
  const TsTrendData *data = self->axes->data;
  guint n_years = ts_trend_data_get_n_years (data);
  g_autofree guint *ranks = g_new (guint, ts_trend_data_get_n_lines (data) + 1);
  guint entry = 0;

  for (guint line = 0; line < ts_trend_data_get_n_lines (data); line++)
    ranks[line] = G_MAXUINT;
  for (guint i = 0; i < n_lines; i++)
    ranks[lines[i]] = i;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint line = 0; line < ts_trend_data_get_n_lines (data); line++)
    for (guint year = 0; year < n_years; year++)
      {
        double value;

        if (ts_trend_data_get_value (data, line, year, &value))
          {
            double y = ts_trend_axes_get_y (self->axes, value);
            const Entry it = { find_place (self, year, y), ranks[line], line, y };

            g_array_append_val (self->entries, it);
          }
      }
  g_array_sort (self->entries, compare_entries);

  self->starts = g_new (guint, n_years * self->n_bins + 1);
  self->visited = g_new0 (gboolean, n_years * self->n_bins + 1);
  for (guint place = 0; place <= n_years * self->n_bins; place++)
    {
      while (entry < self->entries->len &&
             g_array_index (self->entries, Entry, entry).place < place)
        entry++;
      self->starts[place] = entry;
    }
}

static char *
place_text (const Stops *self,
            guint        place,
            guint        year)
{
  const TsTrendData *data = self->axes->data;
  guint start = self->starts[place], n_entries = self->starts[place + 1] - start;
  GString *text;

  if (n_entries == 1)
    return ts_trend_data_value_text (data, g_array_index (self->entries, Entry, start).line, year);

  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (n_entries, MOST_NAMED); i++)
    {
      guint line = g_array_index (self->entries, Entry, start + i).line;
      g_autofree char *title = ts_chart_subject_title (ts_trend_data_get_line (data, line));
      g_autofree char *value = ts_trend_data_value_text (data, line, year);

      if (i > 0)
        g_string_append (text, _("; "));
      g_string_append_printf (text, _("%s: %s"), title, value);
    }
  if (n_entries > MOST_NAMED)
    {
      g_string_append (text, _("; "));
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                           n_entries - MOST_NAMED),
                              n_entries - MOST_NAMED);
    }

  return g_string_free (text, FALSE);
}

static void
add_place (Stops *self,
           guint  place)
{
  const TsTrendAxes *axes = self->axes;
  guint year = place / self->n_bins, bin = place % self->n_bins;
  guint n_years = ts_trend_data_get_n_years (axes->data);
  const Entry *first = &g_array_index (self->entries, Entry, self->starts[place]);
  g_autofree char *when = ts_year_format (ts_trend_data_get_year (axes->data, year));
  g_autofree char *title =
    ts_chart_subject_title (ts_trend_data_get_line (axes->data, first->line));
  g_autofree char *text = place_text (self, place, year);
  g_autofree char *label = self->starts[place + 1] - self->starts[place] == 1
                             ? g_strdup_printf (_("%s, %s"), title, when)
                             : g_strdup (when);
  double half = MIN (STOP_WIDTH * axes->unit, ts_trend_axes_get_spacing (axes)) / 2;
  double x = ts_trend_axes_get_x (axes, year);
  TsChartRectangle area = {
    x - half, axes->plot.y + bin_height (self) * bin, 2 * half, bin_height (self)
  };
  guint stop;

  /* The ends of the plot belong to it. */
  if (bin == 0)
    {
      area.y -= bin_height (self);
      area.height += bin_height (self);
    }
  if (bin + 1 == self->n_bins)
    area.height += bin_height (self);

  self->visited[place] = TRUE;
  stop = ts_scene_builder_add_stop (self->builder, first->line * n_years + year, label, text, x,
                                    first->y, RING * axes->unit);
  ts_scene_builder_add_region (self->builder, stop, &area);
}

/**
 * ts_trend_stops_add:
 * @axes: the axes
 * @builder: a builder, to which the stops are added; the id of one is the position of the first line it names times the number
 *   of years, plus the position of the year
 * @lines: (array length=n_lines): the lines that the cursor follows first
 * @n_lines: how many
 */
void
ts_trend_stops_add (const TsTrendAxes *axes,
                    TsSceneBuilder    *builder,
                    const guint       *lines,
                    guint              n_lines)
{
  guint n_years = ts_trend_data_get_n_years (axes->data);
  Stops self = { .axes = axes, .builder = builder };

  self.n_bins = (guint) MAX (floor (axes->plot.height / bin_height (&self)), 1);
  collect (&self, lines, n_lines);

  for (guint i = 0; i < n_lines; i++)
    for (guint year = 0; year < n_years; year++)
      {
        double value;

        if (ts_trend_data_get_value (axes->data, lines[i], year, &value))
          {
            guint place = find_place (&self, year, ts_trend_axes_get_y (axes, value));

            if (!self.visited[place])
              add_place (&self, place);
          }
      }

  for (guint place = 0; place < n_years * self.n_bins; place++)
    if (!self.visited[place] && self.starts[place] < self.starts[place + 1])
      add_place (&self, place);

  g_array_unref (self.entries);
  g_free (self.starts);
  g_free (self.visited);
}
