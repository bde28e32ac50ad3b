/* ts-compare-maker.c — makes what a page shows, beside the main loop
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-maker.h"

typedef struct
{
  TsCompareMakeFunc make;
  TsComparison *comparison;
  TsCompareFilter *filter;
  gpointer wish;
  GDestroyNotify free_wish;
} Errand;

struct _TsCompareMaker
{
  GObject parent_instance;

  TsCompareMakeFunc make;
  GDestroyNotify free_made;
  TsCompareMadeFunc made;
  gpointer owner;  /* NULL once it wants nothing any more */
  Errand *waiting; /* asked for while another is made */
  gboolean running;
};

G_DEFINE_FINAL_TYPE (TsCompareMaker, ts_compare_maker, G_TYPE_OBJECT)

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  ts_comparison_unref (errand->comparison);
  ts_compare_filter_free (errand->filter);

  if (errand->free_wish != NULL && errand->wish != NULL)
    errand->free_wish (errand->wish);

  g_free (errand);
}

static void
run (GTask        *task,
     gpointer      source_object,
     gpointer      task_data,
     GCancellable *cancellable)
{
  const Errand *errand = task_data;
  const TsCompareMaker *self = source_object;

  g_task_return_pointer (task, errand->make (errand->comparison, errand->filter, errand->wish), self->free_made);
}

static void start (TsCompareMaker *self,
                   Errand         *errand);

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  TsCompareMaker *self = TS_COMPARE_MAKER (source);
  gpointer made = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;

  if (self->waiting != NULL)
    {
      g_clear_pointer (&made, self->free_made);
      start (self, g_steal_pointer (&self->waiting));
    }
  else if (self->owner != NULL)
    {
      self->made (self->owner, made);
    }
  else
    {
      g_clear_pointer (&made, self->free_made);
    }
}

/* Takes the errand. */
static void
start (TsCompareMaker *self,
       Errand         *errand)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_done, NULL);

  g_task_set_task_data (task, errand, errand_free);
  self->running = TRUE;
  g_task_run_in_thread (task, run);
}

static void
ts_compare_maker_finalize (GObject *object)
{
  TsCompareMaker *self = TS_COMPARE_MAKER (object);

  g_clear_pointer (&self->waiting, errand_free);

  G_OBJECT_CLASS (ts_compare_maker_parent_class)->finalize (object);
}

static void
ts_compare_maker_class_init (TsCompareMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ts_compare_maker_finalize;
}

static void
ts_compare_maker_init (TsCompareMaker *self)
{
}

/**
 * ts_compare_maker_new:
 * @make: makes it
 * @free_made: frees it
 * @made: gets it, on the thread that asked
 * @owner: for @made; it calls ts_compare_maker_stop() before it goes
 *
 * Returns: (transfer full): a maker
 */
TsCompareMaker *
ts_compare_maker_new (TsCompareMakeFunc make,
                      GDestroyNotify    free_made,
                      TsCompareMadeFunc made,
                      gpointer          owner)
{
  TsCompareMaker *self = g_object_new (TS_TYPE_COMPARE_MAKER, NULL);

  self->make = make;
  self->free_made = free_made;
  self->made = made;
  self->owner = owner;

  return self;
}

/**
 * ts_compare_maker_ask:
 * @self: a maker
 * @comparison: what is compared
 * @filter: how; it is copied
 * @wish: (nullable) (transfer full): what else is wanted
 * @free_wish: (nullable): frees it
 */
void
ts_compare_maker_ask (TsCompareMaker        *self,
                      TsComparison          *comparison,
                      const TsCompareFilter *filter,
                      gpointer               wish,
                      GDestroyNotify         free_wish)
{
  Errand *errand = g_new (Errand, 1);

  g_return_if_fail (TS_IS_COMPARE_MAKER (self));

  *errand = (Errand) { self->make, ts_comparison_ref (comparison), ts_compare_filter_copy (filter), wish, free_wish };

  if (self->running)
    {
      g_clear_pointer (&self->waiting, errand_free);
      self->waiting = errand;
    }
  else
    {
      start (self, errand);
    }
}

/**
 * ts_compare_maker_stop:
 * @self: a maker
 *
 * Its owner hears of nothing any more.
 */
void
ts_compare_maker_stop (TsCompareMaker *self)
{
  g_return_if_fail (TS_IS_COMPARE_MAKER (self));

  self->owner = NULL;
  g_clear_pointer (&self->waiting, errand_free);
}
