/* ts-trend-data.c
 *
 * What a trend shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-trend-data.h"

#include <math.h>

#include "chart/ts-chart-text.h"

typedef struct
{
  double value;
  gboolean merged;
  gboolean broken; /* of this line only */
} Point;

struct _TsTrendData
{
  char *title;
  char *measure;
  char *unit;
  char *basis; /* or NULL */
  TsChartLevels *levels;
  TsTrendSubject subject;
  GArray *years;
  GPtrArray *breaks;
  GArray *whole_breaks; /* gboolean: whether all lines are broken there */
  GArray *lines;
  GArray *kinds;

  /* Line by line. */
  GArray *points;
};

G_DEFINE_BOXED_TYPE (TsTrendData, ts_trend_data, ts_trend_data_ref, ts_trend_data_unref)

/**
 * ts_trend_data_new:
 * @title: (nullable): what the chart is about
 * @measure: (nullable): what the values are, such as "Sum of levels"
 * @unit: (nullable): in what they are counted, such as "points"
 * @levels: (nullable) (transfer none): the scale of the values; %NULL if they are no levels
 * @years: (array length=n_years): the years, rising; some may be left out
 * @n_years: how many, at most %TS_TREND_MAX_YEARS
 *
 * Returns: (transfer full): data without lines
 */
TsTrendData *
ts_trend_data_new (const char    *title,
                   const char    *measure,
                   const char    *unit,
                   TsChartLevels *levels,
                   const int     *years,
                   guint          n_years)
{
  TsTrendData *self;

  g_return_val_if_fail (n_years <= TS_TREND_MAX_YEARS, NULL);
  for (guint i = 1; i < n_years; i++)
    g_return_val_if_fail (years[i] > years[i - 1], NULL);

  self = g_atomic_rc_box_new0 (TsTrendData);
  self->title = ts_chart_text_clean (title);
  self->measure = ts_chart_text_clean (measure);
  self->unit = ts_chart_text_clean (unit);
  self->levels = levels != NULL ? ts_chart_levels_ref (levels) : NULL;
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_vals (self->years, years, n_years);
  self->breaks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->breaks, (int) n_years);
  self->whole_breaks = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (self->whole_breaks, n_years);
  self->lines = ts_chart_subjects_new ();
  self->kinds = g_array_new (FALSE, FALSE, sizeof (TsTrendLineKind));
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));

  return self;
}

/**
 * ts_trend_data_ref:
 * @self: data of a trend
 *
 * Returns: (transfer full): @self
 */
TsTrendData *
ts_trend_data_ref (TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_trend_data_clear (TsTrendData *self)
{
  g_free (self->title);
  g_free (self->measure);
  g_free (self->unit);
  g_free (self->basis);
  g_clear_pointer (&self->levels, ts_chart_levels_unref);
  g_array_unref (self->years);
  g_ptr_array_unref (self->breaks);
  g_array_unref (self->whole_breaks);
  g_array_unref (self->lines);
  g_array_unref (self->kinds);
  g_array_unref (self->points);
}

/**
 * ts_trend_data_unref:
 * @self: (transfer full): data of a trend
 */
void
ts_trend_data_unref (TsTrendData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_trend_data_clear);
}

/**
 * ts_trend_data_set_subject:
 * @self: data of a trend
 * @subject: what its lines are; organisations if nobody says
 */
void
ts_trend_data_set_subject (TsTrendData    *self,
                           TsTrendSubject  subject)
{
  g_return_if_fail (self != NULL);

  self->subject = subject;
}

/**
 * ts_trend_data_get_subject:
 * @self: data of a trend
 *
 * Returns: what its lines are
 */
TsTrendSubject
ts_trend_data_get_subject (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, TS_TREND_SUBJECT_ORGANISATION);

  return self->subject;
}

/**
 * ts_trend_data_add_line:
 * @self: data of a trend
 * @subject: the organisation, or what else the line is, copied
 * @kind: how it relates to the others
 *
 * Adds a line without any value.
 *
 * Returns: the line's position
 */
guint
ts_trend_data_add_line (TsTrendData          *self,
                        const TsChartSubject *subject,
                        TsTrendLineKind       kind)
{
  const Point none = { .value = NAN };

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);

  g_array_append_val (self->kinds, kind);
  for (guint year = 0; year < self->years->len; year++)
    g_array_append_val (self->points, none);

  return ts_chart_subjects_add (self->lines, subject);
}

static Point *
find_point (const TsTrendData *self,
            guint              line,
            guint              year)
{
  return &g_array_index (self->points, Point, (gsize) line * self->years->len + year);
}

/**
 * ts_trend_data_set_value:
 * @self: data of a trend
 * @line: a line's position
 * @year: a year's position
 * @value: a level of the scale, or a finite number where there is none
 * @merged: whether it is made from the values of predecessors
 *
 * What is no level of the scale is kept as none.
 */
void
ts_trend_data_set_value (TsTrendData *self,
                         guint        line,
                         guint        year,
                         double       value,
                         gboolean     merged)
{
  gboolean valid;

  g_return_if_fail (self != NULL);
  g_return_if_fail (line < self->lines->len);
  g_return_if_fail (year < self->years->len);

  valid = self->levels != NULL ? ts_chart_levels_is_level (self->levels, value) : isfinite (value);
  find_point (self, line, year)->value = valid ? value : NAN;
  find_point (self, line, year)->merged = valid && merged;
}

/**
 * ts_trend_data_set_break:
 * @self: data of a trend
 * @year: a year's position, not that of the first
 * @reason: why values from this year on cannot be set against those before, such as "The definition changed"
 *
 * Has lines broken between the year before and @year.
 */
void
ts_trend_data_set_break (TsTrendData *self,
                         guint        year,
                         const char  *reason)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (year > 0 && year < self->years->len);

  g_free (self->breaks->pdata[year]);
  self->breaks->pdata[year] = ts_chart_text_clean (reason);
  g_array_index (self->whole_breaks, gboolean, year) = TRUE;
}

/**
 * ts_trend_data_set_line_break:
 * @self: data of a trend
 * @line: a line's position
 * @year: a year's position, not that of the first
 * @reason: why values of some lines cannot be set against those before, such as "The definition of some changed"
 *
 * Has one line broken between the year before and @year; the first @reason that is given for a year is shown.
 */
void
ts_trend_data_set_line_break (TsTrendData *self,
                              guint        line,
                              guint        year,
                              const char  *reason)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (line < self->lines->len);
  g_return_if_fail (year > 0 && year < self->years->len);

  find_point (self, line, year)->broken = TRUE;
  if (self->breaks->pdata[year] == NULL)
    self->breaks->pdata[year] = ts_chart_text_clean (reason);
}

/**
 * ts_trend_data_set_basis:
 * @self: data of a trend
 * @basis: (nullable): what its values go by, as the rest of a sentence: "the 10 competencies that stand in both years"; %NULL where there is nothing
 *   to say
 */
void
ts_trend_data_set_basis (TsTrendData *self,
                         const char  *basis)
{
  g_return_if_fail (self != NULL);

  g_free (self->basis);
  self->basis = basis != NULL ? ts_chart_text_clean (basis) : NULL;
}

/**
 * ts_trend_data_get_basis:
 * @self: data of a trend
 *
 * Returns: (transfer none) (nullable): what its values go by
 */
const char *
ts_trend_data_get_basis (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->basis;
}

/**
 * ts_trend_data_get_title:
 * @self: data of a trend
 *
 * Returns: what the chart is about
 */
const char *
ts_trend_data_get_title (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_trend_data_get_measure:
 * @self: data of a trend
 *
 * Returns: what the values are, perhaps ""
 */
const char *
ts_trend_data_get_measure (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->measure;
}

/**
 * ts_trend_data_get_unit:
 * @self: data of a trend
 *
 * Returns: in what they are counted, perhaps ""
 */
const char *
ts_trend_data_get_unit (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit;
}

/**
 * ts_trend_data_get_levels:
 * @self: data of a trend
 *
 * Returns: (transfer none) (nullable): the scale of the values
 */
const TsChartLevels *
ts_trend_data_get_levels (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->levels;
}

/**
 * ts_trend_data_get_n_years:
 * @self: data of a trend
 *
 * Returns: the number of years
 */
guint
ts_trend_data_get_n_years (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->years->len;
}

/**
 * ts_trend_data_get_year:
 * @self: data of a trend
 * @year: less than ts_trend_data_get_n_years()
 *
 * Returns: the year itself
 */
int
ts_trend_data_get_year (const TsTrendData *self,
                        guint              year)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (year < ts_trend_data_get_n_years (self), 0);

  return g_array_index (self->years, int, year);
}

/**
 * ts_trend_data_get_break:
 * @self: data of a trend
 * @year: less than ts_trend_data_get_n_years()
 *
 * Returns: (nullable): why values from this year on, or some of them, cannot be set against those before; %NULL if they can
 */
const char *
ts_trend_data_get_break (const TsTrendData *self,
                         guint              year)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (year < ts_trend_data_get_n_years (self), NULL);

  return self->breaks->pdata[year];
}

/**
 * ts_trend_data_is_broken:
 * @self: data of a trend
 * @line: less than ts_trend_data_get_n_lines()
 * @year: less than ts_trend_data_get_n_years()
 *
 * Returns: whether the line's value there cannot be set against the one before
 */
gboolean
ts_trend_data_is_broken (const TsTrendData *self,
                         guint              line,
                         guint              year)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (line < self->lines->len, FALSE);
  g_return_val_if_fail (year < self->years->len, FALSE);

  return g_array_index (self->whole_breaks, gboolean, year) || find_point (self, line, year)->broken;
}

/**
 * ts_trend_data_get_n_lines:
 * @self: data of a trend
 *
 * Returns: the number of lines
 */
guint
ts_trend_data_get_n_lines (const TsTrendData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

/**
 * ts_trend_data_get_line:
 * @self: data of a trend
 * @line: less than ts_trend_data_get_n_lines()
 *
 * Returns: (transfer none): what the line is
 */
const TsChartSubject *
ts_trend_data_get_line (const TsTrendData *self,
                        guint              line)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (line < ts_trend_data_get_n_lines (self), NULL);

  return ts_chart_subjects_get (self->lines, line);
}

/**
 * ts_trend_data_get_line_kind:
 * @self: data of a trend
 * @line: less than ts_trend_data_get_n_lines()
 *
 * Returns: how it relates to the others
 */
TsTrendLineKind
ts_trend_data_get_line_kind (const TsTrendData *self,
                             guint              line)
{
  g_return_val_if_fail (self != NULL, TS_TREND_LINE_SUBJECT);
  g_return_val_if_fail (line < ts_trend_data_get_n_lines (self), TS_TREND_LINE_SUBJECT);

  return g_array_index (self->kinds, TsTrendLineKind, line);
}

/**
 * ts_trend_data_get_value:
 * @self: data of a trend
 * @line: less than ts_trend_data_get_n_lines()
 * @year: less than ts_trend_data_get_n_years()
 * @value: (out) (optional): the value; left alone if there is none
 *
 * Returns: whether there is one
 */
gboolean
ts_trend_data_get_value (const TsTrendData *self,
                         guint              line,
                         guint              year,
                         double            *value)
{
  double found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (line < self->lines->len, FALSE);
  g_return_val_if_fail (year < self->years->len, FALSE);

  found = find_point (self, line, year)->value;
  if (!isnan (found) && value != NULL)
    *value = found;

  return !isnan (found);
}

/**
 * ts_trend_data_is_merged:
 * @self: data of a trend
 * @line: less than ts_trend_data_get_n_lines()
 * @year: less than ts_trend_data_get_n_years()
 *
 * Returns: whether the value there is made from those of predecessors
 */
gboolean
ts_trend_data_is_merged (const TsTrendData *self,
                         guint              line,
                         guint              year)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (line < self->lines->len, FALSE);
  g_return_val_if_fail (year < self->years->len, FALSE);

  return find_point (self, line, year)->merged;
}

/**
 * ts_trend_data_get_range:
 * @self: data of a trend
 * @low: (out): the lowest value
 * @high: (out): the highest
 *
 * Returns: whether there is any
 */
gboolean
ts_trend_data_get_range (const TsTrendData *self,
                         double            *low,
                         double            *high)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < self->points->len; i++)
    {
      double value = g_array_index (self->points, Point, i).value;

      if (isnan (value))
        continue;
      *low = MIN (*low, value);
      *high = MAX (*high, value);
      found = TRUE;
    }

  return found;
}
