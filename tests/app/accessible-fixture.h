/* accessible-fixture.h — whether a window can be used without seeing it and without a mouse
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* Fails the test for each control shown below the widget that has no name, by its place in the tree. Returns how many have one. */
int accessible_fixture_check_names (GtkWidget  *root,
                                    const char *where);

/* Goes through the window by Tab, both ways: fails the test where Tab leads on no more, needs too many steps, or leaves a
 * control out. Returns the number of stops. */
int accessible_fixture_check_keyboard (GtkWindow  *window,
                                       const char *where);

G_END_DECLS
