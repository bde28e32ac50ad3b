/* ts-sample.c — example data
 *
 * A fictional region of eight commissioners, one of them told in full, or a fictional country of 152. Everything goes through the workbook's one door, so the sample
 * can be undone, verified and replayed like any other work.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample.h"

#include "core/ts-identifier.h"
#include "core/ts-submission.h"
#include "exchange/ts-exchange-resource.h"
#include "exchange/ts-national-sample.h"
#include "exchange/ts-sample-story.h"
#include "store/ts-content-writer.h"
#include "store/ts-store-error.h"

#include <errno.h>
#include <glib/gstdio.h>

#define SAMPLE "/org/touchstone/sample/"

static GBytes *
get_file (const char *file,
          gpointer    data)
{
  g_autofree char *path = g_strconcat (SAMPLE, file, NULL);

  return ts_exchange_resource_look_up (path);
}

/* For the rows of contents, which no change names. */
static char *
make_identifier (gpointer data)
{
  guint *n_made = data;
  g_autofree char *number = g_strdup_printf ("%u", (*n_made)++);

  return ts_identifier_derive ("sample", "content", number, NULL);
}

static char *
make_random_identifier (gpointer data)
{
  return g_uuid_string_random ();
}

static gboolean
add_content (TsWorkbook  *workbook,
             GBytes      *content,
             GError     **error)
{
  g_autoptr (TsContentWriter) writer = ts_content_writer_new (workbook, error);
  g_autofree char *hash = NULL;
  gint64 size;
  gsize n_bytes;
  gconstpointer bytes = g_bytes_get_data (content, &n_bytes);

  if (writer == NULL || !ts_content_writer_append (writer, bytes, n_bytes, error))
    return FALSE;

  hash = ts_content_writer_finish (writer, &size, error);

  return hash != NULL;
}

/* A move from stage to stage carries the hash of what stands there when it is made, and that is known only now. */
static gboolean
seal_sign_off (TsWorkbook  *workbook,
               TsChange    *change,
               GError     **error)
{
  TsRow *sign_off = ts_change_find_after (change, TS_ENTITY_SIGN_OFF);
  const TsRow *assessment = ts_change_find_after (change, TS_ENTITY_ASSESSMENT);
  const char *assessment_id;
  const char *organisation_id;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (TsRow) framework = NULL;
  g_autofree char *hash = NULL;

  if (sign_off == NULL || assessment == NULL)
    return TRUE;

  assessment_id = ts_row_get_id (assessment);
  organisation_id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);

  framework = ts_workbook_read_row (workbook, TS_ENTITY_FRAMEWORK, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), error);

  if (framework == NULL ||
      (ratings = ts_workbook_read_rows (workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, error)) == NULL ||
      (targets = ts_workbook_read_rows (workbook, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, error)) == NULL ||
      (links = ts_workbook_read_rows (workbook, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id, error)) == NULL ||
      (evidence = ts_workbook_read_rows (workbook, TS_ENTITY_EVIDENCE, TS_EVIDENCE_ORGANISATION, organisation_id, error)) == NULL ||
      (outcomes = ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, organisation_id, error)) == NULL ||
      (values = ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ORGANISATION, organisation_id, error)) == NULL)
    return FALSE;

  hash = ts_submission_hash (&(TsSubmission) {
    .assessment = assessment,
    .framework = framework,
    .ratings = ratings,
    .targets = targets,
    .links = links,
    .evidence = evidence,
    .outcomes = outcomes,
    .values = values,
  });
  ts_row_set_text (sign_off, TS_SIGN_OFF_HASH, hash);

  return TRUE;
}

static gboolean
apply_steps (TsWorkbook          *workbook,
             GPtrArray           *steps,
             TsSampleScope        scope,
             GCancellable        *cancellable,
             TsProgressFunction   progress,
             gpointer             data,
             GError             **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const TsSampleStep *step = g_ptr_array_index (steps, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (step->content != NULL && !add_content (workbook, step->content, error))
        return FALSE;

      /* For the thousands of moves of a country, the hashes would take longer than all the rest. */
      if (scope == TS_SAMPLE_REGION && !seal_sign_off (workbook, step->change, error))
        return FALSE;

      if (!ts_workbook_apply (workbook, step->change, error))
        return FALSE;

      if (progress != NULL)
        progress (i + 1, steps->len, data);
    }

  return TRUE;
}

static TsSampleData *
read_sample (TsSampleScope   scope,
             guint32         seed,
             GError        **error)
{
  const char *file = scope == TS_SAMPLE_COUNTRY ? "national.json" : "region.json";
  g_autoptr (GBytes) text = get_file (file, NULL);
  g_autoptr (TsNationalData) national = NULL;

  g_assert (text != NULL);

  if (scope == TS_SAMPLE_REGION)
    return ts_sample_data_read (file, g_bytes_get_data (text, NULL), g_bytes_get_size (text), error);

  national = ts_national_data_read (file, g_bytes_get_data (text, NULL), g_bytes_get_size (text), error);

  return national != NULL ? ts_national_sample_make (national, seed) : NULL;
}

/**
 * ts_sample_fill:
 * @workbook: a new workbook
 * @scope: which sample
 * @seed: moves the minutes at which things happened and, of a country, who has which level; the same seed gives the same rows and the same journal
 * @cancellable: (nullable): to stop; what was kept by then stays
 * @progress: (nullable): is told how many changes have been kept
 * @data: for @progress
 * @error: where to put an error of the store
 *
 * Returns: whether the workbook has the sample
 */
gboolean
ts_sample_fill (TsWorkbook          *workbook,
                TsSampleScope        scope,
                guint32              seed,
                GCancellable        *cancellable,
                TsProgressFunction   progress,
                gpointer             data,
                GError             **error)
{
  g_autoptr (TsSampleData) sample = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  guint n_identifiers = 0;
  gboolean filled;

  g_return_val_if_fail (workbook != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  sample = read_sample (scope, seed, error);

  if (sample == NULL)
    return FALSE;

  steps = ts_sample_story_tell (sample, seed, get_file, NULL, error);

  if (steps == NULL)
    return FALSE;

  ts_workbook_set_identifier_source (workbook, make_identifier, &n_identifiers, NULL);
  filled = apply_steps (workbook, steps, scope, cancellable, progress, data, error);
  ts_workbook_set_identifier_source (workbook, make_random_identifier, NULL, NULL);

  return filled;
}

static void
remove_directory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }

  g_rmdir (path);
}

static gboolean
create_in (const char          *directory,
           const char          *path,
           TsSampleScope        scope,
           guint32              seed,
           GCancellable        *cancellable,
           TsProgressFunction   progress,
           gpointer             data,
           GError             **error)
{
  g_autofree char *temporary = g_build_filename (directory, "sample.touchstone", NULL);
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (temporary, error);

  return workbook != NULL &&
         ts_workbook_set_scratch (workbook, error) &&
         ts_sample_fill (workbook, scope, seed, cancellable, progress, data, error) &&
         ts_workbook_copy_to (workbook, path, cancellable, error);
}

/**
 * ts_sample_create:
 * @path: where there is no file yet
 * @scope: which sample
 * @seed: see [func@ts_sample_fill]
 * @cancellable: (nullable): to stop
 * @progress: (nullable): is told how many changes have been kept
 * @data: for @progress
 * @error: where to put an error of the store
 *
 * Makes a workbook with the sample. It is made elsewhere and appears under its name once it is complete, so nothing is left
 * behind where this fails.
 *
 * Returns: whether the workbook is there
 */
gboolean
ts_sample_create (const char          *path,
                  TsSampleScope        scope,
                  guint32              seed,
                  GCancellable        *cancellable,
                  TsProgressFunction   progress,
                  gpointer             data,
                  GError             **error)
{
  g_autofree char *full_path = NULL;
  g_autofree char *directory = NULL;
  gboolean created;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ts_store_error_set_from_errno (error, EEXIST, path);
      return FALSE;
    }

  directory = g_dir_make_tmp ("touchstone-XXXXXX", error);

  if (directory == NULL)
    return FALSE;

  full_path = g_canonicalize_filename (path, NULL);
  created = create_in (directory, full_path, scope, seed, cancellable, progress, data, error);
  remove_directory (directory);

  return created;
}
