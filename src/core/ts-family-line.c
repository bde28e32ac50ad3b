/* ts-family-line.c — what an organisation came from, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-family-line.h"

#include <string.h>

struct _TsFamilyLine
{
  TsOrganisationIndex *index;
  GPtrArray *members; /* TsFamilyMember, the earliest generation first */
};

static void
member_free (gpointer data)
{
  TsFamilyMember *member = data;

  g_ptr_array_unref (member->neighbours);
  g_free (member);
}

static TsFamilyMember *
add_member (TsFamilyLine             *self,
            const TsOrganisationLife *life,
            int                       generation)
{
  TsFamilyMember *member = g_new0 (TsFamilyMember, 1);

  member->life = life;
  member->generation = generation;
  member->neighbours = g_ptr_array_new ();
  g_ptr_array_add (self->members, member);

  return member;
}

/* Goes step by step to one side. An organisation that was met before is not gone through again, which ends every circle. */
static void
walk (TsFamilyLine   *self,
      TsFamilyMember *start,
      int             direction)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) queue = g_queue_new ();
  TsFamilyMember *member;

  g_hash_table_insert (met, (gpointer) start->life, start);
  g_queue_push_tail (queue, start);

  while ((member = g_queue_pop_head (queue)) != NULL)
    {
      GPtrArray *links = direction > 0 ? member->life->successors : member->life->predecessors;
      guint field = direction > 0 ? TS_ORGANISATION_SUCCESSOR_SUCCESSOR : TS_ORGANISATION_SUCCESSOR_ORGANISATION;

      for (guint i = 0; i < links->len; i++)
        {
          const char *id = ts_row_get_text (g_ptr_array_index (links, i), field);
          const TsOrganisationLife *life = ts_organisation_index_find (self->index, id);
          TsFamilyMember *next = g_hash_table_lookup (met, life);

          if (next == NULL)
            {
              next = add_member (self, life, member->generation + direction);
              g_hash_table_insert (met, (gpointer) life, next);
              g_queue_push_tail (queue, next);
            }

          if (next->generation == member->generation + direction)
            g_ptr_array_add (next->neighbours, (gpointer) member->life);
        }
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const TsFamilyMember *first = *(TsFamilyMember *const *) a;
  const TsFamilyMember *second = *(TsFamilyMember *const *) b;
  int order = (first->generation > second->generation) - (first->generation < second->generation);

  if (order == 0)
    order = g_strcmp0 (ts_row_get_text (first->life->organisation, TS_ORGANISATION_OPENED),
                       ts_row_get_text (second->life->organisation, TS_ORGANISATION_OPENED));

  return order != 0 ? order
                    : strcmp (ts_row_get_text (first->life->organisation, TS_ORGANISATION_CODE),
                              ts_row_get_text (second->life->organisation, TS_ORGANISATION_CODE));
}

/**
 * ts_family_line_new:
 * @index: all organisations
 * @organisation_id: one of them
 *
 * Returns: (transfer full): its line, with itself in generation 0; an empty one where there is no such organisation
 */
TsFamilyLine *
ts_family_line_new (TsOrganisationIndex *index,
                    const char          *organisation_id)
{
  const TsOrganisationLife *life;
  TsFamilyLine *self;

  g_return_val_if_fail (index != NULL && organisation_id != NULL, NULL);

  self = g_new0 (TsFamilyLine, 1);
  self->index = ts_organisation_index_ref (index);
  self->members = g_ptr_array_new_with_free_func (member_free);
  life = ts_organisation_index_find (index, organisation_id);

  if (life != NULL)
    {
      TsFamilyMember *start = add_member (self, life, 0);

      walk (self, start, -1);
      walk (self, start, 1);
      g_ptr_array_sort (self->members, compare_members);
    }

  return self;
}

void
ts_family_line_free (TsFamilyLine *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->members);
  ts_organisation_index_unref (self->index);
  g_free (self);
}

guint
ts_family_line_get_n (const TsFamilyLine *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->members->len;
}

/**
 * ts_family_line_get:
 * @self: a family line
 * @position: a position, by generation, then by the day on which they opened
 *
 * Returns: (transfer none): the organisation there
 */
const TsFamilyMember *
ts_family_line_get (const TsFamilyLine *self,
                    guint               position)
{
  g_return_val_if_fail (self != NULL && position < self->members->len, NULL);

  return g_ptr_array_index (self->members, position);
}

/**
 * ts_family_line_get_span:
 * @self: a family line
 * @first: (out): the earliest generation, 0 or less
 * @last: (out): the latest generation, 0 or more
 */
void
ts_family_line_get_span (const TsFamilyLine *self,
                         int                *first,
                         int                *last)
{
  g_return_if_fail (self != NULL && first != NULL && last != NULL);

  *first = 0;
  *last = 0;

  if (self->members->len > 0)
    {
      *first = ts_family_line_get (self, 0)->generation;
      *last = ts_family_line_get (self, self->members->len - 1)->generation;
    }
}
