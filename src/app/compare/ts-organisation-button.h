/* ts-organisation-button.h — one organisation out of those compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "core/ts-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsOrganisationButton:
 *
 * A button that names an organisation, with a list to choose another from, which can be searched. It may offer all of them as well.
 *
 * ## Signals
 *
 * - `chosen (const char *code)`: "" for all
 */
#define TS_TYPE_ORGANISATION_BUTTON (ts_organisation_button_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationButton, ts_organisation_button, TS, ORGANISATION_BUTTON, AdwBin)

GtkWidget *ts_organisation_button_new (const char *all);
void ts_organisation_button_set (TsOrganisationButton  *self,
                                 TsComparison          *comparison,
                                 const TsCompareFilter *filter,
                                 const char            *code);

G_END_DECLS
