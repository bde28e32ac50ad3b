/* store-test.h — what the tests of the store share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-journal.h"
#include "store/ts-store-error.h"
#include "store/ts-verify.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/* A folder of its own for each test, removed with everything in it. */
typedef struct
{
  char *directory;
  char *path;
} StoreTest;

void store_test_set_up (StoreTest     *self,
                        gconstpointer  data);
void store_test_tear_down (StoreTest     *self,
                           gconstpointer  data);
char *store_test_build_path (StoreTest  *self,
                             const char *name);

#define store_test_add(path, function) \
  g_test_add (path, StoreTest, NULL, store_test_set_up, function, store_test_tear_down)

/* Rows with every required field. */
TsRow *store_test_organisation (const char *code);
TsRow *store_test_framework (const char *code);
TsRow *store_test_assessment (TsRow *organisation,
                              TsRow *framework,
                              int    year);
TsRow *store_test_rating (TsRow      *assessment,
                          const char *node,
                          int         level,
                          const char *rationale);
TsRow *store_test_evidence (TsRow      *organisation,
                            const char *title);

/* One row, one change; they fail the test if the workbook does not keep it. */
void store_test_create (TsWorkbook *workbook,
                        TsRow      *row);
TsRow *store_test_set_level (TsWorkbook *workbook,
                             TsRow      *rating,
                             int         level);
/* An organisation, a framework and an assessment, as one change. */
TsRow *store_test_create_assessment (TsWorkbook *workbook);

/* Every row of every table, in a text that is the same for the same rows. */
char *store_test_dump (TsWorkbook *workbook);
/* Every change of the journal, likewise. */
char *store_test_dump_journal (TsWorkbook *workbook);
void store_test_assert_clean (TsWorkbook *workbook);
void store_test_assert_problem (TsWorkbook *workbook,
                                const char *where);

/* Runs SQL on a workbook behind the store's back, as a tamperer would. */
void store_test_tamper (const char *path,
                        const char *sql);

G_END_DECLS
