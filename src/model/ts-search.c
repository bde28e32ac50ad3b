/* ts-search.c — what is found while somebody types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-search.h"

#include "model/ts-search-finder.h"
#include "model/ts-search-hit-private.h"
#include "model/ts-session-private.h"
#include "store/ts-search.h"
#include "store/ts-store-error.h"

struct _TsSearch
{
  GObject parent_instance;

  TsSession *session;
  GSignalGroup *session_signals;
  char *assessment_id;
  char *query;
  GPtrArray *hits;
  gboolean more;
  GCancellable *cancellable; /* of the search that is under way */
  gboolean mended;           /* the index has been made again once; it is not tried twice */
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT_ID,
  PROP_QUERY,
  PROP_BUSY,
  N_PROPS,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void search (TsSearch *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsSearch, ts_search, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
list_model_get_item_type (GListModel *model)
{
  return TS_TYPE_SEARCH_HIT;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return TS_SEARCH (model)->hits->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TsSearch *self = TS_SEARCH (model);

  return position < self->hits->len ? g_object_ref (g_ptr_array_index (self->hits, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

/* One step of a search: first what is near, then the rest. */
typedef struct
{
  char *text;
  char *assessment_id;
  TsSearchReach reach;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_free (job->assessment_id);
  g_free (job);
}

static gpointer
find_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Job *job = data;

  return ts_search_find (workplace, job->text, job->assessment_id, job->reach, error);
}

static void
set_cancellable (TsSearch     *self,
                 GCancellable *cancellable)
{
  gboolean was_busy = self->cancellable != NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_set_object (&self->cancellable, cancellable);

  if (was_busy != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
replace_hits (TsSearch  *self,
              GPtrArray *hits)
{
  guint n_before = self->hits->len;

  self->more = FALSE;

  g_ptr_array_unref (self->hits);
  self->hits = g_ptr_array_ref (hits);

  if (n_before > 0 || hits->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, hits->len);
}

/* Those of each kind go behind the ones that are there, which stay where somebody may be looking at them by now. */
static void
add_hits (TsSearch  *self,
          GPtrArray *hits)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint at = 0;
  guint next = 0;

  for (guint i = 0; i < self->hits->len; i++)
    g_hash_table_add (keys, (gpointer) ts_search_hit_get_key (g_ptr_array_index (self->hits, i)));

  for (guint kind = 0; kind < TS_N_SEARCH_KINDS; kind++)
    {
      guint n_added = 0;

      while (at < self->hits->len && ts_search_hit_get_kind (g_ptr_array_index (self->hits, at)) == kind)
        at++;

      for (; next < hits->len && ts_search_hit_get_kind (g_ptr_array_index (hits, next)) == kind; next++)
        {
          TsSearchHit *hit = g_ptr_array_index (hits, next);

          if (g_hash_table_contains (keys, ts_search_hit_get_key (hit)))
            continue;

          g_ptr_array_insert (self->hits, (int) (at + n_added), g_object_ref (hit));
          n_added++;
        }

      if (n_added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), at, 0, n_added);

      at += n_added;
    }
}

static gpointer
mend_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ts_workbook_mend_search (workplace->workbook, error);

  return NULL;
}

static void
mended_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsSearch) self = user_data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_debug ("The index for searching could not be made again: %s", error->message);

  /* Where it failed, searching says so itself. */
  search (self);
}

/* Damage may be of nothing but the index, which follows from the rest. */
static gboolean
mend (TsSearch     *self,
      const GError *error)
{
  TsWorker *writer = ts_session_get_writer (self->session);

  if (writer == NULL || self->mended || !g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT))
    return FALSE;

  self->mended = TRUE;
  ts_worker_push (writer, g_task_new (self->session, NULL, mended_cb, g_object_ref (self)), mend_run, NULL, NULL, NULL);

  return TRUE;
}

static void find (TsSearch      *self,
                  TsSearchReach  reach);

static void
found_cb (GObject       *object,
          GAsyncResult  *result,
          gpointer       user_data,
          TsSearchReach  reach)
{
  g_autoptr (TsSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsSearchFindings) findings = g_task_propagate_pointer (G_TASK (result), &error);

  /* Overtaken: another search is under way by now, or none is wanted any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (findings == NULL)
    {
      g_autoptr (GPtrArray) nothing = g_ptr_array_new_with_free_func (g_object_unref);

      if (mend (self, error))
        return;

      set_cancellable (self, NULL);
      replace_hits (self, nothing);

      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
    }
  else if (reach == TS_SEARCH_NEAR)
    {
      replace_hits (self, findings->hits);
      find (self, TS_SEARCH_EVERYWHERE);
    }
  else
    {
      self->more = findings->more;
      add_hits (self, findings->hits);
      set_cancellable (self, NULL);
    }
}

static void
found_near_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  found_cb (object, result, user_data, TS_SEARCH_NEAR);
}

static void
found_everywhere_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  found_cb (object, result, user_data, TS_SEARCH_EVERYWHERE);
}

static void
find (TsSearch      *self,
      TsSearchReach  reach)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { g_strdup (self->query), g_strdup (self->assessment_id), reach };
  ts_session_read_async (self->session, find_run, job, job_free, (GDestroyNotify) ts_search_findings_free, self->cancellable,
                         reach == TS_SEARCH_NEAR ? found_near_cb : found_everywhere_cb, g_object_ref (self));
}

/* What is listed stays until there is something else to list, so that nothing flickers between two letters. */
static void
search (TsSearch *self)
{
  g_autoptr (GCancellable) cancellable = NULL;

  if (self->session == NULL || !ts_search_has_words (self))
    {
      g_autoptr (GPtrArray) nothing = g_ptr_array_new_with_free_func (g_object_unref);

      set_cancellable (self, NULL);
      replace_hits (self, nothing);
      return;
    }

  cancellable = g_cancellable_new ();
  set_cancellable (self, cancellable);
  find (self, TS_SEARCH_NEAR);
}

static void
ts_search_dispose (GObject *object)
{
  TsSearch *self = TS_SEARCH (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_search_parent_class)->dispose (object);
}

static void
ts_search_finalize (GObject *object)
{
  TsSearch *self = TS_SEARCH (object);

  g_ptr_array_unref (self->hits);
  g_free (self->assessment_id);
  g_free (self->query);

  G_OBJECT_CLASS (ts_search_parent_class)->finalize (object);
}

static void
ts_search_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TsSearch *self = TS_SEARCH (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ASSESSMENT_ID:
      g_value_set_string (value, self->assessment_id);
      break;

    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, ts_search_get_busy (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_search_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TsSearch *self = TS_SEARCH (object);

  switch (property_id)
    {
    case PROP_SESSION:
      ts_search_set_session (self, g_value_get_object (value));
      break;

    case PROP_ASSESSMENT_ID:
      ts_search_set_assessment_id (self, g_value_get_string (value));
      break;

    case PROP_QUERY:
      ts_search_set_query (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_search_class_init (TsSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ts_search_dispose;
  object_class->finalize = ts_search_finalize;
  object_class->get_property = ts_search_get_property;
  object_class->set_property = ts_search_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION, flags);
  properties[PROP_ASSESSMENT_ID] = g_param_spec_string ("assessment-id", NULL, NULL, NULL, flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", TS_TYPE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ts_search_init (TsSearch *self)
{
  self->query = g_strdup ("");
  self->hits = g_ptr_array_new_with_free_func (g_object_unref);
  self->session_signals = g_signal_group_new (TS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "changed", G_CALLBACK (search), self);
}

/**
 * ts_search_new:
 *
 * Returns: (transfer full): a search that finds nothing yet
 */
TsSearch *
ts_search_new (void)
{
  return g_object_new (TS_TYPE_SEARCH, NULL);
}

/* (transfer none) (nullable) */
TsSession *
ts_search_get_session (TsSearch *self)
{
  g_return_val_if_fail (TS_IS_SEARCH (self), NULL);

  return self->session;
}

/**
 * ts_search_set_session:
 * @self: a search
 * @session: (nullable): the workbook to search
 */
void
ts_search_set_session (TsSearch  *self,
                       TsSession *session)
{
  g_return_if_fail (TS_IS_SEARCH (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  if (session == self->session)
    return;

  /* Before the session goes, which it is asked of. */
  set_cancellable (self, NULL);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  self->mended = FALSE;
  search (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* (transfer none) (nullable) */
const char *
ts_search_get_assessment_id (TsSearch *self)
{
  g_return_val_if_fail (TS_IS_SEARCH (self), NULL);

  return self->assessment_id;
}

/**
 * ts_search_set_assessment_id:
 * @self: a search
 * @assessment_id: (nullable): the assessment that is looked at
 */
void
ts_search_set_assessment_id (TsSearch   *self,
                             const char *assessment_id)
{
  g_return_if_fail (TS_IS_SEARCH (self));

  if (g_strcmp0 (assessment_id, self->assessment_id) == 0)
    return;

  g_free (self->assessment_id);
  self->assessment_id = g_strdup (assessment_id);
  search (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT_ID]);
}

/* (transfer none) */
const char *
ts_search_get_query (TsSearch *self)
{
  g_return_val_if_fail (TS_IS_SEARCH (self), NULL);

  return self->query;
}

/**
 * ts_search_set_query:
 * @self: a search
 * @query: (nullable): what is looked for, as it was typed
 */
void
ts_search_set_query (TsSearch   *self,
                     const char *query)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (TS_IS_SEARCH (self));

  valid = g_utf8_make_valid (query != NULL ? query : "", -1);

  if (g_str_equal (valid, self->query))
    return;

  g_free (self->query);
  self->query = g_steal_pointer (&valid);
  search (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/**
 * ts_search_get_busy:
 * @self: a search
 *
 * Returns: whether more may be found, and what is listed may still be of the letter before
 */
gboolean
ts_search_get_busy (TsSearch *self)
{
  g_return_val_if_fail (TS_IS_SEARCH (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * ts_search_get_more:
 * @self: a search
 *
 * Returns: whether there is more than is listed
 */
gboolean
ts_search_get_more (TsSearch *self)
{
  g_return_val_if_fail (TS_IS_SEARCH (self), FALSE);

  return self->more;
}

/**
 * ts_search_has_words:
 * @self: a search
 *
 * Returns: whether anything is looked for at all
 */
gboolean
ts_search_has_words (TsSearch *self)
{
  g_autoptr (TsTextQuery) query = NULL;

  g_return_val_if_fail (TS_IS_SEARCH (self), FALSE);

  query = ts_text_query_new (self->query);

  return ts_text_query_get_n_words (query) > 0;
}
