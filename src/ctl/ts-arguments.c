/* ts-arguments.c — reading what was typed after a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-arguments.h"

#include "core/ts-layer.h"
#include "core/ts-year.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"

#include <glib/gi18n-lib.h>

/**
 * ts_arguments_refuse:
 * @command: the command's name
 * @format: what is wrong with what was typed
 *
 * Returns: the exit status of what was not understood, after saying so
 */
TsExit
ts_arguments_refuse (const char *command,
                     const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  ts_terminal_print_error ("%s", message);
  ts_terminal_print_hint (command);

  return TS_EXIT_USAGE;
}

static gboolean
read_years (const char        *command,
            TsFilterArguments *filters)
{
  guint n_years = filters->years != NULL ? g_strv_length (filters->years) : 0;

  filters->year_numbers = g_new0 (int, n_years + 1);

  for (guint i = 0; i < n_years; i++)
    {
      if (!ts_year_parse (filters->years[i], &filters->year_numbers[i]))
        {
          ts_arguments_refuse (command, _("“%s” is not a financial year; write it as 2009/10"), filters->years[i]);
          return FALSE;
        }
    }

  filters->filter.years = filters->year_numbers;
  filters->filter.n_years = n_years;

  return TRUE;
}

static gboolean
read_layers (const char        *command,
             TsFilterArguments *filters)
{
  for (guint i = 0; filters->layers != NULL && filters->layers[i] != NULL; i++)
    {
      TsLayer layer;

      if (!ts_layer_from_name (filters->layers[i], &layer))
        {
          ts_arguments_refuse (command, _("“%s” is not a layer; the layers are self, desk, reviewer, panel and final"),
                               filters->layers[i]);
          return FALSE;
        }
    }

  filters->filter.layers = (const char *const *) filters->layers;

  return TRUE;
}

static void
add_filters (GOptionContext    *context,
             TsFilterArguments *filters)
{
  const GOptionEntry options[] = {
    { "organisation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filters->organisations, N_("only this organisation"), N_("CODE") },
    { "year", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filters->years, N_("only this financial year, as 2009/10"), N_("YEAR") },
    { "framework", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filters->frameworks, N_("only this framework"), N_("ID") },
    { "layer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filters->layers, N_("only this layer: self, desk, reviewer, panel or final"), N_("LAYER") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &filters->reader, N_("read as this person, who sees their own scores; without it, only what is open to all"), N_("NAME") },
    { NULL },
  };

  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
}

/* A context ends the program after --help by itself, and prints without noticing that nobody reads. So the help is ours. */
static gboolean
wants_help (int    n_arguments,
            char **arguments)
{
  for (int i = 1; i < n_arguments && !g_str_equal (arguments[i], "--"); i++)
    {
      if (g_str_equal (arguments[i], "--help") || g_str_equal (arguments[i], "-h") || g_str_equal (arguments[i], "-?"))
        return TRUE;
    }

  return FALSE;
}

static GOptionContext *
make_context (const GOptionEntry *options,
              TsFilterArguments  *filters,
              const char         *parameters,
              const char         *description)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, description);

  if (filters != NULL)
    add_filters (context, filters);

  return context;
}

/**
 * ts_arguments_read_more:
 * @n_arguments: (inout): how many arguments there are, the command's name among them
 * @arguments: (inout): the arguments; afterwards the name and what are no options
 * @options: (array zero-terminated=1): the command's options
 * @filters: (nullable): where to put filters, for a command that has them
 * @add_options: (nullable): tells the options of a family of commands
 * @data: for @add_options
 * @parameters: what follows the options, "WORKBOOK"
 * @description: what the command does
 * @fewest: how many parameters there must be
 * @most: how many there may be
 * @exit: (out): with what to end where it returns %FALSE
 *
 * Reads the arguments; prints the help, or what is not understood.
 *
 * Returns: whether the command is to be done
 */
gboolean
ts_arguments_read_more (int                  *n_arguments,
                        char               ***arguments,
                        const GOptionEntry   *options,
                        TsFilterArguments    *filters,
                        TsAddOptions          add_options,
                        gpointer              data,
                        const char           *parameters,
                        const char           *description,
                        guint                 fewest,
                        guint                 most,
                        TsExit               *exit)
{
  g_autoptr (GOptionContext) context = make_context (options, filters, parameters, description);
  g_autoptr (GError) error = NULL;
  g_autofree char *command = g_strdup ((*arguments)[0]);
  g_autofree char *full_name = g_strconcat ("touchstonectl ", command, NULL);
  guint n_parameters;
  gboolean parsed;

  *exit = TS_EXIT_USAGE;

  if (add_options != NULL)
    add_options (data, context);

  if (wants_help (*n_arguments, *arguments))
    {
      g_autofree char *help = NULL;

      g_set_prgname (full_name);
      help = g_option_context_get_help (context, FALSE, NULL);
      g_set_prgname ("touchstonectl");
      *exit = ts_output_print (help) ? TS_EXIT_DONE : TS_EXIT_FAILED;
      return FALSE;
    }

  parsed = g_option_context_parse (context, n_arguments, arguments, &error);

  if (!parsed)
    {
      ts_arguments_refuse (command, "%s", error->message);
      return FALSE;
    }

  /* What follows "--" may begin with a dash; the mark itself stays where it is. */
  if (*n_arguments > 1 && g_str_equal ((*arguments)[1], "--"))
    {
      (*arguments)[1] = (*arguments)[0];
      (*arguments)++;
      (*n_arguments)--;
    }

  n_parameters = *n_arguments - 1;

  if (n_parameters < fewest)
    {
      ts_arguments_refuse (command, _("something is missing; expected %s"), parameters);
      return FALSE;
    }

  if (n_parameters > most)
    {
      ts_arguments_refuse (command, _("“%s” is too much; expected %s"), (*arguments)[most + 1], parameters);
      return FALSE;
    }

  if (filters != NULL)
    {
      filters->filter.organisations = (const char *const *) filters->organisations;
      filters->filter.frameworks = (const char *const *) filters->frameworks;

      if (!read_years (command, filters) || !read_layers (command, filters))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_arguments_read:
 *
 * As ts_arguments_read_more(), without the options of a family of commands.
 *
 * Returns: whether the command is to be done
 */
gboolean
ts_arguments_read (int                  *n_arguments,
                   char               ***arguments,
                   const GOptionEntry   *options,
                   TsFilterArguments    *filters,
                   const char           *parameters,
                   const char           *description,
                   guint                 fewest,
                   guint                 most,
                   TsExit               *exit)
{
  return ts_arguments_read_more (n_arguments, arguments, options, filters, NULL, NULL, parameters, description, fewest, most, exit);
}

/**
 * ts_filter_arguments_find_useless:
 * @self: the filters that were given
 * @filters: those that mean something
 *
 * A filter that would do nothing is refused: whoever gives it expects less than would come.
 *
 * Returns: (nullable): the option that means nothing, such as "--layer"
 */
const char *
ts_filter_arguments_find_useless (const TsFilterArguments *self,
                                  TsFilterSet              filters)
{
  if (self->organisations != NULL && !(filters & TS_FILTER_ORGANISATION))
    return "--organisation";

  if (self->years != NULL && !(filters & TS_FILTER_YEAR))
    return "--year";

  if (self->frameworks != NULL && !(filters & TS_FILTER_FRAMEWORK))
    return "--framework";

  if (self->layers != NULL && !(filters & TS_FILTER_LAYER))
    return "--layer";

  return NULL;
}

void
ts_filter_arguments_clear (TsFilterArguments *self)
{
  g_clear_pointer (&self->organisations, g_strfreev);
  g_clear_pointer (&self->years, g_strfreev);
  g_clear_pointer (&self->frameworks, g_strfreev);
  g_clear_pointer (&self->layers, g_strfreev);
  g_clear_pointer (&self->reader, g_free);
  g_clear_pointer (&self->year_numbers, g_free);
}
