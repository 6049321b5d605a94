"""Whether this terminal can show Thai, by what it says of itself, and the cure where not. Nothing is drawn here."""

import os
import re
from collections.abc import Callable

from itatui.cli.terminal import output_spelling
from itatui.domain.health import Check
from itatui.errors import ItatuiError
from itatui.locale import _, speak
from itatui.thai import safe
from itatui.thai.sara_am import AUTO, CELLS, SPLIT

_CONSOLE = re.compile("/dev/(tty[0-9]+|console)")
"""The devices of the Linux console."""
PATIENCE = 2.0
"""Seconds after which tmux does not answer."""


def refuse_the_unable() -> None:
    """Raises `ItatuiError`, in a line with the cure, in a terminal on which the screen would be no use."""
    for finding in _readable(lambda: [*([] if _may_be_another() else [_kind()]), *_tmux()]):
        if not finding.good:
            line = _("{facts}; {cure}, or go on all the same: itatui open --anyway")
            raise ItatuiError(line.format(facts=finding.facts, cure=finding.cure))


def _may_be_another() -> bool:
    """Whether `TERM=linux` may be said of a terminal that is none: PuTTY can be told to, and a line hides it."""
    try:
        device = os.ttyname(1)
    except OSError:
        device = ""
    return os.environ.get("TERM") == "linux" and not _CONSOLE.fullmatch(device)


def ability() -> list[Check]:
    """What the environment says of the terminal, and tmux of its own.

    Where Thai cannot be shown English is spoken from now on: nobody could read the cure.
    """
    return _readable(lambda: [_kind(), *_tmux()])


def spelling(sara_am: str) -> Check:
    """How ำ goes to this terminal, one of `SARA_AM`, and why; in English as `ability` does."""
    (found,) = _readable(lambda: [_spelling(sara_am)])
    return found


def _readable(look: Callable[[], list[Check]]) -> list[Check]:
    found = look()
    if all(finding.good for finding in found):
        return found
    speak("en")
    return look()


def _kind() -> Check:
    name = os.environ.get("TERM", "")
    facts, cure = safe(name) or _("none is set"), ""
    if name == "linux":
        facts = _("the Linux console (TERM=linux) cannot show Thai")
        cure = _(
            "connect with a graphical terminal such as GNOME Terminal, Konsole or PuTTY "
            "(is this one? type: export TERM=xterm-256color)"
        )
    elif name == "dumb":
        facts = _("this terminal (TERM=dumb) can show no screen")
        cure = _("use another terminal (is this a real one? type: export TERM=xterm-256color)")
    return Check("terminal", _("terminal"), facts, cure)


def _tmux() -> list[Check]:
    """Whether the tmux that one is in writes UTF-8 to its own terminal; nothing when it is silent, or there is none."""
    if not os.environ.get("TMUX"):
        return []
    import subprocess  # here, because few commands start another

    words = ["tmux", "display-message", "-p", "#{client_utf8}#{client_control_mode}"]
    try:
        told = subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return []
    if told.stdout.strip() == b"00":  # a terminal that draws for tmux itself (control mode) gets all as it is
        facts = _("tmux was started without UTF-8, and shows _ for each Thai letter")
        return [Check("tmux", "tmux", facts, _("leave it (Ctrl+B d) and type: tmux -u attach"))]
    return [Check("tmux", "tmux", "UTF-8")] if told.stdout.strip() else []


def _spelling(sara_am: str) -> Check:
    whole, split = _("ำ is sent as it is"), _("ำ is sent as two signs, which look the same and take two")
    cells, cure = output_spelling.width(), ""
    if sara_am != AUTO:
        facts = _("by the configuration {how}").format(how=split if sara_am == SPLIT else whole)
    elif cells is None:
        facts = _("no terminal that says how many cells ทำ takes: {how}").format(how=whole)
    elif cells in CELLS:
        facts = _("ทำ takes {cells} of 2 cells: {how}").format(
            cells=cells, how=split if CELLS[cells] == SPLIT else whole
        )
    else:
        facts = _("ทำ takes {cells} cells: this terminal does not read UTF-8").format(cells=cells)
        cure = _("set its character set to UTF-8 (PuTTY: Window, Translation; screen: screen -U)")
    return Check("sara_am", _("width of ำ"), facts, cure)
