/* ts-first-frame.c — for measuring how long a start takes
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-first-frame.h"

#include <stdio.h>

static gboolean
quit (gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

/* A page that says "Opening" is no page yet. */
static gboolean
has_page (TsWindow *window)
{
  TsAssessmentModel *assessment = ts_window_get_assessment (window);

  return ts_window_is_free (window) || (assessment != NULL && ts_assessment_model_get_loaded (assessment));
}

static void
on_after_paint (GdkFrameClock *clock,
                TsWindow      *window)
{
  /* Nothing runs between the layout and the end of a frame: what is loaded now is in this frame. */
  if (!has_page (window))
    return;

  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  puts ("first frame");
  fflush (stdout);
  g_idle_add (quit, window);
}

static void
on_map (TsWindow *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (on_after_paint),
                           window, 0);
}

/**
 * ts_first_frame_quit_after:
 * @window: a window that is not shown yet
 *
 * Prints the line "first frame" as soon as a page with its contents has been drawn, and closes the window. tests/bench waits for
 * that line; nothing else does.
 */
void
ts_first_frame_quit_after (TsWindow *window)
{
  g_return_if_fail (TS_IS_WINDOW (window));

  g_signal_connect (window, "map", G_CALLBACK (on_map), NULL);
}
