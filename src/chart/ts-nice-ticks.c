/* ts-nice-ticks.c
 *
 * Where the ticks of a numeric axis go. A tick is kept as a whole number of steps and the step as a digit
 * and a power of ten, so that 0.3 is 3 / 10 and not three times something near 0.1.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-nice-ticks.h"

#include <math.h>

/* Values closer than this, as a share of their size, are one value to whoever reads an axis; and there would be
 * no doubles between them to put ticks on. */
#define LEAST_SHARE 1e-9

/* Below this there is nothing that an axis could show. */
#define LEAST_SIZE 1e-12

/* How far around a single value an axis reaches, as a share of it. */
#define PADDING 0.1

/* A tick this close to an end of the range, in steps, is at it. */
#define TOLERANCE 1e-6

static const guint mantissas[] = { 1, 2, 5 };

static double
scale (double value,
       int    exponent)
{
  return exponent >= 0 ? value * pow (10, exponent) : value / pow (10, -exponent);
}

/* Gives a range that is a single point, or as good as one, an extent, but does not carry it across zero. */
static void
widen (double *low,
       double *high)
{
  double size = MAX (fabs (*low), fabs (*high));

  if (size < LEAST_SIZE)
    {
      double least = *low, most = *high;

      *low = least < 0 ? -1 : 0;
      *high = most > 0 || least >= 0 ? 1 : 0;
    }
  else if (*high - *low < size * LEAST_SHARE)
    {
      *low -= size * PADDING;
      *high += size * PADDING;
    }
}

/**
 * ts_nice_ticks_init:
 * @self: (out caller-allocates): the ticks
 * @low: an end of the range that they must cover
 * @high: the other end; may equal @low
 * @most: how many there is room for; at least %TS_NICE_TICKS_LEAST
 *
 * Chooses the smallest step of 1, 2 or 5 times a power of ten with which at most @most ticks cover the range; the
 * idea is Heckbert's (Graphics Gems, 1990). A range of one value is given an extent around it; one that stays on
 * one side of zero never gets ticks on the other. What is no number, or beyond %TS_NICE_TICKS_LARGEST, is bent to
 * what is nearest.
 */
void
ts_nice_ticks_init (TsNiceTicks *self,
                    double       low,
                    double       high,
                    guint        most)
{
  guint choice = 0;

  low = isnan (low) ? 0 : CLAMP (low, -TS_NICE_TICKS_LARGEST, TS_NICE_TICKS_LARGEST);
  high = isnan (high) ? 0 : CLAMP (high, -TS_NICE_TICKS_LARGEST, TS_NICE_TICKS_LARGEST);
  if (low > high)
    {
      double other = low;

      low = high;
      high = other;
    }
  widen (&low, &high);
  most = MAX (most, TS_NICE_TICKS_LEAST);

  self->exponent = (int) floor (log10 ((high - low) / most)) - 1;
  for (;;)
    {
      double first, last;

      self->mantissa = mantissas[choice];
      first = floor (scale (low, -self->exponent) / self->mantissa + TOLERANCE);
      last = ceil (scale (high, -self->exponent) / self->mantissa - TOLERANCE);
      if (last - first + 1 <= most)
        {
          self->first = (gint64) first;
          self->n_ticks = (guint) (last - first) + 1;
          return;
        }

      choice = (choice + 1) % G_N_ELEMENTS (mantissas);
      if (choice == 0)
        self->exponent++;
    }
}

/**
 * ts_nice_ticks_get:
 * @self: ticks
 * @tick: less than @self->n_ticks
 *
 * Returns: the value at that tick, from low to high: the double nearest to what its label says
 */
double
ts_nice_ticks_get (const TsNiceTicks *self,
                   guint              tick)
{
  g_return_val_if_fail (tick < self->n_ticks, 0);

  return scale ((double) ((self->first + tick) * self->mantissa), self->exponent);
}

/**
 * ts_nice_ticks_get_low:
 * @self: ticks
 *
 * Returns: the value at the lowest tick
 */
double
ts_nice_ticks_get_low (const TsNiceTicks *self)
{
  return ts_nice_ticks_get (self, 0);
}

/**
 * ts_nice_ticks_get_high:
 * @self: ticks
 *
 * Returns: the value at the highest tick
 */
double
ts_nice_ticks_get_high (const TsNiceTicks *self)
{
  return ts_nice_ticks_get (self, self->n_ticks - 1);
}

/**
 * ts_nice_ticks_get_decimals:
 * @self: ticks
 *
 * Returns: how many decimals every label needs so that no two are the same
 */
guint
ts_nice_ticks_get_decimals (const TsNiceTicks *self)
{
  return self->exponent < 0 ? (guint) -self->exponent : 0;
}
