"""The progress of a long document, on a terminal alone."""

import io

import pytest

from itatui.cli import document_options
from itatui.cli.document_options import ProgressBar


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, patience: float) -> str:
    monkeypatch.setattr(document_options, "PATIENCE_S", patience)
    monkeypatch.setattr(document_options, "_REFRESH_S", -1.0)
    monkeypatch.setattr("sys.stderr", stream)
    bar = ProgressBar("[/] report.pdf")
    for done in range(3):
        bar.show(done, 3)
    bar.end()
    return stream.getvalue()


def test_long_document_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "[/] report.pdf" in shown(Terminal(), monkeypatch, -1.0)


def test_short_document_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(Terminal(), monkeypatch, 60.0) == ""


def test_nothing_is_shown_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch, -1.0) == ""
