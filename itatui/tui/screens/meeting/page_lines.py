"""The text of a meeting's page: the parts of a measure, and their division into pages.

Long texts continue on the next page; nothing is cut. Widths are in cells, heights in lines.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from itatui.domain.agenda import decisions_on
from itatui.domain.field_text import format_field
from itatui.domain.fields import Field, View, fields_shown, units_last
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.status import late_quarters, mark
from itatui.domain.track import label_phrase
from itatui.locale import _
from itatui.locale.dates import day, quarter_months
from itatui.thai import cells, one_line, pad, safe, wrap
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.wording.meetings import open_points

MAX_TEXT_CELLS = 110
"""Cells of the longest line: longer lines are hard to read from the back row."""
TALL_LINES, MARGIN_LINES = 44, 20
"""Lines of a page from which parts are two empty lines apart, and from which the first line is empty."""
MIN_PART_LINES = 3
"""Lines that a page keeps for the parts on the smallest terminal."""
INDENT = 2
"""Cells of a text's indent below its title."""
MIN_QUARTER_CELLS = 15
"""Cells of a quarter's column from which the four quarters are side by side."""
MIN_MONTHS_CELLS = 22
"""Cells of a quarter's column from which it names its months."""
QUARTER_NAME_CELLS = 14
"""Cells for the name of a quarter where quarters are below each other."""


class Spacing(NamedTuple):
    """The empty space of a page."""

    margin: int
    """Cells on either side."""
    top: int
    """Lines above the title."""
    gap: int
    """Lines between parts."""


def page_spacing(width: int, height: int) -> Spacing:
    """Return the spacing of a page of `width` cells and `height` lines."""
    margin = max((width - MAX_TEXT_CELLS) // 2, width // 20, 1)
    return Spacing(margin, 1 if height >= MARGIN_LINES else 0, 2 if height >= TALL_LINES else 1)


class Part(NamedTuple):
    """A titled part of a measure."""

    title: str
    """Empty for the activity, the quarters and the name of the track, which have none."""
    lines: tuple[tuple[Span, ...], ...]


Line = tuple[Span, ...]
"""A line of styled text."""


def parts_of(register: Register, measure: Measure, today: date, width: int) -> list[Part]:
    """Return the parts of a measure in the order of the table of fields, units last, then the name of the track.

    The activity is bold and needs no title. Width in cells.
    """
    fields = units_last(fields_shown("measure", View.MEETING, register))
    quarters = [field for field in fields if field.kind is Kind.QUARTERS]
    parts = []
    brief: list[Line] = []
    """Short values of own fields, a line each."""
    for field in fields:
        if field.kind is Kind.QUARTERS:
            if field is quarters[0]:
                parts.append(Part("", tuple(_quarters(register, measure, today, width))))
                parts.append(Part(_("Needs attention"), tuple(_questions(register, measure, today, width))))
            continue
        title, text = _titled(register, measure, field)
        if field.name == "activity" and text.strip():
            parts.append(Part("", tuple(((line, "strong"),) for line in wrap(safe(text.strip()), width))))
        elif field.beside and field.kind is not Kind.TEXT and text.strip():
            spans = [(f"{safe(title)}  ", "title"), (safe(one_line(text)), "text")]
            brief += [tuple(line) for line in wrap_spans(spans, width)]
        elif text.strip() or field.expected:
            parts.append(_text(title, text, _("(none yet)"), width))
    parts += [Part("", tuple(brief))] if brief else []
    decisions = decisions_on(register, measure.id)
    if decisions:
        lines = [line for decision in decisions for line in _decision(decision, register, today, width)]
        parts.append(Part(_("Decisions"), tuple(lines)))
    track = register.track(measure.track)
    label = safe(label_phrase(track)) if track else ""
    return [*parts, Part("", tuple(((line, "note"),) for line in wrap(label, width)))] if label.strip() else parts


def _titled(register: Register, measure: Measure, field: Field) -> tuple[str, str]:
    """Return the title and the text of a field; a missing result or outcome is taken from the reporter or the track."""
    track, reporter = register.track(measure.track), register.reporter(measure)
    if field.name == "result" and reporter is not measure:
        told = _("(reported with {ref})").format(ref=register.ref(reporter))
        return f"{_(field.label)}  {told}", reporter.result
    if field.name == "outcome" and not measure.outcome.strip() and track and track.outcome.strip():
        return _("Outcome of the whole track {code}").format(code=track.code), track.outcome
    text = field.phrase(measure) if field.phrase else format_field(register, measure, field)
    return _(field.long_label or field.label), text


def _text(title: str, text: str, missing: str, width: int) -> Part:
    style = "text" if text.strip() else "missing"
    lines = wrap(safe(text.strip() or missing), max(width - INDENT, 1))
    return Part(title, tuple(((" " * INDENT + line, style),) for line in lines))


def _quarters(register: Register, measure: Measure, today: date, width: int) -> Iterable[Line]:
    """Return plan and progress of each quarter, side by side where the width allows."""
    ended = quarters_ended(register.fiscal_year, today)
    late = late_quarters(measure, ended)
    column = width // len(NUMBERS)
    names = _quarter_names()
    states = [_quarter_state(number, measure, late) for number in NUMBERS]
    if column < max(MIN_QUARTER_CELLS, *(cells(words) + 1 for words, _style in states)):
        for name, (words, style) in zip(names, states, strict=True):
            yield (pad(name, QUARTER_NAME_CELLS), "title"), (words, style)
        return
    yield tuple((pad(name, column), "title") for name in names)
    if column >= MIN_MONTHS_CELLS:
        yield tuple((pad(quarter_months(number), column), "note") for number in NUMBERS)
    yield tuple((pad(words, column), style) for words, style in states)


def _quarter_names() -> list[str]:
    return [_("Quarter {number}").format(number=number) for number in NUMBERS]


def quarter_at(lines: Sequence[Line], row: int, x: int) -> int:
    """Return the quarter (1–4) whose name, months or state is at cell `x` of a row; 0 if there is none."""
    names = _quarter_names()
    for above in range(min(row, len(lines) - 1), max(row - 3, -1), -1):
        titles = [text.strip() for text, style in lines[above] if style == "title" and text.strip() in names]
        if titles == names:  # side by side: the columns are as wide as the padded names
            ends = accumulate(cells(text) for text, _style in lines[above])
            return next((number for number, end in zip(NUMBERS, ends, strict=True) if x < end), 0)
        if titles and above == row:
            return names.index(titles[0]) + 1
        if not lines[above]:  # the part begins below
            return 0
    return 0


def _quarter_state(number: int, measure: Measure, late: frozenset[int]) -> Span:
    sign = mark(number, measure, late)
    if number in measure.done:
        return f"{sign} {_('done') if number in measure.planned else _('not in the plan')}", "done"
    if number in late:
        return f"{sign} {_('late')}", "late"
    if number in measure.planned and measure.is_dropped:
        return f"{sign} {_('not possible')}", "text"
    return f"{sign} {_('planned') if number in measure.planned else _('not in the plan')}", "text"


def _questions(register: Register, measure: Measure, today: date, width: int) -> Iterable[Line]:
    """Return the late and missing things, as many in a line as fit."""
    questions = [point.words for point in open_points(register, measure, today)]
    if not questions:
        yield ((" " * INDENT + "● " + _("nothing is late or missing"), "done"),)
        return
    line = ""
    for words in questions:
        if line and INDENT + cells(line) + 6 + cells(words) > width:
            yield ((" " * INDENT + line, "late"),)
            line = ""
        line += f"{'    ' if line else ''}! {words}"
    yield ((" " * INDENT + line, "late"),)


def _decision(decision: Decision, register: Register, today: date, width: int) -> Iterable[Line]:
    """Return a decision with a sign for done or overdue, and below it the person, the due day and the meeting."""
    overdue = not decision.done and bool(decision.due) and decision.due < today.isoformat()
    sign, style = ("●", "done") if decision.done else ("!", "late") if overdue else ("○", "text")
    text_width = max(width - INDENT - 2, 1)
    first, *rest = wrap(safe(decision.text.strip()), text_width)
    yield ((f"{' ' * INDENT}{sign} {first}", style),)
    yield from (((" " * (INDENT + 2) + line, style),) for line in rest)
    held = next((meeting.date for meeting in register.meetings if meeting.id == decision.meeting), "")
    about = [safe(decision.who)] if decision.who else []
    about += [_("due {day}").format(day=day(decision.due))] if decision.due else []
    about += [_("done")] if decision.done else [_("overdue")] if overdue else []
    about += [_("meeting of {day}").format(day=day(held))] if held else []
    yield from (((" " * (INDENT + 2) + line, style),) for line in wrap("   ".join(about), text_width))


def paged(parts: Sequence[Part], height: int, gap: int = 1) -> list[list[Line]]:
    """Return the parts in pages of at most `height` lines, with `gap` empty lines between parts; at least a page.

    A title is never without a line of its text, and is repeated where the text continues.
    """
    pages: list[list[Line]] = [[]]
    for part in parts:
        title: Line | None = ((part.title, "title"),) if part.title else None
        lead = len(pages[-1]) + gap if pages[-1] else 0
        whole = len(part.lines) + (title is not None)
        least = whole if whole <= max(height // 3, 3) or not title else 2 + min(len(part.lines) - 1, 1)
        if lead + least > height and pages[-1]:
            pages.append([])
        elif pages[-1]:
            pages[-1] += [()] * gap
        _fill(pages, title, part.lines, height)
    return pages


def _fill(pages: list[list[Line]], title: Line | None, lines: Sequence[Line], height: int) -> None:
    if title is not None:
        pages[-1].append(title)
    for line in lines:
        if len(pages[-1]) >= max(height, 2):
            pages.append([title] if title is not None else [])
        pages[-1].append(line)
