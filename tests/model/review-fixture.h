/* review-fixture.h — a round with a panel in a session's workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-review-model.h"
#include "model/ts-session-review.h"
#include "session-fixture.h"

G_BEGIN_DECLS

/* Ends a request that a fixture made; the label of the change, or NULL where nothing changed. */
char *finish_change (TsSession     *session,
                     GAsyncResult **result);
void expect_refusal (TsSession     *session,
                     GAsyncResult **result,
                     int            code);
void move_stage (TsSession  *session,
                 const char *assessment_id,
                 TsStage     stage);

void move_stage_on (TsSession  *session,
                    const char *assessment_id,
                    TsStage     to);

/**
 * ReviewFixture:
 * @base: a session with one assessment, which is before its panel
 * @round_id: its round, 2009/10
 * @panel_id: its panel, with Chair, Clinician, Peer and Lay, who all score
 */
typedef struct
{
  SessionFixture base;
  char *round_id;
  char *panel_id;
} ReviewFixture;

void review_fixture_set_up (ReviewFixture *fixture,
                            gconstpointer  data);
void review_fixture_tear_down (ReviewFixture *fixture,
                               gconstpointer  data);
void review_fixture_score (ReviewFixture *fixture,
                           const char    *name,
                           const char    *node_id,
                           int            level);
void review_fixture_seal (ReviewFixture *fixture,
                          const char    *name);
void review_fixture_declare (ReviewFixture *fixture,
                             const char    *name);
TsReviewModel *review_fixture_read (ReviewFixture *fixture,
                                    const char    *name);

G_END_DECLS
