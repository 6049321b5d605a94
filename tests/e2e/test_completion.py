"""The completion key in real shells. A shell that is not installed is skipped."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from tests.support.terminal import Server, Terminal

LINES = [
    ("itatui res", "itatui restore "),
    ("itatui --lang=en rep", "itatui --lang=en rep"),  # repair, report
    ("itatui set IIT-2 out", "itatui set IIT-2 outcome="),
    ("itatui set IIT-2 outcome=x evi", "itatui set IIT-2 outcome=x evidence="),
    ("itatui set IIT-2 --tick 3 outc", "itatui set IIT-2 --tick 3 outcome="),
    ("itatui report --track E", "itatui report --track EIT "),
    ("itatui report --track=O", "itatui report --track=OIT "),
    ("itatui report --status un", "itatui report --status un"),  # under-way, unplanned
    ("itatui list --sort d", "itatui list --sort due "),
    ("itatui new 2568 --from last", "itatui new 2568 --from last_year.json "),
    ("itatui completion z", "itatui completion zsh "),
    ("itatui move reg", "itatui move reg"),  # only measures
    ("itatui --lang th show reg", "itatui --lang th show register "),
    ("itatui doctor --js", "itatui doctor --json "),
    ("itatui list --unit กองแ", "itatui list --unit กองแผน\\ และงบ "),
]
"""What is typed before the completion key, and the line after it."""


@pytest.fixture
def script(tmp_path: Path, environment: dict[str, str], file: RegisterFile) -> Callable[[str], Path]:
    """Put `itatui` on the path of a server opened later, and return a function that writes the script for a shell."""
    program = tmp_path / "bin" / "itatui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m itatui "$@"\n', "utf-8")
    program.chmod(0o755)
    environment["PATH"] = f"{program.parent}:{environment['PATH']}"
    (tmp_path / "last_year.json").touch()
    environment["ITATUI_REGISTER"] = str(file.path)
    file.apply(set_field(file.load().measures[0], "responsible", ("กองแผน และงบ",)))

    def written(shell: str) -> Path:
        if shutil.which(shell) is None:
            pytest.skip(f"there is no {shell} here")
        path = tmp_path / f"completion.{shell}"
        done = subprocess.run([program, "--lang", "en", "completion", shell], env=environment, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")
        path.write_bytes(done.stdout)
        return path

    return written


def line_after_tab(terminal: Terminal, typed: str) -> str:
    """Type a line and the completion key, and return the line once a letter typed after it is shown."""
    terminal.write(typed)
    terminal.press("Tab")
    terminal.write("@")
    terminal.wait_until(lambda: any("@" in line for line in terminal.lines))
    line = next(line for line in reversed(terminal.lines) if line.startswith("> ") and "@" in line)
    terminal.press("C-u", "C-l")
    terminal.wait_until(lambda: not any("@" in line for line in terminal.lines))
    return line.removeprefix("> ").partition("@")[0]


def test_bash_completes_every_kind_of_word(script: Callable[[str], Path], server: Server) -> None:
    path = script("bash")
    terminal = server.open("bash", "--norc", "--noprofile", size=(100, 24))
    terminal.write(f"PS1='> '; source {path}; clear; complete -p itatui; echo rea''dy\n")
    terminal.wait_for("ready")
    assert "complete -F _itatui itatui" in terminal.text
    assert [line_after_tab(terminal, typed) for typed, _line in LINES] == [line for _typed, line in LINES]


def test_zsh_completes_every_kind_of_word(script: Callable[[str], Path], server: Server) -> None:
    path = script("zsh")
    terminal = server.open("zsh", "-f", size=(100, 24))
    setting = "unsetopt auto_menu auto_list list_beep auto_remove_slash auto_param_keys; setopt rm_star_silent"
    terminal.write(f"PS1='> '; {setting}; autoload -U compinit; compinit -D -u; source {path}; clear; echo rea''dy\n")
    terminal.wait_for("ready")
    found = [line_after_tab(terminal, typed) for typed, _line in LINES]
    assert found == [line for _typed, line in LINES]


def test_fish_offers_every_kind_of_word(
    tmp_path: Path, environment: dict[str, str], script: Callable[[str], Path]
) -> None:
    path = script("fish")
    lines = [*(typed for typed, _line in LINES)]
    asked = "\n".join(f'echo "$(complete -C "{line}" | string split -f1 \\t | string join " ")"' for line in lines)
    (tmp_path / "ask.fish").write_text(f"source {path}\n{asked}\n", "utf-8")
    command = ["fish", "--no-config", str(tmp_path / "ask.fish")]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True)
    assert done.stderr == b""
    offered = dict(zip(lines, (line.split() for line in done.stdout.decode().splitlines()), strict=True))
    assert offered == {
        "itatui res": ["restore"],
        "itatui --lang=en rep": ["repair", "report"],
        "itatui set IIT-2 out": ["outcome="],
        "itatui set IIT-2 outcome=x evi": ["evidence="],
        "itatui set IIT-2 --tick 3 outc": ["outcome="],
        "itatui report --track E": ["EIT"],
        "itatui report --track=O": ["--track=OIT"],
        "itatui report --status un": ["under-way", "unplanned"],
        "itatui list --sort d": ["due"],
        "itatui new 2568 --from last": ["last_year.json"],
        "itatui completion z": ["zsh"],
        "itatui move reg": [],
        "itatui --lang th show reg": ["register"],
        "itatui doctor --js": ["--json"],
        "itatui list --unit กองแ": ["กองแผน", "และงบ"],
    }
