/* ts-organisation-edit-private.h — shared by the files that make changes to organisations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-organisation-edit.h"

G_BEGIN_DECLS

/* What an edit works on: the days are valid or NULL. */
typedef struct
{
  const TsOrganisationIndex *index;
  const TsOrganisationEdit *edit;
  const TsOrganisationLife *life;
  const char *name; /* what the organisation is called now */
  const char *fresh_id;
  const char *from;
  const char *to;
} TsEditContext;

char *ts_day_before (const char *day);
TsRow *ts_edit_find_row (GPtrArray   *rows,
                         const char  *id,
                         GError     **error);
gboolean ts_edit_check_order (const TsEditContext  *context,
                              GError              **error);
void ts_edit_set_invalid (GError    **error,
                          const char *message);
void ts_edit_set_unchanged (GError **error);

TsChange *ts_edit_move (const TsEditContext  *context,
                        GError              **error);
TsChange *ts_edit_correct_parent (const TsEditContext  *context,
                                  GError              **error);
TsChange *ts_edit_remove_parent (const TsEditContext  *context,
                                 GError              **error);
TsChange *ts_edit_add_successor (const TsEditContext  *context,
                                 GError              **error);
TsChange *ts_edit_remove_successor (const TsEditContext  *context,
                                    GError              **error);

G_END_DECLS
