/* ts-report-panel.c — a panel's report as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-panel-private.h"

#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

/* What has not been written is said to be so: a report with a hole must not look finished. */
void
ts_panel_add_written (TsReportBuilder *builder,
                      const char      *text)
{
  if (text != NULL && *text != '\0')
    ts_report_builder_add_text (builder, text);
  else
    ts_report_builder_add_text (builder, _("Not written yet."));
}

/**
 * ts_panel_look_up:
 * @texts: (nullable): texts by id
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what is written there, %NULL also where it is empty
 */
const char *
ts_panel_look_up (GHashTable *texts,
                  const char *id)
{
  const char *text = texts != NULL ? g_hash_table_lookup (texts, id) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * ts_panel_get_reason:
 * @state: (nullable): where an assessment stands
 * @node: one of its criteria or groups
 *
 * Returns: (transfer none) (nullable): what was said for its level
 */
const char *
ts_panel_get_reason (const TsAssessmentState *state,
                     const TsNode            *node)
{
  const TsNodeState *found = state != NULL ? ts_assessment_state_find (state, node->id) : NULL;
  const char *reason = found != NULL && found->rating != NULL ? ts_row_get_text (found->rating, TS_RATING_RATIONALE) : NULL;

  return reason != NULL && *reason != '\0' ? reason : NULL;
}

/**
 * ts_panel_get_level:
 * @facts: a panel's report
 * @node: a criterion or group
 *
 * Returns: the level that counts: the final one where there is one, else the panel's; 0 for none
 */
int
ts_panel_get_level (const TsPanelFacts *facts,
                    const TsNode       *node)
{
  int level = facts->final != NULL ? ts_assessment_state_find (facts->final, node->id)->level : 0;

  return level > 0 ? level : ts_assessment_state_find (facts->panel, node->id)->level;
}

/**
 * ts_panel_find_item:
 * @facts: a panel's report
 * @node: a criterion or group
 *
 * Returns: (transfer none) (nullable): it on the panel's agenda
 */
const TsAgendaItem *
ts_panel_find_item (const TsPanelFacts *facts,
                    const TsNode       *node)
{
  for (guint i = 0; facts->agenda != NULL && i < facts->agenda->len; i++)
    {
      const TsAgendaItem *item = g_ptr_array_index (facts->agenda, i);

      if (g_str_equal (item->node->id, node->id))
        return item;
    }

  return NULL;
}

/**
 * ts_panel_has_dissent:
 * @facts: a panel's report
 * @node: a criterion or group
 *
 * Returns: whether anybody does not agree to its level
 */
gboolean
ts_panel_has_dissent (const TsPanelFacts *facts,
                      const TsNode       *node)
{
  for (guint i = 0; facts->dissents != NULL && i < facts->dissents->len; i++)
    {
      if (g_strcmp0 (g_array_index (facts->dissents, TsPanelDissent, i).node, node->id) == 0)
        return TRUE;
    }

  return FALSE;
}


/**
 * ts_panel_list_nodes:
 * @facts: a panel's report
 *
 * Returns: (transfer container) (element-type TsNode): the groups and criteria of the framework, each group before its criteria
 */
GPtrArray *
ts_panel_list_nodes (const TsPanelFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->panel);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          g_ptr_array_add (nodes, (gpointer) group);

          for (guint k = 0; k < group->criteria->len; k++)
            g_ptr_array_add (nodes, g_ptr_array_index (group->criteria, k));
        }
    }

  return nodes;
}

static void
add_title_page (TsReportBuilder    *builder,
                const TsPanelFacts *facts)
{
  TsReportTable *table = ts_report_table_new_facts ();
  g_autofree char *day = ts_report_words_day (facts->day);
  /* Translators: a day and a time of that day */
  g_autofree char *met = day != NULL && facts->begins != NULL ? g_strdup_printf (_("%s, %s"), day, facts->begins) : g_strdup (day);
  g_autofree char *made = ts_report_words_moment (facts->made);
  g_autofree char *levels = facts->final != NULL ? g_strdup_printf (_("%s and %s"), ts_layer_get_title (facts->layer), ts_layer_get_title (TS_LAYER_FINAL))
                                                 : g_strdup (ts_layer_get_title (facts->layer));
  g_autofree char *members = facts->members != NULL ? g_strjoinv ("\n", facts->members) : NULL;

  ts_report_table_add_fact (table, _("Organisation"), facts->organisation_code);
  ts_report_table_add_fact (table, _("Panel"), facts->panel_name);
  ts_report_table_add_fact (table, _("Met on"), met);
  ts_report_table_add_fact (table, _("Members"), members);
  ts_report_table_add_fact (table, _("Stage"), ts_stage_get_title (facts->stage));
  ts_report_table_add_fact (table, _("Levels"), levels);
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
    ts_panel_add_written (builder, NULL);
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
  ts_panel_add_written (builder, facts->impression);
  add_recommendations (builder, facts);
  ts_report_builder_add_heading (builder, 1, _("Potential for improvement"));
  ts_panel_add_written (builder, facts->potential);
  ts_panel_add_comparison (builder, facts);
  ts_panel_add_commentary (builder, facts);
  ts_panel_add_enquiries (builder, facts);
  ts_panel_add_findings (builder, facts);
  ts_panel_add_replies (builder, facts);

  return ts_report_builder_end (builder);
}
