"""The place of the open editor in the meeting: over the lower part of the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from itatui.domain.change import Edit
from itatui.domain.fields import MEASURE_FIELDS
from itatui.locale import _
from itatui.tui.screens.meeting.page import Page
from itatui.tui.screens.meeting.page_lines import INDENT
from itatui.tui.widgets.measure_detail_lines import CURSOR_CELLS

if TYPE_CHECKING:
    from itatui.tui.text_input.field_editor import FieldEditor

MIN_HEIGHT, MIN_WIDTH = 6, 10
"""Lines and cells of the smallest editor, if the page has them."""
BORDER_CELLS = 2
"""Cells of border and padding, left of the text."""


class PagePlace:
    """An `EditorPlace`: the page of the meeting."""

    def __init__(self, screen: Screen[Any], go_to: Callable[[str], bool], changed: Callable[[], None]) -> None:
        """`go_to` brings a measure into discussion; `changed` is called when the editor opens or closes."""
        self._screen = screen
        self._go_to = go_to
        self._changed = changed

    def show_field(self, edit: Edit) -> bool:
        """Go to the edited measure. Return False if it is not on the agenda."""
        return self._go_to(edit.id)

    def mount(self, editor: "FieldEditor") -> None:
        """Mount the editor and focus it."""
        editor.add_class("in-meeting")
        self._screen.mount(editor)
        self.fit(editor)
        editor.focus()
        self._changed()

    def fit(self, editor: "FieldEditor") -> None:
        """Give the editor its title and the lower two thirds of the page, with the page's margins."""
        editor.border_title = _(MEASURE_FIELDS[editor.field].label)
        page = self._screen.query_one(Page)
        height = max(page.size.height * 2 // 3, min(page.size.height, MIN_HEIGHT))
        left = max(page.margin + INDENT - BORDER_CELLS, 0)
        text_width = page.size.width - 2 * page.margin - INDENT  # lines break where they break on the page
        editor.styles.offset = (left, page.region.bottom - height)
        editor.styles.width = max(min(text_width + CURSOR_CELLS + 2 * BORDER_CELLS, page.size.width - left), MIN_WIDTH)
        editor.styles.height = height

    def clear(self) -> None:
        """Return to the page."""
        self._changed()

    def focus(self) -> None:
        """Give the keys to the page."""
        self._screen.query_one(Page).focus()
