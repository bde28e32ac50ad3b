/* ts-panel-role.c — in which role somebody sits on a panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-panel-role.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST 32

static const struct
{
  const char *role;
  const char *title;
  gboolean scores;
} roles[] = {
  { TS_PANEL_ROLE_CHAIR, NC_("role on a panel", "Chair"), TRUE },
  { "sha", NC_("role on a panel", "SHA"), TRUE },
  { TS_PANEL_ROLE_CLINICIAN, NC_("role on a panel", "Clinician"), TRUE },
  { "council", NC_("role on a panel", "Council"), TRUE },
  { "peer", NC_("role on a panel", "Peer"), TRUE },
  { "lay", NC_("role on a panel", "Lay member"), TRUE },
  { "secretary", NC_("role on a panel", "Secretary"), FALSE },
  { "observer", NC_("role on a panel", "Observer"), FALSE },
};

/**
 * ts_panel_role_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the roles that are proposed
 */
const char *const *
ts_panel_role_list (void)
{
  static const char *list[G_N_ELEMENTS (roles) + 1];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        list[i] = roles[i].role;

      g_once_init_leave (&made, 1);
    }

  return list;
}

/**
 * ts_panel_role_get_title:
 * @role: a role
 *
 * Returns: (transfer none): the role's name for people, translated; @role itself where it is not one that we know
 */
const char *
ts_panel_role_get_title (const char *role)
{
  g_return_val_if_fail (role != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_str_equal (roles[i].role, role))
        return g_dpgettext2 (GETTEXT_PACKAGE, "role on a panel", roles[i].title);
    }

  return role;
}

/**
 * ts_panel_role_is_valid:
 * @role: a role, from anywhere
 *
 * Returns: whether it is 1 to 32 small letters, digits or “-”
 */
gboolean
ts_panel_role_is_valid (const char *role)
{
  g_return_val_if_fail (role != NULL, FALSE);

  for (const char *at = role; *at != '\0'; at++)
    {
      if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-')
        return FALSE;
    }

  return *role != '\0' && strlen (role) <= LONGEST;
}

/**
 * ts_panel_role_scores:
 * @role: a role
 *
 * Returns: whether whoever has the role is expected to score; whoever only takes notes or looks on is not
 */
gboolean
ts_panel_role_scores (const char *role)
{
  g_return_val_if_fail (role != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_str_equal (roles[i].role, role))
        return roles[i].scores;
    }

  return TRUE;
}
