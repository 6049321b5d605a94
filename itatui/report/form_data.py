"""The data from which a form is filled in, and the words of its placeholders."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from itatui.domain.form import Column, Content, Form
from itatui.domain.form_templates import fill, pieces
from itatui.domain.kinds import OWN, Kind
from itatui.domain.quarters import ALL
from itatui.domain.register import Register
from itatui.domain.rounds import Round, find_round
from itatui.locale.dates import thai_day
from itatui.report import phrases


class _Sources(NamedTuple):
    register: Register
    form: Form
    for_round: Round | None
    """None: the year."""
    today: date
    measure_count: int
    """Number of measures that are printed."""


class FormData(_Sources):
    """The data from which a form is filled in. Properties of the form alone are worked out once."""

    @cached_property
    def is_plan(self) -> bool:
        """Whether the form asks for what is planned alone."""
        return self.form.is_plan

    @cached_property
    def tells_dropped(self) -> bool:
        """Whether a column, besides the results, says why a measure cannot be carried out."""
        return self._holds("dropped", "status")

    @cached_property
    def has_column_of_reasons(self) -> bool:
        """Whether a column holds these reasons by themselves."""
        return self._holds("dropped")

    @cached_property
    def words(self) -> dict[str, str]:
        """Words of placeholders in lines and headings."""
        return _words(self)

    @cached_property
    def _own(self) -> dict[tuple[str, str], tuple[Kind, bool]]:
        fields = (*self.form.fields, *self.register.fields)
        return {(field.of, field.name): (OWN[field.kind], field.by_round) for field in fields}

    def _holds(self, *sources: str) -> bool:
        return any(content.source in sources for column in self.form.columns for content in contents(column))

    def round_of(self, content: Content) -> Round | None:
        """Return the round of a content; None: the year. `UsageError` if the register has no such round."""
        return find_round(self.register.rounds, content.round) if content.round else self.for_round

    def kind(self, content: Content) -> Kind | None:
        """Return the kind of an own field; None for other contents."""
        found = self._own.get((content.of, content.source))
        return found and found[0]

    def is_by_round(self, content: Content) -> bool:
        """Return whether an own field has values by quarter."""
        return self._own[content.of, content.source][1]


def contents(column: Column) -> tuple[Content, ...]:
    """Return the contents of a column."""
    return tuple(part.content for part in column.parts if part.content)


def _words(data: FormData) -> dict[str, str]:
    register, form, rounds = data.register, data.form, data.register.rounds
    for_round = data.for_round or next((each for each in rounds if each.quarters == ALL), None)
    name = for_round.name if for_round else ""
    known = {
        "agency": register.agency,
        "agency_short": register.agency_short,
        "year": str(register.fiscal_year),
        "year_before": str(register.fiscal_year - 1),
        "round": name,
        "rounds": phrases.ticked_rounds([each.name for each in rounds], name),
        "date": thai_day(data.today),
        "title": register.title if register.title.strip() else phrases.NO_TITLE,
        "subtitle": register.subtitle,
        "label": form.label_th,
        "count": str(data.measure_count),
    }
    return known | {"number": "".join(filled_lines((form.number,), known))}


def filled_lines(lines: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return lines with their placeholders filled in. A line whose placeholders are all empty is left out."""
    found = ((line, [name for _before, name in pieces(line) if name]) for line in lines)
    return tuple(fill(line, known) for line, names in found if not names or any(known[name].strip() for name in names))
