"""The progress of a long document, on a terminal alone."""

import io

import pytest

from itatui.cli.terminal.progress_bar import ProgressBar, with_progress
from tests.support.command_line import TerminalStream


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, patience_s: float) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    bar = ProgressBar("[/] \x1breport.pdf", patience_s)
    for done in range(3):
        bar.show(done, 3)
    bar.end()
    return stream.getvalue()


def test_long_document_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    written = shown(TerminalStream(), monkeypatch, 0.0)
    assert written.startswith("\r[/] ␛report.pdf ░") and written.endswith("0/3\x1b[K\r\x1b[K")


def test_short_document_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(TerminalStream(), monkeypatch, 60.0) == ""


def test_nothing_is_shown_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch, 0.0) == ""


def test_items_are_counted_and_the_bar_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stream := TerminalStream())
    monkeypatch.setenv("TERM", "xterm")
    assert list(with_progress("ab", 2)) == ["a", "b"]
    assert "█" * 10 + "░" * 10 + " 1/2" in stream.getvalue() and stream.getvalue().endswith("\r\x1b[K")
