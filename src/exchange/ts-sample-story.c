/* ts-sample-story.c — the sample as one change after the other
 *
 * A workbook that has been worked in has a history: so the sample is told as what people did in it, with the changes that the program itself would
 * make. The same sample and seed give the same changes, to the last microsecond and id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story.h"

#include "core/ts-attach.h"
#include "core/ts-begin.h"
#include "core/ts-identifier.h"
#include "core/ts-rate.h"
#include "core/ts-year.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gint64 at;
  const char *author;
  TsChange *change;
  GBytes *content;
  guint position;
} Event;

typedef struct
{
  TsFramework *framework;
  TsRow *row;
  gboolean kept; /* whether a change has put it into the workbook */
} Framework;

typedef struct
{
  const TsSampleAssessment *sample;
  const TsSampleOrganisation *organisation;
  Framework *framework;
  TsRow *row; /* as it is after the events so far */
  TsStage last_stage;
  gboolean told; /* in full, rating by rating */
} Assessment;

typedef struct
{
  const TsSampleData *sample;
  GRand *random;
  TsSampleFileFunction get_file;
  gpointer data;
  GHashTable *organisations; /* code → TsRow */
  GHashTable *frameworks;    /* code → Framework */
  GPtrArray *assessments;
  GArray *events;
  GError *error;
} Story;

/* Who answers for what at the board that is told in full. */
static const struct
{
  const char *group;
  const char *role;
} roles[] = {
  { "1", "Chief executive" },
  { "2", "Director of public health" },
  { "3", "Director of nursing" },
  { "4", "Clinical chair" },
  { "5", "Director of public health" },
  { "6", "Director of commissioning" },
  { "7", "Director of commissioning" },
  { "8", "Director of nursing" },
  { "9", "Director of commissioning" },
  { "10", "Director of commissioning" },
  { "11", "Director of finance" },
  { "strategy", "Chief executive" },
  { "finance", "Director of finance" },
  { "board", "Chair" },
};

#define SECRETARY "Board secretary"
#define CHAIR     "Chair"
#define ANALYST   "SHA assurance analyst"

static const char *
find_person (Story      *story,
             const char *role)
{
  for (guint i = 0; i < story->sample->people->len; i++)
    {
      const TsSamplePerson *person = g_ptr_array_index (story->sample->people, i);

      if (g_str_equal (person->role, role))
        return person->name;
    }

  return "";
}

static const char *
find_author (Story        *story,
             const TsNode *node)
{
  const char *group = node->group != NULL ? node->group->id : node->id;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_str_equal (roles[i].group, group))
        return find_person (story, roles[i].role);
    }

  return find_person (story, SECRETARY);
}

static gboolean G_GNUC_PRINTF (2, 3)
  story_fail (Story *story,
              const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  story->error = g_error_new_valist (TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID, format, arguments);
  va_end (arguments);

  return FALSE;
}

/* Takes the change, which may be NULL where core refused to make it. */
static gboolean
add_event (Story      *story,
           gint64      at,
           const char *author,
           TsChange   *change,
           GBytes     *content)
{
  Event event = {
    .at = at + g_rand_int_range (story->random, 0, 8 * 60) * G_USEC_PER_SEC,
    .author = author,
    .change = change,
    .content = content,
    .position = story->events->len,
  };

  if (change == NULL)
    {
      g_clear_pointer (&content, g_bytes_unref);
      return FALSE;
    }

  g_array_append_val (story->events, event);

  return TRUE;
}

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_clear_pointer (&event->change, ts_change_unref);
  g_clear_pointer (&event->content, g_bytes_unref);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *first = a;
  const Event *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;

  return first->position < second->position ? -1 : first->position > second->position;
}

/* --- Organisations and frameworks --- */

static gboolean
add_organisation (Story                      *story,
                  TsChange                   *change,
                  const TsSampleOrganisation *sample)
{
  g_autofree char *id = ts_identifier_derive ("organisation", sample->code, NULL);
  g_autoptr (TsRow) name = NULL;
  TsRow *row = ts_organisation_new (id, sample->code, sample->kind, &story->error);

  if (row == NULL)
    return FALSE;

  ts_row_set_text (row, TS_ORGANISATION_OPENED, sample->opened);
  ts_row_set_text (row, TS_ORGANISATION_CLOSED, sample->closed);
  g_hash_table_insert (story->organisations, sample->code, row);
  name = ts_organisation_name_new (row, sample->name, sample->opened, &story->error);

  if (name == NULL)
    return FALSE;

  ts_change_create (change, row);
  ts_change_create (change, name);

  return TRUE;
}

static gboolean
add_parent (Story                      *story,
            TsChange                   *change,
            const TsSampleOrganisation *sample)
{
  const TsRow *child = g_hash_table_lookup (story->organisations, sample->code);
  const TsRow *parent;
  g_autofree char *id = NULL;
  g_autoptr (TsRow) row = NULL;

  if (sample->parent == NULL)
    return TRUE;

  parent = g_hash_table_lookup (story->organisations, sample->parent);

  if (parent == NULL)
    return story_fail (story, _("the sample has no organisation “%s”"), sample->parent);

  id = ts_identifier_derive ("organisation_parent", ts_row_get_id (child), ts_row_get_id (parent), sample->opened, NULL);
  row = ts_row_new (TS_ENTITY_ORGANISATION_PARENT, id);
  ts_row_set_text (row, TS_ORGANISATION_PARENT_ORGANISATION, ts_row_get_id (child));
  ts_row_set_text (row, TS_ORGANISATION_PARENT_PARENT, ts_row_get_id (parent));
  ts_row_set_text (row, TS_ORGANISATION_PARENT_VALID_FROM, sample->opened);
  ts_change_create (change, row);

  return TRUE;
}

static gboolean
tell_organisations (Story *story)
{
  const GPtrArray *organisations = story->sample->organisations;
  g_autofree char *label = NULL;
  g_autoptr (TsChange) change = NULL;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u organisation", "Add %u organisations", organisations->len),
                           organisations->len);
  change = ts_change_new (label);

  for (guint i = 0; i < organisations->len; i++)
    {
      if (!add_organisation (story, change, g_ptr_array_index (organisations, i)))
        return FALSE;
    }

  for (guint i = 0; i < organisations->len; i++)
    {
      if (!add_parent (story, change, g_ptr_array_index (organisations, i)))
        return FALSE;
    }

  return add_event (story, ts_sample_calendar_at (2008, 9, 1, 10), find_person (story, ANALYST), g_steal_pointer (&change), NULL);
}

static void
framework_free (gpointer data)
{
  Framework *framework = data;

  ts_framework_unref (framework->framework);
  ts_row_unref (framework->row);
  g_free (framework);
}

static Framework *
find_framework (Story      *story,
                const char *code)
{
  Framework *framework = g_hash_table_lookup (story->frameworks, code);
  g_autoptr (TsFramework) parsed = NULL;
  g_autofree char *text = NULL;

  if (framework != NULL)
    return framework;

  parsed = ts_framework_library_get (code, &story->error);

  if (parsed == NULL)
    return NULL;

  text = ts_framework_library_get_text (code, &story->error);
  framework = g_new0 (Framework, 1);
  framework->row = ts_framework_library_make_row (parsed, text);
  framework->framework = g_steal_pointer (&parsed);
  g_hash_table_insert (story->frameworks, g_strdup (code), framework);

  return framework;
}

static TsRow *
take_unkept (Framework *framework)
{
  if (framework->kept)
    return NULL;

  framework->kept = TRUE;

  return framework->row;
}

/* --- Assessments --- */

static const TsSampleOrganisation *
find_organisation (Story      *story,
                   const char *code)
{
  for (guint i = 0; i < story->sample->organisations->len; i++)
    {
      const TsSampleOrganisation *organisation = g_ptr_array_index (story->sample->organisations, i);

      if (g_str_equal (organisation->code, code))
        return organisation;
    }

  story_fail (story, _("the sample has no organisation “%s”"), code);

  return NULL;
}

static void
assessment_free (gpointer data)
{
  Assessment *assessment = data;

  ts_row_unref (assessment->row);
  g_free (assessment);
}

static gboolean
prepare_assessment (Story                    *story,
                    const TsSampleAssessment *sample)
{
  const TsSampleOrganisation *organisation = find_organisation (story, sample->organisation);
  Framework *framework;
  Assessment *assessment;
  TsStage stage;

  if (organisation == NULL)
    return FALSE;

  framework = find_framework (story, sample->framework);

  if (framework == NULL)
    return FALSE;

  if (!ts_stage_from_name (sample->stage, &stage))
    return story_fail (story, _("the sample has an unknown stage “%s”"), sample->stage);

  assessment = g_new0 (Assessment, 1);
  assessment->sample = sample;
  assessment->organisation = organisation;
  assessment->framework = framework;
  assessment->row = ts_assessment_new (g_hash_table_lookup (story->organisations, sample->organisation), framework->row, sample->year);
  assessment->last_stage = stage;
  assessment->told = sample->ratings->len > 0;
  g_ptr_array_add (story->assessments, assessment);

  return TRUE;
}

static char *
name_assessment (const Assessment *assessment)
{
  g_autofree char *year = ts_year_format (assessment->sample->year);

  return g_strdup_printf ("%s, %s", assessment->organisation->name, year);
}

static gboolean
tell_beginning (Story      *story,
                Assessment *assessment)
{
  TsChange *change = ts_change_begin_assessment (NULL, NULL, take_unkept (assessment->framework), assessment->row,
                                                 assessment->organisation->name);
  gint64 at = ts_sample_calendar_stage (assessment->sample->year, TS_STAGE_DRAFT);

  if (!assessment->told)
    at += 3 * 60 * TS_SAMPLE_MINUTE;

  return add_event (story, at, find_person (story, assessment->told ? SECRETARY : ANALYST), change, NULL);
}

static const TsNode *
find_node (Story            *story,
           const Assessment *assessment,
           const char       *id)
{
  const TsNode *node = ts_framework_find_node (assessment->framework->framework, id);

  if (node == NULL)
    story_fail (story, _("the sample rates “%s”, which its framework does not have"), id);

  return node;
}

static int
find_level (Story        *story,
            const TsNode *node,
            const char   *token)
{
  int level = ts_scale_find (node->section->scale, token);

  if (level == 0)
    story_fail (story, _("the sample gives %s the unknown level “%s”"), node->id, token);

  return level;
}

/* A level, and a few minutes later the reason for it. */
static gboolean
tell_rating (Story                *story,
             const Assessment     *assessment,
             const TsSampleRating *rating,
             gint64                at)
{
  const TsNode *node = find_node (story, assessment, rating->node);
  const TsFramework *framework = assessment->framework->framework;
  const char *author;
  TsChange *change;
  TsRow *row;
  TsLayer layer;
  int level;

  if (node == NULL)
    return FALSE;

  if (!ts_layer_from_name (rating->layer, &layer))
    return story_fail (story, _("the sample has an unknown layer “%s”"), rating->layer);

  level = find_level (story, node, rating->level);

  if (level == 0)
    return FALSE;

  author = find_author (story, node);
  change = ts_change_rate (assessment->row, framework, node->id, layer, rating->assessor, NULL, level, &story->error);

  if (!add_event (story, at, author, change, NULL))
    return FALSE;

  if (*rating->rationale == '\0')
    return TRUE;

  row = ts_change_find_after (change, TS_ENTITY_RATING);
  change = ts_change_explain (assessment->row, framework, node->id, layer, rating->assessor, row, rating->rationale, &story->error);

  return add_event (story, at + 10 * TS_SAMPLE_MINUTE, author, change, NULL);
}

static gboolean
tell_ratings (Story            *story,
              const Assessment *assessment)
{
  const GPtrArray *ratings = assessment->sample->ratings;
  int year = assessment->sample->year;
  gint64 first = ts_sample_calendar_at (year, 10, 5, 0);
  gint64 last;

  /* A draft is still being worked on: the last thing that happened is about it. */
  if (assessment->last_stage == TS_STAGE_DRAFT)
    last = ts_sample_calendar_at (year + 1, 1, 22, 0);
  else
    last = ts_sample_calendar_at (year, 11, 27, 0);

  for (guint i = 0; i < ratings->len; i++)
    {
      if (!tell_rating (story, assessment, g_ptr_array_index (ratings, i),
                        ts_sample_calendar_spread (first, last, i, ratings->len)))
        return FALSE;
    }

  return TRUE;
}

/* Levels that come in one go, as from a file. */
static gboolean
tell_brief_ratings (Story            *story,
                    const Assessment *assessment)
{
  const GPtrArray *ratings = assessment->sample->brief;
  g_autofree char *name = name_assessment (assessment);
  g_autofree char *label = NULL;
  g_autoptr (TsChange) change = NULL;
  TsLayer layer = TS_LAYER_SELF;
  gint64 at;

  if (ratings->len == 0)
    return TRUE;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u level", "%s: %u levels", ratings->len), name, ratings->len);
  change = ts_change_new (label);

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (ratings, i);
      const TsNode *node = find_node (story, assessment, rating->node);
      g_autofree char *id = NULL;
      g_autoptr (TsRow) row = NULL;
      int level;

      if (node == NULL)
        return FALSE;

      if (!ts_layer_from_name (rating->layer, &layer))
        return story_fail (story, _("the sample has an unknown layer “%s”"), rating->layer);

      level = find_level (story, node, rating->level);

      if (level == 0)
        return FALSE;

      id = ts_rating_row_id (ts_row_get_id (assessment->row), node->id, layer, "");
      row = ts_row_new (TS_ENTITY_RATING, id);
      ts_row_set_text (row, TS_RATING_ASSESSMENT, ts_row_get_id (assessment->row));
      ts_row_set_text (row, TS_RATING_NODE, node->id);
      ts_row_set_text (row, TS_RATING_LAYER, rating->layer);
      ts_row_set_text (row, TS_RATING_ASSESSOR, "");
      ts_row_set_integer (row, TS_RATING_LEVEL, level);
      ts_change_create (change, row);
    }

  /* The board's own before the board approves; the settled ones after the panels' levels have been compared. */
  if (layer == TS_LAYER_SELF)
    at = ts_sample_calendar_at (assessment->sample->year, 11, 12, 0);
  else
    at = ts_sample_calendar_stage (assessment->sample->year, TS_STAGE_MODERATED) + 60 * TS_SAMPLE_MINUTE;

  return add_event (story, at, find_person (story, ANALYST), g_steal_pointer (&change), NULL);
}

static gboolean
tell_targets (Story            *story,
              const Assessment *assessment)
{
  const GPtrArray *targets = assessment->sample->targets;
  gint64 at = ts_sample_calendar_at (assessment->sample->year, 9, 22, 30);
  const char *author = find_person (story, assessment->told ? SECRETARY : ANALYST);

  for (guint i = 0; i < targets->len; i++)
    {
      const TsSampleTarget *target = g_ptr_array_index (targets, i);
      TsChange *change = ts_change_aim (assessment->row, assessment->framework->framework, target->node, NULL, target->level, &story->error);

      if (!add_event (story, at, author, change, NULL))
        return FALSE;

      at += 9 * TS_SAMPLE_MINUTE;
    }

  return TRUE;
}

static gboolean
tell_stages (Story      *story,
             Assessment *assessment)
{
  g_autofree char *name = name_assessment (assessment);

  for (TsStage stage = TS_STAGE_BOARD_APPROVED; stage <= assessment->last_stage; stage++)
    {
      g_autofree char *label = g_strdup_printf ("%s: %s", name, ts_stage_get_title (stage));
      g_autoptr (TsRow) after = ts_row_copy (assessment->row);
      TsChange *change = ts_change_new (label);
      const char *role = stage == TS_STAGE_BOARD_APPROVED ? CHAIR : stage == TS_STAGE_SUBMITTED ? SECRETARY
                                                                                                : ANALYST;

      ts_row_set_text (after, TS_ASSESSMENT_STAGE, ts_stage_get_name (stage));
      ts_change_update (change, assessment->row, after);
      ts_row_unref (assessment->row);
      assessment->row = g_steal_pointer (&after);

      /* Other boards' people are not in the sample. */
      if (!add_event (story, ts_sample_calendar_stage (assessment->sample->year, stage),
                      find_person (story, assessment->told ? role : ANALYST), change, NULL))
        return FALSE;
    }

  return TRUE;
}

/* --- Evidence --- */

static Assessment *
find_assessment (Story      *story,
                 const char *organisation,
                 int         year)
{
  for (guint i = 0; i < story->assessments->len; i++)
    {
      Assessment *assessment = g_ptr_array_index (story->assessments, i);

      if (assessment->sample->year == year && g_str_equal (assessment->sample->organisation, organisation))
        return assessment;
    }

  story_fail (story, _("the sample links evidence to an assessment that it does not have"));

  return NULL;
}

static const char *
get_media_type (const char *file)
{
  if (g_str_has_suffix (file, ".md"))
    return "text/markdown";

  if (g_str_has_suffix (file, ".csv"))
    return "text/csv";

  return "text/plain";
}

static gboolean
describe_file (Story       *story,
               const char  *file,
               TsRow       *row,
               GBytes     **content)
{
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *hash = NULL;

  *content = story->get_file (file, story->data);

  if (*content == NULL)
    return story_fail (story, _("the sample has no file “%s”"), file);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, *content);
  ts_row_set_text (row, TS_EVIDENCE_CONTENT, hash);
  ts_row_set_text (row, TS_EVIDENCE_FILE_NAME, name);
  ts_row_set_text (row, TS_EVIDENCE_MEDIA_TYPE, get_media_type (file));
  ts_row_set_integer (row, TS_EVIDENCE_SIZE, g_bytes_get_size (*content));

  return TRUE;
}

static TsRow *
make_evidence (Story                   *story,
               const TsSampleEvidence  *sample,
               GBytes                 **content)
{
  g_autofree char *id = ts_identifier_derive ("sample", "evidence", sample->organisation, sample->title, NULL);
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_EVIDENCE, id);
  const TsRow *organisation = g_hash_table_lookup (story->organisations, sample->organisation);

  if (organisation == NULL)
    {
      story_fail (story, _("the sample has no organisation “%s”"), sample->organisation);
      return NULL;
    }

  ts_row_set_text (row, TS_EVIDENCE_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_text (row, TS_EVIDENCE_TITLE, sample->title);
  ts_row_set_text (row, TS_EVIDENCE_KIND, sample->kind);
  ts_row_set_text (row, TS_EVIDENCE_ADDRESS, sample->address);
  ts_row_set_text (row, TS_EVIDENCE_RECEIVED, sample->received);
  ts_row_set_text (row, TS_EVIDENCE_PERIOD_FROM, sample->period_from);
  ts_row_set_text (row, TS_EVIDENCE_PERIOD_TO, sample->period_to);

  if ((sample->file != NULL && !describe_file (story, sample->file, row, content)) || !ts_evidence_check (row, &story->error))
    return NULL;

  return g_steal_pointer (&row);
}

static gboolean
tell_evidence (Story                  *story,
               const TsSampleEvidence *sample)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (TsRow) row = make_evidence (story, sample, &content);
  g_autoptr (TsChange) change = NULL;
  g_autofree char *label = NULL;
  gint64 at;

  if (row == NULL)
    return FALSE;

  at = ts_sample_calendar_after (sample->received, 75);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Attach “%s” to %u criterion", "Attach “%s” to %u criteria", sample->links->len),
                           sample->title, sample->links->len);
  change = ts_change_new (label);
  ts_change_create (change, row);

  for (guint i = 0; i < sample->links->len; i++)
    {
      const TsSampleLink *link = g_ptr_array_index (sample->links, i);
      const Assessment *assessment = find_assessment (story, sample->organisation, link->year);
      g_autoptr (TsRow) link_row = NULL;

      if (assessment == NULL || find_node (story, assessment, link->node) == NULL)
        return FALSE;

      link_row = ts_evidence_link_new (row, assessment->row, link->node);
      ts_row_set_text (link_row, TS_EVIDENCE_LINK_PLACE, link->place);
      ts_change_create (change, link_row);

      /* What came in before there was an assessment to link it to waited for that. */
      at = MAX (at, ts_sample_calendar_at (link->year, 9, 23, 20 + (int) story->events->len % 200));
    }

  return add_event (story, at, find_person (story, SECRETARY), g_steal_pointer (&change), g_steal_pointer (&content));
}

/* --- The whole --- */

static gboolean
tell_assessment (Story      *story,
                 Assessment *assessment)
{
  return tell_beginning (story, assessment) &&
         tell_targets (story, assessment) &&
         tell_ratings (story, assessment) &&
         tell_brief_ratings (story, assessment) &&
         tell_stages (story, assessment);
}

static gboolean
tell_all (Story *story)
{
  if (!tell_organisations (story))
    return FALSE;

  for (guint i = 0; i < story->sample->assessments->len; i++)
    {
      if (!prepare_assessment (story, g_ptr_array_index (story->sample->assessments, i)))
        return FALSE;
    }

  /* Those told in full begin first, and bring the framework. */
  for (guint i = 0; i < story->assessments->len; i++)
    {
      Assessment *assessment = g_ptr_array_index (story->assessments, i);

      if (assessment->told && !tell_assessment (story, assessment))
        return FALSE;
    }

  for (guint i = 0; i < story->assessments->len; i++)
    {
      Assessment *assessment = g_ptr_array_index (story->assessments, i);

      if (!assessment->told && !tell_assessment (story, assessment))
        return FALSE;
    }

  for (guint i = 0; i < story->sample->evidence->len; i++)
    {
      if (!tell_evidence (story, g_ptr_array_index (story->sample->evidence, i)))
        return FALSE;
    }

  return TRUE;
}

static void
step_free (gpointer data)
{
  TsSampleStep *step = data;

  ts_change_unref (step->change);
  g_clear_pointer (&step->content, g_bytes_unref);
  g_free (step);
}

static GPtrArray *
make_steps (Story   *story,
            guint32  seed)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);

  g_array_sort (story->events, compare_events);

  for (guint i = 0; i < story->events->len; i++)
    {
      Event *event = &g_array_index (story->events, Event, i);
      TsSampleStep *step = g_new0 (TsSampleStep, 1);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *id = ts_identifier_derive ("sample", "change", seed_text, number, NULL);

      step->change = g_steal_pointer (&event->change);
      step->content = g_steal_pointer (&event->content);
      ts_change_stamp (step->change, id, event->author, event->at);
      g_ptr_array_add (steps, step);
    }

  return steps;
}

/**
 * ts_sample_story_tell:
 * @sample: what the sample says
 * @seed: moves the minutes at which things happen
 * @get_file: (scope call): gives the bytes of evidence files
 * @data: for @get_file
 * @error: where to put what is wrong with the sample
 *
 * Returns: (transfer full) (element-type TsSampleStep): what happened, in the order of time
 */
GPtrArray *
ts_sample_story_tell (const TsSampleData    *sample,
                      guint32                seed,
                      TsSampleFileFunction   get_file,
                      gpointer               data,
                      GError               **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) organisations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);
  g_autoptr (GHashTable) frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, framework_free);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func (assessment_free);
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (Event));
  Story story = {
    .sample = sample,
    .random = random,
    .get_file = get_file,
    .data = data,
    .organisations = organisations,
    .frameworks = frameworks,
    .assessments = assessments,
    .events = events,
  };

  g_return_val_if_fail (sample != NULL && get_file != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_array_set_clear_func (events, event_clear);

  if (!tell_all (&story))
    {
      g_propagate_error (error, story.error);
      return NULL;
    }

  return make_steps (&story, seed);
}
