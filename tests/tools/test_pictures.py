"""The pictures of the documentation."""

import re

from rich.segment import Segment

from tools.pictures.moving_picture import Frame, moving_picture

FRAMES = [
    Frame([[Segment("title")], [Segment("one")]], 1),
    Frame([[Segment("title")], [Segment("two")]], 2),
    Frame([[Segment("title")], [Segment("one")]], 1),
]


def shown(svg: str, seconds: float) -> list[str]:
    """Return the texts that the rules of an SVG show at a time."""
    style, drawn = svg.split("</style>")
    hidden = set()
    for name, steps in re.findall(r"@keyframes (\w+)\{(.*?\})\}", style):
        rules = [(float(at), state) for at, state in re.findall(r"([\d.]+)%\{visibility:(\w+)\}", steps)]
        if [state for at, state in rules if at <= 100 * seconds / 4][-1] == "hidden":
            hidden.add(name)
    visible = re.sub(r'<g class="(\w+)">.*?</g>', lambda group: "" if group[1] in hidden else group[0], drawn)
    return re.findall(r">([a-z]+)</text>", visible)


def test_each_frame_is_shown_for_its_seconds() -> None:
    svg = moving_picture(FRAMES, 5)
    assert [shown(svg, seconds) for seconds in (0.5, 1.5, 2.9, 3.5)] == [
        ["title", "one"],
        ["title", "two"],
        ["title", "two"],
        ["title", "one"],
    ]


def test_a_row_is_drawn_once_for_each_content() -> None:
    svg = moving_picture(FRAMES, 5)
    assert [svg.count(f">{word}<") for word in ("title", "one", "two")] == [1, 1, 1]


def test_the_first_frame_is_shown_where_nothing_moves() -> None:
    rules = moving_picture(FRAMES, 5).split("@media")[0]
    assert re.findall(r"\.(\w+)\{visibility:hidden\}", rules) == ["m1"]
    assert '<g class="m1"><text' in moving_picture(FRAMES, 5) and "two" in moving_picture(FRAMES, 5).split('"m1">')[1]
