/* ts-round-conflicts.c — who of a round has a conflict of interest with which assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-round-conflicts.h"

#include "core/ts-panel-role.h"

static void
conflict_free (gpointer data)
{
  TsRoundConflict *conflict = data;

  g_free (conflict->person_id);
  g_free (conflict->name);
  g_free (conflict);
}

/* The last day on which one of its panels meets; none while one of them has no day. */
static const char *
get_panel_day (const TsRoundAssessment *assessment)
{
  const char *day = NULL;

  for (guint i = 0; i < assessment->panels->len; i++)
    {
      const char *of_panel = ts_row_get_text (g_ptr_array_index (assessment->panels, i), TS_PANEL_DAY);

      if (of_panel == NULL)
        return NULL;

      if (g_strcmp0 (of_panel, day) > 0)
        day = of_panel;
    }

  return day;
}

static gboolean
has_panel (const TsRoundAssessment *assessment,
           const TsRoundPanel      *panel)
{
  for (guint i = 0; i < assessment->panels->len; i++)
    {
      if (g_ptr_array_index (assessment->panels, i) == panel->panel)
        return TRUE;
    }

  return FALSE;
}

static void
find_conflicts_with (TsRoundSnapshot   *self,
                     TsRoundAssessment *assessment,
                     GPtrArray         *successors,
                     GPtrArray         *parents)
{
  const TsConflictScope scope = { assessment->assessment, get_panel_day (assessment), successors, parents, self->interests, self->actions };
  g_autoptr (GHashTable) ties = ts_conflict_find_ties (&scope);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->panels->len; i++)
    {
      const TsRoundPanel *panel = g_ptr_array_index (self->panels, i);
      gboolean sits = has_panel (assessment, panel);

      for (guint j = 0; j < panel->members->len; j++)
        {
          const TsRoundMember *member = g_ptr_array_index (panel->members, j);
          TsRoundConflict *conflict = g_hash_table_lookup (found, member->person_id);
          TsConflict one = conflict != NULL ? conflict->conflict : ts_conflict_find (&scope, ties, member->person_id, NULL);

          if (sits && g_str_equal (member->role, TS_PANEL_ROLE_CLINICIAN) && ts_conflict_state_may_score (one.state))
            assessment->n_clinicians++;

          if (one.state == TS_CONFLICT_NONE)
            continue;

          if (conflict == NULL)
            {
              conflict = g_new (TsRoundConflict, 1);
              *conflict = (TsRoundConflict) { assessment, g_strdup (member->person_id), g_strdup (member->name), FALSE, one };
              g_hash_table_insert (found, conflict->person_id, conflict);
              g_ptr_array_add (self->conflicts, conflict);
            }

          conflict->sits |= sits;
        }
    }
}

static int
rank_conflict (const TsRoundConflict *conflict)
{
  return !conflict->sits ? 2 : conflict->conflict.state != TS_CONFLICT_OPEN;
}

static int
compare_conflicts (gconstpointer a,
                   gconstpointer b)
{
  const TsRoundConflict *first = *(TsRoundConflict *const *) a;
  const TsRoundConflict *second = *(TsRoundConflict *const *) b;
  int order = rank_conflict (first) - rank_conflict (second);

  if (order == 0)
    order = g_utf8_collate (first->assessment->name, second->assessment->name);

  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}

static int
compare_interests (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;
  int order = g_utf8_collate (ts_round_snapshot_get_person_name (user_data, ts_row_get_text (first, TS_INTEREST_PERSON)),
                              ts_round_snapshot_get_person_name (user_data, ts_row_get_text (second, TS_INTEREST_PERSON)));

  return order != 0 ? order : g_strcmp0 (ts_row_get_text (first, TS_INTEREST_ROLE), ts_row_get_text (second, TS_INTEREST_ROLE));
}

/**
 * ts_round_conflicts_read:
 * @workplace: a workbook's thread
 * @self: a round whose people, assessments and panels have been read
 * @error: where to put why they could not be read
 *
 * Reads what is declared and decided, and finds the conflicts of all members with all assessments, and how many clinicians may score each. Those
 * that are open and sit on one of its panels come first.
 *
 * Returns: whether all could be read
 */
gboolean
ts_round_conflicts_read (TsWorkplace      *workplace,
                         TsRoundSnapshot  *self,
                         GError          **error)
{
  g_autoptr (GPtrArray) successors = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ORGANISATION_SUCCESSOR, -1, NULL, error);
  g_autoptr (GPtrArray) parents = successors != NULL ? ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ORGANISATION_PARENT, -1, NULL, error) : NULL;

  if (parents == NULL)
    return FALSE;

  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);

  self->interests = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_INTEREST, -1, NULL, error);
  self->actions = self->interests != NULL ? ts_workbook_read_rows (workplace->workbook, TS_ENTITY_CONFLICT_ACTION, -1, NULL, error) : NULL;

  if (self->actions == NULL)
    return FALSE;

  g_ptr_array_sort_with_data (self->interests, compare_interests, self);

  for (guint i = 0; i < self->assessments->len; i++)
    find_conflicts_with (self, g_ptr_array_index (self->assessments, i), successors, parents);

  g_ptr_array_sort (self->conflicts, compare_conflicts);

  return TRUE;
}
