/* ts-review-words.c — how the pages of a review put things
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-review-words.h"

#include "core/ts-date.h"
#include "core/ts-panel-role.h"

#include <glib/gi18n-lib.h>

/**
 * ts_review_words_day:
 * @day: (nullable): a day as ISO 8601 writes it, from anywhere
 *
 * Returns: (transfer full): the day as people write it; @day itself where it is none
 */
char *
ts_review_words_day (const char *day)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  if (day == NULL || !ts_date_parse (day, &date))
    return g_strdup (day != NULL ? day : "");

  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

  /* Translators: a day, as in “14 May 2010”; see strftime */
  return g_date_time_format (time, _("%-d %B %Y"));
}

/**
 * ts_review_words_panel:
 * @panel: a panel's row
 * @begins: (nullable): at what time of its day it speaks of what is shown
 *
 * Returns: (transfer full): its title, its day and the time
 */
char *
ts_review_words_panel (const TsRow *panel,
                       const char  *begins)
{
  g_autofree char *day = ts_review_words_day (ts_row_get_text (panel, TS_PANEL_DAY));
  GString *text = g_string_new (ts_row_get_text (panel, TS_PANEL_TITLE));

  if (*day != '\0')
    g_string_append_printf (text, " · %s", day);

  if (begins != NULL)
    g_string_append_printf (text, " · %s", begins);

  return g_string_free (text, FALSE);
}

/**
 * ts_review_words_level:
 * @node: a criterion
 * @level: a level, 0 for none
 *
 * Returns: (transfer full): the level with its name
 */
char *
ts_review_words_level (const TsNode *node,
                       int           level)
{
  const TsScaleLevel *found = level > 0 ? ts_scale_get_level (node->section->scale, level) : NULL;

  if (found == NULL)
    return g_strdup (_("not rated"));

  if (g_ascii_strcasecmp (found->token, found->label) == 0)
    return g_strdup (found->label);

  return g_strdup_printf ("%s %s", found->token, found->label);
}

static void
append_days (GString     *text,
             const TsRow *interest)
{
  g_autofree char *from = ts_review_words_day (ts_row_get_text (interest, TS_INTEREST_VALID_FROM));
  g_autofree char *to = ts_review_words_day (ts_row_get_text (interest, TS_INTEREST_VALID_TO));

  if (*from != '\0' && *to != '\0')
    g_string_append_printf (text, _(", %s to %s"), from, to);
  else if (*from != '\0')
    g_string_append_printf (text, _(", since %s"), from);
  else if (*to != '\0')
    g_string_append_printf (text, _(", until %s"), to);
}

/**
 * ts_review_words_interest:
 * @round: a round
 * @interest: a declared interest
 *
 * Returns: (transfer full): what ties the person to which organisation, and when
 */
char *
ts_review_words_interest (const TsRoundSnapshot *round,
                          const TsRow           *interest)
{
  const char *organisation_id = ts_row_get_text (interest, TS_INTEREST_ORGANISATION);
  const char *name = ts_organisation_directory_get_name (round->directory, organisation_id,
                                                         round->round != NULL ? (int) ts_row_get_integer (round->round, TS_REVIEW_ROUND_YEAR) : 2009);
  GString *text = g_string_new (NULL);

  /* Translators: an interest: “employee of Northmoor PCT” */
  g_string_append_printf (text, _("%s of %s"), ts_row_get_text (interest, TS_INTEREST_ROLE), name != NULL ? name : "?");
  append_days (text, interest);

  return g_string_free (text, FALSE);
}

/**
 * ts_review_words_conflict:
 * @round: a round
 * @conflict: a conflict of one of its members
 *
 * Returns: (transfer full): why it is one, in a sentence
 */
char *
ts_review_words_conflict (const TsRoundSnapshot *round,
                          const TsRoundConflict *conflict)
{
  g_autofree char *interest = ts_review_words_interest (round, conflict->conflict.interest);

  switch (conflict->conflict.tie)
    {
    case TS_TIE_SAME:
      /* Translators: an interest, as in “employee of Northmoor PCT, since 1 April 2005” */
      return g_strdup_printf (_("%s, the organisation itself."), interest);

    case TS_TIE_PREDECESSOR:
      /* Translators: an interest, then an organisation */
      return g_strdup_printf (_("%s, which %s followed."), interest, conflict->assessment->name);

    case TS_TIE_SUCCESSOR:
      return g_strdup_printf (_("%s, which follows %s."), interest, conflict->assessment->name);

    case TS_TIE_PARENT:
      return g_strdup_printf (_("%s, to which %s belongs."), interest, conflict->assessment->name);

    case TS_TIE_PART:
      return g_strdup_printf (_("%s, which belongs to %s."), interest, conflict->assessment->name);

    case TS_TIE_NONE:
    default:
      return g_steal_pointer (&interest);
    }
}

/**
 * ts_review_words_shut_out:
 * @round: a round
 * @review: a review that whoever works may not look into, because of a conflict
 *
 * Returns: (transfer full): why not, and what helps
 */
char *
ts_review_words_shut_out (const TsRoundSnapshot  *round,
                          const TsReviewSnapshot *review)
{
  const TsReviewer *me = ts_review_snapshot_get_me (review);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < round->conflicts->len && reason == NULL; i++)
    {
      const TsRoundConflict *conflict = g_ptr_array_index (round->conflicts, i);

      if (g_str_equal (conflict->name, me->assessor) &&
          g_str_equal (ts_row_get_id (conflict->assessment->assessment), ts_row_get_id (review->assessment)))
        reason = ts_review_words_conflict (round, conflict);
    }

  /* Translators: an organisation, what was decided about a conflict, and its reason, which may be empty */
  return g_strdup_printf (me->conflict == TS_CONFLICT_LEAVES
                            ? _("%s leaves while %s is spoken about, because of a declared interest. %s")
                            : _("%s has an interest that stands in the way of reviewing %s, and nothing has been decided about it. %s\nUntil then the submission can be neither opened nor scored. Decisions are made on the page Interests."),
                          me->assessor, review->organisation_name, reason != NULL ? reason : "");
}

/**
 * ts_review_words_awaited:
 * @review: a review
 *
 * Returns: (transfer full) (nullable): who has not sealed yet, as a list; %NULL where nobody is waited for
 */
char *
ts_review_words_awaited (const TsReviewSnapshot *review)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < review->sight->sight.n_reviewers; i++)
    {
      const TsReviewer *reviewer = &review->sight->sight.reviewers[i];

      if (!ts_sight_is_awaited (reviewer) || reviewer->is_sealed)
        continue;

      /* Translators: between two names of a list */
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", reviewer->assessor);
    }

  if (names->len > 0)
    return g_string_free (names, FALSE);

  g_string_free (names, TRUE);

  return NULL;
}

/**
 * ts_review_words_reasons:
 * @row: a rating or a dissent
 *
 * Returns: (transfer full) (nullable): all reasons that it gives, a line each; %NULL for none
 */
char *
ts_review_words_reasons (const TsRow *row)
{
  static const guint fields[] = { TS_RATING_RATIONALE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT };
  g_autoptr (GString) said = g_string_new (NULL);

  if (ts_row_get_entity (row) == TS_ENTITY_DISSENT)
    return g_strdup (ts_row_get_text (row, TS_DISSENT_NOTE));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (ts_row_has (row, fields[i]))
        g_string_append_printf (said, "%s%s", said->len > 0 ? "\n" : "", ts_row_get_text (row, fields[i]));
    }

  return said->len > 0 ? g_string_free (g_steal_pointer (&said), FALSE) : NULL;
}
