/* test-content.c — evidence files in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-content-reader.h"
#include "store/ts-content-writer.h"
#include "store/ts-rating-query.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEBIBYTE (1024 * 1024)

static TsWorkbook *
create (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  TsWorkbook *workbook = ts_workbook_create (test->path, &error);

  g_assert_no_error (error);

  return workbook;
}

static TsWorkbook *
reopen (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  TsWorkbook *workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);

  g_assert_no_error (error);

  return workbook;
}

/* Bytes that no two places have in common, so that nothing can be swapped unseen. */
static GBytes *
make_bytes (gsize   size,
            guint32 seed)
{
  guint8 *bytes = g_malloc (size);
  guint32 state = seed * 2654435761u + 1;

  for (gsize i = 0; i < size; i++)
    {
      state = state * 1664525u + 1013904223u;
      bytes[i] = state >> 24;
    }

  return g_bytes_new_take (bytes, size);
}

static char *
add (TsWorkbook  *workbook,
     GBytes      *bytes,
     GError     **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  gint64 size = -1;
  char *hash = ts_workbook_add_content (workbook, stream, g_bytes_get_size (bytes), NULL, NULL, NULL, &size, error);

  if (hash != NULL)
    g_assert_cmpint (size, ==, g_bytes_get_size (bytes));

  return hash;
}

static void
assert_content (TsWorkbook *workbook,
                const char *hash,
                GBytes     *bytes)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) copied = NULL;
  gint64 size;

  g_assert_true (ts_workbook_has_content (workbook, hash, &size, &error));
  g_assert_no_error (error);
  g_assert_cmpint (size, ==, g_bytes_get_size (bytes));
  g_assert_true (ts_workbook_copy_content (workbook, hash, stream, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  copied = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_true (g_bytes_equal (copied, bytes));
}

static void
test_round_trip (StoreTest     *test,
                 gconstpointer  data)
{
  static const gsize sizes[] = {
    0,
    1,
    1000,
    MEBIBYTE - 1,
    MEBIBYTE,
    MEBIBYTE + 1,
    8 * MEBIBYTE - 1,
    8 * MEBIBYTE,
    8 * MEBIBYTE + 1,
    17 * MEBIBYTE + 5,
  };
  g_autoptr (TsWorkbook) workbook = create (test);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (sizes[i], i);
      g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_autoptr (GError) error = NULL;
      g_autofree char *hash = add (workbook, bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (hash, ==, expected);
      assert_content (workbook, hash, bytes);
    }

  store_test_assert_clean (workbook);
}

static goffset
size_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_size;
}

static void
test_same_bytes_are_kept_once (StoreTest     *test,
                               gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (GBytes) bytes = make_bytes (20 * MEBIBYTE, 7);
  g_autofree char *first = add (workbook, bytes, NULL);
  g_autofree char *second = add (workbook, bytes, NULL);

  g_assert_nonnull (first);
  g_assert_cmpstr (first, ==, second);
  store_test_assert_clean (workbook);
  g_clear_pointer (&workbook, ts_workbook_close);
  g_assert_cmpint (size_of (test->path), <, 22 * MEBIBYTE);
}

static void
test_pieces_of_any_size (StoreTest     *test,
                         gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (GBytes) bytes = make_bytes (10 * MEBIBYTE + 77, 3);
  g_autoptr (TsContentWriter) writer = NULL;
  g_autoptr (TsRow) row = store_test_organisation ("MEANWHILE");
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *hash = NULL;
  gsize size, done = 0;
  const guint8 *start = g_bytes_get_data (bytes, &size);
  gboolean created = FALSE;

  writer = ts_content_writer_new (workbook, &error);
  g_assert_no_error (error);

  while (done < size)
    {
      gsize n = g_test_rand_int_range (1, 300000);

      n = MIN (n, size - done);

      g_assert_true (ts_content_writer_append (writer, start + done, n, &error));
      done += n;

      /* A change made in between is kept at once, whatever becomes of the file. */
      if (!created && done > size / 2)
        {
          store_test_create (workbook, row);
          created = TRUE;
        }
    }

  g_assert_false (ts_workbook_has_content (workbook, expected, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  hash = ts_content_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, expected);
  assert_content (workbook, hash, bytes);
}

static void
test_discarded_gives_space_back (StoreTest     *test,
                                 gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (GBytes) bytes = make_bytes (20 * MEBIBYTE, 3);
  goffset before = size_of (test->path);
  TsContentWriter *writer = ts_content_writer_new (workbook, NULL);

  g_assert_true (ts_content_writer_append (writer, g_bytes_get_data (bytes, NULL), 20 * MEBIBYTE, NULL));
  ts_content_writer_free (writer);
  store_test_assert_clean (workbook);
  g_clear_pointer (&workbook, ts_workbook_close);
  g_assert_cmpint (size_of (test->path), <, before + MEBIBYTE);
}

/* The stream fails, or the person cancels, in the middle. */
typedef struct
{
  GCancellable *cancellable;
  guint64 cancel_at;
  guint64 last;
} Progress;

static void
on_progress (guint64  done,
             guint64  total,
             gpointer data)
{
  Progress *progress = data;

  g_assert_cmpuint (done, >, progress->last);
  g_assert_cmpuint (done, <=, total);
  progress->last = done;

  if (done >= progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_cancelled_keeps_nothing (StoreTest     *test,
                              gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (GBytes) bytes = make_bytes (30 * MEBIBYTE, 4);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) other = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  Progress progress = { cancellable, 20 * MEBIBYTE, 0 };
  Progress reading = { other, 10 * MEBIBYTE, 0 };

  g_assert_null (ts_workbook_add_content (workbook, stream, 30 * MEBIBYTE, cancellable, on_progress, &progress, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (progress.last, ==, 20 * MEBIBYTE);
  store_test_assert_clean (workbook);

  hash = add (workbook, bytes, &error);
  g_assert_no_error (error);
  assert_content (workbook, hash, bytes);

  g_assert_false (ts_workbook_copy_content (workbook, hash, output, other, on_progress, &reading, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (reading.last, ==, 10 * MEBIBYTE);

  g_clear_pointer (&workbook, ts_workbook_close);
  g_assert_cmpint (size_of (test->path), <, 33 * MEBIBYTE);
}

static void
test_damaged_content_is_found (StoreTest     *test,
                               gconstpointer  data)
{
  static const char *const damages[] = {
    "update content_chunk set data = zeroblob(length(data)) where position = 2",
    "delete from content_chunk where position = 2",
    "update content_chunk set position = 9 where position = 0",
    "update content set size = size + 1",
  };
  g_autoptr (GBytes) bytes = make_bytes (4 * MEBIBYTE, 5);
  g_autofree char *hash = NULL;
  g_autofree char *image = NULL;
  TsWorkbook *workbook = create (test);
  gsize n_image;

  hash = add (workbook, bytes, NULL);
  g_assert_nonnull (hash);
  ts_workbook_close (workbook);
  g_assert_true (g_file_get_contents (test->path, &image, &n_image, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (test->path, image, n_image, NULL));
      store_test_tamper (test->path, damages[i]);
      workbook = reopen (test);
      store_test_assert_problem (workbook, "content *");

      if (i < 3)
        {
          g_assert_false (ts_workbook_copy_content (workbook, hash, output, NULL, NULL, NULL, &error));
          g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT);
        }

      ts_workbook_close (workbook);
    }
}

static gboolean
check_link (const TsEvidenceRecord *record,
            gpointer                data)
{
  guint *n_records = data;

  g_assert_cmpstr (record->organisation_code, ==, "X01");
  g_assert_cmpstr (record->title, ==, *n_records == 0 ? "A linked report" : "B loose report");
  g_assert_cmpstr (record->node, ==, *n_records == 0 ? "5b" : NULL);
  g_assert_cmpstr (record->place, ==, *n_records == 0 ? "p. 14" : NULL);
  g_assert_cmpint (record->year, ==, *n_records == 0 ? 2009 : 0);
  g_assert_cmpint (record->size, ==, *n_records == 0 ? 100 : 0);
  (*n_records)++;

  return TRUE;
}

static void
test_evidence_refers_to_content (StoreTest     *test,
                                 gconstpointer  data)
{
  static const char *const other_codes[] = { "X02", NULL };
  static const int years[] = { 2009 };
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "X01", NULL);
  g_autoptr (TsRow) evidence = store_test_evidence (organisation, "A linked report");
  g_autoptr (TsRow) loose = store_test_evidence (organisation, "B loose report");
  g_autoptr (TsRow) evidence_link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, "22222222-2222-4222-8222-222222222222");
  g_autoptr (GBytes) bytes = make_bytes (100, 1);
  g_autofree char *hash = add (workbook, bytes, NULL);
  g_autoptr (GError) error = NULL;
  TsQueryFilter elsewhere = { .organisations = other_codes };
  TsQueryFilter of_year = { .years = years, .n_years = 1 };
  guint n_records = 0;

  ts_row_set_text (evidence, TS_EVIDENCE_CONTENT, hash);
  ts_row_set_integer (evidence, TS_EVIDENCE_SIZE, 100);
  store_test_create (workbook, evidence);
  store_test_create (workbook, loose);
  ts_row_set_text (evidence_link, TS_EVIDENCE_LINK_EVIDENCE, ts_row_get_id (evidence));
  ts_row_set_text (evidence_link, TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (evidence_link, TS_EVIDENCE_LINK_NODE, "5b");
  ts_row_set_text (evidence_link, TS_EVIDENCE_LINK_PLACE, "p. 14");
  store_test_create (workbook, evidence_link);

  g_assert_true (ts_workbook_foreach_evidence (workbook, NULL, check_link, &n_records, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_records, ==, 2);

  n_records = 0;
  g_assert_true (ts_workbook_foreach_evidence (workbook, &of_year, check_link, &n_records, &error));
  g_assert_cmpuint (n_records, ==, 1);

  n_records = 0;
  g_assert_true (ts_workbook_foreach_evidence (workbook, &elsewhere, check_link, &n_records, &error));
  g_assert_cmpuint (n_records, ==, 0);
  store_test_assert_clean (workbook);
}

static void
test_reader_cannot_add (StoreTest     *test,
                        gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsWorkbook) reader = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ts_content_writer_new (reader, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY);
}

static void
limit_file_size (goffset size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A disk that is full, as far as the process that runs this can tell: no file of its can grow beyond some size. */
static void
fill_disk (StoreTest *test)
{
  g_autoptr (TsWorkbook) workbook = reopen (test);
  g_autoptr (GBytes) small = make_bytes (100000, 1);
  g_autoptr (GBytes) large = make_bytes (60 * MEBIBYTE, 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *before = store_test_dump (workbook);
  g_autofree char *after = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsChange) import = ts_change_new ("Import");
  g_autoptr (GPtrArray) assessments = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, -1, NULL, NULL);
  g_autofree char *reason = g_strnfill (5000, 'x');

  limit_file_size (24 * MEBIBYTE);

  /* A file that does not fit. */
  g_assert_null (add (workbook, large, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);

  /* A change that does not fit. */
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *node = g_strdup_printf ("n%u", i);
      g_autoptr (TsRow) row = store_test_rating (g_ptr_array_index (assessments, 0), node, 1, reason);

      ts_change_create (import, row);
    }

  g_assert_false (ts_workbook_apply (workbook, import, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);

  after = store_test_dump (workbook);
  g_assert_cmpstr (before, ==, after);
  store_test_assert_clean (workbook);

  /* What does fit is kept again. */
  kept = add (workbook, small, &error);
  g_assert_no_error (error);
  assert_content (workbook, kept, small);
  assessment = store_test_organisation ("AFTER");
  store_test_create (workbook, assessment);
}

static void
test_full_disk (StoreTest     *test,
                gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) found = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  pid_t child;

  g_clear_pointer (&workbook, ts_workbook_close);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      fill_disk (test);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  /* Nothing half kept takes any space. */
  g_assert_cmpint (size_of (test->path), <, 2 * MEBIBYTE);
  workbook = reopen (test);
  found = ts_workbook_find_organisation (workbook, "AFTER", &error);
  g_assert_no_error (error);
  store_test_assert_clean (workbook);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/content/round-trip", test_round_trip);
  store_test_add ("/store/content/same-bytes-are-kept-once", test_same_bytes_are_kept_once);
  store_test_add ("/store/content/pieces-of-any-size", test_pieces_of_any_size);
  store_test_add ("/store/content/discarded-gives-space-back", test_discarded_gives_space_back);
  store_test_add ("/store/content/cancelled-keeps-nothing", test_cancelled_keeps_nothing);
  store_test_add ("/store/content/damaged-content-is-found", test_damaged_content_is_found);
  store_test_add ("/store/content/evidence-refers-to-content", test_evidence_refers_to_content);
  store_test_add ("/store/content/reader-cannot-add", test_reader_cannot_add);
  store_test_add ("/store/content/full-disk", test_full_disk);

  return g_test_run ();
}
