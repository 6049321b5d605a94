"""The package is complete and works as wheel, editable install and bare checkout, from any folder."""

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
    """Build the wheel of this checkout, without build isolation, which would need a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


def run(*words: str, cwd: Path, **variables: str) -> str:
    """Run a program in an empty environment in the C locale, and return its output."""
    environment = {"PATH": os.defpath, "HOME": str(cwd), "LC_ALL": "C", **variables}
    result = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def environment(folder: Path, *installed: str) -> str:
    """Create a virtual environment with this package; its libraries are those of the tests."""
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


def check_program(*program: str, cwd: Path, shipped: Path, **variables: str) -> None:
    """Check that the program creates the sample, prints it, speaks Thai, and finds the shipped files."""
    register = str(cwd / "register.json")
    itatui = (*program, "--register", register)
    assert run(*itatui, "new", "2567", "--sample", cwd=cwd, **variables) == f"{register}\n"
    printed = run(*itatui, "report", "--width", "100", cwd=cwd, **variables)
    assert [word for word in ("ปีงบประมาณ", "ผู้รับผิดชอบ", "IIT", "EIT", "OIT") if word not in printed] == []
    assert "มาตรการ" in run(*program, "--help", cwd=cwd, **variables)
    assert json.loads(run(*itatui, "where", "--json", cwd=cwd, **variables))["shipped"] == str(shipped)


def test_wheel_is_complete(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert {name: contents.get(f"itatui/{name}") for name in SHIPPED} == SHIPPED
    code = {str(path.relative_to(ROOT)) for path in (ROOT / "itatui").rglob("*.py")}
    assert code | {"itatui/py.typed", "itatui/locale/th/LC_MESSAGES/itatui.mo"} <= contents.keys()
    licences = {name.partition(".dist-info/licenses/")[2] for name in contents if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "data/LICENSES.md"}
    assert [name for name in contents if not name.startswith("itatui") or "__pycache__" in name] == []
    installed = {
        str(path.relative_to(ROOT)): path.read_bytes() for path in (ROOT / "share").rglob("*") if path.is_file()
    }
    data = {name.partition(".data/data/")[2]: content for name, content in contents.items() if ".data/data/" in name}
    assert data == installed


def test_every_shipped_data_file_has_a_licence() -> None:
    licences_text = (ROOT / "data" / "LICENSES.md").read_text(encoding="utf-8")
    files = {path.name for path in (ROOT / "data").rglob("*") if path.is_file()} - {"LICENSES.md"}
    assert [name for name in sorted(files) if f"`{name}`" not in licences_text] == []


def test_wheel_works_in_any_folder(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv", str(wheel))
    inside = run(python, "-c", "import itatui; print(itatui.__path__[0])", cwd=tmp_path).strip()
    assert Path(inside).is_relative_to(tmp_path)
    check_program(str(tmp_path / "venv" / "bin" / "itatui"), cwd=tmp_path, shipped=Path(inside, "data"))


def test_checkout_shadowing_the_wheel_uses_its_own_files(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv", str(wheel))
    check_program(python, "-m", "itatui", cwd=tmp_path, shipped=ROOT / "data", PYTHONPATH=str(ROOT))


def test_editable_install_works(tmp_path: Path) -> None:
    environment(tmp_path / "venv", "--editable", str(ROOT))
    check_program(str(tmp_path / "venv" / "bin" / "itatui"), cwd=tmp_path, shipped=ROOT / "data")


def test_bare_checkout_works(tmp_path: Path) -> None:
    check_program(sys.executable, "-m", "itatui", cwd=tmp_path, shipped=ROOT / "data", PYTHONPATH=str(ROOT))


def test_shipped_files_are_never_written(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv", str(wheel))
    run(python, "-m", "itatui", "list", cwd=tmp_path)
    run(python, "-m", "itatui", "set", "IIT-1", "--untick", "4", cwd=tmp_path)
    data = Path(json.loads(run(python, "-m", "itatui", "where", "--json", cwd=tmp_path))["shipped"])
    for name, content in SHIPPED.items():
        assert (data.parent / name).read_bytes() == content
        assert (ROOT / name).read_bytes() == content
    found = {f"data/{path.relative_to(data)}" for path in data.rglob("*") if path.is_file()}
    assert found == {name for name in SHIPPED if name.startswith("data/")}
