"""The evidence of a measure: its list and its form over the main screen, their changes, and the link to copy."""

from collections.abc import Sequence

from textual import events

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import links_of
from itatui.domain.fields import fields_of
from itatui.domain.kinds import Kind
from itatui.domain.links import address_of, is_found
from itatui.domain.measure import Evidence, Measure
from itatui.domain.protocols import DraftPlace
from itatui.locale import _
from itatui.thai import quote
from itatui.tui.dialogs.evidence import EvidenceDialog, EvidenceForm, Pieces
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.screens.main.field_actions import thing_in_detail
from itatui.tui.screens.main.state import MainState
from itatui.tui.widgets.measure_detail import MeasureDetail


class _MeasureEvidence:
    """The evidence of a measure that the user is changing."""

    def __init__(self, main: MainState, measure: Measure) -> None:
        self._main = main
        self._session = main.session
        self._measure = measure
        self._path = main.session.store.path.absolute()

    def pieces(self) -> tuple[Evidence, ...]:
        """Return the pieces as they are now."""
        now = self._session.register.measure(self._measure.id)
        return now.evidence if now else ()

    def title(self) -> str:
        """Return the title of the list."""
        return _("Evidence of {ref}").format(ref=self._session.register.ref(self._measure))

    def put(self, pieces: Sequence[Evidence], draft: DraftPlace | None = None) -> None:
        """Save other pieces, as a single change."""
        now = self._session.register.measure(self._measure.id) or self._measure
        edit = set_field(now, "evidence", tuple(pieces))
        self._session.change(*([edit] if edit.before != edit.after else []), draft=draft)
        if self._main.where == "detail":
            self._main.query_one(MeasureDetail).go_to("measure", "evidence")  # all of it in sight

    def edit(self, number: int, begins: events.Key | None = None) -> None:
        """Ask for label and link of a piece, by its number from 0; behind the last: of a new one.

        `begins` is the sign with which the user began to write the label.
        """
        before = next(iter(self.pieces()[number : number + 1]), None)
        place = self._session.own_drafts.place(f"evidence {number}", self._measure.id)
        kept = KeptText(self._session.drafts, place, self.title)
        form = EvidenceForm(self.title, before or Evidence("", ""), self._path, kept, begins)

        def edits() -> tuple[Edit, ...]:
            piece, now = form.typed(), self._session.register.measure(self._measure.id)
            if not any(piece) or now is None:
                return ()
            return (set_field(now, "evidence", self._with(before, piece)),)

        def last_edits() -> tuple[Edit, ...]:
            return kept.unless_safe(edits)

        def answer(piece: Evidence | None) -> None:
            self._session.last_edits.remove(last_edits)
            if piece is not None:
                self._take(before, piece, place)

        self._session.last_edits.append(last_edits)
        self._main.app.push_screen(form, answer)

    def _with(self, before: Evidence | None, piece: Evidence) -> tuple[Evidence, ...]:
        """Return the pieces with one in place of another; at the end, if that is gone or there was none."""
        now = list(self.pieces())
        if before in now:
            now[now.index(before)] = piece
        else:
            now.append(piece)
        return tuple(now)

    def _take(self, before: Evidence | None, piece: Evidence, draft: DraftPlace) -> None:
        self.put(self._with(before, piece), draft)
        if piece.target and not is_found(piece.target, self._path.parent):
            words = _("{target} is saved, but it is neither a link nor a file beside the register")
            self._main.tell(words.format(target=quote(piece.target)))


def _copy(main: MainState, piece: Evidence) -> None:
    """Send the link of a piece to the terminal's clipboard, and say so."""
    link = address_of(piece.target) or piece.target
    if not link:
        main.tell(_("There is no link to copy"))
        return
    main.app.copy_to_clipboard(link)
    main.tell(_("Copied {link}. If it cannot be pasted, the terminal does not allow copying.").format(link=quote(link)))


def open_evidence(main: MainState, begins: events.Key | None = None) -> None:
    """Open the evidence of the measure in the detail: the list, or the form of the first piece.

    With a sign that begins the writing, open the form of a new piece.
    """
    measure = main.session.register.measure(main.detailed)
    if measure is None:
        return
    evidence = _MeasureEvidence(main, measure)
    if measure.evidence and begins is None:
        pieces = Pieces(evidence.pieces, evidence.edit, evidence.put, lambda piece: _copy(main, piece))
        main.app.push_screen(EvidenceDialog(evidence.title, pieces))
    else:
        evidence.edit(len(measure.evidence), begins)


def copy_link(main: MainState) -> None:
    """Copy the only piece of evidence of the measure in the detail, or open the list of several.

    With the cursor on links in an own field, copy the first of these.
    """
    measure = main.session.register.measure(main.detailed)
    if own := _links_at_cursor(main):
        _copy(main, own[0])
    elif measure is not None and len(measure.evidence) > 1:
        open_evidence(main)
    elif measure is not None:
        _copy(main, next(iter(measure.evidence), Evidence("", "")))


def _links_at_cursor(main: MainState) -> tuple[Evidence, ...]:
    """Return the links of the own field under the cursor of the detail."""
    position = main.query_one(MeasureDetail).position if main.where == "detail" else None
    thing = thing_in_detail(main, position) if position is not None else None
    field = fields_of(position.kind, main.session.register).get(position.field) if position is not None else None
    if field is None or thing is None or field.kind is not Kind.ADDRESSES:
        return ()
    return links_of(str(field.get(thing)))
