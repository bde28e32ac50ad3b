/* ts-national-data.c — what the national sample is made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-national-data.h"

#include "exchange/ts-json-document.h"
#include "exchange/ts-json-member.h"

#include <glib/gi18n-lib.h>

#define LONGEST 1000
#define MOST    1000
#define LARGEST 100000

static const char *const document_members[] = { "note", "source", "people", "levels", "governance", "regions", "outcomes", NULL };
static const char *const person_members[] = { "name", "role", NULL };
static const char *const outcome_members[] = { "metric", "unit", "direction", "typical", "spread", "step", NULL };
static const char *const region_members[] = { "name", "commissioners", NULL };

static void
count_free (gpointer data)
{
  TsNationalCount *count = data;

  g_free (count->node);
  g_free (count);
}

static void
person_free (gpointer data)
{
  TsNationalPerson *person = data;

  g_free (person->name);
  g_free (person->role);
  g_free (person);
}

static void
region_free (gpointer data)
{
  TsNationalRegion *region = data;

  g_free (region->name);
  g_strfreev (region->commissioners);
  g_free (region);
}

static void
outcome_free (gpointer data)
{
  TsNationalOutcome *outcome = data;

  g_free (outcome->metric);
  g_free (outcome->unit);
  g_free (outcome->direction);
  g_free (outcome);
}

void
ts_national_data_free (TsNationalData *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->governance);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->outcomes);
  g_free (self);
}

static gboolean
read_people (TsNationalData     *self,
             const TsJsonPlace  *root,
             GError            **error)
{
  TsJsonPlace array = ts_json_place_member (root, "people");
  guint n_people;

  if (!ts_json_place_check_array (&array, 1, MOST, _("an array of people"), &n_people, error))
    return FALSE;

  for (guint i = 0; i < n_people; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);
      TsNationalPerson *person;
      const char *name;
      const char *role;

      if (!ts_json_place_check_object (&place, person_members, error) ||
          (name = ts_json_member_get_text (&place, "name", LONGEST, error)) == NULL ||
          (role = ts_json_member_get_text (&place, "role", LONGEST, error)) == NULL)
        return FALSE;

      person = g_new (TsNationalPerson, 1);
      *person = (TsNationalPerson) { g_strdup (name), g_strdup (role) };
      g_ptr_array_add (self->people, person);
    }

  return TRUE;
}

static gboolean
read_region (TsNationalData     *self,
             const TsJsonPlace  *place,
             GError            **error)
{
  TsJsonPlace commissioners = ts_json_place_member (place, "commissioners");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  TsNationalRegion *region;
  const char *name;
  guint n_names;

  if (!ts_json_place_check_object (place, region_members, error) ||
      (name = ts_json_member_get_text (place, "name", LONGEST, error)) == NULL ||
      !ts_json_place_check_array (&commissioners, 1, MOST, _("an array of names"), &n_names, error))
    return FALSE;

  for (guint i = 0; i < n_names; i++)
    {
      TsJsonPlace element = ts_json_place_element (&commissioners, i);
      const char *commissioner = ts_json_place_get_text (&element, LONGEST, error);

      if (commissioner == NULL)
        return FALSE;

      g_strv_builder_add (names, commissioner);
    }

  region = g_new (TsNationalRegion, 1);
  *region = (TsNationalRegion) { g_strdup (name), g_strv_builder_end (names) };
  g_ptr_array_add (self->regions, region);
  self->n_commissioners += n_names;

  return TRUE;
}

static gboolean
read_regions (TsNationalData     *self,
              const TsJsonPlace  *root,
              GError            **error)
{
  TsJsonPlace array = ts_json_place_member (root, "regions");
  guint n_regions;

  if (!ts_json_place_check_array (&array, 1, MOST, _("an array of regions"), &n_regions, error))
    return FALSE;

  for (guint i = 0; i < n_regions; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);

      if (!read_region (self, &place, error))
        return FALSE;
    }

  return TRUE;
}

/* Every commissioner is at one level, no more and no fewer. */
static gboolean
read_count (TsNationalData     *self,
            const TsJsonPlace  *place,
            TsNationalCount    *count,
            GError            **error)
{
  guint n_counted = 0;

  if (!ts_json_place_check_array (place, 2, TS_NATIONAL_MOST_LEVELS, _("an array of 2 to 4 counts"), &count->n_levels, error))
    return FALSE;

  for (guint i = 0; i < count->n_levels; i++)
    {
      TsJsonPlace element = ts_json_place_element (place, i);
      gint64 number;

      if (!ts_json_place_get_integer (&element, 0, self->n_commissioners, &number, error))
        return FALSE;

      count->counts[i] = (guint) number;
      n_counted += (guint) number;
    }

  return n_counted == self->n_commissioners ||
         ts_json_place_fail (place, error, _("expected counts that add up to %u, found %u"), self->n_commissioners, n_counted);
}

static gboolean
read_counts (TsNationalData     *self,
             const TsJsonPlace  *root,
             const char         *member,
             GPtrArray          *counts,
             GError            **error)
{
  TsJsonPlace object = ts_json_place_member (root, member);
  JsonObjectIter iter;
  const char *node;

  if (!ts_json_place_is_there (&object) || !JSON_NODE_HOLDS_OBJECT (object.node))
    return ts_json_place_expected (&object, error, _("an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (object.node));

  while (json_object_iter_next_ordered (&iter, &node, NULL))
    {
      TsJsonPlace place = ts_json_place_member (&object, node);
      TsNationalCount *count = g_new0 (TsNationalCount, 1);

      count->node = g_strdup (node);
      g_ptr_array_add (counts, count);

      if (!read_count (self, &place, count, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_number (const TsJsonPlace  *place,
             const char         *member,
             int                *number,
             GError            **error)
{
  TsJsonPlace found = ts_json_place_member (place, member);
  gint64 integer;

  if (!ts_json_place_get_integer (&found, 1, LARGEST, &integer, error))
    return FALSE;

  *number = (int) integer;

  return TRUE;
}

static gboolean
read_outcome (TsNationalData     *self,
              const TsJsonPlace  *place,
              GError            **error)
{
  TsNationalOutcome *outcome = g_new0 (TsNationalOutcome, 1);

  g_ptr_array_add (self->outcomes, outcome);

  if (!ts_json_place_check_object (place, outcome_members, error))
    return FALSE;

  outcome->metric = g_strdup (ts_json_member_get_text (place, "metric", LONGEST, error));
  outcome->unit = outcome->metric != NULL ? g_strdup (ts_json_member_get_text (place, "unit", LONGEST, error)) : NULL;
  outcome->direction = outcome->unit != NULL ? g_strdup (ts_json_member_get_text (place, "direction", LONGEST, error)) : NULL;

  return outcome->direction != NULL && read_number (place, "typical", &outcome->typical, error) &&
         read_number (place, "spread", &outcome->spread, error) && read_number (place, "step", &outcome->step, error);
}

static gboolean
read_outcomes (TsNationalData     *self,
               const TsJsonPlace  *root,
               GError            **error)
{
  TsJsonPlace array = ts_json_place_member (root, "outcomes");
  guint n_outcomes;

  if (!ts_json_place_check_array (&array, 1, MOST, _("an array of outcomes"), &n_outcomes, error))
    return FALSE;

  for (guint i = 0; i < n_outcomes; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);

      if (!read_outcome (self, &place, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_national_data_read:
 * @file: the file's name for messages
 * @text: the file's bytes
 * @length: their number
 * @error: where to put what is wrong: %TS_EXCHANGE_ERROR_SYNTAX or %TS_EXCHANGE_ERROR_INVALID
 *
 * Returns: (transfer full): what the file says
 */
TsNationalData *
ts_national_data_read (const char  *file,
                       const char  *text,
                       gsize        length,
                       GError     **error)
{
  g_autoptr (TsNationalData) self = NULL;
  g_autoptr (JsonNode) document = NULL;
  TsJsonPlace root;

  g_return_val_if_fail (file != NULL && text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  document = ts_json_document_read (file, text, length, error);

  if (document == NULL)
    return NULL;

  self = g_new0 (TsNationalData, 1);
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->levels = g_ptr_array_new_with_free_func (count_free);
  self->governance = g_ptr_array_new_with_free_func (count_free);
  self->regions = g_ptr_array_new_with_free_func (region_free);
  self->outcomes = g_ptr_array_new_with_free_func (outcome_free);
  root = ts_json_place_root (file, document);

  if (!ts_json_place_check_object (&root, document_members, error) ||
      !read_people (self, &root, error) ||
      !read_regions (self, &root, error) ||
      !read_counts (self, &root, "levels", self->levels, error) ||
      !read_counts (self, &root, "governance", self->governance, error) ||
      !read_outcomes (self, &root, error))
    return NULL;

  return g_steal_pointer (&self);
}
