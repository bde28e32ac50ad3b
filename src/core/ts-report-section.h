/* ts-report-section.h — the parts of a panel's report that somebody writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the section of a report's text is called where it is about the whole. Recommendations are counted from 1. */
#define TS_REPORT_SECTION_IMPRESSION        "impression"
#define TS_REPORT_SECTION_POTENTIAL         "potential"
#define TS_REPORT_SECTION_N_RECOMMENDATIONS 3

char *ts_report_section_recommendation (guint number);
char *ts_report_section_commentary (const char *id);
char *ts_report_section_difference (const char *node_id);

guint ts_report_section_get_recommendation (const char *section);
const char *ts_report_section_get_commentary (const char *section);
const char *ts_report_section_get_difference (const char *section);

G_END_DECLS
