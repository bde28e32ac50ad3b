/* ts-readiness.c — how complete the case for a level is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-readiness.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-level-words.h"

static const struct
{
  const char *icon_name;
  const char *style;
} readinesses[TS_N_READINESSES] = {
  [TS_READINESS_UNRATED] = { "radio-symbolic", "neutral" },
  [TS_READINESS_TO_CONFIRM] = { "document-open-recent-symbolic", "carried" },
  [TS_READINESS_UNEXPLAINED] = { "document-edit-symbolic", "warning" },
  [TS_READINESS_UNEVIDENCED] = { "mail-attachment-symbolic", "warning" },
  [TS_READINESS_BARE] = { "dialog-warning-symbolic", "warning" },
  [TS_READINESS_READY] = { "emblem-ok-symbolic", "accent" },
};

/**
 * ts_readiness_of:
 * @state: where a criterion, or a group without criteria, stands
 *
 * Returns: how complete the case for its level is
 */
TsReadiness
ts_readiness_of (const TsNodeState *state)
{
  g_return_val_if_fail (state != NULL, TS_READINESS_UNRATED);

  if (state->missing & TS_MISSING_CONFIRMATION)
    return TS_READINESS_TO_CONFIRM;

  if (state->missing & TS_MISSING_LEVEL)
    return TS_READINESS_UNRATED;

  if ((state->missing & TS_MISSING_RATIONALE) && (state->missing & TS_MISSING_EVIDENCE))
    return TS_READINESS_BARE;

  if (state->missing & TS_MISSING_RATIONALE)
    return TS_READINESS_UNEXPLAINED;

  if (state->missing & TS_MISSING_EVIDENCE)
    return TS_READINESS_UNEVIDENCED;

  return TS_READINESS_READY;
}

/**
 * ts_readiness_get_icon_name:
 * @readiness: a readiness
 *
 * Returns: (transfer none): the icon of its badge, since colour alone tells some people nothing
 */
const char *
ts_readiness_get_icon_name (TsReadiness readiness)
{
  g_return_val_if_fail (readiness < TS_N_READINESSES, NULL);

  return readinesses[readiness].icon_name;
}

/**
 * ts_readiness_get_style:
 * @readiness: a readiness
 *
 * Returns: (transfer none): the CSS class of its badge
 */
const char *
ts_readiness_get_style (TsReadiness readiness)
{
  g_return_val_if_fail (readiness < TS_N_READINESSES, NULL);

  return readinesses[readiness].style;
}

/**
 * ts_readiness_describe:
 * @state: where a criterion, or a group without criteria, stands
 *
 * Returns: (transfer full): what its badge says, such as "Level 3 claimed, no evidence"
 */
char *
ts_readiness_describe (const TsNodeState *state)
{
  g_autofree char *level = NULL;

  g_return_val_if_fail (state != NULL && state->node->section->scale != NULL, NULL);

  level = ts_level_words_middle (state->node->section->scale, state->level);

  switch (ts_readiness_of (state))
    {
    case TS_READINESS_UNRATED:
      return g_strdup (_("Not rated"));

    case TS_READINESS_TO_CONFIRM:
      return g_strdup (_("To confirm"));

    case TS_READINESS_UNEXPLAINED:
      /* Translators: %s is “Level 3” or “Amber” */
      return g_strdup_printf (_("%s claimed, no rationale"), level);

    case TS_READINESS_UNEVIDENCED:
      /* Translators: %s is “Level 3” or “Amber” */
      return g_strdup_printf (_("%s claimed, no evidence"), level);

    case TS_READINESS_BARE:
      /* Translators: %s is “Level 3” or “Amber” */
      return g_strdup_printf (_("%s claimed, no rationale, no evidence"), level);

    case TS_READINESS_READY:
    default:
      return g_strdup (_("Ready"));
    }
}

/**
 * ts_readiness_advise:
 * @readiness: a readiness
 *
 * Returns: (transfer none): what is to be done, or what there is
 */
const char *
ts_readiness_advise (TsReadiness readiness)
{
  switch (readiness)
    {
    case TS_READINESS_UNRATED:
      return _("Choose the level that describes you best");

    case TS_READINESS_TO_CONFIRM:
      return _("Carried forward from last year. It does not count until you confirm it or choose another level");

    case TS_READINESS_UNEXPLAINED:
      return _("Write why this level is claimed");

    case TS_READINESS_UNEVIDENCED:
      return _("Attach what shows the level that is claimed");

    case TS_READINESS_BARE:
      return _("Write why this level is claimed, and attach what shows it");

    case TS_READINESS_READY:
    default:
      return _("There is a level, a rationale and evidence");
    }
}
