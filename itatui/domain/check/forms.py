"""Rules on what the register's own forms ask for: signatories, and own fields of measures."""

from collections.abc import Iterator

from itatui.domain.check.facts import Facts, Found, Test
from itatui.domain.check.rules import Rule
from itatui.domain.form import Form
from itatui.domain.forms import form_of
from itatui.domain.own_field import heading
from itatui.domain.signatories import signatory
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
    """Yield own fields that a column asks for, of measures that have begun and lack them."""
    asked: dict[str, str] = {}
    for form in _own_forms(facts):
        parts = [part for column in form.columns if column.empty is None for part in column.parts]
        for content in [part.content for part in parts if part.content]:
            if content.of == "measure" and not (content.is_mark or content.round):
                quarter = f".{content.quarter}" if content.quarter else ""
                asked.setdefault(f"{content.source}{quarter}", form.name)
    own = {field.name: heading(field, language()) for field in facts.register.fields if field.of == "measure"}
    for path, form_name in asked.items():
        if title := own.get(path.partition(".")[0]):
            for measure in facts.begun:
                if not measure.more.get(path).strip():
                    yield Found(measure, path, (("field", title), ("form", form_name)))


def _own_forms(facts: Facts) -> Iterator[Form]:
    """Yield the register's own forms that can be read; the others are told when they are printed."""
    for own in facts.register.forms:
        try:
            yield form_of(facts.register, own.name)
        except UsageError:
            continue


TESTS: dict[str, Test] = {"no-signatory": no_signatory, "form-cell-empty": form_cell_empty}
