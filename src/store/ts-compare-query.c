/* ts-compare-query.c — the ratings of many organisations, for setting them side by side
 *
 * Choosing is done here, in SQL, and no row object is made: thousands of organisations over many years are read at once. The ratings of an assessment
 * come out of the index that its key is, so that the layers that nobody asked for are never fetched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-compare-query.h"

#include "core/ts-year.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

/* A query in the making. What is bound must stay in place. */
typedef struct
{
  GString *sql;
  GPtrArray *texts;
  char last_day[16];
} Query;

static void
query_clear (Query *query)
{
  g_string_free (query->sql, TRUE);
  g_ptr_array_unref (query->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static void
query_init (Query                 *query,
            const TsCompareFilter *filter,
            const char            *sql)
{
  int year = ts_compare_filter_get_last_year (filter);

  query->sql = g_string_new (sql);
  query->texts = g_ptr_array_new ();
  g_snprintf (query->last_day, sizeof query->last_day, "%04d-03-31", year != 0 ? year + 1 : TS_YEAR_LAST + 1);
}

static void
add_text (Query      *query,
          const char *text)
{
  g_ptr_array_add (query->texts, (char *) text);
  g_string_append_printf (query->sql, "$%u", query->texts->len);
}

static void
add_list (Query *query,
          const char *condition,
          char *const *texts)
{
  if (texts == NULL || texts[0] == NULL)
    return;

  g_string_append_printf (query->sql, " and %s in (", condition);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (query->sql, ", ");

      add_text (query, texts[i]);
    }

  g_string_append_c (query->sql, ')');
}

/* Years are numbers of ours, so they may stand in the text. */
static void
add_years (Query                 *query,
           const TsCompareFilter *filter)
{
  if (filter->years->len == 0)
    return;

  g_string_append (query->sql, " and assessment.year in (");

  for (guint i = 0; i < filter->years->len; i++)
    g_string_append_printf (query->sql, "%s%d", i > 0 ? ", " : "", g_array_index (filter->years, int, i));

  g_string_append_c (query->sql, ')');
}

static void
add_holds_on_last_day (Query      *query,
                       const char *table)
{
  g_string_append_printf (query->sql, " and (%s.valid_from is null or %s.valid_from <= ", table, table);
  add_text (query, query->last_day);
  g_string_append_printf (query->sql, ") and (%s.valid_to is null or %s.valid_to >= ", table, table);
  add_text (query, query->last_day);
  g_string_append_c (query->sql, ')');
}

/* What an organisation belongs to, and what that belongs to, at the end of the latest year. */
static void
add_parents (Query                 *query,
             const TsCompareFilter *filter)
{
  if (filter->parents == NULL || filter->parents[0] == NULL)
    return;

  g_string_append (query->sql, " and (exists (select 1 from organisation_parent as near join organisation as above on above.id = near.parent "
                               "where near.organisation = organisation.id");
  add_list (query, "above.code", filter->parents);
  add_holds_on_last_day (query, "near");
  g_string_append (query->sql, ") or exists (select 1 from organisation_parent as near "
                               "join organisation_parent as far on far.organisation = near.parent "
                               "join organisation as above on above.id = far.parent where near.organisation = organisation.id");
  add_list (query, "above.code", filter->parents);
  add_holds_on_last_day (query, "near");
  add_holds_on_last_day (query, "far");
  g_string_append (query->sql, "))");
}

static void
add_organisations (Query                 *query,
                   const TsCompareFilter *filter)
{
  add_list (query, "organisation.code", filter->organisations);
  add_list (query, "organisation.kind", filter->kinds);
  add_parents (query, filter);
}

static TsStatement *
prepare (Query       *query,
         TsDatabase  *database,
         GError     **error)
{
  TsStatement *statement = ts_database_prepare (database, query->sql->str, error);

  for (guint i = 0; statement != NULL && i < query->texts->len; i++)
    ts_statement_bind_text (statement, (int) i, g_ptr_array_index (query->texts, i), -1);

  return statement;
}

static gboolean
get_texts (TsStatement  *statement,
           const char  **texts,
           int           n,
           GError      **error)
{
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GError) damaged = NULL;

      texts[i] = ts_statement_get_text (statement, i, &damaged);

      if (damaged != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&damaged));
          return FALSE;
        }
    }

  return TRUE;
}

/* --- Organisations ------------------------------------------------------------------------------------------------- */

/**
 * ts_workbook_foreach_compared:
 * @self: a workbook
 * @filter: what is wanted; peers are no concern of it
 * @function: called for each organisation; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads the organisations that are compared, by code: those that have an assessment in the years wanted, and those that have one in other years and
 * were open in these, whose levels are missing.
 *
 * Returns: %TRUE, also when @function ended the reading, or %FALSE with an error of %TS_STORE_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
ts_workbook_foreach_compared (TsWorkbook             *self,
                              const TsCompareFilter  *filter,
                              TsComparedFunction      function,
                              gpointer                data,
                              GError                **error)
{
  g_auto (Query) query = { 0 };
  g_autoptr (TsStatement) statement = NULL;
  char first_day[16];
  gboolean go_on = TRUE;
  TsStep step = TS_STEP_DONE;

  g_return_val_if_fail (self != NULL && filter != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  query_init (&query, filter,
              "select organisation.id, organisation.code, organisation.kind from organisation where (exists (select 1 from assessment "
              "join framework on framework.id = assessment.framework where assessment.organisation = organisation.id");
  add_years (&query, filter);
  add_list (&query, "framework.code", filter->frameworks);

  g_string_append (query.sql, ") or ((organisation.opened is null or organisation.opened <= ");
  add_text (&query, query.last_day);
  g_snprintf (first_day, sizeof first_day, "%04d-04-01", filter->years->len > 0 ? g_array_index (filter->years, int, 0) : TS_YEAR_FIRST);
  g_string_append (query.sql, ") and (organisation.closed is null or organisation.closed >= ");
  add_text (&query, first_day);
  g_string_append (query.sql, ") and exists (select 1 from assessment join framework on framework.id = assessment.framework "
                              "where assessment.organisation = organisation.id");
  add_list (&query, "framework.code", filter->frameworks);
  g_string_append (query.sql, ")))");

  add_organisations (&query, filter);
  g_string_append (query.sql, " order by organisation.code");
  statement = prepare (&query, self->database, error);

  if (statement == NULL)
    return FALSE;

  while (go_on && (step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *texts[3];

      if (!get_texts (statement, texts, 3, error))
        return FALSE;

      go_on = function (&(const TsComparedRecord) { texts[0], texts[1], texts[2] }, data);
    }

  return step != TS_STEP_ERROR;
}

/**
 * ts_workbook_foreach_compared_assessment:
 * @self: a workbook
 * @filter: what is wanted
 * @function: called for each assessment; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads the assessments of the organisations and years wanted; of one organisation and year, the one by the latest edition first.
 *
 * Returns: as ts_workbook_foreach_compared()
 */
gboolean
ts_workbook_foreach_compared_assessment (TsWorkbook                    *self,
                                         const TsCompareFilter         *filter,
                                         TsComparedAssessmentFunction   function,
                                         gpointer                       data,
                                         GError                       **error)
{
  g_auto (Query) query = { 0 };
  g_autoptr (TsStatement) statement = NULL;
  gboolean go_on = TRUE;
  TsStep step = TS_STEP_DONE;

  g_return_val_if_fail (self != NULL && filter != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  query_init (&query, filter,
              "select assessment.id, organisation.id, framework.id, assessment.year from organisation "
              "join assessment on assessment.organisation = organisation.id "
              "join framework on framework.id = assessment.framework where 1 = 1");
  add_organisations (&query, filter);
  add_years (&query, filter);
  add_list (&query, "framework.code", filter->frameworks);
  g_string_append (query.sql, " order by organisation.code, assessment.year, framework.code desc, framework.edition desc");
  statement = prepare (&query, self->database, error);

  if (statement == NULL)
    return FALSE;

  while (go_on && (step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      TsComparedAssessmentRecord record = { .year = (int) ts_statement_get_integer (statement, 3) };
      const char *texts[3];

      if (!get_texts (statement, texts, 3, error))
        return FALSE;

      record.assessment = texts[0];
      record.organisation = texts[1];
      record.framework = texts[2];
      go_on = function (&record, data);
    }

  return step != TS_STEP_ERROR;
}

/* --- Ratings ------------------------------------------------------------------------------------------------------- */

/* One layer at a time, so that a row need not say which, nor whose it is where that makes no difference. In the order of the index. */
#define RATINGS(columns)                                                                                                                     \
  "select " columns " from rating where layer = $1 and assessment = $2 and level is not null and carried is null order by node, assessor"

static gboolean
foreach_rating (TsWorkbook                *self,
                const char                *assessment,
                TsLayer                    layer,
                TsComparedRatingFunction   function,
                gpointer                   data,
                GError                   **error)
{
  gboolean by_assessor = layer == TS_LAYER_REVIEWER;
  const char *name = ts_layer_get_name (layer);
  g_autoptr (TsStatement) statement = NULL;
  gboolean asked = FALSE;
  gboolean shows = TRUE;
  TsStep step;

  statement = ts_database_prepare_cached (self->database, by_assessor ? RATINGS ("node, level, assessor") : RATINGS ("node, level"), error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, name, -1);
  ts_statement_bind_text (statement, 1, assessment, -1);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *node;
      const char *assessor = NULL;

      if (!get_texts (statement, &node, 1, error))
        return FALSE;

      if (by_assessor && !ts_journal_get_texts (statement, 2, &assessor, 1, error))
        return FALSE;

      /* Of another layer all is shown, or nothing. */
      if ((by_assessor || !asked) && !ts_workbook_shows_part (self, assessment, name, assessor, &shows, error))
        return FALSE;

      asked = TRUE;

      if (shows)
        function (node, layer, (int) ts_statement_get_integer (statement, 1), data);
    }

  return step != TS_STEP_ERROR;
}

/**
 * ts_workbook_foreach_compared_rating:
 * @self: a workbook
 * @assessment: an assessment's row id
 * @layers: a bit for each layer wanted: 1 << %TS_LAYER_SELF …
 * @function: called for each level; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads the levels that count, without what was carried forward and is not confirmed. Of one node and layer the body's own comes before those
 * of named assessors.
 *
 * Returns: %TRUE, or %FALSE with an error of %TS_STORE_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
ts_workbook_foreach_compared_rating (TsWorkbook                *self,
                                     const char                *assessment,
                                     guint                      layers,
                                     TsComparedRatingFunction   function,
                                     gpointer                   data,
                                     GError                   **error)
{
  g_return_val_if_fail (self != NULL && assessment != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
    {
      if (layers & 1u << layer && !foreach_rating (self, assessment, layer, function, data, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_workbook_foreach_compared_target:
 * @self: a workbook
 * @assessment: an assessment's row id
 * @year: the calendar year in which the financial year begins that targets are wanted for
 * @function: called for each target; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Returns: %TRUE, or %FALSE with an error of %TS_STORE_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
ts_workbook_foreach_compared_target (TsWorkbook                *self,
                                     const char                *assessment,
                                     int                        year,
                                     TsComparedTargetFunction   function,
                                     gpointer                   data,
                                     GError                   **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gboolean shows;
  TsStep step;

  g_return_val_if_fail (self != NULL && assessment != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!ts_workbook_shows_part (self, assessment, NULL, NULL, &shows, error))
    return FALSE;

  if (!shows)
    return TRUE;

  statement = ts_database_prepare_cached (self->database, "select node, level from target where assessment = $1 and year = $2 order by node", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, assessment, -1);
  ts_statement_bind_integer (statement, 1, year);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *texts[1];

      if (!get_texts (statement, texts, 1, error))
        return FALSE;

      function (texts[0], (int) ts_statement_get_integer (statement, 1), data);
    }

  return step != TS_STEP_ERROR;
}

/* --- What else is told of them ------------------------------------------------------------------------------------- */

/* Each has organisation, text, unit, from, to, year, number; in an order in which the later wins. */
static const char *const fact_queries[] = {
  [TS_COMPARED_NAME] = "select organisation, name, null, valid_from, valid_to, 0, 0 from organisation_name "
                       "order by organisation, coalesce (valid_from, ''), id",
  [TS_COMPARED_PARENT] = "select organisation, parent, null, valid_from, valid_to, 0, 0 from organisation_parent "
                         "order by organisation, coalesce (valid_from, ''), id",
  [TS_COMPARED_POPULATION] = "select organisation, null, null, null, null, year, population from organisation_population "
                             "order by organisation, year",
  [TS_COMPARED_SUCCESSOR] = "select organisation, successor, null, null, null, 0, 0 from organisation_successor order by organisation, successor",
  [TS_COMPARED_OUTCOME] = "select outcome.organisation, outcome.metric, outcome.unit, null, null, outcome_value.year, outcome_value.actual, outcome.id "
                          "from outcome join outcome_value on outcome_value.outcome = outcome.id where outcome_value.actual is not null "
                          "order by outcome.organisation, outcome.position desc, outcome.id, outcome_value.year",
};

static gboolean
shows_outcome_value (TsWorkbook   *self,
                     TsStatement  *statement,
                     const char   *organisation_id,
                     gboolean     *shows,
                     GError      **error)
{
  const char *outcome_id;

  return ts_journal_get_texts (statement, 7, &outcome_id, 1, error) &&
         ts_workbook_shows_value (self, organisation_id, outcome_id, (int) ts_statement_get_integer (statement, 5), shows, error);
}

/**
 * ts_workbook_foreach_compared_fact:
 * @self: a workbook
 * @kind: what is wanted to be known
 * @function: called for each; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads what is told of all organisations, one after another, the earlier first.
 *
 * Returns: as ts_workbook_foreach_compared()
 */
gboolean
ts_workbook_foreach_compared_fact (TsWorkbook              *self,
                                   TsComparedFactKind       kind,
                                   TsComparedFactFunction   function,
                                   gpointer                 data,
                                   GError                 **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gboolean go_on = TRUE;
  TsStep step = TS_STEP_DONE;

  g_return_val_if_fail (self != NULL && function != NULL && kind < G_N_ELEMENTS (fact_queries), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_database_prepare (self->database, fact_queries[kind], error);

  if (statement == NULL)
    return FALSE;

  while (go_on && (step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *texts[5];
      gboolean shows = TRUE;
      TsComparedFact fact;

      if (!get_texts (statement, texts, 5, error))
        return FALSE;

      if (kind == TS_COMPARED_OUTCOME && !shows_outcome_value (self, statement, texts[0], &shows, error))
        return FALSE;

      if (!shows)
        continue;

      fact = (TsComparedFact) {
        texts[0],
        texts[1],
        texts[2],
        texts[3],
        texts[4],
        (int) ts_statement_get_integer (statement, 5),
        ts_statement_get_real (statement, 6),
      };
      go_on = function (&fact, data);
    }

  return step != TS_STEP_ERROR;
}

/* --- What there is ------------------------------------------------------------------------------------------------- */

static gboolean
run (TsWorkbook *self,
     const char *sql,
     int n_texts,
     void (*take) (TsStatement *statement,
                   const char *const *texts,
                   TsCompareScope *scope),
     TsCompareScope *scope,
     GError **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare (self->database, sql, error);
  TsStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *texts[3] = { NULL };

      if (!get_texts (statement, texts, n_texts, error))
        return FALSE;

      take (statement, texts, scope);
    }

  return step != TS_STEP_ERROR;
}

static void
take_year (TsStatement *statement,
           const char *const *texts,
           TsCompareScope *scope)
{
  TsScopeYear year = { .year = (int) ts_statement_get_integer (statement, 0) };

  g_array_append_val (scope->years, year);
}

static void
take_framework (TsStatement *statement,
                const char *const *texts,
                TsCompareScope *scope)
{
  ts_compare_scope_add_name (scope->frameworks, texts[0], texts[1]);
}

static void
take_parent (TsStatement *statement,
             const char *const *texts,
             TsCompareScope *scope)
{
  ts_compare_scope_add_name (scope->parents, texts[0], texts[1]);
}

static void
take_kind (TsStatement *statement,
           const char *const *texts,
           TsCompareScope *scope)
{
  g_ptr_array_add (scope->kinds, g_strdup (texts[0]));
}

static void
take_count (TsStatement *statement,
            const char *const *texts,
            TsCompareScope *scope)
{
  scope->n_organisations = (guint) ts_statement_get_integer (statement, 0);
}

static gboolean
ask_anywhere (TsStatement  *statement,
              TsLayer       layer,
              gboolean     *yes,
              GError      **error)
{
  ts_statement_reset (statement);
  ts_statement_bind_text (statement, 0, ts_layer_get_name (layer), -1);

  if (ts_statement_step (statement, error) != TS_STEP_ROW)
    return FALSE;

  *yes = ts_statement_get_integer (statement, 0) != 0;

  return TRUE;
}

/* Whether an assessment of the year that the reader may see has the layer: mostly the first that has it. */
static gboolean
ask_in_year (TsWorkbook   *self,
             TsStatement  *statement,
             TsLayer       layer,
             int           year,
             gboolean     *yes,
             GError      **error)
{
  TsStep step = TS_STEP_DONE;

  *yes = FALSE;
  ts_statement_reset (statement);
  ts_statement_bind_integer (statement, 0, year);
  ts_statement_bind_text (statement, 1, ts_layer_get_name (layer), -1);

  while (!*yes && (step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *assessment_id;

      if (!get_texts (statement, &assessment_id, 1, error) || !ts_workbook_shows_part (self, assessment_id, NULL, NULL, yes, error))
        return FALSE;
    }

  return step != TS_STEP_ERROR;
}

/* Each ends at the first level that it finds and shows; a layer that nobody has used is not looked for year by year. */
static gboolean
read_layers (TsWorkbook  *self,
             GArray      *years,
             GError     **error)
{
  g_autoptr (TsStatement) anywhere = NULL;
  g_autoptr (TsStatement) in_year = NULL;

  anywhere = ts_database_prepare (self->database, "select exists (select 1 from rating where layer = $1)", error);

  if (anywhere == NULL)
    return FALSE;

  in_year = ts_database_prepare (self->database,
                                 "select assessment.id from assessment where year = $1 and exists (select 1 from rating "
                                 "where rating.layer = $2 and rating.assessment = assessment.id and rating.level is not null and "
                                 "rating.carried is null)",
                                 error);

  if (in_year == NULL)
    return FALSE;

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    {
      gboolean yes;

      /* Reviewers' own levels are not compared, and that there are any is not told before they are open. */
      if (layer == TS_LAYER_REVIEWER)
        continue;

      if (!ask_anywhere (anywhere, layer, &yes, error))
        return FALSE;

      for (guint i = 0; yes && i < years->len; i++)
        {
          TsScopeYear *year = &g_array_index (years, TsScopeYear, i);
          gboolean says;

          if (!ask_in_year (self, in_year, layer, year->year, &says, error))
            return FALSE;

          if (says)
            year->layers |= 1u << layer;
        }
    }

  return TRUE;
}

static gboolean
read_years (TsWorkbook      *self,
            TsCompareScope  *scope,
            GError         **error)
{
  return run (self, "select distinct year from assessment order by year", 0, take_year, scope, error);
}

/**
 * ts_workbook_read_compared_years:
 * @self: a workbook
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type int): the years that have assessments, rising, or %NULL with an error as
 *   ts_workbook_read_compare_scope()
 */
GArray *
ts_workbook_read_compared_years (TsWorkbook  *self,
                                 GError     **error)
{
  g_autoptr (TsCompareScope) scope = NULL;
  GArray *years;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  scope = ts_compare_scope_new ();

  if (!read_years (self, scope, error))
    return NULL;

  years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < scope->years->len; i++)
    g_array_append_val (years, g_array_index (scope->years, TsScopeYear, i).year);

  return years;
}

/**
 * ts_workbook_read_compare_scope:
 * @self: a workbook
 * @error: where to put an error
 *
 * Returns: (transfer full): what there is to compare, or %NULL with an error of %TS_STORE_ERROR or %G_IO_ERROR_CANCELLED
 */
TsCompareScope *
ts_workbook_read_compare_scope (TsWorkbook  *self,
                                GError     **error)
{
  g_autoptr (TsCompareScope) scope = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  scope = ts_compare_scope_new ();

  if (!read_years (self, scope, error) ||
      !run (self,
            "select code, max (title) from framework where exists (select 1 from assessment where assessment.framework = framework.id) "
            "group by code order by code",
            2, take_framework, scope, error) ||
      !run (self,
            "select organisation.code, (select name from organisation_name where organisation_name.organisation = organisation.id "
            "order by coalesce (valid_from, '') desc, id limit 1) as called from organisation where exists (select 1 from organisation_parent "
            "join assessment on assessment.organisation = organisation_parent.organisation where organisation_parent.parent = organisation.id) "
            "order by 2, organisation.code",
            2, take_parent, scope, error) ||
      !run (self,
            "select distinct kind from organisation where exists (select 1 from assessment where assessment.organisation = organisation.id) "
            "order by kind",
            1, take_kind, scope, error) ||
      !run (self, "select count (distinct organisation) from assessment", 0, take_count, scope, error))
    return NULL;

  if (!read_layers (self, scope->years, error))
    return NULL;

  return g_steal_pointer (&scope);
}
