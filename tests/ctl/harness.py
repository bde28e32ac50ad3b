# harness.py
#
# Runs touchstonectl as a person at a terminal would, in a folder of its own.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the tests of touchstonectl share: running it, and collecting what is not as expected."""

import csv
import errno
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "project"))

import tap

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(__file__).resolve().parents[2]

report = tap.Report()
cases = []


class Result:
    """What a run left: its exit status, and what it printed."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err.decode("utf-8", "replace")

    @property
    def text(self):
        return self.out.decode("utf-8")

    @property
    def rows(self):
        return list(csv.DictReader(io.StringIO(self.text, newline="")))

    @property
    def json(self):
        return json.loads(self.out)


def shorten(value):
    text = repr(value)
    return text if len(text) <= 1000 else f"{text[:1000]}… ({len(text)} characters)"


class Case:
    """One test: a folder that is taken away afterwards, and the problems found."""

    def __init__(self, name):
        self.name = name
        self.problems = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="touchstone-test-"))

    def path(self, name):
        return self.folder / name

    def write(self, name, content):
        path = self.path(name)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def run(self, *arguments, **options):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", **options.pop("environment", {})}
        done = subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, cwd=self.folder, env=environment,
                              timeout=120, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})
        return Result(done.returncode, done.stdout or b"", done.stderr or b"")

    def start(self, *arguments, **options):
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        return subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, cwd=self.folder, env=environment,
                                **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})

    def open_pipe(self, name, process):
        """The writing end of the pipe NAME, once PROCESS has opened the other; it does not wait for one that has died."""
        while True:
            try:
                end = os.open(self.path(name), os.O_WRONLY | os.O_NONBLOCK)
                break
            except OSError as error:
                if error.errno != errno.ENXIO:
                    raise
            if process.poll() is not None:
                raise RuntimeError(f"exit {process.returncode} before the pipe was opened")
            time.sleep(0.01)
        os.set_blocking(end, True)
        return open(end, "w", encoding="utf-8")

    def expect(self, condition, problem):
        if not condition:
            self.problems.append(problem)

    def equal(self, what, found, expected):
        self.expect(found == expected, f"{what}: expected {shorten(expected)}, found {shorten(found)}")

    def done(self, *arguments, **options):
        """Runs what must work, and say nothing of errors."""
        result = self.run(*arguments, **options)
        self.expect(result.code == 0 and result.err == "", f"{arguments}: exit {result.code}: {result.err}")
        return result

    def fails(self, code, message, *arguments, **options):
        """Runs what must end with CODE and print exactly MESSAGE as the first thing on the standard error, and nothing else."""
        result = self.run(*arguments, **options)
        self.equal(f"{arguments}: exit", result.code, code)
        self.equal(f"{arguments}: standard output", result.out, b"")
        self.expect(result.err.startswith(message), f"{arguments}: expected “{message}”, found “{result.err}”")
        return result

    def workbook(self, name="w.touchstone"):
        """An empty workbook."""
        self.done("new", name)
        return name

    def sample(self, name="s.touchstone"):
        self.done("sample", name)
        return name

    def everything(self, workbook):
        """All that a workbook says, for telling whether anything changed."""
        return [self.done("export", workbook, kind).out for kind in ("organisations", "ratings", "evidence", "outcomes", "journal")]

    def files(self):
        """The names of all files but those that the store keeps beside an open workbook."""
        return sorted(path.name for path in self.folder.iterdir() if not path.name.endswith(("-wal", "-shm", ".lock")))

    def finish(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        report.case(self.name, self.problems)


def case(function):
    """Marks a function as a test; its name, with spaces, is the test's."""
    cases.append(function)
    return function


def main():
    for function in cases:
        test = Case(function.__name__.replace("_", " "))
        try:
            function(test)
        except Exception as error:
            test.problems.append(f"{type(error).__name__}: {error}")
        test.finish()
    report.finish()
