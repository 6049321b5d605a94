"""`itatui doctor`: whether the register, its disk, the terminal and the versions are well, and the cure where not."""

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable
from pathlib import Path

import itatui
from itatui.cli.output import answer, answer_json, existing_register
from itatui.cli.terminal.capabilities import ability, spelling
from itatui.domain.health import Check
from itatui.locale import N_, _

EXAMPLE = "itatui doctor"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `doctor`."""
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Looks at everything; 0 when all is well, 1 when something is not."""
    _of_the_terminal(arguments)  # first: where Thai cannot be read, all is told in English
    found = [finding for part in PARTS for finding in part(arguments)]
    well = all(finding.good for finding in found)
    if arguments.json:
        pictures = [{**finding._asdict(), "good": finding.good} for finding in found]
        answer_json({"good": well, "findings": pictures})
    else:
        for finding in found:
            answer(_line(finding))
        _draw_card()
    return 0 if well else 1


def _line(finding: Check) -> str:
    mark = _("✓ good") if finding.good else _("✗ bad ")
    line = f"{mark}  {finding.title}: {finding.facts}"
    return (line if finding.good else f"{line} → {finding.cure}").replace("\n", "␊")


def _of_the_store(arguments: argparse.Namespace) -> list[Check]:
    from itatui.store.health import examine

    return examine(existing_register(arguments))


def _of_the_language(arguments: argparse.Namespace) -> list[Check]:
    """What the environment says of characters: the first of the three that is set counts (POSIX)."""
    names = ("LC_ALL", "LANG") if _is_pythons_own() else ("LC_ALL", "LC_CTYPE", "LANG")
    said = next((word for name in names if (word := os.environ.get(name))), "")
    speaks = "utf8" in said.lower().replace("-", "")
    cure = "" if speaks else _("Thai needs UTF-8; type: export LANG=C.UTF-8")
    return [Check("locale", _("language of the terminal"), said or _("none is set"), cure)]


def _is_pythons_own() -> bool:
    """Whether `LC_CTYPE` was set by Python for itself, as in a locale without UTF-8 (PEP 538): nobody else has it."""
    if os.environ.get("LC_CTYPE") not in ("C.UTF-8", "C.utf8", "UTF-8"):
        return False
    try:
        began_with = Path("/proc/self/environ").read_bytes().split(b"\0")
    except OSError:
        return False
    return not any(variable.startswith(b"LC_CTYPE=") for variable in began_with)


def _of_the_terminal(arguments: argparse.Namespace) -> list[Check]:
    return [*ability(), spelling(arguments.config.sara_am)]


def _draw_card() -> None:
    """What only a person can judge."""
    if sys.stdout.isatty():
        from itatui.cli.card import card

        answer("\n".join(card()))
        answer(_("The borders are straight and no mark is missing: this terminal is well. Else see sara_am in README."))


def _of_the_versions(arguments: argparse.Namespace) -> list[Check]:
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        needed = requires("itatui") or []
    except PackageNotFoundError:
        needed = []  # run as it lies there, never installed
    facts, wrong = [f"itatui {itatui.__version__}", f"Python {platform.python_version()}"], []
    for need in needed:
        if not (parts := re.match(r"([\w-]+)[^;]*$", need)):
            continue
        try:
            found = version(parts[1])
        except PackageNotFoundError:
            found = ""
        facts.append(f"{parts[1]} {found or _('missing')}")
        if not _fits(need, found):
            wrong.append(need)
    cure = _("install what it needs again: pip install {needed}").format(needed=" ".join(map(repr, wrong)))
    return [Check("versions", _("versions"), ", ".join(facts), cure if wrong else "")]


def _fits(need: str, found: str) -> bool:
    """Whether a version is in a range of the sort that itatui asks for: `textual>=8.2,<9`."""
    number = _numbers(found)
    bounds = re.findall(r"(>=|<)([\d.]+)", need)
    return bool(found) and all((number >= _numbers(at)) == (sign == ">=") for sign, at in bounds)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)[:3]))


PARTS: tuple[Callable[[argparse.Namespace], list[Check]], ...] = (
    _of_the_store,
    _of_the_language,
    _of_the_terminal,
    _of_the_versions,
)
"""What is looked at, in the order in which it is told."""
