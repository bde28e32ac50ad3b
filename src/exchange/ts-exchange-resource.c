/* ts-exchange-resource.c — the data that is compiled into the programs
 *
 * The resource is registered when it is first asked for rather than by a constructor: a linker drops constructors of a static library
 * that nobody refers to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-exchange-resource.h"

#include "exchange/ts-exchange-data.h"

/**
 * ts_exchange_resource_look_up:
 * @path: a path below /org/touchstone/
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL if there is no such file
 */
GBytes *
ts_exchange_resource_look_up (const char *path)
{
  static gsize registered = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_once_init_enter (&registered))
    {
      ts_exchange_data_register_resource ();
      g_once_init_leave (&registered, 1);
    }

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
