#!/usr/bin/env python3
# test-compare.py
#
# The lead of a region, at the national sample and by keyboard alone: looks at one region, sorts its map by competency 7, reads why a cell
# has its level, and takes the map away as a spreadsheet, whose cells are those that the command line exports.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as tree
import zipfile

import journey

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REGION = "ZYD"
SORTED_BY = 7


def read_spreadsheet(path):
    """The cells of the first sheet, as text, row by row."""
    with zipfile.ZipFile(path) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in tree.fromstring(archive.read("xl/sharedStrings.xml")):
                shared.append("".join(text.text or "" for text in item.iter(f"{SHEET}t")))
        sheet = tree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row.iter(f"{SHEET}c"):
            letters = re.match("[A-Z]+", cell.get("r")).group()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - ord("A") + 1
            value = cell.find(f"{SHEET}v")
            if cell.get("t") == "inlineStr":
                text = "".join(part.text or "" for part in cell.iter(f"{SHEET}t"))
            elif value is None:
                text = ""
            elif cell.get("t") == "s":
                text = shared[int(value.text)]
            else:
                text = value.text
            cells[column - 1] = text
        rows.append([cells.get(i, "") for i in range(max(cells, default=-1) + 1)])
    return rows


def read_by_office(trip, path):
    """The same as LibreOffice sees it; nothing where it has no part that knows spreadsheets."""
    if shutil.which("soffice") is None:
        return None
    subprocess.run(["soffice", f"-env:UserInstallation=file://{trip.home}/office", "--headless", "--convert-to", "csv", "--outdir",
                    str(trip.home / "converted"), str(path)], check=True, timeout=180, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    converted = trip.home / "converted" / f"{path.stem}.csv"
    if not converted.exists():
        return None
    with open(converted, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def expected_levels(trip, workbook):
    """What the command line exports of the region: level by organisation and competency."""
    text = trip.ctl("export", workbook, "levels", "--year", "2009/10", "--layer", "final", "--parent", REGION)
    levels = {}
    for row in csv.DictReader(io.StringIO(text)):
        if row["node"].isdigit():
            levels.setdefault(row["organisation"], {})[int(row["node"])] = row["level"]
    return levels


def check_cells(rows, levels):
    """Each cell of the table is what was exported, and rows are in the order that was asked for."""
    head, body = rows[0], rows[1:]
    columns = {int(match.group(1)): i for i, title in enumerate(head) if (match := re.match(r"(\d+)\b", title))}
    if sorted(columns) != list(range(1, 12)):
        raise journey.Missing(f"eleven competencies, not {head}")
    codes = []
    for row in body:
        code = next((code for code in levels if any(re.search(rf"\b{code}\b", cell) for cell in row)), None)
        if code is None:
            continue
        codes.append(code)
        for number, column in columns.items():
            shown = re.match(r"\d", row[column])
            if (shown.group() if shown else "") != levels[code].get(number, ""):
                raise journey.Missing(f"{code} {number}: “{levels[code].get(number, '')}”, not “{row[column]}”")
    if sorted(codes) != sorted(levels):
        raise journey.Missing(f"{len(levels)} organisations, not {len(codes)}")
    order = [int(levels[code].get(SORTED_BY) or 0) for code in codes]
    if order != sorted(order, reverse=True):
        raise journey.Missing(f"an order by competency {SORTED_BY}, not {order}")


def choose(program, button, role, option):
    """Opens the popover of a filter by keyboard and chooses in it."""
    program.tab_to("push button", button)
    program.press("space")
    program.wait(role, option)
    # Options that exclude each other are one stop of Tab, and are chosen by going from one to the next.
    if role == "radio button":
        program.tab_to(role, option, key="Down", most=30)
    else:
        program.tab_to(role, option, most=30)
        program.press("space")
    program.press("Escape")


def compare(trip):
    workbook = trip.home / "national.touchstone"
    trip.ctl("sample", "--national", workbook)
    organisations = list(csv.DictReader(io.StringIO(trip.ctl("export", workbook, "organisations"))))
    region = next(row["name"] for row in organisations if row["code"] == REGION)
    levels = expected_levels(trip, workbook)

    program = trip.start(workbook)
    program.wait("list", "Places")
    program.press("Control", "3")
    program.wait("status bar", "152 of 152 organisations")
    trip.step("the workspace compares everybody at first, and says so")

    choose(program, "Organisations:", "check box", region)
    program.wait("status bar", f"{len(levels)} of 152 organisations")
    program.wait("push button", f"Organisations: {region}")
    trip.step("one region is looked at, by keyboard")

    choose(program, "Order:", "radio button", f"{SORTED_BY} ")
    program.wait("push button", f"Order: Highest {SORTED_BY} first")
    trip.step(f"the map is sorted by competency {SORTED_BY}")

    program.tab_to("table cell", "PCT")
    cell = program.describe_focus()
    program.press("Return")
    program.wait("label", "Rank of the total:", "interval")
    name = re.search(r"ZY\d+ (.*?),", cell).group(1)
    program.wait("label", f"{name} · ")
    program.wait("push button", "Open Assessment")
    trip.step("a cell says why it has its level, and how sure the rank is")

    path = trip.home / "map.xlsx"
    program.press("Shift", "F10")
    program.wait("menu item", "Save table…")
    program.tab_to("menu item", "Save table…", key="Down", most=12)
    program.press("Return")
    program.choose_file("Save Table", path)
    journey.wait_for("the spreadsheet", path.exists)
    check_cells(read_spreadsheet(path), levels)
    trip.step("the spreadsheet has the cells that the command line exports, in the order of the screen")

    rows = read_by_office(trip, path)
    if rows is not None:
        check_cells(rows, levels)
        trip.step("LibreOffice reads the same cells")
    else:
        trip.report.skip("LibreOffice reads the same cells", "there is no LibreOffice Calc")

    program.tab_to("push button", "Open Assessment")
    program.press("Return")
    journey.wait_for("the assessment", lambda: name in (program.frame.get_name() or ""))
    program.wait("list", "Places")
    trip.step("from the cell one comes to the assessment")
    program.quit()


journey.run("compare", compare)
