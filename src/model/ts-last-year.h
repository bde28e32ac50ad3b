/* ts-last-year.h — what there is to carry forward to an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-carry.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsLastYear:
 * @found: whether the same organisation has an assessment of the year before
 * @material: all that carrying forward depends on, where there is one; it borrows from this
 * @framework: (nullable): that assessment's framework
 * @crosswalk: (nullable): what became of its criteria
 *
 * Read in one go on a workbook's thread.
 */
typedef struct
{
  gboolean found;
  TsCarryMaterial material;
  TsFramework *framework;
  TsCrosswalk *crosswalk;
} TsLastYear;

TsLastYear *ts_last_year_read (TsWorkplace  *workplace,
                               TsRow        *assessment,
                               TsFramework  *framework,
                               gint64        as_of,
                               GError      **error);
void ts_last_year_free (TsLastYear *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsLastYear, ts_last_year_free)

G_END_DECLS
