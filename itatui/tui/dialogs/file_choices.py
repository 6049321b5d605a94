"""The files and folders of a folder, to choose a piece of evidence from."""

import os
from collections.abc import Iterator
from pathlib import Path

from itatui.locale import _
from itatui.thai import cells, clean, one_line, truncate
from itatui.tui.dialogs.choose import Choice, ChooseDialog
from itatui.tui.text_input.text_area import ThaiTextArea

MOST_FILES = 500
"""Entries of a folder that are listed."""
NAME_CELLS = 50
"""Cells of a name in the list."""
UP = ".."
"""Name of the choice of the folder above."""


class _Folder:
    """The folder that is listed."""

    def __init__(self, register: Path) -> None:
        """Begin in the folder of a register, which is not listed itself, nor are its companions."""
        self._register = register
        self.path = register.parent

    def title(self) -> str:
        """Return the path, or its end if it is long."""
        path = str(self.path)
        return path if cells(path) <= NAME_CELLS else f"…/{truncate(self.path.name, NAME_CELLS)}"

    def choices(self) -> list[Choice]:
        """Return the folder above, then the folders, then the files. Hidden ones are left out."""
        found = sorted(self._entries(), key=lambda entry: (not entry[1], entry[0].casefold()))[:MOST_FILES]
        above = [Choice(UP, f"{UP}/  {_('the folder above')}", opens=True)] if self.path.parent != self.path else []
        return above + [
            Choice(f"./{name}", truncate(name, NAME_CELLS) + ("/" if is_folder else ""), opens=is_folder)
            for name, is_folder in found
        ]

    def _entries(self) -> Iterator[tuple[str, bool]]:
        """Yield names, and whether each is a folder. A folder that cannot be read is empty; odd names are left out."""
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if self._is_listed(entry.name):
                        yield entry.name, entry.is_dir()
        except OSError:
            return

    def _is_listed(self, name: str) -> bool:
        hidden = name.startswith((".", self._register.name))
        return not hidden and one_line(clean(name)[0]) == name


def choose_file(field: ThaiTextArea, register: Path, *, adds: bool = False) -> ChooseDialog:
    """Return a dialog that browses from the folder of a register on, and puts the path of a file into a field.

    `register` is absolute; the path is relative to its folder if the file lies in there. With `adds` it becomes
    another line of the text.
    """
    listed, folder = _Folder(register), register.parent

    def choose(name: str) -> None:
        path = listed.path.parent if name == UP else listed.path / name
        if path.is_dir():
            listed.path = path
            return
        target = str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)
        field.fill(f"{field.text.rstrip()}\n{target}".lstrip() if adds else target)

    return ChooseDialog(listed.title, listed.choices, choose)
