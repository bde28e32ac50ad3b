#!/usr/bin/env python3
# test-floors.py
#
# Proves that the floors of the house only ever stand on lower ones: no include points up or sideways, and each outside
# library is known on its own floor only. Then breaks each rule in a small tree of its own, to see that it would notice.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import tempfile

import tap

# Floors on one level may not see each other.
LEVELS = [{"core"}, {"chart", "store"}, {"exchange", "report"}, {"model"}, {"app", "ctl"}]
LEVEL = {floor: level for level, floors in enumerate(LEVELS) for floor in floors}

# Who may include what from outside, by the first part of the header's path; None stands for every floor above core.
OUTSIDE = [
    (r"sqlite3(ext)?\.h", {"store"}),
    (r"xlsxwriter\.h", {"exchange"}),
    (r"(gtk|gdk|gsk|adwaita|libadwaita)([./-].*)?", {"app"}),
    (r"(pango|cairo|hb|harfbuzz|fontconfig)[a-z0-9-]*([./].*)?", {"chart", "report", "app"}),
    (r"(gio|json-glib|gdk-pixbuf|nettle|archive)([./].*)?", None),
]
# The values and rules of core know nothing but GLib and the language itself. gi18n-lib.h declares only gettext.
CORE_OUTSIDE = r"glib\.h|glib-object\.h|glib/gi18n-lib\.h|gobject/.+|(string|math|stdint|stdbool|stddef|limits|float)\.h"

INCLUDE = re.compile(r'^\s*#\s*include\s*(?P<open>[<"])(?P<path>[^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)

report = tap.Report()


def strip_comments(text):
    """TEXT without its comments, its line breaks kept so that line numbers still count."""
    return COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)


def judge(source, floor, path, quoted):
    """What is wrong with an include of PATH on FLOOR, or None."""
    if not quoted:
        if floor == "core" and not re.fullmatch(CORE_OUTSIDE, path):
            return "core knows only GLib"
        for pattern, allowed in OUTSIDE:
            if re.fullmatch(pattern, path) and allowed is not None and floor not in allowed:
                return f"only {', '.join(sorted(allowed))} may know this library"
        return None
    if ".." in path.split("/"):
        return "a path that climbs"
    target, separator, _ = path.partition("/")
    if target not in LEVEL:
        # A header of the same floor, by itself or in a folder, or one that the build makes, such as a GResource.
        if (source / floor / path).exists():
            return None
        if separator:
            return "no such floor, and no such file on this one"
        if any(source.glob(f"*/**/{path}")):
            return "headers of other folders are named with their floor"
        return None
    if target != floor and LEVEL[target] >= LEVEL[floor]:
        return f"{target} is not below {floor}"
    return None


def problems_in(source):
    """Every include in the tree SOURCE that breaks a rule, as `file:line: include: reason'."""
    problems = []
    for path in sorted(source.rglob("*.[ch]")):
        name = path.relative_to(source)
        floor = name.parts[0]
        if floor not in LEVEL:
            problems.append(f"{name}: not on a floor")
            continue
        text = strip_comments(path.read_text(encoding="utf-8"))
        for match in INCLUDE.finditer(text):
            reason = judge(source, floor, match["path"], match["open"] == '"')
            if reason:
                line = text.count("\n", 0, match.start("path")) + 1
                problems.append(f"{name}:{line}: {match['path']}: {reason}")
    return problems


def test_tree():
    source = pathlib.Path(__file__).resolve().parents[2] / "src"
    files = list(source.rglob("*.[ch]"))
    report.case("there is a tree to look at", [] if files else [f"no sources in {source}"])
    report.case("includes only point down", problems_in(source))


# Floor, include line, and whether the rules forbid it.
CASES = [
    ("core", "<glib.h>", False),
    ("core", "<glib/gi18n-lib.h>", False),
    ("core", "<gio/gio.h>", True),
    ("core", "<cairo.h>", True),
    ("core", "<pango/pangocairo.h>", True),
    ("core", "<json-glib/json-glib.h>", True),
    ("core", "<sqlite3.h>", True),
    ("core", "<stdio.h>", True),
    ("core", "<time.h>", True),
    ("core", '"store/ts-a.h"', True),
    ("core", '"chart/ts-a.h"', True),
    ("chart", '"core/ts-a.h"', False),
    ("chart", '"store/ts-a.h"', True),
    ("chart", "<sqlite3.h>", True),
    ("chart", "<gtk/gtk.h>", True),
    ("chart", "<cairo-svg.h>", False),
    ("store", "<sqlite3.h>", False),
    ("store", '"chart/ts-a.h"', True),
    ("store", "<pango/pango.h>", True),
    ("exchange", '"store/ts-a.h"', False),
    ("exchange", '"report/ts-a.h"', True),
    ("exchange", "<sqlite3.h>", True),
    ("report", '"chart/ts-a.h"', False),
    ("report", '"exchange/ts-a.h"', True),
    ("report", '"model/ts-a.h"', True),
    ("model", '"exchange/ts-a.h"', False),
    ("model", '"app/ts-a.h"', True),
    ("model", "<adwaita.h>", True),
    ("model", "<gdk/gdk.h>", True),
    ("model", "<gsk/gsk.h>", True),
    ("app", '"model/ts-a.h"', False),
    ("app", "<adwaita.h>", False),
    ("app", '"ctl/ts-a.h"', True),
    ("app", "<sqlite3.h>", True),
    ("ctl", '"model/ts-a.h"', False),
    ("ctl", '"app/ts-a.h"', True),
    ("ctl", "<gtk/gtk.h>", True),
    ("core", '"ts-a.h"', False),
    ("core", '"core/../store/ts-a.h"', True),
    ("core", '"ts-elsewhere.h"', True),
    ("core", '"../store/ts-a.h"', True),
    ("core", '"assess/ts-a.h"', True),
    ("store", '"ts-made-by-the-build.h"', False),
]


def test_self():
    with tempfile.TemporaryDirectory(prefix="touchstone-floors-") as directory:
        source = pathlib.Path(directory)
        for floor in LEVEL:
            (source / floor).mkdir()
            (source / floor / "ts-a.h").touch()
        (source / "store" / "ts-elsewhere.h").touch()
        for floor, include, forbidden in CASES:
            path = source / floor / "ts-b.c"
            path.write_text(f"/* A comment names #include <sqlite3.h> in vain. */\n#include {include}\n")
            found = problems_in(source)
            path.unlink()
            expected = [f"{floor}/ts-b.c:2: {include[1:-1]}: "] if forbidden else []
            right = len(found) == len(expected) and all(a.startswith(b) for a, b in zip(found, expected))
            report.case(f"{include} in {floor} is {'refused' if forbidden else 'allowed'}",
                        [] if right else [f"found: {found}"])


test_tree()
test_self()
report.finish()
