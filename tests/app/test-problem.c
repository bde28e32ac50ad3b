/* test-problem.c — what is said and offered for each error
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-problem.h"
#include "core/ts-error.h"
#include "store/ts-store-error.h"

typedef struct
{
  TsStoreError code;
  TsRemedy remedy;
  gboolean read_only;
} Case;

static const Case cases[] = {
  { TS_STORE_ERROR_CONSTRAINT, TS_REMEDY_NONE, FALSE },
  { TS_STORE_ERROR_BUSY, TS_REMEDY_TRY_AGAIN, FALSE },
  { TS_STORE_ERROR_LOCKED, TS_REMEDY_READ_ONLY, TRUE },
  { TS_STORE_ERROR_CORRUPT, TS_REMEDY_RESCUE, FALSE },
  { TS_STORE_ERROR_NO_SPACE, TS_REMEDY_TRY_AGAIN, FALSE },
  { TS_STORE_ERROR_READ_ONLY, TS_REMEDY_READ_ONLY, TRUE },
  { TS_STORE_ERROR_NO_ACCESS, TS_REMEDY_NONE, FALSE },
  { TS_STORE_ERROR_SCHEMA_TOO_NEW, TS_REMEDY_NONE, FALSE },
  { TS_STORE_ERROR_NOT_A_WORKBOOK, TS_REMEDY_NONE, FALSE },
  { TS_STORE_ERROR_NOT_FOUND, TS_REMEDY_FORGET, FALSE },
  { TS_STORE_ERROR_EXISTS, TS_REMEDY_NONE, FALSE },
  { TS_STORE_ERROR_CONFLICT, TS_REMEDY_NONE, FALSE },
  { TS_STORE_ERROR_ENGINE, TS_REMEDY_NONE, FALSE },
};

static void
test_remedies (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, TS_STORE_ERROR_ENGINE + 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (TS_STORE_ERROR, (int) cases[i].code, "m");
      const char *label = ts_remedy_get_label (cases[i].remedy);

      g_assert_cmpint (ts_problem_get_remedy (error), ==, cases[i].remedy);
      g_assert_cmpint (ts_problem_is_read_only (error), ==, cases[i].read_only);
      g_assert_cmpstr (ts_problem_get_heading (error), !=, NULL);
      g_assert_true ((label == NULL) == (cases[i].remedy == TS_REMEDY_NONE));
    }
}

static void
test_strangers (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSYS, "m");

  g_assert_cmpint (ts_problem_get_remedy (error), ==, TS_REMEDY_NONE);
  g_assert_cmpint (ts_problem_get_reception (error), ==, TS_RECEPTION_DIALOG);
  g_assert_false (ts_problem_is_read_only (error));
}

static void
test_reception (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "m");
  g_autoptr (GError) unchanged = g_error_new_literal (TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, "m");
  g_autoptr (GError) locked = g_error_new_literal (TS_RULE_ERROR, TS_RULE_ERROR_LOCKED, "m");
  g_autoptr (GError) busy = g_error_new_literal (TS_STORE_ERROR, TS_STORE_ERROR_BUSY, "m");
  g_autoptr (GError) full = g_error_new_literal (TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE, "m");

  g_assert_cmpint (ts_problem_get_reception (cancelled), ==, TS_RECEPTION_SILENCE);
  g_assert_cmpint (ts_problem_get_reception (unchanged), ==, TS_RECEPTION_SILENCE);
  g_assert_cmpint (ts_problem_get_reception (locked), ==, TS_RECEPTION_TOAST);
  g_assert_cmpint (ts_problem_get_reception (busy), ==, TS_RECEPTION_TOAST);
  g_assert_cmpint (ts_problem_get_reception (full), ==, TS_RECEPTION_DIALOG);
}

static void
test_notice (void)
{
  g_autoptr (GError) locked = g_error_new_literal (TS_STORE_ERROR, TS_STORE_ERROR_LOCKED, "It is open (by X). Close it there.");
  g_autoptr (GError) read_only = g_error_new_literal (TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY, "No writing here. Copy it.");
  g_autofree char *wanted = ts_problem_dup_notice (NULL);
  g_autofree char *in_use = ts_problem_dup_notice (locked);
  g_autofree char *unwritable = ts_problem_dup_notice (read_only);

  g_assert_cmpuint (strlen (wanted), >, 0);
  g_assert_true (g_str_has_prefix (in_use, "It is open (by X). "));
  g_assert_null (strstr (in_use, "Close it there"));
  g_assert_cmpstr (unwritable, ==, "No writing here. Copy it.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problem/remedies", test_remedies);
  g_test_add_func ("/problem/strangers", test_strangers);
  g_test_add_func ("/problem/reception", test_reception);
  g_test_add_func ("/problem/notice", test_notice);

  return g_test_run ();
}
