/* ts-filter-button.h — one thing that is chosen of what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsFilterOption:
 * @heading: (nullable): begins a new part of the list, under this heading
 * @action: the action that choosing it activates, with a string: its @id
 * @id: what it stands for
 * @label: what it is called
 * @note: (nullable): more about it
 * @alone: whether it and its neighbours of the same action exclude each other
 * @active: whether it is chosen
 */
typedef struct
{
  const char *heading;
  const char *action;
  char *id;
  char *label;
  const char *note;
  gboolean alone;
  gboolean active;
} TsFilterOption;

/**
 * TsFilterButton:
 *
 * A button that says what is chosen, with a popover of options to choose from: check marks for what can be chosen together, radio marks for what
 * cannot. What is shown always follows ts_filter_button_set(); choosing only activates an action.
 *
 * A screen reader hears what the choice is about as well: "Layer: Final".
 */
#define TS_TYPE_FILTER_BUTTON (ts_filter_button_get_type ())

G_DECLARE_FINAL_TYPE (TsFilterButton, ts_filter_button, TS, FILTER_BUTTON, AdwBin)

GtkWidget *ts_filter_button_new (const char *title);
GArray *ts_filter_options_new (void);
void ts_filter_options_add (GArray     *options,
                            const char *heading,
                            const char *action,
                            const char *id,
                            const char *label,
                            const char *note,
                            gboolean    alone,
                            gboolean    active);
void ts_filter_button_set (TsFilterButton *self,
                           const char     *text,
                           const GArray   *options);
void ts_filter_button_set_chosen (TsFilterButton *self,
                                  gboolean        chosen);
gboolean ts_filter_button_is_chosen (TsFilterButton *self);
const char *ts_filter_button_get_text (TsFilterButton *self);

G_END_DECLS
