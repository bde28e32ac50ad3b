/* ts-organisation-draft.c — what a file says of one organisation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisation-draft.h"

#include "core/ts-begin.h"
#include "core/ts-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

TsOrganisationDraft *
ts_organisation_draft_new (void)
{
  return g_new0 (TsOrganisationDraft, 1);
}

void
ts_organisation_draft_free (TsOrganisationDraft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->code);
  g_free (self->kind);
  g_free (self->opened);
  g_free (self->closed);
  g_free (self->name);
  g_free (self->parent);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->parents, g_ptr_array_unref);
  g_strfreev (self->successors);
  g_clear_pointer (&self->populations, g_array_unref);
  g_free (self);
}

TsOrganisationSpan *
ts_organisation_span_new (const char *text,
                          const char *from,
                          const char *to)
{
  TsOrganisationSpan *self = g_new0 (TsOrganisationSpan, 1);

  self->text = g_strdup (text);
  self->from = g_strdup (from);
  self->to = g_strdup (to);

  return self;
}

void
ts_organisation_span_free (TsOrganisationSpan *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/**
 * ts_organisation_span_compare:
 * @text: a name or a parent's code
 * @from: (nullable): its first day
 * @to: (nullable): its last day
 * @other_text: another
 * @other_from: (nullable): its first day
 * @other_to: (nullable): its last day
 *
 * The order of what held one after the other. No first day is before every day, no last day after every day. Row ids have no part in it, so that
 * what was exported is in the same order again when it has been imported somewhere else.
 *
 * Returns: less than, equal to or more than 0
 */
int
ts_organisation_span_compare (const char *text,
                              const char *from,
                              const char *to,
                              const char *other_text,
                              const char *other_from,
                              const char *other_to)
{
  int order = g_strcmp0 (from, other_from);

  if (order == 0 && (to == NULL) != (other_to == NULL))
    return to == NULL ? 1 : -1;

  if (order == 0)
    order = g_strcmp0 (to, other_to);

  return order != 0 ? order : g_strcmp0 (text, other_text);
}

/**
 * ts_organisation_span_get_latest:
 * @spans: (element-type TsOrganisationSpan): names or parents
 *
 * Returns: (transfer none) (nullable): the last of them, or %NULL where there are none
 */
const TsOrganisationSpan *
ts_organisation_span_get_latest (GPtrArray *spans)
{
  const TsOrganisationSpan *latest = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const TsOrganisationSpan *span = g_ptr_array_index (spans, i);

      if (latest == NULL ||
          ts_organisation_span_compare (span->text, span->from, span->to, latest->text, latest->from, latest->to) > 0)
        latest = span;
    }

  return latest;
}

/**
 * ts_organisation_check_code:
 * @code: a code, from anywhere
 *
 * Returns: (transfer full) (nullable): what is wrong with it, or %NULL
 */
char *
ts_organisation_check_code (const char *code)
{
  if (ts_organisation_code_is_valid (code))
    return NULL;

  if (*code == '\0')
    return g_strdup (_("it is empty; every organisation needs one"));

  return g_strdup_printf (_("“%.60s” is not a code; a code has 1 to 32 letters, digits, “-”, “_” or “.”"), code);
}

/**
 * ts_organisation_check_day:
 * @day: a day, from anywhere
 *
 * Returns: (transfer full) (nullable): what is wrong with it, or %NULL
 */
char *
ts_organisation_check_day (const char *day)
{
  if (*day == '\0' || ts_date_is_valid (day))
    return NULL;

  return g_strdup_printf (_("“%.60s” is not a day; write it as year, month and day, for example 2009-03-31"), day);
}

char **
ts_organisation_split_successors (const char *text)
{
  char **codes = g_strsplit (text, ";", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    g_strstrip (codes[i]);

  return codes;
}

/**
 * ts_organisation_check_successors:
 * @successors: (array zero-terminated=1): codes, from anywhere
 * @code: whose successors they are
 *
 * Returns: (transfer full) (nullable): what is wrong with them, or %NULL
 */
char *
ts_organisation_check_successors (char       **successors,
                                  const char  *code)
{
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; successors[i] != NULL; i++)
    {
      char *reason;

      if (*successors[i] == '\0')
        return g_strdup (_("a code is missing before or after a “;”"));

      reason = ts_organisation_check_code (successors[i]);

      if (reason != NULL)
        return reason;

      if (g_str_equal (successors[i], code))
        return g_strdup_printf (_("“%s” cannot succeed itself"), code);

      if (!g_hash_table_add (met, successors[i]))
        return g_strdup_printf (_("“%s” is there twice"), successors[i]);
    }

  return NULL;
}

/**
 * ts_organisation_draft_refuse:
 * @self: a draft
 * @problems: where to put it
 * @member: what of it is wrong: a column, or a path from the draft on
 * @reason: what is wrong with it
 *
 * Adds a problem that says where it is.
 */
void
ts_organisation_draft_refuse (const TsOrganisationDraft *self,
                              TsProblemList             *problems,
                              const char                *member,
                              const char                *reason)
{
  g_return_if_fail (self != NULL && problems != NULL);

  if (self->line > 0)
    ts_problem_list_add (problems, self->line, "%s: %s", member, reason);
  else
    ts_problem_list_add (problems, 0, "$[%u].%s: %s", self->position, member, reason);
}
