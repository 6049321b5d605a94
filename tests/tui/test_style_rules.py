"""Style rules are those of Textual, and none is read twice in the same colours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet

from itatui.tui.terminal.style_rules import StyleRules

RED, BLUE = {"accent": "#ff0000"}, {"accent": "#0000ff"}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note each text of rules that Textual reads."""
    texts: list[str] = []

    def noting(scope: str, css: str, *args: object, **options: object) -> object:
        texts.append(css)
        return parse(scope, css, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("textual.css.stylesheet.parse", noting)
    yield texts


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A style sheet that uses a colour."""
    path = tmp_path / "one.tcss"
    path.write_text("#one { color: $accent; }", encoding="utf-8")
    return path


def colour(rules: Stylesheet) -> str:
    """Return the colour of the last rule."""
    return rules.rules[-1].styles.color.hex


def test_rules_follow_the_colours_as_those_of_textual(sheet: Path) -> None:
    ours, theirs = StyleRules(RED), Stylesheet(variables=RED)
    for rules in (ours, theirs):
        rules.read(sheet)
        rules.parse()
    for colours in (BLUE, RED, BLUE):
        for rules in (ours, theirs):
            rules.set_variables(colours)
            rules.reparse()
        assert colour(ours) == colour(theirs) == colours["accent"].upper()


def test_sheet_is_read_once_for_each_colour(sheet: Path, read: list[str]) -> None:
    rules = StyleRules(RED)
    rules.read(sheet)
    for colours in (RED, BLUE, RED, BLUE):
        rules.set_variables(colours)
        rules.reparse()
    assert len(read) == 2


def test_sheet_that_has_changed_is_read_again(sheet: Path, read: list[str]) -> None:
    rules = StyleRules(RED)
    for text in ("#one { color: $accent; }", "#one { color: #00ff00; }"):
        sheet.write_text(text, encoding="utf-8")
        rules.read(sheet)
        rules.reparse()
    assert (len(read), colour(rules)) == (2, "#00FF00")


def test_sheet_that_was_read_ahead_costs_nothing_later(sheet: Path, tmp_path: Path, read: list[str]) -> None:
    rules, other = StyleRules(RED), tmp_path / "two.tcss"
    other.write_text("#two { color: white; }", encoding="utf-8")
    rules.read(sheet)
    rules.parse()
    assert not rules.has_rules([other], BLUE)
    rules.read_ahead([other], BLUE)
    assert rules.has_rules([other], BLUE)
    assert not rules.has_source(str(other))  # only kept, not in use
    before = len(read)
    rules.read(other)
    rules.set_variables(BLUE)
    rules.reparse()
    assert len(read) == before
