/* ts-workbook-holder.c — a place for one open workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-workbook-holder.h"

#include "app/ts-opening.h"
#include "app/ts-sample-file.h"
#include "app/ts-settings.h"
#include "model/ts-backups.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

struct _TsWorkbookHolder
{
  GObject parent_instance;

  TsHolderState state;
  GFile *file;
  TsSession *session;
  GError *reason;
  GCancellable *cancellable;
  gboolean reopening;
  TsOpenMode reopen_mode;
  TsRestore *restore; /* takes the workbook's place as soon as that is closed */
  gboolean opens_if_not_restored;
  gboolean abandoned; /* nobody looks any more; what is still under way is dropped when it arrives */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_STATE,
  N_PROPS
};

enum
{
  FAILED,
  RESTORED,
  CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsWorkbookHolder, ts_workbook_holder, G_TYPE_OBJECT)

static void
set_session (TsWorkbookHolder *self,
             TsSession        *session)
{
  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
set_state (TsWorkbookHolder *self,
           TsHolderState     state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Takes what was opened, or goes back to having nothing. */
static void
finish_step (TsWorkbookHolder *self,
             TsHolderStep      step,
             TsSession        *session,
             GError           *reason,
             const GError     *error)
{
  g_autoptr (GFile) file = NULL;

  g_clear_object (&self->cancellable);
  g_clear_error (&self->reason);
  self->reason = reason;

  if (self->abandoned)
    return;

  if (session != NULL)
    {
      set_session (self, session);
      set_state (self, TS_HOLDER_OPEN);
      return;
    }

  file = g_steal_pointer (&self->file);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, step, file, error);

  set_state (self, TS_HOLDER_EMPTY);
}

static void
on_opened (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsWorkbookHolder) self = user_data;
  g_autoptr (GError) error = NULL;
  GError *reason = NULL;
  g_autoptr (TsSession) session = ts_opening_finish (result, &reason, &error);

  finish_step (self, TS_HOLDER_STEP_OPEN, session, reason, error);
}

static void
on_created (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TsWorkbookHolder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsSession) session = ts_session_open_finish (result, &error);

  finish_step (self, TS_HOLDER_STEP_CREATE, session, NULL, error);
}

/* Begins to open or make self->file. */
static void
start (TsWorkbookHolder *self,
       TsHolderStep      step,
       TsOpenMode        mode)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *author = ts_settings_dup_author ();

  if (path == NULL)
    {
      g_autoptr (GError) error = NULL;

      g_set_error_literal (&error, TS_STORE_ERROR, TS_STORE_ERROR_NO_ACCESS,
                           _("Workbooks can be opened from this computer and from drives that are connected to it. Copy this one to "
                             "a folder of yours, and open the copy."));
      finish_step (self, step, NULL, NULL, error);
      return;
    }

  self->cancellable = g_cancellable_new ();
  set_state (self, TS_HOLDER_OPENING);

  if (step == TS_HOLDER_STEP_CREATE)
    ts_session_create_async (path, author, self->cancellable, on_created, g_object_ref (self));
  else
    ts_opening_start (path, mode, author, self->cancellable, on_opened, g_object_ref (self));
}

static void
on_sample_ready (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TsWorkbookHolder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ts_sample_file_finish (result, &error);

  if (path == NULL || self->abandoned)
    {
      finish_step (self, TS_HOLDER_STEP_SAMPLE, NULL, NULL, error);
      return;
    }

  g_clear_object (&self->cancellable);
  self->file = g_file_new_for_path (path);
  start (self, TS_HOLDER_STEP_OPEN, TS_OPEN_READ_WRITE);
}

static void
on_restored (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TsWorkbookHolder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  gboolean restored = ts_backups_restore_finish (result, &kept, &error);

  if (self->abandoned)
    return;

  if (restored)
    g_signal_emit (self, signals[RESTORED], 0, kept);
  else if (self->opens_if_not_restored)
    g_signal_emit (self, signals[FAILED], 0, TS_HOLDER_STEP_RESTORE, self->file, error);

  if (restored || self->opens_if_not_restored)
    start (self, TS_HOLDER_STEP_OPEN, TS_OPEN_READ_WRITE);
  else
    finish_step (self, TS_HOLDER_STEP_RESTORE, NULL, NULL, error);
}

/* Nobody has self->file open. */
static void
start_restoring (TsWorkbookHolder *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *base = ts_backups_get_base ();

  set_state (self, TS_HOLDER_OPENING);
  ts_backups_restore_async (g_steal_pointer (&self->restore), base, path, on_restored, g_object_ref (self));
}

static void
on_closed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsWorkbookHolder) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean closed = ts_session_close_finish (TS_SESSION (object), result, &error);
  gboolean reopening = self->reopening;
  gboolean writable = !ts_session_get_read_only (TS_SESSION (object));

  self->reopening = FALSE;
  g_clear_error (&self->reason);
  set_session (self, NULL);

  if (!closed)
    finish_step (self, TS_HOLDER_STEP_CLOSE, NULL, NULL, error);
  else if (self->restore != NULL && !self->abandoned)
    start_restoring (self);
  else if (reopening && !self->abandoned)
    start (self, TS_HOLDER_STEP_OPEN, self->reopen_mode);
  else
    {
      if (writable)
        g_signal_emit (self, signals[CLOSED], 0, self->file);

      g_clear_object (&self->file);
      set_state (self, TS_HOLDER_EMPTY);
    }
}

static void
ts_workbook_holder_finalize (GObject *object)
{
  TsWorkbookHolder *self = TS_WORKBOOK_HOLDER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->session);
  g_clear_error (&self->reason);
  g_clear_pointer (&self->restore, ts_restore_free);

  G_OBJECT_CLASS (ts_workbook_holder_parent_class)->finalize (object);
}

static void
ts_workbook_holder_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TsWorkbookHolder *self = TS_WORKBOOK_HOLDER (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_workbook_holder_class_init (TsWorkbookHolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_workbook_holder_finalize;
  object_class->get_property = ts_workbook_holder_get_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, TS_HOLDER_EMPTY, TS_HOLDER_CLOSING, TS_HOLDER_EMPTY,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", TS_TYPE_WORKBOOK_HOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_FILE, G_TYPE_ERROR);
  signals[RESTORED] = g_signal_new ("restored", TS_TYPE_WORKBOOK_HOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", TS_TYPE_WORKBOOK_HOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
ts_workbook_holder_init (TsWorkbookHolder *self)
{
}

TsWorkbookHolder *
ts_workbook_holder_new (void)
{
  return g_object_new (TS_TYPE_WORKBOOK_HOLDER, NULL);
}

TsHolderState
ts_workbook_holder_get_state (TsWorkbookHolder *self)
{
  g_return_val_if_fail (TS_IS_WORKBOOK_HOLDER (self), TS_HOLDER_EMPTY);

  return self->state;
}

/**
 * ts_workbook_holder_get_file:
 * @self: a holder
 *
 * Returns: (transfer none) (nullable): the workbook that is open, or being opened or closed
 */
GFile *
ts_workbook_holder_get_file (TsWorkbookHolder *self)
{
  g_return_val_if_fail (TS_IS_WORKBOOK_HOLDER (self), NULL);

  return self->file;
}

/**
 * ts_workbook_holder_get_session:
 * @self: a holder
 *
 * Returns: (transfer none) (nullable): the open workbook
 */
TsSession *
ts_workbook_holder_get_session (TsWorkbookHolder *self)
{
  g_return_val_if_fail (TS_IS_WORKBOOK_HOLDER (self), NULL);

  return self->session;
}

/**
 * ts_workbook_holder_get_reason:
 * @self: a holder
 *
 * Returns: (transfer none) (nullable): why the workbook is open to look at only, where it was to be worked in
 */
const GError *
ts_workbook_holder_get_reason (TsWorkbookHolder *self)
{
  g_return_val_if_fail (TS_IS_WORKBOOK_HOLDER (self), NULL);

  return self->reason;
}

/**
 * ts_workbook_holder_open:
 * @self: an empty holder
 * @file: a workbook
 * @mode: how to open it
 *
 * A workbook that cannot be written is opened to look at instead.
 */
void
ts_workbook_holder_open (TsWorkbookHolder *self,
                         GFile            *file,
                         TsOpenMode        mode)
{
  g_return_if_fail (TS_IS_WORKBOOK_HOLDER (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->state == TS_HOLDER_EMPTY);

  g_set_object (&self->file, file);
  start (self, TS_HOLDER_STEP_OPEN, mode);
}

/**
 * ts_workbook_holder_create:
 * @self: an empty holder
 * @file: where to make a workbook; nothing must be there
 */
void
ts_workbook_holder_create (TsWorkbookHolder *self,
                           GFile            *file)
{
  g_return_if_fail (TS_IS_WORKBOOK_HOLDER (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->state == TS_HOLDER_EMPTY);

  g_set_object (&self->file, file);
  start (self, TS_HOLDER_STEP_CREATE, TS_OPEN_READ_WRITE);
}

/**
 * ts_workbook_holder_open_sample:
 * @self: an empty holder
 * @fresh: whether to make a new sample even if there is one
 */
void
ts_workbook_holder_open_sample (TsWorkbookHolder *self,
                                gboolean          fresh)
{
  g_return_if_fail (TS_IS_WORKBOOK_HOLDER (self));
  g_return_if_fail (self->state == TS_HOLDER_EMPTY);

  self->cancellable = g_cancellable_new ();
  set_state (self, TS_HOLDER_OPENING);
  ts_sample_file_start (fresh, self->cancellable, on_sample_ready, g_object_ref (self));
}

/**
 * ts_workbook_holder_close:
 * @self: a holder
 *
 * Lets the session keep what waits to be kept, and closes it. Cancels what is being opened. Does nothing where there is nothing.
 */
void
ts_workbook_holder_close (TsWorkbookHolder *self)
{
  g_return_if_fail (TS_IS_WORKBOOK_HOLDER (self));

  if (self->state == TS_HOLDER_OPENING)
    {
      g_cancellable_cancel (self->cancellable);
    }
  else if (self->state == TS_HOLDER_OPEN)
    {
      set_state (self, TS_HOLDER_CLOSING);
      ts_session_close_async (self->session, on_closed, g_object_ref (self));
    }
}

/**
 * ts_workbook_holder_reopen:
 * @self: a holder with an open workbook
 * @mode: how to open it
 *
 * Closes the workbook and opens it again in another way, which may be possible by now.
 */
void
ts_workbook_holder_reopen (TsWorkbookHolder *self,
                           TsOpenMode        mode)
{
  g_return_if_fail (TS_IS_WORKBOOK_HOLDER (self));
  g_return_if_fail (self->state == TS_HOLDER_OPEN);

  self->reopening = TRUE;
  self->reopen_mode = mode;
  ts_workbook_holder_close (self);
}

/**
 * ts_workbook_holder_restore:
 * @self: a holder that is empty, or has this workbook open
 * @file: the workbook
 * @restore: (transfer full): a backup of it
 *
 * Closes the workbook, puts the backup in its place and opens it again. Where it cannot be put there, the workbook is opened again as it was.
 */
void
ts_workbook_holder_restore (TsWorkbookHolder *self,
                            GFile            *file,
                            TsRestore        *restore)
{
  g_return_if_fail (TS_IS_WORKBOOK_HOLDER (self));
  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);
  g_return_if_fail (restore != NULL && self->restore == NULL);
  g_return_if_fail (self->state == TS_HOLDER_EMPTY || (self->state == TS_HOLDER_OPEN && g_file_equal (file, self->file)));

  self->restore = restore;
  self->opens_if_not_restored = self->state == TS_HOLDER_OPEN;

  if (self->state == TS_HOLDER_OPEN)
    {
      ts_workbook_holder_close (self);
      return;
    }

  g_set_object (&self->file, file);
  start_restoring (self);
}

/**
 * ts_workbook_holder_abandon:
 * @self: a holder
 *
 * Says that nobody looks any more. What is being opened is dropped as soon as it is there.
 */
void
ts_workbook_holder_abandon (TsWorkbookHolder *self)
{
  g_return_if_fail (TS_IS_WORKBOOK_HOLDER (self));

  self->abandoned = TRUE;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
