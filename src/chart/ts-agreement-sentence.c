/* ts-agreement-sentence.c
 *
 * Agreement in words: what each row says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-agreement-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"

static char *
share_text (const TsEstimate *share)
{
  if (!share->is_defined)
    return g_strdup (_("not known"));

  return ts_chart_count_share ((guint) lround (share->value * 10000), 10000);
}

/* A value with its interval, such as "0.61 (0.48 to 0.72)". */
static char *
estimate_text (const TsEstimate *estimate)
{
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!estimate->is_defined)
    return g_strdup (_("not defined"));

  value = ts_chart_number_text (estimate->value, 2);
  if (!estimate->has_interval)
    return g_steal_pointer (&value);

  low = ts_chart_number_text (estimate->low, 2);
  high = ts_chart_number_text (estimate->high, 2);

  /* Translators: a value, and from where to where its interval goes. */
  return g_strdup_printf (_("%s (%s to %s)"), value, low, high);
}

/* Alpha, or why there is none: it is not 0. */
static char *
alpha_text (const TsReviewAgreement *agreement)
{
  TsAlphaGap gap = ts_review_agreement_find_alpha_gap (agreement);

  if (gap == TS_ALPHA_GAP_NONE)
    return estimate_text (&agreement->alpha);

  /* Translators: why there is no value, as in “not defined: all scores are the same, so there was nothing to tell apart” */
  return g_strdup_printf (_("not defined: %s"), ts_alpha_gap_explain (gap));
}

static char *
level_text (double level)
{
  return ts_chart_number_text (level, level == floor (level) ? 0 : 1);
}

static char *
range_text (const TsReviewAgreement *agreement)
{
  g_autofree char *low = level_text (agreement->low);
  g_autofree char *high = level_text (agreement->high);
  g_autofree char *median = level_text (agreement->median);

  if (agreement->n_units > 1)
    /* Translators: the lowest, the highest and the middle score of several assessments, on average. */
    return g_strdup_printf (_("on average from %s to %s, median %s"), low, high, median);

  /* Translators: the lowest, the highest and the middle score. */
  return g_strdup_printf (_("from %s to %s, median %s"), low, high, median);
}

/**
 * ts_agreement_data_end_text:
 * @self: data of such a chart
 * @row: less than ts_agreement_data_get_n_rows()
 * @has_interval: whether there is room for the interval of alpha
 *
 * Returns: (transfer full): what stands at the end of a row: in how many pairs of scores both are the same, and alpha where it is
 *   defined; "" where nothing can be said
 */
char *
ts_agreement_data_end_text (const TsAgreementData *self,
                            guint                  row,
                            gboolean               has_interval)
{
  const TsReviewAgreement *agreement = ts_agreement_data_get_agreement (self, row);
  g_autofree char *share = share_text (&agreement->exact);
  g_autofree char *alpha = has_interval ? estimate_text (&agreement->alpha) : ts_chart_number_text (agreement->alpha.value, 2);

  if (!agreement->exact.is_defined)
    return g_strdup ("");

  return agreement->alpha.is_defined ? g_strdup_printf ("%s · α %s", share, alpha) : g_steal_pointer (&share);
}

/**
 * ts_agreement_data_row_text:
 * @self: data of such a chart
 * @row: less than ts_agreement_data_get_n_rows()
 *
 * Returns: (transfer full): what the row shows, in words
 */
char *
ts_agreement_data_row_text (const TsAgreementData *self,
                            guint                  row)
{
  const TsReviewAgreement *agreement = ts_agreement_data_get_agreement (self, row);
  GString *text;

  if (agreement->n_scores == 0)
    return g_strdup (_("not scored"));

  text = g_string_new (NULL);
  {
    g_autofree char *range = range_text (agreement);

    g_string_append (text, range);
  }
  if (!agreement->exact.is_defined)
    {
      g_string_append (text, _("; nothing that two have scored"));
    }
  else
    {
      g_autofree char *exact = share_text (&agreement->exact);
      g_autofree char *within = share_text (&agreement->within_one);
      g_autofree char *alpha = alpha_text (agreement);

      /* Translators: shares of pairs of scores, and Krippendorff's alpha. */
      g_string_append_printf (text, _("; %s of pairs the same, %s within one level; alpha %s"), exact, within, alpha);
    }
  if (agreement->n_missing > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "; %u score missing", "; %u scores missing", agreement->n_missing),
                            agreement->n_missing);

  return g_string_free (text, FALSE);
}

/* Which row has the widest spread, and which the narrowest. */
static gboolean
find_ends (const TsAgreementData *self,
           guint                 *widest,
           guint                 *narrowest)
{
  gboolean found = FALSE;

  for (guint row = 0; row < ts_agreement_data_get_n_rows (self); row++)
    {
      const TsEstimate *spread = &ts_agreement_data_get_agreement (self, row)->spread;

      if (!spread->is_defined)
        continue;
      if (!found || spread->value > ts_agreement_data_get_agreement (self, *widest)->spread.value)
        *widest = row;
      if (!found || spread->value < ts_agreement_data_get_agreement (self, *narrowest)->spread.value)
        *narrowest = row;
      found = TRUE;
    }

  return found;
}

/**
 * ts_agreement_data_describe:
 * @self: data of such a chart
 *
 * Tells how far reviewers agree on the whole, and on what least.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_agreement_data_describe (const TsAgreementData *self)
{
  const TsReviewAgreement *whole;
  guint widest = 0, narrowest = 0;
  g_autofree char *exact = NULL;
  g_autofree char *within = NULL;
  g_autofree char *alpha = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *spread = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  whole = ts_agreement_data_get_whole (self);
  if (!find_ends (self, &widest, &narrowest))
    return g_strdup (_("There is nothing yet that two reviewers have scored and that may be shown."));

  exact = share_text (&whole->exact);
  within = share_text (&whole->within_one);
  alpha = alpha_text (whole);
  /* Translators: shares of pairs of scores, and Krippendorff's alpha, as in "54% of pairs of scores are the same, 92% within
   * one level, alpha is 0.61 (0.48 to 0.72)". */
  text = g_strdup_printf (_("%s of pairs of scores are the same, %s within one level, alpha is %s"), exact, within, alpha);
  if (ts_agreement_data_get_agreement (self, widest)->spread.value ==
      ts_agreement_data_get_agreement (self, narrowest)->spread.value)
    return g_strdup_printf (_("%s."), text);

  name = ts_chart_subject_title (ts_agreement_data_get_row (self, widest));
  spread = level_text (ts_agreement_data_get_agreement (self, widest)->spread.value);

  /* Translators: a sentence so far; then the criterion on which reviewers disagree most, and how far the highest score lies
   * from the lowest there. */
  return g_strdup_printf (_("%s; they disagree most on %s, with a spread of %s."), text, name, spread);
}

/**
 * ts_agreement_data_to_table:
 * @self: data of such a chart
 *
 * Returns: (transfer full): a row for each criterion
 */
TsChartTable *
ts_agreement_data_to_table (const TsAgreementData *self)
{
  const char *titles[] = { _("Code"), _("Criterion"), _("Lowest"), _("Median"), _("Highest"),
                           _("Spread"), _("The same"), _("Within one"), _("Alpha"), _("Missing") };
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (ts_agreement_data_get_title (self));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ts_chart_table_add_column (table, titles[i]);

  for (guint i = 0; i < ts_agreement_data_get_n_rows (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      const TsChartSubject *subject = ts_agreement_data_get_row (self, i);
      const TsReviewAgreement *agreement = ts_agreement_data_get_agreement (self, i);
      gboolean scored = agreement->n_scores > 0;
      char *cells[] = {
        g_strdup (subject->code),
        g_strdup (subject->name),
        scored ? level_text (agreement->low) : g_strdup (_("not scored")),
        scored ? level_text (agreement->median) : g_strdup (_("not scored")),
        scored ? level_text (agreement->high) : g_strdup (_("not scored")),
        agreement->spread.is_defined ? level_text (agreement->spread.value) : g_strdup (_("not known")),
        share_text (&agreement->exact),
        share_text (&agreement->within_one),
        alpha_text (agreement),
        ts_chart_count_text (agreement->n_missing),
      };

      for (guint cell = 0; cell < G_N_ELEMENTS (cells); cell++)
        {
          ts_chart_table_set_cell (table, row, cell, cells[cell]);
          g_free (cells[cell]);
        }
    }

  return table;
}
