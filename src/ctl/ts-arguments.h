/* ts-arguments.h — reading what was typed after a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl/ts-command.h"
#include "store/ts-rating-query.h"

G_BEGIN_DECLS

/**
 * TsFilterArguments:
 *
 * The options that say which part of a workbook is wanted. Filled while arguments are read; what is given belongs to it.
 */
typedef struct
{
  char **organisations;
  char **years;
  char **frameworks;
  char **layers;

  int *year_numbers;
  TsQueryFilter filter;
} TsFilterArguments;

gboolean ts_arguments_read (int                  *n_arguments,
                            char               ***arguments,
                            const GOptionEntry   *options,
                            TsFilterArguments    *filters,
                            const char           *parameters,
                            const char           *description,
                            guint                 fewest,
                            guint                 most,
                            TsExit               *exit);
TsExit ts_arguments_refuse (const char *command,
                            const char *format,
                            ...) G_GNUC_PRINTF (2, 3);
void ts_filter_arguments_clear (TsFilterArguments *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsFilterArguments, ts_filter_arguments_clear)

G_END_DECLS
