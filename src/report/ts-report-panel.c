/* ts-report-panel.c — a panel's report as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-panel.h"

#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

/* What has not been written is said to be so: a report with a hole must not look finished. */
static void
add_written (TsReportBuilder *builder,
             const char      *text)
{
  if (text != NULL && *text != '\0')
    ts_report_builder_add_text (builder, text);
  else
    ts_report_builder_add_text (builder, _("Not written yet."));
}

static const char *
look_up (GHashTable *texts,
         const char *id)
{
  return texts != NULL ? g_hash_table_lookup (texts, id) : NULL;
}

static void
add_title_page (TsReportBuilder    *builder,
                const TsPanelFacts *facts)
{
  TsReportTable *table = ts_report_table_new_facts ();
  g_autofree char *day = ts_report_words_day (facts->day);
  g_autofree char *made = ts_report_words_moment (facts->made);
  g_autofree char *members = facts->members != NULL ? g_strjoinv ("\n", facts->members) : NULL;

  ts_report_table_add_fact (table, _("Organisation"), facts->organisation_code);
  ts_report_table_add_fact (table, _("Panel"), facts->panel_name);
  ts_report_table_add_fact (table, _("Met on"), day);
  ts_report_table_add_fact (table, _("Members"), members);
  ts_report_table_add_fact (table, _("Stage"), ts_stage_get_title (facts->stage));
  ts_report_table_add_fact (table, _("Levels"), ts_layer_get_title (facts->layer));
  ts_report_table_add_fact (table, _("Made from"), facts->source);
  ts_report_table_add_fact (table, _("As of"), made);
  ts_report_builder_add_title_page (builder, NULL, table);
}

static void
add_recommendations (TsReportBuilder    *builder,
                     const TsPanelFacts *facts)
{
  gboolean any = FALSE;

  ts_report_builder_add_heading (builder, 1, _("Main recommendations"));

  for (guint i = 0; i < TS_PANEL_N_RECOMMENDATIONS; i++)
    {
      const char *text = facts->recommendations[i];
      g_autofree char *title = g_strdup_printf (_("Recommendation %u"), i + 1);

      if (text == NULL || *text == '\0')
        continue;

      ts_report_builder_add_note (builder, title, text);
      any = TRUE;
    }

  if (!any)
    add_written (builder, NULL);
}

/* Self against panel */

static void
add_levels_row (TsReportTable      *table,
                const TsPanelFacts *facts,
                const TsNode       *node)
{
  const TsNodeState *self = ts_assessment_state_find (facts->self, node->id);
  const TsNodeState *panel = ts_assessment_state_find (facts->panel, node->id);
  g_autofree char *name = ts_node_dup_name (node);
  guint row = ts_report_table_add_row (table);

  ts_report_table_set_text (table, row, 0, name);
  ts_report_words_set_level (table, row, 1, node->section->scale, self->level);
  ts_report_words_set_level (table, row, 2, node->section->scale, panel->level);
  ts_report_words_set_difference (table, row, 3, self->level > 0 && panel->level > 0, panel->level - self->level);
  ts_report_words_set_level (table, row, 4, node->section->scale, self->target);
}

static void
add_levels (TsReportBuilder    *builder,
            const TsPanelFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->panel);
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_table_add_column (table, NULL, 1, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, ts_layer_get_title (TS_LAYER_SELF), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, ts_layer_get_title (facts->layer), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Difference"), 0, TS_REPORT_ALIGN_END);
  ts_report_table_add_column (table, _("Target"), 0, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind != TS_SECTION_GRADED)
        continue;

      ts_report_table_add_group (table, section->title);

      for (guint j = 0; j < section->groups->len; j++)
        add_levels_row (table, facts, g_ptr_array_index (section->groups, j));
    }

  ts_report_builder_add_table (builder, table);
}

static const char *
explain (const TsPanelFacts *facts,
         const TsNode       *node)
{
  const char *text = look_up (facts->differences, node->id);
  const TsNodeState *panel = ts_assessment_state_find (facts->panel, node->id);

  if (text == NULL && panel->rating != NULL)
    text = ts_row_get_text (panel->rating, TS_RATING_RATIONALE);

  return text;
}

static guint
add_difference (TsReportTable      *table,
                const TsPanelFacts *facts,
                const TsNode       *node)
{
  const TsNodeState *self = ts_assessment_state_find (facts->self, node->id);
  const TsNodeState *panel = ts_assessment_state_find (facts->panel, node->id);
  g_autofree char *name = ts_node_dup_name (node);
  const char *text = explain (facts, node);
  guint row;

  if (self->level == 0 || panel->level == 0 || self->level == panel->level)
    return 0;

  row = ts_report_table_add_row (table);
  ts_report_table_set_text (table, row, 0, name);
  ts_report_words_set_level (table, row, 1, node->section->scale, self->level);
  ts_report_words_set_level (table, row, 2, node->section->scale, panel->level);
  ts_report_table_set_text (table, row, 3, text != NULL && *text != '\0' ? text : _("Not explained yet."));

  return 1;
}

static void
add_differences (TsReportBuilder    *builder,
                 const TsPanelFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->panel);
  TsReportTable *table = ts_report_table_new (NULL);
  guint n = 0;

  ts_report_table_add_column (table, NULL, 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, ts_layer_get_title (TS_LAYER_SELF), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, ts_layer_get_title (facts->layer), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Why"), 5, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          n += add_difference (table, facts, group);

          for (guint k = 0; k < group->criteria->len; k++)
            n += add_difference (table, facts, g_ptr_array_index (group->criteria, k));
        }
    }

  ts_report_builder_add_heading (builder, 2, _("Where they differ, and why"));

  if (n == 0)
    ts_report_builder_add_text (builder, _("Wherever both have a level it is the same."));

  ts_report_builder_add_table (builder, table);
}

static void
add_comparison (TsReportBuilder    *builder,
                const TsPanelFacts *facts)
{
  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_heading (builder, 1, _("Self-assessment and panel"));
  add_levels (builder, facts);
  ts_report_builder_add_chart (builder, facts->dumbbell, 0);
  ts_report_builder_add_chart (builder, facts->radar, 0);
  add_differences (builder, facts);
}

/* Commentary */

static const char *
get_reason (const TsPanelFacts *facts,
            const TsNode       *node)
{
  const TsNodeState *state = ts_assessment_state_find (facts->panel, node->id);
  const char *reason = state->rating != NULL ? ts_row_get_text (state->rating, TS_RATING_RATIONALE) : NULL;

  return reason != NULL && *reason != '\0' ? reason : NULL;
}

/* What the panel says of a group: what was written for the report, else its reason for a level that it stated; and its reasons for the levels of the
 * criteria. */
static gboolean
add_group (TsReportBuilder    *builder,
           const TsPanelFacts *facts,
           const TsNode       *group)
{
  const char *text = look_up (facts->commentary, group->id);
  g_autofree char *name = ts_node_dup_name (group);
  gboolean any;

  if (text == NULL || *text == '\0')
    text = get_reason (facts, group);

  any = text != NULL;

  for (guint i = 0; !any && i < group->criteria->len; i++)
    any = get_reason (facts, g_ptr_array_index (group->criteria, i)) != NULL;

  if (!any)
    return FALSE;

  ts_report_builder_add_heading (builder, 2, name);
  ts_report_builder_add_text (builder, text);

  for (guint i = 0; i < group->criteria->len; i++)
    {
      const TsNode *criterion = g_ptr_array_index (group->criteria, i);
      g_autofree char *title = ts_node_dup_name (criterion);

      if (get_reason (facts, criterion) == NULL)
        continue;

      ts_report_builder_add_heading (builder, 3, title);
      ts_report_builder_add_text (builder, get_reason (facts, criterion));
    }

  return TRUE;
}

static void
add_commentary (TsReportBuilder    *builder,
                const TsPanelFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->panel);
  g_autoptr (GString) silent = g_string_new (NULL);
  guint n_told = 0;

  ts_report_builder_add_heading (builder, 1, _("Commentary by area"));

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);
      const char *text = look_up (facts->commentary, section->id);

      if (text != NULL && *text != '\0')
        {
          ts_report_builder_add_heading (builder, 2, section->title);
          ts_report_builder_add_text (builder, text);
          n_told++;
        }

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          if (add_group (builder, facts, group))
            n_told++;
          else
            g_string_append_printf (silent, "%s%s", silent->len > 0 ? ", " : "", ts_node_get_short_name (group));
        }
    }

  if (n_told == 0)
    {
      add_written (builder, NULL);
    }
  else if (silent->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_("Nothing has been written yet of: %s."), silent->str);

      ts_report_builder_add_text (builder, text);
    }
}

/**
 * ts_report_panel:
 * @facts: what is told
 *
 * Returns: (transfer full): the document
 */
TsReport *
ts_report_panel (const TsPanelFacts *facts)
{
  TsReportBuilder *builder;
  TsReportInfo info;

  g_return_val_if_fail (facts != NULL && facts->self != NULL && facts->panel != NULL, NULL);

  info = (TsReportInfo) {
    .title = _("Panel report"),
    .organisation = facts->organisation,
    .framework = ts_framework_get_title (ts_assessment_state_get_framework (facts->panel)),
    .year = facts->year_label,
    .permitted_use = ts_report_words_permitted_use (facts->stage),
    .author = facts->panel_name,
    .created = facts->made,
  };
  builder = ts_report_builder_new (&info);
  add_title_page (builder, facts);
  ts_report_builder_add_contents (builder, _("Contents"), 2);
  ts_report_builder_add_heading (builder, 1, _("Overall impression"));
  add_written (builder, facts->impression);
  add_recommendations (builder, facts);
  ts_report_builder_add_heading (builder, 1, _("Potential for improvement"));
  add_written (builder, facts->potential);
  add_comparison (builder, facts);
  add_commentary (builder, facts);

  return ts_report_builder_end (builder);
}
