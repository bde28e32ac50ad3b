/* ts-attach.h — the changes that attach evidence and describe it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsEvidenceKind:
 *
 * What an item of evidence is. Files and commands use the names of [func@ts_evidence_kind_get_name].
 */
typedef enum
{
  TS_EVIDENCE_KIND_DOCUMENT,
  TS_EVIDENCE_KIND_MINUTES,
  TS_EVIDENCE_KIND_DATA,
  TS_EVIDENCE_KIND_SURVEY,
  TS_EVIDENCE_KIND_PLAN,
  TS_EVIDENCE_KIND_WEB,
  TS_EVIDENCE_KIND_OTHER,
} TsEvidenceKind;

#define TS_N_EVIDENCE_KINDS (TS_EVIDENCE_KIND_OTHER + 1)

const char *ts_evidence_kind_get_name (TsEvidenceKind kind);
const char *ts_evidence_kind_get_title (TsEvidenceKind kind);
gboolean ts_evidence_kind_from_name (const char     *name,
                                     TsEvidenceKind *kind);

gboolean ts_evidence_check (const TsRow  *evidence,
                            GError      **error);
gboolean ts_evidence_address_is_valid (const char *address);

TsRow *ts_evidence_link_new (const TsRow *evidence,
                             const TsRow *assessment,
                             const char  *node_id);

TsChange *ts_change_attach (const TsRow        *assessment,
                            const TsFramework  *framework,
                            const char         *node_id,
                            GPtrArray          *evidence,
                            GError            **error);
TsChange *ts_change_link (const TsRow        *assessment,
                          const TsFramework  *framework,
                          const char         *node_id,
                          const TsRow        *evidence,
                          GError            **error);
TsChange *ts_change_unlink (const TsRow  *assessment,
                            const TsRow  *evidence,
                            TsRow        *link,
                            GError      **error);
TsChange *ts_change_place (const TsRow  *assessment,
                           const TsRow  *evidence,
                           TsRow        *link,
                           const char   *place,
                           GError      **error);
TsChange *ts_change_describe_evidence (TsRow   *before,
                                       TsRow   *after,
                                       GError **error);

G_END_DECLS
