/* ts-session-evidence.c — evidence that is kept, and where it is linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

#include "core/ts-attach.h"
#include "core/ts-error.h"
#include "core/ts-text.h"
#include "model/ts-node-request.h"
#include "model/ts-workplace.h"

#include <glib/gi18n-lib.h>

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
read_link (TsWorkplace  *workplace,
           const char   *link_id,
           TsRow       **link,
           TsRow       **evidence,
           TsRow       **assessment,
           GError      **error)
{
  *link = ts_workbook_read_row (workplace->workbook, TS_ENTITY_EVIDENCE_LINK, link_id, error);

  if (*link == NULL)
    return FALSE;

  *evidence = ts_workbook_read_row (workplace->workbook, TS_ENTITY_EVIDENCE,
                                    ts_row_get_text (*link, TS_EVIDENCE_LINK_EVIDENCE), error);

  if (*evidence == NULL)
    return FALSE;

  *assessment = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ASSESSMENT,
                                      ts_row_get_text (*link, TS_EVIDENCE_LINK_ASSESSMENT), error);

  return *assessment != NULL;
}

static TsChange *
unlink_change (TsWorkplace  *workplace,
               gpointer      data,
               GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (TsRow) link = NULL;
  g_autoptr (TsRow) evidence = NULL;
  g_autoptr (TsRow) assessment = NULL;

  if (!read_link (workplace, request->id, &link, &evidence, &assessment, error))
    return NULL;

  return ts_change_unlink (assessment, evidence, link, error);
}

/**
 * ts_session_unlink_async:
 * @self: a session
 * @link_id: the link's row id
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes a link away; the evidence stays.
 */
void
ts_session_unlink_async (TsSession           *self,
                         const char          *link_id,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  TsNodeRequest *request;

  g_return_if_fail (link_id != NULL);

  request = ts_node_request_new (NULL, NULL);
  request->id = g_strdup (link_id);
  ts_session_change_async (self, unlink_change, request, ts_node_request_free, callback, user_data);
}

static TsChange *
place_change (TsWorkplace  *workplace,
              gpointer      data,
              GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (TsRow) link = NULL;
  g_autoptr (TsRow) evidence = NULL;
  g_autoptr (TsRow) assessment = NULL;

  if (!read_link (workplace, request->id, &link, &evidence, &assessment, error))
    return NULL;

  return ts_change_place (assessment, evidence, link, request->text, error);
}

/**
 * ts_session_place_async:
 * @self: a session
 * @link_id: the link's row id
 * @place: where in the item, "p. 14–18"; empty for nowhere in particular
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_place_async (TsSession           *self,
                        const char          *link_id,
                        const char          *place,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  TsNodeRequest *request;

  g_return_if_fail (link_id != NULL && place != NULL);

  request = ts_node_request_new (NULL, NULL);
  request->id = g_strdup (link_id);
  request->text = g_strdup (place);
  ts_session_change_async (self, place_change, request, ts_node_request_free, callback, user_data);
}

static TsChange *
link_change (TsWorkplace  *workplace,
             gpointer      data,
             GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) evidence = NULL;
  g_autoptr (TsRow) wanted = NULL;
  g_autoptr (TsRow) existing = NULL;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error))
    return NULL;

  evidence = ts_workbook_read_row (workplace->workbook, TS_ENTITY_EVIDENCE, request->id, error);

  if (evidence == NULL)
    return NULL;

  wanted = ts_evidence_link_new (evidence, assessment, request->node_id);

  if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_EVIDENCE_LINK, ts_row_get_id (wanted), &existing, error))
    return NULL;

  if (existing != NULL)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
      return NULL;
    }

  return ts_change_link (assessment, framework, request->node_id, evidence, error);
}

/**
 * ts_session_link_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: the criterion that the evidence is for
 * @evidence_id: an item that the workbook has
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Links evidence that is there already to a further criterion.
 */
void
ts_session_link_async (TsSession           *self,
                       const char          *assessment_id,
                       const char          *node_id,
                       const char          *evidence_id,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  TsNodeRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL && evidence_id != NULL);

  request = ts_node_request_new (assessment_id, node_id);
  request->id = g_strdup (evidence_id);
  ts_session_change_async (self, link_change, request, ts_node_request_free, callback, user_data);
}

static TsChange *
describe_change (TsWorkplace  *workplace,
                 gpointer      data,
                 GError      **error)
{
  TsRow *after = data;
  g_autoptr (TsRow) before = ts_workbook_read_row (workplace->workbook, TS_ENTITY_EVIDENCE, ts_row_get_id (after), error);

  if (before == NULL)
    return NULL;

  return ts_change_describe_evidence (before, after, error);
}

/**
 * ts_session_describe_evidence_async:
 * @self: a session
 * @after: an item of evidence as it shall be, with the content that it has
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_describe_evidence_async (TsSession           *self,
                                    TsRow               *after,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (after != NULL && ts_row_get_entity (after) == TS_ENTITY_EVIDENCE);

  ts_session_change_async (self, describe_change, ts_row_ref (after), (GDestroyNotify) ts_row_unref, callback, user_data);
}

static TsChange *
address_change (TsWorkplace  *workplace,
                gpointer      data,
                GError      **error)
{
  TsNodeRequest *request = data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *received = today ();
  TsRow *item;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error))
    return NULL;

  item = ts_row_new (TS_ENTITY_EVIDENCE, id);
  g_ptr_array_add (items, item);
  ts_row_set_text (item, TS_EVIDENCE_ORGANISATION, ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION));
  ts_row_set_text (item, TS_EVIDENCE_TITLE, *request->title != '\0' ? request->title : request->text);
  ts_row_set_text (item, TS_EVIDENCE_KIND, ts_evidence_kind_get_name (TS_EVIDENCE_KIND_WEB));
  ts_row_set_text (item, TS_EVIDENCE_ADDRESS, request->text);
  ts_row_set_text (item, TS_EVIDENCE_RECEIVED, received);

  return ts_change_attach (assessment, framework, request->node_id, items, error);
}

/**
 * ts_session_attach_address_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: the criterion that the evidence is for
 * @address: a web address
 * @title: what to call it; empty to call it by its address
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_attach_address_async (TsSession           *self,
                                 const char          *assessment_id,
                                 const char          *node_id,
                                 const char          *address,
                                 const char          *title,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  TsNodeRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL && address != NULL && title != NULL);

  request = ts_node_request_new (assessment_id, node_id);
  request->text = ts_text_clean (address, -1, TS_TEXT_LINE);
  request->title = ts_text_clean (title, -1, TS_TEXT_LINE);
  ts_session_change_async (self, address_change, request, ts_node_request_free, callback, user_data);
}
