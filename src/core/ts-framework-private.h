/* ts-framework-private.h — for the framework and its builder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"

struct _TsFramework
{
  gatomicrefcount references;
  char *id;
  char *edition;
  char *title;
  int year;
  char *source;
  char *licence;
  GPtrArray *stages;
  GPtrArray *scales;
  GPtrArray *sections;
  GHashTable *nodes; /* id → TsNode, borrowed from the sections */
};
