/* ts-report-panel-levels.c — self against panel in a panel's report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-panel-private.h"

#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

/* The columns of levels, as far as there is anything to set side by side. */
static guint
add_level_columns (TsReportTable      *table,
                   const TsPanelFacts *facts)
{
  guint n = 2;

  ts_report_table_add_column (table, ts_layer_get_title (TS_LAYER_SELF), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, ts_layer_get_title (facts->layer), 0, TS_REPORT_ALIGN_START);

  if (facts->final != NULL)
    {
      ts_report_table_add_column (table, ts_layer_get_title (TS_LAYER_FINAL), 0, TS_REPORT_ALIGN_START);
      n++;
    }

  return n;
}

static void
set_levels (TsReportTable      *table,
            guint               row,
            const TsPanelFacts *facts,
            const TsNode       *node)
{
  const TsScale *scale = node->section->scale;

  ts_report_words_set_level (table, row, 1, scale, ts_assessment_state_find (facts->self, node->id)->level);
  ts_report_words_set_level (table, row, 2, scale, ts_assessment_state_find (facts->panel, node->id)->level);

  if (facts->final != NULL)
    ts_report_words_set_level (table, row, 3, scale, ts_assessment_state_find (facts->final, node->id)->level);
}

static void
add_levels_row (TsReportTable      *table,
                guint               n_levels,
                gboolean            has_targets,
                const TsPanelFacts *facts,
                const TsNode       *node)
{
  const TsNodeState *self = ts_assessment_state_find (facts->self, node->id);
  int level = ts_panel_get_level (facts, node);
  g_autofree char *name = ts_node_dup_name (node);
  guint row = ts_report_table_add_row (table);

  ts_report_table_set_text (table, row, 0, name);
  set_levels (table, row, facts, node);
  ts_report_words_set_difference (table, row, n_levels + 1, self->level > 0 && level > 0, level - self->level);

  if (has_targets)
    ts_report_words_set_level (table, row, n_levels + 2, node->section->scale, self->target);
}

/* A column of dashes says nothing; a target that is missing beside others does. */
static gboolean
find_targets (const TsPanelFacts *facts)
{
  g_autoptr (GPtrArray) nodes = ts_panel_list_nodes (facts);

  for (guint i = 0; i < nodes->len; i++)
    {
      const TsNode *node = g_ptr_array_index (nodes, i);

      if (node->group == NULL && ts_assessment_state_find (facts->self, node->id)->target > 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_levels (TsReportBuilder    *builder,
            const TsPanelFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->panel);
  TsReportTable *table = ts_report_table_new (NULL);
  gboolean has_targets = find_targets (facts);
  guint n_levels;

  ts_report_table_add_column (table, NULL, 1, TS_REPORT_ALIGN_START);
  n_levels = add_level_columns (table, facts);
  ts_report_table_add_column (table, _("Difference"), 0, TS_REPORT_ALIGN_END);

  if (has_targets)
    ts_report_table_add_column (table, _("Target"), 0, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind != TS_SECTION_GRADED)
        continue;

      ts_report_table_add_group (table, section->title);

      for (guint j = 0; j < section->groups->len; j++)
        add_levels_row (table, n_levels, has_targets, facts, g_ptr_array_index (section->groups, j));
    }

  ts_report_builder_add_table (builder, table);
}

/* What was written of it, else what was said for the level that counts. */
static const char *
explain (const TsPanelFacts *facts,
         const TsNode       *node)
{
  const char *text = ts_panel_look_up (facts->differences, node->id);

  if (text == NULL)
    text = ts_panel_get_reason (facts->final, node);

  return text != NULL ? text : ts_panel_get_reason (facts->panel, node);
}

static gboolean
add_difference (TsReportTable      *table,
                guint               n_levels,
                const TsPanelFacts *facts,
                const TsNode       *node)
{
  int self = ts_assessment_state_find (facts->self, node->id)->level;
  int level = ts_panel_get_level (facts, node);
  gboolean differs = self > 0 && level > 0 && self != level;
  const char *text = explain (facts, node);
  g_autofree char *name = NULL;
  guint row;

  /* Where a difference was explained and is none any more, what was written must not vanish. */
  if (!differs && ts_panel_look_up (facts->differences, node->id) == NULL)
    return FALSE;

  name = ts_node_dup_name (node);
  row = ts_report_table_add_row (table);
  ts_report_table_set_text (table, row, 0, name);
  set_levels (table, row, facts, node);
  ts_report_table_set_text (table, row, n_levels + 1, text != NULL ? text : _("Not explained yet."));

  return TRUE;
}

static void
add_differences (TsReportBuilder    *builder,
                 const TsPanelFacts *facts)
{
  g_autoptr (GPtrArray) nodes = ts_panel_list_nodes (facts);
  TsReportTable *table = ts_report_table_new (NULL);
  gboolean any = FALSE;
  guint n_levels;

  ts_report_table_add_column (table, NULL, 3, TS_REPORT_ALIGN_START);
  n_levels = add_level_columns (table, facts);
  ts_report_table_add_column (table, _("Why"), 5, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < nodes->len; i++)
    any |= add_difference (table, n_levels, facts, g_ptr_array_index (nodes, i));

  ts_report_builder_add_heading (builder, 2, _("Where they differ, and why"));

  if (!any)
    ts_report_builder_add_text (builder, _("Wherever both have a level it is the same."));

  ts_report_builder_add_table (builder, table);
}

/* How the panel came to its levels --------------------------------------------------------------------------------------- */

static void
append_name (GString      *list,
             const TsNode *node)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", ts_node_get_short_name (node));
}

/* Which levels are not what the scores said, and which not everybody agrees to: the reasons stand with each of them. */
static void
add_settling (TsReportBuilder    *builder,
              const TsPanelFacts *facts)
{
  g_autoptr (GPtrArray) nodes = ts_panel_list_nodes (facts);
  g_autoptr (GString) moved = g_string_new (NULL);
  g_autoptr (GString) disputed = g_string_new (NULL);
  g_autofree char *left = NULL;
  g_autofree char *split = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      const TsNode *node = g_ptr_array_index (nodes, i);

      if (ts_panel_left_median (facts, node))
        append_name (moved, node);

      if (ts_panel_has_dissent (facts, node))
        append_name (disputed, node);
    }

  if (moved->len > 0)
    {
      /* Translators: names of criteria */
      left = g_strdup_printf (_("The panel’s level is not the median of the scores on %s."), moved->str);
      ts_report_builder_add_text (builder, left);
    }

  if (disputed->len > 0)
    {
      /* Translators: names of criteria */
      split = g_strdup_printf (_("Not every member agreed on %s."), disputed->str);
      ts_report_builder_add_text (builder, split);
    }
}

/**
 * ts_panel_add_comparison:
 * @builder: takes the chapter
 * @facts: what is told
 *
 * Adds what the board said and what the panel did, and why they differ.
 */
void
ts_panel_add_comparison (TsReportBuilder    *builder,
                         const TsPanelFacts *facts)
{
  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_heading (builder, 1, _("Self-assessment and panel"));
  add_settling (builder, facts);
  add_levels (builder, facts);
  ts_report_builder_add_chart (builder, facts->dumbbell, 0);
  ts_report_builder_add_chart (builder, facts->radar, 0);
  add_differences (builder, facts);
}
