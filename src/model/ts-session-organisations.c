/* ts-session-organisations.c — editing organisations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

typedef struct
{
  TsOrganisationEdit edit;
  GPtrArray *texts; /* what the edit points to */
} EditRequest;

static const char *
keep (EditRequest *request,
      const char  *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL)
    g_ptr_array_add (request->texts, copy);

  return copy;
}

static void
edit_request_free (gpointer data)
{
  EditRequest *request = data;

  g_ptr_array_unref (request->texts);
  g_free (request);
}

static gboolean
take_row (TsRow    *row,
          gpointer  data)
{
  g_ptr_array_add (data, ts_row_ref (row));

  return TRUE;
}

/**
 * ts_organisation_index_read:
 * @workbook: a workbook, on its thread
 * @with_references_to: (nullable): an organisation whose evidence and outcomes are counted too
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): all organisations with what belongs to them
 */
TsOrganisationIndex *
ts_organisation_index_read (TsWorkbook  *workbook,
                            const char  *with_references_to,
                            GError     **error)
{
  static const TsEntity entities[] = {
    TS_ENTITY_ORGANISATION,
    TS_ENTITY_ORGANISATION_NAME,
    TS_ENTITY_ORGANISATION_PARENT,
    TS_ENTITY_ORGANISATION_SUCCESSOR,
    TS_ENTITY_ORGANISATION_POPULATION,
    TS_ENTITY_ASSESSMENT,
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (!ts_workbook_foreach_row (workbook, entities[i], -1, NULL, take_row, rows, error))
        return NULL;
    }

  if (with_references_to != NULL &&
      (!ts_workbook_foreach_row (workbook, TS_ENTITY_EVIDENCE, TS_EVIDENCE_ORGANISATION, with_references_to, take_row, rows, error) ||
       !ts_workbook_foreach_row (workbook, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, with_references_to, take_row, rows, error)))
    return NULL;

  return ts_organisation_index_new (rows);
}

static TsChange *
edit_organisation (TsWorkplace  *workplace,
                   gpointer      data,
                   GError      **error)
{
  EditRequest *request = data;
  const char *deleted = request->edit.kind == TS_ORGANISATION_EDIT_DELETE ? request->edit.organisation_id : NULL;
  g_autoptr (TsOrganisationIndex) index = ts_organisation_index_read (workplace->workbook, deleted, error);
  g_autofree char *fresh_id = g_uuid_string_random ();

  if (index == NULL)
    return NULL;

  return ts_change_edit_organisation (index, &request->edit, fresh_id, error);
}

/**
 * ts_session_edit_organisation_async:
 * @self: a session
 * @edit: what shall be changed; it is copied
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Adds an organisation or changes something in its life.
 */
void
ts_session_edit_organisation_async (TsSession                *self,
                                    const TsOrganisationEdit *edit,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data)
{
  EditRequest *request;

  g_return_if_fail (edit != NULL);

  request = g_new0 (EditRequest, 1);
  request->texts = g_ptr_array_new_with_free_func (g_free);
  request->edit = *edit;
  request->edit.organisation_id = keep (request, edit->organisation_id);
  request->edit.row_id = keep (request, edit->row_id);
  request->edit.other_id = keep (request, edit->other_id);
  request->edit.code = keep (request, edit->code);
  request->edit.organisation_kind = keep (request, edit->organisation_kind);
  request->edit.text = keep (request, edit->text);
  request->edit.from = keep (request, edit->from);
  request->edit.to = keep (request, edit->to);
  ts_session_change_async (self, edit_organisation, request, edit_request_free, callback, user_data);
}
