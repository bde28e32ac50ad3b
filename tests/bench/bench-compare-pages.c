/* bench-compare-pages.c — what it costs to look at organisations side by side, in a window
 *
 * bench-compare-pages WORKBOOK [PAGE…]: opens the workspace Compare some times, shows one page after another, all if none is named, and prints for
 * each the microseconds from the key until its first complete frame is on the screen, of the clock on the wall and of the processor, and for how many
 * of the processor the main loop was away at most until there was nothing more to do; and the same when one comes back to it. Then it scrolls the map, and prints the microseconds of each frame. What
 * an empty window of libadwaita takes, and a frame of it, is printed as "empty" and "empty-frame".
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-card.h"
#include "app/compare/ts-compare-workspace.h"
#include "app/compare/ts-rules-page.h"
#include "app/ts-app-resource.h"
#include "app/ts-workspace.h"
#include "app/widgets/ts-chart-canvas.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-heatmap-canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_TURNS  7
#define N_FRAMES 100

/* In microseconds. */
#define FRAME_TIME 17000

static const char *const places[] = { "map", "trends", "gaps", "spread", "ranking", "measures", "rules" };

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

static void
print_time (const char *what,
            gint64      time)
{
  printf ("%s %" G_GINT64_FORMAT "\n", what, time);
}

/* --- The main loop ------------------------------------------------------------------------------------------------ */

static gint64 came_back; /* from waiting, in time of this thread */
static gint64 longest;   /* that it did not wait */

/* In microseconds. */
static gint64
get_time (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  longest = MAX (longest, get_time (CLOCK_THREAD_CPUTIME_ID) - came_back);
  result = g_poll (fds, n_fds, timeout);
  came_back = get_time (CLOCK_THREAD_CPUTIME_ID);

  return result;
}

/* --- Frames ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 begun;
  gint64 ended;
} Frame;

static void
on_before_paint (GdkFrameClock *clock,
                 Frame         *frame)
{
  frame->begun = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock,
                Frame         *frame)
{
  /* A frame that had begun before anybody asked does not count. */
  if (frame->begun != 0)
    frame->ended = g_get_monotonic_time ();
}

/* Until the widget is on the screen as it is now. Returns how long the frame itself took, without waiting for its turn. */
static gint64
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  Frame frame = { 0 };

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &frame);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frame);
  gtk_widget_queue_draw (widget);

  while (frame.ended == 0)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handlers_disconnect_by_data (clock, &frame);

  return frame.ended - frame.begun;
}

static gboolean
go_on (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
note_time (GdkFrameClock *clock,
           gint64        *time)
{
  *time = g_get_monotonic_time ();
}

/* Until there has been no frame for the time of three, and what was put off for when there is nothing else to do is done. */
static void
wait_for_rest (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 last = g_get_monotonic_time ();
  guint source = g_timeout_add (5, G_SOURCE_FUNC (go_on), NULL);

  g_signal_connect (clock, "after-paint", G_CALLBACK (note_time), &last);

  while (g_get_monotonic_time () - last < 3 * FRAME_TIME || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);

  g_signal_handlers_disconnect_by_data (clock, &last);
  g_source_remove (source);
}

static GtkWidget *
show_window (GtkWidget *content)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1280, "default-height", 840, "content", content, NULL);

  gtk_window_present (GTK_WINDOW (window));

  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);

  wait_for_frame (window);

  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));

  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
measure_empty (void)
{
  gint64 begin = g_get_monotonic_time ();
  GtkWidget *window = show_window (adw_bin_new ());

  print_time ("empty", g_get_monotonic_time () - begin);

  for (guint i = 0; i < N_FRAMES; i++)
    print_time ("empty-frame", wait_for_frame (window));

  close_window (window);
}

/* --- Pages -------------------------------------------------------------------------------------------------------- */

/* Whether everything below that can be seen shows what it has to. Without anything of that kind there is nothing to be seen yet. */
static gboolean
look (GtkWidget *widget,
      guint     *n_found)
{
  gboolean complete = TRUE;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return TRUE;

  if (TS_IS_CHART_VIEW (widget) && gtk_widget_get_ancestor (widget, TS_TYPE_COMPARE_CARD) != NULL)
    {
      (*n_found)++;
      complete = ts_chart_view_get_chart (TS_CHART_VIEW (widget)) != NULL;
    }
  else if (TS_IS_HEATMAP_CANVAS (widget))
    {
      (*n_found)++;
      complete = ts_heatmap_canvas_get_data (TS_HEATMAP_CANVAS (widget)) != NULL;
    }
  else if (TS_IS_RULES_PAGE (widget))
    {
      GtkLabel *sentence = GTK_LABEL (gtk_widget_get_template_child (widget, TS_TYPE_RULES_PAGE, "sentence"));

      (*n_found)++;
      complete = *gtk_label_get_label (sentence) != '\0';
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); complete && child != NULL; child = gtk_widget_get_next_sibling (child))
    complete = look (child, n_found);

  return complete;
}

/* Whether no chart is still laid out on a thread. */
static gboolean
is_laid_out (GtkWidget *widget)
{
  gboolean laid_out = TRUE;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return TRUE;

  if (TS_IS_CHART_CANVAS (widget) && ts_chart_canvas_get_chart (TS_CHART_CANVAS (widget)) != NULL)
    return ts_chart_canvas_get_scene (TS_CHART_CANVAS (widget)) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); laid_out && child != NULL; child = gtk_widget_get_next_sibling (child))
    laid_out = is_laid_out (child);

  return laid_out;
}

static void
wait_for_page (GtkWidget *workspace)
{
  GtkWidget *states = GTK_WIDGET (gtk_widget_get_template_child (workspace, TS_TYPE_COMPARE_WORKSPACE, "flap"));
  GtkWidget *pages = GTK_WIDGET (gtk_widget_get_template_child (workspace, TS_TYPE_COMPARE_WORKSPACE, "pages"));
  guint n_found = 0;

  while (!gtk_widget_get_child_visible (states) || !look (gtk_stack_get_visible_child (GTK_STACK (pages)), &n_found) || n_found == 0)
    {
      n_found = 0;
      g_main_context_iteration (NULL, TRUE);
    }

  wait_for_frame (workspace);

  if (!is_laid_out (gtk_stack_get_visible_child (GTK_STACK (pages))))
    {
      while (!is_laid_out (gtk_stack_get_visible_child (GTK_STACK (pages))))
        g_main_context_iteration (NULL, TRUE);

      wait_for_frame (workspace);
    }
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
scroll_map (GtkWidget *workspace)
{
  GtkWidget *canvas = find_type (workspace, TS_TYPE_HEATMAP_CANVAS);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (canvas, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double way = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, way * i / N_FRAMES);
      print_time ("scroll", wait_for_frame (canvas));
    }
}

/* A page that is shown first shows what the session brings. */
static void
measure_page (TsCompareWorkspace *workspace,
              TsSession          *session,
              const char         *place,
              const char         *what)
{
  gint64 begin = g_get_monotonic_time ();
  gint64 begin_used = get_time (CLOCK_PROCESS_CPUTIME_ID);
  gint64 time;
  gint64 used;

  longest = 0;
  came_back = get_time (CLOCK_THREAD_CPUTIME_ID);
  ts_workspace_set_session (TS_WORKSPACE (workspace), session);
  ts_compare_workspace_show_place (workspace, place);
  wait_for_page (GTK_WIDGET (workspace));
  time = g_get_monotonic_time () - begin;
  used = get_time (CLOCK_PROCESS_CPUTIME_ID) - begin_used;
  wait_for_rest (GTK_WIDGET (workspace));
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", what, time, used, longest);
}

/* The map comes first, and with it what it takes to open the workspace. */
static gboolean
is_chosen (char       **chosen,
           const char  *place)
{
  return *chosen == NULL || g_str_equal (place, places[0]) || g_strv_contains ((const char *const *) chosen, place);
}

static void
measure_pages (TsSession  *session,
               char      **chosen,
               gboolean    scroll)
{
  GtkWidget *workspace = ts_compare_workspace_new ();
  GtkWidget *window = show_window (workspace);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      const char *place = places[i % G_N_ELEMENTS (places)];
      g_autofree char *what = g_strdup_printf (i < G_N_ELEMENTS (places) ? "%s" : "%s-again", place);

      if (is_chosen (chosen, place))
        measure_page (TS_COMPARE_WORKSPACE (workspace), session, place, what);
    }

  if (scroll)
    {
      ts_compare_workspace_show_place (TS_COMPARE_WORKSPACE (workspace), "map");
      wait_for_page (workspace);
      scroll_map (workspace);
    }

  ts_workspace_set_session (TS_WORKSPACE (workspace), NULL);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  TsSession *session = NULL;

  if (argc < 2)
    {
      g_printerr ("Usage: bench-compare-pages WORKBOOK [PAGE…]\n");
      return 2;
    }

  adw_init ();
  ts_app_resource_register ();
  g_main_context_set_poll_func (NULL, watch_poll);
  ts_session_open_async (argv[1], TS_OPEN_READ_ONLY, "Bench", NULL, take_session, &session);

  while (session == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < N_TURNS; i++)
    {
      measure_empty ();
      measure_pages (session, argv + 2, i == 0);
    }

  return EXIT_SUCCESS;
}
