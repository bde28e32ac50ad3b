#!/usr/bin/env python3
# test-format.py
#
# Sees that the C sources are formatted, and that the formatter does what clang-format alone would not.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import importlib.util
import pathlib
import shutil
import subprocess
import sys

import tap

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMATTER = ROOT / "build-aux" / "format-source.py"

# What is written, and what it becomes; a text alone stays as it is.
CASES = [
    ("parameters are lined up, local variables are not", """\
static gboolean
ts_thing_read (TsThing *self,
               const char *path,
               GError **error)
{
  int count = 0;
  g_autofree char *name = NULL;
}
""", """\
static gboolean
ts_thing_read (TsThing     *self,
               const char  *path,
               GError     **error)
{
  int count = 0;
  g_autofree char *name = NULL;
}
"""),
    ("the marks of gettext have no space", """\
static void
f (void)
{
  g_set_error (error, TS_ERROR, TS_ERROR_INVALID,
               _("The file %s is "
                 "not a workbook"), path);
}

static const char *names[] = { N_("one"), N_("two"), NULL };
""", """\
static void
f (void)
{
  g_set_error (error, TS_ERROR, TS_ERROR_INVALID,
               _("The file %s is "
                 "not a workbook"),
               path);
}

static const char *names[] = { N_("one"), N_("two"), NULL };
"""),
    ("macros and columns of prototypes stay", """\
G_DEFINE_FINAL_TYPE_WITH_CODE (TsThing, ts_thing, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
G_DEFINE_QUARK (ts-thing-error-quark, ts_thing_error)

#define TS_THING_ATTRIBUTES \\
  "one," \\
  "two"
#define TS_THING_INIT { 0, NULL }

TsThing *ts_thing_new  (void);
void     ts_thing_free (TsThing *self);
"""),
    ("operators go to the end of the line", """\
static gboolean
f (void)
{
  return a
         && b
         && "a\\n && b" != NULL;
}
""", """\
static gboolean
f (void)
{
  return a &&
         b &&
         "a\\n && b" != NULL;
}
"""),
    ("strings and comments stay", """\
/* A comment  with +(x) and _ ("y")
 * && z
 */
static const char *text = "+(x)  _ (\\"y\\")";
"""),
]

report = tap.Report()
if shutil.which("clang-format") is None:
    report.skip("the sources are formatted", "clang-format is not installed")
    report.finish()

specification = importlib.util.spec_from_file_location("format_source", FORMATTER)
formatter = importlib.util.module_from_spec(specification)
specification.loader.exec_module(formatter)

for name, before, *after in CASES:
    expected = after[0] if after else before
    found = formatter.format_texts([before])[0]
    report.case(name, [] if found == expected else [f"became:\n{found}"])
    report.case(f"{name}, twice", [] if formatter.format_texts([found])[0] == found else ["another result the second time"])

check = subprocess.run([sys.executable, str(FORMATTER), "--check", "--diff"], capture_output=True, text=True)
report.case("the sources are formatted",
            [] if check.returncode == 0 else [(check.stdout + check.stderr)[:8000], "run: ./dev format"])
report.finish()
