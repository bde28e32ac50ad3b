/* test-level-picker.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "key-fixture.h"

#include "app/widgets/ts-level-button.h"
#include "app/widgets/ts-level-layout.h"
#include "app/widgets/ts-level-picker.h"
#include "exchange/ts-framework-library.h"

typedef struct
{
  TsFramework *framework;
  TsLevelPicker *picker;
  GtkWindow *window;
  GSimpleActionGroup *rating;
  GSimpleActionGroup *criterion;
  GString *asked; /* what the picker asked for, in order */
} Fixture;

static void
on_set (GSimpleAction *action,
        GVariant      *level,
        gpointer       user_data)
{
  g_string_append_printf (user_data, "set %d;", g_variant_get_int32 (level));
}

static void
on_clear (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_string_append (user_data, "clear;");
}

static void
on_step (GSimpleAction *action,
         GVariant      *step,
         gpointer       user_data)
{
  g_string_append_printf (user_data, "step %d;", g_variant_get_int32 (step));
}

static void
add_action (GSimpleActionGroup *group,
            const char         *name,
            const GVariantType *type,
            GCallback           callback,
            gpointer            data)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect (action, "activate", callback, data);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->framework = ts_framework_library_get ("wcc-year-2", &error);
  g_assert_no_error (error);

  fixture->asked = g_string_new (NULL);
  fixture->rating = g_simple_action_group_new ();
  fixture->criterion = g_simple_action_group_new ();
  add_action (fixture->rating, "set", G_VARIANT_TYPE_INT32, G_CALLBACK (on_set), fixture->asked);
  add_action (fixture->rating, "clear", NULL, G_CALLBACK (on_clear), fixture->asked);
  add_action (fixture->criterion, "step", G_VARIANT_TYPE_INT32, G_CALLBACK (on_step), fixture->asked);

  fixture->picker = TS_LEVEL_PICKER (ts_level_picker_new ());
  ts_level_picker_set_node (fixture->picker, ts_framework_find_node (fixture->framework, "5a"));
  fixture->window = app_fixture_show (GTK_WIDGET (fixture->picker), 1000, 300);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "rating", G_ACTION_GROUP (fixture->rating));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "criterion", G_ACTION_GROUP (fixture->criterion));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer picker = fixture->picker;

  g_object_add_weak_pointer (G_OBJECT (picker), &picker);
  gtk_window_destroy (fixture->window);
  g_assert_null (picker);

  g_object_unref (fixture->rating);
  g_object_unref (fixture->criterion);
  g_string_free (fixture->asked, TRUE);
  ts_framework_unref (fixture->framework);
}

static void
count (guint *n_notifications)
{
  (*n_notifications)++;
}

static void
test_notifies (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const names[] = { "level", "previous-level", "target" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);
      guint n_notifications = 0;
      int value;

      g_signal_connect_swapped (fixture->picker, signal, G_CALLBACK (count), &n_notifications);

      g_object_set (fixture->picker, names[i], 3, NULL);
      g_assert_cmpuint (n_notifications, ==, 1);
      g_object_set (fixture->picker, names[i], 3, NULL);
      g_assert_cmpuint (n_notifications, ==, 1);
      g_object_get (fixture->picker, names[i], &value, NULL);
      g_assert_cmpint (value, ==, 3);
      g_object_set (fixture->picker, names[i], 0, NULL);
      g_assert_cmpuint (n_notifications, ==, 2);
      g_signal_handlers_disconnect_by_data (fixture->picker, &n_notifications);
    }
}

static TsLevelButton *
button (Fixture *fixture,
        int      level)
{
  return TS_LEVEL_BUTTON (ts_level_picker_get_button (fixture->picker, level));
}

/* A click asks; what is lit changes only when somebody says that it is kept. */
static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  g_signal_emit_by_name (button (fixture, 2), "clicked");
  g_assert_cmpstr (fixture->asked->str, ==, "set 2;");
  g_assert_false (ts_level_button_get_chosen (button (fixture, 2)));

  ts_level_picker_set_level (fixture->picker, 2);

  for (int level = 1; level <= 4; level++)
    g_assert_cmpint (ts_level_button_get_chosen (button (fixture, level)), ==, level == 2);

  g_assert_null (ts_level_picker_get_button (fixture->picker, 0));
  g_assert_null (ts_level_picker_get_button (fixture->picker, 5));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *first = GTK_WIDGET (button (fixture, 1));

  /* Tab comes in at the lowest level while nothing is chosen and there was nothing last year. */
  gtk_window_set_focus (fixture->window, NULL);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->picker)));
  g_assert_true (gtk_widget_is_focus (first));

  /* At the start of the row there is nowhere to go, and the focus stays in the scale. */
  g_assert_true (key_fixture_press (first, GDK_KEY_Left, 0));
  g_assert_true (gtk_widget_is_focus (first));
  g_assert_true (key_fixture_press (first, GDK_KEY_Right, 0));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (button (fixture, 2))));
  g_assert_cmpstr (fixture->asked->str, ==, "");

  /* All four stand in one row here. */
  g_assert_true (key_fixture_press (GTK_WIDGET (button (fixture, 2)), GDK_KEY_Down, 0));
  g_assert_true (key_fixture_press (GTK_WIDGET (button (fixture, 2)), GDK_KEY_Up, 0));
  g_assert_true (key_fixture_press (GTK_WIDGET (button (fixture, 2)), GDK_KEY_Delete, 0));
  g_assert_true (key_fixture_press (GTK_WIDGET (button (fixture, 2)), GDK_KEY_BackSpace, 0));
  g_assert_cmpstr (fixture->asked->str, ==, "step 1;step -1;clear;clear;");

  ts_level_picker_set_previous_level (fixture->picker, 3);
  gtk_window_set_focus (fixture->window, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->picker));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (button (fixture, 3))));

  ts_level_picker_set_level (fixture->picker, 4);
  gtk_window_set_focus (fixture->window, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->picker));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (button (fixture, 4))));
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  graphene_rect_t one;
  graphene_rect_t four;

  gtk_widget_set_direction (GTK_WIDGET (fixture->picker), GTK_TEXT_DIR_RTL);
  app_fixture_settle (GTK_WIDGET (fixture->picker));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (button (fixture, 1)), GTK_WIDGET (fixture->picker), &one));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (button (fixture, 4)), GTK_WIDGET (fixture->picker), &four));
  g_assert_cmpfloat (one.origin.x, >, four.origin.x);

  gtk_widget_grab_focus (GTK_WIDGET (button (fixture, 1)));
  g_assert_true (key_fixture_press (GTK_WIDGET (button (fixture, 1)), GDK_KEY_Left, 0));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (button (fixture, 2))));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  const TsNode *node = ts_framework_find_node (fixture->framework, "5a");
  GtkAccessible *second = GTK_ACCESSIBLE (button (fixture, 2));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->picker), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_role (second, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL, "5a level 2, Developing");
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, node->descriptors[1]);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  ts_level_picker_set_level (fixture->picker, 2);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  ts_level_picker_set_level (fixture->picker, 0);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  ts_level_picker_set_editable (fixture->picker, FALSE);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_DISABLED, TRUE);
}

/* Red, amber and green are told by name. */
static void
test_rating_scale (Fixture       *fixture,
                   gconstpointer  data)
{
  ts_level_picker_set_node (fixture->picker, ts_framework_find_node (fixture->framework, "strategy.1"));

  g_assert_nonnull (button (fixture, 3));
  g_assert_null (ts_level_picker_get_button (fixture->picker, 4));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (fixture, 2)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Clear vision and measurable goals: Amber");
}

/* The same room for each, and nothing beyond the picker's own, at any width. */
static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  static const int widths[] = { 1000, 640, 360, 280 };
  guint last_columns = 4;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      guint n_columns = 0;

      gtk_window_destroy (fixture->window);
      fixture->picker = TS_LEVEL_PICKER (ts_level_picker_new ());
      ts_level_picker_set_node (fixture->picker, ts_framework_find_node (fixture->framework, "5a"));
      fixture->window = app_fixture_show (GTK_WIDGET (fixture->picker), widths[i], 300);

      for (int level = 1; level <= 4; level++)
        {
          graphene_rect_t first;
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (button (fixture, 1)), GTK_WIDGET (fixture->picker), &first));
          g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (button (fixture, level)), GTK_WIDGET (fixture->picker), &bounds));
          g_assert_cmpfloat (bounds.origin.x, >=, 0);
          g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture->picker)));
          g_assert_cmpfloat (bounds.size.width, ==, first.size.width);

          if (bounds.origin.y == first.origin.y)
            {
              g_assert_cmpfloat (bounds.size.height, ==, first.size.height);
              n_columns++;
            }
        }

      g_assert_cmpuint (4 % n_columns, ==, 0);
      g_assert_cmpuint (n_columns, <=, last_columns);
      last_columns = n_columns;
    }

  g_assert_cmpuint (last_columns, ==, 1);
}

static void
test_columns (void)
{
  static const struct
  {
    guint n_levels;
    int width;
    guint n_columns;
  } cases[] = {
    { 4, 430, 4 },
    { 4, 429, 2 },
    { 4, 210, 2 },
    { 4, 209, 1 },
    { 4, 10, 1 },
    { 3, 320, 3 },
    { 3, 319, 1 },
    { 2, 210, 2 },
    { 2, 209, 1 },
    { 1, 10, 1 },
    { 5, 540, 5 },
    { 5, 320, 3 },
    { 5, 319, 2 },
    { 5, 209, 1 },
    { 9, 540, 5 },
    { 9, 320, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ts_level_layout_choose_columns (cases[i].n_levels, 100, 10, cases[i].width), ==, cases[i].n_columns);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/level-picker/columns", test_columns);
  g_test_add ("/level-picker/notifies", Fixture, NULL, set_up, test_notifies, tear_down);
  g_test_add ("/level-picker/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/level-picker/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/level-picker/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/level-picker/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/level-picker/rating-scale", Fixture, NULL, set_up, test_rating_scale, tear_down);
  g_test_add ("/level-picker/layout", Fixture, NULL, set_up, test_layout, tear_down);

  return g_test_run ();
}
