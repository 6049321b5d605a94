"""The texts of cells, cleaned and with the damage of PDFs repaired, and counted."""

from typing import NamedTuple

from itatui.intake.blank_words import without_blanks
from itatui.intake.grid import Cell
from itatui.thai import clean, repair_text


class Mend(NamedTuple):
    """The text of a cell in which letters were repaired."""

    before: str
    after: str
    letters: int
    """Letters repaired."""


class MendedTexts:
    """Repairs each cell once, however many rows it covers."""

    def __init__(self) -> None:
        self.mends: list[Mend] = []
        """The texts repaired so far."""
        self._texts: dict[tuple[str, bool], str] = {}

    @property
    def count(self) -> int:
        """Damaged letters repaired so far."""
        return sum(mend.letters for mend in self.mends)

    def of(self, cell: Cell, *, links: bool = False) -> str:
        """Return the text of a cell, without empty lines and spaces around its lines. Links are not repaired."""
        if (cell.text, links) not in self._texts:
            text = "\n".join(
                filter(None, (" ".join(line.split("\t")).strip() for line in clean(cell.text)[0].split("\n")))
            )
            repaired, count = (text, 0) if links else repair_text(without_blanks(text))
            self._texts[cell.text, links] = repaired
            self.mends += [Mend(text, repaired, count)] if count else []
        return self._texts[cell.text, links]
