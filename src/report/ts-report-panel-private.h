/* ts-report-panel-private.h — chapters of a panel's report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/ts-report-panel.h"

G_BEGIN_DECLS

void ts_panel_add_written (TsReportBuilder *builder,
                           const char      *text);
const char *ts_panel_look_up (GHashTable *texts,
                              const char *id);
const char *ts_panel_get_reason (const TsAssessmentState *state,
                                 const TsNode            *node);
int ts_panel_get_level (const TsPanelFacts *facts,
                        const TsNode       *node);
const TsAgendaItem *ts_panel_find_item (const TsPanelFacts *facts,
                                        const TsNode       *node);
GPtrArray *ts_panel_list_nodes (const TsPanelFacts *facts);

gboolean ts_panel_left_median (const TsPanelFacts *facts,
                               const TsNode       *node);
gboolean ts_panel_has_dissent (const TsPanelFacts *facts,
                               const TsNode       *node);

void ts_panel_add_comparison (TsReportBuilder    *builder,
                              const TsPanelFacts *facts);
void ts_panel_add_commentary (TsReportBuilder    *builder,
                              const TsPanelFacts *facts);
void ts_panel_add_enquiries (TsReportBuilder    *builder,
                             const TsPanelFacts *facts);
void ts_panel_add_findings (TsReportBuilder    *builder,
                            const TsPanelFacts *facts);
void ts_panel_add_replies (TsReportBuilder    *builder,
                           const TsPanelFacts *facts);

G_END_DECLS
