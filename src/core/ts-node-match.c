/* ts-node-match.c — finding words in a framework
 *
 * A framework is small, a few hundred texts, so it is looked through from end to end.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-node-match.h"

/* What somebody looks for is more likely what a title says than what some text mentions; and whoever types "5b" means that. */
enum
{
  SCORE_TEXT,
  SCORE_PARTLY_TITLE,
  SCORE_TITLE,
  SCORE_NUMBER,
};

/* What is kept while the texts of one node are looked through. */
typedef struct
{
  const TsTextQuery *query;
  TsNodeMatch *match;
  guint found;
  int most;
} Looking;

/**
 * ts_node_has_number:
 * @node: a criterion or group
 *
 * Returns: whether people know it by its id, "5b", rather than by its title alone
 */
gboolean
ts_node_has_number (const TsNode *node)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return g_ascii_isdigit (*node->id);
}

/**
 * ts_node_dup_title:
 * @node: a criterion or group
 *
 * Returns: (transfer full): its number, if it has one, and its title: "5b Analytical skills and insights"
 */
char *
ts_node_dup_title (const TsNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return ts_node_has_number (node) ? g_strdup_printf ("%s %s", node->id, node->title) : g_strdup (node->title);
}

/* The first text stays unless another has more of the words. */
static void
look_at (Looking    *self,
         const char *text,
         TsNodeText  kind,
         int         level)
{
  guint found;

  if (text == NULL || *text == '\0')
    return;

  found = ts_text_query_find (self->query, text, NULL);
  self->found |= found;

  if (__builtin_popcount (found) <= self->most)
    return;

  self->most = __builtin_popcount (found);
  self->match->text = text;
  self->match->kind = kind;
  self->match->level = level;
}

static guint
score (const TsTextQuery *query,
       const TsNode      *node,
       guint              in_title)
{
  if (ts_text_query_get_n_words (query) == 1 && g_ascii_strcasecmp (ts_text_query_get_word (query, 0), node->id) == 0)
    return SCORE_NUMBER;

  if (in_title == ts_text_query_get_all (query))
    return SCORE_TITLE;

  return in_title != 0 ? SCORE_PARTLY_TITLE : SCORE_TEXT;
}

static void
add_node (GArray            *matches,
          const TsTextQuery *query,
          const TsNode      *node)
{
  TsNodeMatch match = { .node = node };
  Looking looking = { .query = query, .match = &match, .most = -1 };
  g_autofree char *title = ts_node_dup_title (node);
  guint in_title = ts_text_query_find (query, title, NULL);

  look_at (&looking, node->summary, TS_NODE_TEXT_SUMMARY, 0);
  look_at (&looking, node->definition, TS_NODE_TEXT_DEFINITION, 0);
  look_at (&looking, node->evidence_prompt, TS_NODE_TEXT_PROMPT, 0);

  for (int i = 0; node->descriptors != NULL && node->descriptors[i] != NULL; i++)
    look_at (&looking, node->descriptors[i], TS_NODE_TEXT_DESCRIPTOR, i + 1);

  if ((looking.found | in_title) != ts_text_query_get_all (query))
    return;

  match.score = score (query, node, in_title);
  g_array_append_val (matches, match);
}

/* The sort is stable, so that equals stay in the order of the framework. */
static int
compare_scores (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const TsNodeMatch *first = a;
  const TsNodeMatch *second = b;

  return (int) second->score - (int) first->score;
}

/**
 * ts_node_match_list:
 * @framework: a framework
 * @query: what is looked for
 *
 * Returns: (transfer full) (element-type TsNodeMatch): its criteria and groups that have every word in one text or another, those first that have
 *   them in their titles
 */
GArray *
ts_node_match_list (const TsFramework *framework,
                    const TsTextQuery *query)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (TsNodeMatch));

  g_return_val_if_fail (framework != NULL && query != NULL, matches);

  if (ts_text_query_get_n_words (query) == 0)
    return matches;

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          add_node (matches, query, group);

          for (guint k = 0; k < group->criteria->len; k++)
            add_node (matches, query, g_ptr_array_index (group->criteria, k));
        }
    }

  if (matches->len > 1)
    g_qsort_with_data (matches->data, (int) matches->len, sizeof (TsNodeMatch), compare_scores, NULL);

  return matches;
}
