/* ts-organisation-words.c — how an organisation's life is told
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-organisation-words.h"

#include <glib/gi18n-lib.h>

#include "core/ts-date.h"

/**
 * ts_organisation_day_text:
 * @day: a day as it is kept
 *
 * Returns: (transfer full): the day for people, "31 March 2013"; as it is where it is no day
 */
char *
ts_organisation_day_text (const char *day)
{
  GDate date;
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (day != NULL, NULL);

  if (!ts_date_parse (day, &date))
    return g_strdup (day);

  moment = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

  /* Translators: a day, as g_date_time_format () writes it: "31 March 2013" */
  return g_date_time_format (moment, _("%-d %B %Y"));
}

/**
 * ts_organisation_days_text:
 * @from: (nullable): the first day
 * @to: (nullable): the last day
 *
 * Returns: (transfer full): the stretch of time for people
 */
char *
ts_organisation_days_text (const char *from,
                           const char *to)
{
  g_autofree char *first = from != NULL ? ts_organisation_day_text (from) : NULL;
  g_autofree char *last = to != NULL ? ts_organisation_day_text (to) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf (_("%s to %s"), first, last);

  if (first != NULL)
    return g_strdup_printf (_("since %s"), first);

  if (last != NULL)
    return g_strdup_printf (_("until %s"), last);

  return g_strdup (_("no days known"));
}

/**
 * ts_organisation_life_text:
 * @life: an organisation
 *
 * Returns: (transfer full): when it was open, for people
 */
char *
ts_organisation_life_text (const TsOrganisationLife *life)
{
  g_return_val_if_fail (life != NULL, NULL);

  return ts_organisation_days_text (ts_row_get_text (life->organisation, TS_ORGANISATION_OPENED),
                                    ts_row_get_text (life->organisation, TS_ORGANISATION_CLOSED));
}
