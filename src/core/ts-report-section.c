/* ts-report-section.c — the parts of a panel's report that somebody writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-report-section.h"

#include <string.h>

#define RECOMMENDATION "recommendation/"
#define COMMENTARY     "commentary/"
#define DIFFERENCE     "difference/"

static const char *
get_rest (const char *section,
          const char *prefix)
{
  return section != NULL && g_str_has_prefix (section, prefix) && section[strlen (prefix)] != '\0' ? section + strlen (prefix) : NULL;
}

/**
 * ts_report_section_recommendation:
 * @number: which of the main recommendations, from 1
 *
 * Returns: (transfer full): what its section is called
 */
char *
ts_report_section_recommendation (guint number)
{
  g_return_val_if_fail (number >= 1 && number <= TS_REPORT_SECTION_N_RECOMMENDATIONS, NULL);

  return g_strdup_printf (RECOMMENDATION "%u", number);
}

/**
 * ts_report_section_commentary:
 * @id: a section or a group of the framework
 *
 * Returns: (transfer full): what the section of the commentary on it is called
 */
char *
ts_report_section_commentary (const char *id)
{
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  return g_strconcat (COMMENTARY, id, NULL);
}

/**
 * ts_report_section_difference:
 * @node_id: a group or a criterion
 *
 * Returns: (transfer full): what the section is called that explains why self and panel differ on it
 */
char *
ts_report_section_difference (const char *node_id)
{
  g_return_val_if_fail (node_id != NULL && *node_id != '\0', NULL);

  return g_strconcat (DIFFERENCE, node_id, NULL);
}

/**
 * ts_report_section_get_recommendation:
 * @section: a section
 *
 * Returns: which recommendation it is, from 1; 0 for none
 */
guint
ts_report_section_get_recommendation (const char *section)
{
  const char *rest = get_rest (section, RECOMMENDATION);

  if (rest == NULL || rest[1] != '\0' || *rest < '1' || *rest > '0' + TS_REPORT_SECTION_N_RECOMMENDATIONS)
    return 0;

  return *rest - '0';
}

/**
 * ts_report_section_get_commentary:
 * @section: a section
 *
 * Returns: (transfer none) (nullable): the section or group of the framework that it comments on
 */
const char *
ts_report_section_get_commentary (const char *section)
{
  return get_rest (section, COMMENTARY);
}

/**
 * ts_report_section_get_difference:
 * @section: a section
 *
 * Returns: (transfer none) (nullable): the group or criterion on which it explains a difference
 */
const char *
ts_report_section_get_difference (const char *section)
{
  return get_rest (section, DIFFERENCE);
}
