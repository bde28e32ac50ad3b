/* ts-change-hash.c — the hash that chains the journal's changes
 *
 * The hash of a change is the SHA-256 (FIPS 180-4) of the hash of the change before it, in text, followed by the change
 * as one canonical JSON object:
 *
 *     {"id":…,"author":…,"at":…,"label":…[,"inverts":…],"rows":[{"entity":…,"id":…[,"before":{…}][,"after":{…}]},…]}
 *
 * It is fed piece by piece, so that a large change needs no memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-change-hash.h"

#include "core/ts-row.h"

#include <string.h>

static void
update (TsChangeHash *self,
        const char   *text,
        gssize        length)
{
  sha256_update (&self->context, length < 0 ? strlen (text) : (gsize) length, (const guint8 *) text);
}

static void
flush (TsChangeHash *self)
{
  update (self, self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
}

/**
 * ts_change_hash_begin:
 * @self: a hash, which this initialises
 * @previous_hash: the hash of the change before; empty for the first
 * @id: the change's id
 * @author: its author
 * @at: its time
 * @label: its label
 * @inverts: (nullable): the change that it undoes or redoes
 *
 * Begins the hash of a change. ts_change_hash_end() must follow.
 */
void
ts_change_hash_begin (TsChangeHash *self,
                      const char   *previous_hash,
                      const char   *id,
                      const char   *author,
                      gint64        at,
                      const char   *label,
                      const char   *inverts)
{
  sha256_init (&self->context);
  self->text = g_string_sized_new (512);
  self->any_row = FALSE;

  g_string_append (self->text, previous_hash);
  g_string_append (self->text, "{\"id\":");
  ts_json_append_string (self->text, id);
  g_string_append (self->text, ",\"author\":");
  ts_json_append_string (self->text, author);
  g_string_append_printf (self->text, ",\"at\":%" G_GINT64_FORMAT ",\"label\":", at);
  ts_json_append_string (self->text, label);

  if (inverts != NULL)
    {
      g_string_append (self->text, ",\"inverts\":");
      ts_json_append_string (self->text, inverts);
    }

  g_string_append (self->text, ",\"rows\":[");
  flush (self);
}

/**
 * ts_change_hash_add_row:
 * @self: a hash that was begun
 * @entity: the name of the row's kind
 * @row_id: its id
 * @before: (nullable): its canonical JSON before
 * @n_before: the length of that, or -1
 * @after: (nullable): its canonical JSON after
 * @n_after: the length of that, or -1
 *
 * Adds the change's next row.
 */
void
ts_change_hash_add_row (TsChangeHash *self,
                        const char   *entity,
                        const char   *row_id,
                        const char   *before,
                        gssize        n_before,
                        const char   *after,
                        gssize        n_after)
{
  g_string_append (self->text, self->any_row ? ",{\"entity\":" : "{\"entity\":");
  ts_json_append_string (self->text, entity);
  g_string_append (self->text, ",\"id\":");
  ts_json_append_string (self->text, row_id);
  self->any_row = TRUE;

  if (before != NULL)
    {
      g_string_append (self->text, ",\"before\":");
      flush (self);
      update (self, before, n_before);
    }

  if (after != NULL)
    {
      g_string_append (self->text, ",\"after\":");
      flush (self);
      update (self, after, n_after);
    }

  g_string_append_c (self->text, '}');
  flush (self);
}

/**
 * ts_change_hash_end:
 * @self: a hash that was begun; it is over now
 * @hash: (out): where to put it, 64 hexadecimal digits and a NUL
 */
void
ts_change_hash_end (TsChangeHash *self,
                    char hash[TS_HASH_LENGTH + 1])
{
  guint8 digest[SHA256_DIGEST_SIZE];

  update (self, "]}", 2);
  sha256_digest (&self->context, sizeof digest, digest);
  ts_hash_format (digest, hash);
  g_string_free (g_steal_pointer (&self->text), TRUE);
}

/**
 * ts_hash_format:
 * @digest: a SHA-256
 * @hash: (out): where to put it, 64 hexadecimal digits and a NUL
 */
void
ts_hash_format (const guint8 digest[SHA256_DIGEST_SIZE],
                char hash[TS_HASH_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < SHA256_DIGEST_SIZE; i++)
    {
      hash[2 * i] = digits[digest[i] >> 4];
      hash[2 * i + 1] = digits[digest[i] & 0xf];
    }

  hash[TS_HASH_LENGTH] = '\0';
}
