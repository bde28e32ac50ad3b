/* ts-organisation-item.c — an organisation in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-organisation-item-private.h"

#include "core/ts-begin.h"

struct _TsOrganisationItem
{
  GObject parent_instance;

  TsRow *organisation;
  char *name;
};

enum
{
  PROP_ID = 1,
  PROP_CODE,
  PROP_NAME,
  PROP_KIND,
  PROP_KIND_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsOrganisationItem, ts_organisation_item, G_TYPE_OBJECT)

static void
ts_organisation_item_finalize (GObject *object)
{
  TsOrganisationItem *self = TS_ORGANISATION_ITEM (object);

  g_clear_pointer (&self->organisation, ts_row_unref);
  g_free (self->name);

  G_OBJECT_CLASS (ts_organisation_item_parent_class)->finalize (object);
}

static void
ts_organisation_item_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TsOrganisationItem *self = TS_ORGANISATION_ITEM (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, ts_organisation_item_get_id (self));
      break;

    case PROP_CODE:
      g_value_set_string (value, ts_organisation_item_get_code (self));
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_KIND:
      g_value_set_string (value, ts_organisation_item_get_kind (self));
      break;

    case PROP_KIND_TITLE:
      g_value_set_string (value, ts_organisation_item_get_kind_title (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static GParamSpec *
string_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
ts_organisation_item_class_init (TsOrganisationItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_organisation_item_finalize;
  object_class->get_property = ts_organisation_item_get_property;

  properties[PROP_ID] = string_property ("id");
  properties[PROP_CODE] = string_property ("code");
  properties[PROP_NAME] = string_property ("name");
  properties[PROP_KIND] = string_property ("kind");
  properties[PROP_KIND_TITLE] = string_property ("kind-title");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_organisation_item_init (TsOrganisationItem *self)
{
}

/**
 * ts_organisation_item_new:
 * @organisation: an organisation's row
 * @name: its latest name
 *
 * Returns: (transfer full): an item
 */
TsOrganisationItem *
ts_organisation_item_new (TsRow      *organisation,
                          const char *name)
{
  TsOrganisationItem *self = g_object_new (TS_TYPE_ORGANISATION_ITEM, NULL);

  self->organisation = ts_row_ref (organisation);
  self->name = g_strdup (name);

  return self;
}

const char *
ts_organisation_item_get_id (TsOrganisationItem *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_ITEM (self), NULL);

  return ts_row_get_id (self->organisation);
}

const char *
ts_organisation_item_get_code (TsOrganisationItem *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_ITEM (self), NULL);

  return ts_row_get_text (self->organisation, TS_ORGANISATION_CODE);
}

const char *
ts_organisation_item_get_name (TsOrganisationItem *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_ITEM (self), NULL);

  return self->name;
}

const char *
ts_organisation_item_get_kind (TsOrganisationItem *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_ITEM (self), NULL);

  return ts_row_get_text (self->organisation, TS_ORGANISATION_KIND);
}

const char *
ts_organisation_item_get_kind_title (TsOrganisationItem *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_ITEM (self), NULL);

  return ts_organisation_kind_get_title (ts_row_get_text (self->organisation, TS_ORGANISATION_KIND));
}
