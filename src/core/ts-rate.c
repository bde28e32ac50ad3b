/* ts-rate.c — the changes that rate, explain and aim
 *
 * Each function takes what is kept now and what is wanted, and gives the change that leads there, or says why not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-rate.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-stage.h"
#include "core/ts-text.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/**
 * ts_rating_row_id:
 * @assessment_id: the assessment's row id
 * @node_id: a criterion's or group's id
 * @layer: whose judgement it is
 * @assessor: who judged, or "" for nobody in particular
 *
 * Returns: (transfer full): the id of the one row that keeps this rating, on whatever machine it is made
 */
char *
ts_rating_row_id (const char *assessment_id,
                  const char *node_id,
                  TsLayer     layer,
                  const char *assessor)
{
  return ts_identifier_derive ("rating", assessment_id, node_id, ts_layer_get_name (layer), assessor, NULL);
}

/**
 * ts_target_row_id:
 * @assessment_id: the assessment's row id
 * @node_id: a criterion's or group's id
 * @year: the calendar year in which the financial year begins that the target is for
 *
 * Returns: (transfer full): the id of the one row that keeps this target, on whatever machine it is made
 */
char *
ts_target_row_id (const char *assessment_id,
                  const char *node_id,
                  int         year)
{
  char number[16];

  g_snprintf (number, sizeof number, "%d", year);

  return ts_identifier_derive ("target", assessment_id, node_id, number, NULL);
}

/**
 * ts_assessment_check_unlocked:
 * @assessment: an assessment's row
 * @layer: whose judgement would be changed
 * @error: where to put %TS_RULE_ERROR_LOCKED
 *
 * Returns: whether the assessment's stage lets that layer, and what belongs to it, be changed
 */
gboolean
ts_assessment_check_unlocked (const TsRow  *assessment,
                              TsLayer       layer,
                              GError      **error)
{
  TsStage stage;

  g_return_val_if_fail (assessment != NULL && ts_row_get_entity (assessment) == TS_ENTITY_ASSESSMENT, FALSE);

  if (!ts_stage_from_name (ts_row_get_text (assessment, TS_ASSESSMENT_STAGE), &stage))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                   _("The assessment is at a stage that this version does not know (“%s”), so it is left as it is."),
                   ts_row_get_text (assessment, TS_ASSESSMENT_STAGE));
      return FALSE;
    }

  if (ts_stage_locks_layer (stage, layer))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                   _("The assessment is at the stage “%s”, which locks the layer “%s”. It has to be reopened first."),
                   ts_stage_get_title (stage), ts_layer_get_title (layer));
      return FALSE;
    }

  return TRUE;
}

static const TsNode *
find_graded_node (const TsFramework  *framework,
                  const char         *node_id,
                  GError            **error)
{
  const TsNode *node = ts_framework_find_node (framework, node_id);

  if (node == NULL)
    g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                 _("The framework “%s” has no criterion “%s”."), ts_framework_get_id (framework), node_id);

  return node;
}

static gboolean
check_level (const TsNode  *node,
             int            level,
             GError       **error)
{
  if (level == 0 || ts_scale_get_level (node->section->scale, level) != NULL)
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
               _("%s has no level %d; its scale goes from 1 to %u."),
               node->id, level, ts_scale_get_n_levels (node->section->scale));

  return FALSE;
}

static gboolean
check_assessor (TsLayer      layer,
                const char  *assessor,
                GError     **error)
{
  if (layer != TS_LAYER_REVIEWER || *assessor != '\0')
    return TRUE;

  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("A reviewer’s rating needs the reviewer’s name."));

  return FALSE;
}

/* "level 2" or "amber", as people say it in a sentence. */
static char *
name_level (const TsNode *node,
            int           level)
{
  if (level == 0)
    return g_strdup (_("not rated"));

  if (ts_scale_get_kind (node->section->scale) == TS_SCALE_LEVELS)
    return g_strdup_printf (_("level %s"), ts_scale_get_token (node->section->scale, level));

  return g_utf8_strdown (ts_scale_get_label (node->section->scale, level), -1);
}

static char *
label_levels (const TsNode *node,
              int           before,
              int           after)
{
  g_autofree char *from = name_level (node, before);
  g_autofree char *to = name_level (node, after);

  if (before != 0 && after != 0 && ts_scale_get_kind (node->section->scale) == TS_SCALE_LEVELS)
    return g_strdup_printf (C_("change of a level", "%s: %s → %s"), ts_node_get_short_name (node), from,
                            ts_scale_get_token (node->section->scale, after));

  return g_strdup_printf (C_("change of a level", "%s: %s → %s"), ts_node_get_short_name (node), from, to);
}

static char *
label_confirmed (const TsNode *node,
                 int           level)
{
  g_autofree char *name = name_level (node, level);

  /* Translators: a criterion and a level, as in “5b: level 2 confirmed” */
  return g_strdup_printf (_("%s: %s confirmed"), ts_node_get_short_name (node), name);
}

static TsRow *
new_rating (const TsRow *assessment,
            const char  *node_id,
            TsLayer      layer,
            const char  *assessor)
{
  const char *assessment_id = ts_row_get_id (assessment);
  g_autofree char *id = ts_rating_row_id (assessment_id, node_id, layer, assessor);
  TsRow *row = ts_row_new (TS_ENTITY_RATING, id);

  ts_row_set_text (row, TS_RATING_ASSESSMENT, assessment_id);
  ts_row_set_text (row, TS_RATING_NODE, node_id);
  ts_row_set_text (row, TS_RATING_LAYER, ts_layer_get_name (layer));
  ts_row_set_text (row, TS_RATING_ASSESSOR, assessor);

  return row;
}

/**
 * ts_rating_says_nothing:
 * @rating: a rating
 *
 * A rating without level, rationale and all else is no row, so that undoing the first touch leaves no trace in the tables.
 *
 * Returns: whether it is such a rating
 */
gboolean
ts_rating_says_nothing (const TsRow *rating)
{
  static const guint said[] = { TS_RATING_LEVEL, TS_RATING_RATIONALE, TS_RATING_CONFIDENCE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if (ts_row_has (rating, said[i]))
        return FALSE;
    }

  return TRUE;
}

static void
add_rating (TsChange *change,
            TsRow    *before,
            TsRow    *after)
{
  ts_change_add (change, before, ts_rating_says_nothing (after) ? NULL : after);
}

static void
set_unchanged (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
}

/**
 * ts_change_rate:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's id, or a group's to state its level
 * @layer: whose judgement it is
 * @assessor: who judges, or "" for nobody in particular; the layer reviewer needs somebody
 * @rating: (nullable): the rating as it is kept now
 * @level: the level, from 1; 0 clears it
 * @error: where to put why not
 *
 * Choosing a level, the same one too, confirms a rating that was carried forward from last year.
 *
 * Fails with %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_UNKNOWN, %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_rate (const TsRow        *assessment,
                const TsFramework  *framework,
                const char         *node_id,
                TsLayer             layer,
                const char         *assessor,
                TsRow              *rating,
                int                 level,
                GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  const TsNode *node;
  TsChange *change;
  gboolean carried;
  int before;

  g_return_val_if_fail (framework != NULL && node_id != NULL && assessor != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, layer, error))
    return NULL;

  node = find_graded_node (framework, node_id, error);

  if (node == NULL || !check_level (node, level, error) || !check_assessor (layer, assessor, error))
    return NULL;

  before = rating != NULL ? (int) ts_row_get_integer (rating, TS_RATING_LEVEL) : 0;
  carried = rating != NULL && ts_row_has (rating, TS_RATING_CARRIED);

  if (before == level && (!carried || level == 0))
    {
      set_unchanged (error);
      return NULL;
    }

  after = rating != NULL ? ts_row_copy (rating) : new_rating (assessment, node_id, layer, assessor);

  if (level == 0)
    ts_row_clear (after, TS_RATING_LEVEL);
  else
    ts_row_set_integer (after, TS_RATING_LEVEL, level);

  /* Whoever chooses a level has looked at what was carried forward. */
  ts_row_clear (after, TS_RATING_CARRIED);

  label = before == level ? label_confirmed (node, level) : label_levels (node, before, level);
  change = ts_change_new (label);
  add_rating (change, rating, after);

  return change;
}

/**
 * ts_change_explain:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's or group's id
 * @layer: whose judgement it is
 * @assessor: who judges, or "" for nobody in particular
 * @rating: (nullable): the rating as it is kept now
 * @rationale: why this level; it is cleaned, and empty clears it
 * @error: where to put why not
 *
 * Fails as [func@ts_change_rate] does.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_explain (const TsRow        *assessment,
                   const TsFramework  *framework,
                   const char         *node_id,
                   TsLayer             layer,
                   const char         *assessor,
                   TsRow              *rating,
                   const char         *rationale,
                   GError            **error)
{
  const TsNode *node;
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *clean = NULL;
  const char *before;
  TsChange *change;

  g_return_val_if_fail (framework != NULL && node_id != NULL && assessor != NULL && rationale != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, layer, error))
    return NULL;

  node = find_graded_node (framework, node_id, error);

  if (node == NULL || !check_assessor (layer, assessor, error))
    return NULL;

  clean = ts_text_clean (rationale, -1, TS_TEXT_PARAGRAPHS);
  before = rating != NULL ? ts_row_get_text (rating, TS_RATING_RATIONALE) : NULL;

  if (g_strcmp0 (before != NULL ? before : "", clean) == 0)
    {
      set_unchanged (error);
      return NULL;
    }

  after = rating != NULL ? ts_row_copy (rating) : new_rating (assessment, node_id, layer, assessor);
  ts_row_set_text (after, TS_RATING_RATIONALE, *clean != '\0' ? clean : NULL);

  if (before == NULL)
    label = g_strdup_printf (_("%s: rationale written"), ts_node_get_short_name (node));
  else if (*clean == '\0')
    label = g_strdup_printf (_("%s: rationale cleared"), ts_node_get_short_name (node));
  else
    label = g_strdup_printf (_("%s: rationale edited"), ts_node_get_short_name (node));

  change = ts_change_new (label);
  add_rating (change, rating, after);

  return change;
}

static gboolean
check_target_year (const TsRow  *assessment,
                   int           year,
                   GError      **error)
{
  gint64 first = ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (year >= first && year < first + TS_TARGET_N_YEARS)
    return TRUE;

  from = ts_year_format ((int) first);
  to = ts_year_format ((int) (first + TS_TARGET_N_YEARS - 1));
  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("An assessment of %s has targets for %s to %s."), from, from, to);

  return FALSE;
}

static char *
label_target (const TsRow  *assessment,
              const TsNode *node,
              int           year,
              int           level)
{
  g_autofree char *name = name_level (node, level);
  g_autofree char *later = NULL;

  if (year == ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR))
    return level == 0 ? g_strdup_printf (_("%s: no target"), ts_node_get_short_name (node)) : g_strdup_printf (_("%s: target %s"), ts_node_get_short_name (node), name);

  later = ts_year_format (year);

  if (level == 0)
    return g_strdup_printf (_("%s: no target for %s"), ts_node_get_short_name (node), later);

  /* Translators: a criterion, a level and a year, as in “5b: target level 3 for 2011/12” */
  return g_strdup_printf (_("%s: target %s for %s"), ts_node_get_short_name (node), name, later);
}

static TsRow *
new_target (const TsRow *assessment,
            const char  *node_id,
            int          year)
{
  g_autofree char *id = ts_target_row_id (ts_row_get_id (assessment), node_id, year);
  TsRow *row = ts_row_new (TS_ENTITY_TARGET, id);

  ts_row_set_text (row, TS_TARGET_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (row, TS_TARGET_NODE, node_id);
  ts_row_set_integer (row, TS_TARGET_YEAR, year);

  return row;
}

/**
 * ts_change_aim:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's or group's id
 * @year: the calendar year in which the financial year begins that the target is for: the assessment's own, or one of those after it
 * @target: (nullable): the target for that year as it is kept now
 * @level: the level aimed at, from 1; 0 for no target
 * @error: where to put why not
 *
 * Targets belong to the board's own layer: they are locked with it. Fails as [func@ts_change_rate] does.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_aim (const TsRow        *assessment,
               const TsFramework  *framework,
               const char         *node_id,
               int                 year,
               TsRow              *target,
               int                 level,
               GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  const TsNode *node;
  TsChange *change;
  int before;

  g_return_val_if_fail (framework != NULL && node_id != NULL, NULL);
  g_return_val_if_fail (target == NULL || ts_row_get_integer (target, TS_TARGET_YEAR) == year, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error))
    return NULL;

  node = find_graded_node (framework, node_id, error);

  if (node == NULL || !check_level (node, level, error) || !check_target_year (assessment, year, error))
    return NULL;

  before = target != NULL ? (int) ts_row_get_integer (target, TS_TARGET_LEVEL) : 0;

  if (before == level)
    {
      set_unchanged (error);
      return NULL;
    }

  label = label_target (assessment, node, year, level);
  change = ts_change_new (label);

  if (level == 0)
    {
      ts_change_delete (change, target);
      return change;
    }

  after = target != NULL ? ts_row_copy (target) : new_target (assessment, node_id, year);
  ts_row_set_integer (after, TS_TARGET_LEVEL, level);

  if (target != NULL)
    ts_change_update (change, target, after);
  else
    ts_change_create (change, after);

  return change;
}
