/* ts-chart-count.c
 *
 * Counts and shares in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-count.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-number.h"

/**
 * ts_chart_count_text:
 * @count: a count
 *
 * Returns: (transfer full): it for people to read, such as "1,672"
 */
char *
ts_chart_count_text (guint count)
{
  return ts_chart_number_text (count, 0);
}

/**
 * ts_chart_count_organisations:
 * @count: a count
 *
 * Returns: (transfer full): such as "152 organisations"
 */
char *
ts_chart_count_organisations (guint count)
{
  g_autofree char *number = ts_chart_count_text (count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s organisation", "%s organisations",
                                       count),
                          number);
}

/**
 * ts_chart_count_share:
 * @part: a count
 * @whole: of how many; not 0
 *
 * Neither a part that is there becomes 0% nor one that is not all becomes 100%.
 *
 * Returns: (transfer full): the share, such as "48%" or "<1%"
 */
char *
ts_chart_count_share (guint part,
                      guint whole)
{
  double share = whole > 0 ? 100.0 * part / whole : 0;

  if (part > 0 && share < 1)
    return g_strdup (_("<1%"));
  if (part < whole && share > 99)
    return g_strdup (_(">99%"));

  /* Translators: a share, as in "48%"; some languages have a space before the sign. */
  return g_strdup_printf (_("%.0f%%"), share);
}
