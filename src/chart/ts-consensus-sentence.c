/* ts-consensus-sentence.c
 *
 * A consensus strip in words: what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-consensus-data.h"

#include <glib/gi18n-lib.h>

#include "chart/ts-chart-number.h"

/**
 * ts_consensus_mark_get_label:
 * @mark: whose level
 *
 * Returns: who that is, in few letters
 */
const char *
ts_consensus_mark_get_label (TsConsensusMark mark)
{
  switch (mark)
    {
    case TS_CONSENSUS_MARK_SELF:
      /* Translators: beside a mark: the level that a board gives itself. */
      return _("self");
    case TS_CONSENSUS_MARK_DESK:
      /* Translators: beside a mark: the level that the analyst at the desk gives. */
      return _("desk");
    case TS_CONSENSUS_MARK_PANEL:
    default:
      /* Translators: beside a mark: the level that the panel has agreed. */
      return _("panel");
    }
}

static char *
scores_text (const TsConsensusData *self)
{
  const TsChartLevels *levels = ts_consensus_data_get_levels (self);
  guint n = ts_consensus_data_get_n_scores (self);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *middle = NULL;
  double median = 0;

  if (!ts_consensus_data_get_middle (self, &median, NULL, NULL))
    return g_strdup (_("No scores"));

  low = ts_chart_levels_text (levels, ts_consensus_data_get_score (self, 0)->level);
  high = ts_chart_levels_text (levels, ts_consensus_data_get_score (self, n - 1)->level);
  if (ts_consensus_data_get_score (self, 0)->level == ts_consensus_data_get_score (self, n - 1)->level)
    /* Translators: the number of scores and the one level that all are, as in "5 scores, all 3 Strong". */
    return n > 1 ? g_strdup_printf (_("%u scores, all %s"), n, low)
                 /* Translators: the level of the only score, as in "One score, 3 Strong". */
                 : g_strdup_printf (_("One score, %s"), low);

  middle = ts_chart_number_level (median);

  /* Translators: the number of scores, the lowest, the highest and the one in the middle, as in "5 scores from 1 Starting to
   * 3 Strong, median 2". */
  return g_strdup_printf (_("%u scores from %s to %s, median %s"), n, low, high, middle);
}

/**
 * ts_consensus_data_describe:
 * @self: data of a consensus strip
 *
 * Tells between which levels the scores lie, their median, the levels beside them, and how many are missing.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_consensus_data_describe (const TsConsensusData *self)
{
  GString *text;
  guint n_missing;

  g_return_val_if_fail (self != NULL, NULL);

  n_missing = ts_consensus_data_get_n_missing (self);
  text = g_string_new (NULL);
  {
    g_autofree char *scores = scores_text (self);

    g_string_append (text, scores);
  }

  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    {
      guint level = ts_consensus_data_get_mark (self, mark);
      g_autofree char *name = NULL;

      if (level == 0)
        continue;
      name = ts_chart_levels_text (ts_consensus_data_get_levels (self), level);
      /* Translators: goes on after a sentence: whose level, and which, as in "; self 3 Strong". */
      g_string_append_printf (text, _("; %s %s"), ts_consensus_mark_get_label (mark), name);
    }

  if (n_missing > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "; %u has not scored", "; %u have not scored", n_missing),
                            n_missing);
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static void
add_row (TsChartTable *table,
         const char   *who,
         const char   *role,
         const char   *level)
{
  guint row = ts_chart_table_add_row (table);

  ts_chart_table_set_cell (table, row, 0, who);
  ts_chart_table_set_cell (table, row, 1, role);
  ts_chart_table_set_cell (table, row, 2, level);
}

/**
 * ts_consensus_data_to_table:
 * @self: data of a consensus strip
 *
 * Returns: (transfer full): a row for each score, each that is missing, and each level beside them
 */
TsChartTable *
ts_consensus_data_to_table (const TsConsensusData *self)
{
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (ts_consensus_data_get_title (self));
  ts_chart_table_add_column (table, _("Who"));
  ts_chart_table_add_column (table, _("Role"));
  ts_chart_table_add_column (table, _("Level"));

  for (guint i = 0; i < ts_consensus_data_get_n_scores (self); i++)
    {
      const TsConsensusScore *score = ts_consensus_data_get_score (self, i);
      g_autofree char *title = ts_chart_subject_title (&score->subject);
      g_autofree char *level = ts_chart_levels_text (ts_consensus_data_get_levels (self), score->level);

      add_row (table, title, score->subject.group, level);
    }
  for (guint i = 0; i < ts_consensus_data_get_n_missing (self); i++)
    {
      const TsChartSubject *subject = ts_consensus_data_get_missing (self, i);
      g_autofree char *title = ts_chart_subject_title (subject);

      add_row (table, title, subject->group, _("not scored"));
    }
  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    {
      guint level = ts_consensus_data_get_mark (self, mark);
      g_autofree char *name = NULL;

      if (level == 0)
        continue;
      name = ts_chart_levels_text (ts_consensus_data_get_levels (self), level);
      add_row (table, ts_consensus_mark_get_label (mark), "", name);
    }

  return table;
}
