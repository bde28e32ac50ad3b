/* make-fixture.c — makes the frozen workbook of the current version
 *
 * Run once for each version of the tables, just before that version is released; what it made is then committed and
 * never made again:
 *
 *     make-fixture tests/store/fixtures/version-1
 *
 * writes version-1.touchstone and version-1.txt, what the workbook must read as ever after. Everything in it is
 * fictional.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "core/ts-person.h"
#include "core/ts-sign-off.h"
#include "core/ts-stage.h"
#include "store/ts-content-writer.h"

static gint64
tick (gpointer data)
{
  gint64 *now = data;

  *now += 60 * G_USEC_PER_SEC;

  return *now;
}

static char *
number (gpointer data)
{
  guint *n = data;

  return g_strdup_printf ("c0000000-0000-4000-8000-%012u", (*n)++);
}

static TsRow *
make_row (TsEntity entity,
          guint    n,
          ...)
{
  g_autofree char *id = g_strdup_printf ("%08x-0000-4000-8000-%012u", entity + 1, n);
  TsRow *row = ts_row_new (entity, id);
  const TsField *fields;
  guint n_fields;
  va_list values;

  fields = ts_entity_get_fields (entity, &n_fields);
  va_start (values, n);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *value = va_arg (values, const char *);

      if (value == NULL)
        continue;

      if (fields[i].type == TS_FIELD_TEXT)
        ts_row_set_text (row, i, value);
      else if (fields[i].type == TS_FIELD_REAL)
        ts_row_set_real (row, i, g_ascii_strtod (value, NULL));
      else
        ts_row_set_integer (row, i, g_ascii_strtoll (value, NULL, 10));
    }

  va_end (values);

  return row;
}

static void
create (TsWorkbook *workbook,
        const char *label,
        ...)
{
  g_autoptr (TsChange) change = ts_change_new (label);
  g_autoptr (GError) error = NULL;
  va_list rows;
  TsRow *row;

  va_start (rows, label);

  while ((row = va_arg (rows, TsRow *)) != NULL)
    {
      ts_change_create (change, row);
      ts_row_unref (row);
    }

  va_end (rows);
  ts_workbook_apply (workbook, change, &error);
  g_assert_no_error (error);
}

static void
approve (TsWorkbook *workbook,
         TsRow      *assessment)
{
  const TsSignOffRequest request = { .name = "Somebody", .role = "chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 1 };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_change_move_stage (assessment, none, TS_STAGE_BOARD_APPROVED, &request, &error);

  g_assert_no_error (error);
  ts_workbook_apply (workbook, change, &error);
  g_assert_no_error (error);
}

#define ID(entity, n)      "0000000" entity "-0000-4000-8000-00000000000" n
#define LONG_ID(entity, n) "000000" entity "-0000-4000-8000-00000000000" n

/* Panels, interests, sealed scores, replies and peers. */
static void
fill_review (TsWorkbook *workbook)
{
  g_autofree char *chair_id = ts_person_derive_id ("A chair");
  TsRow *chair = ts_row_new (TS_ENTITY_PERSON, chair_id);

  ts_row_set_text (chair, TS_PERSON_NAME, "A chair");
  create (workbook, "What version 3 brought",
          chair,
          make_row (TS_ENTITY_REVIEW_ROUND, 1, ID ("5", "1"), "2009", "Assurance 2009/10", "2010-01-01", NULL),
          make_row (TS_ENTITY_ROUND_ASSESSMENT, 1, LONG_ID ("10", "1"), ID ("6", "1")),
          make_row (TS_ENTITY_PANEL, 1, LONG_ID ("10", "1"), "1", "Panel 1", "2010-05-14", "10:00 Opening"),
          make_row (TS_ENTITY_PANEL_MEMBER, 1, LONG_ID ("12", "1"), chair_id, "chair"),
          make_row (TS_ENTITY_PANEL_ASSESSMENT, 1, LONG_ID ("12", "1"), ID ("6", "1"), "10:20"),
          make_row (TS_ENTITY_INTEREST, 1, ID ("1", "3"), ID ("c", "1"), "adviser", "2001-01-01", NULL, "A note", "2010-01-02"),
          make_row (TS_ENTITY_CONFLICT_ACTION, 1, ID ("6", "1"), ID ("c", "1"), "leaves", "A chair", "2010-01-03", NULL),
          make_row (TS_ENTITY_ENQUIRY, 1, ID ("6", "1"), "5b", "1", "Who asked the patients?", "The chief nurse", "A chair", "A survey did.", "2010-05-14T11:00"),
          make_row (TS_ENTITY_EVIDENCE_REVIEW, 1, ID ("6", "1"), "5b", ID ("9", "1"), "partial", "The survey is missing."),
          make_row (TS_ENTITY_RATING, 4, ID ("6", "1"), "5b", "reviewer", "A chair", "3", "Seen", NULL, "high", "A strong chapter.", "A weak table."),
          make_row (TS_ENTITY_RATING, 5, ID ("6", "1"), "5b", "panel", "", "2", "A departure that has a reason", NULL, NULL, NULL, NULL),
          make_row (TS_ENTITY_REVIEW_SEAL, 1, ID ("6", "1"), "A chair", "sealed", "2010-05-10", NULL),
          make_row (TS_ENTITY_DISSENT, 1, ID ("6", "1"), "5b", chair_id, "3", "The majority is wrong."),
          make_row (TS_ENTITY_REPLY, 1, ID ("6", "1"), "5b", "1", "There are 12 practices.", "There are 13.", "2010-06-01", "Put right."),
          make_row (TS_ENTITY_REPORT_TEXT, 1, ID ("6", "1"), "impression", "A careful organisation."),
          make_row (TS_ENTITY_PEER_GROUP, 1, "Coastal", NULL),
          make_row (TS_ENTITY_PEER_GROUP_MEMBER, 1, LONG_ID ("1e", "1"), ID ("1", "1")),
          NULL);
  create (workbook, "Opened",
          make_row (TS_ENTITY_REVIEW_OPENING, 1, ID ("6", "1"), "A chair", "2010-05-14", "Time is short."), NULL);
}

static void
fill (TsWorkbook *workbook)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("A report that does not exist.\n", -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) rating = NULL;
  g_autoptr (TsRow) raised = NULL;
  g_autoptr (TsRow) second = NULL;
  g_autofree char *hash = NULL;

  hash = ts_workbook_add_content (workbook, stream, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  create (workbook, "Import organisations",
          make_row (TS_ENTITY_ORGANISATION, 1, "T01", "pct", "2006-10-01", "2013-03-31"),
          make_row (TS_ENTITY_ORGANISATION, 2, "T02", "sha", NULL, NULL),
          make_row (TS_ENTITY_ORGANISATION, 3, "T03", "ccg", "2013-04-01", NULL),
          make_row (TS_ENTITY_ORGANISATION_NAME, 1, ID ("1", "1"), "Fictional Ünïcode PCT “✓”", "2006-10-01", NULL),
          make_row (TS_ENTITY_ORGANISATION_PARENT, 1, ID ("1", "1"), ID ("1", "2"), NULL, "2013-03-31"),
          make_row (TS_ENTITY_ORGANISATION_SUCCESSOR, 1, ID ("1", "1"), ID ("1", "3")),
          NULL);
  create (workbook, "New assessment",
          make_row (TS_ENTITY_FRAMEWORK, 1, "fictional", "1", "A fictional framework", "{\"id\": \"fictional\"}\n"),
          make_row (TS_ENTITY_ASSESSMENT, 1, ID ("1", "1"), ID ("5", "1"), "2009", "draft"),
          NULL);

  rating = make_row (TS_ENTITY_RATING, 1, ID ("6", "1"), "5b", "self", "", "2", "Lines\nand \"quotes\" and \\ and a tab\t.", NULL, NULL, NULL, NULL);
  create (workbook, "5b: level 2", ts_row_ref (rating), NULL);
  create (workbook, "5c: only a reason", make_row (TS_ENTITY_RATING, 2, ID ("6", "1"), "5c", "reviewer", "someone", NULL, "", NULL, NULL, NULL, NULL), NULL);
  create (workbook, "Target for 5", make_row (TS_ENTITY_TARGET, 1, ID ("6", "1"), "5", "2010", "3"), NULL);
  create (workbook, "Attach a report",
          make_row (TS_ENTITY_EVIDENCE, 1, ID ("1", "1"), "A report", "report", hash, "report.txt", "text/plain", "30", NULL,
                    "2009-06-30", "2008-04-01", "2009-03-31"),
          make_row (TS_ENTITY_EVIDENCE, 2, ID ("1", "1"), "A page", "web", NULL, NULL, NULL, NULL, "https://example.org/", NULL, NULL, NULL),
          make_row (TS_ENTITY_EVIDENCE_LINK, 1, ID ("9", "1"), ID ("6", "1"), "5b", "p. 14", NULL),
          make_row (TS_ENTITY_EVIDENCE_LINK, 2, ID ("9", "2"), ID ("6", "1"), "5b", NULL, "a-link-of-last-year"),
          NULL);
  create (workbook, "What version 2 brought",
          make_row (TS_ENTITY_ORGANISATION_POPULATION, 1, ID ("1", "1"), "2009", "250000"),
          make_row (TS_ENTITY_PERSON, 1, "Nobody", "secretary"),
          make_row (TS_ENTITY_OUTCOME, 1, ID ("1", "1"), "1", "Life expectancy", "years", "up", NULL, "A source", "2009", NULL),
          make_row (TS_ENTITY_OUTCOME_VALUE, 1, ID ("d", "1"), ID ("1", "1"), "2009", "78.5", "0.1"),
          make_row (TS_ENTITY_RATING, 3, ID ("6", "1"), "5a", "self", "", "1", NULL, "a-rating-of-last-year", NULL, NULL, NULL),
          NULL);

  fill_review (workbook);
  second = make_row (TS_ENTITY_ASSESSMENT, 2, ID ("1", "3"), ID ("5", "1"), "2010", "draft");
  create (workbook, "New assessment", ts_row_ref (second), NULL);
  approve (workbook, second);

  raised = store_test_set_level (workbook, rating, 3);
  ts_change_unref (ts_workbook_undo (workbook, NULL));
  ts_change_unref (ts_workbook_redo (workbook, NULL));
  ts_change_unref (ts_workbook_undo (workbook, NULL));
}

int
main (int   argc,
      char *argv[])
{
  gint64 now = G_GINT64_CONSTANT (1262304000000000);
  guint n = 1;
  g_autofree char *path = NULL;
  g_autofree char *text_path = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: make-fixture NAME\n");
      return 2;
    }

  path = g_strconcat (argv[1], ".touchstone", NULL);
  text_path = g_strconcat (argv[1], ".txt", NULL);
  workbook = ts_workbook_create (path, &error);
  g_assert_no_error (error);

  ts_workbook_set_author (workbook, "Nobody");
  ts_workbook_set_clock (workbook, tick, &now, NULL);
  ts_workbook_set_identifier_source (workbook, number, &n, NULL);
  fill (workbook);
  store_test_assert_clean (workbook);

  rows = store_test_dump (workbook);
  journal = store_test_dump_journal (workbook);
  text = g_strconcat (rows, journal, NULL);
  g_file_set_contents (text_path, text, -1, &error);
  g_assert_no_error (error);

  return 0;
}
