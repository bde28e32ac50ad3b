/* ts-json-place.h — one place in a JSON document, and what must be there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _TsJsonPlace TsJsonPlace;

/**
 * TsJsonPlace:
 * @parent: (nullable): the place that this one is in; it must stay where it is as long as this one is used
 * @node: (nullable): what is there; %NULL for a member that is missing
 *
 * A place in a document, which can say where it is. Made on the stack and passed by address; it borrows everything.
 */
struct _TsJsonPlace
{
  const TsJsonPlace *parent;
  const char *file;
  const char *member;
  guint index;
  JsonNode *node;
};

TsJsonPlace ts_json_place_root (const char *file,
                                JsonNode   *node);
TsJsonPlace ts_json_place_member (const TsJsonPlace *object,
                                  const char        *member);
TsJsonPlace ts_json_place_element (const TsJsonPlace *array,
                                   guint              index);
gboolean ts_json_place_is_there (const TsJsonPlace *self);
char *ts_json_place_get_path (const TsJsonPlace *self);

gboolean ts_json_place_check_object (const TsJsonPlace *self,
                                     const char *const *members,
                                     GError **error);
gboolean ts_json_place_check_array (const TsJsonPlace  *self,
                                    guint               fewest,
                                    guint               most,
                                    const char         *expected,
                                    guint              *n_elements,
                                    GError            **error);
const char *ts_json_place_get_text (const TsJsonPlace  *self,
                                    guint               longest,
                                    GError            **error);
const char *ts_json_place_get_name (const TsJsonPlace  *self,
                                    const char         *punctuation,
                                    guint               longest,
                                    GError            **error);
gboolean ts_json_place_get_integer (const TsJsonPlace  *self,
                                    gint64              least,
                                    gint64              most,
                                    gint64             *integer,
                                    GError            **error);
gboolean ts_json_place_get_number (const TsJsonPlace  *self,
                                   double             *number,
                                   GError            **error);
gboolean ts_json_place_get_boolean (const TsJsonPlace  *self,
                                    gboolean           *boolean,
                                    GError            **error);

gboolean ts_json_place_expected (const TsJsonPlace  *self,
                                 GError            **error,
                                 const char         *expected);
gboolean ts_json_place_fail (const TsJsonPlace  *self,
                             GError            **error,
                             const char         *format,
                             ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
