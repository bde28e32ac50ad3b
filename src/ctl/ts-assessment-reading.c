/* ts-assessment-reading.c — where one assessment of a workbook stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-assessment-reading.h"

#include "core/ts-date.h"
#include "core/ts-organisation-name.h"
#include "core/ts-year.h"
#include "ctl/ts-chart-choice.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-set.h"
#include "model/ts-radar-source.h"

#include <glib/gi18n-lib.h>

/* What is kept of an assessment and of the one before it. */
typedef struct
{
  TsRow *assessment;
  TsFramework *framework; /* borrowed from the set */
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  TsFramework *previous_framework;
  GPtrArray *previous_ratings;
} Material;

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->assessment, ts_row_unref);
  g_clear_pointer (&material->ratings, g_ptr_array_unref);
  g_clear_pointer (&material->targets, g_ptr_array_unref);
  g_clear_pointer (&material->links, g_ptr_array_unref);
  g_clear_pointer (&material->previous_ratings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

static gboolean
read_rows (TsWorkbook  *workbook,
           TsEntity     entity,
           guint        field,
           const char  *value,
           GPtrArray  **rows,
           GError     **error)
{
  *rows = ts_workbook_read_rows (workbook, entity, field, value, error);

  return *rows != NULL;
}

static gboolean
read_previous (TsWorkbook            *workbook,
               const TsFrameworkSet  *frameworks,
               Material              *material,
               GError               **error)
{
  gint64 year = ts_row_get_integer (material->assessment, TS_ASSESSMENT_YEAR) - 1;
  g_autoptr (GPtrArray) siblings = NULL;

  if (!read_rows (workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION,
                  ts_row_get_text (material->assessment, TS_ASSESSMENT_ORGANISATION), &siblings, error))
    return FALSE;

  for (guint i = 0; i < siblings->len; i++)
    {
      const TsRow *sibling = g_ptr_array_index (siblings, i);

      if (ts_row_get_integer (sibling, TS_ASSESSMENT_YEAR) != year)
        continue;

      material->previous_framework = ts_framework_set_get (frameworks, ts_row_get_text (sibling, TS_ASSESSMENT_FRAMEWORK));

      return read_rows (workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, ts_row_get_id (sibling),
                        &material->previous_ratings, error);
    }

  return TRUE;
}

static gboolean
read_material (TsWorkbook            *workbook,
               const TsFrameworkSet  *frameworks,
               const char            *assessment_id,
               Material              *material,
               GError               **error)
{
  material->assessment = ts_workbook_read_row (workbook, TS_ENTITY_ASSESSMENT, assessment_id, error);

  if (material->assessment == NULL)
    return FALSE;

  material->framework = ts_framework_set_get (frameworks, ts_row_get_text (material->assessment, TS_ASSESSMENT_FRAMEWORK));

  if (material->framework == NULL)
    {
      g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
                   _("The assessment’s framework is missing. Verify the workbook."));
      return FALSE;
    }

  return read_rows (workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, &material->ratings, error) &&
         read_rows (workbook, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, &material->targets, error) &&
         read_rows (workbook, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id, &material->links, error) &&
         read_previous (workbook, frameworks, material, error);
}

/* What the organisation was called at the end of the year; its code where it has no name. */
static char *
read_name (TsWorkbook   *workbook,
           const TsRow  *assessment,
           GError      **error)
{
  const char *id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (TsRow) organisation = NULL;
  g_autofree char *day = NULL;
  const char *name;
  GDate first;
  GDate last;

  if (!read_rows (workbook, TS_ENTITY_ORGANISATION_NAME, TS_ORGANISATION_NAME_ORGANISATION, id, &names, error))
    return NULL;

  ts_year_get_dates ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR), &first, &last);
  day = ts_date_format (&last);
  name = ts_organisation_name_on (names, id, day);

  if (name != NULL)
    return g_strdup (name);

  organisation = ts_workbook_read_row (workbook, TS_ENTITY_ORGANISATION, id, error);

  return organisation != NULL ? g_strdup (ts_row_get_text (organisation, TS_ORGANISATION_CODE)) : NULL;
}

static gboolean
take_material (TsAssessmentReading  *self,
               TsWorkbook           *workbook,
               const Material       *material,
               GError              **error)
{
  int year = (int) ts_row_get_integer (material->assessment, TS_ASSESSMENT_YEAR);

  self->section = ts_radar_source_find_section (material->framework);

  if (self->section == NULL)
    {
      g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
                   _("The framework “%s” has nothing that is rated in levels."), ts_framework_get_id (material->framework));
      return FALSE;
    }

  self->organisation = read_name (workbook, material->assessment, error);

  if (self->organisation == NULL)
    return FALSE;

  self->year_label = ts_year_format (year);
  self->previous_year_label = ts_year_format (year - 1);
  self->state = ts_assessment_state_new (material->framework, material->assessment, self->layer, material->ratings, material->targets,
                                         material->links, material->previous_framework, material->previous_ratings);

  return TRUE;
}

/**
 * ts_assessment_reading_read:
 * @self: a reading, all zero
 * @workbook: a workbook
 * @filter: what is wanted
 * @error: where to put why not: an error of the store, or %TS_EXCHANGE_ERROR_UNKNOWN for a filter that names what is not there, and for an
 *   assessment without anything to draw
 *
 * Reads the assessment that [func@ts_chart_choice_make] chooses. Where nothing fits the filter @self stays as it is, which is no error.
 *
 * Returns: whether the workbook could be read
 */
gboolean
ts_assessment_reading_read (TsAssessmentReading  *self,
                            TsWorkbook           *workbook,
                            const TsQueryFilter  *filter,
                            GError              **error)
{
  g_auto (TsChartChoice) choice = { 0 };
  g_auto (Material) material = { 0 };
  g_autoptr (TsFrameworkSet) frameworks = NULL;

  if (!ts_chart_choice_make (workbook, filter, &choice, error))
    return FALSE;

  if (choice.assessment == NULL)
    return TRUE;

  frameworks = ts_framework_set_read (workbook, error);

  if (frameworks == NULL || !read_material (workbook, frameworks, choice.assessment, &material, error))
    return FALSE;

  self->layer = choice.layer;

  return take_material (self, workbook, &material, error);
}

void
ts_assessment_reading_clear (TsAssessmentReading *self)
{
  g_clear_pointer (&self->state, ts_assessment_state_unref);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->year_label, g_free);
  g_clear_pointer (&self->previous_year_label, g_free);
}
