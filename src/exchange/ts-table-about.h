/* ts-table-about.h — what a table that goes out says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsTableAbout:
 * @title: what the table is
 * @source: where it comes from: a workbook
 * @filters: what was let through
 * @rule: (nullable): how levels were rolled up, where they were
 * @command: (nullable): the command that makes the same table
 * @created: when it was made, in seconds since 1970; the same gives the same bytes
 *
 * What the second sheet of a spreadsheet says, so that numbers do not go on without it.
 */
typedef struct
{
  const char *title;
  const char *source;
  const char *filters;
  const char *rule;
  const char *command;
  gint64 created;
} TsTableAbout;

G_END_DECLS
