"""The table of commands: action, keys, title, help and place. Key bindings, footer, help and palette read it."""

from typing import NamedTuple

from textual.binding import Binding

from itatui.locale import N_
from itatui.tui.keyboard import bound, shown


class Command(NamedTuple):
    """A command of a screen."""

    action: str
    """Name of the screen's action, without `action_`."""
    keys: tuple[str, ...]
    """Textual's names; the first is shown. A Latin letter stands for its key on both layouts."""
    title: str
    """A word or two, for the footer."""
    help: str
    where: str = "tracks measures detail"
    """Places that offer it: `tracks`, `measures`, `detail`, `editor`, `find`, or a screen such as `past`."""
    foot: int = 1
    """Priority in the footer: 1 first, 2 where there is room, 0 never."""

    @property
    def key(self) -> str:
        """The first key in print: `F2`, `^Z`."""
        return shown(self.keys[0])

    def all_keys(self) -> tuple[str, ...]:
        """Return the keys of both layouts."""
        return tuple(bound(*self.keys).split(","))


_ALL = "tracks measures detail editor find meeting long overview"
_INSIDE = "detail editor find"
_MEASURE = "measures detail"
_TICKED = "measures detail meeting long"
_UNDO = "tracks measures detail meeting long"
_MEETING = "meeting long"
_PAST = "past restoring repairing"

_SCREENS = frozenset(["past", "restoring", "repairing", "meeting", "long", "overview", "settings", "welcome"])
"""Places that are screens of their own."""

_IN_MEETING = (
    Command("review(1)", ("enter",), N_("Next, reviewed"), N_("Mark the measure as reviewed, and go on"), _MEETING),
    Command("page(1)", ("space", "pagedown"), N_("More"), N_("The next page of a long measure"), "long"),
    Command("turn(1)", ("right", "n"), N_("Next"), N_("The next measure"), _MEETING, foot=2),
    Command("decide", ("d",), N_("Decide"), N_("Note a decision: what, who is to do it, by when"), _MEETING),
    Command("write('result')", ("f2", "e"), N_("Result"), N_("Write the result"), _MEETING),
    Command("write('outcome')", ("o",), N_("Outcome"), N_("Write the outcome"), _MEETING, foot=2),
    Command("narrow", ("f3", "l"), N_("Which"), N_("Which measures: of one track, late only, all"), _MEETING, foot=2),
    Command("stop", ("escape", "f5"), N_("Stop"), N_("Leave the meeting; it goes on here next time"), _MEETING),
    Command("end", ("f8", "x"), N_("End"), N_("End the meeting, and see its minutes"), _MEETING),
    Command("theme", ("t",), N_("Dark/light"), N_("Light signs on black, or black ones on white"), _MEETING, foot=2),
    Command("turn(-1)", ("left", "p"), N_("Previous"), N_("The measure before"), _MEETING, foot=0),
    Command("page(-1)", ("pageup",), N_("Page back"), N_("The page before"), "long", foot=0),
    Command("review(0)", ("r",), N_("Reviewed"), N_("Mark it as reviewed, or not, and stay"), _MEETING, foot=0),
    Command("settle", ("c",), N_("Settled"), N_("The oldest open decision is carried out"), _MEETING, foot=0),
)
"""Commands of a meeting. `long` is a meeting at a measure of several pages."""

COMMANDS = (
    Command("help", ("f1", "question_mark"), N_("Help"), N_("This list of what can be done"), _ALL),
    *_IN_MEETING,
    Command("edit", ("f2", "e"), N_("Edit"), N_("Write in the field under the cursor; from the list, in the result")),
    Command("find", ("f3", "ctrl+f"), N_("Find"), N_("Measures with a text in them, however it is spelt")),
    Command("quarters", ("f4", "t"), N_("Quarters"), N_("Go to the quarters, to tick them with Space")),
    Command("meeting", ("f5",), N_("Meeting"), N_("The review meeting: one measure at a time, in large spacing")),
    Command("overview", ("f6",), N_("Overview"), N_("Tracks by quarters, what is late, and what is due next"), foot=2),
    Command(
        "history", ("f7", "h"), N_("History"), N_("What was changed, when and by whom; to take any of it back"), foot=2
    ),
    Command("repair", ("r",), N_("Repairs"), N_("Marks out of order, and doubtful places, to mend"), foot=0),
    Command("report", ("f8", "p"), N_("Report"), N_("The bordered table of the measures in the list")),
    Command("save", ("ctrl+s",), N_("Save"), N_("Save at once; it is done by itself a second later anyway"), "editor"),
    Command("back", ("escape",), N_("Back"), N_("Out of the field, to the list, to the whole list"), _INSIDE),
    Command("undo", ("ctrl+z", "f9"), N_("Undo"), N_("Take back your latest change, also of an earlier day"), _UNDO),
    Command("quit", ("ctrl+q", "f12"), N_("Quit"), N_("Leave; everything is saved"), _ALL),
    Command(
        "add",
        ("ctrl+n", "insert"),
        N_("Add"),
        N_("A new measure after the one under the cursor"),
        "measures detail",
        foot=2,
    ),
    Command(
        "remove", ("delete", "ctrl+d"), N_("Remove"), N_("Remove the measure, after a question"), "measures", foot=2
    ),
    Command(
        "narrow", ("n", "f11"), N_("Narrow"), N_("Only a unit, a quarter, what is missing; and in which order"), foot=2
    ),
    Command("mine", ("m",), N_("Mine"), N_("Only what your own unit is responsible for, or all again"), foot=0),
    Command("late", ("l",), N_("Late"), N_("Only the measures that are late, or all again"), foot=2),
    Command("move(-1)", ("[", "alt+up"), N_("Up"), N_("Move the measure up in its track"), "measures", foot=0),
    Command("move(1)", ("]", "alt+down"), N_("Down"), N_("Move it down"), "measures", foot=0),
    Command(
        "mark",
        ("space",),
        N_("Mark"),
        N_("Mark a measure, and go on: what follows is done to all marked"),
        "measures",
        foot=0,
    ),
    Command("mark_all", ("a",), N_("Mark all"), N_("Mark all that is in the list, or none of it"), "measures", foot=0),
    Command("assign", ("o",), N_("Assign"), N_("Who is responsible, for all that are marked"), _MEASURE, foot=0),
    Command("go", ("g",), N_("Go to"), N_("Straight to a pane or a field, by a number"), foot=0),
    Command(
        "save_and_next",
        ("ctrl+g",),
        N_("Next"),
        N_("Save, and write in the same field of the next measure"),
        "editor",
    ),
    Command("redo", ("ctrl+y", "f10"), N_("Redo"), N_("Make again what you took back"), _UNDO, foot=0),
    Command("settings", ("s",), N_("Settings"), N_("Language, colours and the like"), foot=0),
    Command("app.language", ("ctrl+t",), N_("Language"), N_("Thai or English, at once"), _ALL, foot=0),
    Command("open_other", ("ctrl+o",), N_("Open"), N_("Another register, or a new one"), foot=0),
    Command(
        "app.redraw",
        ("ctrl+l",),
        N_("Redraw"),
        N_("Draw the screen anew, when something wrote over it"),
        _ALL,
        foot=0,
    ),
    Command("tick(1)", ("1",), N_("Quarter 1"), N_("Tick quarter 1 as done, or untick it"), _TICKED, foot=0),
    Command("tick(2)", ("2",), N_("Quarter 2"), N_("Tick quarter 2 as done, or untick it"), _TICKED, foot=0),
    Command("tick(3)", ("3",), N_("Quarter 3"), N_("Tick quarter 3 as done, or untick it"), _TICKED, foot=0),
    Command("tick(4)", ("4",), N_("Quarter 4"), N_("Tick quarter 4 as done, or untick it"), _TICKED, foot=0),
    Command("undo_entry", ("enter", "u"), N_("Take back"), N_("Take back the change under the cursor"), "past"),
    Command("go_back_to", ("enter",), N_("Go back to it"), N_("Make the register as it was then"), "restoring"),
    Command("choose(1)", ("enter", "right", "space"), N_("Change"), N_("The next choice, or another text"), "settings"),
    Command("choose(-1)", ("left",), N_("Back"), N_("The choice before"), "settings", foot=0),
    Command("take", ("enter",), N_("Open"), N_("Do what is under the cursor"), "welcome"),
    Command("take", ("enter", "space"), N_("Take"), N_("Repair the place under the cursor"), "repairing"),
    Command("skip", ("s",), N_("Skip"), N_("Leave it as it is, and take it off the list"), "repairing"),
    Command("take_all", ("a",), N_("Take all"), N_("Repair all that is listed, as one change"), "repairing"),
    Command("widen", ("r",), N_("Whole register"), N_("Go on to the repairs of the whole register"), "repairing"),
    Command(
        "undo_repair",
        ("ctrl+z", "f9"),
        N_("Undo"),
        N_("Take back your latest change, also of an earlier day"),
        "repairing",
        foot=0,
    ),
    Command("leave", ("escape", "f7"), N_("Back"), N_("Back to where one came from"), f"{_PAST} settings welcome"),
    Command("widen", ("a",), N_("All"), N_("The history of the whole register, or of the one alone again"), "past"),
    Command("restore", ("r",), N_("Old registers"), N_("The whole register as it was before, to go back to"), "past"),
    Command("other_pane", ("tab", "shift+tab"), N_("Text"), N_("To the text below the list, and back"), _PAST),
    Command("stop", ("escape", "f6"), N_("Back"), N_("Back to where one came from"), "overview"),
)
"""Every command, in the order of the footer."""


def of_main(command: Command) -> bool:
    """Test whether a command belongs to the main screen."""
    return not set(command.where.split()) <= _SCREENS


def bindings(place: str = "") -> list[Binding]:
    """Return the key bindings of a screen's commands; without a place, those of the main screen."""
    return [
        Binding(",".join(command.all_keys()), command.action, command.title, show=False, priority=_over_text(command))
        for command in COMMANDS
        if (place in command.where.split() if place else of_main(command))
    ]


def _over_text(command: Command) -> bool:
    """Test whether a command's keys work while a text is edited: none of them may be a letter."""
    return "editor" in command.where and command.action not in ("help", "back")
