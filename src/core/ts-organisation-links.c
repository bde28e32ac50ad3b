/* ts-organisation-links.c — the changes to what an organisation belongs to and what follows it
 *
 * Nothing is above itself on any day, and nothing follows itself, however many steps lie between.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-organisation-edit-private.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_name (const TsEditContext *context,
          const char          *id)
{
  return ts_organisation_index_get_name (context->index, id, NULL);
}

/* Whether a step can be taken: on a day where one is given, on any day otherwise. The row that an edit replaces is not counted. */
static gboolean
is_step (const TsRow *link,
         const char  *day,
         const char  *without)
{
  const char *to = ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_TO);

  if (g_strcmp0 (ts_row_get_id (link), without) == 0)
    return FALSE;

  return day == NULL || (g_strcmp0 (ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_FROM), day) <= 0 &&
                         (to == NULL || strcmp (day, to) <= 0));
}

/* Whether the way up from @start leads to @goal on the day; where @passed is given, the links on the way are noted there. */
static gboolean
leads_up_to (const TsEditContext *context,
             const char          *start,
             const char          *goal,
             const char          *day,
             const char          *without,
             GPtrArray           *passed)
{
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  gboolean found = FALSE;

  g_ptr_array_add (open, (gpointer) start);

  while (open->len > 0)
    {
      const char *id = g_ptr_array_steal_index_fast (open, open->len - 1);
      const TsOrganisationLife *life = ts_organisation_index_find (context->index, id);

      if (g_str_equal (id, goal))
        {
          found = TRUE;

          if (passed == NULL)
            return TRUE;
        }

      if (life == NULL || !g_hash_table_add (met, (gpointer) id))
        continue;

      for (guint i = 0; i < life->parents->len; i++)
        {
          TsRow *link = g_ptr_array_index (life->parents, i);

          if (!is_step (link, day, without))
            continue;

          if (passed != NULL)
            g_ptr_array_add (passed, link);

          g_ptr_array_add (open, (gpointer) ts_row_get_text (link, TS_ORGANISATION_PARENT_PARENT));
        }
    }

  return found;
}

/* A circle that exists on some day exists on the first day of one of its links, so only those days are looked at; and none at all where there
 * is no way back whatever the day, as is almost always so. "" sorts before every day and stands for the beginning of time. */
static gboolean
makes_circle (const TsEditContext *context,
              const char          *parent,
              const char          *from,
              const char          *to,
              const char          *without)
{
  const char *child = context->edit->organisation_id;
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);
  const char *first = from != NULL ? from : "";

  if (!leads_up_to (context, parent, child, NULL, without, passed))
    return FALSE;

  if (leads_up_to (context, parent, child, first, without, NULL))
    return TRUE;

  for (guint i = 0; i < passed->len; i++)
    {
      const char *day = ts_row_get_text (g_ptr_array_index (passed, i), TS_ORGANISATION_PARENT_VALID_FROM);

      if (day != NULL && strcmp (day, first) > 0 && (to == NULL || strcmp (day, to) <= 0) && g_hash_table_add (days, (gpointer) day) &&
          leads_up_to (context, parent, child, day, without, NULL))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_parent (const TsEditContext  *context,
              const char           *parent,
              const char           *from,
              const char           *to,
              const char           *without,
              GError              **error)
{
  if (ts_organisation_index_find (context->index, parent) == NULL)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                           _("The organisation that it should be part of is not in the workbook any more."));
      return FALSE;
    }

  if (g_strcmp0 (parent, context->edit->organisation_id) == 0)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("%s cannot be part of itself."), context->name);
      return FALSE;
    }

  if (makes_circle (context, parent, from, to, without))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("%s cannot be part of %s: on some of these days %s is itself part of %s, perhaps through others."), context->name,
                   get_name (context, parent), get_name (context, parent), context->name);
      return FALSE;
    }

  return TRUE;
}

static TsRow *
parent_new (const TsEditContext *context)
{
  TsRow *row = ts_row_new (TS_ENTITY_ORGANISATION_PARENT, context->fresh_id);

  ts_row_set_text (row, TS_ORGANISATION_PARENT_ORGANISATION, context->edit->organisation_id);
  ts_row_set_text (row, TS_ORGANISATION_PARENT_PARENT, context->edit->other_id);
  ts_row_set_text (row, TS_ORGANISATION_PARENT_VALID_FROM, context->from);

  return row;
}

/* Ends what goes on past the day before, and gives the new one an end where a later one is known already. */
static gboolean
make_room (const TsEditContext  *context,
           TsChange             *change,
           TsRow                *row,
           GError              **error)
{
  GPtrArray *parents = context->life->parents;
  g_autofree char *last = context->from != NULL ? ts_day_before (context->from) : NULL;

  for (guint i = 0; i < parents->len; i++)
    {
      TsRow *before = g_ptr_array_index (parents, i);
      const char *from = ts_row_get_text (before, TS_ORGANISATION_PARENT_VALID_FROM);
      const char *to = ts_row_get_text (before, TS_ORGANISATION_PARENT_VALID_TO);

      if (context->from == NULL || g_strcmp0 (from, context->from) == 0)
        {
          if (context->from != NULL || to == NULL)
            {
              g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                           context->from != NULL ? _("%s began to be part of %s on that very day. Correct that entry instead.")
                                                 : _("Say from which day it changes: %s is part of %s until then."),
                           context->name, get_name (context, ts_row_get_text (before, TS_ORGANISATION_PARENT_PARENT)));
              return FALSE;
            }
        }
      else if (g_strcmp0 (from, context->from) < 0)
        {
          if (to == NULL || strcmp (to, context->from) >= 0)
            {
              g_autoptr (TsRow) after = ts_row_copy (before);

              ts_row_set_text (after, TS_ORGANISATION_PARENT_VALID_TO, last);
              ts_change_update (change, before, after);
            }
        }
      else if (row != NULL && !ts_row_has (row, TS_ORGANISATION_PARENT_VALID_TO))
        {
          g_autofree char *end = ts_day_before (from);

          ts_row_set_text (row, TS_ORGANISATION_PARENT_VALID_TO, end);
        }
    }

  return TRUE;
}

TsChange *
ts_edit_move (const TsEditContext  *context,
              GError              **error)
{
  g_autofree char *label = g_strdup_printf (_("%s becomes part of %s"), context->name, get_name (context, context->edit->other_id));
  g_autoptr (TsChange) change = ts_change_new (label);
  g_autoptr (TsRow) row = NULL;

  /* Before anything else, so that no row is made that speaks of nothing. */
  if (ts_organisation_index_find (context->index, context->edit->other_id) == NULL)
    {
      check_parent (context, context->edit->other_id, NULL, NULL, NULL, error);
      return NULL;
    }

  row = parent_new (context);

  if (!make_room (context, change, row, error) ||
      !check_parent (context, context->edit->other_id, context->from, ts_row_get_text (row, TS_ORGANISATION_PARENT_VALID_TO), NULL, error))
    return NULL;

  ts_change_create (change, row);

  return g_steal_pointer (&change);
}

TsChange *
ts_edit_correct_parent (const TsEditContext  *context,
                        GError              **error)
{
  TsRow *before = ts_edit_find_row (context->life->parents, context->edit->row_id, error);
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  TsChange *change;

  if (before == NULL || !ts_edit_check_order (context, error))
    return NULL;

  after = ts_row_copy (before);
  ts_row_set_text (after, TS_ORGANISATION_PARENT_PARENT, context->edit->other_id);
  ts_row_set_text (after, TS_ORGANISATION_PARENT_VALID_FROM, context->from);
  ts_row_set_text (after, TS_ORGANISATION_PARENT_VALID_TO, context->to);

  if (ts_row_equal (before, after))
    {
      ts_edit_set_unchanged (error);
      return NULL;
    }

  if (!check_parent (context, context->edit->other_id, context->from, context->to, ts_row_get_id (before), error))
    return NULL;

  label = g_strdup_printf (_("Correct when %s is part of %s"), context->name, get_name (context, context->edit->other_id));
  change = ts_change_new (label);
  ts_change_update (change, before, after);

  return change;
}

TsChange *
ts_edit_remove_parent (const TsEditContext  *context,
                       GError              **error)
{
  TsRow *before = ts_edit_find_row (context->life->parents, context->edit->row_id, error);
  g_autofree char *label = NULL;
  TsChange *change;

  if (before == NULL)
    return NULL;

  label = g_strdup_printf (_("%s was never part of %s"), context->name,
                           get_name (context, ts_row_get_text (before, TS_ORGANISATION_PARENT_PARENT)));
  change = ts_change_new (label);
  ts_change_delete (change, before);

  return change;
}

/* Succession */

static TsRow *
find_succession (const TsEditContext *context)
{
  GPtrArray *successors = context->life->successors;

  for (guint i = 0; i < successors->len; i++)
    {
      TsRow *row = g_ptr_array_index (successors, i);

      if (g_strcmp0 (ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR), context->edit->other_id) == 0)
        return row;
    }

  return NULL;
}

static gboolean
is_followed_by (const TsOrganisationIndex *index,
                const char                *start,
                const char                *goal)
{
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, (gpointer) start);

  while (open->len > 0)
    {
      const char *id = g_ptr_array_steal_index_fast (open, open->len - 1);
      const TsOrganisationLife *life = ts_organisation_index_find (index, id);

      if (g_str_equal (id, goal))
        return TRUE;

      if (life == NULL || !g_hash_table_add (met, (gpointer) id))
        continue;

      for (guint i = 0; i < life->successors->len; i++)
        g_ptr_array_add (open, (gpointer) ts_row_get_text (g_ptr_array_index (life->successors, i), TS_ORGANISATION_SUCCESSOR_SUCCESSOR));
    }

  return FALSE;
}

TsChange *
ts_edit_add_successor (const TsEditContext  *context,
                       GError              **error)
{
  const char *other = context->edit->other_id;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TsRow) row = NULL;
  TsChange *change;

  if (ts_organisation_index_find (context->index, other) == NULL)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("The successor is not in the workbook any more."));
      return NULL;
    }

  if (g_str_equal (other, context->edit->organisation_id))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("%s cannot follow itself."), context->name);
      return NULL;
    }

  if (find_succession (context) != NULL)
    {
      ts_edit_set_unchanged (error);
      return NULL;
    }

  if (is_followed_by (context->index, other, context->edit->organisation_id))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("%s cannot follow %s: it came before it, perhaps through others."), get_name (context, other), context->name);
      return NULL;
    }

  id = ts_identifier_derive ("organisation_successor", context->edit->organisation_id, other, NULL);
  row = ts_row_new (TS_ENTITY_ORGANISATION_SUCCESSOR, id);
  ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_ORGANISATION, context->edit->organisation_id);
  ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, other);
  label = g_strdup_printf (_("%s is followed by %s"), context->name, get_name (context, other));
  change = ts_change_new (label);
  ts_change_create (change, row);

  return change;
}

TsChange *
ts_edit_remove_successor (const TsEditContext  *context,
                          GError              **error)
{
  TsRow *row = find_succession (context);
  g_autofree char *label = NULL;
  TsChange *change;

  if (row == NULL)
    {
      ts_edit_set_unchanged (error);
      return NULL;
    }

  label = g_strdup_printf (_("%s is not followed by %s"), context->name, get_name (context, context->edit->other_id));
  change = ts_change_new (label);
  ts_change_delete (change, row);

  return change;
}
