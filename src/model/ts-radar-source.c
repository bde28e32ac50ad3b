/* ts-radar-source.c — an assessment as a radar chart
 *
 * The window and touchstonectl draw the same chart because both take its data from here.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-radar-source.h"

#include "chart/ts-radar-data-builder.h"

#include <glib/gi18n-lib.h>

typedef int (*LevelFunc) (const TsNodeState *state);

static int
get_level (const TsNodeState *state)
{
  return state->level;
}

static int
get_target (const TsNodeState *state)
{
  return state->target;
}

static int
get_previous_level (const TsNodeState *state)
{
  return state->previous_level;
}

/* A framework from elsewhere may have more groups than a chart has room for. */
static guint
count_axes (const TsSection *section)
{
  return MIN (section->groups->len, TS_RADAR_MAX_AXES);
}

static const TsNodeState *
find_group (const TsAssessmentState *state,
            const TsSection         *section,
            guint                    position)
{
  const TsNode *group = g_ptr_array_index (section->groups, position);

  return ts_assessment_state_find (state, group->id);
}

/* No level is left unset, so that it is never taken for zero. */
static void
set_values (TsRadarDataBuilder      *builder,
            guint                    series,
            const TsAssessmentState *state,
            const TsSection         *section,
            LevelFunc                get)
{
  for (guint i = 0; i < count_axes (section); i++)
    {
      int level = get (find_group (state, section, i));

      if (level != 0)
        ts_radar_data_builder_set_value (builder, series, i, level);
    }
}

static gboolean
has_any (const TsAssessmentState *state,
         const TsSection         *section,
         LevelFunc                get)
{
  for (guint i = 0; i < count_axes (section); i++)
    {
      if (get (find_group (state, section, i)) != 0)
        return TRUE;
    }

  return FALSE;
}

static char *
name_layer_of_year (const char *year_label,
                    TsLayer     layer)
{
  /* Translators: a year and whose judgement it is, such as "2009/10 · Self" */
  return g_strdup_printf (C_("chart series", "%s · %s"), year_label, ts_layer_get_title (layer));
}

/* Says whose judgement last year's levels are, unless they come from several layers. */
static char *
name_previous (const TsAssessmentState *state,
               const TsSection         *section,
               const char              *year_label)
{
  int layer = -1;

  for (guint i = 0; i < count_axes (section); i++)
    {
      const TsNodeState *group = find_group (state, section, i);

      if (group->previous_level == 0)
        continue;

      if (layer != -1 && layer != (int) group->previous_layer)
        return g_strdup (year_label);

      layer = (int) group->previous_layer;
    }

  return name_layer_of_year (year_label, (TsLayer) layer);
}

/**
 * ts_radar_source_find_section:
 * @framework: a framework
 *
 * Returns: (transfer none) (nullable): the section that a radar shows when none is named: the first that is graded in steps of maturity,
 *   else the first that is graded at all
 */
const TsSection *
ts_radar_source_find_section (const TsFramework *framework)
{
  const TsSection *graded = NULL;

  g_return_val_if_fail (framework != NULL, NULL);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind != TS_SECTION_GRADED)
        continue;

      if (ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS)
        return section;

      if (graded == NULL)
        graded = section;
    }

  return graded;
}

/**
 * ts_radar_source_build:
 * @state: where an assessment stands
 * @section: a graded section of its framework
 * @layer: the layer that @state was derived for
 * @organisation: the organisation's name
 * @year_label: the assessment's year, such as "2009/10"
 * @previous_year_label: the year before, such as "2008/09"
 *
 * Makes an axis of each group, with a series for its levels, one for the targets and one for last year's most settled levels. The
 * first is always there; the others are left out when they have no level at all. A group without a level has none in the data either.
 *
 * Returns: (transfer full): the data of a radar chart
 */
TsRadarData *
ts_radar_source_build (const TsAssessmentState *state,
                       const TsSection         *section,
                       TsLayer                  layer,
                       const char              *organisation,
                       const char              *year_label,
                       const char              *previous_year_label)
{
  g_autoptr (TsRadarDataBuilder) builder = NULL;
  g_autofree const char **level_names = NULL;
  g_autofree char *title = NULL;
  g_autofree char *series_name = NULL;
  TsRadarSubject subject;
  guint n_levels;
  guint series;

  g_return_val_if_fail (state != NULL && section != NULL && section->kind == TS_SECTION_GRADED, NULL);
  g_return_val_if_fail (organisation != NULL && year_label != NULL && previous_year_label != NULL, NULL);

  n_levels = ts_scale_get_n_levels (section->scale);
  level_names = g_new0 (const char *, n_levels + 1);

  for (guint i = 0; i < n_levels; i++)
    level_names[i] = ts_scale_get_label (section->scale, (int) i + 1);

  /* Translators: an organisation, what of it is assessed, and the year: "Northmoor PCT · Competencies · 2009/10" */
  title = g_strdup_printf (C_("chart title", "%s · %s · %s"), organisation, section->title, year_label);
  subject = ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS ? TS_RADAR_SUBJECT_COMPETENCY : TS_RADAR_SUBJECT_AREA;
  builder = ts_radar_data_builder_new (title, subject, level_names);

  for (guint i = 0; i < count_axes (section); i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      ts_radar_data_builder_add_axis (builder, group->id, group->title);
    }

  series_name = name_layer_of_year (year_label, layer);
  series = ts_radar_data_builder_add_series (builder, series_name, TS_RADAR_SERIES_CURRENT);
  set_values (builder, series, state, section, get_level);

  if (has_any (state, section, get_target))
    {
      series = ts_radar_data_builder_add_series (builder, C_("chart series", "Target"), TS_RADAR_SERIES_TARGET);
      set_values (builder, series, state, section, get_target);
    }

  if (has_any (state, section, get_previous_level))
    {
      g_autofree char *previous_name = name_previous (state, section, previous_year_label);

      series = ts_radar_data_builder_add_series (builder, previous_name, TS_RADAR_SERIES_PREVIOUS);
      set_values (builder, series, state, section, get_previous_level);
    }

  return ts_radar_data_builder_end (g_steal_pointer (&builder));
}
