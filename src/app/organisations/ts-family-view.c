/* ts-family-view.c — an organisation's family line, from left to right
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-family-view.h"

#include <glib/gi18n-lib.h>

#include "app/organisations/ts-organisation-words.h"
#include "core/ts-family-line.h"

/* What stands in one column at most: a line of hundreds would be no picture any more. */
#define N_CARDS_MOST 24

struct _TsFamilyView
{
  AdwBin parent_instance;

  GtkBox *line;
};

G_DEFINE_FINAL_TYPE (TsFamilyView, ts_family_view, ADW_TYPE_BIN)

static void
ts_family_view_class_init (TsFamilyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/organisations/family-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TsFamilyView, line);
}

static void
ts_family_view_init (TsFamilyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_name (TsOrganisationIndex      *index,
          const TsOrganisationLife *life)
{
  return ts_organisation_index_get_name (index, ts_row_get_id (life->organisation), NULL);
}

/* "followed by A and B" before the organisation, "follows A" after it. */
static char *
describe_links (TsOrganisationIndex  *index,
                const TsFamilyMember *member)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < member->neighbours->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", get_name (index, g_ptr_array_index (member->neighbours, i)));

  if (member->generation < 0)
    return g_strdup_printf (_("followed by %s"), names->str);

  return member->generation > 0 ? g_strdup_printf (_("follows %s"), names->str) : g_strdup (_("this organisation"));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_card (TsOrganisationIndex  *index,
           const TsFamilyMember *member)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *days = ts_organisation_life_text (member->life);
  g_autofree char *links = describe_links (index, member);
  g_autofree char *description = g_strdup_printf ("%s, %s, %s", get_name (index, member->life), days, links);
  const char *code = ts_row_get_text (member->life->organisation, TS_ORGANISATION_CODE);
  GtkWidget *card;

  gtk_box_append (GTK_BOX (box), make_label (get_name (index, member->life), "heading"));
  gtk_box_append (GTK_BOX (box), make_label (days, "caption"));

  if (member->generation == 0 || ABS (member->generation) > 1)
    gtk_box_append (GTK_BOX (box), make_label (links, "caption"));

  if (member->generation == 0)
    {
      card = adw_bin_new ();
      adw_bin_set_child (ADW_BIN (card), box);
      gtk_widget_add_css_class (card, "this");
    }
  else
    {
      card = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (card), box);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", code);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "organisations.show");
      gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
      gtk_widget_set_tooltip_text (card, links);
    }

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "family-card");

  return card;
}

static GtkWidget *
make_arrow (void)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", "go-next-symbolic",
                                   NULL);

  gtk_widget_add_css_class (arrow, "dim-label");

  return arrow;
}

static void
end_column (GtkWidget *column,
            guint      n_cards)
{
  g_autofree char *more = NULL;

  if (column == NULL || n_cards <= N_CARDS_MOST)
    return;

  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_cards - N_CARDS_MOST), n_cards - N_CARDS_MOST);
  gtk_box_append (GTK_BOX (column), make_label (more, "dim-label"));
}

static void
fill (TsFamilyView        *self,
      TsOrganisationIndex *index,
      const TsFamilyLine  *line)
{
  GtkWidget *column = NULL;
  guint n_cards = 0;
  int generation = 0;

  for (guint i = 0; i < ts_family_line_get_n (line); i++)
    {
      const TsFamilyMember *member = ts_family_line_get (line, i);

      if (column == NULL || member->generation != generation)
        {
          end_column (column, n_cards);

          if (column != NULL)
            gtk_box_append (self->line, make_arrow ());

          column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
          gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
          gtk_box_append (self->line, column);
          generation = member->generation;
          n_cards = 0;
        }

      if (n_cards++ < N_CARDS_MOST)
        gtk_box_append (GTK_BOX (column), make_card (index, member));
    }

  end_column (column, n_cards);
}

/**
 * ts_family_view_new:
 * @index: all organisations
 * @organisation_id: one of them
 *
 * Returns: (transfer floating): its family line
 */
GtkWidget *
ts_family_view_new (TsOrganisationIndex *index,
                    const char          *organisation_id)
{
  TsFamilyView *self = g_object_new (TS_TYPE_FAMILY_VIEW, NULL);
  g_autoptr (TsFamilyLine) line = ts_family_line_new (index, organisation_id);

  fill (self, index, line);

  return GTK_WIDGET (self);
}
