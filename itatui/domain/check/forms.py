"""Rules on what the register's own forms ask for: signatories, and own fields of measures and tracks."""

from collections.abc import Iterator, Sequence

from itatui.domain.check.facts import Facts, Found, Test
from itatui.domain.check.rules import Rule
from itatui.domain.form import Form
from itatui.domain.forms import form_of
from itatui.domain.measure import Measure
from itatui.domain.own_field import heading
from itatui.domain.signatories import signatory
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import language


def no_signatory(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield roles without a name: of the register's own forms, and of its signatories."""
    register = facts.register
    roles = [role for form in _own_forms(facts) for role in form.signatures]
    roles += [each.role for each in register.signatories]
    for role in dict.fromkeys(roles):
        if not signatory(register.signatories, role).name.strip():
            yield Found(register, "signatories", (("role", role),))


def form_cell_empty(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield own fields that a column asks for, of measures that have begun, and of their tracks, that lack them."""
    own = {(field.of, field.name): heading(field, language()) for field in facts.register.fields}
    begun: dict[str, Sequence[Measure | Track]] = {"measure": facts.begun, "track": _begun_tracks(facts)}
    for (of, name, path), form_name in _asked(facts).items():
        if title := own.get((of, name)):
            details = (("field", title), ("form", form_name))
            yield from (Found(record, path, details) for record in begun.get(of, ()) if _lacks(record, path))


def _asked(facts: Facts) -> dict[tuple[str, str, str], str]:
    """Return the names of forms by what their columns ask for: kind of record, field, path."""
    asked: dict[tuple[str, str, str], str] = {}
    for form in _own_forms(facts):
        parts = [part for column in form.columns if column.empty is None for part in column.parts]
        for content in [part.content for part in (*parts, *form.band) if part.content]:
            if not (content.is_mark or content.round):
                quarter = f".{content.quarter}" if content.quarter else ""
                asked.setdefault((content.of, content.source, f"{content.source}{quarter}"), form.name)
    return asked


def _begun_tracks(facts: Facts) -> list[Track]:
    codes = {measure.track for measure in facts.begun}
    return [track for track in facts.register.tracks if track.code in codes]


def _lacks(record: Measure | Track, path: str) -> bool:
    """Return whether a record has no text at a path; a value of the year may be told by those of its quarters."""
    told = [record.more.get(path), *record.more.members(path).values()]
    return not any(map(str.strip, told))


def _own_forms(facts: Facts) -> Iterator[Form]:
    """Yield the register's own forms that can be read; the others are told when they are printed."""
    for own in facts.register.forms:
        try:
            yield form_of(facts.register, own.name)
        except UsageError:
            continue


TESTS: dict[str, Test] = {"no-signatory": no_signatory, "form-cell-empty": form_cell_empty}
