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
 * TsNationalOutcome:
 * @direction: up or down
 * @typical: what most have, in tenths of the unit
 * @spread: one standard deviation
 * @step: by how much it gets better in a year
 *
 * What every commissioner measures.
 */
typedef struct
{
  char *metric;
  char *unit;
  char *direction;
  int typical;
  int spread;
  int step;
} TsNationalOutcome;

/**
 * TsNationalData:
 * @people: (element-type TsNationalPerson)
 * @levels: (element-type TsNationalCount): by competency
 * @governance: (element-type TsNationalCount): by governance area
 * @regions: (element-type TsNationalRegion)
 * @outcomes: (element-type TsNationalOutcome)
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
  GPtrArray *outcomes;
  guint n_commissioners;
} TsNationalData;

TsNationalData *ts_national_data_read (const char  *file,
                                       const char  *text,
                                       gsize        length,
                                       GError     **error);
void ts_national_data_free (TsNationalData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsNationalData, ts_national_data_free)

G_END_DECLS
