/* ts-comparison-reader.c — reads what is set side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-comparison-reader.h"

#include "core/ts-comparison-builder.h"
#include "core/ts-peers.h"
#include "exchange/ts-crosswalk-library.h"
#include "exchange/ts-exchange-error.h"
#include "store/ts-compare-query.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  TsWorkbook *workbook;
  TsFrameworkCache *frameworks;
  TsCompareFilter *filter; /* with the years that are read, and peers as organisations */
  TsCompareNeeds needs;
  TsComparisonBuilder *builder;
  GHashTable *framework_numbers; /* row id → position + 1 */
  GHashTable *by_id;             /* an organisation's row id → position + 1 */
  GHashTable *codes;             /* any organisation's row id → code */
  GHashTable *names;             /* likewise its name at the end of the latest year */
  char **last_days;              /* of each year */
  guint layers;
  GError **error;
  gboolean failed;
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->filter, ts_compare_filter_free);
  g_clear_pointer (&job->builder, ts_comparison_builder_free);
  g_clear_pointer (&job->framework_numbers, g_hash_table_unref);
  g_clear_pointer (&job->by_id, g_hash_table_unref);
  g_clear_pointer (&job->codes, g_hash_table_unref);
  g_clear_pointer (&job->names, g_hash_table_unref);
  g_clear_pointer (&job->last_days, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* --- Years --------------------------------------------------------------------------------------------------------- */

/* The years that are read, out of those that there are. */
static gboolean
choose_years (Job     *job,
              GError **error)
{
  g_autoptr (GArray) there = NULL;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  int last = ts_compare_filter_get_last_year (job->filter);
  gboolean all = (job->needs & TS_COMPARE_ALL_YEARS) || job->filter->years->len == 0;

  if ((job->needs & (TS_COMPARE_ALL_YEARS | TS_COMPARE_YEAR_BEFORE)) || job->filter->years->len == 0)
    {
      there = ts_workbook_read_compared_years (job->workbook, error);

      if (there == NULL)
        return FALSE;
    }

  if (all && (job->needs & (TS_COMPARE_ALL_YEARS | TS_COMPARE_YEARS)))
    {
      ts_compare_filter_set_years (job->filter, (const int *) (void *) there->data, there->len);
      return TRUE;
    }

  if (job->needs & TS_COMPARE_YEARS || (job->needs & TS_COMPARE_YEAR_BEFORE && job->filter->years->len > 1))
    return TRUE;

  if (last == 0 && there->len > 0)
    last = g_array_index (there, int, there->len - 1);

  for (guint i = there != NULL && (job->needs & TS_COMPARE_YEAR_BEFORE) ? there->len : 0; i > 0; i--)
    {
      int year = g_array_index (there, int, i - 1);

      if (year < last)
        {
          g_array_append_val (years, year);
          break;
        }
    }

  if (last != 0)
    g_array_append_val (years, last);

  ts_compare_filter_set_years (job->filter, (const int *) (void *) years->data, years->len);

  return TRUE;
}

static void
set_last_days (Job *job)
{
  job->last_days = g_new0 (char *, job->filter->years->len + 1);

  for (guint i = 0; i < job->filter->years->len; i++)
    job->last_days[i] = g_strdup_printf ("%04d-03-31", g_array_index (job->filter->years, int, i) + 1);
}

/* --- Peers --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *codes;
  GHashTable *by_id; /* position + 1 */
  GArray *populations;
  GPtrArray *parents; /* row ids */
  int year;
  const char *last_day;
} Candidates;

static gboolean
take_candidate (const TsComparedRecord *record,
                gpointer                data)
{
  Candidates *candidates = data;
  double unknown = NAN;

  g_ptr_array_add (candidates->codes, g_strdup (record->code));
  g_hash_table_insert (candidates->by_id, g_strdup (record->organisation), GUINT_TO_POINTER (candidates->codes->len));
  g_array_append_val (candidates->populations, unknown);
  g_ptr_array_add (candidates->parents, NULL);

  return TRUE;
}

/* The last that is known at the end of the year, else the first that is known later. */
static gboolean
take_candidate_population (const TsComparedFact *fact,
                           gpointer              data)
{
  Candidates *candidates = data;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (candidates->by_id, fact->organisation));

  if (number != 0 && (fact->year <= candidates->year || isnan (g_array_index (candidates->populations, double, number - 1))))
    g_array_index (candidates->populations, double, number - 1) = fact->number;

  return TRUE;
}

static gboolean
holds_on (const TsComparedFact *fact,
          const char           *day)
{
  return (fact->from == NULL || strcmp (fact->from, day) <= 0) && (fact->to == NULL || strcmp (day, fact->to) <= 0);
}

static gboolean
take_candidate_parent (const TsComparedFact *fact,
                       gpointer              data)
{
  Candidates *candidates = data;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (candidates->by_id, fact->organisation));

  if (number != 0 && holds_on (fact, candidates->last_day))
    {
      g_free (g_ptr_array_index (candidates->parents, number - 1));
      g_ptr_array_index (candidates->parents, number - 1) = g_strdup (fact->text);
    }

  return TRUE;
}

static gboolean
fill_candidates (Job         *job,
                 Candidates  *candidates,
                 GError     **error)
{
  /* Whoever is not to be compared is nobody's peer. */
  if (!ts_workbook_foreach_compared (job->workbook, job->filter, take_candidate, candidates, error))
    return FALSE;

  if (job->filter->peers == TS_PEERS_NEAREST)
    return ts_workbook_foreach_compared_fact (job->workbook, TS_COMPARED_POPULATION, take_candidate_population, candidates, error);

  return ts_workbook_foreach_compared_fact (job->workbook, TS_COMPARED_PARENT, take_candidate_parent, candidates, error);
}

static GArray *
find_peers (const TsCompareFilter *filter,
            const Candidates      *candidates,
            guint                  of)
{
  GArray *peers;

  if (filter->peers == TS_PEERS_NEAREST)
    return ts_peers_find_nearest ((const double *) (void *) candidates->populations->data, candidates->populations->len, of, filter->n_peers);

  peers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < candidates->codes->len; i++)
    {
      if (i == of || (g_ptr_array_index (candidates->parents, of) != NULL &&
                      g_strcmp0 (g_ptr_array_index (candidates->parents, of), g_ptr_array_index (candidates->parents, i)) == 0))
        g_array_append_val (peers, i);
    }

  return peers;
}

static gboolean
resolve_peers (Job     *job,
               GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) populations = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) peers = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  Candidates candidates = { codes, by_id, populations, parents, ts_compare_filter_get_last_year (job->filter), NULL };
  guint of = G_MAXUINT;

  if (job->filter->peers == TS_PEERS_EVERYBODY || job->filter->peers_of == NULL || job->filter->years->len == 0)
    return TRUE;

  candidates.last_day = job->last_days[job->filter->years->len - 1];

  if (!fill_candidates (job, &candidates, error))
    return FALSE;

  for (guint i = 0; i < codes->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (codes, i), job->filter->peers_of))
        of = i;
    }

  if (of == G_MAXUINT)
    {
      g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
                   _("No organisation with the code “%s” is among those compared, so nobody is its peer. Choose another, or compare more."),
                   job->filter->peers_of);
      return FALSE;
    }

  peers = find_peers (job->filter, &candidates, of);
  chosen = g_ptr_array_new ();

  for (guint i = 0; i < peers->len; i++)
    g_ptr_array_add (chosen, g_ptr_array_index (codes, g_array_index (peers, guint, i)));

  g_ptr_array_add (chosen, NULL);
  ts_compare_filter_set_texts (&job->filter->organisations, (const char *const *) (void *) chosen->pdata);

  return TRUE;
}

/* --- Frameworks ---------------------------------------------------------------------------------------------------- */

static gboolean
read_frameworks (Job     *job,
                 GError **error)
{
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (job->workbook, TS_ENTITY_FRAMEWORK, -1, NULL, error);
  g_autoptr (GPtrArray) read = g_ptr_array_new ();

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len && i < TS_COMPARISON_MOST_FRAMEWORKS; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);
      const char *code = ts_row_get_text (row, TS_FRAMEWORK_CODE);
      TsFramework *framework;
      guint number;

      if (job->filter->frameworks != NULL && job->filter->frameworks[0] != NULL &&
          !g_strv_contains ((const char *const *) job->filter->frameworks, code))
        continue;

      framework = ts_framework_cache_get (job->frameworks, row, error);

      if (framework == NULL)
        return FALSE;

      number = ts_comparison_builder_add_framework (job->builder, framework);
      g_hash_table_insert (job->framework_numbers, g_strdup (ts_row_get_id (row)), GUINT_TO_POINTER (number + 1));
      g_ptr_array_add (read, framework);
    }

  for (guint i = 0; i < read->len; i++)
    {
      for (guint j = 0; j < read->len; j++)
        {
          g_autoptr (TsCrosswalk) crosswalk = NULL;

          if (ts_framework_get_year (g_ptr_array_index (read, i)) >= ts_framework_get_year (g_ptr_array_index (read, j)))
            continue;

          crosswalk = ts_crosswalk_library_get (g_ptr_array_index (read, i), g_ptr_array_index (read, j));
          ts_comparison_builder_add_crosswalk (job->builder, crosswalk);
        }
    }

  return TRUE;
}

/* --- Organisations ------------------------------------------------------------------------------------------------- */

static gboolean
take_code (TsRow    *row,
           gpointer  data)
{
  g_hash_table_insert (((Job *) data)->codes, g_strdup (ts_row_get_id (row)), g_strdup (ts_row_get_text (row, TS_ORGANISATION_CODE)));

  return TRUE;
}

/* Before its first name an organisation has its first one. */
static gboolean
take_name (const TsComparedFact *fact,
           gpointer              data)
{
  Job *job = data;
  const char *last_day = job->filter->years->len > 0 ? job->last_days[job->filter->years->len - 1] : NULL;

  if (last_day == NULL || fact->from == NULL || strcmp (fact->from, last_day) <= 0 || !g_hash_table_contains (job->names, fact->organisation))
    g_hash_table_insert (job->names, g_strdup (fact->organisation), g_strdup (fact->text));

  return TRUE;
}

static gboolean
take_organisation (const TsComparedRecord *record,
                   gpointer                data)
{
  Job *job = data;
  guint position = ts_comparison_builder_add_organisation (job->builder, record->organisation, record->code,
                                                           g_hash_table_lookup (job->names, record->organisation), record->kind);

  g_hash_table_insert (job->by_id, g_strdup (record->organisation), GUINT_TO_POINTER (position + 1));

  return TRUE;
}

static guint
find_organisation (Job        *job,
                   const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (job->by_id, id));
}

static gboolean
take_parent (const TsComparedFact *fact,
             gpointer              data)
{
  Job *job = data;
  guint number = find_organisation (job, fact->organisation);
  const char *code = g_hash_table_lookup (job->codes, fact->text);

  for (guint i = 0; number != 0 && code != NULL && i < job->filter->years->len; i++)
    {
      if (holds_on (fact, job->last_days[i]))
        ts_comparison_builder_set_parent (job->builder, number - 1, i, code, g_hash_table_lookup (job->names, fact->text));
    }

  return TRUE;
}

/* The last that is known stands until the next is. */
static gboolean
take_population (const TsComparedFact *fact,
                 gpointer              data)
{
  Job *job = data;
  guint number = find_organisation (job, fact->organisation);

  for (guint i = 0; number != 0 && i < job->filter->years->len; i++)
    {
      if (fact->year <= g_array_index (job->filter->years, int, i))
        ts_comparison_builder_set_population (job->builder, number - 1, i, (gint64) fact->number);
    }

  return TRUE;
}

static gboolean
take_successor (const TsComparedFact *fact,
                gpointer              data)
{
  Job *job = data;
  guint predecessor = find_organisation (job, fact->organisation);
  guint successor = find_organisation (job, fact->text);

  if (predecessor != 0 && successor != 0 && predecessor != successor)
    ts_comparison_builder_add_succession (job->builder, predecessor - 1, successor - 1);

  return TRUE;
}

static gboolean
take_outcome (const TsComparedFact *fact,
              gpointer              data)
{
  Job *job = data;
  guint number = find_organisation (job, fact->organisation);

  if (number != 0 && isfinite (fact->number))
    ts_comparison_builder_set_figure (job->builder, fact->text, fact->unit, number - 1, fact->year, fact->number);

  return TRUE;
}

static gboolean
read_organisations (Job     *job,
                    GError **error)
{
  TsWorkbook *workbook = job->workbook;

  return ts_workbook_foreach_row (workbook, TS_ENTITY_ORGANISATION, -1, NULL, take_code, job, error) &&
         ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_NAME, take_name, job, error) &&
         ts_workbook_foreach_compared (workbook, job->filter, take_organisation, job, error) &&
         ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_PARENT, take_parent, job, error) &&
         ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_POPULATION, take_population, job, error) &&
         ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_SUCCESSOR, take_successor, job, error) &&
         (!(job->needs & TS_COMPARE_OUTCOMES) ||
          ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_OUTCOME, take_outcome, job, error));
}

/* --- Ratings ------------------------------------------------------------------------------------------------------- */

static void
take_rating (const char *node,
             TsLayer     layer,
             int         level,
             gpointer    data)
{
  ts_comparison_builder_add_rating (data, node, layer, level);
}

static void
take_target (const char *node,
             int         level,
             gpointer    data)
{
  ts_comparison_builder_add_target (data, node, level);
}

static gboolean
take_assessment (const TsComparedAssessmentRecord *record,
                 gpointer                          data)
{
  Job *job = data;
  guint organisation = find_organisation (job, record->organisation);
  guint framework = GPOINTER_TO_UINT (g_hash_table_lookup (job->framework_numbers, record->framework));
  guint year;

  if (organisation == 0 || framework == 0)
    return TRUE;

  for (year = 0; year < job->filter->years->len; year++)
    {
      if (g_array_index (job->filter->years, int, year) == record->year)
        break;
    }

  if (year == job->filter->years->len ||
      !ts_comparison_builder_add_assessment (job->builder, organisation - 1, year, framework - 1, record->assessment))
    return TRUE;

  job->failed = !ts_workbook_foreach_compared_rating (job->workbook, record->assessment, job->layers, take_rating, job->builder, job->error) ||
                ((job->needs & TS_COMPARE_TARGETS) &&
                 !ts_workbook_foreach_compared_target (job->workbook, record->assessment, record->year, take_target, job->builder, job->error));

  return !job->failed;
}

static void
choose_layers (Job     *job,
               TsLayer *layers,
               guint   *n_layers)
{
  *n_layers = 0;

  for (guint i = 0; i < TS_N_LAYERS; i++)
    {
      if ((job->needs & TS_COMPARE_EVERY_LAYER) ? i != TS_LAYER_REVIEWER : i == job->filter->layer)
        {
          layers[(*n_layers)++] = i;
          job->layers |= 1u << i;
        }
    }
}

/**
 * ts_comparison_read:
 * @workbook: a workbook
 * @frameworks: where its frameworks are parsed
 * @filter: what is wanted
 * @needs: how much of it
 * @error: where to put an error of the store, %G_IO_ERROR_CANCELLED, or %TS_EXCHANGE_ERROR_UNKNOWN where peers are wanted of what is not compared
 *
 * Reads levels as the filter wants them. It ends within a moment when the workbook's cancellable is cancelled.
 *
 * Returns: (transfer full): what stands side by side; it may be nothing
 */
TsComparison *
ts_comparison_read (TsWorkbook             *workbook,
                    TsFrameworkCache       *frameworks,
                    const TsCompareFilter  *filter,
                    TsCompareNeeds          needs,
                    GError                **error)
{
  g_autoptr (GError) failure = NULL;
  g_auto (Job) job = { .workbook = workbook, .frameworks = frameworks, .needs = needs, .error = &failure };
  TsLayer layers[TS_N_LAYERS];
  guint n_layers;

  g_return_val_if_fail (workbook != NULL && frameworks != NULL && filter != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job.filter = ts_compare_filter_copy (filter);

  if (!choose_years (&job, error))
    return NULL;

  set_last_days (&job);

  if (!resolve_peers (&job, error))
    return NULL;

  choose_layers (&job, layers, &n_layers);
  job.builder = ts_comparison_builder_new ((const int *) (void *) job.filter->years->data, job.filter->years->len, layers, n_layers);
  job.framework_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job.by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job.codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!read_frameworks (&job, error) || !read_organisations (&job, error) ||
      !ts_workbook_foreach_compared_assessment (workbook, job.filter, take_assessment, &job, error))
    return NULL;

  if (job.failed)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return ts_comparison_builder_end (job.builder, filter->has_rule ? &filter->rule : NULL, filter->predecessors);
}

/**
 * ts_comparison_read_usual:
 * @workbook: a workbook
 * @filter: (inout): what is wanted; what nobody has chosen is chosen as ts_compare_scope_set_defaults() does
 * @keep_layer: whether somebody asked for the filter's layer
 * @needs: how much of it
 * @error: as ts_comparison_read()
 *
 * Returns: (transfer full): what stands side by side; it may be nothing
 */
TsComparison *
ts_comparison_read_usual (TsWorkbook       *workbook,
                          TsCompareFilter  *filter,
                          gboolean          keep_layer,
                          TsCompareNeeds    needs,
                          GError          **error)
{
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  g_autoptr (TsCompareScope) scope = NULL;

  g_return_val_if_fail (workbook != NULL && filter != NULL, NULL);

  scope = ts_workbook_read_compare_scope (workbook, error);

  if (scope == NULL)
    return NULL;

  ts_compare_scope_set_defaults (scope, filter, keep_layer);

  return ts_comparison_read (workbook, frameworks, filter, needs, error);
}

static gboolean
list_organisation (const TsComparedRecord *record,
                   gpointer                data)
{
  g_ptr_array_add (data, g_strdup (record->code));

  return TRUE;
}

/**
 * ts_comparison_list_organisations:
 * @workbook: a workbook
 * @filter: what is wanted; where it names no year, all years count
 * @error: as ts_comparison_read()
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes of the organisations that the filter lets through, peers among them
 */
char **
ts_comparison_list_organisations (TsWorkbook             *workbook,
                                  const TsCompareFilter  *filter,
                                  GError                **error)
{
  g_auto (Job) job = { .workbook = workbook, .needs = TS_COMPARE_YEARS };
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (workbook != NULL && filter != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job.filter = ts_compare_filter_copy (filter);

  if (!choose_years (&job, error))
    return NULL;

  set_last_days (&job);

  if (!resolve_peers (&job, error) || !ts_workbook_foreach_compared (workbook, job.filter, list_organisation, codes, error))
    return NULL;

  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}
