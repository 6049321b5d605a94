"""The parts of a Word or Excel document, a zip file of XML, read under limits.

The document may come from anywhere: a small file can unpack to gigabytes, an entity of a DOCTYPE can grow without end
or name a file of this machine, and elements can nest deeper than a program's stack.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import BadZipFile, ZipFile

from itatui.intake.errors import UnreadableError
from itatui.locale import _

MAX_PART = 64 * 1024 * 1024
"""Bytes of the largest part, unpacked."""
MAX_RATIO = 200
"""Unpacked bytes for each packed one, of a part over `_SMALL`."""
MAX_DEPTH = 200
"""Elements inside each other."""
MAX_ELEMENTS = 400_000
"""Elements of a part."""
_MAX_ATTRIBUTES = 1_000_000
_SMALL = 1024 * 1024
_CHUNK = 64 * 1024
_MAX_SILENCE = 1024 * 1024
"""Bytes without an element or a text: a single tag that long is no document's."""
_MAX_DIRECTORY = 2 * 1024 * 1024
"""Bytes of the directory of the zip file; each entry costs ten times as much memory."""
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_END_SPAN = 22 + 65_535
"""Bytes at the end of a zip file in which its last record begins."""


class Package(NamedTuple):
    """An opened document."""

    archive: ZipFile
    names: frozenset[str]
    """Names of its parts."""

    def tree(self, name: str) -> Element:
        """Return the XML of a part, with tags and attributes without their namespaces. `UnreadableError`."""
        guard = _Guard()
        parser = XMLParser(target=guard)
        try:
            for piece in self._pieces(name):
                guard.silence += len(piece)
                parser.feed(piece)
                if guard.silence > _MAX_SILENCE:
                    raise UnreadableError(_("it holds XML that no document needs"))
            parser.close()
        except (ParseError, ValueError):  # ValueError: an unknown encoding
            raise _damaged() from None
        if guard.root is None:
            raise _damaged()
        return guard.root

    def _pieces(self, name: str) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part. Its declared size is checked first, and the real one while unpacking."""
        try:
            packed = self.archive.getinfo(name)
            limit = min(MAX_PART, max(_SMALL, packed.compress_size * MAX_RATIO))
            if packed.file_size > limit:
                raise _too_large()
            size = 0
            with self.archive.open(packed) as part:
                while piece := part.read(_CHUNK):
                    size += len(piece)
                    if size > limit:
                        raise _too_large()
                    yield piece
        except (BadZipFile, KeyError, EOFError, OSError, zlib.error):
            raise _damaged() from None
        except RuntimeError:  # a password
            raise UnreadableError(_("it has a password: save it without one")) from None
        except NotImplementedError:  # a way of packing that no office program uses
            raise _damaged() from None


def open_package(data: bytes) -> Package:
    """Return the parts of a document. `UnreadableError` if it is damaged, or no zip file as office programs make it."""
    end = data.rfind(_END, max(len(data) - _END_SPAN, 0))
    if end < 0 or len(data) < end + 22:
        raise _damaged()
    if data.rfind(_END_64, max(end - 20, 0), end) >= 0 or int.from_bytes(data[end + 12 : end + 16], "little") > (
        _MAX_DIRECTORY
    ):
        raise UnreadableError(_("it has too many parts"))
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise _damaged() from None
    return Package(archive, frozenset(archive.namelist()))


class _Guard:
    """Builds a tree, and refuses one that is out of all bounds."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.silence = 0
        """Bytes since the last element or text."""
        self._builder = TreeBuilder()
        self._depth = self._elements = self._attributes = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.silence = 0
        self._depth += 1
        self._elements += 1
        self._attributes += len(attributes)
        if self._depth > MAX_DEPTH:
            raise UnreadableError(_("its parts are nested too deeply"))
        if self._elements > MAX_ELEMENTS or self._attributes > _MAX_ATTRIBUTES:
            raise UnreadableError(_("it has too many parts"))
        self._builder.start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self.silence = 0
        self._depth -= 1
        self._builder.end(_local(tag))

    def data(self, text: str) -> None:
        self.silence = 0
        self._builder.data(text)

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise UnreadableError(_("it declares a DOCTYPE, which no office document does"))

    def close(self) -> None:
        self.root = self._builder.close()


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _damaged() -> UnreadableError:
    return UnreadableError(_("it is damaged or cut short"))


def _too_large() -> UnreadableError:
    message = _("a part of it is larger than {limit} MB, or packed more than {ratio} times")
    return UnreadableError(message.format(limit=MAX_PART // 1024 // 1024, ratio=MAX_RATIO))
