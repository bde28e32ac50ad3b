/* bench-organisations.c — what it costs to look at many organisations
 *
 * bench-organisations WORKBOOK: opens the page of organisations some times and prints the microseconds until its list is on the screen, and the
 * longest for which nothing else could be done meanwhile; types into its search, and prints the same. The entry does not wait for the next letter here.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-organisations-page.h"
#include "app/ts-app-resource.h"

#include <stdio.h>
#include <stdlib.h>

#define N_TURNS 7

static gint64 longest;

static void
step (void)
{
  gint64 begin;

  /* What there is to wait for is no part of it. */
  while (!g_main_context_pending (NULL))
    g_usleep (20);

  begin = g_get_monotonic_time ();
  g_main_context_iteration (NULL, FALSE);
  longest = MAX (longest, g_get_monotonic_time () - begin);
}

static void
set_true (gboolean *flag)
{
  *flag = TRUE;
}

static void
take_session (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(TsSession **) user_data = ts_session_open_finish (result, &error);

  if (error != NULL)
    g_error ("%s", error->message);
}

static gpointer
get_child (GtkWidget  *page,
           const char *name)
{
  return gtk_widget_get_template_child (page, TS_TYPE_ORGANISATIONS_PAGE, name);
}

/* Until the page is on the screen as it is now. */
static void
wait_for_frame (GtkWidget *page)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_true), &painted);

  gtk_widget_queue_draw (page);

  while (!painted)
    step ();

  g_signal_handler_disconnect (clock, handler);
}

static gint64
time_opening (GtkWidget *page,
              TsSession *session)
{
  gint64 begin = g_get_monotonic_time ();

  ts_organisations_page_set_session (TS_ORGANISATIONS_PAGE (page), session);

  while (!g_str_equal (gtk_stack_get_visible_child_name (get_child (page, "stack")), "list"))
    step ();

  wait_for_frame (page);

  return g_get_monotonic_time () - begin;
}

typedef struct
{
  const char *text;
  gboolean searched;
} Typing;

/* Text that replaces another is empty in between. */
static void
take_text (GtkEditable *search,
           Typing      *typing)
{
  typing->searched |= g_str_equal (gtk_editable_get_text (search), typing->text);
}

static gint64
time_typing (GtkWidget  *page,
             const char *text)
{
  GtkWidget *search = get_child (page, "search");
  Typing typing = { text, FALSE };
  gulong handler = g_signal_connect_data (search, "search-changed", G_CALLBACK (take_text), &typing, NULL, G_CONNECT_AFTER);
  gint64 begin = g_get_monotonic_time ();

  gtk_editable_set_text (GTK_EDITABLE (search), text);

  while (!typing.searched)
    step ();

  wait_for_frame (page);
  g_signal_handler_disconnect (search, handler);

  return g_get_monotonic_time () - begin;
}

static void
print_time (const char *what,
            gint64      time)
{
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", what, time, longest);
  longest = 0;
}

int
main (int   argc,
      char *argv[])
{
  static const char *const words[] = { "f", "fi", "fict", "tional 4", "nothing of it", "ZZ00" };
  TsSession *session = NULL;
  GtkWidget *window;
  GtkWidget *page;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-organisations WORKBOOK\n");
      return 2;
    }

  adw_init ();
  ts_app_resource_register ();
  ts_session_open_async (argv[1], TS_OPEN_READ_ONLY, "Bench", NULL, take_session, &session);

  while (session == NULL)
    g_main_context_iteration (NULL, TRUE);

  page = ts_organisations_page_new ();
  window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1180, "default-height", 780, "content", page, NULL);
  gtk_window_present (GTK_WINDOW (window));

  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);

  wait_for_frame (page);
  gtk_search_entry_set_search_delay (get_child (page, "search"), 0);

  for (guint i = 0; i < N_TURNS; i++)
    {
      longest = 0;
      print_time ("open", time_opening (page, session));

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        print_time ("type", time_typing (page, words[j]));

      time_typing (page, "");
      ts_organisations_page_set_session (TS_ORGANISATIONS_PAGE (page), NULL);
    }

  return EXIT_SUCCESS;
}
