/* ts-attention.c — what an analyst looks at first
 *
 * Each reason has a weight, and a claim that departs further weighs more. The numbers only order a list that has everything in it: nothing is
 * decided by them, and each criterion says its reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-attention.h"

#include "core/ts-review-note.h"

#include <glib/gi18n-lib.h>

#define SMALLEST_JUMP 2
#define ABOVE_PEERS   1.0
#define BELOW_PEERS   2.0

/* What has no text is compared with something that the text names. */
static const struct
{
  TsAttentionReason reason;
  guint weight;
  const char *text;
} reasons[] = {
  { TS_ATTENTION_INSUFFICIENT, 5, N_("The evidence does not carry it") },
  { TS_ATTENTION_NO_EVIDENCE, 4, N_("Claimed without evidence") },
  { TS_ATTENTION_STALE_EVIDENCE, 3, N_("All evidence is out of date") },
  { TS_ATTENTION_JUMP, 3, N_("Two levels or more from last year") },
  { TS_ATTENTION_ABOVE_PANEL, 3, N_("Above last year’s panel") },
  { TS_ATTENTION_THIN_EVIDENCE, 2, N_("A high level on one item of evidence") },
  { TS_ATTENTION_NO_RATIONALE, 2, N_("Nobody says why") },
  { TS_ATTENTION_ABOVE_PEERS, 2, NULL },
  { TS_ATTENTION_BELOW_PEERS, 1, NULL },
};

/* In the upper half of the scale: 3 and 4 of four, green of three. */
static gboolean
is_high (const TsNode *node,
         int           level)
{
  return 2 * level > (int) ts_scale_get_n_levels (node->section->scale);
}

/* Whether all that was looked at was found wanting. */
static gboolean
is_insufficient (const TsNode *node,
                 GPtrArray    *reviews)
{
  guint n_looked_at = 0;

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      const TsRow *review = g_ptr_array_index (reviews, i);
      TsSufficiency sufficiency = ts_sufficiency_from_name (ts_row_get_text (review, TS_EVIDENCE_REVIEW_SUFFICIENCY));

      if (g_strcmp0 (ts_row_get_text (review, TS_EVIDENCE_REVIEW_NODE), node->id) != 0 || sufficiency == TS_SUFFICIENCY_NONE)
        continue;

      if (sufficiency != TS_SUFFICIENCY_INSUFFICIENT)
        return FALSE;

      n_looked_at++;
    }

  return n_looked_at > 0;
}

static TsAttentionReason
look_at_evidence (const TsNodeState *state,
                  GPtrArray         *reviews)
{
  TsAttentionReason found = TS_ATTENTION_NONE;

  if (is_insufficient (state->node, reviews))
    found |= TS_ATTENTION_INSUFFICIENT;

  if (state->n_evidence == 0)
    return found | TS_ATTENTION_NO_EVIDENCE;

  if (state->n_stale >= state->n_evidence + state->n_carried_evidence)
    found |= TS_ATTENTION_STALE_EVIDENCE;

  if (state->n_evidence == 1 && is_high (state->node, state->level))
    found |= TS_ATTENTION_THIN_EVIDENCE;

  return found;
}

static TsAttentionReason
look_at_levels (const TsNodeState *state,
                double             peers)
{
  TsAttentionReason found = TS_ATTENTION_NONE;
  int change = state->previous_level > 0 ? state->level - state->previous_level : 0;

  if (ABS (change) >= SMALLEST_JUMP)
    found |= TS_ATTENTION_JUMP;

  if (change > 0 && state->previous_layer >= TS_LAYER_PANEL)
    found |= TS_ATTENTION_ABOVE_PANEL;

  if (peers > 0 && state->level - peers >= ABOVE_PEERS)
    found |= TS_ATTENTION_ABOVE_PEERS;

  if (peers > 0 && peers - state->level >= BELOW_PEERS)
    found |= TS_ATTENTION_BELOW_PEERS;

  return found;
}

static guint
weigh (const TsAttention *attention)
{
  guint weight = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (attention->reasons & reasons[i].reason)
        weight += reasons[i].weight;
    }

  /* The same reasons weigh more the higher the claim. */
  return weight > 0 ? 10 * weight + (guint) attention->level : 0;
}

static TsAttention
look_at (const TsAssessmentState *state,
         const TsNode            *node,
         const TsPeerLevels      *peers,
         GPtrArray               *reviews)
{
  const TsNodeState *here = ts_assessment_state_find (state, node->id);
  TsAttention attention = { .node = node, .level = here->level, .previous_level = here->previous_level, .peer_levels = peers };

  if (peers != NULL)
    attention.peers = ts_peer_levels_get_median (peers, node->id, &attention.n_peers);

  /* What is not claimed needs no proof. */
  if (here->level == 0)
    return attention;

  attention.reasons = look_at_evidence (here, reviews) | look_at_levels (here, attention.peers);

  if (here->missing & TS_MISSING_RATIONALE)
    attention.reasons |= TS_ATTENTION_NO_RATIONALE;

  attention.weight = weigh (&attention);

  return attention;
}

static void
insert (GArray            *list,
        const TsAttention *attention)
{
  guint at = list->len;

  /* What weighs the same stays in the framework's order. */
  while (at > 0 && g_array_index (list, TsAttention, at - 1).weight < attention->weight)
    at--;

  g_array_insert_val (list, at, *attention);
}

/**
 * ts_attention_list:
 * @state: where the board's own assessment stands
 * @peers: (nullable): what the organisation's peers claim; it must outlive the list
 * @evidence_reviews: (nullable) (element-type TsRow): what the analyst has found on its evidence so far
 *
 * Returns: (transfer full) (element-type TsAttention): every criterion, and every group without criteria, what deserves most attention first;
 *   last those with no reason, in the framework's order
 */
GArray *
ts_attention_list (const TsAssessmentState *state,
                   const TsPeerLevels      *peers,
                   GPtrArray               *evidence_reviews)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TsAttention));
  TsFramework *framework;

  g_return_val_if_fail (state != NULL, list);

  framework = ts_assessment_state_get_framework (state);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; section->kind == TS_SECTION_GRADED && j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          for (guint k = 0; k < MAX (1, group->criteria->len); k++)
            {
              const TsNode *node = group->criteria->len > 0 ? g_ptr_array_index (group->criteria, k) : group;
              TsAttention attention = look_at (state, node, peers, evidence_reviews);

              insert (list, &attention);
            }
        }
    }

  return list;
}

/* Says with what it is compared, so that nobody takes it for a judgement. */
static char *
explain_peers (const TsAttention *self,
               TsAttentionReason  reason)
{
  g_autofree char *who = ts_peer_levels_describe (self->peer_levels);
  g_autofree char *median = g_strdup_printf ("%g", self->peers);

  if (reason == TS_ATTENTION_ABOVE_PEERS)
    /* Translators: a median, a number of peers, and who they are, as in “Above 2, the median of what 7 peers claim themselves (nearest by population)” */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Above %s, the median of what %u peer claims itself (%s)",
                                         "Above %s, the median of what %u peers claim themselves (%s)", self->n_peers),
                            median, self->n_peers, who);

  /* Translators: a median, a number of peers, and who they are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Far below %s, the median of what %u peer claims itself (%s)",
                                       "Far below %s, the median of what %u peers claim themselves (%s)", self->n_peers),
                          median, self->n_peers, who);
}

/**
 * ts_attention_explain:
 * @self: a criterion as the analyst comes to it
 *
 * Returns: (transfer full): why it deserves attention, the weightiest reason first
 */
GStrv
ts_attention_explain (const TsAttention *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *text = NULL;

      if (!(self->reasons & reasons[i].reason))
        continue;

      text = reasons[i].text != NULL ? g_strdup (_(reasons[i].text)) : explain_peers (self, reasons[i].reason);
      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}
