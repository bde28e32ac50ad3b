/* ts-backup-keeper.c — makes backups while people do other things
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/safety/ts-backup-keeper.h"

#include "app/ts-settings.h"
#include "model/ts-backups.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/* Seconds. Whoever has just opened a workbook wants to see it, not have it copied. */
#define FIRST_LOOK 20
#define NEXT_LOOK  600

struct _TsBackupKeeper
{
  GObject parent_instance;

  GApplication *application; /* (nullable); it owns the keeper */
  GPtrArray *followed;
  GHashTable *running; /* paths */
  guint look_source;
};

G_DEFINE_FINAL_TYPE (TsBackupKeeper, ts_backup_keeper, G_TYPE_OBJECT)

/* A window, for as long as it is there. */
typedef struct
{
  TsBackupKeeper *keeper;
  TsWindow *window;
  GSignalGroup *session_signals;
  gboolean changed; /* something in its workbook, since that was opened */
} Followed;

static void
followed_free (gpointer data)
{
  Followed *followed = data;

  g_object_unref (followed->session_signals);
  g_free (followed);
}

typedef struct
{
  TsBackupKeeper *keeper;
  GApplication *held;
  GWeakRef window;
  char *path;
} Backing;

static void
backing_free (Backing *self)
{
  g_hash_table_remove (self->keeper->running, self->path);

  if (self->held != NULL)
    g_application_release (self->held);

  g_clear_object (&self->held);
  g_object_unref (self->keeper);
  g_weak_ref_clear (&self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Backing, backing_free)

static void
on_made (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Backing) backing = user_data;
  g_autoptr (TsWindow) window = g_weak_ref_get (&backing->window);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (ts_backups_make_finish (result, NULL, &error))
    return;

  /* What was moved or deleted as soon as it was closed needs no backup. */
  if (g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    return;

  g_debug ("No backup of “%s”: %s", backing->path, error->message);

  if (g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE))
    text = g_strdup (_("The disk is too full for a backup. Your workbook is safe."));
  else
    text = g_strdup_printf (_("No backup could be made. Your workbook is safe. %s"), error->message);

  ts_window_show_toast (window, text);
}

static void
make_backup (TsBackupKeeper   *self,
             TsWindow         *window,
             GFile            *file,
             TsBackupOccasion  occasion)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = ts_backups_get_base ();
  Backing *backing;

  if (path == NULL || !ts_settings_get_keep_backups () || !g_hash_table_add (self->running, g_strdup (path)))
    return;

  backing = g_new0 (Backing, 1);
  backing->keeper = g_object_ref (self);
  backing->path = g_steal_pointer (&path);
  g_weak_ref_init (&backing->window, window);

  if (self->application != NULL)
    {
      backing->held = g_object_ref (self->application);
      g_application_hold (backing->held);
    }

  ts_backups_make_async (base, backing->path, occasion, NULL, on_made, backing);
}

static void
on_changed (Followed *followed)
{
  followed->changed = TRUE;
}

static gboolean
on_look (gpointer user_data)
{
  TsBackupKeeper *self = user_data;

  self->look_source = g_timeout_add_seconds (NEXT_LOOK, on_look, self);
  ts_backup_keeper_make_due (self);

  return G_SOURCE_REMOVE;
}

static void
on_session_changed (Followed *followed)
{
  TsBackupKeeper *self = followed->keeper;
  TsSession *session = ts_window_get_session (followed->window);

  g_signal_group_set_target (followed->session_signals, session);

  if (session == NULL)
    return;

  followed->changed = FALSE;
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add_seconds (FIRST_LOOK, on_look, self);
}

static void
on_workbook_closed (Followed *followed,
                    GFile    *file)
{
  if (followed->changed)
    make_backup (followed->keeper, followed->window, file, TS_BACKUP_AT_CLOSING);

  followed->changed = FALSE;
}

static void
on_window_gone (gpointer data,
                GObject *window)
{
  Followed *followed = data;

  g_ptr_array_remove_fast (followed->keeper->followed, followed);
}

static void
ts_backup_keeper_dispose (GObject *object)
{
  TsBackupKeeper *self = TS_BACKUP_KEEPER (object);

  g_clear_handle_id (&self->look_source, g_source_remove);

  for (guint i = 0; i < self->followed->len; i++)
    {
      Followed *followed = g_ptr_array_index (self->followed, i);

      g_signal_handlers_disconnect_by_data (followed->window, followed);
      g_object_weak_unref (G_OBJECT (followed->window), on_window_gone, followed);
    }

  g_ptr_array_set_size (self->followed, 0);

  G_OBJECT_CLASS (ts_backup_keeper_parent_class)->dispose (object);
}

static void
ts_backup_keeper_finalize (GObject *object)
{
  TsBackupKeeper *self = TS_BACKUP_KEEPER (object);

  g_ptr_array_unref (self->followed);
  g_hash_table_unref (self->running);

  G_OBJECT_CLASS (ts_backup_keeper_parent_class)->finalize (object);
}

static void
ts_backup_keeper_class_init (TsBackupKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_backup_keeper_dispose;
  object_class->finalize = ts_backup_keeper_finalize;
}

static void
ts_backup_keeper_init (TsBackupKeeper *self)
{
  self->followed = g_ptr_array_new_with_free_func (followed_free);
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ts_backup_keeper_new:
 * @application: (nullable): what is not to end before a backup is made
 *
 * Returns: (transfer full): a keeper that follows no window yet
 */
TsBackupKeeper *
ts_backup_keeper_new (GApplication *application)
{
  TsBackupKeeper *self;

  g_return_val_if_fail (application == NULL || G_IS_APPLICATION (application), NULL);

  self = g_object_new (TS_TYPE_BACKUP_KEEPER, NULL);
  self->application = application;

  return self;
}

/**
 * ts_backup_keeper_follow:
 * @self: a keeper
 * @window: a window
 *
 * Sees to the backups of the workbooks that the window will have open.
 */
void
ts_backup_keeper_follow (TsBackupKeeper *self,
                         TsWindow       *window)
{
  Followed *followed;

  g_return_if_fail (TS_IS_BACKUP_KEEPER (self));
  g_return_if_fail (TS_IS_WINDOW (window));

  followed = g_new0 (Followed, 1);
  followed->keeper = self;
  followed->window = window;
  followed->session_signals = g_signal_group_new (TS_TYPE_SESSION);
  g_signal_group_connect_swapped (followed->session_signals, "changed", G_CALLBACK (on_changed), followed);
  g_ptr_array_add (self->followed, followed);

  g_signal_connect_swapped (window, "notify::session", G_CALLBACK (on_session_changed), followed);
  g_signal_connect_swapped (window, "workbook-closed", G_CALLBACK (on_workbook_closed), followed);
  g_object_weak_ref (G_OBJECT (window), on_window_gone, followed);
}

/**
 * ts_backup_keeper_make_due:
 * @self: a keeper
 *
 * Makes the backups that are due of the workbooks that are open, as happens by itself now and then.
 */
void
ts_backup_keeper_make_due (TsBackupKeeper *self)
{
  g_return_if_fail (TS_IS_BACKUP_KEEPER (self));

  for (guint i = 0; i < self->followed->len; i++)
    {
      Followed *followed = g_ptr_array_index (self->followed, i);
      TsSession *session = ts_window_get_session (followed->window);

      if (session != NULL && !ts_session_get_read_only (session))
        make_backup (self, followed->window, ts_window_get_file (followed->window), TS_BACKUP_WHILE_OPEN);
    }
}
