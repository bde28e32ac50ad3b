/* ts-history-list.c — who changed what in an assessment, newest first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-history-list.h"

#include "model/ts-history-words.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"

#define N_ENTRIES 60
#define N_ROWS    8

/* The next page is asked for when somebody looks this near to the end. */
#define NEAR_THE_END 20

struct _TsHistoryList
{
  GObject parent_instance;

  TsSession *session;
  char *assessment_id;
  char *node;
  char *author;
  gint64 from;
  gint64 to;

  GPtrArray *items;
  GStrv authors;
  GCancellable *cancellable;
  guint generation; /* results of an earlier one are of another filter or of an earlier workbook */
  gboolean loaded;
  gboolean loading;
  gboolean complete;
};

enum
{
  PROP_LOADED = 1,
  PROP_AUTHORS,
  N_PROPS,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsHistoryList, ts_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* On the reading thread */

typedef struct
{
  char *assessment_id;
  char *node;
  char *author;
  gint64 from;
  gint64 to;
  gint64 before;
} Request;

typedef struct
{
  GPtrArray *items;
  GStrv authors; /* of the first page */
} Page;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->assessment_id);
  g_free (request->node);
  g_free (request->author);
  g_free (request);
}

static void
page_free (Page *page)
{
  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_strfreev (page->authors);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Request *request = data;
  g_auto (TsHistoryWords) words = { 0 };
  g_autoptr (Page) page = g_new0 (Page, 1);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsFramework) framework = NULL;
  const char *about[3] = { request->assessment_id, NULL, NULL };
  const char *nodes[2] = { request->node, NULL };
  TsHistoryFilter filter = { about, request->node != NULL ? nodes : NULL, request->author, request->from, request->to, FALSE };

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error))
    return NULL;

  about[1] = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
  entries = ts_workbook_read_history (workplace->workbook, &filter, request->before, N_ENTRIES, N_ROWS, error);

  if (entries == NULL)
    return NULL;

  if (request->before == 0)
    {
      page->authors = ts_workbook_list_authors (workplace->workbook, error);

      if (page->authors == NULL)
        return NULL;
    }

  ts_history_words_init (&words, workplace, framework);
  page->items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (page->items, ts_history_item_new (g_ptr_array_index (entries, i), &words.words));

  return g_steal_pointer (&page);
}

/* On the main thread */

typedef struct
{
  TsHistoryList *self;
  guint generation;
  gboolean is_first;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
take_page (TsHistoryList *self,
           Page          *page,
           gboolean       is_first)
{
  guint n_before = self->items->len;

  self->complete = page->items->len < N_ENTRIES;

  if (is_first)
    {
      g_ptr_array_set_size (self->items, 0);
      g_strfreev (self->authors);
      self->authors = g_steal_pointer (&page->authors);
      self->loaded = TRUE;
    }

  for (guint i = 0; i < page->items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (page->items, i)));

  if (is_first)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHORS]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  else
    {
      g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, page->items->len);
    }
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Page) page = g_task_propagate_pointer (G_TASK (result), &error);
  TsHistoryList *self = reading->self;

  if (reading->generation != self->generation)
    return;

  self->loading = FALSE;

  if (page != NULL)
    take_page (self, page, reading->is_first);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
read_page (TsHistoryList *self,
           gint64         before)
{
  Request *request;
  Reading *reading;

  if (self->session == NULL)
    return;

  request = g_new (Request, 1);
  *request = (Request) { g_strdup (self->assessment_id), g_strdup (self->node), g_strdup (self->author), self->from, self->to, before };
  reading = g_new (Reading, 1);
  *reading = (Reading) { g_object_ref (self), self->generation, before == 0 };
  self->loading = TRUE;
  ts_session_read_async (self->session, read_run, request, request_free, (GDestroyNotify) page_free, self->cancellable, read_cb, reading);
}

static void
begin_again (TsHistoryList *self)
{
  self->generation++;
  read_page (self, 0);
}

static GType
get_item_type (GListModel *model)
{
  return TS_TYPE_HISTORY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TS_HISTORY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TsHistoryList *self = TS_HISTORY_LIST (model);

  if (position >= self->items->len)
    return NULL;

  if (position + NEAR_THE_END >= self->items->len && self->loaded && !self->loading && !self->complete)
    read_page (self, ts_history_item_get_sequence (g_ptr_array_index (self->items, self->items->len - 1)));

  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ts_history_list_dispose (GObject *object)
{
  TsHistoryList *self = TS_HISTORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_history_list_parent_class)->dispose (object);
}

static void
ts_history_list_finalize (GObject *object)
{
  TsHistoryList *self = TS_HISTORY_LIST (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->items);
  g_strfreev (self->authors);
  g_free (self->assessment_id);
  g_free (self->node);
  g_free (self->author);

  G_OBJECT_CLASS (ts_history_list_parent_class)->finalize (object);
}

static void
ts_history_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsHistoryList *self = TS_HISTORY_LIST (object);

  switch (property_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;

    case PROP_AUTHORS:
      g_value_set_boxed (value, self->authors);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_history_list_class_init (TsHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_history_list_dispose;
  object_class->finalize = ts_history_list_finalize;
  object_class->get_property = ts_history_list_get_property;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AUTHORS] = g_param_spec_boxed ("authors", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsHistoryList::failed:
   * @self: a history
   * @error: why it could not be read
   */
  signals[FAILED] = g_signal_new ("failed", TS_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ts_history_list_init (TsHistoryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * ts_history_list_new:
 * @session: a session
 * @assessment_id: an assessment's row id
 *
 * Returns: (transfer full): its history, which is not loaded yet
 */
TsHistoryList *
ts_history_list_new (TsSession  *session,
                     const char *assessment_id)
{
  TsHistoryList *self;

  g_return_val_if_fail (TS_IS_SESSION (session) && assessment_id != NULL, NULL);

  self = g_object_new (TS_TYPE_HISTORY_LIST, NULL);
  self->session = g_object_ref (session);
  self->assessment_id = g_strdup (assessment_id);
  g_signal_connect_object (session, "changed", G_CALLBACK (begin_again), self, G_CONNECT_SWAPPED);
  begin_again (self);

  return self;
}

/**
 * ts_history_list_set_filter:
 * @self: a history
 * @node: (nullable): the criterion or group wanted
 * @author: (nullable): who made the changes wanted
 * @from: the first moment wanted, in microseconds since 1970-01-01 00:00 UTC
 * @to: the first moment no longer wanted; 0 for no end
 *
 * Begins again with what is wanted now. What is shown stays until that has been read.
 */
void
ts_history_list_set_filter (TsHistoryList *self,
                            const char    *node,
                            const char    *author,
                            gint64         from,
                            gint64         to)
{
  g_return_if_fail (TS_IS_HISTORY_LIST (self));

  if (g_strcmp0 (node, self->node) == 0 && g_strcmp0 (author, self->author) == 0 && from == self->from && to == self->to)
    return;

  g_free (self->node);
  self->node = g_strdup (node);
  g_free (self->author);
  self->author = g_strdup (author);
  self->from = from;
  self->to = to;
  begin_again (self);
}

gboolean
ts_history_list_get_loaded (TsHistoryList *self)
{
  g_return_val_if_fail (TS_IS_HISTORY_LIST (self), FALSE);

  return self->loaded;
}

/**
 * ts_history_list_get_authors:
 * @self: a history
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): everybody who ever made a change, by name
 */
const char *const *
ts_history_list_get_authors (TsHistoryList *self)
{
  g_return_val_if_fail (TS_IS_HISTORY_LIST (self), NULL);

  return (const char *const *) self->authors;
}
