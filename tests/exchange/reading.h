/* reading.h — everything that can be read out of a workbook, as one text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* What stands in a file of evidence in one of two workbooks that are compared, and in the other. */
#define READING_FILE       "The file of the pangolin"
#define READING_OTHER_FILE "The file of the wombat"

char *reading_of_everything (Fixture    *fixture,
                             const char *assessment_id,
                             const char *const *reviewers,
                             const char *reader);
void reading_show_difference (const char *first,
                              const char *second);

G_END_DECLS
