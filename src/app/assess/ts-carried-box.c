/* ts-carried-box.c — what was carried forward to a criterion
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-carried-box.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-level-words.h"
#include "app/widgets/ts-wrap-box.h"

struct _TsCarriedBox
{
  AdwBin parent_instance;

  GtkLabel *text;
  GtkExpander *changes;
  GtkLabel *changes_label;
  GtkLabel *wording;
};

G_DEFINE_FINAL_TYPE (TsCarriedBox, ts_carried_box, ADW_TYPE_BIN)

static void
ts_carried_box_class_init (TsCarriedBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/carried-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCarriedBox, text);
  gtk_widget_class_bind_template_child (widget_class, TsCarriedBox, changes);
  gtk_widget_class_bind_template_child (widget_class, TsCarriedBox, changes_label);
  gtk_widget_class_bind_template_child (widget_class, TsCarriedBox, wording);
}

static void
ts_carried_box_init (TsCarriedBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (TsAssessmentModel *model,
          const TsNodeState *state)
{
  const TsScale *scale = state->node->section->scale;
  const char *year = ts_assessment_model_get_previous_year_label (model);
  g_autofree char *carried = NULL;
  g_autofree char *level = NULL;
  g_autofree char *settled = NULL;

  /* Whoever has chosen a level or said why has still not looked at the evidence that came along. */
  if (state->carried_level == 0 && state->level != 0)
    return g_strdup_printf (_("Evidence was carried forward from %s. It does not count until you confirm it."), year);

  if (state->carried_level == 0)
    return g_strdup_printf (_("Carried forward from %s. It does not count until you confirm it."), year);

  level = ts_level_words_middle (scale, state->carried_level);
  /* Translators: a year and a level, as in “Carried forward from 2008/09: Level 2. …” */
  carried = g_strdup_printf (_("Carried forward from %s: %s. It does not count until you confirm it."), year, level);

  if (state->previous_layer == TS_LAYER_SELF || state->previous_level == 0 || state->previous_level == state->carried_level)
    return g_steal_pointer (&carried);

  settled = ts_level_words_middle (scale, state->previous_level);

  /* Translators: a sentence, whose judgement it was last year, and the level: “… Panel said: Level 1.” */
  return g_strdup_printf (_("%s %s said: %s."), carried, ts_layer_get_title (state->previous_layer), settled);
}

static void
show_wording (TsCarriedBox           *self,
              TsAssessmentModel      *model,
              const TsCrosswalkEntry *entry,
              const TsNode           *now)
{
  TsFramework *framework = ts_assessment_model_get_previous_framework (model);
  const TsNode *before = framework != NULL && entry->from != NULL ? ts_framework_find_node (framework, entry->from) : NULL;
  g_autoptr (GString) text = g_string_new (entry->note);

  if (before != NULL)
    {
      if (before->definition != NULL)
        g_string_append_printf (text, _("\n\nWhat was looked at: %s"), before->definition);

      for (guint i = 0; before->descriptors != NULL && before->descriptors[i] != NULL; i++)
        {
          g_autofree char *level = ts_level_words_middle (before->section->scale, (int) i + 1);

          /* Translators: a level and what it stood for last year */
          g_string_append_printf (text, _("\n%s was: %s"), level, before->descriptors[i]);
        }
    }

  gtk_label_set_label (self->wording, text->str);
}

/**
 * ts_carried_box_refresh:
 * @self: a box
 * @model: an assessment that is loaded
 * @state: where the criterion stands
 */
void
ts_carried_box_refresh (TsCarriedBox      *self,
                        TsAssessmentModel *model,
                        const TsNodeState *state)
{
  TsCrosswalk *crosswalk;
  const TsCrosswalkEntry *entry;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  gboolean changed;

  g_return_if_fail (TS_IS_CARRIED_BOX (self));
  g_return_if_fail (TS_IS_ASSESSMENT_MODEL (model) && state != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), (state->missing & TS_MISSING_CONFIRMATION) != 0);

  if ((state->missing & TS_MISSING_CONFIRMATION) == 0)
    return;

  text = describe (model, state);
  gtk_label_set_label (self->text, text);

  crosswalk = ts_assessment_model_get_crosswalk (model);
  entry = crosswalk != NULL ? ts_crosswalk_find_to (crosswalk, state->node->id) : NULL;
  changed = entry != NULL && entry->relation == TS_CROSSWALK_CHANGED;
  gtk_widget_set_visible (GTK_WIDGET (self->changes), changed);

  if (!changed)
    return;

  title = g_strdup_printf (_("What changed in the definition since %s"), ts_assessment_model_get_previous_year_label (model));
  gtk_label_set_label (self->changes_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->changes), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_wording (self, model, entry, state->node);
}

/**
 * ts_carried_box_get_text:
 * @self: a box
 *
 * Returns: (transfer none): what it says
 */
const char *
ts_carried_box_get_text (TsCarriedBox *self)
{
  g_return_val_if_fail (TS_IS_CARRIED_BOX (self), NULL);

  return gtk_label_get_label (self->text);
}
