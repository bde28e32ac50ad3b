/* ts-score-strip.c — the scores of a criterion on a line
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-score-strip.h"

#include "app/review/ts-review-words.h"
#include "core/ts-panel-role.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int level;
  char *label;
} Dot;

struct _TsScoreStrip
{
  GtkWidget parent_instance;

  GArray *dots;      /* the lowest level first */
  GPtrArray *tokens; /* of the levels */
  double median;
  int self_level;
  int desk;
};

G_DEFINE_FINAL_TYPE (TsScoreStrip, ts_score_strip, GTK_TYPE_WIDGET)

static void
dot_clear (gpointer data)
{
  g_free (((Dot *) data)->label);
}

static guint
count_highest (TsScoreStrip *self)
{
  guint highest = 1;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint n = 0;

      for (guint j = 0; j < self->dots->len; j++)
        n += g_array_index (self->dots, Dot, j).level == (int) i + 1;

      highest = MAX (highest, n);
    }

  return highest;
}

static int
get_line (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "Xg");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
ts_score_strip_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TsScoreStrip *self = TS_SCORE_STRIP (widget);
  int line = get_line (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = line * 8;
      *natural = line * 30;
    }
  else
    {
      /* The median's name, the dots, the triangles, the levels. */
      *minimum = *natural = (int) (line * (1.4 + 1.5 * count_highest (self) + (self->self_level == self->desk && self->desk > 0 ? 2.4 : 1.3) + 1.4));
    }

  *minimum_baseline = *natural_baseline = -1;
}

static void
draw_text (GtkWidget *widget,
           GtkSnapshot *snapshot,
           const char *text,
           double x,
           double y,
           double align, /* 0 begins at x, 1 ends there */
           const GdkRGBA *color,
           int room)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;
  int height;

  if (room > 0)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - align * width), (float) (y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static double
get_quartile (TsScoreStrip *self,
              double        share)
{
  double position = share * (self->dots->len - 1);
  guint low = (guint) position;
  guint high = MIN (low + 1, self->dots->len - 1);
  double between = position - low;

  return g_array_index (self->dots, Dot, low).level * (1 - between) + g_array_index (self->dots, Dot, high).level * between;
}

static void
ts_score_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TsScoreStrip *self = TS_SCORE_STRIP (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int line = get_line (widget);
  guint n_levels = MAX (1, self->tokens->len);
  double step = (double) width / n_levels;
  double top = line * 1.4;
  double bottom = height - line * 1.4 - line * (self->self_level == self->desk && self->desk > 0 ? 2.4 : 1.3);
  GdkRGBA text;
  GdkRGBA accent;
  GdkRGBA faint;
  GdkRGBA mark;
  cairo_t *cairo;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_style_context_get_color (context, &text);

  if (!gtk_style_context_lookup_color (context, "accent_color", &accent))
    accent = text;

  if (!gtk_style_context_lookup_color (context, "orange_5", &mark))
    mark = text;

  faint = text;
  faint.alpha *= 0.2f;
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

#define X(level) (rtl ? width - ((level) -0.5) * step : ((level) -0.5) * step)

  gdk_cairo_set_source_rgba (cairo, &faint);
  cairo_set_line_width (cairo, 1);

  for (guint i = 1; i <= n_levels; i++)
    {
      cairo_move_to (cairo, (int) X (i) + 0.5, top);
      cairo_line_to (cairo, (int) X (i) + 0.5, bottom);
      cairo_stroke (cairo);
    }

  if (self->dots->len > 1)
    {
      double low = X (get_quartile (self, 0.25));
      double high = X (get_quartile (self, 0.75));
      GdkRGBA shade = accent;

      shade.alpha *= 0.15f;
      gdk_cairo_set_source_rgba (cairo, &shade);
      cairo_rectangle (cairo, MIN (low, high), top + line * 0.2, MAX (2, ABS (high - low)), bottom - top - line * 0.2);
      cairo_fill (cairo);
    }

  if (self->median > 0)
    {
      gdk_cairo_set_source_rgba (cairo, &mark);
      cairo_set_line_width (cairo, 3);
      cairo_move_to (cairo, X (self->median), line * 1.2);
      cairo_line_to (cairo, X (self->median), bottom);
      cairo_stroke (cairo);
    }

  gdk_cairo_set_source_rgba (cairo, &accent);

  for (guint i = 0, at = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      at = i > 0 && g_array_index (self->dots, Dot, i - 1).level == dot->level ? at + 1 : 0;
      cairo_new_path (cairo);
      cairo_arc (cairo, X (dot->level), bottom - line * (0.8 + 1.5 * at), line * 0.45, 0, 2 * G_PI);
      cairo_fill (cairo);
    }

  gdk_cairo_set_source_rgba (cairo, &text);

  for (guint i = 0; i < 2; i++)
    {
      int level = i == 0 ? self->desk : self->self_level;
      double y = bottom + line * (0.15 + (i == 1 && self->desk == self->self_level ? 1.1 : 0));

      if (level == 0)
        continue;

      cairo_move_to (cairo, X (level), y);
      cairo_line_to (cairo, X (level) - line * 0.35, y + line * 0.6);
      cairo_line_to (cairo, X (level) + line * 0.35, y + line * 0.6);
      cairo_close_path (cairo);

      if (i == 0)
        cairo_fill (cairo);
      else
        {
          cairo_set_line_width (cairo, 1.5);
          cairo_stroke (cairo);
        }
    }

  cairo_destroy (cairo);

  for (guint i = 0, at = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      at = i > 0 && g_array_index (self->dots, Dot, i - 1).level == dot->level ? at + 1 : 0;
      draw_text (widget, snapshot, dot->label, X (dot->level) + (rtl ? -line * 0.8 : line * 0.8), bottom - line * (0.8 + 1.5 * at), rtl ? 1 : 0, &text,
                 (int) MAX (1, step / (dot->level == (int) n_levels ? 2 : 1) - line * 1.2));
    }

  for (guint i = 0; i < 2; i++)
    {
      int level = i == 0 ? self->desk : self->self_level;
      double y = bottom + line * (0.5 + (i == 1 && self->desk == self->self_level ? 1.1 : 0));

      if (level > 0)
        draw_text (widget, snapshot, i == 0 ? _("desk") : _("self"), X (level) + (rtl ? -line * 0.6 : line * 0.6), y, rtl ? 1 : 0, &text, 0);
    }

  for (guint i = 1; i <= self->tokens->len; i++)
    draw_text (widget, snapshot, g_ptr_array_index (self->tokens, i - 1), X (i), height - line * 0.7, 0.5, &text, 0);

  if (self->median > 0)
    {
      /* Translators: above a line of scores */
      g_autofree char *median = g_strdup_printf (_("median %g"), self->median);

      draw_text (widget, snapshot, median, X (self->median), line * 0.6, 0.5, &mark, 0);
    }

#undef X
}

static void
ts_score_strip_finalize (GObject *object)
{
  TsScoreStrip *self = TS_SCORE_STRIP (object);

  g_array_unref (self->dots);
  g_ptr_array_unref (self->tokens);

  G_OBJECT_CLASS (ts_score_strip_parent_class)->finalize (object);
}

static void
ts_score_strip_class_init (TsScoreStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_score_strip_finalize;
  widget_class->measure = ts_score_strip_measure;
  widget_class->snapshot = ts_score_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scorestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ts_score_strip_init (TsScoreStrip *self)
{
  self->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  g_array_set_clear_func (self->dots, dot_clear);
  self->tokens = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
ts_score_strip_new (void)
{
  return g_object_new (TS_TYPE_SCORE_STRIP, NULL);
}

/**
 * ts_score_strip_set:
 * @self: a strip
 * @review: (nullable): a review whose scores are open, or %NULL to show nothing
 * @item: (nullable): a criterion on its agenda
 */
void
ts_score_strip_set (TsScoreStrip           *self,
                    const TsReviewSnapshot *review,
                    const TsAgendaItem     *item)
{
  g_autofree char *words = NULL;

  g_return_if_fail (TS_IS_SCORE_STRIP (self));

  g_array_set_size (self->dots, 0);
  g_ptr_array_set_size (self->tokens, 0);
  self->median = 0;
  self->self_level = self->desk = 0;

  if (review != NULL && item != NULL)
    {
      const TsScale *scale = item->node->section->scale;

      for (guint i = 1; i <= ts_scale_get_n_levels (scale); i++)
        g_ptr_array_add (self->tokens, g_strdup (ts_scale_get_token (scale, (int) i)));

      for (guint i = 0; i < item->scores->len; i++)
        {
          const TsRow *score = g_ptr_array_index (item->scores, i);
          const char *assessor = ts_row_get_text (score, TS_RATING_ASSESSOR);
          const TsReviewMember *member = ts_review_sight_find_member (review->sight, assessor);
          Dot dot = { (int) ts_row_get_integer (score, TS_RATING_LEVEL), g_strdup (member != NULL ? ts_panel_role_get_title (member->role) : assessor) };

          g_array_append_val (self->dots, dot);
        }

      self->median = item->median;
      self->self_level = item->self;
      self->desk = item->desk;
      words = ts_review_words_scores (review, item);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : _("Scores"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
