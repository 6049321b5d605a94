"""Stand-ins for modules, and the end of a process that needs nothing more."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from itatui.stand_ins import imported_later, standing_in
from tests.test_boundaries import python


def test_module_stands_in_for_another_only_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with pytest.raises(ZeroDivisionError), standing_in({"colorsys": imported_later("colorsys")}):
        import colorsys as stand_in

        raise ZeroDivisionError
    import colorsys

    assert stand_in is not colorsys and stand_in.rgb_to_hsv(0, 0, 0) == colorsys.rgb_to_hsv(0, 0, 0)


def test_imported_module_is_not_replaced() -> None:
    with standing_in({"pathlib": ModuleType("pathlib")}):
        from pathlib import Path as now

    assert now is Path


def test_functions_at_the_end_of_a_process_run_after_a_command(tmp_path: Path) -> None:
    code = "import atexit, sys; atexit.register(print, 'end'); sys.argv = ['itatui', 'where']; import itatui.__main__"
    result = python(f"{code}; sys.exit(itatui.__main__.main())", tmp_path)
    assert result.returncode == 0 and result.stdout.endswith("end\n")
