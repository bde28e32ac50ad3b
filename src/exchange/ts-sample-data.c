/* ts-sample-data.c — the region that the sample tells of, as its file says it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-data.h"

#include "core/ts-year.h"
#include "exchange/ts-json-document.h"
#include "exchange/ts-json-place.h"
#include "exchange/ts-sample-data-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST TS_SAMPLE_LONGEST
#define MOST    1000

static const char *const document_members[] = { "note", "people", "organisations", "assessments", "evidence", "outcomes", NULL };
static const char *const person_members[] = { "name", "role", NULL };
static const char *const assessment_members[] = {
  "organisation",
  "framework",
  "year",
  "stage",
  "carry-forward",
  "confirm",
  "targets",
  "later-targets",
  "ratings",
  "compact",
  "stated",
  "review",
  NULL,
};
static const char *const rating_members[] = { "node", "layer", "assessor", "level", "rationale", NULL };
static const char *const levels_members[] = { "layer", "levels", NULL };
static const char *const evidence_members[] = {
  "organisation",
  "title",
  "kind",
  "file",
  "address",
  "received",
  "period-from",
  "period-to",
  "links",
  NULL,
};
static const char *const link_members[] = { "year", "node", "place", NULL };

typedef gboolean (*ReadElement) (TsSampleData       *self,
                                 const TsJsonPlace  *place,
                                 GPtrArray          *elements,
                                 GError            **error);

static void
person_free (gpointer data)
{
  TsSamplePerson *person = data;

  g_free (person->name);
  g_free (person->role);
  g_free (person);
}

void
ts_sample_rating_free (gpointer data)
{
  TsSampleRating *rating = data;

  g_free (rating->node);
  g_free (rating->layer);
  g_free (rating->assessor);
  g_free (rating->level);
  g_free (rating->rationale);
  g_free (rating);
}

static void
target_free (gpointer data)
{
  TsSampleTarget *target = data;

  g_free (target->node);
  g_free (target);
}

static void
assessment_free (gpointer data)
{
  TsSampleAssessment *assessment = data;

  g_free (assessment->organisation);
  g_free (assessment->framework);
  g_free (assessment->stage);
  g_ptr_array_unref (assessment->confirmed);
  g_ptr_array_unref (assessment->targets);
  g_ptr_array_unref (assessment->ratings);
  g_ptr_array_unref (assessment->brief);
  g_clear_pointer (&assessment->review, ts_sample_review_free);
  g_free (assessment);
}

static TsSampleAssessment *
assessment_new (void)
{
  TsSampleAssessment *assessment = g_new0 (TsSampleAssessment, 1);

  assessment->confirmed = g_ptr_array_new_with_free_func (g_free);
  assessment->targets = g_ptr_array_new_with_free_func (target_free);
  assessment->ratings = g_ptr_array_new_with_free_func (ts_sample_rating_free);
  assessment->brief = g_ptr_array_new_with_free_func (ts_sample_rating_free);

  return assessment;
}

static void
link_free (gpointer data)
{
  TsSampleLink *link = data;

  g_free (link->node);
  g_free (link->place);
  g_free (link);
}

static void
evidence_free (gpointer data)
{
  TsSampleEvidence *evidence = data;

  g_free (evidence->organisation);
  g_free (evidence->title);
  g_free (evidence->kind);
  g_free (evidence->file);
  g_free (evidence->address);
  g_free (evidence->received);
  g_free (evidence->period_from);
  g_free (evidence->period_to);
  g_ptr_array_unref (evidence->links);
  g_free (evidence);
}

/**
 * ts_sample_data_new:
 *
 * Returns: (transfer full): a sample that tells of nothing yet
 */
TsSampleData *
ts_sample_data_new (void)
{
  TsSampleData *self = g_new0 (TsSampleData, 1);

  self->people = g_ptr_array_new_with_free_func (person_free);
  self->organisations = g_ptr_array_new_with_free_func (ts_sample_organisation_free);
  self->assessments = g_ptr_array_new_with_free_func (assessment_free);
  self->evidence = g_ptr_array_new_with_free_func (evidence_free);
  self->outcomes = g_ptr_array_new_with_free_func (ts_sample_outcome_free);

  return self;
}

void
ts_sample_data_free (TsSampleData *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->organisations);
  g_ptr_array_unref (self->assessments);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->outcomes);
  g_free (self);
}

/**
 * ts_sample_take_text:
 * @object: an object
 * @member: the name of one of its members
 * @text: (inout): what it says
 * @error: where to put what is wrong
 *
 * Returns: whether it is a text
 */
gboolean
ts_sample_take_text (const TsJsonPlace  *object,
                     const char         *member,
                     char              **text,
                     GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  g_free (*text);
  *text = g_strdup (ts_json_place_get_text (&place, LONGEST, error));

  return *text != NULL;
}

/**
 * ts_sample_take_optional_text:
 * @object: an object
 * @member: the name of one of its members
 * @text: (inout): what it says; missing and empty both leave it as it is
 * @error: where to put what is wrong
 *
 * Returns: whether it is a text, or nothing
 */
gboolean
ts_sample_take_optional_text (const TsJsonPlace  *object,
                              const char         *member,
                              char              **text,
                              GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  if (!ts_json_place_is_there (&place) || g_strcmp0 (json_node_get_string (place.node), "") == 0)
    return TRUE;

  return ts_sample_take_text (object, member, text, error);
}

static gboolean
take_year (const TsJsonPlace  *object,
           int                *year,
           GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, "year");
  const char *text = ts_json_place_get_text (&place, LONGEST, error);

  if (text == NULL)
    return FALSE;

  return ts_year_parse (text, year) || ts_json_place_expected (&place, error, _("a financial year such as 2009/10"));
}

static gboolean
read_array (TsSampleData       *self,
            const TsJsonPlace  *object,
            const char         *member,
            GPtrArray          *elements,
            ReadElement         read,
            GError            **error)
{
  TsJsonPlace array = ts_json_place_member (object, member);
  guint n_elements;

  if (!ts_json_place_check_array (&array, 0, MOST, _("an array of at most 1000"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);

      if (!read (self, &place, elements, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_person (TsSampleData       *self,
             const TsJsonPlace  *place,
             GPtrArray          *people,
             GError            **error)
{
  TsSamplePerson *person;

  if (!ts_json_place_check_object (place, person_members, error))
    return FALSE;

  person = g_new0 (TsSamplePerson, 1);
  g_ptr_array_add (people, person);

  return ts_sample_take_text (place, "name", &person->name, error) && ts_sample_take_text (place, "role", &person->role, error);
}

static gboolean
read_rating (TsSampleData       *self,
             const TsJsonPlace  *place,
             GPtrArray          *ratings,
             GError            **error)
{
  TsSampleRating *rating;

  if (!ts_json_place_check_object (place, rating_members, error))
    return FALSE;

  rating = g_new0 (TsSampleRating, 1);
  rating->assessor = g_strdup ("");
  rating->rationale = g_strdup ("");
  g_ptr_array_add (ratings, rating);

  return ts_sample_take_text (place, "node", &rating->node, error) &&
         ts_sample_take_text (place, "layer", &rating->layer, error) &&
         ts_sample_take_optional_text (place, "assessor", &rating->assessor, error) &&
         ts_sample_take_text (place, "level", &rating->level, error) &&
         ts_sample_take_optional_text (place, "rationale", &rating->rationale, error);
}

static void
add_brief_rating (GPtrArray  *ratings,
                  char       *node,
                  const char *layer,
                  const char *assessor,
                  char       *level)
{
  TsSampleRating *rating = g_new0 (TsSampleRating, 1);

  rating->node = node;
  rating->layer = g_strdup (layer);
  rating->assessor = g_strdup (assessor);
  rating->level = level;
  rating->rationale = g_strdup ("");
  g_ptr_array_add (ratings, rating);
}

/* "1": "2" is the level of 1; where it is compact, "1": "223" are those of 1a, 1b and 1c. */
gboolean
ts_sample_read_levels (const TsJsonPlace  *place,
                       const char         *layer,
                       const char         *assessor,
                       gboolean            compact,
                       GPtrArray          *ratings,
                       GError            **error)
{
  JsonObjectIter iter;
  const char *node;

  if (!ts_json_place_is_there (place) || !JSON_NODE_HOLDS_OBJECT (place->node))
    return ts_json_place_expected (place, error, _("an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (place->node));

  while (json_object_iter_next_ordered (&iter, &node, NULL))
    {
      TsJsonPlace level_place = ts_json_place_member (place, node);
      const char *level = ts_json_place_get_text (&level_place, LONGEST, error);

      if (level == NULL)
        return FALSE;

      if (!compact)
        {
          add_brief_rating (ratings, g_strdup (node), layer, assessor, g_strdup (level));
          continue;
        }

      for (guint i = 0; level[i] != '\0' && i < 26; i++)
        add_brief_rating (ratings, g_strdup_printf ("%s%c", node, 'a' + i), layer, assessor, g_strndup (level + i, 1));
    }

  return TRUE;
}

/* {"layer": "final", "levels": {"1": "2"}} */
static gboolean
read_levels (const TsJsonPlace  *object,
             const char         *member,
             gboolean            compact,
             GPtrArray          *ratings,
             GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);
  g_autofree char *layer = NULL;
  TsJsonPlace levels;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  if (!ts_json_place_check_object (&place, levels_members, error) || !ts_sample_take_text (&place, "layer", &layer, error))
    return FALSE;

  levels = ts_json_place_member (&place, "levels");

  return ts_sample_read_levels (&levels, layer, "", compact, ratings, error);
}

static gboolean
read_targets (const TsJsonPlace  *place,
              int                 year,
              GPtrArray          *targets,
              GError            **error)
{
  JsonObjectIter iter;
  const char *node;

  if (!ts_json_place_is_there (place) || !JSON_NODE_HOLDS_OBJECT (place->node))
    return ts_json_place_expected (place, error, _("an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (place->node));

  while (json_object_iter_next_ordered (&iter, &node, NULL))
    {
      TsJsonPlace level_place = ts_json_place_member (place, node);
      TsSampleTarget *target;
      gint64 level;

      if (!ts_json_place_get_integer (&level_place, 1, 9, &level, error))
        return FALSE;

      target = g_new0 (TsSampleTarget, 1);
      target->node = g_strdup (node);
      target->year = year;
      target->level = (int) level;
      g_ptr_array_add (targets, target);
    }

  return TRUE;
}

/* What is aimed at in the assessment's own year, and in the years after it where the sample tells of them. */
static gboolean
read_all_targets (const TsJsonPlace   *object,
                  TsSampleAssessment  *assessment,
                  GError             **error)
{
  TsJsonPlace place = ts_json_place_member (object, "targets");
  TsJsonPlace later = ts_json_place_member (object, "later-targets");
  JsonObjectIter iter;
  const char *member;

  if (!read_targets (&place, assessment->year, assessment->targets, error))
    return FALSE;

  if (!ts_json_place_is_there (&later))
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (later.node))
    return ts_json_place_expected (&later, error, _("an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (later.node));

  while (json_object_iter_next_ordered (&iter, &member, NULL))
    {
      TsJsonPlace year_place = ts_json_place_member (&later, member);
      int year;

      if (!ts_year_parse (member, &year))
        return ts_json_place_expected (&year_place, error, _("a financial year as its name"));

      if (!read_targets (&year_place, year, assessment->targets, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_confirmed (const TsJsonPlace  *object,
                GPtrArray          *confirmed,
                GError            **error)
{
  TsJsonPlace array = ts_json_place_member (object, "confirm");
  guint n_elements;

  if (!ts_json_place_is_there (&array))
    return TRUE;

  if (!ts_json_place_check_array (&array, 0, MOST, _("an array of at most 1000"), &n_elements, error))
    return FALSE;

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (&array, i);
      const char *node = ts_json_place_get_text (&place, LONGEST, error);

      if (node == NULL)
        return FALSE;

      g_ptr_array_add (confirmed, g_strdup (node));
    }

  return TRUE;
}

/* "carry-forward": true and "confirm": ["8b"] */
static gboolean
read_carrying (const TsJsonPlace   *object,
               TsSampleAssessment  *assessment,
               GError             **error)
{
  TsJsonPlace place = ts_json_place_member (object, "carry-forward");

  if (!ts_json_place_is_there (&place))
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (place.node) || json_node_get_value_type (place.node) != G_TYPE_BOOLEAN)
    return ts_json_place_expected (&place, error, _("true or false"));

  assessment->carries = json_node_get_boolean (place.node);

  return read_confirmed (object, assessment->confirmed, error);
}

static gboolean
read_assessment (TsSampleData       *self,
                 const TsJsonPlace  *place,
                 GPtrArray          *assessments,
                 GError            **error)
{
  TsSampleAssessment *assessment;

  if (!ts_json_place_check_object (place, assessment_members, error))
    return FALSE;

  assessment = assessment_new ();
  g_ptr_array_add (assessments, assessment);

  return ts_sample_take_text (place, "organisation", &assessment->organisation, error) &&
         ts_sample_take_text (place, "framework", &assessment->framework, error) &&
         take_year (place, &assessment->year, error) &&
         ts_sample_take_text (place, "stage", &assessment->stage, error) &&
         read_carrying (place, assessment, error) &&
         read_all_targets (place, assessment, error) &&
         read_array (self, place, "ratings", assessment->ratings, read_rating, error) &&
         read_levels (place, "compact", TRUE, assessment->brief, error) &&
         read_levels (place, "stated", FALSE, assessment->brief, error) &&
         ts_sample_read_review (place, &assessment->review, error);
}

static gboolean
read_link (TsSampleData       *self,
           const TsJsonPlace  *place,
           GPtrArray          *links,
           GError            **error)
{
  TsSampleLink *link;

  if (!ts_json_place_check_object (place, link_members, error))
    return FALSE;

  link = g_new0 (TsSampleLink, 1);
  g_ptr_array_add (links, link);

  return take_year (place, &link->year, error) &&
         ts_sample_take_text (place, "node", &link->node, error) &&
         ts_sample_take_optional_text (place, "place", &link->place, error);
}

static gboolean
read_evidence (TsSampleData       *self,
               const TsJsonPlace  *place,
               GPtrArray          *evidence,
               GError            **error)
{
  TsSampleEvidence *item;

  if (!ts_json_place_check_object (place, evidence_members, error))
    return FALSE;

  item = g_new0 (TsSampleEvidence, 1);
  item->links = g_ptr_array_new_with_free_func (link_free);
  g_ptr_array_add (evidence, item);

  return ts_sample_take_text (place, "organisation", &item->organisation, error) &&
         ts_sample_take_text (place, "title", &item->title, error) &&
         ts_sample_take_text (place, "kind", &item->kind, error) &&
         ts_sample_take_optional_text (place, "file", &item->file, error) &&
         ts_sample_take_optional_text (place, "address", &item->address, error) &&
         ts_sample_take_text (place, "received", &item->received, error) &&
         ts_sample_take_optional_text (place, "period-from", &item->period_from, error) &&
         ts_sample_take_optional_text (place, "period-to", &item->period_to, error) &&
         read_array (self, place, "links", item->links, read_link, error);
}

/**
 * ts_sample_data_read:
 * @file: the file's name for messages
 * @text: the file's bytes
 * @length: their number
 * @error: where to put what is wrong: %TS_EXCHANGE_ERROR_SYNTAX or %TS_EXCHANGE_ERROR_INVALID
 *
 * Returns: (transfer full): what the file says
 */
TsSampleData *
ts_sample_data_read (const char  *file,
                     const char  *text,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (TsSampleData) self = NULL;
  g_autoptr (JsonNode) document = NULL;
  TsJsonPlace root;

  g_return_val_if_fail (file != NULL && text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  document = ts_json_document_read (file, text, length, error);

  if (document == NULL)
    return NULL;

  self = ts_sample_data_new ();
  root = ts_json_place_root (file, document);

  if (!ts_json_place_check_object (&root, document_members, error) ||
      !read_array (self, &root, "people", self->people, read_person, error) ||
      !ts_sample_read_organisations (&root, self->organisations, error) ||
      !read_array (self, &root, "assessments", self->assessments, read_assessment, error) ||
      !read_array (self, &root, "evidence", self->evidence, read_evidence, error) ||
      !ts_sample_read_outcomes (&root, self->outcomes, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ts_sample_data_add_person (TsSampleData *self,
                           const char   *name,
                           const char   *role)
{
  TsSamplePerson *person = g_new0 (TsSamplePerson, 1);

  g_return_if_fail (self != NULL && name != NULL && role != NULL);

  person->name = g_strdup (name);
  person->role = g_strdup (role);
  g_ptr_array_add (self->people, person);
}

/**
 * ts_sample_data_add_assessment:
 * @self: a sample
 * @organisation: the code of an organisation of it
 * @framework: the id of a built-in framework
 * @year: the calendar year in which the financial year begins
 * @stage: the name of the stage that it has reached
 *
 * Returns: (transfer none): the assessment, without targets and ratings
 */
TsSampleAssessment *
ts_sample_data_add_assessment (TsSampleData *self,
                               const char   *organisation,
                               const char   *framework,
                               int           year,
                               const char   *stage)
{
  TsSampleAssessment *assessment;

  g_return_val_if_fail (self != NULL && organisation != NULL && framework != NULL && stage != NULL, NULL);

  assessment = assessment_new ();
  assessment->organisation = g_strdup (organisation);
  assessment->framework = g_strdup (framework);
  assessment->year = year;
  assessment->stage = g_strdup (stage);
  g_ptr_array_add (self->assessments, assessment);

  return assessment;
}

/**
 * ts_sample_assessment_add_level:
 * @assessment: an assessment
 * @node: a criterion or group of its framework
 * @layer: the name of a layer
 * @level: as a token of the scale
 *
 * Tells a rating by its level alone.
 */
void
ts_sample_assessment_add_level (TsSampleAssessment *assessment,
                                const char         *node,
                                const char         *layer,
                                const char         *level)
{
  TsSampleRating *rating = g_new0 (TsSampleRating, 1);

  g_return_if_fail (assessment != NULL && node != NULL && layer != NULL && level != NULL);

  rating->node = g_strdup (node);
  rating->layer = g_strdup (layer);
  rating->assessor = g_strdup ("");
  rating->level = g_strdup (level);
  rating->rationale = g_strdup ("");
  g_ptr_array_add (assessment->brief, rating);
}

void
ts_sample_assessment_add_target (TsSampleAssessment *assessment,
                                 const char         *node,
                                 int                 year,
                                 int                 level)
{
  TsSampleTarget *target = g_new0 (TsSampleTarget, 1);

  g_return_if_fail (assessment != NULL && node != NULL);

  target->node = g_strdup (node);
  target->year = year;
  target->level = level;
  g_ptr_array_add (assessment->targets, target);
}
