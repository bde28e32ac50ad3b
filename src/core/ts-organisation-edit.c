/* ts-organisation-edit.c — the changes to an organisation's life
 *
 * Closing an organisation, renaming it or moving it never takes anything away: what was is kept with the days on which it was so. Only what was
 * entered by mistake is removed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-organisation-edit-private.h"

#include "core/ts-begin.h"
#include "core/ts-date.h"
#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-text.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the files share */

char *
ts_day_before (const char *day)
{
  GDate date;

  if (!ts_date_parse (day, &date) || g_date_get_julian (&date) <= 1)
    return g_strdup (day);

  g_date_subtract_days (&date, 1);

  return ts_date_format (&date);
}

void
ts_edit_set_invalid (GError     **error,
                     const char  *message)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, message);
}

void
ts_edit_set_unchanged (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
}

TsRow *
ts_edit_find_row (GPtrArray   *rows,
                  const char  *id,
                  GError     **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (ts_row_get_id (g_ptr_array_index (rows, i)), id) == 0)
        return g_ptr_array_index (rows, i);
    }

  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("This entry is not in the workbook any more."));

  return NULL;
}

gboolean
ts_edit_check_order (const TsEditContext  *context,
                     GError              **error)
{
  if (context->from == NULL || context->to == NULL || strcmp (context->from, context->to) <= 0)
    return TRUE;

  ts_edit_set_invalid (error, _("The last day is before the first."));

  return FALSE;
}

static gboolean
take_day (const char  *typed,
          const char **day,
          GError     **error)
{
  *day = typed != NULL && *typed != '\0' ? typed : NULL;

  if (*day == NULL || ts_date_is_valid (*day))
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
               _("“%.60s” is not a day. Write it as year, month and day, for example 2009-03-31."), *day);

  return FALSE;
}

/* The organisation itself */

static TsChange *
add (const TsEditContext  *context,
     GError              **error)
{
  const TsOrganisationEdit *edit = context->edit;
  g_autofree char *code = ts_text_clean (edit->code != NULL ? edit->code : "", -1, TS_TEXT_LINE);
  g_autofree char *text = ts_text_clean (edit->text != NULL ? edit->text : "", -1, TS_TEXT_LINE);
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (TsRow) name = NULL;
  g_autofree char *label = NULL;
  TsChange *change;

  if (ts_organisation_index_find_code (context->index, code) != NULL)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("The workbook already has an organisation with the code “%s”."), code);
      return NULL;
    }

  organisation = ts_organisation_new (context->fresh_id, code, edit->organisation_kind != NULL ? edit->organisation_kind : "", error);

  if (organisation == NULL)
    return NULL;

  ts_row_set_text (organisation, TS_ORGANISATION_OPENED, context->from);
  name = ts_organisation_name_new (organisation, text, context->from, error);

  if (name == NULL)
    return NULL;

  label = g_strdup_printf (_("Add %s"), text);
  change = ts_change_new (label);
  ts_change_create (change, organisation);
  ts_change_create (change, name);

  return change;
}

static TsChange *
change_organisation (const TsEditContext  *context,
                     TsRow                *after,
                     const char           *label,
                     GError              **error)
{
  TsChange *change;

  if (ts_row_equal (context->life->organisation, after))
    {
      ts_edit_set_unchanged (error);
      return NULL;
    }

  change = ts_change_new (label);
  ts_change_update (change, context->life->organisation, after);

  return change;
}

static TsChange *
change_kind (const TsEditContext  *context,
             GError              **error)
{
  const char *kind = context->edit->organisation_kind != NULL ? context->edit->organisation_kind : "";
  g_autoptr (TsRow) checked = NULL;
  g_autoptr (TsRow) after = ts_row_copy (context->life->organisation);
  g_autofree char *label = NULL;

  checked = ts_organisation_new (ts_row_get_id (after), ts_row_get_text (after, TS_ORGANISATION_CODE), kind, error);

  if (checked == NULL)
    return NULL;

  ts_row_set_text (after, TS_ORGANISATION_KIND, kind);
  label = g_strdup_printf (_("%s: %s → %s"), context->name,
                           ts_organisation_kind_get_title (ts_row_get_text (context->life->organisation, TS_ORGANISATION_KIND)),
                           ts_organisation_kind_get_title (kind));

  return change_organisation (context, after, label, error);
}

static TsChange *
change_dates (const TsEditContext  *context,
              GError              **error)
{
  const TsRow *before = context->life->organisation;
  g_autoptr (TsRow) after = ts_row_copy (before);
  g_autofree char *label = NULL;

  if (context->from != NULL && context->to != NULL && strcmp (context->from, context->to) > 0)
    {
      ts_edit_set_invalid (error, _("It cannot close before it opens. Leave out the day that is not certain."));
      return NULL;
    }

  ts_row_set_text (after, TS_ORGANISATION_OPENED, context->from);
  ts_row_set_text (after, TS_ORGANISATION_CLOSED, context->to);

  if (g_strcmp0 (ts_row_get_text (before, TS_ORGANISATION_CLOSED), context->to) == 0)
    label = context->from != NULL ? g_strdup_printf (_("%s opened on %s"), context->name, context->from)
                                  : g_strdup_printf (_("It is not known when %s opened"), context->name);
  else
    label = context->to != NULL ? g_strdup_printf (_("%s closed on %s"), context->name, context->to)
                                : g_strdup_printf (_("%s is not closed"), context->name);

  return change_organisation (context, after, label, error);
}

/* Names */

/* Ends the name that goes on past the day before, and gives the new one an end where a later one is known already. */
static gboolean
make_room_for_name (const TsEditContext  *context,
                    TsChange             *change,
                    TsRow                *row,
                    GError              **error)
{
  GPtrArray *names = context->life->names;
  g_autofree char *last = ts_day_before (context->from);

  for (guint i = 0; i < names->len; i++)
    {
      TsRow *before = g_ptr_array_index (names, i);
      const char *from = ts_row_get_text (before, TS_ORGANISATION_NAME_VALID_FROM);
      const char *to = ts_row_get_text (before, TS_ORGANISATION_NAME_VALID_TO);
      int order = g_strcmp0 (from, context->from);

      if (order == 0)
        {
          g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("It is called “%s” from that very day. Correct that name instead."),
                       ts_row_get_text (before, TS_ORGANISATION_NAME_NAME));
          return FALSE;
        }

      if (order < 0 && (to == NULL || strcmp (to, context->from) >= 0))
        {
          g_autoptr (TsRow) after = ts_row_copy (before);

          ts_row_set_text (after, TS_ORGANISATION_NAME_VALID_TO, last);
          ts_change_update (change, before, after);
        }
      else if (order > 0 && !ts_row_has (row, TS_ORGANISATION_NAME_VALID_TO))
        {
          g_autofree char *end = ts_day_before (from);

          ts_row_set_text (row, TS_ORGANISATION_NAME_VALID_TO, end);
        }
    }

  return TRUE;
}

static TsRow *
name_new (const TsEditContext  *context,
          GError              **error)
{
  g_autofree char *text = ts_text_clean (context->edit->text != NULL ? context->edit->text : "", -1, TS_TEXT_LINE);
  g_autoptr (TsRow) checked = ts_organisation_name_new (context->life->organisation, text, NULL, error);
  TsRow *row;

  if (checked == NULL)
    return NULL;

  row = ts_row_new (TS_ENTITY_ORGANISATION_NAME, context->fresh_id);
  ts_row_set_text (row, TS_ORGANISATION_NAME_ORGANISATION, context->edit->organisation_id);
  ts_row_set_text (row, TS_ORGANISATION_NAME_NAME, text);
  ts_row_set_text (row, TS_ORGANISATION_NAME_VALID_FROM, context->from);

  return row;
}

static TsChange *
rename_from (const TsEditContext  *context,
             GError              **error)
{
  g_autoptr (TsRow) row = name_new (context, error);
  g_autofree char *label = NULL;
  g_autoptr (TsChange) change = NULL;

  if (row == NULL)
    return NULL;

  if (context->from == NULL && context->life->names->len > 0)
    {
      ts_edit_set_invalid (error, _("Say from which day it has the new name. To put a spelling right, correct the name that it has."));
      return NULL;
    }

  label = g_strdup_printf (_("%s → %s"), context->name, ts_row_get_text (row, TS_ORGANISATION_NAME_NAME));
  change = ts_change_new (label);

  if (context->from != NULL && !make_room_for_name (context, change, row, error))
    return NULL;

  ts_change_create (change, row);

  return g_steal_pointer (&change);
}

static TsChange *
correct_name (const TsEditContext  *context,
              GError              **error)
{
  TsRow *before = ts_edit_find_row (context->life->names, context->edit->row_id, error);
  g_autoptr (TsRow) wanted = NULL;
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  TsChange *change;

  if (before == NULL || !ts_edit_check_order (context, error))
    return NULL;

  wanted = name_new (context, error);

  if (wanted == NULL)
    return NULL;

  after = ts_row_copy (before);
  ts_row_set_text (after, TS_ORGANISATION_NAME_NAME, ts_row_get_text (wanted, TS_ORGANISATION_NAME_NAME));
  ts_row_set_text (after, TS_ORGANISATION_NAME_VALID_FROM, context->from);
  ts_row_set_text (after, TS_ORGANISATION_NAME_VALID_TO, context->to);

  if (ts_row_equal (before, after))
    {
      ts_edit_set_unchanged (error);
      return NULL;
    }

  label = g_strdup_printf (_("Correct the name “%s”"), ts_row_get_text (before, TS_ORGANISATION_NAME_NAME));
  change = ts_change_new (label);
  ts_change_update (change, before, after);

  return change;
}

static TsChange *
remove_name (const TsEditContext  *context,
             GError              **error)
{
  TsRow *before = ts_edit_find_row (context->life->names, context->edit->row_id, error);
  g_autofree char *label = NULL;
  TsChange *change;

  if (before == NULL)
    return NULL;

  if (context->life->names->len == 1)
    {
      ts_edit_set_invalid (error, _("This is its only name, and an organisation needs one. Correct it instead."));
      return NULL;
    }

  label = g_strdup_printf (_("Remove the name “%s”"), ts_row_get_text (before, TS_ORGANISATION_NAME_NAME));
  change = ts_change_new (label);
  ts_change_delete (change, before);

  return change;
}

/* Population */

static TsRow *
find_population (const TsEditContext *context)
{
  GPtrArray *populations = context->life->populations;

  for (guint i = 0; i < populations->len; i++)
    {
      TsRow *row = g_ptr_array_index (populations, i);

      if (ts_row_get_integer (row, TS_ORGANISATION_POPULATION_YEAR) == context->edit->year)
        return row;
    }

  return NULL;
}

static TsChange *
set_population (const TsEditContext  *context,
                GError              **error)
{
  const TsOrganisationEdit *edit = context->edit;
  TsRow *before = find_population (context);
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *year = NULL;
  TsChange *change;

  if (edit->year < TS_YEAR_FIRST || edit->year > TS_YEAR_LAST)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("%d is not a year that can be assessed."), edit->year);
      return NULL;
    }

  if (edit->number > TS_POPULATION_MOST)
    {
      ts_edit_set_invalid (error, _("This is more people than there are. Write the whole number, without thousands or millions."));
      return NULL;
    }

  if (edit->number >= 0)
    {
      char number[16];
      g_autofree char *id = NULL;

      g_snprintf (number, sizeof number, "%d", edit->year);
      id = ts_identifier_derive ("organisation_population", edit->organisation_id, number, NULL);
      after = before != NULL ? ts_row_copy (before) : ts_row_new (TS_ENTITY_ORGANISATION_POPULATION, id);
      ts_row_set_text (after, TS_ORGANISATION_POPULATION_ORGANISATION, edit->organisation_id);
      ts_row_set_integer (after, TS_ORGANISATION_POPULATION_YEAR, edit->year);
      ts_row_set_integer (after, TS_ORGANISATION_POPULATION_POPULATION, edit->number);
    }

  if (before == NULL ? after == NULL : after != NULL && ts_row_equal (before, after))
    {
      ts_edit_set_unchanged (error);
      return NULL;
    }

  year = ts_year_format (edit->year);
  label = g_strdup_printf (_("Population of %s in %s"), context->name, year);
  change = ts_change_new (label);

  ts_change_add (change, before, after);

  return change;
}

/* Deleting */

static gboolean
check_alone (const TsEditContext  *context,
             GError              **error)
{
  const TsOrganisationLife *life = context->life;
  g_autofree char *reason = NULL;

  if (life->assessments->len > 0 || life->n_evidence > 0 || life->n_outcomes > 0)
    reason = g_strdup_printf (_("%s has assessments, evidence or outcomes, so it stays. If it does not exist any more, say when it closed: "
                                "nothing is lost."),
                              context->name);
  else if (life->children->len > 0)
    reason = g_strdup_printf (_("Other organisations are or were part of %s, so it stays. Put them elsewhere first if it was entered by "
                                "mistake."),
                              context->name);
  else if (life->successors->len > 0 || life->predecessors->len > 0)
    reason = g_strdup_printf (_("%s follows another organisation or is followed by one, so it stays. Remove that first if it was entered "
                                "by mistake."),
                              context->name);
  else
    return TRUE;

  ts_edit_set_invalid (error, reason);

  return FALSE;
}

static TsChange *
delete_organisation (const TsEditContext  *context,
                     GError              **error)
{
  const TsOrganisationLife *life = context->life;
  GPtrArray *belongings[] = { life->names, life->parents, life->populations };
  g_autofree char *label = NULL;
  TsChange *change;

  if (!check_alone (context, error))
    return NULL;

  label = g_strdup_printf (_("Delete %s"), context->name);
  change = ts_change_new (label);

  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      for (guint j = 0; j < belongings[i]->len; j++)
        ts_change_delete (change, g_ptr_array_index (belongings[i], j));
    }

  ts_change_delete (change, life->organisation);

  return change;
}

/**
 * ts_change_edit_organisation:
 * @index: all organisations as they are kept; to delete one, with its evidence and its outcomes
 * @edit: what shall be changed, from anywhere
 * @fresh_id: a row id that is not used yet, for what is new
 * @error: where to put why not
 *
 * Fails with %TS_RULE_ERROR_INVALID, %TS_RULE_ERROR_UNKNOWN or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_edit_organisation (const TsOrganisationIndex  *index,
                             const TsOrganisationEdit   *edit,
                             const char                 *fresh_id,
                             GError                    **error)
{
  static TsChange *(*const functions[]) (const TsEditContext *, GError **) = {
    [TS_ORGANISATION_EDIT_ADD] = add,
    [TS_ORGANISATION_EDIT_KIND] = change_kind,
    [TS_ORGANISATION_EDIT_DATES] = change_dates,
    [TS_ORGANISATION_EDIT_RENAME] = rename_from,
    [TS_ORGANISATION_EDIT_CORRECT_NAME] = correct_name,
    [TS_ORGANISATION_EDIT_REMOVE_NAME] = remove_name,
    [TS_ORGANISATION_EDIT_MOVE] = ts_edit_move,
    [TS_ORGANISATION_EDIT_CORRECT_PARENT] = ts_edit_correct_parent,
    [TS_ORGANISATION_EDIT_REMOVE_PARENT] = ts_edit_remove_parent,
    [TS_ORGANISATION_EDIT_ADD_SUCCESSOR] = ts_edit_add_successor,
    [TS_ORGANISATION_EDIT_REMOVE_SUCCESSOR] = ts_edit_remove_successor,
    [TS_ORGANISATION_EDIT_POPULATION] = set_population,
    [TS_ORGANISATION_EDIT_DELETE] = delete_organisation,
  };
  TsEditContext context = { .index = index, .edit = edit, .fresh_id = fresh_id };

  g_return_val_if_fail (index != NULL && edit != NULL && fresh_id != NULL, NULL);
  g_return_val_if_fail (edit->kind < G_N_ELEMENTS (functions), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!take_day (edit->from, &context.from, error) || !take_day (edit->to, &context.to, error))
    return NULL;

  if (edit->kind != TS_ORGANISATION_EDIT_ADD)
    {
      context.life = ts_organisation_index_find (index, edit->organisation_id);

      if (context.life == NULL)
        {
          g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("This organisation is not in the workbook any more."));
          return NULL;
        }

      context.name = ts_organisation_index_get_name (index, edit->organisation_id, NULL);
    }

  return functions[edit->kind](&context, error);
}
