#!/usr/bin/env python3
# test-organisations.py
#
# Organisations in a workbook that has no assessment: a table is brought in, an organisation is added, follows another, becomes part of a third, is
# renamed and closed, all from a day on, by keyboard alone; nothing is lost, and all of it can be undone.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json

import journey

TABLE = """code,name,kind,parent,opened,closed,successors
ZR1,Fictional North,sha,,2006-07-01,,
ZR2,Fictional South,sha,,2006-07-01,,
ZO1,Oldmoor PCT,pct,ZR1,2006-10-01,,
""" + "".join(f"ZX{i},Fictional Part {i} PCT,pct,ZR1,2006-10-01,,\n" for i in range(7))


def open_page(program):
    """By the shortest way there is in a workbook that is empty."""
    program.wait("push button", "Organisations")
    program.tab_to("push button", "Organisations")
    program.press("Return")
    program.wait("label", "Organisations")


def import_file(program, path, then=None):
    """By the page’s menu, which is there whether there are organisations or none."""
    program.tab_to("push button", "More for Organisations")
    program.press("Return")
    program.wait("menu item", "Import From a File")
    program.press("Return")
    program.choose_file("Import Organisations", path, then)


def expect(true, what):
    if not true:
        raise journey.Missing(what)


def edit(program, button, dialog):
    """A button of an organisation’s page opens a dialog, in whose first field one is."""
    program.tab_to("push button", button)
    program.press("Return")
    program.enter_dialog(dialog)


def fill(program, *texts):
    """Field by field; None passes over one, also over the button beside a day."""
    for i, text in enumerate(texts):
        if i > 0:
            program.press("Tab")
        if text is not None:
            program.press("Control", "a")
            program.type(text)


def press_button(program, name):
    program.tab_to("push button", name)
    program.press("Return")
    program.leave_dialog()


def choose(program, text):
    """Opens the list of organisations, types a part of a name, and takes what is found."""
    program.press("space")
    program.wait("list item", "Fictional North")
    program.type(text)
    program.wait_gone("list item", "Fictional North")
    program.press("Return")


def go_to(program, code):
    """From the list to an organisation’s page."""
    program.tab_to("entry", "Find by name or code")
    program.press("Control", "a")
    program.type(code)
    program.wait("label", "1 of ")
    program.tab_to("list item", code)
    program.press("Return")
    program.wait("label", "Family Line")


def organisations(trip):
    workbook, table, wrong = trip.home / "region.touchstone", trip.home / "table.csv", trip.home / "wrong.csv"
    trip.ctl("new", workbook)
    table.write_text(TABLE)
    wrong.write_text(TABLE.replace("ZO1,Oldmoor PCT,pct", "ZO1,Oldmoor PCT,No Kind"))

    program = trip.start(workbook)
    open_page(program)
    trip.step("the organisations are there before the first assessment")

    import_file(program, wrong, then="")
    program.wait("label", "Line 4: kind")
    program.press("Escape")
    program.leave_dialog()
    trip.step("a file with a mistake is not imported, and the line is named")

    import_file(program, table)
    program.wait("label", "10 organisations added")
    program.wait("list item", "ZO1")
    trip.step("a table is imported")

    program.tab_to("push button", "New Organisation")
    program.press("Return")
    program.enter_dialog("New Organisation")
    fill(program, "Newmoor CCG", "ZN1", None, "2013-04-01")
    press_button(program, "Add")
    program.wait("list item", "Newmoor CCG")
    program.wait("label", "11 organisations")
    trip.step("an organisation is added")

    go_to(program, "ZO1")
    edit(program, "Add Successor", "Followed By")
    choose(program, "newmoor")
    press_button(program, "Save")
    program.wait("label", "Followed by Newmoor CCG")
    trip.step("it follows the one that there was")

    edit(program, "Change…", "Becomes Part Of")
    choose(program, "south")
    program.tab_to("push button", "Organisation: Fictional South")
    program.press("Tab")
    fill(program, "2009-04-01")
    press_button(program, "Save")
    program.wait("label", "Fictional South")
    program.wait("label", "since 1 April 2009")
    trip.step("the old one becomes part of another from a day on")

    edit(program, "Rename", "Rename")
    fill(program, "Great Oldmoor PCT", "2010-04-01")
    press_button(program, "Save")
    program.wait("label", "since 1 April 2010")
    program.wait("label", "1 October 2006 to 31 March 2010")
    trip.step("it is renamed from a day on")

    edit(program, "Change when it opened", "Opened and Closed")
    fill(program, None, None, "2013-03-31")
    press_button(program, "Save")
    program.wait("label", "1 October 2006 to 31 March 2013")
    program.wait_kept()
    trip.step("it closes")

    program.press("Control", "z")
    program.wait("label", "since 1 October 2006")
    program.press("Control", "Shift", "z")
    program.wait("label", "1 October 2006 to 31 March 2013")
    program.wait_kept()
    trip.step("closing is undone, and done again")
    program.quit()

    document = {record["code"]: record for record in json.loads(trip.ctl("export", workbook, "organisations", "--format", "json"))}
    old = document["ZO1"]
    expect(old["closed"] == "2013-03-31" and old["successors"] == "ZN1", "the closed organisation is there, with its successor")
    expect([(name["name"], name.get("from"), name.get("to")) for name in old["names"]] ==
           [("Oldmoor PCT", "2006-10-01", "2010-03-31"), ("Great Oldmoor PCT", "2010-04-01", None)], "both names are there, with their days")
    expect([(parent["parent"], parent.get("from"), parent.get("to")) for parent in old["parents"]] ==
           [("ZR1", "2006-10-01", "2009-03-31"), ("ZR2", "2009-04-01", None)], "both parents are there, with their days")
    expect(len(document) == 11, "all organisations are there")
    trip.ctl("verify", workbook)
    trip.step("nothing is lost, and the workbook verifies")


journey.run("organisations", organisations)
