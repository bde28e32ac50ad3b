/* ts-framework-reader-sections.c — the sections, groups and criteria of a framework file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-reader-private.h"
#include "exchange/ts-json-member.h"

#include <glib/gi18n-lib.h>

#define LONGEST_NODE_ID 32
#define MOST_SECTIONS   32
#define MOST_GROUPS     200
#define MOST_CRITERIA   100
#define MOST_SUGGESTED  200
#define MOST_OUTCOMES   100

static const char *const graded_members[] = { "id", "title", "kind", "scale", "rule", "groups", NULL };
static const char *const outcomes_members[] = { "id", "title", "kind", "most", "suggested", NULL };
static const char *const any_section_members[] = {
  "id",
  "title",
  "kind",
  "scale",
  "rule",
  "groups",
  "most",
  "suggested",
  NULL,
};
static const char *const group_members[] = {
  "id",
  "title",
  "stage",
  "summary",
  "definition",
  "descriptors",
  "evidence-prompt",
  "criteria",
  NULL,
};
static const char *const criterion_members[] = { "id", "title", "definition", "descriptors", "evidence-prompt", NULL };
static const char *const outcome_members[] = { "id", "metric", "unit", "direction", "national", NULL };

/* Returns as many texts as the scale has levels, ended by NULL; the texts belong to the document. */
static const char **
read_descriptors (const TsJsonPlace  *place,
                  const TsScale      *scale,
                  GError            **error)
{
  g_autofree const char **descriptors = NULL;
  g_autofree char *expected = NULL;
  guint n_levels = ts_scale_get_n_levels (scale);
  guint n_descriptors;

  expected = g_strdup_printf (_("an array of %u texts, one for each level of the scale “%s”"), n_levels, ts_scale_get_id (scale));

  if (!ts_json_place_check_array (place, n_levels, n_levels, expected, &n_descriptors, error))
    return NULL;

  descriptors = g_new0 (const char *, n_levels + 1);

  for (guint i = 0; i < n_levels; i++)
    {
      TsJsonPlace descriptor = ts_json_place_element (place, i);

      descriptors[i] = ts_json_place_get_text (&descriptor, TS_FRAMEWORK_LONGEST_TEXT, error);

      if (descriptors[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&descriptors);
}

static const char *
read_node_id (TsFrameworkBuilder  *builder,
              const TsJsonPlace   *node,
              GError             **error)
{
  TsJsonPlace place = ts_json_place_member (node, "id");
  const char *id = ts_json_place_get_name (&place, "-.", LONGEST_NODE_ID, error);

  if (id != NULL && ts_framework_builder_has_node (builder, id))
    {
      ts_json_place_fail (&place, error, _("expected an id that no other group or criterion has, found “%s” again"), id);
      return NULL;
    }

  return id;
}

static gboolean
read_criterion (TsFrameworkBuilder  *builder,
                const TsScale       *scale,
                const TsJsonPlace   *criterion,
                GError             **error)
{
  g_autofree const char **descriptors = NULL;
  TsJsonPlace descriptors_place;
  const char *id;
  const char *title;
  const char *definition;
  const char *prompt;

  if (!ts_json_place_check_object (criterion, criterion_members, error))
    return FALSE;

  descriptors_place = ts_json_place_member (criterion, "descriptors");

  if ((id = read_node_id (builder, criterion, error)) == NULL ||
      (title = ts_json_member_get_text (criterion, "title", TS_FRAMEWORK_LONGEST_TITLE, error)) == NULL ||
      (definition = ts_json_member_get_text (criterion, "definition", TS_FRAMEWORK_LONGEST_TEXT, error)) == NULL ||
      (descriptors = read_descriptors (&descriptors_place, scale, error)) == NULL ||
      (prompt = ts_json_member_get_text (criterion, "evidence-prompt", TS_FRAMEWORK_LONGEST_TEXT, error)) == NULL)
    return FALSE;

  ts_framework_builder_add_criterion (builder, id, title, definition, descriptors, prompt);

  return TRUE;
}

static gboolean
read_stage_of_group (TsFrameworkBuilder    *builder,
                     const TsJsonPlace     *group,
                     const TsStageOfCycle **stage,
                     GError               **error)
{
  TsJsonPlace place = ts_json_place_member (group, "stage");
  const char *id;

  *stage = NULL;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  id = ts_json_place_get_name (&place, "-", TS_FRAMEWORK_LONGEST_ID, error);

  if (id == NULL)
    return FALSE;

  *stage = ts_framework_builder_find_stage_of_cycle (builder, id);

  return *stage != NULL || ts_json_place_expected (&place, error, _("the id of one of the stages"));
}

static gboolean
read_group (TsFrameworkBuilder  *builder,
            const TsScale       *scale,
            const TsJsonPlace   *group,
            GError             **error)
{
  g_autofree const char **descriptors = NULL;
  const TsStageOfCycle *stage;
  TsJsonPlace descriptors_place;
  TsJsonPlace criteria;
  const char *id;
  const char *title;
  const char *summary;
  const char *definition;
  const char *prompt;
  guint n_criteria;

  if (!ts_json_place_check_object (group, group_members, error))
    return FALSE;

  id = read_node_id (builder, group, error);

  if (id == NULL)
    return FALSE;

  title = ts_json_member_get_text (group, "title", TS_FRAMEWORK_LONGEST_TITLE, error);

  if (title == NULL || !read_stage_of_group (builder, group, &stage, error) || !ts_json_member_get_optional_text (group, "summary", TS_FRAMEWORK_LONGEST_TEXT, &summary, error))
    return FALSE;

  criteria = ts_json_place_member (group, "criteria");

  if (!ts_json_place_check_array (&criteria, 0, MOST_CRITERIA, _("an array of at most 100 criteria"), &n_criteria, error))
    return FALSE;

  descriptors_place = ts_json_place_member (group, "descriptors");

  /* A group without criteria is judged itself, so there must be something to judge it by. */
  if (n_criteria == 0 || ts_json_place_is_there (&descriptors_place))
    {
      definition = ts_json_member_get_text (group, "definition", TS_FRAMEWORK_LONGEST_TEXT, error);

      if (definition == NULL ||
          (descriptors = read_descriptors (&descriptors_place, scale, error)) == NULL ||
          (prompt = ts_json_member_get_text (group, "evidence-prompt", TS_FRAMEWORK_LONGEST_TEXT, error)) == NULL)
        return FALSE;
    }
  else if (!ts_json_member_get_optional_text (group, "definition", TS_FRAMEWORK_LONGEST_TEXT, &definition, error) ||
           !ts_json_member_get_optional_text (group, "evidence-prompt", TS_FRAMEWORK_LONGEST_TEXT, &prompt, error))
    {
      return FALSE;
    }

  ts_framework_builder_add_group (builder, id, title, stage, summary, definition, descriptors, prompt);

  for (guint i = 0; i < n_criteria; i++)
    {
      TsJsonPlace criterion = ts_json_place_element (&criteria, i);

      if (!read_criterion (builder, scale, &criterion, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_graded_section (TsFrameworkBuilder  *builder,
                     const TsJsonPlace   *section,
                     const char          *id,
                     const char          *title,
                     GError             **error)
{
  const TsScale *scale;
  TsRollUpRule rule;
  TsJsonPlace scale_place;
  TsJsonPlace rule_place;
  TsJsonPlace groups;
  const char *scale_id;
  const char *rule_name;
  guint n_groups;

  if (!ts_json_place_check_object (section, graded_members, error))
    return FALSE;

  scale_place = ts_json_place_member (section, "scale");
  scale_id = ts_json_place_get_name (&scale_place, "-", TS_FRAMEWORK_LONGEST_ID, error);

  if (scale_id == NULL)
    return FALSE;

  scale = ts_framework_builder_find_scale (builder, scale_id);

  if (scale == NULL)
    return ts_json_place_expected (&scale_place, error, _("the id of one of the scales"));

  rule_place = ts_json_place_member (section, "rule");
  rule_name = ts_json_place_get_text (&rule_place, TS_FRAMEWORK_LONGEST_ID, error);

  if (rule_name == NULL)
    return FALSE;

  if (!ts_roll_up_rule_from_name (rule_name, &rule))
    return ts_json_place_expected (&rule_place, error, _("minimum, majority or mean"));

  groups = ts_json_place_member (section, "groups");

  if (!ts_json_place_check_array (&groups, 1, MOST_GROUPS, _("an array of 1 to 200 groups"), &n_groups, error))
    return FALSE;

  ts_framework_builder_add_graded_section (builder, id, title, scale, rule);

  for (guint i = 0; i < n_groups; i++)
    {
      TsJsonPlace group = ts_json_place_element (&groups, i);

      if (!read_group (builder, scale, &group, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_suggested_outcome (TsFrameworkBuilder  *builder,
                        GHashTable          *ids,
                        const TsJsonPlace   *outcome,
                        GError             **error)
{
  TsJsonPlace id_place;
  TsJsonPlace national_place;
  const char *id;
  const char *metric;
  const char *unit;
  gboolean up_is_better;
  gboolean national;

  if (!ts_json_place_check_object (outcome, outcome_members, error))
    return FALSE;

  id_place = ts_json_place_member (outcome, "id");
  id = ts_json_place_get_name (&id_place, "-", TS_FRAMEWORK_LONGEST_ID, error);

  if (id == NULL)
    return FALSE;

  if (!g_hash_table_add (ids, (char *) id))
    return ts_json_place_fail (&id_place, error, _("expected an id that no other outcome has, found “%s” again"), id);

  metric = ts_json_member_get_text (outcome, "metric", TS_FRAMEWORK_LONGEST_TITLE, error);

  if (metric == NULL)
    return FALSE;

  unit = ts_json_member_get_text (outcome, "unit", TS_FRAMEWORK_LONGEST_TITLE, error);

  if (unit == NULL || !ts_json_member_get_choice (outcome, "direction", "up", "down", &up_is_better, error))
    return FALSE;

  national_place = ts_json_place_member (outcome, "national");

  if (!ts_json_place_get_boolean (&national_place, &national, error))
    return FALSE;

  ts_framework_builder_add_suggested_outcome (builder, id, metric, unit, up_is_better, national);

  return TRUE;
}

static gboolean
read_outcomes_section (TsFrameworkBuilder  *builder,
                       const TsJsonPlace   *section,
                       const char          *id,
                       const char          *title,
                       GError             **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  TsJsonPlace most_place;
  TsJsonPlace suggested;
  gint64 most;
  guint n_suggested;

  if (!ts_json_place_check_object (section, outcomes_members, error))
    return FALSE;

  most_place = ts_json_place_member (section, "most");
  suggested = ts_json_place_member (section, "suggested");

  if (!ts_json_place_get_integer (&most_place, 1, MOST_OUTCOMES, &most, error) ||
      !ts_json_place_check_array (&suggested, 0, MOST_SUGGESTED, _("an array of at most 200 outcomes"), &n_suggested, error))
    return FALSE;

  ts_framework_builder_add_outcomes_section (builder, id, title, most);

  for (guint i = 0; i < n_suggested; i++)
    {
      TsJsonPlace outcome = ts_json_place_element (&suggested, i);

      if (!read_suggested_outcome (builder, ids, &outcome, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_framework_read_sections:
 * @builder: where to add them; it has the stages and the scales
 * @root: the document
 * @error: where to put what is wrong
 *
 * Returns: whether the sections are as they should be
 */
gboolean
ts_framework_read_sections (TsFrameworkBuilder  *builder,
                            const TsJsonPlace   *root,
                            GError             **error)
{
  TsJsonPlace sections = ts_json_place_member (root, "sections");
  guint n_sections;

  if (!ts_json_place_check_array (&sections, 1, MOST_SECTIONS, _("an array of 1 to 32 sections"), &n_sections, error))
    return FALSE;

  for (guint i = 0; i < n_sections; i++)
    {
      TsJsonPlace section = ts_json_place_element (&sections, i);
      TsJsonPlace id_place;
      const char *id;
      const char *title;
      gboolean graded;

      /* Which members belong there depends on the kind, so at first any of them may be there. */
      if (!ts_json_place_check_object (&section, any_section_members, error))
        return FALSE;

      id_place = ts_json_place_member (&section, "id");
      id = ts_json_place_get_name (&id_place, "-", TS_FRAMEWORK_LONGEST_ID, error);

      if (id == NULL)
        return FALSE;

      if (ts_framework_builder_has_section (builder, id))
        return ts_json_place_fail (&id_place, error, _("expected an id that no other section has, found “%s” again"), id);

      title = ts_json_member_get_text (&section, "title", TS_FRAMEWORK_LONGEST_TITLE, error);

      if (title == NULL || !ts_json_member_get_choice (&section, "kind", "graded", "outcomes", &graded, error))
        return FALSE;

      if (graded ? !read_graded_section (builder, &section, id, title, error)
                 : !read_outcomes_section (builder, &section, id, title, error))
        return FALSE;
    }

  return TRUE;
}
