"""The roles of columns, known by the words of their headings in any spelling."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from itatui.domain.fields import Field, fields_of
from itatui.domain.form import Form
from itatui.domain.forms import form_of
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.intake.blank_words import Blanks
from itatui.intake.grid import Cell, Table
from itatui.intake.quarter_words import heading_quarter
from itatui.intake.same_text import text_key
from itatui.locale import _
from itatui.thai import arabic_digits


class Role(NamedTuple):
    """The use of a column."""

    name: str
    """A field of a measure, `track`, `number`, or `ref`; `responsible` may name the quarters too."""
    quarter: int = 0
    """Quarter (1-4) of its ticks or texts; 0: the year."""
    equals: str = ""
    """Choice that a tick stands for; empty: the texts of the column are values."""


_WORDS = {
    "outcome": ("ผลลัพธ์", "ความสำเร็จ", "ผลที่ได้รับ", "ผลสัมฤทธิ์", "outcome"),
    "result": ("สรุปผล", "ผลการดำเนิน", "ผลการปฏิบัติ", "ผลดำเนิน", "รายงานผล", "result"),
    "responsible": ("ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "หน่วยงานเจ้าของ", "responsible"),
    "planned": ("ระยะเวลา", "ไตรมาส", "กำหนดเวลา", "ช่วงเวลา", "ห้วงเวลา", "แผนการดำเนิน", "period", "planned", "quarter"),
    "done": ("ดำเนินการแล้ว", "done"),
    "dropped": ("ไม่สามารถดำเนินการ", "เหตุที่ไม่"),
    "evidence": ("หลักฐาน", "เอกสารอ้างอิง", "ลิงก์", "ลิงค์", "evidence"),
    "track": ("แบบวัด", "มิติ", "เครื่องมือการประเมิน", "track"),
    "activity": ("มาตรการ", "กิจกรรม", "โครงการ", "activity", "measure"),
    "ref": ("รหัส", "ref"),
}
"""Words of headings by the role of their column, folded. The first of them in a heading decides."""
_NUMBER_HEADINGS = frozenset({"ที่", "ลำดับ", "ลำดับที่", "ข้อ", "ข้อที่", "no", "no.", "#", "เลขที่"})
_SOURCES = {"quarter": "planned", "period": "planned", "label": "track", "row": "number"}
"""Roles of values that forms word by themselves."""
_HEADS = ("track", "number", "ref")
"""Roles that are not fields of a measure."""
_UNREAD = frozenset({"responsible_text", "reported_with"})
"""Fields that follow from others."""
_QUARTERED = frozenset({"planned", "done", "result"})
_MAX_HEADING = 150
"""Code points of the longest heading."""
_MAX_BEFORE = 16
"""Code points before the first word that decides the role."""
_MAX_START = 20
"""Rows in which the headings may begin."""
_MAX_DEPTH = 3
"""Rows of headings."""
_MIN_ROLES = 2

Known = Mapping[str, Role]
"""Roles by headings, as `text_key` returns them."""


class Headings(NamedTuple):
    """The headings of a table."""

    start: int
    end: int
    """Row after them."""
    roles: tuple[Role | None, ...]
    """Role of each column; None: it is not read."""
    texts: tuple[str, ...]
    """Heading of each column, in one line."""


def line_key(line: Sequence[Cell]) -> tuple[str, ...]:
    """Return a row as compared with the headings, which pages repeat."""
    return tuple(text_key(cell.text[: 2 * _MAX_HEADING]) for cell in line)


def known_headings(register: Register, others: Mapping[str, str] | None = None) -> dict[str, Role]:
    """Return the roles by the headings that a register knows: of its report and its fields, and others by their field.

    `others` are those of a form, or named by the user: the field by the heading.
    """
    found: dict[str, Role] = {}
    for field in fields_of("measure", register).values():
        names = [field.label, _(field.label), field.name] if field.edited and field.label else []
        found |= {text_key(name): _role_of_field(field) for name in names}
    for each in register.fields:
        if each.of == "measure":
            names = [each.heading_th, each.heading_en, each.name]
            found |= {text_key(name): Role(each.name) for name in names if name.strip()}
    for heading, name in {**form_headings(form_of(register), register), **(others or {})}.items():
        found[text_key(heading)] = role_named(name)
    return found


def role_named(name: str) -> Role:
    """Return the role of a name such as `result`, `planned.2` or `way=ลด`."""
    base, _equals, choice = name.partition("=")
    field, _dot, quarter = base.partition(".")
    return Role(field, int(quarter)) if quarter in map(str, NUMBERS) else Role(base, 0, choice)


def form_headings(form: Form, register: Register) -> dict[str, str]:
    """Return the fields by the headings of a form, as `known_headings` takes them; derived values are left out."""
    known = role_names(register)
    found = {}
    for column in form.columns:
        first = next((part.content for part in column.parts if part.content), None)
        if first is None:
            continue
        name = _SOURCES.get(first.source, first.source) + (f".{first.quarter}" if first.quarter else "")
        name += f"={first.equals}" if first.equals else ""
        if name.partition("=")[0] in known:
            found[" ".join(filter(None, (column.over, column.heading)))] = name
    return found


def form_blanks(form: Form) -> Blanks:
    """Return the words of a form for missing values."""
    return frozenset(text_key(column.empty) for column in form.columns if column.empty)


def role_names(register: Register) -> tuple[str, ...]:
    """Return the names of all roles: `track`, `number`, `ref`, and the fields that a document can hold."""
    quarters = [f"{name}.{number}" for name in ("planned", "done") for number in NUMBERS]
    fields = [field.name for field in fields_of("measure", register).values() if field.edited]
    return (*_HEADS, *(name for name in fields if name not in _UNREAD), *quarters)


def _role_of_field(field: Field) -> Role:
    return Role(field.name.partition(".")[0], field.quarter)


def role_of(parts: Sequence[str], known: Known) -> Role | None:
    """Return the role of a column by its headings from above to below; None if no word decides it."""
    whole = " ".join(parts)
    for text in (whole, whole.replace(": ", " "), parts[-1]):  # CSV files have `over: heading`
        if (role := known.get(text_key(text))) is not None:
            return role
    quarter, others = _quarter_of(parts)
    if quarter:
        base = role_of(others, known) if others else None
        is_own = base is not None and base.name not in _WORDS
        return Role(base.name if base and (is_own or base.name in _QUARTERED) else "planned", quarter)
    if any(text_key(part) in _NUMBER_HEADINGS for part in parts):
        return Role("number")
    if named := [known[key] for part in reversed(parts) if (key := text_key(part)) in known]:
        return named[0]
    return next((role for text in (*reversed(parts), whole) if (role := _role_of_words(text))), None)


def _quarter_of(parts: Sequence[str]) -> tuple[int, list[str]]:
    """Return the quarter of a column of ticks and its other headings; 0: none."""
    *over, last = parts
    quarter, rest = heading_quarter(last)
    sign = arabic_digits(last).strip().removeprefix("Q").removeprefix("q")
    about = text_key("".join(over))
    if (
        not quarter
        and sign in map(str, NUMBERS)
        and any(word in about for word in (*_WORDS["planned"], *_WORDS["result"]))
    ):
        quarter, rest = int(sign), ""
    if not quarter and over:
        quarter, inner = heading_quarter(over[-1])
        return (quarter, [text for text in (*over[:-1], inner, last) if text.strip()]) if quarter else (0, [*parts])
    others = [text for text in (*over, rest) if text.strip(" ()-–")]
    return quarter, others if quarter else [*parts]


def _role_of_words(text: str) -> Role | None:
    if len(text) > _MAX_HEADING:
        return None
    key = text_key(text)
    places = [(at, -len(word), name) for name, words in _WORDS.items() for word in words if (at := key.find(word)) >= 0]
    at, _length, name = min(places, default=(len(key), 0, ""))
    return Role(name) if name and at <= _MAX_BEFORE else None


def find_headings(table: Table, known: Known) -> Headings | None:
    """Return the headings of a table: the first rows that name the activity and another role; None: there are none."""
    for start in range(min(_MAX_START, len(table.lines))):
        if _is_title(table.lines[start]):
            continue
        found = _headings_at(table, start, start + 1, known)
        end = start + 1
        while end < min(start + _MAX_DEPTH, len(table.lines)) and _is_below(table, start, end, found):
            end += 1
            found = _headings_at(table, start, end, known)
        names = {role.name for role in found.roles if role}
        if len(names) >= _MIN_ROLES and not names.isdisjoint({"activity", "ref"}):
            return found
    return None


def _is_title(line: tuple[Cell, ...]) -> bool:
    """Return whether a row holds a single text, from its first column on: a title above the headings."""
    texts = [cell for cell in dict.fromkeys(line) if cell.text]
    return len(texts) == 1 and texts[0].column == 0 and len(line) > 1


def _headings_at(table: Table, start: int, end: int, known: Known) -> Headings:
    columns = range(len(table.lines[0]))
    parts = [_parts(table, start, end, column) for column in columns]
    roles = [role_of(each, known) if each else None for each in parts]
    for column in columns[1:]:
        role = roles[column]
        if role in roles[:column] and not (role and role.quarter):  # a quarter can have a column a month
            roles[column] = None
    return Headings(start, end, tuple(roles), tuple(" ".join(each) for each in parts))


def _parts(table: Table, start: int, end: int, column: int) -> list[str]:
    """Return the texts over a column from above to below. An empty one takes that to its left if a text is below it."""
    cells = [table.lines[row][column] for row in range(start, end)]
    if end - start > 1 and not cells[0].text and any(cell.text for cell in cells):
        left = (table.lines[start][at] for at in range(column, -1, -1))
        cells[0] = next((cell for cell in left if cell.text), cells[0])
    texts = [" ".join(cell.text[: 2 * _MAX_HEADING].split()) for cell in dict.fromkeys(cells)]
    return [text for text in texts if text]


def _is_below(table: Table, start: int, row: int, above: Headings) -> bool:
    """Return whether a row belongs to the headings above: one of them covers it, or all its cells divide wider ones."""
    line, over = table.lines[row], table.lines[start]
    if any(cell.text and start <= cell.row < row for cell in line):  # a heading lies over this row too
        return True
    own = [cell for cell in dict.fromkeys(line) if cell.row == row and cell.text]
    if not own or any(role and role.name == "activity" and line[at] in own for at, role in enumerate(above.roles)):
        return False
    return all(_divides(over, cell) for cell in own)


def _divides(over: tuple[Cell, ...], cell: Cell) -> bool:
    heading = over[cell.column]
    beside = over[cell.column + 1].text if cell.column + 1 < len(over) else "none"
    is_wide = heading.columns > cell.columns or not heading.text or not beside
    return is_wide and len(cell.text) <= _MAX_HEADING
