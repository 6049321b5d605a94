"""Floor of a command that prints a table: Python and Rich, with its own wrapping, on the same register file."""

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table


def main() -> None:
    table = Table(show_lines=True)
    for title in ("แบบวัด", "มาตรการ", "สรุปผล", "ผู้รับผิดชอบ", "ผลลัพธ์"):
        table.add_column(title, overflow="fold")
    for measure in json.loads(Path(sys.argv[-1]).read_text(encoding="utf-8"))["measures"].values():
        table.add_row(
            measure["track"],
            measure["activity"],
            measure["result"],
            ", ".join(measure["responsible"]),
            measure["outcome"],
        )
    Console(width=120).print(table, markup=False)


if __name__ == "__main__":
    main()
