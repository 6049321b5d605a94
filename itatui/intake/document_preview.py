"""Make the preview of an import: a pure function of the document, the register and the answers of the user."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from itatui.domain.apply import apply_all
from itatui.domain.change import WHOLE
from itatui.domain.fields import id_of, kind_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.register_diff import difference
from itatui.domain.repairs import Repair, repair_edit, repairs
from itatui.domain.track import Track
from itatui.intake.column_roles import UnknownColumnsError
from itatui.intake.document_proposal import propose
from itatui.intake.grid import Grid
from itatui.intake.pairings import with_choices
from itatui.intake.preview import NO_ANSWERS, Answers, OpenTrack, Preview
from itatui.intake.proposal import Proposal, ProposedMeasure, ProposedTrack, ReadColumn
from itatui.intake.proposal_edits import Import, edits_of
from itatui.intake.sheet_preview import sheet_preview

OF_A_YEAR = frozenset({"result", "done", "outcome", "evidence", "dropped"})
"""Fields whose values belong to a year, beside own fields by round."""


def preview(grid: Grid, register: Register, answers: Answers = NO_ANSWERS, day: date | None = None) -> Preview:
    """Return the changes that a document would make in a register.

    `UnreadableError` for the sheet of a unit that is damaged, or of another register or year. `day` is the day on which
    such a sheet is received; None: today.
    """
    if grid.hidden:
        return sheet_preview(grid, register, answers, day or date.today())
    try:
        read = propose(grid, register, roles=answers.roles)
    except UnknownColumnsError as error:
        return Preview(grid.format, error.columns, str(error))
    tracks = _open_tracks(read, register)
    proposal = _paired(_with_tracks(read, answers.tracks), answers.results)
    asked = edits_of(register, proposal)
    answered = _answered(proposal, answers.guesses)
    whole = edits_of(register, answered) if answered is not proposal else asked
    result = edits_of(register, answered, left_out=answers.left_out) if answers.left_out else whole
    doubts = _doubts(result)
    edits = result.edits
    if answers.takes_repairs and doubts:
        made = (repair_edit(result.after, doubt, range(len(doubt.suggestions))) for doubt in doubts)
        edits = difference(register, apply_all(result.after, filter(None, made)))
    return Preview(grid.format, read.columns, "", proposal, whole, result, edits, tracks, asked.guesses, doubts)


def roles_without_year(columns: Sequence[ReadColumn], register: Register) -> dict[str, str]:
    """Return answers for columns that leave out what belongs to a year: results, ticks, outcomes, evidence."""
    own = {field.name for field in register.fields if field.by_round}
    names = OF_A_YEAR | own
    return {column.heading: "" for column in columns if column.role.partition(".")[0] in names}


def _open_tracks(proposal: Proposal, register: Register) -> tuple[OpenTrack, ...]:
    counts = Counter(measure.track for measure in proposal.measures)
    new = [OpenTrack(each.code, each.label, counts[each.code]) for each in proposal.tracks if each.is_new]
    if "" in counts and len(register.tracks) + len(new) > 1:
        new.append(OpenTrack("", "", counts[""]))
    return tuple(new)


def _with_tracks(proposal: Proposal, codes: Mapping[str, str]) -> Proposal:
    """Return a proposal with the measures of some tracks in others."""
    if not codes:
        return proposal
    tracks = [_moved(track, codes) for track in proposal.tracks]
    measures = [measure._replace(track=codes.get(measure.track, measure.track)) for measure in proposal.measures]
    return proposal._replace(tracks=tuple(tracks), measures=tuple(measures))


def _moved(track: ProposedTrack, codes: Mapping[str, str]) -> ProposedTrack:
    return ProposedTrack(codes[track.code], track.label, texts=track.texts) if track.code in codes else track


def _paired(proposal: Proposal, choices: Mapping[int, int]) -> Proposal:
    measures: Sequence[ProposedMeasure] = proposal.measures
    for pairing in proposal.pairings:
        measures = with_choices(measures, pairing, choices)
    return proposal._replace(measures=tuple(measures))


def _answered(proposal: Proposal, guesses: Mapping[tuple[int, str], bool]) -> Proposal:
    """Return a proposal in which the guesses that were taken are sure."""
    if not guesses:
        return proposal
    measures = [
        measure._replace(unsure=measure.unsure - {path for path in measure.unsure if guesses.get((at, path))})
        for at, measure in enumerate(proposal.measures)
    ]
    return proposal._replace(measures=tuple(measures))


def _doubts(result: Import) -> tuple[Repair, ...]:
    """Return the texts that the import brings in and that may be damaged."""
    fields: dict[tuple[str, str], set[str]] = {}
    for edit in result.edits:
        fields.setdefault((edit.kind, edit.id), set()).add(edit.field)
    after = result.after
    found: list[Repair] = []
    records: tuple[Track | Measure, ...] = (*after.tracks, *after.measures)
    for record in records:
        if own := fields.get((kind_of(record), id_of(record)), ()):
            found += [each for each in repairs(after, [record]) if WHOLE in own or each.field.name in own]
    return tuple(each for each in found if each.suggestions)
