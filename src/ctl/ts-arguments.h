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
 * The options that say which part of a workbook is wanted, and who reads it. Filled while arguments are read; what is given belongs to it.
 */
typedef struct
{
  char **organisations;
  char **years;
  char **frameworks;
  char **layers;
  char *reader;

  int *year_numbers;
  TsQueryFilter filter;
} TsFilterArguments;

/**
 * TsFilterSet:
 *
 * Which of the filters mean something for what is wanted.
 */
typedef enum
{
  TS_FILTER_ORGANISATION = 1 << 0,
  TS_FILTER_YEAR = 1 << 1,
  TS_FILTER_FRAMEWORK = 1 << 2,
  TS_FILTER_LAYER = 1 << 3,
} TsFilterSet;

/* Tells a context more options than a command's own. */
typedef void (*TsAddOptions) (gpointer        data,
                              GOptionContext *context);

gboolean ts_arguments_read (int                  *n_arguments,
                            char               ***arguments,
                            const GOptionEntry   *options,
                            TsFilterArguments    *filters,
                            const char           *parameters,
                            const char           *description,
                            guint                 fewest,
                            guint                 most,
                            TsExit               *exit);
gboolean ts_arguments_read_more (int                  *n_arguments,
                                 char               ***arguments,
                                 const GOptionEntry   *options,
                                 TsFilterArguments    *filters,
                                 TsAddOptions          add_options,
                                 gpointer              data,
                                 const char           *parameters,
                                 const char           *description,
                                 guint                 fewest,
                                 guint                 most,
                                 TsExit               *exit);
TsExit ts_arguments_refuse (const char *command,
                            const char *format,
                            ...) G_GNUC_PRINTF (2, 3);
const char *ts_filter_arguments_find_useless (const TsFilterArguments *self,
                                              TsFilterSet              filters);
void ts_filter_arguments_clear (TsFilterArguments *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsFilterArguments, ts_filter_arguments_clear)

G_END_DECLS
