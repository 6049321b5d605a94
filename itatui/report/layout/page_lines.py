"""The lines of a page, with the borders of its tables, in parts with their tones."""

from collections.abc import Iterator

from itatui.report.layout.grid_lines import Span, grid_lines
from itatui.report.layout.lines import Block
from itatui.report.layout.page import PageLayout
from itatui.thai import pad


def page_lines(page: PageLayout, *, ascii: bool = False) -> Iterator[list[Span]]:  # noqa: A002
    """Yield the lines of a page, each as wide as the page, or empty. `ascii` draws borders of ASCII characters."""
    for part in page.parts:
        if part is None:
            yield []
        elif isinstance(part, Block):
            for line in part.lines:
                yield [(pad(line, page.width), part.tone)]
        else:
            yield from grid_lines(part, ascii=ascii)
