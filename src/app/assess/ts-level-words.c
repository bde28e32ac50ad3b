/* ts-level-words.c — levels as people read them
 *
 * A step of maturity is named by its number, a judgement such as amber by its label.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-level-words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_step (const TsScale *scale)
{
  return ts_scale_get_kind (scale) == TS_SCALE_LEVELS;
}

/**
 * ts_level_words_short:
 * @scale: a scale
 * @level: one of its levels, or 0
 *
 * Returns: (transfer full): "2", "Amber", or a dash for no level
 */
char *
ts_level_words_short (const TsScale *scale,
                      int            level)
{
  g_return_val_if_fail (scale != NULL, NULL);

  if (ts_scale_get_level (scale, level) == NULL)
    return g_strdup ("–");

  return g_strdup (is_step (scale) ? ts_scale_get_token (scale, level) : ts_scale_get_label (scale, level));
}

/**
 * ts_level_words_middle:
 * @scale: a scale
 * @level: one of its levels, or 0
 *
 * Returns: (transfer full): "Level 2", "Amber" or "No level yet"
 */
char *
ts_level_words_middle (const TsScale *scale,
                       int            level)
{
  g_return_val_if_fail (scale != NULL, NULL);

  if (ts_scale_get_level (scale, level) == NULL)
    return g_strdup (_("No level yet"));

  if (!is_step (scale))
    return g_strdup (ts_scale_get_label (scale, level));

  return g_strdup_printf (_("Level %s"), ts_scale_get_token (scale, level));
}

/**
 * ts_level_words_long:
 * @scale: a scale
 * @level: one of its levels, or 0
 *
 * Returns: (transfer full): "Level 2, Developing", "Amber" or "No level yet"
 */
char *
ts_level_words_long (const TsScale *scale,
                     int            level)
{
  g_return_val_if_fail (scale != NULL, NULL);

  if (ts_scale_get_level (scale, level) == NULL || !is_step (scale))
    return ts_level_words_middle (scale, level);

  /* Translators: a level's number and its name, such as “Level 2, Developing” */
  return g_strdup_printf (_("Level %s, %s"), ts_scale_get_token (scale, level), ts_scale_get_label (scale, level));
}
