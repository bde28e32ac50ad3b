/* ts-compare-arguments.h — the options that say what is compared, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl/ts-arguments.h"
#include "model/ts-compare-options.h"

G_BEGIN_DECLS

/**
 * TsCompareArguments:
 *
 * The options of commands that set organisations side by side, beside those of [struct@FilterArguments]. Filled while arguments are read; what is
 * given belongs to it.
 */
typedef struct
{
  char **parents;
  char **kinds;
  char *group_name;
  char *peers_of;
  int n_nearest;
  char *rule;
  char *section;
  gboolean criteria;
  gboolean predecessors;
  char **highlighted;
  char *of;
  char *sort;
  gboolean reversed;
  char *by;
  char *measure;
  char *x;
  char *y;
  char *weights;
  char *other_rule;
} TsCompareArguments;

void ts_compare_arguments_add (TsCompareArguments *self,
                               GOptionContext     *context);
gboolean ts_compare_arguments_fill (const TsCompareArguments *self,
                                    const char               *command,
                                    const TsFilterArguments  *filters,
                                    TsCompareFilter          *filter,
                                    TsCompareView            *view);
const char *ts_compare_arguments_find_useless (const TsCompareArguments *self,
                                               TsCompareOptions          options);
gboolean ts_compare_arguments_choose_whom (const TsCompareArguments *self);
void ts_compare_arguments_clear (TsCompareArguments *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsCompareArguments, ts_compare_arguments_clear)

G_END_DECLS
