/* ts-session-list.c — a list that is read from a session's workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-list.h"

#include "model/ts-session-private.h"

typedef struct
{
  TsSession *session;
  GPtrArray *items;
  GCancellable *cancellable;
  gboolean loaded;
  gboolean loading;
  gboolean stale; /* something changed while it was being read */
} TsSessionListPrivate;

enum
{
  PROP_SESSION = 1,
  PROP_LOADED,
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

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TsSessionList, ts_session_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (TsSessionList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static TsSessionListPrivate *
get_private (TsSessionList *self)
{
  return ts_session_list_get_instance_private (self);
}

static void reload (TsSessionList *self);

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TsSessionList) self = user_data;
  TsSessionListPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);
  guint n_before = priv->items->len;

  priv->loading = FALSE;

  if (items == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_debug ("A list could not be read from the workbook: %s", error->message);
          g_signal_emit (self, signals[FAILED], 0, error);
        }

      return;
    }

  g_ptr_array_unref (priv->items);
  priv->items = g_steal_pointer (&items);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, priv->items->len);

  if (!priv->loaded)
    {
      priv->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }

  if (priv->stale)
    reload (self);
}

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  TsSessionListClass *klass = data;

  return klass->read (workplace, error);
}

static void
reload (TsSessionList *self)
{
  TsSessionListPrivate *priv = get_private (self);

  priv->stale = priv->loading;

  if (priv->loading)
    return;

  priv->loading = TRUE;
  ts_session_read_async (priv->session, read_run, TS_SESSION_LIST_GET_CLASS (self), NULL, (GDestroyNotify) g_ptr_array_unref,
                         priv->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (TsSession     *session,
            TsChange      *change,
            TsSessionList *self)
{
  if (change == NULL || TS_SESSION_LIST_GET_CLASS (self)->is_touched_by (change))
    reload (self);
}

static GType
list_model_get_item_type (GListModel *model)
{
  return TS_SESSION_LIST_GET_CLASS (model)->get_item_type ();
}

static guint
list_model_get_n_items (GListModel *model)
{
  return get_private (TS_SESSION_LIST (model))->items->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TsSessionListPrivate *priv = get_private (TS_SESSION_LIST (model));

  return position < priv->items->len ? g_object_ref (g_ptr_array_index (priv->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
ts_session_list_constructed (GObject *object)
{
  TsSessionList *self = TS_SESSION_LIST (object);
  TsSessionListPrivate *priv = get_private (self);

  G_OBJECT_CLASS (ts_session_list_parent_class)->constructed (object);

  g_assert (priv->session != NULL);
  g_signal_connect_object (priv->session, "changed", G_CALLBACK (changed_cb), self, 0);
  reload (self);
}

static void
ts_session_list_dispose (GObject *object)
{
  TsSessionListPrivate *priv = get_private (TS_SESSION_LIST (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (ts_session_list_parent_class)->dispose (object);
}

static void
ts_session_list_finalize (GObject *object)
{
  TsSessionListPrivate *priv = get_private (TS_SESSION_LIST (object));

  g_object_unref (priv->cancellable);
  g_ptr_array_unref (priv->items);

  G_OBJECT_CLASS (ts_session_list_parent_class)->finalize (object);
}

static void
ts_session_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsSessionListPrivate *priv = get_private (TS_SESSION_LIST (object));

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, priv->loaded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_session_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TsSessionListPrivate *priv = get_private (TS_SESSION_LIST (object));

  switch (property_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_session_list_class_init (TsSessionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ts_session_list_constructed;
  object_class->dispose = ts_session_list_dispose;
  object_class->finalize = ts_session_list_finalize;
  object_class->get_property = ts_session_list_get_property;
  object_class->set_property = ts_session_list_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsSessionList::failed:
   * @self: a list
   * @error: why
   *
   * The list could not be read; what it had before stays.
   */
  signals[FAILED] = g_signal_new ("failed", TS_TYPE_SESSION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ts_session_list_init (TsSessionList *self)
{
  TsSessionListPrivate *priv = get_private (self);

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
  priv->cancellable = g_cancellable_new ();
}

/**
 * ts_session_list_get_loaded:
 * @self: a list
 *
 * Returns: whether it has been read once: an empty list that is not loaded is not known to be empty
 */
gboolean
ts_session_list_get_loaded (TsSessionList *self)
{
  g_return_val_if_fail (TS_IS_SESSION_LIST (self), FALSE);

  return get_private (self)->loaded;
}
