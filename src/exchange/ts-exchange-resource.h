/* ts-exchange-resource.h — the data that is compiled into the programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *ts_exchange_resource_look_up (const char *path);

G_END_DECLS
