"""The units in the words of a cell."""

import re
from collections.abc import Iterable

_BEGINNING = (
    r"(?:สำนัก|กอง|ฝ่าย|งาน|ทุก|หน่วย|ส่วน|ศูนย์|กลุ่ม|คณะ|โรงเรียน|ปลัด|ผู้|นาย|เจ้าหน้าที่|สถาน|วิทยาลัย|แผนก|อบต|เทศบาล|สภา|ประธาน)"
)
"""Words with which the name of a unit begins."""
_SIGNS = r"\s*[,;\n]\s*|\s+/\s*|/(?=\s*" + _BEGINNING + r")|\s*(?:และ|กับ)(?=\s*" + _BEGINNING + ")"
_JOINTS = r"(?:และ|กับ|[\s,;/])*"


def units_in(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the units that a text names: those known if it names nothing else, else its parts.

    It is divided at `และ` only before a word with which units begin: `กองสาธารณสุขและสิ่งแวดล้อม` is one unit.
    """
    text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    rest, found = text, list[tuple[int, str]]()
    for unit in sorted(set(known), key=len, reverse=True):
        at = rest.find(unit)
        if unit and at >= 0:
            found.append((at, unit))
            rest = rest[:at] + "\n" * len(unit) + rest[at + len(unit) :]
    if found and re.fullmatch(_JOINTS, rest):
        return tuple(unit for _at, unit in sorted(found))
    parts = re.split(_SIGNS, text)
    names = [re.sub(r"^[-•*\s]+|^[0-9๐-๙]{1,2}[.)]\s*", "", part).strip() for part in parts]
    return tuple(dict.fromkeys(name for name in names if name))
