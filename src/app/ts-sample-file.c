/* ts-sample-file.c — the sample workbook in a person's data folder
 *
 * Whoever tries the sample may have changed it, so one that is there is opened as it is, and a fresh one gets a name of its own.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-sample-file.h"

#include "exchange/ts-sample.h"
#include "store/ts-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Nobody has more; it keeps a strange folder from being searched for ever. */
#define MOST_SAMPLES 1000

/**
 * ts_sample_file_choose_path:
 * @folder: the folder of samples
 * @fresh: whether to make a new one even if there is one
 * @exists: (out): whether the file is there already
 *
 * Returns: (transfer full) (nullable): the path of the sample to open or to make; %NULL where all names are taken
 */
char *
ts_sample_file_choose_path (const char *folder,
                            gboolean    fresh,
                            gboolean   *exists)
{
  g_return_val_if_fail (folder != NULL && exists != NULL, NULL);

  for (guint i = 1; i <= MOST_SAMPLES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup ("Sample.touchstone") : g_strdup_printf ("Sample %u.touchstone", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      *exists = g_file_test (path, G_FILE_TEST_EXISTS);

      if (!*exists || !fresh)
        return g_steal_pointer (&path);
    }

  return NULL;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  gboolean fresh = GPOINTER_TO_INT (data);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "touchstone", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exists = FALSE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      ts_store_error_set_from_errno (&error, errno, folder);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  path = ts_sample_file_choose_path (folder, fresh, &exists);

  if (path == NULL)
    g_task_return_new_error (task, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS,
                             _("There are %d samples in “%s” already. Delete those that you no longer need."), MOST_SAMPLES, folder);
  else if (exists || ts_sample_create (path, TS_SAMPLE_REGION, TS_SAMPLE_SEED, cancellable, NULL, NULL, &error))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ts_sample_file_start:
 * @fresh: whether to make a new sample even if there is one
 * @cancellable: (nullable): to stop
 * @callback: called when there is a sample
 * @user_data: for @callback
 */
void
ts_sample_file_start (gboolean             fresh,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ts_sample_file_start);
  g_task_set_task_data (task, GINT_TO_POINTER (fresh), NULL);
  g_task_run_in_thread (task, run);
}

/**
 * ts_sample_file_finish:
 * @result: what the callback got
 * @error: where to put why there is none
 *
 * Returns: (transfer full) (nullable): the sample's path
 */
char *
ts_sample_file_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ts_sample_file_start), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
