"""Moving picture: an SVG that shows frames of a terminal screen one after the other, for ever.

Each row is drawn once for each of its contents; an animation shows it while a frame has it. Programs that do not move
pictures, and readers who prefer none, see the first frame.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment

from tools.pictures.svg import document, line_parts

Shown = tuple[bool, ...]
"""Whether a content is shown, for each frame."""


class Frame(NamedTuple):
    """Lines of a screen, shown for some seconds."""

    lines: Sequence[Sequence[Segment]]
    seconds: float


def moving_picture(frames: Sequence[Frame], width: int) -> str:
    """Return the SVG of the frames, each of the same number of lines of `width` cells."""
    rows = len(frames[0].lines)
    contents = list(_contents(frames, rows))
    moving = sorted({shown for _parts, shown in contents if not all(shown)}, reverse=True)
    names = {shown: f"m{number}" for number, shown in enumerate(moving)}
    parts = [f"<style>{''.join(_style(frames, names))}</style>"]
    for content, shown in contents:
        name = names.get(shown)
        parts.append(f'<g class="{name}">{content}</g>' if name else content)
    return document(width, rows, parts)


def _contents(frames: Sequence[Frame], rows: int) -> Iterator[tuple[str, Shown]]:
    """Yield the different contents of each row, and the frames that show them."""
    for row in range(rows):
        drawn = ["".join(line_parts(frame.lines[row], row)) for frame in frames]
        for content in dict.fromkeys(drawn):
            if content:
                yield content, tuple(content == other for other in drawn)


def _style(frames: Sequence[Frame], names: dict[Shown, str]) -> Iterator[str]:
    """Yield the rules that show and hide each name: the first frame alone where nothing moves."""
    length = sum(frame.seconds for frame in frames)
    for shown, name in names.items():
        if not shown[0]:
            yield f".{name}{{visibility:hidden}}"
    yield "@media (prefers-reduced-motion:no-preference){"
    for name in names.values():
        yield f".{name}{{animation:{name} {length:g}s step-end infinite}}"
    yield "}"
    for shown, name in names.items():
        steps, start = [], 0.0
        for number, frame in enumerate(frames):
            if number == 0 or shown[number] != shown[number - 1]:
                steps.append(f"{100 * start / length:.3f}%{{visibility:{'visible' if shown[number] else 'hidden'}}}")
            start += frame.seconds
        yield f"@keyframes {name}{{{''.join(steps)}}}"
