/* ts-rating-query.c — ratings and evidence joined with what they belong to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-rating-query.h"

#include "store/ts-reader.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

/* A query in the making: conditions are added with their parameters, in the order in which they are bound later. */
typedef struct
{
  GString *sql;
  GPtrArray *texts;
  GArray *years;
  guint n_parameters;
} Query;

static void
query_init (Query      *self,
            const char *sql)
{
  self->sql = g_string_new (sql);
  self->texts = g_ptr_array_new ();
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->n_parameters = 0;
}

static void
query_clear (Query *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->years);
}

static void
append_parameters (Query      *self,
                   const char *column,
                   guint       n)
{
  g_string_append_printf (self->sql, " and %s in (", column);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (self->sql, "%s$%u", i > 0 ? ", " : "", ++self->n_parameters);

  g_string_append_c (self->sql, ')');
}

static void
query_add_texts (Query *self,
                 const char *column,
                 const char *const *values)
{
  guint n = values != NULL ? g_strv_length ((char **) values) : 0;

  if (n == 0)
    return;

  append_parameters (self, column, n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->texts, (char *) values[i]);
}

/* Once, after all texts. */
static void
query_add_years (Query      *self,
                 const char *column,
                 const int  *years,
                 guint       n_years)
{
  if (years == NULL || n_years == 0)
    return;

  append_parameters (self, column, n_years);
  g_array_append_vals (self->years, years, n_years);
}

static TsStatement *
query_prepare (Query       *self,
               TsDatabase  *database,
               const char  *order,
               GError     **error)
{
  TsStatement *statement;
  int parameter = 0;

  g_string_append (self->sql, order);
  statement = ts_database_prepare (database, self->sql->str, error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < self->texts->len; i++)
    ts_statement_bind_text (statement, parameter++, g_ptr_array_index (self->texts, i), -1);

  for (guint i = 0; i < self->years->len; i++)
    ts_statement_bind_integer (statement, parameter++, g_array_index (self->years, int, i));

  return statement;
}

/* Reads one text column after another; the first damaged one stays in @error. */
static const char *
next_text (TsStatement  *statement,
           int          *column,
           GError      **error)
{
  int this = (*column)++;

  return *error == NULL ? ts_statement_get_text (statement, this, error) : NULL;
}

static gint64
next_integer (TsStatement *statement,
              int         *column)
{
  return ts_statement_get_integer (statement, (*column)++);
}

static gboolean
read_rating (TsStatement     *statement,
             TsRatingRecord  *record,
             GError         **error)
{
  g_autoptr (GError) damaged = NULL;
  int column = 0;

  record->rating = next_text (statement, &column, &damaged);
  record->assessment = next_text (statement, &column, &damaged);
  record->organisation = next_text (statement, &column, &damaged);
  record->organisation_code = next_text (statement, &column, &damaged);
  record->year = next_integer (statement, &column);
  record->framework = next_text (statement, &column, &damaged);
  record->framework_code = next_text (statement, &column, &damaged);
  record->node = next_text (statement, &column, &damaged);
  record->layer = next_text (statement, &column, &damaged);
  record->assessor = next_text (statement, &column, &damaged);
  record->level = next_integer (statement, &column);
  record->rationale = next_text (statement, &column, &damaged);

  if (damaged == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&damaged));

  return FALSE;
}

/**
 * ts_workbook_foreach_rating:
 * @self: a workbook
 * @filter: (nullable): which ratings are wanted, or %NULL for all
 * @function: called for each; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads ratings that the workbook's reader may see, one at a time, by organisation code, year, framework code, node, layer and assessor. Nodes are in the
 * order of their names, in which 10 stands before 2: a caller that knows the framework puts them in its order.
 *
 * Returns: %TRUE, also when @function ended the reading, or %FALSE with an error of %TS_STORE_ERROR
 */
gboolean
ts_workbook_foreach_rating (TsWorkbook           *self,
                            const TsQueryFilter  *filter,
                            TsRatingFunction      function,
                            gpointer              data,
                            GError              **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gboolean go_on = TRUE;
  TsStep step = TS_STEP_DONE;
  Query query;

  g_return_val_if_fail (self != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  query_init (&query,
              "select rating.id, assessment.id, organisation.id, organisation.code, assessment.year, framework.id, framework.code, "
              "rating.node, rating.layer, rating.assessor, rating.level, rating.rationale "
              "from rating "
              "join assessment on assessment.id = rating.assessment "
              "join organisation on organisation.id = assessment.organisation "
              "join framework on framework.id = assessment.framework "
              "where rating.carried is null");

  if (filter != NULL)
    {
      query_add_texts (&query, "organisation.code", filter->organisations);
      query_add_texts (&query, "framework.code", filter->frameworks);
      query_add_texts (&query, "rating.layer", filter->layers);
      query_add_years (&query, "assessment.year", filter->years, filter->n_years);
    }

  statement = query_prepare (&query, self->database,
                             " order by organisation.code, assessment.year, framework.code, framework.edition, "
                             "rating.node, rating.layer, rating.assessor",
                             error);
  query_clear (&query);

  if (statement == NULL)
    return FALSE;

  while (go_on && (step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      TsRatingRecord record;
      gboolean shows;

      if (!read_rating (statement, &record, error) ||
          !ts_workbook_shows_part (self, record.assessment, record.layer, record.assessor, &shows, error))
        return FALSE;

      go_on = !shows || function (&record, data);
    }

  return step != TS_STEP_ERROR;
}

static gboolean
read_evidence (TsStatement       *statement,
               TsEvidenceRecord  *record,
               GError           **error)
{
  g_autoptr (GError) damaged = NULL;
  int column = 0;

  record->evidence = next_text (statement, &column, &damaged);
  record->organisation_code = next_text (statement, &column, &damaged);
  record->title = next_text (statement, &column, &damaged);
  record->kind = next_text (statement, &column, &damaged);
  record->content = next_text (statement, &column, &damaged);
  record->file_name = next_text (statement, &column, &damaged);
  record->media_type = next_text (statement, &column, &damaged);
  record->size = next_integer (statement, &column);
  record->address = next_text (statement, &column, &damaged);
  record->received = next_text (statement, &column, &damaged);
  record->period_from = next_text (statement, &column, &damaged);
  record->period_to = next_text (statement, &column, &damaged);
  record->link = next_text (statement, &column, &damaged);
  record->assessment = next_text (statement, &column, &damaged);
  record->year = next_integer (statement, &column);
  record->framework_code = next_text (statement, &column, &damaged);
  record->node = next_text (statement, &column, &damaged);
  record->place = next_text (statement, &column, &damaged);
  record->organisation = next_text (statement, &column, &damaged);

  if (damaged == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&damaged));

  return FALSE;
}

/**
 * ts_workbook_foreach_evidence:
 * @self: a workbook
 * @filter: (nullable): which evidence is wanted, or %NULL for all; its layers do not matter
 * @function: called for each link of each item, and once for an item without links; it may read from the workbook but
 *   not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads evidence, one link at a time, by organisation code, title, year, framework code and node. Where years or
 * frameworks are asked for, items without links belong to none of them.
 *
 * Returns: %TRUE, also when @function ended the reading, or %FALSE with an error of %TS_STORE_ERROR
 */
gboolean
ts_workbook_foreach_evidence (TsWorkbook           *self,
                              const TsQueryFilter  *filter,
                              TsEvidenceFunction    function,
                              gpointer              data,
                              GError              **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gboolean go_on = TRUE;
  TsStep step = TS_STEP_DONE;
  Query query;

  g_return_val_if_fail (self != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  query_init (&query,
              "select evidence.id, organisation.code, evidence.title, evidence.kind, evidence.content, evidence.file_name, "
              "evidence.media_type, evidence.size, evidence.address, evidence.received, evidence.period_from, evidence.period_to, "
              "evidence_link.id, evidence_link.assessment, assessment.year, framework.code, evidence_link.node, evidence_link.place, organisation.id "
              "from evidence "
              "join organisation on organisation.id = evidence.organisation "
              "left join evidence_link on evidence_link.evidence = evidence.id "
              "left join assessment on assessment.id = evidence_link.assessment "
              "left join framework on framework.id = assessment.framework "
              "where 1 = 1");

  if (filter != NULL)
    {
      query_add_texts (&query, "organisation.code", filter->organisations);
      query_add_texts (&query, "framework.code", filter->frameworks);
      query_add_years (&query, "assessment.year", filter->years, filter->n_years);
    }

  statement = query_prepare (&query, self->database,
                             " order by organisation.code, evidence.title, evidence.id, assessment.year, framework.code, "
                             "evidence_link.node, evidence_link.id",
                             error);
  query_clear (&query);

  if (statement == NULL)
    return FALSE;

  while (go_on && (step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      TsEvidenceRecord record;
      gboolean shows;

      if (!read_evidence (statement, &record, error) ||
          !(record.assessment != NULL ? ts_workbook_shows_part (self, record.assessment, NULL, NULL, &shows, error)
                                      : ts_workbook_shows_evidence (self, record.evidence, record.organisation, &shows, error)))
        return FALSE;

      go_on = !shows || function (&record, data);
    }

  return step != TS_STEP_ERROR;
}
