/* reading.c — everything that can be read out of a workbook, as one text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reading.h"

#include "core/ts-about.h"
#include "core/ts-layer.h"
#include "core/ts-rate.h"
#include "exchange/ts-comparison-reader.h"
#include "exchange/ts-evidence-export.h"
#include "exchange/ts-gaps-export.h"
#include "exchange/ts-journal-export.h"
#include "exchange/ts-levels-export.h"
#include "exchange/ts-organisations-export.h"
#include "exchange/ts-outcomes-export.h"
#include "exchange/ts-ranking-export.h"
#include "exchange/ts-ratings-export.h"
#include "exchange/ts-review-agreement-export.h"
#include "exchange/ts-review-export.h"
#include "exchange/ts-severity-export.h"
#include "exchange/ts-what-if-export.h"
#include "store/ts-as-it-stood.h"
#include "store/ts-compare-query.h"
#include "store/ts-content-reader.h"
#include "store/ts-history.h"
#include "store/ts-journal.h"
#include "store/ts-reader.h"
#include "store/ts-search.h"

typedef struct
{
  Fixture *fixture;
  TsWorkbook *workbook;
  const char *assessment_id;
  char *organisation_id;
  const char *const *reviewers;
  guint n_reviewers;
} Reading;

static void
add_row (GString     *text,
         const TsRow *row)
{
  if (row == NULL)
    return;

  g_string_append_printf (text, "%s %s ", ts_entity_get_name (ts_row_get_entity (row)), ts_row_get_id (row));
  ts_row_append_json (row, text);
  g_string_append_c (text, '\n');
}

static void
add_rows (GString   *text,
          GPtrArray *rows)
{
  g_assert_nonnull (rows);
  g_string_append_printf (text, "%u rows\n", rows->len);

  for (guint i = 0; i < rows->len; i++)
    add_row (text, g_ptr_array_index (rows, i));
}

static void
add_change (GString  *text,
            TsChange *change,
            guint     n_rows)
{
  g_string_append_printf (text, "%s by %s, %u of %u rows\n", ts_change_get_label (change), ts_change_get_author (change),
                          ts_change_get_n_rows (change), n_rows);

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      add_row (text, ts_change_get_row (change, i)->before);
      add_row (text, ts_change_get_row (change, i)->after);
    }
}

static gboolean
add_rating (const TsRatingRecord *record,
            gpointer              data)
{
  g_string_append_printf (data, "%s %s %s %d %s\n", record->node, record->layer, record->assessor, record->level, record->rationale);

  return TRUE;
}

static void
add_compared (const char *node,
              TsLayer     layer,
              int         level,
              gpointer    data)
{
  g_string_append_printf (data, "%s %d %d\n", node, layer, level);
}

static void
add_target (const char *node,
            int         level,
            gpointer    data)
{
  g_string_append_printf (data, "%s aims at %d\n", node, level);
}

static gboolean
add_entry (const TsJournalEntry *entry,
           gpointer              data)
{
  add_change (data, entry->change, ts_change_get_n_rows (entry->change));

  return TRUE;
}

static gboolean
add_found (const TsSearchRecord *record,
           gpointer              data)
{
  g_string_append_printf (data, "%d %s %s %s %s\n", record->entity, record->row_id, record->title, record->name, record->body);

  return TRUE;
}

static void
add_tables (Reading *reading,
            GString *text)
{
  for (TsEntity entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      g_autoptr (GPtrArray) rows = ts_workbook_read_rows (reading->workbook, entity, -1, NULL, NULL);

      add_rows (text, rows);
    }

  for (guint i = 0; i < reading->n_reviewers; i++)
    {
      g_autofree char *id = ts_rating_row_id (reading->assessment_id, "1a", TS_LAYER_REVIEWER, reading->reviewers[i]);
      g_autoptr (TsRow) row = ts_workbook_read_row (reading->workbook, TS_ENTITY_RATING, id, NULL);
      g_autoptr (GPtrArray) of_assessor = ts_workbook_read_rows (reading->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSOR, reading->reviewers[i], NULL);

      add_row (text, row);
      add_rows (text, of_assessor);
    }
}

static gboolean
add_fact (const TsComparedFact *fact,
          gpointer              data)
{
  g_string_append_printf (data, "%s %s %d %g\n", fact->organisation, fact->text, fact->year, fact->number);

  return TRUE;
}

static void
add_queries (Reading *reading,
             GString *text)
{
  static const char *const layer[] = { "reviewer", NULL };
  const TsQueryFilter filter = { .layers = layer };
  g_autoptr (TsCompareScope) scope = NULL;
  g_autoptr (GError) error = NULL;

  ts_workbook_foreach_rating (reading->workbook, NULL, add_rating, text, &error);
  g_assert_no_error (error);
  ts_workbook_foreach_rating (reading->workbook, &filter, add_rating, text, &error);
  g_assert_no_error (error);
  ts_workbook_foreach_compared_target (reading->workbook, reading->assessment_id, 2009, add_target, text, &error);
  g_assert_no_error (error);
  scope = ts_workbook_read_compare_scope (reading->workbook, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < scope->years->len; i++)
    g_string_append_printf (text, "layers %u\n", g_array_index (scope->years, TsScopeYear, i).layers);

  ts_workbook_foreach_compared_fact (reading->workbook, TS_COMPARED_OUTCOME, add_fact, text, &error);
  g_assert_no_error (error);
  ts_workbook_foreach_compared_rating (reading->workbook, reading->assessment_id, (1 << TS_N_LAYERS) - 1, add_compared, text, &error);
  g_assert_no_error (error);
}

static void
add_searches (Reading *reading,
              GString *text)
{
  static const char *const words[] = { "zebra", "quagga", "qua", "a", "by", "another", "pangolin", "wombat", "photograph", "file", "okapi", "addax" };
  const char *about[] = { reading->assessment_id, NULL };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (words); i++)
    {
      g_autoptr (TsTextQuery) query = ts_text_query_new (words[i / 2]);
      g_autoptr (GError) error = NULL;

      for (guint most = 1; most <= 3; most++)
        {
          ts_workbook_search (reading->workbook, query, i % 2 ? about : NULL, most, add_found, text, &error);
          g_assert_no_error (error);
        }
    }
}

/* Of the assessment and of its organisation, each kind of row. */
static void
add_rows_as_they_stood (Reading *reading,
                        GString *text,
                        gint64   sequence)
{
  const char *const about[] = { reading->assessment_id, reading->organisation_id };

  for (TsEntity entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (about); i++)
        {
          g_autoptr (GPtrArray) rows = ts_workbook_read_rows_as_they_stood (reading->workbook, entity, about[i], sequence, NULL);

          add_rows (text, rows);
        }
    }
}

static void
add_past (Reading *reading,
          GString *text)
{
  const char *about[] = { reading->assessment_id, NULL };
  const char *organisation[] = { reading->organisation_id, NULL };
  const char *nodes[] = { "1a", NULL };
  const TsHistoryFilter filters[] = {
    { 0 },
    { .about = about },
    { .about = organisation },
    { .about = about, .nodes = nodes },
    { .about = about, .values_only = TRUE },
    { .values_only = TRUE },
    { .author = "Ben" },
    { .author = "Dan" },
  };
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (reading->workbook, NULL);
  const TsJournalFilter people = { .entity = TS_ENTITY_PERSON };
  const TsJournalFilter ratings = { .entity = TS_ENTITY_RATING };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      for (guint n_rows = 0; n_rows < 3; n_rows++)
        {
          g_autoptr (GPtrArray) entries = ts_workbook_read_history (reading->workbook, &filters[i], 0, 7, n_rows, NULL);

          for (guint j = 0; j < entries->len; j++)
            {
              const TsHistoryEntry *entry = g_ptr_array_index (entries, j);

              add_change (text, entry->change, entry->n_rows);
            }
        }
    }

  ts_workbook_foreach_change (reading->workbook, NULL, add_entry, text, NULL);
  ts_workbook_foreach_change (reading->workbook, &people, add_entry, text, NULL);
  ts_workbook_foreach_change (reading->workbook, &ratings, add_entry, text, NULL);
  g_string_append_printf (text, "undo %s redo %s\n", state->undo_label, state->redo_label);

  for (gint64 sequence = 0; sequence <= state->n_changes; sequence += 5)
    {
      if (sequence % 25 == 0)
        add_rows_as_they_stood (reading, text, sequence);

      for (guint i = 0; i < reading->n_reviewers; i++)
        {
          g_autofree char *id = ts_rating_row_id (reading->assessment_id, "1a", TS_LAYER_REVIEWER, reading->reviewers[i]);
          g_autoptr (TsRow) row = ts_workbook_read_row_as_it_stood (reading->workbook, TS_ENTITY_RATING, id, sequence, NULL);

          add_row (text, row);
        }
    }
}

static gboolean
export_levels (TsWorkbook  *workbook,
               TsExport    *export,
               GError     **error)
{
  return ts_levels_export (workbook, NULL, export, error);
}

static gboolean
export_gaps (TsWorkbook  *workbook,
             TsExport    *export,
             GError     **error)
{
  return ts_gaps_export (workbook, NULL, export, error);
}

static gboolean
export_ranking (TsWorkbook  *workbook,
                TsExport    *export,
                GError     **error)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();

  return ts_ranking_export (workbook, filter, FALSE, NULL, export, error);
}

static gboolean
export_agreement (TsWorkbook  *workbook,
                  TsExport    *export,
                  GError     **error)
{
  return ts_review_agreement_export (workbook, NULL, export, error);
}

static gboolean
export_severity (TsWorkbook  *workbook,
                 TsExport    *export,
                 GError     **error)
{
  return ts_severity_export (workbook, NULL, export, error);
}

static gboolean
export_what_if (TsWorkbook  *workbook,
                TsExport    *export,
                GError     **error)
{
  return ts_what_if_export (workbook, NULL, export, error);
}

/* As it stood after every few changes: what is sealed now is in none of them. */
static gboolean
export_past_ledger (TsWorkbook  *workbook,
                    TsExport    *export,
                    GError     **error)
{
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (workbook, error);

  for (gint64 sequence = 1; state != NULL && sequence <= state->n_changes; sequence += 4)
    {
      if (!ts_workbook_read_moment (workbook, sequence, &export->as_of, error) || !ts_ledger_export (workbook, export, error))
        return FALSE;
    }

  return state != NULL;
}

/* By their hashes, whoever may have told them. */
static void
add_files (Reading *reading,
           GString *text)
{
  static const char *const contents[] = { READING_FILE, READING_OTHER_FILE };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, contents[i], -1);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      gboolean copied = ts_workbook_copy_content (reading->workbook, hash, stream, NULL, NULL, NULL, NULL);

      g_string_append_printf (text, "file %u: %d %d\n", i, copied, ts_workbook_has_content (reading->workbook, hash, NULL, NULL));
    }
}

/* The hash of a change covers its id, which no export has, so that nothing can be guessed from it. */
static char *
without_hashes (const char *csv)
{
  g_autoptr (GRegex) regex = g_regex_new ("[0-9a-f]{64}", 0, 0, NULL);

  return g_regex_replace_literal (regex, csv, -1, 0, "", 0, NULL);
}

static void
add_exports (Reading *reading,
             GString *text)
{
  static const FixtureExport exports[] = {
    ts_ratings_export,
    export_levels,
    export_gaps,
    export_ranking,
    export_agreement,
    export_severity,
    export_what_if,
    ts_evidence_export,
    ts_organisations_export,
    ts_outcomes_export,
    ts_journal_export,
    ts_ledger_export,
    export_past_ledger,
    ts_enquiry_export,
    ts_interests_export,
    ts_panels_export,
  };

  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      for (TsTableFormat format = TS_TABLE_FORMAT_CSV; format <= TS_TABLE_FORMAT_JSON; format++)
        {
          g_autofree char *table = fixture_export (reading->fixture, exports[i], format, NULL);
          g_autofree char *plain = without_hashes (table);

          g_string_append (text, plain);
        }
    }
}

/**
 * reading_of_everything:
 * @fixture: a workbook
 * @assessment_id: the assessment that matters
 * @reviewers: (array zero-terminated=1): who may have scored it
 * @reader: (nullable): who reads
 *
 * Tries every list, join, count, search, history, past, file and export there is, in no more than what the reader is given.
 *
 * Returns: (transfer full): all of it
 */
char *
reading_of_everything (Fixture *fixture,
                       const char *assessment_id,
                       const char *const *reviewers,
                       const char *reader)
{
  Reading reading = { .fixture = fixture, .workbook = fixture->workbook, .assessment_id = assessment_id, .reviewers = reviewers };
  g_autoptr (TsRow) assessment = ts_workbook_read_row (fixture->workbook, TS_ENTITY_ASSESSMENT, assessment_id, NULL);
  GString *text = g_string_new (NULL);

  while (reviewers[reading.n_reviewers] != NULL)
    reading.n_reviewers++;

  g_assert_nonnull (assessment);
  reading.organisation_id = g_strdup (ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION));
  ts_workbook_set_reader (fixture->workbook, reader);
  add_tables (&reading, text);
  add_queries (&reading, text);
  add_searches (&reading, text);
  add_past (&reading, text);
  add_files (&reading, text);
  add_exports (&reading, text);
  ts_workbook_set_reader (fixture->workbook, NULL);
  g_free (reading.organisation_id);

  return g_string_free (text, FALSE);
}

/**
 * reading_show_difference:
 * @first: one reading
 * @second: another
 *
 * Tells the first line in which they differ.
 */
void
reading_show_difference (const char *first,
                         const char *second)
{
  g_auto (GStrv) lines = g_strsplit (first, "\n", -1);
  g_auto (GStrv) others = g_strsplit (second, "\n", -1);

  for (guint i = 0; lines[i] != NULL && others[i] != NULL; i++)
    {
      if (!g_str_equal (lines[i], others[i]))
        {
          g_test_message ("%.300s", lines[i]);
          g_test_message ("%.300s", others[i]);
          return;
        }
    }
}
