/* ts-ratings-import.c — ratings from a file
 *
 * A national year is a hundred thousand lines, so nothing is asked of the workbook line by line: organisations, frameworks and assessments are
 * read at the beginning, and the ratings of an assessment when the file first speaks of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-ratings-import.h"

#include "core/ts-begin.h"
#include "core/ts-rate.h"
#include "core/ts-stage.h"
#include "core/ts-text.h"
#include "core/ts-year.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-framework-set.h"
#include "exchange/ts-organisation-set.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_ORGANISATION,
  COLUMN_YEAR,
  COLUMN_FRAMEWORK,
  COLUMN_CRITERION,
  COLUMN_LAYER,
  COLUMN_ASSESSOR,
  COLUMN_LEVEL,
  COLUMN_RATIONALE,
};

static const char *const columns[] = {
  "organisation",
  "year",
  "framework",
  "criterion",
  "layer",
  "assessor",
  "level",
  "rationale",
  NULL,
};

/* An assessment that the file speaks of. */
typedef struct
{
  TsRow *row;
  TsRow *framework_row;
  TsFramework *framework;
  gboolean is_new;
  gboolean is_created; /* whether a rating made it necessary */
  TsStage stage;
  GHashTable *ratings; /* row id, borrowed → TsRow: what is kept */
} Assessment;

typedef struct
{
  TsWorkbook *workbook;
  TsImport *import;
  TsOrganisationSet *organisations;
  TsFrameworkSet *frameworks;
  GHashTable *kept;        /* "organisation framework year" by row ids → TsRow */
  GHashTable *assessments; /* "organisation,year,framework" as the file says them → Assessment */
  GHashTable *lines;       /* rating's row id → line */
  GPtrArray *built_in;     /* TsRow of frameworks that the workbook may need */
  GPtrArray *new_frameworks;
  GPtrArray *new_assessments;
  TsChange *ratings; /* without a label */

  /* Lines of one assessment mostly follow one another. */
  GString *last_key;
  Assessment *last;
} Job;

static void
assessment_free (gpointer data)
{
  Assessment *assessment = data;

  ts_row_unref (assessment->row);
  ts_row_unref (assessment->framework_row);
  g_clear_pointer (&assessment->ratings, g_hash_table_unref);
  g_free (assessment);
}

/**
 * ts_ratings_get_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the columns, in the order in which they are exported
 */
const char *const *
ts_ratings_get_columns (void)
{
  return columns;
}

static char *
make_kept_key (const char *organisation,
               const char *framework,
               int         year)
{
  return g_strdup_printf ("%s %s %d", organisation, framework, year);
}

static gboolean
take_kept_assessment (TsRow    *row,
                      gpointer  data)
{
  Job *job = data;

  g_hash_table_insert (job->kept,
                       make_kept_key (ts_row_get_text (row, TS_ASSESSMENT_ORGANISATION),
                                      ts_row_get_text (row, TS_ASSESSMENT_FRAMEWORK),
                                      (int) ts_row_get_integer (row, TS_ASSESSMENT_YEAR)),
                       ts_row_ref (row));

  return TRUE;
}

static gboolean
take_kept_rating (TsRow    *row,
                  gpointer  data)
{
  GHashTable *ratings = data;

  g_hash_table_insert (ratings, (char *) ts_row_get_id (row), ts_row_ref (row));

  return TRUE;
}

/* The workbook's copy of a framework, or a new one of the built-in. Of several editions the one that is assessed with counts, or the
 * latest. Without an error, NULL is a problem that has been told. */
static TsRow *
choose_framework (Job         *job,
                  guint64      line,
                  const char  *organisation,
                  const char  *code,
                  int          year,
                  GError     **error)
{
  GPtrArray *rows = ts_framework_set_find_rows (job->frameworks, code);
  TsRow *row;

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    {
      g_autofree char *key = NULL;

      row = g_ptr_array_index (rows, i - 1);
      key = make_kept_key (organisation, ts_row_get_id (row), year);

      if (g_hash_table_contains (job->kept, key))
        return row;
    }

  if (rows != NULL)
    return g_ptr_array_index (rows, rows->len - 1);

  if (!ts_framework_library_has (code))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) ts_framework_library_list ());

      ts_problem_list_add (job->import->problems, line,
                           _("framework: “%.60s” is neither in the workbook nor built in; built in are %s"), code, known);
      return NULL;
    }

  row = ts_framework_set_add_built_in (job->frameworks, code, error);

  if (row != NULL)
    g_ptr_array_add (job->built_in, row);

  return row;
}

static Assessment *
open_assessment (Job         *job,
                 guint64      line,
                 const char  *organisation_code,
                 const char  *year_text,
                 const char  *framework_code,
                 GError     **error)
{
  const TsOrganisationEntry *organisation = ts_organisation_set_find (job->organisations, organisation_code);
  g_autofree char *key = NULL;
  Assessment *assessment;
  TsRow *framework;
  TsRow *kept;
  int year;

  if (organisation == NULL)
    {
      ts_problem_list_add (job->import->problems, line,
                           _("organisation: the workbook has none with the code “%.60s”"), organisation_code);
      return NULL;
    }

  if (!ts_year_parse (year_text, &year))
    {
      ts_problem_list_add (job->import->problems, line,
                           _("year: “%.60s” is not a financial year; write it as 2009/10"), year_text);
      return NULL;
    }

  framework = choose_framework (job, line, ts_row_get_id (organisation->organisation), framework_code, year, error);

  if (framework == NULL)
    return NULL;

  key = make_kept_key (ts_row_get_id (organisation->organisation), ts_row_get_id (framework), year);
  kept = g_hash_table_lookup (job->kept, key);

  assessment = g_new0 (Assessment, 1);
  assessment->framework_row = ts_row_ref (framework);
  assessment->framework = ts_framework_set_get (job->frameworks, ts_row_get_id (framework));
  assessment->is_new = kept == NULL;
  assessment->row = kept != NULL ? ts_row_ref (kept) : ts_assessment_new (organisation->organisation, framework, year);
  assessment->ratings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);

  /* A stage that this version does not know locks everything. */
  if (!ts_stage_from_name (ts_row_get_text (assessment->row, TS_ASSESSMENT_STAGE), &assessment->stage))
    assessment->stage = TS_STAGE_PUBLISHED;

  if (kept != NULL &&
      !ts_workbook_foreach_row (job->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, ts_row_get_id (kept),
                                take_kept_rating, assessment->ratings, error))
    {
      assessment_free (assessment);
      return NULL;
    }

  return assessment;
}

static Assessment *
find_assessment (Job                *job,
                 const TsCsvReader  *reader,
                 GError            **error)
{
  const char *organisation = ts_csv_reader_get (reader, COLUMN_ORGANISATION);
  const char *year = ts_csv_reader_get (reader, COLUMN_YEAR);
  const char *framework = ts_csv_reader_get (reader, COLUMN_FRAMEWORK);
  g_autoptr (GString) key = g_string_sized_new (64);
  Assessment *assessment;

  /* None of the three contains a NUL or, where it is valid, a comma. */
  g_string_append (key, organisation);
  g_string_append_c (key, ',');
  g_string_append (key, year);
  g_string_append_c (key, ',');
  g_string_append (key, framework);

  if (job->last != NULL && g_string_equal (key, job->last_key))
    return job->last;

  assessment = g_hash_table_lookup (job->assessments, key->str);

  if (assessment == NULL)
    {
      assessment = open_assessment (job, ts_csv_reader_get_line (reader), organisation, year, framework, error);

      if (assessment == NULL)
        return NULL;

      g_hash_table_insert (job->assessments, g_strdup (key->str), assessment);
    }

  job->last = assessment;
  g_string_assign (job->last_key, key->str);

  return assessment;
}

static const TsNode *
check_criterion (Job              *job,
                 guint64           line,
                 const Assessment *assessment,
                 const char       *criterion)
{
  const TsNode *node = ts_framework_find_node (assessment->framework, criterion);

  if (node == NULL)
    ts_problem_list_add (job->import->problems, line,
                         _("criterion: the framework “%s” has no criterion, competency or area “%.60s”"),
                         ts_framework_get_id (assessment->framework), criterion);

  return node;
}

static gboolean
check_layer (Job        *job,
             guint64     line,
             const char *name,
             const char *assessor,
             TsLayer    *layer)
{
  g_autoptr (GError) error = NULL;

  if (!ts_layer_from_name (name, layer))
    {
      ts_problem_list_add (job->import->problems, line,
                           _("layer: “%.60s” is not one of self, desk, reviewer, panel and final"), name);
      return FALSE;
    }

  if (*assessor == '\0')
    {
      if (*layer != TS_LAYER_REVIEWER)
        return TRUE;

      ts_problem_list_add (job->import->problems, line, _("assessor: it is empty; the layer “reviewer” needs the reviewer’s name"));
      return FALSE;
    }

  if (!ts_text_check (assessor, -1, TS_TEXT_LINE, &error))
    {
      ts_problem_list_add (job->import->problems, line, "assessor: %s", error->message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_level (Job          *job,
             guint64       line,
             const TsNode *node,
             const char   *token,
             int          *level)
{
  g_autofree char *tokens = NULL;

  *level = 0;

  if (*token == '\0')
    return TRUE;

  *level = ts_scale_find (node->section->scale, token);

  if (*level != 0)
    return TRUE;

  tokens = ts_scale_list_tokens (node->section->scale);
  ts_problem_list_add (job->import->problems, line, _("level: “%.60s” is not a level of %s; its levels are %s, and empty for not rated"),
                       token, node->id, tokens);

  return FALSE;
}

static gboolean
check_rationale (Job        *job,
                 guint64     line,
                 const char *rationale)
{
  g_autoptr (GError) error = NULL;

  if (ts_text_check (rationale, -1, TS_TEXT_PARAGRAPHS, &error))
    return TRUE;

  ts_problem_list_add (job->import->problems, line, "rationale: %s", error->message);

  return FALSE;
}

static gboolean
check_unlocked (Job              *job,
                guint64           line,
                const Assessment *assessment,
                TsLayer           layer)
{
  if (!ts_stage_locks_layer (assessment->stage, layer))
    return TRUE;

  ts_problem_list_add (job->import->problems, line,
                       _("layer: the assessment is at the stage “%s”, which locks the layer “%s”; it has to be reopened first"),
                       ts_stage_get_title (assessment->stage), ts_layer_get_name (layer));

  return FALSE;
}

static TsRow *
make_rating (const Assessment *assessment,
             const char       *id,
             const TsNode     *node,
             TsLayer           layer,
             const char       *assessor,
             int               level,
             const char       *rationale)
{
  TsRow *row = ts_row_new (TS_ENTITY_RATING, id);

  ts_row_set_text (row, TS_RATING_ASSESSMENT, ts_row_get_id (assessment->row));
  ts_row_set_text (row, TS_RATING_NODE, node->id);
  ts_row_set_text (row, TS_RATING_LAYER, ts_layer_get_name (layer));
  ts_row_set_text (row, TS_RATING_ASSESSOR, assessor);

  if (level != 0)
    ts_row_set_integer (row, TS_RATING_LEVEL, level);

  if (*rationale != '\0')
    ts_row_set_text (row, TS_RATING_RATIONALE, rationale);

  return row;
}

/* What a table of ratings has no column for stays as it is. */
static void
keep_beside (TsRow       *wanted,
             const TsRow *kept)
{
  static const guint beside[] = { TS_RATING_CONFIDENCE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT };

  for (guint i = 0; kept != NULL && i < G_N_ELEMENTS (beside); i++)
    ts_row_set_text (wanted, beside[i], ts_row_get_text (kept, beside[i]));
}

static void
create_assessment (Job        *job,
                   Assessment *assessment)
{
  if (!assessment->is_new || assessment->is_created)
    return;

  assessment->is_created = TRUE;
  g_ptr_array_add (job->new_assessments, ts_row_ref (assessment->row));

  if (g_ptr_array_find (job->built_in, assessment->framework_row, NULL) &&
      !g_ptr_array_find (job->new_frameworks, assessment->framework_row, NULL))
    g_ptr_array_add (job->new_frameworks, ts_row_ref (assessment->framework_row));
}

/* What a line asks for, against what is kept. */
static void
add_rating (Job        *job,
            guint64     line,
            Assessment *assessment,
            TsLayer     layer,
            TsRow      *kept,
            TsRow      *wanted)
{
  TsRow *after = ts_rating_says_nothing (wanted) ? NULL : wanted;

  if (ts_row_equal (kept, after))
    {
      ts_import_count (job->import, kept, after);
      return;
    }

  /* Only what would change something is held up by a lock, so that what was exported can always be imported again. */
  if (!check_unlocked (job, line, assessment, layer))
    return;

  ts_import_count (job->import, kept, after);
  create_assessment (job, assessment);
  ts_change_add (job->ratings, kept, after);
}

static gboolean
read_line (const TsCsvReader  *reader,
           gpointer            data,
           GError            **error)
{
  Job *job = data;
  guint64 line = ts_csv_reader_get_line (reader);
  const char *assessor = ts_csv_reader_get (reader, COLUMN_ASSESSOR);
  const char *rationale = ts_csv_reader_get (reader, COLUMN_RATIONALE);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TsRow) wanted = NULL;
  g_autofree char *id = NULL;
  Assessment *assessment;
  const TsNode *node;
  gsize earlier;
  TsLayer layer;
  int level;

  assessment = find_assessment (job, reader, &local_error);

  if (assessment == NULL)
    {
      if (local_error == NULL)
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  node = check_criterion (job, line, assessment, ts_csv_reader_get (reader, COLUMN_CRITERION));

  if (node == NULL ||
      !check_layer (job, line, ts_csv_reader_get (reader, COLUMN_LAYER), assessor, &layer) ||
      !check_level (job, line, node, ts_csv_reader_get (reader, COLUMN_LEVEL), &level) ||
      !check_rationale (job, line, rationale))
    return TRUE;

  id = ts_rating_row_id (ts_row_get_id (assessment->row), node->id, layer, assessor);
  earlier = GPOINTER_TO_SIZE (g_hash_table_lookup (job->lines, id));

  if (earlier != 0)
    {
      ts_problem_list_add (job->import->problems, line,
                           _("the same rating is on line %zu already: one of the two has to go"), earlier);
      return TRUE;
    }

  wanted = make_rating (assessment, id, node, layer, assessor, level, rationale);
  keep_beside (wanted, g_hash_table_lookup (assessment->ratings, id));
  add_rating (job, line, assessment, layer, g_hash_table_lookup (assessment->ratings, id), wanted);
  g_hash_table_insert (job->lines, g_steal_pointer (&id), GSIZE_TO_POINTER ((gsize) line));

  return TRUE;
}

static TsChange *
build_change (Job *job)
{
  guint n_ratings = ts_change_get_n_rows (job->ratings);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u rating from %s", "Import %u ratings from %s", n_ratings),
                                            n_ratings, job->import->file);
  TsChange *change = ts_change_new (label);

  for (guint i = 0; i < job->new_frameworks->len; i++)
    ts_change_create (change, g_ptr_array_index (job->new_frameworks, i));

  for (guint i = 0; i < job->new_assessments->len; i++)
    ts_change_create (change, g_ptr_array_index (job->new_assessments, i));

  ts_change_append (change, job->ratings);

  return change;
}

static gboolean
read_kept (Job     *job,
           GError **error)
{
  job->organisations = ts_organisation_set_read (job->workbook, error);

  if (job->organisations == NULL)
    return FALSE;

  job->frameworks = ts_framework_set_read (job->workbook, error);

  return job->frameworks != NULL &&
         ts_workbook_foreach_row (job->workbook, TS_ENTITY_ASSESSMENT, -1, NULL, take_kept_assessment, job, error);
}

static void
job_begin (Job        *job,
           TsWorkbook *workbook,
           TsImport   *import)
{
  *job = (Job) {
    .workbook = workbook,
    .import = import,
    .kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ts_row_unref),
    .assessments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, assessment_free),
    .lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .built_in = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref),
    .new_frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref),
    .new_assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref),
    .ratings = ts_change_new (""),
    .last_key = g_string_new (NULL),
  };
}

static void
job_end (Job *job)
{
  g_clear_pointer (&job->organisations, ts_organisation_set_free);
  g_clear_pointer (&job->frameworks, ts_framework_set_free);
  g_hash_table_unref (job->assessments);
  g_hash_table_unref (job->kept);
  g_hash_table_unref (job->lines);
  g_ptr_array_unref (job->built_in);
  g_ptr_array_unref (job->new_frameworks);
  g_ptr_array_unref (job->new_assessments);
  ts_change_unref (job->ratings);
  g_string_free (job->last_key, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_end)

/**
 * ts_ratings_import:
 * @workbook: where they shall go
 * @import: the file, and what is told of it
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Reads ratings from CSV with the columns organisation, year, framework, criterion, layer, assessor, level and rationale. What assessment
 * or built-in framework is not in the workbook yet comes with the change. A line that says neither level nor rationale takes
 * away the rating that is kept.
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_ratings_import (TsWorkbook  *workbook,
                   TsImport    *import,
                   GError     **error)
{
  g_auto (Job) job = { 0 };

  g_return_val_if_fail (workbook != NULL && import != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job_begin (&job, workbook, import);

  if (!read_kept (&job, error) || !ts_import_read_lines (import, import->stream, columns, 0, read_line, &job, error))
    return NULL;

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  if (ts_change_get_n_rows (job.ratings) == 0)
    {
      ts_import_set_unchanged (import, error);
      return NULL;
    }

  return build_change (&job);
}
