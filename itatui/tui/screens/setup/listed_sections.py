"""Signatories and rounds on the register screen: lists that are values of the register."""

from collections.abc import Callable, Sequence
from typing import Any

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.quarters import ALL, parse_quarters, phrase, quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import quote
from itatui.tui.dialogs.form import FormField, RefusedError, Shape, Texts, never
from itatui.tui.screens.setup.sections import EntryForm, Step, neighbour
from itatui.tui.words import Words

SIX_MONTHS = Round("6 เดือน", quarters([1, 2]))
TWELVE_MONTHS = Round("12 เดือน", ALL)
"""Rounds in which most agencies report; proposed one after the other."""


class ListedSection:
    """A list that is the value of a field of the register. The first item of an entry is its key."""

    def __init__(
        self,
        name: str,
        words: tuple[str, str, str],
        shown: Callable[[Any], str],
        fields: Callable[[Register, Any], Sequence[Sequence[FormField]]],
        read: Callable[[Texts], Any],
        question: Callable[[Register], Sequence[Words]] = lambda _register: (),
    ) -> None:
        """`words` are heading, meaning and the title of a new entry, untranslated.

        `shown` returns the value of an entry in words, `fields` the rows of its form, `read` the entry of typed texts,
        `question` what is asked before one is removed.
        """
        self.name = name
        self._words = words
        self._shown = shown
        self._fields = fields
        self._read = read
        self._question = question

    def _entries(self, register: Register) -> tuple[Any, ...]:
        entries: tuple[Any, ...] = getattr(register, self.name)
        return entries

    def _entry(self, register: Register, key: str) -> Any:
        return next((entry for entry in self._entries(register) if entry[0] == key), None)

    def title(self) -> str:
        """Return the heading."""
        return _(self._words[0])

    def about(self) -> str:
        """Return what the section is for."""
        return _(self._words[1])

    def keys(self, register: Register) -> Sequence[str]:
        """Return the names of the entries."""
        return [entry[0] for entry in self._entries(register)]

    def row(self, register: Register, key: str) -> tuple[str, str]:
        """Return name and value of an entry."""
        return key, self._shown(self._entry(register, key))

    def detail(self, register: Register, key: str) -> Sequence[tuple[str, str]]:
        """Return the value of an entry."""
        return [(key, self._shown(self._entry(register, key)))]

    def form(self, register: Register, key: str) -> EntryForm | None:
        """Return the form of an entry, or of a new one."""
        rows = self._fields(register, self._entry(register, key))
        title = (lambda: key) if key else (lambda: _(self._words[2]))
        return EntryForm(title, rows, lambda now, texts: self._edits(now, key, texts))

    def _edits(self, register: Register, key: str, texts: Texts) -> Sequence[Edit]:
        made, entries = self._read(texts), list(self._entries(register))
        keys = [entry[0] for entry in entries]
        if made[0] != key and made[0] in keys:
            raise UsageError(_("there is a {code} already; choose another code").format(code=quote(made[0])))
        if key in keys:
            entries[keys.index(key)] = made
        else:
            entries.append(made)
        return self._set(register, entries)

    def _set(self, register: Register, entries: Sequence[Any]) -> Sequence[Edit]:
        edit = set_field(register, self.name, tuple(entries))
        return (edit,) if edit.before != edit.after else ()

    def offer(self, register: Register, key: str) -> Step | None:
        """Return nothing: every entry has a form."""
        return None

    def stays(self, register: Register, key: str) -> bool:
        """Test nothing: every entry can be removed."""
        return False

    def removal(self, register: Register, key: str) -> Step | None:
        """Return how an entry is removed."""
        left = [entry for entry in self._entries(register) if entry[0] != key]
        return Step(self._set(register, left), self._question(register))

    def moved(self, register: Register, key: str, by: int) -> Sequence[Edit]:
        """Return the edit that moves an entry."""
        entries = list(self._entries(register))
        position = neighbour(self.keys(register), key, by)
        if position:
            entries.insert(position - 1, entries.pop(position - 1 - by))
        return self._set(register, entries)


def signatories_section() -> ListedSection:
    """Return the section of those who sign."""

    def fields(_register: Register, entry: Signatory | None) -> Sequence[Sequence[FormField]]:
        role, name, position = entry or Signatory("")
        return (
            (FormField("role", lambda: _("Role, such as ผู้รายงาน"), role),),
            (FormField("name", lambda: _("Name"), name),),
            (FormField("position", lambda: _("Position"), position),),
        )

    def read(texts: Texts) -> Signatory:
        if not texts["role"]:
            raise RefusedError("role", lambda: _("Enter the role first"))
        if ":" in texts["role"] or ";" in texts["role"]:
            raise RefusedError("role", lambda: _("A role has no : and no ;"))
        return Signatory(texts["role"], texts["name"], texts["position"])

    words = (
        N_("Signatories"),
        N_("Who signs the report, by role. The names are printed in the signature block of the form."),
        N_("New signatory"),
    )
    return ListedSection(
        "signatories", words, lambda entry: "  ".join(part for part in entry[1:] if part), fields, read
    )


def rounds_section() -> ListedSection:
    """Return the section of the rounds of reporting."""

    def fields(register: Register, entry: Round | None) -> Sequence[Sequence[FormField]]:
        proposed = TWELVE_MONTHS if register.rounds else SIX_MONTHS
        name, chosen = entry or proposed
        return (
            (FormField("name", lambda: _("Name, such as 6 months"), name, selects=bool if entry is None else never),),
            (FormField("quarters", lambda: _("Quarters: 1–4 or Space"), phrase(chosen), Shape.QUARTERS),),
        )

    def read(texts: Texts) -> Round:
        if not texts["name"]:
            raise RefusedError("name", lambda: _("Enter the name of the round first"))
        if any(sign in texts["name"] for sign in "=;"):
            raise RefusedError("name", lambda: _("The name of a round has no = and no ;"))
        chosen = parse_quarters(texts["quarters"])
        if not chosen:
            raise RefusedError("quarters", lambda: _("Tick the quarters that it reports on"))
        return Round(texts["name"], chosen)

    words = (
        N_("Rounds"),
        N_(
            "Reports within the year, such as 6 and 12 months. With rounds, each measure has a result for each "
            "quarter too."
        ),
        N_("New round"),
    )
    return ListedSection("rounds", words, _quarters_of, fields, read, _question_of_last_round)


def _question_of_last_round(register: Register) -> Sequence[Words]:
    """Return the question before the last round is removed, if a measure has a result of a quarter."""
    held = any(path.startswith("result.") for measure in register.measures for path, _text in measure.more.pairs)
    if len(register.rounds) > 1 or not held:
        return ()
    return (
        lambda: _("Delete the last round?"),
        lambda: _("Results by quarter stay in the register, but are shown only where it has rounds."),
    )


def _quarters_of(entry: Round) -> str:
    return _("Quarters {quarters}").format(quarters=phrase(entry.quarters))
