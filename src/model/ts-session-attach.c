/* ts-session-attach.c — files that become evidence
 *
 * A file is read on a thread of its own, which hands the bytes to the writing thread piece by piece: other changes find their
 * turn in between, and memory holds two pieces at most.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

#include "core/ts-attach.h"
#include "core/ts-text.h"
#include "model/ts-progress-reporter.h"
#include "model/ts-workplace.h"
#include "store/ts-content-writer.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PIECE_BYTES (4 * 1024 * 1024)

#define FILE_ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," \
  G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

typedef struct
{
  TsWorker *writer;
  char *assessment_id;
  char *node_id;
  GPtrArray *files; /* GFile */
  GPtrArray *items; /* TsRow, filled as files are taken in */
  TsProgressReporter *progress;
  GCancellable *cancellable; /* cancelled by either of the others */
  GCancellable *asked;       /* the caller's; or NULL */
  gulong asked_handler;
  GCancellable *closing; /* the session's */
  gulong closing_handler;
} Attachment;

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  ts_worker_unref (attachment->writer);
  g_free (attachment->assessment_id);
  g_free (attachment->node_id);
  g_ptr_array_unref (attachment->files);
  g_ptr_array_unref (attachment->items);
  ts_progress_reporter_unref (attachment->progress);
  g_clear_object (&attachment->cancellable);
  g_clear_object (&attachment->asked);
  g_clear_object (&attachment->closing);
  g_free (attachment);
}

static void
cancel_cb (GCancellable *other,
           GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
follow_cancellables (Attachment   *attachment,
                     GCancellable *asked,
                     GCancellable *closing)
{
  attachment->cancellable = g_cancellable_new ();
  g_set_object (&attachment->asked, asked);
  g_set_object (&attachment->closing, closing);

  if (asked != NULL)
    attachment->asked_handler = g_cancellable_connect (asked, G_CALLBACK (cancel_cb), g_object_ref (attachment->cancellable),
                                                       g_object_unref);

  attachment->closing_handler = g_cancellable_connect (closing, G_CALLBACK (cancel_cb), g_object_ref (attachment->cancellable),
                                                       g_object_unref);
}

static void
stop_following_cancellables (Attachment *attachment)
{
  g_cancellable_disconnect (attachment->asked, attachment->asked_handler);
  g_cancellable_disconnect (attachment->closing, attachment->closing_handler);
}

/* What the reading thread hands to the writing thread. */
typedef struct
{
  TsContentWriter *writer;
  gconstpointer bytes;
  gsize n_bytes;
  gint64 size;
} Piece;

static gpointer
begin_content (TsWorkplace   *workplace,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return ts_content_writer_new (workplace->workbook, error);
}

static gpointer
append_piece (TsWorkplace   *workplace,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Piece *piece = data;

  ts_content_writer_append (piece->writer, piece->bytes, piece->n_bytes, error);

  return NULL;
}

static gpointer
finish_content (TsWorkplace   *workplace,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Piece *piece = data;

  return ts_content_writer_finish (piece->writer, &piece->size, error);
}

static gpointer
free_content (TsWorkplace   *workplace,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  ts_content_writer_free (data);

  return NULL;
}

static gboolean
copy_in (Attachment    *attachment,
         GInputStream  *stream,
         Piece         *piece,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autofree char *buffer = g_malloc (PIECE_BYTES);

  while (TRUE)
    {
      GError *local_error = NULL;

      if (!g_input_stream_read_all (stream, buffer, PIECE_BYTES, &piece->n_bytes, cancellable, error))
        return FALSE;

      if (piece->n_bytes == 0)
        return TRUE;

      piece->bytes = buffer;
      ts_worker_call (attachment->writer, append_piece, piece, cancellable, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }

      ts_progress_reporter_add (attachment->progress, piece->n_bytes);
    }
}

/* The content's hash, or NULL. */
static char *
take_content (Attachment    *attachment,
              GFile         *file,
              gint64        *size,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  Piece piece = { 0 };
  char *hash = NULL;

  if (stream == NULL)
    return NULL;

  piece.writer = ts_worker_call (attachment->writer, begin_content, NULL, cancellable, error);

  if (piece.writer == NULL)
    return NULL;

  if (copy_in (attachment, G_INPUT_STREAM (stream), &piece, cancellable, error))
    hash = ts_worker_call (attachment->writer, finish_content, &piece, cancellable, error);

  /* Not cancellable: what was taken in half has to go. */
  ts_worker_call (attachment->writer, free_content, piece.writer, NULL, NULL);
  *size = piece.size;

  return hash;
}

static char *
title_from_name (const char *display_name)
{
  const char *dot = strrchr (display_name, '.');
  g_autofree char *title = NULL;
  char *clean;

  title = dot != NULL && dot != display_name ? g_strndup (display_name, dot - display_name) : g_strdup (display_name);
  clean = ts_text_clean (title, -1, TS_TEXT_LINE);

  if (*clean == '\0')
    {
      g_free (clean);
      clean = g_strdup (_("Untitled"));
    }

  return clean;
}

static TsEvidenceKind
guess_kind (const char *media_type)
{
  static const char *const data_types[] = { "spreadsheet", "ms-excel", "text/csv", "comma-separated", "json", "sqlite" };

  for (guint i = 0; i < G_N_ELEMENTS (data_types); i++)
    {
      if (strstr (media_type, data_types[i]) != NULL)
        return TS_EVIDENCE_KIND_DATA;
    }

  return TS_EVIDENCE_KIND_DOCUMENT;
}

static gboolean
check_file (GFile      *file,
            GFileInfo  *info,
            GError    **error)
{
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _("“%s” is a folder. Attach the files in it that are evidence."), g_file_info_get_display_name (info));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _("“%s” is not a file that can be kept."), g_file_info_get_display_name (info));

  return FALSE;
}

static TsRow *
take_file (Attachment    *attachment,
           GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *media_type = NULL;
  g_autofree char *received = today ();
  const char *content_type;
  gint64 size = 0;
  TsRow *item;

  info = g_file_query_info (file, FILE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL || !check_file (file, info, error))
    return NULL;

  hash = take_content (attachment, file, &size, cancellable, error);

  if (hash == NULL)
    return NULL;

  content_type = g_file_info_get_content_type (info);
  media_type = content_type != NULL ? g_content_type_get_mime_type (content_type) : NULL;
  name = ts_text_clean (g_file_info_get_display_name (info), -1, TS_TEXT_LINE);
  title = title_from_name (g_file_info_get_display_name (info));

  item = ts_row_new (TS_ENTITY_EVIDENCE, id);
  ts_row_set_text (item, TS_EVIDENCE_TITLE, title);
  ts_row_set_text (item, TS_EVIDENCE_KIND, ts_evidence_kind_get_name (guess_kind (media_type != NULL ? media_type : "")));
  ts_row_set_text (item, TS_EVIDENCE_CONTENT, hash);
  ts_row_set_text (item, TS_EVIDENCE_FILE_NAME, name);
  ts_row_set_text (item, TS_EVIDENCE_MEDIA_TYPE, media_type);
  ts_row_set_integer (item, TS_EVIDENCE_SIZE, size);
  ts_row_set_text (item, TS_EVIDENCE_RECEIVED, received);

  return item;
}

static gint64
measure (GPtrArray    *files,
         GCancellable *cancellable)
{
  gint64 total = 0;

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GFileInfo) info = g_file_query_info (g_ptr_array_index (files, i), G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                      G_FILE_QUERY_INFO_NONE, cancellable, NULL);

      if (info != NULL)
        total += g_file_info_get_size (info);
    }

  return total;
}

static void
attach_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Attachment *attachment = task_data;
  GError *error = NULL;

  ts_progress_reporter_set_total (attachment->progress, measure (attachment->files, cancellable));

  for (guint i = 0; i < attachment->files->len; i++)
    {
      GFile *file = g_ptr_array_index (attachment->files, i);
      TsRow *item = take_file (attachment, file, cancellable, &error);

      if (item == NULL)
        {
          if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && error->domain != TS_STORE_ERROR)
            {
              g_autofree char *name = g_file_get_parse_name (file);

              g_prefix_error (&error, _("“%s” could not be attached, and nothing was changed. "), name);
            }

          g_task_return_error (task, error);
          return;
        }

      g_ptr_array_add (attachment->items, item);
    }

  g_task_return_boolean (task, TRUE);
}

static TsChange *
attach_change (TsWorkplace  *workplace,
               gpointer      data,
               GError      **error)
{
  GTask *task = data;
  Attachment *attachment = g_task_get_task_data (task);
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;

  if (!ts_workplace_read_assessment (workplace, attachment->assessment_id, &assessment, &framework, error))
    return NULL;

  for (guint i = 0; i < attachment->items->len; i++)
    ts_row_set_text (g_ptr_array_index (attachment->items, i), TS_EVIDENCE_ORGANISATION,
                     ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION));

  return ts_change_attach (assessment, framework, attachment->node_id, attachment->items, error);
}

static void
attached_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  TsSession *self = TS_SESSION (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TsChange *change = ts_session_change_finish (self, result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, change, (GDestroyNotify) ts_change_unref);
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TsSession *self = g_task_get_source_object (task);
  GError *error = NULL;

  stop_following_cancellables (g_task_get_task_data (G_TASK (result)));
  ts_session_end_attaching (self);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  ts_session_change_async (self, attach_change, g_object_ref (result), g_object_unref, attached_cb, g_object_ref (task));
}

/**
 * ts_session_attach_files_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: the criterion that the evidence is for
 * @files: a list of #GFile, at least one
 * @progress: (nullable): called as bytes are taken in
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): to stop; then nothing is kept
 * @callback: called when it is done; ends with [method@Session.change_finish]
 * @user_data: for @callback
 *
 * Takes files into the workbook and links them to a criterion, all or none.
 */
void
ts_session_attach_files_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *node_id,
                               GListModel          *files,
                               TsProgressFunc       progress,
                               gpointer             progress_data,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) taking = NULL;
  GCancellable *closing = NULL;
  TsWorker *writer;
  Attachment *attachment;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (assessment_id != NULL && node_id != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (files) && g_list_model_get_n_items (files) > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  /* Once the change is kept, a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  writer = ts_session_get_writer (self);

  if (writer != NULL)
    closing = ts_session_begin_attaching (self);

  if (closing == NULL)
    {
      g_task_return_new_error (task, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY,
                               _("This workbook is open to look at only, so nothing was attached."));
      return;
    }

  attachment = g_new0 (Attachment, 1);
  attachment->writer = ts_worker_ref (writer);
  attachment->assessment_id = g_strdup (assessment_id);
  attachment->node_id = g_strdup (node_id);
  attachment->files = g_ptr_array_new_with_free_func (g_object_unref);
  attachment->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  attachment->progress = ts_progress_reporter_new (progress, progress_data);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (attachment->files, g_list_model_get_item (files, i));

  /* Not of the session: the thread may hold it a little longer than anybody else. */
  follow_cancellables (attachment, cancellable, closing);
  taking = g_task_new (NULL, attachment->cancellable, taken_cb, g_steal_pointer (&task));
  g_task_set_task_data (taking, attachment, attachment_free);
  g_task_run_in_thread (taking, attach_thread);
}
