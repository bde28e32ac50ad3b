/* ts-begin.h — the changes with which organisations and assessments begin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"

G_BEGIN_DECLS

gboolean ts_organisation_code_is_valid (const char *code);
gboolean ts_organisation_kind_is_valid (const char *kind);
const char *ts_organisation_kind_get_title (const char *kind);

TsRow *ts_organisation_new (const char  *id,
                            const char  *code,
                            const char  *kind,
                            GError     **error);
TsRow *ts_organisation_name_new (const TsRow  *organisation,
                                 const char   *name,
                                 const char   *valid_from,
                                 GError      **error);
TsRow *ts_framework_row_new (const char *code,
                             const char *edition,
                             const char *title,
                             const char *content);
TsRow *ts_assessment_new (const TsRow *organisation,
                          const TsRow *framework,
                          int          year);

TsChange *ts_change_begin_assessment (TsRow      *organisation,
                                      TsRow      *name,
                                      TsRow      *framework,
                                      TsRow      *assessment,
                                      const char *display_name);

G_END_DECLS
