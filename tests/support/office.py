"""LibreOffice, to see that others read exported documents. Without it the tests are skipped."""

import shutil
import subprocess
from pathlib import Path

import pytest


def converted(data: bytes, ending: str, to: str, folder: Path) -> bytes:
    """Return a document as LibreOffice converts it: `to` is an ending, with a filter behind a colon."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("not installed: libreoffice-writer-nogui, libreoffice-calc-nogui")
    source = folder / f"document.{ending}"
    source.write_bytes(data)
    words = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to]
    ran = subprocess.run([*words, "--outdir", str(folder), str(source)], capture_output=True, check=False)
    result = folder / f"document.{to.partition(':')[0]}"
    assert result.exists(), ran.stdout + ran.stderr
    return result.read_bytes()
