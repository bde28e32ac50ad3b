/* ts-framework-builder.c — makes a framework, part by part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-framework-builder.h"

#include "core/ts-framework-private.h"

struct _TsFrameworkBuilder
{
  TsFramework *framework;
  TsSection *section; /* the last one added, which groups go into */
  TsNode *group;      /* the last one added, which criteria go into */
};

static void
node_free (gpointer data)
{
  TsNode *node = data;

  g_ptr_array_unref (node->criteria);
  g_free (node->id);
  g_free (node->title);
  g_free (node->summary);
  g_free (node->definition);
  g_free (node->evidence_prompt);
  g_strfreev (node->descriptors);
  g_free (node);
}

static void
suggested_outcome_free (gpointer data)
{
  TsSuggestedOutcome *outcome = data;

  g_free (outcome->id);
  g_free (outcome->metric);
  g_free (outcome->unit);
  g_free (outcome);
}

static void
section_free (gpointer data)
{
  TsSection *section = data;

  g_ptr_array_unref (section->groups);
  g_ptr_array_unref (section->suggested_outcomes);
  g_free (section->id);
  g_free (section->title);
  g_free (section);
}

static void
stage_free (gpointer data)
{
  TsStageOfCycle *stage = data;

  g_free (stage->id);
  g_free (stage->title);
  g_free (stage);
}

/**
 * ts_framework_builder_new:
 * @id: the framework's id, "wcc-year-2"
 * @edition: which wording it is, for people
 * @title: for people
 * @year: the calendar year in which the financial year begins for which it was made
 * @source: where names and texts come from
 * @licence: under which terms they may be used
 *
 * Returns: (transfer full): a builder
 */
TsFrameworkBuilder *
ts_framework_builder_new (const char *id,
                          const char *edition,
                          const char *title,
                          int         year,
                          const char *source,
                          const char *licence)
{
  TsFrameworkBuilder *self;
  TsFramework *framework;

  g_return_val_if_fail (id != NULL && edition != NULL && title != NULL && source != NULL && licence != NULL, NULL);

  framework = g_new0 (TsFramework, 1);
  g_atomic_ref_count_init (&framework->references);
  framework->id = g_strdup (id);
  framework->edition = g_strdup (edition);
  framework->title = g_strdup (title);
  framework->year = year;
  framework->source = g_strdup (source);
  framework->licence = g_strdup (licence);
  framework->stages = g_ptr_array_new_with_free_func (stage_free);
  framework->scales = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_scale_free);
  framework->sections = g_ptr_array_new_with_free_func (section_free);
  framework->nodes = g_hash_table_new (g_str_hash, g_str_equal);

  self = g_new0 (TsFrameworkBuilder, 1);
  self->framework = framework;

  return self;
}

void
ts_framework_builder_free (TsFrameworkBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->framework, ts_framework_unref);
  g_free (self);
}

void
ts_framework_builder_add_stage_of_cycle (TsFrameworkBuilder *self,
                                         const char         *id,
                                         const char         *title)
{
  TsStageOfCycle *stage;

  g_return_if_fail (self != NULL && id != NULL && title != NULL);

  stage = g_new0 (TsStageOfCycle, 1);
  stage->id = g_strdup (id);
  stage->title = g_strdup (title);
  g_ptr_array_add (self->framework->stages, stage);
}

const TsStageOfCycle *
ts_framework_builder_find_stage_of_cycle (TsFrameworkBuilder *self,
                                          const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->framework->stages->len; i++)
    {
      const TsStageOfCycle *stage = g_ptr_array_index (self->framework->stages, i);

      if (g_str_equal (stage->id, id))
        return stage;
    }

  return NULL;
}

/**
 * ts_framework_builder_add_scale:
 * @self: a builder
 * @scale: (transfer full): a scale with all its levels
 */
void
ts_framework_builder_add_scale (TsFrameworkBuilder *self,
                                TsScale            *scale)
{
  g_return_if_fail (self != NULL && scale != NULL);

  g_ptr_array_add (self->framework->scales, scale);
}

const TsScale *
ts_framework_builder_find_scale (TsFrameworkBuilder *self,
                                 const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->framework->scales->len; i++)
    {
      const TsScale *scale = g_ptr_array_index (self->framework->scales, i);

      if (g_str_equal (ts_scale_get_id (scale), id))
        return scale;
    }

  return NULL;
}

gboolean
ts_framework_builder_has_section (TsFrameworkBuilder *self,
                                  const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return ts_framework_find_section (self->framework, id) != NULL;
}

gboolean
ts_framework_builder_has_node (TsFrameworkBuilder *self,
                               const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return ts_framework_find_node (self->framework, id) != NULL;
}

static void
add_section (TsFrameworkBuilder *self,
             const char         *id,
             const char         *title,
             TsSectionKind       kind)
{
  TsSection *section;

  g_assert (!ts_framework_builder_has_section (self, id));

  section = g_new0 (TsSection, 1);
  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->kind = kind;
  section->groups = g_ptr_array_new_with_free_func (node_free);
  section->suggested_outcomes = g_ptr_array_new_with_free_func (suggested_outcome_free);
  g_ptr_array_add (self->framework->sections, section);

  self->section = section;
  self->group = NULL;
}

/**
 * ts_framework_builder_add_graded_section:
 * @self: a builder
 * @id: the section's id
 * @title: for people
 * @scale: (transfer none): a scale of this builder
 * @rule: how a group's level follows from its criteria's
 */
void
ts_framework_builder_add_graded_section (TsFrameworkBuilder *self,
                                         const char         *id,
                                         const char         *title,
                                         const TsScale      *scale,
                                         TsRollUpRule        rule)
{
  g_return_if_fail (self != NULL && id != NULL && title != NULL && scale != NULL);

  add_section (self, id, title, TS_SECTION_GRADED);
  self->section->scale = scale;
  self->section->rule = rule;
}

void
ts_framework_builder_add_outcomes_section (TsFrameworkBuilder *self,
                                           const char         *id,
                                           const char         *title,
                                           guint               most_outcomes)
{
  g_return_if_fail (self != NULL && id != NULL && title != NULL);

  add_section (self, id, title, TS_SECTION_OUTCOMES);
  self->section->most_outcomes = most_outcomes;
}

void
ts_framework_builder_add_suggested_outcome (TsFrameworkBuilder *self,
                                            const char         *id,
                                            const char         *metric,
                                            const char         *unit,
                                            gboolean            up_is_better,
                                            gboolean            national)
{
  TsSuggestedOutcome *outcome;

  g_return_if_fail (self != NULL && self->section != NULL);
  g_return_if_fail (self->section->kind == TS_SECTION_OUTCOMES);

  outcome = g_new0 (TsSuggestedOutcome, 1);
  outcome->id = g_strdup (id);
  outcome->metric = g_strdup (metric);
  outcome->unit = g_strdup (unit);
  outcome->up_is_better = up_is_better;
  outcome->national = national;
  g_ptr_array_add (self->section->suggested_outcomes, outcome);
}

static TsNode *
add_node (TsFrameworkBuilder *self,
          GPtrArray *siblings,
          const char *id,
          const char *title,
          const char *definition,
          const char *const *descriptors,
          const char *evidence_prompt)
{
  TsNode *node;

  g_assert (!ts_framework_builder_has_node (self, id));
  g_assert (descriptors == NULL || g_strv_length ((char **) descriptors) == ts_scale_get_n_levels (self->section->scale));

  node = g_new0 (TsNode, 1);
  node->id = g_strdup (id);
  node->title = g_strdup (title);
  node->definition = g_strdup (definition);
  node->descriptors = g_strdupv ((char **) descriptors);
  node->evidence_prompt = g_strdup (evidence_prompt);
  node->section = self->section;
  node->criteria = g_ptr_array_new_with_free_func (node_free);
  g_ptr_array_add (siblings, node);
  g_hash_table_insert (self->framework->nodes, node->id, node);

  return node;
}

/**
 * ts_framework_builder_add_group:
 * @self: a builder whose last section is graded
 * @id: unique among all nodes
 * @title: for people
 * @stage_of_cycle: (nullable) (transfer none): a stage of this builder
 * @summary: (nullable): what it is about
 * @definition: (nullable): what is looked at, where the group itself is judged
 * @descriptors: (nullable) (array zero-terminated=1): as many as the scale has levels
 * @evidence_prompt: (nullable): what would show it
 */
void
ts_framework_builder_add_group (TsFrameworkBuilder *self,
                                const char *id,
                                const char *title,
                                const TsStageOfCycle *stage_of_cycle,
                                const char *summary,
                                const char *definition,
                                const char *const *descriptors,
                                const char *evidence_prompt)
{
  g_return_if_fail (self != NULL && self->section != NULL);
  g_return_if_fail (self->section->kind == TS_SECTION_GRADED);
  g_return_if_fail (id != NULL && title != NULL);

  self->group = add_node (self, self->section->groups, id, title, definition, descriptors, evidence_prompt);
  self->group->stage_of_cycle = stage_of_cycle;
  self->group->summary = g_strdup (summary);
}

/**
 * ts_framework_builder_add_criterion:
 * @self: a builder that has a group
 * @id: unique among all nodes
 * @title: for people
 * @definition: what is looked at
 * @descriptors: (array zero-terminated=1): as many as the scale has levels
 * @evidence_prompt: what would show it
 *
 * Adds a criterion to the last group.
 */
void
ts_framework_builder_add_criterion (TsFrameworkBuilder *self,
                                    const char *id,
                                    const char *title,
                                    const char *definition,
                                    const char *const *descriptors,
                                    const char *evidence_prompt)
{
  TsNode *criterion;

  g_return_if_fail (self != NULL && self->group != NULL);
  g_return_if_fail (id != NULL && title != NULL && descriptors != NULL);

  criterion = add_node (self, self->group->criteria, id, title, definition, descriptors, evidence_prompt);
  criterion->group = self->group;
  criterion->stage_of_cycle = self->group->stage_of_cycle;
}

/**
 * ts_framework_builder_end:
 * @self: a builder; only free it afterwards
 *
 * Returns: (transfer full): the framework
 */
TsFramework *
ts_framework_builder_end (TsFrameworkBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->framework != NULL, NULL);

  self->section = NULL;
  self->group = NULL;

  return g_steal_pointer (&self->framework);
}
