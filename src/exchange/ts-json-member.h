/* ts-json-member.h — members of an object, checked as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-json-place.h"

G_BEGIN_DECLS

const char *ts_json_member_get_text (const TsJsonPlace  *object,
                                     const char         *member,
                                     guint               longest,
                                     GError            **error);
gboolean ts_json_member_get_optional_text (const TsJsonPlace  *object,
                                           const char         *member,
                                           guint               longest,
                                           const char        **text,
                                           GError            **error);
const char *ts_json_member_get_name (const TsJsonPlace  *object,
                                     const char         *member,
                                     guint               longest,
                                     GError            **error);
gboolean ts_json_member_get_choice (const TsJsonPlace  *object,
                                    const char         *member,
                                    const char         *first,
                                    const char         *second,
                                    gboolean           *is_first,
                                    GError            **error);

G_END_DECLS
