#!/usr/bin/env python3
# test-safety.py
#
# Somebody new is asked once who is working, and the journal has the name. What is changed and closed has a backup; a copy is
# saved; and a backup is put back, after which what was there before is a backup itself.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import io

import journey


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


def rate(program, level):
    program.tab_to("list item", "Rate ")
    program.press("Return")
    program.wait("radio button", f"1b level {level}")
    program.press(str(level))
    program.wait_state("radio button", f"1b level {level}", state="CHECKED")
    program.wait_kept()


def authors(trip, workbook):
    return {row["author"] for row in csv.DictReader(io.StringIO(trip.ctl("export", workbook, "journal")))}


def list_backups(trip):
    return sorted(trip.home.glob("data/touchstone/backups/board-*/*.touchstone"))


def keep_safe(trip):
    workbook = make_workbook(trip)
    (trip.home / "config/glib-2.0/settings/keyfile").unlink()

    program = trip.start(workbook)
    program.enter_dialog("Who Is Working?")
    program.wait("text", "Name")
    program.press("Control", "a")
    program.type("Asha Rao")
    program.press("Tab")
    program.type("Board secretary")
    program.press("Return")
    program.leave_dialog()
    trip.step("somebody new is asked who is working")

    program.wait("list item", "Locally lead the NHS", "1 of 3 rated")
    rate(program, 3)
    program.quit()
    if "Asha Rao" not in authors(trip, workbook):
        raise journey.Missing(f"the name in the journal, which has {authors(trip, workbook)}")
    trip.step("the journal has the name")

    journey.wait_for("a backup", lambda: len(list_backups(trip)) == 1)
    trip.ctl("verify", list_backups(trip)[0])
    trip.step("what was changed has a backup when it is closed, and that verifies")

    program = trip.start(workbook)
    program.wait("list item", "Locally lead the NHS", "2 of 3 rated")
    if program.count_windows() != 1:
        raise journey.Missing("a start without a question")
    trip.step("who has answered is not asked again")

    program.press("Control", "Shift", "s")
    program.choose_file("Save a Copy", trip.home / "copy.touchstone")
    journey.wait_for("the copy", lambda: (trip.home / "copy.touchstone").exists())
    program.wait("list item", "Locally lead the NHS", "2 of 3 rated")
    trip.ctl("verify", trip.home / "copy.touchstone")
    trip.step("a copy is saved, and verifies")

    program.press("Control", "z")
    program.wait("list item", "Locally lead the NHS", "1 of 3 rated")
    program.wait_kept()
    program.press("F10")
    program.wait("menu item", "Restore from a Backup")
    program.press("r")
    program.enter_dialog("Restore a Backup")
    program.tab_to("list item", "Today,")
    program.press("Return")
    program.wait_state("check box", "Today,", state="CHECKED")
    program.tab_to("push button", "Restore")
    program.press("Return")
    program.leave_dialog()
    program.wait("list item", "Locally lead the NHS", "2 of 3 rated")
    program.wait_kept()
    trip.step("a backup is put back")

    if len(list_backups(trip)) != 2:
        raise journey.Missing(f"a backup of what was there before; there are {list_backups(trip)}")
    program.quit()
    trip.ctl("verify", workbook)
    trip.step("what was there before is a backup too")


journey.run("keep a workbook safe", keep_safe)
