/* ts-place-list.c — the places of an assessment
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-place-list.h"

struct _TsPlaceList
{
  GObject parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  GSignalGroup *evidence_signals;
  TsFramework *framework; /* that the places were made for */
  GPtrArray *places;
};

enum
{
  PROP_0,
  PROP_MODEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
ts_place_list_get_item_type (GListModel *list)
{
  return TS_TYPE_PLACE;
}

static guint
ts_place_list_get_n_items (GListModel *list)
{
  return TS_PLACE_LIST (list)->places->len;
}

static gpointer
ts_place_list_get_item (GListModel *list,
                        guint       position)
{
  TsPlaceList *self = TS_PLACE_LIST (list);

  return position < self->places->len ? g_object_ref (g_ptr_array_index (self->places, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = ts_place_list_get_item_type;
  iface->get_n_items = ts_place_list_get_n_items;
  iface->get_item = ts_place_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TsPlaceList, ts_place_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* The places below the groups, in the order of the sidebar. */
static const TsPlaceKind page_places[] = {
  TS_PLACE_OUTCOMES,
  TS_PLACE_GAPS,
  TS_PLACE_EVIDENCE,
  TS_PLACE_SIGN_OFF,
  TS_PLACE_HISTORY,
  TS_PLACE_ORGANISATIONS,
};

static void
add_places (GPtrArray   *places,
            TsFramework *framework)
{
  g_ptr_array_add (places, ts_place_new (TS_PLACE_OVERVIEW, NULL));

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        g_ptr_array_add (places, ts_place_new (TS_PLACE_GROUP, g_ptr_array_index (section->groups, j)));
    }

  for (guint i = 0; i < G_N_ELEMENTS (page_places); i++)
    g_ptr_array_add (places, ts_place_new (page_places[i], NULL));
}

/* One framework may be parsed more than once; the rows need not know. */
static gboolean
same_framework (TsFramework *a,
                TsFramework *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a == b || (g_str_equal (ts_framework_get_id (a), ts_framework_get_id (b)) &&
                    g_str_equal (ts_framework_get_edition (a), ts_framework_get_edition (b)));
}

static void
update (TsPlaceList *self)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
  TsFramework *framework = state != NULL ? ts_assessment_state_get_framework (state) : NULL;
  gboolean anew = !same_framework (framework, self->framework);
  guint n_before = self->places->len;

  if (anew)
    {
      g_ptr_array_set_size (self->places, 0);
      g_clear_pointer (&self->framework, ts_framework_unref);

      if (framework != NULL)
        {
          self->framework = ts_framework_ref (framework);
          add_places (self->places, framework);
        }
    }

  if (state != NULL)
    {
      guint n_evidence = g_list_model_get_n_items (ts_assessment_model_get_evidence (self->model));

      for (guint i = 0; i < self->places->len; i++)
        ts_place_update (g_ptr_array_index (self->places, i), state, n_evidence);
    }

  if (anew)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->places->len);
}

static void
ts_place_list_dispose (GObject *object)
{
  TsPlaceList *self = TS_PLACE_LIST (object);

  g_signal_group_set_target (self->model_signals, NULL);
  g_signal_group_set_target (self->evidence_signals, NULL);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_place_list_parent_class)->dispose (object);
}

static void
ts_place_list_finalize (GObject *object)
{
  TsPlaceList *self = TS_PLACE_LIST (object);

  g_object_unref (self->model_signals);
  g_object_unref (self->evidence_signals);
  g_ptr_array_unref (self->places);
  g_clear_pointer (&self->framework, ts_framework_unref);

  G_OBJECT_CLASS (ts_place_list_parent_class)->finalize (object);
}

static void
ts_place_list_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TsPlaceList *self = TS_PLACE_LIST (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_place_list_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TsPlaceList *self = TS_PLACE_LIST (object);

  switch (property_id)
    {
    case PROP_MODEL:
      ts_place_list_set_model (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_place_list_class_init (TsPlaceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_place_list_dispose;
  object_class->finalize = ts_place_list_finalize;
  object_class->get_property = ts_place_list_get_property;
  object_class->set_property = ts_place_list_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_place_list_init (TsPlaceList *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update), self);

  self->evidence_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->evidence_signals, "items-changed", G_CALLBACK (update), self);
}

TsPlaceList *
ts_place_list_new (void)
{
  return g_object_new (TS_TYPE_PLACE_LIST, NULL);
}

/**
 * ts_place_list_get_model:
 * @self: places
 *
 * Returns: (transfer none) (nullable): the assessment that they are the places of
 */
TsAssessmentModel *
ts_place_list_get_model (TsPlaceList *self)
{
  g_return_val_if_fail (TS_IS_PLACE_LIST (self), NULL);

  return self->model;
}

/**
 * ts_place_list_set_model:
 * @self: places
 * @model: (nullable): an assessment
 */
void
ts_place_list_set_model (TsPlaceList       *self,
                         TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_PLACE_LIST (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  g_signal_group_set_target (self->evidence_signals, model != NULL ? ts_assessment_model_get_evidence (model) : NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * ts_place_list_find:
 * @self: places
 * @place_id: a place's name, from anywhere
 *
 * Returns: the place's position, or -1 if there is none such
 */
int
ts_place_list_find (TsPlaceList *self,
                    const char  *place_id)
{
  g_return_val_if_fail (TS_IS_PLACE_LIST (self), -1);
  g_return_val_if_fail (place_id != NULL, -1);

  for (guint i = 0; i < self->places->len; i++)
    {
      if (g_str_equal (ts_place_get_id (g_ptr_array_index (self->places, i)), place_id))
        return (int) i;
    }

  return -1;
}
