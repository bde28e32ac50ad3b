/* ts-compare-actions.c — choosing what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-actions.h"

struct _TsCompareActions
{
  GSimpleActionGroup parent_instance;

  TsComparisonModel *model;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsCompareActions, ts_compare_actions, G_TYPE_SIMPLE_ACTION_GROUP)

/* --- Lists -------------------------------------------------------------------------------------------------------- */

static void
toggle_text (char       ***list,
             const char   *text)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean found = FALSE;

  for (guint i = 0; *list != NULL && (*list)[i] != NULL; i++)
    {
      if (g_str_equal ((*list)[i], text))
        found = TRUE;
      else
        g_ptr_array_add (texts, (*list)[i]);
    }

  if (!found && *text != '\0')
    g_ptr_array_add (texts, (gpointer) text);

  if (*text == '\0')
    g_ptr_array_set_size (texts, 0);

  g_ptr_array_add (texts, NULL);
  ts_compare_filter_set_texts (list, (const char *const *) texts->pdata);
}

static GVariant *
list_texts (char *const *list)
{
  const char *const empty[] = { NULL };

  return g_variant_new_strv (list != NULL ? (const char *const *) list : empty, -1);
}

/* Whom to compare is said in one way at a time: by region, by a group or by peers. */
static void
forget_group (TsCompareFilter *filter)
{
  ts_compare_filter_set_texts (&filter->organisations, NULL);
  ts_compare_filter_set_text (&filter->group_name, NULL);
  ts_compare_filter_set_text (&filter->peers_of, NULL);
  filter->peers = TS_PEERS_EVERYBODY;
}

/* --- What each does ----------------------------------------------------------------------------------------------- */

static void
choose_parent (TsCompareFilter *filter,
               const char      *text)
{
  forget_group (filter);
  toggle_text (&filter->parents, text);

  /* All are those of every kind. */
  if (*text == '\0')
    ts_compare_filter_set_texts (&filter->kinds, NULL);
}

static GVariant *
get_parent (const TsCompareFilter *filter)
{
  return list_texts (filter->parents);
}

static void
choose_kind (TsCompareFilter *filter,
             const char      *text)
{
  toggle_text (&filter->kinds, text);
}

static GVariant *
get_kind (const TsCompareFilter *filter)
{
  return list_texts (filter->kinds);
}

static void
choose_framework (TsCompareFilter *filter,
                  const char      *text)
{
  toggle_text (&filter->frameworks, text);
}

static GVariant *
get_framework (const TsCompareFilter *filter)
{
  return list_texts (filter->frameworks);
}

static void
choose_highlight (TsCompareFilter *filter,
                  const char      *text)
{
  toggle_text (&filter->highlighted, text);
}

static GVariant *
get_highlight (const TsCompareFilter *filter)
{
  return list_texts (filter->highlighted);
}

static void
choose_year (TsCompareFilter *filter,
             const char      *text)
{
  int year = (int) g_ascii_strtoll (text, NULL, 10);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < filter->years->len; i++)
    {
      if (g_array_index (filter->years, int, i) != year)
        g_array_append_val (years, g_array_index (filter->years, int, i));
    }

  if (!ts_compare_filter_has_year (filter, year))
    g_array_append_val (years, year);

  if (years->len > 0)
    ts_compare_filter_set_years (filter, &g_array_index (years, int, 0), years->len);
}

static GVariant *
get_year (const TsCompareFilter *filter)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < filter->years->len; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", g_array_index (filter->years, int, i));

      g_variant_builder_add (&builder, "s", year);
    }

  return g_variant_builder_end (&builder);
}

static void
choose_layer (TsCompareFilter *filter,
              const char      *text)
{
  ts_layer_from_name (text, &filter->layer);
}

static GVariant *
get_layer (const TsCompareFilter *filter)
{
  return g_variant_new_string (ts_layer_get_name (filter->layer));
}

static void
choose_rule (TsCompareFilter *filter,
             const char      *text)
{
  filter->has_rule = ts_roll_up_rule_from_name (text, &filter->rule);
}

static GVariant *
get_rule (const TsCompareFilter *filter)
{
  return g_variant_new_string (filter->has_rule ? ts_roll_up_rule_get_name (filter->rule) : "");
}

static void
choose_section (TsCompareFilter *filter,
                const char      *text)
{
  gboolean criteria = g_str_has_suffix (text, "/criteria");
  g_autofree char *id = g_strndup (text, strlen (text) - (criteria ? strlen ("/criteria") : 0));

  ts_compare_filter_set_text (&filter->section, *id != '\0' ? id : NULL);
  filter->criteria = criteria;
}

static GVariant *
get_section (const TsCompareFilter *filter)
{
  return g_variant_new_take_string (g_strconcat (filter->section != NULL ? filter->section : "", filter->criteria ? "/criteria" : "", NULL));
}

static void
choose_peers (TsCompareFilter *filter,
              const char      *text)
{
  forget_group (filter);
  ts_compare_filter_set_texts (&filter->parents, NULL);

  if (g_str_has_prefix (text, "nearest/"))
    filter->peers = TS_PEERS_NEAREST;
  else if (g_str_has_prefix (text, "region/"))
    filter->peers = TS_PEERS_SAME_PARENT;
  else
    return;

  ts_compare_filter_set_text (&filter->peers_of, strchr (text, '/') + 1);

  if (filter->n_peers == 0)
    filter->n_peers = TS_PEERS_DEFAULT;
}

static GVariant *
get_peers (const TsCompareFilter *filter)
{
  if (filter->peers == TS_PEERS_EVERYBODY || filter->peers_of == NULL)
    return g_variant_new_string ("");

  return g_variant_new_take_string (g_strconcat (filter->peers == TS_PEERS_NEAREST ? "nearest/" : "region/", filter->peers_of, NULL));
}

static void
choose_mergers (TsCompareFilter *filter,
                const char      *text)
{
  filter->predecessors = *text != '\0' && !filter->predecessors;
}

static GVariant *
get_mergers (const TsCompareFilter *filter)
{
  const char *const yes[] = { "predecessors", NULL };

  return g_variant_new_strv (filter->predecessors ? yes : yes + 1, -1);
}

static const struct
{
  const char *name;
  const char *state; /* of which type; NULL for none */
  void (*choose) (TsCompareFilter *filter,
                  const char      *text);
  GVariant *(*get) (const TsCompareFilter *filter);
} choices[] = {
  { "parent", "as", choose_parent, get_parent },
  { "kind", "as", choose_kind, get_kind },
  { "framework", "as", choose_framework, get_framework },
  { "year", "as", choose_year, get_year },
  { "highlight", "as", choose_highlight, get_highlight },
  { "mergers", "as", choose_mergers, get_mergers },
  { "layer", "s", choose_layer, get_layer },
  { "rule", "s", choose_rule, get_rule },
  { "section", "s", choose_section, get_section },
  { "peers", "s", choose_peers, get_peers },
};

/* --- The group ---------------------------------------------------------------------------------------------------- */

static void
on_activate (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TsCompareActions *self = user_data;
  const TsCompareFilter *filter = self->model != NULL ? ts_comparison_model_get_filter (self->model) : NULL;
  g_autoptr (TsCompareFilter) changed = NULL;

  if (filter == NULL)
    return;

  changed = ts_compare_filter_copy (filter);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (g_str_equal (choices[i].name, g_action_get_name (G_ACTION (action))))
        choices[i].choose (changed, g_variant_get_string (parameter, NULL));
    }

  ts_comparison_model_set_filter (self->model, changed);
  ts_compare_actions_update (self);
}

static void
on_reset (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TsCompareActions *self = user_data;

  if (self->model != NULL)
    ts_comparison_model_reset (self->model);
}

static void
ts_compare_actions_dispose (GObject *object)
{
  g_clear_object (&TS_COMPARE_ACTIONS (object)->model);

  G_OBJECT_CLASS (ts_compare_actions_parent_class)->dispose (object);
}

static void
ts_compare_actions_class_init (TsCompareActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ts_compare_actions_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", TS_TYPE_COMPARE_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ts_compare_actions_init (TsCompareActions *self)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (GSimpleAction) reset = g_simple_action_new ("reset", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (choices[i].name, G_VARIANT_TYPE_STRING, choices[i].get (filter));

      g_signal_connect_object (action, "activate", G_CALLBACK (on_activate), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }

  g_signal_connect_object (reset, "activate", G_CALLBACK (on_reset), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (reset));
}

TsCompareActions *
ts_compare_actions_new (void)
{
  return g_object_new (TS_TYPE_COMPARE_ACTIONS, NULL);
}

/**
 * ts_compare_actions_set_model:
 * @self: actions
 * @model: (nullable): what they choose for
 */
void
ts_compare_actions_set_model (TsCompareActions  *self,
                              TsComparisonModel *model)
{
  g_return_if_fail (TS_IS_COMPARE_ACTIONS (self));

  if (g_set_object (&self->model, model))
    ts_compare_actions_update (self);
}

/**
 * ts_compare_actions_choose_group:
 * @self: actions
 * @name: what a group is called
 * @codes: (array zero-terminated=1): who belongs to it
 */
void
ts_compare_actions_choose_group (TsCompareActions *self,
                                 const char *name,
                                 const char *const *codes)
{
  const TsCompareFilter *filter;
  g_autoptr (TsCompareFilter) changed = NULL;

  g_return_if_fail (TS_IS_COMPARE_ACTIONS (self));
  g_return_if_fail (name != NULL && codes != NULL);

  filter = self->model != NULL ? ts_comparison_model_get_filter (self->model) : NULL;

  if (filter == NULL)
    return;

  changed = ts_compare_filter_copy (filter);
  forget_group (changed);
  ts_compare_filter_set_texts (&changed->parents, NULL);
  ts_compare_filter_set_texts (&changed->organisations, codes);
  ts_compare_filter_set_text (&changed->group_name, name);
  ts_comparison_model_set_filter (self->model, changed);
  ts_compare_actions_update (self);
}

/**
 * ts_compare_actions_update:
 * @self: actions
 *
 * Takes what is chosen from the model, and says so.
 */
void
ts_compare_actions_update (TsCompareActions *self)
{
  const TsCompareFilter *filter;

  g_return_if_fail (TS_IS_COMPARE_ACTIONS (self));

  filter = self->model != NULL ? ts_comparison_model_get_filter (self->model) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), choices[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), filter != NULL);

      if (filter != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), choices[i].get (filter));
    }

  g_signal_emit (self, signals[CHOSEN], 0);
}
