/* ts-xlsx-library.c — the library that writes spreadsheets, loaded when one is written
 *
 * It brings a library of cryptography along, of which it wants one digest. Loading the two takes a third of the time in which all others are loaded,
 * at every start of a program, and hardly any start leads to a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-xlsx-library.h"

#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

static TsXlsxLibrary library;
static char *failure;

static gpointer
load (gpointer data)
{
  static const struct
  {
    const char *name;
    gpointer *place;
  } functions[] = {
#define ROW(name) { #name, (gpointer *) &library.name },
        TS_XLSX_LIBRARY_FUNCTIONS (ROW)
#undef ROW
  };
  GModule *module = g_module_open (TS_XLSX_SONAME, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  gboolean found = module != NULL;

  for (guint i = 0; found && i < G_N_ELEMENTS (functions); i++)
    found = g_module_symbol (module, functions[i].name, functions[i].place);

  if (found)
    g_module_make_resident (module);
  else
    failure = g_strdup (g_module_error ());

  return GINT_TO_POINTER (found);
}

/**
 * ts_xlsx_library_get:
 * @error: where to put %TS_EXCHANGE_ERROR_FILE
 *
 * Loads the library the first time. May be called on any thread.
 *
 * Returns: (transfer none): its functions, or %NULL with an error where it is not installed
 */
const TsXlsxLibrary *
ts_xlsx_library_get (GError **error)
{
  static GOnce once = G_ONCE_INIT;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (GPOINTER_TO_INT (g_once (&once, load, NULL)))
    return &library;

  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE,
               _("The spreadsheet could not be made: %s. Nothing was written. Export CSV or JSON instead, or install libxlsxwriter."), failure);

  return NULL;
}
