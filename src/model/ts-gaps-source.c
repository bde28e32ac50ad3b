/* ts-gaps-source.c — an assessment as a gap chart
 *
 * The window and touchstonectl draw the same chart because both take its data from here.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-gaps-source.h"

#include "chart/ts-gaps-data-builder.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

static TsGapsSubject
get_subject (const TsSection *section,
             TsGapScope       scope)
{
  if (scope == TS_GAP_SCOPE_CRITERIA)
    return TS_GAPS_SUBJECT_CRITERION;

  return ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS ? TS_GAPS_SUBJECT_COMPETENCY : TS_GAPS_SUBJECT_AREA;
}

static char *
make_title (const TsAssessmentState *state,
            const TsSection         *section,
            int                      target_year,
            const char              *organisation,
            const char              *year_label)
{
  g_autofree char *later = NULL;

  /* Translators: an organisation, what of it is assessed, and the year: "Northmoor PCT · Competencies · 2009/10" */
  if (target_year == ts_row_get_integer (ts_assessment_state_get_assessment (state), TS_ASSESSMENT_YEAR))
    return g_strdup_printf (C_("chart title", "%s · %s · %s"), organisation, section->title, year_label);

  later = ts_year_format (target_year);

  /* Translators: an organisation, what of it is assessed, the year of its levels and the year of its targets:
   * "Northmoor PCT · Competencies · 2009/10, targets for 2011/12" */
  return g_strdup_printf (C_("chart title", "%s · %s · %s, targets for %s"), organisation, section->title, year_label, later);
}

static void
set_value (TsGapsDataBuilder *builder,
           TsGapsSeries       series,
           guint              row,
           int                level)
{
  /* No level is left unset, so that it is never taken for zero. */
  if (level != 0)
    ts_gaps_data_builder_set_value (builder, series, row, level);
}

/* A framework from elsewhere may have more than a chart has room for. */
static void
add_rows (TsGapsDataBuilder *builder,
          GArray            *gaps,
          TsGapScope         scope)
{
  guint n_rows = 0;

  for (guint i = 0; i < gaps->len && n_rows < TS_GAPS_MAX_ROWS; i++)
    {
      const TsGap *gap = &g_array_index (gaps, TsGap, i);
      guint row;

      if (!ts_gap_is_in_scope (gap, scope))
        continue;

      row = ts_gaps_data_builder_add_row (builder, ts_gap_is_numbered (gap) ? gap->node->id : NULL, gap->node->title);
      set_value (builder, TS_GAPS_SERIES_LEVEL, row, gap->level);
      set_value (builder, TS_GAPS_SERIES_TARGET, row, gap->target);
      set_value (builder, TS_GAPS_SERIES_PREVIOUS, row, gap->previous_level);
      n_rows++;
    }
}

/**
 * ts_gaps_source_build:
 * @state: where an assessment stands
 * @section: a graded section of its framework
 * @scope: what of it becomes a row
 * @target_year: the calendar year in which the financial year begins whose targets are shown
 * @organisation: the organisation's name
 * @year_label: the assessment's year, such as "2009/10"
 *
 * Returns: (transfer full): the data of a gap chart
 */
TsGapsData *
ts_gaps_source_build (const TsAssessmentState *state,
                      const TsSection         *section,
                      TsGapScope               scope,
                      int                      target_year,
                      const char              *organisation,
                      const char              *year_label)
{
  g_autoptr (TsGapsDataBuilder) builder = NULL;
  g_autoptr (GArray) gaps = NULL;
  g_autofree const char **level_names = NULL;
  g_autofree char *title = NULL;
  guint n_levels;

  g_return_val_if_fail (state != NULL && section != NULL && section->kind == TS_SECTION_GRADED, NULL);
  g_return_val_if_fail (organisation != NULL && year_label != NULL, NULL);

  n_levels = MIN (ts_scale_get_n_levels (section->scale), TS_GAPS_MAX_LEVELS);
  level_names = g_new0 (const char *, n_levels + 1);

  for (guint i = 0; i < n_levels; i++)
    level_names[i] = ts_scale_get_label (section->scale, (int) i + 1);

  title = make_title (state, section, target_year, organisation, year_label);
  builder = ts_gaps_data_builder_new (title, get_subject (section, scope), level_names);
  gaps = ts_gap_list (state, section, target_year, NULL);
  add_rows (builder, gaps, scope);

  return ts_gaps_data_builder_end (g_steal_pointer (&builder));
}
