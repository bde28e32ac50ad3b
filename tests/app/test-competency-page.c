/* test-competency-page.c: the page with its cards, on a workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "key-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-competency-page.h"
#include "app/assess/ts-criterion-card.h"
#include "app/assess/ts-evidence-chip.h"
#include "app/assess/ts-evidence-dialog.h"
#include "app/assess/ts-evidence-page.h"
#include "app/assess/ts-transfer.h"
#include "app/widgets/ts-level-button.h"
#include "model/ts-evidence-item.h"

#include <string.h>

typedef struct
{
  SessionFixture session;
  TsAssessmentModel *model;
  TsCompetencyPage *page;
  GtkWindow *window;
  GString *places; /* where the page led to, in order */
} Fixture;

static void
on_show_place (GSimpleAction *action,
               GVariant      *place,
               gpointer       user_data)
{
  g_string_append_printf (user_data, "%s ", g_variant_get_string (place, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show_place = g_simple_action_new ("show-place", G_VARIANT_TYPE_STRING);

  session_fixture_set_up (&fixture->session, NULL);
  fixture->model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  fixture->page = TS_COMPETENCY_PAGE (ts_competency_page_new ());
  fixture->window = app_fixture_show (GTK_WIDGET (fixture->page), 1000, 800);
  fixture->places = g_string_new (NULL);
  g_signal_connect (show_place, "activate", G_CALLBACK (on_show_place), fixture->places);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show_place));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));

  ts_competency_page_set_group_id (fixture->page, "5");
  ts_competency_page_set_model (fixture->page, fixture->model);
  wait_until_loaded (fixture->model);
  app_fixture_settle (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (fixture->window);

  /* What has been asked for holds the cards until it is answered. */
  close_session (fixture->session.session);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_null (page);
  g_string_free (fixture->places, TRUE);
  g_assert_finalize_object (fixture->model);
  session_fixture_tear_down (&fixture->session, NULL);
}

static TsCriterionCard *
card (Fixture *fixture,
      guint    position)
{
  GtkWidget *child = gtk_widget_get_first_child (app_fixture_child (fixture->page, "cards_box"));

  while (child != NULL && position-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return TS_CRITERION_CARD (child);
}

static GtkWidget *
level_button (Fixture *fixture,
              guint    position,
              int      level)
{
  return ts_level_picker_get_button (ts_criterion_card_get_picker (card (fixture, position)), level);
}

static int
level_of (Fixture *fixture,
          guint    position)
{
  return ts_level_picker_get_level (ts_criterion_card_get_picker (card (fixture, position)));
}

static const TsNodeState *
state_of (Fixture    *fixture,
          const char *node_id)
{
  return ts_assessment_state_find (ts_assessment_model_get_state (fixture->model), node_id);
}

static const char *
rationale_of (Fixture    *fixture,
              const char *node_id)
{
  TsRow *rating = state_of (fixture, node_id)->rating;

  return rating != NULL ? ts_row_get_text (rating, TS_RATING_RATIONALE) : NULL;
}

/* What a label in the head of the page says. */
static const char *
text_of (Fixture    *fixture,
         const char *child)
{
  return gtk_label_get_label (app_fixture_child (app_fixture_child (fixture->page, "header"), child));
}

static void
aim (Fixture *fixture,
     int      level)
{
  GtkWidget *target = app_fixture_child (app_fixture_child (fixture->page, "header"), "target");

  g_assert_true (gtk_widget_activate_action (target, "target.level", "i", level));
}

#define wait_until(condition) \
  while (!(condition))        \
  g_main_context_iteration (NULL, TRUE)

static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (text_of (fixture, "title"), ==, "Manage knowledge and assess needs");
  g_assert_cmpstr (text_of (fixture, "level_label"), ==, "No level yet");
  g_assert_cmpstr (ts_criterion_card_get_node_id (card (fixture, 0)), ==, "5a");
  g_assert_cmpstr (ts_criterion_card_get_node_id (card (fixture, 2)), ==, "5c");
  g_assert_null (gtk_widget_get_next_sibling (GTK_WIDGET (card (fixture, 2))));
  g_assert_cmpstr (ts_criterion_card_get_badge (card (fixture, 0)), ==, "Not rated");
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->page, "lock")));

  /* A group without criteria is a card of its own, on whichever scale. */
  ts_competency_page_set_group_id (fixture->page, "strategy");
  g_assert_cmpstr (ts_criterion_card_get_node_id (card (fixture, 0)), ==, "strategy.1");
  ts_competency_page_set_group_id (fixture->page, "no such group");
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->page, "content")));
  ts_competency_page_set_group_id (fixture->page, NULL);
  ts_competency_page_set_model (fixture->page, NULL);
}

/* A whole competency, without touching the mouse. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_grab_focus (level_button (fixture, 0, 1));

  g_assert_true (key_fixture_press (level_button (fixture, 0, 1), GDK_KEY_2, 0));
  g_assert_true (gtk_widget_is_focus (level_button (fixture, 0, 2)));
  g_assert_true (key_fixture_press (level_button (fixture, 0, 2), GDK_KEY_Down, 0));
  g_assert_true (gtk_widget_is_focus (level_button (fixture, 1, 1)));
  g_assert_true (key_fixture_press (level_button (fixture, 1, 1), GDK_KEY_KP_3, 0));
  g_assert_true (key_fixture_press (level_button (fixture, 1, 3), GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_true (key_fixture_press (level_button (fixture, 2, 1), GDK_KEY_3, 0));
  wait_until (level_of (fixture, 0) == 2 && level_of (fixture, 1) == 3 && level_of (fixture, 2) == 3);
  g_assert_cmpstr (text_of (fixture, "level_label"), ==, "Level 3");
  g_assert_cmpstr (ts_criterion_card_get_badge (card (fixture, 0)), ==, "Level 2 claimed, no rationale, no evidence");

  /* On to the next competency, and back to the last criterion of the one before. */
  g_assert_true (key_fixture_press (level_button (fixture, 2, 3), GDK_KEY_Down, 0));
  gtk_widget_grab_focus (level_button (fixture, 0, 1));
  g_assert_true (key_fixture_press (level_button (fixture, 0, 1), GDK_KEY_Up, 0));
  g_assert_cmpstr (fixture->places->str, ==, "criterion/6a criterion/4c ");

  /* There is no level 7, and what is chosen is not asked for again. */
  g_assert_false (key_fixture_press (level_button (fixture, 0, 2), GDK_KEY_7, 0));
  g_assert_true (key_fixture_press (level_button (fixture, 0, 2), GDK_KEY_2, 0));
  g_assert_true (key_fixture_press (level_button (fixture, 0, 2), GDK_KEY_0, 0));
  wait_until (level_of (fixture, 0) == 0);
  g_assert_cmpstr (text_of (fixture, "level_label"), ==, "No level yet · –, 3, 3");
}

static void
test_rationale (Fixture       *fixture,
                gconstpointer  data)
{
  GtkTextView *view = ts_rationale_editor_get_view (ts_criterion_card_get_rationale (card (fixture, 1)));

  gtk_widget_grab_focus (GTK_WIDGET (view));
  key_fixture_type (view, "Trends by ward since 2004.");

  /* Ctrl+Down leads on from a text as well, and leaving keeps it. */
  g_assert_true (key_fixture_press (GTK_WIDGET (view), GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_true (gtk_widget_is_focus (level_button (fixture, 2, 1)));
  wait_until (g_strcmp0 (rationale_of (fixture, "5b"), "Trends by ward since 2004.") == 0);

  /* Going to another competency keeps what has been typed. */
  gtk_widget_grab_focus (GTK_WIDGET (view));
  key_fixture_type (view, " Now by age.");
  ts_competency_page_set_group_id (fixture->page, "6");
  g_assert_cmpstr (ts_criterion_card_get_node_id (card (fixture, 0)), ==, "6a");
  wait_until (g_strcmp0 (rationale_of (fixture, "5b"), "Trends by ward since 2004. Now by age.") == 0);

  /* So does flushing, as when the window closes. */
  view = ts_rationale_editor_get_view (ts_criterion_card_get_rationale (card (fixture, 0)));
  key_fixture_type (view, "A model.");
  ts_competency_page_flush (fixture->page);
  wait_until (g_strcmp0 (rationale_of (fixture, "6a"), "A model.") == 0);
}

/* A rating that is undone elsewhere is shown; a text that is being typed stays. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  GtkTextView *view = ts_rationale_editor_get_view (ts_criterion_card_get_rationale (card (fixture, 0)));
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card (fixture, 0)), "rating.set", "i", 4));
  wait_until (level_of (fixture, 0) == 4);
  key_fixture_type (view, "Because");

  ts_session_undo_async (fixture->session.session, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);
  wait_until (level_of (fixture, 0) == 0);

  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Because");
}

static void
test_target (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *target = app_fixture_child (app_fixture_child (fixture->page, "header"), "target");

  aim (fixture, 3);
  wait_until (state_of (fixture, "5")->target == 3);
  app_fixture_settle (GTK_WIDGET (fixture->page));
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (target, "label")), ==, "Target 3");
  g_assert_cmpint (ts_level_picker_get_target (ts_criterion_card_get_picker (card (fixture, 0))), ==, 3);

  aim (fixture, 0);
  wait_until (state_of (fixture, "5")->target == 0);
}

static GListModel *
list_of_files (Fixture    *fixture,
               const char *first,
               ...)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  va_list names;

  va_start (names, first);

  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    {
      g_autofree char *path = g_build_filename (fixture->session.folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }

  va_end (names);

  return G_LIST_MODEL (files);
}

static void
attach_two (Fixture *fixture)
{
  g_autofree char *one = write_file (&fixture->session, "Needs assessment.txt", "Need\n", 100);
  g_autofree char *two = write_file (&fixture->session, "Activity.csv", "1,2\n", 100);
  g_autoptr (GListModel) files = list_of_files (fixture, "Needs assessment.txt", "Activity.csv", NULL);
  TsEvidenceBox *box = ts_criterion_card_get_evidence (card (fixture, 0));

  ts_evidence_box_attach (box, files);
  wait_until (ts_evidence_box_get_n_chips (box) == 2);
}

static void
test_attach (Fixture       *fixture,
             gconstpointer  data)
{
  TsEvidenceBox *box = ts_criterion_card_get_evidence (card (fixture, 0));
  GListModel *transfers = G_LIST_MODEL (ts_transfer_list_for_session (fixture->session.session));
  TsEvidenceChip *chip;
  TsRow *link;

  attach_two (fixture);
  wait_until (g_list_model_get_n_items (transfers) == 0);
  g_assert_cmpuint (state_of (fixture, "5a")->n_evidence, ==, 2);
  g_assert_null (ts_evidence_box_get_chip (box, 2));

  /* Two files that were dropped together go together. */
  g_assert_nonnull (strstr (ts_session_get_undo_label (fixture->session.session), "2"));

  chip = TS_EVIDENCE_CHIP (ts_evidence_box_get_chip (box, 0));
  g_assert_cmpstr (ts_evidence_item_get_title (ts_evidence_chip_get_item (chip)), ==, "Activity");
  link = ts_evidence_item_find_link (ts_evidence_chip_get_item (chip), "5a");
  ts_session_place_async (fixture->session.session, ts_row_get_id (link), "p. 14–18", NULL, NULL);
  wait_until (g_str_equal (ts_evidence_chip_get_place (chip), "p. 14–18"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chip), "evidence.unlink", NULL));
  wait_until (ts_evidence_box_get_n_chips (box) == 1);
  g_assert_cmpuint (g_list_model_get_n_items (ts_assessment_model_get_evidence (fixture->model)), ==, 2);
}

/* A file that is gone when it is read: nothing is attached, and what is under way ends. */
static void
test_vanished_file (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *there = write_file (&fixture->session, "There.txt", "x", 1);
  g_autoptr (GListModel) files = list_of_files (fixture, "There.txt", "Gone.txt", NULL);
  GListModel *transfers = G_LIST_MODEL (ts_transfer_list_for_session (fixture->session.session));

  ts_evidence_box_attach (ts_criterion_card_get_evidence (card (fixture, 0)), files);
  g_assert_cmpuint (g_list_model_get_n_items (transfers), ==, 1);
  wait_until (g_list_model_get_n_items (transfers) == 0);
  g_assert_cmpuint (ts_evidence_box_get_n_chips (ts_criterion_card_get_evidence (card (fixture, 0))), ==, 0);
  g_assert_null (strstr (ts_session_get_undo_label (fixture->session.session), "attach"));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *big = write_file (&fixture->session, "Big.bin", "0123456789abcdef", 4 * 1024 * 1024);
  g_autoptr (GListModel) files = list_of_files (fixture, "Big.bin", NULL);
  GListModel *transfers = G_LIST_MODEL (ts_transfer_list_for_session (fixture->session.session));
  g_autoptr (TsTransfer) transfer = NULL;

  ts_evidence_box_attach (ts_criterion_card_get_evidence (card (fixture, 0)), files);
  transfer = g_list_model_get_item (transfers, 0);
  g_assert_cmpstr (ts_transfer_get_place (transfer), ==, "5a");
  g_assert_true (gtk_widget_get_visible (app_fixture_child (ts_criterion_card_get_evidence (card (fixture, 0)), "transfers")));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->page, "transfers")));

  /* Its bar moves to the foot of the page when another competency is looked at. */
  ts_competency_page_set_group_id (fixture->page, "6");
  g_assert_true (gtk_widget_get_visible (app_fixture_child (fixture->page, "transfers")));

  ts_transfer_cancel (transfer);
  wait_until (g_list_model_get_n_items (transfers) == 0);
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->page, "transfers")));
  g_assert_cmpuint (g_list_model_get_n_items (ts_assessment_model_get_evidence (fixture->model)), ==, 0);
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TsEvidenceItem) item = NULL;
  GtkWidget *dialog;
  GtkEditable *from;
  GtkEditable *to;
  TsRow *row;

  attach_two (fixture);
  item = g_list_model_get_item (ts_assessment_model_get_evidence (fixture->model), 0);
  dialog = ts_evidence_dialog_new (fixture->model, item);
  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_settle (dialog);

  from = app_fixture_child (dialog, "period_from");
  to = app_fixture_child (dialog, "period_to");

  /* What is no day, or ends before it begins, is marked and not kept; what is right beside it is. */
  gtk_editable_set_text (from, "31 March");
  gtk_editable_set_text (app_fixture_child (dialog, "title"), "Activity, corrected");
  g_signal_emit_by_name (from, "committed");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (from), "error"));
  wait_until (g_str_equal (ts_evidence_item_get_title (item), "Activity, corrected"));
  g_assert_cmpstr (gtk_editable_get_text (from), ==, "31 March");
  gtk_editable_set_text (from, "2009-03-31");
  gtk_editable_set_text (to, "2008-04-01");
  g_signal_emit_by_name (to, "committed");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (from), "error"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (to), "error"));
  g_assert_false (ts_row_has (ts_evidence_item_get_row (item), TS_EVIDENCE_PERIOD_FROM));

  /* Closing keeps what can be kept. */
  gtk_editable_set_text (to, "2009-09-30");
  gtk_editable_set_text (app_fixture_child (dialog, "title"), "Activity by ward");
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (g_str_equal (ts_evidence_item_get_title (item), "Activity by ward"));
  row = ts_evidence_item_get_row (item);
  g_assert_cmpstr (ts_row_get_text (row, TS_EVIDENCE_PERIOD_FROM), ==, "2009-03-31");
  g_assert_cmpstr (ts_row_get_text (row, TS_EVIDENCE_PERIOD_TO), ==, "2009-09-30");
}

static void
test_evidence_page (Fixture       *fixture,
                    gconstpointer  data)
{
  TsEvidencePage *page = TS_EVIDENCE_PAGE (ts_evidence_page_new ());
  GtkWindow *window = app_fixture_show (GTK_WIDGET (page), 600, 500);
  GtkStack *stack = app_fixture_child (page, "stack");
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (app_fixture_child (page, "list")));

  ts_evidence_page_set_model (page, fixture->model);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");

  attach_two (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 2);

  gtk_editable_set_text (app_fixture_child (page, "search"), "NEEDS");
  wait_until (g_list_model_get_n_items (shown) == 1);
  gtk_editable_set_text (app_fixture_child (page, "search"), "nothing like that");
  wait_until (g_list_model_get_n_items (shown) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  gtk_editable_set_text (app_fixture_child (page, "search"), "");
  wait_until (g_list_model_get_n_items (shown) == 2);

  gtk_toggle_button_set_active (app_fixture_child (page, "unlinked"), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);
  gtk_widget_activate_action (ts_evidence_box_get_chip (ts_criterion_card_get_evidence (card (fixture, 0)), 0), "evidence.unlink", NULL);
  wait_until (g_list_model_get_n_items (shown) == 1);

  ts_evidence_page_set_model (page, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);
  gtk_window_destroy (window);
}

/* To look at only: everything is shown, nothing can be changed, and the page says why. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsSession) session = open_session (fixture->session.path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsAssessmentModel) model = NULL;
  GtkWidget *set;

  g_assert_no_error (error);
  model = ts_assessment_model_new (session, fixture->session.assessment_id);
  ts_competency_page_set_model (fixture->page, model);
  wait_until_loaded (model);
  app_fixture_settle (GTK_WIDGET (fixture->page));

  set = level_button (fixture, 0, 2);
  g_assert_true (gtk_widget_get_visible (app_fixture_child (fixture->page, "lock")));
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (fixture->page, "lock_label")), !=, "");
  gtk_widget_grab_focus (set);
  g_assert_false (key_fixture_press (set, GDK_KEY_2, 0));
  g_assert_false (gtk_text_view_get_editable (ts_rationale_editor_get_view (ts_criterion_card_get_rationale (card (fixture, 0)))));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (set), GTK_ACCESSIBLE_STATE_DISABLED, TRUE);

  ts_competency_page_set_model (fixture->page, NULL);
  g_clear_object (&model);
  close_session (session);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add ("/competency-page/shows", Fixture, NULL, set_up, test_shows, tear_down);
  g_test_add ("/competency-page/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/competency-page/rationale", Fixture, NULL, set_up, test_rationale, tear_down);
  g_test_add ("/competency-page/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/competency-page/target", Fixture, NULL, set_up, test_target, tear_down);
  g_test_add ("/competency-page/attach", Fixture, NULL, set_up, test_attach, tear_down);
  g_test_add ("/competency-page/vanished-file", Fixture, NULL, set_up, test_vanished_file, tear_down);
  g_test_add ("/competency-page/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/competency-page/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/competency-page/evidence-page", Fixture, NULL, set_up, test_evidence_page, tear_down);
  g_test_add ("/competency-page/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
