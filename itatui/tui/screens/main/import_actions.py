"""Importing into the open register: a document, or a table that is pasted into the list."""

from collections.abc import Awaitable, Callable

from itatui.intake.document import read_pasted
from itatui.intake.grid import Grid
from itatui.intake.headings import find_headings, known_headings
from itatui.locale import _
from itatui.tui.protocols import register_app
from itatui.tui.screens.document.document_file import Document, Sheets, ask_for_document
from itatui.tui.screens.main.state import MainState
from itatui.tui.side_thread import read_aside

MIN_COLUMNS = 3
"""Columns of a pasted table without known headings: fewer are a list with its numbers."""


def import_document(main: MainState) -> None:
    """Ask for a document, or a folder of sheets that units sent, and show what each would change."""
    ask_for_document(main, lambda document: show_preview(main, document), lambda sheets: show_sheets(main, sheets))


def show_sheets(main: MainState, sheets: Sheets, at: int = 0) -> None:
    """Show what each sheet from the index `at` on would change, one after the other; then tell what was left out."""
    count = len(sheets.documents)
    if at < count:
        document = sheets.documents[at]

        async def go_on() -> None:
            show_sheets(main, sheets, at + 1)

        show_preview(main, document._replace(name=f"{at + 1}/{count} {document.name}"), then=go_on)
    elif sheets.left_out:
        register_app(main).tell(lambda: "\n".join(sheets.left_out))


def show_preview(
    main: MainState,
    document: Document,
    *,
    of_last_year: bool = False,
    then: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Show what a document would change. Of last year's, nothing is read that belongs to a year.

    `then` is called when the preview is closed.
    """
    from itatui.tui.screens.document.screen import DocumentScreen

    async def go_on(_result: None) -> None:
        if then is not None:
            await then()

    main.app.push_screen(DocumentScreen(main.session, document, of_last_year=of_last_year), go_on)


async def import_pasted(main: MainState, text: str) -> bool:
    """Show what a pasted table would change. Return False if the text is no table."""
    register = main.session.register

    def read() -> Grid | None:
        grid = read_pasted(text)
        if grid is None:
            return None
        (table,) = grid.tables
        is_known = find_headings(table, known_headings(register)) is not None
        return grid if is_known or len(table.lines[0]) >= MIN_COLUMNS else None

    grid = await read_aside(read)
    if grid is not None:
        show_preview(main, Document(_("pasted table"), grid))
    return grid is not None
