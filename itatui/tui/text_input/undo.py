"""What was typed, in the steps in which it is taken back: a word, what was rubbed out, a paste, a selection replaced.

Textual cuts its steps by the clock and after so many letters, in the middle of a word. Here a run of letters is kept
whole, and divided only when some of it is taken back, between the words that are there by then. Three names of
Textual's history are private: `_pop_undo`, `_undo_stack` and `_redo_stack`; a test fails when they are gone.
"""

import math
from collections.abc import Callable

from textual.widgets.text_area import Edit, EditHistory

from itatui.thai.cursor_stops import word_before

MOST = 1_000
"""Steps that are kept."""


class TextHistory(EditHistory):
    """The edits of one text. `line` gives the text's line of a number, as it is now."""

    def __init__(self, line: Callable[[int], str]) -> None:
        super().__init__(max_checkpoints=MOST, checkpoint_timer=math.inf, checkpoint_max_characters=MOST)
        self._line = line
        self._kind = ""

    def record(self, edit: Edit) -> None:
        """Keeps an edit that was done: as part of the latest step when it goes on with it, else as a new one."""
        replaced = edit._edit_result.replaced_text if edit._edit_result else ""
        if not edit.text and not replaced:
            return
        kind = "" if len(edit.text) > 1 or edit.text == "\n" else "typed" if edit.text else "taken"
        begins = not kind or kind != self._kind or self._force_end_batch or (edit.text and replaced)
        if begins or not self._undo_stack:
            self._undo_stack.append([edit])
        else:
            self._undo_stack[-1].append(edit)
        self._kind, self._force_end_batch = kind, False
        self._redo_stack.clear()

    def _pop_undo(self) -> list[Edit] | None:
        """The latest step; of a run of letters, the last word."""
        step = super()._pop_undo()
        if step is None:
            return None
        self.checkpoint()
        stays = self._before_last_word(step)
        if stays:
            self._undo_stack.append(step[:stays])
            self._redo_stack[-1] = step[stays:]
        return step[stays:]

    def _before_last_word(self, step: list[Edit]) -> int:
        """How many edits of a step were typed before the last word of it; what it was typed into does not count."""
        last = step[-1]._edit_result
        if last is None or len(step) == 1 or not step[-1].text:
            return 0
        row, column = last.end_location
        start = step[0].top[1]
        begun = start + word_before(self._line(row)[start:column], column - start)
        return sum(edit.top[1] < begun for edit in step)
