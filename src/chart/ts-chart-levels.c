/* ts-chart-levels.c
 *
 * The levels of a scale as a chart shows them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-levels.h"

#include <math.h>

#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"

struct _TsChartLevels
{
  TsChartLevelsKind kind;
  GPtrArray *names;
};

G_DEFINE_BOXED_TYPE (TsChartLevels, ts_chart_levels, ts_chart_levels_ref, ts_chart_levels_unref)

/**
 * ts_chart_levels_new:
 * @names: (array zero-terminated=1): names of the levels 1, 2, … in order, such as "Starting"; at least one and at most
 *   %TS_CHART_LEVELS_MOST; those of a sequence may be empty
 * @kind: how they are told apart
 *
 * Returns: (transfer full): new levels
 */
TsChartLevels *
ts_chart_levels_new (const char *const *names,
                     TsChartLevelsKind kind)
{
  TsChartLevels *self;

  g_return_val_if_fail (names != NULL && names[0] != NULL, NULL);
  g_return_val_if_fail (g_strv_length ((char **) names) <= TS_CHART_LEVELS_MOST, NULL);

  self = g_atomic_rc_box_new0 (TsChartLevels);
  self->kind = kind;
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (self->names, ts_chart_text_clean (names[i]));

  return self;
}

/**
 * ts_chart_levels_ref:
 * @self: levels
 *
 * Returns: (transfer full): @self
 */
TsChartLevels *
ts_chart_levels_ref (TsChartLevels *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_chart_levels_clear (TsChartLevels *self)
{
  g_ptr_array_unref (self->names);
}

/**
 * ts_chart_levels_unref:
 * @self: (transfer full): levels
 */
void
ts_chart_levels_unref (TsChartLevels *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_chart_levels_clear);
}

/**
 * ts_chart_levels_get_n:
 * @self: levels
 *
 * Returns: the highest level
 */
guint
ts_chart_levels_get_n (const TsChartLevels *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->names->len;
}

/**
 * ts_chart_levels_get_name:
 * @self: levels
 * @level: from 1 to ts_chart_levels_get_n()
 *
 * Returns: the level's name, perhaps ""
 */
const char *
ts_chart_levels_get_name (const TsChartLevels *self,
                          guint                level)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (level >= 1 && level <= self->names->len, NULL);

  return self->names->pdata[level - 1];
}

/**
 * ts_chart_levels_is_level:
 * @self: levels
 * @value: any number
 *
 * Returns: whether @value is a level or lies between two
 */
gboolean
ts_chart_levels_is_level (const TsChartLevels *self,
                          double               value)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* NaN compares as false. */
  return value >= 1 && value <= self->names->len;
}

/**
 * ts_chart_levels_get_role:
 * @self: levels
 * @value: a level; parts of a level are allowed
 *
 * The ends of the scale always have the ends of the colours. Of more than five levels some neighbours share a colour.
 *
 * Returns: what an area at @value is filled with
 */
TsChartRole
ts_chart_levels_get_role (const TsChartLevels *self,
                          double               value)
{
  static const TsChartRole lights[] = {
    TS_CHART_ROLE_NEGATIVE, TS_CHART_ROLE_CAUTION, TS_CHART_ROLE_POSITIVE
  };
  double share;

  g_return_val_if_fail (ts_chart_levels_is_level (self, value), TS_CHART_ROLE_BACKGROUND);

  share = self->names->len == 1 ? 1 : (round (value) - 1) / (self->names->len - 1);
  if (self->kind == TS_CHART_LEVELS_TRAFFIC_LIGHT)
    return lights[lround (share * (G_N_ELEMENTS (lights) - 1))];

  return TS_CHART_ROLE_LEVEL_LOW +
         lround (share * (TS_CHART_ROLE_LEVEL_HIGH - TS_CHART_ROLE_LEVEL_LOW));
}

/**
 * ts_chart_levels_sign:
 * @self: levels
 * @value: a level; parts of a level are allowed
 *
 * Returns: (transfer full): what stands for @value where there is little room: its number, or the first letter of a
 *   traffic light
 */
char *
ts_chart_levels_sign (const TsChartLevels *self,
                      double               value)
{
  const char *name;

  g_return_val_if_fail (ts_chart_levels_is_level (self, value), NULL);

  if (self->kind == TS_CHART_LEVELS_SEQUENCE || value != floor (value))
    return ts_chart_number_level (value);

  name = ts_chart_levels_get_name (self, (guint) value);

  return *name != '\0' ? g_utf8_substring (name, 0, 1) : ts_chart_number_level (value);
}

/**
 * ts_chart_levels_text:
 * @self: levels
 * @value: a level; parts of a level are allowed
 *
 * Returns: (transfer full): @value in words, such as "3 Strong", "2.5" or "Amber"
 */
char *
ts_chart_levels_text (const TsChartLevels *self,
                      double               value)
{
  g_autofree char *number = NULL;
  const char *name;

  g_return_val_if_fail (ts_chart_levels_is_level (self, value), NULL);

  number = ts_chart_number_level (value);
  name = value == floor (value) ? ts_chart_levels_get_name (self, (guint) value) : "";
  if (*name == '\0')
    return g_steal_pointer (&number);
  if (self->kind == TS_CHART_LEVELS_TRAFFIC_LIGHT)
    return g_strdup (name);

  return g_strconcat (number, " ", name, NULL);
}
