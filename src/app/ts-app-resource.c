/* ts-app-resource.c — templates and styles that are compiled into the program
 *
 * Registered by a call rather than by a constructor: a linker drops constructors of a static library that nobody refers to.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-app-resource.h"

#include "app/ts-app-data.h"

/**
 * ts_app_resource_register:
 *
 * Makes the templates below /org/touchstone/Touchstone/ui and the styles known. Comes before the first widget of this floor; further calls
 * do nothing.
 */
void
ts_app_resource_register (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      ts_app_data_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}
