/* ts-sample-data-organisations.c — the sample's organisations, as its file says them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-data-private.h"

#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/* Of names, parents and successors of one organisation. */
#define MOST 100

static const char *const organisation_members[] = {
  "code",
  "name",
  "kind",
  "parent",
  "opened",
  "closed",
  "names",
  "parents",
  "successors",
  "population",
  NULL,
};
static const char *const period_members[] = { "value", "from", "until", NULL };

static void
period_free (gpointer data)
{
  TsSamplePeriod *period = data;

  g_free (period->value);
  g_free (period->from);
  g_free (period->until);
  g_free (period);
}

static TsSampleOrganisation *
organisation_new (void)
{
  TsSampleOrganisation *organisation = g_new0 (TsSampleOrganisation, 1);

  organisation->names = g_ptr_array_new_with_free_func (period_free);
  organisation->parents = g_ptr_array_new_with_free_func (period_free);
  organisation->successors = g_ptr_array_new_with_free_func (g_free);
  organisation->populations = g_array_new (FALSE, FALSE, sizeof (TsSamplePopulation));

  return organisation;
}

void
ts_sample_organisation_free (gpointer data)
{
  TsSampleOrganisation *organisation = data;

  g_free (organisation->code);
  g_free (organisation->name);
  g_free (organisation->kind);
  g_free (organisation->parent);
  g_free (organisation->opened);
  g_free (organisation->closed);
  g_ptr_array_unref (organisation->names);
  g_ptr_array_unref (organisation->parents);
  g_ptr_array_unref (organisation->successors);
  g_array_unref (organisation->populations);
  g_free (organisation);
}

static int
compare_populations (gconstpointer a,
                     gconstpointer b)
{
  return ((const TsSamplePopulation *) a)->year - ((const TsSamplePopulation *) b)->year;
}

/* The members are named by years. */
static gboolean
read_populations (const TsJsonPlace  *organisation,
                  GArray             *populations,
                  GError            **error)
{
  TsJsonPlace place = ts_json_place_member (organisation, "population");
  JsonObjectIter members;
  const char *name;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (place.node))
    return ts_json_place_expected (&place, error, _("an object with a number for each year"));

  json_object_iter_init_ordered (&members, json_node_get_object (place.node));

  while (json_object_iter_next_ordered (&members, &name, NULL))
    {
      TsJsonPlace member = ts_json_place_member (&place, name);
      TsSamplePopulation population;

      if (!ts_year_parse (name, &population.year))
        return ts_json_place_expected (&member, error, _("a financial year such as 2009/10"));

      if (!ts_json_place_get_integer (&member, 0, G_MAXINT32, &population.people, error))
        return FALSE;

      g_array_append_val (populations, population);
    }

  g_array_sort (populations, compare_populations);

  return TRUE;
}

/* [{"value": "Fenwold PCT", "from": "2006-10-01", "until": "2008-06-30"}] */
static gboolean
read_periods (const TsJsonPlace  *organisation,
              const char         *member,
              GPtrArray          *periods,
              GError            **error)
{
  TsJsonPlace array = ts_json_place_member (organisation, member);
  guint n_elements;

  if (!ts_json_place_is_there (&array))
    return TRUE;

  if (!ts_json_place_check_array (&array, 1, MOST, _("an array of 1 to 100"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);
      TsSamplePeriod *period;

      if (!ts_json_place_check_object (&place, period_members, error))
        return FALSE;

      period = g_new0 (TsSamplePeriod, 1);
      g_ptr_array_add (periods, period);

      if (!ts_sample_take_text (&place, "value", &period->value, error) ||
          !ts_sample_take_text (&place, "from", &period->from, error) ||
          !ts_sample_take_optional_text (&place, "until", &period->until, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_successors (const TsJsonPlace  *organisation,
                 GPtrArray          *successors,
                 GError            **error)
{
  TsJsonPlace array = ts_json_place_member (organisation, "successors");
  guint n_elements;

  if (!ts_json_place_is_there (&array))
    return TRUE;

  if (!ts_json_place_check_array (&array, 1, MOST, _("an array of 1 to 100"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);
      const char *code = ts_json_place_get_text (&place, TS_SAMPLE_LONGEST, error);

      if (code == NULL)
        return FALSE;

      g_ptr_array_add (successors, g_strdup (code));
    }

  return TRUE;
}

static gboolean
read_organisation (const TsJsonPlace  *place,
                   GPtrArray          *organisations,
                   GError            **error)
{
  TsSampleOrganisation *organisation;

  if (!ts_json_place_check_object (place, organisation_members, error))
    return FALSE;

  organisation = organisation_new ();
  g_ptr_array_add (organisations, organisation);

  return ts_sample_take_text (place, "code", &organisation->code, error) &&
         ts_sample_take_text (place, "name", &organisation->name, error) &&
         ts_sample_take_text (place, "kind", &organisation->kind, error) &&
         ts_sample_take_optional_text (place, "parent", &organisation->parent, error) &&
         ts_sample_take_text (place, "opened", &organisation->opened, error) &&
         ts_sample_take_optional_text (place, "closed", &organisation->closed, error) &&
         read_periods (place, "names", organisation->names, error) &&
         read_periods (place, "parents", organisation->parents, error) &&
         read_successors (place, organisation->successors, error) &&
         read_populations (place, organisation->populations, error);
}


/**
 * ts_sample_read_organisations:
 * @root: the document
 * @organisations: (element-type TsSampleOrganisation): takes what is read
 * @error: where to put what is wrong
 *
 * Returns: whether all could be read
 */
gboolean
ts_sample_read_organisations (const TsJsonPlace  *root,
                              GPtrArray          *organisations,
                              GError            **error)
{
  TsJsonPlace array = ts_json_place_member (root, "organisations");
  guint n_elements;

  if (!ts_json_place_check_array (&array, 0, 1000, _("an array of at most 1000"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);

      if (!read_organisation (&place, organisations, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_sample_data_add_organisation:
 * @self: a sample
 * @code: a code that no other has
 * @name: its name
 * @kind: its kind
 * @parent: (nullable): the code of the organisation above it
 * @opened: the day on which it opened
 */
void
ts_sample_data_add_organisation (TsSampleData *self,
                                 const char   *code,
                                 const char   *name,
                                 const char   *kind,
                                 const char   *parent,
                                 const char   *opened)
{
  TsSampleOrganisation *organisation = organisation_new ();

  g_return_if_fail (self != NULL && code != NULL && name != NULL && kind != NULL && opened != NULL);

  organisation->code = g_strdup (code);
  organisation->name = g_strdup (name);
  organisation->kind = g_strdup (kind);
  organisation->parent = g_strdup (parent);
  organisation->opened = g_strdup (opened);
  g_ptr_array_add (self->organisations, organisation);
}
