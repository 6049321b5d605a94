"""Why a command cannot do its work now: told instead of doing nothing. The footer leaves such commands out."""

from collections.abc import Callable

from itatui.domain.register import Register
from itatui.locale import _
from itatui.tui.commands import COMMANDS, Command
from itatui.tui.screens.main.state import MainState
from itatui.tui.widgets.empty_words import no_measures

ON_MEASURE = frozenset(
    [
        *("quarters", "remove", "move(-1)", "move(1)", "mark", "mark_all", "assign", "to_track", "copy_link"),
        *(f"tick({quarter})" for quarter in range(1, 5)),
    ]
)
"""Commands on a measure of the list."""
ON_LIST = frozenset(["find", "narrow", "late", "mine", "meeting"])
"""Commands that need any measure in the register."""
CHANGES = frozenset(
    [
        *("edit", "add", "meeting", "remove", "move(-1)", "move(1)", "assign", "to_track", "undo", "redo"),
        *(f"tick({quarter})" for quarter in range(1, 5)),
    ]
)
"""Commands that change the register, or open something that does."""
EVERYWHERE = frozenset(["back", "save", "check"])
"""Commands that work in each pane, though only some offer them."""


def is_command(action: str) -> bool:
    """Test whether an action of the main screen is a command of the table."""
    return any(command.action == action for command in COMMANDS)


def is_offered(main: MainState, action: str) -> bool:
    """Test whether a command is offered in the place of the focus."""
    return any(_offers(main, command) for command in COMMANDS if command.action == action)


def _offers(main: MainState, command: Command) -> bool:
    return not {main.where, main.place}.isdisjoint(command.where.split())


def gives_way(main: MainState, action: str) -> bool:
    """Test whether a command that is not offered here shares a key with one that is."""
    if action in EVERYWHERE or not is_command(action) or is_offered(main, action):
        return False
    keys = {key for command in COMMANDS if command.action == action for key in command.keys}
    return any(_offers(main, other) and not keys.isdisjoint(other.keys) for other in COMMANDS)


def refusal(main: MainState, action: str) -> str:
    """Return why a command cannot do its work now; empty if it can."""
    if not is_command(action) or gives_way(main, action):
        return ""
    if action not in EVERYWHERE and not is_offered(main, action):
        return _elsewhere(main, action)
    register = main.session.register
    if register.closed and action in CHANGES:
        return closed_words(register)
    if action in ON_MEASURE and main.current_measure() is None:
        return no_measures(register, main.session.filter)
    if action in ON_LIST and not register.measures:
        return no_measures(register, main.session.filter)
    past = main.session.past
    reasons: dict[str, Callable[[], str]] = {
        "edit": lambda: _edit(main),
        "add": lambda: _add(main),
        "to_track": lambda: _to_track(main),
        "undo": past.no_undo,
        "redo": past.no_redo,
        "move(-1)": lambda: _move_up(main),
        "move(1)": lambda: _move_down(main),
    }
    return reasons[action]() if action in reasons else ""


def closed_words(register: Register) -> str:
    """Say that the register is closed and how it is opened; empty if it is open."""
    if not register.closed:
        return ""
    from itatui.wording.years import closed_words as words  # lazy: most registers are open

    return words(register)


def idle_commands(main: MainState) -> frozenset[str]:
    """Return the commands of the footer that cannot do their work now."""
    footer = {command.action for command in COMMANDS if command.foot and _offers(main, command)}
    return frozenset(action for action in footer if refusal(main, action))


def _elsewhere(main: MainState, action: str) -> str:
    """Return where a command works that is not offered here."""
    if main.where == "editor":
        return _("Finish this text first: Esc")
    if main.where == "find":
        return _("Leave the search first: Enter")
    if action == "save_and_next":
        return _("Open a text first: F2")
    return _("This works in the list of measures. Tab goes to the next pane")


def _edit(main: MainState) -> str:
    if main.current_measure() is not None or main.track:  # without measures the detail shows the track
        return ""
    return no_measures(main.session.register, main.session.filter)


def _add(main: MainState) -> str:
    return "" if main.session.register.tracks else no_measures(main.session.register, main.session.filter)


def _to_track(main: MainState) -> str:
    return _("There is no other track yet") if len(main.session.register.tracks) < 2 else ""


def _move_up(main: MainState) -> str:
    measure, register = main.current_measure(), main.session.register
    return _("This is the first measure of its track") if measure and register.number(measure) == 1 else ""


def _move_down(main: MainState) -> str:
    measure, register = main.current_measure(), main.session.register
    is_last = measure is not None and measure == register.measures_of(measure.track)[-1]
    return _("This is the last measure of its track") if is_last else ""
