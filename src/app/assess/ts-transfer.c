/* ts-transfer.c — bytes on their way into a workbook or out of it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-transfer.h"

#include <glib/gi18n-lib.h>

struct _TsTransfer
{
  GObject parent_instance;

  GListStore *list; /* NULL once it has ended */
  GCancellable *cancellable;
  char *title;
  char *place;
  gint64 done;
  gint64 total;
};

G_DEFINE_FINAL_TYPE (TsTransfer, ts_transfer, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_PLACE,
  PROP_FRACTION,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static double
get_fraction (TsTransfer *self)
{
  if (self->total <= 0)
    return -1;

  return CLAMP ((double) self->done / (double) self->total, 0, 1);
}

static char *
dup_progress (TsTransfer *self)
{
  g_autofree char *done = g_format_size ((guint64) MAX (self->done, 0));
  g_autofree char *total = NULL;

  if (self->total <= 0)
    return g_steal_pointer (&done);

  total = g_format_size ((guint64) self->total);

  /* Translators: how much has been copied of how much, such as “12.5 MB of 1.1 GB” */
  return g_strdup_printf (_("%s of %s"), done, total);
}

static void
ts_transfer_finalize (GObject *object)
{
  TsTransfer *self = TS_TRANSFER (object);

  g_clear_object (&self->list);
  g_clear_object (&self->cancellable);
  g_free (self->title);
  g_free (self->place);

  G_OBJECT_CLASS (ts_transfer_parent_class)->finalize (object);
}

static void
ts_transfer_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TsTransfer *self = TS_TRANSFER (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, get_fraction (self));
      break;

    case PROP_PROGRESS:
      g_value_take_string (value, dup_progress (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_transfer_class_init (TsTransferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_transfer_finalize;
  object_class->get_property = ts_transfer_get_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACE] =
    g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROGRESS] =
    g_param_spec_string ("progress", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_transfer_init (TsTransfer *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * ts_transfer_list_for_session:
 * @session: a session
 *
 * Returns: (transfer none): its running transfers, the oldest first
 */
GListStore *
ts_transfer_list_for_session (TsSession *session)
{
  GListStore *list;

  g_return_val_if_fail (TS_IS_SESSION (session), NULL);

  list = g_object_get_data (G_OBJECT (session), "ts-transfers");

  if (list == NULL)
    {
      list = g_list_store_new (TS_TYPE_TRANSFER);
      g_object_set_data_full (G_OBJECT (session), "ts-transfers", list, g_object_unref);
    }

  return list;
}

/**
 * ts_transfer_begin:
 * @session: a session
 * @title: what is done, for people
 * @place: (nullable): the criterion on whose card it shows
 *
 * Returns: (transfer full): a transfer in the session's list; it stays there until ts_transfer_end()
 */
TsTransfer *
ts_transfer_begin (TsSession  *session,
                   const char *title,
                   const char *place)
{
  TsTransfer *self;

  g_return_val_if_fail (TS_IS_SESSION (session), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (TS_TYPE_TRANSFER, NULL);
  self->title = g_strdup (title);
  self->place = g_strdup (place);
  self->list = g_object_ref (ts_transfer_list_for_session (session));
  g_list_store_append (self->list, self);

  return self;
}

/**
 * ts_transfer_end:
 * @self: a transfer that is done, has failed or was cancelled
 */
void
ts_transfer_end (TsTransfer *self)
{
  g_autoptr (GListStore) list = NULL;
  guint position;

  g_return_if_fail (TS_IS_TRANSFER (self));

  list = g_steal_pointer (&self->list);

  if (list != NULL && g_list_store_find (list, self, &position))
    g_list_store_remove (list, position);
}

/**
 * ts_transfer_cancel:
 * @self: a transfer
 *
 * Asks it to stop. It ends when it has.
 */
void
ts_transfer_cancel (TsTransfer *self)
{
  g_return_if_fail (TS_IS_TRANSFER (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * ts_transfer_get_cancellable:
 * @self: a transfer
 *
 * Returns: (transfer none): what stops it
 */
GCancellable *
ts_transfer_get_cancellable (TsTransfer *self)
{
  g_return_val_if_fail (TS_IS_TRANSFER (self), NULL);

  return self->cancellable;
}

/**
 * ts_transfer_get_place:
 * @self: a transfer
 *
 * Returns: (transfer none) (nullable): the criterion on whose card it shows
 */
const char *
ts_transfer_get_place (TsTransfer *self)
{
  g_return_val_if_fail (TS_IS_TRANSFER (self), NULL);

  return self->place;
}

void
ts_transfer_progress (gint64   done,
                      gint64   total,
                      gpointer transfer)
{
  TsTransfer *self = transfer;

  g_return_if_fail (TS_IS_TRANSFER (self));

  self->done = done;
  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}
