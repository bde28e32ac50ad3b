/* ts-reply-page.h — the organisation’s right of reply, line by line
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-review-page.h"

G_BEGIN_DECLS

#define TS_TYPE_REPLY_PAGE (ts_reply_page_get_type ())

G_DECLARE_FINAL_TYPE (TsReplyPage, ts_reply_page, TS, REPLY_PAGE, TsReviewPage)

G_END_DECLS
