/* ts-outcome-chart-source.c — the trend of an outcome
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-outcome-lock.h"
#include "core/ts-outcome.h"
#include "ctl/ts-chart-source.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-organisation-set.h"
#include "model/ts-outcome-source.h"

#include <glib/gi18n-lib.h>

/* The outcomes that fit, of the organisation of which most is told. */
typedef struct
{
  GPtrArray *outcomes; /* TsRow */
  guint n_values;
} Choice;

static void
choice_clear (Choice *choice)
{
  g_clear_pointer (&choice->outcomes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
wants_organisation (const TsQueryFilter *filter,
                    const char          *code)
{
  return filter->organisations == NULL || filter->organisations[0] == NULL || g_strv_contains (filter->organisations, code);
}

static gboolean
wants_year (const TsQueryFilter *filter,
            const TsRow         *outcome)
{
  for (guint i = 0; i < filter->n_years; i++)
    {
      if (ts_outcome_covers (outcome, filter->years[i]))
        return TRUE;
    }

  return filter->n_years == 0;
}

static gboolean
wants_metric (const char  *metric,
              const TsRow *outcome)
{
  g_autofree char *name = g_utf8_casefold (ts_row_get_text (outcome, TS_OUTCOME_METRIC), -1);
  g_autofree char *part = g_utf8_casefold (metric != NULL ? metric : "", -1);

  return strstr (name, part) != NULL;
}

/* Replaces the choice where more is told of this organisation. */
static gboolean
look_at (TsWorkbook          *workbook,
         const TsChartQuery  *query,
         const TsRow         *organisation,
         Choice              *choice,
         GError             **error)
{
  const char *id = ts_row_get_id (organisation);
  g_autoptr (GPtrArray) outcomes = ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, id, error);
  g_autoptr (GPtrArray) values = NULL;

  if (outcomes == NULL)
    return FALSE;

  for (guint i = outcomes->len; i > 0; i--)
    {
      TsRow *outcome = g_ptr_array_index (outcomes, i - 1);

      if (!wants_year (query->filter, outcome) || !wants_metric (query->metric, outcome))
        g_ptr_array_remove_index (outcomes, i - 1);
    }

  values = ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ORGANISATION, id, error);

  if (values == NULL)
    return FALSE;

  if (outcomes->len > 0 && (choice->outcomes == NULL || values->len > choice->n_values))
    {
      g_clear_pointer (&choice->outcomes, g_ptr_array_unref);
      choice->outcomes = g_steal_pointer (&outcomes);
      choice->n_values = values->len;
    }

  return TRUE;
}

static gboolean
choose (TsWorkbook          *workbook,
        const TsChartQuery  *query,
        Choice              *choice,
        GError             **error)
{
  g_autoptr (TsOrganisationSet) organisations = ts_organisation_set_read (workbook, error);

  if (organisations == NULL)
    return FALSE;

  for (guint i = 0; i < ts_organisation_set_get_n (organisations); i++)
    {
      const TsRow *organisation = ts_organisation_set_get (organisations, i)->organisation;

      if (wants_organisation (query->filter, ts_row_get_text (organisation, TS_ORGANISATION_CODE)) &&
          !look_at (workbook, query, organisation, choice, error))
        return FALSE;
    }

  return TRUE;
}

/* A whole name is what is meant even where it is a part of another. */
static TsRow *
pick (Choice      *choice,
      const char  *metric,
      GError     **error)
{
  g_autofree char *wanted = g_utf8_casefold (metric != NULL ? metric : "", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  ts_outcome_sort (choice->outcomes);

  if (metric == NULL || choice->outcomes->len == 1)
    return g_ptr_array_index (choice->outcomes, 0);

  for (guint i = 0; i < choice->outcomes->len; i++)
    {
      TsRow *outcome = g_ptr_array_index (choice->outcomes, i);
      g_autofree char *name = g_utf8_casefold (ts_row_get_text (outcome, TS_OUTCOME_METRIC), -1);

      if (g_str_equal (name, wanted))
        return outcome;

      g_string_append_printf (names, _("%s“%s”"), i > 0 ? ", " : "", ts_row_get_text (outcome, TS_OUTCOME_METRIC));
    }

  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN, _("Several outcomes have “%s” in their names: %s. Give --metric more of one."),
               metric, names->str);

  return NULL;
}

static gboolean
read_outcome (TsWorkbook          *workbook,
              const TsChartQuery  *query,
              TsChart            **chart,
              GError             **error)
{
  g_auto (Choice) choice = { 0 };
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (TsOutcomeData) data = NULL;
  TsRow *outcome;

  if (!choose (workbook, query, &choice, error))
    return FALSE;

  if (choice.outcomes == NULL)
    return TRUE;

  outcome = pick (&choice, query->metric, error);

  if (outcome == NULL)
    return FALSE;

  values = ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_OUTCOME, ts_row_get_id (outcome), error);

  if (values == NULL)
    return FALSE;

  data = ts_outcome_source_build (outcome, values);
  *chart = ts_chart_new_outcome (data);

  return TRUE;
}

const TsChartSource ts_outcome_chart_source = {
  .name = "outcome",
  .help = N_("the trend of one outcome, its aspirations against what came. Of the organisations that the filters let\n"
             "through it is the one of which most is told, and of its outcomes the first, or the one that --metric names;\n"
             "a year lets through those that are part of its assessment."),
  .filters = TS_FILTER_ORGANISATION | TS_FILTER_YEAR,
  .takes_metric = TRUE,
  .nothing = N_("there are no outcomes to draw that fit what was asked for"),
  .read = read_outcome,
};
