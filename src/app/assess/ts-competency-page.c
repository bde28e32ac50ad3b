/* ts-competency-page.c — one competency, scored
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-competency-page.h"

struct _TsCompetencyPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  char *group_id;
};

G_DEFINE_FINAL_TYPE (TsCompetencyPage, ts_competency_page, ADW_TYPE_BIN)

enum
{
  PROP_MODEL = 1,
  PROP_GROUP_ID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ts_competency_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_GROUP_ID:
      g_value_set_string (value, self->group_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_competency_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      ts_competency_page_set_model (self, g_value_get_object (value));
      break;

    case PROP_GROUP_ID:
      ts_competency_page_set_group_id (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_competency_page_dispose (GObject *object)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->group_id, g_free);

  G_OBJECT_CLASS (ts_competency_page_parent_class)->dispose (object);
}

static void
ts_competency_page_class_init (TsCompetencyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_competency_page_dispose;
  object_class->get_property = ts_competency_page_get_property;
  object_class->set_property = ts_competency_page_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_GROUP_ID] =
    g_param_spec_string ("group-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_competency_page_init (TsCompetencyPage *self)
{
}

GtkWidget *
ts_competency_page_new (void)
{
  return g_object_new (TS_TYPE_COMPETENCY_PAGE, NULL);
}

TsAssessmentModel *
ts_competency_page_get_model (TsCompetencyPage *self)
{
  g_return_val_if_fail (TS_IS_COMPETENCY_PAGE (self), NULL);

  return self->model;
}

void
ts_competency_page_set_model (TsCompetencyPage  *self,
                              TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (g_set_object (&self->model, model))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

const char *
ts_competency_page_get_group_id (TsCompetencyPage *self)
{
  g_return_val_if_fail (TS_IS_COMPETENCY_PAGE (self), NULL);

  return self->group_id;
}

void
ts_competency_page_set_group_id (TsCompetencyPage *self,
                                 const char       *group_id)
{
  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));

  if (g_strcmp0 (self->group_id, group_id) == 0)
    return;

  g_free (self->group_id);
  self->group_id = g_strdup (group_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP_ID]);
}

void
ts_competency_page_show_criterion (TsCompetencyPage *self,
                                   const char       *criterion_id)
{
  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));
}

void
ts_competency_page_flush (TsCompetencyPage *self)
{
  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));
}
