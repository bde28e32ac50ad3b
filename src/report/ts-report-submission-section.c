/* ts-report-submission-section.c — a part of the framework, criterion by criterion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-submission-private.h"

#include "core/ts-stale.h"
#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

static const TsRow *
find_evidence (const TsSubmissionFacts *facts,
               const char              *id)
{
  for (guint i = 0; i < facts->evidence->len; i++)
    {
      const TsRow *evidence = g_ptr_array_index (facts->evidence, i);

      if (g_strcmp0 (ts_row_get_id (evidence), id) == 0)
        return evidence;
    }

  return NULL;
}

static void
add_evidence_row (TsReportTable *table,
                  const TsRow   *evidence,
                  const TsRow   *link,
                  int            year)
{
  const char *place = ts_row_get_text (link, TS_EVIDENCE_LINK_PLACE);
  g_autofree char *received = ts_report_words_day (ts_row_get_text (evidence, TS_EVIDENCE_RECEIVED));
  guint row = ts_report_table_add_row (table);
  g_autoptr (GString) title = g_string_new (ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
  g_autofree char *stale = ts_evidence_explain_stale (evidence, year);

  if (ts_row_has (link, TS_EVIDENCE_LINK_CARRIED))
    g_string_append_printf (title, "\n%s", _("Carried forward; to be confirmed"));

  if (stale != NULL)
    g_string_append_printf (title, "\n%s", stale);

  ts_report_table_set_text (table, row, 0, title->str);
  ts_report_table_set_text (table, row, 1, place != NULL ? place : "–");
  ts_report_table_set_text (table, row, 2, received != NULL ? received : "–");
}

static void
add_evidence (TsReportBuilder         *builder,
              const TsSubmissionFacts *facts,
              const TsNode            *node)
{
  int year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (facts->state), TS_ASSESSMENT_YEAR);
  TsReportTable *table = ts_report_table_new (NULL);

  /* Shares rather than what stands in it: the tables below one another have the same columns. */
  ts_report_table_add_column (table, _("Evidence"), 5, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Where in it"), 2.2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Received"), 1.9, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < facts->links->len; i++)
    {
      const TsRow *link = g_ptr_array_index (facts->links, i);
      const TsRow *evidence;

      if (g_strcmp0 (ts_row_get_text (link, TS_EVIDENCE_LINK_NODE), node->id) != 0)
        continue;

      evidence = find_evidence (facts, ts_row_get_text (link, TS_EVIDENCE_LINK_EVIDENCE));

      if (evidence != NULL)
        add_evidence_row (table, evidence, link, year);
    }

  /* A table at the head of a page would be of nobody knows what. */
  if (ts_report_table_get_n_rows (table) > 0)
    ts_report_builder_keep_with_next (builder);

  ts_report_builder_add_table (builder, table);
}

/* "Level 3 of 4 · target 3 · 2008/09: 2 (panel)" */
static char *
describe_standing (const TsSubmissionFacts *facts,
                   const TsNodeState       *state)
{
  const TsScale *scale = state->node->section->scale;
  gboolean steps = ts_scale_get_kind (scale) == TS_SCALE_LEVELS;
  g_autofree char *level = ts_report_words_level (scale, state->level);
  GString *text = g_string_new (NULL);

  if (state->level > 0 && steps)
    /* Translators: a level, how many there are, and what the level is called: "Level 2 of 4, Developing" */
    g_string_append_printf (text, _("Level %s of %u, %s"), level, ts_scale_get_n_levels (scale), ts_scale_get_label (scale, state->level));
  else if (state->level > 0)
    g_string_append (text, level);
  else if (state->basis == TS_BASIS_INCOMPLETE)
    g_string_append_printf (text, _("No level yet: %u of %u rated"), state->n_rated, state->n_parts);
  else
    g_string_append (text, _("Not rated"));

  if (state->level > 0 && state->basis == TS_BASIS_STATED && ts_node_is_group (state->node) && state->node->criteria->len > 0)
    g_string_append (text, _(" (stated)"));

  if (state->target > 0)
    {
      g_autofree char *target = ts_report_words_level (scale, state->target);

      g_string_append_printf (text, _(" · target %s"), target);
    }

  if (state->previous_level > 0)
    {
      g_autofree char *previous = ts_report_words_level (scale, state->previous_level);

      /* Translators: the year before, its level, and whose judgement that was: "2008/09: 2 (Panel)" */
      g_string_append_printf (text, _(" · %s: %s (%s)"), facts->previous_year_label, previous, ts_layer_get_title (state->previous_layer));
    }

  return g_string_free (text, FALSE);
}

static void
add_reason (TsReportBuilder   *builder,
            const TsNodeState *state)
{
  const char *reason = state->rating != NULL ? ts_row_get_text (state->rating, TS_RATING_RATIONALE) : NULL;

  if (reason != NULL && *reason != '\0')
    ts_report_builder_add_text (builder, reason);
  else if (state->level > 0 && state->basis != TS_BASIS_ROLLED_UP)
    ts_report_builder_add_text (builder, _("No reason is given."));
}

static void
add_node (TsReportBuilder         *builder,
          const TsSubmissionFacts *facts,
          const TsNode            *node)
{
  const TsNodeState *state = ts_assessment_state_find (facts->state, node->id);
  g_autofree char *standing = describe_standing (facts, state);

  ts_report_builder_add_text (builder, standing);
  ts_report_builder_keep_with_next (builder);

  if (state->carried_level > 0)
    {
      g_autofree char *carried = ts_report_words_level (node->section->scale, state->carried_level);
      g_autofree char *text =
        g_strdup_printf (_("Level %s was carried forward from the year before. It does not count until it is confirmed."), carried);

      ts_report_builder_add_note (builder, NULL, text);
    }

  if (state->level > 0 && node->descriptors != NULL)
    ts_report_builder_add_quotation (builder, node->descriptors[state->level - 1], _("The framework on this level"));

  add_reason (builder, state);
  add_evidence (builder, facts, node);
}

/* Nobody has said anything of it, neither a level nor a reason nor evidence. */
static gboolean
is_silent (const TsSubmissionFacts *facts,
           const TsNode            *node)
{
  const TsNodeState *state = ts_assessment_state_find (facts->state, node->id);
  const char *reason = state->rating != NULL ? ts_row_get_text (state->rating, TS_RATING_RATIONALE) : NULL;

  return state->level == 0 && state->carried_level == 0 && (reason == NULL || *reason == '\0') && state->n_evidence == 0 &&
         state->n_carried_evidence == 0;
}

static void
add_silent (TsReportBuilder *builder,
            GPtrArray       *silent)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (silent->len == 0)
    return;

  for (guint i = 0; i < silent->len; i++)
    {
      g_autofree char *name = ts_node_dup_name (g_ptr_array_index (silent, i));

      g_string_append_printf (names, "%s%s", i > 0 ? _("; ") : "", name);
    }

  /* Translators: criteria of which nobody has said anything */
  text = g_strdup_printf (_("Not rated, without a reason or evidence: %s."), names->str);
  ts_report_builder_add_text (builder, text);
}

static void
add_group (TsReportBuilder         *builder,
           const TsSubmissionFacts *facts,
           const TsNode            *group)
{
  g_autofree char *name = ts_node_dup_name (group);
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();

  ts_report_builder_add_heading (builder, 2, name);

  if (group->criteria->len == 0 && group->definition != NULL)
    ts_report_builder_add_text (builder, group->definition);

  add_node (builder, facts, group);

  for (guint i = 0; i < group->criteria->len; i++)
    {
      const TsNode *criterion = g_ptr_array_index (group->criteria, i);
      g_autofree char *title = ts_node_dup_name (criterion);

      if (is_silent (facts, criterion))
        {
          g_ptr_array_add (silent, (gpointer) criterion);
          continue;
        }

      ts_report_builder_add_heading (builder, 3, title);
      add_node (builder, facts, criterion);
    }

  add_silent (builder, silent);
}

/**
 * ts_submission_add_section:
 * @builder: a builder
 * @facts: what is told
 * @section: a graded section
 */
void
ts_submission_add_section (TsReportBuilder         *builder,
                           const TsSubmissionFacts *facts,
                           const TsSection         *section)
{
  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_heading (builder, 1, section->title);

  for (guint i = 0; i < section->groups->len; i++)
    add_group (builder, facts, g_ptr_array_index (section->groups, i));
}
