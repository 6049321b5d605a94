"""The pages on forms: their example reads, and they name every key and value of a form."""

import re

import pytest

from itatui.domain.form import LINE_WORDS, PAPERS
from itatui.domain.form_templates import MEASURE_SOURCES, Scope, content
from itatui.domain.form_text import COLUMN_KEYS, FIELD_KEYS, FORM_KEYS, parse_form
from itatui.domain.forms import SHIPPED
from itatui.domain.own_field import OWN_KINDS
from itatui.domain.own_field_edits import check_new_name
from itatui.domain.status import Status
from itatui.errors import UsageError
from tests.support.sources import ROOT

PAGES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("forms.md", "forms.th.md")}
EXAMPLE = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pages = pytest.mark.parametrize("page", PAGES)


def test_the_example_reads_and_is_the_same_on_both_pages() -> None:
    english, thai = (EXAMPLE.findall(page) for page in PAGES.values())
    assert english == thai and len(english) == 1
    form = parse_form(english[0], "forms.md")
    assert form.fields and form.signatures and any(column.sum for column in form.columns)


@pages
@pytest.mark.parametrize("names", [FORM_KEYS, COLUMN_KEYS, FIELD_KEYS, OWN_KINDS, PAPERS, MEASURE_SOURCES, SHIPPED])
def test_every_name_is_on_the_page(page: str, names: tuple[str, ...]) -> None:
    told = {*re.findall(r'[`"]([\w. -]+)[`":]', PAGES[page]), *re.findall(r"\[\[(\w+)\]\]", PAGES[page])}
    assert [name for name in names if name not in told] == []


@pages
def test_every_placeholder_and_status_is_on_the_page(page: str) -> None:
    assert [word for word in LINE_WORDS if f"`{{{word}}}`" not in PAGES[page]] == []
    assert [status.value for status in Status if f"`{status.value}`" not in PAGES[page]] == []


@pages
def test_every_value_of_the_page_is_one(page: str) -> None:
    table = PAGES[page].split("| `number`, `row`, `ref` |")[1].split("\n\n")[0]
    rows = [row.split(" | ")[0] for row in f"| `number`, `row`, `ref` |{table}".splitlines()]
    names = [name for row in rows for name in re.findall(r"`([a-z_.:\d]+)`", row)]
    assert len(names) > 30
    for name in names:
        content(name, Scope({}))


@pytest.mark.parametrize("name", [*MEASURE_SOURCES, "track_name", "track_code"])
def test_no_own_field_can_hide_a_value(name: str) -> None:
    with pytest.raises(UsageError, match=name):
        check_new_name(name)
