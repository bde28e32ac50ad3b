/* ts-sample-story-organisations.c — how the sample's organisations came into the workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-begin.h"
#include "core/ts-identifier.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

static gboolean
add_name (TsSampleStory *story,
          TsChange      *change,
          const TsRow   *organisation,
          const char    *name,
          const char    *from,
          const char    *until)
{
  g_autoptr (TsRow) row = ts_organisation_name_new (organisation, name, from, &story->error);

  if (row == NULL)
    return FALSE;

  ts_row_set_text (row, TS_ORGANISATION_NAME_VALID_TO, until);
  ts_change_create (change, row);

  return TRUE;
}

static gboolean
add_names (TsSampleStory              *story,
           TsChange                   *change,
           const TsRow                *organisation,
           const TsSampleOrganisation *sample)
{
  if (sample->names->len == 0)
    return add_name (story, change, organisation, sample->name, sample->opened, NULL);

  for (guint i = 0; i < sample->names->len; i++)
    {
      const TsSamplePeriod *name = g_ptr_array_index (sample->names, i);

      if (!add_name (story, change, organisation, name->value, name->from, name->until))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_organisation (TsSampleStory              *story,
                  TsChange                   *change,
                  const TsSampleOrganisation *sample)
{
  g_autofree char *id = ts_identifier_derive ("organisation", sample->code, NULL);
  TsRow *row = ts_organisation_new (id, sample->code, sample->kind, &story->error);

  if (row == NULL)
    return FALSE;

  ts_row_set_text (row, TS_ORGANISATION_OPENED, sample->opened);
  ts_row_set_text (row, TS_ORGANISATION_CLOSED, sample->closed);
  g_hash_table_insert (story->organisations, sample->code, row);
  ts_change_create (change, row);

  return add_names (story, change, row, sample);
}

static const TsRow *
find_organisation (TsSampleStory *story,
                   const char    *code)
{
  const TsRow *organisation = g_hash_table_lookup (story->organisations, code);

  if (organisation == NULL)
    ts_sample_fail (story, _("the sample has no organisation “%s”"), code);

  return organisation;
}

static gboolean
add_parent (TsSampleStory *story,
            TsChange      *change,
            const TsRow   *child,
            const char    *code,
            const char    *from,
            const char    *until)
{
  const TsRow *parent = find_organisation (story, code);
  g_autofree char *id = NULL;
  g_autoptr (TsRow) row = NULL;

  if (parent == NULL)
    return FALSE;

  id = ts_identifier_derive ("organisation_parent", ts_row_get_id (child), ts_row_get_id (parent), from, NULL);
  row = ts_row_new (TS_ENTITY_ORGANISATION_PARENT, id);
  ts_row_set_text (row, TS_ORGANISATION_PARENT_ORGANISATION, ts_row_get_id (child));
  ts_row_set_text (row, TS_ORGANISATION_PARENT_PARENT, ts_row_get_id (parent));
  ts_row_set_text (row, TS_ORGANISATION_PARENT_VALID_FROM, from);
  ts_row_set_text (row, TS_ORGANISATION_PARENT_VALID_TO, until);
  ts_change_create (change, row);

  return TRUE;
}

/* What an organisation belonged to and what came after it. */
static gboolean
add_family (TsSampleStory              *story,
            TsChange                   *change,
            const TsSampleOrganisation *sample)
{
  const TsRow *child = g_hash_table_lookup (story->organisations, sample->code);

  if (sample->parent != NULL && !add_parent (story, change, child, sample->parent, sample->opened, NULL))
    return FALSE;

  for (guint i = 0; i < sample->parents->len; i++)
    {
      const TsSamplePeriod *parent = g_ptr_array_index (sample->parents, i);

      if (!add_parent (story, change, child, parent->value, parent->from, parent->until))
        return FALSE;
    }

  for (guint i = 0; i < sample->successors->len; i++)
    {
      const TsRow *successor = find_organisation (story, g_ptr_array_index (sample->successors, i));
      g_autofree char *id = NULL;
      g_autoptr (TsRow) row = NULL;

      if (successor == NULL)
        return FALSE;

      id = ts_identifier_derive ("organisation_successor", ts_row_get_id (child), ts_row_get_id (successor), NULL);
      row = ts_row_new (TS_ENTITY_ORGANISATION_SUCCESSOR, id);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_ORGANISATION, ts_row_get_id (child));
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, ts_row_get_id (successor));
      ts_change_create (change, row);
    }

  return TRUE;
}

static void
add_populations (TsSampleStory              *story,
                 TsChange                   *change,
                 const TsSampleOrganisation *sample)
{
  const char *organisation = ts_row_get_id (g_hash_table_lookup (story->organisations, sample->code));

  for (guint i = 0; i < sample->populations->len; i++)
    {
      const TsSamplePopulation *population = &g_array_index (sample->populations, TsSamplePopulation, i);
      g_autofree char *year = g_strdup_printf ("%d", population->year);
      g_autofree char *id = ts_identifier_derive ("organisation_population", organisation, year, NULL);
      g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_ORGANISATION_POPULATION, id);

      ts_row_set_text (row, TS_ORGANISATION_POPULATION_ORGANISATION, organisation);
      ts_row_set_integer (row, TS_ORGANISATION_POPULATION_YEAR, population->year);
      ts_row_set_integer (row, TS_ORGANISATION_POPULATION_POPULATION, population->people);
      ts_change_create (change, row);
    }
}

/**
 * ts_sample_tell_organisations:
 * @story: a story in which nothing has happened
 *
 * Returns: whether the organisations, with what they were called, belonged to and became, could be told
 */
gboolean
ts_sample_tell_organisations (TsSampleStory *story)
{
  const GPtrArray *organisations = story->sample->organisations;
  g_autofree char *label = NULL;
  g_autoptr (TsChange) change = NULL;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u organisation", "Add %u organisations", organisations->len),
                           organisations->len);
  change = ts_change_new (label);

  for (guint i = 0; i < organisations->len; i++)
    {
      if (!add_organisation (story, change, g_ptr_array_index (organisations, i)))
        return FALSE;
    }

  for (guint i = 0; i < organisations->len; i++)
    {
      if (!add_family (story, change, g_ptr_array_index (organisations, i)))
        return FALSE;

      add_populations (story, change, g_ptr_array_index (organisations, i));
    }

  return ts_sample_add_event (story, ts_sample_calendar_at (2008, 9, 1, 10), ts_sample_find_person (story, TS_SAMPLE_ANALYST), g_steal_pointer (&change), NULL);
}
