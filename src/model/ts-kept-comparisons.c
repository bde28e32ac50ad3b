/* ts-kept-comparisons.c — what has been read to be compared, of each choice of years
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-kept-comparisons.h"

static const TsCompareNeeds year_choices[TS_KEPT_N_CHOICES] = {
  TS_COMPARE_ALL_YEARS,
  TS_COMPARE_YEARS,
  TS_COMPARE_YEAR_BEFORE,
  TS_COMPARE_LAST_YEAR,
};

#define ALL_CHOICES (TS_COMPARE_ALL_YEARS | TS_COMPARE_YEARS | TS_COMPARE_YEAR_BEFORE | TS_COMPARE_LAST_YEAR)

/**
 * ts_kept_comparisons_clear:
 * @self: comparisons
 *
 * Lets go of them.
 */
void
ts_kept_comparisons_clear (TsKeptComparisons *self)
{
  for (guint i = 0; i < TS_KEPT_N_CHOICES; i++)
    g_clear_pointer (&self->comparisons[i], ts_comparison_unref);
}

/**
 * ts_kept_comparisons_copy:
 * @self: comparisons
 *
 * Returns: the same ones
 */
TsKeptComparisons
ts_kept_comparisons_copy (const TsKeptComparisons *self)
{
  TsKeptComparisons copy = *self;

  for (guint i = 0; i < TS_KEPT_N_CHOICES; i++)
    {
      if (copy.comparisons[i] != NULL)
        ts_comparison_ref (copy.comparisons[i]);
    }

  return copy;
}

/**
 * ts_kept_comparisons_lack:
 * @self: comparisons
 * @needs: what is needed
 *
 * Returns: whether something of it was not read
 */
gboolean
ts_kept_comparisons_lack (const TsKeptComparisons *self,
                          TsCompareNeeds           needs)
{
  for (guint i = 0; i < TS_KEPT_N_CHOICES; i++)
    {
      if ((needs & year_choices[i]) && self->comparisons[i] == NULL)
        return TRUE;
    }

  return (needs & ~ALL_CHOICES & ~self->needs) != 0;
}

static gboolean
has_years (TsComparison *comparison,
           const int    *years,
           guint         n_years)
{
  if (ts_comparison_get_n_years (comparison) != n_years)
    return FALSE;

  for (guint i = 0; i < n_years; i++)
    {
      if (ts_comparison_get_year (comparison, i) != years[i])
        return FALSE;
    }

  return TRUE;
}

/* The years that a choice comes to, where that is known of those that were read. */
static GArray *
list_years (const TsKeptComparisons *kept,
            const TsCompareFilter   *filter,
            TsCompareNeeds           choice)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  TsComparison *all = kept->comparisons[0];
  int last = ts_compare_filter_get_last_year (filter);

  if (choice == TS_COMPARE_YEARS || (choice == TS_COMPARE_YEAR_BEFORE && filter->years->len > 1))
    {
      g_array_append_vals (years, filter->years->data, filter->years->len);
    }
  else if (choice == TS_COMPARE_LAST_YEAR)
    {
      g_array_append_val (years, last);
    }
  else if (choice == TS_COMPARE_YEAR_BEFORE && all != NULL)
    {
      for (guint i = ts_comparison_get_n_years (all); i > 0 && years->len == 0; i--)
        {
          int year = ts_comparison_get_year (all, i - 1);

          if (year < last)
            g_array_append_val (years, year);
        }

      g_array_append_val (years, last);
    }

  return years;
}

/* Among what was read, the same years under another choice. */
static TsComparison *
find_same (const TsKeptComparisons *kept,
           const TsCompareFilter   *filter,
           TsCompareNeeds           choice)
{
  g_autoptr (GArray) years = NULL;

  if (filter->years->len == 0)
    return NULL;

  years = list_years (kept, filter, choice);

  for (guint i = 0; years->len > 0 && i < TS_KEPT_N_CHOICES; i++)
    {
      if (kept->comparisons[i] != NULL && has_years (kept->comparisons[i], (const int *) (void *) years->data, years->len))
        return kept->comparisons[i];
    }

  return NULL;
}

/**
 * ts_kept_comparisons_read:
 * @self: (out caller-allocates): what there is now; some of it may be there when it fails
 * @before: what was read of the same filter and workbook before, empty for nothing
 * @workplace: the workbook, on the reading thread
 * @filter: what is compared; it names its years
 * @needs: what is needed
 * @error: where to put why not
 *
 * Reads what is not there yet. The same years under another choice are read once.
 *
 * Returns: whether all of it could be read
 */
gboolean
ts_kept_comparisons_read (TsKeptComparisons        *self,
                          const TsKeptComparisons  *before,
                          TsWorkplace              *workplace,
                          const TsCompareFilter    *filter,
                          TsCompareNeeds            needs,
                          GError                  **error)
{
  TsCompareNeeds rest = (needs | before->needs) & ~ALL_CHOICES;

  *self = (TsKeptComparisons) { 0 };

  if ((rest & ~before->needs) == 0)
    *self = ts_kept_comparisons_copy (before);

  self->needs = rest;

  for (guint i = 0; i < TS_KEPT_N_CHOICES; i++)
    {
      TsComparison *same;

      if (!(needs & year_choices[i]) || self->comparisons[i] != NULL)
        continue;

      same = find_same (self, filter, year_choices[i]);

      if (same != NULL)
        self->comparisons[i] = ts_comparison_ref (same);
      else
        self->comparisons[i] = ts_comparison_read (workplace->workbook, workplace->frameworks, filter, year_choices[i] | rest, error);

      if (self->comparisons[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_kept_comparisons_set_rule:
 * @self: comparisons
 * @filter: has the rule to be used from now on, and differs from theirs in nothing that has to be read
 * @needs: what the page that is shown needs
 *
 * What it does not need is let go: it is read again when another page does.
 */
void
ts_kept_comparisons_set_rule (TsKeptComparisons     *self,
                              const TsCompareFilter *filter,
                              TsCompareNeeds         needs)
{
  for (guint i = 0; i < TS_KEPT_N_CHOICES; i++)
    {
      TsComparison *before = self->comparisons[i];

      if (before == NULL)
        continue;

      self->comparisons[i] =
        needs & year_choices[i] ? ts_comparison_with_rule (before, filter->has_rule ? &filter->rule : NULL) : NULL;
      ts_comparison_unref (before);
    }
}

/**
 * ts_kept_comparisons_get_fewest:
 * @self: comparisons
 * @needs: what a page needs
 *
 * Returns: (transfer none) (nullable): what was read of the fewest years that it needs; until that has been, of those that another needs
 */
TsComparison *
ts_kept_comparisons_get_fewest (const TsKeptComparisons *self,
                                TsCompareNeeds           needs)
{
  for (guint i = TS_KEPT_N_CHOICES; i > 0; i--)
    {
      if ((needs & year_choices[i - 1]) && self->comparisons[i - 1] != NULL)
        return self->comparisons[i - 1];
    }

  for (guint i = TS_KEPT_N_CHOICES; i > 0; i--)
    {
      if (self->comparisons[i - 1] != NULL)
        return self->comparisons[i - 1];
    }

  return NULL;
}

/**
 * ts_kept_comparisons_find:
 * @self: comparisons
 * @needs: what a chart needs, with one choice of years
 *
 * Returns: (transfer none) (nullable): what was read of those years
 */
TsComparison *
ts_kept_comparisons_find (const TsKeptComparisons *self,
                          TsCompareNeeds           needs)
{
  for (guint i = 0; i < TS_KEPT_N_CHOICES; i++)
    {
      if (needs & year_choices[i])
        return self->comparisons[i];
    }

  return NULL;
}

/**
 * ts_kept_comparisons_with_years:
 * @needs: what a page needs
 *
 * Returns: the same, with the last year where it says nothing of years
 */
TsCompareNeeds
ts_kept_comparisons_with_years (TsCompareNeeds needs)
{
  return needs & ALL_CHOICES ? needs : needs | TS_COMPARE_LAST_YEAR;
}
