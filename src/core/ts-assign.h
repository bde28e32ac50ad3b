/* ts-assign.h — giving assessments to panels evenly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsAssignment:
 * @n_assessments: how many assessments are to be given
 * @n_panels: to how many panels; at least one
 * @loads: (array length=n_panels): how many each panel has already
 * @costs: (array): for each assessment, for each panel: how badly it fits. 0 fits; whatever costs less goes before an even load
 *
 * What is to be given to whom.
 */
typedef struct
{
  guint n_assessments;
  guint n_panels;
  const guint *loads;
  const guint *costs;
} TsAssignment;

guint *ts_assign_evenly (const TsAssignment *assignment);

G_END_DECLS
