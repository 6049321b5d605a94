"""The number of findings of the publish check in the tracks of the main screen."""

from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.session.publish_check import Counts, PublishCheck


def check_of(main: MainState) -> PublishCheck | None:
    """Return the check of the register; None where no rules are known."""
    environment = register_app(main).environment
    if main.check is None and environment.year is not None:
        main.check = PublishCheck(main.session, environment.year, environment.shelf)
    return main.check


def begin_count(main: MainState) -> None:
    """Count the findings from now on, and show them in the tracks."""
    check = check_of(main)
    if check is None:
        return

    def show(counts: Counts) -> None:
        if main.is_attached:
            main.unfixed = counts

    check.on_counts.append(show)
    check.begin()
