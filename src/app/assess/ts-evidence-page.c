/* ts-evidence-page.c — all evidence of an organisation
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-page.h"

struct _TsEvidencePage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
};

G_DEFINE_FINAL_TYPE (TsEvidencePage, ts_evidence_page, ADW_TYPE_BIN)

enum
{
  PROP_MODEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ts_evidence_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (object);

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
ts_evidence_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      ts_evidence_page_set_model (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_evidence_page_dispose (GObject *object)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_evidence_page_parent_class)->dispose (object);
}

static void
ts_evidence_page_class_init (TsEvidencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_evidence_page_dispose;
  object_class->get_property = ts_evidence_page_get_property;
  object_class->set_property = ts_evidence_page_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_evidence_page_init (TsEvidencePage *self)
{
}

GtkWidget *
ts_evidence_page_new (void)
{
  return g_object_new (TS_TYPE_EVIDENCE_PAGE, NULL);
}

TsAssessmentModel *
ts_evidence_page_get_model (TsEvidencePage *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_PAGE (self), NULL);

  return self->model;
}

void
ts_evidence_page_set_model (TsEvidencePage    *self,
                            TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_EVIDENCE_PAGE (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (g_set_object (&self->model, model))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}
