/* ts-round.h — rounds of assurance and their panels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"

G_BEGIN_DECLS

/**
 * TsRoundDefinition:
 * @title: what people call it; empty gives it a title from its year
 * @opens: (nullable): its first day
 * @closes: (nullable): its last day
 */
typedef struct
{
  const char *title;
  const char *opens;
  const char *closes;
} TsRoundDefinition;

/**
 * TsPanelDefinition:
 * @title: what people call it; empty gives it a title from its number
 * @day: (nullable): the day on which it meets
 * @agenda: (nullable): what is done when
 */
typedef struct
{
  const char *title;
  const char *day;
  const char *agenda;
} TsPanelDefinition;

char *ts_round_row_id (const char *framework_id,
                       int         year);
char *ts_round_assessment_row_id (const char *round_id,
                                  const char *assessment_id);
char *ts_panel_row_id (const char *round_id,
                       int         position);
char *ts_panel_member_row_id (const char *panel_id,
                              const char *person_id);
char *ts_panel_assessment_row_id (const char *panel_id,
                                  const char *assessment_id);

TsChange *ts_change_define_round (TsRow                    *round,
                                  const char               *framework_id,
                                  int                       year,
                                  const TsRoundDefinition  *definition,
                                  GError                  **error);
TsChange *ts_change_set_round_assessments (const TsRow        *round,
                                           GPtrArray          *assessments,
                                           GPtrArray          *kept,
                                           GPtrArray          *assigned,
                                           const char *const  *assessment_ids,
                                           GError            **error);
TsChange *ts_change_define_panel (TsRow                    *panel,
                                  const TsRow              *round,
                                  GPtrArray                *panels,
                                  const TsPanelDefinition  *definition,
                                  GError                  **error);
TsChange *ts_change_remove_panel (TsRow      *panel,
                                  GPtrArray  *members,
                                  GPtrArray  *assigned,
                                  GError    **error);
TsChange *ts_change_seat_member (const TsRow  *panel,
                                 TsRow        *member,
                                 TsRow        *person,
                                 const char   *name,
                                 const char   *role,
                                 GError      **error);
TsChange *ts_change_unseat_member (TsRow       *member,
                                   const char  *name,
                                   GError     **error);
TsChange *ts_change_assign (GPtrArray   *panels,
                            GPtrArray   *kept,
                            GHashTable  *wanted,
                            GError     **error);
TsChange *ts_change_set_begins (TsRow       *assigned,
                                const char  *begins,
                                GError     **error);
TsRow *ts_panel_assessment_new (const char *panel_id,
                                const char *assessment_id);

G_END_DECLS
