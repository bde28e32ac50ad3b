/* test-rationale.c: the draft without a widget, and the editor with one
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "key-fixture.h"

#include "app/assess/ts-rationale-draft.h"
#include "app/assess/ts-rationale-editor.h"
#include "core/ts-text.h"

/* The draft */

static void
test_draft_keeps (void)
{
  g_autoptr (TsRationaleDraft) draft = ts_rationale_draft_new ("One");

  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_KEPT);
  g_assert_null (ts_rationale_draft_send (draft));

  ts_rationale_draft_type (draft, "One two");
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_TYPING);
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "One two");
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_KEEPING);
  g_assert_null (ts_rationale_draft_send (draft));

  ts_rationale_draft_finish (draft, "One two", TRUE);
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_KEPT);
  g_assert_cmpstr (ts_rationale_draft_get_kept (draft), ==, "One two");
}

/* A blank that somebody types before the next word is neither lost nor sent. */
static void
test_draft_blank (void)
{
  g_autoptr (TsRationaleDraft) draft = ts_rationale_draft_new (NULL);

  ts_rationale_draft_type (draft, "One ");
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "One");
  ts_rationale_draft_finish (draft, "One", TRUE);
  g_assert_false (ts_rationale_draft_refresh (draft, "One"));
  g_assert_cmpstr (ts_rationale_draft_get_typed (draft), ==, "One ");
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_KEPT);
  g_assert_null (ts_rationale_draft_send (draft));
}

static void
test_draft_follows (void)
{
  g_autoptr (TsRationaleDraft) draft = ts_rationale_draft_new ("One");

  g_assert_true (ts_rationale_draft_refresh (draft, "Other"));
  g_assert_cmpstr (ts_rationale_draft_get_typed (draft), ==, "Other");
  g_assert_true (ts_rationale_draft_refresh (draft, NULL));
  g_assert_cmpstr (ts_rationale_draft_get_typed (draft), ==, "");
  g_assert_false (ts_rationale_draft_refresh (draft, NULL));
}

static void
test_draft_does_not_overwrite (void)
{
  g_autoptr (TsRationaleDraft) draft = ts_rationale_draft_new ("One");

  /* While typing. */
  ts_rationale_draft_type (draft, "One and a h");
  g_assert_false (ts_rationale_draft_refresh (draft, "Somebody else"));
  g_assert_cmpstr (ts_rationale_draft_get_typed (draft), ==, "One and a h");

  /* While it is on its way, and in whichever order the news come. */
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "One and a h");
  g_assert_false (ts_rationale_draft_refresh (draft, "One and a h"));
  ts_rationale_draft_type (draft, "One and a half");
  ts_rationale_draft_finish (draft, "One and a h", TRUE);
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_TYPING);
  g_assert_cmpstr (ts_rationale_draft_get_typed (draft), ==, "One and a half");
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "One and a half");
}

/* Two may be on their way at once, as when the window closes while one is being kept. */
static void
test_draft_two_on_the_way (void)
{
  g_autoptr (TsRationaleDraft) draft = ts_rationale_draft_new (NULL);

  ts_rationale_draft_type (draft, "a");
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "a");
  ts_rationale_draft_type (draft, "ab");
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "ab");
  ts_rationale_draft_finish (draft, "a", TRUE);
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_KEEPING);
  ts_rationale_draft_finish (draft, "ab", TRUE);
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_KEPT);

  /* Back to what was kept before: that is a change as well while another one is on its way. */
  ts_rationale_draft_type (draft, "abc");
  ts_rationale_draft_send (draft);
  ts_rationale_draft_type (draft, "ab");
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "ab");
}

static void
test_draft_failure (void)
{
  g_autoptr (TsRationaleDraft) draft = ts_rationale_draft_new ("One");

  ts_rationale_draft_type (draft, "Two");
  ts_rationale_draft_send (draft);
  ts_rationale_draft_finish (draft, "Two", FALSE);
  g_assert_cmpint (ts_rationale_draft_get_status (draft), ==, TS_DRAFT_FAILED);
  g_assert_false (ts_rationale_draft_refresh (draft, "One"));
  g_assert_cmpstr (ts_rationale_draft_get_typed (draft), ==, "Two");
  g_assert_cmpstr (ts_rationale_draft_send (draft), ==, "Two");
}

/* The editor */

typedef struct
{
  TsRationaleEditor *editor;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *elsewhere; /* something else that can have the focus */
  GtkWindow *window;
  GPtrArray *kept; /* the texts that the editor asked to keep */
} Fixture;

static void
on_keep (Fixture    *fixture,
         const char *text)
{
  g_ptr_array_add (fixture->kept, g_strdup (text));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->kept = g_ptr_array_new_with_free_func (g_free);
  fixture->editor = TS_RATIONALE_EDITOR (ts_rationale_editor_new ());
  fixture->view = ts_rationale_editor_get_view (fixture->editor);
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  fixture->elsewhere = gtk_button_new ();
  g_signal_connect_swapped (fixture->editor, "keep", G_CALLBACK (on_keep), fixture);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->editor));
  gtk_box_append (GTK_BOX (box), fixture->elsewhere);
  fixture->window = app_fixture_show (box, 600, 400);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer editor = fixture->editor;

  g_object_add_weak_pointer (G_OBJECT (editor), &editor);
  gtk_window_destroy (fixture->window);
  g_assert_null (editor);
  g_ptr_array_unref (fixture->kept);
}

static char *
shown (Fixture *fixture)
{
  char *text;

  g_object_get (fixture->buffer, "text", &text, NULL);

  return text;
}

#define assert_shown(fixture, expected)            \
  G_STMT_START                                     \
  {                                                \
    g_autofree char *text_shown = shown (fixture); \
    g_assert_cmpstr (text_shown, ==, expected);    \
  }                                                \
  G_STMT_END

static void
test_editor_pause (Fixture       *fixture,
                   gconstpointer  data)
{
  key_fixture_type (fixture->view, "Two ");
  key_fixture_type (fixture->view, "analysts");
  g_assert_cmpuint (fixture->kept->len, ==, 0);

  /* A moment after the last key, once. */
  while (fixture->kept->len == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (g_ptr_array_index (fixture->kept, 0), ==, "Two analysts");
  g_assert_cmpstr (ts_rationale_editor_get_status (fixture->editor), ==, "Keeping…");
  ts_rationale_editor_finish (fixture->editor, "Two analysts", TRUE);
  g_assert_cmpstr (ts_rationale_editor_get_status (fixture->editor), ==, "Kept");
  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpuint (fixture->kept->len, ==, 1);
}

static void
test_editor_focus (Fixture       *fixture,
                   gconstpointer  data)
{
  key_fixture_type (fixture->view, "Two analysts");
  gtk_widget_grab_focus (fixture->elsewhere);
  g_assert_cmpuint (fixture->kept->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->kept, 0), ==, "Two analysts");
}

static void
test_editor_flush (Fixture       *fixture,
                   gconstpointer  data)
{
  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpuint (fixture->kept->len, ==, 0);
  key_fixture_type (fixture->view, "Two analysts");
  ts_rationale_editor_flush (fixture->editor);
  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpuint (fixture->kept->len, ==, 1);
}

static void
test_editor_refresh (Fixture       *fixture,
                     gconstpointer  data)
{
  ts_rationale_editor_set_kept (fixture->editor, "From elsewhere");
  assert_shown (fixture, "From elsewhere");
  g_assert_cmpuint (fixture->kept->len, ==, 0);
  g_assert_cmpstr (ts_rationale_editor_get_status (fixture->editor), ==, "");

  /* What is shown from elsewhere cannot be taken back as if it had been typed. */
  g_assert_false (gtk_text_buffer_get_can_undo (fixture->buffer));

  key_fixture_type (fixture->view, ", and mine ");
  ts_rationale_editor_set_kept (fixture->editor, "From elsewhere, again");
  assert_shown (fixture, "From elsewhere, and mine ");
  g_assert_true (gtk_text_buffer_get_can_undo (fixture->buffer));

  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpstr (g_ptr_array_index (fixture->kept, 0), ==, "From elsewhere, and mine");
}

static void
test_editor_undo (Fixture       *fixture,
                  gconstpointer  data)
{
  key_fixture_type (fixture->view, "Mine");
  ts_rationale_editor_flush (fixture->editor);
  ts_rationale_editor_finish (fixture->editor, "Mine", TRUE);
  ts_rationale_editor_set_kept (fixture->editor, "Mine");

  /* Keeping does not end the history of what was typed, and taking typing back is kept like any other change. */
  g_assert_true (gtk_text_buffer_get_can_undo (fixture->buffer));
  gtk_text_buffer_undo (fixture->buffer);
  assert_shown (fixture, "");
  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpuint (fixture->kept->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (fixture->kept, 1), ==, "");
}

static void
test_editor_failure (Fixture       *fixture,
                     gconstpointer  data)
{
  key_fixture_type (fixture->view, "Mine");
  ts_rationale_editor_flush (fixture->editor);
  ts_rationale_editor_finish (fixture->editor, "Mine", FALSE);
  g_assert_cmpstr (ts_rationale_editor_get_status (fixture->editor), ==, "Not kept yet");
  assert_shown (fixture, "Mine");

  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpuint (fixture->kept->len, ==, 2);
}

static void
test_editor_longest (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *much = g_strnfill (TS_TEXT_LONGEST - 1, 'x');
  const char *kept;

  gtk_text_buffer_set_text (fixture->buffer, much, -1);
  key_fixture_type (fixture->view, "äöü");
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, TS_TEXT_LONGEST);
  g_assert_cmpstr (ts_rationale_editor_get_status (fixture->editor), !=, "");

  ts_rationale_editor_flush (fixture->editor);
  kept = g_ptr_array_index (fixture->kept, 0);
  g_assert_cmpint (g_utf8_strlen (kept, -1), ==, TS_TEXT_LONGEST);
  g_assert_true (ts_text_check (kept, -1, TS_TEXT_PARAGRAPHS, NULL));
}

static void
test_editor_hostile (Fixture       *fixture,
                     gconstpointer  data)
{
  key_fixture_type (fixture->view, "  one\x01\x1b[31m\r\ntwo\t\u202ethree\xc2\x85  ");
  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpuint (fixture->kept->len, ==, 1);
  g_assert_true (ts_text_check (g_ptr_array_index (fixture->kept, 0), -1, TS_TEXT_PARAGRAPHS, NULL));
}

static void
test_editor_locked (Fixture       *fixture,
                    gconstpointer  data)
{
  ts_rationale_editor_set_kept (fixture->editor, "Kept");
  ts_rationale_editor_set_editable (fixture->editor, FALSE);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, "x", -1, gtk_text_view_get_editable (fixture->view));
  assert_shown (fixture, "Kept");
  ts_rationale_editor_flush (fixture->editor);
  g_assert_cmpuint (fixture->kept->len, ==, 0);
}

/* As high as its text, at once, whatever the width. */
static void
test_editor_grows (Fixture       *fixture,
                   gconstpointer  data)
{
  int before;
  int after;
  int narrow;

  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_VERTICAL, 600, &before, NULL, NULL, NULL);
  ts_rationale_editor_set_kept (fixture->editor, "One line\nand a second\nand a third one, which is rather a long one");
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_VERTICAL, 600, &after, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_VERTICAL, 200, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (before, <, after);
  g_assert_cmpint (after, <, narrow);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/rationale/draft/keeps", test_draft_keeps);
  g_test_add_func ("/rationale/draft/blank", test_draft_blank);
  g_test_add_func ("/rationale/draft/follows", test_draft_follows);
  g_test_add_func ("/rationale/draft/does-not-overwrite", test_draft_does_not_overwrite);
  g_test_add_func ("/rationale/draft/two-on-the-way", test_draft_two_on_the_way);
  g_test_add_func ("/rationale/draft/failure", test_draft_failure);
  g_test_add ("/rationale/editor/pause", Fixture, NULL, set_up, test_editor_pause, tear_down);
  g_test_add ("/rationale/editor/focus", Fixture, NULL, set_up, test_editor_focus, tear_down);
  g_test_add ("/rationale/editor/flush", Fixture, NULL, set_up, test_editor_flush, tear_down);
  g_test_add ("/rationale/editor/refresh", Fixture, NULL, set_up, test_editor_refresh, tear_down);
  g_test_add ("/rationale/editor/undo", Fixture, NULL, set_up, test_editor_undo, tear_down);
  g_test_add ("/rationale/editor/failure", Fixture, NULL, set_up, test_editor_failure, tear_down);
  g_test_add ("/rationale/editor/longest", Fixture, NULL, set_up, test_editor_longest, tear_down);
  g_test_add ("/rationale/editor/hostile", Fixture, NULL, set_up, test_editor_hostile, tear_down);
  g_test_add ("/rationale/editor/locked", Fixture, NULL, set_up, test_editor_locked, tear_down);
  g_test_add ("/rationale/editor/grows", Fixture, NULL, set_up, test_editor_grows, tear_down);

  return g_test_run ();
}
