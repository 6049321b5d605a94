"""Hostile texts through every format of documents: no formula, no markup, no character lost."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from itatui.errors import ItatuiError
from itatui.report.build import build
from itatui.report.documents import ENDINGS, MissingPackageError, document
from itatui.report.look import Look
from itatui.report.model import Report
from itatui.thai import safe
from tests.reference import register as reference
from tools.documents.contents import formulas_of, tags_of, texts_of
from tools.documents.readers import MissingReaderError
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.hostile_texts import TEXTS
from tools.faults.plan import Plan
from tools.faults.terminal_output import find_raw_control, subsequence, visible

FORMULA, MARKUP, RAW, LOST = "formulas", "markup", "raw control characters", "texts lost"
KINDS = (FORMULA, MARKUP, RAW, LOST)
_BREAKS = {"br"}
"""Tags of texts of several lines."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield a row for each format."""
    names = list(TEXTS)[:: plan.commands]
    for ending in ENDINGS:
        done = f"… exported as {ending.upper()}, in every place of a report"
        tally = Tally(log, *KINDS)
        try:
            look_through(ending, names, tally)
        except (MissingPackageError, MissingReaderError) as missing:
            yield not_run(done, str(missing))
            continue
        yield tally.row(done, "documents")


def look_through(ending: str, names: Iterable[str], tally: Tally) -> None:
    """Export each text, and count what must not be there and what is missing."""
    for name in names:
        text, tally.times = TEXTS[name], tally.times + 1
        try:
            data = document(hostile(text), Look(), ending)
        except MissingPackageError:
            raise
        except ItatuiError as error:
            tally.expect(_is_told(ending, text, str(error)), LOST, f"{name}, {ending}: {error}")
            continue
        found = texts_of(ending, data)
        tally.expect(not formulas_of(ending, data), FORMULA, f"{name}, {ending}: {formulas_of(ending, data)}")
        if ending == "html":
            tally.expect(tags_of(data) <= _harmless_tags() | _BREAKS, MARKUP, f"{name}: {tags_of(data)}")
        tally.expect(not find_raw_control("".join(found)), RAW, f"{name}, {ending}")
        tally.expect(_has(ending, text, found), LOST, f"{name}, {ending}")


def hostile(text: str) -> Report:
    """Return a report on a measure with the text in each of its places."""
    register = reference()
    track, measure = register.tracks[0]._replace(outcome=text), register.measures[0]
    told = measure._replace(activity=text, result=text, responsible_text=text)
    return build(register._replace(title=text, measures=(told,), tracks=(track,)), today=date(2024, 9, 30))


@cache
def _harmless_tags() -> set[str]:
    return tags_of(document(hostile("ก"), Look(), "html"))


def _has(ending: str, text: str, found: list[str]) -> bool:
    if ending == "pdf":  # other cells are between the lines of a text
        from itatui.report.formats.pdf.font import Font

        return subsequence(visible(Font().drawable(safe(text))), visible("".join(found)))
    return any(visible(text) in visible(each) for each in found) or visible(text) in visible("".join(found))


def _is_told(ending: str, text: str, words: str) -> bool:
    """Return whether words name a character that the font of the PDF lacks."""
    from itatui.report.formats.pdf.font import Font

    lacking = Font().lacking(Font().drawable(safe(text)).replace("\t", " ")) if ending == "pdf" else ""
    return bool(lacking) and lacking in words
