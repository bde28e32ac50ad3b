/* ts-severity-data.c
 *
 * Who scores higher or lower than the others.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-severity-data.h"

#include <math.h>

#include "chart/ts-chart-text.h"

struct _TsSeverityData
{
  char *title;
  GArray *rows;
  GArray *severities;
};

G_DEFINE_BOXED_TYPE (TsSeverityData, ts_severity_data, ts_severity_data_ref,
                     ts_severity_data_unref)

/**
 * ts_severity_data_new:
 * @title: (nullable): what the chart is about
 *
 * Returns: (transfer full): data without rows
 */
TsSeverityData *
ts_severity_data_new (const char *title)
{
  TsSeverityData *self = g_atomic_rc_box_new0 (TsSeverityData);

  self->title = ts_chart_text_clean (title);
  self->rows = ts_chart_subjects_new ();
  self->severities = g_array_new (FALSE, FALSE, sizeof (TsSeverity));

  return self;
}

static void
ts_severity_data_clear (TsSeverityData *self)
{
  g_free (self->title);
  g_array_unref (self->rows);
  g_array_unref (self->severities);
}

/**
 * ts_severity_data_add_row:
 * @self: data of such a chart
 * @subject: the reviewer, copied
 * @severity: how they score
 *
 * Returns: the row's position
 */
guint
ts_severity_data_add_row (TsSeverityData       *self,
                          const TsChartSubject *subject,
                          const TsSeverity     *severity)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);
  g_return_val_if_fail (severity != NULL, G_MAXUINT);

  g_array_append_val (self->severities, *severity);

  return ts_chart_subjects_add (self->rows, subject);
}

/**
 * ts_severity_data_get_severity:
 * @self: data of such a chart
 * @row: less than ts_severity_data_get_n_rows()
 *
 * Returns: (transfer none): how the reviewer scores
 */
const TsSeverity *
ts_severity_data_get_severity (const TsSeverityData *self,
                               guint                 row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->severities, TsSeverity, row);
}

/**
 * ts_severity_data_get_reach:
 * @self: data of such a chart
 *
 * Returns: how far values and intervals reach to either side of 0; 0 where nobody can be compared
 */
double
ts_severity_data_get_reach (const TsSeverityData *self)
{
  double reach = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint row = 0; row < self->rows->len; row++)
    {
      const TsEstimate *it = &g_array_index (self->severities, TsSeverity, row).difference;

      if (it->is_defined)
        reach = MAX (MAX (reach, 0.25), MAX (fabs (it->low), fabs (it->high)));
    }

  return reach;
}

/**
 * ts_severity_data_is_chance:
 * @self: data of such a chart
 * @row: less than ts_severity_data_get_n_rows()
 *
 * Returns: whether chance may have made the difference: its interval holds 0, or is not known
 */
gboolean
ts_severity_data_is_chance (const TsSeverityData *self,
                            guint                 row)
{
  const TsSeverity *severity = ts_severity_data_get_severity (self, row);

  g_return_val_if_fail (severity != NULL, TRUE);

  return !severity->difference.has_interval || (severity->difference.low <= 0 && severity->difference.high >= 0);
}

/**
 * ts_severity_data_ref:
 * @self: data of such a chart
 *
 * Returns: (transfer full): @self
 */
TsSeverityData *
ts_severity_data_ref (TsSeverityData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * ts_severity_data_unref:
 * @self: (transfer full): data of such a chart
 */
void
ts_severity_data_unref (TsSeverityData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_severity_data_clear);
}

/**
 * ts_severity_data_get_title:
 * @self: data of such a chart
 *
 * Returns: what the chart is about
 */
const char *
ts_severity_data_get_title (const TsSeverityData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_severity_data_get_n_rows:
 * @self: data of such a chart
 *
 * Returns: the number of rows
 */
guint
ts_severity_data_get_n_rows (const TsSeverityData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_severity_data_get_row:
 * @self: data of such a chart
 * @row: less than ts_severity_data_get_n_rows()
 *
 * Returns: (transfer none): what the row is
 */
const TsChartSubject *
ts_severity_data_get_row (const TsSeverityData *self,
                          guint                 row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return ts_chart_subjects_get (self->rows, row);
}
