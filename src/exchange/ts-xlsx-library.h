/* ts-xlsx-library.h — the library that writes spreadsheets, loaded when one is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* What is called of it. */
#define TS_XLSX_LIBRARY_FUNCTIONS(each) \
  each (format_set_align)               \
  each (format_set_bg_color)            \
  each (format_set_bold)                \
  each (format_set_bottom)              \
  each (format_set_num_format)          \
  each (format_set_text_wrap)           \
  each (lxw_strerror)                   \
  each (lxw_workbook_free)              \
  each (workbook_add_format)            \
  each (workbook_add_worksheet)         \
  each (workbook_close)                 \
  each (workbook_new_opt)               \
  each (workbook_set_properties)        \
  each (worksheet_autofilter)           \
  each (worksheet_freeze_panes)         \
  each (worksheet_set_column)           \
  each (worksheet_write_number)         \
  each (worksheet_write_string)

#define TS_XLSX_LIBRARY_MEMBER(name) __typeof__ (name) *name;

/**
 * TsXlsxLibrary:
 *
 * The functions of libxlsxwriter, by their own names.
 */
typedef struct
{
  TS_XLSX_LIBRARY_FUNCTIONS (TS_XLSX_LIBRARY_MEMBER)
} TsXlsxLibrary;

const TsXlsxLibrary *ts_xlsx_library_get (GError **error);

G_END_DECLS
