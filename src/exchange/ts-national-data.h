/* ts-national-data.h — what the national sample is made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_NATIONAL_MOST_LEVELS 4

/**
 * TsNationalCount:
 * @node: a group of the first year's framework
 * @counts: how many commissioners are at each level, the lowest first
 * @n_levels: how many levels there are
 */
typedef struct
{
  char *node;
  guint counts[TS_NATIONAL_MOST_LEVELS];
  guint n_levels;
} TsNationalCount;

/**
 * TsNationalRegion:
 * @commissioners: (array zero-terminated=1): their names
 */
typedef struct
{
  char *name;
  char **commissioners;
} TsNationalRegion;

typedef struct
{
  char *name;
  char *role;
} TsNationalPerson;

/**
 * TsNationalData:
 * @people: (element-type TsNationalPerson)
 * @levels: (element-type TsNationalCount): by competency
 * @governance: (element-type TsNationalCount): by governance area
 * @regions: (element-type TsNationalRegion)
 * @n_commissioners: of all regions together; each count adds up to it
 *
 * The published counts, and fictional names.
 */
typedef struct
{
  GPtrArray *people;
  GPtrArray *levels;
  GPtrArray *governance;
  GPtrArray *regions;
  guint n_commissioners;
} TsNationalData;

TsNationalData *ts_national_data_read (const char  *file,
                                       const char  *text,
                                       gsize        length,
                                       GError     **error);
void ts_national_data_free (TsNationalData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsNationalData, ts_national_data_free)

G_END_DECLS
