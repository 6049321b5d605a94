"""What is installed is whole: as a wheel, as an editable install and as a bare checkout, from any folder."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.support.sources import ROOT

SHIPPED = {
    str(path.relative_to(ROOT)): path.read_bytes()
    for folder in ("data", "styles")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file()
}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout. Built without an environment of its own: that would need a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


def run(*words: str, cwd: Path, **variables: str) -> str:
    """What a program says that knows nothing of this environment, under a locale that knows no Thai."""
    environment = {"PATH": os.defpath, "HOME": str(cwd), "LC_ALL": "C", **variables}
    ran = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def environment(folder: Path, *installed: str) -> str:
    """A fresh environment with this one installed; the libraries are those of the environment of the tests."""
    run(sys.executable, "-m", "venv", "--without-pip", str(folder), cwd=folder.parent)
    python = str(folder / "bin" / "python")
    libraries = sysconfig.get_path("purelib")
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
    )
    run(*pip, *installed, cwd=folder.parent, PYTHONPATH=libraries)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (site / "zz_libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    return python


def works(*program: str, cwd: Path, shipped: Path, **variables: str) -> None:
    """It makes a register out of the sample, prints it, speaks Thai, and finds what ships where it should."""
    register = str(cwd / "register.json")
    itatui = (*program, "--register", register)
    assert run(*itatui, "new", "2567", "--sample", cwd=cwd, **variables) == f"{register}\n"
    printed = run(*itatui, "report", "--width", "100", cwd=cwd, **variables)
    assert [word for word in ("ปีงบประมาณ", "ผู้รับผิดชอบ", "IIT", "EIT", "OIT") if word not in printed] == []
    assert "มาตรการ" in run(*program, "--help", cwd=cwd, **variables)
    assert json.loads(run(*itatui, "where", "--json", cwd=cwd, **variables))["shipped"] == str(shipped)


def test_the_wheel_holds_everything(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert {name: held.get(f"itatui/{name}") for name in SHIPPED} == SHIPPED
    code = {str(path.relative_to(ROOT)) for path in (ROOT / "itatui").rglob("*.py")}
    assert code | {"itatui/py.typed", "itatui/locale/th/LC_MESSAGES/itatui.mo"} <= held.keys()
    licences = {name.partition(".dist-info/licenses/")[2] for name in held if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "data/LICENSES.md"}
    assert [name for name in held if not name.startswith("itatui") or "__pycache__" in name] == []


def test_every_file_that_ships_has_its_licence_told() -> None:
    told = (ROOT / "data" / "LICENSES.md").read_text(encoding="utf-8")
    files = {path.name for path in (ROOT / "data").rglob("*") if path.is_file()} - {"LICENSES.md"}
    assert [name for name in sorted(files) if f"`{name}`" not in told] == []


def test_the_wheel_works_anywhere(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv", str(wheel))
    inside = run(python, "-c", "import itatui; print(itatui.__path__[0])", cwd=tmp_path).strip()
    assert Path(inside).is_relative_to(tmp_path)
    works(str(tmp_path / "venv" / "bin" / "itatui"), cwd=tmp_path, shipped=Path(inside, "data"))


def test_a_checkout_before_the_wheel_uses_its_own_files(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv", str(wheel))
    works(python, "-m", "itatui", cwd=tmp_path, shipped=ROOT / "data", PYTHONPATH=str(ROOT))


def test_an_editable_install_works(tmp_path: Path) -> None:
    environment(tmp_path / "venv", "--editable", str(ROOT))
    works(str(tmp_path / "venv" / "bin" / "itatui"), cwd=tmp_path, shipped=ROOT / "data")


def test_a_bare_checkout_works(tmp_path: Path) -> None:
    works(sys.executable, "-m", "itatui", cwd=tmp_path, shipped=ROOT / "data", PYTHONPATH=str(ROOT))


def test_what_ships_is_never_written(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv", str(wheel))
    run(python, "-m", "itatui", "list", cwd=tmp_path)
    run(python, "-m", "itatui", "set", "IIT-1", "--untick", "4", cwd=tmp_path)
    data = Path(json.loads(run(python, "-m", "itatui", "where", "--json", cwd=tmp_path))["shipped"])
    for name, content in SHIPPED.items():
        assert (data.parent / name).read_bytes() == content
        assert (ROOT / name).read_bytes() == content
    assert {f"data/{path.name}" for path in data.iterdir()} == {name for name in SHIPPED if name.startswith("data/")}
