"""Every dialog at every size, in both languages: it fits, its keys and refusal are in sight, its focus is shown."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import pytest
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, TextArea

from itatui.locale import _, speak
from itatui.store import RegisterFile
from itatui.store.publisher import DocumentPublisher
from itatui.store.recent import RecentRegisters
from itatui.tui import dialogs
from itatui.tui.dialogs.choose import ChooseDialog
from itatui.tui.dialogs.conflict import ConflictDialog
from itatui.tui.dialogs.decision import DecisionDialog
from itatui.tui.dialogs.evidence import EvidenceDialog, EvidenceForm
from itatui.tui.dialogs.export_form import ExportDialog
from itatui.tui.dialogs.form import FormDialog
from itatui.tui.dialogs.help import HelpDialog
from itatui.tui.dialogs.measure_form import MeasureForm
from itatui.tui.dialogs.minutes_details import MinutesDetailsDialog
from itatui.tui.dialogs.new_register import NewRegisterDialog
from itatui.tui.dialogs.progress import ProgressDialog, Steps
from itatui.tui.dialogs.prompts import Ask, Confirm
from itatui.tui.environment import Environment
from itatui.tui.screens.setup.screen import SetupScreen
from itatui.tui.widgets.caption import Caption
from tests.support.borders import torn
from tests.support.clashes import type_mine, write_elsewhere
from tests.support.desk import Desk, open_screen
from tests.support.whole_words import LANGUAGES, SIZES, cut_captions, cut_titles, out_of_sight, visible

pytestmark = pytest.mark.usefixtures("own_home")


async def _clash(desk: Desk) -> None:
    await type_mine(desk)
    write_elsewhere(RegisterFile(desk.path))
    await desk.press("escape")


async def _refused_time(desk: Desk) -> None:
    await desk.press("tab")
    await desk.write("25.00")
    await desk.press("ctrl+s")


async def _open_evidence(desk: Desk) -> None:
    await desk.go_to("evidence")
    await desk.press("enter")


async def _open_pieces(desk: Desk) -> None:
    await _open_evidence(desk)
    await desk.until(lambda: isinstance(desk.app.screen, EvidenceForm), "for the form")
    await desk.write("คำสั่งที่ 12")
    await desk.press("ctrl+s")
    await desk.saved()
    await desk.press("enter")


async def _new_register(desk: Desk) -> None:
    await desk.press("ctrl+o")
    await desk.until(lambda: _("Create a register") in desk.text, "for the ways")
    await desk.press(*["up"] * 9, "down", "enter")


async def _refused_file(desk: Desk) -> None:
    dialog = desk.app.screen
    assert isinstance(dialog, ExportDialog)
    dialog.area("path").fill("report.txt")
    await desk.press("ctrl+s")
    await desk.until(lambda: "report.txt:" in desk.text, "for the refusal")


async def _export(desk: Desk) -> None:
    desk.app.environment = desk.app.environment._replace(publisher=DocumentPublisher())
    await desk.press("f6")
    await desk.printed()
    await desk.press("e")
    await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the formats")
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, ExportDialog), "for the form")


async def _new_field(desk: Desk) -> None:
    await desk.press("ctrl+r")
    await desk.until(lambda: isinstance(desk.app.screen, SetupScreen), "for the register")
    screen = desk.app.screen
    assert isinstance(screen, SetupScreen)
    screen.go_to_key(("fields", ""))
    await desk.press("ctrl+n")


async def _reading(desk: Desk) -> None:
    def read(steps: Steps) -> None:
        steps.tell(1, 9)
        steps.stopped.wait(60)

    desk.app.push_screen(ProgressDialog("รายงาน " * 9, read))
    await desk.pilot.pause()


class Way(NamedTuple):
    """How to open a dialog, what it says about its keys, and how it refuses."""

    open: tuple[str, ...] | Callable[[Desk], Awaitable[None]]
    keys: Callable[[], str]
    """The end of the words about the keys."""
    refuse: tuple[str, ...] | Callable[[Desk], Awaitable[None]] = ()
    refusal: Callable[[], str] = str
    """Words of the refusal; none if nothing that is typed can be refused."""
    fields: bool = True
    """Whether something in it takes the focus; the choice in a conflict takes its keys from the dialog."""


WAYS: dict[type[ModalScreen[Any]], Way] = {
    Ask: Way(("o",), lambda: _("Enter: {does}   F4: choose   Esc: cancel").partition("   ")[2]),
    Confirm: Way(("delete",), lambda: _("y: yes   n or Esc: no")),
    DecisionDialog: Way(
        ("f5", "d"),
        lambda: _("Enter: next field, then save   ^S: save   Esc: cancel"),
        ("enter", "enter", "enter"),
        lambda: _("Enter the decision first"),
    ),
    MinutesDetailsDialog: Way(
        ("f5", "f8"),
        lambda: _("Tab: next   ^S: {does}   Esc: back, text kept").rpartition("   ")[2],
        _refused_time,
        lambda: _("{word} is not a time: write it as 09:30 or 9.30").format(word="25.00")[:16],
    ),
    ConflictDialog: Way(
        _clash, lambda: _("1-{last} or ↑↓: choose   Enter: confirm   Esc: later").partition("   ")[2], fields=False
    ),
    ChooseDialog: Way(("n",), lambda: _("Type: find   Space: tick   Enter: OK   Esc: back")),
    HelpDialog: Way(("f1",), lambda: _("↑ ↓: choose   Enter: run   Esc: back")),
    MeasureForm: Way(
        ("ctrl+n",),
        lambda: _("Enter: save   ^N: save, then the next   Tab: next field   F4: units   Esc: cancel"),
        ("enter",),
        lambda: _("Enter the activity first"),
    ),
    FormDialog: Way(
        _new_field,
        lambda: _("Enter: next field, then save   ← →: choose   ^S: save   Esc: cancel"),
        ("ctrl+s",),
        lambda: _("Enter the heading first"),
    ),
    EvidenceForm: Way(
        _open_evidence,
        lambda: _("Enter: next field, then save   ^S: save   F4: choose a file   Esc: cancel"),
        ("ctrl+s",),
        lambda: _("Enter a label or a link first"),
    ),
    EvidenceDialog: Way(
        _open_pieces,
        lambda: _("Enter: edit   ^N: add   Del: delete   [ ]: move   C: copy the link   Esc: back"),
    ),
    ProgressDialog: Way(_reading, lambda: _("Esc: stop"), fields=False),
    NewRegisterDialog: Way(
        _new_register,
        lambda: _("Enter: next, then create   ^S: create   Esc: cancel"),
        ("ctrl+s",),
        lambda: _("Enter the name of your agency first"),
    ),
    ExportDialog: Way(
        _export,
        lambda: _("Enter: next, then export   ← →: choose   ^S: export   F4: folder   Esc: cancel"),
        _refused_file,
        lambda: "report.txt:",
    ),
}


def dialogs_of_the_program() -> set[type[ModalScreen[Any]]]:
    """Return every dialog that is defined in `tui/dialogs`."""
    found = set()
    for module in pkgutil.walk_packages(dialogs.__path__, "itatui.tui.dialogs."):
        for cls in vars(importlib.import_module(module.name)).values():
            if isinstance(cls, type) and issubclass(cls, ModalScreen) and cls.__module__ == module.name:
                found.add(cls)
    return found


def test_every_dialog_is_looked_at() -> None:
    assert dialogs_of_the_program() == WAYS.keys()


async def _follow(desk: Desk, way: tuple[str, ...] | Callable[[Desk], Awaitable[None]]) -> None:
    if callable(way):
        await way(desk)
        return
    for key in way:
        await desk.press(key)


def _look(widget: Widget) -> object:
    """Return how the focus changes a widget: its edge and its ground."""
    return widget.styles.border_top, widget.styles.background, widget.styles.text_style


def faults(desk: Desk) -> dict[str, list[str]]:
    """Return what is cut or out of sight, by kind."""
    found = {
        "out of sight": out_of_sight(desk),
        "titles": cut_titles(desk),
        "captions": cut_captions(desk),
        "torn": torn(desk.app, desk.lines),
    }
    return {kind: each for kind, each in found.items() if each}


def keys_behind(desk: Desk) -> list[str]:
    """Return the lines of keys in sight that belong to the screens behind the front one."""
    behind = [each for screen in desk.app.screen_stack[:-1] for each in screen.query("Footer, .hint")]
    return [repr(each) for each in behind if each.visible]


def focus_is_shown(desk: Desk) -> bool:
    """Test whether exactly one field has the focus, and looks unlike the others."""
    fields = [each for each in visible(desk) if isinstance(each, TextArea | Input | Button)]
    focused = desk.app.focused
    if not fields:  # a list, or lines to read, that fill the dialog
        return focused is not None and focused in list(visible(desk))
    return focused in fields and all(_look(each) != _look(focused) for each in fields if each is not focused)


def told(desk: Desk) -> str:
    """Return the words in sight of captions and titles: `faults` has seen that they are whole."""
    words = []
    for widget in visible(desk):
        if isinstance(widget, Caption):
            words.append(str(widget.visual))
        words += [Content.from_markup(title).plain for title in (widget.border_title, widget.border_subtitle) if title]
    return "\n".join(words)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@pytest.mark.parametrize("dialog", WAYS, ids=lambda dialog: dialog.__name__)
async def test_dialog_fits_and_is_whole(
    file: RegisterFile, dialog: type[ModalScreen[Any]], size: tuple[int, int], spoken: str
) -> None:
    way = WAYS[dialog]
    speak(spoken)
    async with open_screen(file, size, environment=Environment(shelf=RecentRegisters())) as desk:
        await _follow(desk, way.open)
        await desk.until(lambda: isinstance(desk.app.screen, dialog), "for the dialog")
        await desk.pilot.pause()
        assert faults(desk) == {}, desk.text
        assert way.keys() in told(desk)
        assert keys_behind(desk) == []
        assert focus_is_shown(desk) == way.fields
        if way.refuse:
            await _follow(desk, way.refuse)
            await desk.until(lambda: way.refusal() in desk.text, "for the refusal")
            assert faults(desk) == {}, desk.text
            assert way.keys() in told(desk)
            assert focus_is_shown(desk)
        while len(desk.app.screen_stack) > 1:
            await desk.app.pop_screen()
        await desk.pilot.pause()
        assert _("Help") in desk.foot
