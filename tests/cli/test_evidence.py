"""Notes on evidence whose target is neither a link nor a file."""

from pathlib import Path

import pytest

from tests.support.command_line import Run


@pytest.mark.parametrize(
    ("target", "is_told"), [("https://example.go.th", False), ("a.pdf", False), ("b.pdf", True), ("ก | b.pdf", True)]
)
def test_target_that_is_not_found_is_told(run: Run, path: Path, target: str, is_told: bool) -> None:
    path.with_name("a.pdf").write_text("")
    answer = run("set", "IIT-2", f"evidence={target}")
    assert answer.code == 0
    assert ("b.pdf" in answer.err) is is_told


def test_target_is_told_once(run: Run) -> None:
    run("set", "IIT-2", "evidence=b.pdf")
    assert run("set", "IIT-2", "evidence=b.pdf\na | https://example.go.th").err == ""
