/* test-carried-card.c — what was carried forward, on the card of its criterion
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-carried-box.h"
#include "app/assess/ts-competency-page.h"
#include "app/assess/ts-criterion-card.h"
#include "app/assess/ts-overview-page.h"
#include "app/widgets/ts-level-button.h"
#include "core/ts-crosswalk.h"
#include "model/ts-session-carry.h"

#include <string.h>

typedef struct
{
  SessionFixture session; /* 2009/10 in wcc-year-2, to which 2008/09 was carried forward */
  TsAssessmentModel *model;
  TsCompetencyPage *page;
  GtkWindow *window;
  char *unchanged[2]; /* two criteria worded as last year */
  char *changed;      /* one that is worded otherwise */
  char *note;         /* what the crosswalk says of it */
} Fixture;

static void
take_change (Fixture       *fixture,
             GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = wait_for_change (fixture->session.session, result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static void
say (Fixture    *fixture,
     const char *assessment_id,
     const char *node_id)
{
  GAsyncResult *result = NULL;

  ts_session_rate_async (fixture->session.session, assessment_id, node_id, 2, take_result_cb, &result);
  take_change (fixture, &result);
  ts_session_explain_async (fixture->session.session, assessment_id, node_id, "Said last year", take_result_cb, &result);
  take_change (fixture, &result);
}

/* The year before of the same organisation, in the framework of then. */
static char *
begin_last_year (Fixture *fixture)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  TsBeginRequest request = { .framework = "wcc-year-1", .year = 2008 };

  wait_until_loaded (model);
  request.organisation_id = ts_row_get_text (ts_assessment_state_get_assessment (ts_assessment_model_get_state (model)),
                                             TS_ASSESSMENT_ORGANISATION);
  ts_session_begin_assessment_async (fixture->session.session, &request, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);

  return g_strdup (ts_row_get_id (ts_change_find_after (change, TS_ENTITY_ASSESSMENT)));
}

/* Says something of last year in two criteria that stayed as they were and in one that did not. */
static void
say_last_year (Fixture    *fixture,
               const char *last_year)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  g_autoptr (TsCrosswalk) crosswalk = NULL;
  guint n_unchanged = 0;

  wait_until_loaded (model);
  g_assert_nonnull (ts_assessment_model_get_crosswalk (model));
  crosswalk = ts_crosswalk_ref (ts_assessment_model_get_crosswalk (model));

  for (guint i = 0; i < ts_crosswalk_get_n_entries (crosswalk); i++)
    {
      const TsCrosswalkEntry *entry = ts_crosswalk_get_entry (crosswalk, i);

      /* A digit and a letter: a criterion of a competency. */
      if (entry->from == NULL || entry->to == NULL || !g_ascii_isdigit (*entry->to) || !g_ascii_isalpha (entry->to[strlen (entry->to) - 1]))
        continue;

      if (entry->relation == TS_CROSSWALK_UNCHANGED && n_unchanged < G_N_ELEMENTS (fixture->unchanged))
        fixture->unchanged[n_unchanged++] = g_strdup (entry->to);
      else if (entry->relation == TS_CROSSWALK_CHANGED && fixture->changed == NULL)
        fixture->changed = g_strdup (entry->to), fixture->note = g_strdup (entry->note);
      else
        continue;

      say (fixture, last_year, entry->from);
    }

  g_assert_cmpuint (n_unchanged, ==, G_N_ELEMENTS (fixture->unchanged));
  g_assert_nonnull (fixture->changed);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *last_year = NULL;
  GAsyncResult *result = NULL;

  session_fixture_set_up (&fixture->session, NULL);
  last_year = begin_last_year (fixture);
  say_last_year (fixture, last_year);
  ts_session_carry_forward_async (fixture->session.session, fixture->session.assessment_id, take_result_cb, &result);
  take_change (fixture, &result);

  fixture->model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  fixture->page = TS_COMPETENCY_PAGE (ts_competency_page_new ());
  fixture->window = app_fixture_show (GTK_WIDGET (fixture->page), 1000, 800);
  wait_until_loaded (fixture->model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  close_session (fixture->session.session);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_finalize_object (fixture->model);
  g_free (fixture->unchanged[0]);
  g_free (fixture->unchanged[1]);
  g_free (fixture->changed);
  g_free (fixture->note);
  session_fixture_tear_down (&fixture->session, NULL);
}

/* The card of a criterion, on the page of its group. */
static GtkWidget *
show_card (Fixture    *fixture,
           const char *node_id)
{
  const TsNodeState *state = ts_assessment_state_find (ts_assessment_model_get_state (fixture->model), node_id);
  GtkWidget *card;

  ts_competency_page_set_group_id (fixture->page, state->node->group->id);
  ts_competency_page_set_model (fixture->page, fixture->model);
  app_fixture_settle (GTK_WIDGET (fixture->page));

  for (card = gtk_widget_get_first_child (app_fixture_child (fixture->page, "cards_box")); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      if (g_str_equal (ts_criterion_card_get_node_id (TS_CRITERION_CARD (card)), node_id))
        return card;
    }

  g_error ("there is no card of “%s”", node_id);
}

static int
get_level (Fixture    *fixture,
           const char *node_id)
{
  return ts_assessment_state_find (ts_assessment_model_get_state (fixture->model), node_id)->level;
}

static void
wait_for_level (Fixture    *fixture,
                const char *node_id,
                int         level)
{
  while (get_level (fixture, node_id) != level)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_badge (GtkWidget *card)
{
  return gtk_label_get_label (app_fixture_child (card, "badge_label"));
}

/* Clicks what has an action, wherever it stands. */
static gboolean
click (GtkWidget  *widget,
       const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    {
      g_assert_true (gtk_widget_is_sensitive (widget));
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (click (child, action))
        return TRUE;
    }

  return FALSE;
}

static void
test_confirm_one (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *card = show_card (fixture, fixture->unchanged[0]);
  GtkWidget *box = app_fixture_child (card, "carried");

  g_assert_true (gtk_widget_get_mapped (box));
  g_assert_cmpstr (get_badge (card), ==, "To confirm");
  g_assert_cmpstr (ts_carried_box_get_text (TS_CARRIED_BOX (box)), ==,
                   "Carried forward from 2008/09: Level 2. It does not count until you confirm it.");
  g_assert_false (gtk_widget_get_visible (app_fixture_child (box, "changes")));
  g_assert_true (gtk_widget_has_css_class (app_fixture_child (card, "rationale"), "carried"));

  g_assert_true (click (box, "criterion.confirm"));
  wait_for_level (fixture, fixture->unchanged[0], 2);
  app_fixture_settle (GTK_WIDGET (fixture->page));
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_cmpstr (get_badge (card), ==, "Level 2 claimed, no evidence");
  g_assert_false (gtk_widget_has_css_class (app_fixture_child (card, "rationale"), "carried"));
  g_assert_cmpint (get_level (fixture, fixture->unchanged[1]), ==, 0);
  g_assert_cmpint (get_level (fixture, fixture->changed), ==, 0);
}

static void
test_shows_what_changed (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *card = show_card (fixture, fixture->changed);
  GtkWidget *box = app_fixture_child (card, "carried");
  GtkExpander *changes = app_fixture_child (box, "changes");
  TsFramework *before = ts_assessment_model_get_previous_framework (fixture->model);
  const char *from = ts_crosswalk_find_to (ts_assessment_model_get_crosswalk (fixture->model), fixture->changed)->from;
  const char *wording = gtk_label_get_label (app_fixture_child (box, "wording"));

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (changes)));
  g_assert_cmpstr (gtk_expander_get_label (changes), ==, "What changed in the definition since 2008/09");
  g_assert_true (g_str_has_prefix (wording, fixture->note));
  g_assert_nonnull (strstr (wording, ts_framework_find_node (before, from)->descriptors[0]));
}

/* Only what is worded as it was is confirmed at once. */
static void
test_confirm_all_unchanged (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *overview = g_object_new (TS_TYPE_OVERVIEW_PAGE, NULL);
  GtkWindow *window = app_fixture_show (overview, 900, 800);

  ts_overview_page_set_model (TS_OVERVIEW_PAGE (overview), fixture->model);
  app_fixture_settle (overview);
  g_assert_true (gtk_widget_get_mapped (app_fixture_child (overview, "carry_card")));
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (overview, "carry_button_label")), ==, "Confirm All That Are Unchanged (2)");

  g_assert_true (click (overview, "assessment.confirm-unchanged"));
  wait_for_level (fixture, fixture->unchanged[0], 2);
  wait_for_level (fixture, fixture->unchanged[1], 2);
  g_assert_cmpint (get_level (fixture, fixture->changed), ==, 0);
  app_fixture_settle (overview);
  g_assert_false (gtk_widget_get_visible (app_fixture_child (overview, "carry_card")));
  gtk_window_destroy (window);

  g_assert_false (gtk_widget_get_visible (app_fixture_child (show_card (fixture, fixture->unchanged[0]), "carried")));
  g_assert_true (gtk_widget_get_visible (app_fixture_child (show_card (fixture, fixture->changed), "carried")));
}

/* To choose a level is to confirm what was carried forward, reason and all. */
static void
test_choosing_confirms (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *card = show_card (fixture, fixture->changed);

  g_assert_true (gtk_widget_activate_action (card, "rating.set", "i", 3));
  wait_for_level (fixture, fixture->changed, 3);
  app_fixture_settle (GTK_WIDGET (fixture->page));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (card, "carried")));
  g_assert_cmpstr (get_badge (card), ==, "Level 3 claimed, no evidence");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  add ("/app/carried-card/confirm-one", test_confirm_one);
  add ("/app/carried-card/shows-what-changed", test_shows_what_changed);
  add ("/app/carried-card/confirm-all-unchanged", test_confirm_all_unchanged);
  add ("/app/carried-card/choosing-confirms", test_choosing_confirms);

  return g_test_run ();
}
