/* ts-help-safety.c — the guide to keeping work safe
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/help/ts-help-text.h"

#include <glib/gi18n-lib.h>

static const TsHelpBlock keep[] = {
  { TS_HELP_TEXT, N_("There is nothing to save. Each change is in the file as soon as the line under the title says “All changes kept”.") },
  { TS_HELP_TEXT, N_("Every step can be undone, also after a restart. The Undo button says what it would undo. Only what a board approved is not undone: it is "
                     "reopened, with a reason.") },
  { 0 },
};

static const TsHelpBlock backups[] = {
  { TS_HELP_TEXT, N_("Backups are made by themselves when you close a workbook that you have changed, and once a day while you work. The last few are kept, then one "
                     "for each of the last days, weeks and months. They lie in your own data folder, away from the workbook; Preferences shows where.") },
  { TS_HELP_TEXT, N_("They do not help when the computer is lost. Save a copy on another disk or a network drive now and then.") },
  { 0 },
};

static const TsHelpBlock restore[] = {
  { TS_HELP_STEP, N_("Choose Restore from a Backup in the main menu. If the workbook cannot be opened any more, the message that says so offers the same.") },
  { TS_HELP_STEP, N_("Choose a backup by its day and time, or a copy that you saved, and press Restore.") },
  { TS_HELP_TEXT, N_("The backup is checked before anything happens, and what is in the workbook now is kept as a backup itself, so that you can always come back.") },
  { TS_HELP_TEXT, N_("To bring back a single value, use the page History instead.") },
  { 0 },
};

static const TsHelpBlock copy[] = {
  { TS_HELP_TEXT, N_("“Save a Copy” in the main menu writes the whole workbook, evidence and history included, into a new file and checks it. You go on working in "
                     "the workbook that you have open, not in the copy.") },
  { 0 },
};

static const TsHelpBlock people[] = {
  { TS_HELP_TEXT, N_("Several people can take turns on one file. Each change is kept with the name of who made it; the main menu names who is working now. When somebody "
                     "else takes over, choose that line and say who.") },
  { TS_HELP_TEXT, N_("Only one person at a time can change a workbook. Others can open it meanwhile to look at; “Try to Edit” in the bar under the title takes over as soon "
                     "as it is free.") },
  { 0 },
};

static const TsHelpSection sections[] = {
  { "keep", N_("Nothing to Save"), keep },
  { "backups", N_("Backups"), backups },
  { "restore", N_("Go Back to a Backup"), restore },
  { "copy", N_("Save a Copy"), copy },
  { "people", N_("Several People, One File"), people },
  { 0 },
};

const TsHelpGuide ts_help_safety = {
  "safety",
  N_("Keeping Your Work Safe"),
  N_("Saving, backups, copies, and working with others"),
  "security-high-symbolic",
  sections,
};
