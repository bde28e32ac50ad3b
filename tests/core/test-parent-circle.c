/* test-parent-circle.c — organisations that would be above themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-parent-circle.h"

#include <string.h>

/* Each link is "child parent first-day last-day", with "-" for a day that is not known. */
static const struct
{
  const char *links;
  const char *circle; /* ids in their order */
} cases[] = {
  { "", "" },
  { "A B - -", "" },
  { "A A - -", "A" },
  { "A B - -;B A - -", "A B" },
  { "A B - -;B C - -;C A - -;D A - -;C E - -", "A B C" },
  { "A B - -;B C - -;A C - -", "" },
  /* One after the other is no circle; a day together is. */
  { "A B - 2006-06-30;B A 2006-07-01 -", "" },
  { "A B - 2006-07-01;B A 2006-07-01 -", "A B" },
  { "A B - 2006-06-30;A C 2006-07-01 -;B A 2006-07-01 2008-03-31;C B 2009-01-01 -", "" },
  { "A B - 2006-06-30;A C 2006-07-01 -;B A 2006-07-01 2009-03-31;C B 2009-01-01 -", "A B C" },
  /* The first of two. */
  { "A B 2009-01-01 -;B A 2009-01-01 -;C D 2001-01-01 2002-01-01;D C 2001-06-01 -", "C D" },
};

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static char *
find (const char *text)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GHashTable) circle = NULL;
  g_autoptr (GList) ids = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      TsRow *link = ts_row_new (TS_ENTITY_ORGANISATION_PARENT, parts[i]);

      ts_row_set_text (link, TS_ORGANISATION_PARENT_ORGANISATION, words[0]);
      ts_row_set_text (link, TS_ORGANISATION_PARENT_PARENT, words[1]);

      if (strcmp (words[2], "-") != 0)
        ts_row_set_text (link, TS_ORGANISATION_PARENT_VALID_FROM, words[2]);

      if (strcmp (words[3], "-") != 0)
        ts_row_set_text (link, TS_ORGANISATION_PARENT_VALID_TO, words[3]);

      g_ptr_array_add (links, link);
    }

  circle = ts_parent_circle_find (links);
  ids = g_list_sort (g_hash_table_get_keys (circle), compare_texts);

  for (GList *at = ids; at != NULL; at = at->next)
    g_string_append_printf (told, "%s%s", told->len > 0 ? " " : "", (const char *) at->data);

  return g_strdup (told->str);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = find (cases[i].links);

      g_assert_cmpstr (told, ==, cases[i].circle);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parent-circle/cases", test_cases);

  return g_test_run ();
}
