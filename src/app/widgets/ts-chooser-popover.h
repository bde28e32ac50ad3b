/* ts-chooser-popover.h — one out of a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsChooserTextFunc:
 * @item: an item of the list
 *
 * Returns: (transfer full): a line about it
 */
typedef char *(*TsChooserTextFunc) (gpointer item);

/**
 * TsChooserPopover:
 *
 * A popover with a list to choose from, two lines an item, and a search entry where the list is long. Typing searches at once; Down leads
 * into the list, Enter takes what is first.
 *
 * ## Signals
 *
 * - `chosen (GObject *item)`: the popover has closed
 */
#define TS_TYPE_CHOOSER_POPOVER (ts_chooser_popover_get_type ())

G_DECLARE_FINAL_TYPE (TsChooserPopover, ts_chooser_popover, TS, CHOOSER_POPOVER, GtkPopover)

void ts_chooser_popover_set_functions (TsChooserPopover *self,
                                       TsChooserTextFunc title,
                                       TsChooserTextFunc subtitle);
void ts_chooser_popover_set_model (TsChooserPopover *self,
                                   GListModel       *model);
void ts_chooser_popover_set_current (TsChooserPopover *self,
                                     gpointer          item);
void ts_chooser_popover_set_extra (TsChooserPopover *self,
                                   const char       *label,
                                   const char       *action_name);

G_END_DECLS
