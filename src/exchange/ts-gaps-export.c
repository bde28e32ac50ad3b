/* ts-gaps-export.c — levels against their targets and against last year, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-gaps-export.h"

#include "core/ts-assessment-progress.h"
#include "core/ts-gap.h"
#include "core/ts-year.h"
#include "exchange/ts-framework-set.h"

static const char *const columns[] = {
  "organisation",
  "year",
  "framework",
  "node",
  "layer",
  "level",
  "target",
  "gap",
  "previous_year_level",
  "change",
  NULL,
};

typedef struct
{
  TsWorkbook *workbook;
  TsExport *export;
  TsTableWriter *writer;
  const TsRollUpRule *rule; /* NULL for each section's own */
  TsFrameworkSet *frameworks;
  GHashTable *codes;      /* an organisation's row id → its code */
  GPtrArray *assessments; /* all of the workbook, for any of them may be the year before another */
} Job;

/* What is read of one assessment. */
typedef struct
{
  TsRow *assessment;
  const char *organisation_code;
  char *year;
  TsFramework *framework;
  GPtrArray *ratings;
  GPtrArray *targets;
  TsFramework *previous_framework;
  GPtrArray *previous_ratings;
} Material;

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->year, g_free);
  g_clear_pointer (&material->ratings, g_ptr_array_unref);
  g_clear_pointer (&material->targets, g_ptr_array_unref);
  g_clear_pointer (&material->previous_ratings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

/* --- Which assessments ------------------------------------------------------------------------------------------- */

static const char *
get_code (Job         *job,
          const TsRow *assessment)
{
  return g_hash_table_lookup (job->codes, ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION));
}

static TsFramework *
get_framework (Job         *job,
               const TsRow *assessment)
{
  return ts_framework_set_get (job->frameworks, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK));
}

static gboolean
lets_through (const char *const *list,
              const char *text)
{
  return list == NULL || list[0] == NULL || g_strv_contains (list, text);
}

static gboolean
wants_year (const TsQueryFilter *filter,
            gint64               year)
{
  for (guint i = 0; filter != NULL && i < filter->n_years; i++)
    {
      if (filter->years[i] == year)
        return TRUE;
    }

  return filter == NULL || filter->n_years == 0;
}

/* Without its framework an assessment has ratings but no levels. */
static gboolean
wants (Job         *job,
       const TsRow *assessment)
{
  const TsQueryFilter *filter = job->export->filter;
  const char *code = get_code (job, assessment);
  const TsFramework *framework = get_framework (job, assessment);

  return code != NULL && framework != NULL && ts_export_wants_organisation (job->export, code) &&
         wants_year (filter, ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR)) &&
         lets_through (filter != NULL ? filter->frameworks : NULL, ts_framework_get_id (framework));
}

static int
compare_assessments (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  const TsRow *first = *(const TsRow *const *) a;
  const TsRow *second = *(const TsRow *const *) b;
  int order = strcmp (get_code (data, first), get_code (data, second));
  gint64 years;

  if (order != 0)
    return order;

  years = ts_row_get_integer (first, TS_ASSESSMENT_YEAR) - ts_row_get_integer (second, TS_ASSESSMENT_YEAR);

  if (years != 0)
    return years < 0 ? -1 : 1;

  return strcmp (ts_framework_get_id (get_framework (data, first)), ts_framework_get_id (get_framework (data, second)));
}

static GPtrArray *
list_wanted (Job *job)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < job->assessments->len; i++)
    {
      if (wants (job, g_ptr_array_index (job->assessments, i)))
        g_ptr_array_add (wanted, g_ptr_array_index (job->assessments, i));
    }

  g_ptr_array_sort_with_data (wanted, compare_assessments, job);

  return wanted;
}

/* --- Reading one ------------------------------------------------------------------------------------------------- */

static gboolean
read_of_assessment (Job          *job,
                    TsEntity      entity,
                    guint         field,
                    const TsRow  *assessment,
                    GPtrArray   **rows,
                    GError      **error)
{
  *rows = ts_workbook_read_rows (job->workbook, entity, (int) field, ts_row_get_id (assessment), error);

  return *rows != NULL;
}

static gboolean
read_previous (Job       *job,
               Material  *material,
               GError   **error)
{
  const char *organisation = ts_row_get_text (material->assessment, TS_ASSESSMENT_ORGANISATION);
  gint64 year = ts_row_get_integer (material->assessment, TS_ASSESSMENT_YEAR) - 1;

  for (guint i = 0; i < job->assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (job->assessments, i);

      if (ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR) != year ||
          !g_str_equal (ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), organisation))
        continue;

      material->previous_framework = get_framework (job, assessment);

      if (material->previous_framework == NULL)
        return TRUE;

      return read_of_assessment (job, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment, &material->previous_ratings, error);
    }

  return TRUE;
}

static gboolean
read_material (Job       *job,
               TsRow     *assessment,
               Material  *material,
               GError   **error)
{
  material->assessment = assessment;
  material->organisation_code = get_code (job, assessment);
  material->year = ts_year_format ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR));
  material->framework = get_framework (job, assessment);

  return read_of_assessment (job, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment, &material->ratings, error) &&
         read_of_assessment (job, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment, &material->targets, error) &&
         read_previous (job, material, error);
}

/* --- Writing one ------------------------------------------------------------------------------------------------- */

static gboolean
section_has_levels (const TsAssessmentState *state,
                    const TsSection         *section)
{
  TsProgress progress = ts_assessment_state_get_progress (state, section);

  return progress.n_rated > 0 || progress.n_groups_with_level > 0;
}

static gboolean
has_levels (const TsAssessmentState *state)
{
  const TsFramework *framework = ts_assessment_state_get_framework (state);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      if (section_has_levels (state, ts_framework_get_section (framework, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_worth_a_row (const TsAssessmentState *state,
                const TsGap             *gap)
{
  return gap->level != 0 || gap->target != 0 || gap->previous_level != 0 ||
         ts_assessment_state_find (state, gap->node->id)->basis == TS_BASIS_INCOMPLETE;
}

static void
add_difference (TsTableWriter *writer,
                gboolean       known,
                int            difference)
{
  if (known)
    ts_table_writer_add_integer (writer, difference);
  else
    ts_table_writer_add_text (writer, NULL);
}

static gboolean
write_gap (Job             *job,
           const Material  *material,
           TsLayer          layer,
           const TsGap     *gap,
           GError         **error)
{
  const TsScale *scale = gap->node->section->scale;
  int left = 0;
  int change = 0;
  gboolean has_left = ts_gap_get_gap (gap, &left);
  gboolean has_change = ts_gap_get_change (gap, &change);

  ts_table_writer_add_text (job->writer, material->organisation_code);
  ts_table_writer_add_text (job->writer, material->year);
  ts_table_writer_add_text (job->writer, ts_framework_get_id (material->framework));
  ts_table_writer_add_text (job->writer, gap->node->id);
  ts_table_writer_add_text (job->writer, ts_layer_get_name (layer));
  ts_table_writer_add_token (job->writer, ts_scale_get_token (scale, gap->level));
  ts_table_writer_add_token (job->writer, ts_scale_get_token (scale, gap->target));
  add_difference (job->writer, has_left, left);
  ts_table_writer_add_token (job->writer, ts_scale_get_token (scale, gap->previous_level));
  add_difference (job->writer, has_change, change);

  return ts_export_end_row (job->export, job->writer, error);
}

/* Criterion by criterion, as levels are exported, and for each the layers after one another. */
static gboolean
write_section (Job                *job,
               const Material     *material,
               TsAssessmentState **states,
               const TsSection    *section,
               GError            **error)
{
  int year = (int) ts_row_get_integer (material->assessment, TS_ASSESSMENT_YEAR);
  GArray *gaps[TS_N_LAYERS] = { NULL };
  guint n_gaps = 0;
  gboolean written = TRUE;

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    {
      if (states[layer] == NULL)
        continue;

      gaps[layer] = ts_gap_list (states[layer], section, year, job->rule);
      n_gaps = gaps[layer]->len;
    }

  for (guint i = 0; i < n_gaps; i++)
    {
      for (guint layer = 0; written && layer < TS_N_LAYERS; layer++)
        {
          const TsGap *gap = gaps[layer] != NULL ? &g_array_index (gaps[layer], TsGap, i) : NULL;

          if (gap != NULL && is_worth_a_row (states[layer], gap))
            written = write_gap (job, material, layer, gap, error);
        }
    }

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    g_clear_pointer (&gaps[layer], g_array_unref);

  return written;
}

/* The layers that have levels of their own, reviewers' left out as for levels. The board's own is there also for what it aims at, and where
 * nobody has begun. */
static void
derive_states (Job                *job,
               const Material     *material,
               TsAssessmentState **states)
{
  const char *const *wanted = job->export->filter != NULL ? job->export->filter->layers : NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  gboolean spoken = FALSE;

  for (guint i = TS_N_LAYERS; i > 0; i--)
    {
      TsLayer layer = i - 1;
      gboolean speaks;

      if (layer == TS_LAYER_REVIEWER)
        continue;

      states[layer] = ts_assessment_state_new (material->framework, material->assessment, layer, material->ratings, material->targets,
                                               links, material->previous_framework, material->previous_ratings);
      speaks = has_levels (states[layer]);
      spoken |= speaks;

      /* The board's own comes last here. */
      if (layer == TS_LAYER_SELF)
        speaks |= !spoken || material->targets->len > 0;

      if (!speaks || !lets_through (wanted, ts_layer_get_name (layer)))
        g_clear_pointer (&states[layer], ts_assessment_state_unref);
    }
}

static gboolean
write_material (Job             *job,
                const Material  *material,
                GError         **error)
{
  TsAssessmentState *states[TS_N_LAYERS] = { NULL };
  gboolean written = TRUE;

  derive_states (job, material, states);

  for (guint i = 0; written && i < ts_framework_get_n_sections (material->framework); i++)
    written = write_section (job, material, states, ts_framework_get_section (material->framework, i), error);

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    g_clear_pointer (&states[layer], ts_assessment_state_unref);

  return written;
}

static gboolean
write_assessments (Job     *job,
                   GError **error)
{
  g_autoptr (GPtrArray) wanted = list_wanted (job);

  for (guint i = 0; i < wanted->len; i++)
    {
      g_auto (Material) material = { 0 };

      if (!read_material (job, g_ptr_array_index (wanted, i), &material, error) || !write_material (job, &material, error))
        return FALSE;
    }

  return TRUE;
}

static GHashTable *
read_codes (TsWorkbook  *workbook,
            GError     **error)
{
  g_autoptr (GPtrArray) organisations = ts_workbook_read_rows (workbook, TS_ENTITY_ORGANISATION, -1, NULL, error);
  GHashTable *codes;

  if (organisations == NULL)
    return NULL;

  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < organisations->len; i++)
    {
      const TsRow *organisation = g_ptr_array_index (organisations, i);

      g_hash_table_insert (codes, g_strdup (ts_row_get_id (organisation)), g_strdup (ts_row_get_text (organisation, TS_ORGANISATION_CODE)));
    }

  return codes;
}

/**
 * ts_gaps_export:
 * @workbook: a workbook
 * @rule: (nullable): the rule to roll up by, in both years; %NULL for each section's own
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes, for each assessment and each layer that has levels of its own, every criterion and group that has a level, a target for the
 * assessment's year, or a level of the year before. The gap is the target less the level, the change is the level less last year's most settled
 * one: calibrated, else the panel's, else the board's own. Where one of two is missing, the difference is empty.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_gaps_export (TsWorkbook          *workbook,
                const TsRollUpRule  *rule,
                TsExport            *export,
                GError             **error)
{
  g_autoptr (TsTableWriter) writer = NULL;
  g_autoptr (TsFrameworkSet) frameworks = NULL;
  g_autoptr (GHashTable) codes = NULL;
  g_autoptr (GPtrArray) assessments = NULL;
  Job job = { .workbook = workbook, .export = export, .rule = rule };

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error))
    return FALSE;

  frameworks = ts_framework_set_read (workbook, error);

  if (frameworks == NULL)
    return FALSE;

  codes = read_codes (workbook, error);

  if (codes == NULL)
    return FALSE;

  assessments = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, -1, NULL, error);

  if (assessments == NULL)
    return FALSE;

  writer = ts_export_begin (export, columns);
  job.writer = writer;
  job.frameworks = frameworks;
  job.codes = codes;
  job.assessments = assessments;

  return write_assessments (&job, error) && ts_export_end (export, writer, error);
}
