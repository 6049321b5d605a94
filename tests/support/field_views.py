"""Print the views of the screen that show a field of a measure. Run as a program: file, name and label of the field."""

import sys
from datetime import date
from pathlib import Path

from itatui import locale
from itatui.domain.measure import Measure
from itatui.store import RegisterFile
from itatui.tui.screens.main.filter_actions import jump_targets
from itatui.tui.screens.meeting.page_lines import parts_of
from itatui.tui.widgets.measure_detail_lines import measure_lines

TODAY = date(2024, 5, 15)
WIDTH = 60


def main(path: str, name: str, label: str) -> None:
    """Print the name of each view with the field of IIT-2 in it."""
    locale.speak("en")
    register = RegisterFile(Path(path)).load()
    measure = register.find("IIT-2")
    assert isinstance(measure, Measure)
    if name in [position.field for position in measure_lines(register, measure, TODAY, WIDTH).positions]:
        print("detail")
    if f"measure {name}" in [target for target, _label in jump_targets()]:
        print("jump")
    if label in [part.title for part in parts_of(register, measure, TODAY, WIDTH)]:
        print("meeting")


if __name__ == "__main__":
    main(*sys.argv[1:])
