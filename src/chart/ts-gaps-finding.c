/* ts-gaps-finding.c
 *
 * What a gap chart comes to, in a sentence.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-gaps-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"

/* Levels are written with one decimal: gaps that differ by less are written alike. */
#define SAME 0.05

static char *
describe_unrated (TsGapsSubject subject,
                  guint         n_rows)
{
  switch (subject)
    {
    case TS_GAPS_SUBJECT_COMPETENCY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u competency has no level yet",
                                           "None of the %u competencies has a level yet", n_rows),
                              n_rows);

    case TS_GAPS_SUBJECT_CRITERION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u criterion has no level yet",
                                           "None of the %u criteria has a level yet", n_rows),
                              n_rows);

    case TS_GAPS_SUBJECT_AREA:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u area has no level yet",
                                           "None of the %u areas has a level yet", n_rows),
                              n_rows);
    }
}

static const char *
describe_no_targets (TsGapsSubject subject)
{
  switch (subject)
    {
    case TS_GAPS_SUBJECT_COMPETENCY:
      return _("No rated competency has a target yet");

    case TS_GAPS_SUBJECT_CRITERION:
      return _("No rated criterion has a target yet");

    case TS_GAPS_SUBJECT_AREA:
    default:
      return _("No rated area has a target yet");
    }
}

static char *
describe_all_met (TsGapsSubject subject,
                  guint         n_rated)
{
  switch (subject)
    {
    case TS_GAPS_SUBJECT_COMPETENCY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "The %u rated competency meets its target",
                                           "All %u rated competencies meet their target", n_rated),
                              n_rated);

    case TS_GAPS_SUBJECT_CRITERION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "The %u rated criterion meets its target",
                                           "All %u rated criteria meet their target", n_rated),
                              n_rated);

    case TS_GAPS_SUBJECT_AREA:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u rated area meets its target",
                                           "All %u rated areas meet their target", n_rated),
                              n_rated);
    }
}

static char *
describe_some_met (TsGapsSubject subject,
                   guint         n_met,
                   guint         n_rated)
{
  switch (subject)
    {
    case TS_GAPS_SUBJECT_COMPETENCY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u of %u rated competencies meets its target",
                                           "%u of %u rated competencies meet their target", n_met),
                              n_met, n_rated);

    case TS_GAPS_SUBJECT_CRITERION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u of %u rated criteria meets its target",
                                           "%u of %u rated criteria meet their target", n_met),
                              n_met, n_rated);

    case TS_GAPS_SUBJECT_AREA:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u of %u rated areas meets its target",
                                           "%u of %u rated areas meet their target", n_met),
                              n_met, n_rated);
    }
}

static const char *
describe_only_one_short (TsGapsSubject subject)
{
  switch (subject)
    {
    case TS_GAPS_SUBJECT_COMPETENCY:
      return _("The 1 rated competency is short of its target");

    case TS_GAPS_SUBJECT_CRITERION:
      return _("The 1 rated criterion is short of its target");

    case TS_GAPS_SUBJECT_AREA:
    default:
      return _("The 1 rated area is short of its target");
    }
}

static char *
describe_short (TsGapsSubject subject,
                guint         n_short,
                guint         n_rated)
{
  if (n_rated == 1)
    return g_strdup (describe_only_one_short (subject));

  switch (subject)
    {
    case TS_GAPS_SUBJECT_COMPETENCY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u of %u rated competencies is short of its target",
                                           "%u of %u rated competencies are short of their target",
                                           n_short),
                              n_short, n_rated);

    case TS_GAPS_SUBJECT_CRITERION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u of %u rated criteria is short of its target",
                                           "%u of %u rated criteria are short of their target",
                                           n_short),
                              n_short, n_rated);

    case TS_GAPS_SUBJECT_AREA:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u of %u rated areas is short of its target",
                                           "%u of %u rated areas are short of their target",
                                           n_short),
                              n_short, n_rated);
    }
}

typedef struct
{
  guint n_rated;
  guint n_compared;
  guint n_short;

  /* The largest gap to a target, how many rows have it, and one of them. */
  double largest;
  guint n_largest;
  guint largest_row;
} Summary;

static void
summary_init (Summary          *self,
              const TsGapsData *data)
{
  double gap;

  *self = (Summary) { .n_rated = ts_gaps_data_count_values (data, TS_GAPS_SERIES_LEVEL) };

  for (guint row = 0; row < ts_gaps_data_get_n_rows (data); row++)
    {
      if (!ts_gaps_data_get_gap (data, row, &gap))
        continue;

      self->n_compared++;
      self->n_short += gap < 0;
      if (gap < 0 && -gap > self->largest + SAME)
        {
          self->largest = -gap;
          self->n_largest = 0;
          self->largest_row = row;
        }
      if (gap < 0 && fabs (-gap - self->largest) <= SAME)
        self->n_largest++;
    }
}

/* How many are short of their target, and where it is furthest. */
static char *
describe_gaps (const TsGapsData *self,
               const Summary    *summary)
{
  TsGapsSubject subject = ts_gaps_data_get_subject (self);
  g_autofree char *count = describe_short (subject, summary->n_short, summary->n_rated);
  g_autofree char *levels = ts_chart_number_levels (summary->largest);
  const char *name = ts_gaps_data_get_long_label (self, summary->largest_row);
  g_autofree char *furthest =
    ts_chart_text_isolate (*name != '\0'
                             ? name
                             : ts_gaps_data_get_short_label (self, summary->largest_row));

  if (summary->n_short == 1)
    /* Translators: goes on after "1 of 9 rated competencies is short of its target" with which it is and by how much,
     * as in ": Stimulate the market (2 levels)". */
    return g_strdup_printf (_("%s: %s (%s)"), count, furthest, levels);

  if (summary->n_largest == 1)
    /* Translators: goes on after "5 of 9 rated competencies are short of their target" with which is furthest from it and
     * by how much, as in ", most Stimulate the market (2 levels)". */
    return g_strdup_printf (_("%s, most %s (%s)"), count, furthest, levels);

  if (summary->n_largest == summary->n_short)
    /* Translators: goes on after "5 of 9 rated competencies are short of their target" with how much, as in ", each by 1
     * level". */
    return g_strdup_printf (_("%s, each by %s"), count, levels);

  /* Translators: goes on after "5 of 9 rated competencies are short of their target" with how many have the largest gap,
   * as in ", 3 of them by 2 levels". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u of them by %s",
                                       "%s, %u of them by %s", summary->n_largest),
                          count, summary->n_largest, levels);
}

/* How often the judgement of oneself is above and below that of others; %NULL if they cannot be compared. */
static char *
describe_judgements (const TsGapsData *self)
{
  guint n_both = 0, n_above = 0, n_below = 0;
  double change;

  if (!ts_gaps_data_is_judged (self))
    return NULL;

  for (guint row = 0; row < ts_gaps_data_get_n_rows (self); row++)
    if (ts_gaps_data_get_change (self, row, &change))
      {
        n_both++;
        n_above += change < 0;
        n_below += change > 0;
      }
  if (n_both == 0)
    return NULL;

  /* Translators: two kinds of judgement, and on how many of how many competencies the first is above and below the second, as
   * in "Self-assessment is above Panel on 5 of 9, below on 1". */
  return g_strdup_printf (_("%s is above %s on %u of %u, below on %u"),
                          ts_gaps_data_get_series_name (self, TS_GAPS_SERIES_PREVIOUS),
                          ts_gaps_data_get_series_name (self, TS_GAPS_SERIES_LEVEL), n_above, n_both,
                          n_below);
}

/**
 * ts_gaps_data_describe:
 * @self: data of a gap chart
 *
 * Tells how many of those with a level are short of their target and which one is furthest from it.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_gaps_data_describe (const TsGapsData *self)
{
  TsGapsSubject subject;
  Summary summary;
  g_autofree char *text = NULL;
  g_autofree char *judgements = NULL;
  guint n_open;

  g_return_val_if_fail (self != NULL, NULL);

  if (ts_gaps_data_get_n_rows (self) == 0)
    return g_strdup (_("There is nothing to show yet."));

  subject = ts_gaps_data_get_subject (self);
  summary_init (&summary, self);
  n_open = summary.n_rated - summary.n_compared;

  if (summary.n_rated == 0)
    {
      text = describe_unrated (subject, ts_gaps_data_get_n_rows (self));
      n_open = 0;
    }
  else if (summary.n_compared == 0)
    {
      text = g_strdup (describe_no_targets (subject));
      n_open = 0;
    }
  else if (summary.n_short > 0)
    {
      text = describe_gaps (self, &summary);
    }
  else if (n_open == 0)
    {
      text = describe_all_met (subject, summary.n_rated);
    }
  else
    {
      text = describe_some_met (subject, summary.n_compared, summary.n_rated);
    }

  judgements = describe_judgements (self);
  if (judgements != NULL && summary.n_compared == 0)
    return g_strdup_printf (_("%s."), judgements);
  if (judgements != NULL)
    {
      g_autofree char *gaps = g_steal_pointer (&text);

      /* Translators: joins two parts of a sentence. */
      text = g_strdup_printf (_("%s; %s"), judgements, gaps);
    }

  if (n_open == 0)
    return g_strdup_printf (_("%s."), text);

  /* Translators: goes on after a sentence about those that have a target, as in "; 2 have no target." */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u has no target.",
                                       "%s; %u have no target.", n_open),
                          text, n_open);
}
