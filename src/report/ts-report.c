/* ts-report.c — a document of text, tables and charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report.h"

#include "report/ts-report-text.h"

#define DEEPEST_HEADING 3

struct _TsReport
{
  TsReportInfo info;
  GArray *blocks;
};

struct _TsReportBuilder
{
  TsReport *report;
  guint n_charts;
};

static void
block_clear (gpointer data)
{
  TsReportBlock *block = data;

  g_free (block->text);
  g_free (block->detail);
  g_clear_pointer (&block->table, ts_report_table_unref);
  g_clear_pointer (&block->chart, ts_chart_unref);
}

static void
report_clear (TsReport *self)
{
  g_array_unref (self->blocks);
  g_free ((char *) self->info.title);
  g_free ((char *) self->info.organisation);
  g_free ((char *) self->info.framework);
  g_free ((char *) self->info.year);
  g_free ((char *) self->info.permitted_use);
  g_free ((char *) self->info.author);
  g_free ((char *) self->info.created);
}

TsReport *
ts_report_ref (TsReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
ts_report_unref (TsReport *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) report_clear);
}

const TsReportInfo *
ts_report_get_info (const TsReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->info;
}

guint
ts_report_get_n_blocks (const TsReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

const TsReportBlock *
ts_report_get_block (const TsReport *self,
                     guint           position)
{
  g_return_val_if_fail (self != NULL && position < self->blocks->len, NULL);

  return &g_array_index (self->blocks, TsReportBlock, position);
}

static char *
clean_line (const char *text)
{
  char *clean;

  if (text == NULL)
    return NULL;

  clean = ts_report_text_clean (text);

  return g_strdelimit (clean, "\n", ' ');
}

/**
 * ts_report_builder_new:
 * @info: what is to be known of the document; copied
 *
 * Returns: (transfer full): a builder of an empty document
 */
TsReportBuilder *
ts_report_builder_new (const TsReportInfo *info)
{
  TsReportBuilder *self;

  g_return_val_if_fail (info != NULL && info->title != NULL, NULL);

  self = g_new0 (TsReportBuilder, 1);
  self->report = g_atomic_rc_box_new0 (TsReport);
  self->report->blocks = g_array_new (FALSE, TRUE, sizeof (TsReportBlock));
  g_array_set_clear_func (self->report->blocks, block_clear);
  self->report->info = (TsReportInfo) {
    clean_line (info->title),
    clean_line (info->organisation),
    clean_line (info->framework),
    clean_line (info->year),
    clean_line (info->permitted_use),
    clean_line (info->author),
    clean_line (info->created),
  };

  return self;
}

void
ts_report_builder_free (TsReportBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->report, ts_report_unref);
  g_free (self);
}

/**
 * ts_report_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the document
 */
TsReport *
ts_report_builder_end (TsReportBuilder *self)
{
  TsReport *report;

  g_return_val_if_fail (self != NULL, NULL);

  report = g_steal_pointer (&self->report);
  ts_report_builder_free (self);

  return report;
}

static TsReportBlock *
add (TsReportBuilder   *self,
     TsReportBlockKind  kind)
{
  GArray *blocks = self->report->blocks;

  g_array_set_size (blocks, blocks->len + 1);
  g_array_index (blocks, TsReportBlock, blocks->len - 1).kind = kind;

  return &g_array_index (blocks, TsReportBlock, blocks->len - 1);
}

/**
 * ts_report_builder_add_title_page:
 * @self: a builder
 * @subtitle: (nullable): says more of the document
 * @facts: (transfer full) (nullable): what stands at the foot of the page
 */
void
ts_report_builder_add_title_page (TsReportBuilder *self,
                                  const char      *subtitle,
                                  TsReportTable   *facts)
{
  TsReportBlock *block;

  g_return_if_fail (self != NULL);

  block = add (self, TS_REPORT_BLOCK_TITLE_PAGE);
  block->text = clean_line (subtitle);
  block->table = facts;
}

/**
 * ts_report_builder_add_contents:
 * @self: a builder
 * @title: what stands above them
 * @deepest: the deepest level of heading that is listed
 */
void
ts_report_builder_add_contents (TsReportBuilder *self,
                                const char      *title,
                                guint            deepest)
{
  TsReportBlock *block;

  g_return_if_fail (self != NULL);

  block = add (self, TS_REPORT_BLOCK_CONTENTS);
  block->text = clean_line (title);
  block->level = deepest;
}

/**
 * ts_report_builder_add_heading:
 * @self: a builder
 * @level: 1 for the highest, to 3
 * @text: the heading
 */
void
ts_report_builder_add_heading (TsReportBuilder *self,
                               guint            level,
                               const char      *text)
{
  TsReportBlock *block;

  g_return_if_fail (self != NULL && text != NULL && level >= 1 && level <= DEEPEST_HEADING);

  block = add (self, TS_REPORT_BLOCK_HEADING);
  block->level = level;
  block->text = clean_line (text);
  block->keep_with_next = TRUE;
}

static void
add_words (TsReportBuilder   *self,
           TsReportBlockKind  kind,
           const char        *text,
           const char        *detail)
{
  g_autofree char *clean = ts_report_text_clean (text);
  TsReportBlock *block;

  if (*clean == '\0' && (detail == NULL || *detail == '\0'))
    return;

  block = add (self, kind);
  block->text = g_steal_pointer (&clean);
  block->detail = clean_line (detail);
}

/**
 * ts_report_builder_add_text:
 * @self: a builder
 * @text: (nullable): words; an empty line begins a paragraph
 */
void
ts_report_builder_add_text (TsReportBuilder *self,
                            const char      *text)
{
  g_autofree char *clean = ts_report_text_clean (text);
  g_auto (GStrv) paragraphs = g_regex_split_simple ("\\n[ \\t]*\\n\\s*", clean, 0, 0);

  g_return_if_fail (self != NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    add_words (self, TS_REPORT_BLOCK_PARAGRAPH, paragraphs[i], NULL);
}

void
ts_report_builder_add_item (TsReportBuilder *self,
                            const char      *text)
{
  g_return_if_fail (self != NULL);

  add_words (self, TS_REPORT_BLOCK_ITEM, text, NULL);
}

/**
 * ts_report_builder_add_quotation:
 * @self: a builder
 * @text: (nullable): the words
 * @source: (nullable): whose they are
 */
void
ts_report_builder_add_quotation (TsReportBuilder *self,
                                 const char      *text,
                                 const char      *source)
{
  g_return_if_fail (self != NULL);

  add_words (self, TS_REPORT_BLOCK_QUOTATION, text, source);
}

/**
 * ts_report_builder_add_note:
 * @self: a builder
 * @title: (nullable): what it is about
 * @text: (nullable): what is to be noticed
 */
void
ts_report_builder_add_note (TsReportBuilder *self,
                            const char      *title,
                            const char      *text)
{
  g_return_if_fail (self != NULL);

  add_words (self, TS_REPORT_BLOCK_NOTE, text, title);
}

/**
 * ts_report_builder_add_table:
 * @self: a builder
 * @table: (transfer full): a table; one without rows is left out
 */
void
ts_report_builder_add_table (TsReportBuilder *self,
                             TsReportTable   *table)
{
  g_return_if_fail (self != NULL && table != NULL);

  if (ts_report_table_get_n_rows (table) == 0)
    {
      ts_report_table_unref (table);
      return;
    }

  add (self, TS_REPORT_BLOCK_TABLE)->table = table;
}

/**
 * ts_report_builder_add_chart:
 * @self: a builder
 * @chart: (nullable): a chart
 * @height: how high it is to be, in layout units; 0 for what suits it
 */
void
ts_report_builder_add_chart (TsReportBuilder *self,
                             TsChart         *chart,
                             double           height)
{
  TsReportBlock *block;

  g_return_if_fail (self != NULL);

  if (chart == NULL)
    return;

  block = add (self, TS_REPORT_BLOCK_CHART);
  block->chart = ts_chart_ref (chart);
  block->height = height;
  block->number = ++self->n_charts;
}

void
ts_report_builder_add_page_break (TsReportBuilder *self)
{
  g_return_if_fail (self != NULL);

  add (self, TS_REPORT_BLOCK_PAGE_BREAK);
}

/**
 * ts_report_builder_keep_with_next:
 * @self: a builder
 *
 * Keeps the last block on the page on which what follows begins.
 */
void
ts_report_builder_keep_with_next (TsReportBuilder *self)
{
  g_return_if_fail (self != NULL);

  if (self->report->blocks->len > 0)
    g_array_index (self->report->blocks, TsReportBlock, self->report->blocks->len - 1).keep_with_next = TRUE;
}
