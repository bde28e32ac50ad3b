/* ts-compare-filter.c — what is compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-compare-filter.h"

#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/**
 * ts_compare_filter_new:
 *
 * Returns: (transfer full): a filter that lets everything through: all years, the board's own levels, each section's own rule
 */
TsCompareFilter *
ts_compare_filter_new (void)
{
  TsCompareFilter *self = g_new0 (TsCompareFilter, 1);

  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->n_peers = TS_PEERS_DEFAULT;

  return self;
}

TsCompareFilter *
ts_compare_filter_copy (const TsCompareFilter *self)
{
  TsCompareFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->organisations = g_strdupv (self->organisations);
  copy->group_name = g_strdup (self->group_name);
  copy->parents = g_strdupv (self->parents);
  copy->kinds = g_strdupv (self->kinds);
  copy->years = g_array_copy (self->years);
  copy->frameworks = g_strdupv (self->frameworks);
  copy->section = g_strdup (self->section);
  copy->peers_of = g_strdup (self->peers_of);
  copy->highlighted = g_strdupv (self->highlighted);

  return copy;
}

void
ts_compare_filter_free (TsCompareFilter *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->organisations);
  g_free (self->group_name);
  g_strfreev (self->parents);
  g_strfreev (self->kinds);
  g_array_unref (self->years);
  g_strfreev (self->frameworks);
  g_free (self->section);
  g_free (self->peers_of);
  g_strfreev (self->highlighted);
  g_free (self);
}

static gboolean
is_empty (char *const *list)
{
  return list == NULL || list[0] == NULL;
}

static gboolean
texts_equal (char *const *a,
             char *const *b)
{
  if (is_empty (a) || is_empty (b))
    return is_empty (a) && is_empty (b);

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * ts_compare_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: whether both say the same, in the same order
 */
gboolean
ts_compare_filter_equal (const TsCompareFilter *a,
                         const TsCompareFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return texts_equal (a->organisations, b->organisations) && g_strcmp0 (a->group_name, b->group_name) == 0 &&
         texts_equal (a->parents, b->parents) && texts_equal (a->kinds, b->kinds) && a->years->len == b->years->len &&
         (a->years->len == 0 || memcmp (a->years->data, b->years->data, a->years->len * sizeof (int)) == 0) &&
         texts_equal (a->frameworks, b->frameworks) && a->layer == b->layer && a->has_rule == b->has_rule &&
         (!a->has_rule || a->rule == b->rule) && g_strcmp0 (a->section, b->section) == 0 && a->criteria == b->criteria &&
         a->peers == b->peers && g_strcmp0 (a->peers_of, b->peers_of) == 0 && (a->peers != TS_PEERS_NEAREST || a->n_peers == b->n_peers) &&
         texts_equal (a->highlighted, b->highlighted) && a->predecessors == b->predecessors;
}

/**
 * ts_compare_filter_set_texts:
 * @list: (inout): one of a filter's lists
 * @texts: (nullable) (array zero-terminated=1): what to put there
 */
void
ts_compare_filter_set_texts (char ***list,
                             const char *const *texts)
{
  char **copy;

  g_return_if_fail (list != NULL);

  copy = texts != NULL && texts[0] != NULL ? g_strdupv ((char **) texts) : NULL;
  g_strfreev (*list);
  *list = copy;
}

/**
 * ts_compare_filter_set_text:
 * @text: (inout): one of a filter's texts
 * @value: (nullable): what to put there
 */
void
ts_compare_filter_set_text (char       **text,
                            const char  *value)
{
  char *copy;

  g_return_if_fail (text != NULL);

  copy = g_strdup (value);
  g_free (*text);
  *text = copy;
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * ts_compare_filter_set_years:
 * @self: a filter
 * @years: (array length=n_years): years, in any order
 * @n_years: how many
 */
void
ts_compare_filter_set_years (TsCompareFilter *self,
                             const int       *years,
                             guint            n_years)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_if_fail (self != NULL);

  if (n_years > 0)
    g_array_append_vals (set, years, n_years);

  g_array_sort (set, compare_years);
  g_array_set_size (self->years, 0);

  for (guint i = 0; i < set->len; i++)
    {
      int year = g_array_index (set, int, i);

      if (i == 0 || year != g_array_index (set, int, i - 1))
        g_array_append_val (self->years, year);
    }
}

/**
 * ts_compare_filter_has_year:
 * @self: a filter
 * @year: a year
 *
 * Returns: whether it is named
 */
gboolean
ts_compare_filter_has_year (const TsCompareFilter *self,
                            int                    year)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->years->len; i++)
    {
      if (g_array_index (self->years, int, i) == year)
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_compare_filter_get_last_year:
 * @self: a filter
 *
 * Returns: the latest year that it names, which pages of one year show, or 0 where it names none
 */
int
ts_compare_filter_get_last_year (const TsCompareFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->years->len > 0 ? g_array_index (self->years, int, self->years->len - 1) : 0;
}

/**
 * ts_compare_filter_highlights:
 * @self: a filter
 * @code: an organisation's code
 *
 * Returns: whether the organisation is to be pointed out
 */
gboolean
ts_compare_filter_highlights (const TsCompareFilter *self,
                              const char            *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  return self->highlighted != NULL && g_strv_contains ((const char *const *) self->highlighted, code);
}

/* --- Read aloud ---------------------------------------------------------------------------------------------------- */

static const char *
name_of (const char            *code,
         TsCompareNameFunction  get_name,
         gpointer               data)
{
  const char *name = get_name != NULL ? get_name (code, data) : NULL;

  return name != NULL && *name != '\0' ? name : code;
}

/* "North East, London and 3 more" */
static char *
list_names (char *const *codes,
            TsCompareNameFunction get_name,
            gpointer data)
{
  guint n = g_strv_length ((char **) codes);
  const char *first = name_of (codes[0], get_name, data);
  const char *second;

  if (n == 1)
    return g_strdup (first);

  second = name_of (codes[1], get_name, data);

  /* Translators: two names of organisations */
  if (n == 2)
    return g_strdup_printf (C_("list of names", "%s and %s"), first, second);

  /* Translators: two names of organisations, and how many more there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s and %u more", "%s, %s and %u more", n - 2), first, second, n - 2);
}

static char *
describe_whom (const TsCompareFilter *self,
               TsCompareNameFunction  get_name,
               gpointer               data)
{
  g_autofree char *names = NULL;

  if (self->peers_of != NULL && self->peers == TS_PEERS_NEAREST)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and the one nearest to it by population", "%s and the %u nearest to it by population",
                                         self->n_peers),
                            name_of (self->peers_of, get_name, data), self->n_peers);

  if (self->peers_of != NULL && self->peers == TS_PEERS_SAME_PARENT)
    return g_strdup_printf (_("%s and the others of its region"), name_of (self->peers_of, get_name, data));

  if (!is_empty (self->organisations))
    {
      if (self->group_name != NULL)
        return g_strdup_printf (_("The group “%s”"), self->group_name);

      return list_names (self->organisations, get_name, data);
    }

  if (is_empty (self->parents))
    return g_strdup (_("All organisations"));

  names = list_names (self->parents, get_name, data);

  /* Translators: the names of regions */
  return g_strdup_printf (_("All organisations of %s"), names);
}

static char *
describe_kinds (const TsCompareFilter *self)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; !is_empty (self->kinds) && self->kinds[i] != NULL; i++)
    {
      g_autofree char *kind = g_utf8_strup (self->kinds[i], -1);

      g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", kind);
    }

  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static char *
describe_years (const TsCompareFilter *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int first_year;
  int last_year;

  if (self->years->len == 0)
    return g_strdup (_("all years"));

  first_year = g_array_index (self->years, int, 0);
  last_year = ts_compare_filter_get_last_year (self);
  first = ts_year_format (first_year);
  last = ts_year_format (last_year);

  if (self->years->len == 1)
    return g_steal_pointer (&first);

  /* Translators: the first and the last of several years that follow each other */
  if (last_year - first_year + 1 == (int) self->years->len)
    return g_strdup_printf (C_("years", "%s to %s"), first, last);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year from %s to %s", "%u years from %s to %s", self->years->len), self->years->len, first,
                          last);
}

/* In the middle of a sentence. */
static const char *
get_layer_words (TsLayer layer)
{
  switch (layer)
    {
    case TS_LAYER_SELF:
      return _("the boards’ own levels");

    case TS_LAYER_DESK:
      return _("levels given at the desk");

    case TS_LAYER_REVIEWER:
      return _("reviewers’ own levels");

    case TS_LAYER_PANEL:
      return _("levels that panels agreed on");

    case TS_LAYER_FINAL:
      return _("final levels");

    default:
      g_return_val_if_reached ("");
    }
}

/**
 * ts_compare_filter_describe:
 * @self: a filter
 * @get_name: (nullable): says what an organisation is called
 * @data: for @get_name
 *
 * Returns: (transfer full): what is compared, in sentences that can be read aloud: "All organisations of North East: final levels, 2009/10.
 *   Rolled up by majority."
 */
char *
ts_compare_filter_describe (const TsCompareFilter *self,
                            TsCompareNameFunction  get_name,
                            gpointer               data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whom = NULL;
  g_autofree char *kinds = NULL;
  g_autofree char *years = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  whom = describe_whom (self, get_name, data);
  kinds = describe_kinds (self);
  years = describe_years (self);

  /* Translators: whom, kinds of organisation such as "PCT", whose levels, and of which years */
  if (*kinds != '\0')
    g_string_append_printf (text, _("%s (%s): %s, %s."), whom, kinds, get_layer_words (self->layer), years);
  else
    g_string_append_printf (text, _("%s: %s, %s."), whom, get_layer_words (self->layer), years);

  if (!is_empty (self->frameworks))
    {
      g_autofree char *frameworks = g_strjoinv (", ", self->frameworks);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Only by %s."), frameworks);
    }

  if (self->has_rule)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Rolled up by this rule: %s."), ts_roll_up_rule_get_explanation (self->rule));
    }

  if (self->predecessors)
    g_string_append_printf (text, " %s", _("Where an organisation was not there yet, those that it follows stand for it."));

  if (!is_empty (self->highlighted))
    {
      g_autofree char *names = list_names (self->highlighted, get_name, data);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Pointed out: %s."), names);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- As a command -------------------------------------------------------------------------------------------------- */

static void
add_option (GPtrArray  *arguments,
            const char *option,
            const char *value)
{
  g_ptr_array_add (arguments, g_strdup (option));

  if (value != NULL)
    g_ptr_array_add (arguments, g_strdup (value));
}

static void
add_options (GPtrArray *arguments,
             const char *option,
             char *const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    add_option (arguments, option, values[i]);
}

/**
 * ts_compare_filter_to_arguments:
 * @self: a filter
 *
 * Returns: (transfer full) (array zero-terminated=1): the options with which `touchstonectl chart` and `touchstonectl export` compare the same
 */
char **
ts_compare_filter_to_arguments (const TsCompareFilter *self)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  add_options (arguments, "--organisation", self->organisations);

  if (self->group_name != NULL && !is_empty (self->organisations))
    add_option (arguments, "--group-name", self->group_name);

  add_options (arguments, "--parent", self->parents);
  add_options (arguments, "--kind", self->kinds);

  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *year = ts_year_format (g_array_index (self->years, int, i));

      add_option (arguments, "--year", year);
    }

  add_options (arguments, "--framework", self->frameworks);
  add_option (arguments, "--layer", ts_layer_get_name (self->layer));

  if (self->has_rule)
    add_option (arguments, "--rule", ts_roll_up_rule_get_name (self->rule));

  if (self->section != NULL)
    add_option (arguments, "--section", self->section);

  if (self->criteria)
    add_option (arguments, "--criteria", NULL);

  if (self->peers_of != NULL && self->peers != TS_PEERS_EVERYBODY)
    {
      g_autofree char *n_peers = g_strdup_printf ("%u", self->n_peers);

      add_option (arguments, "--peers-of", self->peers_of);

      if (self->peers == TS_PEERS_NEAREST)
        add_option (arguments, "--nearest", n_peers);
    }

  add_options (arguments, "--highlight", self->highlighted);

  if (self->predecessors)
    add_option (arguments, "--predecessors", NULL);

  g_ptr_array_add (arguments, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&arguments), FALSE);
}
