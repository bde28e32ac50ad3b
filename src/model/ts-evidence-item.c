/* ts-evidence-item.c — an item of evidence with its links
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-evidence-item-private.h"

#include "core/ts-attach.h"
#include "core/ts-stale.h"

#include <glib/gi18n-lib.h>

struct _TsEvidenceItem
{
  GObject parent_instance;

  char *id;
  TsRow *row;
  GPtrArray *links; /* TsRow, in the framework's order */
  char *subtitle;
  char *links_label;
  char *stale_reason; /* NULL: it is not stale */
};

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_LINKS_LABEL,
  PROP_ROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsEvidenceItem, ts_evidence_item, G_TYPE_OBJECT)

static void
ts_evidence_item_finalize (GObject *object)
{
  TsEvidenceItem *self = TS_EVIDENCE_ITEM (object);

  g_clear_pointer (&self->row, ts_row_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self->id);
  g_free (self->subtitle);
  g_free (self->links_label);
  g_free (self->stale_reason);

  G_OBJECT_CLASS (ts_evidence_item_parent_class)->finalize (object);
}

static void
ts_evidence_item_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TsEvidenceItem *self = TS_EVIDENCE_ITEM (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, ts_evidence_item_get_title (self));
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    case PROP_LINKS_LABEL:
      g_value_set_string (value, self->links_label);
      break;

    case PROP_ROW:
      g_value_set_pointer (value, self->row);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_evidence_item_class_init (TsEvidenceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_evidence_item_finalize;
  object_class->get_property = ts_evidence_item_get_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINKS_LABEL] =
    g_param_spec_string ("links-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROW] = g_param_spec_pointer ("row", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_evidence_item_init (TsEvidenceItem *self)
{
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

TsEvidenceItem *
ts_evidence_item_new (const char *id)
{
  TsEvidenceItem *self = g_object_new (TS_TYPE_EVIDENCE_ITEM, NULL);

  self->id = g_strdup (id);

  return self;
}

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");

  g_string_append (text, part);
}

static char *
make_subtitle (const TsRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *received = ts_row_get_text (row, TS_EVIDENCE_RECEIVED);
  const char *from = ts_row_get_text (row, TS_EVIDENCE_PERIOD_FROM);
  const char *to = ts_row_get_text (row, TS_EVIDENCE_PERIOD_TO);
  TsEvidenceKind kind;

  if (ts_evidence_kind_from_name (ts_row_get_text (row, TS_EVIDENCE_KIND), &kind))
    append_part (text, ts_evidence_kind_get_title (kind));

  if (received != NULL)
    {
      g_autofree char *part = g_strdup_printf (_("received %s"), received);

      append_part (text, part);
    }

  if (from != NULL || to != NULL)
    {
      g_autofree char *part = NULL;

      if (from == NULL)
        part = g_strdup_printf (_("covers until %s"), to);
      else if (to == NULL)
        part = g_strdup_printf (_("covers from %s"), from);
      else
        part = g_strdup_printf (_("covers %s to %s"), from, to);

      append_part (text, part);
    }

  if (ts_row_has (row, TS_EVIDENCE_SIZE))
    {
      g_autofree char *size = g_format_size (ts_row_get_integer (row, TS_EVIDENCE_SIZE));

      append_part (text, size);
    }

  return g_strdup (text->str);
}

static char *
make_links_label (GPtrArray *links)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const TsRow *link = g_ptr_array_index (links, i);
      const char *place = ts_row_get_text (link, TS_EVIDENCE_LINK_PLACE);

      if (i > 0)
        g_string_append (text, ", ");

      g_string_append (text, ts_row_get_text (link, TS_EVIDENCE_LINK_NODE));

      if (place != NULL)
        g_string_append_printf (text, " (%s)", place);
    }

  return g_strdup (text->str);
}

static gboolean
links_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!ts_row_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_evidence_item_update:
 * @self: an item
 * @row: (transfer none): its row
 * @links: (transfer none) (element-type TsRow): its links to the assessment that is looked at
 * @year: the calendar year in which that assessment's financial year begins
 *
 * Returns: whether anything is different from before; then it has notified
 */
gboolean
ts_evidence_item_update (TsEvidenceItem *self,
                         TsRow          *row,
                         GPtrArray      *links,
                         int             year)
{
  GObject *object = G_OBJECT (self);

  if (ts_row_equal (self->row, row) && links_equal (self->links, links))
    return FALSE;

  ts_row_ref (row);
  g_clear_pointer (&self->row, ts_row_unref);
  self->row = row;

  g_ptr_array_unref (self->links);
  self->links = g_ptr_array_ref (links);

  g_free (self->subtitle);
  self->subtitle = make_subtitle (row);
  g_free (self->links_label);
  self->links_label = make_links_label (links);
  g_free (self->stale_reason);
  self->stale_reason = ts_evidence_explain_stale (row, year);

  if (self->stale_reason != NULL)
    {
      g_autofree char *subtitle = g_steal_pointer (&self->subtitle);

      self->subtitle = g_strdup_printf ("%s\n%s", subtitle, self->stale_reason);
    }

  g_object_freeze_notify (object);
  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    g_object_notify_by_pspec (object, properties[i]);
  g_object_thaw_notify (object);

  return TRUE;
}

const char *
ts_evidence_item_get_id (TsEvidenceItem *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);

  return self->id;
}

/**
 * ts_evidence_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): its row as it is kept; not to be changed
 */
TsRow *
ts_evidence_item_get_row (TsEvidenceItem *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);

  return self->row;
}

const char *
ts_evidence_item_get_title (TsEvidenceItem *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);

  return ts_row_get_text (self->row, TS_EVIDENCE_TITLE);
}

const char *
ts_evidence_item_get_subtitle (TsEvidenceItem *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);

  return self->subtitle;
}

const char *
ts_evidence_item_get_stale_reason (TsEvidenceItem *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);

  return self->stale_reason;
}

const char *
ts_evidence_item_get_links_label (TsEvidenceItem *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);

  return self->links_label;
}

guint
ts_evidence_item_get_n_links (TsEvidenceItem *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), 0);

  return self->links->len;
}

/**
 * ts_evidence_item_get_link:
 * @self: an item
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): a link to the assessment that is looked at
 */
TsRow *
ts_evidence_item_get_link (TsEvidenceItem *self,
                           guint           position)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);

  return position < self->links->len ? g_ptr_array_index (self->links, position) : NULL;
}

/**
 * ts_evidence_item_find_link:
 * @self: an item
 * @node_id: a criterion's or group's id
 *
 * Returns: (transfer none) (nullable): its link to that criterion
 */
TsRow *
ts_evidence_item_find_link (TsEvidenceItem *self,
                            const char     *node_id)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (self), NULL);
  g_return_val_if_fail (node_id != NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      TsRow *link = g_ptr_array_index (self->links, i);

      if (g_str_equal (ts_row_get_text (link, TS_EVIDENCE_LINK_NODE), node_id))
        return link;
    }

  return NULL;
}
