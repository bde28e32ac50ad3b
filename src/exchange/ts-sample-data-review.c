/* ts-sample-data-review.c — a review that the sample tells in full, as its file says it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-data-private.h"

#include <glib/gi18n-lib.h>

#define MOST 1000

static const char *const review_members[] = {
  "opens",
  "closes",
  "day",
  "agenda",
  "members",
  "levels",
  "said",
  "findings",
  "enquiries",
  "dissents",
  "replies",
  "report",
  NULL,
};

static const char *const levels_members[] = { "layer", "assessor", "levels", "stated", NULL };

/* Which member of an object is which part of a note. What has an asterisk before it need not be there. */
typedef struct
{
  const char *member;
  gsize list;
  const char *node;
  const char *who;
  const char *layer;
  const char *level;
  const char *texts[3];
} Form;

static const Form forms[] = {
  { "members", G_STRUCT_OFFSET (TsSampleReview, members), "role", "name", NULL, NULL, { NULL } },
  { "said", G_STRUCT_OFFSET (TsSampleReview, said), "node", "*assessor", "layer", "*confidence", { "*rationale", "*strengths", "*development" } },
  { "findings", G_STRUCT_OFFSET (TsSampleReview, findings), "node", "evidence", NULL, "finding", { "note" } },
  { "enquiries", G_STRUCT_OFFSET (TsSampleReview, enquiries), "node", "for", NULL, NULL, { "question", "answer" } },
  { "dissents", G_STRUCT_OFFSET (TsSampleReview, dissents), "node", "member", NULL, "level", { "note" } },
  { "replies", G_STRUCT_OFFSET (TsSampleReview, replies), "node", NULL, NULL, NULL, { "passage", "answer", "response" } },
};

static void
note_free (gpointer data)
{
  TsSampleNote *note = data;

  g_free (note->node);
  g_free (note->who);
  g_free (note->layer);
  g_free (note->level);

  for (guint i = 0; i < G_N_ELEMENTS (note->texts); i++)
    g_free (note->texts[i]);

  g_free (note);
}

static TsSampleReview *
review_new (void)
{
  TsSampleReview *review = g_new0 (TsSampleReview, 1);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    G_STRUCT_MEMBER (GPtrArray *, review, forms[i].list) = g_ptr_array_new_with_free_func (note_free);

  review->report = g_ptr_array_new_with_free_func (note_free);
  review->levels = g_ptr_array_new_with_free_func (ts_sample_rating_free);

  return review;
}

void
ts_sample_review_free (gpointer data)
{
  TsSampleReview *review = data;

  g_free (review->opens);
  g_free (review->closes);
  g_free (review->day);
  g_free (review->agenda);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_ptr_array_unref (G_STRUCT_MEMBER (GPtrArray *, review, forms[i].list));

  g_ptr_array_unref (review->report);
  g_ptr_array_unref (review->levels);
  g_free (review);
}

static gboolean
take (const TsJsonPlace  *place,
      const char         *member,
      char              **text,
      GError            **error)
{
  if (member == NULL)
    return TRUE;

  return *member == '*' ? ts_sample_take_optional_text (place, member + 1, text, error) : ts_sample_take_text (place, member, text, error);
}

/* One text, or an array of them that belong together: lines, or paragraphs. */
static gboolean
take_joined (const TsJsonPlace  *object,
             const char         *member,
             const char         *separator,
             char              **text,
             GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_elements;

  if (ts_json_place_is_there (&place) && !JSON_NODE_HOLDS_ARRAY (place.node))
    return ts_sample_take_text (object, member, text, error);

  if (!ts_json_place_check_array (&place, 1, MOST, _("an array of at most 1000"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace element = ts_json_place_element (&place, i);
      const char *part = ts_json_place_get_text (&element, TS_SAMPLE_LONGEST, error);

      if (part == NULL)
        return FALSE;

      g_string_append_printf (joined, "%s%s", i > 0 ? separator : "", part);
    }

  g_free (*text);
  *text = g_string_free (g_steal_pointer (&joined), FALSE);

  return TRUE;
}

static gboolean
read_note (const TsJsonPlace  *place,
           const Form         *form,
           GPtrArray          *notes,
           GError            **error)
{
  const char *names[] = { form->node, form->who, form->layer, form->level, form->texts[0], form->texts[1], form->texts[2] };
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  TsSampleNote *note;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] != NULL)
        g_ptr_array_add (members, (gpointer) (names[i] + (*names[i] == '*')));
    }

  g_ptr_array_add (members, NULL);

  if (!ts_json_place_check_object (place, (const char *const *) members->pdata, error))
    return FALSE;

  note = g_new0 (TsSampleNote, 1);
  g_ptr_array_add (notes, note);

  return take (place, form->node, &note->node, error) && take (place, form->who, &note->who, error) &&
         take (place, form->layer, &note->layer, error) && take (place, form->level, &note->level, error) &&
         take (place, form->texts[0], &note->texts[0], error) && take (place, form->texts[1], &note->texts[1], error) &&
         take (place, form->texts[2], &note->texts[2], error);
}

static gboolean
read_notes (const TsJsonPlace  *object,
            const Form         *form,
            GPtrArray          *notes,
            GError            **error)
{
  TsJsonPlace array = ts_json_place_member (object, form->member);
  guint n_elements;

  if (!ts_json_place_check_array (&array, 0, MOST, _("an array of at most 1000"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);

      if (!read_note (&place, form, notes, error))
        return FALSE;
    }

  return TRUE;
}

/* {"layer": "reviewer", "assessor": "Ada", "levels": {"1": "223"}, "stated": {"board": "amber"}} */
static gboolean
read_all_levels (const TsJsonPlace  *object,
                 GPtrArray          *levels,
                 GError            **error)
{
  TsJsonPlace array = ts_json_place_member (object, "levels");
  guint n_elements;

  if (!ts_json_place_check_array (&array, 0, MOST, _("an array of at most 1000"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);
      g_autofree char *layer = NULL;
      g_autofree char *assessor = g_strdup ("");
      TsJsonPlace compact;
      TsJsonPlace stated;

      if (!ts_json_place_check_object (&place, levels_members, error))
        return FALSE;

      compact = ts_json_place_member (&place, "levels");
      stated = ts_json_place_member (&place, "stated");

      if (!ts_sample_take_text (&place, "layer", &layer, error) || !ts_sample_take_optional_text (&place, "assessor", &assessor, error) ||
          !ts_sample_read_levels (&compact, layer, assessor, TRUE, levels, error) ||
          (ts_json_place_is_there (&stated) && !ts_sample_read_levels (&stated, layer, assessor, FALSE, levels, error)))
        return FALSE;
    }

  return TRUE;
}

/* {"impression": "…", "commentary/1": "…"} */
static gboolean
read_report (const TsJsonPlace  *object,
             GPtrArray          *report,
             GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, "report");
  JsonObjectIter iter;
  const char *section;

  if (!ts_json_place_is_there (&place) || !JSON_NODE_HOLDS_OBJECT (place.node))
    return ts_json_place_expected (&place, error, _("an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (place.node));

  while (json_object_iter_next_ordered (&iter, &section, NULL))
    {
      TsSampleNote *note = g_new0 (TsSampleNote, 1);

      note->node = g_strdup (section);
      g_ptr_array_add (report, note);

      if (!take_joined (&place, section, "\n\n", &note->texts[0], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_sample_read_review:
 * @object: an assessment
 * @review: (inout): how it was reviewed; where that is not told it stays as it is
 * @error: where to put what is wrong
 *
 * Returns: whether it is as it should be
 */
gboolean
ts_sample_read_review (const TsJsonPlace  *object,
                       TsSampleReview    **review,
                       GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, "review");

  if (!ts_json_place_is_there (&place))
    return TRUE;

  if (!ts_json_place_check_object (&place, review_members, error))
    return FALSE;

  *review = review_new ();

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (!read_notes (&place, &forms[i], G_STRUCT_MEMBER (GPtrArray *, *review, forms[i].list), error))
        return FALSE;
    }

  return ts_sample_take_text (&place, "opens", &(*review)->opens, error) && ts_sample_take_text (&place, "closes", &(*review)->closes, error) &&
         ts_sample_take_text (&place, "day", &(*review)->day, error) && take_joined (&place, "agenda", "\n", &(*review)->agenda, error) &&
         read_all_levels (&place, (*review)->levels, error) && read_report (&place, (*review)->report, error);
}
