"""The headings of the report in files of the versions 1 to 3, as a form of the register's own."""

import json
from typing import Any

from itatui.domain.edits import GAP
from itatui.domain.forms import DEFAULT, shipped_text
from itatui.store.format.field_codecs import read_texts, texts, wrong_kind
from itatui.store.format.json_reader import Document
from itatui.thai import clean

_OLD = {
    "track": "แบบวัดการรับรู้",
    "measures": "มาตรการหรือกิจกรรม",
    "results": "สรุปผลการดำเนินการ",
    "responsible": "ผู้รับผิดชอบ / ระยะเวลาดำเนินการ",
    "outcome": "ผลลัพธ์หรือความสำเร็จ",
}
"""Headings of the five columns where a file had none."""


def own_report(head: Document) -> Document | None:
    """Return the document of the form with the headings in `head`; None if they are those of the form `report`.

    They are taken from `head`, and nothing unknown beside them. `NotARegisterError` if they are no headings.
    """
    columns: Any = head["columns"]
    if not isinstance(columns, dict):
        raise wrong_kind("register", "columns")
    headings = read_texts("register/columns", texts(*_OLD), {**_OLD, **columns})
    left = {name: value for name, value in columns.items() if name not in _OLD}
    head |= {"columns": left}
    if not left:
        del head["columns"]
    text = with_headings(shipped_text(DEFAULT), headings)
    return None if text == shipped_text(DEFAULT) else {"name": DEFAULT, "text": text, "order": GAP}


def with_headings(text: str, headings: list[str]) -> str:
    """Return the text of a form with other headings of its columns, in their order."""
    rest = iter(headings)
    lines = (_heading(next(rest)) if line.startswith("heading = ") else line for line in text.split("\n"))
    return "\n".join(lines)


def _heading(text: str) -> str:
    plain = clean(text)[0].replace("{", "{{").replace("}", "}}")
    return f"heading = {json.dumps(plain, ensure_ascii=False)}"
