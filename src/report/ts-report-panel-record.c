/* ts-report-panel-record.c — questions, findings and replies in a panel's report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-panel-private.h"

#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_text (const TsRow *row,
          guint        field)
{
  const char *text = ts_row_get_text (row, field);

  return text != NULL && *text != '\0' ? text : NULL;
}

/* What a criterion is called in a narrow column; what is about the whole has a dash. */
static void
set_node (TsReportTable      *table,
          guint               row,
          const TsPanelFacts *facts,
          const char         *node_id)
{
  const TsNode *node = node_id != NULL ? ts_framework_find_node (ts_assessment_state_get_framework (facts->panel), node_id) : NULL;

  ts_report_table_set_text (table, row, 0, node != NULL ? ts_node_get_short_name (node) : node_id != NULL ? node_id
                                                                                                          : "–");
}

/* Where a criterion stands in the framework: 0 for what is about the whole, and after the last what the framework does not have. */
static guint
find_place (GPtrArray  *nodes,
            const char *node_id)
{
  if (node_id == NULL)
    return 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      if (g_str_equal (((const TsNode *) g_ptr_array_index (nodes, i))->id, node_id))
        return i + 1;
    }

  return nodes->len + 1;
}

/* "10 February 2010", or with the time after it where there is one. */
static char *
format_answered (const char *answered)
{
  g_autofree char *day = NULL;
  const char *time = answered != NULL && strlen (answered) > 10 ? answered + 11 : NULL;

  if (answered == NULL)
    return NULL;

  day = ts_report_words_moment (answered);

  return time != NULL ? g_strdup_printf ("%s, %s", day, time) : g_steal_pointer (&day);
}

/* Words, and on a line of their own whose or when. */
static char *
join_lines (const char *first,
            const char *second)
{
  return first != NULL && second != NULL ? g_strdup_printf ("%s\n%s", first, second) : g_strdup (first != NULL ? first : second);
}

static void
add_enquiry (TsReportTable      *table,
             const TsPanelFacts *facts,
             const TsRow        *enquiry)
{
  const char *by = get_text (enquiry, TS_ENQUIRY_ASKED_BY);
  /* Translators: who asks a question */
  g_autofree char *asked = by != NULL ? g_strdup_printf (_("Asked by %s"), by) : NULL;
  g_autofree char *question = join_lines (get_text (enquiry, TS_ENQUIRY_QUESTION), asked);
  g_autofree char *answered = format_answered (get_text (enquiry, TS_ENQUIRY_ANSWERED));
  g_autofree char *answer = join_lines (get_text (enquiry, TS_ENQUIRY_ANSWER), answered);
  guint row = ts_report_table_add_row (table);

  set_node (table, row, facts, get_text (enquiry, TS_ENQUIRY_NODE));
  ts_report_table_set_text (table, row, 1, question);
  ts_report_table_set_text (table, row, 2, get_text (enquiry, TS_ENQUIRY_ADDRESSEE));
  ts_report_table_set_text (table, row, 3, get_text (enquiry, TS_ENQUIRY_ANSWER) != NULL ? answer : _("Not answered."));
}

/**
 * ts_panel_add_enquiries:
 * @builder: takes the chapter
 * @facts: what is told
 *
 * Adds what was asked, of whom, and what was answered on the day.
 */
void
ts_panel_add_enquiries (TsReportBuilder    *builder,
                        const TsPanelFacts *facts)
{
  g_autoptr (GPtrArray) nodes = ts_panel_list_nodes (facts);
  TsReportTable *table;

  ts_report_builder_add_heading (builder, 1, _("Lines of enquiry"));

  if (facts->enquiries == NULL || facts->enquiries->len == 0)
    {
      ts_report_builder_add_text (builder, _("None has been written."));
      return;
    }

  table = ts_report_table_new (NULL);
  ts_report_table_add_column (table, _("About"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Question"), 4, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("For"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Answer on the day"), 5, TS_REPORT_ALIGN_START);

  for (guint place = 0; place <= nodes->len + 1; place++)
    {
      for (guint i = 0; i < facts->enquiries->len; i++)
        {
          const TsRow *enquiry = g_ptr_array_index (facts->enquiries, i);

          if (find_place (nodes, get_text (enquiry, TS_ENQUIRY_NODE)) == place)
            add_enquiry (table, facts, enquiry);
        }
    }

  ts_report_builder_add_table (builder, table);
}

static void
add_finding (TsReportTable        *table,
             const TsPanelFacts   *facts,
             const TsPanelFinding *finding)
{
  guint row = ts_report_table_add_row (table);

  set_node (table, row, facts, finding->node);
  ts_report_table_set_text (table, row, 1, finding->evidence);
  ts_report_table_set_text (table, row, 2, finding->finding);
  ts_report_table_set_text (table, row, 3, finding->note);
}

/**
 * ts_panel_add_findings:
 * @builder: takes the chapter
 * @facts: what is told
 *
 * Adds how far the evidence was found to carry what it was handed in for.
 */
void
ts_panel_add_findings (TsReportBuilder    *builder,
                       const TsPanelFacts *facts)
{
  g_autoptr (GPtrArray) nodes = ts_panel_list_nodes (facts);
  TsReportTable *table;

  ts_report_builder_add_heading (builder, 1, _("Findings on evidence"));

  if (facts->findings == NULL || facts->findings->len == 0)
    {
      ts_report_builder_add_text (builder, _("None has been written."));
      return;
    }

  table = ts_report_table_new (NULL);
  ts_report_table_add_column (table, _("About"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Evidence"), 4, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Finding"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Note"), 5, TS_REPORT_ALIGN_START);

  for (guint place = 0; place <= nodes->len + 1; place++)
    {
      for (guint i = 0; i < facts->findings->len; i++)
        {
          const TsPanelFinding *finding = &g_array_index (facts->findings, TsPanelFinding, i);

          if (find_place (nodes, finding->node) == place)
            add_finding (table, facts, finding);
        }
    }

  ts_report_builder_add_table (builder, table);
}

/**
 * ts_panel_add_replies:
 * @builder: takes the chapter
 * @facts: what is told
 *
 * Adds what the organisation was shown before the levels were final, what it said, and what was made of that.
 */
void
ts_panel_add_replies (TsReportBuilder    *builder,
                      const TsPanelFacts *facts)
{
  TsReportTable *table;

  ts_report_builder_add_heading (builder, 1, _("Right of reply"));

  if (facts->replies == NULL || facts->replies->len == 0)
    {
      ts_report_builder_add_text (builder, _("The organisation has not been shown anything to check."));
      return;
    }

  table = ts_report_table_new (NULL);
  ts_report_table_add_column (table, _("About"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("What it was shown"), 4, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("What it said"), 4, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("What was made of that"), 4, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < facts->replies->len; i++)
    {
      const TsRow *reply = g_ptr_array_index (facts->replies, i);
      g_autofree char *day = format_answered (get_text (reply, TS_REPLY_ANSWERED));
      g_autofree char *answer = join_lines (get_text (reply, TS_REPLY_ANSWER), day);
      guint row = ts_report_table_add_row (table);

      set_node (table, row, facts, get_text (reply, TS_REPLY_NODE));
      ts_report_table_set_text (table, row, 1, get_text (reply, TS_REPLY_PASSAGE));
      ts_report_table_set_text (table, row, 2, get_text (reply, TS_REPLY_ANSWER) != NULL ? answer : _("Nothing."));
      ts_report_table_set_text (table, row, 3, get_text (reply, TS_REPLY_RESPONSE));
    }

  ts_report_builder_add_table (builder, table);
}
