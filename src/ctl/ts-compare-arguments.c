/* ts-compare-arguments.c — the options that say what is compared, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-compare-arguments.h"

#include "core/ts-scoring.h"

#include <glib/gi18n-lib.h>

/**
 * ts_compare_arguments_add:
 * @self: where to put what is given
 * @context: is told the options
 */
void
ts_compare_arguments_add (TsCompareArguments *self,
                          GOptionContext     *context)
{
  const GOptionEntry options[] = {
    { "parent", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->parents, N_("only what belongs to this: an SHA or a region"), N_("CODE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->kinds, N_("only organisations of this kind, such as pct"), N_("KIND") },
    { "group-name", 0, 0, G_OPTION_ARG_STRING, &self->group_name, N_("what the organisations that are named are called together"), N_("TEXT") },
    { "peers-of", 0, 0, G_OPTION_ARG_STRING, &self->peers_of, N_("only this organisation and its peers: those of its region"), N_("CODE") },
    { "nearest", 0, 0, G_OPTION_ARG_INT, &self->n_nearest, N_("with --peers-of: its peers are so many nearest by population"), N_("N") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &self->rule, N_("roll up by minimum, majority or mean instead of the framework’s own rule"), N_("RULE") },
    { "section", 0, 0, G_OPTION_ARG_STRING, &self->section, N_("another part of the framework, such as governance"), N_("ID") },
    { "criteria", 0, 0, G_OPTION_ARG_NONE, &self->criteria, N_("criteria instead of competencies"), NULL },
    { "predecessors", 0, 0, G_OPTION_ARG_NONE, &self->predecessors,
      N_("where an organisation was not there yet, those that it follows stand for it"), NULL },
    { "highlight", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->highlighted, N_("point this organisation out"), N_("CODE") },
    { "of", 0, 0, G_OPTION_ARG_STRING, &self->of, N_("the organisation that a radar, a dumbbell chart or a trend is about"), N_("CODE") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &self->sort,
      N_("heatmap: by total, name, region, similarity or a column such as 7; ranking: by sum, map, governance-first or own"), N_("NAME") },
    { "reverse", 0, 0, G_OPTION_ARG_NONE, &self->reversed, N_("sort the other way round"), NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &self->by, N_("rows of distribution or strip: competency, region or year"), N_("NAME") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &self->measure,
      N_("what trend and strip show: total, map, governance, optimism, change, population, a competency such as 5, or an outcome; total:self "
         "is of another layer"),
      N_("NAME") },
    { "x", 0, 0, G_OPTION_ARG_STRING, &self->x, N_("the first measure of scatter"), N_("NAME") },
    { "y", 0, 0, G_OPTION_ARG_STRING, &self->y, N_("the second"), N_("NAME") },
    { "weights", 0, 0, G_OPTION_ARG_STRING, &self->weights, N_("rank by these weights too, such as 5=2,7=0.5,strategy=1"), N_("WEIGHTS") },
    { "other-rule", 0, 0, G_OPTION_ARG_STRING, &self->other_rule, N_("only what this rule would change: minimum, majority or mean"), N_("RULE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
}

static gboolean
fill_peers (const TsCompareArguments *self,
            const char               *command,
            TsCompareFilter          *filter)
{
  if (self->peers_of == NULL && self->n_nearest != 0)
    {
      ts_arguments_refuse (command, _("--nearest says nothing without --peers-of"));
      return FALSE;
    }

  if (self->n_nearest < 0 || self->n_nearest > TS_PEERS_MOST)
    {
      ts_arguments_refuse (command, _("“%d” is not a number of peers; it is from 1 to %d"), self->n_nearest, TS_PEERS_MOST);
      return FALSE;
    }

  if (self->peers_of == NULL)
    return TRUE;

  ts_compare_filter_set_text (&filter->peers_of, self->peers_of);
  filter->peers = self->n_nearest > 0 ? TS_PEERS_NEAREST : TS_PEERS_SAME_PARENT;

  if (self->n_nearest > 0)
    filter->n_peers = (guint) self->n_nearest;

  return TRUE;
}

/**
 * ts_compare_arguments_fill:
 * @self: what was given
 * @command: the command's name
 * @filters: what was given beside it
 * @filter: a new filter; it is filled
 * @view: a new view; it is filled
 *
 * Says what is not understood.
 *
 * Returns: whether all was understood
 */
gboolean
ts_compare_arguments_fill (const TsCompareArguments *self,
                           const char               *command,
                           const TsFilterArguments  *filters,
                           TsCompareFilter          *filter,
                           TsCompareView            *view)
{
  g_autoptr (GHashTable) weights = NULL;

  ts_compare_filter_set_texts (&filter->organisations, filters->filter.organisations);
  ts_compare_filter_set_texts (&filter->frameworks, filters->filter.frameworks);
  ts_compare_filter_set_years (filter, filters->filter.years, filters->filter.n_years);

  if (filters->layers != NULL && filters->layers[0] != NULL)
    ts_layer_from_name (filters->layers[0], &filter->layer);

  ts_compare_filter_set_texts (&filter->parents, (const char *const *) self->parents);
  ts_compare_filter_set_texts (&filter->kinds, (const char *const *) self->kinds);
  ts_compare_filter_set_text (&filter->group_name, self->group_name);
  ts_compare_filter_set_text (&filter->section, self->section);
  ts_compare_filter_set_texts (&filter->highlighted, (const char *const *) self->highlighted);
  filter->criteria = self->criteria;
  filter->predecessors = self->predecessors;
  filter->has_rule = self->rule != NULL;

  if (self->rule != NULL && !ts_roll_up_rule_from_name (self->rule, &filter->rule))
    {
      ts_arguments_refuse (command, _("“%s” is not a rule; it is minimum, majority or mean"), self->rule);
      return FALSE;
    }

  if (self->other_rule != NULL && !ts_roll_up_rule_from_name (self->other_rule, &(TsRollUpRule) { 0 }))
    {
      ts_arguments_refuse (command, _("“%s” is not a rule; it is minimum, majority or mean"), self->other_rule);
      return FALSE;
    }

  if (self->by != NULL && !ts_compare_by_from_name (self->by, &view->by))
    {
      ts_arguments_refuse (command, _("“%s” is nothing that rows can be; it is competency, region or year"), self->by);
      return FALSE;
    }

  weights = self->weights != NULL ? ts_weights_parse (self->weights) : NULL;

  if (self->weights != NULL && weights == NULL)
    {
      ts_arguments_refuse (command, _("“%s” are no weights; write them as 5=2,7=0.5, each from 0 to %g"), self->weights, TS_WEIGHT_MOST);
      return FALSE;
    }

  view->reversed = self->reversed;
  ts_compare_view_set (&view->organisation, self->of);
  ts_compare_view_set (&view->sort, self->sort);
  ts_compare_view_set (&view->measure, self->measure);
  ts_compare_view_set (&view->x, self->x);
  ts_compare_view_set (&view->y, self->y);
  ts_compare_view_set (&view->weights, self->weights);
  ts_compare_view_set (&view->other_rule, self->other_rule);

  return fill_peers (self, command, filter);
}

/**
 * ts_compare_arguments_find_useless:
 * @self: what was given
 * @options: what means something
 *
 * Returns: (nullable): the option that means nothing, such as "--by"
 */
const char *
ts_compare_arguments_find_useless (const TsCompareArguments *self,
                                   TsCompareOptions          options)
{
  const struct
  {
    gboolean given;
    TsCompareOptions option;
    const char *name;
  } given[] = {
    { self->parents != NULL, TS_COMPARE_OPTION_WHOM, "--parent" },
    { self->kinds != NULL, TS_COMPARE_OPTION_WHOM, "--kind" },
    { self->group_name != NULL, TS_COMPARE_OPTION_WHOM, "--group-name" },
    { self->peers_of != NULL, TS_COMPARE_OPTION_WHOM, "--peers-of" },
    { self->n_nearest != 0, TS_COMPARE_OPTION_WHOM, "--nearest" },
    { self->rule != NULL, TS_COMPARE_OPTION_RULE, "--rule" },
    { self->section != NULL, TS_COMPARE_OPTION_SECTION, "--section" },
    { self->criteria, TS_COMPARE_OPTION_CRITERIA, "--criteria" },
    { self->predecessors, TS_COMPARE_OPTION_PREDECESSORS, "--predecessors" },
    { self->highlighted != NULL, TS_COMPARE_OPTION_HIGHLIGHT, "--highlight" },
    { self->of != NULL, TS_COMPARE_OPTION_OF, "--of" },
    { self->sort != NULL, TS_COMPARE_OPTION_SORT, "--sort" },
    { self->reversed, TS_COMPARE_OPTION_REVERSE, "--reverse" },
    { self->by != NULL, TS_COMPARE_OPTION_BY, "--by" },
    { self->measure != NULL, TS_COMPARE_OPTION_MEASURE, "--measure" },
    { self->x != NULL, TS_COMPARE_OPTION_XY, "--x" },
    { self->y != NULL, TS_COMPARE_OPTION_XY, "--y" },
    { self->weights != NULL, TS_COMPARE_OPTION_WEIGHTS, "--weights" },
    { self->other_rule != NULL, TS_COMPARE_OPTION_OTHER_RULE, "--other-rule" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      if (given[i].given && !(options & given[i].option))
        return given[i].name;
    }

  return NULL;
}

/**
 * ts_compare_arguments_choose_whom:
 * @self: what was given
 *
 * Returns: whether organisations were chosen otherwise than by naming them
 */
gboolean
ts_compare_arguments_choose_whom (const TsCompareArguments *self)
{
  return self->parents != NULL || self->kinds != NULL || self->peers_of != NULL;
}

void
ts_compare_arguments_clear (TsCompareArguments *self)
{
  g_clear_pointer (&self->parents, g_strfreev);
  g_clear_pointer (&self->kinds, g_strfreev);
  g_clear_pointer (&self->group_name, g_free);
  g_clear_pointer (&self->peers_of, g_free);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->highlighted, g_strfreev);
  g_clear_pointer (&self->of, g_free);
  g_clear_pointer (&self->sort, g_free);
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->y, g_free);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->other_rule, g_free);
}
