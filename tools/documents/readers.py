"""The texts that six readers of PDF give back. Each reader is imported or started when it is asked."""

import io
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOOLS_VARIABLE = "ITATUI_DOCUMENT_TOOLS"
"""Environment variable with the folder into which npm installed `pdfjs-dist`."""

_GAP, _BACK = 6.0, 30.0
"""Points from a character to the next, forwards and backwards, from which on that one is in another cell."""
_PDFJS = """
import { readFileSync } from "fs";
for (const name of ["DOMMatrix", "Path2D", "ImageData"]) globalThis[name] ??= class {}; // only drawing needs them
const { getDocument } = await import(process.argv[1] + "/node_modules/pdfjs-dist/legacy/build/pdf.mjs");
const data = new Uint8Array(readFileSync(process.argv[2]));
const file = await getDocument({ data, verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= file.numPages; number++) {
  const { items } = await (await file.getPage(number)).getTextContent();
  pages.push(items.map((item) => (item.str || "") + (item.hasEOL ? "\\n" : "")).join(""));
}
console.log(JSON.stringify(pages));
"""


class MissingReaderError(Exception):
    """A reader is not installed; the message names it."""


def _pypdf(data: bytes) -> list[str]:
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _pdfplumber(data: bytes) -> list[str]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as file:
        return ["".join(_with_line_ends(page.chars)) for page in file.pages]


def _with_line_ends(characters: list[dict[str, Any]]) -> list[str]:
    """Return the characters in the order of the page, with a newline wherever another line or cell begins."""
    found: list[str] = []
    bottom = right = None
    for character in characters:
        if bottom is not None and right is not None:
            gap = character["x0"] - right
            if abs(character["bottom"] - bottom) > 1 or gap > _GAP or gap < -_BACK:
                found.append("\n")
        bottom, right = character["bottom"], character["x1"]
        found.append(character["text"])
    return found


def _pdfium(data: bytes) -> list[str]:
    import pypdfium2

    file = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in file]
    finally:
        file.close()


def _mupdf(data: bytes) -> list[str]:
    import pymupdf

    with pymupdf.open(stream=data, filetype="pdf") as file:
        return [page.get_text("text") for page in file]


def _poppler(data: bytes) -> list[str]:
    if not shutil.which("pdftotext"):
        raise MissingReaderError("pdftotext of poppler-utils")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.pdf")
        path.write_bytes(data)
        words = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
        return subprocess.run(words, capture_output=True, check=True, encoding="utf-8").stdout.split("\f")[:-1]


def _pdfjs(data: bytes) -> list[str]:
    folder = os.environ.get(TOOLS_VARIABLE, "")
    if not shutil.which("node") or not Path(folder, "node_modules", "pdfjs-dist").is_dir():
        raise MissingReaderError(f"node, or pdfjs-dist in ${TOOLS_VARIABLE}")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "file.pdf")
        path.write_bytes(data)
        words = ["node", "--input-type=module", "-e", _PDFJS, folder, str(path)]
        ran = subprocess.run(words, capture_output=True, check=True, encoding="utf-8")
        return list(json.loads(ran.stdout))


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "pypdf": _pypdf,
    "pdfplumber": _pdfplumber,
    "pdfium": _pdfium,
    "MuPDF": _mupdf,
    "poppler": _poppler,
    "pdf.js": _pdfjs,
}


def read(name: str, data: bytes) -> list[str]:
    """Return the text of each page of a PDF by a reader. Raise `MissingReaderError` if it is not installed."""
    try:
        return READERS[name](data)
    except ImportError as error:
        raise MissingReaderError(str(error.name)) from None
