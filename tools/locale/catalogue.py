"""Thai catalogue and messages of the code, read and written by Babel, reproducibly.

The files hold no date, author or location: they change only with a message or its Thai.
"""

import ast
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import itatui

PACKAGE = Path(itatui.__file__).parent
PO = PACKAGE / "locale" / "th" / "LC_MESSAGES" / "itatui.po"
MO = PO.with_suffix(".mo")
MANUAL = Path(__file__).parents[1] / "share" / "manual.py"
"""The man page, in the language of the catalogue too."""
KEYWORDS = ("_", "N_")
PLURAL = "ngettext"
Text = str | tuple[str, str]
"""A message in English; one and several, if it is about a number of things."""
HEADERS = [
    ("Project-Id-Version", "itatui"),
    ("Language", "th"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=1; plural=0;\n"),
]


class ThaiCatalogue(Catalog):
    """Catalogue with a constant header."""

    mime_headers: Any = property(lambda self: HEADERS)

    def __init__(self) -> None:
        super().__init__("th", fuzzy=False, header_comment="# What itatui says, in Thai.")


def extracted() -> ThaiCatalogue:
    """Return every message of the code and the man page, without translations."""
    found = ThaiCatalogue()
    for path in [*sorted(PACKAGE.rglob("*.py")), MANUAL]:
        for text in said_in(path.read_text(encoding="utf-8")):
            found.add(text)
    return found


def said_in(source: str) -> Iterator[Text]:
    """Yield the messages of a source file, including those in f-strings, which Babel skips on Python 3.11."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text))]) if name in KEYWORDS and text:
                yield text
            case ast.Call(
                func=ast.Name(id=name), args=[ast.Constant(value=str(one)), ast.Constant(value=str(several)), _]
            ) if name == PLURAL:
                yield one, several


def stored() -> ThaiCatalogue:
    """Return the catalogue of the .po file; empty if there is none."""
    catalogue = ThaiCatalogue()
    if PO.exists():
        with PO.open("rb") as file:
            for message in read_po(file, ignore_obsolete=True, abort_invalid=True):
                if message.id:
                    catalogue.add(message.id, message.string, flags=message.flags)
    return catalogue


def messages(catalogue: Catalog) -> dict[str, Message]:
    """Return the messages by their English text, that of one if they have two, without the header."""
    return {_first(message.id): message for message in catalogue if message.id}


def thai_of(message: Message) -> str:
    """Return the Thai of a message, which has no plural; empty if there is none."""
    return _first(message.string or "")


def _first(texts: str | Sequence[str]) -> str:
    return texts if isinstance(texts, str) else texts[0]


def unfinished(catalogue: Catalog) -> dict[str, str]:
    """Return the messages without Thai, or with Thai of another English text, and that Thai."""
    return {text: thai_of(message) for text, message in messages(catalogue).items() if _unfinished(message)}


def _unfinished(message: Message) -> bool:
    return message.fuzzy or not thai_of(message)


def po_bytes(catalogue: Catalog) -> bytes:
    """Return the .po file: sorted by English, a message a line, without flags guessed by Babel."""
    file = BytesIO()
    for message in messages(catalogue).values():
        message.flags &= {"fuzzy"}
    write_po(file, catalogue, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the .mo file."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()
