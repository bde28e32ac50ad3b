/* ts-report-panel-commentary.c — what a panel's report says area by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-panel-private.h"

#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (const TsRow *row,
          guint        field)
{
  const char *text = ts_row_get_text (row, field);

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * ts_panel_left_median:
 * @facts: a panel's report
 * @node: a criterion or group
 *
 * Returns: whether the panel's level is another than the scores that count would give; not where none counts
 */
gboolean
ts_panel_left_median (const TsPanelFacts *facts,
                      const TsNode       *node)
{
  const TsAgendaItem *item = ts_panel_find_item (facts, node);
  int level = ts_assessment_state_find (facts->panel, node->id)->level;

  return facts->layer == TS_LAYER_PANEL && item != NULL && item->median > 0 && level > 0 && ts_median_needs_reason (item->median, level);
}

/* "2.5", or "2" */
static char *
format_median (double median)
{
  return g_strdup_printf (median == (int) median ? "%.0f" : "%.1f", median);
}

/* "1 2 2 3", from the lowest. */
static char *
format_scores (const TsAgendaItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->scores->len; i++)
    {
      const TsRow *score = g_ptr_array_index (item->scores, i);
      g_autofree char *level = ts_report_words_level (item->node->section->scale, (int) ts_row_get_integer (score, TS_RATING_LEVEL));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", level);
    }

  return g_string_free (text, FALSE);
}

/* Levels of a group's criteria ------------------------------------------------------------------------------------------ */

typedef enum
{
  LEVEL_SELF,
  LEVEL_DESK,
  LEVEL_SCORES,
  LEVEL_MEDIAN,
  LEVEL_PANEL,
  LEVEL_FINAL,
  N_LEVELS,
} Level;

static gboolean
has_level (const TsPanelFacts *facts,
           const TsNode       *node,
           Level               level)
{
  const TsAgendaItem *item = ts_panel_find_item (facts, node);

  switch (level)
    {
    case LEVEL_SELF:
      return TRUE;

    case LEVEL_DESK:
      return item != NULL && item->desk > 0;

    case LEVEL_SCORES:
    case LEVEL_MEDIAN:
      return item != NULL && item->scores->len > 0;

    case LEVEL_PANEL:
      return ts_assessment_state_find (facts->panel, node->id)->level > 0;

    case LEVEL_FINAL:
      return facts->final != NULL && ts_assessment_state_find (facts->final, node->id)->level > 0;

    case N_LEVELS:
    default:
      return FALSE;
    }
}

static void
set_cell (TsReportTable      *table,
          guint               row,
          guint               column,
          const TsPanelFacts *facts,
          const TsNode       *node,
          Level               level)
{
  const TsAgendaItem *item = ts_panel_find_item (facts, node);
  g_autofree char *text = NULL;

  if (level == LEVEL_SCORES || level == LEVEL_MEDIAN)
    {
      if (item != NULL && item->scores->len > 0)
        text = level == LEVEL_SCORES ? format_scores (item) : format_median (item->median);

      ts_report_table_set_text (table, row, column, text != NULL ? text : "–");
      return;
    }

  ts_report_words_set_level (table, row, column, node->section->scale,
                             level == LEVEL_SELF    ? ts_assessment_state_find (facts->self, node->id)->level
                             : level == LEVEL_DESK  ? item != NULL ? item->desk : 0
                             : level == LEVEL_PANEL ? ts_assessment_state_find (facts->panel, node->id)->level
                                                    : ts_assessment_state_find (facts->final, node->id)->level);
}

/* What is judged of a group: its criteria, or itself where it has none. */
static guint
count_parts (const TsNode *group)
{
  return MAX (group->criteria->len, 1);
}

static const TsNode *
get_part (const TsNode *group,
          guint         position)
{
  return group->criteria->len > 0 ? g_ptr_array_index (group->criteria, position) : group;
}

/* The way from the board's own level to the one that counts; only columns in which something stands. */
static void
add_levels (TsReportBuilder    *builder,
            const TsPanelFacts *facts,
            const TsNode       *group)
{
  const char *titles[N_LEVELS] = { ts_layer_get_title (TS_LAYER_SELF), ts_layer_get_title (TS_LAYER_DESK), _("Scores"), _("Median"),
                                   ts_layer_get_title (facts->layer), ts_layer_get_title (TS_LAYER_FINAL) };
  gboolean shown[N_LEVELS] = { FALSE };
  TsReportTable *table;

  for (guint i = 0; i < count_parts (group); i++)
    {
      for (Level level = 0; level < N_LEVELS; level++)
        shown[level] |= has_level (facts, get_part (group, i), level);
    }

  if (!shown[LEVEL_PANEL] && !shown[LEVEL_SCORES] && !shown[LEVEL_FINAL])
    return;

  table = ts_report_table_new (NULL);
  ts_report_table_add_column (table, NULL, 1, TS_REPORT_ALIGN_START);

  for (Level level = 0; level < N_LEVELS; level++)
    {
      if (shown[level])
        ts_report_table_add_column (table, titles[level], 0, TS_REPORT_ALIGN_START);
    }

  for (guint i = 0; i < count_parts (group); i++)
    {
      const TsNode *criterion = get_part (group, i);
      g_autofree char *name = ts_node_dup_name (criterion);
      guint row = ts_report_table_add_row (table);
      guint column = 1;

      ts_report_table_set_text (table, row, 0, name);

      for (Level level = 0; level < N_LEVELS; level++)
        {
          if (shown[level])
            set_cell (table, row, column++, facts, criterion, level);
        }
    }

  ts_report_builder_add_table (builder, table);
}

/* Reasons, dissent, and what reviewers wrote ---------------------------------------------------------------------------- */

static void
add_reason (TsReportBuilder    *builder,
            const TsPanelFacts *facts,
            const TsNode       *node)
{
  const char *reason = ts_panel_get_reason (facts->panel, node);
  const char *adjusted = ts_panel_get_reason (facts->final, node);

  if (reason != NULL && ts_panel_left_median (facts, node))
    {
      g_autofree char *level = ts_report_words_level (node->section->scale, ts_assessment_state_find (facts->panel, node->id)->level);
      g_autofree char *median = format_median (ts_panel_find_item (facts, node)->median);
      /* Translators: the level that the panel agreed, and the median of its members' scores */
      g_autofree char *title = g_strdup_printf (_("Why level %s and not the median, %s"), level, median);

      ts_report_builder_add_note (builder, title, reason);
    }
  else
    {
      ts_report_builder_add_text (builder, reason);
    }

  if (adjusted != NULL)
    {
      g_autofree char *level = ts_report_words_level (node->section->scale, ts_assessment_state_find (facts->final, node->id)->level);
      g_autofree char *title = g_strdup_printf (_("Final level: %s"), level);

      ts_report_builder_add_note (builder, title, adjusted);
    }
}

static void
add_dissents (TsReportBuilder    *builder,
              const TsPanelFacts *facts,
              const TsNode       *node)
{
  for (guint i = 0; facts->dissents != NULL && i < facts->dissents->len; i++)
    {
      const TsPanelDissent *dissent = &g_array_index (facts->dissents, TsPanelDissent, i);
      g_autofree char *level = NULL;
      g_autofree char *source = NULL;

      if (g_strcmp0 (dissent->node, node->id) != 0)
        continue;

      level = ts_report_words_level (node->section->scale, dissent->level);

      if (dissent->level == 0)
        source = g_strdup_printf (_("%s does not agree."), dissent->name);
      else if (ts_scale_get_kind (node->section->scale) == TS_SCALE_LEVELS)
        source = g_strdup_printf (_("%s does not agree, and would have said level %s."), dissent->name, level);
      else
        source = g_strdup_printf (_("%s does not agree, and would have said “%s”."), dissent->name, level);

      ts_report_builder_add_quotation (builder, dissent->note, source);
    }
}

static const guint judgement_texts[] = { TS_RATING_RATIONALE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT };

static gboolean
says_anything (const TsRow *judgement)
{
  for (guint i = 0; i < G_N_ELEMENTS (judgement_texts); i++)
    {
      if (get_text (judgement, judgement_texts[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Who wrote something of a criterion, the desk first. */
static GPtrArray *
find_judgements (const TsPanelFacts *facts,
                 const TsNode       *node)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; facts->judgements != NULL && i < facts->judgements->len; i++)
    {
      const TsRow *judgement = g_ptr_array_index (facts->judgements, i);

      if (g_strcmp0 (ts_row_get_text (judgement, TS_RATING_NODE), node->id) == 0 && says_anything (judgement))
        g_ptr_array_add (found, (gpointer) judgement);
    }

  return found;
}

static void
add_judgements (TsReportBuilder    *builder,
                const TsPanelFacts *facts,
                const TsNode       *node)
{
  const char *titles[] = { _("Why this level"), _("Strengths"), _("Areas to develop") };
  g_autoptr (GPtrArray) found = find_judgements (facts, node);
  gboolean shown[G_N_ELEMENTS (judgement_texts)] = { FALSE };
  TsReportTable *table;

  if (found->len == 0)
    return;

  table = ts_report_table_new (NULL);
  ts_report_table_add_column (table, _("Who"), 2.5, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Level"), 0, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < G_N_ELEMENTS (judgement_texts); i++)
    {
      for (guint j = 0; !shown[i] && j < found->len; j++)
        shown[i] = get_text (g_ptr_array_index (found, j), judgement_texts[i]) != NULL;

      if (shown[i])
        ts_report_table_add_column (table, titles[i], i == 0 ? 4 : 3, TS_REPORT_ALIGN_START);
    }

  for (guint j = 0; j < found->len; j++)
    {
      const TsRow *judgement = g_ptr_array_index (found, j);
      const char *who = get_text (judgement, TS_RATING_ASSESSOR);
      g_autofree char *level = ts_report_words_level (node->section->scale, (int) ts_row_get_integer (judgement, TS_RATING_LEVEL));
      guint row = ts_report_table_add_row (table);
      guint column = 2;

      ts_report_table_set_text (table, row, 0, who != NULL ? who : _("At the desk"));
      ts_report_table_set_text (table, row, 1, level);

      for (guint i = 0; i < G_N_ELEMENTS (judgement_texts); i++)
        {
          if (shown[i])
            ts_report_table_set_text (table, row, column++, get_text (judgement, judgement_texts[i]));
        }
    }

  /* With the heading or the reason before it: a table at the head of a page would be of nobody knows what. */
  ts_report_builder_keep_with_next (builder);
  ts_report_builder_add_table (builder, table);
}

static gboolean
is_told (const TsPanelFacts *facts,
         const TsNode       *node)
{
  g_autoptr (GPtrArray) judgements = find_judgements (facts, node);

  return judgements->len > 0 || ts_panel_get_reason (facts->panel, node) != NULL || ts_panel_get_reason (facts->final, node) != NULL ||
         ts_panel_has_dissent (facts, node);
}

/* What was said of a group or criterion by anybody, under the heading that stands there already. */
static void
add_said (TsReportBuilder    *builder,
          const TsPanelFacts *facts,
          const TsNode       *node)
{
  add_reason (builder, facts, node);
  add_dissents (builder, facts, node);
  add_judgements (builder, facts, node);
}

/* What was written of a group for the report, and what was said of it and of its criteria on the way there. */
static gboolean
add_group (TsReportBuilder    *builder,
           const TsPanelFacts *facts,
           const TsNode       *group)
{
  const char *text = ts_panel_look_up (facts->commentary, group->id);
  g_autofree char *name = ts_node_dup_name (group);
  gboolean any = text != NULL || is_told (facts, group);

  for (guint i = 0; !any && i < group->criteria->len; i++)
    any = is_told (facts, g_ptr_array_index (group->criteria, i));

  if (!any)
    return FALSE;

  ts_report_builder_add_heading (builder, 2, name);

  if (text != NULL)
    {
      ts_report_builder_add_text (builder, text);
      ts_report_builder_keep_with_next (builder);
    }

  add_levels (builder, facts, group);

  if (ts_panel_get_reason (facts->panel, group) != NULL || ts_panel_get_reason (facts->final, group) != NULL)
    ts_report_builder_keep_with_next (builder);

  add_said (builder, facts, group);

  for (guint i = 0; i < group->criteria->len; i++)
    {
      const TsNode *criterion = g_ptr_array_index (group->criteria, i);
      g_autofree char *title = ts_node_dup_name (criterion);

      if (!is_told (facts, criterion))
        continue;

      ts_report_builder_add_heading (builder, 3, title);
      add_said (builder, facts, criterion);
    }

  return TRUE;
}

static gboolean
add_section (TsReportBuilder    *builder,
             const TsPanelFacts *facts,
             const TsSection    *section,
             GString            *silent)
{
  const char *text = ts_panel_look_up (facts->commentary, section->id);
  gboolean any = text != NULL;

  if (any)
    {
      ts_report_builder_add_heading (builder, 2, section->title);
      ts_report_builder_add_text (builder, text);
    }

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      if (add_group (builder, facts, group))
        any = TRUE;
      else
        g_string_append_printf (silent, "%s%s", silent->len > 0 ? ", " : "", ts_node_get_short_name (group));
    }

  return any;
}

/**
 * ts_panel_add_commentary:
 * @builder: takes the chapter
 * @facts: what is told
 *
 * Adds what was written area by area, and beside it why the panel chose its levels, who did not agree, and what the desk and the reviewers wrote.
 */
void
ts_panel_add_commentary (TsReportBuilder    *builder,
                         const TsPanelFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->panel);
  g_autoptr (GString) silent = g_string_new (NULL);
  gboolean any = FALSE;

  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_heading (builder, 1, _("Commentary by area"));

  if (facts->is_sealed)
    ts_report_builder_add_text (builder, _("What reviewers scored and wrote is sealed, and is no part of this document."));

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    any |= add_section (builder, facts, ts_framework_get_section (framework, i), silent);

  if (!any)
    {
      ts_panel_add_written (builder, NULL);
    }
  else if (silent->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_("Nothing has been written yet of: %s."), silent->str);

      ts_report_builder_add_text (builder, text);
    }
}
