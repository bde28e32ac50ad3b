/* ts-help-region.c — the guide for whoever compares organisations
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/help/ts-help-text.h"

#include <glib/gi18n-lib.h>

static const TsHelpBlock workbook[] = {
  { TS_HELP_TEXT, N_("One workbook can hold a whole region: its organisations, and their levels of every year. Bring them in from tables:") },
  { TS_HELP_COMMAND, "touchstonectl new region.touchstone" },
  { TS_HELP_COMMAND, "touchstonectl import region.touchstone organisations organisations.csv" },
  { TS_HELP_COMMAND, "touchstonectl import region.touchstone ratings ratings.csv" },
  { TS_HELP_TEXT, N_("An import is kept whole or not at all, and says in which line something is wrong. This command says which columns a table needs:") },
  { TS_HELP_COMMAND, "touchstonectl import --help" },
  { 0 },
};

static const TsHelpBlock move[] = {
  { TS_HELP_TEXT, N_("The button at the top of the sidebar names the organisation and year. Press it and type a part of a name to go to another; the page stays the "
                     "same, so that one competency can be read for several organisations in a row.") },
  { 0 },
};

static const TsHelpBlock compare[] = {
  { TS_HELP_TEXT, N_("The workspace Compare sets organisations side by side. What is compared is chosen in the bar at the top and holds for all its pages: whom, of which "
                     "year, whose judgement, and by which rule. The line beside it says how many organisations that are, and how much is missing.") },
  { TS_HELP_TEXT, N_("On the map each row is an organisation. Press the head of a column to sort by it, and a cell to read why it has its level: what each layer says, "
                     "what the other rules would give, and how far the rank of the total can be trusted. From there one comes to the assessment.") },
  { TS_HELP_TEXT, N_("Groups of your own stand in the sidebar. They are kept in the workbook; who is pointed out when you begin a group is in it from the start.") },
  { TS_HELP_TEXT, N_("Pictures and tables are taken away by the menu of each chart, which also copies the command that draws the same.") },
  { TS_HELP_TEXT, N_("“Save as PDF…” and “Print…” in the main menu make a document of what is compared: where organisations stand, their levels, ranks with their "
                     "intervals, how far levels depend on the rule, and how far judgements agree.") },
  { 0 },
};

static const TsHelpBlock organisations[] = {
  { TS_HELP_TEXT, N_("Organisations change their names, belong to other ones, merge, split and close. The page Organisations keeps names and parents with their dates, "
                     "and shows who came before and after.") },
  { TS_HELP_TEXT, N_("The menu of that page brings organisations in from a table or a document, and writes them into one. Where anything is wrong in a file, nothing "
                     "is changed, and every line that is wrong is listed.") },
  { TS_HELP_TEXT, N_("Nothing is lost when an organisation closes: its assessments stay, and its successors say where its work went.") },
  { 0 },
};

static const TsHelpBlock tables[] = {
  { TS_HELP_TEXT, N_("The menu of each chart saves what it shows as a spreadsheet, which says on its second sheet where the numbers come from. For more, "
                     "the command line writes tables in which one row is one level, so that a pivot table has it as you need it:") },
  { TS_HELP_COMMAND, "touchstonectl export region.touchstone levels --year 2009/10 -o levels.csv" },
  { TS_HELP_COMMAND, "touchstonectl export region.touchstone gaps -o gaps.csv" },
  { TS_HELP_COMMAND, "touchstonectl export region.touchstone outcomes -o outcomes.csv" },
  { TS_HELP_TEXT, N_("A level that is empty is not rated. It is never zero; leave it out of averages, and say how many there are.") },
  { 0 },
};

static const TsHelpBlock rules[] = {
  { TS_HELP_TEXT, N_("The page Rules of the workspace Compare tells which levels would be different by another rule, and whose.") },
  { TS_HELP_TEXT, N_("A level of a competency depends on the rule that makes it of its parts. Before you publish, see what the other rules give; where they differ, the "
                     "order of organisations differs as well.") },
  { TS_HELP_COMMAND, "touchstonectl export region.touchstone levels --rule minimum -o strict.csv" },
  { TS_HELP_COMMAND, "touchstonectl export region.touchstone levels --rule mean -o mean.csv" },
  { 0 },
};

static const TsHelpBlock charts[] = {
  { TS_HELP_TEXT, N_("A chart of one organisation is written like this; the ending of the file says whether it is a drawing for the web, a page or a picture. "
                     "Asked to describe, it prints the chart’s finding in words and as a table.") },
  { TS_HELP_COMMAND, "touchstonectl chart region.touchstone radar --organisation CODE -o radar.svg" },
  { TS_HELP_COMMAND, "touchstonectl chart region.touchstone gaps --organisation CODE -o gaps.pdf" },
  { TS_HELP_COMMAND, "touchstonectl chart region.touchstone radar --organisation CODE --describe" },
  { 0 },
};

static const TsHelpSection sections[] = {
  { "workbook", N_("One Workbook for a Region"), workbook },
  { "move", N_("Go from Organisation to Organisation"), move },
  { "compare", N_("Organisations Side by Side"), compare },
  { "organisations", N_("What Becomes of Organisations"), organisations },
  { "tables", N_("Compare in Tables"), tables },
  { "rules", N_("How Much Depends on the Rule"), rules },
  { "charts", N_("Charts for a Report"), charts },
  { 0 },
};

const TsHelpGuide ts_help_region = {
  "region",
  N_("Comparing Organisations"),
  N_("For whoever looks after a region"),
  "view-list-symbolic",
  sections,
};
