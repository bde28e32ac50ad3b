/* ts-search-finder.c — looking for words on a workbook's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-search-finder.h"

#include "core/ts-begin.h"
#include "core/ts-layer.h"
#include "core/ts-node-match.h"
#include "model/ts-search-hit-private.h"
#include "model/ts-search-scene.h"
#include "model/ts-workplace.h"
#include "store/ts-reader.h"
#include "store/ts-search.h"

#include <glib/gi18n-lib.h>

/* Nobody reads further; one types another word. */
#define MOST_CRITERIA 15
#define MOST_NEAR     40
#define MOST_OF_ALL   60

typedef struct
{
  TsWorkplace *workplace;
  TsTextQuery *query;
  TsSearchScene *scene;
  GPtrArray *hits;
  GHashTable *keys; /* of the hits */
  guint n_records;
  GError *error;
} Finder;

static void
add_hit (Finder                 *self,
         const TsSearchHitFacts *facts)
{
  TsSearchHit *hit;

  if (g_hash_table_contains (self->keys, facts->key))
    return;

  hit = ts_search_hit_new (self->query, facts);
  g_hash_table_add (self->keys, (gpointer) ts_search_hit_get_key (hit));
  g_ptr_array_add (self->hits, hit);
}

static char *
make_place (const TsNode *node)
{
  return g_strconcat (ts_node_is_group (node) ? "group/" : "criterion/", node->id, NULL);
}

/* Criteria */

/* What the line is, if it is not simply about the criterion. */
static char *
describe_text (const TsNodeMatch *match)
{
  if (match->text == NULL)
    return NULL;

  switch (match->kind)
    {
    case TS_NODE_TEXT_DESCRIPTOR:
      /* Translators: in a list of what was found. A level and what it means: "Level 3: All of it." */
      return g_strdup_printf (C_("what was found", "%s: %s"), ts_scale_get_label (match->node->section->scale, match->level), match->text);

    case TS_NODE_TEXT_SUMMARY:
    case TS_NODE_TEXT_DEFINITION:
    case TS_NODE_TEXT_PROMPT:
    default:
      return g_strdup (match->text);
    }
}

/* What one framework says and an earlier one said in the same place is listed once. */
static void
add_criteria (Finder                *self,
              const TsSearchSetting *setting)
{
  g_autoptr (GArray) matches = ts_node_match_list (setting->framework, self->query);

  for (guint i = 0; i < MIN (matches->len, MOST_CRITERIA); i++)
    {
      const TsNodeMatch *match = &g_array_index (matches, TsNodeMatch, i);
      g_autofree char *place = make_place (match->node);
      g_autofree char *title = ts_node_dup_title (match->node);
      g_autofree char *text = describe_text (match);
      TsSearchHitFacts facts = {
        .kind = TS_SEARCH_CRITERION,
        .key = place,
        .title = title,
        .text = text,
        .context = setting->context,
        .assessment_id = ts_row_get_id (setting->assessment),
        .place = place,
      };

      add_hit (self, &facts);
    }
}

/* Those of the assessment that is looked at, then those of the organisation's other years. */
static gboolean
find_criteria (Finder  *self,
               GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const char *assessment_id = ts_search_scene_get_assessment_id (self->scene);
  const TsSearchSetting *setting;
  GPtrArray *assessments;

  if (assessment_id == NULL)
    return TRUE;

  if (!ts_search_scene_find (self->scene, assessment_id, &setting, error) ||
      !ts_search_scene_list_assessments (self->scene, ts_search_scene_get_organisation_id (self->scene), &assessments, error))
    return FALSE;

  g_hash_table_add (seen, setting->framework);
  add_criteria (self, setting);

  for (guint i = 0; i < assessments->len; i++)
    {
      if (!ts_search_scene_find (self->scene, ts_row_get_id (g_ptr_array_index (assessments, i)), &setting, error))
        return FALSE;

      if (setting != NULL && g_hash_table_add (seen, setting->framework))
        add_criteria (self, setting);
    }

  return TRUE;
}

/* What the workbook's index finds */

/* Where a part of a review is shown, if somebody reviews the assessment here; else NULL. */
static gboolean
make_review_place (Finder      *self,
                   const char  *assessment_id,
                   const char  *page,
                   const char  *node_id,
                   char       **place,
                   GError     **error)
{
  g_autoptr (GPtrArray) rounds = ts_workbook_read_rows (self->workplace->workbook, TS_ENTITY_ROUND_ASSESSMENT, TS_ROUND_ASSESSMENT_ASSESSMENT, assessment_id, error);

  *place = NULL;

  if (rounds == NULL)
    return FALSE;

  if (rounds->len > 0)
    *place = node_id != NULL ? g_strconcat (TS_SEARCH_REVIEW_PLACE, page, "/", node_id, NULL) : g_strconcat (TS_SEARCH_REVIEW_PLACE, page, NULL);

  return TRUE;
}

/* One's own scores are where one scores; those of others where they are spoken about. */
static const char *
get_review_page (Finder      *self,
                 const TsRow *rating,
                 TsLayer      layer)
{
  const char *reader = ts_workbook_get_reader (self->workplace->workbook);

  switch (layer)
    {
    case TS_LAYER_DESK:
      return "desk";

    case TS_LAYER_REVIEWER:
      return reader != NULL && g_strcmp0 (ts_row_get_text (rating, TS_RATING_ASSESSOR), reader) == 0 ? "scores" : "consensus";

    case TS_LAYER_PANEL:
      return "consensus";

    case TS_LAYER_FINAL:
      return "calibration";

    case TS_LAYER_SELF:
    default:
      return NULL;
    }
}

static char *
join_context (const TsSearchSetting *setting,
              const char            *what)
{
  return setting->context != NULL ? g_strdup_printf ("%s · %s", setting->context, what) : g_strdup (what);
}

static gboolean
add_rating (Finder                *self,
            const TsSearchRecord  *record,
            GError               **error)
{
  g_autoptr (TsRow) rating = NULL;
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *context = NULL;
  const TsSearchSetting *setting;
  const TsNode *node;
  TsLayer layer = TS_LAYER_SELF;

  if (!ts_search_scene_find (self->scene, record->about, &setting, error) ||
      !ts_workplace_read_optional_row (self->workplace, TS_ENTITY_RATING, record->row_id, &rating, error))
    return FALSE;

  if (setting == NULL || rating == NULL)
    return TRUE;

  node = ts_framework_find_node (setting->framework, record->node);
  title = node != NULL ? ts_node_dup_title (node) : g_strdup (record->node);
  context = g_strdup (setting->context);

  /* Whose judgement it is, where it is not the board's own. */
  if (ts_layer_from_name (ts_row_get_text (rating, TS_RATING_LAYER), &layer) && layer != TS_LAYER_SELF)
    {
      const char *assessor = ts_row_get_text (rating, TS_RATING_ASSESSOR);

      g_free (context);
      context = join_context (setting, layer == TS_LAYER_REVIEWER && *assessor != '\0' ? assessor : ts_layer_get_title (layer));

      if (!make_review_place (self, record->about, get_review_page (self, rating, layer), record->node, &place, error))
        return FALSE;
    }

  if (place == NULL)
    place = node != NULL ? make_place (node) : g_strconcat ("criterion/", record->node, NULL);

  add_hit (self, &(TsSearchHitFacts) {
                   .kind = TS_SEARCH_REASON,
                   .key = record->row_id,
                   .title = title,
                   .text = record->body,
                   .context = context,
                   .assessment_id = record->about,
                   .place = place,
                 });

  return TRUE;
}

/* What a review has said of an assessment that is not a level, the page on which it stands, and what it is. */
static const struct
{
  TsEntity entity;
  const char *page;
  const char *title;
} notes[] = {
  { TS_ENTITY_ENQUIRY, "desk", NC_("what was found", "Line of enquiry") },
  { TS_ENTITY_EVIDENCE_REVIEW, "desk", NC_("what was found", "Finding on evidence") },
  { TS_ENTITY_DISSENT, "consensus", NC_("what was found", "Dissent") },
  { TS_ENTITY_REPLY, "reply", NC_("what was found", "Reply") },
  { TS_ENTITY_REPORT_TEXT, "report", NC_("what was found", "Panel report") },
};

static gboolean
add_note (Finder                *self,
          const TsSearchRecord  *record,
          GError               **error)
{
  const TsSearchSetting *setting;
  const TsNode *node;
  g_autofree char *place = NULL;
  g_autofree char *title = NULL;
  g_autofree char *context = NULL;
  const char *what = NULL;
  guint kind;

  for (kind = 0; notes[kind].entity != record->entity; kind++)
    g_assert (kind + 1 < G_N_ELEMENTS (notes));

  if (!ts_search_scene_find (self->scene, record->about, &setting, error) ||
      !make_review_place (self, record->about, notes[kind].page, record->node, &place, error))
    return FALSE;

  if (setting == NULL)
    return TRUE;

  what = g_dpgettext2 (GETTEXT_PACKAGE, "what was found", notes[kind].title);
  node = record->node != NULL ? ts_framework_find_node (setting->framework, record->node) : NULL;
  title = node != NULL ? ts_node_dup_title (node) : g_strdup (record->node != NULL ? record->node : what);
  context = record->node != NULL ? join_context (setting, what) : g_strdup (setting->context);

  if (place == NULL)
    place = node != NULL ? make_place (node) : g_strdup ("overview");

  add_hit (self, &(TsSearchHitFacts) {
                   .kind = TS_SEARCH_REVIEW,
                   .key = record->row_id,
                   .title = title,
                   .text = *record->body != '\0' ? record->body : record->name,
                   .context = context,
                   .assessment_id = record->about,
                   .place = place,
                 });

  return TRUE;
}

/* Where something of an organisation is shown: in the assessment that is looked at, or another organisation's last one. */
static gboolean
choose_assessment (Finder      *self,
                   const char  *organisation_id,
                   const char **assessment_id,
                   char       **context,
                   GError     **error)
{
  *context = NULL;

  return ts_search_scene_choose (self->scene, organisation_id, assessment_id, error) &&
         (g_strcmp0 (organisation_id, ts_search_scene_get_organisation_id (self->scene)) == 0 ||
          ts_search_scene_name (self->scene, organisation_id, 0, context, error));
}

static gboolean
add_of_organisation (Finder                *self,
                     const TsSearchRecord  *record,
                     TsSearchKind           kind,
                     const char            *page,
                     GError               **error)
{
  g_autofree char *context = NULL;
  g_autofree char *place = NULL;
  gboolean in_name = *record->name != '\0' && ts_text_query_find (self->query, record->body, NULL) == 0;
  const char *assessment_id;

  if (!choose_assessment (self, record->about, &assessment_id, &context, error))
    return FALSE;

  /* Without an assessment there is nowhere but the organisation's own page. */
  place = assessment_id != NULL ? g_strconcat (page, "/", record->row_id, NULL) : g_strconcat ("organisations/", record->about, NULL);

  add_hit (self, &(TsSearchHitFacts) {
                   .kind = kind,
                   .key = record->row_id,
                   .title = record->title,
                   .text = in_name ? record->name : record->body,
                   .context = context,
                   .assessment_id = assessment_id,
                   .place = place,
                 });

  return TRUE;
}

static gboolean
add_link (Finder                *self,
          const TsSearchRecord  *record,
          GError               **error)
{
  g_autoptr (TsRow) link = NULL;
  g_autoptr (TsRow) evidence = NULL;
  g_autofree char *place = NULL;
  g_autofree char *node_title = NULL;
  g_autofree char *context = NULL;
  const TsSearchSetting *setting;
  const TsNode *node;

  if (!ts_search_scene_find (self->scene, record->about, &setting, error) ||
      !ts_workplace_read_optional_row (self->workplace, TS_ENTITY_EVIDENCE_LINK, record->row_id, &link, error))
    return FALSE;

  if (setting == NULL || link == NULL)
    return TRUE;

  if (!ts_workplace_read_optional_row (self->workplace, TS_ENTITY_EVIDENCE, ts_row_get_text (link, TS_EVIDENCE_LINK_EVIDENCE), &evidence, error))
    return FALSE;

  if (evidence == NULL)
    return TRUE;

  node = ts_framework_find_node (setting->framework, record->node);
  node_title = node != NULL ? ts_node_dup_title (node) : g_strdup (record->node);
  place = node != NULL ? make_place (node) : g_strconcat ("criterion/", record->node, NULL);
  context = setting->context != NULL ? g_strdup_printf ("%s · %s", node_title, setting->context) : g_strdup (node_title);

  add_hit (self, &(TsSearchHitFacts) {
                   .kind = TS_SEARCH_EVIDENCE,
                   .key = record->row_id,
                   .title = ts_row_get_text (evidence, TS_EVIDENCE_TITLE),
                   .text = record->name,
                   .context = context,
                   .assessment_id = record->about,
                   .place = place,
                 });

  return TRUE;
}

/* Its code and its names are rows of their own, but it is one thing. */
static gboolean
add_organisation (Finder                *self,
                  const TsSearchRecord  *record,
                  GError               **error)
{
  g_autoptr (TsRow) organisation = NULL;
  g_autofree char *key = g_strconcat ("organisations/", record->about, NULL);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!ts_workplace_read_optional_row (self->workplace, TS_ENTITY_ORGANISATION, record->about, &organisation, error))
    return FALSE;

  if (organisation == NULL)
    return TRUE;

  if (!ts_search_scene_name (self->scene, record->about, 0, &name, error))
    return FALSE;

  text = g_strdup_printf ("%s · %s", ts_row_get_text (organisation, TS_ORGANISATION_CODE),
                          ts_organisation_kind_get_title (ts_row_get_text (organisation, TS_ORGANISATION_KIND)));

  add_hit (self, &(TsSearchHitFacts) {
                   .kind = TS_SEARCH_ORGANISATION,
                   .key = key,
                   .title = *record->title != '\0' ? record->title : name,
                   .text = text,
                   .place = key,
                 });

  return TRUE;
}

static gboolean
add_record (const TsSearchRecord *record,
            gpointer              data)
{
  Finder *self = data;

  self->n_records++;

  if (record->about == NULL)
    return TRUE;

  switch (record->entity)
    {
    case TS_ENTITY_RATING:
      return record->node == NULL || add_rating (self, record, &self->error);

    case TS_ENTITY_EVIDENCE:
      return add_of_organisation (self, record, TS_SEARCH_EVIDENCE, "evidence", &self->error);

    case TS_ENTITY_EVIDENCE_LINK:
      return record->node == NULL || add_link (self, record, &self->error);

    case TS_ENTITY_ENQUIRY:
    case TS_ENTITY_EVIDENCE_REVIEW:
    case TS_ENTITY_DISSENT:
    case TS_ENTITY_REPLY:
    case TS_ENTITY_REPORT_TEXT:
      return add_note (self, record, &self->error);

    case TS_ENTITY_OUTCOME:
      return add_of_organisation (self, record, TS_SEARCH_OUTCOME, "outcomes", &self->error);

    case TS_ENTITY_ORGANISATION:
    case TS_ENTITY_ORGANISATION_NAME:
      return add_organisation (self, record, &self->error);

    default:
      return TRUE;
    }
}

static gboolean
find_records (Finder *self,
              const char *const *about,
              guint most,
              GError **error)
{
  /* A letter is in every text. */
  if (ts_text_query_get_n_words (self->query) == 1 && !ts_text_query_is_prefix (self->query, 0))
    return TRUE;

  if (!ts_workbook_search (self->workplace->workbook, self->query, about, most, add_record, self, error))
    return FALSE;

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

static gboolean
find_near (Finder  *self,
           GError **error)
{
  const char *organisation_id = ts_search_scene_get_organisation_id (self->scene);
  g_autoptr (GPtrArray) about = g_ptr_array_new ();
  GPtrArray *assessments;

  if (!find_criteria (self, error))
    return FALSE;

  if (organisation_id == NULL)
    return TRUE;

  if (!ts_search_scene_list_assessments (self->scene, organisation_id, &assessments, error))
    return FALSE;

  g_ptr_array_add (about, (gpointer) organisation_id);

  for (guint i = 0; i < assessments->len; i++)
    g_ptr_array_add (about, (gpointer) ts_row_get_id (g_ptr_array_index (assessments, i)));

  g_ptr_array_add (about, NULL);

  return find_records (self, (const char *const *) about->pdata, MOST_NEAR, error);
}

/* By kind; what is in the assessment that is looked at comes first. The sort is stable, so that else the best stay in front. */
static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  TsSearchHit *first = *(TsSearchHit *const *) a;
  TsSearchHit *second = *(TsSearchHit *const *) b;
  const char *assessment_id = data;

  if (ts_search_hit_get_kind (first) != ts_search_hit_get_kind (second))
    return (int) ts_search_hit_get_kind (first) - (int) ts_search_hit_get_kind (second);

  return (g_strcmp0 (ts_search_hit_get_assessment_id (first), assessment_id) != 0) -
         (g_strcmp0 (ts_search_hit_get_assessment_id (second), assessment_id) != 0);
}

/**
 * ts_search_find:
 * @workplace: a workbook's thread
 * @text: what somebody typed
 * @assessment_id: (nullable): the assessment that is looked at
 * @reach: where to look
 * @error: where to put an error
 *
 * Returns: (transfer full): what was found, or %NULL with an error
 */
TsSearchFindings *
ts_search_find (TsWorkplace    *workplace,
                const char     *text,
                const char     *assessment_id,
                TsSearchReach   reach,
                GError        **error)
{
  g_autoptr (TsTextQuery) query = ts_text_query_new (text);
  g_autoptr (TsSearchScene) scene = ts_search_scene_new (workplace, assessment_id, error);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  Finder finder = { workplace, query, scene, hits, keys, 0, NULL };
  TsSearchFindings *findings;
  gboolean found;

  if (scene == NULL)
    return NULL;

  if (reach == TS_SEARCH_NEAR)
    found = find_near (&finder, error);
  else
    found = find_records (&finder, NULL, MOST_OF_ALL, error);

  if (!found)
    return NULL;

  if (hits->len > 1)
    g_ptr_array_sort_with_data (hits, compare_hits, (gpointer) assessment_id);

  findings = g_new0 (TsSearchFindings, 1);
  findings->hits = g_steal_pointer (&hits);
  findings->more = reach == TS_SEARCH_EVERYWHERE && finder.n_records == MOST_OF_ALL;

  return findings;
}

void
ts_search_findings_free (TsSearchFindings *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->hits);
  g_free (self);
}
