#!/usr/bin/env python3
# format-source.py [--check] [FILE...]
#
# Formats the C sources: clang-format with .clang-format, and what of the GNOME style it cannot do.
#
#   - It puts a space before every parenthesis. The marks of gettext, _("…") and its kin, have none.
#   - It joins the lines of macros, and of those that stand for definitions, such as G_DEFINE_TYPE_WITH_CODE (…), and undoes
#     the columns of prototypes. All these stay as written.
#   - It joins lines that begin with an operator. They get it at the end of the line before.
#   - It lines up the names of parameters only together with those of local variables. Here parameters alone are.
#
# With --check it changes nothing and says which files it would change.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import concurrent.futures
import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
# How many files go to one clang-format.
BATCH = 40

# While clang-format works, each mark of gettext is replaced by as many unary operators as it has letters: those get no
# space, and everything after them stays in its column. Nobody puts a unary plus before a parenthesis.
MARKS = {"NC_": "+~+", "N_": "+~", "C_": "+!", "Q_": "~+", "_": "+"}
MARK = re.compile(r"\b(?P<mark>NC_|N_|C_|Q_|_) ?\(")
STAND_IN = re.compile(r"(?P<mark>\+~\+|\+~|\+!|~\+|\+)\(")

DEFINING_MACRO = re.compile(r"^G_[A-Z_]+ ?\(", re.MULTILINE)
# A prototype, or the type of a function, at the left edge.
PROTOTYPE = re.compile(r"^(?:[A-Za-z_][\w *]*?[ *]\w+|typedef [\w *]+\(\*\w+\)) *\((?=[^;{}]*;)", re.MULTILINE)
OFF, ON = "/* clang-format off */\n", "/* clang-format on */\n"

# A macro of several lines, whose lines clang-format joins, or one for a list of initial values, which it takes for a block.
MACRO = re.compile(r"^#define (?:[^\n]*\\\n)+[^\n]*\n|^#define [^\n]*\{[^\n]*\n", re.MULTILINE)

LEADING_OPERATOR = re.compile(r"(?<=[\w)\]\"'])(?P<indent>\n[ \t]+)(?P<operator>&&|\|\||[-+*/%|]|[<>=!]=|[<>]) (?=\S)")
STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|/\*.*?\*/|//[^\n]*', re.DOTALL)
# A declaration at the left edge, or a member that is a function, with an open list at the end of its line.
OPEN_LIST = re.compile(r"^(?:[A-Za-z_][^;={}#\n\"]*| +[\w *]+\(\*\w+\) ?)\([^()\n]*,$", re.MULTILINE)
PARAMETER = re.compile(r"^(?P<type>[A-Za-z_][\w ]*?)(?P<stars>[ *]*[ *])(?P<name>\w+(\[\w*\])?)$")


def closing(text, start):
    """The index of the parenthesis that closes the one at START, or -1."""
    depth = 0
    position = start
    while position < len(text):
        skipped = STRING_OR_COMMENT.match(text, position)
        if skipped:
            position = skipped.end()
            continue
        if text[position] == "(":
            depth += 1
        elif text[position] == ")":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    return -1


def fence(text, pattern):
    """Fences off what PATTERN begins and a closing parenthesis ends, up to the end of that line."""
    result, position = [], 0
    for match in pattern.finditer(text):
        end = closing(text, match.end() - 1)
        if match.start() < position or end < 0:
            continue
        end = text.find("\n", end) + 1
        if end == 0:
            continue
        result += [text[position:match.start()], OFF, text[match.start():end], ON]
        position = end
    return "".join(result) + text[position:]


def outside(pattern, replace, text):
    """TEXT with REPLACE (match) in the place of each match of PATTERN, except in strings and comments."""
    either = re.compile(f"(?P<literal>{STRING_OR_COMMENT.pattern})|{pattern.pattern}", re.DOTALL)
    return either.sub(lambda match: match[0] if match["literal"] else replace(match), text)


def are_lined_up(inside, indent):
    """Whether the names of the parameters stand in one column, as they may also do further right, under other lists."""
    lines = inside.split("\n")
    columns = {len(line) - len(match[0]) + (indent if number == 0 else 0)
               for number, line in enumerate(lines) if (match := re.search(r"\w+(\[\w*\])?,?$", line))
               if match[0] != "..."}
    indents = {len(line) - len(line.lstrip()) for line in lines[1:]}
    return len(columns) == 1 and indents == {indent} and not re.search(r"\* ", inside)


def line_up(parameters, indent):
    """The parameters, one a line, with their names in one column, stars before it; None when one is not plain."""
    parts = []
    for parameter in parameters:
        if parameter in ("...", "void"):
            parts.append((parameter, "", ""))
            continue
        match = PARAMETER.match(parameter)
        if match is None:
            return None
        parts.append((match["type"].strip(), "*" * match["stars"].count("*"), match["name"]))
    column = max(len(kind) for kind, _, name in parts if name) + 1 + max(len(stars) for _, stars, _ in parts)
    lines = [kind + " " * (column - len(kind) - len(stars)) + stars + name if name else kind
             for kind, stars, name in parts]
    return (",\n" + " " * indent).join(lines)


def line_up_parameters(text):
    result, position = [], 0
    for match in OPEN_LIST.finditer(text):
        if match.start() < position:
            continue
        line_start = match.start()
        # The parenthesis that is still open at the end of the line.
        opened = match[0].rindex("(") + line_start
        end = closing(text, opened)
        if end < 0 or re.search(r"\b[A-Z][A-Z0-9_]+ ?$", text[line_start:opened]):
            continue
        inside = text[opened + 1:end]
        if re.search(r"[(){}\"=/]", inside):
            continue
        if are_lined_up(inside, opened + 1 - line_start):
            continue
        lined_up = line_up([part.strip() for part in inside.split(",")], opened + 1 - line_start)
        if lined_up is not None:
            result += [text[position:opened + 1], lined_up]
            position = end
    return "".join(result) + text[position:]


def prepare(text):
    """TEXT as clang-format can do no harm to it."""
    prepared = outside(LEADING_OPERATOR, lambda match: " " + match["operator"] + match["indent"], text)
    prepared = outside(MARK, lambda match: MARKS[match["mark"]] + "(", prepared)
    prepared = fence(fence(prepared, PROTOTYPE), DEFINING_MACRO)
    return MACRO.sub(lambda match: OFF + match[0] + ON, prepared)


def finish(text, done):
    """TEXT formatted, from what clang-format made of it; None where more than white space would change."""
    formatted = done.replace(OFF, "").replace(ON, "")
    marks = {stand_in: mark for mark, stand_in in MARKS.items()}
    formatted = line_up_parameters(outside(STAND_IN, lambda match: marks[match["mark"]] + "(", formatted))
    return formatted if re.sub(r"\s", "", formatted) == re.sub(r"\s", "", text) else None


def format_texts(texts):
    """Formats many texts with one clang-format: starting it takes longer than its work on most of them."""
    with tempfile.TemporaryDirectory() as folder:
        # Named by number, so that no included file is taken for the header of its own.
        files = [pathlib.Path(folder) / f"{number}.c" for number in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(prepare(text), encoding="utf-8")
        subprocess.run(["clang-format", f"--style=file:{ROOT / '.clang-format'}", "-i", *files], check=True)
        return [finish(text, file.read_text(encoding="utf-8")) for text, file in zip(texts, files)]


def sources():
    return sorted(path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*.[ch]"))


def main():
    parser = argparse.ArgumentParser(description="Format the C sources.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail when a file is not formatted")
    parser.add_argument("--diff", action="store_true", help="with --check, show what would change")
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="files to format (default: all)")
    arguments = parser.parse_args()
    if shutil.which("clang-format") is None:
        print("format-source.py: clang-format is not installed", file=sys.stderr)
        return 77
    paths = arguments.files or sources()
    status = 0
    texts = [path.read_text(encoding="utf-8") for path in paths]
    batches = [texts[i:i + BATCH] for i in range(0, len(texts), BATCH)]
    with concurrent.futures.ProcessPoolExecutor() as pool:
        formatted = (text for batch in pool.map(format_texts, batches) for text in batch)
        for path, old, new in zip(paths, texts, formatted):
            if new is None:
                print(f"{path}: formatting would change more than white space", file=sys.stderr)
                status = 1
                continue
            if new == old:
                continue
            name = path.resolve().relative_to(ROOT) if ROOT in path.resolve().parents else path
            if not arguments.check:
                path.write_text(new, encoding="utf-8")
                print(f"formatted {name}")
                continue
            status = 1
            print(f"not formatted: {name}")
            if arguments.diff:
                sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True),
                                                           str(name), str(name), n=1))
    return status


if __name__ == "__main__":
    sys.exit(main())
