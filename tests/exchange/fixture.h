/* fixture.h — a workbook of its own for each test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"
#include "exchange/ts-import.h"

G_BEGIN_DECLS

typedef struct
{
  char *directory;
  char *path;
  TsWorkbook *workbook;
} Fixture;

typedef TsChange *(*FixtureImport) (TsWorkbook  *workbook,
                                    TsImport    *import,
                                    GError     **error);
typedef gboolean (*FixtureExport) (TsWorkbook  *workbook,
                                   TsExport    *export,
                                   GError     **error);

void fixture_set_up (Fixture       *fixture,
                     gconstpointer  data);
void fixture_tear_down (Fixture       *fixture,
                        gconstpointer  data);

char *fixture_import (Fixture       *fixture,
                      FixtureImport  import,
                      const char    *csv);
void fixture_assert_imports (Fixture       *fixture,
                             FixtureImport  import,
                             const char    *csv,
                             const char    *label);
char *fixture_export (Fixture             *fixture,
                      FixtureExport        export,
                      TsTableFormat        format,
                      const TsQueryFilter *filter);
gint64 fixture_count_changes (Fixture *fixture);
void fixture_number_everything (Fixture *fixture,
                                gint64  *now,
                                guint   *n);
void fixture_apply (Fixture  *fixture,
                    TsChange *change,
                    GError   *error);

G_END_DECLS
