"""Edit distance between the text copied from the PDF of the reference report and the report, without white space."""

from typing import Any

from tests.reference import reference


def printed() -> str:
    """Return the text of the report in the order of the PDF, without white space."""
    report = reference()
    columns = report["columns"]
    head = "".join(columns[name] for name in ("track", "measures", "results", "responsible", "outcome"))
    rows = "".join(head + _row(track) for track in report["tracks"])
    return squeezed(report["title"] + report["subtitle"] + rows)


def _row(track: dict[str, Any]) -> str:
    measures = "".join(f"{number}.{text}" for number, text in enumerate(track["measures"], 1))
    results = "".join(f"-{bullet['text']}" for bullet in track["results"])
    return "".join(
        [track["label"], measures, results, track["responsible_text"], track["period_text"], track["outcome"]]
    )


def squeezed(text: str) -> str:
    """Remove white space."""
    return "".join(text.split())


def distance(first: str, second: str, most: int = 100) -> int:
    """Return the Levenshtein distance of two texts in code points, at most `most`."""
    row = dict(enumerate(range(most + 1)))
    for at, letter in enumerate(first, 1):
        now = {at - most - 1: most} if at > most else {0: at}
        for place in range(max(1, at - most), min(len(second), at + most) + 1):
            changed = row.get(place - 1, most) + (letter != second[place - 1])
            now[place] = min(changed, row.get(place, most) + 1, now.get(place - 1, most) + 1)
        row = now
    return min(row.get(len(second), most), most)
