/* ts-assessment-state.c — where an assessment stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-assessment-state.h"

#include "core/ts-roll-up.h"
#include "core/ts-stale.h"

/* Whose word of last year counts: calibrated, else agreed by the panel, else the board's own. */
static const TsLayer settled[] = { TS_LAYER_FINAL, TS_LAYER_PANEL, TS_LAYER_SELF };

struct _TsAssessmentState
{
  gatomicrefcount references;
  TsFramework *framework;
  TsRow *assessment;
  TsLayer layer;
  GHashTable *nodes;                                   /* node id, borrowed from the framework → TsNodeState */
  GPtrArray *targets;                                  /* TsRow, of every year */
  TsAssessmentState *previous[G_N_ELEMENTS (settled)]; /* as each settled layer saw last year; NULL where nothing is known of it */
};

static void
node_state_free (gpointer data)
{
  TsNodeState *state = data;

  g_clear_pointer (&state->rating, ts_row_unref);
  g_clear_pointer (&state->target_row, ts_row_unref);
  g_free (state);
}

static TsNodeState *
find (const TsAssessmentState *self,
      const char              *node_id)
{
  return node_id != NULL ? g_hash_table_lookup (self->nodes, node_id) : NULL;
}

static void
add_node (TsAssessmentState *self,
          const TsNode      *node)
{
  TsNodeState *state = g_new0 (TsNodeState, 1);

  state->node = node;
  g_hash_table_insert (self->nodes, node->id, state);
}

static void
add_nodes (TsAssessmentState *self)
{
  for (guint i = 0; i < ts_framework_get_n_sections (self->framework); i++)
    {
      const TsSection *section = ts_framework_get_section (self->framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          add_node (self, group);

          for (guint k = 0; k < group->criteria->len; k++)
            add_node (self, g_ptr_array_index (group->criteria, k));
        }
    }
}

/* A workbook from elsewhere may hold a level that the scale does not have; nothing can be said of it, as of no level. */
static int
level_on_scale (const TsNode *node,
                gint64        level)
{
  return level >= 1 && level <= ts_scale_get_n_levels (node->section->scale) ? (int) level : 0;
}

static void
take_ratings (TsAssessmentState *self,
              GPtrArray         *ratings)
{
  const char *layer = ts_layer_get_name (self->layer);

  for (guint i = 0; i < ratings->len; i++)
    {
      TsRow *rating = g_ptr_array_index (ratings, i);
      TsNodeState *state = find (self, ts_row_get_text (rating, TS_RATING_NODE));

      if (state == NULL || g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), layer) != 0)
        continue;

      /* A layer may hold a rating by a named assessor beside the body's own; the body's own is the one that counts. */
      if (state->rating != NULL && *ts_row_get_text (rating, TS_RATING_ASSESSOR) != '\0')
        continue;

      g_clear_pointer (&state->rating, ts_row_unref);
      state->rating = ts_row_ref (rating);
    }
}

static void
take_targets (TsAssessmentState *self,
              GPtrArray         *targets)
{
  gint64 year = ts_row_get_integer (self->assessment, TS_ASSESSMENT_YEAR);

  for (guint i = 0; i < targets->len; i++)
    {
      TsRow *target = g_ptr_array_index (targets, i);
      TsNodeState *state = find (self, ts_row_get_text (target, TS_TARGET_NODE));

      if (state == NULL)
        continue;

      g_ptr_array_add (self->targets, ts_row_ref (target));

      if (ts_row_get_integer (target, TS_TARGET_YEAR) != year)
        continue;

      g_clear_pointer (&state->target_row, ts_row_unref);
      state->target_row = ts_row_ref (target);
      state->target = level_on_scale (state->node, ts_row_get_integer (target, TS_TARGET_LEVEL));
    }
}

/* The row ids of the evidence whose period has run out. */
static GHashTable *
find_stale (const TsAssessmentState *self,
            GPtrArray               *evidence)
{
  GHashTable *stale = g_hash_table_new (g_str_hash, g_str_equal);
  int year = (int) ts_row_get_integer (self->assessment, TS_ASSESSMENT_YEAR);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      TsRow *item = g_ptr_array_index (evidence, i);

      if (ts_evidence_is_stale (item, year))
        g_hash_table_add (stale, (gpointer) ts_row_get_id (item));
    }

  return stale;
}

static void
count_links (TsAssessmentState *self,
             GPtrArray         *links,
             GPtrArray         *evidence)
{
  g_autoptr (GHashTable) stale = find_stale (self, evidence);

  for (guint i = 0; i < links->len; i++)
    {
      TsRow *link = g_ptr_array_index (links, i);
      TsNodeState *state = find (self, ts_row_get_text (link, TS_EVIDENCE_LINK_NODE));

      if (state == NULL)
        continue;

      if (ts_row_has (link, TS_EVIDENCE_LINK_CARRIED))
        state->n_carried_evidence++;
      else
        state->n_evidence++;

      if (ts_row_has (link, TS_EVIDENCE_LINK_EVIDENCE))
        state->n_stale += g_hash_table_contains (stale, ts_row_get_text (link, TS_EVIDENCE_LINK_EVIDENCE));
    }
}

/**
 * ts_node_state_is_carried:
 * @self: where a criterion or group stands
 *
 * Returns: whether its rating was carried forward and is to be confirmed
 */
gboolean
ts_node_state_is_carried (const TsNodeState *self)
{
  return self->rating != NULL && ts_row_has (self->rating, TS_RATING_CARRIED);
}

static int
kept_level (const TsNodeState *state)
{
  return state->rating != NULL ? level_on_scale (state->node, ts_row_get_integer (state->rating, TS_RATING_LEVEL)) : 0;
}

/* What was carried forward does not count until it is confirmed. */
static int
rated_level (const TsNodeState *state)
{
  return ts_node_state_is_carried (state) ? 0 : kept_level (state);
}

/* A criterion, or a group that is judged itself because it has no criteria. */
static void
derive_leaf (TsNodeState *state)
{
  state->level = rated_level (state);
  state->carried_level = ts_node_state_is_carried (state) ? kept_level (state) : 0;
  state->n_parts = 1;

  if (ts_node_state_is_carried (state) || state->n_carried_evidence > 0)
    {
      state->missing |= TS_MISSING_CONFIRMATION;
      state->n_to_confirm = 1;
    }

  if (state->level == 0)
    {
      state->basis = TS_BASIS_NONE;

      if (state->carried_level == 0)
        state->missing |= TS_MISSING_LEVEL;

      return;
    }

  state->basis = ts_node_is_group (state->node) ? TS_BASIS_STATED : TS_BASIS_RATED;
  state->n_rated = 1;

  if (!ts_row_has (state->rating, TS_RATING_RATIONALE))
    state->missing |= TS_MISSING_RATIONALE;

  if (state->n_evidence == 0 && state->n_carried_evidence == 0)
    state->missing |= TS_MISSING_EVIDENCE;

  state->n_ready = state->missing == TS_MISSING_NOTHING;
}

static void
derive_group (TsAssessmentState *self,
              TsNodeState       *state)
{
  int stated = rated_level (state);

  state->n_parts = state->node->criteria->len;

  if (ts_node_state_is_carried (state) || state->n_carried_evidence > 0)
    {
      state->carried_level = ts_node_state_is_carried (state) ? kept_level (state) : 0;
      state->missing |= TS_MISSING_CONFIRMATION;
      state->n_to_confirm = 1;
    }

  for (guint i = 0; i < state->node->criteria->len; i++)
    {
      TsNodeState *part = find (self, ((const TsNode *) g_ptr_array_index (state->node->criteria, i))->id);

      derive_leaf (part);
      state->n_rated += part->n_rated;
      state->n_ready += part->n_ready;
      state->n_to_confirm += part->n_to_confirm;
      state->n_stale += part->n_stale;
      state->missing |= part->missing;
    }

  if (stated != 0)
    {
      state->level = stated;
      state->basis = TS_BASIS_STATED;
      return;
    }

  state->level = ts_assessment_state_roll_up (self, state->node, state->node->section->rule);

  if (state->level != 0)
    state->basis = TS_BASIS_ROLLED_UP;
  else
    state->basis = state->n_rated > 0 ? TS_BASIS_INCOMPLETE : TS_BASIS_NONE;
}

static void
derive (TsAssessmentState *self)
{
  for (guint i = 0; i < ts_framework_get_n_sections (self->framework); i++)
    {
      const TsSection *section = ts_framework_get_section (self->framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);
          TsNodeState *state = find (self, group->id);

          if (group->criteria->len == 0)
            derive_leaf (state);
          else
            derive_group (self, state);
        }
    }
}

/* Last year's level is the most settled that there is for the node. */
static void
take_previous (TsAssessmentState *self,
               TsFramework       *framework,
               TsRow             *assessment,
               GPtrArray         *ratings)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    self->previous[i] = ts_assessment_state_new (framework, assessment, settled[i], ratings, nothing, nothing, NULL, NULL);

  g_hash_table_iter_init (&iter, self->nodes);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TsNodeState *state = value;

      state->previous_level = ts_assessment_state_get_previous_level (self, state->node->id, NULL, &state->previous_layer);
    }
}

/**
 * ts_assessment_state_new_with_evidence:
 * @framework: the assessment's framework
 * @assessment: its row
 * @layer: whose judgement is looked at
 * @ratings: (element-type TsRow): its ratings, of any layer
 * @targets: (element-type TsRow): its targets
 * @links: (element-type TsRow): its links to evidence
 * @evidence: (nullable) (element-type TsRow): the items that it links to, so that what is stale can be told; %NULL where nobody asks
 * @previous_framework: (nullable): the framework of the same organisation's assessment a year before
 * @previous_ratings: (nullable) (element-type TsRow): that assessment's ratings
 *
 * Rows that speak of nodes which the framework does not have are passed over: they are kept, but there is no place to show them.
 *
 * Returns: (transfer full): where the assessment stands
 */
TsAssessmentState *
ts_assessment_state_new_with_evidence (TsFramework *framework,
                                       TsRow       *assessment,
                                       TsLayer      layer,
                                       GPtrArray   *ratings,
                                       GPtrArray   *targets,
                                       GPtrArray   *links,
                                       GPtrArray   *evidence,
                                       TsFramework *previous_framework,
                                       GPtrArray   *previous_ratings)
{
  TsAssessmentState *self;

  g_return_val_if_fail (framework != NULL && assessment != NULL, NULL);
  g_return_val_if_fail (ratings != NULL && targets != NULL && links != NULL, NULL);
  g_return_val_if_fail ((previous_framework == NULL) == (previous_ratings == NULL), NULL);

  self = g_new0 (TsAssessmentState, 1);
  g_atomic_ref_count_init (&self->references);
  self->framework = ts_framework_ref (framework);
  self->assessment = ts_row_ref (assessment);
  self->layer = layer;
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, node_state_free);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  add_nodes (self);
  take_ratings (self, ratings);
  take_targets (self, targets);
  count_links (self, links, evidence);
  derive (self);

  if (previous_framework != NULL)
    take_previous (self, previous_framework, assessment, previous_ratings);

  return self;
}

/**
 * ts_assessment_state_new:
 * @framework: the assessment's framework
 * @assessment: its row
 * @layer: whose judgement is looked at
 * @ratings: (element-type TsRow): its ratings, of any layer
 * @targets: (element-type TsRow): its targets
 * @links: (element-type TsRow): its links to evidence
 * @previous_framework: (nullable): the framework of the same organisation's assessment a year before
 * @previous_ratings: (nullable) (element-type TsRow): that assessment's ratings
 *
 * Derives all but what is stale: see [func@ts_assessment_state_new_with_evidence].
 *
 * Returns: (transfer full): where the assessment stands
 */
TsAssessmentState *
ts_assessment_state_new (TsFramework *framework,
                         TsRow       *assessment,
                         TsLayer      layer,
                         GPtrArray   *ratings,
                         GPtrArray   *targets,
                         GPtrArray   *links,
                         TsFramework *previous_framework,
                         GPtrArray   *previous_ratings)
{
  return ts_assessment_state_new_with_evidence (framework, assessment, layer, ratings, targets, links, NULL,
                                                previous_framework, previous_ratings);
}

TsAssessmentState *
ts_assessment_state_ref (TsAssessmentState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
ts_assessment_state_unref (TsAssessmentState *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    g_clear_pointer (&self->previous[i], ts_assessment_state_unref);

  /* The keys and the nodes are the framework's. */
  g_ptr_array_unref (self->targets);
  g_hash_table_unref (self->nodes);
  ts_row_unref (self->assessment);
  ts_framework_unref (self->framework);
  g_free (self);
}

/**
 * ts_assessment_state_get_framework:
 * @self: where an assessment stands
 *
 * Returns: (transfer none): its framework
 */
TsFramework *
ts_assessment_state_get_framework (const TsAssessmentState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->framework;
}

/**
 * ts_assessment_state_get_assessment:
 * @self: where an assessment stands
 *
 * Returns: (transfer none): its row
 */
TsRow *
ts_assessment_state_get_assessment (const TsAssessmentState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->assessment;
}

/**
 * ts_assessment_state_find:
 * @self: where an assessment stands
 * @node_id: a criterion's or group's id, from anywhere
 *
 * Returns: (transfer none) (nullable): where that node stands, or %NULL if there is none such
 */
const TsNodeState *
ts_assessment_state_find (const TsAssessmentState *self,
                          const char              *node_id)
{
  g_return_val_if_fail (self != NULL && node_id != NULL, NULL);

  return find (self, node_id);
}

/**
 * ts_assessment_state_roll_up:
 * @self: where an assessment stands
 * @group: a group of its framework
 * @rule: any rule
 *
 * Returns: the level that the group's criteria would give under @rule, whatever is stated; 0 where one is not rated
 */
int
ts_assessment_state_roll_up (const TsAssessmentState *self,
                             const TsNode            *group,
                             TsRollUpRule             rule)
{
  g_autofree int *levels = NULL;

  g_return_val_if_fail (self != NULL && group != NULL, 0);

  levels = g_new0 (int, group->criteria->len);

  for (guint i = 0; i < group->criteria->len; i++)
    levels[i] = rated_level (find (self, ((const TsNode *) g_ptr_array_index (group->criteria, i))->id));

  return ts_roll_up (rule, levels, group->criteria->len);
}

/**
 * ts_assessment_state_get_level:
 * @self: where an assessment stands
 * @node_id: a criterion's or group's id, from anywhere
 * @rule: (nullable): the rule to roll a group up by, %NULL for its section's own
 *
 * Returns: the node's level: its own where it was rated or stated, else what follows from its criteria; 0 for none
 */
int
ts_assessment_state_get_level (const TsAssessmentState *self,
                               const char              *node_id,
                               const TsRollUpRule      *rule)
{
  const TsNodeState *state;

  g_return_val_if_fail (self != NULL && node_id != NULL, 0);

  state = find (self, node_id);

  if (state == NULL)
    return 0;

  if (state->basis != TS_BASIS_ROLLED_UP || rule == NULL)
    return state->level;

  return ts_assessment_state_roll_up (self, state->node, *rule);
}

/**
 * ts_assessment_state_get_previous_level:
 * @self: where an assessment stands
 * @node_id: a criterion's or group's id, from anywhere
 * @rule: (nullable): the rule to roll a group up by, %NULL for the section's own of last year
 * @layer: (out) (optional): where to put whose judgement it is, where there is one
 *
 * Returns: last year's most settled level of the node; 0 for none
 */
int
ts_assessment_state_get_previous_level (const TsAssessmentState *self,
                                        const char              *node_id,
                                        const TsRollUpRule      *rule,
                                        TsLayer                 *layer)
{
  const TsNodeState *state;

  g_return_val_if_fail (self != NULL && node_id != NULL, 0);

  state = find (self, node_id);

  if (state == NULL)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (settled) && self->previous[i] != NULL; i++)
    {
      int level = level_on_scale (state->node, ts_assessment_state_get_level (self->previous[i], node_id, rule));

      if (level == 0)
        continue;

      if (layer != NULL)
        *layer = settled[i];

      return level;
    }

  return 0;
}

/**
 * ts_assessment_state_get_target:
 * @self: where an assessment stands
 * @node_id: a criterion's or group's id, from anywhere
 * @year: the calendar year in which the financial year begins that the target is for
 *
 * Returns: the level aimed at in that year; 0 for none
 */
int
ts_assessment_state_get_target (const TsAssessmentState *self,
                                const char              *node_id,
                                int                      year)
{
  const TsNodeState *state;

  g_return_val_if_fail (self != NULL && node_id != NULL, 0);

  state = find (self, node_id);

  for (guint i = self->targets->len; state != NULL && i > 0; i--)
    {
      const TsRow *target = g_ptr_array_index (self->targets, i - 1);

      if (ts_row_get_integer (target, TS_TARGET_YEAR) == year && g_str_equal (ts_row_get_text (target, TS_TARGET_NODE), node_id))
        return level_on_scale (state->node, ts_row_get_integer (target, TS_TARGET_LEVEL));
    }

  return 0;
}
