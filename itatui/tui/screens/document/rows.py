"""The lines of the preview of an import: questions, columns, measures, repairs. Pure functions of the preview."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itatui.domain.change import WHOLE, Edit
from itatui.domain.fields import value_of
from itatui.domain.register import Register
from itatui.domain.text_diff import SAME, close_up, marked, text_difference
from itatui.intake.preview import Answers, Preview
from itatui.intake.proposal import ReadColumn
from itatui.locale import _
from itatui.thai import cells, numerals, one_line, pad, safe, truncate
from itatui.tui.screens.change_lines import edits_lines
from itatui.tui.styling.diff_lines import STYLES, diff_lines
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines
from itatui.wording.changes import describe, field_words, subject_of
from itatui.wording.imports import measure_texts, role_words
from itatui.wording.repairs import repair_subject, suggestion_difference

TAKEN, LEFT, OPEN = "[x]", "[ ]", "[?]"
CONTEXT = 10
"""Code points of unchanged text on either side of a repair."""
_HEADING_CELLS = 34
"""Most cells of a heading before its role."""
_REF_CELLS = 8


class Row(NamedTuple):
    """A line of the list."""

    kind: str
    """`section`, `track`, `guess`, `doubts`, `column`, `measure`, `change`, `mend` or `note`."""
    key: str
    """Names it among those of its kind."""
    at: int = 0
    """Index in the preview: of the measure, column, repair or note."""
    path: str = ""
    """Field of a guess."""


class Listed(NamedTuple):
    """The rows of a preview, with the register before it."""

    register: Register
    found: Preview
    answers: Answers

    def rows(self) -> list[Row]:
        """Return all rows, section by section; sections without rows are left out."""
        sections = (
            ("questions", [*self._questions()]),
            ("columns", [Row("column", str(at), at) for at, _each in enumerate(self.found.columns)]),
            ("added", [*self._measures(is_new=True)]),
            ("changed", [*self._tracks(), *self._measures(is_new=False)]),
            ("conflicts", [Row("conflict", str(at), at) for at, _each in enumerate(self._conflicts())]),
            ("mends", [Row("mend", str(at), at) for at, _each in enumerate(self._mends())]),
            ("notes", [Row("note", str(at), at) for at, _each in enumerate(self._notes())]),
        )
        return [row for name, rows in sections if rows for row in (Row("section", name, len(rows)), *rows)]

    def _questions(self) -> Iterator[Row]:
        found = self.found
        yield from (Row("track", each.code, at) for at, each in enumerate(found.tracks))
        guesses = [Row("guess", f"{each.at} {each.path}", each.at, each.path) for each in found.guesses]
        own = [(at, found.pairing_of(at)) for at in self.answers.results]
        guesses += [Row("guess", f"{at} {pairing.path}", at, pairing.path) for at, pairing in own if pairing]
        yield from sorted(guesses, key=lambda row: row.at)
        if found.doubts:
            yield Row("doubts", "")

    def _measures(self, *, is_new: bool) -> Iterator[Row]:
        whole = self.found.whole
        if whole is None:
            return
        changed = {edit.id for edit in whole.edits if edit.kind == "measure"}
        for at, name in enumerate(whole.taken):
            if name in changed and is_new == (self.register.measure(name) is None):
                yield Row("measure", str(at), at)

    def _tracks(self) -> Iterator[Row]:
        codes = dict.fromkeys(edit.id for edit in self.found.edits if edit.kind == "track")
        yield from (Row("change", code) for code in codes)

    def _conflicts(self) -> Sequence[Edit]:
        return self.found.whole.conflicts if self.found.whole else ()

    def contested(self, row: Row) -> Edit:
        """Return the edit of a conflict, with the value that the field holds now as its value before."""
        edit = self._conflicts()[row.at]
        measure = self.register.measure(edit.id)
        return edit._replace(before=value_of(measure, edit.field)) if measure else edit

    def _mends(self) -> Sequence[object]:
        return self.found.proposal.mends if self.found.proposal else ()

    def _notes(self) -> Sequence[str]:
        return self.found.whole.notes if self.found.whole else ()

    # A row --------------------------------------------------------------------------------------

    def spans(self, row: Row, width: int) -> list[Span]:
        """Return a row of at most `width` cells."""
        if row.kind == "section":
            letters = self.found.proposal.mended if self.found.proposal and row.key == "mends" else row.at
            return [(f" {_section_words(row.key)[0]}", "title"), (numerals(f"  {letters}"), "note")]
        if row.kind == "mend":
            return self._mend_spans(row, width)
        sign, name, words, style = self._parts(row, width)
        line = safe(one_line(words))
        room = max(width - len(sign) - 4 - (len(name) and cells(name) + 1), 4)
        parts: list[Span] = [(f"   {sign} " if sign else "   ", "key")]
        if name:
            parts.append((f"{name} ", "strong"))
        return [*parts, (truncate(numerals(line), room), style)]

    def _parts(self, row: Row, width: int) -> tuple[str, str, str, str]:
        """Return sign, name, words and style of a row."""
        if row.kind == "column":
            column = self.found.columns[row.at]
            room = min(max(cells(each.heading) for each in self.found.columns), _HEADING_CELLS, width // 2)
            name = pad(truncate(safe(column.heading), room), room)
            return "", name, role_words(column.role, self.register), "text" if column.role else "missing"
        if row.kind == "track":
            return (*self._track_parts(row), "text")
        if row.kind == "guess":
            return self._guess_sign(row), "", self.guess_line(row), "text"
        if row.kind == "doubts":
            count = sum(len(doubt.suggestions) for doubt in self.found.doubts)
            sign = TAKEN if self.answers.takes_repairs else LEFT
            return sign, "", _("words that may be damaged: fix {count} as suggested").format(count=count), "text"
        if row.kind == "measure":
            return self._measure_parts(row)
        if row.kind == "change":
            edits = self.edits_of("track", row.key)
            return TAKEN, row.key, ", ".join(_words(edit, self.register) for edit in edits), "text"
        if row.kind == "conflict":
            edit = self._conflicts()[row.at]
            return OPEN, subject_of(edit, self.register), field_words(edit, self.register), "missing"
        return "", "", self._notes()[row.at], "text"

    def _track_parts(self, row: Row) -> tuple[str, str, str]:
        track = self.found.tracks[row.at]
        chosen = self.answers.tracks.get(track.code, "")
        if not track.code:
            name = _("measures that name no track: {count}").format(count=track.measures)
            return (TAKEN if chosen else OPEN), "", f"{name} → {chosen or _('left out')}"
        return TAKEN, "", f"{track.label} → {chosen or _('new track {code}').format(code=track.code)}"

    def _guess_sign(self, row: Row) -> str:
        if row.at in self.answers.results and self.found.pairing_of(row.at):
            return TAKEN
        return {None: OPEN, True: TAKEN, False: LEFT}[self.answers.guesses.get((row.at, row.path))]

    def guess_line(self, row: Row) -> str:
        """Return the guessed value, after REF and field."""
        if row.at in self.answers.results and (pairing := self.found.pairing_of(row.at)):
            number = self.answers.results[row.at]
            text = pairing.results[number] if number >= 0 else _("No result")
            return f"{self.ref_of(row.at)} {role_words(pairing.path, self.register)}: {text}"
        texts = dict(self.found.proposal.measures[row.at].texts) if self.found.proposal else {}
        if row.path in texts:
            return f"{self.ref_of(row.at)} {role_words(row.path, self.register)}: {texts[row.path]}"
        return next((each.line for each in self.found.guesses if (each.at, each.path) == (row.at, row.path)), "")

    def ref_of(self, at: int) -> str:
        """Return the REF of a measure of the document; without one, the first words of its activity."""
        whole, proposal = self.found.whole, self.found.proposal
        assert whole is not None and proposal is not None
        measure = whole.after.measure(whole.taken[at])
        return whole.after.ref(measure) if measure else truncate(one_line(proposal.measures[at].activity), _REF_CELLS)

    def _measure_parts(self, row: Row) -> tuple[str, str, str, str]:
        whole = self.found.whole
        assert whole is not None
        measure = whole.after.measure(whole.taken[row.at])
        assert measure is not None
        sign = LEFT if row.at in self.answers.left_out else TAKEN
        ref = whole.after.ref(measure)
        if self.register.measure(measure.id) is None:
            return sign, ref, measure.activity, "text"
        edits = [edit for edit in whole.edits if (edit.kind, edit.id) == ("measure", measure.id)]
        return sign, ref, ", ".join(field_words(edit, whole.after) for edit in edits), "text"

    def _mend_spans(self, row: Row, width: int) -> list[Span]:
        """Return the place of a repaired text, and the first letters that were repaired."""
        assert self.found.proposal is not None
        mend = self.found.proposal.mends[row.at]
        parts = close_up(text_difference(mend.before, mend.after), CONTEXT)
        first = next((at for at, part in enumerate(parts) if part.kind != SAME), 0)
        place = f"   {self.place_of(mend.after)} "
        spans: list[Span] = [(place, "strong")]
        room = width - cells(place)
        for part in parts[max(first - 1, 0) :]:
            words = truncate(safe(one_line(marked((part,)))), room)
            spans.append((words, STYLES[part.kind]))
            room -= cells(words)
            if room < CONTEXT:
                break
        return spans

    def edits_of(self, kind: str, name: str) -> list[Edit]:
        """Return the edits of a record."""
        return [edit for edit in self.found.edits if (edit.kind, edit.id) == (kind, name)]

    def place_of(self, text: str) -> str:
        """Return the track or the first measure whose text a repaired text of the document holds; empty: none."""
        whole, proposal = self.found.whole, self.found.proposal
        if whole is None or proposal is None:
            return ""
        refs = [track.code for track in proposal.tracks if any(value in text for _path, value in track.texts if value)]
        for name, each in zip(whole.taken, proposal.measures, strict=True):
            texts = (each.activity, *(value for _path, value in each.texts))
            measure = whole.after.measure(name)
            if measure is not None and any(value and value in text for value in texts):
                refs.append(whole.after.ref(measure))
        return ", ".join(refs[:1]) + (" …" if len(refs) > 1 else "")


def _words(edit: Edit, register: Register) -> str:
    return _("added") if edit.field == WHOLE else field_words(edit, register)


def _section_words(name: str) -> tuple[str, str]:
    """Return the title of a section, and what its rows are."""
    return {
        "questions": (
            _("To decide"),
            _("The document leaves these open. Space answers one, A takes all as proposed."),
        ),
        "columns": (_("Columns"), _("Space chooses what a column is read as; the preview follows at once.")),
        "added": (_("Added"), _("New measures. Space leaves one out.")),
        "changed": (
            _("Changed"),
            _("Measures and tracks that differ in the document. Space leaves a measure as it is."),
        ),
        "conflicts": (
            _("Changed by others since"),
            _("Each of these is asked about at the import: both texts are shown side by side."),
        ),
        "mends": (_("Damaged letters fixed"), _("Letters damaged by copying from a PDF were fixed.")),
        "notes": (_("Notes"), _("Parts of the document that are left out, and how others were read.")),
    }[name]


# Details -----------------------------------------------------------------------------------------


def detail_lines(listed: Listed, row: Row, width: int) -> Lines:
    """Return everything about a row, in lines of `width` cells."""
    if row.kind == "column":
        return _column_lines(listed.found.columns[row.at], listed.register, width)
    if row.kind == "measure":
        return _measure_lines(listed, row, width)
    if row.kind == "change":
        return edits_lines(listed.edits_of("track", row.key), listed.register, width)
    if row.kind == "conflict":
        return edits_lines([listed.contested(row)], listed.register, width)
    if row.kind == "mend" and listed.found.proposal:
        mend = listed.found.proposal.mends[row.at]
        return diff_lines(close_up(text_difference(mend.before, mend.after), CONTEXT), width)
    if row.kind == "guess":
        return _guess_lines(listed, row, width)
    if row.kind == "doubts":
        return _doubt_lines(listed, width)
    if row.kind == "section":
        return _texts(_section_words(row.key)[1], width)
    return _texts(listed.spans(row, 10_000)[-1][0], width)


def _texts(text: str, width: int, style: str = "text") -> list[list[Span]]:
    return [line for part in safe(text).split("\n") for line in wrap_spans([(numerals(part), style)], width)]


def _column_lines(column: ReadColumn, register: Register, width: int) -> Lines:
    role = role_words(column.role, register)
    words = _("is read as: {role}").format(role=role) if column.role else role
    lines = [*_texts(column.heading, width, "title"), *_texts(words, width)]
    for sample in column.samples:
        lines += [[], *_texts(sample, width)]
    return lines


def _measure_lines(listed: Listed, row: Row, width: int) -> Lines:
    whole = listed.found.whole
    measure = whole.after.measure(whole.taken[row.at]) if whole else None
    if whole is None or measure is None:
        return []
    if listed.register.measure(measure.id) is None:
        lines: list[list[Span]] = []
        for text in measure_texts(whole.after, measure):
            lines += [*([[]] if lines else []), *_texts(text, width)]
        return lines
    edits = [edit for edit in whole.edits if (edit.kind, edit.id) == ("measure", measure.id)]
    lines = _texts(measure.activity, width, "title")
    for edit in edits:
        lines += edits_lines([edit], whole.after, width) or [[], *_texts(describe(edit, whole.after), width)]
    return lines


def _guess_lines(listed: Listed, row: Row, width: int) -> Lines:
    proposal, pairing = listed.found.proposal, listed.found.pairing_of(row.at)
    assert proposal is not None
    measure = proposal.measures[row.at]
    lines = _texts(measure.activity, width, "title")
    if pairing is None or not row.path.startswith(("result", "reported_with")):
        return [*lines, [], *_texts(dict(measure.texts).get(row.path, listed.guess_line(row)), width)]
    reason = _("The row has {measures} measures and {results} results; these were paired by their words.")
    counts = reason.format(measures=len(pairing.measures), results=len(pairing.results))
    lines += [[], *_texts(counts, width, "note")]
    chosen = chosen_results(listed, row.at)
    for number, text in enumerate(pairing.results):
        lines += [[], *_texts(f"{'●' if number in chosen else '○'} {text}", width)]
    return lines


def chosen_results(listed: Listed, at: int) -> tuple[int, ...]:
    """Return the indices of the results of a measure: those that the user chose, else those proposed."""
    pairing = listed.found.pairing_of(at)
    if pairing is None:
        return ()
    if at in listed.answers.results:
        return (listed.answers.results[at],)
    return pairing.chosen[pairing.measures.index(at)]


def _doubt_lines(listed: Listed, width: int) -> Lines:
    found = listed.found
    assert found.whole is not None
    lines: list[list[Span]] = []
    for doubt in found.doubts:
        for at, _each in enumerate(doubt.suggestions):
            lines += [[], *_texts(repair_subject(doubt, found.whole.after), width, "title")]
            lines += diff_lines(close_up(suggestion_difference(doubt, at), CONTEXT), width)
    return lines[1:]
