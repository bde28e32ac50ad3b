/* ts-session.c — an open workbook, as the screen sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-object.h"

#include "core/ts-text.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_PATH = 1,
  PROP_TITLE,
  PROP_READ_ONLY,
  PROP_BUSY,
  PROP_PERSON,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsSession, ts_session, G_TYPE_OBJECT)

void
ts_session_take_journal_state (TsSession      *self,
                               TsJournalState *journal)
{
  if (g_strcmp0 (self->undo_label, journal->undo_label) != 0)
    {
      g_free (self->undo_label);
      self->undo_label = g_steal_pointer (&journal->undo_label);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
    }

  if (g_strcmp0 (self->redo_label, journal->redo_label) != 0)
    {
      g_free (self->redo_label);
      self->redo_label = g_steal_pointer (&journal->redo_label);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
    }
}

void
ts_session_count_pending (TsSession *self,
                          int        difference)
{
  gboolean busy = self->n_pending > 0;

  self->n_pending += difference;

  if (busy != (self->n_pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
ts_session_emit_changed (TsSession *self,
                         TsChange  *change)
{
  g_signal_emit (self, signals[CHANGED], 0, change);
}

/* Reading */

/**
 * ts_session_read_async:
 * @self: a session
 * @function: reads, on the reading thread
 * @data: for @function
 * @data_free: (nullable): frees @data, on any thread
 * @result_free: (nullable): frees what @function returns if nobody takes it
 * @cancellable: (nullable): to stop
 * @callback: called when it is done; takes the result with g_task_propagate_pointer()
 * @user_data: for @callback
 */
void
ts_session_read_async (TsSession           *self,
                       TsWorkFunc           function,
                       gpointer             data,
                       GDestroyNotify       data_free,
                       GDestroyNotify       result_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TS_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);

  if (self->closed)
    {
      if (data_free != NULL)
        data_free (data);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The workbook has been closed."));
      return;
    }

  ts_worker_push (self->reader, g_steal_pointer (&task), function, data, data_free, result_free);
}

TsWorker *
ts_session_get_writer (TsSession *self)
{
  return self->closed ? NULL : self->writer;
}

/* The object */

static void
ts_session_finalize (GObject *object)
{
  TsSession *self = TS_SESSION (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_pointer (&self->reader, ts_worker_unref);
  g_clear_pointer (&self->writer, ts_worker_unref);
  g_clear_object (&self->closing);
  g_free (self->path);
  g_free (self->author);
  g_free (self->person_name);
  g_free (self->person_role);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (ts_session_parent_class)->finalize (object);
}

static void
ts_session_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TsSession *self = TS_SESSION (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;

    case PROP_TITLE:
      g_value_take_string (value, ts_session_dup_title (self));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, ts_session_get_read_only (self));
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, ts_session_get_busy (self));
      break;

    case PROP_PERSON:
      g_value_set_string (value, ts_session_get_person (self));
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_session_class_init (TsSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_session_finalize;
  object_class->get_property = ts_session_get_property;

  /**
   * TsSession:path:
   *
   * Where the workbook is.
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:title:
   *
   * The workbook's name for people.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:read-only:
   *
   * Whether nothing can be changed.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:busy:
   *
   * Whether something has been asked for that is not yet kept.
   */
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:person:
   *
   * The name of who works.
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:undo-label:
   *
   * What an undo would undo; %NULL where there is nothing.
   */
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:redo-label:
   *
   * What a redo would do again; %NULL where there is nothing.
   */
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsSession::changed:
   * @self: a session
   * @change: (nullable): what was changed; %NULL when another program changed the file
   */
  signals[CHANGED] = g_signal_new ("changed", TS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ts_session_init (TsSession *self)
{
  self->closing = g_cancellable_new ();
}

const char *
ts_session_get_path (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  return self->path;
}

/**
 * ts_session_dup_title:
 * @self: a session
 *
 * Returns: (transfer full): the file's name without its ending, in valid UTF-8
 */
char *
ts_session_dup_title (TsSession *self)
{
  g_autofree char *name = NULL;
  char *title;

  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  name = g_filename_display_basename (self->path != NULL ? self->path : "");
  title = g_strdup (name);

  if (g_str_has_suffix (title, ".touchstone"))
    title[strlen (title) - strlen (".touchstone")] = '\0';

  return title;
}

TsOpenMode
ts_session_get_mode (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), TS_OPEN_READ_ONLY);

  return self->mode;
}

gboolean
ts_session_get_read_only (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), TRUE);

  return self->mode != TS_OPEN_READ_WRITE;
}

gboolean
ts_session_get_busy (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), FALSE);

  return self->n_pending > 0;
}

/**
 * ts_session_get_person:
 * @self: a session
 *
 * Returns: (transfer none): the name of who works
 */
const char *
ts_session_get_person (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  return self->person_name != NULL ? self->person_name : self->author;
}

const char *
ts_session_get_undo_label (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  return self->undo_label;
}

const char *
ts_session_get_redo_label (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  return self->redo_label;
}

static gpointer
read_as (TsWorkplace   *workplace,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  if (workplace->workbook == NULL)
    return NULL;

  ts_workbook_set_reader (workplace->workbook, data);

  return ts_workbook_read_journal_state (workplace->workbook, error);
}

/* Somebody else may see other things: everything on screen is read again. */
static void
read_as_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  TsSession *self = TS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsJournalState) journal = g_task_propagate_pointer (G_TASK (result), &error);

  if (journal != NULL)
    ts_session_take_journal_state (self, journal);

  if (!self->closed)
    ts_session_emit_changed (self, NULL);
}

/* Each worker does one thing after another, so whatever is asked for after this is read by that person. */
static void
push_reader (TsSession           *self,
             TsWorker            *worker,
             GAsyncReadyCallback  callback)
{
  if (worker != NULL && !self->closed)
    ts_worker_push (worker, g_task_new (self, NULL, callback, NULL), read_as, g_strdup (self->person_name), g_free,
                    (GDestroyNotify) ts_journal_state_free);
}

/**
 * ts_session_set_person:
 * @self: a session
 * @name: who works from now on; not empty
 * @role: (nullable): in which role
 *
 * Changes that are asked for from now on say that they are by this person. With the first of them the person is noted in the workbook, or
 * the role where it is another than before. What is read from now on is what this person may see of a review; `changed` is emitted where that
 * is another person than before.
 */
void
ts_session_set_person (TsSession  *self,
                       const char *name,
                       const char *role)
{
  g_autofree char *clean_name = NULL;
  gboolean is_other;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (name != NULL);

  clean_name = ts_text_clean (name, -1, TS_TEXT_LINE);

  g_return_if_fail (*clean_name != '\0');

  is_other = g_strcmp0 (clean_name, ts_session_get_person (self)) != 0;
  g_free (self->person_name);
  g_free (self->person_role);
  self->person_name = g_steal_pointer (&clean_name);
  self->person_role = ts_text_clean (role != NULL ? role : "", -1, TS_TEXT_LINE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);

  if (is_other)
    {
      push_reader (self, self->writer, NULL);
      push_reader (self, self->reader, read_as_cb);
    }
}
