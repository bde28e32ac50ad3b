/* ts-problem.c — what a person is told when a workbook cannot be used
 *
 * The errors themselves say what happened, what was kept and what to do. Here is what stands around that in a dialog, as pure functions.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-problem.h"

#include "core/ts-error.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * ts_problem_get_heading:
 * @error: why a workbook could not be opened or made
 *
 * Returns: (transfer none): a dialog's heading, translated
 */
const char *
ts_problem_get_heading (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != TS_STORE_ERROR)
    return _("Could Not Open the Workbook");

  switch ((TsStoreError) error->code)
    {
    case TS_STORE_ERROR_LOCKED:
    case TS_STORE_ERROR_BUSY:
      return _("The Workbook Is in Use");

    case TS_STORE_ERROR_CORRUPT:
      return _("The Workbook Is Damaged");

    case TS_STORE_ERROR_NO_SPACE:
      return _("The Disk Is Full");

    case TS_STORE_ERROR_READ_ONLY:
      return _("The Workbook Cannot Be Changed");

    case TS_STORE_ERROR_NO_ACCESS:
      return _("No Permission");

    case TS_STORE_ERROR_SCHEMA_TOO_NEW:
      return _("The Workbook Is Newer Than This Program");

    case TS_STORE_ERROR_NOT_A_WORKBOOK:
      return _("Not a Workbook");

    case TS_STORE_ERROR_NOT_FOUND:
      return _("The Workbook Is Not There");

    case TS_STORE_ERROR_EXISTS:
      return _("There Is a File of That Name Already");

    case TS_STORE_ERROR_CONSTRAINT:
    case TS_STORE_ERROR_CONFLICT:
    case TS_STORE_ERROR_ENGINE:
    default:
      return _("Could Not Open the Workbook");
    }
}

/**
 * ts_problem_get_remedy:
 * @error: why a workbook could not be opened
 *
 * Returns: what to offer
 */
TsRemedy
ts_problem_get_remedy (const GError *error)
{
  g_return_val_if_fail (error != NULL, TS_REMEDY_NONE);

  if (error->domain != TS_STORE_ERROR)
    return TS_REMEDY_NONE;

  switch ((TsStoreError) error->code)
    {
    case TS_STORE_ERROR_LOCKED:
    case TS_STORE_ERROR_READ_ONLY:
      return TS_REMEDY_READ_ONLY;

    case TS_STORE_ERROR_CORRUPT:
      return TS_REMEDY_RESCUE;

    case TS_STORE_ERROR_BUSY:
    case TS_STORE_ERROR_NO_SPACE:
      return TS_REMEDY_TRY_AGAIN;

    case TS_STORE_ERROR_NOT_FOUND:
      return TS_REMEDY_FORGET;

    case TS_STORE_ERROR_CONSTRAINT:
    case TS_STORE_ERROR_NO_ACCESS:
    case TS_STORE_ERROR_SCHEMA_TOO_NEW:
    case TS_STORE_ERROR_NOT_A_WORKBOOK:
    case TS_STORE_ERROR_EXISTS:
    case TS_STORE_ERROR_CONFLICT:
    case TS_STORE_ERROR_ENGINE:
    default:
      return TS_REMEDY_NONE;
    }
}

/**
 * ts_remedy_get_label:
 * @remedy: what can be done
 *
 * Returns: (transfer none) (nullable): what its button says, translated; %NULL for %TS_REMEDY_NONE
 */
const char *
ts_remedy_get_label (TsRemedy remedy)
{
  switch (remedy)
    {
    case TS_REMEDY_READ_ONLY:
      return _("_Open Read-Only");

    case TS_REMEDY_RESCUE:
      return _("Open to _Rescue");

    case TS_REMEDY_TRY_AGAIN:
      return _("_Try Again");

    case TS_REMEDY_FORGET:
      return _("_Remove From List");

    case TS_REMEDY_NONE:
    default:
      return NULL;
    }
}

/**
 * ts_problem_may_restore:
 * @error: why a workbook could not be opened
 *
 * Returns: whether a backup in its place would help
 */
gboolean
ts_problem_may_restore (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT) ||
         g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_A_WORKBOOK) ||
         g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
}

/**
 * ts_problem_get_reception:
 * @error: why something that a person asked for was not done
 *
 * Returns: how loudly to say so
 */
TsReception
ts_problem_get_reception (const GError *error)
{
  g_return_val_if_fail (error != NULL, TS_RECEPTION_SILENCE);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED))
    return TS_RECEPTION_SILENCE;

  if (error->domain == TS_RULE_ERROR ||
      g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_BUSY) ||
      g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    return TS_RECEPTION_TOAST;

  return TS_RECEPTION_DIALOG;
}

/**
 * ts_problem_is_read_only:
 * @error: why a workbook could not be opened to work in
 *
 * Returns: whether it can still be opened to look at, without asking: nothing is wrong with the workbook
 */
gboolean
ts_problem_is_read_only (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED) ||
         g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY);
}

/**
 * ts_problem_dup_notice:
 * @reason: (nullable): why a workbook is open to look at only, or %NULL where that was wanted
 *
 * Returns: (transfer full): what to say as long as it is open
 */
char *
ts_problem_dup_notice (const GError *reason)
{
  g_autofree char *who = NULL;
  char *end;

  if (reason == NULL)
    return g_strdup (_("This workbook is open to look at only."));

  if (!g_error_matches (reason, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED))
    return g_strdup (reason->message);

  /* The first sentence says who has it; the rest proposes what has been done by now. */
  who = g_strdup (reason->message);
  end = strstr (who, ". ");

  if (end != NULL)
    end[1] = '\0';

  /* Translators: %s is a sentence that says who works in the workbook */
  return g_strdup_printf (_("%s You can look at it; what changes there is shown here at once."), who);
}
