/* ts-stale.c — evidence whose period has run out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-stale.h"

#include "core/ts-date.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/**
 * ts_evidence_is_stale:
 * @evidence: an item of evidence
 * @year: the calendar year in which an assessment's financial year begins
 *
 * Evidence may be older than the year that it speaks for, as a plan for several years is. It is stale once the last day that it covers is
 * before the year's first. Nothing can be said of evidence that does not tell what it covers.
 *
 * Returns: whether the item's period has run out for an assessment of that year
 */
gboolean
ts_evidence_is_stale (const TsRow *evidence,
                      int          year)
{
  const char *period_to;
  GDate covered;
  GDate first;
  GDate last;

  g_return_val_if_fail (evidence != NULL && ts_row_get_entity (evidence) == TS_ENTITY_EVIDENCE, FALSE);

  period_to = ts_row_get_text (evidence, TS_EVIDENCE_PERIOD_TO);

  if (period_to == NULL || year < TS_YEAR_FIRST || year > TS_YEAR_LAST || !ts_date_parse (period_to, &covered))
    return FALSE;

  ts_year_get_dates (year, &first, &last);

  return g_date_compare (&covered, &first) < 0;
}

/**
 * ts_evidence_explain_stale:
 * @evidence: an item of evidence
 * @year: the calendar year in which an assessment's financial year begins
 *
 * Returns: (transfer full) (nullable): why the item is stale, as a sentence; %NULL if it is not
 */
char *
ts_evidence_explain_stale (const TsRow *evidence,
                           int          year)
{
  g_autofree char *label = NULL;

  if (!ts_evidence_is_stale (evidence, year))
    return NULL;

  label = ts_year_format (year);

  /* Translators: a day and a financial year, as in “Its period ended on 2008-09-30, before 2009/10 began.” */
  return g_strdup_printf (_("Its period ended on %s, before %s began."), ts_row_get_text (evidence, TS_EVIDENCE_PERIOD_TO), label);
}
