/* ts-interest.h — declaring interests, and deciding about conflicts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-conflict.h"

G_BEGIN_DECLS

/**
 * TsInterestDeclaration:
 * @role: as what somebody is tied to the organisation: employee, adviser, spouse of …
 * @valid_from: (nullable): its first day
 * @valid_to: (nullable): its last day
 * @note: (nullable): more about it
 * @declared: (nullable): the day on which it was declared
 */
typedef struct
{
  const char *role;
  const char *valid_from;
  const char *valid_to;
  const char *note;
  const char *declared;
} TsInterestDeclaration;

char *ts_interest_row_id (const char *organisation_id,
                          const char *person_id,
                          const char *role);
char *ts_conflict_action_row_id (const char *assessment_id,
                                 const char *person_id);

TsChange *ts_change_declare_interest (TsRow                        *interest,
                                      const char                   *organisation_id,
                                      TsRow                        *person,
                                      const char                   *name,
                                      const TsInterestDeclaration  *declaration,
                                      GError                      **error);
TsChange *ts_change_withdraw_interest (TsRow       *interest,
                                       const char  *name,
                                       GError     **error);
TsChange *ts_change_decide_conflict (const TsRow      *assessment,
                                     TsRow            *action,
                                     const char       *person_id,
                                     const char       *name,
                                     TsConflictState   decision,
                                     const char       *decided_by,
                                     const char       *reason,
                                     const char       *day,
                                     GError          **error);
gboolean ts_conflict_action_check_row (const TsRow  *after,
                                       GError      **error);

G_END_DECLS
