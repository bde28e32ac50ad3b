/* ts-help-reviewer.c — the guide for whoever reads a submission
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/help/ts-help-text.h"

#include <glib/gi18n-lib.h>

static const TsHelpBlock look[] = {
  { TS_HELP_TEXT, N_("Work on a copy, and keep the file that you were sent as it came. Nothing is changed by looking; what you do change is noted in the history "
                     "with your name.") },
  { TS_HELP_TEXT, N_("A workbook that somebody else has open, or that lies where you may not write, opens to look at only. A bar under the title says so. What is "
                     "changed there meanwhile is shown here at once.") },
  { 0 },
};

static const TsHelpBlock levels[] = {
  { TS_HELP_STEP, N_("Begin with the overview: levels against targets and last year, the weakest areas, and what is not rated.") },
  { TS_HELP_STEP, N_("Open a competency. Hold the reason of each criterion against the description of its level: is all of it there?") },
  { TS_HELP_STEP, N_("“Why?” shows how the level of a competency comes about, and whether it depends on the rule. Where it does, the criteria are worth a closer look.") },
  { 0 },
};

static const TsHelpBlock evidence[] = {
  { TS_HELP_TEXT, N_("Open an item to read it in the program that you have for it; you get a copy, so that the workbook cannot be changed by accident. Its details say "
                     "when it was received, which period it covers and on which page to look.") },
  { TS_HELP_TEXT, N_("Evidence marked as out of date covers a period that ended before the year began. An item that serves very many criteria is worth a question; "
                     "the page Evidence can be sorted by that.") },
  { 0 },
};

static const TsHelpBlock history[] = {
  { TS_HELP_TEXT, N_("The page History lists every change: who made it, when, and from what to what. Narrow it down by criterion, by person or by day.") },
  { TS_HELP_TEXT, N_("“As It Stood On…” shows the assessment on any date, for example on the day of a board meeting. An earlier value can be brought back; that is "
                     "a new change and hides nothing.") },
  { TS_HELP_TEXT, N_("The page Sign-off has the fingerprint of what the board approved, and says whether what you see is still exactly that.") },
  { TS_HELP_TEXT, N_("That nobody has tampered with the file itself is proved by this command:") },
  { TS_HELP_COMMAND, "touchstonectl verify WORKBOOK" },
  { 0 },
};

static const TsHelpBlock tables[] = {
  { TS_HELP_TEXT, N_("Charts and lists on the screen can be copied as tables; a spreadsheet takes them as they are. A chart’s own menu saves it as a picture.") },
  { TS_HELP_TEXT, N_("For all of a workbook at once, these commands write files:") },
  { TS_HELP_COMMAND, "touchstonectl export WORKBOOK levels -o levels.csv" },
  { TS_HELP_COMMAND, "touchstonectl export WORKBOOK evidence -o evidence.csv" },
  { TS_HELP_COMMAND, "touchstonectl chart WORKBOOK radar -o radar.pdf" },
  { 0 },
};

static const TsHelpBlock review[] = {
  { TS_HELP_STEP, N_("Prepare: begin a round, make its panels, seat their members, and assign the assessments, one by one or evenly.") },
  { TS_HELP_STEP, N_("Interests: everybody declares theirs before they look. Where one stands in the way, the person can neither open nor score the submission until it is "
                     "decided whether they leave, stay without scoring, or are cleared with a reason.") },
  { TS_HELP_STEP, N_("Desk Analysis: read what is claimed beside the descriptions of the levels, say how far each item of evidence carries it, and write what the panel should ask.") },
  { TS_HELP_STEP, N_("My Scores: score every criterion with the keys 1 to 4, say how sure you are, and seal. Nobody sees another’s scores before all have sealed. The name under "
                     "“Who Is Working” in the main menu says whose scores they are.") },
  { TS_HELP_STEP, N_("Consensus: the criteria come in the order of disagreement. The panel’s level starts at the median; another needs a reason. Ctrl+Return agrees and goes on.") },
  { TS_HELP_STEP, N_("Calibration: how far reviewers agree, who scores high or low, and the final level, with a reason wherever it is not the panel’s.") },
  { TS_HELP_STEP, N_("Reply and Report: the organisation answers passages line by line; the report is written beside the facts, saved as PDF or printed, and the assessment moves "
                     "from stage to stage until it is published.") },
  { 0 },
};

static const TsHelpSection sections[] = {
  { "look", N_("Open It to Look At"), look },
  { "levels", N_("Read What Is Claimed"), levels },
  { "evidence", N_("Read the Evidence"), evidence },
  { "history", N_("See What Changed, and When"), history },
  { "review", N_("Review on a Panel"), review },
  { "tables", N_("Take Tables and Charts Along"), tables },
  { 0 },
};

const TsHelpGuide ts_help_reviewer = {
  "reviewer",
  N_("Reading a Submission"),
  N_("For the reviewer on a panel and the analyst at the desk"),
  "edit-find-symbolic",
  sections,
};
