/* ts-framework-reader-scales.c — the stages and scales of a framework file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-reader-private.h"
#include "exchange/ts-json-member.h"

#include <glib/gi18n-lib.h>

#define LONGEST_TOKEN 32
#define FEWEST_STAGES 3
#define MOST_STAGES   6
#define MOST_SCALES   16
#define FEWEST_LEVELS 2

static const char *const stage_members[] = { "id", "title", NULL };
static const char *const scale_members[] = { "id", "kind", "levels", NULL };
static const char *const level_members[] = { "token", "label", "meaning", NULL };

/**
 * ts_framework_read_stages:
 * @builder: where to add them
 * @root: the document
 * @error: where to put what is wrong
 *
 * Returns: whether the stages of the cycle are as they should be
 */
gboolean
ts_framework_read_stages (TsFrameworkBuilder  *builder,
                          const TsJsonPlace   *root,
                          GError             **error)
{
  TsJsonPlace stages = ts_json_place_member (root, "stages");
  guint n_stages;

  if (!ts_json_place_check_array (&stages, FEWEST_STAGES, MOST_STAGES, _("an array of 3 to 6 stages"), &n_stages, error))
    return FALSE;

  for (guint i = 0; i < n_stages; i++)
    {
      TsJsonPlace stage = ts_json_place_element (&stages, i);
      TsJsonPlace id_place;
      const char *id;
      const char *title;

      if (!ts_json_place_check_object (&stage, stage_members, error))
        return FALSE;

      id_place = ts_json_place_member (&stage, "id");
      id = ts_json_place_get_name (&id_place, "-", TS_FRAMEWORK_LONGEST_ID, error);

      if (id == NULL)
        return FALSE;

      if (ts_framework_builder_find_stage_of_cycle (builder, id) != NULL)
        return ts_json_place_fail (&id_place, error, _("expected an id that no other stage has, found “%s” again"), id);

      title = ts_json_member_get_text (&stage, "title", TS_FRAMEWORK_LONGEST_TITLE, error);

      if (title == NULL)
        return FALSE;

      ts_framework_builder_add_stage_of_cycle (builder, id, title);
    }

  return TRUE;
}

static gboolean
read_level (TsScale            *scale,
            const TsJsonPlace  *level,
            TsMeaning          *worst,
            GError            **error)
{
  TsJsonPlace token_place;
  TsJsonPlace meaning_place;
  const char *token;
  const char *label;
  const char *name;
  TsMeaning meaning;

  if (!ts_json_place_check_object (level, level_members, error))
    return FALSE;

  token_place = ts_json_place_member (level, "token");
  token = ts_json_place_get_name (&token_place, "-", LONGEST_TOKEN, error);

  if (token == NULL)
    return FALSE;

  if (ts_scale_find (scale, token) != 0)
    return ts_json_place_fail (&token_place, error, _("expected a token that no other level has, found “%s” again"), token);

  label = ts_json_member_get_text (level, "label", TS_FRAMEWORK_LONGEST_TITLE, error);

  if (label == NULL)
    return FALSE;

  meaning_place = ts_json_place_member (level, "meaning");
  name = ts_json_place_get_text (&meaning_place, TS_FRAMEWORK_LONGEST_ID, error);

  if (name == NULL)
    return FALSE;

  if (!ts_meaning_from_name (name, &meaning))
    return ts_json_place_expected (&meaning_place, error, _("low, below, middle, above or high"));

  if (meaning < *worst)
    return ts_json_place_fail (&meaning_place, error, _("expected levels from the worst to the best, found “%s” after a better one"), name);

  *worst = meaning;
  ts_scale_add_level (scale, token, label, meaning);

  return TRUE;
}

static gboolean
read_scale (TsFrameworkBuilder  *builder,
            const TsJsonPlace   *place,
            GError             **error)
{
  g_autoptr (TsScale) scale = NULL;
  TsMeaning worst = TS_MEANING_LOW;
  TsJsonPlace id_place;
  TsJsonPlace levels;
  const char *id;
  gboolean are_levels;
  guint n_levels;

  if (!ts_json_place_check_object (place, scale_members, error))
    return FALSE;

  id_place = ts_json_place_member (place, "id");
  id = ts_json_place_get_name (&id_place, "-", TS_FRAMEWORK_LONGEST_ID, error);

  if (id == NULL)
    return FALSE;

  if (ts_framework_builder_find_scale (builder, id) != NULL)
    return ts_json_place_fail (&id_place, error, _("expected an id that no other scale has, found “%s” again"), id);

  if (!ts_json_member_get_choice (place, "kind", "levels", "rating", &are_levels, error))
    return FALSE;

  scale = ts_scale_new (id, are_levels ? TS_SCALE_LEVELS : TS_SCALE_RATING);
  levels = ts_json_place_member (place, "levels");

  if (!ts_json_place_check_array (&levels, FEWEST_LEVELS, TS_SCALE_MOST_LEVELS, _("an array of 2 to 9 levels"), &n_levels, error))
    return FALSE;

  for (guint i = 0; i < n_levels; i++)
    {
      TsJsonPlace level = ts_json_place_element (&levels, i);

      if (!read_level (scale, &level, &worst, error))
        return FALSE;
    }

  ts_framework_builder_add_scale (builder, g_steal_pointer (&scale));

  return TRUE;
}

/**
 * ts_framework_read_scales:
 * @builder: where to add them
 * @root: the document
 * @error: where to put what is wrong
 *
 * Returns: whether the scales are as they should be
 */
gboolean
ts_framework_read_scales (TsFrameworkBuilder  *builder,
                          const TsJsonPlace   *root,
                          GError             **error)
{
  TsJsonPlace scales = ts_json_place_member (root, "scales");
  guint n_scales;

  if (!ts_json_place_check_array (&scales, 1, MOST_SCALES, _("an array of 1 to 16 scales"), &n_scales, error))
    return FALSE;

  for (guint i = 0; i < n_scales; i++)
    {
      TsJsonPlace scale = ts_json_place_element (&scales, i);

      if (!read_scale (builder, &scale, error))
        return FALSE;
    }

  return TRUE;
}
