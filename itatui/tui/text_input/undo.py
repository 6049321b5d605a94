"""Undo history of a text: a word, a deletion, a paste or a replaced selection at a time.

Textual ends a batch by time and by number of letters, within a word. Here a run of letters stays a single batch and is
split only when it is undone, at the words of the text at that moment.
"""

import math
from collections.abc import Callable

from textual.widgets.text_area import Edit, EditHistory

from itatui.thai.cursor_stops import word_before

MAX_BATCHES = 1_000
"""Batches that are kept."""


class TextHistory(EditHistory):
    """The edits of a text. `line` returns a line of the current text."""

    def __init__(self, line: Callable[[int], str]) -> None:
        super().__init__(max_checkpoints=MAX_BATCHES, checkpoint_timer=math.inf, checkpoint_max_characters=MAX_BATCHES)
        self._line = line
        self._kind = ""

    def record(self, edit: Edit) -> None:
        """Keep an edit: as part of the last batch if it continues it, else as a new batch."""
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
        """Return the last batch, or the last word of a run of letters."""
        batch = super()._pop_undo()
        if batch is None:
            return None
        self.checkpoint()
        kept = self._before_last_word(batch)
        if kept:
            self._undo_stack.append(batch[:kept])
            self._redo_stack[-1] = batch[kept:]
        return batch[kept:]

    def _before_last_word(self, batch: list[Edit]) -> int:
        """Return the number of edits of a batch that were typed before its last word."""
        last = batch[-1]._edit_result
        if last is None or len(batch) == 1 or not batch[-1].text:
            return 0
        row, column = last.end_location
        start = batch[0].top[1]
        begun = start + word_before(self._line(row)[start:column], column - start)
        return sum(edit.top[1] < begun for edit in batch)
