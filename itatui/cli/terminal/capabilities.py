"""Checks of the terminal's ability to show Thai, from the environment and tmux, each with its cure."""

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
"""Device names of the Linux console."""
TMUX_TIMEOUT_S = 2.0


def require_capable_terminal() -> None:
    """Raise `ItatuiError`, with the cure, if the terminal cannot show the screen in Thai."""
    for check in _readable(lambda: [*([] if _is_term_linux_doubtful() else [_kind()]), *_tmux()]):
        if not check.good:
            line = _("{facts}; {cure}, or open anyway with: itatui open --anyway")
            raise ItatuiError(line.format(facts=check.facts, cure=check.cure))


def _is_term_linux_doubtful() -> bool:
    """Return whether `TERM=linux` may describe another terminal: PuTTY can send it, and SSH hides the device."""
    try:
        device = os.ttyname(1)
    except OSError:
        device = ""
    return os.environ.get("TERM") == "linux" and not _CONSOLE.fullmatch(device)


def terminal_checks() -> list[Check]:
    """Check the terminal by its environment, and tmux by its own answer.

    If the terminal cannot show Thai, switch the interface to English, so that the cure can be read.
    """
    return _readable(lambda: [_kind(), *_tmux()])


def sara_am_check(sara_am: str) -> Check:
    """Describe the spelling of ำ on this terminal and its reason. `sara_am` is the configured value, from `SARA_AM`.

    Switches to English as `terminal_checks` does.
    """
    (check,) = _readable(lambda: [_sara_am(sara_am)])
    return check


def _readable(make: Callable[[], list[Check]]) -> list[Check]:
    checks = make()
    if all(check.good for check in checks):
        return checks
    speak("en")
    return make()


def _kind() -> Check:
    name = os.environ.get("TERM", "")
    facts, cure = safe(name) or _("not set"), ""
    if name == "linux":
        facts = _("the Linux console (TERM=linux) cannot show Thai")
        cure = _(
            "connect with a graphical terminal such as GNOME Terminal, Konsole or PuTTY (if this "
            "is one, type: export TERM=xterm-256color)"
        )
    elif name == "dumb":
        facts = _("this terminal (TERM=dumb) cannot show a full screen")
        cure = _("use another terminal (if this one can, type: export TERM=xterm-256color)")
    return Check("terminal", _("terminal"), facts, cure)


def _tmux() -> list[Check]:
    """Check that the surrounding tmux writes UTF-8 to its terminal. No check without tmux, or without its answer."""
    if not os.environ.get("TMUX"):
        return []
    import subprocess  # lazy: only needed inside tmux

    words = ["tmux", "display-message", "-p", "#{client_utf8}#{client_control_mode}"]
    try:
        answer = subprocess.run(
            words, capture_output=True, timeout=TMUX_TIMEOUT_S, check=False, stdin=subprocess.DEVNULL
        ).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return []
    if answer == b"00":  # in control mode (second digit 1) the outer terminal draws, and gets the text unchanged
        facts = _("tmux was started without UTF-8, so it shows _ for each Thai letter")
        return [Check("tmux", "tmux", facts, _("detach (Ctrl+B d) and type: tmux -u attach"))]
    return [Check("tmux", "tmux", "UTF-8")] if answer else []


def _sara_am(sara_am: str) -> Check:
    whole, split = _("ำ is sent unchanged"), _("ำ is sent as two characters, which look the same and take two cells")
    cells, cure = output_spelling.probed_width(), ""
    if sara_am != AUTO:
        facts = _("set in the configuration file: {how}").format(how=split if sara_am == SPLIT else whole)
    elif cells is None:
        facts = _("no terminal reported how many cells ทำ takes: {how}").format(how=whole)
    elif cells in CELLS:
        facts = _("ทำ takes {cells} of 2 cells: {how}").format(
            cells=cells, how=split if CELLS[cells] == SPLIT else whole
        )
    else:
        facts = _("ทำ takes {cells} cells: this terminal is not set to UTF-8").format(cells=cells)
        cure = _("set its character set to UTF-8 (PuTTY: Window, Translation; screen: screen -U)")
    return Check("sara_am", _("width of ำ"), facts, cure)
