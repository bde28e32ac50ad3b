/* ts-node-match.h — finding words in a framework
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-text-match.h"

G_BEGIN_DECLS

/**
 * TsNodeText:
 *
 * Which of a node's texts it is. All are about what is to be shown, but for the descriptors, which each say what one level means.
 */
typedef enum
{
  TS_NODE_TEXT_SUMMARY,
  TS_NODE_TEXT_DEFINITION,
  TS_NODE_TEXT_PROMPT,
  TS_NODE_TEXT_DESCRIPTOR,
} TsNodeText;

/**
 * TsNodeMatch:
 * @node: a criterion or group
 * @text: (nullable): the one of its texts, beside the title, that says most of what is looked for; %NULL where it has none
 * @kind: which of them that is
 * @level: of a descriptor, from 1; else 0
 * @score: how well it is met; more is better
 *
 * A node in which every word was found. Owned by its framework.
 */
typedef struct
{
  const TsNode *node;
  const char *text;
  TsNodeText kind;
  int level;
  guint score;
} TsNodeMatch;

gboolean ts_node_has_number (const TsNode *node);
char *ts_node_dup_title (const TsNode *node);

GArray *ts_node_match_list (const TsFramework *framework,
                            const TsTextQuery *query);

G_END_DECLS
