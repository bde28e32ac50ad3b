/* ts-framework-reader.c — framework files, format 1
 *
 * A framework decides what assessments mean for years, so its file is read strictly: a member that is not known is an error rather
 * than a setting that silently does nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-reader.h"

#include "core/ts-year.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-reader-private.h"
#include "exchange/ts-input-file.h"
#include "exchange/ts-json-document.h"
#include "exchange/ts-json-member.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1

static const char *const document_members[] = {
  "touchstone-framework",
  "id",
  "edition",
  "title",
  "year",
  "source",
  "licence",
  "stages",
  "scales",
  "sections",
  NULL,
};

static TsFrameworkBuilder *
read_head (const TsJsonPlace  *root,
           GError            **error)
{
  TsJsonPlace format_place;
  TsJsonPlace year_place;
  const char *id;
  const char *edition;
  const char *title;
  const char *year_text;
  const char *source;
  const char *licence;
  gint64 format;
  int year;

  if (!JSON_NODE_HOLDS_OBJECT (root->node))
    {
      ts_json_place_expected (root, error, _("an object"));
      return NULL;
    }

  /* The format comes first: what other formats contain is for other versions to say. */
  format_place = ts_json_place_member (root, "touchstone-framework");

  if (!ts_json_place_is_there (&format_place))
    {
      ts_json_place_fail (&format_place, error, _("not a framework file: expected this member, found nothing"));
      return NULL;
    }

  if (!ts_json_place_get_integer (&format_place, 1, G_MAXINT, &format, error))
    return NULL;

  if (format != FORMAT)
    {
      ts_json_place_fail (&format_place, error,
                          _("expected format %d, found %lld: the file is for a newer version of Touchstone"),
                          FORMAT, (long long) format);
      return NULL;
    }

  if (!ts_json_place_check_object (root, document_members, error))
    return NULL;

  if ((id = ts_json_member_get_name (root, "id", TS_FRAMEWORK_LONGEST_ID, error)) == NULL ||
      (edition = ts_json_member_get_text (root, "edition", TS_FRAMEWORK_LONGEST_EDITION, error)) == NULL ||
      (title = ts_json_member_get_text (root, "title", TS_FRAMEWORK_LONGEST_TITLE, error)) == NULL)
    return NULL;

  year_place = ts_json_place_member (root, "year");
  year_text = ts_json_place_get_text (&year_place, TS_FRAMEWORK_LONGEST_ID, error);

  if (year_text == NULL)
    return NULL;

  if (!ts_year_parse (year_text, &year))
    {
      ts_json_place_expected (&year_place, error, _("a financial year such as 2009/10"));
      return NULL;
    }

  if ((source = ts_json_member_get_text (root, "source", TS_FRAMEWORK_LONGEST_TEXT, error)) == NULL ||
      (licence = ts_json_member_get_text (root, "licence", TS_FRAMEWORK_LONGEST_TEXT, error)) == NULL)
    return NULL;

  return ts_framework_builder_new (id, edition, title, year, source, licence);
}

/**
 * ts_framework_reader_read:
 * @file: the file's name for messages
 * @text: the file's bytes
 * @length: their number
 * @error: where to put what is wrong
 *
 * Reads a framework in JSON. Fails with %TS_EXCHANGE_ERROR_SYNTAX, naming file and line, for what is not JSON; with
 * %TS_EXCHANGE_ERROR_INVALID, naming file, JSON path and what was expected, for what is not a framework; and with
 * %TS_EXCHANGE_ERROR_TOO_LARGE for more than %TS_FRAMEWORK_LARGEST_FILE bytes.
 *
 * Returns: (transfer full): the framework
 */
TsFramework *
ts_framework_reader_read (const char  *file,
                          const char  *text,
                          gsize        length,
                          GError     **error)
{
  g_autoptr (TsFrameworkBuilder) builder = NULL;
  g_autoptr (JsonNode) document = NULL;
  TsJsonPlace root;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (length > TS_FRAMEWORK_LARGEST_FILE)
    {
      g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_TOO_LARGE,
                   _("%s: the file is larger than 4 MiB, which no framework is"), file);
      return NULL;
    }

  document = ts_json_document_read (file, text, length, error);

  if (document == NULL)
    return NULL;

  root = ts_json_place_root (file, document);
  builder = read_head (&root, error);

  if (builder == NULL ||
      !ts_framework_read_stages (builder, &root, error) ||
      !ts_framework_read_scales (builder, &root, error) ||
      !ts_framework_read_sections (builder, &root, error))
    return NULL;

  return ts_framework_builder_end (builder);
}

/**
 * ts_framework_reader_read_file:
 * @path: a file
 * @text: (out) (optional): where to put the file's text, for the workbook's own copy; free with g_free()
 * @error: where to put what is wrong
 *
 * As [func@ts_framework_reader_read]; fails with %TS_EXCHANGE_ERROR_FILE for a file that cannot be read.
 *
 * Returns: (transfer full): the framework
 */
TsFramework *
ts_framework_reader_read_file (const char  *path,
                               char       **text,
                               GError     **error)
{
  TsFramework *framework;
  g_autofree char *content = NULL;
  g_autofree char *name = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  content = ts_input_file_read (path, TS_FRAMEWORK_LARGEST_FILE, &length, error);

  if (content == NULL)
    return NULL;

  name = g_filename_display_name (path);
  framework = ts_framework_reader_read (name, content, length, error);

  if (framework != NULL && text != NULL)
    *text = g_steal_pointer (&content);

  return framework;
}
