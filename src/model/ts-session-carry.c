/* ts-session-carry.c — carrying last year forward, and confirming it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-carry.h"

#include "core/ts-carry.h"
#include "core/ts-error.h"
#include "model/ts-last-year.h"
#include "model/ts-node-request.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"

#include <glib/gi18n-lib.h>

static void
set_nothing_to_carry (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("There is no assessment of the year before."));
}

static TsChange *
carry_forward (TsWorkplace  *workplace,
               gpointer      data,
               GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsLastYear) last_year = NULL;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error))
    return NULL;

  last_year = ts_last_year_read (workplace, assessment, framework, 0, error);

  if (last_year == NULL)
    return NULL;

  if (!last_year->found)
    {
      set_nothing_to_carry (error);
      return NULL;
    }

  return ts_change_carry_forward (&last_year->material, error);
}

/**
 * ts_session_carry_forward_async:
 * @self: a session
 * @assessment_id: an assessment
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Brings what the same organisation's assessment of the year before says, as to be confirmed. See [func@ts_change_carry_forward].
 */
void
ts_session_carry_forward_async (TsSession           *self,
                                const char          *assessment_id,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (assessment_id != NULL);

  ts_session_change_async (self, carry_forward, ts_node_request_new (assessment_id, NULL), ts_node_request_free, callback, user_data);
}

static gboolean
read_carried (TsWorkplace  *workplace,
              const char   *assessment_id,
              GPtrArray   **ratings,
              GPtrArray   **links,
              GError      **error)
{
  *ratings = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, error);

  if (*ratings == NULL)
    return FALSE;

  *links = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id, error);

  return *links != NULL;
}

static TsChange *
confirm (TsWorkplace  *workplace,
         gpointer      data,
         GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (TsLastYear) last_year = NULL;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error) ||
      !read_carried (workplace, request->assessment_id, &ratings, &links, error))
    return NULL;

  if (request->node_id != NULL)
    return ts_change_confirm (assessment, framework, request->node_id, ratings, links, error);

  last_year = ts_last_year_read (workplace, assessment, framework, 0, error);

  if (last_year == NULL)
    return NULL;

  if (!last_year->found)
    {
      set_nothing_to_carry (error);
      return NULL;
    }

  return ts_change_confirm_unchanged (assessment, framework, last_year->crosswalk, ratings, links, error);
}

/**
 * ts_session_confirm_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: (nullable): a criterion's id, a group's to confirm all its criteria, or %NULL for all criteria that are worded as last year
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lets what was carried forward count.
 */
void
ts_session_confirm_async (TsSession           *self,
                          const char          *assessment_id,
                          const char          *node_id,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (assessment_id != NULL);

  ts_session_change_async (self, confirm, ts_node_request_new (assessment_id, node_id), ts_node_request_free, callback, user_data);
}

static TsChange *
start_afresh (TsWorkplace  *workplace,
              gpointer      data,
              GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) links = NULL;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error) ||
      !read_carried (workplace, request->assessment_id, &ratings, &links, error))
    return NULL;

  return ts_change_start_afresh (assessment, framework, request->node_id, ratings, links, error);
}

/**
 * ts_session_start_afresh_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion's id
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes away what was carried forward to a criterion and has not been confirmed.
 */
void
ts_session_start_afresh_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *node_id,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (assessment_id != NULL && node_id != NULL);

  ts_session_change_async (self, start_afresh, ts_node_request_new (assessment_id, node_id), ts_node_request_free, callback, user_data);
}
