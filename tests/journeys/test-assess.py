#!/usr/bin/env python3
# test-assess.py
#
# A criterion is rated, explained and given evidence by keyboard alone; the last step is undone and done again; and after a
# restart everything is there, and can still be undone.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import journey

REASON = "Monthly figures by practice since June"
TITLE = "minutes of the board"


def find_chip(program):
    """The evidence on the criterion's card; Undo names it too. Its name may stand between marks of direction."""
    return next((node for node in program.find_all("push button", TITLE) if node.get_name().strip("\u2068\u2069") == TITLE), None)


def wait_chip(program):
    journey.wait_for("the evidence", lambda: find_chip(program))


def wait_no_chip(program):
    journey.wait_for("the evidence to go", lambda: not find_chip(program))


def make_workbook(trip):
    """A board that has rated one criterion, 1a."""
    workbook, table = trip.home / "board.touchstone", trip.home / "table.csv"
    trip.ctl("new", workbook)
    table.write_text("code,name,kind,parent,opened,closed,successors\nZY9,Ridgeway Vale PCT,pct,,,,\n")
    trip.ctl("import", workbook, "organisations", table)
    table.write_text("organisation,year,framework,criterion,layer,assessor,level,rationale\n"
                     "ZY9,2009/10,wcc-year-2,1a,self,,2,Named first in the survey of partners\n")
    trip.ctl("import", workbook, "ratings", table)
    return workbook


def check_all_there(program):
    program.wait_state("radio button", "1b level 3", state="CHECKED")
    program.wait("list item", "Locally lead the NHS", "2 of 3 rated")
    wait_chip(program)
    journey.wait_for("the reason", lambda: any(program.text_of(node) == REASON for node in program.find_all("text", "1b")))


def assess(trip):
    workbook = make_workbook(trip)
    evidence = trip.home / f"{TITLE}.txt"
    evidence.write_text("The board saw the figures.\n")

    program = trip.start(workbook)
    program.wait("list item", "Locally lead the NHS", "1 of 3 rated")
    program.tab_to("list item", "Rate 32 criteria")
    program.press("Return")
    program.wait("radio button", "1b level 3")
    trip.step("the overview leads to what is not rated")

    program.press("3")
    program.wait_state("radio button", "1b level 3", state="CHECKED")
    program.wait("list item", "Locally lead the NHS", "2 of 3 rated")
    program.wait_kept()
    trip.step("the key 3 rates the criterion at level 3")

    reason = program.tab_to("text", "1b")
    program.type(REASON)
    program.wait_text(reason, REASON)
    program.tab_to("push button", "1b")
    program.wait_kept()
    trip.step("a reason is written")

    program.press("Return")
    program.wait("menu item", "Files")
    program.press("Return")
    program.choose_file("Attach Files", evidence)
    wait_chip(program)
    program.wait_kept()
    trip.step("a file is attached")

    program.press("Control", "z")
    wait_no_chip(program)
    trip.step("attaching is undone")
    program.press("Control", "Shift", "z")
    wait_chip(program)
    program.wait_kept()
    trip.step("and done again")

    program.quit()
    trip.ctl("verify", workbook)
    trip.step("the workbook verifies")

    program = trip.start()
    program.wait("list item", "Locally lead the NHS", "2 of 3 rated")
    program.tab_to("list item", "Overview")
    program.tab_to("list item", "Locally lead the NHS", "2 of 3 rated", key="Down")
    check_all_there(program)
    trip.step("the next start opens the workbook, and everything is there")

    program.press("Control", "z")
    wait_no_chip(program)
    trip.step("what was done before the restart can be undone")
    program.press("Control", "Shift", "z")
    check_all_there(program)
    program.wait_kept()
    program.quit()


journey.run("assess a competency", assess)
