/* ts-organisation-record.c — an organisation with all that is known of its life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-organisation-record-private.h"

#include <string.h>

struct _TsOrganisationRecord
{
  GObject parent_instance;

  TsOrganisationIndex *index;
  const TsOrganisationLife *life; /* it belongs to the index */
  char *title;
  char *search_text; /* folded */
  const char *name;
  const char *parent_name;
  gboolean open;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsOrganisationRecord, ts_organisation_record, G_TYPE_OBJECT)

static void
ts_organisation_record_finalize (GObject *object)
{
  TsOrganisationRecord *self = TS_ORGANISATION_RECORD (object);

  g_free (self->title);
  g_free (self->search_text);
  ts_organisation_index_unref (self->index);

  G_OBJECT_CLASS (ts_organisation_record_parent_class)->finalize (object);
}

static void
ts_organisation_record_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, TS_ORGANISATION_RECORD (object)->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_organisation_record_class_init (TsOrganisationRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_organisation_record_finalize;
  object_class->get_property = ts_organisation_record_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_organisation_record_init (TsOrganisationRecord *self)
{
}

/**
 * ts_organisation_record_fold:
 * @text: any text
 *
 * Returns: (transfer full): the text without case and accents, as it is looked for
 */
char *
ts_organisation_record_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString *bare = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_ismark (character))
        g_string_append_unichar (bare, character);
    }

  return g_string_free (bare, FALSE);
}

/* Whoever remembers a former name finds the organisation by it. */
static char *
make_search_text (const TsOrganisationLife *life)
{
  g_autoptr (GString) text = g_string_new (ts_row_get_text (life->organisation, TS_ORGANISATION_CODE));

  for (guint i = 0; i < life->names->len; i++)
    {
      g_string_append_c (text, '\n');
      g_string_append (text, ts_row_get_text (g_ptr_array_index (life->names, i), TS_ORGANISATION_NAME_NAME));
    }

  return ts_organisation_record_fold (text->str);
}

/**
 * ts_organisation_record_new:
 * @index: all organisations
 * @life: one of them
 * @today: the day for which its name is chosen
 *
 * Returns: (transfer full): a record
 */
TsOrganisationRecord *
ts_organisation_record_new (TsOrganisationIndex      *index,
                            const TsOrganisationLife *life,
                            const char               *today)
{
  TsOrganisationRecord *self = g_object_new (TS_TYPE_ORGANISATION_RECORD, NULL);
  const TsRow *parent = ts_organisation_life_get_parent (life, today);

  self->index = ts_organisation_index_ref (index);
  self->life = life;
  self->name = ts_organisation_index_get_name (index, ts_row_get_id (life->organisation), today);
  self->title = g_strdup_printf ("%s (%s)", self->name, ts_organisation_record_get_code (self));
  self->search_text = make_search_text (life);
  self->open = ts_organisation_life_is_open (life, today);

  if (parent != NULL)
    self->parent_name = ts_organisation_index_get_name (index, ts_row_get_text (parent, TS_ORGANISATION_PARENT_PARENT), today);

  return self;
}

/**
 * ts_organisation_record_get_index:
 * @self: a record
 *
 * Returns: (transfer none): all organisations, as they were read with this one
 */
TsOrganisationIndex *
ts_organisation_record_get_index (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return self->index;
}

const TsOrganisationLife *
ts_organisation_record_get_life (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return self->life;
}

const char *
ts_organisation_record_get_id (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return ts_row_get_id (self->life->organisation);
}

const char *
ts_organisation_record_get_code (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return ts_row_get_text (self->life->organisation, TS_ORGANISATION_CODE);
}

const char *
ts_organisation_record_get_kind (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return ts_row_get_text (self->life->organisation, TS_ORGANISATION_KIND);
}

/**
 * ts_organisation_record_get_name:
 * @self: a record
 *
 * Returns: (transfer none): what it is called today, or was last called where it is closed
 */
const char *
ts_organisation_record_get_name (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return self->name;
}

const char *
ts_organisation_record_get_title (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return self->title;
}

/**
 * ts_organisation_record_get_parent_name:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): what it is part of today
 */
const char *
ts_organisation_record_get_parent_name (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), NULL);

  return self->parent_name;
}

/**
 * ts_organisation_record_is_open:
 * @self: a record
 *
 * Returns: whether it is open today
 */
gboolean
ts_organisation_record_is_open (TsOrganisationRecord *self)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self), FALSE);

  return self->open;
}

/**
 * ts_organisation_record_matches:
 * @self: a record
 * @needle: what is looked for, from ts_organisation_record_fold()
 *
 * Returns: whether its code or any of its names has it
 */
gboolean
ts_organisation_record_matches (TsOrganisationRecord *self,
                                const char           *needle)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_RECORD (self) && needle != NULL, FALSE);

  return strstr (self->search_text, needle) != NULL;
}
