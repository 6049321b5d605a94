"""`itatui doctor`: check the register, its disk, the terminal and the versions; give the cure for each problem."""

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable
from pathlib import Path

import itatui
from itatui.cli.output import print_answer, print_json
from itatui.cli.register_option import chosen_register
from itatui.cli.terminal.capabilities import sara_am_check, terminal_checks
from itatui.domain.health import Check
from itatui.locale import N_, _

EXAMPLE = "itatui doctor"

_CARD_WIDTH = 30
"""Cells between the borders of the test card."""
_CARD_LINES = (
    "ทำ น้ำ กำลัง จำนวน คำสั่ง",
    "ที่ เพื่อ ก็ ป่า ผู้ เรื่อง",
    "ญู ฎุ ฐาน ปั๋ว ฝี่ ฟ้า",
    "ๆ ฯ ๑๒๓ ๒๕๖๗ อบต.",
    "● ● ! ○ ▇▇▁ … – “ก”",
)
"""ำ with and without a tone mark; stacked marks; letters whose foot changes under a vowel; digits; symbols."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `doctor`."""
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print every check. Return 0 if all are good, else 1."""
    _terminal_checks(arguments)  # first: where Thai cannot be read, this switches the whole answer to English
    checks = [check for part in PARTS for check in part(arguments)]
    good = all(check.good for check in checks)
    if arguments.json:
        views = [{**check._asdict(), "good": check.good} for check in checks]
        print_json({"good": good, "findings": views})
    else:
        for check in checks:
            print_answer(_line(check))
        _print_test_card()
    return 0 if good else 1


def _line(check: Check) -> str:
    mark = _("✓ good") if check.good else _("✗ bad ")
    line = f"{mark}  {check.title}: {check.facts}"
    return (line if check.good else f"{line} → {check.cure}").replace("\n", "␊")


def _store_checks(arguments: argparse.Namespace) -> list[Check]:
    from itatui.store.health import examine

    return examine(chosen_register(arguments))


def _locale_checks(arguments: argparse.Namespace) -> list[Check]:
    """Check the character set of the environment: the first variable that is set counts (POSIX)."""
    names = ("LC_ALL", "LANG") if _is_lc_ctype_from_python() else ("LC_ALL", "LC_CTYPE", "LANG")
    value = next((word for name in names if (word := os.environ.get(name))), "")
    is_utf8 = "utf8" in value.lower().replace("-", "")
    cure = "" if is_utf8 else _("Thai needs UTF-8; type: export LANG=C.UTF-8")
    return [Check("locale", _("language of the terminal"), value or _("not set"), cure)]


def _is_lc_ctype_from_python() -> bool:
    """Return whether Python itself set `LC_CTYPE`, as it does in a locale without UTF-8 (PEP 538)."""
    if os.environ.get("LC_CTYPE") not in ("C.UTF-8", "C.utf8", "UTF-8"):
        return False
    try:
        inherited = Path("/proc/self/environ").read_bytes().split(b"\0")
    except OSError:
        return False
    return not any(variable.startswith(b"LC_CTYPE=") for variable in inherited)


def _terminal_checks(arguments: argparse.Namespace) -> list[Check]:
    return [*terminal_checks(), sara_am_check(arguments.config.sara_am)]


def _print_test_card() -> None:
    """Print a small table of Thai that only the user's eyes can check."""
    if not sys.stdout.isatty():
        return
    from itatui.thai import pad

    beam = "─" * (_CARD_WIDTH + 2)
    rows = (f"│ {pad(line, _CARD_WIDTH)} │ {number} │" for number, line in enumerate(_CARD_LINES, 1))
    print_answer("\n".join([f"┌{beam}┬───┐", *rows, f"└{beam}┴───┘"]))
    print_answer(
        _("If the borders are straight and no mark is missing, this terminal is fine. If not, see sara_am in README.")
    )


def _version_checks(arguments: argparse.Namespace) -> list[Check]:
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        requirements = requires("itatui") or []
    except PackageNotFoundError:
        requirements = []  # run from a checkout, never installed
    facts, wrong = [f"itatui {itatui.__version__}", f"Python {platform.python_version()}"], []
    for requirement in requirements:
        if not (parts := re.match(r"([\w-]+)[^;]*$", requirement)):
            continue
        try:
            found = version(parts[1])
        except PackageNotFoundError:
            found = ""
        facts.append(f"{parts[1]} {found or _('missing')}")
        if not _fits(requirement, found):
            wrong.append(requirement)
    cure = _("reinstall the required packages: pip install {needed}").format(needed=" ".join(map(repr, wrong)))
    return [Check("versions", _("versions"), ", ".join(facts), cure if wrong else "")]


def _fits(requirement: str, version: str) -> bool:
    """Return whether a version is in the range of a requirement such as `textual>=8.2,<9`."""
    number = _numbers(version)
    bounds = re.findall(r"(>=|<)([\d.]+)", requirement)
    return bool(version) and all((number >= _numbers(bound)) == (sign == ">=") for sign, bound in bounds)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)[:3]))


PARTS: tuple[Callable[[argparse.Namespace], list[Check]], ...] = (
    _store_checks,
    _locale_checks,
    _terminal_checks,
    _version_checks,
)
"""The checks in the order of the answer."""
