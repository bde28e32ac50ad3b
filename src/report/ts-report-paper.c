/* ts-report-paper.c — the sheet that a report is laid out for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-paper.h"

/* Smaller than that nothing can be laid out; a printer may claim anything. */
#define LEAST_SIDE (70 * TS_REPORT_UNITS_PER_MM)

static const struct
{
  const char *name;
  double width;  /* mm */
  double height; /* mm */
} kinds[] = {
  [TS_REPORT_PAPER_A4] = { "a4", 210, 297 },
  [TS_REPORT_PAPER_LETTER] = { "letter", 215.9, 279.4 },
};

/**
 * ts_report_paper_kind_get_name:
 * @kind: a size of paper
 *
 * Returns: (transfer none): its name on the command line
 */
const char *
ts_report_paper_kind_get_name (TsReportPaperKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].name;
}

/**
 * ts_report_paper_kind_from_name:
 * @name: a name, in whichever case
 * @kind: (out): the size that it names
 *
 * Returns: whether there is one of that name
 */
gboolean
ts_report_paper_kind_from_name (const char        *name,
                                TsReportPaperKind *kind)
{
  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_ascii_strcasecmp (kinds[i].name, name) == 0)
        {
          *kind = (TsReportPaperKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ts_report_paper_init:
 * @self: what to fill
 * @kind: a size of paper, upright
 */
void
ts_report_paper_init (TsReportPaper     *self,
                      TsReportPaperKind  kind)
{
  g_return_if_fail (self != NULL && (guint) kind < G_N_ELEMENTS (kinds));

  ts_report_paper_init_sized (self, kinds[kind].width * TS_REPORT_UNITS_PER_MM, kinds[kind].height * TS_REPORT_UNITS_PER_MM);
}

/**
 * ts_report_paper_init_sized:
 * @self: what to fill
 * @width: width of the sheet, in layout units
 * @height: height of it
 *
 * Margins follow the size of the sheet: a smaller one has smaller margins.
 */
void
ts_report_paper_init_sized (TsReportPaper *self,
                            double         width,
                            double         height)
{
  double margin;

  g_return_if_fail (self != NULL);

  self->width = MAX (width, LEAST_SIDE);
  self->height = MAX (height, LEAST_SIDE);
  margin = MIN (self->width, self->height) / 210;
  self->top = 27 * margin;
  self->bottom = 24 * margin;
  self->start = 23 * margin;
  self->end = 21 * margin;
}
