/* ts-store-error.h — why a workbook could not be opened, read or written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_STORE_ERROR (ts_store_error_quark ())

/**
 * TsStoreError:
 * @TS_STORE_ERROR_CONSTRAINT: the change would break a rule of the workbook (a required field, a unique key, a
 *   reference); it was not kept
 * @TS_STORE_ERROR_BUSY: something else is using the file at this moment; trying again helps
 * @TS_STORE_ERROR_LOCKED: another window or program works in the workbook; it can be opened read-only
 * @TS_STORE_ERROR_CORRUPT: the file is damaged; it can be opened to salvage what can be read
 * @TS_STORE_ERROR_NO_SPACE: the disk is full; nothing half done was kept
 * @TS_STORE_ERROR_READ_ONLY: the file or its folder cannot be written; the workbook can be opened read-only
 * @TS_STORE_ERROR_NO_ACCESS: the file may not even be read
 * @TS_STORE_ERROR_SCHEMA_TOO_NEW: a newer version of Touchstone made the file
 * @TS_STORE_ERROR_NOT_A_WORKBOOK: the file is something else
 * @TS_STORE_ERROR_NOT_FOUND: the file, row, content or change does not exist
 * @TS_STORE_ERROR_EXISTS: there is a file of that name already
 * @TS_STORE_ERROR_CONFLICT: a row is not what the change expects it to be; nothing was changed
 * @TS_STORE_ERROR_ENGINE: anything else; the message says what can be said
 *
 * What a caller can act on. A cancelled operation fails with %G_IO_ERROR_CANCELLED instead.
 */
typedef enum
{
  TS_STORE_ERROR_CONSTRAINT,
  TS_STORE_ERROR_BUSY,
  TS_STORE_ERROR_LOCKED,
  TS_STORE_ERROR_CORRUPT,
  TS_STORE_ERROR_NO_SPACE,
  TS_STORE_ERROR_READ_ONLY,
  TS_STORE_ERROR_NO_ACCESS,
  TS_STORE_ERROR_SCHEMA_TOO_NEW,
  TS_STORE_ERROR_NOT_A_WORKBOOK,
  TS_STORE_ERROR_NOT_FOUND,
  TS_STORE_ERROR_EXISTS,
  TS_STORE_ERROR_CONFLICT,
  TS_STORE_ERROR_ENGINE,
} TsStoreError;

GQuark ts_store_error_quark (void);

void ts_store_error_set_from_errno (GError     **error,
                                    int          number,
                                    const char  *path);

G_END_DECLS
