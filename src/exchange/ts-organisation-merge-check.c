/* ts-organisation-merge-check.c — whether organisations can become what a file says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisation-merge-private.h"

#include "core/ts-parent-circle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void G_GNUC_PRINTF (4, 5)
  refuse (TsOrganisationMerge *merge,
          const TsOrganisationMergeItem *item,
          const char *member,
          const char *format,
          ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  ts_organisation_draft_refuse (item->draft, merge->import->problems, member, reason);
}

/* What a file without days may say of names and parents */

typedef enum
{
  SPAN_AGREES,
  SPAN_CORRECTS,
  SPAN_UNKNOWN, /* one that dated ones do not contain */
} SpanVerdict;

static const char *
get_text (TsOrganisationMerge *merge,
          const TsRow         *row)
{
  const char *value = ts_row_get_text (row, TS_SPAN_VALUE);

  return ts_row_get_entity (row) == TS_ENTITY_ORGANISATION_PARENT ? ts_organisation_set_get_code (merge->organisations, value) : value;
}

static SpanVerdict
judge (TsOrganisationMerge *merge,
       GPtrArray           *rows,
       const TsRow         *latest,
       const char          *text)
{
  gboolean ended = latest != NULL && ts_row_has (latest, TS_SPAN_TO);

  if (latest == NULL || (ended && *text == '\0'))
    return SPAN_AGREES;

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (get_text (merge, g_ptr_array_index (rows, i)), text) == 0)
        return SPAN_AGREES;
    }

  return rows->len == 1 && !ended ? SPAN_CORRECTS : SPAN_UNKNOWN;
}

gboolean
ts_organisation_merge_agrees (TsOrganisationMerge *merge,
                              GPtrArray           *rows,
                              const TsRow         *latest,
                              const char          *text)
{
  return judge (merge, rows, latest, text) == SPAN_AGREES;
}

/* Checks */

static gboolean
is_known (TsOrganisationMerge *merge,
          const char          *code)
{
  return g_hash_table_contains (merge->by_code, code) || ts_organisation_set_find (merge->organisations, code) != NULL;
}

static void
check_reference (TsOrganisationMerge           *merge,
                 const TsOrganisationMergeItem *item,
                 const char                    *member,
                 const char                    *code)
{
  if (!is_known (merge, code))
    refuse (merge, item, member, _("no organisation has the code “%s”, neither in the file nor in the workbook"), code);
}

static void
check_new (TsOrganisationMerge           *merge,
           const TsOrganisationMergeItem *item)
{
  if (item->draft->kind == NULL)
    refuse (merge, item, "kind", _("it is missing, and “%s” is new"), item->draft->code);

  if (item->draft->name == NULL && item->draft->names == NULL)
    refuse (merge, item, "name", _("it is missing, and “%s” is new"), item->draft->code);
}

static void
check_without_days (TsOrganisationMerge           *merge,
                    const TsOrganisationMergeItem *item)
{
  const TsOrganisationDraft *draft = item->draft;
  const TsOrganisationEntry *known = item->known;

  if (draft->name != NULL && draft->names == NULL && judge (merge, known->names, known->name, draft->name) == SPAN_UNKNOWN)
    refuse (merge, item, "name",
            _("the workbook knows “%s” by names with days, and “%s” is none of them; rename it in the workbook, or import JSON that says from "
              "which day the name holds"),
            draft->code, draft->name);

  if (draft->parent != NULL && draft->parents == NULL && judge (merge, known->parents, known->parent, draft->parent) == SPAN_UNKNOWN)
    refuse (merge, item, "parent",
            *draft->parent == '\0'
              ? _("the workbook knows with days what “%s%s” belonged to; end it in the workbook, or import JSON that says until which day it held")
              : _("the workbook knows with days what “%s” belonged to, and “%s” is none of that; move it in the workbook, or import JSON that "
                  "says from which day it belongs there"),
            draft->code, draft->parent);
}

static void
check_days (TsOrganisationMerge           *merge,
            const TsOrganisationMergeItem *item)
{
  const char *opened = item->draft->opened;
  const char *closed = item->draft->closed;

  if (opened == NULL && item->known != NULL)
    opened = ts_row_get_text (item->known->organisation, TS_ORGANISATION_OPENED);

  if (closed == NULL && item->known != NULL)
    closed = ts_row_get_text (item->known->organisation, TS_ORGANISATION_CLOSED);

  if (ts_organisation_merge_none_if_empty (opened) != NULL && ts_organisation_merge_none_if_empty (closed) != NULL && strcmp (opened, closed) > 0)
    refuse (merge, item, item->draft->closed != NULL ? "closed" : "opened",
            _("%s is before %s, the day on which it opened"), closed, opened);
}

static void
check_item (TsOrganisationMerge           *merge,
            const TsOrganisationMergeItem *item)
{
  const TsOrganisationDraft *draft = item->draft;

  check_days (merge, item);

  if (item->known == NULL)
    check_new (merge, item);
  else
    check_without_days (merge, item);

  if (draft->parents == NULL && ts_organisation_merge_none_if_empty (draft->parent) != NULL)
    check_reference (merge, item, "parent", draft->parent);

  for (guint i = 0; draft->parents != NULL && i < draft->parents->len; i++)
    {
      const TsOrganisationSpan *span = g_ptr_array_index (draft->parents, i);
      g_autofree char *member = g_strdup_printf ("parents[%u].parent", i);

      check_reference (merge, item, member, span->text);
    }

  for (guint i = 0; draft->successors != NULL && draft->successors[i] != NULL; i++)
    check_reference (merge, item, "successors", draft->successors[i]);
}

void
ts_organisation_merge_check (TsOrganisationMerge *merge)
{
  for (guint i = 0; i < merge->items->len; i++)
    check_item (merge, &g_array_index (merge->items, TsOrganisationMergeItem, i));
}

/* The links as they will be: those of the workbook less what the change takes away or corrects, and what it puts there. */
void
ts_organisation_merge_check_circles (TsOrganisationMerge *merge)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GHashTable) circle = NULL;

  for (guint i = 0; i < ts_change_get_n_rows (merge->change); i++)
    {
      const TsChangeRow *pair = ts_change_get_row (merge->change, i);
      TsRow *row = pair->after != NULL ? pair->after : pair->before;

      if (ts_row_get_entity (row) != TS_ENTITY_ORGANISATION_PARENT)
        continue;

      if (pair->before != NULL)
        g_hash_table_add (gone, (char *) ts_row_get_id (pair->before));

      if (pair->after != NULL)
        g_ptr_array_add (links, pair->after);
    }

  /* What changes no link makes no circle. */
  if (links->len == 0)
    return;

  for (guint i = 0; i < ts_organisation_set_get_n (merge->organisations); i++)
    {
      GPtrArray *parents = ts_organisation_set_get (merge->organisations, i)->parents;

      for (guint j = 0; j < parents->len; j++)
        {
          if (!g_hash_table_contains (gone, ts_row_get_id (g_ptr_array_index (parents, j))))
            g_ptr_array_add (links, g_ptr_array_index (parents, j));
        }
    }

  circle = ts_parent_circle_find (links);

  for (guint i = 0; g_hash_table_size (circle) > 0 && i < merge->items->len; i++)
    {
      const TsOrganisationMergeItem *item = &g_array_index (merge->items, TsOrganisationMergeItem, i);

      if (g_hash_table_contains (circle, ts_row_get_id (item->row)))
        {
          refuse (merge, item, item->draft->parents != NULL ? "parents" : "parent",
                  _("“%s” would be above itself: its chain of parents comes back to it"), item->draft->code);
          return;
        }
    }
}
