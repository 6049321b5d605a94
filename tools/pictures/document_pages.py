"""Pictures of the first page of the exported report, as poppler and LibreOffice show it; left out without them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from itatui.report.documents import document
from itatui.report.look import Look
from itatui.report.model import Report
from itatui.resources import location

_DOTS = 72
"""Dots of the pictures in an inch."""
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<cachedir>{scratch}/fonts</cachedir></fontconfig>"""


def draw_pages(report: Report, pictures: Path, scratch: Path) -> None:
    """Draw the first page as PDF, DOCX and XLSX."""
    if not shutil.which("pdftoppm") or not shutil.which("soffice"):
        print("no pictures of documents: poppler-utils or LibreOffice is missing", file=sys.stderr)
        return
    settings = scratch / "fonts.conf"
    settings.write_text(_FONTS.format(fonts=location("data", "fonts"), scratch=scratch), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    for ending in ("pdf", "docx", "xlsx"):
        path = scratch / ending / f"report.{ending}"
        path.parent.mkdir()
        path.write_bytes(document(report, Look(), ending))
        if ending != "pdf":
            words = ["soffice", f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless"]
            words += ["--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
            subprocess.run(words, check=True, capture_output=True, env=environment)
        words = ["pdftoppm", "-r", str(_DOTS), "-png", "-singlefile", "-gray", str(path.with_suffix(".pdf"))]
        subprocess.run([*words, str(pictures / f"report-{ending}")], check=True)
