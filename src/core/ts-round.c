/* ts-round.c — rounds of assurance and their panels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-round.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-row-edit.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/* Ids that two machines agree on */

char *
ts_round_row_id (const char *framework_id,
                 int         year)
{
  char number[16];

  g_snprintf (number, sizeof number, "%d", year);

  return ts_identifier_derive ("review_round", framework_id, number, NULL);
}

char *
ts_round_assessment_row_id (const char *round_id,
                            const char *assessment_id)
{
  return ts_identifier_derive ("round_assessment", round_id, assessment_id, NULL);
}

char *
ts_panel_row_id (const char *round_id,
                 int         position)
{
  char number[16];

  g_snprintf (number, sizeof number, "%d", position);

  return ts_identifier_derive ("panel", round_id, number, NULL);
}

char *
ts_panel_member_row_id (const char *panel_id,
                        const char *person_id)
{
  return ts_identifier_derive ("panel_member", panel_id, person_id, NULL);
}

char *
ts_panel_assessment_row_id (const char *panel_id,
                            const char *assessment_id)
{
  return ts_identifier_derive ("panel_assessment", panel_id, assessment_id, NULL);
}

/* Rounds */

/**
 * ts_change_define_round:
 * @round: (nullable): the round as it is kept, or %NULL for a new one
 * @framework_id: its framework's row id
 * @year: the calendar year in which the assessed financial year begins
 * @definition: what is said of it
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * There is one round for each framework and year.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_define_round (TsRow                    *round,
                        const char               *framework_id,
                        int                       year,
                        const TsRoundDefinition  *definition,
                        GError                  **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  const char *opens;
  const char *closes;

  g_return_val_if_fail (framework_id != NULL && definition != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (year < TS_YEAR_FIRST || year > TS_YEAR_LAST)
    {
      ts_rule_refuse (error, _("This is no year that an assessment can be of."));
      return NULL;
    }

  id = ts_round_row_id (framework_id, year);
  after = ts_row_edit (round, TS_ENTITY_REVIEW_ROUND, id);
  ts_row_set_text (after, TS_REVIEW_ROUND_FRAMEWORK, framework_id);
  ts_row_set_integer (after, TS_REVIEW_ROUND_YEAR, year);
  ts_row_set_clean (after, TS_REVIEW_ROUND_TITLE, definition->title, TS_TEXT_LINE);

  if (!ts_row_has (after, TS_REVIEW_ROUND_TITLE))
    {
      g_autofree char *name = ts_year_format (year);
      g_autofree char *title = g_strdup_printf (_("Assurance %s"), name);

      ts_row_set_text (after, TS_REVIEW_ROUND_TITLE, title);
    }

  if (!ts_row_set_day (after, TS_REVIEW_ROUND_OPENS, definition->opens, error) ||
      !ts_row_set_day (after, TS_REVIEW_ROUND_CLOSES, definition->closes, error))
    return NULL;

  opens = ts_row_get_text (after, TS_REVIEW_ROUND_OPENS);
  closes = ts_row_get_text (after, TS_REVIEW_ROUND_CLOSES);

  if (opens != NULL && closes != NULL && g_strcmp0 (closes, opens) < 0)
    {
      ts_rule_refuse (error, _("A round cannot close before it opens."));
      return NULL;
    }

  label = g_strdup_printf (round == NULL ? _("New round “%s”") : _("Round “%s” edited"), ts_row_get_text (after, TS_REVIEW_ROUND_TITLE));

  return ts_change_of_row (label, round, after, error);
}

static gboolean
fits_round (const TsRow  *round,
            const TsRow  *assessment,
            GError      **error)
{
  if (assessment != NULL &&
      g_strcmp0 (ts_row_get_text (round, TS_REVIEW_ROUND_FRAMEWORK), ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK)) == 0 &&
      ts_row_get_integer (round, TS_REVIEW_ROUND_YEAR) == ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR))
    return TRUE;

  return ts_rule_refuse (error, _("Only assessments of the round’s own framework and year belong to it."));
}

static TsRow *
find_by_id (GPtrArray  *rows,
            const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (ts_row_get_id (row), id))
        return row;
    }

  return NULL;
}

static TsChange *
unless_empty (TsChange  *change,
              GError   **error)
{
  g_autoptr (TsChange) owned = change;

  if (ts_change_get_n_rows (owned) > 0)
    return g_steal_pointer (&owned);

  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));

  return NULL;
}

/**
 * ts_change_set_round_assessments:
 * @round: the round's row
 * @assessments: (element-type TsRow): at least the assessments that it shall have
 * @kept: (element-type TsRow): which it has, as it is kept
 * @assigned: (element-type TsRow): what the round's panels have
 * @assessment_ids: (array zero-terminated=1): those that it shall have
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * What leaves the round leaves its panels too.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_set_round_assessments (const TsRow *round,
                                 GPtrArray *assessments,
                                 GPtrArray *kept,
                                 GPtrArray *assigned,
                                 const char *const *assessment_ids,
                                 GError **error)
{
  g_autoptr (TsChange) change = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (round != NULL && assessments != NULL && kept != NULL && assigned != NULL && assessment_ids != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  label = g_strdup_printf (_("Assessments of “%s”"), ts_row_get_text (round, TS_REVIEW_ROUND_TITLE));
  change = ts_change_new (label);

  for (guint i = 0; assessment_ids[i] != NULL; i++)
    {
      g_autofree char *id = ts_round_assessment_row_id (ts_row_get_id (round), assessment_ids[i]);
      g_autoptr (TsRow) row = NULL;

      if (!fits_round (round, find_by_id (assessments, assessment_ids[i]), error))
        return NULL;

      if (find_by_id (kept, id) != NULL || g_strv_contains (assessment_ids + i + 1, assessment_ids[i]))
        continue;

      row = ts_row_new (TS_ENTITY_ROUND_ASSESSMENT, id);
      ts_row_set_text (row, TS_ROUND_ASSESSMENT_ROUND, ts_row_get_id (round));
      ts_row_set_text (row, TS_ROUND_ASSESSMENT_ASSESSMENT, assessment_ids[i]);
      ts_change_create (change, row);
    }

  for (guint i = 0; i < assigned->len; i++)
    {
      TsRow *row = g_ptr_array_index (assigned, i);

      if (!g_strv_contains (assessment_ids, ts_row_get_text (row, TS_PANEL_ASSESSMENT_ASSESSMENT)))
        ts_change_delete (change, row);
    }

  for (guint i = 0; i < kept->len; i++)
    {
      TsRow *row = g_ptr_array_index (kept, i);

      if (!g_strv_contains (assessment_ids, ts_row_get_text (row, TS_ROUND_ASSESSMENT_ASSESSMENT)))
        ts_change_delete (change, row);
    }

  return unless_empty (g_steal_pointer (&change), error);
}

/* Panels */

static int
find_free_position (GPtrArray *panels)
{
  gint64 last = 0;

  for (guint i = 0; i < panels->len; i++)
    last = MAX (last, ts_row_get_integer (g_ptr_array_index (panels, i), TS_PANEL_POSITION));

  return (int) last + 1;
}

/**
 * ts_change_define_panel:
 * @panel: (nullable): the panel as it is kept, or %NULL for a new one
 * @round: the round's row
 * @panels: (element-type TsRow): the round's panels
 * @definition: what is said of it
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_define_panel (TsRow                    *panel,
                        const TsRow              *round,
                        GPtrArray                *panels,
                        const TsPanelDefinition  *definition,
                        GError                  **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  int position;

  g_return_val_if_fail (round != NULL && panels != NULL && definition != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  position = panel != NULL ? (int) ts_row_get_integer (panel, TS_PANEL_POSITION) : find_free_position (panels);
  id = ts_panel_row_id (ts_row_get_id (round), position);
  after = ts_row_edit (panel, TS_ENTITY_PANEL, id);
  ts_row_set_text (after, TS_PANEL_ROUND, ts_row_get_id (round));
  ts_row_set_integer (after, TS_PANEL_POSITION, position);
  ts_row_set_clean (after, TS_PANEL_TITLE, definition->title, TS_TEXT_LINE);
  ts_row_set_clean (after, TS_PANEL_AGENDA, definition->agenda, TS_TEXT_PARAGRAPHS);

  if (!ts_row_has (after, TS_PANEL_TITLE))
    {
      g_autofree char *title = g_strdup_printf (_("Panel %d"), position);

      ts_row_set_text (after, TS_PANEL_TITLE, title);
    }

  if (!ts_row_set_day (after, TS_PANEL_DAY, definition->day, error))
    return NULL;

  label = g_strdup_printf (panel == NULL ? _("New panel “%s”") : _("Panel “%s” edited"), ts_row_get_text (after, TS_PANEL_TITLE));

  return ts_change_of_row (label, panel, after, error);
}

/**
 * ts_change_remove_panel:
 * @panel: the panel as it is kept
 * @members: (element-type TsRow): its members
 * @assigned: (element-type TsRow): what it has to score
 * @error: where to put an error
 *
 * Returns: (transfer full): the change, which takes members and assignments along
 */
TsChange *
ts_change_remove_panel (TsRow      *panel,
                        GPtrArray  *members,
                        GPtrArray  *assigned,
                        GError    **error)
{
  g_autofree char *label = NULL;
  TsChange *change;

  g_return_val_if_fail (panel != NULL && members != NULL && assigned != NULL, NULL);

  label = g_strdup_printf (_("Panel “%s” removed"), ts_row_get_text (panel, TS_PANEL_TITLE));
  change = ts_change_new (label);

  for (guint i = 0; i < members->len; i++)
    ts_change_delete (change, g_ptr_array_index (members, i));

  for (guint i = 0; i < assigned->len; i++)
    ts_change_delete (change, g_ptr_array_index (assigned, i));

  ts_change_delete (change, panel);

  return change;
}

/**
 * ts_change_seat_member:
 * @panel: the panel's row
 * @member: (nullable): the member as it is kept
 * @person: (nullable): the person of that name, if the workbook has them
 * @name: the member's name, which is also the assessor of their scores
 * @role: in which role
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change, which brings a person along whom the workbook does not have yet
 */
TsChange *
ts_change_seat_member (const TsRow  *panel,
                       TsRow        *member,
                       TsRow        *person,
                       const char   *name,
                       const char   *role,
                       GError      **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *person_id = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TsChange) change = NULL;

  g_return_val_if_fail (panel != NULL && name != NULL && role != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  clean = ts_text_clean (name, -1, TS_TEXT_LINE);

  if (*clean == '\0')
    {
      ts_rule_refuse (error, _("A member of a panel needs a name."));
      return NULL;
    }

  if (!ts_panel_role_is_valid (role))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("“%s” cannot be a role on a panel: a role has 1 to 32 small letters, digits or “-”."), role);
      return NULL;
    }

  person_id = ts_person_derive_id (clean);
  id = ts_panel_member_row_id (ts_row_get_id (panel), person_id);
  after = ts_row_edit (member, TS_ENTITY_PANEL_MEMBER, id);
  ts_row_set_text (after, TS_PANEL_MEMBER_PANEL, ts_row_get_id (panel));
  ts_row_set_text (after, TS_PANEL_MEMBER_PERSON, person_id);
  ts_row_set_text (after, TS_PANEL_MEMBER_ROLE, role);

  /* Translators: a person, a panel, and the person's role on it */
  label = g_strdup_printf (_("%s on “%s”: %s"), clean, ts_row_get_text (panel, TS_PANEL_TITLE), ts_panel_role_get_title (role));
  change = ts_change_of_row (label, member, after, error);

  if (change != NULL && person == NULL)
    ts_change_carry_person (change, NULL, clean, NULL);

  return g_steal_pointer (&change);
}

/**
 * ts_change_unseat_member:
 * @member: (nullable): a member as it is kept
 * @name: the member's name
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_unseat_member (TsRow       *member,
                         const char  *name,
                         GError     **error)
{
  g_autofree char *label = g_strdup_printf (_("%s no longer on the panel"), name);

  return ts_change_remove_row (label, member, error);
}

/**
 * ts_panel_assessment_new:
 * @panel_id: a panel
 * @assessment_id: an assessment
 *
 * Returns: (transfer full): the row that gives the assessment to the panel
 */
TsRow *
ts_panel_assessment_new (const char *panel_id,
                         const char *assessment_id)
{
  g_autofree char *id = ts_panel_assessment_row_id (panel_id, assessment_id);
  TsRow *row = ts_row_new (TS_ENTITY_PANEL_ASSESSMENT, id);

  ts_row_set_text (row, TS_PANEL_ASSESSMENT_PANEL, panel_id);
  ts_row_set_text (row, TS_PANEL_ASSESSMENT_ASSESSMENT, assessment_id);

  return row;
}

/**
 * ts_change_set_begins:
 * @assigned: the row that gives an assessment to a panel
 * @begins: (nullable): at what time of its day the panel speaks of it; %NULL or blank takes the time away
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_set_begins (TsRow       *assigned,
                      const char  *begins,
                      GError     **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (assigned != NULL && ts_row_get_entity (assigned) == TS_ENTITY_PANEL_ASSESSMENT, NULL);

  after = ts_row_copy (assigned);

  if (!ts_row_set_time (after, TS_PANEL_ASSESSMENT_BEGINS, begins, error))
    return NULL;

  label = ts_row_has (after, TS_PANEL_ASSESSMENT_BEGINS)
            ? g_strdup_printf (_("On the panel’s day at %s"), ts_row_get_text (after, TS_PANEL_ASSESSMENT_BEGINS))
            : g_strdup (_("No time on the panel’s day"));

  return ts_change_of_row (label, assigned, after, error);
}

/**
 * ts_change_assign:
 * @panels: (element-type TsRow): the panels that it is about
 * @kept: (element-type TsRow): what they have, as it is kept
 * @wanted: (element-type utf8 TsRow): what they shall have, by the id of the row that says so
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_assign (GPtrArray   *panels,
                  GPtrArray   *kept,
                  GHashTable  *wanted,
                  GError     **error)
{
  g_autoptr (TsChange) change = ts_change_new (_("Assessments given to panels"));
  g_autoptr (GList) ids = NULL;

  g_return_val_if_fail (panels != NULL && kept != NULL && wanted != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0; i < kept->len; i++)
    {
      TsRow *row = g_ptr_array_index (kept, i);

      if (find_by_id (panels, ts_row_get_text (row, TS_PANEL_ASSESSMENT_PANEL)) != NULL &&
          !g_hash_table_contains (wanted, ts_row_get_id (row)))
        ts_change_delete (change, row);
    }

  ids = g_list_sort (g_hash_table_get_keys (wanted), (GCompareFunc) g_strcmp0);

  for (GList *at = ids; at != NULL; at = at->next)
    {
      if (find_by_id (kept, at->data) == NULL)
        ts_change_create (change, g_hash_table_lookup (wanted, at->data));
    }

  return unless_empty (g_steal_pointer (&change), error);
}
