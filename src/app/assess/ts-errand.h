/* ts-errand.h — something that a page asked a session for
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/assess/ts-transfer.h"
#include "app/ts-window.h"

G_BEGIN_DECLS

/**
 * TsErrand:
 * @window: the #TsWindow that it was asked for in, if any; it may go before the errand is done
 * @session: the session that was asked
 * @transfer: (nullable): how far it is, where it takes long
 * @file: (nullable): what is written
 * @heading: what to say if it fails, translated; not owned
 * @undo_title: (nullable): what to say when it is done, with an offer to undo
 *
 * Something that a page asked a session for and that goes on by itself. It outlives the page, and tells the window what went wrong.
 */
typedef struct
{
  GWeakRef window;
  TsSession *session;
  TsTransfer *transfer;
  GFile *file;
  const char *heading;
  char *undo_title;
} TsErrand;

TsErrand *ts_errand_new          (GtkWidget    *origin,
                                  TsSession    *session,
                                  const char   *heading);
void      ts_errand_free         (TsErrand     *self);
void      ts_errand_begin        (TsErrand     *self,
                                  const char   *title,
                                  const char   *place);
void      ts_errand_end_transfer (TsErrand     *self);
void      ts_errand_show_error   (TsErrand     *self,
                                  const GError *error);

/* A GAsyncReadyCallback for what ends with ts_session_change_finish (); its data is the errand, which it frees. */
void      ts_errand_changed      (GObject      *session,
                                  GAsyncResult *result,
                                  gpointer      errand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsErrand, ts_errand_free)

G_END_DECLS
