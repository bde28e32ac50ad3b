/* ts-level-row.c — a competency in the overview
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-level-row.h"

#include "app/assess/ts-overview-text.h"
#include "app/assess/ts-sidebar-dots.h"
#include "app/widgets/ts-columns.h"
#include "app/widgets/ts-wrap-layout.h"

struct _TsLevelRow
{
  AdwPreferencesRow parent_instance;

  char *group_id;
  GtkLabel *number_label;
  GtkLabel *title_label;
  TsSidebarDots *dots;
  GtkLabel *level_label;
  GtkLabel *target_label;
  GtkLabel *previous_label;
};

G_DEFINE_FINAL_TYPE (TsLevelRow, ts_level_row, ADW_TYPE_PREFERENCES_ROW)

static void
ts_level_row_finalize (GObject *object)
{
  TsLevelRow *self = TS_LEVEL_ROW (object);

  g_free (self->group_id);

  G_OBJECT_CLASS (ts_level_row_parent_class)->finalize (object);
}

static void
ts_level_row_class_init (TsLevelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_level_row_finalize;

  g_type_ensure (TS_TYPE_COLUMNS);
  g_type_ensure (TS_TYPE_SIDEBAR_DOTS);
  g_type_ensure (TS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/level-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsLevelRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, TsLevelRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TsLevelRow, dots);
  gtk_widget_class_bind_template_child (widget_class, TsLevelRow, level_label);
  gtk_widget_class_bind_template_child (widget_class, TsLevelRow, target_label);
  gtk_widget_class_bind_template_child (widget_class, TsLevelRow, previous_label);
}

static void
ts_level_row_init (TsLevelRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_level_row_new:
 * @group: a group of a framework
 *
 * Returns: (transfer floating): a row for it that says nothing yet about an assessment
 */
GtkWidget *
ts_level_row_new (const TsNode *group)
{
  g_autofree char *place = NULL;
  TsLevelRow *self;

  g_return_val_if_fail (group != NULL, NULL);

  self = g_object_new (TS_TYPE_LEVEL_ROW, NULL);
  self->group_id = g_strdup (group->id);
  gtk_label_set_label (self->number_label, group->id);
  gtk_label_set_label (self->title_label, group->title);

  place = g_strconcat ("group/", group->id, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-place");

  return GTK_WIDGET (self);
}

static void
update_dots (TsLevelRow              *self,
             const TsAssessmentState *state,
             const TsNodeState       *group)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (TsPart));

  for (guint i = 0; i < group->node->criteria->len; i++)
    {
      const TsNode *criterion = g_ptr_array_index (group->node->criteria, i);
      const TsNodeState *standing = ts_assessment_state_find (state, criterion->id);
      TsPart part = TS_PART_UNRATED;

      if (standing->missing & TS_MISSING_CONFIRMATION)
        part = TS_PART_TO_CONFIRM;
      else if (standing->level != 0)
        part = standing->missing == TS_MISSING_NOTHING ? TS_PART_READY : TS_PART_RATED;

      g_array_append_val (parts, part);
    }

  ts_sidebar_dots_set_parts (self->dots, (const TsPart *) parts->data, parts->len);
}

/**
 * ts_level_row_update:
 * @self: a row
 * @state: where an assessment by the framework of the row's group stands
 */
void
ts_level_row_update (TsLevelRow              *self,
                     const TsAssessmentState *state)
{
  const TsNodeState *group;
  g_autofree char *level = NULL;
  g_autofree char *target = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (TS_IS_LEVEL_ROW (self));
  g_return_if_fail (state != NULL);

  group = ts_assessment_state_find (state, self->group_id);
  g_return_if_fail (group != NULL);

  level = ts_overview_text_level (group);
  target = ts_overview_text_target (group);
  previous = ts_overview_text_previous (group);
  description = ts_overview_text_group (group);

  update_dots (self, state, group);
  gtk_label_set_label (self->level_label, level);
  gtk_label_set_label (self->target_label, target);
  gtk_label_set_label (self->previous_label, previous);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}
