/* ts-date-row.c — a day, typed or picked from a calendar
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-date-row.h"

#include <glib/gi18n-lib.h>

#include "core/ts-date.h"

struct _TsDateRow
{
  AdwEntryRow parent_instance;

  char *label;
  char *problem; /* what somebody else finds wrong with the day; or NULL */
  gboolean showing;

  GtkPopover *popover;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (TsDateRow, ts_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_LABEL = 1,
  N_PROPS,
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
get_text (TsDateRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

/* An entry row has no room for a message of its own, so its title carries it. */
static void
update_title (TsDateRow *self)
{
  const char *problem = self->problem;
  g_autofree char *title = NULL;

  if (!ts_date_row_is_valid (self))
    problem = _("not a day; write it like 2009-03-31");

  if (problem != NULL)
    /* Translators: a field and what is wrong with what is typed in it */
    title = g_strdup_printf (_("%s: %s"), self->label, problem);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title != NULL ? title : self->label);

  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (TsDateRow *self)
{
  g_clear_pointer (&self->problem, g_free);
  update_title (self);
}

static void
commit (TsDateRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0);
}

static void
popover_shown_cb (TsDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (ts_date_parse (get_text (self), &date))
    day = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  else
    day = g_date_time_new_now_local ();

  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->showing = FALSE;
}

static void
day_selected_cb (TsDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (!self->showing)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
ts_date_row_finalize (GObject *object)
{
  TsDateRow *self = TS_DATE_ROW (object);

  g_free (self->label);
  g_free (self->problem);

  G_OBJECT_CLASS (ts_date_row_parent_class)->finalize (object);
}

static void
ts_date_row_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TsDateRow *self = TS_DATE_ROW (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_date_row_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TsDateRow *self = TS_DATE_ROW (object);

  switch (property_id)
    {
    case PROP_LABEL:
      ts_date_row_set_label (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_date_row_class_init (TsDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ts_date_row_finalize;
  object_class->get_property = ts_date_row_get_property;
  object_class->set_property = ts_date_row_set_property;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_COMMITTED] =
    g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/widgets/date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TsDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
ts_date_row_init (TsDateRow *self)
{
  self->label = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_date_row_new:
 * @label: what the day is
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ts_date_row_new (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  return g_object_new (TS_TYPE_DATE_ROW, "label", label, NULL);
}

/**
 * ts_date_row_set_label:
 * @self: a date row
 * @label: (nullable): what the day is
 */
void
ts_date_row_set_label (TsDateRow  *self,
                       const char *label)
{
  g_return_if_fail (TS_IS_DATE_ROW (self));

  g_free (self->label);
  self->label = g_strdup (label != NULL ? label : "");
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * ts_date_row_get_date:
 * @self: a date row
 *
 * Returns: (transfer none) (nullable): the day as typed, valid or not; %NULL for none
 */
const char *
ts_date_row_get_date (TsDateRow *self)
{
  const char *text;

  g_return_val_if_fail (TS_IS_DATE_ROW (self), NULL);

  text = get_text (self);

  return *text != '\0' ? text : NULL;
}

/**
 * ts_date_row_set_date:
 * @self: a date row
 * @date: (nullable): a day, or %NULL for none
 */
void
ts_date_row_set_date (TsDateRow  *self,
                      const char *date)
{
  g_return_if_fail (TS_IS_DATE_ROW (self));

  if (date == NULL)
    date = "";

  if (!g_str_equal (get_text (self), date))
    gtk_editable_set_text (GTK_EDITABLE (self), date);
}

/**
 * ts_date_row_is_valid:
 * @self: a date row
 *
 * Returns: whether what is typed is a day or nothing
 */
gboolean
ts_date_row_is_valid (TsDateRow *self)
{
  const char *text;

  g_return_val_if_fail (TS_IS_DATE_ROW (self), FALSE);

  text = get_text (self);

  return *text == '\0' || ts_date_is_valid (text);
}

/**
 * ts_date_row_set_problem:
 * @self: a date row
 * @problem: (nullable): what is wrong with a day that is one by itself, such as that it comes before another one; it goes with the next key
 */
void
ts_date_row_set_problem (TsDateRow  *self,
                         const char *problem)
{
  g_return_if_fail (TS_IS_DATE_ROW (self));

  g_free (self->problem);
  self->problem = g_strdup (problem);
  update_title (self);
}
