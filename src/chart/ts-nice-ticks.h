/* ts-nice-ticks.h
 *
 * Where the ticks of a numeric axis go.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What no value of an axis goes beyond: the largest number that an outcome may have, and its differences. */
#define TS_NICE_TICKS_LARGEST 1e13

/* Fewer cannot be promised: a range on both sides of zero needs a tick below, at and above it. */
#define TS_NICE_TICKS_LEAST 3

/**
 * TsNiceTicks:
 * @first: the lowest tick, counted in steps from zero
 * @n_ticks: how many there are, at least 2
 * @mantissa: 1, 2 or 5
 * @exponent: the step is @mantissa times 10 to the power of this
 *
 * Ticks that people can read: whole multiples of a step of 1, 2 or 5 at some power of ten.
 */
typedef struct
{
  gint64 first;
  guint n_ticks;
  guint mantissa;
  int exponent;
} TsNiceTicks;

void   ts_nice_ticks_init         (TsNiceTicks       *self,
                                   double             low,
                                   double             high,
                                   guint              most);
double ts_nice_ticks_get          (const TsNiceTicks *self,
                                   guint              tick);
double ts_nice_ticks_get_low      (const TsNiceTicks *self);
double ts_nice_ticks_get_high     (const TsNiceTicks *self);
guint  ts_nice_ticks_get_decimals (const TsNiceTicks *self);

G_END_DECLS
