/* ts-organisation-directory.h — codes and names of all organisations of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsOrganisationDirectory:
 *
 * Codes and names of all organisations, read once and looked up quickly. Not for two threads at once.
 */
typedef struct _TsOrganisationDirectory TsOrganisationDirectory;

TsOrganisationDirectory *ts_organisation_directory_read (TsWorkbook  *workbook,
                                                         GError     **error);
void ts_organisation_directory_free (TsOrganisationDirectory *self);

GPtrArray *ts_organisation_directory_get_organisations (TsOrganisationDirectory *self);
const char *ts_organisation_directory_get_code (TsOrganisationDirectory *self,
                                                const char              *organisation_id);
const char *ts_organisation_directory_get_name (TsOrganisationDirectory *self,
                                                const char              *organisation_id,
                                                int                      year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOrganisationDirectory, ts_organisation_directory_free)

G_END_DECLS
