/* ts-rationale-draft.c — a text between the fingers and the workbook
 *
 * What is kept is cleaned: a blank at the end, which everybody types who goes on writing, is not kept. So what is typed is compared as
 * it would be kept, and typing never jumps.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-rationale-draft.h"

#include "core/ts-text.h"

struct _TsRationaleDraft
{
  char *typed;   /* as it stands on screen */
  char *cleaned; /* what of it would be kept */
  char *kept;
  char *sent; /* the last that was sent; NULL before the first */
  guint n_on_the_way;
  gboolean failed;
};

static char *
clean (const char *text)
{
  return ts_text_clean (text != NULL ? text : "", -1, TS_TEXT_PARAGRAPHS);
}

static gboolean
has_news (const TsRationaleDraft *self)
{
  return !g_str_equal (self->cleaned, self->kept);
}

/**
 * ts_rationale_draft_new:
 * @kept: (nullable): what is kept
 *
 * Returns: (transfer full): a draft in which that text stands
 */
TsRationaleDraft *
ts_rationale_draft_new (const char *kept)
{
  TsRationaleDraft *self = g_new0 (TsRationaleDraft, 1);

  self->typed = g_strdup (kept != NULL ? kept : "");
  self->cleaned = clean (kept);
  self->kept = clean (kept);

  return self;
}

void
ts_rationale_draft_free (TsRationaleDraft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->typed);
  g_free (self->cleaned);
  g_free (self->kept);
  g_free (self->sent);
  g_free (self);
}

/**
 * ts_rationale_draft_get_kept:
 * @self: a draft
 *
 * Returns: (transfer none): what is kept, as far as is known
 */
const char *
ts_rationale_draft_get_kept (const TsRationaleDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kept;
}

/**
 * ts_rationale_draft_get_typed:
 * @self: a draft
 *
 * Returns: (transfer none): what stands on screen
 */
const char *
ts_rationale_draft_get_typed (const TsRationaleDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->typed;
}

/**
 * ts_rationale_draft_get_status:
 * @self: a draft
 *
 * Returns: how the typed text and the kept one stand to each other
 */
TsDraftStatus
ts_rationale_draft_get_status (const TsRationaleDraft *self)
{
  g_return_val_if_fail (self != NULL, TS_DRAFT_KEPT);

  if (self->n_on_the_way > 0)
    return g_str_equal (self->sent, self->cleaned) ? TS_DRAFT_KEEPING : TS_DRAFT_TYPING;

  if (!has_news (self))
    return TS_DRAFT_KEPT;

  return self->failed ? TS_DRAFT_FAILED : TS_DRAFT_TYPING;
}

/**
 * ts_rationale_draft_type:
 * @self: a draft
 * @text: what stands on screen now
 */
void
ts_rationale_draft_type (TsRationaleDraft *self,
                         const char       *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  g_free (self->typed);
  g_free (self->cleaned);
  self->typed = g_strdup (text);
  self->cleaned = clean (text);
  self->failed = FALSE;
}

/**
 * ts_rationale_draft_refresh:
 * @self: a draft
 * @kept: (nullable): what is kept now
 *
 * Takes note of what is kept. Unless something has been typed that is not kept, or is on its way, it becomes what is typed as well.
 *
 * Returns: whether the screen is to show what is kept instead of what it showed
 */
gboolean
ts_rationale_draft_refresh (TsRationaleDraft *self,
                            const char       *kept)
{
  g_autofree char *now = NULL;
  gboolean follow;

  g_return_val_if_fail (self != NULL, FALSE);

  now = clean (kept);

  if (g_str_equal (now, self->kept))
    return FALSE;

  follow = !has_news (self) && self->n_on_the_way == 0;
  g_free (self->kept);
  self->kept = g_steal_pointer (&now);

  if (!follow)
    return FALSE;

  g_free (self->typed);
  g_free (self->cleaned);
  self->typed = g_strdup (self->kept);
  self->cleaned = g_strdup (self->kept);

  return TRUE;
}

/**
 * ts_rationale_draft_send:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the text that is to be sent now, or %NULL if there is nothing that is not kept or on its way.
 *   [func@ts_rationale_draft_finish] has to follow
 */
const char *
ts_rationale_draft_send (TsRationaleDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_str_equal (self->cleaned, self->n_on_the_way > 0 ? self->sent : self->kept))
    return NULL;

  g_free (self->sent);
  self->sent = g_strdup (self->cleaned);
  self->n_on_the_way++;
  self->failed = FALSE;

  return self->sent;
}

/**
 * ts_rationale_draft_finish:
 * @self: a draft
 * @text: what was sent
 * @success: whether it is kept now
 *
 * Comes once for each text that was sent, in the same order.
 */
void
ts_rationale_draft_finish (TsRationaleDraft *self,
                           const char       *text,
                           gboolean          success)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (self->n_on_the_way > 0);

  self->n_on_the_way--;
  self->failed = !success;

  if (!success)
    return;

  g_free (self->kept);
  self->kept = g_strdup (text);
}
