/* ts-crosswalk-reader.c — crosswalk files, format 1
 *
 * A crosswalk decides what is carried from one year to the next, so its file is read as strictly as a framework's: against the two
 * frameworks that it speaks of, whose criteria it has to account for, every one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-crosswalk-reader.h"

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-reader-private.h"
#include "exchange/ts-json-document.h"
#include "exchange/ts-json-member.h"

#include <glib/gi18n-lib.h>

#define FORMAT       1
#define MOST_ENTRIES 20000

static const char *const document_members[] = { "touchstone-crosswalk", "from", "to", "entries", NULL };
static const char *const end_members[] = { "id", "edition", NULL };
static const char *const entry_members[] = { "from", "to", "relation", "note", NULL };

static gboolean
check_format (const TsJsonPlace  *root,
              GError            **error)
{
  TsJsonPlace place;
  gint64 format;

  if (!JSON_NODE_HOLDS_OBJECT (root->node))
    return ts_json_place_expected (root, error, _("an object"));

  place = ts_json_place_member (root, "touchstone-crosswalk");

  if (!ts_json_place_is_there (&place))
    return ts_json_place_fail (&place, error, _("not a crosswalk file: expected this member, found nothing"));

  if (!ts_json_place_get_integer (&place, 1, G_MAXINT, &format, error))
    return FALSE;

  return format == FORMAT ||
         ts_json_place_fail (&place, error, _("expected format %d, found %lld: the file is for a newer version of Touchstone"),
                             FORMAT, (long long) format);
}

static gboolean
check_end (const TsJsonPlace  *root,
           const char         *member,
           const TsFramework  *framework,
           GError            **error)
{
  TsJsonPlace place = ts_json_place_member (root, member);
  g_autofree char *expected = NULL;
  const char *id;
  const char *edition;

  if (!ts_json_place_check_object (&place, end_members, error) ||
      (id = ts_json_member_get_text (&place, "id", TS_FRAMEWORK_LONGEST_ID, error)) == NULL ||
      (edition = ts_json_member_get_text (&place, "edition", TS_FRAMEWORK_LONGEST_EDITION, error)) == NULL)
    return FALSE;

  if (g_str_equal (id, ts_framework_get_id (framework)) && g_str_equal (edition, ts_framework_get_edition (framework)))
    return TRUE;

  expected = g_strdup_printf (_("the framework “%s”, edition “%s”"), ts_framework_get_id (framework),
                              ts_framework_get_edition (framework));

  return ts_json_place_expected (&place, error, expected);
}

/* A member that says a node: @node_id is NULL where there is none. */
static gboolean
read_node (const TsJsonPlace  *entry,
           const char         *member,
           const TsFramework  *framework,
           const TsNode      **node,
           GError            **error)
{
  TsJsonPlace place = ts_json_place_member (entry, member);
  const char *id;

  *node = NULL;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  id = ts_json_place_get_text (&place, TS_FRAMEWORK_LONGEST_ID, error);

  if (id == NULL)
    return FALSE;

  *node = ts_framework_find_node (framework, id);

  return *node != NULL ||
         ts_json_place_fail (&place, error, _("the framework “%s” has no criterion “%s”"), ts_framework_get_id (framework), id);
}

static gboolean
read_relation (const TsJsonPlace    *entry,
               TsCrosswalkRelation  *relation,
               GError              **error)
{
  TsJsonPlace place = ts_json_place_member (entry, "relation");
  const char *name = ts_json_place_get_text (&place, TS_FRAMEWORK_LONGEST_ID, error);

  if (name == NULL)
    return FALSE;

  return ts_crosswalk_relation_from_name (name, relation) ||
         ts_json_place_expected (&place, error, _("“unchanged”, “changed”, “new” or “dropped”"));
}

static gboolean
read_entry (TsCrosswalk        *crosswalk,
            const TsJsonPlace  *entry,
            const TsFramework  *from,
            const TsFramework  *to,
            GError            **error)
{
  TsCrosswalkRelation relation;
  const TsNode *from_node;
  const TsNode *to_node;
  const char *note;
  gboolean same;

  if (!ts_json_place_check_object (entry, entry_members, error) ||
      !read_relation (entry, &relation, error) ||
      !read_node (entry, "from", from, &from_node, error) ||
      !read_node (entry, "to", to, &to_node, error) ||
      !ts_json_member_get_optional_text (entry, "note", TS_FRAMEWORK_LONGEST_TEXT, &note, error))
    return FALSE;

  if ((from_node == NULL) != (relation == TS_CROSSWALK_NEW) || (to_node == NULL) != (relation == TS_CROSSWALK_DROPPED))
    return ts_json_place_fail (entry, error, _("expected “to” alone for a new criterion, “from” alone for a dropped one, and both for any other"));

  same = from_node != NULL && to_node != NULL && ts_node_has_same_wording (from_node, to_node);

  if (relation == TS_CROSSWALK_UNCHANGED && !same)
    return ts_json_place_fail (entry, error, _("“%s” is said to be unchanged, but is not worded as “%s” was"), to_node->id, from_node->id);

  if (relation == TS_CROSSWALK_CHANGED && same)
    return ts_json_place_fail (entry, error, _("“%s” is said to be changed, but is worded as “%s” was"), to_node->id, from_node->id);

  if (relation == TS_CROSSWALK_CHANGED && note == NULL)
    return ts_json_place_fail (entry, error, _("expected a “note” that says what changed"));

  if (!ts_crosswalk_add (crosswalk, from_node != NULL ? from_node->id : NULL, to_node != NULL ? to_node->id : NULL, relation, note))
    return ts_json_place_fail (entry, error, _("expected a criterion that no other entry speaks of"));

  return TRUE;
}

/* Whatever can be judged is accounted for. */
static gboolean
check_complete (const TsJsonPlace *entries,
                const TsCrosswalk *crosswalk,
                const TsFramework *framework,
                const TsCrosswalkEntry *(*find) (const TsCrosswalk *, const char *),
                GError **error)
{
  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          for (guint k = 0; k < MAX (group->criteria->len, 1); k++)
            {
              const TsNode *node = group->criteria->len > 0 ? g_ptr_array_index (group->criteria, k) : group;

              if (find (crosswalk, node->id) == NULL)
                return ts_json_place_fail (entries, error, _("nothing is said of “%s” of the framework “%s”"), node->id,
                                           ts_framework_get_id (framework));
            }
        }
    }

  return TRUE;
}

/**
 * ts_crosswalk_reader_read:
 * @file: the file's name for messages
 * @text: the file's bytes
 * @length: their number
 * @from: the earlier framework
 * @to: the later framework
 * @error: where to put what is wrong
 *
 * Reads a crosswalk between two frameworks in JSON. Fails with %TS_EXCHANGE_ERROR_SYNTAX, naming file and line, for what is not JSON; with
 * %TS_EXCHANGE_ERROR_INVALID, naming file, JSON path and what was expected, for what is not a crosswalk between the two, does not
 * account for every criterion, or is wrong about wording; and with %TS_EXCHANGE_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the crosswalk
 */
TsCrosswalk *
ts_crosswalk_reader_read (const char         *file,
                          const char         *text,
                          gsize               length,
                          const TsFramework  *from,
                          const TsFramework  *to,
                          GError            **error)
{
  g_autoptr (TsCrosswalk) crosswalk = NULL;
  g_autoptr (JsonNode) document = NULL;
  TsJsonPlace root;
  TsJsonPlace entries;
  guint n_entries;

  g_return_val_if_fail (file != NULL && text != NULL, NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (length > TS_CROSSWALK_LARGEST_FILE)
    {
      g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_TOO_LARGE,
                   _("%s: the file is larger than 1 MiB, which no crosswalk is"), file);
      return NULL;
    }

  document = ts_json_document_read (file, text, length, error);

  if (document == NULL)
    return NULL;

  root = ts_json_place_root (file, document);

  if (!check_format (&root, error) ||
      !ts_json_place_check_object (&root, document_members, error) ||
      !check_end (&root, "from", from, error) ||
      !check_end (&root, "to", to, error))
    return NULL;

  crosswalk = ts_crosswalk_new (ts_framework_get_id (from), ts_framework_get_id (to));
  entries = ts_json_place_member (&root, "entries");

  if (!ts_json_place_check_array (&entries, 1, MOST_ENTRIES, _("an array of entries"), &n_entries, error))
    return NULL;

  for (guint i = 0; i < n_entries; i++)
    {
      TsJsonPlace entry = ts_json_place_element (&entries, i);

      if (!read_entry (crosswalk, &entry, from, to, error))
        return NULL;
    }

  if (!check_complete (&entries, crosswalk, from, ts_crosswalk_find_from, error) ||
      !check_complete (&entries, crosswalk, to, ts_crosswalk_find_to, error))
    return NULL;

  return g_steal_pointer (&crosswalk);
}
