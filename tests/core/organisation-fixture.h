/* organisation-fixture.h — organisations for the tests of their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-organisation-index.h"

G_BEGIN_DECLS

/* Each organisation's row id, code and name are the same. "" stands for a day that is not known. */
GPtrArray *organisation_fixture_new (const char *codes);
void organisation_fixture_name (GPtrArray  *rows,
                                const char *organisation,
                                const char *name,
                                const char *from,
                                const char *to);
void organisation_fixture_parent (GPtrArray  *rows,
                                  const char *organisation,
                                  const char *parent,
                                  const char *from,
                                  const char *to);
void organisation_fixture_follow (GPtrArray  *rows,
                                  const char *links);
void organisation_fixture_dates (GPtrArray  *rows,
                                 const char *organisation,
                                 const char *opened,
                                 const char *closed);
void organisation_fixture_apply (GPtrArray      *rows,
                                 const TsChange *change);

G_END_DECLS
