"""html-validate on an exported page."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.documents.readers import TOOLS_VARIABLE, MissingReaderError


def validated(*pages: bytes) -> list[str]:
    """Return the lines that html-validate prints about pages; none if all is well. Raise `MissingReaderError`."""
    folder = os.environ.get(TOOLS_VARIABLE, "")
    program = Path(folder, "node_modules", ".bin", "html-validate")
    if not folder or not shutil.which("node") or not program.exists():
        raise MissingReaderError(f"node, or html-validate in ${TOOLS_VARIABLE}")
    with tempfile.TemporaryDirectory() as scratch:
        paths = [Path(scratch, f"{number}.html") for number in range(len(pages))]
        for path, page in zip(paths, pages, strict=True):
            path.write_bytes(page)
        ran = subprocess.run([str(program), *map(str, paths)], capture_output=True, text=True, check=False)
    return ran.stdout.splitlines() or ([f"exit {ran.returncode}"] if ran.returncode else [])
