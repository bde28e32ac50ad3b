/* ts-organisation-merge.c — the change that brings organisations to what a file says
 *
 * An organisation that the file does not mention stays, and so does what the file does not say of one that it mentions. Codes of parents and
 * successors may stand anywhere in the file or in the workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisation-merge.h"

#include "core/ts-begin.h"
#include "core/ts-identifier.h"
#include "core/ts-parent-circle.h"
#include "exchange/ts-organisation-draft.h"
#include "exchange/ts-organisation-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names and parents are merged by the same functions. */
G_STATIC_ASSERT ((int) TS_ORGANISATION_NAME_NAME == (int) TS_ORGANISATION_PARENT_PARENT);
G_STATIC_ASSERT ((int) TS_ORGANISATION_NAME_VALID_FROM == (int) TS_ORGANISATION_PARENT_VALID_FROM);
G_STATIC_ASSERT ((int) TS_ORGANISATION_NAME_VALID_TO == (int) TS_ORGANISATION_PARENT_VALID_TO);

enum
{
  SPAN_ORGANISATION = TS_ORGANISATION_NAME_ORGANISATION,
  SPAN_VALUE = TS_ORGANISATION_NAME_NAME,
  SPAN_FROM = TS_ORGANISATION_NAME_VALID_FROM,
  SPAN_TO = TS_ORGANISATION_NAME_VALID_TO,
};

/* A draft with what the workbook knows of it. */
typedef struct
{
  const TsOrganisationDraft *draft;
  const TsOrganisationEntry *known; /* NULL for a new organisation */
  TsRow *row;                       /* as it will be */
} Item;

typedef struct
{
  TsImport *import;
  TsOrganisationSet *organisations;
  GArray *items;
  GHashTable *by_code; /* code → Item */
  TsChange *change;
} Merge;

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->row, ts_row_unref);
}

static void G_GNUC_PRINTF (4, 5)
  refuse (Merge *merge,
          const Item *item,
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

static const char *
none_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* What a file without days may say of names and parents */

typedef enum
{
  SPAN_AGREES,
  SPAN_CORRECTS,
  SPAN_UNKNOWN, /* one that dated ones do not contain */
} SpanVerdict;

static const char *
get_text (Merge       *merge,
          const TsRow *row)
{
  const char *value = ts_row_get_text (row, SPAN_VALUE);

  return ts_row_get_entity (row) == TS_ENTITY_ORGANISATION_PARENT ? ts_organisation_set_get_code (merge->organisations, value) : value;
}

static SpanVerdict
judge (Merge       *merge,
       GPtrArray   *rows,
       const TsRow *latest,
       const char  *text)
{
  gboolean ended = latest != NULL && ts_row_has (latest, SPAN_TO);

  if (latest == NULL || (ended && *text == '\0'))
    return SPAN_AGREES;

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (get_text (merge, g_ptr_array_index (rows, i)), text) == 0)
        return SPAN_AGREES;
    }

  return rows->len == 1 && !ended ? SPAN_CORRECTS : SPAN_UNKNOWN;
}

/* Checks */

static gboolean
is_known (Merge      *merge,
          const char *code)
{
  return g_hash_table_contains (merge->by_code, code) || ts_organisation_set_find (merge->organisations, code) != NULL;
}

static void
check_reference (Merge      *merge,
                 const Item *item,
                 const char *member,
                 const char *code)
{
  if (!is_known (merge, code))
    refuse (merge, item, member, _("no organisation has the code “%s”, neither in the file nor in the workbook"), code);
}

static void
check_new (Merge      *merge,
           const Item *item)
{
  if (item->draft->kind == NULL)
    refuse (merge, item, "kind", _("it is missing, and “%s” is new"), item->draft->code);

  if (item->draft->name == NULL && item->draft->names == NULL)
    refuse (merge, item, "name", _("it is missing, and “%s” is new"), item->draft->code);
}

static void
check_without_days (Merge      *merge,
                    const Item *item)
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
check_days (Merge      *merge,
            const Item *item)
{
  const char *opened = item->draft->opened;
  const char *closed = item->draft->closed;

  if (opened == NULL && item->known != NULL)
    opened = ts_row_get_text (item->known->organisation, TS_ORGANISATION_OPENED);

  if (closed == NULL && item->known != NULL)
    closed = ts_row_get_text (item->known->organisation, TS_ORGANISATION_CLOSED);

  if (none_if_empty (opened) != NULL && none_if_empty (closed) != NULL && strcmp (opened, closed) > 0)
    refuse (merge, item, item->draft->closed != NULL ? "closed" : "opened",
            _("%s is before %s, the day on which it opened"), closed, opened);
}

static void
check_item (Merge      *merge,
            const Item *item)
{
  const TsOrganisationDraft *draft = item->draft;

  check_days (merge, item);

  if (item->known == NULL)
    check_new (merge, item);
  else
    check_without_days (merge, item);

  if (draft->parents == NULL && none_if_empty (draft->parent) != NULL)
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

/* Which rows become what */

/* A new organisation's id follows from its code, so that the same list imported on two machines gives the same rows, unless a row that
 * had the code once has that id still. */
static char *
choose_id (Merge      *merge,
           const char *code)
{
  g_autofree char *id = ts_identifier_derive ("organisation", code, NULL);

  if (ts_organisation_set_find_by_id (merge->organisations, id) != NULL)
    return g_uuid_string_random ();

  return g_steal_pointer (&id);
}

static void
change_organisation (Merge *merge,
                     Item  *item)
{
  const TsOrganisationDraft *draft = item->draft;
  g_autofree char *id = NULL;

  if (item->known != NULL)
    {
      item->row = ts_row_copy (item->known->organisation);
    }
  else
    {
      id = choose_id (merge, draft->code);
      item->row = ts_organisation_new (id, draft->code, draft->kind, NULL);
    }

  if (draft->kind != NULL)
    ts_row_set_text (item->row, TS_ORGANISATION_KIND, draft->kind);

  if (draft->opened != NULL)
    ts_row_set_text (item->row, TS_ORGANISATION_OPENED, none_if_empty (draft->opened));

  if (draft->closed != NULL)
    ts_row_set_text (item->row, TS_ORGANISATION_CLOSED, none_if_empty (draft->closed));

  if (item->known == NULL)
    ts_change_create (merge->change, item->row);
  else if (!ts_row_equal (item->known->organisation, item->row))
    ts_change_update (merge->change, item->known->organisation, item->row);
}

static const char *
get_id (Merge      *merge,
        const char *code)
{
  const Item *item = g_hash_table_lookup (merge->by_code, code);

  if (item != NULL)
    return ts_row_get_id (item->row);

  return ts_row_get_id (ts_organisation_set_find (merge->organisations, code)->organisation);
}

/* Follows from what the row says, as long as nothing else of this organisation has that id. */
static char *
choose_span_id (TsEntity    entity,
                const Item *item,
                const char *value,
                const char *from,
                GHashTable *ids)
{
  const char *organisation = ts_row_get_id (item->row);
  char *id = ts_identifier_derive (ts_entity_get_name (entity), organisation, value, from != NULL ? from : "", NULL);

  for (guint n = 2; g_hash_table_contains (ids, id); n++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      g_free (id);
      id = ts_identifier_derive (ts_entity_get_name (entity), organisation, value, from != NULL ? from : "", number, NULL);
    }

  return id;
}

/* The rows become exactly the spans. What stays as it is is left alone; what begins on the same day is the same one, corrected. */
static void
change_spans (Merge      *merge,
              const Item *item,
              TsEntity    entity,
              GPtrArray  *rows,
              GPtrArray  *spans)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree TsRow **wanted = g_new0 (TsRow *, spans->len + 1);
  g_autofree gboolean *met = g_new0 (gboolean, spans->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, g_strdup (ts_row_get_id (g_ptr_array_index (rows, i))));

  for (guint i = 0; i < spans->len; i++)
    {
      const TsOrganisationSpan *span = g_ptr_array_index (spans, i);

      wanted[i] = ts_row_new (entity, ts_row_get_id (item->row));
      ts_row_set_text (wanted[i], SPAN_ORGANISATION, ts_row_get_id (item->row));
      ts_row_set_text (wanted[i], SPAN_VALUE, entity == TS_ENTITY_ORGANISATION_PARENT ? get_id (merge, span->text) : span->text);
      ts_row_set_text (wanted[i], SPAN_FROM, span->from);
      ts_row_set_text (wanted[i], SPAN_TO, span->to);
    }

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < spans->len; i++)
        {
          for (guint j = 0; !met[i] && j < rows->len; j++)
            {
              TsRow *before = g_ptr_array_index (rows, j);
              gboolean same = g_strcmp0 (ts_row_get_text (before, SPAN_VALUE), ts_row_get_text (wanted[i], SPAN_VALUE)) == 0 &&
                              g_strcmp0 (ts_row_get_text (before, SPAN_TO), ts_row_get_text (wanted[i], SPAN_TO)) == 0;
              g_autoptr (TsRow) after = NULL;

              if (kept[j] || (round == 0 && !same) ||
                  g_strcmp0 (ts_row_get_text (before, SPAN_FROM), ts_row_get_text (wanted[i], SPAN_FROM)) != 0)
                continue;

              met[i] = TRUE;
              kept[j] = TRUE;

              if (same)
                continue;

              after = ts_row_copy (before);
              ts_row_set_text (after, SPAN_VALUE, ts_row_get_text (wanted[i], SPAN_VALUE));
              ts_row_set_text (after, SPAN_TO, ts_row_get_text (wanted[i], SPAN_TO));
              ts_change_update (merge->change, before, after);
            }
        }
    }

  for (guint j = 0; j < rows->len; j++)
    {
      if (!kept[j])
        ts_change_delete (merge->change, g_ptr_array_index (rows, j));
    }

  for (guint i = 0; i < spans->len; i++)
    {
      if (!met[i])
        {
          const char *from = ts_row_get_text (wanted[i], SPAN_FROM);
          char *id = choose_span_id (entity, item, ts_row_get_text (wanted[i], SPAN_VALUE), from, ids);
          g_autoptr (TsRow) row = ts_row_new (entity, id);

          for (guint field = SPAN_ORGANISATION; field <= SPAN_TO; field++)
            ts_row_set_text (row, field, ts_row_get_text (wanted[i], field));

          g_hash_table_add (ids, id);
          ts_change_create (merge->change, row);
        }

      ts_row_unref (wanted[i]);
    }
}

/* A name or a parent without days. */
static void
change_latest (Merge      *merge,
               const Item *item,
               TsEntity    entity,
               GPtrArray  *rows,
               TsRow      *latest,
               const char *text)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_organisation_span_free);
  const char *from = latest != NULL ? ts_row_get_text (latest, SPAN_FROM) : ts_row_get_text (item->row, TS_ORGANISATION_OPENED);

  if (latest != NULL && judge (merge, rows, latest, text) == SPAN_AGREES)
    return;

  if (*text != '\0')
    g_ptr_array_add (spans, ts_organisation_span_new (text, from, NULL));

  change_spans (merge, item, entity, rows, spans);
}

static void
change_names (Merge      *merge,
              const Item *item,
              GPtrArray  *none)
{
  const TsOrganisationDraft *draft = item->draft;
  GPtrArray *rows = item->known != NULL ? item->known->names : none;

  if (draft->names != NULL)
    change_spans (merge, item, TS_ENTITY_ORGANISATION_NAME, rows, draft->names);
  else if (draft->name != NULL)
    change_latest (merge, item, TS_ENTITY_ORGANISATION_NAME, rows, item->known != NULL ? item->known->name : NULL, draft->name);
}

static void
change_parents (Merge      *merge,
                const Item *item,
                GPtrArray  *none)
{
  const TsOrganisationDraft *draft = item->draft;
  GPtrArray *rows = item->known != NULL ? item->known->parents : none;

  if (draft->parents != NULL)
    change_spans (merge, item, TS_ENTITY_ORGANISATION_PARENT, rows, draft->parents);
  else if (draft->parent != NULL)
    change_latest (merge, item, TS_ENTITY_ORGANISATION_PARENT, rows, item->known != NULL ? item->known->parent : NULL, draft->parent);
}

static void
change_successors (Merge      *merge,
                   const Item *item,
                   GPtrArray  *none)
{
  const char *organisation = ts_row_get_id (item->row);
  GPtrArray *rows = item->known != NULL ? item->known->successors : none;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  if (item->draft->successors == NULL)
    return;

  for (guint i = 0; item->draft->successors[i] != NULL; i++)
    g_hash_table_add (wanted, (char *) get_id (merge, item->draft->successors[i]));

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);

      if (!g_hash_table_remove (wanted, ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR)))
        ts_change_delete (merge->change, row);
    }

  /* What is left in the table is new; in the order of the file, so that the same file gives the same change. */
  for (guint i = 0; item->draft->successors[i] != NULL; i++)
    {
      const char *successor = get_id (merge, item->draft->successors[i]);
      g_autofree char *id = NULL;
      g_autoptr (TsRow) row = NULL;

      if (!g_hash_table_contains (wanted, successor))
        continue;

      id = ts_identifier_derive ("organisation_successor", organisation, successor, NULL);
      row = ts_row_new (TS_ENTITY_ORGANISATION_SUCCESSOR, id);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_ORGANISATION, organisation);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, successor);
      ts_change_create (merge->change, row);
    }
}

static void
change_populations (Merge      *merge,
                    const Item *item,
                    GPtrArray  *none)
{
  const char *organisation = ts_row_get_id (item->row);
  GPtrArray *rows = item->known != NULL ? item->known->populations : none;
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GArray *populations = item->draft->populations;

  if (populations == NULL)
    return;

  for (guint i = 0; i < populations->len; i++)
    {
      const TsOrganisationHeadcount *headcount = &g_array_index (populations, TsOrganisationHeadcount, i);
      g_autofree char *year = g_strdup_printf ("%d", headcount->year);
      g_autofree char *id = ts_identifier_derive ("organisation_population", organisation, year, NULL);
      TsRow *before = NULL;
      g_autoptr (TsRow) after = NULL;

      for (guint j = 0; before == NULL && j < rows->len; j++)
        {
          if (ts_row_get_integer (g_ptr_array_index (rows, j), TS_ORGANISATION_POPULATION_YEAR) == headcount->year)
            before = g_ptr_array_index (rows, j);
        }

      after = before != NULL ? ts_row_copy (before) : ts_row_new (TS_ENTITY_ORGANISATION_POPULATION, id);
      ts_row_set_text (after, TS_ORGANISATION_POPULATION_ORGANISATION, organisation);
      ts_row_set_integer (after, TS_ORGANISATION_POPULATION_YEAR, headcount->year);
      ts_row_set_integer (after, TS_ORGANISATION_POPULATION_POPULATION, headcount->number);

      if (before == NULL)
        ts_change_create (merge->change, after);
      else if (!ts_row_equal (before, after))
        ts_change_update (merge->change, before, after);

      if (before != NULL)
        g_hash_table_add (kept, before);
    }

  for (guint j = 0; j < rows->len; j++)
    {
      if (!g_hash_table_contains (kept, g_ptr_array_index (rows, j)))
        ts_change_delete (merge->change, g_ptr_array_index (rows, j));
    }
}

static guint
count_differing (Merge *merge)
{
  g_autoptr (GHashTable) differing = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ts_change_get_n_rows (merge->change); i++)
    {
      const TsChangeRow *pair = ts_change_get_row (merge->change, i);
      const TsRow *row = pair->after != NULL ? pair->after : pair->before;

      /* In each of the other entities the first field says whose row it is. */
      if (ts_row_get_entity (row) == TS_ENTITY_ORGANISATION)
        g_hash_table_add (differing, (char *) ts_row_get_id (row));
      else
        g_hash_table_add (differing, (char *) ts_row_get_text (row, 0));
    }

  return g_hash_table_size (differing);
}

static void
build_change (Merge *merge)
{
  static void (*const parts[]) (Merge *, const Item *, GPtrArray *) = {
    change_names,
    change_parents,
    change_successors,
    change_populations,
  };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  guint n_differing;

  /* Every row of an organisation before any that refers to one. */
  for (guint i = 0; i < merge->items->len; i++)
    {
      Item *item = &g_array_index (merge->items, Item, i);

      change_organisation (merge, item);
      merge->import->n_created += item->known == NULL;
    }

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      for (guint i = 0; i < merge->items->len; i++)
        parts[part](merge, &g_array_index (merge->items, Item, i), none);
    }

  n_differing = count_differing (merge);
  merge->import->n_updated = n_differing - merge->import->n_created;
  merge->import->n_unchanged = merge->items->len - n_differing;
}

/* The links as they will be: those of the workbook less what the change takes away or corrects, and what it puts there. */
static void
check_circles (Merge *merge)
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
      const Item *item = &g_array_index (merge->items, Item, i);

      if (g_hash_table_contains (circle, ts_row_get_id (item->row)))
        {
          refuse (merge, item, item->draft->parents != NULL ? "parents" : "parent",
                  _("“%s” would be above itself: its chain of parents comes back to it"), item->draft->code);
          return;
        }
    }
}

/* The label counts what differs, which is known only when the change is made: so the rows move into one that has it. */
static TsChange *
label_change (Merge *merge)
{
  guint n_differing = merge->import->n_created + merge->import->n_updated;
  g_autofree char *label = NULL;
  TsChange *change;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Import %u organisation from %s",
                                        "Import %u organisations from %s", n_differing),
                           n_differing, merge->import->file);
  change = ts_change_new (label);

  for (guint i = 0; i < ts_change_get_n_rows (merge->change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (merge->change, i);

      if (row->before == NULL)
        ts_change_create (change, row->after);
      else if (row->after == NULL)
        ts_change_delete (change, row->before);
      else
        ts_change_update (change, row->before, row->after);
    }

  return change;
}

/**
 * ts_organisation_merge:
 * @workbook: where they shall go
 * @import: the file, and what is told of it; there may be problems already
 * @drafts: (element-type TsOrganisationDraft): what the file says
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_organisation_merge (TsWorkbook  *workbook,
                       TsImport    *import,
                       GPtrArray   *drafts,
                       GError     **error)
{
  g_autoptr (TsOrganisationSet) organisations = ts_organisation_set_read (workbook, error);
  g_autoptr (GArray) items = g_array_sized_new (FALSE, TRUE, sizeof (Item), drafts->len);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TsChange) change = ts_change_new ("");
  Merge merge = { .import = import, .organisations = organisations, .items = items, .by_code = by_code, .change = change };

  if (organisations == NULL)
    return NULL;

  g_array_set_clear_func (items, item_clear);

  for (guint i = 0; i < drafts->len; i++)
    {
      Item item = { .draft = g_ptr_array_index (drafts, i) };

      item.known = ts_organisation_set_find (organisations, item.draft->code);
      g_array_append_val (items, item);
    }

  /* Only now do the items stay where they are. */
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      g_hash_table_insert (by_code, item->draft->code, item);
    }

  for (guint i = 0; i < items->len; i++)
    check_item (&merge, &g_array_index (items, Item, i));

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  build_change (&merge);
  check_circles (&merge);

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  if (ts_change_get_n_rows (change) == 0)
    {
      ts_import_set_unchanged (import, error);
      return NULL;
    }

  return label_change (&merge);
}
