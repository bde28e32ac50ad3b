# journey.py
#
# Drives the real program as a person does who sees nothing and has no mouse: it reads the accessibility tree, and presses
# keys. A journey has a display, a session bus, a home and settings of its own, and waits for what it expects rather than
# for time to pass.
#
# The keys come from XTEST: they take the same way through the server and the toolkit as those of a keyboard. Without a
# window manager they go to the window below the pointer, which every window here covers.
#
# Needs the system's Python with its GObject bindings, Xvfb and dbus-run-session.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A journey through the program: run (name, function) starts it, Program is what it drives."""

import argparse
import ctypes
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "project"))
import tap

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    Atspi = None

PATIENCE = 20
INSIDE = "TOUCHSTONE_JOURNEY"
TOOLS = ("dbus-run-session", "xvfb-run", "xclip")

KEYS = {"Return": 0xFF0D, "Escape": 0xFF1B, "Tab": 0xFF09, "Down": 0xFF54, "Up": 0xFF52, "Home": 0xFF50, "End": 0xFF57,
        "Page_Down": 0xFF56, "Control": 0xFFE3, "Shift": 0xFFE1, "Alt": 0xFFE9, "Delete": 0xFFFF, "space": 0x20,
        "F1": 0xFFBE, "F10": 0xFFC7}

# What moves by itself only costs time here.
GTK_SETTINGS = "[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n"

# Somebody has said already who is working; only one journey is about being asked.
SETTINGS = "[org/touchstone/Touchstone]\nperson-name='Asha Rao'\nperson-role='Board secretary'\n"


class Missing(Exception):
    """What the journey expected did not come."""


def pump_events():
    """Takes what the program has said since the last time."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def wait_for(what, find):
    """What FIND gives, as soon as that is something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        pump_events()
        found = find()
        if found:
            return found
        time.sleep(0.03)
    raise Missing(f"{what} did not come within {PATIENCE} seconds")


class Keyboard:
    """The keyboard of the display."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.shift = self.code_of(KEYS["Shift"])
        self.x.XWarpPointer(self.display, 0, self.root, 0, 0, 0, 0, 60, 60)
        self.x.XSync(self.display, False)

    def code_of(self, symbol):
        return self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(symbol))

    def send(self, codes):
        for code in codes:
            self.test.XTestFakeKeyEvent(self.display, code, True, 0)
        for code in reversed(codes):
            self.test.XTestFakeKeyEvent(self.display, code, False, 0)
        self.x.XSync(self.display, False)

    def press(self, *names):
        """Presses the last key while the others are held."""
        self.send([self.code_of(KEYS.get(name) or ord(name)) for name in names])

    def type(self, text):
        for character in text:
            symbol = ord(character)
            code = self.code_of(symbol)
            plain = self.x.XkbKeycodeToKeysym(self.display, ctypes.c_ubyte(code), 0, 0) == symbol
            self.send([code] if plain else [self.shift, code])


class Program:
    """The running program, and what a screen reader finds in it."""

    def __init__(self, journey, *arguments):
        self.journey = journey
        self.atspi = journey.atspi
        self.keyboard = journey.keyboard
        self.process = subprocess.Popen([journey.build / "src/app/touchstone", *map(str, arguments)],
                                        stdin=subprocess.DEVNULL)
        self.application = wait_for("the program", self.find_application)
        # Where to look: the window, or a dialog before it. GTK 4.8 ends the program when it is asked for a window that is
        # just going, so the list of windows is read only while none goes.
        self.frame = self.window = wait_for("the window", self.find_window)

    def find_application(self):
        if self.process.poll() is not None:
            raise Missing(f"the program ended with {self.process.returncode}")
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def find_window(self, title="", other_than=None):
        for i in range(self.count_windows()):
            child = self.application.get_child_at_index(i)
            if child is not None and child != other_than and title in (child.get_name() or ""):
                return child
        return None

    def count_windows(self):
        return self.application.get_child_count()

    def enter_dialog(self, title):
        """Waits for a dialog, in which everything is looked for from then on."""
        self.window = wait_for(f"the dialog “{title}”", lambda: self.find_window(title, other_than=self.frame))
        self.n_windows = self.count_windows()
        # What had the focus in the window before still says that it has it.
        self.journey.focus = None
        return self.window

    def leave_dialog(self):
        """Waits until the dialog is gone."""
        self.window = self.frame
        wait_for("the end of the dialog", lambda: self.count_windows() < self.n_windows)

    def walk(self, node):
        """NODE and all below it; what goes away meanwhile is passed over."""
        yield node
        try:
            count = node.get_child_count()
        except Exception:
            return
        for i in range(count):
            try:
                child = node.get_child_at_index(i)
            except Exception:
                continue
            if child is not None:
                yield from self.walk(child)

    def find_all(self, role, *words, below=None):
        """What has the role, and all the words in its name."""
        found = []
        for node in self.walk(below or self.window):
            try:
                if node.get_role_name() == role and all(word in (node.get_name() or "") for word in words):
                    found.append(node)
            except Exception:
                continue
        return found

    def find(self, role, *words, below=None):
        return next(iter(self.find_all(role, *words, below=below)), None)

    def wait(self, role, *words, below=None):
        return wait_for(f"a {role} “{' … '.join(words)}”", lambda: self.find(role, *words, below=below))

    def wait_gone(self, role, *words):
        wait_for(f"the going of a {role} “{' … '.join(words)}”", lambda: not self.find(role, *words))

    def wait_kept(self):
        self.wait("status bar", "All changes kept")

    def has(self, node, state):
        if node is None:
            return False
        try:
            return node.get_state_set().contains(getattr(self.atspi.StateType, state))
        except Exception:
            return False

    def wait_state(self, role, *words, state):
        return wait_for(f"a {role} “{' … '.join(words)}” that is {state.lower()}",
                        lambda: next((node for node in self.find_all(role, *words) if self.has(node, state)), None))

    def focused(self):
        """What has the keyboard focus: what said so last, or else what is found to have it."""
        pump_events()
        deadline = time.monotonic() + 0.3
        # What had it says so no more before the next one says that it has it; to go through a large page for it takes a second.
        while not self.has(self.journey.focus, "FOCUSED") and time.monotonic() < deadline:
            time.sleep(0.01)
            pump_events()
        if not self.has(self.journey.focus, "FOCUSED"):
            self.journey.focus = next((node for node in self.walk(self.window)
                                       if self.has(node, "FOCUSED") and node.get_role_name() != "frame"), None)
        return self.journey.focus

    def describe_focus(self):
        node = self.focused()
        return f"{node.get_role_name()} “{node.get_name()}”" if node is not None else "nothing"

    def tab_to(self, role, *words, key="Tab", most=60):
        """Presses Tab until the focus is there, as somebody does who has no mouse."""
        def is_there():
            node = self.focused()
            return node is not None and node.get_role_name() == role and all(word in node.get_name() for word in words)

        for _ in range(most):
            if is_there():
                return self.focused()
            before = self.describe_focus()
            self.keyboard.press(key)
            deadline = time.monotonic() + 0.5
            while self.describe_focus() == before and time.monotonic() < deadline:
                time.sleep(0.01)
        raise Missing(f"{most} times {key} did not lead to a {role} “{' … '.join(words)}”, but to {self.describe_focus()}")

    def text_of(self, node):
        return self.atspi.Text.get_text(node, 0, self.atspi.Text.get_character_count(node))

    def wait_text(self, node, text):
        wait_for(f"the text “{text}”", lambda: self.text_of(node) == text)

    def press(self, *names):
        self.keyboard.press(*names)

    def type(self, text):
        self.keyboard.type(text)

    def paste(self, text):
        """Copies the text as another program does, and pastes it."""
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text, text=True, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.press("Control", "v")

    def choose_file(self, title, path, then=None):
        """Types a path into the file chooser of that title. One that opens files asks for a path when a path begins. THEN is the
        title of the dialog that it leads to, if it does."""
        chooser = self.enter_dialog(title)
        wait_for("the focus in the file chooser", lambda: any(self.has(node, "FOCUSED") for node in self.walk(chooser)))
        if self.find("text", "Name:"):
            self.press("Control", "a")
        self.type(str(path))
        wait_for("the path in the file chooser",
                 lambda: any(self.text_of(node) == str(path) for node in self.find_all("text")))
        self.press("Return")
        if then is None:
            self.leave_dialog()
        else:
            wait_for("the end of the file chooser", lambda: not self.find_window(title, other_than=self.frame))
            self.enter_dialog(then)

    def quit(self):
        self.press("Control", "q")
        status = self.process.wait(PATIENCE)
        if status != 0:
            raise Missing(f"a good end: the program left with {status}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Journey:
    """The world of one journey: a home of its own, and every program that it started."""

    def __init__(self, build, home):
        self.atspi = Atspi
        self.focus = None
        self.listener = Atspi.EventListener.new(self.on_focus)
        self.listener.register("object:state-changed:focused")
        self.build = build
        self.home = home
        self.keyboard = Keyboard()
        self.report = tap.Report()
        self.programs = []

    def on_focus(self, event):
        if event.detail1 == 1:
            self.focus = event.source

    def start(self, *arguments):
        program = Program(self, *arguments)
        self.programs.append(program)
        return program

    def ctl(self, *arguments, status=0):
        """touchstonectl, which must end like this; what it prints."""
        result = subprocess.run([self.build / "src/ctl/touchstonectl", *map(str, arguments)], capture_output=True, text=True)
        if result.returncode != status:
            raise Missing(f"touchstonectl {arguments[0]} to end with {status}, not with {result.returncode}: {result.stderr}")
        return result.stdout

    def list_ends(self):
        """How the programs ended that did."""
        return [f"program {i + 1} had ended with {program.process.returncode}"
                for i, program in enumerate(self.programs) if program.process.poll() is not None]

    def take_picture(self, name):
        """What was on the screen when it went wrong, as a line of the report."""
        path = self.build / "meson-logs" / f"{name.replace(' ', '-')}.png"
        if shutil.which("import") is None or not path.parent.is_dir():
            return []
        subprocess.run(["import", "-silent", "-window", "root", str(path)], check=False)
        return [f"see {path}"]

    def step(self, name):
        """What has been reached is a case that passed."""
        self.report.case(name)


def walk_through(name, journey_function, build):
    """Runs the journey in this process, in a home of its own."""
    with tempfile.TemporaryDirectory(prefix="touchstone-journey-") as folder:
        home = pathlib.Path(folder)
        for directory in ("config/glib-2.0/settings", "config/gtk-4.0", "data", "cache", "state"):
            (home / directory).mkdir(parents=True)
        for kind in ("config", "data", "cache", "state"):
            os.environ[f"XDG_{kind.upper()}_HOME"] = str(home / kind)
        (home / "config/gtk-4.0/settings.ini").write_text(GTK_SETTINGS)
        (home / "config/glib-2.0/settings/keyfile").write_text(SETTINGS)
        journey = Journey(build, home)
        try:
            journey_function(journey)
        except (Missing, subprocess.SubprocessError, OSError) as problem:
            journey.report.case(name, [problem, *journey.list_ends(), *journey.take_picture(name)])
        finally:
            for program in journey.programs:
                program.kill()
        journey.report.finish()


def run(name, journey_function):
    """Gives the journey a session bus and a display, and runs it there."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    build = parser.parse_args().build.resolve()

    if os.environ.get(INSIDE):
        walk_through(name, journey_function, build)
        return

    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if Atspi is None:
        missing.append("the bindings of AT-SPI")
    if missing:
        print(f"1..0 # SKIP there is no {' and no '.join(missing)}")
        return

    with tempfile.TemporaryDirectory(prefix="touchstone-journey-bus-") as folder:
        home = pathlib.Path(folder)
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(("XDG_", "DBUS_", "AT_SPI", "GTK_", "G_MESSAGES", "G_DEBUG")) and
                       key not in ("DISPLAY", "WAYLAND_DISPLAY", "LANG", "LANGUAGE")}
        environment |= {
            INSIDE: "1",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "runtime"),
            "GSETTINGS_BACKEND": "keyfile",
            "GSETTINGS_SCHEMA_DIR": str(build / "data"),
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GIO_USE_VFS": "local",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        (home / "runtime").mkdir(mode=0o700)
        command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1400x1000x24 -noreset",
                   sys.executable, *sys.argv]
        with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              text=True) as process:
            # What the services of the desktop say to nobody in particular is no part of the report.
            for line in process.stdout:
                if line.startswith(("ok ", "not ok ", "1..", "#")):
                    print(line, end="", flush=True)
        status = process.returncode
    sys.exit(status)
