"""Hypothesis strategies for registers and for edits of users."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from hypothesis import strategies as st

from itatui.domain.apply import apply
from itatui.domain.change import Edit, Value
from itatui.domain.edits import add_measure, begin, decide, mark_reviewed, move_measure, remove_measure, set_field
from itatui.domain.fields import Field, edited_paths, field_at, kind_of
from itatui.domain.form import Form
from itatui.domain.form_edits import add_form, move_form, remove_form
from itatui.domain.kinds import Kind
from itatui.domain.measure import Evidence, Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.own_form import OwnForm
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.domain.track import Track
from itatui.domain.values import Values
from tests.support.samples import records_of

Thing = Measure | Track | Register | Meeting

QUARTER_SETS = [frozenset(some) for size in range(5) for some in combinations((1, 2, 3, 4), size)]

lines = st.text(alphabet="กขะ้ำ aB1", max_size=5)
texts = st.text(alphabet="กขะ้ำ aB1\n", max_size=5)
years = st.integers(2500, 2699)
quarter_sets: st.SearchStrategy[Quarters] = st.sampled_from(QUARTER_SETS)
units = st.lists(lines, max_size=3).map(tuple)
links = st.lists(st.builds(Evidence, lines, lines), max_size=2).map(tuple)
rounds = st.just(()) | quarter_sets.filter(bool).map(lambda some: (Round("6 เดือน", some),))
signatories = st.lists(
    st.builds(Signatory, st.sampled_from(["ผู้รายงาน", "ผู้ตรวจสอบ"]), lines, lines),
    max_size=2,
    unique_by=lambda each: each.role,
).map(tuple)
days = st.dates(date(1958, 1, 1), date(2100, 1, 1)).map(date.isoformat)
form_names = st.sampled_from(["report", "plan", "my-form"])
times = st.sampled_from(["", "00:00", "09:30", "23:59"])
track_codes = st.text(alphabet="ABcdกข12", min_size=1, max_size=3)


@st.composite
def measures(draw: st.DrawFn, name: str, track: str, order: float, ids: list[str]) -> Measure:
    """Draw a measure; its link may be invalid."""
    return Measure(
        name,
        track,
        order,
        draw(texts),
        draw(texts),
        draw(st.sampled_from(["", "gone", *ids])),
        draw(units),
        draw(lines),
        draw(quarter_sets),
        draw(quarter_sets),
        draw(texts),
        draw(links),
        draw(st.just("") | texts),
        draw(st.just(Values()) | texts.map(lambda text: Values().put("result.1", text))),
    )


@st.composite
def registers(draw: st.DrawFn, least: int = 0, codes: tuple[str, ...] = ()) -> Register:
    """Draw a register with these tracks, or one to three, and `least` to four measures in each."""
    some = st.lists(track_codes, min_size=1, max_size=3, unique_by=str.casefold)
    chosen = list(codes) or draw(some)
    places = [draw(st.lists(st.floats(-1e6, 1e6), min_size=least, max_size=4, unique=True).map(sorted)) for _ in chosen]
    ids = [f"m{n}" for n in range(sum(map(len, places)))]
    left = iter(ids)
    made = [
        draw(measures(next(left), code, order, ids))
        for code, orders in zip(chosen, places, strict=True)
        for order in orders
    ]
    tracks = tuple(
        Track(code, draw(lines), draw(lines), draw(lines), draw(texts), number * 1024.0)
        for number, code in enumerate(chosen, 1)
    )
    held = draw(st.lists(meetings(ids), max_size=2, unique_by=lambda meeting: meeting.id))
    decided = draw(st.lists(decisions(ids), max_size=3, unique_by=lambda decision: decision.id))
    ordered = tuple(sorted(held)), tuple(sorted(decided))
    named = draw(st.lists(form_names, max_size=2, unique=True))
    forms = tuple(OwnForm(name, draw(texts), number * 1024.0) for number, name in enumerate(named, 1))
    register = Register(draw(lines), draw(lines), draw(years), "", "", tracks, tuple(made), *ordered)
    return register._replace(signatories=draw(signatories), forms=forms)


def meetings(ids: list[str]) -> st.SearchStrategy[Meeting]:
    """Return meetings; they may refer to removed measures."""
    some = st.sampled_from(["gone", *ids])
    reviewed = st.frozensets(some, max_size=3)
    closed = st.sampled_from(["", "2024-05-15T10:00:00+07:00"])
    name = st.sampled_from(["g1", "g2", "g3"])
    agenda = (track_codes, st.booleans(), some | st.just(""), closed, reviewed)
    return st.builds(Meeting, name, days, *agenda, lines, lines, times, times, lines, lines, texts)


def decisions(ids: list[str]) -> st.SearchStrategy[Decision]:
    """Return decisions; their measure may be removed."""
    some, meeting = st.sampled_from(["gone", *ids]), st.sampled_from(["g1", "g2", "g3"])
    name = st.sampled_from(["d1", "d2", "d3", "d4"])
    return st.builds(Decision, name, meeting, some, texts, lines, days | st.just(""), st.booleans())


def values(register: Register, field: Field) -> st.SearchStrategy[Value]:
    """Return values of a field; of a set, whether a member is in it."""
    kinds: dict[Kind, st.SearchStrategy[Value]] = {
        Kind.TEXT: texts,
        Kind.LINE: lines,
        Kind.UNITS: units,
        Kind.LINKS: links,
        Kind.FLAG: st.booleans(),
        Kind.QUARTERS: st.booleans(),
        Kind.MEASURE: st.sampled_from(["", *(measure.id for measure in register.measures)]),
        Kind.YEAR: years,
        Kind.ROUNDS: rounds,
        Kind.SIGNATORIES: signatories,
        Kind.SCORES: st.sampled_from(["", "1 = 87.5", "1 = 90\n2 = 7.25"]),
        Kind.TIME: times,
    }
    return kinds[field.kind]


def things(register: Register) -> st.SearchStrategy[Thing]:
    """Return measures, tracks, meetings and the register."""
    return st.sampled_from([*records_of(register), *register.meetings])


@st.composite
def settings_of_fields(draw: st.DrawFn, register: Register) -> Edit:
    """Draw an edit that sets a field of a record."""
    thing = draw(things(register))
    path = draw(st.sampled_from(edited_paths(thing)))
    return set_field(thing, path, draw(values(register, field_of(thing, path))))


def field_of(thing: Thing, path: str) -> Field:
    """Return the field at a path, which must exist."""
    field = field_at(kind_of(thing), path)
    assert field is not None
    return field


@st.composite
def deeds(draw: st.DrawFn, register: Register, new_id: str = "new") -> tuple[Edit, ...]:
    """Draw the edits of an action: set a field; add, remove or move a measure; meet."""
    kinds = ["set", "add", "meet", "form", *(["remove", "move"] if register.measures else [])]
    kind = draw(st.sampled_from(kinds))
    if kind == "meet":
        return draw(meeting_deeds(register, new_id))
    if kind == "form":
        return draw(form_deeds(register))
    if kind == "set":
        return (draw(settings_of_fields(register)),)
    if kind == "add":
        code = draw(st.sampled_from(register.tracks)).code
        place = draw(st.integers(0, len(register.measures_of(code)) + 1))
        return add_measure(register, draw(measures(new_id, code, 0.0, ["m0", "m1"])), place)
    measure = draw(st.sampled_from(register.measures))
    if kind == "remove":
        return remove_measure(measure)
    place = draw(st.integers(1, len(register.measures_of(measure.track))))
    return move_measure(register, measure, place)


@st.composite
def form_deeds(draw: st.DrawFn, register: Register) -> tuple[Edit, ...]:
    """Draw the edits of a form: add, replace, move, remove."""
    if bool(register.forms) and draw(st.booleans()):
        form: OwnForm = draw(st.sampled_from(register.forms))
        if draw(st.booleans()):
            return remove_form(form)
        return move_form(register, form, draw(st.integers(1, len(register.forms))))
    return add_form(register, Form(draw(form_names), "ก"), draw(texts))


@st.composite
def meeting_deeds(draw: st.DrawFn, register: Register, new_id: str) -> tuple[Edit, ...]:
    """Draw the edits of a meeting: begin, mark a measure, stop, end, decide, carry out a decision."""
    some = [measure.id for measure in register.measures] or ["gone"]
    if bool(register.decisions) and draw(st.booleans()):
        decision: Decision = draw(st.sampled_from(register.decisions))
        return (set_field(decision, "done", not decision.done),)
    if not register.meetings or draw(st.booleans()):
        new = Meeting(new_id, draw(days))
        return begin(new), decide(Decision(new_id, new.id, draw(st.sampled_from(some)), draw(texts)))
    meeting, measure = draw(st.sampled_from(register.meetings)), draw(st.sampled_from(some))
    if draw(st.booleans()):
        return (mark_reviewed(meeting, measure, reviewed=measure not in meeting.reviewed),)
    return set_field(meeting, "at", measure), set_field(meeting, "closed", "2024-05-16T10:00:00+07:00")


def after(register: Register, edits: Iterable[Edit]) -> Register:
    """Return the register after these edits."""
    for edit in edits:
        register = apply(register, edit)
    return register


def taken_back(edits: tuple[Edit, ...]) -> list[Edit]:
    """Return the edits that undo these."""
    return [edit.inverse() for edit in reversed(edits)]
