/* ts-command-frameworks.c — touchstonectl frameworks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-year.h"
#include "ctl/ts-arguments.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-table-writer.h"

#include <glib/gi18n-lib.h>

static const char *const columns[] = { "id", "year", "edition", "title", NULL };

static TsExit
list_as_text (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *const *id = ts_framework_library_list (); *id != NULL; id++)
    {
      g_autoptr (TsFramework) framework = ts_framework_library_get (*id, error);
      g_autofree char *year = NULL;

      if (framework == NULL)
        return TS_EXIT_FAILED;

      year = ts_year_format (ts_framework_get_year (framework));
      g_string_append_printf (text, "%-12s  %s  %s\n", *id, year, ts_framework_get_title (framework));
    }

  return ts_output_print (text->str) ? TS_EXIT_DONE : TS_EXIT_FAILED;
}

static gboolean
write_list (TsOutput  *output,
            GError   **error)
{
  g_autoptr (TsTableWriter) writer = ts_table_writer_new (ts_output_get_stream (output), TS_TABLE_FORMAT_JSON, columns, NULL);

  for (const char *const *id = ts_framework_library_list (); *id != NULL; id++)
    {
      g_autoptr (TsFramework) framework = ts_framework_library_get (*id, error);
      g_autofree char *year = NULL;

      if (framework == NULL)
        return FALSE;

      year = ts_year_format (ts_framework_get_year (framework));
      ts_table_writer_add_text (writer, *id);
      ts_table_writer_add_text (writer, year);
      ts_table_writer_add_text (writer, ts_framework_get_edition (framework));
      ts_table_writer_add_text (writer, ts_framework_get_title (framework));

      if (!ts_table_writer_end_row (writer, error))
        return FALSE;
    }

  return ts_table_writer_end (writer, error);
}

static TsExit
list_as_json (GError **error)
{
  g_autoptr (TsOutput) output = ts_output_open (NULL, error);

  if (write_list (output, error))
    return TS_EXIT_DONE;

  ts_output_explain (output, error);

  return TS_EXIT_FAILED;
}

static void
describe_criterion (const TsNode *node,
                    const char   *indent,
                    GString      *text)
{
  if (node->definition != NULL)
    g_string_append_printf (text, "%s%s\n", indent, node->definition);

  for (guint i = 0; node->descriptors != NULL && node->descriptors[i] != NULL; i++)
    g_string_append_printf (text, "%s  [%s] %s\n", indent, ts_scale_get_token (node->section->scale, i + 1), node->descriptors[i]);

  if (node->evidence_prompt != NULL)
    g_string_append_printf (text, "%s  %s\n", indent, node->evidence_prompt);
}

static void
describe_group (const TsNode *group,
                GString      *text)
{
  g_string_append_printf (text, "\n%s  %s\n", group->id, group->title);

  if (group->summary != NULL)
    g_string_append_printf (text, "    %s\n", group->summary);

  describe_criterion (group, "    ", text);

  for (guint i = 0; i < group->criteria->len; i++)
    {
      const TsNode *criterion = g_ptr_array_index (group->criteria, i);

      g_string_append_printf (text, "\n  %s  %s\n", criterion->id, criterion->title);
      describe_criterion (criterion, "      ", text);
    }
}

static void
describe_section (const TsSection *section,
                  GString         *text)
{
  g_string_append_printf (text, "\n\n== %s ==\n", section->title);

  if (section->kind == TS_SECTION_GRADED)
    {
      g_autofree char *tokens = ts_scale_list_tokens (section->scale);

      g_string_append_printf (text, _("Levels: %s. Rule: %s, %s.\n"), tokens,
                              ts_roll_up_rule_get_name (section->rule), ts_roll_up_rule_get_explanation (section->rule));
    }

  for (guint i = 0; i < section->groups->len; i++)
    describe_group (g_ptr_array_index (section->groups, i), text);

  for (guint i = 0; i < section->suggested_outcomes->len; i++)
    {
      const TsSuggestedOutcome *outcome = g_ptr_array_index (section->suggested_outcomes, i);

      g_string_append_printf (text, "\n%s (%s)", outcome->metric, outcome->unit);
    }

  if (section->suggested_outcomes->len > 0)
    g_string_append_c (text, '\n');
}

static TsExit
print_as_text (const char  *id,
               GError     **error)
{
  g_autoptr (TsFramework) framework = ts_framework_library_get (id, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *year = NULL;

  if (framework == NULL)
    return TS_EXIT_FAILED;

  year = ts_year_format (ts_framework_get_year (framework));
  g_string_append_printf (text, "%s (%s, %s)\n\n%s\n\n%s\n", ts_framework_get_title (framework), id, year,
                          ts_framework_get_source (framework), ts_framework_get_licence (framework));

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    describe_section (ts_framework_get_section (framework, i), text);

  return ts_output_print (text->str) ? TS_EXIT_DONE : TS_EXIT_FAILED;
}

static TsExit
print_as_json (const char  *id,
               GError     **error)
{
  g_autofree char *text = ts_framework_library_get_text (id, error);

  if (text == NULL)
    return TS_EXIT_FAILED;

  return ts_output_print (text) ? TS_EXIT_DONE : TS_EXIT_FAILED;
}

TsExit
ts_command_frameworks (int    n_arguments,
                       char **arguments)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("as JSON; of one framework, the file that “import … framework” reads"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  TsExit exit;

  if (!ts_arguments_read (&n_arguments, &arguments, options, NULL, "[ID]",
                          _("Lists the built-in frameworks, or prints one."), 0, 1, &exit))
    return exit;

  if (n_arguments > 1)
    exit = json ? print_as_json (arguments[1], &error) : print_as_text (arguments[1], &error);
  else
    exit = json ? list_as_json (&error) : list_as_text (&error);

  return error != NULL ? ts_terminal_fail (error) : exit;
}
