/* accessible-fixture.c — whether a window can be used without seeing it and without a mouse
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accessible-fixture.h"

/* More stops than this are no way to go by Tab. */
#define MAX_STOPS 150

typedef void (*Visit) (GtkWidget *widget,
                       gpointer   data);

static void
visit (GtkWidget *widget,
       Visit      function,
       gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  function (widget, data);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      /* What comes up before a widget is checked when it is up. */
      if (!GTK_IS_NATIVE (child))
        visit (child, function, data);
    }
}

/* Lists and what scrolls take the focus only to pass it on; the buttons of the window itself have keys of their own. */
static gboolean
is_control (GtkWidget *widget)
{
  static const char *const containers[] = {
    "GtkScrolledWindow",
    "GtkViewport",
    "GtkListBox",
    "GtkListView",
    "GtkColumnView",
    "GtkColumnListView",
    "GtkFlowBox",
    "GtkPopover",
    "GtkPopoverContent",
    "GtkNotebook",
    "AdwExpanderRow",
  };

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_get_can_focus (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;

  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (widget), containers[i]))
        return FALSE;
    }

  /* What shows the choice is a row of the list that never has the focus. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL &&
      (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL || gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL))
    return FALSE;

  return TRUE;
}

static char *
describe (GtkWidget *widget)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; widget != NULL && i < 6; i++, widget = gtk_widget_get_parent (widget))
    {
      g_autofree char *label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");

      g_string_append_printf (words, "%s%s", i > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));

      if (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)) != NULL)
        g_string_append_printf (words, "#%s", gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));

      if (label != NULL)
        g_string_append_printf (words, " “%s”", label);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

typedef struct
{
  const char *where;
  int n_named;
} Names;

/* GTK 4.8 says the name of the class where there is no other, and reads the mark of the access key out loud. */
static void
check_name (GtkWidget *widget,
            gpointer   data)
{
  Names *names = data;
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *place = NULL;
  g_autofree char *label = NULL;

  if (!is_control (widget))
    return;

  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) || GTK_IS_LABEL (widget))
    {
      names->n_named++;
      return;
    }

  place = describe (widget);

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      g_test_message ("%s: no name: %s", names->where, place);
      g_test_fail ();
      return;
    }

  label = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  /* The check says nothing when the label is what it was compared with. */
  if (label == NULL || label[0] == '\0' || strchr (label, '_') != NULL)
    {
      g_test_message ("%s: the name “%s” is none: %s", names->where, label, place);
      g_test_fail ();
      return;
    }

  names->n_named++;
}

int
accessible_fixture_check_names (GtkWidget  *root,
                                const char *where)
{
  Names names = { where };

  visit (root, check_name, &names);

  return names.n_named;
}

/* The widget with which the arrow keys lead to all that is in it, so that Tab needs to reach just one. */
static GtkWidget *
find_composite (GtkWidget *widget)
{
  static const char *const composites[] = {
    "GtkListBox",
    "GtkListView",
    "GtkColumnView",
    "GtkFlowBox",
    "TsLevelPicker",
    "TsChartCanvas",
    "TsHeatmapCanvas",
    "GtkCalendar",
    "GtkStackSwitcher",
    "AdwViewSwitcher",
  };

  for (widget = gtk_widget_get_parent (widget); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      for (guint i = 0; i < G_N_ELEMENTS (composites); i++)
        {
          if (g_str_equal (G_OBJECT_TYPE_NAME (widget), composites[i]))
            return widget;
        }
    }

  return NULL;
}

typedef struct
{
  const char *where;
  GHashTable *stops;      /* (element-type GtkWidget) */
  GHashTable *composites; /* (element-type GtkWidget) in which there is a stop */
} Reach;

static void
check_reach (GtkWidget *widget,
             gpointer   data)
{
  Reach *reach = data;
  GtkWidget *composite;

  if (!is_control (widget) || g_hash_table_contains (reach->stops, widget))
    return;

  composite = find_composite (widget);

  /* A row is reached with its list; what a row has in it, by Tab from there. */
  if (composite != NULL && g_hash_table_contains (reach->composites, composite))
    return;

  {
    g_autofree char *place = describe (widget);

    g_test_message ("%s: Tab does not lead to %s", reach->where, place);
    g_test_fail ();
  }
}

static int
go_round (GtkWindow        *window,
          GtkDirectionType  direction,
          const char       *where)
{
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) composites = g_hash_table_new (NULL, NULL);
  GtkWidget *first = NULL;

  gtk_window_set_focus (window, NULL);

  while (gtk_widget_child_focus (GTK_WIDGET (window), direction))
    {
      GtkWidget *focus = gtk_window_get_focus (window);
      g_autofree char *place = NULL;

      /* A list is entered where it was left, so that it may come round to another of its rows. */
      if (focus == first ||
          (focus != NULL && g_hash_table_contains (stops, focus) && find_composite (focus) != NULL && find_composite (focus) == find_composite (first)))
        break;

      place = focus != NULL ? describe (focus) : g_strdup ("nothing");

      if (focus == NULL || g_hash_table_size (stops) == MAX_STOPS || !g_hash_table_add (stops, focus))
        {
          g_test_message ("%s: after %u steps Tab does not lead on from %s", where, g_hash_table_size (stops), place);
          g_test_fail ();
          break;
        }

      if (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (focus)))
        {
          g_test_message ("%s: Tab is a letter in %s", where, place);
          g_test_fail ();
        }

      if (find_composite (focus) != NULL)
        g_hash_table_add (composites, find_composite (focus));

      if (first == NULL)
        first = focus;
    }

  visit (GTK_WIDGET (window), check_reach, &(Reach) { where, stops, composites });

  return (int) g_hash_table_size (stops);
}

int
accessible_fixture_check_keyboard (GtkWindow  *window,
                                   const char *where)
{
  g_autofree char *backwards = g_strconcat (where, ", backwards", NULL);
  int n_stops = go_round (window, GTK_DIR_TAB_FORWARD, where);

  go_round (window, GTK_DIR_TAB_BACKWARD, backwards);

  return n_stops;
}
