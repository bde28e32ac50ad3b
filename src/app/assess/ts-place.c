/* ts-place.c — a place in the sidebar
 *
 * What a row of the sidebar says is derived here, without a widget, and so can be tested without a display.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-place.h"

#include "core/ts-checklist.h"

#include <glib/gi18n-lib.h>

struct _TsPlace
{
  GObject parent_instance;

  TsPlaceKind kind;
  char *id;
  char *group_id;
  char *heading;
  char *number;
  char *title;
  char *badge;
  char *description;
  int meaning;
  GArray *parts;
  guint revision;
};

enum
{
  PROP_0,
  PROP_REVISION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The places that have a page of their own. */
static const struct
{
  const char *id;
  const char *heading;
  const char *title;
} pages[] = {
  [TS_PLACE_OUTCOMES] = { "outcomes", NC_("heading in the sidebar", "Submission"), NC_("place in the sidebar", "Outcomes") },
  [TS_PLACE_GAPS] = { "gaps", NC_("heading in the sidebar", "Submission"), NC_("place in the sidebar", "Gaps") },
  [TS_PLACE_EVIDENCE] = { "evidence", NC_("heading in the sidebar", "Submission"), NC_("place in the sidebar", "Evidence") },
  [TS_PLACE_SIGN_OFF] = { "sign-off", NC_("heading in the sidebar", "Submission"), NC_("place in the sidebar", "Sign-off") },
  [TS_PLACE_HISTORY] = { "history", NC_("heading in the sidebar", "Submission"), NC_("place in the sidebar", "History") },
  [TS_PLACE_ORGANISATIONS] = { "organisations", NC_("heading in the sidebar", "Workbook"), NC_("place in the sidebar", "Organisations") },
};

G_DEFINE_FINAL_TYPE (TsPlace, ts_place, G_TYPE_OBJECT)

static void
ts_place_finalize (GObject *object)
{
  TsPlace *self = TS_PLACE (object);

  g_free (self->id);
  g_free (self->group_id);
  g_free (self->heading);
  g_free (self->number);
  g_free (self->title);
  g_free (self->badge);
  g_free (self->description);
  g_array_unref (self->parts);

  G_OBJECT_CLASS (ts_place_parent_class)->finalize (object);
}

static void
ts_place_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  TsPlace *self = TS_PLACE (object);

  switch (property_id)
    {
    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_place_class_init (TsPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_place_finalize;
  object_class->get_property = ts_place_get_property;

  properties[PROP_REVISION] =
    g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_place_init (TsPlace *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (TsPart));
}

/* A group's own id is worth showing where people know it by that, as competencies are known by number. */
static gboolean
is_number (const char *id)
{
  return g_ascii_isdigit (*id);
}

/**
 * ts_place_new:
 * @kind: what is there
 * @group: (nullable): the group, for %TS_PLACE_GROUP
 *
 * Returns: (transfer full): a place that says nothing yet about an assessment
 */
TsPlace *
ts_place_new (TsPlaceKind   kind,
              const TsNode *group)
{
  TsPlace *self;

  g_return_val_if_fail ((kind == TS_PLACE_GROUP) == (group != NULL), NULL);

  self = g_object_new (TS_TYPE_PLACE, NULL);
  self->kind = kind;

  switch (kind)
    {
    case TS_PLACE_OVERVIEW:
      self->id = g_strdup ("overview");
      self->title = g_strdup (_("Overview"));
      break;

    case TS_PLACE_GROUP:
      self->id = g_strconcat ("group/", group->id, NULL);
      self->group_id = g_strdup (group->id);
      self->heading = g_strdup (group->section->title);
      self->number = is_number (group->id) ? g_strdup (group->id) : NULL;
      self->title = g_strdup (group->title);
      break;

    case TS_PLACE_OUTCOMES:
    case TS_PLACE_GAPS:
    case TS_PLACE_EVIDENCE:
    case TS_PLACE_SIGN_OFF:
    case TS_PLACE_HISTORY:
    case TS_PLACE_ORGANISATIONS:
      self->id = g_strdup (pages[kind].id);
      self->heading = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "heading in the sidebar", pages[kind].heading));
      self->title = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "place in the sidebar", pages[kind].title));
      break;

    default:
      g_assert_not_reached ();
    }

  self->description = g_strdup (self->title);

  return self;
}

static char *
describe_group (const TsNodeState *state)
{
  const TsScale *scale = state->node->section->scale;
  g_autoptr (GString) text = g_string_new (NULL);

  if (is_number (state->node->id))
    g_string_append_printf (text, "%s ", state->node->id);

  g_string_append (text, state->node->title);
  g_string_append (text, ", ");

  if (state->level == 0)
    g_string_append (text, _("no level yet"));
  else if (ts_scale_get_kind (scale) == TS_SCALE_LEVELS)
    g_string_append_printf (text, _("level %s"), ts_scale_get_token (scale, state->level));
  else
    g_string_append (text, ts_scale_get_label (scale, state->level));

  if (state->target != 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("target %s"), ts_scale_get_token (scale, state->target));
    }

  g_string_append (text, ", ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u of %u rated", "%u of %u rated", state->n_parts),
                          state->n_rated, state->n_parts);

  if (state->n_ready < state->n_rated)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u lacks a reason or evidence", "%u lack a reason or evidence", state->n_rated - state->n_ready),
                              state->n_rated - state->n_ready);
    }

  if (state->n_to_confirm > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u to confirm", "%u to confirm", state->n_to_confirm),
                              state->n_to_confirm);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static TsPart
part_of (const TsNodeState *state)
{
  if (state->missing & TS_MISSING_CONFIRMATION)
    return TS_PART_TO_CONFIRM;

  if (state->level == 0)
    return TS_PART_UNRATED;

  return state->missing == TS_MISSING_NOTHING ? TS_PART_READY : TS_PART_RATED;
}

static void
update_group (TsPlace                 *self,
              const TsAssessmentState *state)
{
  const TsNodeState *group = ts_assessment_state_find (state, self->group_id);
  const TsScale *scale;

  g_return_if_fail (group != NULL);

  scale = group->node->section->scale;
  g_array_set_size (self->parts, 0);

  if (group->node->criteria->len == 0)
    {
      TsPart part = part_of (group);

      g_array_append_val (self->parts, part);
    }

  for (guint i = 0; i < group->node->criteria->len; i++)
    {
      const TsNode *criterion = g_ptr_array_index (group->node->criteria, i);
      TsPart part = part_of (ts_assessment_state_find (state, criterion->id));

      g_array_append_val (self->parts, part);
    }

  g_free (self->badge);
  g_free (self->description);
  self->description = describe_group (group);
  self->meaning = -1;

  if (group->level == 0)
    {
      self->badge = g_strdup ("–");
    }
  else if (ts_scale_get_kind (scale) == TS_SCALE_LEVELS)
    {
      self->badge = g_strdup (ts_scale_get_token (scale, group->level));
    }
  else
    {
      self->badge = g_strdup (ts_scale_get_label (scale, group->level));
      self->meaning = ts_scale_get_level (scale, group->level)->meaning;
    }
}

static void
update_evidence (TsPlace *self,
                 guint    n_evidence)
{
  g_free (self->badge);
  g_free (self->description);
  self->badge = g_strdup_printf ("%u", n_evidence);
  self->description = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Evidence, %u item", "Evidence, %u items", n_evidence),
                                       n_evidence);
}

/* What can be seen of the checklist without the outcomes, which are advice. */
static void
update_sign_off (TsPlace                 *self,
                 const TsAssessmentState *state)
{
  g_autoptr (GPtrArray) checks = ts_checklist_make (state, NULL, NULL);
  guint n_open = ts_checklist_count_open (checks);

  g_free (self->badge);
  g_free (self->description);
  self->badge = n_open > 0 ? g_strdup_printf ("%u", n_open) : NULL;
  self->description = n_open > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Sign-off, %u point open", "Sign-off, %u points open", n_open), n_open)
                                 : g_strdup (_("Sign-off, nothing open"));
}

/**
 * ts_place_update:
 * @self: a place
 * @state: where the assessment stands
 * @n_evidence: how many items of evidence there are
 *
 * Derives again what the place says.
 *
 * Returns: whether it says something else now
 */
gboolean
ts_place_update (TsPlace                 *self,
                 const TsAssessmentState *state,
                 guint                    n_evidence)
{
  g_autofree char *badge = NULL;
  g_autofree char *description = NULL;
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (TS_IS_PLACE (self), FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  badge = g_strdup (self->badge);
  description = g_strdup (self->description);
  parts = g_array_copy (self->parts);

  if (self->kind == TS_PLACE_GROUP)
    update_group (self, state);
  else if (self->kind == TS_PLACE_EVIDENCE)
    update_evidence (self, n_evidence);
  else if (self->kind == TS_PLACE_SIGN_OFF)
    update_sign_off (self, state);

  if (g_strcmp0 (badge, self->badge) == 0 &&
      g_str_equal (description, self->description) &&
      parts->len == self->parts->len &&
      (parts->len == 0 || memcmp (parts->data, self->parts->data, parts->len * sizeof (TsPart)) == 0))
    return FALSE;

  self->revision++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);

  return TRUE;
}

/**
 * ts_place_get_id:
 * @self: a place
 *
 * Returns: (transfer none): its name in `win.show-place`
 */
const char *
ts_place_get_id (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);

  return self->id;
}

TsPlaceKind
ts_place_get_kind (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), TS_PLACE_OVERVIEW);

  return self->kind;
}

/**
 * ts_place_get_group_id:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the id of its group; %NULL unless it is one
 */
const char *
ts_place_get_group_id (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);

  return self->group_id;
}

/**
 * ts_place_get_heading:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): under which heading it stands; %NULL for what comes before all headings
 */
const char *
ts_place_get_heading (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);

  return self->heading;
}

/**
 * ts_place_get_number:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the number that people know it by
 */
const char *
ts_place_get_number (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);

  return self->number;
}

const char *
ts_place_get_title (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);

  return self->title;
}

/**
 * ts_place_get_badge:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): its level or count, or a dash for none
 */
const char *
ts_place_get_badge (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);

  return self->badge;
}

/**
 * ts_place_get_meaning:
 * @self: a place
 *
 * Returns: the #TsMeaning of a level that has a colour of its own, or -1
 */
int
ts_place_get_meaning (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), -1);

  return self->badge != NULL && self->kind == TS_PLACE_GROUP ? self->meaning : -1;
}

/**
 * ts_place_get_parts:
 * @self: a place
 * @n_parts: (out): how many parts it has
 *
 * Returns: (transfer none) (array length=n_parts): how far each part has come; valid until the next update
 */
const TsPart *
ts_place_get_parts (TsPlace *self,
                    guint   *n_parts)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);
  g_return_val_if_fail (n_parts != NULL, NULL);

  *n_parts = self->parts->len;

  return (const TsPart *) (gpointer) self->parts->data;
}

/**
 * ts_place_get_description:
 * @self: a place
 *
 * Returns: (transfer none): all that its row says, for those who hear it
 */
const char *
ts_place_get_description (TsPlace *self)
{
  g_return_val_if_fail (TS_IS_PLACE (self), NULL);

  return self->description;
}
