/* session-fixture.c — a session on a fresh workbook, and waiting for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "core/ts-entity.h"

#include <glib/gstdio.h>

void
take_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

TsChange *
wait_for_change (TsSession     *session,
                 GAsyncResult **result,
                 GError       **error)
{
  TsChange *change = ts_session_change_finish (session, wait_for_result (result), error);

  g_clear_object (result);

  return change;
}

TsSession *
open_session (const char  *path,
              TsOpenMode   mode,
              GError     **error)
{
  GAsyncResult *result = NULL;
  TsSession *session;

  ts_session_open_async (path, mode, "Tester", NULL, take_result_cb, &result);
  session = ts_session_open_finish (wait_for_result (&result), error);
  g_object_unref (result);

  return session;
}

void
close_session (TsSession *session)
{
  GAsyncResult *result = NULL;

  ts_session_close_async (session, take_result_cb, &result);
  g_assert_true (ts_session_close_finish (session, wait_for_result (&result), NULL));
  g_object_unref (result);
}

void
wait_until_loaded (TsAssessmentModel *model)
{
  while (!ts_assessment_model_get_loaded (model))
    g_main_context_iteration (NULL, TRUE);
}

char *
begin_assessment (TsSession  *session,
                  const char *code,
                  const char *name,
                  const char *framework,
                  int         year)
{
  TsBeginRequest request = { .code = code, .name = name, .kind = "pct", .framework = framework, .year = year };
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ts_session_begin_assessment_async (session, &request, take_result_cb, &result);
  change = wait_for_change (session, &result, &error);
  g_assert_no_error (error);

  return g_strdup (ts_row_get_id (ts_change_find_after (change, TS_ENTITY_ASSESSMENT)));
}

char *
write_file (SessionFixture *fixture,
            const char     *name,
            const char     *text,
            gsize           n_repeats)
{
  g_autoptr (GString) content = g_string_new (NULL);
  char *path = g_build_filename (fixture->folder, name, NULL);

  for (gsize i = 0; i < n_repeats; i++)
    g_string_append (content, text);

  g_assert_true (g_file_set_contents (path, content->str, content->len, NULL));

  return path;
}

void
session_fixture_set_up (SessionFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  fixture->folder = g_dir_make_tmp ("touchstone-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Board.touchstone", NULL);

  ts_session_create_async (fixture->path, "Tester", NULL, take_result_cb, &result);
  fixture->session = ts_session_open_finish (wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_object_unref (result);

  fixture->assessment_id = begin_assessment (fixture->session, "ZZ1", "Testmoor PCT", "wcc-year-2", 2009);
}

void
session_fixture_tear_down (SessionFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (fixture->session != NULL)
    close_session (fixture->session);

  /* What the session's last tasks hold is let go by the loop. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_finalize_object (fixture->session);

  folder = g_dir_open (fixture->folder, 0, NULL);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->assessment_id);
}
