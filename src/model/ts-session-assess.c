/* ts-session-assess.c — rating, explaining, aiming and beginning
 *
 * Each request is turned into a change on the writing thread, by the rules, from the rows as they are kept at that moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

#include "core/ts-begin.h"
#include "core/ts-carry.h"
#include "core/ts-error.h"
#include "core/ts-organisation-name.h"
#include "core/ts-rate.h"
#include "core/ts-text.h"
#include "core/ts-year.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-framework-reader.h"
#include "model/ts-last-year.h"
#include "model/ts-node-request.h"
#include "model/ts-workplace.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static TsChange *
rate (TsWorkplace  *workplace,
      gpointer      data,
      GError      **error)
{
  TsNodeRequest *request = data;
  g_autofree char *id = ts_rating_row_id (request->assessment_id, request->node_id, TS_LAYER_SELF, "");
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) rating = NULL;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error) ||
      !ts_workplace_read_optional_row (workplace, TS_ENTITY_RATING, id, &rating, error))
    return NULL;

  if (request->text != NULL)
    return ts_change_explain (assessment, framework, request->node_id, TS_LAYER_SELF, "", rating, request->text, error);

  return ts_change_rate (assessment, framework, request->node_id, TS_LAYER_SELF, "", rating, request->level, error);
}

/**
 * ts_session_rate_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion's id, or a group's to state its level
 * @level: the board's own level, from 1; 0 clears it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_rate_async (TsSession           *self,
                       const char          *assessment_id,
                       const char          *node_id,
                       int                  level,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  TsNodeRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL);

  request = ts_node_request_new (assessment_id, node_id);
  request->level = level;
  ts_session_change_async (self, rate, request, ts_node_request_free, callback, user_data);
}

/**
 * ts_session_explain_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion's or group's id
 * @rationale: why the board chose this level; empty clears it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_explain_async (TsSession           *self,
                          const char          *assessment_id,
                          const char          *node_id,
                          const char          *rationale,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TsNodeRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL && rationale != NULL);

  request = ts_node_request_new (assessment_id, node_id);
  request->text = g_strdup (rationale);
  ts_session_change_async (self, rate, request, ts_node_request_free, callback, user_data);
}

static TsChange *
aim (TsWorkplace  *workplace,
     gpointer      data,
     GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) target = NULL;
  g_autofree char *id = NULL;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error))
    return NULL;

  id = ts_target_row_id (request->assessment_id, request->node_id, request->year);

  if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_TARGET, id, &target, error))
    return NULL;

  return ts_change_aim (assessment, framework, request->node_id, request->year, target, request->level, error);
}

/**
 * ts_session_aim_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion's or group's id
 * @year: the calendar year in which the financial year begins that the target is for
 * @level: the level aimed at, from 1; 0 for no target
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_aim_async (TsSession           *self,
                      const char          *assessment_id,
                      const char          *node_id,
                      int                  year,
                      int                  level,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  TsNodeRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL);

  request = ts_node_request_new (assessment_id, node_id);
  request->year = year;
  request->level = level;
  ts_session_change_async (self, aim, request, ts_node_request_free, callback, user_data);
}

/* Beginning an assessment */

typedef struct
{
  char *organisation_id;
  char *code;
  char *name;
  char *kind;
  char *framework;
  char *edition;
  int year;
  gboolean carry_forward;
} BeginRequest;

static void
begin_request_free (gpointer data)
{
  BeginRequest *request = data;

  g_free (request->organisation_id);
  g_free (request->code);
  g_free (request->name);
  g_free (request->kind);
  g_free (request->framework);
  g_free (request->edition);
  g_free (request);
}

static gboolean
make_organisation (TsWorkplace   *workplace,
                   BeginRequest  *request,
                   TsRow        **organisation,
                   TsRow        **name,
                   GError       **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *code = ts_text_clean (request->code != NULL ? request->code : "", -1, TS_TEXT_LINE);
  g_autofree char *clean_name = ts_text_clean (request->name != NULL ? request->name : "", -1, TS_TEXT_LINE);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TsRow) existing = ts_workbook_find_organisation (workplace->workbook, code, &local_error);

  if (existing != NULL)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("The workbook already has an organisation with the code “%s”. Choose it from the list."), code);
      return FALSE;
    }

  if (!g_error_matches (local_error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *organisation = ts_organisation_new (id, code, request->kind, error);

  if (*organisation == NULL)
    return FALSE;

  *name = ts_organisation_name_new (*organisation, clean_name, NULL, error);

  return *name != NULL;
}

/* Where no edition is asked for, a workbook that keeps another edition than ours goes on with its own. */
static TsRow *
find_kept_framework (TsWorkplace  *workplace,
                     const char   *code,
                     const char   *edition,
                     GError      **error)
{
  g_autoptr (GPtrArray) kept = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_FRAMEWORK, TS_FRAMEWORK_CODE, code, error);

  if (kept == NULL)
    return NULL;

  for (guint i = kept->len; i > 0; i--)
    {
      TsRow *row = g_ptr_array_index (kept, i - 1);

      if (edition == NULL || g_strcmp0 (ts_row_get_text (row, TS_FRAMEWORK_EDITION), edition) == 0)
        return ts_row_ref (row);
    }

  return NULL;
}

/* The workbook's own copy where it has one, else a new row made from the built-in framework, which @is_new tells. */
static TsRow *
find_framework (TsWorkplace  *workplace,
                const char   *code,
                const char   *edition,
                gboolean     *is_new,
                GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TsRow) kept = find_kept_framework (workplace, code, edition, &local_error);
  g_autoptr (TsFramework) framework = NULL;
  g_autofree char *text = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  *is_new = kept == NULL;

  if (kept != NULL)
    return g_steal_pointer (&kept);

  framework = ts_framework_library_get (code, error);

  if (framework == NULL)
    return NULL;

  text = ts_framework_library_get_text (code, error);

  if (text == NULL)
    return NULL;

  return ts_framework_library_make_row (framework, text);
}

/* The year and what it begins with are one step. */
static gboolean
add_last_year (TsWorkplace  *workplace,
               TsRow        *framework_row,
               TsRow        *assessment,
               TsChange     *change,
               GError      **error)
{
  const char *content = ts_row_get_text (framework_row, TS_FRAMEWORK_CONTENT);
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsLastYear) last_year = NULL;

  framework = ts_framework_reader_read (ts_row_get_text (framework_row, TS_FRAMEWORK_CODE), content, strlen (content), error);

  if (framework == NULL)
    return FALSE;

  last_year = ts_last_year_read (workplace, assessment, framework, 0, error);

  if (last_year == NULL)
    return FALSE;

  if (last_year->found)
    ts_carry_add_to (&last_year->material, change);

  return TRUE;
}

static TsChange *
begin (TsWorkplace  *workplace,
       gpointer      data,
       GError      **error)
{
  BeginRequest *request = data;
  g_autoptr (TsRow) new_organisation = NULL;
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (TsRow) name = NULL;
  g_autoptr (TsRow) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) existing = NULL;
  g_autofree char *display_name = NULL;
  g_autoptr (TsChange) change = NULL;
  gboolean framework_is_new;

  if (request->year < TS_YEAR_FIRST || request->year > TS_YEAR_LAST)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("%d is not a year that can be assessed."), request->year);
      return NULL;
    }

  if (request->organisation_id != NULL)
    {
      g_autoptr (GPtrArray) names = NULL;

      organisation = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ORGANISATION, request->organisation_id, error);

      if (organisation == NULL)
        return NULL;

      names = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ORGANISATION_NAME, TS_ORGANISATION_NAME_ORGANISATION,
                                     request->organisation_id, error);

      if (names == NULL)
        return NULL;

      display_name = g_strdup (ts_organisation_name_on (names, request->organisation_id, NULL));

      if (display_name == NULL)
        display_name = g_strdup (ts_row_get_text (organisation, TS_ORGANISATION_CODE));
    }
  else
    {
      if (!make_organisation (workplace, request, &new_organisation, &name, error))
        return NULL;

      organisation = ts_row_ref (new_organisation);
      display_name = g_strdup (ts_row_get_text (name, TS_ORGANISATION_NAME_NAME));
    }

  framework = find_framework (workplace, request->framework, request->edition, &framework_is_new, error);

  if (framework == NULL)
    return NULL;

  assessment = ts_assessment_new (organisation, framework, request->year);

  if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_ASSESSMENT, ts_row_get_id (assessment), &existing, error))
    return NULL;

  if (existing != NULL)
    {
      g_autofree char *year = ts_year_format (request->year);

      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("%s already has an assessment of %s against “%s”."),
                   display_name, year, ts_row_get_text (framework, TS_FRAMEWORK_TITLE));
      return NULL;
    }

  change = ts_change_begin_assessment (new_organisation, name, framework_is_new ? framework : NULL, assessment, display_name);

  if (request->carry_forward && request->organisation_id != NULL && !add_last_year (workplace, framework, assessment, change, error))
    return NULL;

  return g_steal_pointer (&change);
}

/**
 * ts_session_begin_assessment_async:
 * @self: a session
 * @request: what to begin
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Begins an assessment, with a new organisation where one is described, as one change.
 */
void
ts_session_begin_assessment_async (TsSession            *self,
                                   const TsBeginRequest *request,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  BeginRequest *copy;

  g_return_if_fail (request != NULL && request->framework != NULL);
  g_return_if_fail (request->organisation_id != NULL || request->kind != NULL);

  copy = g_new (BeginRequest, 1);
  *copy = (BeginRequest) {
    g_strdup (request->organisation_id),
    g_strdup (request->code),
    g_strdup (request->name),
    g_strdup (request->kind),
    g_strdup (request->framework),
    g_strdup (request->edition),
    request->year,
    request->carry_forward,
  };
  ts_session_change_async (self, begin, copy, begin_request_free, callback, user_data);
}
