/* test-attention.c — what an analyst looks at first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-attention.h"
#include "core/ts-review-note.h"
#include "fixture.h"

#include <math.h>

typedef struct
{
  const char *what;
  int level;
  gboolean explained;
  guint n_items;
  guint n_stale;
  int previous;
  TsLayer previous_layer;
  double peers;
  TsAttentionReason reasons;
} Case;

static void
add_items (const Case *this,
           GPtrArray  *links,
           GPtrArray  *evidence)
{
  for (guint i = 0; i < this->n_items; i++)
    {
      g_autofree char *id = g_strdup_printf ("item-%u", i);
      g_autofree char *link_id = g_strdup_printf ("link-%u", i);
      TsRow *item = fixture_file_new (id, "An item");
      TsRow *link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, link_id);

      if (i < this->n_stale)
        ts_row_set_text (item, TS_EVIDENCE_PERIOD_TO, "2008-03-31");

      ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, id);
      ts_row_set_text (link, TS_EVIDENCE_LINK_ASSESSMENT, "assessment");
      ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, "5a");
      g_ptr_array_add (links, link);
      g_ptr_array_add (evidence, item);
    }
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

/* Four whose median it is. */
static TsPeerLevels *
make_peers (double median)
{
  TsPeerLevels *peers = ts_peer_levels_new (TS_PEER_BASIS_POPULATION, NULL);

  for (guint i = 0; median > 0 && i < 4; i++)
    ts_peer_levels_add (peers, "5a", i < 2 ? (int) floor (median) : (int) ceil (median));

  return peers;
}

static GArray *
list (const Case         *this,
      TsFramework        *framework,
      const TsPeerLevels *peers,
      GPtrArray          *reviews)
{
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_DESK_REVIEW);
  g_autoptr (TsRow) last = fixture_assessment_new (TS_STAGE_PUBLISHED);
  g_autoptr (GPtrArray) ratings = rows_new ();
  g_autoptr (GPtrArray) previous = rows_new ();
  g_autoptr (GPtrArray) links = rows_new ();
  g_autoptr (GPtrArray) evidence = rows_new ();
  g_autoptr (GPtrArray) none = rows_new ();
  g_autoptr (TsAssessmentState) state = NULL;

  if (this->level > 0)
    g_ptr_array_add (ratings, fixture_rating_new (assessment, "5a", TS_LAYER_SELF, "", this->level, this->explained ? "Because" : NULL));

  if (this->previous > 0)
    g_ptr_array_add (previous, fixture_rating_new (last, "5a", this->previous_layer, "", this->previous, NULL));

  add_items (this, links, evidence);
  state = ts_assessment_state_new_with_evidence (framework, assessment, TS_LAYER_SELF, ratings, none, links, evidence, framework, previous);

  return ts_attention_list (state, peers, reviews);
}

static const TsAttention *
find (GArray     *attentions,
      const char *node)
{
  for (guint i = 0; i < attentions->len; i++)
    {
      const TsAttention *attention = &g_array_index (attentions, TsAttention, i);

      if (g_str_equal (attention->node->id, node))
        return attention;
    }

  g_assert_not_reached ();
}

static void
test_reasons (void)
{
  static const Case cases[] = {
    { "nothing claimed", 0, FALSE, 0, 0, 4, TS_LAYER_PANEL, 4, TS_ATTENTION_NONE },
    { "well shown", 3, TRUE, 2, 0, 3, TS_LAYER_PANEL, 3, TS_ATTENTION_NONE },
    { "low on one item", 2, TRUE, 1, 0, 0, 0, 0, TS_ATTENTION_NONE },
    { "high on one item", 3, TRUE, 1, 0, 0, 0, 0, TS_ATTENTION_THIN_EVIDENCE },
    { "no evidence", 2, TRUE, 0, 0, 0, 0, 0, TS_ATTENTION_NO_EVIDENCE },
    { "no reason", 2, FALSE, 2, 0, 0, 0, 0, TS_ATTENTION_NO_RATIONALE },
    { "one of two stale", 2, TRUE, 2, 1, 0, 0, 0, TS_ATTENTION_NONE },
    { "all stale", 2, TRUE, 2, 2, 0, 0, 0, TS_ATTENTION_STALE_EVIDENCE },
    { "two up from one's own", 3, TRUE, 2, 0, 1, TS_LAYER_SELF, 0, TS_ATTENTION_JUMP },
    { "two up from the panel", 3, TRUE, 2, 0, 1, TS_LAYER_PANEL, 0, TS_ATTENTION_JUMP | TS_ATTENTION_ABOVE_PANEL },
    { "one up from the final", 3, TRUE, 2, 0, 2, TS_LAYER_FINAL, 0, TS_ATTENTION_ABOVE_PANEL },
    { "one up from one's own", 3, TRUE, 2, 0, 2, TS_LAYER_SELF, 0, TS_ATTENTION_NONE },
    { "two down", 2, TRUE, 2, 0, 4, TS_LAYER_PANEL, 0, TS_ATTENTION_JUMP },
    { "half above peers", 3, TRUE, 2, 0, 0, 0, 2.5, TS_ATTENTION_NONE },
    { "above peers", 3, TRUE, 2, 0, 0, 0, 2, TS_ATTENTION_ABOVE_PEERS },
    { "below peers", 1, TRUE, 2, 0, 0, 0, 2, TS_ATTENTION_NONE },
    { "far below peers", 1, TRUE, 2, 0, 0, 0, 3, TS_ATTENTION_BELOW_PEERS },
  };
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsPeerLevels) peers = make_peers (cases[i].peers);
      g_autoptr (GArray) attentions = list (&cases[i], framework, peers, NULL);
      const TsAttention *attention = find (attentions, "5a");
      g_auto (GStrv) words = ts_attention_explain (attention);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (attention->reasons, ==, cases[i].reasons);
      g_assert_cmpint (attention->weight > 0, ==, cases[i].reasons != TS_ATTENTION_NONE);
      g_assert_cmpint (words[0] != NULL, ==, cases[i].reasons != TS_ATTENTION_NONE);

      /* Whatever has a reason comes first; the rest is as in the framework. */
      if (cases[i].reasons != TS_ATTENTION_NONE)
        g_assert_true (&g_array_index (attentions, TsAttention, 0) == attention);
    }
}

static void
test_findings (void)
{
  static const Case claim = { "claim", 3, TRUE, 2, 0, 0, 0, 0, 0 };
  static const struct
  {
    const char *first;
    const char *second;
    gboolean insufficient;
  } cases[] = {
    { NULL, NULL, FALSE },
    { "insufficient", NULL, TRUE },
    { "insufficient", "insufficient", TRUE },
    { "insufficient", "partial", FALSE },
    { "sufficient", "insufficient", FALSE },
  };
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) reviews = rows_new ();
      g_autoptr (GArray) attentions = NULL;

      for (guint j = 0; j < 2; j++)
        {
          TsRow *review = ts_row_new (TS_ENTITY_EVIDENCE_REVIEW, j == 0 ? "first" : "second");

          ts_row_set_text (review, TS_EVIDENCE_REVIEW_NODE, "5a");
          ts_row_set_text (review, TS_EVIDENCE_REVIEW_SUFFICIENCY, j == 0 ? cases[i].first : cases[i].second);
          g_ptr_array_add (reviews, review);
        }

      attentions = list (&claim, framework, NULL, reviews);
      g_assert_cmpint ((find (attentions, "5a")->reasons & TS_ATTENTION_INSUFFICIENT) != 0, ==, cases[i].insufficient);
      g_assert_cmpint (find (attentions, "5b")->reasons, ==, TS_ATTENTION_NONE);
    }
}

/* The reason says with whom it is compared; too few are no comparison, and whoever claims nothing is not counted as 0. */
static void
test_peers (void)
{
  static const Case high = { "high", 4, TRUE, 2, 0, 0, 0, 0, 0 };
  static const Case low = { "low", 1, TRUE, 2, 0, 0, 0, 0, 0 };
  static const struct
  {
    const Case *claim;
    TsPeerBasis basis;
    const char *name;
    int levels[6];
    guint n_levels;
    const char *text;
  } cases[] = {
    { &high, TS_PEER_BASIS_POPULATION, NULL, { 2, 2, 3 }, 3, "Above 2, the median of what 3 peers claim themselves (nearest by population)" },
    { &high, TS_PEER_BASIS_GROUP, "Coastal", { 2, 2, 3, 3 }, 4, "Above 2.5, the median of what 4 peers claim themselves (group “Coastal”)" },
    { &high, TS_PEER_BASIS_REGION, "North SHA", { 3, 3, 0, 3, 4, 0 }, 6, "Above 3, the median of what 4 peers claim themselves (also of North SHA)" },
    { &high, TS_PEER_BASIS_POPULATION, NULL, { 2, 2 }, 2, NULL },
    { &high, TS_PEER_BASIS_POPULATION, NULL, { 2, 2, 0, 0 }, 4, NULL },
    { &high, TS_PEER_BASIS_POPULATION, NULL, { 4, 4, 4 }, 3, NULL },
    { &high, TS_PEER_BASIS_NONE, NULL, { 0 }, 0, NULL },
    { &low, TS_PEER_BASIS_POPULATION, NULL, { 3, 3, 4 }, 3, "Far below 3, the median of what 3 peers claim themselves (nearest by population)" },
    { &low, TS_PEER_BASIS_POPULATION, NULL, { 2, 3, 2 }, 3, NULL },
  };
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsPeerLevels) peers = ts_peer_levels_new (cases[i].basis, cases[i].name);
      g_autoptr (GArray) attentions = NULL;
      g_auto (GStrv) words = NULL;

      for (guint j = 0; j < cases[i].n_levels; j++)
        ts_peer_levels_add (peers, "5a", cases[i].levels[j]);

      attentions = list (cases[i].claim, framework, peers, NULL);
      words = ts_attention_explain (find (attentions, "5a"));
      g_assert_cmpstr (words[0], ==, cases[i].text);
      g_assert_cmpint (find (attentions, "5b")->reasons, ==, TS_ATTENTION_NONE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/attention/reasons", test_reasons);
  g_test_add_func ("/core/attention/findings", test_findings);
  g_test_add_func ("/core/attention/peers", test_peers);
  return g_test_run ();
}
