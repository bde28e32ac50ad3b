/* ts-attach.c — the changes that attach evidence and describe it
 *
 * An item of evidence belongs to an organisation and serves any number of criteria, in any year, through links. Taking
 * a link away never takes the item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-attach.h"

#include "core/ts-date.h"
#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-rate.h"
#include "core/ts-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *title;
} kinds[TS_N_EVIDENCE_KINDS] = {
  [TS_EVIDENCE_KIND_DOCUMENT] = { "document", NC_("evidence", "Document") },
  [TS_EVIDENCE_KIND_MINUTES] = { "minutes", NC_("evidence", "Minutes or board paper") },
  [TS_EVIDENCE_KIND_DATA] = { "data", NC_("evidence", "Data") },
  [TS_EVIDENCE_KIND_SURVEY] = { "survey", NC_("evidence", "Survey") },
  [TS_EVIDENCE_KIND_PLAN] = { "plan", NC_("evidence", "Plan or strategy") },
  [TS_EVIDENCE_KIND_WEB] = { "web", NC_("evidence", "Web page") },
  [TS_EVIDENCE_KIND_OTHER] = { "other", NC_("evidence", "Other") },
};

/**
 * ts_evidence_kind_get_name:
 * @kind: a kind of evidence
 *
 * Returns: (transfer none): the name that workbooks, files and commands use
 */
const char *
ts_evidence_kind_get_name (TsEvidenceKind kind)
{
  g_return_val_if_fail (kind < TS_N_EVIDENCE_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * ts_evidence_kind_get_title:
 * @kind: a kind of evidence
 *
 * Returns: (transfer none): the kind's name for people, translated
 */
const char *
ts_evidence_kind_get_title (TsEvidenceKind kind)
{
  g_return_val_if_fail (kind < TS_N_EVIDENCE_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "evidence", kinds[kind].title);
}

/**
 * ts_evidence_kind_from_name:
 * @name: a name, from anywhere
 * @kind: (out): where to put the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
ts_evidence_kind_from_name (const char     *name,
                            TsEvidenceKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < TS_N_EVIDENCE_KINDS; i++)
    {
      if (g_str_equal (kinds[i].name, name))
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* GLib's parser takes line ends, control characters and broken bytes as they come, and a backslash as part of a user's
 * name where a browser sees the end of the host. */
static gboolean
is_printable (const char *address)
{
  if (!ts_text_check (address, -1, TS_TEXT_PARAGRAPHS, NULL))
    return FALSE;

  for (const char *at = address; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\\' || (character != ' ' && (!g_unichar_isgraph (character) || g_unichar_isspace (character))))
        return FALSE;
    }

  return !g_str_has_suffix (address, " ");
}

/**
 * ts_evidence_address_is_valid:
 * @address: what somebody typed as a web address
 *
 * Only web addresses are taken: an address is opened at a click, and file: or javascript: would open something else than
 * the person expects. What cannot be seen in an address, such as a line end or a mark that turns text around, is not taken either.
 *
 * Returns: whether @address can be kept
 */
gboolean
ts_evidence_address_is_valid (const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;

  g_return_val_if_fail (address != NULL, FALSE);

  if (!is_printable (address))
    return FALSE;

  uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL)
    return FALSE;

  if (!g_str_equal (g_uri_get_scheme (uri), "https") && !g_str_equal (g_uri_get_scheme (uri), "http"))
    return FALSE;

  host = g_uri_get_host (uri);

  return host != NULL && *host != '\0' && strchr (host, ' ') == NULL;
}

static gboolean
check_date (const TsRow  *evidence,
            guint         field,
            const char   *name,
            GError      **error)
{
  const char *text = ts_row_get_text (evidence, field);

  if (text == NULL || ts_date_is_valid (text))
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
               _("%s: “%s” is not a day. Write it as year, month and day, for example 2009-03-31."), name, text);

  return FALSE;
}

/**
 * ts_evidence_check:
 * @evidence: an item of evidence as it would be kept
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Checks that it has a title, a known kind, either content or a web address, and days that exist, the period's first not after its last.
 *
 * Returns: whether it can be kept
 */
gboolean
ts_evidence_check (const TsRow  *evidence,
                   GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  TsEvidenceKind kind;
  const char *title;
  const char *kind_name;
  const char *from;
  const char *to;

  g_return_val_if_fail (evidence != NULL && ts_row_get_entity (evidence) == TS_ENTITY_EVIDENCE, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  title = ts_row_get_text (evidence, TS_EVIDENCE_TITLE);

  if (title == NULL || !ts_text_check (title, -1, TS_TEXT_LINE, &local_error))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("The evidence needs a title: %s."),
                   local_error != NULL ? local_error->message : _("there is none"));
      return FALSE;
    }

  kind_name = ts_row_get_text (evidence, TS_EVIDENCE_KIND);

  if (kind_name == NULL || !ts_evidence_kind_from_name (kind_name, &kind))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("“%s” is not a kind of evidence."),
                   kind_name != NULL ? kind_name : "");
      return FALSE;
    }

  if (ts_row_has (evidence, TS_EVIDENCE_CONTENT) == ts_row_has (evidence, TS_EVIDENCE_ADDRESS))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                           _("An item of evidence is either a file or a web address."));
      return FALSE;
    }

  if (ts_row_has (evidence, TS_EVIDENCE_ADDRESS) &&
      !ts_evidence_address_is_valid (ts_row_get_text (evidence, TS_EVIDENCE_ADDRESS)))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("“%s” is not a web address. It should begin with https:// or http://."),
                   ts_row_get_text (evidence, TS_EVIDENCE_ADDRESS));
      return FALSE;
    }

  if (!check_date (evidence, TS_EVIDENCE_RECEIVED, _("Received"), error) ||
      !check_date (evidence, TS_EVIDENCE_PERIOD_FROM, _("Covers from"), error) ||
      !check_date (evidence, TS_EVIDENCE_PERIOD_TO, _("Covers to"), error))
    return FALSE;

  from = ts_row_get_text (evidence, TS_EVIDENCE_PERIOD_FROM);
  to = ts_row_get_text (evidence, TS_EVIDENCE_PERIOD_TO);

  if (from != NULL && to != NULL && g_strcmp0 (from, to) > 0)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("The period that is covered ends on %s, before it begins on %s."), to, from);
      return FALSE;
    }

  return TRUE;
}

/**
 * ts_evidence_link_new:
 * @evidence: an item of evidence
 * @assessment: an assessment
 * @node_id: a criterion's or group's id
 *
 * Returns: (transfer full): the row that links them; its id is the same on whatever machine it is made
 */
TsRow *
ts_evidence_link_new (const TsRow *evidence,
                      const TsRow *assessment,
                      const char  *node_id)
{
  g_autofree char *id = NULL;
  TsRow *link;

  g_return_val_if_fail (evidence != NULL && assessment != NULL && node_id != NULL, NULL);

  id = ts_identifier_derive ("evidence_link", ts_row_get_id (evidence), ts_row_get_id (assessment), node_id, NULL);
  link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, id);
  ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, ts_row_get_id (evidence));
  ts_row_set_text (link, TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, node_id);

  return link;
}

static gboolean
check_node (const TsFramework  *framework,
            const char         *node_id,
            GError            **error)
{
  if (ts_framework_find_node (framework, node_id) != NULL)
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
               _("The framework “%s” has no criterion “%s”."), ts_framework_get_id (framework), node_id);

  return FALSE;
}

/**
 * ts_change_attach:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: the criterion that the evidence is for
 * @evidence: (element-type TsRow): new items of evidence, at least one
 * @error: where to put why not
 *
 * Keeps new items and links them to a criterion, in one step: several files dropped at once are undone at once. Evidence that is
 * handed in belongs to the board's own layer and is locked with it.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_attach (const TsRow        *assessment,
                  const TsFramework  *framework,
                  const char         *node_id,
                  GPtrArray          *evidence,
                  GError            **error)
{
  g_autoptr (TsChange) change = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (framework != NULL && node_id != NULL, NULL);
  g_return_val_if_fail (evidence != NULL && evidence->len > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error) || !check_node (framework, node_id, error))
    return NULL;

  if (evidence->len == 1)
    label = g_strdup_printf (_("%s: attach “%s”"), node_id,
                             ts_row_get_text (g_ptr_array_index (evidence, 0), TS_EVIDENCE_TITLE));
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: attach %u item", "%s: attach %u items", evidence->len),
                             node_id, evidence->len);

  change = ts_change_new (label);

  for (guint i = 0; i < evidence->len; i++)
    {
      TsRow *item = g_ptr_array_index (evidence, i);
      g_autoptr (TsRow) link = NULL;

      if (!ts_evidence_check (item, error))
        return NULL;

      link = ts_evidence_link_new (item, assessment, node_id);
      ts_change_create (change, item);
      ts_change_create (change, link);
    }

  return g_steal_pointer (&change);
}

/**
 * ts_change_link:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: the criterion that the evidence is for
 * @evidence: an item that is kept already and not yet linked to the criterion
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_link (const TsRow        *assessment,
                const TsFramework  *framework,
                const char         *node_id,
                const TsRow        *evidence,
                GError            **error)
{
  g_autofree char *label = NULL;
  g_autoptr (TsRow) link = NULL;
  TsChange *change;

  g_return_val_if_fail (framework != NULL && node_id != NULL && evidence != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error) || !check_node (framework, node_id, error))
    return NULL;

  link = ts_evidence_link_new (evidence, assessment, node_id);
  label = g_strdup_printf (_("%s: link “%s”"), node_id, ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
  change = ts_change_new (label);
  ts_change_create (change, link);

  return change;
}

/**
 * ts_change_unlink:
 * @assessment: the assessment's row
 * @evidence: the item
 * @link: the link as it is kept now
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_unlink (const TsRow  *assessment,
                  const TsRow  *evidence,
                  TsRow        *link,
                  GError      **error)
{
  g_autofree char *label = NULL;
  TsChange *change;

  g_return_val_if_fail (evidence != NULL && link != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error))
    return NULL;

  label = g_strdup_printf (_("%s: unlink “%s”"), ts_row_get_text (link, TS_EVIDENCE_LINK_NODE),
                           ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
  change = ts_change_new (label);
  ts_change_delete (change, link);

  return change;
}

/**
 * ts_change_place:
 * @assessment: the assessment's row
 * @evidence: the item
 * @link: the link as it is kept now
 * @place: where in the item, "p. 14–18"; empty for nowhere in particular
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_place (const TsRow  *assessment,
                 const TsRow  *evidence,
                 TsRow        *link,
                 const char   *place,
                 GError      **error)
{
  g_autofree char *label = NULL;
  g_autofree char *clean = NULL;
  g_autoptr (TsRow) after = NULL;
  TsChange *change;

  g_return_val_if_fail (evidence != NULL && link != NULL && place != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error))
    return NULL;

  clean = ts_text_clean (place, -1, TS_TEXT_LINE);
  after = ts_row_copy (link);
  ts_row_set_text (after, TS_EVIDENCE_LINK_PLACE, *clean != '\0' ? clean : NULL);

  if (ts_row_equal (link, after))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
      return NULL;
    }

  label = g_strdup_printf (_("%s: place in “%s”"), ts_row_get_text (link, TS_EVIDENCE_LINK_NODE),
                           ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
  change = ts_change_new (label);
  ts_change_update (change, link, after);

  return change;
}

/**
 * ts_change_describe_evidence:
 * @before: the item as it is kept now
 * @after: the item as it shall be
 * @error: where to put why not
 *
 * Changes title, kind, days or address. What the item's content is never changes: other content is other evidence.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_describe_evidence (TsRow   *before,
                             TsRow   *after,
                             GError **error)
{
  g_autofree char *label = NULL;
  TsChange *change;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  g_return_val_if_fail (g_strcmp0 (ts_row_get_text (before, TS_EVIDENCE_CONTENT),
                                   ts_row_get_text (after, TS_EVIDENCE_CONTENT)) == 0,
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (ts_row_equal (before, after))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
      return NULL;
    }

  if (!ts_evidence_check (after, error))
    return NULL;

  label = g_strdup_printf (_("Describe “%s”"), ts_row_get_text (after, TS_EVIDENCE_TITLE));
  change = ts_change_new (label);
  ts_change_update (change, before, after);

  return change;
}
