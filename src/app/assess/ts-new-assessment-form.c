/* ts-new-assessment-form.c — what is filled in to begin an assessment
 *
 * Pure: the dialog hands over what is typed and shows what comes back.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-new-assessment-form.h"

#include "core/ts-begin.h"
#include "core/ts-text.h"

#include <glib/gi18n-lib.h>

static TsOrganisationItem *
find_code (GListModel *organisations,
           const char *code)
{
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (TsOrganisationItem) item = g_list_model_get_item (organisations, i);

      /* Two codes that differ only in their case would be taken for one by everybody who reads them. */
      if (g_ascii_strcasecmp (ts_organisation_item_get_code (item), code) == 0)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static TsAssessmentItem *
find_assessment (GListModel                *assessments,
                 const TsNewAssessmentForm *form)
{
  const char *organisation_id = ts_organisation_item_get_id (form->organisation);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (TsAssessmentItem) item = g_list_model_get_item (assessments, i);

      if (g_strcmp0 (ts_assessment_item_get_organisation_id (item), organisation_id) == 0 &&
          g_strcmp0 (ts_assessment_item_get_framework_title (item), form->framework_title) == 0 &&
          ts_assessment_item_get_year (item) == form->year)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
check_code (const char           *code,
            GListModel           *organisations,
            TsNewAssessmentCheck *check)
{
  if (*code == '\0')
    return;

  if (!ts_organisation_code_is_valid (code))
    {
      check->code_problem = g_strdup (_("A code has 1 to 32 letters and digits, and may have “-”, “_” or “.”."));
      return;
    }

  check->namesake = find_code (organisations, code);

  if (check->namesake != NULL)
    check->code_problem = g_strdup_printf (_("%s has this code already."), ts_organisation_item_get_name (check->namesake));
}

static void
check_name (const char           *name,
            TsNewAssessmentCheck *check)
{
  g_autoptr (GError) error = NULL;

  if (*name != '\0' && !ts_text_check (name, -1, TS_TEXT_LINE, &error))
    check->name_problem = g_strdup_printf (_("This cannot be a name: %s."), error->message);
}

/**
 * ts_new_assessment_form_check:
 * @form: what has been filled in
 * @organisations: (element-type TsOrganisationItem): the organisations that there are
 * @assessments: (element-type TsAssessmentItem): the assessments that there are
 * @check: (out caller-allocates): where to put what is wrong
 *
 * White space around a code or name is not held against it: it is taken off before it is kept.
 */
void
ts_new_assessment_form_check (const TsNewAssessmentForm *form,
                              GListModel                *organisations,
                              GListModel                *assessments,
                              TsNewAssessmentCheck      *check)
{
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (form != NULL && check != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (organisations) && G_IS_LIST_MODEL (assessments));

  *check = (TsNewAssessmentCheck) { 0 };

  if (form->organisation != NULL)
    {
      check->existing = find_assessment (assessments, form);
      check->complete = check->existing == NULL && form->framework_title != NULL;
      return;
    }

  code = g_strstrip (g_strdup (form->code != NULL ? form->code : ""));
  name = g_strstrip (g_strdup (form->name != NULL ? form->name : ""));
  check_code (code, organisations, check);
  check_name (name, check);
  check->complete = *code != '\0' && *name != '\0' && check->code_problem == NULL && check->name_problem == NULL &&
                    form->framework_title != NULL;
}

/**
 * ts_new_assessment_check_clear:
 * @check: a check
 *
 * Frees what is in it.
 */
void
ts_new_assessment_check_clear (TsNewAssessmentCheck *check)
{
  g_clear_pointer (&check->code_problem, g_free);
  g_clear_pointer (&check->name_problem, g_free);
  g_clear_object (&check->existing);
  g_clear_object (&check->namesake);
}
