"""Evidence as text: `words | address`, and web addresses without a bar."""

import pytest
from hypothesis import given

from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import MEASURE_FIELDS
from itatui.domain.measure import Evidence
from tests import reference
from tests.support import strategies

FIELD = MEASURE_FIELDS["evidence"]


def parsed(text: str) -> object:
    """Return the value of a typed text."""
    register = reference.register()
    return parse_value(register, register.measures[0], FIELD, text)


@pytest.mark.parametrize(
    ("text", "label", "target"),
    [
        ("คำสั่งที่ 12 | https://a.go.th/12.pdf", "คำสั่งที่ 12", "https://a.go.th/12.pdf"),
        ("คำสั่งที่ 12 https://a.go.th/12.pdf", "คำสั่งที่ 12", "https://a.go.th/12.pdf"),
        ("คำสั่งที่ 12|https://a.go.th", "คำสั่งที่ 12", "https://a.go.th"),
        ("ตามเว็บไซต์https://a.go.th/ก", "ตามเว็บไซต์", "https://a.go.th/ก"),
        ("ประกาศ HTTP://A.GO.TH", "ประกาศ", "HTTP://A.GO.TH"),
        ("ประกาศ www.a.go.th", "ประกาศ", "www.a.go.th"),
        ("ประกาศ (https://a.go.th)", "ประกาศ", "https://a.go.th"),
        ("ภาพถ่าย file:///srv/a.jpg", "ภาพถ่าย", "file:///srv/a.jpg"),
        ("https://a.go.th/12.pdf คำสั่งที่ 12", "คำสั่งที่ 12", "https://a.go.th/12.pdf"),
        ("https://a.go.th/?q=1|2", "", "https://a.go.th/?q=1|2"),
        ("ค้น | https://a.go.th/?q=1|2", "ค้น", "https://a.go.th/?q=1|2"),
        ("https://web.archive.org/web/2020/https://a.go.th", "", "https://web.archive.org/web/2020/https://a.go.th"),
        ("https://a.go.th", "", "https://a.go.th"),
        ("คำสั่ง 12.pdf", "", "คำสั่ง 12.pdf"),
        ("คำสั่ง | คำสั่ง 12.pdf", "คำสั่ง", "คำสั่ง 12.pdf"),
        ("คำสั่ง | ห้อง ๒ ตู้ ๓", "คำสั่ง", "ห้อง ๒ ตู้ ๓"),
        ("| คำสั่ง https://a.go.th", "", "คำสั่ง https://a.go.th"),
        ("แฟ้ม https://", "", "แฟ้ม https://"),
    ],
)
def test_words_and_address_of_a_line(text: str, label: str, target: str) -> None:
    assert parsed(text) == (Evidence(label, target),)
    assert parsed(f"  {text}\t\n\nb.pdf") == (Evidence(label, target), Evidence("", "b.pdf"))


@pytest.mark.parametrize(
    "link",
    [
        Evidence("", "คำสั่ง https://a.go.th"),
        Evidence("", "https://a.go.th คำสั่ง"),
        Evidence("คำสั่ง", "https://a.go.th"),
        Evidence("https://b.go.th", "https://a.go.th"),
        Evidence("", "https://a.go.th"),
        Evidence("คำสั่ง", "a b.pdf"),
        Evidence("คำสั่ง", "ห้อง ๒ https://a.go.th"),
        Evidence("", "a|b"),
    ],
)
def test_text_of_stored_evidence_gives_it_again(link: Evidence) -> None:
    assert parsed(format_value(reference.register(), FIELD, (link,))) == (link,)


@given(strategies.links)
def test_text_of_any_evidence_is_stable(links: tuple[Evidence, ...]) -> None:
    register = reference.register()
    once = parsed(format_value(register, FIELD, links))
    assert parsed(format_value(register, FIELD, once)) == once  # type: ignore[arg-type]
