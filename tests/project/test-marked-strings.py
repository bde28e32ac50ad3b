#!/usr/bin/env python3
# test-marked-strings.py
#
# Sees that text on screen is marked for translation: in the templates every property and attribute that a person reads,
# in the sources every string given to the functions that show one. And that what is marked can be found by its translation:
# gettext reads a string only up to the first macro in it. Then feeds each check a bad case.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import xml.etree.ElementTree as ElementTree

import tap

ROOT = pathlib.Path(__file__).resolve().parents[2]

READ_BY_PEOPLE = {
    "label", "title", "subtitle", "tooltip-text", "tooltip-markup", "placeholder-text", "description", "heading", "body",
    "secondary-text", "accept-label", "cancel-label", "button-label", "website-label", "menu-label", "section-title",
}
ELEMENTS = {"property", "attribute"}
# Text that has no words in it, such as a dash or a number, reads the same in every language.
WORD = re.compile(r"[^\W\d_]{2}")

# Functions of GTK and libadwaita that show the string they are given as their last argument.
SHOWING = re.compile(
    r"\b(gtk_label_set_(?:label|text|markup)|gtk_label_new|gtk_button_set_label|gtk_button_new_with_label"
    r"|gtk_widget_set_tooltip_text|gtk_window_set_title|adw_toast_new|adw_preferences_row_set_title"
    r"|adw_action_row_set_subtitle|adw_status_page_set_(?:title|description)|adw_window_title_set_(?:title|subtitle)"
    r"|adw_message_dialog_set_(?:heading|body))\s*\((?P<before>[^;\"]*)\"(?P<text>(?:[^\"\\]|\\.)*)\"")
# A marked string with a macro between its parts: the program would ask for another text than translators were shown.
CUT_SHORT = re.compile(
    r"\b(?:_|N_|C_|Q_|NC_|(?:g_d)?ngettext)\s*\((?P<text>(?:[^()\"]|\"(?:[^\"\\]|\\.)*\")*?"
    r"\"(?:[^\"\\]|\\.)*\"\s*(?:G_[A-Z0-9_]+|PRI[a-zA-Z0-9]+))")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)

report = tap.Report()


def unmarked_in_template(text):
    """The unmarked strings in the text of a template."""
    problems = []
    for element in ElementTree.fromstring(text).iter():
        if element.tag not in ELEMENTS or element.get("name", "").replace("_", "-") not in READ_BY_PEOPLE:
            continue
        shown = (element.text or "").strip()
        if WORD.search(shown) and element.get("translatable") not in ("yes", "true", "1"):
            problems.append(f"{element.get('name')}: {shown}")
    return problems


def unmarked_in_source(text):
    """The strings in the text of a C file that go to the screen without passing through gettext."""
    text = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    problems = []
    for match in SHOWING.finditer(text):
        if WORD.search(match["text"]) and not re.search(r"(_|ngettext)\s*\(", match["before"]):
            problems.append(f"line {text.count(chr(10), 0, match.start()) + 1}: {match['text']}")
    return problems


def cut_short_in_source(text):
    """The marked strings in the text of a C file that a macro cuts in two."""
    text = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    return [f"line {text.count(chr(10), 0, match.start()) + 1}: {match['text']} (write %zu, or %lld with a cast)"
            for match in CUT_SHORT.finditer(text)]


templates = sorted((ROOT / "ui").rglob("*.ui"))
report.case("text in templates is marked",
            [f"{path.relative_to(ROOT)}: {problem}" for path in templates
             for problem in unmarked_in_template(path.read_text(encoding="utf-8"))])
sources = sorted((ROOT / "src" / "app").rglob("*.c"))
report.case("text in sources is marked",
            [f"{path.relative_to(ROOT)}: {problem}" for path in sources
             for problem in unmarked_in_source(path.read_text(encoding="utf-8"))])
report.case("no macro stands in a marked string",
            [f"{path.relative_to(ROOT)}: {problem}" for path in sorted((ROOT / "src").rglob("*.[ch]"))
             for problem in cut_short_in_source(path.read_text(encoding="utf-8"))])

TEMPLATE = '<interface><object class="A"><property name="{}"{}>{}</property></object></interface>'
for name, mark, text, marked in (("label", "", "Open", False), ("tooltip_text", "", "Open", False),
                                 ("title", ' translatable="yes"', "Open", True), ("label", "", "–", True),
                                 ("icon-name", "", "document-open-symbolic", True)):
    found = unmarked_in_template(TEMPLATE.format(name, mark, text))
    report.case(f"a template with {name}{mark} {text} is {'accepted' if marked else 'refused'}",
                [] if bool(found) != marked else [f"found: {found}"])
for line, marked in (('gtk_label_set_text (label, "Open");', False), ('gtk_label_set_text (label, _("Open"));', True),
                     ('adw_toast_new ("Kept");', False), ('gtk_label_set_text (label, "1");', True)):
    found = unmarked_in_source(line)
    report.case(f"{line} is {'accepted' if marked else 'refused'}", [] if bool(found) != marked else [f"found: {found}"])
for line, whole in (('f (_("at %" G_GSIZE_FORMAT), 1);', False), ('f (_("at %" PRId64 " of"), 1);', False),
                    ('f (_("at %zu"), G_MAXSIZE);', True), ('f (_("one "\n   "two"), "%" G_GSIZE_FORMAT);', True),
                    ('f (ngettext ("%d", "%d",  n), G_FOO);', True)):
    found = cut_short_in_source(line)
    report.case(f"{line!r} is {'accepted' if whole else 'refused'}", [] if bool(found) != whole else [f"found: {found}"])
report.finish()
