"""A screen that opens, or gets another size, is styled once and laid out once before keys are let in.

Textual does both again when its own report of the new size arrives, in one go with the first time.
"""

import asyncio

from textual import events
from textual.geometry import Size
from textual.notifications import Notifications
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets._toast import ToastRack

from itatui.tui.terminal import dimmed_screen
from itatui.tui.terminal.line_breaker import replace

_compose_screen = Screen._compose
_lay_out = Screen._screen_resized
_resume = Screen._on_screen_resume
_show_messages = ToastRack.show


def _take_classes(screen: Screen[object], size: Size) -> None:
    """Give a screen the classes of a size."""
    classes: dict[str, bool] = {}
    for cells, breakpoints in ((size.width, screen.HORIZONTAL_BREAKPOINTS), (size.height, screen.VERTICAL_BREAKPOINTS)):
        wanted = screen._get_breakpoint_classes(cells, breakpoints or [])
        classes |= {name: name in wanted for _least, name in breakpoints or []}
    screen.update_classes(classes, animate=False)


async def _compose(screen: Screen[object]) -> None:
    """Compose a screen with the classes of its size, so that its widgets are styled for it at once."""
    _take_classes(screen, screen.app.size)
    await _compose_screen(screen)


def _screen_resized(screen: Screen[object], size: Size) -> None:
    """Lay a screen out, unless it is laid out in this size: what has changed in it since asks for its own layout."""
    if size != screen._compositor.size:
        _take_classes(screen, size)
        _lay_out(screen, size)


async def _on_screen_resume(screen: Screen[object], event: events.ScreenResume) -> None:
    """Show a screen; then let keys in before the messages that its layout has caused."""
    if not screen.stack_updates:  # its widgets were styled a moment ago, when they were mounted
        screen.app.stylesheet.apply(screen)
        event.refresh_styles = False
    is_drawn = screen._compositor.size != screen.app.size and screen.is_current and not screen.app._batch_count
    _resume(screen, event)
    if is_drawn:
        _forget_redraws(screen)
    await asyncio.sleep(0)


def _forget_redraws(screen: Screen[object]) -> None:
    """Forget what was to be drawn again: all was drawn a moment ago, as wide and as high as it has just become."""
    for widget in screen.walk_children(Widget, with_self=True):
        widget._exchange_repaint_regions()
    screen._dirty_widgets.clear()
    screen._compositor._dirty_regions.clear()


def _show(rack: ToastRack, messages: Notifications) -> None:
    """Show messages. To hide a rack that is hidden already would lay out and draw the whole screen once more."""
    if messages or rack.display:
        _show_messages(rack, messages)


def install() -> None:
    """Replace the answers of every screen to its size, and what is behind it. Raise `RuntimeError` if a name moved."""
    replace(Screen, "_compose", _compose)
    replace(Screen, "_screen_resized", _screen_resized)
    replace(Screen, "_on_screen_resume", _on_screen_resume)
    replace(ToastRack, "show", _show)
    dimmed_screen.install()
