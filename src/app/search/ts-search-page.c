/* ts-search-page.c — finding words in the workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/search/ts-search-page.h"

#include "app/search/ts-search-row.h"
#include "model/ts-search.h"

#include <glib/gi18n-lib.h>

struct _TsSearchPage
{
  AdwBin parent_instance;

  TsSearch *search;
  TsSession *session; /* to search when somebody does */
  gboolean failed;

  GtkEditable *entry;
  GtkLabel *status;
  GtkWidget *past;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  AdwStatusPage *failure;
};

enum
{
  OPENED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsSearchPage, ts_search_page, ADW_TYPE_BIN)

static guint
get_n_hits (TsSearchPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->search));
}

/* How many there are is said to those who don't see the list, by the entry too, where they are. */
static void
update (TsSearchPage *self)
{
  g_autofree char *text = NULL;
  guint n_hits = get_n_hits (self);
  gboolean busy = ts_search_get_busy (self->search);
  const char *page;

  if (self->failed)
    page = "failed";
  else if (!ts_search_has_words (self->search))
    page = "empty";
  else if (n_hits > 0)
    page = "list";
  else
    page = busy ? "waiting" : "nothing";

  gtk_stack_set_visible_child_name (self->stack, page);

  if (n_hits > 0 && ts_search_get_more (self->search))
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The best %u result. Another word finds fewer.",
                                         "The best %u results. Another word finds fewer.", n_hits),
                            n_hits);
  else if (n_hits > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u result", "%u results", n_hits), n_hits);
  else if (ts_search_has_words (self->search) && !busy && !self->failed)
    text = g_strdup (_("No results"));

  /* Not letter by letter while more is coming, but what was there goes with the words that were. */
  if (busy && text != NULL)
    return;

  gtk_label_set_text (self->status, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
on_failed (TsSearchPage *self,
           const GError *error)
{
  adw_status_page_set_description (self->failure, error->message);
  self->failed = TRUE;
  update (self);
}

static void
scroll_to_top (TsSearchPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

static void
on_text_changed (TsSearchPage *self)
{
  self->failed = FALSE;
  ts_search_set_query (self->search, gtk_editable_get_text (self->entry));
  scroll_to_top (self);
  update (self);
}

/* Opening and closing */

static void
open_row (TsSearchPage  *self,
          GtkListBoxRow *row)
{
  g_autoptr (TsSearchHit) hit = NULL;

  if (!TS_IS_SEARCH_ROW (row))
    return;

  hit = g_object_ref (ts_search_row_get_hit (TS_SEARCH_ROW (row)));
  g_signal_emit (self, signals[OPENED], 0, hit);
}

static void
on_row_activated (TsSearchPage  *self,
                  GtkListBoxRow *row)
{
  open_row (self, row);
}

/* The best is the first; what is still of the letter before is not what was meant. */
static void
on_entry_activated (TsSearchPage *self)
{
  if (get_n_hits (self) > 0 && !ts_search_get_busy (self->search))
    open_row (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
go_back (TsSearchPage *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  go_back (TS_SEARCH_PAGE (widget));

  return GDK_EVENT_STOP;
}

/* Between the entry and the list */

static gboolean
on_key_in_entry (TsSearchPage    *self,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || first == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (first));

  return GDK_EVENT_STOP;
}

static gboolean
on_keynav_failed (TsSearchPage     *self,
                  GtkDirectionType  direction)
{
  if (direction != GTK_DIR_UP)
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);

  return TRUE;
}

/* The list */

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return ts_search_row_new (item);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  TsSearchKind kind = ts_search_hit_get_kind (ts_search_row_get_hit (TS_SEARCH_ROW (row)));
  GtkWidget *label;

  if (before != NULL && ts_search_hit_get_kind (ts_search_row_get_hit (TS_SEARCH_ROW (before))) == kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                        "label", ts_search_kind_get_title (kind),
                        "xalign", 0.0,
                        NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
add_controllers (TsSearchPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the text in the entry, which moves its cursor with the arrows. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_in_entry), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->list));
}

static void
ts_search_page_dispose (GObject *object)
{
  TsSearchPage *self = TS_SEARCH_PAGE (object);

  if (self->search != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->search, self);
      ts_search_set_session (self->search, NULL);
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      g_clear_object (&self->search);
    }

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_search_page_parent_class)->dispose (object);
}

static void
ts_search_page_class_init (TsSearchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_search_page_dispose;

  signals[OPENED] = g_signal_new ("opened", TS_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TS_TYPE_SEARCH_HIT);
  signals[CLOSED] = g_signal_new ("closed", TS_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/search/search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, TsSearchPage, past);
  gtk_widget_class_bind_template_child (widget_class, TsSearchPage, status);
  gtk_widget_class_bind_template_child (widget_class, TsSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TsSearchPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TsSearchPage, list);
  gtk_widget_class_bind_template_child (widget_class, TsSearchPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_keynav_failed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
}

static void
ts_search_page_init (TsSearchPage *self)
{
  self->search = ts_search_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);

  /* What has the focus is the text within the entry, which does not take the entry's name by itself. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search this workbook"), -1);

  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->search), make_row, NULL, NULL);

  g_signal_connect_swapped (self->search, "items-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->search, "notify::busy", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->search, "failed", G_CALLBACK (on_failed), self);
  update (self);
}

/**
 * ts_search_page_new:
 *
 * Returns: (transfer floating): a page that searches nothing yet
 */
GtkWidget *
ts_search_page_new (void)
{
  return g_object_new (TS_TYPE_SEARCH_PAGE, NULL);
}

/**
 * ts_search_page_set_session:
 * @self: a page
 * @session: (nullable): the workbook to search; another one is begun with an empty entry
 */
void
ts_search_page_set_session (TsSearchPage *self,
                            TsSession    *session)
{
  g_return_if_fail (TS_IS_SEARCH_PAGE (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  ts_search_set_session (self->search, NULL);
  gtk_editable_set_text (self->entry, "");
}

/**
 * ts_search_page_set_assessment_id:
 * @self: a page
 * @assessment_id: (nullable): the assessment that is looked at, of which what is found comes first
 */
void
ts_search_page_set_assessment_id (TsSearchPage *self,
                                  const char   *assessment_id)
{
  g_return_if_fail (TS_IS_SEARCH_PAGE (self));

  ts_search_set_assessment_id (self->search, assessment_id);
}

/**
 * ts_search_page_set_past:
 * @self: a search page
 * @past: whether the pages show the assessment as it stood earlier
 *
 * Says that what is found is of today then.
 */
void
ts_search_page_set_past (TsSearchPage *self,
                         gboolean      past)
{
  g_return_if_fail (TS_IS_SEARCH_PAGE (self));

  gtk_widget_set_visible (self->past, past);
}

/**
 * ts_search_page_begin:
 * @self: a page that was just shown
 *
 * Puts the keyboard into the entry. What was typed there last time is still there, chosen, so that typing replaces it.
 */
void
ts_search_page_begin (TsSearchPage *self)
{
  g_return_if_fail (TS_IS_SEARCH_PAGE (self));

  ts_search_set_session (self->search, self->session);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  update (self);
}

/**
 * ts_search_page_end:
 * @self: a page that is not shown any more
 *
 * Searches no further: the thread that reads is wanted for what comes next, and nothing has to follow the workbook unseen.
 */
void
ts_search_page_end (TsSearchPage *self)
{
  g_return_if_fail (TS_IS_SEARCH_PAGE (self));

  ts_search_set_session (self->search, NULL);
}
