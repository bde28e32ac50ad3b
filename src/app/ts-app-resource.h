/* ts-app-resource.h — templates and styles that are compiled into the program
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void ts_app_resource_register (void);

G_END_DECLS
