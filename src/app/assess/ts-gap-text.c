/* ts-gap-text.c — the words of the gaps page
 *
 * What the page says is made here from what core has derived, so that it can be read and tested without a window.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-gap-text.h"

#include "app/assess/ts-level-words.h"
#include "core/ts-year.h"
#include "model/ts-gap-item.h"

#include <glib/gi18n-lib.h>

/* The columns of the table that is copied. */
enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_LEVEL,
  COLUMN_TARGET,
  COLUMN_GAP,
  COLUMN_PREVIOUS,
  COLUMN_CHANGE,
};

/**
 * ts_gap_text_gap:
 * @gap: a level with its target
 *
 * Returns: (transfer full): "2 short", "met", "1 above", or a dash where there is no level or no target
 */
char *
ts_gap_text_gap (const TsGap *gap)
{
  int left;

  g_return_val_if_fail (gap != NULL, NULL);

  if (!ts_gap_get_gap (gap, &left))
    return g_strdup ("–");

  if (left == 0)
    /* Translators: the target is met */
    return g_strdup (C_("gap", "met"));

  /* Translators: by how many levels a level is short of its target, or above it */
  return left > 0 ? g_strdup_printf (C_("gap", "%d short"), left) : g_strdup_printf (C_("gap", "%d above"), -left);
}

/**
 * ts_gap_text_change:
 * @gap: a level with last year's
 *
 * Returns: (transfer full): "up 1 from 2", "down 1 from 3", "still 2", or "2 last year" where there is no level now; a dash where there was none
 */
char *
ts_gap_text_change (const TsGap *gap)
{
  g_autofree char *previous = NULL;
  int change;

  g_return_val_if_fail (gap != NULL, NULL);

  if (gap->previous_level == 0)
    return g_strdup ("–");

  previous = ts_level_words_short (gap->node->section->scale, gap->previous_level);

  if (!ts_gap_get_change (gap, &change))
    /* Translators: a level, as in "2 last year" */
    return g_strdup_printf (C_("change", "%s last year"), previous);

  if (change == 0)
    /* Translators: a level that is as it was, as in "still 2" */
    return g_strdup_printf (C_("change", "still %s"), previous);

  /* Translators: by how many levels a level has changed, and from which, as in "up 1 from 2" */
  return change > 0 ? g_strdup_printf (C_("change", "up %d from %s"), change, previous)
                    : g_strdup_printf (C_("change", "down %d from %s"), -change, previous);
}

/**
 * ts_gap_text_row:
 * @gap: a level with what it is compared with
 *
 * Returns: (transfer full): all of it, as a screen reader says it: "5b Understanding of health needs trends: Level 2; target 3, 1 short;
 *   up 1 from 1"
 */
char *
ts_gap_text_row (const TsGap *gap)
{
  const TsScale *scale;
  g_autofree char *level = NULL;
  GString *text;

  g_return_val_if_fail (gap != NULL, NULL);

  scale = gap->node->section->scale;
  level = ts_level_words_middle (scale, gap->level);
  text = g_string_new (NULL);

  if (ts_gap_is_numbered (gap))
    g_string_append_printf (text, "%s ", gap->node->id);

  /* Translators: a criterion’s title, and its level */
  g_string_append_printf (text, C_("row of gaps", "%s: %s"), gap->node->title, level);

  if (gap->target != 0)
    {
      g_autofree char *target = ts_level_words_short (scale, gap->target);

      g_string_append_printf (text, C_("row of gaps", "; target %s"), target);

      if (ts_gap_get_gap (gap, NULL))
        {
          g_autofree char *left = ts_gap_text_gap (gap);

          g_string_append_printf (text, C_("row of gaps", ", %s"), left);
        }
    }

  if (gap->previous_level != 0)
    {
      g_autofree char *change = ts_gap_text_change (gap);

      g_string_append_printf (text, C_("row of gaps", "; %s"), change);
    }

  return g_string_free (text, FALSE);
}

/**
 * ts_gap_text_name_title:
 * @section: a graded section
 * @scope: what of it is listed
 *
 * Returns: (transfer full): what one of them is called
 */
char *
ts_gap_text_name_title (const TsSection *section,
                        TsGapScope       scope)
{
  g_return_val_if_fail (section != NULL, NULL);

  if (scope == TS_GAP_SCOPE_CRITERIA)
    return g_strdup (_("Criterion"));

  return g_strdup (ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS ? _("Competency") : _("Area"));
}

/**
 * ts_gap_text_scope:
 * @section: a graded section
 * @scope: what of it is listed
 *
 * Returns: (transfer full): "Competencies", or "Competencies by criterion"
 */
char *
ts_gap_text_scope (const TsSection *section,
                   TsGapScope       scope)
{
  g_return_val_if_fail (section != NULL, NULL);

  if (scope == TS_GAP_SCOPE_GROUPS)
    return g_strdup (section->title);

  /* Translators: a part of a framework, as in "Competencies by criterion" */
  return g_strdup_printf (_("%s by criterion"), section->title);
}

static char *
write_number (gboolean known,
              int      number)
{
  return known ? g_strdup_printf ("%d", number) : g_strdup ("");
}

static char *
write_level (const TsGap *gap,
             int          level)
{
  return level != 0 ? ts_level_words_short (gap->node->section->scale, level) : g_strdup ("");
}

static void
add_row (TsChartTable *table,
         const TsGap  *gap)
{
  guint row = ts_chart_table_add_row (table);
  int left = 0;
  int change = 0;
  gboolean has_left = ts_gap_get_gap (gap, &left);
  gboolean has_change = ts_gap_get_change (gap, &change);
  g_autofree char *level_text = write_level (gap, gap->level);
  g_autofree char *target_text = write_level (gap, gap->target);
  g_autofree char *left_text = write_number (has_left, left);
  g_autofree char *previous_text = write_level (gap, gap->previous_level);
  g_autofree char *change_text = write_number (has_change, change);

  ts_chart_table_set_cell (table, row, COLUMN_NUMBER, gap->node->id);
  ts_chart_table_set_cell (table, row, COLUMN_NAME, gap->node->title);
  ts_chart_table_set_cell (table, row, COLUMN_LEVEL, level_text);
  ts_chart_table_set_cell (table, row, COLUMN_TARGET, target_text);
  ts_chart_table_set_cell (table, row, COLUMN_GAP, left_text);
  ts_chart_table_set_cell (table, row, COLUMN_PREVIOUS, previous_text);
  ts_chart_table_set_cell (table, row, COLUMN_CHANGE, change_text);
}

/**
 * ts_gap_text_table:
 * @items: of #TsGapItem, in the order that is wanted
 * @title: the table's title
 * @name_title: what one of the items is called
 * @target_year: the year of the targets
 *
 * Returns: (transfer full): the items as a spreadsheet wants them: a cell that is a number is nothing but the number, and what is not known is empty
 */
TsChartTable *
ts_gap_text_table (GListModel *items,
                   const char *title,
                   const char *name_title,
                   int         target_year)
{
  TsChartTable *table;
  g_autofree char *year = ts_year_format (target_year);
  g_autofree char *target = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (items) && title != NULL && name_title != NULL, NULL);

  /* Translators: the title of a column of targets for a year */
  target = g_strdup_printf (_("Target %s"), year);
  table = ts_chart_table_new (title);
  ts_chart_table_add_column (table, _("Number"));
  ts_chart_table_add_column (table, name_title);
  ts_chart_table_add_column (table, _("Level"));
  ts_chart_table_add_column (table, target);
  ts_chart_table_add_column (table, _("Gap"));
  ts_chart_table_add_column (table, _("Last year"));
  ts_chart_table_add_column (table, _("Change"));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TsGapItem) item = g_list_model_get_item (items, i);

      add_row (table, ts_gap_item_get_gap (item));
    }

  return table;
}
