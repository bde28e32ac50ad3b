/* ts-assessment-item.c — an assessment in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-assessment-item-private.h"

#include "core/ts-stage.h"
#include "core/ts-year.h"

struct _TsAssessmentItem
{
  GObject parent_instance;

  TsRow *assessment;
  char *organisation_code;
  char *organisation_name;
  char *year_label;
  char *framework_title;
  gboolean is_latest;
};

enum
{
  PROP_ID = 1,
  PROP_ORGANISATION_ID,
  PROP_ORGANISATION_CODE,
  PROP_ORGANISATION_NAME,
  PROP_YEAR,
  PROP_YEAR_LABEL,
  PROP_FRAMEWORK_TITLE,
  PROP_STAGE_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsAssessmentItem, ts_assessment_item, G_TYPE_OBJECT)

static void
ts_assessment_item_finalize (GObject *object)
{
  TsAssessmentItem *self = TS_ASSESSMENT_ITEM (object);

  g_clear_pointer (&self->assessment, ts_row_unref);
  g_free (self->organisation_code);
  g_free (self->organisation_name);
  g_free (self->year_label);
  g_free (self->framework_title);

  G_OBJECT_CLASS (ts_assessment_item_parent_class)->finalize (object);
}

static void
ts_assessment_item_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TsAssessmentItem *self = TS_ASSESSMENT_ITEM (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, ts_assessment_item_get_id (self));
      break;

    case PROP_ORGANISATION_ID:
      g_value_set_string (value, ts_assessment_item_get_organisation_id (self));
      break;

    case PROP_ORGANISATION_CODE:
      g_value_set_string (value, self->organisation_code);
      break;

    case PROP_ORGANISATION_NAME:
      g_value_set_string (value, self->organisation_name);
      break;

    case PROP_YEAR:
      g_value_set_int (value, ts_assessment_item_get_year (self));
      break;

    case PROP_YEAR_LABEL:
      g_value_set_string (value, self->year_label);
      break;

    case PROP_FRAMEWORK_TITLE:
      g_value_set_string (value, self->framework_title);
      break;

    case PROP_STAGE_TITLE:
      g_value_set_string (value, ts_assessment_item_get_stage_title (self));
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
ts_assessment_item_class_init (TsAssessmentItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_assessment_item_finalize;
  object_class->get_property = ts_assessment_item_get_property;

  properties[PROP_ID] = string_property ("id");
  properties[PROP_ORGANISATION_ID] = string_property ("organisation-id");
  properties[PROP_ORGANISATION_CODE] = string_property ("organisation-code");
  properties[PROP_ORGANISATION_NAME] = string_property ("organisation-name");
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_YEAR_LABEL] = string_property ("year-label");
  properties[PROP_FRAMEWORK_TITLE] = string_property ("framework-title");
  properties[PROP_STAGE_TITLE] = string_property ("stage-title");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_assessment_item_init (TsAssessmentItem *self)
{
}

/**
 * ts_assessment_item_new:
 * @assessment: an assessment's row
 * @organisation_code: the assessed organisation's code
 * @organisation_name: its name in the assessment's year
 * @framework_title: the framework's title
 *
 * Returns: (transfer full): an item
 */
TsAssessmentItem *
ts_assessment_item_new (TsRow      *assessment,
                        const char *organisation_code,
                        const char *organisation_name,
                        const char *framework_title)
{
  TsAssessmentItem *self = g_object_new (TS_TYPE_ASSESSMENT_ITEM, NULL);

  self->assessment = ts_row_ref (assessment);
  self->organisation_code = g_strdup (organisation_code);
  self->organisation_name = g_strdup (organisation_name);
  self->framework_title = g_strdup (framework_title);
  self->year_label = ts_year_format ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR));

  return self;
}

const char *
ts_assessment_item_get_id (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), NULL);

  return ts_row_get_id (self->assessment);
}

const char *
ts_assessment_item_get_organisation_id (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), NULL);

  return ts_row_get_text (self->assessment, TS_ASSESSMENT_ORGANISATION);
}

const char *
ts_assessment_item_get_organisation_code (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), NULL);

  return self->organisation_code;
}

const char *
ts_assessment_item_get_organisation_name (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), NULL);

  return self->organisation_name;
}

int
ts_assessment_item_get_year (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), 0);

  return (int) ts_row_get_integer (self->assessment, TS_ASSESSMENT_YEAR);
}

const char *
ts_assessment_item_get_year_label (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), NULL);

  return self->year_label;
}

const char *
ts_assessment_item_get_framework_title (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), NULL);

  return self->framework_title;
}

/**
 * ts_assessment_item_get_stage_title:
 * @self: an item
 *
 * Returns: (transfer none): the stage for people; the kept name where a newer version knows a stage that this one does not
 */
const char *
ts_assessment_item_get_stage_title (TsAssessmentItem *self)
{
  const char *name;
  TsStage stage;

  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), NULL);

  name = ts_row_get_text (self->assessment, TS_ASSESSMENT_STAGE);

  return ts_stage_from_name (name, &stage) ? ts_stage_get_title (stage) : name;
}

/**
 * ts_assessment_item_is_latest:
 * @self: an item
 *
 * Returns: whether it is the one that was worked on last when the list was read
 */
gboolean
ts_assessment_item_is_latest (TsAssessmentItem *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_ITEM (self), FALSE);

  return self->is_latest;
}

void
ts_assessment_item_set_latest (TsAssessmentItem *self)
{
  g_return_if_fail (TS_IS_ASSESSMENT_ITEM (self));

  self->is_latest = TRUE;
}
