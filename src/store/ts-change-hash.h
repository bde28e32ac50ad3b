/* ts-change-hash.h — the hash that chains the journal's changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <nettle/sha2.h>

G_BEGIN_DECLS

#define TS_HASH_LENGTH (2 * SHA256_DIGEST_SIZE)

/**
 * TsChangeHash:
 *
 * The hash of one change in the making; on the stack of whoever makes it. Its fields are private.
 */
typedef struct
{
  struct sha256_ctx context;
  GString *text;
  gboolean any_row;
} TsChangeHash;

void ts_change_hash_begin (TsChangeHash *self,
                           const char   *previous_hash,
                           const char   *id,
                           const char   *author,
                           gint64        at,
                           const char   *label,
                           const char   *inverts);
void ts_change_hash_add_row (TsChangeHash *self,
                             const char   *entity,
                             const char   *row_id,
                             const char   *before,
                             gssize        n_before,
                             const char   *after,
                             gssize        n_after);
void ts_change_hash_end (TsChangeHash *self,
                         char hash[TS_HASH_LENGTH + 1]);

void ts_hash_format (const guint8 digest[SHA256_DIGEST_SIZE],
                     char hash[TS_HASH_LENGTH + 1]);

G_END_DECLS
