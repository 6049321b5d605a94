"""LibreOffice, to see what it makes of exported documents.

A start with a new profile takes seconds, so that all runs of a process share one, and a run takes many documents.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from itatui.resources import location
from tools.documents.readers import MissingReaderError

TEXT, CSV = "txt:Text (encoded):UTF8", "csv:Text - txt - csv (StarCalc):44,34,76,1"
READ_CSV = "CSV:44,34,76,1"
"""Filters: text in UTF-8; commas, double quotes, UTF-8, from the first line."""
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<cachedir>{home}/fonts</cachedir></fontconfig>"""


@lru_cache(maxsize=1)
def _home() -> Path:
    """Return a folder with a profile and the font of the documents, until this process ends."""
    home = Path(tempfile.mkdtemp(prefix="itatui-office-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    fonts = _FONTS.format(fonts=location("data", "fonts"), home=home)
    Path(home, "fonts.conf").write_text(fonts, encoding="utf-8")
    return home


def with_font() -> dict[str, str]:
    """Return the environment of programs that find the font of the documents."""
    return {**os.environ, "FONTCONFIG_FILE": str(_home() / "fonts.conf")}


def converted(documents: Mapping[str, bytes], to: str, reading: str = "") -> dict[str, bytes]:
    """Return documents as LibreOffice converts them, by the names of their files.

    `to` is an ending, with a filter behind a colon; `reading` is the filter that reads them, if it cannot be told from
    their endings. Raise `MissingReaderError` without LibreOffice.
    """
    office = shutil.which("soffice")
    if office is None:
        raise MissingReaderError("libreoffice-writer-nogui, libreoffice-calc-nogui")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in documents]
        for path, data in zip(paths, documents.values(), strict=True):
            path.write_bytes(data)
        out = Path(folder, "converted")
        words = [office, f"-env:UserInstallation={(_home() / 'profile').as_uri()}", "--headless", "--convert-to", to]
        words += [f"--infilter={reading}"] if reading else []
        subprocess.run(
            [*words, "--outdir", str(out), *map(str, paths)], capture_output=True, check=True, env=with_font()
        )
        ending = to.partition(":")[0]
        return {path.name: out.joinpath(f"{path.stem}.{ending}").read_bytes() for path in paths}
