/* ts-score-reading.c — the scores of reviewers that may be counted, out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-score-reading.h"

#include "core/ts-layer.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-set.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *id;
  char *framework;
  char *code;
  int year;
  TsReviewState *state; /* NULL until it is asked for */
  gboolean counts;      /* whether anything of it does */
} Assessment;

typedef struct
{
  guint assessment;
  const char *node;
  const char *assessor;
  int level;
} Score;

typedef struct
{
  GArray *assessments;
  GHashTable *places; /* id → position + 1 */
  GArray *scores;
  GStringChunk *texts;
} Job;

static void
assessment_clear (gpointer data)
{
  Assessment *assessment = data;

  g_free (assessment->id);
  g_free (assessment->framework);
  g_free (assessment->code);
  g_clear_pointer (&assessment->state, ts_review_state_unref);
}

static void
job_init (Job *self)
{
  self->assessments = g_array_new (FALSE, TRUE, sizeof (Assessment));
  g_array_set_clear_func (self->assessments, assessment_clear);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->scores = g_array_new (FALSE, FALSE, sizeof (Score));
  self->texts = g_string_chunk_new (4096);
}

static void
job_clear (Job *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->assessments, g_array_unref);
  g_clear_pointer (&self->scores, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
take_rating (const TsRatingRecord *record,
             gpointer              data)
{
  Job *job = data;
  guint place;
  Score score;

  if (record->level < 1)
    return TRUE;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (job->places, record->assessment));

  if (place == 0)
    {
      const Assessment assessment = {
        g_strdup (record->assessment),
        g_strdup (record->framework),
        g_strdup (record->organisation_code),
        record->year,
        NULL,
        FALSE,
      };

      g_array_append_val (job->assessments, assessment);
      place = job->assessments->len;
      g_hash_table_insert (job->places, assessment.id, GUINT_TO_POINTER (place));
    }

  score = (Score) {
    place - 1,
    g_string_chunk_insert_const (job->texts, record->node),
    g_string_chunk_insert_const (job->texts, record->assessor),
    record->level,
  };
  g_array_append_val (job->scores, score);

  return TRUE;
}

/* Drops what does not count. What is only shown to its own author is such, too. */
static gboolean
keep_counting (Job         *job,
               TsWorkbook  *workbook,
               GError     **error)
{
  guint n_kept = 0;

  for (guint i = 0; i < job->assessments->len; i++)
    {
      Assessment *assessment = &g_array_index (job->assessments, Assessment, i);

      assessment->state = ts_workbook_read_review_state (workbook, assessment->id, error);

      if (assessment->state == NULL)
        return FALSE;
    }

  for (guint i = 0; i < job->scores->len; i++)
    {
      const Score score = g_array_index (job->scores, Score, i);
      Assessment *assessment = &g_array_index (job->assessments, Assessment, score.assessment);

      if (!ts_sight_counts (ts_review_state_get_sight (assessment->state), score.assessor))
        continue;

      assessment->counts = TRUE;
      g_array_index (job->scores, Score, n_kept++) = score;
    }

  g_array_set_size (job->scores, n_kept);

  return TRUE;
}

/* The latest year; of its frameworks the one with most assessments. */
static const Assessment *
choose (const Job *job)
{
  const Assessment *chosen = NULL;
  guint most = 0;

  for (guint i = 0; i < job->assessments->len; i++)
    {
      const Assessment *it = &g_array_index (job->assessments, Assessment, i);
      guint n = 0;

      if (!it->counts || (chosen != NULL && it->year < chosen->year))
        continue;

      for (guint j = 0; j < job->assessments->len; j++)
        {
          const Assessment *other = &g_array_index (job->assessments, Assessment, j);

          n += other->counts && other->year == it->year && g_str_equal (other->framework, it->framework);
        }

      if (chosen == NULL || it->year > chosen->year || n > most)
        {
          chosen = it;
          most = n;
        }
    }

  return chosen;
}

static const TsSection *
find_section (const TsFramework *framework,
              const char        *id)
{
  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind != TS_SECTION_GRADED)
        continue;

      if (id != NULL ? g_str_equal (section->id, id) : ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS)
        return section;
    }

  return NULL;
}

/* --- The table --------------------------------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *criteria;    /* id → position + 1 */
  GHashTable *reviewers;   /* assessor → position + 1 */
  GHashTable *assessments; /* row id → position + 1 */
} Places;

static void
places_clear (Places *self)
{
  g_clear_pointer (&self->criteria, g_hash_table_unref);
  g_clear_pointer (&self->reviewers, g_hash_table_unref);
  g_clear_pointer (&self->assessments, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static guint
get_place (GHashTable *places,
           const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, id));
}

static void
add_criterion (TsScoreReading *self,
               Places         *places,
               const TsNode   *node)
{
  guint at = ts_score_table_add_criterion (self->table, node->id, node->id, node->title);

  g_hash_table_insert (places->criteria, node->id, GUINT_TO_POINTER (at + 1));
}

static void
add_criteria (TsScoreReading *self,
              Places         *places)
{
  for (guint i = 0; i < self->section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (self->section->groups, i);

      if (group->criteria->len == 0)
        add_criterion (self, places, group);

      for (guint j = 0; j < group->criteria->len; j++)
        add_criterion (self, places, g_ptr_array_index (group->criteria, j));
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(const Assessment *const *) a)->code, (*(const Assessment *const *) b)->code);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In an order that depends on nothing but their names. */
static void
add_scores (TsScoreReading   *self,
            Places           *places,
            const Job        *job,
            const Assessment *chosen)
{
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  g_autoptr (GPtrArray) reviewers = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < job->assessments->len; i++)
    {
      Assessment *it = &g_array_index (job->assessments, Assessment, i);

      if (it->counts && it->year == chosen->year && g_str_equal (it->framework, chosen->framework))
        g_ptr_array_add (assessments, it);
    }

  g_ptr_array_sort (assessments, compare_codes);

  for (guint i = 0; i < assessments->len; i++)
    {
      const Assessment *it = g_ptr_array_index (assessments, i);
      guint at = ts_score_table_add_assessment (self->table, it->id, it->code, it->code);

      g_hash_table_insert (places->assessments, it->id, GUINT_TO_POINTER (at + 1));
    }

  for (guint i = 0; i < job->scores->len; i++)
    {
      const Score *score = &g_array_index (job->scores, Score, i);

      if (get_place (places->assessments, g_array_index (job->assessments, Assessment, score->assessment).id) > 0 &&
          g_hash_table_add (seen, (char *) score->assessor))
        g_ptr_array_add (reviewers, (char *) score->assessor);
    }

  g_ptr_array_sort (reviewers, compare_texts);

  for (guint i = 0; i < reviewers->len; i++)
    {
      const char *name = g_ptr_array_index (reviewers, i);

      g_hash_table_insert (places->reviewers, (char *) name, GUINT_TO_POINTER (ts_score_table_add_reviewer (self->table, name, name) + 1));
    }

  for (guint i = 0; i < job->scores->len; i++)
    {
      const Score *score = &g_array_index (job->scores, Score, i);
      guint assessment = get_place (places->assessments, g_array_index (job->assessments, Assessment, score->assessment).id);
      guint criterion = get_place (places->criteria, score->node);

      if (assessment > 0 && criterion > 0)
        ts_score_table_add_score (self->table, assessment - 1, criterion - 1, get_place (places->reviewers, score->assessor) - 1, score->level);
    }
}

/* --- Panels ------------------------------------------------------------------------------------------------------ */

static gboolean
add_panel (TsScoreReading  *self,
           const Places    *places,
           TsWorkbook      *workbook,
           const TsRow     *panel,
           GHashTable      *names,
           GError         **error)
{
  const char *id = ts_row_get_id (panel);
  g_autoptr (GPtrArray) seats = ts_workbook_read_rows (workbook, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL, id, error);
  g_autoptr (GPtrArray) assigned = NULL;
  guint at;

  if (seats == NULL)
    return FALSE;

  assigned = ts_workbook_read_rows (workbook, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_PANEL, id, error);

  if (assigned == NULL)
    return FALSE;

  at = ts_score_table_add_panel (self->table, id, ts_row_get_text (panel, TS_PANEL_TITLE));

  for (guint i = 0; i < seats->len; i++)
    {
      const char *name = g_hash_table_lookup (names, ts_row_get_text (g_ptr_array_index (seats, i), TS_PANEL_MEMBER_PERSON));
      guint reviewer = name != NULL ? get_place (places->reviewers, name) : 0;

      if (reviewer > 0)
        ts_score_table_seat (self->table, at, reviewer - 1);
    }

  for (guint i = 0; i < assigned->len; i++)
    {
      guint assessment = get_place (places->assessments, ts_row_get_text (g_ptr_array_index (assigned, i), TS_PANEL_ASSESSMENT_ASSESSMENT));

      if (assessment > 0)
        ts_score_table_assign (self->table, at, assessment - 1);
    }

  return TRUE;
}

static int
compare_panels (gconstpointer a,
                gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(TsRow *const *) a, TS_PANEL_POSITION);
  gint64 second = ts_row_get_integer (*(TsRow *const *) b, TS_PANEL_POSITION);

  return (first > second) - (first < second);
}

static gboolean
add_panels (TsScoreReading    *self,
            const Places      *places,
            TsWorkbook        *workbook,
            const Assessment  *chosen,
            GError           **error)
{
  g_autoptr (GPtrArray) rounds = ts_workbook_read_rows (workbook, TS_ENTITY_REVIEW_ROUND, TS_REVIEW_ROUND_FRAMEWORK, chosen->framework, error);
  g_autoptr (GPtrArray) people = rounds != NULL ? ts_workbook_read_rows (workbook, TS_ENTITY_PERSON, -1, NULL, error) : NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      const TsRow *person = g_ptr_array_index (people, i);

      g_hash_table_insert (names, (char *) ts_row_get_id (person), (char *) ts_row_get_text (person, TS_PERSON_NAME));
    }

  for (guint i = 0; i < rounds->len; i++)
    {
      const TsRow *round = g_ptr_array_index (rounds, i);
      g_autoptr (GPtrArray) panels = NULL;

      if (ts_row_get_integer (round, TS_REVIEW_ROUND_YEAR) != chosen->year)
        continue;

      panels = ts_workbook_read_rows (workbook, TS_ENTITY_PANEL, TS_PANEL_ROUND, ts_row_get_id (round), error);

      if (panels == NULL)
        return FALSE;

      g_ptr_array_sort (panels, compare_panels);

      for (guint j = 0; j < panels->len; j++)
        {
          if (!add_panel (self, places, workbook, g_ptr_array_index (panels, j), names, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
make_table (TsScoreReading    *self,
            TsWorkbook        *workbook,
            const Job         *job,
            const Assessment  *chosen,
            const char        *section,
            GError           **error)
{
  g_autoptr (TsFrameworkSet) frameworks = ts_framework_set_read (workbook, error);
  g_auto (Places) places = { 0 };
  TsFramework *framework;

  if (frameworks == NULL)
    return FALSE;

  framework = ts_framework_set_get (frameworks, chosen->framework);
  self->section = framework != NULL ? find_section (framework, section) : NULL;

  if (self->section == NULL)
    {
      if (section != NULL)
        g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
                     _("The framework has no part “%s” that is rated in levels."), section);
      else
        g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
                     _("The framework has nothing that is rated in levels."));

      return FALSE;
    }

  self->framework = ts_framework_ref (framework);
  self->year = chosen->year;
  self->table = ts_score_table_new (ts_scale_get_n_levels (self->section->scale));
  places = (Places) {
    g_hash_table_new (g_str_hash, g_str_equal),
    g_hash_table_new (g_str_hash, g_str_equal),
    g_hash_table_new (g_str_hash, g_str_equal),
  };
  add_criteria (self, &places);
  add_scores (self, &places, job, chosen);

  if (!add_panels (self, &places, workbook, chosen, error))
    return FALSE;

  ts_score_table_end (self->table);

  return TRUE;
}

/**
 * ts_score_reading_read:
 * @self: a reading, all zero
 * @workbook: a workbook, with whoever reads as its reader
 * @filter: (nullable): of which organisations, years and frameworks; of several years the latest with scores is read
 * @section: (nullable): the id of the part of the framework; %NULL for the first that is graded in steps
 * @error: where to put why not: an error of the store, or %TS_EXCHANGE_ERROR_UNKNOWN for a section that the framework has not
 *
 * Where no score that fits counts for the reader @self stays as it is, which is no error.
 *
 * Returns: whether the workbook could be read
 */
gboolean
ts_score_reading_read (TsScoreReading       *self,
                       TsWorkbook           *workbook,
                       const TsQueryFilter  *filter,
                       const char           *section,
                       GError              **error)
{
  const char *layers[] = { ts_layer_get_name (TS_LAYER_REVIEWER), NULL };
  TsQueryFilter scores = filter != NULL ? *filter : (TsQueryFilter) { 0 };
  g_auto (Job) job = { 0 };
  const Assessment *chosen;

  g_return_val_if_fail (self != NULL && self->table == NULL && workbook != NULL, FALSE);

  job_init (&job);
  scores.layers = layers;

  if (!ts_workbook_foreach_rating (workbook, &scores, take_rating, &job, error) || !keep_counting (&job, workbook, error))
    return FALSE;

  chosen = choose (&job);

  if (chosen == NULL)
    return TRUE;

  if (make_table (self, workbook, &job, chosen, section, error))
    return TRUE;

  ts_score_reading_clear (self);

  return FALSE;
}

void
ts_score_reading_clear (TsScoreReading *self)
{
  g_clear_pointer (&self->table, ts_score_table_unref);
  g_clear_pointer (&self->framework, ts_framework_unref);
  self->section = NULL;
}
