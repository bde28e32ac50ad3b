/* ts-sample-data-outcomes.c — the outcomes of the region that the sample tells of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-data-private.h"

#include "core/ts-outcome.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

#define LONGEST 500
#define MOST    1000

static const char *const outcome_members[] = {
  "organisation",
  "suggested",
  "metric",
  "unit",
  "direction",
  "source",
  "since",
  "until",
  "plans",
  "actuals",
  NULL,
};

void
ts_sample_outcome_free (gpointer data)
{
  TsSampleOutcome *outcome = data;

  g_free (outcome->organisation);
  g_free (outcome->suggested);
  g_free (outcome->metric);
  g_free (outcome->unit);
  g_free (outcome->direction);
  g_free (outcome->source);
  g_array_unref (outcome->figures);
  g_free (outcome);
}

static gboolean
take_text (const TsJsonPlace  *object,
           const char         *member,
           gboolean            optional,
           char              **text,
           GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  if (optional && !ts_json_place_is_there (&place))
    return TRUE;

  *text = g_strdup (ts_json_place_get_text (&place, LONGEST, error));

  return *text != NULL;
}

static gboolean
take_year (const TsJsonPlace  *object,
           const char         *member,
           gboolean            optional,
           int                *year,
           GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);
  const char *text;

  if (optional && !ts_json_place_is_there (&place))
    return TRUE;

  text = ts_json_place_get_text (&place, LONGEST, error);

  return text != NULL && (ts_year_parse (text, year) || ts_json_place_expected (&place, error, _("a financial year such as 2009/10")));
}

/* "2009/10": [1, 2, 3, 4, 5]: what was planned in the assessment of that year, for it and the years after it. */
static gboolean
read_plan (const TsJsonPlace  *place,
           int                 told,
           GArray             *figures,
           GError            **error)
{
  guint n_elements;

  if (!ts_json_place_check_array (place, 1, TS_OUTCOME_N_YEARS, _("an array of at most five numbers"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace element = ts_json_place_element (place, i);
      TsSampleFigure figure = { .told = told, .year = told + (int) i };

      if (!ts_json_place_get_number (&element, &figure.number, error))
        return FALSE;

      g_array_append_val (figures, figure);
    }

  return TRUE;
}

static gboolean
read_figures (const TsJsonPlace  *object,
              const char         *member,
              gboolean            planned,
              GArray             *figures,
              GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);
  JsonObjectIter iter;
  const char *name;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (place.node))
    return ts_json_place_expected (&place, error, _("an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (place.node));

  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      TsJsonPlace year_place = ts_json_place_member (&place, name);
      TsSampleFigure figure = { 0 };

      if (!ts_year_parse (name, &figure.year))
        return ts_json_place_expected (&year_place, error, _("a financial year as its name"));

      if (planned)
        {
          if (!read_plan (&year_place, figure.year, figures, error))
            return FALSE;

          continue;
        }

      if (!ts_json_place_get_number (&year_place, &figure.number, error))
        return FALSE;

      g_array_append_val (figures, figure);
    }

  return TRUE;
}

static gboolean
read_outcome (const TsJsonPlace  *place,
              GPtrArray          *outcomes,
              GError            **error)
{
  TsSampleOutcome *outcome;

  if (!ts_json_place_check_object (place, outcome_members, error))
    return FALSE;

  outcome = g_new0 (TsSampleOutcome, 1);
  outcome->figures = g_array_new (FALSE, FALSE, sizeof (TsSampleFigure));
  g_ptr_array_add (outcomes, outcome);

  if (!take_text (place, "organisation", FALSE, &outcome->organisation, error) ||
      !take_text (place, "suggested", TRUE, &outcome->suggested, error) ||
      !take_text (place, "source", TRUE, &outcome->source, error) ||
      !take_year (place, "since", FALSE, &outcome->since, error) ||
      !take_year (place, "until", TRUE, &outcome->until, error))
    return FALSE;

  if (outcome->suggested == NULL && (!take_text (place, "metric", FALSE, &outcome->metric, error) ||
                                     !take_text (place, "unit", FALSE, &outcome->unit, error) ||
                                     !take_text (place, "direction", FALSE, &outcome->direction, error)))
    return FALSE;

  return read_figures (place, "plans", TRUE, outcome->figures, error) &&
         read_figures (place, "actuals", FALSE, outcome->figures, error);
}

/**
 * ts_sample_read_outcomes:
 * @root: the document
 * @outcomes: (element-type TsSampleOutcome): where to put its outcomes, if it has any
 * @error: where to put what is wrong
 *
 * Returns: whether they are of the right form
 */
gboolean
ts_sample_read_outcomes (const TsJsonPlace  *root,
                         GPtrArray          *outcomes,
                         GError            **error)
{
  TsJsonPlace array = ts_json_place_member (root, "outcomes");
  guint n_elements;

  if (!ts_json_place_is_there (&array))
    return TRUE;

  if (!ts_json_place_check_array (&array, 0, MOST, _("an array of at most 1000"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);

      if (!read_outcome (&place, outcomes, error))
        return FALSE;
    }

  return TRUE;
}
