/* ts-distribution-sentence.c
 *
 * A distribution in words: what each share says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-distribution-data.h"

#include <glib/gi18n-lib.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-text.h"

/**
 * ts_distribution_data_count_text:
 * @self: data of a distribution
 * @row: less than ts_distribution_data_get_n_rows()
 * @level: from 1 to the highest; 0 for those without a level
 *
 * Returns: (transfer full): how many are at @level and what share of all that is, such as "61 of 152 (40%)"
 */
char *
ts_distribution_data_count_text (const TsDistributionData *self,
                                 guint                     row,
                                 guint                     level)
{
  guint count = ts_distribution_data_get_count (self, row, level);
  guint total = ts_distribution_data_get_total (self, row);
  g_autofree char *part = ts_chart_count_text (count);
  g_autofree char *whole = ts_chart_count_text (total);
  g_autofree char *share = NULL;

  if (total == 0)
    return g_strdup (_("no organisations"));

  share = ts_chart_count_share (count, total);

  /* Translators: a count, of how many, and its share, as in "61 of 152 (40%)". */
  return g_strdup_printf (_("%s of %s (%s)"), part, whole, share);
}

static char *
level_name (const TsDistributionData *self,
            guint                     level)
{
  return level == 0 ? g_strdup (_("Not rated"))
                    : ts_chart_levels_text (ts_distribution_data_get_levels (self), level);
}

/**
 * ts_distribution_data_row_text:
 * @self: data of a distribution
 * @row: less than ts_distribution_data_get_n_rows()
 *
 * Returns: (transfer full): all that the row says, such as "1 Starting: 12 of 152 (8%); …"
 */
char *
ts_distribution_data_row_text (const TsDistributionData *self,
                               guint                     row)
{
  guint n_levels = ts_chart_levels_get_n (ts_distribution_data_get_levels (self));
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= n_levels + 1; i++)
    {
      g_autofree char *name = level_name (self, i % (n_levels + 1));
      g_autofree char *count = ts_distribution_data_count_text (self, row, i % (n_levels + 1));

      if (i > 1)
        g_string_append (text, _("; "));
      g_string_append_printf (text, _("%s: %s"), name, count);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  guint threshold;
  guint n_rated;
  guint n_unrated;
  guint n_rows;
  guint most;
  guint fewest;
  double most_share;
  double fewest_share;
} Summary;

static guint
count_rated (const TsDistributionData *self,
             guint                     row)
{
  return ts_distribution_data_get_total (self, row) - ts_distribution_data_get_count (self, row, 0);
}

static guint
count_high (const TsDistributionData *self,
            guint                     row,
            guint                     threshold)
{
  guint count = 0;

  for (guint level = threshold;
       level <= ts_chart_levels_get_n (ts_distribution_data_get_levels (self)); level++)
    count += ts_distribution_data_get_count (self, row, level);

  return count;
}

static void
summary_init (Summary                  *self,
              const TsDistributionData *data)
{
  *self = (Summary) {
    /* The upper half of the scale. */
    .threshold = (ts_chart_levels_get_n (ts_distribution_data_get_levels (data)) + 3) / 2,
  };
  self->threshold = MIN (self->threshold,
                         ts_chart_levels_get_n (ts_distribution_data_get_levels (data)));

  for (guint row = 0; row < ts_distribution_data_get_n_rows (data); row++)
    {
      guint n_rated = count_rated (data, row);
      double share;

      self->n_rated += n_rated;
      self->n_unrated += ts_distribution_data_get_count (data, row, 0);
      if (n_rated == 0)
        continue;

      share = (double) count_high (data, row, self->threshold) / n_rated;
      if (self->n_rows == 0 || share > self->most_share)
        {
          self->most = row;
          self->most_share = share;
        }
      if (self->n_rows == 0 || share < self->fewest_share)
        {
          self->fewest = row;
          self->fewest_share = share;
        }
      self->n_rows++;
    }
}

static char *
row_share (const TsDistributionData *self,
           const Summary            *summary,
           guint                     row)
{
  return ts_chart_count_share (count_high (self, row, summary->threshold), count_rated (self, row));
}

static char *
describe_shares (const TsDistributionData *self,
                 const Summary            *summary)
{
  const TsChartLevels *levels = ts_distribution_data_get_levels (self);
  g_autofree char *level = ts_chart_levels_text (levels, summary->threshold);
  g_autofree char *bound = summary->threshold < ts_chart_levels_get_n (levels)
                             /* Translators: a level and all above it, as in "3 Strong or higher". */
                             ? g_strdup_printf (_("%s or higher"), level)
                             : g_strdup (level);
  g_autofree char *most = row_share (self, summary, summary->most);
  g_autofree char *fewest = row_share (self, summary, summary->fewest);
  g_autofree char *most_name = ts_chart_text_isolate (
    ts_chart_subject_name (ts_distribution_data_get_row (self, summary->most)));
  g_autofree char *fewest_name = ts_chart_text_isolate (
    ts_chart_subject_name (ts_distribution_data_get_row (self, summary->fewest)));

  if (summary->n_rows == 1)
    /* Translators: what share of those rated is at a level, as in "40% of those rated are at 3 Strong or higher (Lead)". */
    return g_strdup_printf (_("%s of those rated are at %s (%s)"), most, bound, most_name);
  if (summary->most_share == summary->fewest_share)
    return g_strdup_printf (_("%s of those rated are at %s, everywhere alike"), most, bound);

  /* Translators: what share of those rated is at a level, where it is largest and where smallest, as in "Of those rated, at
   * 3 Strong or higher: most for Lead (82%), fewest for Stimulate the market (12%)". */
  return g_strdup_printf (_("Of those rated, at %s: most for %s (%s), fewest for %s (%s)"), bound,
                          most_name, most, fewest_name, fewest);
}

/**
 * ts_distribution_data_describe:
 * @self: data of a distribution
 *
 * Tells where most and where fewest of those rated are in the upper half of the scale, and how many are not rated.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_distribution_data_describe (const TsDistributionData *self)
{
  g_autofree char *shares = NULL;
  g_autofree char *unrated = NULL;
  g_autofree char *all = NULL;
  Summary summary;

  g_return_val_if_fail (self != NULL, NULL);

  if (ts_distribution_data_get_n_rows (self) == 0)
    return g_strdup (_("There is nothing to show yet."));

  summary_init (&summary, self);
  if (summary.n_rated == 0)
    return g_strdup (_("Nothing is rated yet."));

  shares = describe_shares (self, &summary);
  if (summary.n_unrated == 0)
    return g_strdup_printf (_("%s."), shares);

  unrated = ts_chart_count_text (summary.n_unrated);
  all = ts_chart_count_text (summary.n_unrated + summary.n_rated);

  /* Translators: goes on after a sentence about those rated, as in "; 68 of 1,672 are not rated." */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %s of %s is not rated.",
                                       "%s; %s of %s are not rated.", summary.n_unrated),
                          shares, unrated, all);
}

static const char *
by_title (TsDistributionBy by)
{
  switch (by)
    {
    case TS_DISTRIBUTION_BY_GROUP:
      return _("Group");

    case TS_DISTRIBUTION_BY_YEAR:
      return _("Year");

    case TS_DISTRIBUTION_BY_COMPETENCY:
    default:
      return _("Competency");
    }
}

/**
 * ts_distribution_data_to_table:
 * @self: data of a distribution
 *
 * Returns: (transfer full): a row for each row, a column for each level, then those without one and all together
 */
TsChartTable *
ts_distribution_data_to_table (const TsDistributionData *self)
{
  TsChartTable *table;
  guint n_levels;

  g_return_val_if_fail (self != NULL, NULL);

  n_levels = ts_chart_levels_get_n (ts_distribution_data_get_levels (self));
  table = ts_chart_table_new (ts_distribution_data_get_title (self));
  ts_chart_table_add_column (table, by_title (ts_distribution_data_get_by (self)));
  for (guint i = 1; i <= n_levels + 1; i++)
    {
      g_autofree char *name = level_name (self, i % (n_levels + 1));

      ts_chart_table_add_column (table, name);
    }
  ts_chart_table_add_column (table, _("All"));

  for (guint i = 0; i < ts_distribution_data_get_n_rows (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      g_autofree char *title = ts_chart_subject_title (ts_distribution_data_get_row (self, i));
      g_autofree char *total = ts_chart_count_text (ts_distribution_data_get_total (self, i));

      ts_chart_table_set_cell (table, row, 0, title);
      for (guint j = 1; j <= n_levels + 1; j++)
        {
          guint count = ts_distribution_data_get_count (self, i, j % (n_levels + 1));
          g_autofree char *number = ts_chart_count_text (count);
          g_autofree char *share =
            ts_chart_count_share (count, MAX (ts_distribution_data_get_total (self, i), 1));
          g_autofree char *text = g_strdup_printf ("%s (%s)", number, share);

          ts_chart_table_set_cell (table, row, j, text);
        }
      ts_chart_table_set_cell (table, row, n_levels + 2, total);
    }

  return table;
}
