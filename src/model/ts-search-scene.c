/* ts-search-scene.c — from where somebody searches, and what is around
 *
 * What was found may be of any assessment. Each is read once, when something of it was found first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-search-scene.h"

#include "core/ts-date.h"
#include "core/ts-organisation-name.h"
#include "core/ts-year.h"
#include "model/ts-workplace.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

struct _TsSearchScene
{
  TsWorkplace *workplace;
  char *assessment_id;
  char *organisation_id;
  GHashTable *settings;    /* assessment's row id → TsSearchSetting, or NULL where there is none */
  GHashTable *assessments; /* organisation's row id → GPtrArray of its assessments, the newest first */
};

static void
setting_free (gpointer data)
{
  TsSearchSetting *setting = data;

  if (setting == NULL)
    return;

  ts_row_unref (setting->assessment);
  ts_framework_unref (setting->framework);
  g_free (setting->context);
  g_free (setting);
}

void
ts_search_scene_free (TsSearchScene *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->assessments);
  g_free (self->assessment_id);
  g_free (self->organisation_id);
  g_free (self);
}

/**
 * ts_search_scene_new:
 * @workplace: a workbook's thread
 * @assessment_id: (nullable): the assessment that is looked at, which may be gone by now
 * @error: where to put an error
 *
 * Returns: (transfer full): the scene
 */
TsSearchScene *
ts_search_scene_new (TsWorkplace  *workplace,
                     const char   *assessment_id,
                     GError      **error)
{
  g_autoptr (TsSearchScene) self = g_new0 (TsSearchScene, 1);
  const TsSearchSetting *setting = NULL;

  self->workplace = workplace;
  self->assessment_id = g_strdup (assessment_id);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, setting_free);
  self->assessments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  if (assessment_id != NULL && !ts_search_scene_find (self, assessment_id, &setting, error))
    return NULL;

  if (setting != NULL)
    self->organisation_id = g_strdup (ts_row_get_text (setting->assessment, TS_ASSESSMENT_ORGANISATION));

  return g_steal_pointer (&self);
}

/* (nullable): NULL where there is none. */
const char *
ts_search_scene_get_assessment_id (TsSearchScene *self)
{
  return self->organisation_id != NULL ? self->assessment_id : NULL;
}

/* (nullable): NULL where nothing is looked at. */
const char *
ts_search_scene_get_organisation_id (TsSearchScene *self)
{
  return self->organisation_id;
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(const TsRow *const *) a, TS_ASSESSMENT_YEAR);
  gint64 second = ts_row_get_integer (*(const TsRow *const *) b, TS_ASSESSMENT_YEAR);

  return (second > first) - (second < first);
}

/**
 * ts_search_scene_list_assessments:
 * @self: a scene
 * @organisation_id: an organisation
 * @assessments: (out) (transfer none) (element-type TsRow): its assessments, the newest first
 * @error: where to put an error
 *
 * Returns: whether they could be read
 */
gboolean
ts_search_scene_list_assessments (TsSearchScene  *self,
                                  const char     *organisation_id,
                                  GPtrArray     **assessments,
                                  GError        **error)
{
  *assessments = g_hash_table_lookup (self->assessments, organisation_id);

  if (*assessments != NULL)
    return TRUE;

  *assessments = ts_workbook_read_rows (self->workplace->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, organisation_id, error);

  if (*assessments == NULL)
    return FALSE;

  g_ptr_array_sort (*assessments, compare_years);
  g_hash_table_insert (self->assessments, g_strdup (organisation_id), *assessments);

  return TRUE;
}

/**
 * ts_search_scene_name:
 * @self: a scene
 * @organisation_id: an organisation
 * @year: the calendar year in which a financial year begins; 0 for the latest name
 * @name: (out) (transfer full) (nullable): its name at the end of the year, or its code; %NULL where there is no such organisation
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_search_scene_name (TsSearchScene  *self,
                      const char     *organisation_id,
                      int             year,
                      char          **name,
                      GError        **error)
{
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *day = NULL;
  const char *chosen;

  *name = NULL;

  if (!ts_workplace_read_optional_row (self->workplace, TS_ENTITY_ORGANISATION, organisation_id, &organisation, error))
    return FALSE;

  if (organisation == NULL)
    return TRUE;

  names = ts_workbook_read_rows (self->workplace->workbook, TS_ENTITY_ORGANISATION_NAME, TS_ORGANISATION_NAME_ORGANISATION,
                                 organisation_id, error);

  if (names == NULL)
    return FALSE;

  if (year >= TS_YEAR_FIRST && year <= TS_YEAR_LAST)
    {
      GDate first;
      GDate last;

      ts_year_get_dates (year, &first, &last);
      day = ts_date_format (&last);
    }

  chosen = ts_organisation_name_on (names, organisation_id, day);
  *name = g_strdup (chosen != NULL ? chosen : ts_row_get_text (organisation, TS_ORGANISATION_CODE));

  return TRUE;
}

static gboolean
describe (TsSearchScene  *self,
          TsRow          *assessment,
          char          **context,
          GError        **error)
{
  g_autofree char *name = NULL;
  g_autofree char *year = NULL;
  int first_year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);

  *context = NULL;

  if (g_strcmp0 (ts_row_get_id (assessment), self->assessment_id) == 0)
    return TRUE;

  if (!ts_search_scene_name (self, ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), first_year, &name, error))
    return FALSE;

  year = ts_year_format (first_year);
  /* Translators: an organisation and a year: "Northmoor PCT · 2009/10" */
  *context = g_strdup_printf (C_("where something was found", "%s · %s"), name != NULL ? name : "?", year);

  return TRUE;
}

/**
 * ts_search_scene_find:
 * @self: a scene
 * @assessment_id: an assessment's row id
 * @setting: (out) (transfer none) (nullable): the assessment; %NULL where there is none such
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_search_scene_find (TsSearchScene          *self,
                      const char             *assessment_id,
                      const TsSearchSetting **setting,
                      GError                **error)
{
  g_autoptr (GError) failure = NULL;
  TsSearchSetting *found = NULL;
  TsRow *assessment;
  TsFramework *framework;

  if (g_hash_table_lookup_extended (self->settings, assessment_id, NULL, (gpointer *) setting))
    return TRUE;

  *setting = NULL;

  if (ts_workplace_read_assessment (self->workplace, assessment_id, &assessment, &framework, &failure))
    {
      found = g_new0 (TsSearchSetting, 1);
      found->assessment = assessment;
      found->framework = framework;

      if (!describe (self, assessment, &found->context, error))
        {
          setting_free (found);
          return FALSE;
        }
    }
  else if (!g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_hash_table_insert (self->settings, g_strdup (assessment_id), found);
  *setting = found;

  return TRUE;
}

/**
 * ts_search_scene_choose:
 * @self: a scene
 * @organisation_id: an organisation
 * @assessment_id: (out) (transfer none) (nullable): the assessment to look at for something of that organisation; %NULL where it has none
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_search_scene_choose (TsSearchScene  *self,
                        const char     *organisation_id,
                        const char    **assessment_id,
                        GError        **error)
{
  GPtrArray *assessments;

  *assessment_id = NULL;

  if (g_strcmp0 (organisation_id, self->organisation_id) == 0)
    {
      *assessment_id = self->assessment_id;
      return TRUE;
    }

  if (!ts_search_scene_list_assessments (self, organisation_id, &assessments, error))
    return FALSE;

  if (assessments->len > 0)
    *assessment_id = ts_row_get_id (g_ptr_array_index (assessments, 0));

  return TRUE;
}
