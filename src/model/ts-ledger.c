/* ts-ledger.c — how the levels of one criterion came about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-ledger.h"

#include "model/ts-past.h"
#include "model/ts-review-sight.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"
#include "store/ts-as-it-stood.h"
#include "store/ts-history.h"

/* A criterion is seldom written more often than this; what is older has no author then, but is there. */
#define N_CHANGES      500
#define N_CHANGED_ROWS 100

static void
entry_free (gpointer data)
{
  TsLedgerEntry *entry = data;

  ts_row_unref (entry->row);
  g_free (entry->who);
  g_free (entry->author);
  g_free (entry);
}

void
ts_ledger_free (TsLedger *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->entries);
  g_free (self);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const TsLedgerEntry *first = *(TsLedgerEntry *const *) a;
  const TsLedgerEntry *second = *(TsLedgerEntry *const *) b;
  int order = (int) first->layer - (int) second->layer;

  if (order == 0)
    order = (ts_row_get_entity (first->row) == TS_ENTITY_DISSENT) - (ts_row_get_entity (second->row) == TS_ENTITY_DISSENT);

  return order != 0 ? order : g_strcmp0 (first->who, second->who);
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  char *assessment_id;
  char *node_id;
  char *reader;
  gint64 moment;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->assessment_id);
  g_free (request->node_id);
  g_free (request->reader);
  g_free (request);
}

static void
add (TsLedger   *self,
     TsRow      *row,
     TsLayer     layer,
     const char *who)
{
  TsLedgerEntry *entry = g_new0 (TsLedgerEntry, 1);

  *entry = (TsLedgerEntry) { ts_row_ref (row), layer, g_strdup (who), NULL, 0 };
  g_ptr_array_add (self->entries, entry);
}

static gboolean
read_ratings (TsLedger       *self,
              TsWorkplace    *workplace,
              const Request  *request,
              const TsSight  *sight,
              gint64          as_of,
              GError        **error)
{
  g_autoptr (GPtrArray) rows = ts_past_read_rows (workplace, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, request->assessment_id, as_of, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);
      const char *assessor = ts_row_get_text (row, TS_RATING_ASSESSOR);
      TsLayer layer;

      if (g_strcmp0 (ts_row_get_text (row, TS_RATING_NODE), request->node_id) == 0 && ts_layer_from_name (ts_row_get_text (row, TS_RATING_LAYER), &layer) &&
          (layer != TS_LAYER_REVIEWER || ts_sight_shows (sight, assessor)))
        add (self, row, layer, layer == TS_LAYER_REVIEWER ? assessor : NULL);
    }

  return rows != NULL;
}

static gboolean
read_dissents (TsLedger       *self,
               TsWorkplace    *workplace,
               const Request  *request,
               gint64          as_of,
               GError        **error)
{
  g_autoptr (GPtrArray) rows = ts_past_read_rows (workplace, TS_ENTITY_DISSENT, TS_DISSENT_ASSESSMENT, request->assessment_id, as_of, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);
      g_autoptr (TsRow) person = NULL;

      if (g_strcmp0 (ts_row_get_text (row, TS_DISSENT_NODE), request->node_id) != 0)
        continue;

      if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_PERSON, ts_row_get_text (row, TS_DISSENT_PERSON), &person, error))
        return FALSE;

      add (self, row, TS_LAYER_PANEL, person != NULL ? ts_row_get_text (person, TS_PERSON_NAME) : "?");
    }

  return rows != NULL;
}

static void
sign (TsLedger       *self,
      const TsChange *change)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsRow *after = ts_change_get_row (change, i)->after;

      for (guint j = 0; after != NULL && j < self->entries->len; j++)
        {
          TsLedgerEntry *entry = g_ptr_array_index (self->entries, j);

          if (entry->at != 0 || ts_row_get_entity (entry->row) != ts_row_get_entity (after) || !g_str_equal (ts_row_get_id (entry->row), ts_row_get_id (after)))
            continue;

          entry->author = g_strdup (ts_change_get_author (change));
          entry->at = ts_change_get_at (change);
        }
    }
}

/* Newest first, so that the first change that names a row is the one that made it what it is. */
static gboolean
read_authors (TsLedger       *self,
              TsWorkplace    *workplace,
              const Request  *request,
              gint64          as_of,
              GError        **error)
{
  const char *about[] = { request->assessment_id, NULL };
  const char *nodes[] = { request->node_id, NULL };
  const TsHistoryFilter filter = { .about = about, .nodes = nodes };
  g_autoptr (GPtrArray) changes = ts_workbook_read_history (workplace->workbook, &filter, as_of != 0 ? as_of + 1 : G_MAXINT64, N_CHANGES, N_CHANGED_ROWS, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    sign (self, ((TsHistoryEntry *) g_ptr_array_index (changes, i))->change);

  return changes != NULL;
}

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsReviewSight) sight = NULL;
  g_autoptr (TsLedger) self = g_new0 (TsLedger, 1);
  gint64 as_of = 0;

  self->entries = g_ptr_array_new_with_free_func (entry_free);

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error) ||
      (sight = ts_review_sight_read (workplace, assessment, request->reader, error)) == NULL)
    return NULL;

  self->is_open = ts_sight_is_open (&sight->sight);

  if (!ts_sight_lets_in (&sight->sight))
    return g_steal_pointer (&self);

  if (request->moment != 0)
    {
      if (!ts_workbook_find_sequence_at (workplace->workbook, request->moment, &as_of, error))
        return NULL;

      /* Before its first change a workbook was empty. */
      if (as_of == 0)
        return g_steal_pointer (&self);
    }

  if (!read_ratings (self, workplace, request, &sight->sight, as_of, error) || !read_dissents (self, workplace, request, as_of, error) ||
      !read_authors (self, workplace, request, as_of, error))
    return NULL;

  g_ptr_array_sort (self->entries, compare_entries);

  return g_steal_pointer (&self);
}

static void
free_ledger (gpointer data)
{
  ts_ledger_free (data);
}

/**
 * ts_session_read_ledger_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: one of its criteria
 * @moment: the moment at which it is wanted as it stood, in microseconds since 1970-01-01 00:00 UTC; 0 for now
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_read_ledger_async (TsSession           *self,
                              const char          *assessment_id,
                              const char          *node_id,
                              gint64               moment,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TS_IS_SESSION (self) && assessment_id != NULL && node_id != NULL);

  request = g_new (Request, 1);
  *request = (Request) { g_strdup (assessment_id), g_strdup (node_id), g_strdup (ts_session_get_person (self)), moment };
  ts_session_read_async (self, read_run, request, request_free, free_ledger, cancellable, callback, user_data);
}

/**
 * ts_session_read_ledger_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the ledger
 */
TsLedger *
ts_session_read_ledger_finish (TsSession     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
