/* ts-begin.c — the changes with which organisations and assessments begin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-begin.h"

#include "core/ts-date.h"
#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-stage.h"
#include "core/ts-text.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_short_name (const char *text,
               const char *punctuation)
{
  gsize length = strlen (text);

  if (length < 1 || length > 32)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr (punctuation, text[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_organisation_code_is_valid:
 * @code: a code, from anywhere
 *
 * Returns: whether @code can be an organisation's code: 1 to 32 letters and digits, as ODS codes are, or -, _ or . for those who have
 *   no ODS code
 */
gboolean
ts_organisation_code_is_valid (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return is_short_name (code, "-_.");
}

/**
 * ts_organisation_kind_is_valid:
 * @kind: a kind, from anywhere
 *
 * Kinds are open: each reorganisation brings new ones.
 *
 * Returns: whether @kind can be a kind of organisation: 1 to 32 lower-case letters, digits and -
 */
gboolean
ts_organisation_kind_is_valid (const char *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (const char *at = kind; *at != '\0'; at++)
    {
      if (g_ascii_isupper (*at))
        return FALSE;
    }

  return is_short_name (kind, "-");
}

/**
 * ts_organisation_kind_get_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind's name for people, translated; @kind itself where it is not one that we know
 */
const char *
ts_organisation_kind_get_title (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *title;
  } titles[] = {
    { "pct", NC_("kind of organisation", "Primary care trust") },
    { "ccg", NC_("kind of organisation", "Clinical commissioning group") },
    { "sha", NC_("kind of organisation", "Strategic health authority") },
    { "area-team", NC_("kind of organisation", "Area team") },
    { "region", NC_("kind of organisation", "Region") },
    { "council", NC_("kind of organisation", "Council") },
    { "trust", NC_("kind of organisation", "Trust") },
  };

  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_equal (titles[i].kind, kind))
        return g_dpgettext2 (GETTEXT_PACKAGE, "kind of organisation", titles[i].title);
    }

  return kind;
}

/**
 * ts_organisation_new:
 * @id: a fresh row id
 * @code: its code
 * @kind: its kind
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Returns: (transfer full): the organisation's row, without dates
 */
TsRow *
ts_organisation_new (const char  *id,
                     const char  *code,
                     const char  *kind,
                     GError     **error)
{
  TsRow *row;

  g_return_val_if_fail (id != NULL && code != NULL && kind != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_organisation_code_is_valid (code))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("“%s” cannot be an organisation’s code: a code has 1 to 32 letters, digits, “-”, “_” or “.”."), code);
      return NULL;
    }

  if (!ts_organisation_kind_is_valid (kind))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("“%s” cannot be a kind of organisation: a kind has 1 to 32 small letters, digits or “-”."), kind);
      return NULL;
    }

  row = ts_row_new (TS_ENTITY_ORGANISATION, id);
  ts_row_set_text (row, TS_ORGANISATION_CODE, code);
  ts_row_set_text (row, TS_ORGANISATION_KIND, kind);

  return row;
}

/**
 * ts_organisation_name_new:
 * @organisation: an organisation
 * @name: a name that it has
 * @valid_from: (nullable): the first day on which it has the name, or %NULL for always
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Returns: (transfer full): the row that gives the organisation its name
 */
TsRow *
ts_organisation_name_new (const TsRow  *organisation,
                          const char   *name,
                          const char   *valid_from,
                          GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = NULL;
  TsRow *row;

  g_return_val_if_fail (organisation != NULL && name != NULL, NULL);
  g_return_val_if_fail (valid_from == NULL || ts_date_is_valid (valid_from), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_text_check (name, -1, TS_TEXT_LINE, &local_error))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("This cannot be an organisation’s name: %s."), local_error->message);
      return NULL;
    }

  id = ts_identifier_derive ("organisation_name", ts_row_get_id (organisation), name,
                             valid_from != NULL ? valid_from : "", NULL);
  row = ts_row_new (TS_ENTITY_ORGANISATION_NAME, id);
  ts_row_set_text (row, TS_ORGANISATION_NAME_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_text (row, TS_ORGANISATION_NAME_NAME, name);
  ts_row_set_text (row, TS_ORGANISATION_NAME_VALID_FROM, valid_from);

  return row;
}

/**
 * ts_framework_row_new:
 * @code: the framework's id, "wcc-year-2"
 * @edition: which wording it is
 * @title: for people
 * @content: the framework as JSON
 *
 * Returns: (transfer full): the row with which a workbook keeps its own copy; its id follows from code, edition and content, so that
 *   the same edition is the same row in every workbook
 */
TsRow *
ts_framework_row_new (const char *code,
                      const char *edition,
                      const char *title,
                      const char *content)
{
  g_autofree char *id = NULL;
  TsRow *row;

  g_return_val_if_fail (code != NULL && edition != NULL && title != NULL && content != NULL, NULL);

  id = ts_identifier_derive ("framework", code, edition, content, NULL);
  row = ts_row_new (TS_ENTITY_FRAMEWORK, id);
  ts_row_set_text (row, TS_FRAMEWORK_CODE, code);
  ts_row_set_text (row, TS_FRAMEWORK_EDITION, edition);
  ts_row_set_text (row, TS_FRAMEWORK_TITLE, title);
  ts_row_set_text (row, TS_FRAMEWORK_CONTENT, content);

  return row;
}

/**
 * ts_assessment_new:
 * @organisation: who is assessed
 * @framework: a framework's row
 * @year: the calendar year in which the financial year begins
 *
 * Returns: (transfer full): a draft assessment's row; its id follows from the three, so that the same assessment begun on two machines
 *   is one
 */
TsRow *
ts_assessment_new (const TsRow *organisation,
                   const TsRow *framework,
                   int          year)
{
  g_autofree char *id = NULL;
  char number[16];
  TsRow *row;

  g_return_val_if_fail (organisation != NULL && framework != NULL, NULL);
  g_return_val_if_fail (year >= TS_YEAR_FIRST && year <= TS_YEAR_LAST, NULL);

  g_snprintf (number, sizeof number, "%d", year);
  id = ts_identifier_derive ("assessment", ts_row_get_id (organisation), ts_row_get_id (framework), number, NULL);
  row = ts_row_new (TS_ENTITY_ASSESSMENT, id);
  ts_row_set_text (row, TS_ASSESSMENT_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_text (row, TS_ASSESSMENT_FRAMEWORK, ts_row_get_id (framework));
  ts_row_set_integer (row, TS_ASSESSMENT_YEAR, year);
  ts_row_set_text (row, TS_ASSESSMENT_STAGE, ts_stage_get_name (TS_STAGE_DRAFT));

  return row;
}

/**
 * ts_change_begin_assessment:
 * @organisation: (nullable): the organisation's row, where it is new
 * @name: (nullable): its name's row, where it is new
 * @framework: (nullable): the framework's row, where the workbook has no copy yet
 * @assessment: the new assessment's row
 * @display_name: what the organisation is called
 *
 * Returns: (transfer full): the change, which undoes as one
 */
TsChange *
ts_change_begin_assessment (TsRow      *organisation,
                            TsRow      *name,
                            TsRow      *framework,
                            TsRow      *assessment,
                            const char *display_name)
{
  g_autofree char *label = NULL;
  g_autofree char *year = NULL;
  TsChange *change;

  g_return_val_if_fail (assessment != NULL && display_name != NULL, NULL);

  year = ts_year_format ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR));
  label = g_strdup_printf (_("Begin %s, %s"), display_name, year);
  change = ts_change_new (label);

  if (organisation != NULL)
    ts_change_create (change, organisation);

  if (name != NULL)
    ts_change_create (change, name);

  if (framework != NULL)
    ts_change_create (change, framework);

  ts_change_create (change, assessment);

  return change;
}
