"""A screen is styled once, and laid out once for each size, when it opens and when the terminal changes."""

from collections import Counter

import pytest
from textual import events
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Size

from itatui.store import RegisterFile
from itatui.tui.dialogs.minutes_details import MinutesDetailsDialog
from itatui.tui.text_input.line_input import LineInput
from tests.support.desk import Desk, open_screen
from tests.support.meetings import open_form, open_meeting


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[Size]:
    """Note the size of every layout of a screen."""
    sizes: list[Size] = []
    original = Compositor._arrange_root

    def noting(self: Compositor, root: object, size: Size, visible_only: bool = True) -> object:
        sizes.append(size)
        return original(self, root, size, visible_only)  # type: ignore[arg-type]

    monkeypatch.setattr(Compositor, "_arrange_root", noting)
    return sizes


async def report(desk: Desk, size: Size) -> None:
    """Report a size to the screen, as Textual does after each layout."""
    desk.app.screen.post_message(events.Resize(size, size))
    await desk.poll()


async def test_the_report_of_a_size_is_no_reason_for_another_layout(file: RegisterFile, layouts: list[Size]) -> None:
    async with open_screen(file, size=(120, 36)) as desk:
        await desk.rest()
        layouts.clear()
        await report(desk, Size(120, 36))
        assert layouts == []
        await desk.pilot.resize_terminal(100, 30)
        await desk.until(lambda: bool(layouts), "for the layout in another size")
        await desk.rest()
        assert set(layouts) == {Size(100, 30)}
        assert len(desk.lines) == 30 and desk.main.has_class("-middle")


async def test_a_screen_in_the_background_takes_the_size_that_the_terminal_got_meanwhile(file: RegisterFile) -> None:
    async with open_screen(file, size=(120, 36)) as desk:
        await desk.press("f7")
        await desk.pilot.resize_terminal(80, 24)
        await desk.press("escape")
        assert desk.app.screen is desk.main
        assert desk.main.size == (80, 24) and len(desk.lines) == 24


async def test_the_widgets_of_a_new_screen_are_styled_for_its_size_at_once(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: Counter[DOMNode] = Counter()
    original = Stylesheet.apply

    def counting(self: Stylesheet, node: DOMNode, **options: object) -> None:
        styled[node] += 1
        original(self, node, **options)  # type: ignore[arg-type]

    async with open_screen(file, size=(120, 36)) as desk:
        monkeypatch.setattr(Stylesheet, "apply", counting)
        await open_meeting(desk)
        await open_form(desk)
        form = desk.app.screen
        assert isinstance(form, MinutesDetailsDialog)
        assert form.has_class("-tall") and not form.has_class("-low")
        fields = [field for field in form.query(LineInput) if not field.has_focus]
        # A text area styles itself when it is made, and every widget is styled when it is mounted.
        assert {styled[field] for field in fields} == {2}
