/* test-session-evidence.c — attaching, linking and giving back evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "model/ts-evidence-item.h"
#include "session-fixture.h"
#include "store/ts-content-reader.h"
#include "store/ts-store-error.h"

#include <glib/gstdio.h>

static TsChange *
attach (SessionFixture  *fixture,
        const char      *node_id,
        GError         **error,
        ...)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GAsyncResult *result = NULL;
  const char *path;
  va_list paths;

  va_start (paths, error);
  while ((path = va_arg (paths, const char *)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  va_end (paths);

  ts_session_attach_files_async (fixture->session, fixture->assessment_id, node_id, G_LIST_MODEL (files), NULL, NULL, NULL,
                                 take_result_cb, &result);

  return wait_for_change (fixture->session, &result, error);
}

static void
wait_for_n_items (GListModel *list,
                  guint       n_items)
{
  while (g_list_model_get_n_items (list) != n_items)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_attach (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  g_autoptr (GListModel) of_node = ts_assessment_model_list_node_evidence (model, "5a");
  g_autofree char *needs = write_file (fixture, "Needs assessment 2009.txt", "What people need.\n", 1);
  g_autofree char *spend = write_file (fixture, "spend.csv", "year,pounds\n", 3);
  g_autoptr (TsEvidenceItem) item = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  change = attach (fixture, "5a", &error, needs, spend, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 4);
  g_assert_cmpstr (ts_change_get_label (change), ==, "5a: attach 2 items");

  wait_for_n_items (of_node, 2);
  item = g_list_model_get_item (of_node, 0);
  g_assert_cmpstr (ts_evidence_item_get_title (item), ==, "Needs assessment 2009");
  g_assert_cmpstr (ts_row_get_text (ts_evidence_item_get_row (item), TS_EVIDENCE_FILE_NAME), ==, "Needs assessment 2009.txt");
  g_assert_cmpstr (ts_evidence_item_get_links_label (item), ==, "5a");

  ts_session_place_async (fixture->session, ts_row_get_id (ts_evidence_item_get_link (item, 0)), "p. 14–18", take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, &error));
  g_assert_no_error (error);
  while (g_strcmp0 (ts_evidence_item_get_links_label (item), "5a (p. 14–18)") != 0)
    g_main_context_iteration (NULL, TRUE);

  ts_session_link_async (fixture->session, fixture->assessment_id, "6b", ts_evidence_item_get_id (item), take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, &error));
  g_assert_no_error (error);
  while (ts_evidence_item_get_n_links (item) != 2)
    g_main_context_iteration (NULL, TRUE);

  /* A link that is there already is no change. */
  ts_session_link_async (fixture->session, fixture->assessment_id, "6b", ts_evidence_item_get_id (item), take_result_cb, &result);
  g_assert_null (wait_for_change (fixture->session, &result, &error));
  g_assert_no_error (error);

  ts_session_unlink_async (fixture->session, ts_row_get_id (ts_evidence_item_find_link (item, "5a")), take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, &error));
  g_assert_no_error (error);
  wait_for_n_items (of_node, 1);
  g_assert_cmpuint (g_list_model_get_n_items (ts_assessment_model_get_evidence (model)), ==, 2);

  ts_session_undo_async (fixture->session, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, &error));
  g_assert_no_error (error);
  wait_for_n_items (of_node, 2);
}

static void
test_copy_back (SessionFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *path = write_file (fixture, "Big.txt", "0123456789abcdef", 700 * 1024);
  g_autofree char *copy_path = g_build_filename (fixture->folder, "Copy.txt", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autofree char *original = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  gsize n_original;
  gsize n_copied;

  change = attach (fixture, "1a", &error, path, NULL);
  g_assert_no_error (error);

  ts_session_copy_content_async (fixture->session,
                                 ts_row_get_text (ts_change_find_after (change, TS_ENTITY_EVIDENCE), TS_EVIDENCE_CONTENT),
                                 copy, NULL, NULL, NULL, take_result_cb, &result);
  g_assert_true (ts_session_copy_content_finish (fixture->session, wait_for_result (&result), &error));
  g_assert_no_error (error);
  g_clear_object (&result);

  g_assert_true (g_file_get_contents (path, &original, &n_original, NULL));
  g_assert_true (g_file_get_contents (copy_path, &copied, &n_copied, NULL));
  g_assert_cmpmem (original, n_original, copied, n_copied);

  /* What cannot be found leaves the destination as it was. */
  ts_session_copy_content_async (fixture->session, "0000000000000000000000000000000000000000000000000000000000000000",
                                 copy, NULL, NULL, NULL, take_result_cb, &result);
  g_assert_false (ts_session_copy_content_finish (fixture->session, wait_for_result (&result), &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
  g_clear_object (&result);
  g_clear_pointer (&copied, g_free);
  g_assert_true (g_file_get_contents (copy_path, &copied, &n_copied, NULL));
  g_assert_cmpmem (original, n_original, copied, n_copied);
}

/* All or none: one file that cannot be read leaves nothing of the others. */
static void
test_vanished (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  g_autofree char *here = write_file (fixture, "here.txt", "here", 1);
  g_autofree char *gone = g_build_filename (fixture->folder, "gone.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (attach (fixture, "1a", &error, here, gone, NULL));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "gone.txt"));
  g_clear_error (&error);

  g_assert_null (attach (fixture, "1a", &error, fixture->folder, NULL));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);

  wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (ts_assessment_model_get_evidence (model)), ==, 0);
  g_assert_cmpstr (ts_session_get_undo_label (fixture->session), ==, "Begin Testmoor PCT, 2009/10");
}

typedef struct
{
  GCancellable *cancellable;
  gint64 done;
  gint64 total;
} Progress;

static void
cancel_at_first_progress (gint64   done,
                          gint64   total,
                          gpointer data)
{
  Progress *progress = data;

  progress->done = done;
  progress->total = total;
  g_cancellable_cancel (progress->cancellable);
}

static void
test_cancel (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *path = write_file (fixture, "Long.bin", "0123456789abcdef", 8 * 1024 * 1024);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GError) error = NULL;
  GAsyncResult *attached = NULL;
  GAsyncResult *rated = NULL;
  Progress progress = { .cancellable = g_cancellable_new () };

  g_list_store_append (files, file);
  ts_session_attach_files_async (fixture->session, fixture->assessment_id, "1a", G_LIST_MODEL (files),
                                 cancel_at_first_progress, &progress, progress.cancellable, take_result_cb, &attached);

  /* Another change finds its turn while the file is taken in. */
  ts_session_rate_async (fixture->session, fixture->assessment_id, "1a", 2, take_result_cb, &rated);
  ts_change_unref (wait_for_change (fixture->session, &rated, &error));
  g_assert_no_error (error);

  g_assert_null (wait_for_change (fixture->session, &attached, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (progress.total, ==, 128 * 1024 * 1024);
  g_assert_cmpint (progress.done, <, progress.total);
  g_assert_cmpstr (ts_session_get_undo_label (fixture->session), ==, "1a: not rated → level 2");
  g_object_unref (progress.cancellable);
}

static void
test_address (SessionFixture *fixture,
              gconstpointer   data)
{
  static const struct
  {
    const char *address;
    gboolean taken;
  } cases[] = {
    { "https://example.org/needs?year=2009#summary", TRUE },
    { " http://example.org ", TRUE },
    { "file:///etc/passwd", FALSE },
    { "javascript:alert(1)", FALSE },
    { "example.org", FALSE },
    { "https://", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsChange) change = NULL;
      g_autoptr (GError) error = NULL;
      GAsyncResult *result = NULL;

      ts_session_attach_address_async (fixture->session, fixture->assessment_id, "2b", cases[i].address, "", take_result_cb, &result);
      change = wait_for_change (fixture->session, &result, &error);

      if (cases[i].taken)
        g_assert_no_error (error);
      else
        g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
    }
}

static void
test_describe (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *path = write_file (fixture, "plan.txt", "plan", 1);
  g_autoptr (TsChange) change = NULL;
  g_autoptr (TsRow) after = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  change = attach (fixture, "6b", &error, path, NULL);
  g_assert_no_error (error);

  after = ts_row_copy (ts_change_find_after (change, TS_ENTITY_EVIDENCE));
  ts_row_set_text (after, TS_EVIDENCE_TITLE, "Strategic plan");
  ts_row_set_text (after, TS_EVIDENCE_PERIOD_FROM, "2009-04-01");
  ts_row_set_text (after, TS_EVIDENCE_PERIOD_TO, "2014-03-31");
  ts_session_describe_evidence_async (fixture->session, after, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ts_session_get_undo_label (fixture->session), ==, "Describe “Strategic plan”");

  ts_row_set_text (after, TS_EVIDENCE_PERIOD_TO, "2008-03-31");
  ts_session_describe_evidence_async (fixture->session, after, take_result_cb, &result);
  g_assert_null (wait_for_change (fixture->session, &result, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
}

#define SESSION_TEST(path, function) \
  g_test_add (path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)

/* A window that is closed while a file is being attached: nothing of it is kept, and the workbook is whole. */
static void
test_close_while_attaching (SessionFixture *fixture,
                            gconstpointer   data)
{
  g_autofree char *path = write_file (fixture, "big.bin", "0123456789abcdef", 4 * 1024 * 1024);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TsAssessmentModel) model = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  g_list_store_append (files, file);
  ts_session_attach_files_async (fixture->session, fixture->assessment_id, "5a", G_LIST_MODEL (files), NULL, NULL, NULL,
                                 take_result_cb, &result);
  close_session (fixture->session);
  g_assert_null (wait_for_change (fixture->session, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* Nor does a closed session take anything any more. */
  ts_session_attach_files_async (fixture->session, fixture->assessment_id, "5a", G_LIST_MODEL (files), NULL, NULL, NULL,
                                 take_result_cb, &result);
  g_assert_null (wait_for_change (fixture->session, &result, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_finalize_object (fixture->session);
  fixture->session = open_session (fixture->path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (ts_assessment_model_get_evidence (model)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/model/session-evidence/attach", test_attach);
  SESSION_TEST ("/model/session-evidence/copy-back", test_copy_back);
  SESSION_TEST ("/model/session-evidence/vanished", test_vanished);
  SESSION_TEST ("/model/session-evidence/cancel", test_cancel);
  SESSION_TEST ("/model/session-evidence/close-while-attaching", test_close_while_attaching);
  SESSION_TEST ("/model/session-evidence/address", test_address);
  SESSION_TEST ("/model/session-evidence/describe", test_describe);

  return g_test_run ();
}
