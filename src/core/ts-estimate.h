/* ts-estimate.h — a number with the interval in which it may as well lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsEstimate:
 * @is_defined: whether there is a value at all; without one nothing else holds
 * @has_interval: whether there is enough to say how far it can be trusted
 * @value: the value
 * @low: the lower end of its interval
 * @high: the upper end
 *
 * What is not defined is not zero, so it has a sign of its own instead of a value.
 */
typedef struct
{
  gboolean is_defined;
  gboolean has_interval;
  double value;
  double low;
  double high;
} TsEstimate;

G_END_DECLS
