"""The preview of an import, and the answers of the user by which it is made."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from itatui.domain.change import Edit
from itatui.domain.repairs import Repair
from itatui.intake.proposal import Pairing, Proposal, ReadColumn
from itatui.intake.proposal_edits import Guess, Import

_NONE: Mapping[Any, Any] = MappingProxyType({})


class Answers(NamedTuple):
    """What the user has decided about a document. Measures are named by their index in the proposal."""

    roles: Mapping[str, str] = _NONE
    """Role of a column by its heading; empty: it is not read."""
    tracks: Mapping[str, str] = _NONE
    """Code of the register's track for a code of the document; by an empty code that of measures without a track."""
    results: Mapping[int, int] = _NONE
    """Index of the result of a measure in its pairing; -1: none."""
    guesses: Mapping[tuple[int, str], bool] = _NONE
    """Whether to take the guessed value of a field."""
    left_out: frozenset[int] = frozenset()
    """Measures that are left as the register has them."""
    takes_repairs: bool = False
    """Whether doubtful words are repaired as suggested."""


class OpenTrack(NamedTuple):
    """A track that the register lacks, or none: where its measures go is the user's choice."""

    code: str
    """Empty: the document names none."""
    label: str
    measures: int
    """Number of its measures."""


class Preview(NamedTuple):
    """What an import would do."""

    format: str
    columns: tuple[ReadColumn, ...]
    refusal: str = ""
    """Why there are no measures, while the roles of the columns do not tell them; else empty."""
    proposal: Proposal | None = None
    whole: Import | None = None
    """The import of all measures, those left out too; None with a refusal."""
    result: Import | None = None
    """The import before doubtful words are repaired."""
    edits: tuple[Edit, ...] = ()
    """Everything that would be changed."""
    tracks: tuple[OpenTrack, ...] = ()
    guesses: tuple[Guess, ...] = ()
    """Values that are guessed, answered or not."""
    doubts: tuple[Repair, ...] = ()
    """The new texts with doubtful words."""

    def pairing_of(self, at: int) -> Pairing | None:
        """Return the pairing of a measure."""
        pairings = self.proposal.pairings if self.proposal else ()
        return next((pairing for pairing in pairings if at in pairing.measures), None)


NO_ANSWERS = Answers()
