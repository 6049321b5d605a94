"""The files and folders of a folder, to choose a piece of evidence, a document, or the folder of a document, from."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from itatui.locale import _
from itatui.thai import cells, clean, one_line, truncate
from itatui.tui.dialogs.choose import Choice, ChooseDialog
from itatui.tui.side_thread import read_aside
from itatui.tui.text_input.text_area import ThaiTextArea

MOST_FILES = 500
"""Entries of a folder that are listed."""
NAME_CELLS = 50
"""Cells of a name in the list."""
DOCUMENTS = (".docx", ".xlsx", ".pdf", ".csv", ".txt", ".tsv", ".html", ".htm")
"""Ends of the names of documents that can be imported."""
UP, HERE, TAKEN = "..", "./", "."
"""Name of the choice of the folder above; the beginning of all other names; name of the choice of the folder itself."""
SHEETS = (".docx", ".xlsx")
"""Ends of the names of documents that may be sheets of units."""
COMPANIONS = (".open", ".past")
"""Ends of the names of folders that belong to a register."""


Entries = Sequence[tuple[str, bool]]
"""Names in a folder, and whether each is a folder."""


class _Folder:
    """The folder that is listed."""

    def __init__(self, path: Path, is_listed: Callable[[str, bool], bool], *, can_be_taken: bool = False) -> None:
        """`is_listed` takes the name of an entry and whether it is a folder. The folder itself may be chosen, too."""
        self._is_wanted = is_listed
        self._can_be_taken = can_be_taken
        self.path = path
        self._entries: Entries | None = None
        """None: they are not read yet."""

    def title(self) -> str:
        """Return the path, or its end if it is long."""
        path = str(self.path)
        return path if cells(path) <= NAME_CELLS else f"…/{truncate(self.path.name, NAME_CELLS)}"

    def go_to(self, name: str) -> bool:
        """Go to a folder below or above. Return False if the name is that of a file."""
        if name != UP and (name.removeprefix(HERE), True) not in (self._entries or ()):
            return False
        self.path, self._entries = (self.path.parent if name == UP else self.path / name), None
        return True

    async def read(self) -> None:
        """Read the entries of the folder, without holding up the keys: it may lie on a slow network."""
        path = self.path
        entries = await read_aside(_entries_of, path)
        if path == self.path:
            listed = [entry for entry in entries if _is_plain(entry[0]) and self._is_wanted(*entry)]
            self._entries = sorted(listed, key=lambda entry: (not entry[1], entry[0].casefold()))[:MOST_FILES]

    def choices(self) -> list[Choice]:
        """Return the folder above, then the folders, then the files. Hidden ones are left out."""
        if self._entries is None:
            return []
        taken = [Choice(TAKEN, f"./  {_('this folder')}")] if self._can_be_taken else []
        above = [Choice(UP, f"{UP}/  {_('the folder above')}", opens=True)] if self.path.parent != self.path else []
        return [*taken, *above] + [
            Choice(
                f"{HERE}{name}",
                truncate(name, NAME_CELLS) + ("/" if is_folder else ""),
                opens=is_folder,
                whole=name,
            )
            for name, is_folder in self._entries
        ]


def _is_plain(name: str) -> bool:
    """Return whether a name is not hidden, and can be shown."""
    return not name.startswith(".") and one_line(clean(name)[0]) == name


def _entries_of(path: Path) -> Entries:
    """Return the entries of a folder; none if it cannot be read."""
    try:
        with os.scandir(path) as entries:
            return [(entry.name, entry.is_dir()) for entry in entries]
    except OSError:
        return []


def choose_file(field: ThaiTextArea, register: Path, *, adds: bool = False) -> ChooseDialog:
    """Return a dialog that browses from the folder of a register on, and puts the path of a file into a field.

    `register` is absolute; the path is relative to its folder if the file lies in there. With `adds` it becomes
    another line of the text.
    """
    folder = register.parent
    listed = _Folder(folder, lambda name, _is_folder: not name.startswith(register.name))  # nor its companions

    def choose(name: str) -> None:
        if listed.go_to(name):
            return
        path = listed.path / name
        target = str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)
        field.fill(f"{field.text.rstrip()}\n{target}".lstrip() if adds else target)

    return ChooseDialog(listed.title, listed.choices, choose, read=listed.read)


def choose_folder(field: ThaiTextArea) -> ChooseDialog:
    """Return a dialog that browses folders, and puts the file that a field names into the chosen folder."""
    file = Path(os.path.expanduser(one_line(field.text).strip())).absolute()  # noqa: PTH111 (Path's may raise)
    listed = _Folder(
        file.parent, lambda name, is_folder: is_folder and not name.endswith(COMPANIONS), can_be_taken=True
    )

    def choose(name: str) -> None:
        if name == TAKEN:
            field.fill(str(listed.path / file.name))
        else:
            listed.go_to(name)

    return ChooseDialog(listed.title, listed.choices, choose, read=listed.read)


def choose_document(
    folder: Path, chosen: Callable[[Path], None], sheets_chosen: Callable[[Path], None] | None = None
) -> ChooseDialog:
    """Return a dialog that browses from a folder on for a document to import.

    With `sheets_chosen`, all sheets of units in a folder can be chosen, too; it takes the folder.
    """
    listed = _Folder(folder, lambda name, is_folder: is_folder or name.casefold().endswith(DOCUMENTS))

    def choose(name: str) -> None:
        if listed.go_to(name):
            return
        if dialog.is_attached and dialog.app.screen is dialog:  # chosen by Space
            dialog.dismiss(None)
        if name == TAKEN and sheets_chosen is not None:
            sheets_chosen(listed.path)
        else:
            chosen(listed.path / name)

    def choices() -> list[Choice]:
        found = listed.choices()
        files = [at for at, choice in enumerate(found) if not choice.opens]
        if sheets_chosen is not None and any(found[at].name.casefold().endswith(SHEETS) for at in files):
            found.insert(files[0], Choice(TAKEN, f"./  {_('all sheets of units in this folder')}"))
        return found

    def title() -> str:
        return _("Document to import: {folder}").format(folder=listed.title())

    dialog = ChooseDialog(title, choices, choose, read=listed.read)
    return dialog
