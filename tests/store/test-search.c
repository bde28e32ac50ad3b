/* test-search.c — finding words in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-content-writer.h"
#include "store/ts-search-index.h"
#include "store/ts-search.h"
#include "store/ts-workbook-private.h"

#include <string.h>

static gboolean
list_record (const TsSearchRecord *record,
             gpointer              data)
{
  GString *list = data;

  g_assert_true (g_utf8_validate (record->title, -1, NULL) && g_utf8_validate (record->body, -1, NULL));
  g_string_append_printf (list, "%s%s", list->len > 0 ? " | " : "",
                          *record->title != '\0' ? record->title : *record->name != '\0' ? record->name
                                                                                         : record->body);

  return TRUE;
}

/* What is found, the best first. */
static char *
search_about (TsWorkbook *workbook,
              const char *text,
              const char *const *about)
{
  g_autoptr (TsTextQuery) query = ts_text_query_new (text);
  g_autoptr (GError) error = NULL;
  GString *list = g_string_new (NULL);

  ts_workbook_search (workbook, query, about, 50, list_record, list, &error);
  g_assert_no_error (error);

  return g_string_free (list, FALSE);
}

static void
assert_finds_about (TsWorkbook *workbook,
                    const char *text,
                    const char *const *about,
                    const char *expected)
{
  g_autofree char *found = search_about (workbook, text, about);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_finds (TsWorkbook *workbook,
              const char *text,
              const char *expected)
{
  assert_finds_about (workbook, text, NULL, expected);
}

static void
create_rating (TsWorkbook *workbook,
               TsRow      *assessment,
               const char *node,
               const char *rationale)
{
  g_autoptr (TsRow) row = store_test_rating (assessment, node, 2, rationale);

  store_test_create (workbook, row);
}

static void
test_kinds (StoreTest     *test,
            gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "X01", NULL);
  g_autoptr (TsRow) other = store_test_organisation ("Y02");
  g_autoptr (TsRow) evidence = store_test_evidence (organisation, "Strategic needs assessment");
  g_autoptr (TsRow) link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, "link");
  g_autoptr (TsRow) outcome = ts_row_new (TS_ENTITY_OUTCOME, "outcome");
  g_autoptr (TsRow) name = ts_row_new (TS_ENTITY_ORGANISATION_NAME, "name");
  const char *const in_assessment[] = { ts_row_get_id (assessment), NULL };
  const char *const in_organisation[] = { ts_row_get_id (assessment), ts_row_get_id (organisation), NULL };
  const char *const in_other[] = { ts_row_get_id (other), NULL };

  store_test_create (workbook, other);
  ts_row_set_text (evidence, TS_EVIDENCE_FILE_NAME, "JSNA-2009.pdf");
  store_test_create (workbook, evidence);

  ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, ts_row_get_id (evidence));
  ts_row_set_text (link, TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, "5b");
  ts_row_set_text (link, TS_EVIDENCE_LINK_PLACE, "Chapter three");
  store_test_create (workbook, link);

  ts_row_set_text (outcome, TS_OUTCOME_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_integer (outcome, TS_OUTCOME_POSITION, 1);
  ts_row_set_text (outcome, TS_OUTCOME_METRIC, "Smoking quitters");
  ts_row_set_text (outcome, TS_OUTCOME_UNIT, "per 100,000");
  ts_row_set_text (outcome, TS_OUTCOME_DIRECTION, "up");
  ts_row_set_text (outcome, TS_OUTCOME_SOURCE, "Vital signs return");
  ts_row_set_integer (outcome, TS_OUTCOME_SINCE, 2008);
  store_test_create (workbook, outcome);

  ts_row_set_text (name, TS_ORGANISATION_NAME_ORGANISATION, ts_row_get_id (other));
  ts_row_set_text (name, TS_ORGANISATION_NAME_NAME, "Sainte-Thérèse PCT");
  store_test_create (workbook, name);

  create_rating (workbook, assessment, "5b", "The needs of all groups were assessed; the strategic plan shows it");

  /* Every word must be there; a title is worth more. */
  assert_finds (workbook, "needs", "Strategic needs assessment | The needs of all groups were assessed; the strategic plan shows it");
  assert_finds (workbook, "NEEDS plan", "The needs of all groups were assessed; the strategic plan shows it");
  assert_finds (workbook, "needs assess", "Strategic needs assessment | The needs of all groups were assessed; the strategic plan shows it");
  assert_finds (workbook, "need plan", "");
  assert_finds (workbook, "jsna", "Strategic needs assessment");
  assert_finds (workbook, "chapter", "Chapter three");
  assert_finds (workbook, "smok", "Smoking quitters");
  assert_finds (workbook, "vital signs", "Smoking quitters");
  assert_finds (workbook, "therese", "Sainte-Thérèse PCT");
  assert_finds (workbook, "THÉRÈSE sainte", "Sainte-Thérèse PCT");
  assert_finds (workbook, "x01", "X01");
  assert_finds (workbook, "", "");
  assert_finds (workbook, "…", "");

  /* All that a row says is searched as one. */
  {
    g_autoptr (TsRow) desk = store_test_rating (assessment, "5a", 2, "A desk");
    g_autoptr (TsRow) enquiry = ts_row_new (TS_ENTITY_ENQUIRY, "enquiry");
    g_autoptr (TsRow) finding = ts_row_new (TS_ENTITY_EVIDENCE_REVIEW, "finding");
    g_autoptr (TsRow) reply = ts_row_new (TS_ENTITY_REPLY, "reply");
    g_autoptr (TsRow) text = ts_row_new (TS_ENTITY_REPORT_TEXT, "text");
    g_autoptr (TsRow) edited = NULL;
    g_autoptr (TsChange) change = ts_change_new ("Edited");

    ts_row_set_text (desk, TS_RATING_LAYER, "desk");
    ts_row_set_text (desk, TS_RATING_STRENGTHS, "Gulls");
    ts_row_set_text (desk, TS_RATING_DEVELOPMENT, "Terns");
    store_test_create (workbook, desk);
    ts_row_set_text (enquiry, TS_ENQUIRY_ASSESSMENT, ts_row_get_id (assessment));
    ts_row_set_text (enquiry, TS_ENQUIRY_NODE, "5b");
    ts_row_set_integer (enquiry, TS_ENQUIRY_POSITION, 1);
    ts_row_set_text (enquiry, TS_ENQUIRY_QUESTION, "How many puffins?");
    ts_row_set_text (enquiry, TS_ENQUIRY_ADDRESSEE, "The warden");
    store_test_create (workbook, enquiry);
    ts_row_set_text (finding, TS_EVIDENCE_REVIEW_ASSESSMENT, ts_row_get_id (assessment));
    ts_row_set_text (finding, TS_EVIDENCE_REVIEW_NODE, "5b");
    ts_row_set_text (finding, TS_EVIDENCE_REVIEW_EVIDENCE, ts_row_get_id (evidence));
    ts_row_set_text (finding, TS_EVIDENCE_REVIEW_NOTE, "No fulmars in it");
    store_test_create (workbook, finding);
    ts_row_set_text (reply, TS_REPLY_ASSESSMENT, ts_row_get_id (assessment));
    ts_row_set_integer (reply, TS_REPLY_POSITION, 1);
    ts_row_set_text (reply, TS_REPLY_PASSAGE, "Skuas");
    ts_row_set_text (reply, TS_REPLY_ANSWER, "Shags");
    ts_row_set_text (reply, TS_REPLY_RESPONSE, "Petrels");
    store_test_create (workbook, reply);
    ts_row_set_text (text, TS_REPORT_TEXT_ASSESSMENT, ts_row_get_id (assessment));
    ts_row_set_text (text, TS_REPORT_TEXT_SECTION, "impression");
    ts_row_set_text (text, TS_REPORT_TEXT_BODY, "A cliff of kittiwakes");
    store_test_create (workbook, text);

    assert_finds (workbook, "terns desk", "A desk\n\nGulls\n\nTerns");
    assert_finds (workbook, "warden puffins", "The warden");
    assert_finds (workbook, "fulmars", "No fulmars in it");
    assert_finds (workbook, "petrels", "Skuas\n\nShags\n\nPetrels");
    assert_finds (workbook, "kittiwakes", "A cliff of kittiwakes");

    /* An answer that comes later, and one that is taken away. */
    edited = ts_row_copy (enquiry);
    ts_row_set_text (edited, TS_ENQUIRY_ADDRESSEE, NULL);
    ts_row_set_text (edited, TS_ENQUIRY_ANSWER, "As many as there are razorbills");
    ts_change_update (change, enquiry, edited);
    g_assert_true (ts_workbook_apply (workbook, change, NULL));
    assert_finds (workbook, "razorbills", "How many puffins?\n\nAs many as there are razorbills");
    assert_finds (workbook, "warden", "");
    ts_change_unref (ts_workbook_undo (workbook, NULL));
    assert_finds (workbook, "razorbills", "");
    assert_finds (workbook, "warden", "The warden");
  }

  /* Only where it is asked for. */
  assert_finds_about (workbook, "needs", in_assessment, "The needs of all groups were assessed; the strategic plan shows it");
  assert_finds_about (workbook, "needs", in_organisation, "Strategic needs assessment | The needs of all groups were assessed; the strategic plan shows it");
  assert_finds_about (workbook, "needs", in_other, "");

  /* An id is no text. */
  assert_finds (workbook, ts_row_get_id (assessment), "");
  assert_finds (workbook, in_other[0], "");
  store_test_assert_clean (workbook);
}

static void
test_nothing_typed_is_a_command (StoreTest     *test,
                                 gconstpointer  data)
{
  static const char *const hostile[] = {
    "\"",
    "\"\"\"",
    "\" OR NEAR( *",
    "needs OR",
    "needs AND NOT",
    "NOT needs",
    "NEAR(needs plan, 5)",
    "title : needs",
    "{scope} : needs",
    "scope:x",
    "^needs",
    "needs + plan",
    "-needs",
    "*",
    "needs**",
    "(((",
    "'); drop table search_text; --",
    "$1",
    "?1",
    "\\",
    "\xef\xbf\xbd",
    "\u0301",
    "\ue000\ue001",
    "rank",
    "bm25(0)",
    "\xf0\x9d\x94\x84",
    "e\u0301",
    "ß İ ﬁ ǅ",
  };
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (GString) long_text = g_string_new (NULL);

  create_rating (workbook, assessment, "5a", "needs or near not");

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *found = search_about (workbook, hostile[i], NULL);
      const char *const about[] = { hostile[i], NULL };
      g_autofree char *found_about = search_about (workbook, "needs", about);

      g_test_message ("%s: %s", hostile[i], found);
      g_assert_cmpstr (found_about, ==, "");
    }

  assert_finds (workbook, "needs OR", "needs or near not");
  assert_finds (workbook, "NEAR(needs", "needs or near not");

  for (guint i = 0; i < 20000; i++)
    g_string_append (long_text, "wörd");

  assert_finds (workbook, long_text->str, "");
  store_test_assert_clean (workbook);
}

static char *
add_content (TsWorkbook *workbook,
             const char *bytes,
             gsize       n_bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n_bytes, NULL);
  g_autoptr (GError) error = NULL;
  char *hash = ts_workbook_add_content (workbook, stream, 0, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return hash;
}

static TsRow *
attach (TsWorkbook *workbook,
        TsRow      *organisation,
        const char *file_name,
        const char *media_type,
        const char *bytes,
        gsize       n_bytes)
{
  g_autofree char *hash = add_content (workbook, bytes, n_bytes);
  TsRow *row = store_test_evidence (organisation, file_name);

  ts_row_set_text (row, TS_EVIDENCE_CONTENT, hash);
  ts_row_set_text (row, TS_EVIDENCE_FILE_NAME, file_name);
  ts_row_set_text (row, TS_EVIDENCE_MEDIA_TYPE, media_type);
  ts_row_set_integer (row, TS_EVIDENCE_SIZE, (gint64) n_bytes);
  store_test_create (workbook, row);

  return row;
}

static void
test_text_of_evidence (StoreTest     *test,
                       gconstpointer  data)
{
  static const char binary[] = "%PDF hidden words\0\1\2";
  static const char wide[] = "\xff\xfeh\0i\0d\0d\0e\0n\0";
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "X01", NULL);
  g_autofree char *large = g_malloc (3 * 1024 * 1024);
  g_autoptr (TsChange) undone = NULL;
  g_autoptr (TsChange) redone = NULL;
  g_autoptr (TsChange) removed = ts_change_new ("Remove");
  g_autoptr (TsRow) table = NULL;
  g_autoptr (TsRow) old = NULL;
  g_autoptr (TsRow) report = NULL;
  g_autoptr (TsRow) utf16 = NULL;
  g_autoptr (TsRow) log = NULL;
  g_autoptr (TsRow) empty = NULL;

  table = attach (workbook, organisation, "counts.csv", "text/csv", "ward,admissions\nÉlysée,12\n", strlen ("ward,admissions\nÉlysée,12\n"));
  old = attach (workbook, organisation, "notes.txt", "text/plain", "r\xe9sum\xe9 of the meeting", strlen ("r.sum. of the meeting"));
  report = attach (workbook, organisation, "report.pdf", "application/pdf", binary, sizeof binary);
  utf16 = attach (workbook, organisation, "wide.txt", "text/plain", wide, sizeof wide);
  empty = attach (workbook, organisation, "empty.txt", "text/plain", "", 0);

  for (gsize i = 0; i < 3 * 1024 * 1024; i++)
    large[i] = "line \n"[i % 6];

  memcpy (large + 1024 * 1024 - 20, " almost ", 8);
  memcpy (large + 1024 * 1024 + 20, " beyond ", 8);
  log = attach (workbook, organisation, "large.log", NULL, large, 3 * 1024 * 1024);

  assert_finds (workbook, "elysee", "counts.csv");
  assert_finds (workbook, "admissions 12", "counts.csv");
  assert_finds (workbook, "resume meeting", "notes.txt");
  assert_finds (workbook, "hidden", "");
  assert_finds (workbook, "almost", "large.log");
  assert_finds (workbook, "beyond", "");
  assert_finds (workbook, "empty", "empty.txt");
  store_test_assert_clean (workbook);

  undone = ts_workbook_undo (workbook, NULL);
  assert_finds (workbook, "almost", "");
  redone = ts_workbook_redo (workbook, NULL);
  assert_finds (workbook, "almost", "large.log");

  ts_change_delete (removed, table);
  g_assert_true (ts_workbook_apply (workbook, removed, NULL));
  assert_finds (workbook, "elysee", "");
  store_test_assert_clean (workbook);
}

/* What the window marks is what the index finds: a letter by itself and between others, as it is and in both cases. */
static void
test_same_words_as_core (StoreTest     *test,
                         gconstpointer  data)
{
  static const struct
  {
    gunichar first;
    gunichar last;
  } blocks[] = { { 0x21, 0x7e }, { 0xa1, 0x24f }, { 0x386, 0x3ff }, { 0x410, 0x45f }, { 0x1e00, 0x1eff } };
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  guint n_characters = 0;

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      for (gunichar character = blocks[i].first; character <= blocks[i].last; character++)
        {
          g_autoptr (TsChange) change = ts_change_new ("A letter");
          g_autoptr (GString) text = g_string_new ("about");
          g_autoptr (TsTextQuery) query = NULL;
          g_autoptr (TsTextQuery) end = NULL;
          g_autoptr (TsRow) row = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (TsChange) undone = NULL;
          g_autofree char *found = NULL;
          g_autofree char *found_end = NULL;

          if (!g_unichar_isdefined (character))
            continue;

          g_string_append_unichar (text, character);
          g_string_append (text, "end");
          n_characters++;

          row = store_test_rating (assessment, "5a", 1, text->str);
          ts_change_create (change, row);
          ts_workbook_apply (workbook, change, &error);
          g_assert_no_error (error);

          /* As it stands; and the word "end", which is there only if the character parts words. */
          found = search_about (workbook, text->str, NULL);
          found_end = search_about (workbook, "end", NULL);
          query = ts_text_query_new (text->str);
          end = ts_text_query_new ("end");

          if (*found == '\0' || ts_text_query_find (query, text->str, NULL) != ts_text_query_get_all (query) ||
              (*found_end != '\0') != (ts_text_query_find (end, text->str, NULL) == 1))
            g_error ("U+%04X is not taken alike", character);

          undone = ts_workbook_undo (workbook, &error);
          g_assert_no_error (error);
        }
    }

  g_assert_cmpuint (n_characters, >, 800);
}

static gboolean
count_record (const TsSearchRecord *record,
              gpointer              data)
{
  guint *n_records = data;

  return ++*n_records < 1000;
}

static guint
count (TsWorkbook *workbook,
       const char *text,
       guint       most)
{
  g_autoptr (TsTextQuery) query = ts_text_query_new (text);
  g_autoptr (GError) error = NULL;
  guint n_records = 0;

  ts_workbook_search (workbook, query, NULL, most, count_record, &n_records, &error);
  g_assert_no_error (error);

  return n_records;
}

static void
test_many (StoreTest     *test,
           gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "X01", NULL);
  g_autoptr (TsChange) change = ts_change_new ("Many");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TsTextQuery) query = ts_text_query_new ("item");
  g_autoptr (GError) error = NULL;
  guint n_records = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Item number%u of the record", i);
      g_autoptr (TsRow) row = store_test_evidence (organisation, title);

      ts_change_create (change, row);
    }

  g_assert_true (ts_workbook_apply (workbook, change, NULL));
  g_assert_cmpuint (count (workbook, "item", 50), ==, 50);
  g_assert_cmpuint (count (workbook, "number9999", 50), ==, 1);
  g_assert_cmpuint (count (workbook, "number999", 50), ==, 11);
  g_assert_cmpuint (count (workbook, "number99 record item", 5), ==, 1);
  g_assert_cmpuint (count (workbook, "record item number99", 5), ==, 5);
  g_assert_cmpuint (count (workbook, "item", 100000), ==, 1000);

  g_cancellable_cancel (cancellable);
  ts_workbook_set_cancellable (workbook, cancellable);
  g_assert_false (ts_workbook_search (workbook, query, NULL, 50, count_record, &n_records, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ts_workbook_set_cancellable (workbook, NULL);
  g_assert_cmpuint (count (workbook, "item", 50), ==, 50);
}

static TsRow *
random_row (TsRow *organisation,
            TsRow *assessment,
            guint  number)
{
  static const char *const texts[] = { NULL, "", "needs", "Needs and nééds", "x", "a plan for 2009/10", "\u202e\"…\"" };
  const char *text = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
  g_autofree char *node = g_strdup_printf ("n%u", number);
  TsRow *row;

  if (g_test_rand_bit ())
    return store_test_rating (assessment, node, g_test_rand_int_range (0, 5), text);

  row = store_test_evidence (organisation, text != NULL ? text : "untitled");

  if (g_test_rand_bit ())
    ts_row_set_text (row, TS_EVIDENCE_ADDRESS, "https://example.org/needs");

  return row;
}

static void
change_at_random (TsRow *row)
{
  gboolean is_rating = ts_row_get_entity (row) == TS_ENTITY_RATING;
  guint field = is_rating ? TS_RATING_RATIONALE : TS_EVIDENCE_TITLE;

  if (g_test_rand_bit ())
    ts_row_set_text (row, field, g_test_rand_bit () ? "another plan" : "needs again");
  else if (is_rating)
    ts_row_set_integer (row, TS_RATING_LEVEL, g_test_rand_int_range (1, 5));
  else
    ts_row_set_text (row, TS_EVIDENCE_FILE_NAME, "plan.pdf");
}

/* Verifying makes the index again and compares. */
static void
test_random_changes (StoreTest     *test,
                     gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "X01", NULL);
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 300; round++)
    {
      guint action = g_test_rand_int_range (0, 10);
      g_autoptr (TsChange) change = NULL;

      if (action < 4)
        {
          g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workbook, g_test_rand_bit () ? TS_ENTITY_RATING : TS_ENTITY_EVIDENCE, -1, NULL, NULL);

          change = ts_change_new ("Change");

          for (guint i = 0; i < rows->len; i += 1 + g_test_rand_int_range (0, 5))
            {
              TsRow *row = g_ptr_array_index (rows, i);
              g_autoptr (TsRow) after = ts_row_copy (row);

              change_at_random (after);

              if (action == 0)
                ts_change_delete (change, row);
              else
                ts_change_update (change, row, after);
            }
        }
      else if (action < 7)
        {
          change = ts_change_new ("Create");

          for (guint i = 0; i < 4; i++)
            {
              g_autoptr (TsRow) row = random_row (organisation, assessment, 4 * round + i);

              ts_change_create (change, row);
            }
        }
      else
        {
          g_autoptr (TsChange) undone = action < 9 ? ts_workbook_undo (workbook, NULL) : ts_workbook_redo (workbook, NULL);

          /* The very first change stays, without which nothing can be made. */
          if (undone != NULL && ts_change_touches (undone, TS_ENTITY_ASSESSMENT) && ts_change_find_after (undone, TS_ENTITY_ASSESSMENT) == NULL)
            {
              ts_change_unref (undone);
              undone = ts_workbook_redo (workbook, NULL);
            }
        }

      if (change != NULL && ts_change_get_n_rows (change) > 0)
        ts_workbook_apply (workbook, change, &error);

      g_assert_no_error (error);

      if (round % 20 == 0)
        store_test_assert_clean (workbook);
    }

  store_test_assert_clean (workbook);
}

static void
make_small (StoreTest *test)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);

  create_rating (workbook, assessment, "5a", "first words");
  create_rating (workbook, assessment, "5b", "other words");
}

static void
test_tampering_is_found (StoreTest     *test,
                         gconstpointer  data)
{
  static const char *const tampering[] = {
    "update search_text set body = 'someone else said so' where body = 'first words'",
    "delete from search_text where body = 'first words'",
    "update search_text set scope = 'elsewhere' where body = 'first words'",
    "insert into search_index (search_index) values ('delete-all')",
    "insert into search_index (rowid, body) values (1000, 'more')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.touchstone", i);
      g_autofree char *first = g_steal_pointer (&test->path);
      g_autoptr (TsWorkbook) workbook = NULL;

      test->path = store_test_build_path (test, name);
      make_small (test);
      store_test_tamper (test->path, tampering[i]);
      workbook = ts_workbook_open (test->path, i % 2 == 0 ? TS_OPEN_READ_WRITE : TS_OPEN_READ_ONLY, NULL);
      store_test_assert_problem (workbook, "search");
    }
}

/* An index that is damaged, or is not there, does not keep people from writing. */
static void
test_damage_is_mended (StoreTest     *test,
                       gconstpointer  data)
{
  static const char *const damages[] = {
    "update search_index_data set block = x'0102030405' where id > 10",
    "delete from search_index_data where id > 10",
    "insert into search_text (number, entity, row_id, scope, title, name, body) values (900, 'rating', 'third', '', '', '', 'stale')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.touchstone", i);
      g_autofree char *first = g_steal_pointer (&test->path);
      g_autoptr (TsWorkbook) workbook = NULL;
      g_autoptr (GPtrArray) assessments = NULL;
      g_autoptr (TsRow) third = NULL;
      g_autoptr (TsChange) change = ts_change_new ("Third");
      g_autoptr (GError) error = NULL;

      test->path = store_test_build_path (test, name);
      make_small (test);
      store_test_tamper (test->path, damages[i]);
      workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, NULL);
      assessments = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, -1, NULL, NULL);

      third = ts_row_new (TS_ENTITY_RATING, "third");
      ts_row_set_text (third, TS_RATING_ASSESSMENT, ts_row_get_id (g_ptr_array_index (assessments, 0)));
      ts_row_set_text (third, TS_RATING_NODE, "5c");
      ts_row_set_text (third, TS_RATING_LAYER, "self");
      ts_row_set_text (third, TS_RATING_ASSESSOR, "");
      ts_row_set_text (third, TS_RATING_RATIONALE, "first of all");
      ts_change_create (change, third);
      ts_change_delete (change, third);
      ts_change_create (change, third);
      ts_workbook_apply (workbook, change, &error);
      g_assert_no_error (error);

      /* Not all damage shows when something is written; what shows when something is looked for is mended then. */
      ts_workbook_mend_search (workbook, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (workbook, "first", 50), ==, 2);
      store_test_assert_clean (workbook);
    }
}

static void
test_every_way_of_opening (StoreTest     *test,
                           gconstpointer  data)
{
  static const TsOpenMode modes[] = { TS_OPEN_READ_ONLY, TS_OPEN_SALVAGE, TS_OPEN_READ_WRITE };
  g_autofree char *copy = store_test_build_path (test, "copy.touchstone");
  g_autoptr (TsWorkbook) copied = NULL;

  make_small (test);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsWorkbook) workbook = ts_workbook_open (test->path, modes[i], &error);

      g_assert_no_error (error);
      assert_finds (workbook, "first", "first words");
      assert_finds (workbook, "x01", "X01");
      store_test_assert_clean (workbook);

      if (modes[i] == TS_OPEN_READ_WRITE)
        g_assert_true (ts_workbook_copy_to (workbook, copy, NULL, &error));
    }

  copied = ts_workbook_open (copy, TS_OPEN_READ_WRITE, NULL);
  assert_finds (copied, "other", "other words");
  store_test_assert_clean (copied);
}

/* The first version had no index, and the third none of what a review writes. */
static void
test_old_workbook (StoreTest     *test,
                   gconstpointer  data)
{
  static const TsOpenMode modes[] = { TS_OPEN_READ_ONLY, TS_OPEN_SALVAGE, TS_OPEN_READ_WRITE, TS_OPEN_READ_WRITE };
  gboolean has_reviews = g_str_equal (data, "version-3.touchstone");
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", data, NULL);
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (source, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (test->path, bytes, (gssize) n_bytes, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (TsWorkbook) workbook = ts_workbook_open (test->path, modes[i], NULL);

      assert_finds (workbook, "unicode pct", "Fictional Ünïcode PCT “✓”");
      g_assert_cmpuint (count (workbook, "lines and quotes", 50), ==, 1);
      assert_finds (workbook, "strong chapter", has_reviews ? "Seen\n\nA strong chapter.\n\nA weak table." : "");
      assert_finds (workbook, "majority", has_reviews ? "The majority is wrong." : "");
      assert_finds (workbook, "survey did", has_reviews ? "The chief nurse" : "");
      assert_finds (workbook, "put right", has_reviews ? "There are 12 practices.\n\nThere are 13.\n\nPut right." : "");
      assert_finds (workbook, "careful organisation", has_reviews ? "A careful organisation." : "");
      store_test_assert_clean (workbook);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/search/kinds", test_kinds);
  store_test_add ("/store/search/nothing-typed-is-a-command", test_nothing_typed_is_a_command);
  store_test_add ("/store/search/text-of-evidence", test_text_of_evidence);
  store_test_add ("/store/search/same-words-as-core", test_same_words_as_core);
  store_test_add ("/store/search/many", test_many);
  store_test_add ("/store/search/random-changes", test_random_changes);
  store_test_add ("/store/search/tampering-is-found", test_tampering_is_found);
  store_test_add ("/store/search/damage-is-mended", test_damage_is_mended);
  store_test_add ("/store/search/every-way-of-opening", test_every_way_of_opening);
  g_test_add ("/store/search/old-workbook-1", StoreTest, "version-1.touchstone", store_test_set_up, test_old_workbook, store_test_tear_down);
  g_test_add ("/store/search/old-workbook-2", StoreTest, "version-2.touchstone", store_test_set_up, test_old_workbook, store_test_tear_down);
  g_test_add ("/store/search/old-workbook-3", StoreTest, "version-3.touchstone", store_test_set_up, test_old_workbook, store_test_tear_down);

  return g_test_run ();
}
