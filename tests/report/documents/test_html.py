"""The web page: whole texts, right headings, nothing from outside, and html-validate finds nothing."""

from html.parser import HTMLParser

import pytest

from itatui.domain.forms import form_names
from itatui.report.look import Look
from itatui.report.model import Signature
from tests.reference import register
from tests.support.exported import exported, report, texts
from tools.documents.page_check import validated
from tools.documents.readers import MissingReaderError


class Page(HTMLParser):
    """The tags and texts of a page."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_each_text_is_whole() -> None:
    found = Page(exported("html")).texts
    assert [text for text in texts() if not any(each.strip() == text for each in found)] == []


def test_page_is_thai_with_a_caption_and_a_group_a_track() -> None:
    page = Page(exported("html"))
    assert page.named("html") == [{"lang": "th"}]
    assert len(page.named("caption")) == 1
    assert len(page.named("tbody")) == 3
    assert {each["scope"] for each in page.named("th")} == {"col"}


def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    page = Page(exported("html"))
    assert not page.named("script") + page.named("link") + page.named("img") + page.named("iframe")
    assert not [name for _tag, attributes in page.tags for name in attributes if name in ("src", "onclick", "style")]


def test_page_is_printed_on_the_paper_of_the_look_and_marked_as_a_draft() -> None:
    style = exported("html", look=Look(paper="A3 portrait", draft=True)).decode("utf-8").partition("</style>")[0]
    assert "size: A3 portrait" in style
    assert '@top-left { content: "ร่าง"' in style


def test_html_validate_finds_nothing() -> None:
    signed = (Signature("ผู้รายงาน", "ชื่อ"), Signature("ผู้รับรอง"))
    printed = [report(form=form)._replace(signatures=signed, number="แบบ 1") for form in form_names(register())]
    try:
        assert validated(*(exported("html", each, Look(draft=True)) for each in printed)) == []
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")
