/* ts-organisation-index.c — organisations with all that is known of their lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-organisation-index.h"

#include "core/ts-organisation-name.h"

#include <string.h>

struct _TsOrganisationIndex
{
  gatomicrefcount n_references;
  GPtrArray *lives;    /* TsOrganisationLife, by code */
  GHashTable *by_id;   /* borrowed from the lives */
  GHashTable *by_code; /* borrowed from the lives */
};

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

static void
life_free (gpointer data)
{
  TsOrganisationLife *life = data;

  ts_row_unref (life->organisation);
  g_ptr_array_unref (life->names);
  g_ptr_array_unref (life->parents);
  g_ptr_array_unref (life->children);
  g_ptr_array_unref (life->successors);
  g_ptr_array_unref (life->predecessors);
  g_ptr_array_unref (life->populations);
  g_ptr_array_unref (life->assessments);
  g_free (life);
}

static void
add_organisation (TsOrganisationIndex *self,
                  TsRow               *row)
{
  TsOrganisationLife *life;

  if (g_hash_table_contains (self->by_id, ts_row_get_id (row)))
    return;

  life = g_new0 (TsOrganisationLife, 1);
  life->organisation = ts_row_ref (row);
  life->names = rows_new ();
  life->parents = rows_new ();
  life->children = rows_new ();
  life->successors = rows_new ();
  life->predecessors = rows_new ();
  life->populations = rows_new ();
  life->assessments = rows_new ();
  g_ptr_array_add (self->lives, life);
  g_hash_table_insert (self->by_id, (gpointer) ts_row_get_id (row), life);
  g_hash_table_insert (self->by_code, (gpointer) ts_row_get_text (row, TS_ORGANISATION_CODE), life);
}

static TsOrganisationLife *
find_owner (TsOrganisationIndex *self,
            const TsRow         *row,
            guint                field)
{
  const char *id = ts_row_get_text (row, field);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/* What speaks of an organisation that there is not is passed over: a damaged workbook can still be looked at. */
static void
add_link (TsOrganisationIndex *self,
          TsRow               *row,
          guint                first_field,
          guint                second_field)
{
  TsOrganisationLife *first = find_owner (self, row, first_field);
  TsOrganisationLife *second = find_owner (self, row, second_field);

  if (first == NULL || second == NULL)
    return;

  if (ts_row_get_entity (row) == TS_ENTITY_ORGANISATION_PARENT)
    {
      g_ptr_array_add (first->parents, ts_row_ref (row));
      g_ptr_array_add (second->children, ts_row_ref (row));
    }
  else
    {
      g_ptr_array_add (first->successors, ts_row_ref (row));
      g_ptr_array_add (second->predecessors, ts_row_ref (row));
    }
}

static void
add_belonging (TsOrganisationIndex *self,
               TsRow               *row)
{
  TsOrganisationLife *life;

  switch (ts_row_get_entity (row))
    {
    case TS_ENTITY_ORGANISATION_NAME:
      life = find_owner (self, row, TS_ORGANISATION_NAME_ORGANISATION);

      if (life != NULL)
        g_ptr_array_add (life->names, ts_row_ref (row));

      break;

    case TS_ENTITY_ORGANISATION_PARENT:
      add_link (self, row, TS_ORGANISATION_PARENT_ORGANISATION, TS_ORGANISATION_PARENT_PARENT);
      break;

    case TS_ENTITY_ORGANISATION_SUCCESSOR:
      add_link (self, row, TS_ORGANISATION_SUCCESSOR_ORGANISATION, TS_ORGANISATION_SUCCESSOR_SUCCESSOR);
      break;

    case TS_ENTITY_ORGANISATION_POPULATION:
      life = find_owner (self, row, TS_ORGANISATION_POPULATION_ORGANISATION);

      if (life != NULL)
        g_ptr_array_add (life->populations, ts_row_ref (row));

      break;

    case TS_ENTITY_ASSESSMENT:
      life = find_owner (self, row, TS_ASSESSMENT_ORGANISATION);

      if (life != NULL)
        g_ptr_array_add (life->assessments, ts_row_ref (row));

      break;

    case TS_ENTITY_EVIDENCE:
      life = find_owner (self, row, TS_EVIDENCE_ORGANISATION);

      if (life != NULL)
        life->n_evidence++;

      break;

    case TS_ENTITY_OUTCOME:
      life = find_owner (self, row, TS_OUTCOME_ORGANISATION);

      if (life != NULL)
        life->n_outcomes++;

      break;

    default:
      break;
    }
}

/* Where the days do not decide, the id does, so that the order is the same each time. */
static int
compare_by_text (const TsRow *first,
                 const TsRow *second,
                 guint        field)
{
  int order = g_strcmp0 (ts_row_get_text (first, field), ts_row_get_text (second, field));

  return order != 0 ? order : strcmp (ts_row_get_id (first), ts_row_get_id (second));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return compare_by_text (*(TsRow *const *) a, *(TsRow *const *) b, TS_ORGANISATION_NAME_VALID_FROM);
}

static int
compare_parents (gconstpointer a,
                 gconstpointer b)
{
  return compare_by_text (*(TsRow *const *) a, *(TsRow *const *) b, TS_ORGANISATION_PARENT_VALID_FROM);
}

static int
compare_successors (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (ts_row_get_id (*(TsRow *const *) a), ts_row_get_id (*(TsRow *const *) b));
}

static int
compare_by_number (const TsRow *first,
                   const TsRow *second,
                   guint        field)
{
  gint64 a = ts_row_get_integer (first, field);
  gint64 b = ts_row_get_integer (second, field);

  return a != b ? (a > b) - (a < b) : strcmp (ts_row_get_id (first), ts_row_get_id (second));
}

static int
compare_populations (gconstpointer a,
                     gconstpointer b)
{
  return compare_by_number (*(TsRow *const *) a, *(TsRow *const *) b, TS_ORGANISATION_POPULATION_YEAR);
}

static int
compare_assessments (gconstpointer a,
                     gconstpointer b)
{
  return compare_by_number (*(TsRow *const *) b, *(TsRow *const *) a, TS_ASSESSMENT_YEAR);
}

static int
compare_lives (gconstpointer a,
               gconstpointer b)
{
  const TsOrganisationLife *first = *(TsOrganisationLife *const *) a;
  const TsOrganisationLife *second = *(TsOrganisationLife *const *) b;

  return compare_by_text (first->organisation, second->organisation, TS_ORGANISATION_CODE);
}

static void
sort (TsOrganisationIndex *self)
{
  g_ptr_array_sort (self->lives, compare_lives);

  for (guint i = 0; i < self->lives->len; i++)
    {
      TsOrganisationLife *life = g_ptr_array_index (self->lives, i);

      g_ptr_array_sort (life->names, compare_names);
      g_ptr_array_sort (life->parents, compare_parents);
      g_ptr_array_sort (life->children, compare_parents);
      g_ptr_array_sort (life->successors, compare_successors);
      g_ptr_array_sort (life->predecessors, compare_successors);
      g_ptr_array_sort (life->populations, compare_populations);
      g_ptr_array_sort (life->assessments, compare_assessments);
    }
}

/**
 * ts_organisation_index_new:
 * @rows: (element-type TsRow): rows of organisations and what belongs to them, in any order; other rows are passed over
 *
 * Returns: (transfer full): the index of them
 */
TsOrganisationIndex *
ts_organisation_index_new (GPtrArray *rows)
{
  TsOrganisationIndex *self;

  g_return_val_if_fail (rows != NULL, NULL);

  self = g_new0 (TsOrganisationIndex, 1);
  g_atomic_ref_count_init (&self->n_references);
  self->lives = g_ptr_array_new_with_free_func (life_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      if (ts_row_get_entity (g_ptr_array_index (rows, i)) == TS_ENTITY_ORGANISATION)
        add_organisation (self, g_ptr_array_index (rows, i));
    }

  for (guint i = 0; i < rows->len; i++)
    add_belonging (self, g_ptr_array_index (rows, i));

  sort (self);

  return self;
}

TsOrganisationIndex *
ts_organisation_index_ref (TsOrganisationIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

void
ts_organisation_index_unref (TsOrganisationIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_references))
    return;

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->lives);
  g_free (self);
}

guint
ts_organisation_index_get_n (const TsOrganisationIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lives->len;
}

/**
 * ts_organisation_index_get:
 * @self: an index
 * @position: a position in the order of codes
 *
 * Returns: (transfer none): the organisation there
 */
const TsOrganisationLife *
ts_organisation_index_get (const TsOrganisationIndex *self,
                           guint                      position)
{
  g_return_val_if_fail (self != NULL && position < self->lives->len, NULL);

  return g_ptr_array_index (self->lives, position);
}

/**
 * ts_organisation_index_find:
 * @self: an index
 * @id: (nullable): a row id
 *
 * Returns: (transfer none) (nullable): the organisation with that row id, or %NULL
 */
const TsOrganisationLife *
ts_organisation_index_find (const TsOrganisationIndex *self,
                            const char                *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * ts_organisation_index_find_code:
 * @self: an index
 * @code: a code, from anywhere
 *
 * Returns: (transfer none) (nullable): the organisation with that code, or %NULL
 */
const TsOrganisationLife *
ts_organisation_index_find_code (const TsOrganisationIndex *self,
                                 const char                *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

/**
 * ts_organisation_index_get_name:
 * @self: an index
 * @id: an organisation's row id
 * @day: (nullable): an ISO 8601 day, or %NULL for the latest name
 *
 * Returns: (transfer none): what the organisation is called on that day; its code where it has no name; "" where there is none such
 */
const char *
ts_organisation_index_get_name (const TsOrganisationIndex *self,
                                const char                *id,
                                const char                *day)
{
  const TsOrganisationLife *life = ts_organisation_index_find (self, id);
  const char *name;

  if (life == NULL)
    return "";

  name = ts_organisation_name_on (life->names, id, day);

  return name != NULL ? name : ts_row_get_text (life->organisation, TS_ORGANISATION_CODE);
}

/**
 * ts_organisation_life_get_parent:
 * @self: an organisation
 * @day: (nullable): an ISO 8601 day, or %NULL for the latest parent, even where it has ended
 *
 * Returns: (transfer none) (nullable): what it belongs to on that day; where sources say two, the one that began last
 */
const TsRow *
ts_organisation_life_get_parent (const TsOrganisationLife *self,
                                 const char               *day)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->parents->len; i > 0; i--)
    {
      const TsRow *parent = g_ptr_array_index (self->parents, i - 1);
      const char *to = ts_row_get_text (parent, TS_ORGANISATION_PARENT_VALID_TO);

      if (day == NULL ||
          (g_strcmp0 (ts_row_get_text (parent, TS_ORGANISATION_PARENT_VALID_FROM), day) <= 0 && (to == NULL || strcmp (day, to) <= 0)))
        return parent;
    }

  return NULL;
}

/**
 * ts_organisation_life_is_open:
 * @self: an organisation
 * @day: an ISO 8601 day
 *
 * The day on which an organisation closes is the last on which it is open. Where a day is not known, it does not close anything.
 *
 * Returns: whether the organisation is open on that day
 */
gboolean
ts_organisation_life_is_open (const TsOrganisationLife *self,
                              const char               *day)
{
  const char *closed;

  g_return_val_if_fail (self != NULL && day != NULL, FALSE);

  closed = ts_row_get_text (self->organisation, TS_ORGANISATION_CLOSED);

  return g_strcmp0 (ts_row_get_text (self->organisation, TS_ORGANISATION_OPENED), day) <= 0 &&
         (closed == NULL || strcmp (day, closed) <= 0);
}

/**
 * ts_days_overlap:
 * @first_from: (nullable): the first day of one stretch, or %NULL for always
 * @first_to: (nullable): its last day, or %NULL for no end
 * @second_from: (nullable): the first day of the other
 * @second_to: (nullable): its last day
 *
 * Returns: whether some day is in both stretches
 */
gboolean
ts_days_overlap (const char *first_from,
                 const char *first_to,
                 const char *second_from,
                 const char *second_to)
{
  return (first_to == NULL || g_strcmp0 (second_from, first_to) <= 0) && (second_to == NULL || g_strcmp0 (first_from, second_to) <= 0);
}
