/* ts-identifier.h — row ids that two machines agree on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ts_identifier_derive (const char *first_part,
                            ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
