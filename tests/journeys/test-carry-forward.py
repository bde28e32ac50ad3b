#!/usr/bin/env python3
# test-carry-forward.py
#
# A year begins with what the last one said, is confirmed and completed, gets an outcome from a spreadsheet, is signed off, handed in, and
# reopened with a reason, by keyboard alone.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import io
import json

import journey

HEADER = "organisation,year,framework,criterion,layer,assessor,level,rationale\n"


NOT_RATED = "11c"


def list_levels(trip):
    """A level in its own scale for each criterion of the framework but one."""
    framework = json.loads(trip.ctl("frameworks", "wcc-year-2", "--json"))
    criteria = [(criterion["id"], section.get("scale")) for section in framework["sections"]
                for group in section.get("groups", []) for criterion in group.get("criteria", [])]
    return {criterion: "2" if scale == "level" else "green" for criterion, scale in criteria if criterion != NOT_RATED}


def make_workbook(trip):
    workbook, table = trip.home / "board.touchstone", trip.home / "table.csv"
    trip.ctl("new", workbook)
    table.write_text("code,name,kind,parent,opened,closed,successors\nZY9,Ridgeway Vale PCT,pct,,,,\n")
    trip.ctl("import", workbook, "organisations", table)
    table.write_text(HEADER + "".join(f"ZY9,2009/10,wcc-year-2,{criterion},self,,{level},As the survey of partners says\n"
                                      for criterion, level in list_levels(trip).items()))
    trip.ctl("import", workbook, "ratings", table)
    table.write_text("organisation,metric,unit,direction,year,aspiration,actual\n"
                     "ZY9,Life expectancy,years,up,2009/10,,79.2\nZY9,Life expectancy,years,up,2010/11,79.4,\n"
                     "ZY9,Life expectancy,years,up,2011/12,79.6,\n")
    trip.ctl("import", workbook, "outcomes", table)
    return workbook


def read_levels(trip, workbook, year):
    rows = csv.DictReader(io.StringIO(trip.ctl("export", workbook, "ratings", "--year", year)))
    return {row["criterion"]: row["level"] for row in rows if row["layer"] == "self" and row["level"]}


def read_outcome(trip, workbook):
    rows = csv.DictReader(io.StringIO(trip.ctl("export", workbook, "outcomes")))
    return {row["year"]: (row["aspiration"], row["actual"]) for row in rows}


def fill_dialog(program, *texts):
    for text in texts:
        program.type(text)
        program.press("Return")


def open_place(program, name, first="Overview"):
    program.tab_to("list item", first)
    program.tab_to("list item", name, key="Down")


def expect(what, found, expected):
    if found != expected:
        raise journey.Missing(f"{what}: {expected}, not {found}")


def begin(trip, program, n_carried):
    program.press("Control", "n")
    program.enter_dialog("New Assessment")
    program.wait("label", "Start from 2009/10")
    program.tab_to("push button", "Begin")
    program.press("Return")
    program.leave_dialog()
    program.wait("push button", "Assessment: Ridgeway Vale PCT, 2010/11")
    program.wait("push button", f"Confirm All That Are Unchanged ({n_carried})")
    program.wait("list item", "Sign-off", "open")
    program.wait_kept()
    trip.step("the new year begins with what the last one said, to be confirmed")


def complete(trip, program):
    program.tab_to("push button", "Confirm All That Are Unchanged")
    program.press("Return")
    program.wait_gone("push button", "Confirm All That Are Unchanged")
    program.wait_kept()
    trip.step("all that are worded as they were are confirmed by one press")

    open_place(program, "11 Ensure efficiency")
    program.tab_to("radio button", f"{NOT_RATED} level")
    program.press("3")
    program.tab_to("text", f"Rationale for {NOT_RATED}")
    program.type("Savings are tracked for three years")
    program.press("Tab")
    program.wait_kept()
    trip.step("the one that was missing is rated, with a reason")


def paste_outcome(trip, program):
    open_place(program, "Outcomes", first="11 Ensure efficiency")
    program.tab_to("list item", "Life expectancy")
    program.press("Return")
    program.tab_to("text", "Aspiration for 2010/11")
    program.paste("79.5\t79.3\n79.7\t\n79.9\t\n80.1\t\n80.3\t\n")
    program.wait("label", "Values pasted")
    program.wait_kept()
    trip.step("a trajectory is pasted from a spreadsheet")


def sign_off(trip, program):
    open_place(program, "Sign-off", first="Outcomes")
    program.wait("label", "Stage 1 of 8: Draft")
    program.tab_to("push button", "Record the Board")
    program.press("Return")
    program.enter_dialog("The Board’s Approval")
    fill_dialog(program, "Board meeting in public", "The evidence is filed on paper")
    program.leave_dialog()
    program.wait("label", "Stage 2 of 8: Board approved")
    program.tab_to("push button", "Submit")
    program.press("Return")
    program.enter_dialog("Submit the Assessment")
    program.press("Return")
    program.leave_dialog()
    program.wait("label", "Stage 3 of 8: Submitted")
    program.wait_kept()
    trip.step("it is approved and handed in")

    program.tab_to("push button", "Reopen")
    program.press("Return")
    program.enter_dialog("Reopen the Assessment")
    fill_dialog(program, "The survey was misread")
    program.leave_dialog()
    program.wait("label", "Stage 1 of 8: Draft")
    program.wait("label", "The survey was misread")
    program.wait_kept()
    trip.step("it is reopened, and says why")


def look_back(trip, program):
    open_place(program, "History", first="Sign-off")
    program.wait("list item", "Submitted → Draft")
    program.wait("list item", "11c", "Asha Rao")
    trip.step("the history says what happened")


def carry_forward(trip):
    workbook = make_workbook(trip)
    before = read_levels(trip, workbook, "2009/10")
    expect("the last year as imported", before, list_levels(trip))
    program = trip.start(workbook)
    program.wait("list item", "Sign-off")

    begin(trip, program, len(before))
    complete(trip, program)
    paste_outcome(trip, program)
    sign_off(trip, program)
    look_back(trip, program)
    program.quit()

    expect("the levels of the new year", read_levels(trip, workbook, "2010/11"), before | {NOT_RATED: "3"})
    expect("the outcome", read_outcome(trip, workbook),
           {"2009/10": ("", "79.2"), "2010/11": ("79.5", "79.3"), "2011/12": ("79.7", ""), "2012/13": ("79.9", ""),
            "2013/14": ("80.1", ""), "2014/15": ("80.3", "")})
    trip.ctl("verify", workbook)
    trip.step("the workbook has it all, and verifies")


journey.run("carry a year forward", carry_forward)
