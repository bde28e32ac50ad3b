/* ts-rationale-draft.h — a text between the fingers and the workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsDraftStatus:
 * @TS_DRAFT_KEPT: what is typed is what is kept
 * @TS_DRAFT_TYPING: something is typed that is not kept yet
 * @TS_DRAFT_KEEPING: it is on its way
 * @TS_DRAFT_FAILED: it could not be kept; the typed text is still there
 */
typedef enum
{
  TS_DRAFT_KEPT,
  TS_DRAFT_TYPING,
  TS_DRAFT_KEEPING,
  TS_DRAFT_FAILED,
} TsDraftStatus;

/**
 * TsRationaleDraft:
 *
 * A text that is being typed, and what of it is kept. It decides when the typed text may be replaced by what is kept (never while there is
 * something in it that is not kept) and what is to be sent. Texts are kept in the order in which they are sent, so the last one typed wins.
 * No widget, no clock.
 */
typedef struct _TsRationaleDraft TsRationaleDraft;

TsRationaleDraft *ts_rationale_draft_new        (const char             *kept);
void              ts_rationale_draft_free       (TsRationaleDraft       *self);

const char       *ts_rationale_draft_get_kept   (const TsRationaleDraft *self);
const char       *ts_rationale_draft_get_typed  (const TsRationaleDraft *self);
TsDraftStatus     ts_rationale_draft_get_status (const TsRationaleDraft *self);

void              ts_rationale_draft_type       (TsRationaleDraft       *self,
                                                 const char             *text);
gboolean          ts_rationale_draft_refresh    (TsRationaleDraft       *self,
                                                 const char             *kept);
const char       *ts_rationale_draft_send       (TsRationaleDraft       *self);
void              ts_rationale_draft_finish     (TsRationaleDraft       *self,
                                                 const char             *text,
                                                 gboolean                success);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRationaleDraft, ts_rationale_draft_free)

G_END_DECLS
