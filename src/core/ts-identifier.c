/* ts-identifier.c — row ids that two machines agree on
 *
 * Most rows have a random id. A row that is fully named by other rows, such as one layer's rating of one criterion, has
 * an id that follows from its names, so that the same rating made on two machines is one row when they meet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-identifier.h"

#include <string.h>

/* Ours, drawn at random once; it keeps our derived ids apart from everybody else's. */
static const guchar name_space[16] = {
  0x5b,
  0x0e,
  0x6c,
  0x91,
  0x3d,
  0x5f,
  0x4c,
  0x1a,
  0x9b,
  0x52,
  0x7e,
  0x10,
  0xd4,
  0x2a,
  0x88,
  0xf3,
};

/* An import derives one for each of its rows, so this is not left to printf. */
static char *
format_identifier (const guint8 *bytes)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (37);
  char *at = text;

  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *at++ = '-';

      *at++ = digits[bytes[i] >> 4];
      *at++ = digits[bytes[i] & 0x0f];
    }

  *at = '\0';

  return text;
}

/**
 * ts_identifier_derive:
 * @first_part: the first name
 * @...: more names, then %NULL
 *
 * Derives a UUID of version 5 (RFC 4122, section 4.3) from names. The parts cannot run into one another.
 *
 * Returns: (transfer full): the id in lower case
 */
char *
ts_identifier_derive (const char *first_part,
                      ...)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize n_digest = sizeof digest;
  va_list parts;

  g_checksum_update (checksum, name_space, sizeof name_space);

  va_start (parts, first_part);
  for (const char *part = first_part; part != NULL; part = va_arg (parts, const char *))
    g_checksum_update (checksum, (const guchar *) part, strlen (part) + 1);
  va_end (parts);

  g_checksum_get_digest (checksum, digest, &n_digest);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  return format_identifier (digest);
}
