/* ts-find.c — rows by what names them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-row-json.h"
#include "store/ts-row-store.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

/* The statement gives the id of the row, if there is one. */
static TsRow *
find (TsWorkbook   *self,
      TsEntity      entity,
      TsStatement  *statement,
      const char   *missing,
      GError      **error)
{
  g_autoptr (GError) damaged = NULL;
  const char *id;
  TsStep step;

  step = ts_statement_step (statement, error);

  if (step == TS_STEP_ERROR)
    return NULL;

  if (step == TS_STEP_DONE)
    {
      g_set_error_literal (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND, missing);
      return NULL;
    }

  id = ts_statement_get_text (statement, 0, &damaged);

  if (id != NULL)
    return ts_workbook_read_row (self, entity, id, error);

  g_propagate_error (error, g_steal_pointer (&damaged));

  return NULL;
}

/**
 * ts_workbook_find_organisation:
 * @self: a workbook
 * @code: an organisation's code
 * @error: where to put an error
 *
 * Returns: (transfer full): the organisation, or %NULL with an error, %TS_STORE_ERROR_NOT_FOUND where there is none
 */
TsRow *
ts_workbook_find_organisation (TsWorkbook  *self,
                               const char  *code,
                               GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autofree char *missing = NULL;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_database_prepare_cached (self->database, "select id from organisation where code = $1", error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, code, -1);
  missing = g_strdup_printf (_("The workbook has no organisation “%s”."), code);

  return find (self, TS_ENTITY_ORGANISATION, statement, missing, error);
}

/**
 * ts_workbook_find_framework:
 * @self: a workbook
 * @code: a framework's code
 * @edition: (nullable): which edition, or %NULL for the last by name
 * @error: where to put an error
 *
 * Returns: (transfer full): the workbook's copy of the framework, or %NULL with an error, %TS_STORE_ERROR_NOT_FOUND
 * where there is none
 */
TsRow *
ts_workbook_find_framework (TsWorkbook  *self,
                            const char  *code,
                            const char  *edition,
                            GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autofree char *missing = NULL;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_database_prepare_cached (self->database,
                                          edition != NULL
                                            ? "select id from framework where code = $1 and edition = $2"
                                            : "select id from framework where code = $1 order by edition desc limit 1",
                                          error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, code, -1);

  if (edition != NULL)
    ts_statement_bind_text (statement, 1, edition, -1);

  missing = g_strdup_printf (_("The workbook has no framework “%s”."), code);

  return find (self, TS_ENTITY_FRAMEWORK, statement, missing, error);
}

/**
 * ts_workbook_find_assessment:
 * @self: a workbook
 * @organisation: an organisation's row id
 * @framework: a framework's row id
 * @year: the calendar year in which the financial year begins
 * @error: where to put an error
 *
 * Returns: (transfer full): the assessment, or %NULL with an error, %TS_STORE_ERROR_NOT_FOUND where there is none
 */
TsRow *
ts_workbook_find_assessment (TsWorkbook  *self,
                             const char  *organisation,
                             const char  *framework,
                             int          year,
                             GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && organisation != NULL && framework != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_database_prepare_cached (self->database,
                                          "select id from assessment where organisation = $1 and framework = $2 and year = $3",
                                          error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, organisation, -1);
  ts_statement_bind_text (statement, 1, framework, -1);
  ts_statement_bind_integer (statement, 2, year);

  return find (self, TS_ENTITY_ASSESSMENT, statement, _("The workbook has no such assessment."), error);
}

/* The id of the assessment that a row of the journal is about, or NULL. */
static char *
read_assessment_id (const char *entity_name,
                    const char *row_id,
                    const char *json)
{
  g_autoptr (TsRow) row = NULL;
  TsEntity entity;

  if (!ts_entity_from_name (entity_name, &entity))
    return NULL;

  if (entity == TS_ENTITY_ASSESSMENT)
    return g_strdup (row_id);

  row = ts_row_parse_json (entity, row_id, json, NULL);

  if (row == NULL)
    return NULL;

  switch (entity)
    {
    case TS_ENTITY_RATING:
      return g_strdup (ts_row_get_text (row, TS_RATING_ASSESSMENT));

    case TS_ENTITY_TARGET:
      return g_strdup (ts_row_get_text (row, TS_TARGET_ASSESSMENT));

    case TS_ENTITY_EVIDENCE_LINK:
      return g_strdup (ts_row_get_text (row, TS_EVIDENCE_LINK_ASSESSMENT));

    default:
      return NULL;
    }
}

/**
 * ts_workbook_find_latest_assessment:
 * @self: a workbook
 * @assessment_id: (out) (transfer full) (nullable): the row id of the assessment that the journal speaks of last, or %NULL where it
 *   speaks of none; the assessment may have been undone since
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_workbook_find_latest_assessment (TsWorkbook  *self,
                                    char       **assessment_id,
                                    GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  g_return_val_if_fail (self != NULL && assessment_id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  *assessment_id = NULL;

  /* In the order of the key, from its end: one step, however long the journal. */
  statement = ts_database_prepare_cached (self->database,
                                          "select entity, row_id, coalesce (after, before) from change_row "
                                          "where entity in ('assessment', 'rating', 'target', 'evidence_link') "
                                          "order by change desc, position desc limit 1",
                                          error);

  if (statement == NULL)
    return FALSE;

  step = ts_statement_step (statement, error);

  if (step == TS_STEP_ROW)
    {
      const char *entity = ts_statement_get_text (statement, 0, NULL);
      const char *row_id = ts_statement_get_text (statement, 1, NULL);
      const char *json = ts_statement_get_text (statement, 2, NULL);

      if (entity != NULL && row_id != NULL && json != NULL)
        *assessment_id = read_assessment_id (entity, row_id, json);
    }

  return step != TS_STEP_ERROR;
}
