/* ts-node-request.h — what is asked for about a criterion or its evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsNodeRequest:
 * @assessment_id: (nullable): an assessment
 * @node_id: (nullable): a criterion or group
 * @id: (nullable): the row id of an item of evidence or of a link
 * @text: (nullable): what is to stand there
 * @title: (nullable): what to call it
 * @year: a year
 * @level: a level, or 0
 *
 * What a session's function was given, on its way to the writing thread. Each uses some of the fields.
 */
typedef struct
{
  char *assessment_id;
  char *node_id;
  char *id;
  char *text;
  char *title;
  int year;
  int level;
} TsNodeRequest;

TsNodeRequest *ts_node_request_new (const char *assessment_id,
                                    const char *node_id);

/* A GDestroyNotify. */
void ts_node_request_free (gpointer self);

G_END_DECLS
