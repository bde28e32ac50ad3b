/* ts-help-board.c — the guide for whoever prepares a submission
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/help/ts-help-text.h"

#include <glib/gi18n-lib.h>

static const TsHelpBlock begin[] = {
  { TS_HELP_TEXT, N_("A workbook is one file. It holds the assessments of your organisation year by year, with their evidence, and travels as one.") },
  { TS_HELP_STEP, N_("Choose New Workbook on the first page, or in the main menu, and say where the file shall be.") },
  { TS_HELP_STEP, N_("Choose New Assessment: name your organisation, the financial year and the framework.") },
  { TS_HELP_STEP, N_("If last year’s assessment is in the workbook, let the new year start from it. It saves most of the typing.") },
  { TS_HELP_TEXT, N_("To look around first, choose Try the Sample: everything in it is made up, and nothing you do there matters.") },
  { 0 },
};

static const TsHelpBlock carry[] = {
  { TS_HELP_TEXT, N_("A new year can start from the last: levels, reasons and evidence are carried forward. They are marked “to confirm” and do not count "
                     "until you confirm them, so that nothing old is handed in by mistake.") },
  { TS_HELP_STEP, N_("Read what is carried forward on a criterion. If it is still true, confirm it; if not, choose another level or write another reason.") },
  { TS_HELP_STEP, N_("To go faster, confirm a whole competency, or everything that has not changed.") },
  { TS_HELP_TEXT, N_("Where the framework has changed since last year, the criterion says what changed. Read those yourself before you confirm them.") },
  { TS_HELP_TEXT, N_("Evidence whose period ended before the year began is marked as out of date. Look for something newer.") },
  { 0 },
};

static const TsHelpBlock overview[] = {
  { TS_HELP_TEXT, N_("The overview says how far you have come. A criterion is ready when it has a level, a reason and evidence; the striped part of the bar "
                     "has a level only.") },
  { TS_HELP_TEXT, N_("“What to do next” leads to the first criterion where something is missing. In the sidebar, an empty dot is a criterion without a level, a "
                     "half dot one without reason or evidence, a full dot one that is ready.") },
  { TS_HELP_TEXT, N_("The chart shows the level of each competency, the level aimed at and last year’s. Under it the same is said in words, and can be copied "
                     "as a table.") },
  { 0 },
};

static const TsHelpBlock rate[] = {
  { TS_HELP_STEP, N_("Read the descriptions of the levels from left to right. Each one adds something to the one before.") },
  { TS_HELP_STEP, N_("Choose the highest level of which all is true today. Click it, or press its number.") },
  { TS_HELP_STEP, N_("Say why in a sentence or two. Write what a reviewer could check, not what you hope for.") },
  { TS_HELP_STEP, N_("Attach what shows it.") },
  { TS_HELP_TEXT, N_("The level of a competency follows from its criteria. “Why?” beside it shows how, and what another rule would give. While a criterion has no "
                     "level, the competency has none: not rated is never the same as low.") },
  { TS_HELP_TEXT, N_("To take a level away again, press 0.") },
  { 0 },
};

static const TsHelpBlock governance[] = {
  { TS_HELP_TEXT, N_("Strategy, finance and board are rated red, amber or green. The letter and the word say the same as the colour.") },
  { TS_HELP_TEXT, N_("Each area has indicators. Rate them like any criterion, with a reason and evidence, and then say where the area as a whole stands.") },
  { 0 },
};

static const TsHelpBlock evidence[] = {
  { TS_HELP_TEXT, N_("Attach evidence where it is needed: drop files on the card of a criterion, paste copied files there, or choose “Add evidence”. Files are "
                     "copied into the workbook; of a web page only the address is kept.") },
  { TS_HELP_STEP, N_("Choose an item to say what it is, when you received it, which period it covers and where in it a reviewer should look.") },
  { TS_HELP_STEP, N_("Link one item to every criterion that it supports. It is kept once, however often it is linked.") },
  { TS_HELP_TEXT, N_("The page Evidence lists everything. There you also find what is linked to no criterion yet.") },
  { 0 },
};

static const TsHelpBlock outcomes[] = {
  { TS_HELP_TEXT, N_("An organisation works on up to ten outcomes: what is measured, in which unit, and whether up or down is better.") },
  { TS_HELP_STEP, N_("Say for each what you aspire to, year by year for five years, and fill in the actual values as they come.") },
  { TS_HELP_STEP, N_("If the numbers are in a spreadsheet, copy the cells there, choose a cell in the table here, and paste. Several rows and columns go in at once.") },
  { TS_HELP_TEXT, N_("The chart draws what you aspired to against what came about, and says how large the gap is.") },
  { 0 },
};

static const TsHelpBlock gaps[] = {
  { TS_HELP_TEXT, N_("A target is the level you aim at in a year. Set it at the top of a competency’s page.") },
  { TS_HELP_TEXT, N_("The page Gaps lists levels, targets and how far apart they are, with the change on last year. Sort it to see where most is to be done; it is "
                     "the first draft of a development plan.") },
  { TS_HELP_TEXT, N_("“Copy Table” copies all of it for a spreadsheet or a paper to the board.") },
  { 0 },
};

static const TsHelpBlock sign_off[] = {
  { TS_HELP_STEP, N_("Open the page Sign-off. It lists in plain words what is missing; each line leads there.") },
  { TS_HELP_STEP, N_("When the board has approved the assessment, record it: who, in which meeting, and when. From then on what the board approved cannot be "
                     "changed by anybody.") },
  { TS_HELP_STEP, N_("Submit it. Touchstone notes a fingerprint of what was approved; if anything were altered later, it would show.") },
  { TS_HELP_TEXT, N_("If something has to change after all, reopen the assessment and say why. The reason stays in the history, and the board approves again.") },
  { TS_HELP_TEXT, N_("To hand it in, save a copy of the workbook from the main menu and send that file.") },
  { TS_HELP_TEXT, N_("On paper: “Save as PDF…” and “Print…” in the main menu make the whole submission, with reasons, evidence, charts and the record of the "
                     "approval. While the past is shown, they make it as it stood then.") },
  { 0 },
};

static const TsHelpBlock search[] = {
  { TS_HELP_TEXT, N_("Press Ctrl+F and type a word or its beginning. Criteria, the descriptions of levels, reasons, what a review has written, and titles and texts of evidence are "
                     "searched as you type; accents and capitals make no difference.") },
  { TS_HELP_TEXT, N_("Choose a line to go there.") },
  { 0 },
};

static const TsHelpSection sections[] = {
  { "begin", N_("Begin"), begin },
  { "carry", N_("Start from Last Year"), carry },
  { "overview", N_("See Where You Stand"), overview },
  { "rate", N_("Rate a Criterion and Say Why"), rate },
  { "governance", N_("Governance"), governance },
  { "evidence", N_("Attach Evidence"), evidence },
  { "outcomes", N_("Outcomes"), outcomes },
  { "gaps", N_("Targets and Gaps"), gaps },
  { "sign-off", N_("Approve and Submit"), sign_off },
  { "search", N_("Find Something"), search },
  { 0 },
};

const TsHelpGuide ts_help_board = {
  "board",
  N_("Preparing a Submission"),
  N_("For the board secretary and everybody who assesses their own organisation"),
  "document-edit-symbolic",
  sections,
};
