/* ts-organisations-document.c — organisations in JSON, with all that is known of their lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisations-document.h"

#include "core/ts-begin.h"
#include "core/ts-organisation-edit.h"
#include "core/ts-text.h"
#include "core/ts-year.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-json-document.h"
#include "exchange/ts-json-member.h"
#include "exchange/ts-organisation-draft.h"

#include <glib/gi18n-lib.h>

static const char *const members[] = {
  "code",
  "name",
  "kind",
  "parent",
  "opened",
  "closed",
  "successors",
  "names",
  "parents",
  "population",
  NULL,
};
static const char *const name_members[] = { "name", "from", "to", NULL };
static const char *const parent_members[] = { "parent", "from", "to", NULL };

/* What a member is checked for beside being a text. */
typedef char *(*CheckText) (const char *text);

static char *
check_name (const char *name)
{
  g_autoptr (GError) error = NULL;

  return ts_text_check (name, -1, TS_TEXT_LINE, &error) ? NULL : g_strdup (error->message);
}

static char *
check_kind (const char *kind)
{
  if (ts_organisation_kind_is_valid (kind))
    return NULL;

  return g_strdup_printf (_("“%.60s” is not a kind; a kind is a short name of small letters, digits and “-”, for example pct"), kind);
}

/* Takes down what is wrong, so that reading can go on to what else is. */
static void
take_down (TsImport  *import,
           GError   **error)
{
  ts_problem_list_add_whole (import->problems, (*error)->message);
  g_clear_error (error);
}

static void
take_down_at (TsImport          *import,
              const TsJsonPlace *place,
              const char        *reason)
{
  g_autoptr (GError) error = NULL;

  ts_json_place_fail (place, &error, "%s", reason);
  take_down (import, &error);
}

/* Returns: whether there was nothing wrong */
static gboolean
read_text (TsImport           *import,
           const TsJsonPlace  *object,
           const char         *member,
           guint               longest,
           CheckText           check,
           char              **text)
{
  TsJsonPlace place = ts_json_place_member (object, member);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  const char *found = ts_json_place_get_text (&place, longest, &error);

  if (found == NULL)
    {
      take_down (import, &error);
      return FALSE;
    }

  reason = check != NULL ? check (found) : NULL;

  if (reason != NULL)
    {
      take_down_at (import, &place, reason);
      return FALSE;
    }

  *text = g_strdup (found);

  return TRUE;
}

/* A member that is missing says nothing; null says that there is none, which is "". */
static gboolean
read_optional (TsImport           *import,
               const TsJsonPlace  *object,
               const char         *member,
               CheckText           check,
               char              **text)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  if (!ts_json_place_is_there (&place))
    return TRUE;

  if (JSON_NODE_HOLDS_NULL (place.node))
    {
      *text = g_strdup ("");
      return TRUE;
    }

  return read_text (import, object, member, TS_TEXT_LONGEST_LINE, check, text);
}

static char *
none_if_empty (char *text)
{
  if (text == NULL || *text != '\0')
    return text;

  g_free (text);

  return NULL;
}

static TsOrganisationSpan *
read_span (TsImport          *import,
           const TsJsonPlace *place,
           const char        *member,
           CheckText          check)
{
  g_autofree char *text = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean valid;

  valid = read_text (import, place, member, TS_TEXT_LONGEST_LINE, check, &text);
  valid = read_optional (import, place, "from", ts_organisation_check_day, &from) && valid;
  valid = read_optional (import, place, "to", ts_organisation_check_day, &to) && valid;

  if (!valid)
    return NULL;

  from = none_if_empty (g_steal_pointer (&from));
  to = none_if_empty (g_steal_pointer (&to));

  if (from != NULL && to != NULL && g_strcmp0 (from, to) > 0)
    {
      TsJsonPlace to_place = ts_json_place_member (place, "to");
      g_autofree char *reason = g_strdup_printf (_("the last day, %s, is before the first, %s"), to, from);

      take_down_at (import, &to_place, reason);
      return NULL;
    }

  return ts_organisation_span_new (text, from, to);
}

static GPtrArray *
read_spans (TsImport *import,
            const TsJsonPlace *object,
            const char *member,
            const char *const *span_members,
            guint fewest,
            const char *expected,
            CheckText check)
{
  g_autoptr (GPtrArray) spans = NULL;
  TsJsonPlace place = ts_json_place_member (object, member);
  g_autoptr (GError) error = NULL;
  guint n_spans;

  if (!ts_json_place_is_there (&place))
    return NULL;

  if (!ts_json_place_check_array (&place, fewest, TS_ORGANISATIONS_MOST_SPANS, expected, &n_spans, &error))
    {
      take_down (import, &error);
      return NULL;
    }

  spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_organisation_span_free);

  for (guint i = 0; i < n_spans; i++)
    {
      TsJsonPlace element = ts_json_place_element (&place, i);
      TsOrganisationSpan *span;

      if (!ts_json_place_check_object (&element, span_members, &error))
        {
          take_down (import, &error);
          continue;
        }

      span = read_span (import, &element, span_members[0], check);

      if (span != NULL)
        g_ptr_array_add (spans, span);
    }

  return g_steal_pointer (&spans);
}

static GArray *
read_populations (TsImport          *import,
                  const TsJsonPlace *object)
{
  TsJsonPlace place = ts_json_place_member (object, "population");
  g_autoptr (GArray) populations = NULL;
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter;
  const char *name;

  if (!ts_json_place_is_there (&place))
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (place.node))
    {
      ts_json_place_expected (&place, &error, _("an object with a number for each year, such as “2009/10”"));
      take_down (import, &error);
      return NULL;
    }

  populations = g_array_new (FALSE, FALSE, sizeof (TsOrganisationHeadcount));
  json_object_iter_init_ordered (&iter, json_node_get_object (place.node));

  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      TsJsonPlace year = ts_json_place_member (&place, name);
      TsOrganisationHeadcount headcount = { 0 };

      if (!ts_year_parse (name, &headcount.year))
        ts_json_place_fail (&year, &error, _("expected a financial year such as 2009/10"));
      else if (ts_json_place_get_integer (&year, 0, TS_POPULATION_MOST, &headcount.number, &error))
        g_array_append_val (populations, headcount);

      if (error != NULL)
        take_down (import, &error);
    }

  return g_steal_pointer (&populations);
}

static void
read_successors (TsImport            *import,
                 const TsJsonPlace   *object,
                 TsOrganisationDraft *draft)
{
  TsJsonPlace place = ts_json_place_member (object, "successors");
  g_auto (GStrv) codes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  const char *text = "";

  if (!ts_json_place_is_there (&place))
    return;

  if (!JSON_NODE_HOLDS_NULL (place.node))
    text = ts_json_place_get_text (&place, TS_TEXT_LONGEST, &error);

  if (text == NULL)
    {
      take_down (import, &error);
      return;
    }

  codes = ts_organisation_split_successors (text);
  reason = ts_organisation_check_successors (codes, draft->code != NULL ? draft->code : "");

  if (reason != NULL)
    take_down_at (import, &place, reason);
  else
    draft->successors = g_steal_pointer (&codes);
}

/* The short member and the long one may both be there, as they are in an export, and then they must agree. */
static void
check_agreement (TsImport          *import,
                 const TsJsonPlace *object,
                 const char        *member,
                 const char        *longer,
                 const char        *text,
                 GPtrArray         *spans)
{
  const TsOrganisationSpan *latest = spans != NULL ? ts_organisation_span_get_latest (spans) : NULL;
  const char *expected = latest != NULL ? latest->text : "";
  TsJsonPlace place = ts_json_place_member (object, member);
  g_autofree char *reason = NULL;

  if (spans == NULL || text == NULL || g_str_equal (text, expected))
    return;

  reason = g_strdup_printf (_("“%s” is not “%s”, the last one under “%s”; leave out one of the two members"), text, expected, longer);
  take_down_at (import, &place, reason);
}

static TsOrganisationDraft *
read_organisation (TsImport          *import,
                   const TsJsonPlace *place,
                   guint              position)
{
  g_autoptr (TsOrganisationDraft) draft = ts_organisation_draft_new ();
  TsJsonPlace name = ts_json_place_member (place, "name");
  TsJsonPlace kind = ts_json_place_member (place, "kind");
  guint64 n_found = ts_problem_list_get_n_found (import->problems);

  draft->position = position;
  read_text (import, place, "code", TS_TEXT_LONGEST_LINE, ts_organisation_check_code, &draft->code);

  if (ts_json_place_is_there (&name))
    read_text (import, place, "name", TS_TEXT_LONGEST_LINE, check_name, &draft->name);

  if (ts_json_place_is_there (&kind))
    read_text (import, place, "kind", TS_TEXT_LONGEST_LINE, check_kind, &draft->kind);

  read_optional (import, place, "parent", ts_organisation_check_code, &draft->parent);
  read_optional (import, place, "opened", ts_organisation_check_day, &draft->opened);
  read_optional (import, place, "closed", ts_organisation_check_day, &draft->closed);
  read_successors (import, place, draft);
  draft->names = read_spans (import, place, "names", name_members, 1, _("an array of 1 to 1,000 names"), check_name);
  draft->parents = read_spans (import, place, "parents", parent_members, 0, _("an array of at most 1,000 parents"), ts_organisation_check_code);
  draft->populations = read_populations (import, place);

  if (ts_problem_list_get_n_found (import->problems) > n_found)
    return NULL;

  check_agreement (import, place, "name", "names", draft->name, draft->names);
  check_agreement (import, place, "parent", "parents", draft->parent, draft->parents);

  return ts_problem_list_get_n_found (import->problems) == n_found ? g_steal_pointer (&draft) : NULL;
}

static gboolean
read_organisations (TsImport           *import,
                    const TsJsonPlace  *root,
                    GPtrArray          *drafts,
                    GError            **error)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) local_error = NULL;
  guint n_elements;

  if (!ts_json_place_check_array (root, 0, TS_ORGANISATIONS_MOST, _("an array of organisations"), &n_elements, &local_error))
    {
      take_down (import, &local_error);
      return TRUE;
    }

  for (guint i = 0; i < n_elements; i++)
    {
      TsJsonPlace place = ts_json_place_element (root, i);
      g_autoptr (TsOrganisationDraft) draft = NULL;
      const TsOrganisationDraft *earlier;

      if (!ts_import_report (import, i, import->size, error))
        return FALSE;

      if (!ts_json_place_check_object (&place, members, &local_error))
        {
          take_down (import, &local_error);
          continue;
        }

      draft = read_organisation (import, &place, i);

      if (draft == NULL)
        continue;

      earlier = g_hash_table_lookup (by_code, draft->code);

      if (earlier != NULL)
        {
          g_autofree char *reason = g_strdup_printf (_("“%s” is there already, as $[%u]"), draft->code, earlier->position);

          ts_organisation_draft_refuse (draft, import->problems, "code", reason);
          continue;
        }

      g_hash_table_insert (by_code, draft->code, draft);
      g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }

  return TRUE;
}

static GByteArray *
read_bytes (TsImport      *import,
            GInputStream  *stream,
            GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  guint8 part[16384];
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, part, sizeof part, import->cancellable, &cause)) > 0)
    {
      g_byte_array_append (bytes, part, n_read);

      if (bytes->len > TS_ORGANISATIONS_LARGEST_DOCUMENT)
        {
          g_autofree char *size = g_format_size_full (TS_ORGANISATIONS_LARGEST_DOCUMENT, G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_TOO_LARGE, _("%s: the file is larger than %s"), import->file, size);
          return NULL;
        }
    }

  if (n_read == 0)
    return g_steal_pointer (&bytes);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE, _("%s: the file cannot be read: %s"), import->file, cause->message);

  return NULL;
}

/**
 * ts_organisations_document_read:
 * @import: the file, and where to put what is wrong in it
 * @stream: its bytes
 * @drafts: (element-type TsOrganisationDraft): where to put what it says
 * @error: where to put why it cannot be read
 *
 * Reads an array of objects. The members code, name, kind, parent, opened, closed and successors are what the columns of a table are, and
 * three more say what a table cannot:
 *
 * - names: all its names, each an object of name, from and to
 * - parents: all that it belonged to, each an object of parent (a code), from and to
 * - population: an object with a number for each financial year, {"2009/10": 402500}
 *
 * Only the code must be there, and for a new organisation its kind and its name. What a member says becomes so, a member that is missing
 * says nothing, and null says that there is none. So names, where they are there, are all the names that the organisation has.
 *
 * What is wrong in the document goes to the import's problems, each with its path, and does not end the reading.
 *
 * Returns: whether it could be read to its end
 */
gboolean
ts_organisations_document_read (TsImport      *import,
                                GInputStream  *stream,
                                GPtrArray     *drafts,
                                GError       **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (GError) local_error = NULL;
  TsJsonPlace root;

  g_return_val_if_fail (import != NULL && G_IS_INPUT_STREAM (stream) && drafts != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = read_bytes (import, stream, error);

  if (bytes == NULL)
    return FALSE;

  document = ts_json_document_read (ts_problem_list_get_file (import->problems), (const char *) bytes->data, bytes->len, &local_error);

  if (document == NULL)
    {
      take_down (import, &local_error);
      return TRUE;
    }

  root = ts_json_place_root (ts_problem_list_get_file (import->problems), document);

  return read_organisations (import, &root, drafts, error);
}
