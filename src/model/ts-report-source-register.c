/* ts-report-source-register.c — the register of interests out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-report-source.h"

#include "core/ts-panel-role.h"
#include "core/ts-year.h"
#include "report/ts-report-register.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *panels;
  GPtrArray *members;
  GPtrArray *assigned;
  GPtrArray *persons;
  GPtrArray *interests;
  GPtrArray *actions;
  GPtrArray *successors;
  GPtrArray *parents;
  GPtrArray *assessments;
  GHashTable *organisations; /* row id → name */
  GPtrArray *listed;         /* TsRegisterPerson */
  GPtrArray *cases;          /* TsRegisterCase */
  char *moment;
  char *name;
} Material;

static void
material_clear (Material *material)
{
  GPtrArray **lists[] = { &material->panels, &material->members, &material->assigned, &material->persons, &material->interests,
                          &material->actions, &material->successors, &material->parents, &material->assessments, &material->listed,
                          &material->cases };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);

  g_clear_pointer (&material->organisations, g_hash_table_unref);
  g_free (material->moment);
  g_free (material->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

static const TsRow *
find_row (GPtrArray  *rows,
          const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (ts_row_get_id (g_ptr_array_index (rows, i)), id) == 0)
        return g_ptr_array_index (rows, i);
    }

  return NULL;
}

/* What each is called today; by its code where it has no name. */
static gboolean
read_organisations (TsWorkplace  *workplace,
                    Material     *material,
                    GError      **error)
{
  g_autoptr (GPtrArray) organisations = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ORGANISATION, -1, NULL, error);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *day = material->moment != NULL ? g_strndup (material->moment, 10) : NULL;

  if (organisations == NULL)
    return FALSE;

  names = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ORGANISATION_NAME, -1, NULL, error);

  if (names == NULL)
    return FALSE;

  material->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < names->len; i++)
    {
      const TsRow *row = g_ptr_array_index (names, i);
      const char *from = ts_row_get_text (row, TS_ORGANISATION_NAME_VALID_FROM);
      const char *to = ts_row_get_text (row, TS_ORGANISATION_NAME_VALID_TO);

      if ((from == NULL || g_strcmp0 (from, day) <= 0) && (to == NULL || g_strcmp0 (to, day) >= 0))
        g_hash_table_insert (material->organisations, g_strdup (ts_row_get_text (row, TS_ORGANISATION_NAME_ORGANISATION)),
                             g_strdup (ts_row_get_text (row, TS_ORGANISATION_NAME_NAME)));
    }

  for (guint i = 0; i < organisations->len; i++)
    {
      const TsRow *row = g_ptr_array_index (organisations, i);

      if (!g_hash_table_contains (material->organisations, ts_row_get_id (row)))
        g_hash_table_insert (material->organisations, g_strdup (ts_row_get_id (row)), g_strdup (ts_row_get_text (row, TS_ORGANISATION_CODE)));
    }

  return TRUE;
}

static gboolean
read_rows (TsWorkplace  *workplace,
           Material     *material,
           GError      **error)
{
  const struct
  {
    GPtrArray **rows;
    TsEntity entity;
  } all[] = {
    { &material->panels, TS_ENTITY_PANEL },
    { &material->members, TS_ENTITY_PANEL_MEMBER },
    { &material->assigned, TS_ENTITY_PANEL_ASSESSMENT },
    { &material->persons, TS_ENTITY_PERSON },
    { &material->interests, TS_ENTITY_INTEREST },
    { &material->actions, TS_ENTITY_CONFLICT_ACTION },
    { &material->successors, TS_ENTITY_ORGANISATION_SUCCESSOR },
    { &material->parents, TS_ENTITY_ORGANISATION_PARENT },
    { &material->assessments, TS_ENTITY_ASSESSMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      *all[i].rows = ts_workbook_read_rows (workplace->workbook, all[i].entity, -1, NULL, error);

      if (*all[i].rows == NULL)
        return FALSE;
    }

  return TRUE;
}

/* "Chair of Panel A; Peer of Panel B", or NULL */
static char *
describe_seats (const Material *material,
                const char     *person_id)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < material->members->len; i++)
    {
      const TsRow *member = g_ptr_array_index (material->members, i);
      const TsRow *panel;

      if (g_strcmp0 (ts_row_get_text (member, TS_PANEL_MEMBER_PERSON), person_id) != 0)
        continue;

      panel = find_row (material->panels, ts_row_get_text (member, TS_PANEL_MEMBER_PANEL));

      if (text->len > 0)
        g_string_append (text, _("; "));

      /* Translators: a role on a panel, and the panel */
      g_string_append_printf (text, _("%s, %s"), ts_panel_role_get_title (ts_row_get_text (member, TS_PANEL_MEMBER_ROLE)),
                              panel != NULL ? ts_row_get_text (panel, TS_PANEL_TITLE) : "–");
    }

  return g_string_free (text, text->len == 0);
}

static int
compare_persons (gconstpointer a,
                 gconstpointer b)
{
  const TsRegisterPerson *first = *(const TsRegisterPerson *const *) a;
  const TsRegisterPerson *second = *(const TsRegisterPerson *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static void
list_persons (Material *material)
{
  material->listed = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_register_person_free);

  for (guint i = 0; i < material->persons->len; i++)
    {
      const TsRow *row = g_ptr_array_index (material->persons, i);
      g_autofree char *seats = describe_seats (material, ts_row_get_id (row));
      g_autoptr (GPtrArray) interests = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
      TsRegisterPerson *person;

      for (guint j = 0; j < material->interests->len; j++)
        {
          TsRow *interest = g_ptr_array_index (material->interests, j);

          if (g_strcmp0 (ts_row_get_text (interest, TS_INTEREST_PERSON), ts_row_get_id (row)) == 0)
            g_ptr_array_add (interests, ts_row_ref (interest));
        }

      if (seats == NULL && interests->len == 0)
        continue;

      person = g_new0 (TsRegisterPerson, 1);
      person->name = g_strdup (ts_row_get_text (row, TS_PERSON_NAME));
      person->seats = g_steal_pointer (&seats);
      person->interests = g_steal_pointer (&interests);
      g_ptr_array_add (material->listed, person);
    }

  g_ptr_array_sort (material->listed, compare_persons);
}

/* The conflicts of a panel's members with one of its assessments. */
static void
list_cases (Material    *material,
            const TsRow *panel,
            const TsRow *assessment)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autoptr (GHashTable) ties = NULL;
  g_autofree char *year = ts_year_format ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR));
  const char *organisation = g_hash_table_lookup (material->organisations, ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION));
  TsConflictScope scope = {
    .assessment = assessment,
    .panel_day = ts_row_get_text (panel, TS_PANEL_DAY),
    .successors = material->successors,
    .parents = material->parents,
    .interests = material->interests,
    .actions = actions,
  };

  for (guint i = 0; i < material->actions->len; i++)
    {
      TsRow *action = g_ptr_array_index (material->actions, i);

      if (g_strcmp0 (ts_row_get_text (action, TS_CONFLICT_ACTION_ASSESSMENT), ts_row_get_id (assessment)) == 0)
        g_ptr_array_add (actions, action);
    }

  ties = ts_conflict_find_ties (&scope);

  for (guint i = 0; i < material->members->len; i++)
    {
      const TsRow *member = g_ptr_array_index (material->members, i);
      const char *person_id = ts_row_get_text (member, TS_PANEL_MEMBER_PERSON);
      const TsRow *person = find_row (material->persons, person_id);
      TsConflict conflict;
      TsRegisterCase *it;

      if (person == NULL || g_strcmp0 (ts_row_get_text (member, TS_PANEL_MEMBER_PANEL), ts_row_get_id (panel)) != 0)
        continue;

      conflict = ts_conflict_find (&scope, ties, person_id, NULL);

      if (conflict.state == TS_CONFLICT_NONE)
        continue;

      it = g_new0 (TsRegisterCase, 1);
      it->person = g_strdup (ts_row_get_text (person, TS_PERSON_NAME));
      it->assessment = g_strdup_printf ("%s %s", organisation != NULL ? organisation : "–", year);
      it->conflict = conflict;
      g_ptr_array_add (material->cases, it);
    }
}

static void
list_all_cases (Material *material)
{
  material->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_register_case_free);

  for (guint i = 0; i < material->assigned->len; i++)
    {
      const TsRow *assigned = g_ptr_array_index (material->assigned, i);
      const TsRow *panel = find_row (material->panels, ts_row_get_text (assigned, TS_PANEL_ASSESSMENT_PANEL));
      const TsRow *assessment = find_row (material->assessments, ts_row_get_text (assigned, TS_PANEL_ASSESSMENT_ASSESSMENT));

      if (panel != NULL && assessment != NULL)
        list_cases (material, panel, assessment);
    }
}

/**
 * ts_report_source_read_register:
 * @workplace: a workbook's thread
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the register of interests as a document
 */
TsReport *
ts_report_source_read_register (TsWorkplace  *workplace,
                                GError      **error)
{
  g_auto (Material) material = { 0 };
  TsRegisterFacts facts;

  g_return_val_if_fail (workplace != NULL, NULL);

  material.name = ts_report_source_get_name (workplace);
  material.moment = ts_report_source_read_moment (workplace, 0, error);

  if (material.moment == NULL || !read_rows (workplace, &material, error) || !read_organisations (workplace, &material, error))
    return NULL;

  list_persons (&material);
  list_all_cases (&material);

  facts = (TsRegisterFacts) {
    .persons = material.listed,
    .cases = material.cases,
    .organisations = material.organisations,
    .source = material.name,
    .made = material.moment,
  };

  return ts_report_register (&facts);
}
