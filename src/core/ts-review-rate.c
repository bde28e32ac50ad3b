/* ts-review-rate.c — the levels that come after the board's own
 *
 * Five layers tell how a published level came about: the board's own, the analyst's at the desk, each reviewer's, what the panel agreed, and what
 * stands after calibration. Whoever departs from what went before says why: the panel from the median of the scores, calibration from the panel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-review-rate.h"

#include "core/ts-agenda.h"
#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-layer.h"
#include "core/ts-person.h"
#include "core/ts-rate.h"
#include "core/ts-row-edit.h"
#include "core/ts-seal.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} confidences[TS_N_CONFIDENCES] = {
  [TS_CONFIDENCE_NONE] = { NULL, NC_("confidence", "Not said") },
  [TS_CONFIDENCE_LOW] = { "low", NC_("confidence", "Not sure") },
  [TS_CONFIDENCE_MEDIUM] = { "medium", NC_("confidence", "Fairly sure") },
  [TS_CONFIDENCE_HIGH] = { "high", NC_("confidence", "Sure") },
};

/**
 * ts_confidence_get_name:
 * @confidence: how sure a reviewer is
 *
 * Returns: (transfer none) (nullable): the name that workbooks, files and commands use
 */
const char *
ts_confidence_get_name (TsConfidence confidence)
{
  g_return_val_if_fail (confidence < TS_N_CONFIDENCES, NULL);

  return confidences[confidence].name;
}

const char *
ts_confidence_get_title (TsConfidence confidence)
{
  g_return_val_if_fail (confidence < TS_N_CONFIDENCES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "confidence", confidences[confidence].title);
}

/**
 * ts_confidence_from_name:
 * @name: (nullable): a name, from anywhere
 *
 * Returns: the confidence; %TS_CONFIDENCE_NONE where there is none of that name
 */
TsConfidence
ts_confidence_from_name (const char *name)
{
  for (guint i = TS_CONFIDENCE_LOW; i < TS_N_CONFIDENCES; i++)
    {
      if (g_strcmp0 (confidences[i].name, name) == 0)
        return i;
    }

  return TS_CONFIDENCE_NONE;
}

static const TsNode *
find_node (const TsFramework  *framework,
           const char         *node_id,
           int                 level,
           GError            **error)
{
  const TsNode *node = ts_framework_find_node (framework, node_id);

  if (node == NULL)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("The framework “%s” has no criterion “%s”."),
                   ts_framework_get_id (framework), node_id);
      return NULL;
    }

  if (level != 0 && ts_scale_get_level (node->section->scale, level) == NULL)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("%s has no level %d; its scale goes from 1 to %u."), node->id, level,
                   ts_scale_get_n_levels (node->section->scale));
      return NULL;
    }

  return node;
}

static TsRow *
edit_rating (TsRow       *rating,
             const TsRow *assessment,
             const char  *node_id,
             TsLayer      layer,
             const char  *assessor,
             int          level,
             const char  *rationale)
{
  g_autofree char *id = ts_rating_row_id (ts_row_get_id (assessment), node_id, layer, assessor);
  TsRow *after = ts_row_edit (rating, TS_ENTITY_RATING, id);

  ts_row_set_text (after, TS_RATING_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_RATING_NODE, node_id);
  ts_row_set_text (after, TS_RATING_LAYER, ts_layer_get_name (layer));
  ts_row_set_text (after, TS_RATING_ASSESSOR, assessor);
  ts_row_set_clean (after, TS_RATING_RATIONALE, rationale, TS_TEXT_PARAGRAPHS);

  if (level > 0)
    ts_row_set_integer (after, TS_RATING_LEVEL, level);
  else
    ts_row_clear (after, TS_RATING_LEVEL);

  return after;
}

static TsChange *
change_rating (const TsNode  *node,
               TsRow         *before,
               TsRow         *after,
               GError       **error)
{
  int level = (int) ts_row_get_integer (after, TS_RATING_LEVEL);
  const TsScale *scale = node->section->scale;
  g_autofree char *label = NULL;
  TsLayer layer = TS_LAYER_SELF;

  ts_layer_from_name (ts_row_get_text (after, TS_RATING_LAYER), &layer);

  /* Translators: a criterion, a layer and a level, as in “5b, Panel: 3” */
  label = g_strdup_printf (_("%s, %s: %s"), ts_node_get_short_name (node), ts_layer_get_title (layer),
                           level > 0 ? ts_scale_get_token (scale, level) : _("not rated"));

  return ts_change_of_row (label, before, ts_rating_says_nothing (after) ? NULL : after, error);
}

/**
 * ts_change_score:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's or group's id
 * @assessor: who scores
 * @rating: (nullable): their rating as it is kept
 * @conflict: their conflict with the assessment
 * @seal: (nullable): their seal
 * @opening: (nullable): the opening of the assessment's scores
 * @score: what they say
 * @error: where to put why not
 *
 * Fails with %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_UNKNOWN, %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_score (const TsRow        *assessment,
                 const TsFramework  *framework,
                 const char         *node_id,
                 const char         *assessor,
                 TsRow              *rating,
                 TsConflictState     conflict,
                 const TsRow        *seal,
                 const TsRow        *opening,
                 const TsScore      *score,
                 GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  const TsNode *node;

  g_return_val_if_fail (assessment != NULL && framework != NULL && node_id != NULL && assessor != NULL && score != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_REVIEWER, error))
    return NULL;

  node = find_node (framework, node_id, score->level, error);

  if (node == NULL)
    return NULL;

  if (*assessor == '\0')
    {
      ts_rule_refuse (error, _("A reviewer’s rating needs the reviewer’s name."));
      return NULL;
    }

  if (!ts_conflict_state_may_score (conflict))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                   _("%s has a conflict of interest with this assessment and does not score it."), assessor);
      return NULL;
    }

  if (!ts_seal_check_scoring (seal, opening, assessor, error))
    return NULL;

  after = edit_rating (rating, assessment, node_id, TS_LAYER_REVIEWER, assessor, score->level, score->rationale);
  ts_row_set_text (after, TS_RATING_CONFIDENCE, ts_confidence_get_name (score->confidence));
  ts_row_set_clean (after, TS_RATING_STRENGTHS, score->strengths, TS_TEXT_PARAGRAPHS);
  ts_row_set_clean (after, TS_RATING_DEVELOPMENT, score->development, TS_TEXT_PARAGRAPHS);

  return change_rating (node, rating, after, error);
}

/**
 * ts_change_judge_at_desk:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's or group's id
 * @rating: (nullable): the desk's rating as it is kept
 * @level: the level that the analyst finds, 0 for none
 * @note: (nullable): why
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_judge_at_desk (const TsRow        *assessment,
                         const TsFramework  *framework,
                         const char         *node_id,
                         TsRow              *rating,
                         int                 level,
                         const char         *note,
                         GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  const TsNode *node;

  g_return_val_if_fail (assessment != NULL && framework != NULL && node_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_DESK, error))
    return NULL;

  node = find_node (framework, node_id, level, error);

  if (node == NULL)
    return NULL;

  after = edit_rating (rating, assessment, node_id, TS_LAYER_DESK, "", level, note);

  return change_rating (node, rating, after, error);
}

/**
 * ts_change_agree:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's or group's id
 * @rating: (nullable): the panel's rating as it is kept
 * @median: the median of the scores that count, 0 where there are none
 * @level: the level that the panel agrees; 0 takes it back
 * @reason: (nullable): why; needed where the level is not the median
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_agree (const TsRow        *assessment,
                 const TsFramework  *framework,
                 const char         *node_id,
                 TsRow              *rating,
                 double              median,
                 int                 level,
                 const char         *reason,
                 GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  const TsNode *node;

  g_return_val_if_fail (assessment != NULL && framework != NULL && node_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_PANEL, error))
    return NULL;

  node = find_node (framework, node_id, level, error);

  if (node == NULL)
    return NULL;

  after = edit_rating (rating, assessment, node_id, TS_LAYER_PANEL, "", level, level > 0 ? reason : NULL);

  if (level > 0 && ts_median_needs_reason (median, level) && !ts_row_has (after, TS_RATING_RATIONALE))
    {
      ts_rule_refuse (error, median > 0 ? _("The level is not the median of the scores. Say why.")
                                        : _("Nobody’s score counts here. Say why the panel chooses this level."));
      return NULL;
    }

  return change_rating (node, rating, after, error);
}

char *
ts_dissent_row_id (const char *assessment_id,
                   const char *node_id,
                   const char *person_id)
{
  return ts_identifier_derive ("dissent", assessment_id, node_id, person_id, NULL);
}

/**
 * ts_change_dissent:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's or group's id
 * @dissent: (nullable): their dissent as it is kept
 * @person: (nullable): the person's row, if the workbook has them
 * @name: who does not agree
 * @level: the level that they would give, 0 for none
 * @note: (nullable): why; without level and note, the dissent is taken back
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_dissent (const TsRow        *assessment,
                   const TsFramework  *framework,
                   const char         *node_id,
                   TsRow              *dissent,
                   TsRow              *person,
                   const char         *name,
                   int                 level,
                   const char         *note,
                   GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *person_id = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  const TsNode *node;

  g_return_val_if_fail (assessment != NULL && framework != NULL && node_id != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_PANEL, error))
    return NULL;

  node = find_node (framework, node_id, level, error);

  if (node == NULL)
    return NULL;

  clean = ts_text_clean (name, -1, TS_TEXT_LINE);

  if (*clean == '\0')
    {
      ts_rule_refuse (error, _("Dissent is recorded by name. Say who does not agree."));
      return NULL;
    }

  person_id = ts_person_derive_id (clean);
  id = ts_dissent_row_id (ts_row_get_id (assessment), node_id, person_id);
  after = ts_row_edit (dissent, TS_ENTITY_DISSENT, id);
  ts_row_set_text (after, TS_DISSENT_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_DISSENT_NODE, node_id);
  ts_row_set_text (after, TS_DISSENT_PERSON, person_id);
  ts_row_set_clean (after, TS_DISSENT_NOTE, note, TS_TEXT_PARAGRAPHS);

  if (level > 0)
    ts_row_set_integer (after, TS_DISSENT_LEVEL, level);
  else
    ts_row_clear (after, TS_DISSENT_LEVEL);

  if (level == 0 && !ts_row_has (after, TS_DISSENT_NOTE))
    g_clear_pointer (&after, ts_row_unref);

  /* Translators: a criterion and a person */
  label = g_strdup_printf (_("%s: %s does not agree"), ts_node_get_short_name (node), clean);
  change = ts_change_of_row (label, dissent, after, error);

  if (change != NULL && after != NULL && person == NULL)
    ts_change_carry_person (change, NULL, clean, NULL);

  return g_steal_pointer (&change);
}

/**
 * ts_change_adjust:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's or group's id
 * @rating: (nullable): the final rating as it is kept
 * @panel_level: the level that the panel agreed, 0 for none
 * @level: the level after calibration; 0 takes it back
 * @reason: (nullable): why; needed wherever the level is not the panel's
 * @error: where to put why not
 *
 * The panel's level stays as it is, beside the adjusted one.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_adjust (const TsRow        *assessment,
                  const TsFramework  *framework,
                  const char         *node_id,
                  TsRow              *rating,
                  int                 panel_level,
                  int                 level,
                  const char         *reason,
                  GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  const TsNode *node;

  g_return_val_if_fail (assessment != NULL && framework != NULL && node_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_FINAL, error))
    return NULL;

  node = find_node (framework, node_id, level, error);

  if (node == NULL)
    return NULL;

  after = edit_rating (rating, assessment, node_id, TS_LAYER_FINAL, "", level, level > 0 ? reason : NULL);

  if (level > 0 && level != panel_level && !ts_row_has (after, TS_RATING_RATIONALE))
    {
      ts_rule_refuse (error, _("The level is not the panel’s. Say why it is adjusted."));
      return NULL;
    }

  return change_rating (node, rating, after, error);
}
