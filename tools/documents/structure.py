"""The structure of a tagged PDF, read back: its elements with their texts."""

import io
from typing import Any, NamedTuple


class Element(NamedTuple):
    """An element of the structure."""

    kind: str
    """Structure type, such as `TD`."""
    attributes: dict[str, Any]
    kids: list["Element"]
    text: str
    """Text of its own content, in the order of the structure, without that of its kids."""


def elements(data: bytes) -> list[Element]:
    """Return the elements below the document."""
    import pypdf

    file = pypdf.PdfReader(io.BytesIO(data))
    contents = {page.indirect_reference.idnum: _marked_texts(page) for page in file.pages}
    root = file.root_object["/StructTreeRoot"]["/K"].get_object()
    return _read(root, contents).kids


def _read(node: Any, contents: dict[int, dict[int, str]]) -> Element:
    kids, text = [], ""
    for kid in node.get("/K", []):
        each = kid.get_object()
        if each.get("/Type") == "/MCR":
            text += contents[each.raw_get("/Pg").idnum][each["/MCID"]]
        elif each.get("/Type") != "/OBJR":
            kids.append(_read(each, contents))
    attributes = node.get("/A", {})
    return Element(node["/S"][1:], dict(attributes.get_object() if attributes else {}), kids, text)


def _marked_texts(page: Any) -> dict[int, str]:
    """Return the texts of a page by the number of their marked content."""
    from pypdf.generic import ContentStream

    codes = _codes(page)
    found: dict[int, str] = {}
    marks: list[int | None] = []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"BDC":
            number = operands[1].get("/MCID") if len(operands) > 1 else None
            marks.append(number)
            if number is not None:
                found[number] = ""
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"TJ" and marks and marks[-1] is not None:
            shown = b"".join(bytes(each.original_bytes) for each in operands[0] if hasattr(each, "original_bytes"))
            pairs = zip(shown[::2], shown[1::2], strict=True)
            found[marks[-1]] += "".join(codes.get(high << 8 | low, "�") for high, low in pairs)
    return found


def _codes(page: Any) -> dict[int, str]:
    """Return the characters of the codes of the only font of a page."""
    import re

    (font,) = page["/Resources"]["/Font"].values()
    table = font.get_object()["/ToUnicode"].get_object().get_data().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", table)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
