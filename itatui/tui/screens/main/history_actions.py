"""Commands on the past: the history, and going back to a backup. Their screens are imported when opened."""

from itatui.domain.backup import Backup
from itatui.locale import _
from itatui.locale.dates import long_moment
from itatui.thai import numerals
from itatui.tui.screens.main.state import MainState


def open_history(main: MainState) -> None:
    """Show the changes of the measure or track in the detail, or of the register."""
    from itatui.tui.screens.history import HistoryScreen

    session = main.session
    main.app.push_screen(
        HistoryScreen(session.past.history, target_of(main), session.past.undo, lambda: open_backups(main))
    )


def open_backups(main: MainState) -> None:
    """Show the backups of the register."""
    from itatui.tui.screens.backups import BackupsScreen

    main.app.push_screen(BackupsScreen(main.session.past.backups, lambda backup: confirm_restore(main, backup)))


def confirm_restore(main: MainState, backup: Backup) -> None:
    """Ask, and make the register as it was in the backup."""
    from itatui.tui.dialogs.prompts import Confirm
    from itatui.wording.changes import summary

    def answer(sure: bool | None) -> None:
        if sure:
            main.session.past.restore(backup)

    lines = [
        lambda: _("Restore the version of {when}?").format(when=numerals(long_moment(backup.when))),
        lambda: numerals(summary(backup.edits)),
        lambda: _("You can undo this, like any change."),
    ]
    main.app.push_screen(Confirm(lines, lambda: _("Restore")), answer)


def target_of(main: MainState) -> tuple[str, str] | None:
    """Return kind and id of the measure or track in the detail; None for the whole register."""
    if main.detailed:
        return "measure", main.detailed
    return ("track", main.track) if main.track else None
