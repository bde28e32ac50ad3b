/* ts-report-print.h — a document on its way to a printer
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "report/ts-report.h"

G_BEGIN_DECLS

GtkPrintOperation *ts_report_print_new (TsReport *report);

G_END_DECLS
