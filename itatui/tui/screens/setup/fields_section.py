"""The register's own fields on the register screen."""

from collections.abc import Sequence

from itatui.domain.apply import apply_all, holders_of
from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import parse_units
from itatui.domain.fields import FIELD_FIELDS
from itatui.domain.own_field import HOLDERS, OWN_KINDS, OwnField, heading
from itatui.domain.own_field_edits import (
    add_own_field,
    check_own_field,
    free_name,
    move_own_field,
    remove_own_field,
)
from itatui.domain.register import Register
from itatui.locale import _, language, ngettext
from itatui.tui.dialogs.form import FormField, RefusedError, Shape, Texts
from itatui.tui.screens.setup.sections import EntryForm, Step, neighbour
from itatui.wording.own_fields import describe_own_field, holder_choices, kind_choices

YES, NO = "yes", "no"


class FieldsSection:
    """Fields that the agency asks for and itatui does not bring."""

    name = "fields"

    def title(self) -> str:
        """Return the heading."""
        return _("Own fields")

    def about(self) -> str:
        """Return what the section is for."""
        return _("What else your table asks for, such as a budget, an indicator or problems met.")

    def keys(self, register: Register) -> Sequence[str]:
        """Return the names of the fields."""
        return [field.name for field in register.fields]

    def _field(self, register: Register, key: str) -> OwnField:
        return next(field for field in register.fields if field.name == key)

    def row(self, register: Register, key: str) -> tuple[str, str]:
        """Return heading and kind of a field."""
        field = self._field(register, key)
        return heading(field, language()), describe_own_field(field)

    def detail(self, register: Register, key: str) -> Sequence[tuple[str, str]]:
        """Return everything about a field."""
        field = self._field(register, key)
        count = len(holders_of(register, key))
        return [
            (_(FIELD_FIELDS["heading_th"].label), field.heading_th),
            (_(FIELD_FIELDS["heading_en"].label), field.heading_en),
            *([(_(FIELD_FIELDS["choices"].label), ", ".join(field.choices))] if field.choices else []),
            ("", describe_own_field(field)),
            ("", _("Values in the register: {count}").format(count=count)),
        ]

    def form(self, register: Register, key: str) -> EntryForm | None:
        """Return the form of a field; name, kind and whose it is are fixed once it is there."""
        field = self._field(register, key) if key else OwnField("", HOLDERS[0], OWN_KINDS[0])
        by_round = FormField(
            "by_round",
            lambda: _(FIELD_FIELDS["by_round"].label),
            YES if field.by_round else NO,
            Shape.CHOICE,
            choices=lambda: ((NO, _("no")), (YES, _("yes"))),
        )
        in_thai = FormField("heading_th", lambda: _(FIELD_FIELDS["heading_th"].label), field.heading_th)
        in_english = FormField("heading_en", lambda: _(FIELD_FIELDS["heading_en"].label), field.heading_en)
        choices = FormField("choices", lambda: _("Choices, separated by commas"), ", ".join(field.choices))
        if key:
            rows: list[tuple[FormField, ...]] = [(in_thai,), (in_english,), (by_round,)]
            rows += [(choices,)] if field.kind == "choice" else []
            return EntryForm(lambda: describe_own_field(field), rows, lambda now, texts: self._changed(now, key, texts))
        kind = FormField("kind", lambda: _("Kind"), field.kind, Shape.CHOICE, choices=kind_choices)
        of = FormField("of", lambda: _("Of each"), field.of, Shape.CHOICE, choices=holder_choices)
        name = FormField("name", lambda: _("Command name (a–z)"))
        return EntryForm(
            lambda: _("New field"), [(in_thai,), (kind, of, by_round), (choices,), (name, in_english)], self._added
        )

    def _added(self, register: Register, texts: Texts) -> Sequence[Edit]:
        if not texts["heading_th"] and not texts["heading_en"]:
            raise RefusedError("heading_th", lambda: _("Enter the heading first"))
        if texts["kind"] == "choice" and not texts["choices"]:
            raise RefusedError("choices", lambda: _("Enter the choices first"))
        name = texts["name"].lower() or free_name(register, texts["kind"])
        field = OwnField(name, texts["of"], texts["kind"])
        field = field._replace(heading_th=texts["heading_th"], heading_en=texts["heading_en"])
        field = field._replace(choices=parse_units(texts["choices"]), by_round=texts["by_round"] == YES)
        return add_own_field(register, field)

    def _changed(self, register: Register, key: str, texts: Texts) -> Sequence[Edit]:
        field = self._field(register, key)
        wanted = field._replace(
            heading_th=texts["heading_th"],
            heading_en=texts["heading_en"],
            by_round=texts["by_round"] == YES,
            choices=parse_units(texts["choices"]) if "choices" in texts else field.choices,
        )
        names = ("heading_th", "heading_en", "by_round", "choices")
        edits = [set_field(field, name, FIELD_FIELDS[name].get(wanted)) for name in names]
        edits = [edit for edit in edits if edit.before != edit.after]
        changed = apply_all(register, edits)
        check_own_field(changed, self._field(changed, key))
        return edits

    def offer(self, register: Register, key: str) -> Step | None:
        """Return nothing: every entry has a form."""
        return None

    def stays(self, register: Register, key: str) -> bool:
        """Test nothing: every entry can be removed."""
        return False

    def removal(self, register: Register, key: str) -> Step | None:
        """Return how a field is removed; values that would go with it are told before."""
        field, count = self._field(register, key), len(holders_of(register, key))
        question = (
            lambda: ngettext(
                "Delete the field {name} with its {count} value?",
                "Delete the field {name} with its {count} values?",
                count,
            ).format(name=key, count=count),
            lambda: heading(field, language()),
        )
        return Step(remove_own_field(register, field), question if count else ())

    def moved(self, register: Register, key: str, by: int) -> Sequence[Edit]:
        """Return the edits that move a field."""
        position = neighbour(self.keys(register), key, by)
        return move_own_field(register, self._field(register, key), position) if position else ()
