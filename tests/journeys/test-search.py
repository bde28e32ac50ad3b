#!/usr/bin/env python3
# test-search.py
#
# Words that a board once wrote are found by keyboard alone, whatever their case and accents; what is found leads to its place, also
# in another year; and Escape leads back to where one was.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import journey


def make_workbook(trip):
    """A board with reasons of two years, of which the later one is being worked on."""
    workbook, table = trip.home / "board.touchstone", trip.home / "table.csv"
    trip.ctl("new", workbook)
    table.write_text("code,name,kind,parent,opened,closed,successors\nZY9,Ridgeway Vale PCT,pct,,,,\n")
    trip.ctl("import", workbook, "organisations", table)
    table.write_text("organisation,year,framework,criterion,layer,assessor,level,rationale\n"
                     "ZY9,2008/09,wcc-year-1,2a,self,,2,The café meetings began\n"
                     "ZY9,2009/10,wcc-year-2,5b,self,,3,Forecasts were read at the café by the docks\n")
    trip.ctl("import", workbook, "ratings", table)
    return workbook


def wait_found(program, n):
    program.wait("status bar", f"{n} result")


def search(trip):
    program = trip.start(make_workbook(trip))
    program.wait("list", "Places")
    program.wait("list item", "Overview")
    program.tab_to("list item", "Overview")

    program.press("Control", "f")
    journey.wait_for("the entry to have the focus", lambda: "Search this workbook" in program.describe_focus())
    trip.step("Control and f lead to the entry")

    program.type("forecasts CAFE do")
    wait_found(program, 1)
    program.press("Control", "a")
    program.type("CAFE")
    wait_found(program, 2)
    trip.step("the reasons of both years are found, and how many is said")

    program.tab_to("list item", "Forecasts were read", key="Down")
    program.tab_to("list item", "The café meetings", "2008/09", key="Down")
    program.press("Escape")
    wait_back = lambda: "Overview" in program.describe_focus()
    journey.wait_for("the place before", wait_back)
    trip.step("Escape leads back")

    program.press("Control", "f")
    journey.wait_for("the entry to have the focus", lambda: "Search this workbook" in program.describe_focus())
    program.type("meetings began")
    wait_found(program, 1)
    program.press("Return")
    journey.wait_for("the year before", lambda: "2008/09" in program.window.get_name())
    program.wait_state("radio button", "2a level 2", state="CHECKED")
    trip.step("a reason of another year leads there")

    program.press("Control", "f")
    journey.wait_for("the entry to have the focus", lambda: "Search this workbook" in program.describe_focus())
    program.type("docks")
    wait_found(program, 1)
    program.press("Return")
    journey.wait_for("the later year", lambda: "2009/10" in program.window.get_name())
    program.wait_state("radio button", "5b level 3", state="CHECKED")
    trip.step("Enter opens the first")
    program.quit()


journey.run("search a workbook", search)
