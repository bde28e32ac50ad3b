#!/usr/bin/env python3
# test-potfiles.py
#
# Sees that po/POTFILES.in lists exactly the files that have text to translate. With --update, makes it so.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import sys

import tap

ROOT = pathlib.Path(__file__).resolve().parents[2]
POTFILES = ROOT / "po" / "POTFILES.in"
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
MARKED_SOURCE = re.compile(r"\b(_|N_|C_|Q_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(")
MARKED_TEMPLATE = re.compile(r"""\btranslatable=["'](yes|true|1)["']""")
# Desktop entry, metainfo and settings schema hold text by their nature.
DATA = ("*.desktop.in", "*.metainfo.xml.in", "*.gschema.xml")

HEADER = "# Files with text on screen or in messages; tests/project/test-potfiles.py keeps this list true.\n"


def files_with_text():
    paths = [path for pattern in DATA for path in (ROOT / "data").glob(pattern)]
    for path in (ROOT / "src").rglob("*.[ch]"):
        if MARKED_SOURCE.search(COMMENT.sub("", path.read_text(encoding="utf-8"))):
            paths.append(path)
    for path in (ROOT / "ui").rglob("*.ui"):
        if MARKED_TEMPLATE.search(path.read_text(encoding="utf-8")):
            paths.append(path)
    return sorted(path.relative_to(ROOT).as_posix() for path in paths)


def listed_files():
    lines = (line.strip() for line in POTFILES.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def main():
    wanted = files_with_text()
    if sys.argv[1:] == ["--update"]:
        POTFILES.write_text(HEADER + "".join(f"{name}\n" for name in wanted), encoding="utf-8")
        return
    listed = listed_files()
    hint = "run: python3 tests/project/test-potfiles.py --update"
    report = tap.Report()
    missing = sorted(set(wanted) - set(listed))
    report.case("every file with text to translate is listed",
                [f"not listed: {name}" for name in missing] + ([hint] if missing else []))
    needless = sorted(set(listed) - set(wanted))
    report.case("no file is listed in vain",
                [f"absent, or without text: {name}" for name in needless] + ([hint] if needless else []))
    report.case("the list is in order, each file once", [] if listed == sorted(set(listed)) else [hint])
    report.finish()


main()
