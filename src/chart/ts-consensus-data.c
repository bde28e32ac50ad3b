/* ts-consensus-data.c
 *
 * What a panel speaks about.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-consensus-data.h"

#include <math.h>

#include "chart/ts-chart-text.h"

struct _TsConsensusData
{
  char *title;
  TsChartLevels *levels;
  GArray *subjects;
  GArray *missing;

  /* The lowest first, and as they were added. */
  GArray *scores;
  guint marks[TS_CONSENSUS_N_MARKS];
};

G_DEFINE_BOXED_TYPE (TsConsensusData, ts_consensus_data, ts_consensus_data_ref,
                     ts_consensus_data_unref)

/**
 * ts_consensus_data_new:
 * @title: (nullable): what the chart is about, such as the criterion
 * @levels: the scale
 *
 * Returns: (transfer full): data without scores
 */
TsConsensusData *
ts_consensus_data_new (const char    *title,
                       TsChartLevels *levels)
{
  TsConsensusData *self;

  g_return_val_if_fail (levels != NULL, NULL);

  self = g_atomic_rc_box_new0 (TsConsensusData);
  self->title = ts_chart_text_clean (title);
  self->levels = ts_chart_levels_ref (levels);
  self->subjects = ts_chart_subjects_new ();
  self->missing = ts_chart_subjects_new ();
  self->scores = g_array_new (FALSE, FALSE, sizeof (TsConsensusScore));

  return self;
}

/**
 * ts_consensus_data_ref:
 * @self: data of a consensus strip
 *
 * Returns: (transfer full): @self
 */
TsConsensusData *
ts_consensus_data_ref (TsConsensusData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_consensus_data_clear (TsConsensusData *self)
{
  g_free (self->title);
  ts_chart_levels_unref (self->levels);
  g_array_unref (self->subjects);
  g_array_unref (self->missing);
  g_array_unref (self->scores);
}

/**
 * ts_consensus_data_unref:
 * @self: (transfer full): data of a consensus strip
 */
void
ts_consensus_data_unref (TsConsensusData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_consensus_data_clear);
}

static gboolean
is_level (const TsConsensusData *self,
          int                    level)
{
  return level >= 1 && (guint) level <= ts_chart_levels_get_n (self->levels);
}

/**
 * ts_consensus_data_add_score:
 * @self: data of a consensus strip
 * @subject: who, copied; the name is what stands beside the dot, the group the role
 * @level: the level; 0 of somebody who should have scored and has not
 */
void
ts_consensus_data_add_score (TsConsensusData      *self,
                             const TsChartSubject *subject,
                             int                   level)
{
  TsConsensusScore score;
  guint at;

  g_return_if_fail (self != NULL);
  g_return_if_fail (subject != NULL);

  if (!is_level (self, level))
    {
      ts_chart_subjects_add (self->missing, subject);
      return;
    }

  /* Owned by the list of subjects, whose texts do not move when it grows. */
  score.subject = *ts_chart_subjects_get (self->subjects,
                                          ts_chart_subjects_add (self->subjects, subject));
  score.level = (guint) level;
  for (at = self->scores->len; at > 0; at--)
    if (g_array_index (self->scores, TsConsensusScore, at - 1).level <= score.level)
      break;
  g_array_insert_val (self->scores, at, score);
}

/**
 * ts_consensus_data_set_mark:
 * @self: data of a consensus strip
 * @mark: whose level
 * @level: the level; 0 for none
 */
void
ts_consensus_data_set_mark (TsConsensusData *self,
                            TsConsensusMark  mark,
                            int              level)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (mark < TS_CONSENSUS_N_MARKS);

  self->marks[mark] = is_level (self, level) ? (guint) level : 0;
}

/**
 * ts_consensus_data_get_title:
 * @self: data of a consensus strip
 *
 * Returns: what the chart is about
 */
const char *
ts_consensus_data_get_title (const TsConsensusData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_consensus_data_get_levels:
 * @self: data of a consensus strip
 *
 * Returns: (transfer none): the scale
 */
const TsChartLevels *
ts_consensus_data_get_levels (const TsConsensusData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->levels;
}

/**
 * ts_consensus_data_get_n_scores:
 * @self: data of a consensus strip
 *
 * Returns: how many scores there are
 */
guint
ts_consensus_data_get_n_scores (const TsConsensusData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scores->len;
}

/**
 * ts_consensus_data_get_score:
 * @self: data of a consensus strip
 * @score: less than ts_consensus_data_get_n_scores()
 *
 * Returns: (transfer none): the score; the lowest is the first
 */
const TsConsensusScore *
ts_consensus_data_get_score (const TsConsensusData *self,
                             guint                  score)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (score < self->scores->len, NULL);

  return &g_array_index (self->scores, TsConsensusScore, score);
}

/**
 * ts_consensus_data_get_n_missing:
 * @self: data of a consensus strip
 *
 * Returns: how many should have scored and have not
 */
guint
ts_consensus_data_get_n_missing (const TsConsensusData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->missing->len;
}

/**
 * ts_consensus_data_get_missing:
 * @self: data of a consensus strip
 * @missing: less than ts_consensus_data_get_n_missing()
 *
 * Returns: (transfer none): who has not scored
 */
const TsChartSubject *
ts_consensus_data_get_missing (const TsConsensusData *self,
                               guint                  missing)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (missing < self->missing->len, NULL);

  return ts_chart_subjects_get (self->missing, missing);
}

/**
 * ts_consensus_data_get_mark:
 * @self: data of a consensus strip
 * @mark: whose level
 *
 * Returns: the level; 0 for none
 */
guint
ts_consensus_data_get_mark (const TsConsensusData *self,
                            TsConsensusMark        mark)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (mark < TS_CONSENSUS_N_MARKS, 0);

  return self->marks[mark];
}

/* The level below which @share of the scores lie, between the two next to it. */
static double
get_quantile (const TsConsensusData *self,
              double                 share)
{
  double place = share * (self->scores->len - 1);
  guint at = (guint) floor (place);
  double low = ts_consensus_data_get_score (self, at)->level;
  double high = ts_consensus_data_get_score (self, MIN (at + 1, self->scores->len - 1))->level;

  return low + (high - low) * (place - at);
}

/**
 * ts_consensus_data_get_middle:
 * @self: data of a consensus strip
 * @median: (out) (optional): the median of the scores
 * @low: (out) (optional): where the middle half of them begins
 * @high: (out) (optional): where it ends
 *
 * Returns: whether there is any score
 */
gboolean
ts_consensus_data_get_middle (const TsConsensusData *self,
                              double                *median,
                              double                *low,
                              double                *high)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->scores->len == 0)
    return FALSE;

  if (median != NULL)
    *median = get_quantile (self, 0.5);
  if (low != NULL)
    *low = get_quantile (self, 0.25);
  if (high != NULL)
    *high = get_quantile (self, 0.75);

  return TRUE;
}
