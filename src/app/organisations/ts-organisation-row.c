/* ts-organisation-row.c — an organisation in a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-organisation-row.h"

#include <glib/gi18n-lib.h>

#include "app/organisations/ts-organisation-words.h"
#include "core/ts-begin.h"

struct _TsOrganisationRow
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *closed;
};

G_DEFINE_FINAL_TYPE (TsOrganisationRow, ts_organisation_row, ADW_TYPE_BIN)

static void
ts_organisation_row_class_init (TsOrganisationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/organisations/organisation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationRow, name);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationRow, about);
  gtk_widget_class_bind_template_child (widget_class, TsOrganisationRow, closed);
}

static void
ts_organisation_row_init (TsOrganisationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_organisation_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ts_organisation_row_new (void)
{
  return g_object_new (TS_TYPE_ORGANISATION_ROW, NULL);
}

static char *
describe_end (TsOrganisationRecord *record)
{
  const TsRow *organisation = ts_organisation_record_get_life (record)->organisation;
  const char *closed = ts_row_get_text (organisation, TS_ORGANISATION_CLOSED);
  const char *opened = ts_row_get_text (organisation, TS_ORGANISATION_OPENED);
  g_autofree char *day = NULL;

  if (ts_organisation_record_is_open (record))
    return NULL;

  if (closed != NULL)
    {
      day = ts_organisation_day_text (closed);
      return g_strdup_printf (_("closed %s"), day);
    }

  day = ts_organisation_day_text (opened);

  return g_strdup_printf (_("opens %s"), day);
}

/**
 * ts_organisation_row_set_record:
 * @self: a row
 * @record: the organisation that it shows
 */
void
ts_organisation_row_set_record (TsOrganisationRow    *self,
                                TsOrganisationRecord *record)
{
  g_autoptr (GString) about = NULL;
  g_autofree char *closed = NULL;
  const char *parent;

  g_return_if_fail (TS_IS_ORGANISATION_ROW (self) && TS_IS_ORGANISATION_RECORD (record));

  about = g_string_new (ts_organisation_record_get_code (record));
  g_string_append_printf (about, " · %s", ts_organisation_kind_get_title (ts_organisation_record_get_kind (record)));
  parent = ts_organisation_record_get_parent_name (record);

  if (parent != NULL)
    g_string_append_printf (about, " · %s", parent);

  closed = describe_end (record);
  gtk_label_set_label (self->name, ts_organisation_record_get_name (record));
  gtk_label_set_label (self->about, about->str);
  gtk_label_set_label (self->closed, closed != NULL ? closed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed), closed != NULL);

  if (closed != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dim-label");
}

/**
 * ts_organisation_row_describe:
 * @self: a row with a record
 *
 * Returns: (transfer full): all that the row says, for those who hear it
 */
char *
ts_organisation_row_describe (TsOrganisationRow *self)
{
  const char *closed;

  g_return_val_if_fail (TS_IS_ORGANISATION_ROW (self), NULL);

  closed = gtk_label_get_label (self->closed);

  return g_strconcat (gtk_label_get_label (self->name), ", ", gtk_label_get_label (self->about), *closed != '\0' ? ", " : "", closed, NULL);
}
