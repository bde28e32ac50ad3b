/* fixture.c — documents to lay out, and what holds for every document that is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "chart/ts-distribution-data.h"

const TsReportInfo fixture_info = {
  .title = "Submission",
  .organisation = "Northmoor PCT",
  .framework = "World class commissioning",
  .year = "2009/10",
  .permitted_use = "For the board only.",
};

static const char *const words[] = {
  "a",
  "of",
  "the",
  "board",
  "evidence",
  "commissioning",
  "well-known",
  "2009/10",
  "naïve",
  "£1.2m",
  "improvement",
  "in",
  "and",
  "patients",
  "健康需要評估",
  "מועצה",
  "https://example.org/a/rather/long/address?with=parts",
  "Wirtschaftlichkeitsüberlegungen",
  "“quoted”",
  "I",
  "—",
};

char *
fixture_words (GRand *rand,
               guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

TsReportTable *
fixture_table (guint  n_columns,
               guint  n_rows,
               guint  n_words,
               GRand *rand)
{
  TsReportTable *table = ts_report_table_new ("A table");

  for (guint j = 0; j < n_columns; j++)
    {
      g_autofree char *title = g_strdup_printf ("Column %u", j + 1);

      ts_report_table_add_column (table, title, j % 2 == 0 ? 1 + j : 0, (TsReportAlign) (j % 3));
    }

  for (guint i = 0; i < n_rows; i++)
    {
      guint row;

      if (i % 17 == 5)
        ts_report_table_add_group (table, "Rows that belong together");

      row = ts_report_table_add_row (table);

      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *text = j % 2 == 0 ? fixture_words (rand, g_rand_int_range (rand, 0, (int) n_words + 1)) : g_strdup_printf ("%u", i * j);

          ts_report_table_set_text (table, row, j, text);

          if (j == 1)
            ts_report_table_set_marks (table, row, j, i % 5, 4, TS_CHART_ROLE_SERIES_1);
        }
    }

  return table;
}

TsChart *
fixture_chart (void)
{
  const char *const names[] = { "1", "2", "3", "4", NULL };
  g_autoptr (TsChartLevels) levels = ts_chart_levels_new (names, TS_CHART_LEVELS_SEQUENCE);
  g_autoptr (TsDistributionData) data = ts_distribution_data_new ("Levels", TS_DISTRIBUTION_BY_COMPETENCY, levels);
  const TsChartSubject subject = { "1", "1", "Locally lead the NHS", NULL, FALSE };
  const guint counts[] = { 1, 2, 3, 4 };

  ts_distribution_data_add_row (data, &subject, counts, 1);

  return ts_chart_new_distribution (data);
}

static void
add_random_block (TsReportBuilder *builder,
                  GRand           *rand)
{
  g_autofree char *text = fixture_words (rand, g_rand_int_range (rand, 1, 160));
  g_autofree char *short_text = fixture_words (rand, g_rand_int_range (rand, 1, 12));
  g_autoptr (TsChart) chart = NULL;

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
    case 1:
      ts_report_builder_add_heading (builder, g_rand_int_range (rand, 1, 4), short_text);
      break;
    case 2:
      ts_report_builder_add_item (builder, short_text);
      break;
    case 3:
      ts_report_builder_add_quotation (builder, text, "Somebody");
      break;
    case 4:
      ts_report_builder_add_note (builder, "Beware", text);
      break;
    case 5:
      ts_report_builder_add_table (builder, fixture_table (g_rand_int_range (rand, 1, 8), g_rand_int_range (rand, 0, 40),
                                                           g_rand_int_range (rand, 1, 12), rand));
      break;
    case 6:
      /* Rows that are longer than a page. */
      ts_report_builder_add_table (builder, fixture_table (3, 3, 900, rand));
      break;
    case 7:
      chart = fixture_chart ();
      ts_report_builder_add_chart (builder, chart, g_rand_int_range (rand, 0, 3) * 500);
      break;
    case 8:
      ts_report_builder_add_page_break (builder);
      break;
    case 9:
      ts_report_builder_add_text (builder, short_text);
      ts_report_builder_keep_with_next (builder);
      break;
    default:
      ts_report_builder_add_text (builder, text);
      break;
    }
}

TsReport *
fixture_random_report (guint32 seed,
                       guint   n_blocks)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TsReportBuilder *builder = ts_report_builder_new (&fixture_info);

  if (seed % 3 != 0)
    {
      TsReportTable *facts = ts_report_table_new_facts ();

      ts_report_table_add_fact (facts, "Organisation", "ZX1");
      ts_report_table_add_fact (facts, "Nothing", NULL);
      ts_report_builder_add_title_page (builder, "Fictional", facts);
    }

  if (seed % 2 == 0)
    ts_report_builder_add_contents (builder, "Contents", 1 + seed % 3);

  for (guint i = 0; i < n_blocks; i++)
    add_random_block (builder, rand);

  return ts_report_builder_end (builder);
}

/* What holds */

static void
check_inside (const TsReportPages *pages)
{
  const TsReportPaper *paper = ts_report_pages_get_paper (pages);
  gboolean rtl = ts_report_pages_get_direction (pages) == TS_CHART_DIRECTION_RTL;
  double left = rtl ? paper->end : paper->start;
  double right = paper->width - (rtl ? paper->start : paper->end);

  for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
    {
      for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
        {
          const TsReportItem *item = ts_report_pages_get_item (pages, page, i);
          gboolean body = item->part == TS_REPORT_PART_BODY || item->part == TS_REPORT_PART_REPEATED;

          g_assert_cmpfloat (item->bounds.x, >=, left - FIXTURE_SLACK);
          g_assert_cmpfloat (item->bounds.x + item->bounds.width, <=, right + FIXTURE_SLACK);
          g_assert_cmpfloat (item->bounds.y, >=, (body ? paper->top : 0) - FIXTURE_SLACK);
          g_assert_cmpfloat (item->bounds.y + item->bounds.height, <=, paper->height - (body ? paper->bottom : 0) + FIXTURE_SLACK);

          if (item->kind == TS_REPORT_ITEM_TEXT)
            g_assert_true (g_utf8_validate (item->text, -1, NULL));
        }
    }
}

static gboolean
covers (const TsReportItem *item)
{
  return item->kind == TS_REPORT_ITEM_CHART || (item->kind == TS_REPORT_ITEM_TEXT && *item->text != '\0');
}

static gboolean
overlap (const TsChartRectangle *a,
         const TsChartRectangle *b)
{
  return a->x + FIXTURE_SLACK < b->x + b->width && b->x + FIXTURE_SLACK < a->x + a->width && a->y + FIXTURE_SLACK < b->y + b->height &&
         b->y + FIXTURE_SLACK < a->y + a->height;
}

static void
check_apart (const TsReportPages *pages)
{
  for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
    {
      guint n = ts_report_pages_get_n_items (pages, page);

      for (guint i = 0; i < n; i++)
        {
          const TsReportItem *first = ts_report_pages_get_item (pages, page, i);

          for (guint j = i + 1; covers (first) && j < n; j++)
            {
              const TsReportItem *second = ts_report_pages_get_item (pages, page, j);

              if (covers (second) && overlap (&first->bounds, &second->bounds))
                g_error ("page %u: “%s” lies on “%s”", page + 1, first->text, second->text);
            }
        }
    }
}

/* The letters of a text in order, without its spaces: the same bag for the same text, however it was broken. */
static int
compare_characters (gconstpointer a,
                    gconstpointer b)
{
  gunichar first = *(const gunichar *) a;
  gunichar second = *(const gunichar *) b;

  return first < second ? -1 : first > second;
}

static char *
sort_letters (const char *text)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GString *sorted = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_isspace (letter))
        g_array_append_val (letters, letter);
    }

  g_array_sort (letters, compare_characters);

  for (guint i = 0; i < letters->len; i++)
    g_string_append_unichar (sorted, g_array_index (letters, gunichar, i));

  return g_string_free (sorted, FALSE);
}

static void
append (GString    *all,
        const char *text)
{
  g_string_append (all, text != NULL ? text : "");
}

static void
append_table (GString             *all,
              const TsReportTable *table)
{
  append (all, ts_report_table_get_title (table));

  for (guint j = 0; j < ts_report_table_get_n_columns (table); j++)
    append (all, ts_report_table_get_column (table, j)->title);

  for (guint i = 0; i < ts_report_table_get_n_rows (table); i++)
    {
      append (all, ts_report_table_get_group (table, i));

      for (guint j = 0; ts_report_table_get_group (table, i) == NULL && j < ts_report_table_get_n_columns (table); j++)
        append (all, ts_report_table_get_cell (table, i, j)->text);
    }
}

static char *
expect_text (TsReport            *report,
             const TsReportBlock *block)
{
  const TsReportInfo *info = ts_report_get_info (report);
  g_autoptr (GString) all = g_string_new (NULL);

  if (block->kind == TS_REPORT_BLOCK_TITLE_PAGE)
    {
      append (all, info->organisation);
      append (all, info->title);
      append (all, info->framework);
      append (all, "·");
      append (all, info->year);
    }

  if (block->kind == TS_REPORT_BLOCK_CHART)
    {
      g_autofree char *finding = ts_chart_describe (block->chart);

      g_string_append_printf (all, "Figure %u. %s. %s", block->number, ts_chart_get_title (block->chart), finding);
    }

  append (all, block->text);
  append (all, block->detail);

  if (block->table != NULL)
    append_table (all, block->table);

  return sort_letters (all->str);
}

static void
check_once (TsReport            *report,
            const TsReportPages *pages)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < ts_report_get_n_blocks (report); i++)
    g_ptr_array_add (found, g_string_new (NULL));

  for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
    {
      for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
        {
          const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

          if (item->part == TS_REPORT_PART_BODY && item->kind == TS_REPORT_ITEM_TEXT && !item->made)
            g_string_append (g_ptr_array_index (found, item->block), item->text);
        }
    }

  for (guint i = 0; i < ts_report_get_n_blocks (report); i++)
    {
      g_autofree char *expected = expect_text (report, ts_report_get_block (report, i));
      g_autofree char *letters = sort_letters (((GString *) g_ptr_array_index (found, i))->str);

      g_assert_cmpstr (letters, ==, expected);
      g_string_free (g_ptr_array_index (found, i), TRUE);
    }
}

static gboolean
is_body_text (const TsReportItem *item)
{
  return item->part == TS_REPORT_PART_BODY && (item->kind == TS_REPORT_ITEM_CHART || (item->kind == TS_REPORT_ITEM_TEXT && *item->text != '\0'));
}

/* The last thing on a page is never a heading, unless nothing follows it at all. */
static void
check_headings (TsReport            *report,
                const TsReportPages *pages)
{
  /* On a sheet that has no room for more than a heading there is no helping it. */
  if (ts_report_pages_get_paper (pages)->height < 400)
    return;

  for (guint page = 0; page + 1 < ts_report_pages_get_n_pages (pages); page++)
    {
      const TsReportItem *last = NULL;
      const TsReportBlock *next;

      for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
        {
          const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

          if (is_body_text (item) && (last == NULL || item->block >= last->block))
            last = item;
        }

      if (last == NULL || ts_report_get_block (report, last->block)->kind != TS_REPORT_BLOCK_HEADING)
        continue;

      /* Somebody asked for it. */
      next = last->block + 1 < ts_report_get_n_blocks (report) ? ts_report_get_block (report, last->block + 1) : NULL;
      g_assert_true (next == NULL || next->kind == TS_REPORT_BLOCK_PAGE_BREAK);
    }
}

static guint
count_lines (const TsReportPages *pages,
             guint                page,
             guint                block)
{
  guint n = 0;

  for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
    {
      const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

      n += item->part == TS_REPORT_PART_BODY && item->kind == TS_REPORT_ITEM_TEXT && !item->made && item->block == block;
    }

  return n;
}

/* No line of a paragraph stands alone on a page. */
static void
check_paragraphs (TsReport            *report,
                  const TsReportPages *pages)
{
  for (guint block = 0; block < ts_report_get_n_blocks (report); block++)
    {
      guint n_pages = 0;
      guint fewest = G_MAXUINT;

      if (ts_report_get_block (report, block)->kind != TS_REPORT_BLOCK_PARAGRAPH)
        continue;

      for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
        {
          guint n = count_lines (pages, page, block);

          if (n == 0)
            continue;

          n_pages++;
          fewest = MIN (fewest, n);
        }

      g_assert_true (n_pages == 1 || fewest >= 2);
    }
}

/* A table that goes on begins with its head again. */
static void
check_heads (TsReport            *report,
             const TsReportPages *pages)
{
  for (guint block = 0; block < ts_report_get_n_blocks (report); block++)
    {
      gboolean begun = FALSE;

      if (ts_report_get_block (report, block)->kind != TS_REPORT_BLOCK_TABLE)
        continue;

      for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
        {
          gboolean repeated = FALSE;

          for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
            {
              const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

              repeated = repeated || (item->part == TS_REPORT_PART_REPEATED && item->block == block);
            }

          if (count_lines (pages, page, block) == 0)
            g_assert_false (repeated);
          else if (begun)
            g_assert_true (repeated);

          begun = begun || count_lines (pages, page, block) > 0;
        }
    }
}

static void
check_margins (TsReport            *report,
               const TsReportPages *pages)
{
  guint n = ts_report_pages_get_n_pages (pages);
  gboolean title_page =
    ts_report_get_n_blocks (report) > 0 && ts_report_get_block (report, 0)->kind == TS_REPORT_BLOCK_TITLE_PAGE;

  for (guint page = 0; page < n; page++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page + 1, n);
      guint n_numbers = 0;
      guint n_stamps = 0;

      for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
        {
          const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

          if (item->part != TS_REPORT_PART_FOOTER || item->kind != TS_REPORT_ITEM_TEXT)
            continue;

          n_numbers += g_str_equal (item->text, number);
          n_stamps += g_str_equal (item->text, ts_report_get_info (report)->permitted_use);
        }

      g_assert_cmpuint (n_stamps, ==, 1);
      g_assert_cmpuint (n_numbers, ==, page == 0 && title_page ? 0 : 1);
    }
}

/* Each heading is in the outline, where it stands, and the contents say its page. */
static void
check_outline (TsReport            *report,
               const TsReportPages *pages)
{
  guint target = 0;

  for (guint block = 0; block < ts_report_get_n_blocks (report); block++)
    {
      const TsReportBlock *heading = ts_report_get_block (report, block);
      const TsReportOutlineEntry *entry;

      if (heading->kind != TS_REPORT_BLOCK_HEADING)
        continue;

      entry = ts_report_pages_get_outline (pages, target++);
      g_assert_cmpstr (entry->title, ==, heading->text);
      g_assert_cmpuint (entry->level, ==, heading->level);
      g_assert_cmpuint (count_lines (pages, entry->page, block), >, 0);
    }

  g_assert_cmpuint (ts_report_pages_get_n_outline (pages), ==, target);

  for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
    {
      for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
        {
          const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

          g_assert_cmpint (item->target, <, (int) target);

          if (item->target >= 0 && g_ascii_isdigit (*item->text) && item->anchor == TS_CHART_ANCHOR_RIGHT &&
              ts_report_pages_get_direction (pages) == TS_CHART_DIRECTION_LTR)
            {
              g_autofree char *number = g_strdup_printf ("%u", ts_report_pages_get_outline (pages, item->target)->page + 1);

              g_assert_cmpstr (item->text, ==, number);
            }
        }
    }
}

void
fixture_check (TsReport            *report,
               const TsReportPages *pages)
{
  check_inside (pages);
  check_apart (pages);
  check_once (report, pages);
  check_headings (report, pages);
  check_paragraphs (report, pages);
  check_heads (report, pages);
  check_margins (report, pages);
  check_outline (report, pages);
}
