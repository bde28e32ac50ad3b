/* ts-node-request.c — what is asked for about a criterion or its evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-node-request.h"

/**
 * ts_node_request_new:
 * @assessment_id: (nullable): an assessment
 * @node_id: (nullable): a criterion or group
 *
 * Returns: (transfer full): a request whose other fields are empty
 */
TsNodeRequest *
ts_node_request_new (const char *assessment_id,
                     const char *node_id)
{
  TsNodeRequest *self = g_new0 (TsNodeRequest, 1);

  self->assessment_id = g_strdup (assessment_id);
  self->node_id = g_strdup (node_id);

  return self;
}

void
ts_node_request_free (gpointer self)
{
  TsNodeRequest *request = self;

  g_free (request->assessment_id);
  g_free (request->node_id);
  g_free (request->id);
  g_free (request->text);
  g_free (request->title);
  g_free (request);
}
