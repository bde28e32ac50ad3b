/* ts-ranking-data.c
 *
 * What a ranking shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-ranking-data.h"

#include <math.h>

#include "chart/ts-chart-text.h"

struct _TsRankingData
{
  char *title;
  double confidence;
  GPtrArray *panels;
  GArray *rows;

  /* Row by row; a score of NaN where there is no rank. */
  GArray *ranks;
};

G_DEFINE_BOXED_TYPE (TsRankingData, ts_ranking_data, ts_ranking_data_ref, ts_ranking_data_unref)

/**
 * ts_ranking_data_new:
 * @title: (nullable): what the chart is about
 * @confidence: what share of all draws the intervals hold, such as 0.9
 *
 * Returns: (transfer full): data without panels and rows
 */
TsRankingData *
ts_ranking_data_new (const char *title,
                     double      confidence)
{
  TsRankingData *self;

  g_return_val_if_fail (confidence > 0 && confidence < 1, NULL);

  self = g_atomic_rc_box_new0 (TsRankingData);
  self->title = ts_chart_text_clean (title);
  self->confidence = confidence;
  self->panels = g_ptr_array_new_with_free_func (g_free);
  self->rows = ts_chart_subjects_new ();
  self->ranks = g_array_new (FALSE, FALSE, sizeof (TsRank));

  return self;
}

/**
 * ts_ranking_data_ref:
 * @self: data of a ranking
 *
 * Returns: (transfer full): @self
 */
TsRankingData *
ts_ranking_data_ref (TsRankingData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_ranking_data_clear (TsRankingData *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->panels);
  g_array_unref (self->rows);
  g_array_unref (self->ranks);
}

/**
 * ts_ranking_data_unref:
 * @self: (transfer full): data of a ranking
 */
void
ts_ranking_data_unref (TsRankingData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_ranking_data_clear);
}

/**
 * ts_ranking_data_add_panel:
 * @self: data of a ranking with less than %TS_RANKING_MAX_PANELS panels and without rows
 * @name: (nullable): the weighting, such as "Sum of levels"
 *
 * Returns: the panel's position
 */
guint
ts_ranking_data_add_panel (TsRankingData *self,
                           const char    *name)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (self->rows->len == 0, G_MAXUINT);
  g_return_val_if_fail (self->panels->len < TS_RANKING_MAX_PANELS, G_MAXUINT);

  g_ptr_array_add (self->panels, ts_chart_text_clean (name));

  return self->panels->len - 1;
}

/**
 * ts_ranking_data_add_row:
 * @self: data of a ranking
 * @subject: the organisation, copied
 *
 * Adds a row without any rank.
 *
 * Returns: the row's position
 */
guint
ts_ranking_data_add_row (TsRankingData        *self,
                         const TsChartSubject *subject)
{
  const TsRank none = { NAN, NAN, NAN, NAN };

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);

  for (guint panel = 0; panel < self->panels->len; panel++)
    g_array_append_val (self->ranks, none);

  return ts_chart_subjects_add (self->rows, subject);
}

/**
 * ts_ranking_data_set_rank:
 * @self: data of a ranking
 * @panel: a panel's position
 * @row: a row's position
 * @rank: a rank with its interval, copied
 *
 * A rank without an interval is none: it is left out.
 */
void
ts_ranking_data_set_rank (TsRankingData *self,
                          guint          panel,
                          guint          row,
                          const TsRank  *rank)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (panel < self->panels->len);
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (rank != NULL);

  /* NaN compares as false. */
  if (isfinite (rank->score) && rank->rank >= 1 && rank->low >= 1 && rank->low <= rank->rank &&
      rank->rank <= rank->high && isfinite (rank->high))
    g_array_index (self->ranks, TsRank, (gsize) row * self->panels->len + panel) = *rank;
}

/**
 * ts_ranking_data_get_title:
 * @self: data of a ranking
 *
 * Returns: what the chart is about
 */
const char *
ts_ranking_data_get_title (const TsRankingData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_ranking_data_get_confidence:
 * @self: data of a ranking
 *
 * Returns: what share of all draws the intervals hold
 */
double
ts_ranking_data_get_confidence (const TsRankingData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->confidence;
}

/**
 * ts_ranking_data_get_n_panels:
 * @self: data of a ranking
 *
 * Returns: the number of panels
 */
guint
ts_ranking_data_get_n_panels (const TsRankingData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->panels->len;
}

/**
 * ts_ranking_data_get_panel:
 * @self: data of a ranking
 * @panel: less than ts_ranking_data_get_n_panels()
 *
 * Returns: the weighting, perhaps ""
 */
const char *
ts_ranking_data_get_panel (const TsRankingData *self,
                           guint                panel)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (panel < ts_ranking_data_get_n_panels (self), NULL);

  return self->panels->pdata[panel];
}

/**
 * ts_ranking_data_get_n_rows:
 * @self: data of a ranking
 *
 * Returns: the number of rows
 */
guint
ts_ranking_data_get_n_rows (const TsRankingData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_ranking_data_get_row:
 * @self: data of a ranking
 * @row: less than ts_ranking_data_get_n_rows()
 *
 * Returns: (transfer none): the organisation
 */
const TsChartSubject *
ts_ranking_data_get_row (const TsRankingData *self,
                         guint                row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < ts_ranking_data_get_n_rows (self), NULL);

  return ts_chart_subjects_get (self->rows, row);
}

/**
 * ts_ranking_data_get_rank:
 * @self: data of a ranking
 * @panel: less than ts_ranking_data_get_n_panels()
 * @row: less than ts_ranking_data_get_n_rows()
 *
 * Returns: (transfer none) (nullable): the rank with its interval; %NULL if there is none
 */
const TsRank *
ts_ranking_data_get_rank (const TsRankingData *self,
                          guint                panel,
                          guint                row)
{
  const TsRank *rank;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (panel < self->panels->len, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  rank = &g_array_index (self->ranks, TsRank, (gsize) row * self->panels->len + panel);

  return isnan (rank->score) ? NULL : rank;
}

/**
 * ts_ranking_data_count_ranked:
 * @self: data of a ranking
 * @panel: less than ts_ranking_data_get_n_panels()
 *
 * Returns: how many rows have a rank there
 */
guint
ts_ranking_data_count_ranked (const TsRankingData *self,
                              guint                panel)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint row = 0; row < self->rows->len; row++)
    count += ts_ranking_data_get_rank (self, panel, row) != NULL;

  return count;
}

/**
 * ts_ranking_data_get_last:
 * @self: data of a ranking
 *
 * Returns: the worst rank of any interval; 0 if there is none
 */
double
ts_ranking_data_get_last (const TsRankingData *self)
{
  double last = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->ranks->len; i++)
    if (!isnan (g_array_index (self->ranks, TsRank, i).score))
      last = MAX (last, g_array_index (self->ranks, TsRank, i).high);

  return last;
}
