"""How far the text that the PDF of the reference report gives is from the report, in letters, white space aside."""

from typing import Any

from tests.reference import reference


def printed() -> str:
    """All that the report says, in the order in which the extraction has it, without white space."""
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
    """The text without white space."""
    return "".join(text.split())


def distance(one: str, other: str, most: int = 100) -> int:
    """The letters to put in, take out or change to make one text the other; `most` when that is not enough."""
    before = list(range(most + 1))
    row = dict(enumerate(before))
    for at, letter in enumerate(one, 1):
        now = {at - most - 1: most} if at > most else {0: at}
        for place in range(max(1, at - most), min(len(other), at + most) + 1):
            changed = row.get(place - 1, most) + (letter != other[place - 1])
            now[place] = min(changed, row.get(place, most) + 1, now.get(place - 1, most) + 1)
        row = now
    return min(row.get(len(other), most), most)
