/* app-fixture.h — widgets in a test
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* In place of g_test_init (): also starts GTK and registers the templates. Ends the program as skipped where there is no display. */
void app_fixture_init (int    *argc,
                       char ***argv);

/* A window of a size with the widget in it, shown and laid out. */
GtkWindow *app_fixture_show (GtkWidget *widget,
                             int        width,
                             int        height);

/* Turns the main loop until nothing is left to be laid out or drawn. */
void app_fixture_settle (GtkWidget *widget);

/* What the widget looks like, in pixels of 32 bits. */
cairo_surface_t *app_fixture_picture (GtkWidget *widget);

/* (transfer none): a named child of a widget's template. */
gpointer app_fixture_child (gpointer    widget,
                            const char *name);

/* The handler of a key in one of the widget's own controllers, as if it had been pressed; whether it was taken. */
gboolean app_fixture_press (GtkWidget *widget,
                            guint      keyval);

/* (transfer full): what the clipboard has as text. */
char *app_fixture_read_clipboard (GtkWidget *widget);

G_END_DECLS
