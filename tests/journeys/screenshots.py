#!/usr/bin/env python3
# screenshots.py --build DIR --out DIR [--only WORD]...
#
# Takes a picture of each page of the real program on the sample workbook: light and dark, wide and as narrow as a
# telephone, in high contrast and with text of twice the size. The names of the files say what they show.
#
# Each variant has a display, a session bus and a home of its own, so that nothing here meets the settings or the programs
# of whoever starts it. Pages are reached through the accessibility tree, as a screen reader would, and by keys. With --only
# WORD just the pictures are taken whose name has WORD in it, with --variant just those of one variant.
#
# Needs the system's Python with its GObject bindings, Xvfb, dbus-run-session and ImageMagick.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import concurrent.futures
import ctypes
import fcntl
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

WIDE = (1280, 840)
NARROW = (360, 720)
DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}
LIGHT = {"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}
HIGH_CONTRAST = {"ADW_DEBUG_HIGH_CONTRAST": "1"}

# Name: size of the window, dots per inch (96 is the usual size of text), environment.
VARIANTS = {
    "light": (WIDE, 96, LIGHT),
    "dark": (WIDE, 96, DARK),
    "narrow-light": (NARROW, 96, LIGHT),
    "narrow-dark": (NARROW, 96, DARK),
    "high-contrast": (WIDE, 96, LIGHT | HIGH_CONTRAST),
    "large-text": (WIDE, 192, LIGHT),
}

ORGANISATION = "Northmoor"
# The pictures that need the national sample, which takes a while to make.
COMPARISONS = ("compare-map", "compare-map-cell", "compare-trends", "compare-gaps", "compare-spread", "compare-ranking",
               "compare-measures", "compare-rules", "compare-filter", "compare-group", "compare-save")
REVIEW = ("review-prepare", "review-interests", "review-desk", "review-scores", "review-consensus", "review-calibration",
          "review-reply", "review-report")
# Those of them that are a list of criteria with one of them beside it.
CRITERIA = ("review-desk", "review-scores", "review-consensus", "review-calibration")
PATIENCE = 20
KEYS = {"Control": 0xFFE3, "F1": 0xFFBE, "Return": 0xFF0D, "Escape": 0xFF1B, "Right": 0xFF53, "Home": 0xFF50, "Tab": 0xFF09, "Down": 0xFF54}
WHEEL_UP, WHEEL_DOWN = 4, 5
# The frame that GTK draws around a window where no compositor could draw a shadow; the tree does not count it.
FRAME = 4

# The program puts these between its own name and the file it opens.
SETTINGS = """[org/touchstone/Touchstone]
window-width={width}
window-height={height}
person-name='Asha Rao'
person-role='Board secretary'
"""
# What moves by itself is never twice the same in a picture. The font is the one that GNOME has where nobody chose another.
GTK_SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-cursor-blink=false
gtk-enable-animations=false
"""


class Missing(Exception):
    """What a picture needs did not come."""


def wait_for(what, find):
    """What FIND gives as soon as that is something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = find()
        if found:
            return found
        time.sleep(0.05)
    raise Missing(what)


# --- The display ------------------------------------------------------------------------------------------------------


class Attributes(ctypes.Structure):
    """XWindowAttributes, as far as it is needed here."""
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")] + [
        ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)] + [
        (name, ctypes.c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")] + [
        ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
        ("more", ctypes.c_char * 128)]


class Display:
    """An X display without a window manager: keys, and windows put where a manager would put them."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.width = self.x.XDisplayWidth(self.display, 0)
        self.height = self.x.XDisplayHeight(self.display, 0)

    def press(self, name):
        """Presses a key, by name or the character that it types."""
        code = self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(KEYS.get(name) or ord(name)))
        for down in (True, False):
            self.test.XTestFakeKeyEvent(self.display, code, down, 0)
        self.x.XSync(self.display, False)
        time.sleep(0.15)

    def press_with(self, held, name):
        """Presses a key while another is held."""
        codes = [self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(KEYS.get(key) or ord(key))) for key in (held, name)]
        for code, down in ((codes[0], True), (codes[1], True), (codes[1], False), (codes[0], False)):
            self.test.XTestFakeKeyEvent(self.display, code, down, 0)
        self.x.XSync(self.display, False)
        time.sleep(0.15)

    def type(self, text):
        for character in text:
            self.press(character)

    def click(self, x, y, button=1, times=1):
        self.x.XWarpPointer(self.display, 0, self.root, 0, 0, 0, 0, int(x), int(y))
        for _ in range(times):
            for down in (True, False):
                self.test.XTestFakeButtonEvent(self.display, button, down, 0)
        self.x.XSync(self.display, False)
        time.sleep(0.2)

    def park_pointer(self):
        """Out of the way, but over the window: keys go to what is below the pointer."""
        self.x.XWarpPointer(self.display, 0, self.root, 0, 0, 0, 0, self.width - 1, self.height - 1)
        self.x.XSync(self.display, False)

    def windows(self):
        """Those that can be seen, with their attributes."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self.x.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                          ctypes.byref(count))
        windows = [(ctypes.c_ulong(children[i]), Attributes()) for i in range(count.value)]
        return [(window, attributes) for window, attributes in windows
                if self.x.XGetWindowAttributes(self.display, window, ctypes.byref(attributes)) and attributes.map_state]

    def centre_dialogs(self):
        """Puts what stands before another window in the middle."""
        moved = False
        for window, at in self.windows():
            owner = ctypes.c_ulong()
            if (at.x, at.y) == (0, 0) and self.x.XGetTransientForHint(self.display, window, ctypes.byref(owner)):
                self.x.XMoveWindow(self.display, window, max((self.width - at.width) // 2, 0),
                                   max((self.height - at.height) // 2, 0))
                moved = True
        self.x.XSync(self.display, False)
        return moved

    def set_text_size(self, dots_per_inch):
        # Where the window counts as narrow, the workspaces are chosen at its bottom.
        self.foot = 24 if self.width * 96 / dots_per_inch > 700 else 54 * max(1, dots_per_inch / 160)
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                        f"Xft.dpi:\t{dots_per_inch}\n"], check=True)

    def picture(self):
        """What is on the screen as soon as that stays the same: three bytes for each point, line by line."""
        before = None
        for _ in range(40):
            now = subprocess.run(["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"], check=True,
                                 capture_output=True).stdout
            if now == before:
                break
            before = now
            time.sleep(0.2)
        return bytearray(now)

    def uncover_shadows(self, picture, background):
        """Nothing mixes windows here, so that the shadow of a popover is black: puts back what was there without it."""
        for _, place in self.windows():
            right, bottom = min(place.x + place.width, self.width), min(place.y + place.height, self.height)
            left, top = max(place.x, 0), max(place.y, 0)
            if (right - left, bottom - top) == (self.width, self.height):
                continue
            uncovered = set()
            waiting = [(x, y) for x in range(left, right) for y in (top, bottom - 1)]
            waiting += [(x, y) for y in range(top, bottom) for x in (left, right - 1)]
            while waiting:
                x, y = waiting.pop()
                at = 3 * (y * self.width + x)
                if not (left <= x < right and top <= y < bottom) or any(picture[at:at + 3]):
                    continue
                # Never black again, so that each point is looked at once.
                picture[at:at + 3] = bytes(max(part, 1) for part in background[at:at + 3])
                uncovered.add((x, y))
                waiting += [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
            # Of the shadow just the innermost line, which tells a popover from what is below it.
            for x, y in uncovered:
                at = 3 * (y * self.width + x)
                if not uncovered.issuperset(((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1))) and left < x < right - 1 and (
                        top < y < bottom - 1):
                    picture[at:at + 3] = bytes(part * 4 // 5 for part in picture[at:at + 3])


# --- The program ------------------------------------------------------------------------------------------------------


class Program:
    """The program, and what a screen reader finds in it."""

    def __init__(self, build, *arguments):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        self.process = subprocess.Popen([build / "src/app/touchstone", *map(str, arguments)], stdin=subprocess.DEVNULL)
        self.application = wait_for("the program", self.find_application)
        self.frame = wait_for("the window", lambda: self.find("frame"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)

    def find_application(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def walk(self, node=None):
        node = node or self.application
        yield node
        try:
            count = node.get_child_count()
        except Exception:  # It went away while it was looked at.
            return
        for i in range(count):
            try:
                child = node.get_child_at_index(i)
            except Exception:
                continue
            if child is not None:
                yield from self.walk(child)

    def find(self, role, *words, below=None):
        """The first thing of a role whose name has all the words in it."""
        for node in self.walk(below):
            try:
                name = node.get_name() or ""
                if node.get_role_name() == role and all(word in name for word in words):
                    return node
            except Exception:
                continue
        return None

    def wait(self, role, *words, below=None):
        return wait_for(f"{role} {words}", lambda: self.find(role, *words, below=below))

    def act(self, node, action):
        """Does what the node offers under that name."""
        for i in range(self.atspi.Action.get_n_actions(node)):
            if self.atspi.Action.get_action_name(node, i) == action:
                return self.atspi.Action.do_action(node, i)
        raise Missing(f"action {action}")

    def click(self, role, *words):
        """Clicks what can be clicked; an icon button is two nodes of one name, of which the inner one can be."""
        def try_all():
            for node in self.walk():
                try:
                    if node.get_role_name() == role and all(word in (node.get_name() or "") for word in words):
                        self.act(node, "click")
                        return True
                except Exception:
                    continue
            return False
        wait_for(f"{role} {words} to click", try_all)

    def centre(self, node):
        extents = self.atspi.Component.get_extents(node, self.atspi.CoordType.WINDOW)
        if extents.width <= 0:  # A row of a list that is not on the screen: below, as far as one knows.
            return 0, 1 << 20
        return FRAME + extents.x + extents.width / 2, FRAME + extents.y + extents.height / 2

    def click_at(self, display, node, find=None):
        """Clicks a place of the window with the pointer, after turning the wheel until it can be seen. FIND looks for the node anew: the
        rows of a list change as it is scrolled."""
        for _ in range(60):
            node = find() if find else node
            x, y = self.centre(node)
            if 70 < y < display.height - display.foot:
                display.click(x, y)
                return
            display.click(min(x or display.width / 2, display.width - 40), display.height / 2, WHEEL_UP if y < 70 else WHEEL_DOWN)
        raise Missing(f"a way to {node.get_name()}")

    def command(self, name):
        """An action of the window."""
        self.act(self.frame, name)


# --- Pages ------------------------------------------------------------------------------------------------------------


class Photographer:
    def __init__(self, build, out, variant, only, home):
        self.build, self.out, self.variant, self.only, self.home = build, out, variant, only, home
        self.narrow = VARIANTS[variant][0] == NARROW
        # Large text counts as a narrow window.
        self.folds = self.narrow or VARIANTS[variant][1] > 96
        self.display = Display()
        self.failures = []

    def wanted(self, *names):
        return any(not self.only or any(word in f"{name}-{self.variant}" for word in self.only) for name in names)

    def take(self, name, background=None):
        """Takes a picture; of what has a popover, with a BACKGROUND that was taken before that came up."""
        if not self.wanted(name):
            return
        self.display.park_pointer()
        for _ in range(5):
            time.sleep(0.1)
            if self.display.centre_dialogs():
                break
        picture = self.display.picture()
        if background:
            self.display.uncover_shadows(picture, background)
        path = self.out / f"{name}-{self.variant}.png"
        subprocess.run(["convert", "-size", f"{self.display.width}x{self.display.height}", "-depth", "8", "rgb:-",
                        "-define", "png:exclude-chunks=date,time", str(path)], check=True, input=bytes(picture))
        print(path.name, flush=True)

    def attempt(self, page, *arguments):
        """Takes the pictures of a page; what is missing does not keep the others from being taken."""
        try:
            page(*arguments)
        except Exception as problem:
            name = type(problem).__name__
            self.failures.append(f"{self.variant}: {page.__name__}: {name}: {problem}")

    def show_group(self, program, number):
        """Goes to a competency behind the page that is shown."""
        for _ in range(20):
            program.command("win.next-group")
            time.sleep(0.2)
            if program.find("radio button", f"{number}a level 1"):
                return
        raise Missing(f"competency {number}")

    def show_place(self, program, *words):
        """Goes to a place of the sidebar, which a narrow window has folded away."""
        if self.narrow:
            program.command("win.toggle-sidebar")
            time.sleep(0.5)
        program.click_at(self.display, program.wait("list item", *words, below=program.wait("list", "Places")))
        self.display.park_pointer()
        time.sleep(0.3)

    def select_organisation(self, program):
        if self.narrow:
            program.command("win.toggle-sidebar")
            time.sleep(0.5)
        program.click("push button", "Assessment:")
        time.sleep(0.5)
        self.display.type(ORGANISATION.lower())
        time.sleep(0.3)
        self.display.press("Return")
        wait_for(f"the assessment of {ORGANISATION}", lambda: ORGANISATION in (program.frame.get_name() or ""))
        if self.narrow:
            program.command("win.toggle-sidebar")
        # The window shows for three seconds after a key where the focus is.
        time.sleep(3.5)

    def welcome(self):
        with Program(self.build) as program:
            program.wait("push button", "New Workbook")
            self.take("welcome")

    def empty(self):
        with Program(self.build, self.home / "empty.touchstone") as program:
            program.wait("push button", "New Assessment")
            self.take("empty-workbook")
            if self.wanted("new-assessment"):
                program.command("win.new-assessment")
                wait_for("the dialog", lambda: program.application.get_child_count() > 1)
                self.take("new-assessment")

    def take_dialog(self, program, command, name, seconds=0.8):
        """A picture of the dialog that a command of the window opens."""
        if not self.wanted(name):
            return
        program.command(command)
        wait_for("the dialog", lambda: program.application.get_child_count() > 1)
        time.sleep(seconds)
        self.take(name)
        self.close_dialogs(program)

    def safety(self):
        """What is there once somebody has worked for a while: people, and a backup."""
        workbook = self.home / "safety.touchstone"
        shutil.copy(self.home / "sample.touchstone", workbook)
        with Program(self.build, workbook) as program:
            program.wait("list", "Places")
            self.take_dialog(program, "win.restore-backup", "restore-empty")
            self.show_group(program, 7)
            time.sleep(0.5)
            program.click_at(self.display, program.wait("radio button", "7a level 2"))
            self.display.press("3")
            program.wait("status bar", "All changes kept")
            program.command("win.close-workbook")
            program.wait("push button", "New Workbook")
            time.sleep(1.5)
        with Program(self.build, workbook) as program:
            program.wait("list", "Places")
            self.take_dialog(program, "win.restore-backup", "restore")
            self.take_dialog(program, "win.switch-person", "who-is-working")
            if self.wanted("help", "help-guides"):
                self.display.press("F1")
                wait_for("the help", lambda: program.application.get_child_count() > 1)
                time.sleep(1)
                self.take("help")
                window = next(child for child in map(program.application.get_child_at_index,
                                                     range(program.application.get_child_count())) if child != program.frame)
                program.act(window, "help.back")
                time.sleep(0.5)
                self.take("help-guides")
                self.close_dialogs(program)
            if self.wanted("preferences"):
                self.display.press_with("Control", ",")
                wait_for("the dialog", lambda: program.application.get_child_count() > 1)
                self.take("preferences")

    def read_only(self):
        workbook = self.home / "read-only.touchstone"
        with open(workbook.with_name(f".{workbook.name}.lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write("1\nsomebody\nTouchstone\n")
            lock.flush()
            with Program(self.build, workbook) as program:
                program.wait("list", "Places")
                self.take("read-only")

    def overview(self, program):
        program.wait("list", "Places")
        wait_for("the overview", lambda: program.find("label", "criteria rated"))
        self.take("overview")
        if self.wanted("overview-chart-point"):
            chart = program.wait("list", "Competencies ·")
            program.click_at(self.display, program.wait("list item", "4 ", below=chart))
            self.display.press("Right")
            self.take("overview-chart-point")
        if self.wanted("overview-table"):
            program.act(program.wait("filler", "TsChartView"), "chart.show-table")
            self.take("overview-table")
            self.close_dialogs(program)
        if self.wanted("overview-end"):
            self.display.click(self.display.width - 100, self.display.height / 2, WHEEL_DOWN, 60)
            self.take("overview-end")

    def close_dialogs(self, program):
        """Closes every window but the first."""
        for i in range(program.application.get_child_count()):
            child = program.application.get_child_at_index(i)
            if child is not None and child != program.frame:
                try:
                    program.act(child, "window.close")
                except Exception:
                    continue
        time.sleep(0.3)

    def competency(self, program):
        self.show_group(program, 5)
        program.wait("radio button", "5a level 3")
        self.take("competency")
        if self.wanted("roll-up"):
            background = self.display.picture()
            program.click("push button", "Why?")
            time.sleep(0.4)
            self.take("roll-up", background)
            self.display.press("Escape")
            time.sleep(0.3)

    def incomplete(self, program):
        self.show_group(program, 7)
        program.wait("radio button", "7a level 1")
        self.take("competency-incomplete")

    def carried(self, program):
        """What waits to be confirmed, with evidence that is too old by now."""
        self.show_group(program, 9)
        program.wait("push button", "Confirm")
        self.take("carried")
        if self.wanted("carried-evidence"):
            self.show_group(program, 4)
            program.click_at(self.display, program.wait("radio button", "4c level 2"))
            time.sleep(0.5)
            self.display.park_pointer()
            self.take("carried-evidence")

    def past(self, program):
        """An earlier day, from the history of it on."""
        self.show_place(program, "History")
        program.wait("list item", below=program.wait("list", "Changes"))
        program.click("push button", "As It Stood On")
        time.sleep(0.5)
        program.wait("text", "At the End of the Day").set_text_contents("2009-11-02")
        program.click("push button", "Show")
        program.wait("push button", "Back to Now")
        self.take("past-history")
        self.show_group(program, 5)
        self.take("past")
        program.click("push button", "Back to Now")

    def governance(self, program):
        self.show_place(program, "Finance")
        self.take("governance")

    def history(self, program):
        self.show_place(program, "History")
        changes = program.wait("list", "Changes")
        program.wait("list item", below=changes)
        self.take("history")
        if self.wanted("history-change"):
            program.click_at(self.display, program.wait("list item", below=changes))
            wait_for("the change", lambda: program.application.get_child_count() > 1)
            self.take("history-change")
            self.close_dialogs(program)

    def evidence(self, program):
        self.show_place(program, "Evidence")
        program.wait("list", "Evidence")
        self.take("evidence")
        if self.wanted("evidence-details"):
            program.click_at(self.display, program.wait("list item", below=program.wait("list", "Evidence")))
            wait_for("the details", lambda: program.application.get_child_count() > 1)
            self.take("evidence-details")
            self.close_dialogs(program)

    def outcomes(self, program):
        self.show_place(program, "Outcomes")
        program.wait("push button", "Add Outcome")
        time.sleep(0.5)
        self.take("outcomes")
        if self.wanted("outcome"):
            program.click_at(self.display, program.wait("list item", "Life expectancy"))
            time.sleep(1)
            self.display.park_pointer()
            self.take("outcome")
        if self.wanted("outcome-add"):
            program.click("push button", "Add Outcome")
            wait_for("the dialog", lambda: program.application.get_child_count() > 1)
            self.display.centre_dialogs()
            self.take("outcome-add")
            self.close_dialogs(program)

    def sign_off(self, program):
        self.show_place(program, "Sign-off")
        program.wait("push button", "Record the Board")
        self.take("sign-off")
        if self.wanted("sign-off-approval"):
            program.click("push button", "Record the Board")
            wait_for("the dialog", lambda: program.application.get_child_count() > 1)
            self.display.centre_dialogs()
            self.take("sign-off-approval")
            self.close_dialogs(program)

    def gaps(self, program):
        self.show_place(program, "Gaps")
        program.wait("push button", "Target for 3 in")
        self.take("gaps")
        if self.wanted("gaps-target"):
            background = self.display.picture()
            program.click_at(self.display, program.wait("push button", "Target for 3 in"))
            time.sleep(0.4)
            self.take("gaps-target", background)
            self.display.press("Escape")
            time.sleep(0.3)
        # Where there is no room for both, the chart is a press away.
        if self.wanted("gaps-chart") and (self.narrow or self.variant == "large-text"):
            for node in program.walk():
                if node.get_role_name() == "push button" and node.get_name() == "Chart":
                    program.act(node, "click")
                    break
            self.take("gaps-chart")

    def organisations(self, program):
        self.show_place(program, "Organisations")
        program.wait("list", "Organisations")
        self.take("organisations")
        if self.wanted("organisation"):
            # Its page is the same whichever way leads to it.
            program.click_at(self.display, program.wait("list item", "ZX3", below=program.wait("list", "Organisations")))
            program.wait("label", "Family Line")
            self.display.park_pointer()
            time.sleep(0.5)
            self.take("organisation")
            if self.wanted("organisation-rename"):
                program.click("push button", "Rename")
                wait_for("the dialog", lambda: program.application.get_child_count() > 1)
                self.take("organisation-rename")
                self.close_dialogs(program)

    def organisation_family(self, program):
        """One that came out of two others, which have moved before that."""
        self.show_place(program, "Organisations")
        row = lambda: program.wait("list item", "ZX4", below=program.wait("list", "Organisations"))
        program.click_at(self.display, row(), row)
        program.wait("label", "Family Line")
        self.display.park_pointer()
        time.sleep(0.5)
        self.take("organisation-family")

    def search(self, program):
        program.command("win.search")
        time.sleep(0.5)
        self.take("search-empty")
        for name, words in (("search", "needs ass"), ("search-nothing", "zzyzx")):
            if self.wanted(name):
                self.display.press_with("Control", "a")
                self.display.type(words)
                wait_for("the results", lambda: program.find("status bar", "result"))
                time.sleep(0.3)
                self.take(name)
        program.command("win.search")

    def sample(self):
        with Program(self.build, self.home / "sample.touchstone") as program:
            program.wait("list", "Places")
            if ORGANISATION not in (program.frame.get_name() or ""):
                self.attempt(self.select_organisation, program)
            self.attempt(self.overview, program)
            if self.wanted("competency", "roll-up"):
                self.attempt(self.competency, program)
            if self.wanted("competency-incomplete"):
                self.attempt(self.incomplete, program)
            if self.wanted("carried", "carried-evidence"):
                self.attempt(self.carried, program)
            if self.wanted("governance"):
                self.attempt(self.governance, program)
            if self.wanted("gaps", "gaps-target", "gaps-chart"):
                self.attempt(self.gaps, program)
            if self.wanted("history", "history-change"):
                self.attempt(self.history, program)
            if self.wanted("evidence", "evidence-details"):
                self.attempt(self.evidence, program)
            if self.wanted("search-empty", "search", "search-nothing"):
                self.attempt(self.search, program)
            if self.wanted("outcomes", "outcome", "outcome-add"):
                self.attempt(self.outcomes, program)
            if self.wanted("sign-off", "sign-off-approval"):
                self.attempt(self.sign_off, program)
            if self.wanted("organisations", "organisation", "organisation-rename"):
                self.attempt(self.organisations, program)
            if self.wanted("organisation-family"):
                self.attempt(self.organisation_family, program)
            if self.wanted("past", "past-history"):
                self.attempt(self.past, program)
        if self.wanted(*REVIEW):
            self.become("Helen Marchbank (fictional)", "Chair")
            with Program(self.build, self.home / "sample.touchstone") as program:
                program.wait("list", "Places")
                time.sleep(0.5)
                self.attempt(self.review, program)

    def become(self, name, role):
        """Whoever works in the next program."""
        settings = self.home / "config/glib-2.0/settings/keyfile"
        text = re.sub("person-name='[^']*'", f"person-name='{name}'", settings.read_text())
        settings.write_text(re.sub("person-role='[^']*'", f"person-role='{role}'", text))

    def show_workspace(self, what, key, find):
        """Presses a workspace's key until it shows what FIND looks for: before the workbook is open, the key does nothing."""
        def press_and_find():
            self.display.press_with("Control", key)
            time.sleep(0.5)
            return find()
        wait_for(what, press_and_find)

    def review(self, program):
        """The workspace Review: each of its places, as the chair sees them, whose panel's scores are open."""
        self.show_workspace("the round", "2", lambda: program.find("label", "Panel 1"))
        if self.narrow:
            program.command("win.toggle-sidebar")
            time.sleep(0.5)
        program.click_at(self.display, program.wait("label", "Upper Tarndale", below=program.wait("list", "Assessments of the round")))
        time.sleep(1.5)
        for title, name in (("Prepare", "review-prepare"), ("Interests", "review-interests"), ("Desk Analysis", "review-desk"),
                            ("My Scores", "review-scores"), ("Consensus", "review-consensus"), ("Calibration", "review-calibration"),
                            ("Reply", "review-reply"), ("Report", "review-report")):
            if not self.wanted(name):
                continue
            if self.narrow:
                program.command("win.toggle-sidebar")
                time.sleep(0.5)
            program.click_at(self.display, program.wait("list item", title, below=program.wait("list", "Steps of the review")))
            time.sleep(1)
            if self.folds and name in CRITERIA:
                # Here the list stands alone; the criterion comes when it is chosen.
                self.take(f"{name}-list")
                program.click_at(self.display, program.wait("list item", "1b"))
                time.sleep(0.8)
            if name == "review-calibration":
                self.take("review-calibration-closed")
                for row in ("Agreement on Criteria", "Reviewers", "Panels"):
                    program.click_at(self.display, program.wait("label", row, below=program.wait("filler", "TsCalibrationPage")))
                    time.sleep(0.5)
                time.sleep(1)
            self.take(name)
            if name == "review-consensus":
                program.click_at(self.display, program.wait("push button", "Large Type"))
                time.sleep(0.8)
                self.take(f"{name}-projector")
                program.click_at(self.display, program.wait("push button", "Large Type"))
            if name == "review-calibration":
                self.display.click(self.display.width * 0.7, self.display.height / 2, WHEEL_DOWN, 12)
                time.sleep(0.5)
                self.take(f"{name}-tables")

    def find_pages(self, program):
        return [node for node in program.walk() if node.get_role_name() == "filler" and node.get_name() in ("TsMapPage", "TsChartsPage", "TsRulesPage")]

    def is_complete(self, program, page):
        """Whether a page of comparisons has said what it shows: in a chart's name, or above a list."""
        return any(node.get_role_name() in ("list", "table", "status bar") and node.get_name() for node in program.walk(page))

    def wait_for_page(self, program, n_before):
        """Until there is another page of comparisons, which is complete: each is made when it is first shown."""
        def find():
            pages = self.find_pages(program)
            return len(pages) > n_before and self.is_complete(program, pages[-1])
        wait_for("the page", find)
        time.sleep(1)

    def show_comparison(self, program, title, name):
        """A page of the workspace Compare, and its end where it is longer than the window."""
        if not self.wanted(name):
            return
        if self.narrow:
            program.command("win.toggle-sidebar")
            time.sleep(0.5)
        n_pages = len(self.find_pages(program))
        program.click_at(self.display, program.wait("list item", title, below=program.wait("list", "Comparisons")))
        self.wait_for_page(program, n_pages)
        self.take(name)
        self.display.click(self.display.width * 0.6, self.display.height * 0.8, WHEEL_DOWN, 60)
        self.take(f"{name}-end")

    def compare(self):
        """The workspace Compare, on the national sample."""
        with Program(self.build, self.home / "national.touchstone") as program:
            self.show_workspace("the comparison", "3", lambda: program.find("status bar", "152 of 152") or program.find("label", "152 of 152"))
            self.wait_for_page(program, 0)
            self.take("compare-map")
            if self.wanted("compare-map-cell"):
                program.click_at(self.display, program.wait("table cell", "PCT"))
                time.sleep(0.8)
                self.take("compare-map-cell")
                program.act(program.wait("filler", "TsCellPane"), "cell.close")
            if self.wanted("compare-filter"):
                if self.narrow:
                    program.click("push button", "Filters")
                    time.sleep(0.5)
                background = self.display.picture()
                program.click("push button", "Organisations:")
                time.sleep(0.5)
                self.take("compare-filter", background)
                self.display.press("Escape")
                if self.narrow:
                    program.click("push button", "Filters")
            if self.wanted("compare-save"):
                program.act(program.wait("filler", "TsChartView", below=program.wait("filler", "TsMapPage")), "chart.save")
                time.sleep(1)
                self.take("compare-save")
                self.close_dialogs(program)
            for title, name in (("Trends", "compare-trends"), ("Gaps", "compare-gaps"), ("Spread", "compare-spread"),
                                ("Ranking", "compare-ranking"), ("Two Measures", "compare-measures"), ("Rules", "compare-rules")):
                self.attempt(self.show_comparison, program, title, name)
            if self.wanted("compare-group") and not self.narrow:
                program.click("push button", "New Group")
                time.sleep(1)
                self.take("compare-group")
                self.close_dialogs(program)

    def run(self):
        self.display.set_text_size(VARIANTS[self.variant][1])
        self.display.park_pointer()
        if self.wanted("welcome"):
            self.attempt(self.welcome)
        if self.wanted("empty-workbook", "new-assessment"):
            self.attempt(self.empty)
        if self.wanted("read-only"):
            self.attempt(self.read_only)
        if self.wanted("restore", "restore-empty", "who-is-working", "help", "help-guides", "preferences"):
            self.attempt(self.safety)
        self.attempt(self.sample)
        if self.wanted(*COMPARISONS):
            self.attempt(self.compare)
        for failure in self.failures:
            print(f"screenshots: {failure}", file=sys.stderr)
        return 1 if self.failures else 0


# --- Variants ---------------------------------------------------------------------------------------------------------


def prepare_home(build, home, size, national):
    for folder in ("config/glib-2.0/settings", "config/gtk-4.0", "data", "cache"):
        (home / folder).mkdir(parents=True)
    (home / "runtime").mkdir(mode=0o700)
    (home / "config/glib-2.0/settings/keyfile").write_text(SETTINGS.format(width=size[0], height=size[1]))
    (home / "config/gtk-4.0/settings.ini").write_text(GTK_SETTINGS)
    ctl = build / "src/ctl/touchstonectl"
    subprocess.run([ctl, "sample", home / "sample.touchstone"], check=True)
    subprocess.run([ctl, "new", home / "empty.touchstone"], check=True)
    if national:
        subprocess.run([ctl, "sample", "--national", home / "national.touchstone"], check=True)
    shutil.copy(home / "sample.touchstone", home / "read-only.touchstone")


def run_variant(build, out, variant, only):
    (width, height), _, environment = VARIANTS[variant]
    with tempfile.TemporaryDirectory(prefix="touchstone-screenshots-") as folder:
        home = pathlib.Path(folder)
        national = any(not only or any(word in f"{name}-{variant}" for word in only) for name in COMPARISONS)
        prepare_home(build, home, (width, height), national)
        kept = {name: value for name, value in os.environ.items()
                if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "GTK_A11Y",
                                "GTK_THEME", "G_MESSAGES_DEBUG", "G_DEBUG", "LANGUAGE", "LANG")}
        kept |= {
            "HOME": folder, "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/data",
            "XDG_CACHE_HOME": f"{folder}/cache", "XDG_RUNTIME_DIR": f"{folder}/runtime",
            "GSETTINGS_BACKEND": "keyfile", "GSETTINGS_SCHEMA_DIR": str(build / "data"), "GIO_USE_VFS": "local",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        } | environment
        command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", f"-screen 0 {width}x{height}x24 -noreset",
                   sys.executable, __file__, "--build", build, "--out", out, "--inside", variant, "--home", folder]
        for word in only:
            command += ["--only", word]
        result = subprocess.run(list(map(str, command)), env=kept, capture_output=True, text=True)
    print(result.stdout, end="", flush=True)
    for line in result.stderr.splitlines():
        if line.startswith("screenshots:") or "Gtk-" in line or "Adwaita-" in line or "Traceback" in line or "Error" in line:
            print(line, file=sys.stderr, flush=True)
    return result.returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--variant", action="append", choices=VARIANTS, default=[])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--inside", choices=VARIANTS, help=argparse.SUPPRESS)
    parser.add_argument("--home", type=pathlib.Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    build, out = arguments.build.resolve(), arguments.out.resolve()

    if arguments.inside:
        return Photographer(build, out, arguments.inside, arguments.only, arguments.home).run()

    out.mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as executor:
        results = list(executor.map(lambda variant: run_variant(build, out, variant, arguments.only),
                                    arguments.variant or VARIANTS))
    return 1 if any(results) else 0


if __name__ == "__main__":
    sys.exit(main())
