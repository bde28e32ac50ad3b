/* ts-interrupt.h — being interrupted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void ts_interrupt_watch (void);
GCancellable *ts_interrupt_get_cancellable (void);

G_END_DECLS
