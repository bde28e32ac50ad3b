/* ts-organisations-exchange.h — organisations from files and into them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-import-report.h"
#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

void  ts_organisations_import_ask    (GtkWidget            *origin,
                                      TsSession            *session);
void  ts_organisations_import_file   (GtkWidget            *origin,
                                      TsSession            *session,
                                      GFile                *file);
char *ts_organisations_import_words  (const TsImportReport *report);

void  ts_organisations_export_ask    (GtkWidget            *origin,
                                      TsSession            *session);

G_END_DECLS
