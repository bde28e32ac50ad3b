/* ts-severity-sentence.c
 *
 * Severity in words: what each row says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-severity-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"

/* Less is no difference that anybody would speak of. */
#define LEAST 0.05

/**
 * ts_severity_words:
 * @difference: by how many levels somebody scores higher than the others; lower where it is below 0
 *
 * Returns: (transfer full): the same in words, such as "scores half a level lower than the others"
 */
char *
ts_severity_words (double difference)
{
  static const struct
  {
    double size;
    const char *higher;
    const char *lower;
  } words[] = {
    { 0.25, N_("scores a quarter of a level higher than the others"), N_("scores a quarter of a level lower than the others") },
    { 0.5, N_("scores half a level higher than the others"), N_("scores half a level lower than the others") },
    { 0.75, N_("scores three quarters of a level higher than the others"), N_("scores three quarters of a level lower than the others") },
    { 1, N_("scores a whole level higher than the others"), N_("scores a whole level lower than the others") },
  };
  double size = fabs (difference);
  g_autofree char *number = NULL;

  if (size < LEAST)
    return g_strdup (_("scores as the others do"));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (fabs (size - words[i].size) < LEAST)
      return g_strdup (difference > 0 ? _(words[i].higher) : _(words[i].lower));

  number = ts_chart_number_text (size, 1);

  /* Translators: a number of levels, not whole, as in "scores 0.4 levels lower than the others". */
  return g_strdup_printf (difference > 0 ? _("scores %s levels higher than the others") : _("scores %s levels lower than the others"),
                          number);
}

static char *
signed_text (double value)
{
  return ts_chart_number_signed (value, 2, "");
}

static char *
interval_text (const TsEstimate *estimate)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!estimate->has_interval)
    return g_strdup (_("not known"));

  low = signed_text (estimate->low);
  high = signed_text (estimate->high);

  /* Translators: from where to where an interval goes. */
  return g_strdup_printf (_("%s to %s"), low, high);
}

/**
 * ts_severity_data_row_text:
 * @self: data of such a chart
 * @row: less than ts_severity_data_get_n_rows()
 *
 * Returns: (transfer full): what the row shows, in words
 */
char *
ts_severity_data_row_text (const TsSeverityData *self,
                           guint                 row)
{
  const TsSeverity *severity = ts_severity_data_get_severity (self, row);
  g_autofree char *words = NULL;
  g_autofree char *value = NULL;
  g_autofree char *interval = NULL;

  if (severity->n_scores == 0)
    return g_strdup (_("has no scores that may be shown"));
  if (!severity->difference.is_defined)
    return g_strdup (_("cannot be compared: nobody else has scored the same"));

  words = ts_severity_words (severity->difference.value);
  value = signed_text (severity->difference.value);
  interval = interval_text (&severity->difference);
  if (!severity->difference.has_interval)
    /* Translators: in words and as a number. */
    return g_strdup_printf (_("%s (%s; too little to say how sure that is)"), words, value);
  if (ts_severity_data_is_chance (self, row))
    /* Translators: in words, as a number, and the interval. */
    return g_strdup_printf (_("%s (%s, from %s), which may be chance"), words, value, interval);

  return g_strdup_printf (_("%s (%s, from %s)"), words, value, interval);
}

/**
 * ts_severity_data_describe:
 * @self: data of such a chart
 *
 * Tells who scores furthest from the others, and of how many the difference is more than chance.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_severity_data_describe (const TsSeverityData *self)
{
  guint n_compared = 0, n_beyond = 0, n_alone = 0, furthest = 0;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint row = 0; row < ts_severity_data_get_n_rows (self); row++)
    {
      const TsSeverity *severity = ts_severity_data_get_severity (self, row);

      if (!severity->difference.is_defined)
        {
          n_alone++;
          continue;
        }
      if (n_compared == 0 ||
          fabs (severity->difference.value) > fabs (ts_severity_data_get_severity (self, furthest)->difference.value))
        furthest = row;
      n_compared++;
      n_beyond += !ts_severity_data_is_chance (self, row);
    }
  if (n_compared == 0)
    return g_strdup (_("There are no two reviewers yet who have scored the same, with scores that may be shown."));

  text = g_string_new (NULL);
  name = ts_chart_text_isolate (ts_chart_subject_name (ts_severity_data_get_row (self, furthest)));
  words = ts_severity_words (ts_severity_data_get_severity (self, furthest)->difference.value);
  if (n_beyond == 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u reviewer compared: no difference is more than chance may make", "%u reviewers compared: no difference is more than chance may make", n_compared),
                            n_compared);
  else
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Of %u reviewers %u differs from the others by more than chance makes", "Of %u reviewers %u differ from the others by more than chance makes", n_beyond),
                            n_compared, n_beyond);
  /* Translators: goes on after a sentence: who is furthest from the others, and how, as in "; furthest is Lay: scores half a
   * level lower than the others". */
  g_string_append_printf (text, _("; furthest is %s: %s"), name, words);
  if (n_alone > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "; %u cannot be compared", "; %u cannot be compared", n_alone), n_alone);
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

/**
 * ts_severity_data_to_table:
 * @self: data of such a chart
 *
 * Returns: (transfer full): a row for each reviewer
 */
TsChartTable *
ts_severity_data_to_table (const TsSeverityData *self)
{
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (ts_severity_data_get_title (self));
  ts_chart_table_add_column (table, _("Reviewer"));
  ts_chart_table_add_column (table, _("Difference"));
  ts_chart_table_add_column (table, _("Interval"));
  ts_chart_table_add_column (table, _("In words"));
  ts_chart_table_add_column (table, _("Scores shared"));

  for (guint i = 0; i < ts_severity_data_get_n_rows (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      const TsSeverity *severity = ts_severity_data_get_severity (self, i);
      g_autofree char *title = ts_chart_subject_title (ts_severity_data_get_row (self, i));
      g_autofree char *value = severity->difference.is_defined ? signed_text (severity->difference.value)
                                                               : g_strdup (_("not defined"));
      g_autofree char *interval = interval_text (&severity->difference);
      g_autofree char *words = severity->difference.is_defined ? ts_severity_words (severity->difference.value)
                                                               : ts_severity_data_row_text (self, i);
      g_autofree char *shared = ts_chart_count_text (severity->n_shared);

      ts_chart_table_set_cell (table, row, 0, title);
      ts_chart_table_set_cell (table, row, 1, value);
      ts_chart_table_set_cell (table, row, 2, interval);
      ts_chart_table_set_cell (table, row, 3, words);
      ts_chart_table_set_cell (table, row, 4, shared);
    }

  return table;
}
