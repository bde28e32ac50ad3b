/* ts-conflict.c — interests that stand in the way of judging
 *
 * An interest counts whoever it may favour and however small it is: what could be perceived as a conflict is treated as one. It counts where it
 * held at any time from the first day of the assessed year until the panel meets, in the assessed organisation or in one that is tied to
 * it. Declaring it settles nothing; what settles it is a decision, and only what was known when it was made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-conflict.h"

#include "core/ts-date.h"
#include "core/ts-organisation-index.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
  gboolean may_open;
  gboolean may_score;
} states[] = {
  [TS_CONFLICT_NONE] = { "none", NC_("conflict", "No conflict"), TRUE, TRUE },
  [TS_CONFLICT_OPEN] = { "open", NC_("conflict", "Not decided"), FALSE, FALSE },
  [TS_CONFLICT_LEAVES] = { "leaves", NC_("conflict", "Leaves"), FALSE, FALSE },
  [TS_CONFLICT_STAYS] = { "stays", NC_("conflict", "Stays without scoring"), TRUE, FALSE },
  [TS_CONFLICT_CLEARED] = { "cleared", NC_("conflict", "Cleared by the chair"), TRUE, TRUE },
};

static const char *const tie_titles[] = {
  [TS_TIE_NONE] = NC_("tie between organisations", "None"),
  [TS_TIE_SAME] = NC_("tie between organisations", "The organisation itself"),
  [TS_TIE_PREDECESSOR] = NC_("tie between organisations", "Its predecessor"),
  [TS_TIE_SUCCESSOR] = NC_("tie between organisations", "Its successor"),
  [TS_TIE_PARENT] = NC_("tie between organisations", "What it belongs to"),
  [TS_TIE_PART] = NC_("tie between organisations", "Part of it"),
};

/* Names, as in the workbook and in files */

const char *
ts_conflict_state_get_name (TsConflictState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return states[state].name;
}

const char *
ts_conflict_state_get_title (TsConflictState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "conflict", states[state].title);
}

gboolean
ts_conflict_state_from_name (const char      *name,
                             TsConflictState *state)
{
  g_return_val_if_fail (name != NULL && state != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (states[i].name, name))
        {
          *state = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ts_conflict_state_may_open:
 * @state: a person's conflict with an assessment
 *
 * Returns: whether the person may look at the submission
 */
gboolean
ts_conflict_state_may_open (TsConflictState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), FALSE);

  return states[state].may_open;
}

/**
 * ts_conflict_state_may_score:
 * @state: a person's conflict with an assessment
 *
 * Returns: whether the person may score, and whether what they have scored counts
 */
gboolean
ts_conflict_state_may_score (TsConflictState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), FALSE);

  return states[state].may_score;
}

const char *
ts_tie_get_title (TsTie tie)
{
  g_return_val_if_fail (tie < G_N_ELEMENTS (tie_titles), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "tie between organisations", tie_titles[tie]);
}

/* Ties */

typedef struct
{
  GHashTable *ties;
  GPtrArray *rows;
  guint from_field;
  guint to_field;
  int valid_from; /* or -1 */
  int valid_to;
  char *first_day;
  const char *last_day;
} Walk;

static gboolean
holds (const Walk  *walk,
       const TsRow *row)
{
  return walk->valid_from < 0 || ts_days_overlap (ts_row_get_text (row, (guint) walk->valid_from), ts_row_get_text (row, (guint) walk->valid_to),
                                                  walk->first_day, walk->last_day);
}

/* From row to row in one direction. What is tied more closely already keeps its tie, which also ends every circle. */
static void
walk_from (const Walk *walk,
           const char *organisation_id,
           TsTie       tie)
{
  for (guint i = 0; i < walk->rows->len; i++)
    {
      const TsRow *row = g_ptr_array_index (walk->rows, i);
      const char *next = ts_row_get_text (row, walk->to_field);

      if (g_strcmp0 (ts_row_get_text (row, walk->from_field), organisation_id) != 0 || next == NULL || !holds (walk, row) ||
          g_hash_table_contains (walk->ties, next))
        continue;

      g_hash_table_insert (walk->ties, g_strdup (next), GUINT_TO_POINTER (tie));
      walk_from (walk, next, tie);
    }
}

static char *
get_first_day (const TsRow *assessment)
{
  GDate first;
  GDate last;

  ts_year_get_dates ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR), &first, &last);

  return ts_date_format (&first);
}

/**
 * ts_conflict_find_ties:
 * @scope: what conflicts with an assessment follow from
 *
 * Finds every organisation that is tied to the assessed one. A membership counts where it held at any time between the first day of the assessed
 * year and the panel.
 *
 * Returns: (transfer full) (element-type utf8 TsTie): the ties by organisation id
 */
GHashTable *
ts_conflict_find_ties (const TsConflictScope *scope)
{
  GHashTable *ties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *organisation_id;
  g_autofree char *first_day = NULL;

  g_return_val_if_fail (scope != NULL && scope->assessment != NULL, ties);

  organisation_id = ts_row_get_text (scope->assessment, TS_ASSESSMENT_ORGANISATION);
  first_day = get_first_day (scope->assessment);
  g_hash_table_insert (ties, g_strdup (organisation_id), GUINT_TO_POINTER (TS_TIE_SAME));

  const Walk walks[] = {
    { ties, scope->successors, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, TS_ORGANISATION_SUCCESSOR_ORGANISATION, -1, -1, NULL, NULL },
    { ties, scope->successors, TS_ORGANISATION_SUCCESSOR_ORGANISATION, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, -1, -1, NULL, NULL },
    { ties, scope->parents, TS_ORGANISATION_PARENT_ORGANISATION, TS_ORGANISATION_PARENT_PARENT,
      TS_ORGANISATION_PARENT_VALID_FROM, TS_ORGANISATION_PARENT_VALID_TO, first_day, scope->panel_day },
    { ties, scope->parents, TS_ORGANISATION_PARENT_PARENT, TS_ORGANISATION_PARENT_ORGANISATION,
      TS_ORGANISATION_PARENT_VALID_FROM, TS_ORGANISATION_PARENT_VALID_TO, first_day, scope->panel_day },
  };

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      if (walks[i].rows != NULL)
        walk_from (&walks[i], organisation_id, TS_TIE_PREDECESSOR + i);
    }

  return ties;
}

static const TsRow *
find_action (const TsConflictScope *scope,
             const char            *person_id)
{
  for (guint i = 0; scope->actions != NULL && i < scope->actions->len; i++)
    {
      const TsRow *action = g_ptr_array_index (scope->actions, i);

      if (g_strcmp0 (ts_row_get_text (action, TS_CONFLICT_ACTION_PERSON), person_id) == 0 &&
          g_strcmp0 (ts_row_get_text (action, TS_CONFLICT_ACTION_ASSESSMENT), ts_row_get_id (scope->assessment)) == 0)
        return action;
    }

  return NULL;
}

/* What was declared after the decision was not known to whoever made it. */
static TsConflictState
get_state (const TsRow *interest,
           const TsRow *action)
{
  const char *declared = ts_row_get_text (interest, TS_INTEREST_DECLARED);
  TsConflictState state;

  if (action == NULL || !ts_conflict_state_from_name (ts_row_get_text (action, TS_CONFLICT_ACTION_DECISION), &state) ||
      state < TS_CONFLICT_LEAVES)
    return TS_CONFLICT_OPEN;

  return declared != NULL && g_strcmp0 (declared, ts_row_get_text (action, TS_CONFLICT_ACTION_DAY)) > 0 ? TS_CONFLICT_OPEN : state;
}

/**
 * ts_conflict_find:
 * @scope: what conflicts with an assessment follow from
 * @ties: (element-type utf8 TsTie): what [func@ts_conflict_find_ties] found
 * @person_id: a person's row id
 * @scored_on: (nullable): the day on which the person first scored the assessment, or %NULL where they have not
 *
 * Returns: the person's conflict
 */
TsConflict
ts_conflict_find (const TsConflictScope *scope,
                  GHashTable            *ties,
                  const char            *person_id,
                  const char            *scored_on)
{
  TsConflict found = { .state = TS_CONFLICT_NONE };
  const TsRow *action;
  g_autofree char *first_day = NULL;

  g_return_val_if_fail (scope != NULL && ties != NULL && person_id != NULL, found);

  action = find_action (scope, person_id);
  first_day = get_first_day (scope->assessment);

  for (guint i = 0; scope->interests != NULL && i < scope->interests->len; i++)
    {
      const TsRow *interest = g_ptr_array_index (scope->interests, i);
      TsTie tie = GPOINTER_TO_UINT (g_hash_table_lookup (ties, ts_row_get_text (interest, TS_INTEREST_ORGANISATION)));
      TsConflictState state;
      gboolean late;

      if (tie == TS_TIE_NONE || g_strcmp0 (ts_row_get_text (interest, TS_INTEREST_PERSON), person_id) != 0 ||
          !ts_days_overlap (ts_row_get_text (interest, TS_INTEREST_VALID_FROM), ts_row_get_text (interest, TS_INTEREST_VALID_TO),
                            first_day, scope->panel_day))
        continue;

      state = get_state (interest, action);
      late = scored_on != NULL && ts_row_has (interest, TS_INTEREST_DECLARED) &&
             g_strcmp0 (ts_row_get_text (interest, TS_INTEREST_DECLARED), scored_on) > 0;
      found.declared_late |= late;

      if (found.interest == NULL || (state == TS_CONFLICT_OPEN && found.state != TS_CONFLICT_OPEN))
        {
          found.state = state;
          found.interest = interest;
          found.tie = tie;
          found.action = action;
        }
    }

  return found;
}
