/* ts-gaps-data.c
 *
 * What a gap chart shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-gaps-data-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-kind-private.h"
#include "chart/ts-gaps-layout.h"

G_DEFINE_BOXED_TYPE (TsGapsData, ts_gaps_data, ts_gaps_data_ref, ts_gaps_data_unref)

/**
 * ts_gaps_data_ref:
 * @self: data of a gap chart
 *
 * Returns: (transfer full): @self
 */
TsGapsData *
ts_gaps_data_ref (TsGapsData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_gaps_data_clear (TsGapsData *self)
{
  g_free (self->title);
  g_free (self->other_name);
  g_free (self->own_name);
  g_ptr_array_unref (self->level_names);
  g_ptr_array_unref (self->short_labels);
  g_ptr_array_unref (self->long_labels);
}

/**
 * ts_gaps_data_unref:
 * @self: (transfer full): data of a gap chart
 */
void
ts_gaps_data_unref (TsGapsData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_gaps_data_clear);
}

/**
 * ts_gaps_data_get_title:
 * @self: data of a gap chart
 *
 * Returns: what the chart is about
 */
const char *
ts_gaps_data_get_title (const TsGapsData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_gaps_data_get_subject:
 * @self: data of a gap chart
 *
 * Returns: what its rows are
 */
TsGapsSubject
ts_gaps_data_get_subject (const TsGapsData *self)
{
  g_return_val_if_fail (self != NULL, TS_GAPS_SUBJECT_AREA);

  return self->subject;
}

/**
 * ts_gaps_data_get_n_levels:
 * @self: data of a gap chart
 *
 * Returns: the highest level
 */
guint
ts_gaps_data_get_n_levels (const TsGapsData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level_names->len;
}

/**
 * ts_gaps_data_get_level_name:
 * @self: data of a gap chart
 * @level: from 1 to ts_gaps_data_get_n_levels()
 *
 * Returns: the level's name, perhaps ""
 */
const char *
ts_gaps_data_get_level_name (const TsGapsData *self,
                             guint             level)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (level >= 1 && level <= self->level_names->len, NULL);

  return self->level_names->pdata[level - 1];
}

/**
 * ts_gaps_data_get_n_rows:
 * @self: data of a gap chart
 *
 * Returns: the number of rows
 */
guint
ts_gaps_data_get_n_rows (const TsGapsData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->short_labels->len;
}

/**
 * ts_gaps_data_get_short_label:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 *
 * Returns: the row's short label, perhaps ""
 */
const char *
ts_gaps_data_get_short_label (const TsGapsData *self,
                              guint             row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->short_labels->len, NULL);

  return self->short_labels->pdata[row];
}

/**
 * ts_gaps_data_get_long_label:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 *
 * Returns: the row's title, perhaps ""
 */
const char *
ts_gaps_data_get_long_label (const TsGapsData *self,
                             guint             row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->long_labels->len, NULL);

  return self->long_labels->pdata[row];
}

/**
 * ts_gaps_data_is_judged:
 * @self: data of a gap chart
 *
 * Returns: whether its levels are those that others gave, set against those that an organisation gave itself instead of
 *   last year's
 */
gboolean
ts_gaps_data_is_judged (const TsGapsData *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->other_name != NULL;
}

/**
 * ts_gaps_data_get_series_name:
 * @self: data of a gap chart
 * @series: level now, target or level last year
 *
 * Returns: what @series is called, such as "Target" or "Self-assessment"
 */
const char *
ts_gaps_data_get_series_name (const TsGapsData *self,
                              TsGapsSeries      series)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (series)
    {
    case TS_GAPS_SERIES_LEVEL:
      return self->other_name != NULL ? self->other_name : _("Level");

    case TS_GAPS_SERIES_TARGET:
      return _("Target");

    case TS_GAPS_SERIES_PREVIOUS:
    default:
      return self->own_name != NULL ? self->own_name : _("Last year");
    }
}

/**
 * ts_gaps_data_get_value:
 * @self: data of a gap chart
 * @series: level now, target or level last year
 * @row: less than ts_gaps_data_get_n_rows()
 * @value: (out) (optional): the level; left alone if there is none
 *
 * Returns: whether there is one
 */
gboolean
ts_gaps_data_get_value (const TsGapsData *self,
                        TsGapsSeries      series,
                        guint             row,
                        double           *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) series < TS_GAPS_N_SERIES, FALSE);
  g_return_val_if_fail (row < self->short_labels->len, FALSE);

  if (isnan (self->values[series][row]))
    return FALSE;
  if (value != NULL)
    *value = self->values[series][row];

  return TRUE;
}

/**
 * ts_gaps_data_count_values:
 * @self: data of a gap chart
 * @series: level now, target or level last year
 *
 * Returns: in how many rows there is one
 */
guint
ts_gaps_data_count_values (const TsGapsData *self,
                           TsGapsSeries      series)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint row = 0; row < self->short_labels->len; row++)
    count += ts_gaps_data_get_value (self, series, row, NULL);

  return count;
}

static gboolean
get_difference (const TsGapsData *self,
                TsGapsSeries      other,
                guint             row,
                double           *difference)
{
  double level, compared;

  g_return_val_if_fail (difference != NULL, FALSE);

  if (!ts_gaps_data_get_value (self, TS_GAPS_SERIES_LEVEL, row, &level) ||
      !ts_gaps_data_get_value (self, other, row, &compared))
    return FALSE;

  /* Levels are written with one decimal: what is written alike is alike. */
  *difference = fabs (level - compared) < 0.05 ? 0 : level - compared;

  return TRUE;
}

/**
 * ts_gaps_data_get_gap:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 * @gap: (out): how many levels the row is above its target, negative where it is short of it
 *
 * Returns: whether the row has both
 */
gboolean
ts_gaps_data_get_gap (const TsGapsData *self,
                      guint             row,
                      double           *gap)
{
  return get_difference (self, TS_GAPS_SERIES_TARGET, row, gap);
}

/**
 * ts_gaps_data_get_change:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 * @change: (out): how many levels the row has risen since last year, negative where it has fallen
 *
 * Returns: whether the row has a level in both years
 */
gboolean
ts_gaps_data_get_change (const TsGapsData *self,
                         guint             row,
                         double           *change)
{
  return get_difference (self, TS_GAPS_SERIES_PREVIOUS, row, change);
}

TS_DEFINE_CHART_HEIGHT (gaps, TsGapsData)

TS_DEFINE_CHART_KIND (gaps, "gaps", TsGapsData, gaps_get_natural_height);

/**
 * ts_chart_new_gaps:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a gap chart
 */
TsChart *
ts_chart_new_gaps (TsGapsData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&gaps_kind, ts_gaps_data_ref (data));
}
