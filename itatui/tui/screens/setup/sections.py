"""What the sections of the register screen have in common: entries, their forms, and the edits that these make."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from itatui.domain.change import Edit
from itatui.domain.register import Register
from itatui.tui.dialogs.form import FormField, Texts
from itatui.tui.words import Words


class EntryForm(NamedTuple):
    """The form of an entry, new or not."""

    title: Words
    rows: Sequence[Sequence[FormField]]
    edits: Callable[[Register, Texts], Sequence[Edit]]
    """Returns the edits that the texts make in a register. Raises `RefusedError` or `ItatuiError` for wrong texts."""


class Step(NamedTuple):
    """A change of an entry that may be asked about before."""

    edits: Sequence[Edit]
    question: Sequence[Words] = ()
    """Lines of the question; none: it is not asked."""


class Section(Protocol):
    """A part of the register's own shape. A key names an entry; empty: the heading, or a new entry."""

    name: str
    """As drafts name it."""

    def title(self) -> str:
        """Return the heading."""

    def about(self) -> str:
        """Return what the section is for."""

    def keys(self, register: Register) -> Sequence[str]:
        """Return the keys of the entries, in their order."""

    def row(self, register: Register, key: str) -> tuple[str, str]:
        """Return name and value of an entry."""

    def detail(self, register: Register, key: str) -> Sequence[tuple[str, str]]:
        """Return titles and texts of everything that an entry holds."""

    def form(self, register: Register, key: str) -> EntryForm | None:
        """Return the form of an entry, or of a new one; None: there is none."""

    def offer(self, register: Register, key: str) -> Step | None:
        """Return what Enter offers on an entry without a form; None: nothing."""

    def stays(self, register: Register, key: str) -> bool:
        """Test whether an entry cannot be removed."""

    def removal(self, register: Register, key: str) -> Step | None:
        """Return how an entry is removed; None: it stays."""

    def moved(self, register: Register, key: str, by: int) -> Sequence[Edit]:
        """Return the edits that move an entry up (-1) or down (1); none at the end, or where the order is fixed."""


def neighbour(keys: Sequence[str], key: str, by: int) -> int:
    """Return the position (from 1) of the entry beside another; 0: there is none."""
    at = keys.index(key) + by if key in keys else -1
    return at + 1 if 0 <= at < len(keys) else 0
