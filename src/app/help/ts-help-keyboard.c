/* ts-help-keyboard.c — the guide to the keyboard
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/help/ts-help-text.h"

#include <glib/gi18n-lib.h>

static const TsHelpBlock move[] = {
  { TS_HELP_TEXT, N_("Everything can be done without a mouse. Tab goes to the next thing that can be used, Shift and Tab back; in lists and among levels, the arrow keys "
                     "move.") },
  { TS_HELP_KEYS, N_("Use what has the focus"), "Return space" },
  { TS_HELP_KEYS, N_("Close a dialog or a list"), "Escape" },
  { TS_HELP_KEYS, N_("Next and previous competency"), "<Control>Page_Down <Control>Page_Up" },
  { TS_HELP_KEYS, N_("Overview"), "<Alt>Home" },
  { TS_HELP_KEYS, N_("Show or hide the sidebar"), "F9" },
  { TS_HELP_KEYS, N_("Main menu"), "F10" },
  { 0 },
};

static const TsHelpBlock criterion[] = {
  { TS_HELP_KEYS, N_("Choose a level"), "1...4" },
  { TS_HELP_KEYS, N_("Take the level away"), "0 Delete" },
  { TS_HELP_KEYS, N_("Next and previous level"), "Right Left" },
  { TS_HELP_KEYS, N_("Next and previous criterion"), "<Control>Down <Control>Up" },
  { TS_HELP_KEYS, N_("Attach copied files"), "<Control>v" },
  { TS_HELP_KEYS, N_("Unlink the evidence that has the focus"), "Delete" },
  { 0 },
};

static const TsHelpBlock workbook[] = {
  { TS_HELP_KEYS, N_("Undo"), "<Control>z" },
  { TS_HELP_KEYS, N_("Redo"), "<Control><Shift>z" },
  { TS_HELP_KEYS, N_("Search"), "<Control>f" },
  { TS_HELP_KEYS, N_("New assessment"), "<Control>n" },
  { TS_HELP_KEYS, N_("Open a workbook"), "<Control>o" },
  { TS_HELP_KEYS, N_("Save a copy"), "<Control><Shift>s" },
  { TS_HELP_KEYS, N_("Print"), "<Control>p" },
  { TS_HELP_KEYS, N_("Save as PDF"), "<Control><Shift>p" },
  { TS_HELP_KEYS, N_("Help for where you are"), "F1" },
  { TS_HELP_KEYS, N_("All keyboard shortcuts"), "<Control>question" },
  { 0 },
};

static const TsHelpSection sections[] = {
  { "move", N_("Move Around"), move },
  { "criterion", N_("On a Criterion"), criterion },
  { "workbook", N_("With the Workbook"), workbook },
  { 0 },
};

const TsHelpGuide ts_help_keyboard = {
  "keyboard",
  N_("Keyboard"),
  N_("The keys that save most time"),
  "input-keyboard-symbolic",
  sections,
};
