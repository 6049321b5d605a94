"""Register files, each written by the checkout that reads it: another checkout may have another format."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bench.target import environment

_WRITE = """
import sys
from pathlib import Path
from itatui.store import create
from tools.bench import registers
path, size, texts = sys.argv[1:]
register = registers.build_register(int(size))
if texts == "own":
    register = registers.with_own_shape(register)
elif texts:
    register = registers.with_long_texts(register, spaced=texts == "spaced")
create(Path(path), register)
"""


def write_register(root: Path, path: Path, size: int, texts: str = "") -> Path:
    """Write the register of `size` measures by the code of a checkout; `texts` may be `long`, `spaced` or `own`."""
    with tempfile.TemporaryDirectory(prefix="itatui-bench-") as home:
        argv = [sys.executable, "-c", _WRITE, str(path), str(size), texts]
        subprocess.run(argv, env=environment(home, root), cwd=home, check=True)
    return path
