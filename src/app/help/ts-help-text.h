/* ts-help-text.h — what the help says
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsHelpKind:
 * @TS_HELP_TEXT: a paragraph
 * @TS_HELP_STEP: one of several things to do in order
 * @TS_HELP_KEYS: what keys do; the keys are in accel
 * @TS_HELP_COMMAND: a command line to copy; the same in every language
 */
typedef enum
{
  TS_HELP_TEXT,
  TS_HELP_STEP,
  TS_HELP_KEYS,
  TS_HELP_COMMAND,
} TsHelpKind;

/**
 * TsHelpBlock:
 * @kind: what it is
 * @text: the words, not yet translated; %NULL ends a list of blocks
 * @accel: (nullable): the keys, as GTK writes them
 */
typedef struct
{
  TsHelpKind kind;
  const char *text;
  const char *accel;
} TsHelpBlock;

/**
 * TsHelpSection:
 * @id: its name in the program; %NULL ends a list of sections
 * @title: its heading, not yet translated
 * @blocks: what it says
 */
typedef struct
{
  const char *id;
  const char *title;
  const TsHelpBlock *blocks;
} TsHelpSection;

/**
 * TsHelpGuide:
 * @id: its name in the program; %NULL ends the list of guides
 * @title: its title, not yet translated
 * @summary: whom it is for, not yet translated
 * @icon_name: a symbolic icon
 * @sections: what it consists of
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *summary;
  const char *icon_name;
  const TsHelpSection *sections;
} TsHelpGuide;

/**
 * TsHelpPlace:
 *
 * A section of a guide.
 */
typedef struct
{
  const TsHelpGuide *guide;
  const TsHelpSection *section;
} TsHelpPlace;

extern const TsHelpGuide ts_help_board;
extern const TsHelpGuide ts_help_reviewer;
extern const TsHelpGuide ts_help_region;
extern const TsHelpGuide ts_help_safety;
extern const TsHelpGuide ts_help_keyboard;

const TsHelpGuide *const *ts_help_get_guides (void);
gboolean ts_help_find (const char  *guide_id,
                       const char  *section_id,
                       TsHelpPlace *place);
void ts_help_find_for_place (const char  *place_id,
                             TsHelpPlace *place);
GArray *ts_help_search (const char *words);
char *ts_help_section_dup_text (const TsHelpSection *section);

G_END_DECLS
