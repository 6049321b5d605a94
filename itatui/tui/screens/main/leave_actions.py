"""Leaving the program or the register: save first, and ask before anything is lost."""

from functools import partial

from itatui.domain.change import Edit
from itatui.locale import N_, _
from itatui.tui.screens.main.state import MainState
from itatui.tui.words import Words

MAX_UNSAVED_LINES = 5
"""Unsaved changes that are listed before they are lost; the rest are counted."""


def quit_program(main: MainState) -> None:
    """End the program when everything is saved."""
    front = main.meeting or main
    open_editor = front.open_editor
    if main.session.conflicts.waiting or open_editor.conflict is not None:
        main.tell(lambda: _("first choose what to do with your text"))
        main.conflicts.ask_next()
    if front.close_editor():
        main.run_worker(_leave(main), group="leave", exclusive=True)
    elif open_editor.editor is not None and open_editor.conflict is None:
        if main.session.drafts.fails:
            main.tell(lambda: _("your text cannot be saved as it is; press ^Q again to quit and lose it"))
        else:
            line = N_("your text cannot be saved as it is; press ^Q again to quit and keep it for the next time")
            main.tell(lambda: _(line))


async def _leave(main: MainState) -> None:
    if main.session.conflicts.waiting:
        return
    if await main.session.queue.flush():
        main.app.exit()
    else:
        await main.session.drafts.written()
        _ask_to_quit(main)


def _ask_to_quit(main: MainState) -> None:
    from itatui.tui.dialogs.prompts import Confirm

    def answer(sure: bool | None) -> None:
        if sure:
            main.app.exit()  # a last attempt to save follows
        else:
            main.session.queue.resume()

    unsaved = [partial(_unsaved_line, main, number) for number in range(len(_unsaved_lines(main)))]
    lines: list[Words] = [lambda: _question(main), main.session.failure, *unsaved]
    main.app.push_screen(Confirm(lines, lambda: _("Quit") if _is_all_kept(main) else _("Quit without saving")), answer)


def _question(main: MainState) -> str:
    """Ask, and tell what would become of the unsaved changes."""
    if _is_all_kept(main):
        return _("Not saved. Quit? It is kept for the next time.")
    if any(kept for _edit, kept in _unsaved_edits(main)):
        return _("Not saved. Quit? Only typed texts are kept for the next time.")
    return _("Not saved. Quit and lose it?")


def _is_all_kept(main: MainState) -> bool:
    return all(kept for _edit, kept in _unsaved_edits(main))


def _unsaved_edits(main: MainState) -> list[tuple[Edit, bool]]:
    """Return the unsaved edits, oldest first, each with whether its text is kept for the next run of the program."""
    session = main.session
    return [
        (edit, session.own_drafts.holds(edit) or (job.draft is not None and session.drafts.holds(job.draft)))
        for job in session.queue.pending_jobs()
        for edit in job.edits
    ]


def _unsaved_line(main: MainState, number: int) -> str:
    """Return an unsaved change in words, in the current language; empty once it is saved."""
    return dict(enumerate(_unsaved_lines(main))).get(number, "")


def _unsaved_lines(main: MainState) -> list[str]:
    """Describe the first unsaved changes, and count the rest."""
    from itatui.wording.changes import describe

    words = list(dict.fromkeys(describe(edit, main.session.register) for edit, _kept in _unsaved_edits(main)))
    rest = len(words) - MAX_UNSAVED_LINES
    return [*words[:MAX_UNSAVED_LINES], *([_("and {count} more").format(count=rest)] if rest > 0 else [])]


def open_other_register(main: MainState) -> None:
    """Show the other registers, as soon as everything of this one is saved."""
    main.run_worker(_open_other(main), group="leave", exclusive=True)


async def _open_other(main: MainState) -> None:
    from itatui.tui.screens.welcome import WelcomeScreen

    session = main.session
    if session.conflicts.waiting or not main.close_editor() or not await session.queue.flush():
        main.tell(lambda: _("save your changes first"))
    else:
        main.app.push_screen(WelcomeScreen(over=True, open_path=str(session.store.path), marked=main.marked))
