/* ts-organisation-notes.c — what does not fit together in an organisation's life
 *
 * Sources disagree, and days are often uncertain: so this is never refused, only said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-organisation-notes.h"

#include "core/ts-date.h"
#include "core/ts-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of an organisation with hundreds of entries that overlap, the first few say enough. */
#define N_NOTES_MOST 12

static void
add_note (GPtrArray *notes,
          char      *note)
{
  if (notes->len < N_NOTES_MOST)
    g_ptr_array_add (notes, note);
  else
    g_free (note);
}

static gboolean
rows_overlap (const TsRow *first,
              const TsRow *second,
              guint        from_field)
{
  /* In names and in parents alike the last day comes after the first. */
  return ts_days_overlap (ts_row_get_text (first, from_field), ts_row_get_text (first, from_field + 1),
                          ts_row_get_text (second, from_field), ts_row_get_text (second, from_field + 1));
}

G_STATIC_ASSERT (TS_ORGANISATION_NAME_VALID_FROM + 1 == TS_ORGANISATION_NAME_VALID_TO);
G_STATIC_ASSERT (TS_ORGANISATION_PARENT_VALID_FROM + 1 == TS_ORGANISATION_PARENT_VALID_TO);

static void
note_names (const TsOrganisationLife *life,
            GPtrArray                *notes)
{
  for (guint i = 0; i + 1 < life->names->len && notes->len < N_NOTES_MOST; i++)
    {
      const TsRow *first = g_ptr_array_index (life->names, i);
      const TsRow *second = g_ptr_array_index (life->names, i + 1);
      const char *to = ts_row_get_text (first, TS_ORGANISATION_NAME_VALID_TO);
      const char *from = ts_row_get_text (second, TS_ORGANISATION_NAME_VALID_FROM);
      GDate last;
      GDate next;

      if (rows_overlap (first, second, TS_ORGANISATION_NAME_VALID_FROM))
        {
          add_note (notes, g_strdup_printf (_("On some days it is called both “%s” and “%s”."),
                                            ts_row_get_text (first, TS_ORGANISATION_NAME_NAME),
                                            ts_row_get_text (second, TS_ORGANISATION_NAME_NAME)));
        }
      else if (to != NULL && from != NULL && ts_date_parse (to, &last) && ts_date_parse (from, &next) && g_date_days_between (&last, &next) > 1)
        {
          add_note (notes, g_strdup_printf (_("Between %s and %s it has no name of its own: the one before goes on."), to, from));
        }
    }
}

static void
note_parents (const TsOrganisationIndex *index,
              const TsOrganisationLife  *life,
              GPtrArray                 *notes)
{
  for (guint i = 0; i < life->parents->len; i++)
    {
      for (guint j = i + 1; j < life->parents->len && notes->len < N_NOTES_MOST; j++)
        {
          const TsRow *first = g_ptr_array_index (life->parents, i);
          const TsRow *second = g_ptr_array_index (life->parents, j);

          if (rows_overlap (first, second, TS_ORGANISATION_PARENT_VALID_FROM))
            add_note (notes,
                      g_strdup_printf (_("On some days it is part of both %s and %s."),
                                       ts_organisation_index_get_name (index, ts_row_get_text (first, TS_ORGANISATION_PARENT_PARENT), NULL),
                                       ts_organisation_index_get_name (index, ts_row_get_text (second, TS_ORGANISATION_PARENT_PARENT), NULL)));
        }
    }
}

static guint
count_drafts (const TsOrganisationLife *life)
{
  guint n_drafts = 0;

  for (guint i = 0; i < life->assessments->len; i++)
    {
      TsStage stage;

      if (ts_stage_from_name (ts_row_get_text (g_ptr_array_index (life->assessments, i), TS_ASSESSMENT_STAGE), &stage) &&
          stage == TS_STAGE_DRAFT)
        n_drafts++;
    }

  return n_drafts;
}

static guint
count_left_behind (const TsOrganisationLife *life,
                   const char               *closed)
{
  guint n_children = 0;

  for (guint i = 0; i < life->children->len; i++)
    {
      const char *to = ts_row_get_text (g_ptr_array_index (life->children, i), TS_ORGANISATION_PARENT_VALID_TO);

      if (to == NULL || strcmp (to, closed) > 0)
        n_children++;
    }

  return n_children;
}

/* A child that closed by then itself needs no new parent. */
static guint
count_closed_children (const TsOrganisationIndex *index,
                       const TsOrganisationLife  *life,
                       const char                *closed)
{
  guint n_closed = 0;

  for (guint i = 0; i < life->children->len; i++)
    {
      const TsRow *link = g_ptr_array_index (life->children, i);
      const TsOrganisationLife *child = ts_organisation_index_find (index, ts_row_get_text (link, TS_ORGANISATION_PARENT_ORGANISATION));
      const char *to = ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_TO);
      const char *child_closed = ts_row_get_text (child->organisation, TS_ORGANISATION_CLOSED);

      if ((to == NULL || strcmp (to, closed) > 0) && child_closed != NULL && strcmp (child_closed, closed) <= 0)
        n_closed++;
    }

  return n_closed;
}

static void
note_closing (const TsOrganisationIndex *index,
              const TsOrganisationLife  *life,
              GPtrArray                 *notes)
{
  const char *closed = ts_row_get_text (life->organisation, TS_ORGANISATION_CLOSED);
  guint n_drafts;
  guint n_children;

  if (closed == NULL)
    {
      if (life->successors->len > 0)
        add_note (notes, g_strdup (_("It has a successor, but it is not said when it closed.")));

      return;
    }

  n_drafts = count_drafts (life);

  if (n_drafts > 0 && life->successors->len == 0)
    add_note (notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "It is closed and has no successor, but %u assessment of it is still a draft.",
                                                   "It is closed and has no successor, but %u assessments of it are still drafts.", n_drafts),
                                      n_drafts));

  n_children = count_left_behind (life, closed) - count_closed_children (index, life, closed);

  if (n_children > 0)
    add_note (notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u organisation is still part of it after it closed.",
                                                   "%u organisations are still part of it after it closed.", n_children),
                                      n_children));
}

/**
 * ts_organisation_notes:
 * @index: all organisations
 * @organisation_id: one of them
 *
 * Returns: (transfer full) (element-type utf8): sentences about what overlaps or is missing in its life, translated; none where all fits
 */
GPtrArray *
ts_organisation_notes (const TsOrganisationIndex *index,
                       const char                *organisation_id)
{
  const TsOrganisationLife *life;
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (index != NULL && organisation_id != NULL, notes);

  life = ts_organisation_index_find (index, organisation_id);

  if (life != NULL)
    {
      note_names (life, notes);
      note_parents (index, life, notes);
      note_closing (index, life, notes);
    }

  return notes;
}
