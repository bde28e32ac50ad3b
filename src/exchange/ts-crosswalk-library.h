/* ts-crosswalk-library.h — the crosswalks that come with Touchstone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-crosswalk.h"

G_BEGIN_DECLS

TsCrosswalk *ts_crosswalk_library_get (const TsFramework *from,
                                       const TsFramework *to);

G_END_DECLS
