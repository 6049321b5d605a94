"""The structure of a tagged PDF: which text is a heading, a cell of which row, and which is decoration.

fpdf2 builds a flat structure of images only, so its builder is replaced by a tree. All private names of fpdf2 that
itatui uses are in this module, and `pyproject.toml` caps fpdf2 at the tested minor version.
"""

from collections.abc import Iterator
from typing import Any

from fpdf import FPDF
from fpdf.actions import URIAction
from fpdf.annotations import PDFAnnotation
from fpdf.output import OutputProducer
from fpdf.syntax import PDFObject, Raw

from itatui.report.formats.pdf.font import Glyph


class LinkArea:
    """A rectangle of a page that opens an address. Lengths are points, `y` is its upper end, from the top."""

    def __init__(self, address: str, page: int, x: float, y: float, width: float, height: float) -> None:
        """`page` is counted from 1."""
        self.address, self.page = address, page
        self.place = x, y, width, height


class Element:
    """A part of the document: a heading, a paragraph, a table, a row, a cell, a link."""

    def __init__(self, kind: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.kind = kind
        """Standard structure type of PDF, such as `TD`."""
        self.attributes = attributes
        self.kids: list[Element | LinkArea | tuple[int, int]] = []
        """Elements, areas of a link, and marked content by page (from 1) and number on it."""
        if parent is not None:
            parent.kids.append(self)


class _Node(PDFObject):  # type: ignore[misc]
    """An element as fpdf2 writes it: public attributes become entries of its dictionary."""

    def __init__(self, **entries: Any) -> None:
        super().__init__()
        self.__dict__.update(entries)


class _Kids:
    """The kids of an element, numbered only when the document is written."""

    def __init__(self, pdf: FPDF, kids: list[Any]) -> None:
        self._pdf, self._kids = pdf, kids

    def serialize(self, **_options: Any) -> str:
        return f"[{' '.join(map(self._reference, self._kids))}]"

    def _reference(self, kid: Any) -> str:
        if isinstance(kid, tuple):
            return f"<</Type /MCR /Pg {self._pdf.pages[kid[0]].ref} /MCID {kid[1]}>>"
        if isinstance(kid, PDFAnnotation):
            return f"<</Type /OBJR /Pg {kid.p.ref} /Obj {kid.ref}>>"
        return str(kid.ref)


class _Parents:
    """The elements of marked contents by page, and of links by number behind those of the pages."""

    def __init__(self) -> None:
        self.by_page: dict[int, list[_Node]] = {}
        self.of_links: dict[int, _Node] = {}

    def serialize(self, **_options: Any) -> str:
        pages = [f"{page} [{' '.join(node.ref for node in nodes)}]" for page, nodes in self.by_page.items()]
        return f"[{' '.join([*pages, *(f'{number} {node.ref}' for number, node in self.of_links.items())])}]"


class _Builder:
    """Stands in for the structure builder of fpdf2."""

    def __init__(self, pdf: FPDF, document: Element) -> None:
        self._pdf = pdf
        self._nodes: list[_Node] = []
        self._content: dict[tuple[int, int], _Node] = {}
        self._parents = _Parents()
        self._root = _Node(type=Raw("/StructTreeRoot"))
        self.doc_struct_elem = _Node(k=[])  # fpdf2 gives a page to each of its kids: there are none
        self._root.k = self._node(document, self._root)
        self._root.parent_tree = self._tree = _Node(nums=self._parents)
        for page, number in sorted(self._content):
            self._parents.by_page.setdefault(page - 1, []).append(self._content[page, number])
            pdf.pages[page].struct_parents = page - 1

    def _node(self, element: Element, parent: _Node) -> _Node:
        node = _Node(type=Raw("/StructElem"), s=Raw(f"/{element.kind}"), p=parent)
        if element.attributes:
            node.a = Raw(element.attributes)
        self._nodes.append(node)
        kids: list[Any] = []
        for kid in element.kids:
            if isinstance(kid, tuple):
                self._content[kid] = node
                kids.append(kid)
            else:
                kids.append(self._link(kid, node) if isinstance(kid, LinkArea) else self._node(kid, node))
        node.k = _Kids(self._pdf, kids)
        return node

    def _link(self, area: LinkArea, parent: _Node) -> PDFAnnotation:
        x, y, width, height = area.place
        link = PDFAnnotation(
            "Link", x, self._pdf.h_pt - y, width, height, contents=area.address, action=URIAction(area.address)
        )
        link.p = self._pdf.pages[area.page]
        link.struct_parent = len(self._pdf.pages) + len(self._parents.of_links)
        self._parents.of_links[link.struct_parent] = parent
        link.p.add_annotation(link)
        return link

    def empty(self) -> bool:
        return False

    def __iter__(self) -> Iterator[PDFObject]:
        yield self._root
        yield self._tree
        yield from self._nodes


class _Undated(OutputProducer):  # type: ignore[misc]
    """Writes no time of creation, so that the same report gives the same bytes."""

    def _add_info(self) -> Any:
        info = super()._add_info()
        info.creation_date = None
        return info


def add_structure(pdf: FPDF, document: Element) -> None:
    """Give a document whose pages are drawn its structure."""
    pdf.struct_builder = _Builder(pdf, document)


def draw(pdf: FPDF, operators: str, font_size: float) -> None:
    """Draw operators of PDF on the current page, with the current font."""
    pdf._set_font_for_page(pdf.current_font, font_size)
    pdf._out(operators)


def code_of(pdf: FPDF, glyph: Glyph) -> int:
    """Return the code of a glyph in the embedded part of the font, and have it embedded."""
    font = pdf.current_font
    found = font.subset.get_glyph(
        glyph=glyph.number,
        unicode=tuple(map(ord, glyph.text)),
        glyph_name=font.ttfont.getGlyphName(glyph.number),
        glyph_width=glyph.own_width,
    )
    return int(font.subset.pick_glyph(found))


def written(pdf: FPDF) -> bytes:
    """Return the bytes of a document."""
    pdf.creation_date = None
    return bytes(pdf.output(output_producer_class=_Undated))
