/* ts-assessment-choice.c — which of a workbook's assessments is looked at
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-assessment-choice.h"

#include "core/ts-stage.h"

struct _TsAssessmentChoice
{
  GObject parent_instance;

  TsSession *session;
  TsAssessmentList *assessments;
  TsOrganisationList *organisations;
  TsAssessmentModel *model;
  gboolean listed; /* the list has had the chosen one; until then it may have just begun */
};

enum
{
  PROP_0,
  PROP_LOADED,
  PROP_MODEL,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsAssessmentChoice, ts_assessment_choice, G_TYPE_OBJECT)

/* The one that was worked on last; where the journal does not tell, a draft of the latest year. */
static TsAssessmentItem *
dup_likeliest (TsAssessmentList *assessments)
{
  const char *draft = ts_stage_get_title (TS_STAGE_DRAFT);
  g_autoptr (TsAssessmentItem) best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (assessments)); i++)
    {
      g_autoptr (TsAssessmentItem) item = g_list_model_get_item (G_LIST_MODEL (assessments), i);
      int difference;

      if (ts_assessment_item_is_latest (item))
        return g_steal_pointer (&item);

      difference = best != NULL ? ts_assessment_item_get_year (item) - ts_assessment_item_get_year (best) : 1;

      if (difference > 0 ||
          (difference == 0 &&
           g_str_equal (ts_assessment_item_get_stage_title (item), draft) &&
           !g_str_equal (ts_assessment_item_get_stage_title (best), draft)))
        g_set_object (&best, item);
    }

  return g_steal_pointer (&best);
}

static void
set_assessment (TsAssessmentChoice *self,
                const char         *assessment_id)
{
  if (self->model == NULL ? assessment_id == NULL
                          : g_strcmp0 (ts_assessment_model_get_assessment_id (self->model), assessment_id) == 0)
    return;

  g_clear_object (&self->model);
  self->listed = FALSE;

  if (assessment_id != NULL)
    self->model = ts_assessment_model_new (self->session, assessment_id);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

static void
on_assessments_changed (TsAssessmentChoice *self)
{
  if (!ts_assessment_list_get_loaded (self->assessments))
    return;

  if (self->model != NULL &&
      ts_assessment_list_find (self->assessments, ts_assessment_model_get_assessment_id (self->model)) != NULL)
    {
      self->listed = TRUE;
    }
  else if (self->model == NULL || self->listed)
    {
      g_autoptr (TsAssessmentItem) likeliest = dup_likeliest (self->assessments);

      set_assessment (self, likeliest != NULL ? ts_assessment_item_get_id (likeliest) : NULL);
      self->listed = TRUE;
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
on_assessments_failed (TsAssessmentChoice *self,
                       const GError       *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
drop_lists (TsAssessmentChoice *self)
{
  if (self->assessments != NULL)
    g_signal_handlers_disconnect_by_data (self->assessments, self);

  g_clear_object (&self->assessments);
  g_clear_object (&self->organisations);
}

static void
ts_assessment_choice_dispose (GObject *object)
{
  TsAssessmentChoice *self = TS_ASSESSMENT_CHOICE (object);

  drop_lists (self);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_assessment_choice_parent_class)->dispose (object);
}

static void
ts_assessment_choice_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TsAssessmentChoice *self = TS_ASSESSMENT_CHOICE (object);

  switch (property_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, ts_assessment_choice_get_loaded (self));
      break;

    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_assessment_choice_class_init (TsAssessmentChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_assessment_choice_dispose;
  object_class->get_property = ts_assessment_choice_get_property;

  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", TS_TYPE_ASSESSMENT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ts_assessment_choice_init (TsAssessmentChoice *self)
{
}

TsAssessmentChoice *
ts_assessment_choice_new (void)
{
  return g_object_new (TS_TYPE_ASSESSMENT_CHOICE, NULL);
}

/**
 * ts_assessment_choice_get_session:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the workbook
 */
TsSession *
ts_assessment_choice_get_session (TsAssessmentChoice *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_CHOICE (self), NULL);

  return self->session;
}

/**
 * ts_assessment_choice_set_session:
 * @self: a choice
 * @session: (nullable): the workbook whose assessments there are to choose from
 */
void
ts_assessment_choice_set_session (TsAssessmentChoice *self,
                                  TsSession          *session)
{
  g_return_if_fail (TS_IS_ASSESSMENT_CHOICE (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  drop_lists (self);
  set_assessment (self, NULL);

  if (session != NULL)
    {
      self->assessments = ts_assessment_list_new (session);
      self->organisations = ts_organisation_list_new (session);
      g_signal_connect_swapped (self->assessments, "items-changed", G_CALLBACK (on_assessments_changed), self);
      g_signal_connect_swapped (self->assessments, "notify::loaded", G_CALLBACK (on_assessments_changed), self);
      g_signal_connect_swapped (self->assessments, "failed", G_CALLBACK (on_assessments_failed), self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

/**
 * ts_assessment_choice_get_assessments:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): all assessments of the workbook
 */
TsAssessmentList *
ts_assessment_choice_get_assessments (TsAssessmentChoice *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_CHOICE (self), NULL);

  return self->assessments;
}

/**
 * ts_assessment_choice_get_organisations:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): all organisations of the workbook
 */
TsOrganisationList *
ts_assessment_choice_get_organisations (TsAssessmentChoice *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_CHOICE (self), NULL);

  return self->organisations;
}

gboolean
ts_assessment_choice_get_loaded (TsAssessmentChoice *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_CHOICE (self), FALSE);

  return self->assessments != NULL && ts_assessment_list_get_loaded (self->assessments);
}

/**
 * ts_assessment_choice_get_model:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the assessment that is looked at
 */
TsAssessmentModel *
ts_assessment_choice_get_model (TsAssessmentChoice *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_CHOICE (self), NULL);

  return self->model;
}

/**
 * ts_assessment_choice_get_organisation_id:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the organisation of the assessment that is looked at
 */
const char *
ts_assessment_choice_get_organisation_id (TsAssessmentChoice *self)
{
  TsAssessmentItem *item = NULL;

  g_return_val_if_fail (TS_IS_ASSESSMENT_CHOICE (self), NULL);

  if (self->model != NULL)
    item = ts_assessment_list_find (self->assessments, ts_assessment_model_get_assessment_id (self->model));

  return item != NULL ? ts_assessment_item_get_organisation_id (item) : NULL;
}

/**
 * ts_assessment_choice_select:
 * @self: a choice
 * @assessment_id: the id of an assessment; one that has only just begun may not be in the list yet
 */
void
ts_assessment_choice_select (TsAssessmentChoice *self,
                             const char         *assessment_id)
{
  g_return_if_fail (TS_IS_ASSESSMENT_CHOICE (self));
  g_return_if_fail (assessment_id != NULL);
  g_return_if_fail (self->session != NULL);

  set_assessment (self, assessment_id);
}
