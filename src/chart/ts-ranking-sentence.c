/* ts-ranking-sentence.c
 *
 * A ranking in words: what each rank says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-ranking-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-middle.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"

static char *
rank_number (double rank)
{
  return ts_chart_number_text (rank, rank == floor (rank) ? 0 : 1);
}

/**
 * ts_rank_number:
 * @rank: a rank
 *
 * Returns: (transfer full): the rank with its interval in as few signs as there can be, such as "12 (5–31)"
 */
char *
ts_rank_number (const TsRank *rank)
{
  g_autofree char *number = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (rank != NULL, NULL);

  number = rank_number (rank->rank);
  low = rank_number (rank->low);
  high = rank_number (rank->high);

  return g_strdup_printf ("%s (%s–%s)", number, low, high);
}

/**
 * ts_ranking_data_rank_text:
 * @self: data of a ranking
 * @panel: less than ts_ranking_data_get_n_panels()
 * @row: less than ts_ranking_data_get_n_rows()
 *
 * Returns: (transfer full): the rank with its interval and score, such as "rank 12, from 5 to 31; score 27"
 */
char *
ts_ranking_data_rank_text (const TsRankingData *self,
                           guint                panel,
                           guint                row)
{
  const TsRank *rank = ts_ranking_data_get_rank (self, panel, row);
  g_autofree char *number = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *score = NULL;

  if (rank == NULL)
    return g_strdup (_("not ranked"));

  number = rank_number (rank->rank);
  low = rank_number (rank->low);
  high = rank_number (rank->high);
  score = ts_chart_number_text (rank->score, MIN (ts_chart_number_decimals (rank->score, rank->score),
                                                  2));

  /* Translators: a rank, the interval in which it may as well lie, and the score that it is made from, as in "rank 12, from
   * 5 to 31; score 27". */
  return g_strdup_printf (_("rank %s, from %s to %s; score %s"), number, low, high, score);
}

/**
 * ts_ranking_data_row_text:
 * @self: data of a ranking
 * @row: less than ts_ranking_data_get_n_rows()
 *
 * Returns: (transfer full): what every panel says of the row
 */
char *
ts_ranking_data_row_text (const TsRankingData *self,
                          guint                row)
{
  GString *text = g_string_new (NULL);

  for (guint panel = 0; panel < ts_ranking_data_get_n_panels (self); panel++)
    {
      g_autofree char *rank = ts_ranking_data_rank_text (self, panel, row);

      if (panel > 0)
        g_string_append (text, _("; "));
      g_string_append_printf (text, _("%s: %s"), ts_ranking_data_get_panel (self, panel), rank);
    }

  return g_string_free (text, FALSE);
}

/* The first panel that has ranks, and who is first there. */
static gboolean
find_first (const TsRankingData *self,
            guint               *panel,
            guint               *first)
{
  for (*panel = 0; *panel < ts_ranking_data_get_n_panels (self); (*panel)++)
    {
      const TsRank *best = NULL;

      for (guint row = 0; row < ts_ranking_data_get_n_rows (self); row++)
        {
          const TsRank *rank = ts_ranking_data_get_rank (self, *panel, row);

          if (rank == NULL || (best != NULL && best->rank <= rank->rank))
            continue;
          best = rank;
          *first = row;
        }
      if (best != NULL)
        return TRUE;
    }

  return FALSE;
}

static double
middle_span (const TsRankingData *self,
             guint                panel)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (double));
  double middle = 0;

  for (guint row = 0; row < ts_ranking_data_get_n_rows (self); row++)
    {
      const TsRank *rank = ts_ranking_data_get_rank (self, panel, row);
      double span = rank != NULL ? rank->high - rank->low + 1 : 0;

      if (rank != NULL)
        g_array_append_val (spans, span);
    }
  ts_chart_middle (spans, &middle);

  return middle;
}

/**
 * ts_ranking_data_describe:
 * @self: data of a ranking
 *
 * Tells who is first under the first weighting, between which ranks that may lie, and how wide such intervals mostly are.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_ranking_data_describe (const TsRankingData *self)
{
  guint n_rows, n_ranked, panel, first = 0;
  const TsRank *rank;
  g_autofree char *all = NULL;
  g_autofree char *name = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  n_rows = ts_ranking_data_get_n_rows (self);
  if (n_rows == 0 || ts_ranking_data_get_n_panels (self) == 0)
    return g_strdup (_("There is nothing to show yet."));

  all = ts_chart_count_organisations (n_rows);
  if (!find_first (self, &panel, &first))
    /* Translators: the number of organisations, as in "None of 8 organisations can be ranked yet." */
    return g_strdup_printf (_("None of %s can be ranked yet."), all);

  rank = ts_ranking_data_get_rank (self, panel, first);
  name = ts_chart_text_isolate (ts_chart_subject_name (ts_ranking_data_get_row (self, first)));
  low = rank_number (rank->low);
  high = rank_number (rank->high);
  n_ranked = ts_ranking_data_count_ranked (self, panel);
  span = rank_number (middle_span (self, panel));

  /* Translators: a weighting, who is first under it, between which ranks that may lie, and how many ranks of how many such
   * intervals mostly cover, as in "Sum of levels: first is Leeds, which may as well lie anywhere from rank 1 to 14; the
   * median interval covers 40 of 152 ranks". */
  text = g_strdup_printf (_("%s: first is %s, which may as well lie anywhere from rank %s to %s; the median interval "
                            "covers %s of %u ranks"),
                          ts_ranking_data_get_panel (self, panel), name, low, high, span, n_ranked);
  if (n_ranked == n_rows)
    return g_strdup_printf (_("%s."), text);

  /* Translators: goes on after a sentence about those that have a rank, as in "; 12 cannot be ranked." */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u cannot be ranked.",
                                       "%s; %u cannot be ranked.", n_rows - n_ranked),
                          text, n_rows - n_ranked);
}

/**
 * ts_ranking_data_to_table:
 * @self: data of a ranking
 *
 * Returns: (transfer full): a row for each organisation, and for each panel a column
 */
TsChartTable *
ts_ranking_data_to_table (const TsRankingData *self)
{
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (ts_ranking_data_get_title (self));
  ts_chart_table_add_column (table, _("Code"));
  ts_chart_table_add_column (table, _("Organisation"));
  for (guint panel = 0; panel < ts_ranking_data_get_n_panels (self); panel++)
    ts_chart_table_add_column (table, ts_ranking_data_get_panel (self, panel));

  for (guint i = 0; i < ts_ranking_data_get_n_rows (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      const TsChartSubject *subject = ts_ranking_data_get_row (self, i);

      ts_chart_table_set_cell (table, row, 0, subject->code);
      ts_chart_table_set_cell (table, row, 1, subject->name);
      for (guint panel = 0; panel < ts_ranking_data_get_n_panels (self); panel++)
        {
          g_autofree char *text = ts_ranking_data_rank_text (self, panel, i);

          ts_chart_table_set_cell (table, row, panel + 2, text);
        }
    }

  return table;
}
