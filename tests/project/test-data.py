#!/usr/bin/env python3
# test-data.py KIND FILE
#
# Validates one kind of installed data with the tool of its specification.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import tap

APPLICATION_ID = "org.touchstone.Touchstone"
WORKBOOK_TYPE = "application/x-touchstone"
WORKBOOK_ID = int.from_bytes(b"Tchs", "big")
SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"

report = tap.Report()


def run(*command, **options):
    """The problems that COMMAND reports: none when it succeeds, else what it printed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode == 0:
        return []
    return [f"{command[0]}: exit {done.returncode}", done.stdout + done.stderr]


def validated_by(name, *command):
    if shutil.which(command[0]) is None:
        report.skip(name, f"{command[0]} is not installed")
    else:
        report.case(name, run(*command))


def test_desktop(path):
    validated_by("the desktop entry is valid", "desktop-file-validate", path)
    text = path.read_text()
    report.case("it opens workbooks", [] if f"MimeType={WORKBOOK_TYPE};" in text else ["no MimeType line for workbooks"])
    report.case("it names the icon", [] if f"Icon={APPLICATION_ID}\n" in text else ["no Icon line with the application id"])


def test_metainfo(path):
    validated_by("the metainfo is valid", "appstreamcli", "validate", "--no-net", path)
    root = ElementTree.parse(path).getroot()
    report.case("it carries the application id",
                [] if root.findtext("id") == APPLICATION_ID else [f"id is {root.findtext('id')}"])


def test_schema(path):
    if shutil.which("glib-compile-schemas") is None:
        report.skip("the settings schema is valid", "glib-compile-schemas is not installed")
    else:
        report.case("the settings schema is valid",
                    run("glib-compile-schemas", "--strict", "--dry-run", path.parent))
    missing = [key.get("name") for key in ElementTree.parse(path).getroot().iter("key")
               if key.find("summary") is None or key.find("description") is None]
    report.case("every key says what it is for", [f"no summary or description: {name}" for name in missing])


GUESS = """
import sys
from gi.repository import Gio
for path in sys.argv[1:]:
    information = Gio.File.new_for_path(path).query_info("standard::content-type", 0, None)
    print(information.get_content_type())
"""


def test_mime(path):
    root = ElementTree.parse(path).getroot()
    name = "{http://www.freedesktop.org/standards/shared-mime-info}mime-type"
    report.case("it declares the workbook type",
                [] if root.find(name).get("type") == WORKBOOK_TYPE else ["another type"])
    if shutil.which("update-mime-database") is None:
        report.skip("workbooks are told from other files", "update-mime-database is not installed")
        return
    with tempfile.TemporaryDirectory(prefix="touchstone-mime-") as directory:
        mime = pathlib.Path(directory, "data", "mime")
        mime.joinpath("packages").mkdir(parents=True)
        shutil.copy(path, mime / "packages")
        problems = run("update-mime-database", mime)
        report.case("the type database accepts it", problems)
        if problems:
            return
        # A workbook is known by its first bytes alone; another SQLite file is not taken for one.
        expected = {"workbook": WORKBOOK_TYPE, "named.touchstone": WORKBOOK_TYPE, "other": "application/vnd.sqlite3"}
        for file_name, application_id in zip(expected, (WORKBOOK_ID, WORKBOOK_ID, 0)):
            with sqlite3.connect(os.path.join(directory, file_name)) as database:
                database.execute(f"pragma application_id = {application_id}")
                database.execute("create table t (a)")
            database.close()
        paths = [os.path.join(directory, file_name) for file_name in expected]
        environment = dict(os.environ, XDG_DATA_HOME=os.path.join(directory, "data"), GIO_USE_VFS="local")
        environment.setdefault("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
        guess = subprocess.run([sys.executable, "-c", GUESS, *paths], env=environment, capture_output=True, text=True)
        if guess.returncode != 0 and "No module named 'gi'" in guess.stderr:
            report.skip("workbooks are told from other files", "python3-gi is not installed")
            return
        found = dict(zip(expected, guess.stdout.split()))
        report.case("workbooks are told from other files",
                    [f"{key}: {found.get(key)}, expected {value}" for key, value in expected.items()
                     if found.get(key) != value] + ([guess.stderr] if guess.returncode else []))


def icon_problems(path):
    problems = []
    root = ElementTree.parse(path).getroot()
    side = 16 if path.stem.endswith("-symbolic") else 128
    if [root.get(name) for name in ("width", "height", "viewBox")] != [str(side), str(side), f"0 0 {side} {side}"]:
        problems.append(f"{path.name}: not {side} × {side}")
    for element in root.iter():
        if element.tag in (SVG + "image", SVG + "text", SVG + "script"):
            problems.append(f"{path.name}: a {element.tag.removeprefix(SVG)} element")
        if not element.get(XLINK_HREF, "#").startswith("#"):
            problems.append(f"{path.name}: refers to {element.get(XLINK_HREF)}")
    if path.stem.endswith("-symbolic"):
        # GTK recolours symbolic icons, which works for shapes of this one fill only.
        colours = {element.get("fill") for element in root.iter() if element.get("fill")}
        if colours - {"#2e3436", "none"}:
            problems.append(f"{path.name}: more than one colour: {sorted(colours)}")
    return problems


def test_icons(directory):
    paths = sorted(directory.rglob("*.svg"))
    wanted = {f"scalable/apps/{APPLICATION_ID}.svg", f"symbolic/apps/{APPLICATION_ID}-symbolic.svg"}
    present = {path.relative_to(directory).as_posix() for path in paths}
    report.case("the application has both icons", [f"missing: {name}" for name in sorted(wanted - present)])
    for path in paths:
        name = path.relative_to(directory).as_posix()
        report.case(f"{name} is a well-made icon", icon_problems(path))
        if shutil.which("rsvg-convert") is None:
            report.skip(f"{name} renders", "rsvg-convert is not installed")
            continue
        problems = []
        for side in (16, 32, 64, 128):
            done = subprocess.run(["rsvg-convert", "-w", str(side), "-h", str(side), str(path)], capture_output=True)
            # A file that renders to nothing is a small, nearly empty PNG.
            if done.returncode != 0 or not done.stdout.startswith(b"\x89PNG") or len(done.stdout) < 120:
                problems.append(f"at {side}: exit {done.returncode}, {len(done.stdout)} bytes")
        report.case(f"{name} renders", problems)


TESTS = {"desktop": test_desktop, "metainfo": test_metainfo, "mime": test_mime,
         "schema": test_schema, "icons": test_icons}

if len(sys.argv) != 3 or sys.argv[1] not in TESTS:
    sys.exit(f"usage: test-data.py {'|'.join(TESTS)} FILE")
TESTS[sys.argv[1]](pathlib.Path(sys.argv[2]))
report.finish()
