/* ts-session-outcomes.c — adding, changing and removing outcomes, and setting their values
 *
 * Each request is turned into a change on the writing thread, by the rules, from the rows as they are kept at that moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-outcomes.h"

#include "core/ts-error.h"
#include "model/ts-outcome-snapshot.h"
#include "model/ts-session-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *assessment_id;
  char *outcome_id; /* NULL for a new one */
  char *metric;
  char *unit;
  gboolean up_is_better;
  char *suggested;
  char *source;
  int step;
  TsOutcomeCell *cells;
  guint n_cells;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->assessment_id);
  g_free (request->outcome_id);
  g_free (request->metric);
  g_free (request->unit);
  g_free (request->suggested);
  g_free (request->source);
  g_free (request->cells);
  g_free (request);
}

static Request *
request_new (const char                *assessment_id,
             const char                *outcome_id,
             const TsOutcomeDefinition *definition)
{
  Request *request = g_new0 (Request, 1);

  request->assessment_id = g_strdup (assessment_id);
  request->outcome_id = g_strdup (outcome_id);

  if (definition != NULL)
    {
      request->metric = g_strdup (definition->metric);
      request->unit = g_strdup (definition->unit);
      request->up_is_better = definition->up_is_better;
      request->suggested = g_strdup (definition->suggested);
      request->source = g_strdup (definition->source);
    }

  return request;
}

static TsOutcomeDefinition
get_definition (const Request *request)
{
  return (TsOutcomeDefinition) { request->metric, request->unit, request->up_is_better, request->suggested, request->source };
}

/* What is kept, and the outcome that the request speaks of where it speaks of one. */
static TsOutcomeSnapshot *
read_kept (TsWorkplace    *workplace,
           const Request  *request,
           TsRow         **outcome,
           GError        **error)
{
  g_autoptr (TsOutcomeSnapshot) snapshot = ts_outcome_snapshot_read (workplace, request->assessment_id, 0, error);

  if (snapshot == NULL || request->outcome_id == NULL)
    return g_steal_pointer (&snapshot);

  *outcome = ts_outcome_snapshot_find (snapshot, request->outcome_id);

  if (*outcome != NULL)
    return g_steal_pointer (&snapshot);

  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("This outcome is not there any more."));

  return NULL;
}

static TsChange *
add (TsWorkplace  *workplace,
     gpointer      data,
     GError      **error)
{
  Request *request = data;
  TsOutcomeDefinition definition = get_definition (request);
  g_autoptr (TsOutcomeSnapshot) snapshot = read_kept (workplace, request, NULL, error);
  g_autofree char *id = g_uuid_string_random ();

  if (snapshot == NULL)
    return NULL;

  return ts_change_add_outcome (ts_outcome_snapshot_get_scope (snapshot), ts_outcome_snapshot_get_most (snapshot), id, &definition, error);
}

static TsChange *
define (TsWorkplace  *workplace,
        gpointer      data,
        GError      **error)
{
  Request *request = data;
  TsOutcomeDefinition definition = get_definition (request);
  TsRow *outcome = NULL;
  g_autoptr (TsOutcomeSnapshot) snapshot = read_kept (workplace, request, &outcome, error);

  if (snapshot == NULL)
    return NULL;

  return ts_change_define_outcome (ts_outcome_snapshot_get_scope (snapshot), outcome, &definition, error);
}

static TsChange *
move (TsWorkplace  *workplace,
      gpointer      data,
      GError      **error)
{
  Request *request = data;
  TsRow *outcome = NULL;
  g_autoptr (TsOutcomeSnapshot) snapshot = read_kept (workplace, request, &outcome, error);

  if (snapshot == NULL)
    return NULL;

  return ts_change_move_outcome (ts_outcome_snapshot_get_scope (snapshot), outcome, request->step, error);
}

static TsChange *
take_away (TsWorkplace  *workplace,
           gpointer      data,
           GError      **error)
{
  Request *request = data;
  TsRow *outcome = NULL;
  g_autoptr (TsOutcomeSnapshot) snapshot = read_kept (workplace, request, &outcome, error);

  if (snapshot == NULL)
    return NULL;

  return ts_change_remove_outcome (ts_outcome_snapshot_get_scope (snapshot), outcome,
                                   ts_outcome_snapshot_get_values (snapshot, request->outcome_id), error);
}

static TsChange *
set_cells (TsWorkplace  *workplace,
           gpointer      data,
           GError      **error)
{
  Request *request = data;
  TsRow *outcome = NULL;
  g_autoptr (TsOutcomeSnapshot) snapshot = read_kept (workplace, request, &outcome, error);

  if (snapshot == NULL)
    return NULL;

  return ts_change_set_outcome_cells (outcome, ts_outcome_snapshot_get_values (snapshot, request->outcome_id),
                                      ts_outcome_snapshot_get_scope (snapshot)->assessments, request->cells, request->n_cells, error);
}

/**
 * ts_session_add_outcome_async:
 * @self: a session
 * @assessment_id: the assessment that it shall be part of
 * @definition: what is measured
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_add_outcome_async (TsSession                 *self,
                              const char                *assessment_id,
                              const TsOutcomeDefinition *definition,
                              GAsyncReadyCallback        callback,
                              gpointer                   user_data)
{
  g_return_if_fail (assessment_id != NULL && definition != NULL);

  ts_session_change_async (self, add, request_new (assessment_id, NULL, definition), request_free, callback, user_data);
}

/**
 * ts_session_define_outcome_async:
 * @self: a session
 * @assessment_id: an assessment
 * @outcome_id: one of its outcomes
 * @definition: what it shall measure
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_define_outcome_async (TsSession                 *self,
                                 const char                *assessment_id,
                                 const char                *outcome_id,
                                 const TsOutcomeDefinition *definition,
                                 GAsyncReadyCallback        callback,
                                 gpointer                   user_data)
{
  g_return_if_fail (assessment_id != NULL && outcome_id != NULL && definition != NULL);

  ts_session_change_async (self, define, request_new (assessment_id, outcome_id, definition), request_free, callback, user_data);
}

/**
 * ts_session_move_outcome_async:
 * @self: a session
 * @assessment_id: an assessment
 * @outcome_id: one of its outcomes
 * @step: 1 to move it down by one, -1 to move it up
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_move_outcome_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *outcome_id,
                               int                  step,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request;

  g_return_if_fail (assessment_id != NULL && outcome_id != NULL);
  g_return_if_fail (step == 1 || step == -1);

  request = request_new (assessment_id, outcome_id, NULL);
  request->step = step;
  ts_session_change_async (self, move, request, request_free, callback, user_data);
}

/**
 * ts_session_remove_outcome_async:
 * @self: a session
 * @assessment_id: an assessment
 * @outcome_id: one of its outcomes
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Ends it with the year before where an earlier assessment has it too, and deletes it otherwise.
 */
void
ts_session_remove_outcome_async (TsSession           *self,
                                 const char          *assessment_id,
                                 const char          *outcome_id,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (assessment_id != NULL && outcome_id != NULL);

  ts_session_change_async (self, take_away, request_new (assessment_id, outcome_id, NULL), request_free, callback, user_data);
}

/**
 * ts_session_set_outcome_cells_async:
 * @self: a session
 * @assessment_id: an assessment
 * @outcome_id: one of its outcomes
 * @cells: (array length=n_cells): the values that are set or cleared, as one change
 * @n_cells: how many
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_set_outcome_cells_async (TsSession           *self,
                                    const char          *assessment_id,
                                    const char          *outcome_id,
                                    const TsOutcomeCell *cells,
                                    guint                n_cells,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Request *request;

  g_return_if_fail (assessment_id != NULL && outcome_id != NULL);
  g_return_if_fail (cells != NULL || n_cells == 0);

  request = request_new (assessment_id, outcome_id, NULL);
  request->cells = g_memdup2 (cells, n_cells * sizeof (TsOutcomeCell));
  request->n_cells = n_cells;
  ts_session_change_async (self, set_cells, request, request_free, callback, user_data);
}
