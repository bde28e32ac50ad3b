/* ts-outcome-paste.c — values as a spreadsheet copies them
 *
 * Spreadsheets put a block of cells on the clipboard as text: tabs between the cells of a row, a line for each row. The block may bring its
 * years as a heading, above or at the side, and the names of the two series; without them it goes where the cursor stands. Nothing is
 * taken of a block in which a cell cannot be understood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-outcome-paste.h"

#include "core/ts-error.h"
#include "core/ts-number.h"
#include "core/ts-outcome.h"
#include "core/ts-text.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many wrong cells are told one by one. */
#define MOST_TOLD 3

/* What a row of the block is. */
typedef enum
{
  ROW_ASPIRATION,
  ROW_ACTUAL,
  ROW_PASSED_OVER,
  ROW_UNKNOWN,
} RowKind;

/* Rows of cells; %NULL where a row ends before the longest does. */
typedef struct
{
  guint n_rows;
  guint n_columns;
  GPtrArray *rows; /* GPtrArray of char * */
} Block;

static void
block_clear (Block *block)
{
  g_clear_pointer (&block->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Block, block_clear)

static const char *
get_cell (const Block *block,
          guint        row,
          guint        column)
{
  GPtrArray *cells = g_ptr_array_index (block->rows, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : NULL;
}

static gboolean
is_blank (const char *cell)
{
  for (const char *at = cell; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return FALSE;
    }

  return TRUE;
}

/* Valid UTF-8, and one kind of line end. */
static char *
make_lines (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *lines = g_string_new (valid);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);

  return g_string_free (lines, FALSE);
}

/* One cell up to the tab or line end after it, which @at is moved to. A cell with a line end in it stands in quotation marks. */
static char *
split_cell (const char **at)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = **at == '"';

  if (quoted)
    (*at)++;

  for (; **at != '\0'; (*at)++)
    {
      if (quoted && **at == '"')
        {
          if ((*at)[1] != '"')
            {
              quoted = FALSE;
              continue;
            }

          (*at)++;
        }
      else if (!quoted && (**at == '\t' || **at == '\n'))
        {
          break;
        }

      g_string_append_c (cell, **at);
    }

  return g_string_free (cell, FALSE);
}

static void
split (Block      *block,
       const char *text)
{
  const char *at = text;

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*at != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (block->rows, row);
      g_ptr_array_add (row, split_cell (&at));

      while (*at == '\t')
        {
          at++;
          g_ptr_array_add (row, split_cell (&at));
        }

      block->n_columns = MAX (block->n_columns, row->len);

      if (*at == '\n')
        at++;
    }

  block->n_rows = block->rows->len;
}

static void
transpose (Block *block)
{
  Block turned = { block->n_columns, block->n_rows, g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref) };

  for (guint i = 0; i < block->n_columns; i++)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < block->n_rows; j++)
        g_ptr_array_add (row, g_strdup (get_cell (block, j, i)));

      g_ptr_array_add (turned.rows, row);
    }

  block_clear (block);
  *block = turned;
}

/* “2009/10”, and as people write it otherwise: “2009-10”, “2009–10”, “2009/2010”. */
static gboolean
parse_year (const char *cell,
            int        *year)
{
  g_autofree char *clean = cell != NULL ? ts_text_clean (cell, -1, TS_TEXT_LINE) : g_strdup ("");
  g_autoptr (GString) plain = NULL;

  if (strlen (clean) > 16)
    return FALSE;

  plain = g_string_new (clean);
  g_string_replace (plain, "-", "/", 0);
  g_string_replace (plain, "\u2013", "/", 0);

  if (plain->len == strlen ("2009/2010") && plain->str[4] == '/')
    {
      int first = (int) g_ascii_strtoll (plain->str, NULL, 10);

      if (g_ascii_strtoll (plain->str + 5, NULL, 10) != first + 1)
        return FALSE;

      g_string_erase (plain, 5, 2);
    }

  return ts_year_parse (plain->str, year);
}

/* Whether the first row is a heading of years, perhaps with a cell in front of them. */
static gboolean
has_years (const Block *block,
           guint       *first)
{
  int year;

  *first = parse_year (get_cell (block, 0, 0), &year) ? 0 : 1;

  for (guint i = *first; i < block->n_columns; i++)
    {
      if (!parse_year (get_cell (block, 0, i), &year))
        return FALSE;
    }

  return *first < block->n_columns;
}

static gboolean
begins_with (const char *text,
             const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *start = g_utf8_casefold (word, -1);

  return g_str_has_prefix (folded, start);
}

static RowKind
name_row (const char *cell)
{
  g_autofree char *name = cell != NULL ? ts_text_clean (cell, -1, TS_TEXT_LINE) : g_strdup ("");

  if (begins_with (name, "aspiration") || begins_with (name, "target") || begins_with (name, _("Aspiration")))
    return ROW_ASPIRATION;

  if (begins_with (name, "actual") || begins_with (name, _("Actual")))
    return ROW_ACTUAL;

  if (begins_with (name, "gap") || begins_with (name, _("Gap")))
    return ROW_PASSED_OVER;

  return ROW_UNKNOWN;
}

/* Whether each row from @first on says in its first cell what it is. */
static gboolean
has_names (const Block *block,
           guint        first)
{
  for (guint i = first; i < block->n_rows; i++)
    {
      if (name_row (get_cell (block, i, 0)) == ROW_UNKNOWN)
        return FALSE;
    }

  return first < block->n_rows;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, message);

  return FALSE;
}

/* Where the block's values are, and where they go. */
typedef struct
{
  guint first_row;
  guint first_column;
  gboolean has_years;
  gboolean has_names;
  TsOutcomeValueField field;
  int year;
} Layout;

static gboolean
lay_out (Block                 *block,
         const TsOutcomeTable  *table,
         Layout                *layout,
         GError               **error)
{
  guint n_rows;

  layout->has_years = has_years (block, &layout->first_column);

  if (!layout->has_years)
    {
      transpose (block);
      layout->has_years = has_years (block, &layout->first_column);

      /* Values in a column are turned round; so are two columns. Everything else stays as it is. */
      if (!layout->has_years && (block->n_rows > 2 || block->n_columns <= 2))
        transpose (block);
    }

  layout->first_row = layout->has_years ? 1 : 0;

  if (!layout->has_years)
    layout->first_column = 0;

  if (layout->first_row >= block->n_rows)
    return refuse (error, _("Nothing was pasted: there are years, but no values."));

  layout->has_names = has_names (block, layout->first_row);

  if (layout->has_names && !layout->has_years)
    layout->first_column = 1;

  if (layout->has_years && layout->first_column == 1 && !layout->has_names)
    return refuse (error, _("Nothing was pasted: beside the years, each row has to begin with “Aspiration” or “Actual”."));

  if (layout->has_years && layout->first_column == 0)
    layout->has_names = FALSE;

  n_rows = block->n_rows - layout->first_row;

  if (!layout->has_names && n_rows > (layout->field == TS_OUTCOME_VALUE_ASPIRATION ? 2 : 1))
    return refuse (error, n_rows > 2 ? _("Nothing was pasted: the table has only two rows, aspiration and actual.")
                                     : _("Nothing was pasted: two rows begin at the aspiration, not at the actual value."));

  if (!layout->has_years && (int) (block->n_columns - layout->first_column) > table->last_year - layout->year + 1)
    return refuse (error, _("Nothing was pasted: the cells would reach beyond the last year of the table."));

  return TRUE;
}

static gboolean
find_field (const Block         *block,
            const Layout        *layout,
            guint                row,
            TsOutcomeValueField *field)
{
  if (layout->has_names)
    {
      RowKind kind = name_row (get_cell (block, row, 0));

      *field = kind == ROW_ASPIRATION ? TS_OUTCOME_VALUE_ASPIRATION : TS_OUTCOME_VALUE_ACTUAL;

      return kind != ROW_PASSED_OVER;
    }

  *field = row == layout->first_row ? layout->field : TS_OUTCOME_VALUE_ACTUAL;

  return TRUE;
}

static void
tell (GString             *problems,
      guint                n_problems,
      TsOutcomeValueField  field,
      int                  year,
      const char          *message)
{
  g_autofree char *year_text = ts_year_format (year);

  if (n_problems > MOST_TOLD)
    return;

  g_string_append_c (problems, ' ');
  g_string_append_printf (problems, field == TS_OUTCOME_VALUE_ASPIRATION ? _("Aspiration %s: %s.") : _("Actual %s: %s."), year_text,
                          message);
}

static GArray *
read_cells (const Block           *block,
            const Layout          *layout,
            const TsOutcomeTable  *table,
            GError               **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TsOutcomeCell));
  g_autoptr (GString) problems = g_string_new (_("Nothing was pasted."));
  guint n_problems = 0;

  for (guint i = layout->first_row; i < block->n_rows; i++)
    {
      TsOutcomeCell cell = { 0 };

      if (!find_field (block, layout, i, &cell.field))
        continue;

      for (guint j = layout->first_column; j < block->n_columns; j++)
        {
          const char *text = get_cell (block, i, j);
          g_autoptr (GError) local_error = NULL;

          if (text == NULL)
            continue;

          if (!layout->has_years)
            cell.year = layout->year + (int) (j - layout->first_column);
          else
            parse_year (get_cell (block, 0, j), &cell.year);

          if (ts_number_parse_typed (text, table->is_per_cent, &cell.has_number, &cell.number, &local_error))
            g_array_append_val (cells, cell);
          else
            tell (problems, ++n_problems, cell.field, cell.year, local_error->message);
        }
    }

  if (n_problems == 0)
    return g_steal_pointer (&cells);

  if (n_problems > MOST_TOLD)
    {
      g_string_append_c (problems, ' ');
      g_string_append_printf (problems,
                              g_dngettext (GETTEXT_PACKAGE, "%u more cell is not a number.", "%u more cells are not numbers.",
                                           n_problems - MOST_TOLD),
                              n_problems - MOST_TOLD);
    }

  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, problems->str);

  return NULL;
}

/**
 * ts_outcome_paste_parse:
 * @text: what was on the clipboard
 * @table: where it is pasted
 * @field: the row in which the cursor stands
 * @year: the column in which it stands
 * @error: where to put %TS_RULE_ERROR_INVALID with each wrong cell's place
 *
 * A blank cell clears the value; a cell that is not there, because its row is shorter than others, leaves it.
 *
 * Returns: (transfer full) (element-type TsOutcomeCell): the values, for [func@ts_change_set_outcome_cells]
 */
GArray *
ts_outcome_paste_parse (const char            *text,
                        const TsOutcomeTable  *table,
                        TsOutcomeValueField    field,
                        int                    year,
                        GError               **error)
{
  g_autofree char *clean = NULL;
  Layout layout = { .field = field, .year = year };
  g_auto (Block) block = { 0 };

  g_return_val_if_fail (text != NULL && table != NULL, NULL);
  g_return_val_if_fail (field == TS_OUTCOME_VALUE_ASPIRATION || field == TS_OUTCOME_VALUE_ACTUAL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strnlen (text, TS_OUTCOME_PASTE_LONGEST + 1) > TS_OUTCOME_PASTE_LONGEST)
    {
      refuse (error, _("Nothing was pasted: it is far more text than the table has room for."));
      return NULL;
    }

  clean = make_lines (text);

  /* A tab makes two blank cells of it, which clear what is there. */
  if (is_blank (clean) && strchr (clean, '\t') == NULL)
    {
      refuse (error, _("Nothing was pasted: there is no text to paste."));
      return NULL;
    }

  split (&block, clean);

  if (!lay_out (&block, table, &layout, error))
    return NULL;

  return read_cells (&block, &layout, table, error);
}

static void
append_row (GString              *text,
            GPtrArray            *values,
            const TsOutcomeTable *table,
            TsOutcomeValueField   field)
{
  g_string_append (text, field == TS_OUTCOME_VALUE_ASPIRATION ? _("Aspiration") : _("Actual"));

  for (int year = table->first_year; year <= table->last_year; year++)
    {
      const TsRow *value = ts_outcome_find_value (values, year);

      g_string_append_c (text, '\t');

      if (value != NULL && ts_row_has (value, field))
        {
          g_autofree char *number = ts_number_format (ts_row_get_real (value, field));

          g_string_append (text, number);
        }
    }

  g_string_append_c (text, '\n');
}

/**
 * ts_outcome_copy_table:
 * @values: (element-type TsRow): the values of one outcome
 * @table: the years
 *
 * Returns: (transfer full): the values with years and names, as a spreadsheet pastes them, and as [func@ts_outcome_paste_parse] reads them
 */
char *
ts_outcome_copy_table (GPtrArray            *values,
                       const TsOutcomeTable *table)
{
  GString *text;

  g_return_val_if_fail (values != NULL && table != NULL, NULL);

  text = g_string_new (_("Year"));

  for (int year = table->first_year; year <= table->last_year; year++)
    {
      g_autofree char *year_text = ts_year_format (year);

      g_string_append_c (text, '\t');
      g_string_append (text, year_text);
    }

  g_string_append_c (text, '\n');
  append_row (text, values, table, TS_OUTCOME_VALUE_ASPIRATION);
  append_row (text, values, table, TS_OUTCOME_VALUE_ACTUAL);

  return g_string_free (text, FALSE);
}
