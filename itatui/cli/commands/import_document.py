"""`itatui import`: take the measures of documents into the register, after a preview, as one change."""

import argparse
from collections.abc import Sequence
from typing import Any

from itatui.cli.document_file import refused, shown_name
from itatui.cli.document_grids import ReadDocument, read_documents
from itatui.cli.edit_lines import edit_view, print_edits
from itatui.cli.output import output_width, print_answer, print_json, print_note, use_colour
from itatui.cli.pager import paged
from itatui.cli.question import agreed, can_ask
from itatui.cli.refs import find_track
from itatui.cli.register_option import open_register
from itatui.cli.returned_sheets import import_sheets
from itatui.domain.change import WHOLE, Edit
from itatui.domain.forms import form_of
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.register_diff import difference
from itatui.errors import UsageError
from itatui.intake.document_proposal import propose
from itatui.intake.errors import UnreadableError
from itatui.intake.headings import form_blanks, form_headings, role_names
from itatui.intake.proposal import Proposal
from itatui.intake.proposal_edits import Import, edits_of
from itatui.locale import N_, _
from itatui.thai import numerals, quote
from itatui.wording.changes import repaired_words
from itatui.wording.imports import count_words, measure_texts, nothing_new

EXAMPLE = "itatui import report_2567.docx --dry-run"

_KNOWN_CELLS = 600
"""Cells of the names of fields in an error."""
_INDENT = 6
"""Cells before a text of a new measure in the preview."""


class _Document(NamedTuple):
    """A document that was read, and its import."""

    name: str
    proposal: Proposal
    result: Import


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `import`."""
    files = N_(
        "Word (.docx), Excel (.xlsx), CSV, PDF, web page, or text copied from a table or a PDF; a folder of sheets "
        "that units sent; - is standard input"
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help=files)
    parser.add_argument("--track", metavar="TRACK", help=N_("the track of measures for which the document names none"))
    form = N_("read the columns by the headings of this form")
    parser.add_argument("--form", metavar="FORM", help=form)
    column = N_("read the column with this heading as this field; may be repeated")
    parser.add_argument("--column", metavar="HEADING=FIELD", action="append", default=[], help=column)
    parser.add_argument("--all", action="store_true", help=N_("take values that were guessed too"))
    both = N_("of a unit's sheet: put its texts behind those that others have written since")
    parser.add_argument("--both", action="store_true", help=both)
    clear = N_("of a unit's sheet: empty the fields whose cells were emptied")
    parser.add_argument("--clear", action="store_true", help=clear)
    parser.add_argument("--dry-run", action="store_true", help=N_("show the changes without making them"))
    parser.add_argument("--yes", action="store_true", help=N_("make the changes without asking"))
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Show the changes that documents would make, ask, and make them."""
    if not (arguments.dry_run or arguments.yes or can_ask()):
        raise UsageError(_("to import without a question, add --yes; to look at the changes first, --dry-run"))
    file = open_register(arguments)
    before = file.load()
    read, some_refused = read_documents(arguments.files)
    if sheets := [each for each in read if each.grid.hidden]:
        if len(sheets) < len(read):
            raise UsageError(_("import sheets of units and other documents one after the other"))
        return import_sheets(file, sheets, arguments) or int(some_refused)
    if not read:
        return 1 if some_refused else 0
    takes_guesses = arguments.all
    documents = _propose(before, read, arguments, takes_guesses=takes_guesses)
    if not (arguments.all or arguments.yes or arguments.dry_run) and (guesses := _guesses(documents)):
        for line in guesses:
            print_note(_("guessed: {value}").format(value=line))
        takes_guesses = agreed(_("Take these values too?"))
        documents = _propose(before, read, arguments, takes_guesses=takes_guesses)
    after = documents[-1].result.after
    edits = difference(before, after)
    if arguments.json:
        print_json(_json_view(documents, edits, after))
    else:
        _show(documents, edits, takes_guesses=takes_guesses, colour=use_colour(arguments))
    if _guesses(documents) and not takes_guesses:
        print_note(_("to take the guessed values too, add --all"))
    if not edits:
        print_note(nothing_new())
    elif not arguments.dry_run and (arguments.yes or agreed(_("Make these changes?"))):
        file.apply(*edits)
        print_note(_("imported; undo with: itatui undo"))
        if any(document.proposal.mended for document in documents):
            print_note(_("to list words that may be damaged too: {command}").format(command="itatui repair"))
    else:
        print_note(_("nothing was changed"))
    return 0


def _propose(
    register: Register, read: Sequence[ReadDocument], arguments: argparse.Namespace, *, takes_guesses: bool
) -> list[_Document]:
    """Return the imports of documents, each for the register with those before it."""
    code = find_track(register, arguments.track).code if arguments.track else ""
    form = form_of(register, arguments.form) if arguments.form is not None else None
    headings = form_headings(form, register) if form else {}
    columns = {**headings, **_columns(register, arguments.column)}
    blanks = form_blanks(form) if form else frozenset()
    documents = []
    for name, grid in read:
        try:
            proposal = propose(grid, register, columns, code, blanks=blanks)
        except UnreadableError as error:
            raise refused(name, str(error)) from None
        result = edits_of(register, proposal, unsure=takes_guesses)
        documents.append(_Document(name, proposal, result))
        register = result.after
    return documents


def _columns(register: Register, pairs: list[str]) -> dict[str, str]:
    """Return the fields of `HEADING=FIELD` arguments by their headings. Raise `UsageError`."""
    known = role_names(register)
    found = {}
    for pair in pairs:
        heading, equals, name = pair.rpartition("=")
        if not equals or not heading.strip() or name not in known:
            message = _("{word} is not HEADING=FIELD; the field is one of: {known}")
            raise UsageError(message.format(word=quote(pair), known=quote(", ".join(known), _KNOWN_CELLS)))
        found[heading] = name
    return found


def _guesses(documents: list[_Document]) -> list[str]:
    return [guess.line for document in documents for guess in document.result.guesses]


def _show(documents: list[_Document], edits: tuple[Edit, ...], *, takes_guesses: bool, colour: bool) -> None:
    """Print the counts of each document, and the changes of all."""
    after = documents[-1].result.after
    with paged():
        for document in documents:
            print_answer(numerals(f"{shown_name(document.name)} ({document.proposal.format}): {_counts(document)}"))
            for line in _lines(document, takes_guesses=takes_guesses):
                print_answer(f"  {numerals(line)}")
        for edit in edits:
            added = after.measure(edit.id) if edit.kind == "measure" and edit.field == WHOLE else None
            print_edits([edit], after, "  ", words=True, colour=colour)
            for line in _measure_lines(after, added) if added else ():
                print_answer(numerals(line))


def _counts(document: _Document) -> str:
    result = document.result
    return count_words(result.added, result.changed, result.left)


def _lines(document: _Document, *, takes_guesses: bool) -> list[str]:
    """Return lines about repairs, columns that are not read, guesses and contents left out."""
    proposal, result = document.proposal, document.result
    lines = [repaired_words(proposal.mended)] if proposal.mended else []
    lines += [
        _("column not read: “{heading}”").format(heading=quote(column.heading, 40))
        for column in proposal.columns
        if not column.role
    ]
    guessed = _("guessed: {value}") if takes_guesses else _("guessed and left out: {value}")
    return [*lines, *(guessed.format(value=guess.line) for guess in result.guesses), *result.notes]


def _measure_lines(register: Register, measure: Measure) -> list[str]:
    """Return the texts of a new measure, a line each."""
    width = max(output_width() - _INDENT, _INDENT)
    return [" " * _INDENT + quote(text, width) for text in measure_texts(register, measure)]


def _json_view(documents: list[_Document], edits: tuple[Edit, ...], after: Register) -> dict[str, Any]:
    return {
        "documents": [
            {
                "file": document.name,
                "format": document.proposal.format,
                "columns": [{"heading": column.heading, "role": column.role} for column in document.proposal.columns],
                "mended": document.proposal.mended,
                "added": document.result.added,
                "changed": document.result.changed,
                "left": document.result.left,
                "guesses": [guess.line for guess in document.result.guesses],
                "notes": list(document.result.notes),
            }
            for document in documents
        ],
        "edits": [edit_view(edit, after) for edit in edits],
    }
