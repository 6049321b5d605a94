"""The table of commands: action, keys, title, help and place. Key bindings, footer and help read it."""

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
    group: str = ""
    """Keys that it stands for in the footer, such as `1–4`, where a click does nothing; empty: its own."""

    def is_offered(self, place: str) -> bool:
        """Test whether a place offers the command, even if its keys are text there."""
        return not {place, COMMANDS_OF.get(place, place)}.isdisjoint(self.where.split())

    def keys_in(self, place: str) -> tuple[str, ...]:
        """Return the keys that work in a place; none if the command is not offered there."""
        if not self.is_offered(place):
            return ()
        return tuple(key for key in self.keys if not _is_sign(key)) if place in TEXTS else self.keys

    def key(self, place: str) -> str:
        """Return the keys that work in a place, in print: `F2`, `^Z`, `1–4`."""
        return self.group or shown(self.keys_in(place)[0])

    def all_keys(self) -> tuple[str, ...]:
        """Return the keys of both layouts."""
        return tuple(bound(*self.keys).split(","))


TEXTS = frozenset(["detail", "editor", "listed", "find"])
"""Places where signs are text. `detail` is the detail with the cursor on a text: a sign begins to write there."""
COMMANDS_OF = {"quarters": "detail", "listed": "editor"}
"""Places with the commands of another: `quarters` is the detail with the cursor on a checkbox, `listed` the editor of
a field whose values can be chosen from a list."""

_REGISTERS = "welcome registers"
_INSIDE_REGISTER = "tracks measures detail editor find meeting long overview minutes report setup year"
_IN_FRONT = "past restoring repairing settings importing checking comparing"
_ALL = f"{_INSIDE_REGISTER} {_IN_FRONT} {_REGISTERS}"
_INSIDE = "detail editor find"
_MEASURE = "measures detail"
_TICKED = "measures detail"
_UNDO = "tracks measures detail meeting long minutes setup checking"
_MEETING = "meeting long"
_PRINTOUTS = "overview minutes report year"
_PAST = "past restoring repairing"

_SCREENS = frozenset(
    [
        "past",
        "restoring",
        "repairing",
        "meeting",
        "long",
        "overview",
        "minutes",
        "report",
        "settings",
        "setup",
        "importing",
        "checking",
        "comparing",
        "year",
        "welcome",
        "registers",
    ]
)
"""Places that are screens of their own."""

_IN_MEETING = (
    Command(
        "review(1)", ("enter",), N_("Review, next"), N_("Mark the measure as reviewed and go to the next"), _MEETING
    ),
    Command("page(1)", ("space", "pagedown"), N_("More"), N_("The next page of a long measure"), "long"),
    Command("turn(1)", ("right", "n"), N_("Next"), N_("The next measure"), _MEETING, foot=2),
    Command("tick(1)", ("1",), N_("Tick"), N_("Tick quarter 1 as done, or untick it"), _MEETING, group="1–4"),
    Command("decide", ("d",), N_("Decide"), N_("Record a decision: text, responsible, due date"), _MEETING),
    Command("settle", ("c",), N_("Mark done"), N_("Mark the oldest open decision as done"), _MEETING, foot=2),
    Command("write('result')", ("f2", "e"), N_("Result"), N_("Write the result"), _MEETING, foot=2),
    Command("write('outcome')", ("o",), N_("Outcome"), N_("Write the outcome"), _MEETING, foot=2),
    Command("narrow", ("f3", "l"), N_("Choose"), N_("Choose measures: one track, late only, or all"), _MEETING, foot=2),
    Command("stop", ("escape", "f5"), N_("Leave"), N_("Leave the meeting; next time it continues here"), _MEETING),
    Command("end", ("f8", "x"), N_("End"), N_("End the meeting and show its minutes"), _MEETING),
    Command("minutes", ("f6",), N_("See minutes"), N_("The minutes so far, or of the last meeting"), _MEETING, foot=2),
    Command("theme", ("t",), N_("Dark/light"), N_("Light text on black, or black text on white"), _MEETING, foot=2),
    Command("turn(-1)", ("left", "p"), N_("Previous"), N_("The previous measure"), _MEETING, foot=0),
    Command("page(-1)", ("pageup",), N_("Page back"), N_("The previous page"), "long", foot=0),
    Command("review(0)", ("r",), N_("Reviewed"), N_("Mark as reviewed, or unmark, and stay here"), _MEETING, foot=0),
    Command("tick(2)", ("2",), N_("Quarter 2"), N_("Tick quarter 2 as done, or untick it"), _MEETING, foot=0),
    Command("tick(3)", ("3",), N_("Quarter 3"), N_("Tick quarter 3 as done, or untick it"), _MEETING, foot=0),
    Command("tick(4)", ("4",), N_("Quarter 4"), N_("Tick quarter 4 as done, or untick it"), _MEETING, foot=0),
)
"""Commands of a meeting. `long` is a meeting at a measure of several pages."""

COMMANDS = (
    Command("help", ("f1", "question_mark"), N_("Help"), N_("Show this help"), _ALL),
    *_IN_MEETING,
    Command("edit", ("f2", "e"), N_("Edit"), N_("Edit this field (from the list: the result)")),
    Command("add", ("ctrl+n", "insert"), N_("Add"), N_("Add a measure below"), foot=2),
    Command("find", ("f3", "ctrl+f"), N_("Find"), N_("Find measures by text, ignoring misplaced marks")),
    Command("quarters", ("f4", "t"), N_("Quarters"), N_("Go to the quarters; tick them with Space")),
    Command("meeting", ("f5",), N_("Meeting"), N_("Review meeting, one measure at a time"), foot=2),
    Command(
        "overview", ("f6",), N_("Overview"), N_("Progress by track and quarter, late measures, next due date"), foot=2
    ),
    Command(
        "history", ("f7", "h"), N_("History"), N_("See what was changed, when and by whom; undo any of it"), foot=2
    ),
    Command("repair", ("r",), N_("Text fixes"), N_("Fix misplaced marks and likely typing errors"), foot=0),
    Command("report", ("f8", "p"), N_("Report"), N_("Report on the measures listed")),
    Command("choose_value", ("f4",), N_("Pick"), N_("Choose from a list: units, a measure, a file"), "listed"),
    Command("copy_link", ("ctrl+c",), N_("Copy link"), N_("Copy the link of the evidence"), _MEASURE, foot=0),
    Command("save", ("ctrl+s",), N_("Save"), N_("Save now (it also saves by itself after a second)"), "editor"),
    Command(
        "write_outside",
        ("ctrl+e",),
        N_("Own editor"),
        N_("Write this text in your own editor ($VISUAL or $EDITOR)"),
        "editor",
        foot=2,
    ),
    Command("back", ("escape",), N_("Back"), N_("Leave the field, go to the list, then show the whole list"), _INSIDE),
    Command("undo", ("ctrl+z", "f9"), N_("Undo"), N_("Undo your last change, even one from an earlier day"), _UNDO),
    Command("quit", ("ctrl+q", "f12"), N_("Quit"), N_("Quit (everything is saved)"), f"{_INSIDE_REGISTER} registers"),
    Command("remove", ("delete", "ctrl+d"), N_("Delete"), N_("Delete the measure (asks first)"), "measures", foot=2),
    Command("narrow", ("n", "f11"), N_("Filter"), N_("Filter by unit, quarter or what is missing; sort"), foot=2),
    Command("mine", ("m",), N_("Mine"), N_("Show my unit's measures only, or all"), foot=0),
    Command("late", ("l",), N_("Late"), N_("Show late measures only, or all"), foot=2),
    Command(
        "check",
        ("ctrl+k",),
        N_("Check"),
        N_("Publish check: what to fix; from the field of a finding, the next one"),
        foot=2,
    ),
    Command("year", ("y",), N_("Year"), N_("The year: due dates, scores, last year, evidence, closing"), foot=0),
    Command("move(-1)", ("[", "alt+up"), N_("Up"), N_("Move the measure up in its track"), "measures", foot=0),
    Command("move(1)", ("]", "alt+down"), N_("Down"), N_("Move the measure down in its track"), "measures", foot=0),
    Command(
        "mark",
        ("space",),
        N_("Select"),
        N_("Select and move down; commands then apply to the selection"),
        "measures",
        foot=0,
    ),
    Command("mark_all", ("a",), N_("Select all"), N_("Select all, or none"), "measures", foot=0),
    Command("assign", ("o",), N_("Assign"), N_("Assign the selected measures"), _MEASURE, foot=0),
    Command("to_track", ("v",), N_("To track"), N_("Move the selected measures to another track"), "measures", foot=0),
    Command("go", ("g",), N_("Go to"), N_("Jump to a pane or field by number"), foot=0),
    Command(
        "save_and_next",
        ("ctrl+g",),
        N_("Next"),
        N_("Save and edit the same field of the next measure"),
        "editor",
    ),
    Command("redo", ("ctrl+y", "f10"), N_("Redo"), N_("Redo what you undid"), _UNDO, foot=0),
    Command("setup", ("ctrl+r",), N_("Register"), N_("Agency, signatories, rounds, fields, tracks, forms"), foot=0),
    Command("settings", ("s",), N_("Settings"), N_("Language, colours and other settings"), foot=0),
    Command(
        "app.language",
        ("ctrl+t",),
        N_("Language"),
        N_("Switch Thai/English"),
        f"{_INSIDE_REGISTER} {_IN_FRONT}",
        foot=0,
    ),
    Command("open_other", ("ctrl+o",), N_("Open"), N_("Open or create a register"), foot=0),
    Command("import_document", ("i",), N_("Import"), N_("Import a document: Word, Excel, PDF, CSV"), foot=0),
    Command(
        "app.redraw",
        ("ctrl+l",),
        N_("Redraw"),
        N_("Redraw the screen"),
        _ALL,
        foot=0,
    ),
    Command("tick(1)", ("1",), N_("Quarter 1"), N_("Tick quarter 1 as done, or untick it"), _TICKED, foot=0),
    Command("tick(2)", ("2",), N_("Quarter 2"), N_("Tick quarter 2 as done, or untick it"), _TICKED, foot=0),
    Command("tick(3)", ("3",), N_("Quarter 3"), N_("Tick quarter 3 as done, or untick it"), _TICKED, foot=0),
    Command("tick(4)", ("4",), N_("Quarter 4"), N_("Tick quarter 4 as done, or untick it"), _TICKED, foot=0),
    Command("undo_entry", ("enter", "u"), N_("Undo"), N_("Undo the change under the cursor"), "past"),
    Command("go_back_to", ("enter",), N_("Restore"), N_("Restore this version"), "restoring"),
    Command("choose(1)", ("enter", "right", "space"), N_("Change"), N_("Next choice, or edit the text"), "settings"),
    Command("choose(-1)", ("left",), N_("Back"), N_("Previous choice"), "settings", foot=0),
    Command("edit_entry", ("enter", "f2", "e"), N_("Edit"), N_("Change the line under the cursor"), "setup"),
    Command("add_entry", ("ctrl+n", "insert"), N_("Add"), N_("Add a line to this part"), "setup"),
    Command(
        "remove_entry", ("delete", "ctrl+d"), N_("Delete"), N_("Delete the line (asks if it holds values)"), "setup"
    ),
    Command(
        "write_form",
        ("ctrl+e",),
        N_("Own editor"),
        N_("Change a form, or a copy of one of itatui, in your own editor ($VISUAL or $EDITOR)"),
        "setup",
        foot=2,
    ),
    Command("move_entry(-1)", ("[", "alt+up"), N_("Up"), N_("Move the line up"), "setup", foot=2),
    Command("move_entry(1)", ("]", "alt+down"), N_("Down"), N_("Move the line down"), "setup", foot=2),
    Command("to_track", ("v",), N_("To track"), N_("Move all measures of the track to another"), "setup", foot=2),
    Command("mend", ("enter",), N_("Go to"), N_("Go to the field of the finding"), "checking"),
    Command("next_finding", ("ctrl+k",), N_("Next"), N_("The next finding of the list"), "checking", foot=2),
    Command(
        "quiet", ("s",), N_("Except"), N_("Stop applying this rule here, with a reason; or apply it again"), "checking"
    ),
    Command("go_there", ("enter",), N_("Go to"), N_("Go to this measure in the register"), "comparing"),
    Command("choose_file", ("f",), N_("File"), N_("Compare with another register"), "comparing"),
    Command("take", ("enter",), N_("Open"), N_("Run the item under the cursor"), _REGISTERS),
    Command("take", ("enter", "space"), N_("Fix"), N_("Fix the place under the cursor"), "repairing"),
    Command("skip", ("s",), N_("Skip"), N_("Keep it as it is and take it off the list"), "repairing"),
    Command("take_all", ("a",), N_("Fix all"), N_("Fix everything in the list, as one change"), "repairing"),
    Command("widen", ("r",), N_("Whole register"), N_("Show the text fixes of the whole register"), "repairing"),
    Command(
        "undo_repair",
        ("ctrl+z", "f9"),
        N_("Undo"),
        N_("Undo your last change, even one from an earlier day"),
        "repairing",
        foot=0,
    ),
    Command("take", ("enter", "ctrl+s"), N_("Import"), N_("Make all these changes, as one"), "importing"),
    Command(
        "change_line", ("space", "f2", "e"), N_("Change"), N_("Leave the line out, answer it, or choose"), "importing"
    ),
    Command("take_all", ("a",), N_("As proposed"), N_("Take all guessed values as proposed"), "importing"),
    Command("leave", ("escape",), N_("Cancel"), N_("Leave everything as it was"), "importing"),
    Command("leave", ("escape", "f7"), N_("Back"), N_("Back to the previous screen"), f"{_PAST} settings setup"),
    Command("leave", ("escape",), N_("Back"), N_("Back to the previous screen"), "checking comparing"),
    Command("app.language", ("ctrl+t",), N_("Thai/English"), N_("Switch Thai/English"), _REGISTERS),
    Command("leave", ("escape", "ctrl+q", "f12"), N_("Exit"), N_("Quit; nothing is created"), "welcome"),
    Command("leave", ("escape",), N_("Back"), N_("Back to the open register"), "registers"),
    Command("widen_history", ("a",), N_("All"), N_("History of the whole register, or of this item only"), "past"),
    Command(
        "restore", ("r",), N_("Earlier versions"), N_("Earlier versions of the whole register, to restore"), "past"
    ),
    Command(
        "other_pane",
        ("tab", "shift+tab"),
        N_("Text"),
        N_("Switch between the list and the text below"),
        f"{_PAST} setup importing checking comparing",
    ),
    Command("choose_table", ("y",), N_("The year"), N_("Choose another table of the year"), "year comparing"),
    Command("write_scores", ("enter", "f2"), N_("Scores"), N_("Write last year's scores by indicator"), "year"),
    Command("choose_measures", ("m",), N_("Measures"), N_("Choose the measures that answer an indicator"), "year"),
    Command(
        "verify", ("v",), N_("Files"), N_("Check whether the evidence files are there, without the network"), "year"
    ),
    Command(
        "widen_table",
        ("w",),
        N_("Width"),
        N_("Make the table wider than the screen, or fit it to the screen"),
        _PRINTOUTS,
        foot=2,
    ),
    Command("sideways(1)", ("right",), N_("Right"), N_("Scroll a wide table to the right"), _PRINTOUTS, foot=0),
    Command("sideways(-1)", ("left",), N_("Left"), N_("Scroll a wide table to the left"), _PRINTOUTS, foot=0),
    Command("choose_form", ("f",), N_("Form"), N_("Choose the form of the table"), "report"),
    Command("choose_round", ("r",), N_("Round"), N_("Choose the round of reporting, or the whole year"), "report"),
    Command(
        "export", ("e",), N_("Export"), N_("Write a PDF, DOCX, XLSX, HTML or CSV"), "overview report year comparing"
    ),
    Command("export", ("x",), N_("Export"), N_("Write a PDF, DOCX, XLSX, HTML or CSV"), "minutes"),
    Command("print", ("p",), N_("Print"), N_("Print on paper"), f"{_PRINTOUTS} comparing"),
    Command("details", ("f2", "e"), N_("Details"), N_("Edit number, place, times and people"), "minutes"),
    Command("stop", ("escape", "f6"), N_("Back"), N_("Back to the previous screen"), "overview minutes"),
    Command("stop", ("escape", "f8"), N_("Back"), N_("Back to the previous screen"), "report"),
    Command("stop", ("escape",), N_("Back"), N_("Back to the previous screen"), "year"),
)
"""Every command, in the order of the footer."""

OFTEN = (
    *("edit", "quarters", "find", "narrow", "late", "add", "undo", "meeting", "report", "overview", "history", "quit"),
)
"""Actions of the main screen that are used most: they come first in the help."""
_MEET = N_("Meet")
TASKS = {
    N_("Write"): (
        *("edit", "save", "save_and_next", "write_outside", "details", "add", "remove", "move(-1)", "move(1)"),
        *("mark", "mark_all", "assign", "choose_value", "copy_link", "repair", "take", "skip", "take_all", "widen"),
        *("import_document", "change_line"),
    ),
    N_("Plan and tick"): ("quarters", "tick(1)", "tick(2)", "tick(3)", "tick(4)"),
    N_("Find"): ("find", "narrow", "late", "mine", "go", "other_pane"),
    N_("Set up the register"): (
        *("setup", "edit_entry", "add_entry", "remove_entry", "move_entry(-1)", "move_entry(1)", "to_track"),
        "write_form",
    ),
    _MEET: ("meeting",),
    N_("The year and publishing"): (
        *("check", "year", "mend", "next_finding", "quiet", "choose_table", "write_scores", "choose_measures"),
        *("verify", "go_there", "choose_file"),
    ),
    N_("Report and print"): (
        "report",
        "overview",
        "minutes",
        "choose_form",
        "choose_round",
        "export",
        "print",
        "widen_table",
        "sideways(1)",
        "sideways(-1)",
    ),
    N_("Go back"): (
        *("undo", "redo", "history", "widen_history", "undo_entry", "undo_repair", "restore", "go_back_to", "back"),
        *("leave", "stop"),
    ),
    N_("Program"): (
        *("help", "settings", "choose(1)", "choose(-1)", "open_other", "app.language", "app.redraw", "quit"),
    ),
}
"""Actions by the task that they serve, in the order of the help. Those of a meeting alone serve the meeting."""
PLACES = {
    "tracks": N_("tracks"),
    "measures": N_("list of measures"),
    "detail": N_("detail"),
    "editor": N_("in a text"),
    "listed": N_("in a text"),
    "find": N_("search box"),
    "past": N_("history, F7"),
    "restoring": N_("earlier versions, F7 then R"),
    "repairing": N_("text fixes, R"),
    "meeting": N_("meeting, F5"),
    "long": N_("meeting, F5"),
    "overview": N_("overview, F6"),
    "minutes": N_("minutes"),
    "report": N_("report, F8"),
    "settings": N_("settings, S"),
    "setup": N_("register, ^R"),
    "importing": N_("import, I"),
    "checking": N_("publish check, ^K"),
    "comparing": N_("comparison, Y"),
    "year": N_("tables of the year, Y"),
    "welcome": N_("first page"),
    "registers": N_("registers, ^O"),
}
"""Places, and how they are reached from the main screen."""


def task_of(command: Command) -> str:
    """Return the task that a command serves, untranslated."""
    if command in _IN_MEETING:
        return _MEET
    return next((task for task, actions in TASKS.items() if command.action in actions), "")


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


def _is_sign(key: str) -> bool:
    """Test whether a key is printable."""
    return len(key) == 1 or key in ("space", "question_mark")


def _over_text(command: Command) -> bool:
    """Test whether a command's keys work while a text is edited: none of them may be a letter."""
    return "editor" in command.where and command.action not in ("help", "back")
