/* ts-first-frame.h — for measuring how long a start takes
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/ts-window.h"

G_BEGIN_DECLS

void ts_first_frame_quit_after (TsWindow *window);

G_END_DECLS
