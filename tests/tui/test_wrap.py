"""Our line breaks in Textual's editor, labels and overlays."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from rich.segment import Segment
from textual import content
from textual.document import _wrapped_document
from textual.geometry import Region
from textual.widgets._toast import ToastRack

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.thai import cells, truncate, wrap, wrap_offsets
from itatui.tui.terminal import line_breaker
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.support.meetings import open_meeting

LONG = "ประชาสัมพันธ์หรือเผยแพร่คู่มือให้แก่บุคคลภายนอกผ่านทางเครือข่ายสังคมออนไลน์น้ำใจ" * 3


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_the_editor_uses_our_line_breaks(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
        await desk.press("f2", "f7")
        await desk.paste(LONG)
        editor = desk.main.editor
        assert editor is not None
        breaks = [0, *editor.wrapped_document.get_offsets(0), len(LONG)]
        sections = [LONG[start:end] for start, end in pairwise(breaks)]
        width = editor.wrap_width
        assert sections == [LONG[start:end] for start, end in wrap_offsets(LONG, width)]
        assert len(sections) > 3
        for section in sections:
            assert section in desk.text


def rows_of(desk: Desk, area: Region) -> set[str]:
    """Return the texts on the screen between the left and the right side of an area."""
    strips = desk.app.screen._compositor.render_strips()
    return {strip.crop(area.x, area.right).text.strip(" │┃▌") for strip in strips} - {""}


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (100, 30), (200, 60)])
@pytest.mark.parametrize("place", ["the detail", "the meeting"])
async def test_texts_break_alike_while_read_and_while_written(
    file: RegisterFile, size: tuple[int, int], place: str
) -> None:
    text = LONG.replace("น้ำใจ", " สู่สาธารณะ ") * 2
    file.apply(set_field(file.load().measures[0], "result", text))
    async with open_screen(file, size) as desk:
        if place == "the meeting":
            await open_meeting(desk)
        await desk.press("f2")
        editor = desk.editor
        assert editor is not None
        lines = [text[start:end].rstrip() for start, end in wrap_offsets(text, editor.wrap_width)]
        assert len(lines) > 2
        await desk.until(lambda: lines[-1] in desk.text)
        area = editor.content_region
        await desk.press("escape")  # a small page of the meeting has room for the first lines only
        await desk.until(lambda: desk.editor is None and set(lines[:2]) <= rows_of(desk, area), "for the same lines")


async def test_labels_use_our_line_breaks(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("delete")
        text = truncate(desk.main.shown[0].activity, 160)
        lines = wrap(text, desk.app.screen.query("Static")[1].size.width)
        assert len(lines) > 1
        for line in lines:
            assert f" {line} " in desk.text


async def test_notifications_use_our_line_breaks(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        text = LONG.replace("น้ำ", "ดี")
        desk.main.tell(text)
        rack = desk.app.screen.get_child_by_type(ToastRack)
        await desk.until(lambda: rack.query("Toast") and rack.query("Toast").first().content_size.width)
        await desk.pilot.pause()
        lines = wrap(text, rack.query("Toast").first().content_size.width)
        assert len(lines) > 1
        await desk.until(lambda: all(line.rstrip() in desk.text for line in lines), "for those lines")


@pytest.mark.parametrize(
    ("owner", "name", "install"),
    [
        (_wrapped_document, "compute_wrap_offsets", line_breaker.install_in_editors),
        (content, "divide_line", line_breaker.install),
        (Segment, "split_cells", line_breaker.install),
    ],
    ids=["editors", "labels", "overlays"],
)
def test_a_moved_name_is_reported(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, install: Callable[[], None]
) -> None:
    monkeypatch.delattr(owner, name)
    with pytest.raises(RuntimeError, match=name):
        install()


@pytest.mark.parametrize("text", ["ที่นี่มีน้ำใจ", "กำลัง ทำ", "เพื่อนกู้เงิน"])
def test_a_split_never_cuts_a_cluster(text: str) -> None:
    line_breaker.install()
    for cut in range(1, cells(text)):
        left, right = Segment(text).split_cells(cut)
        assert (cells(left.text), cells(right.text)) == (cut, cells(text) - cut)
        assert cells(right.text[0]), right.text
        assert not right.text.startswith("ำ")
        assert _without_sara_am(left.text + right.text) == _without_sara_am(text)


def _without_sara_am(text: str) -> str:
    """Return the text without ำ and its possible forms at a cut: spaces, the ring, and า."""
    return text.translate(dict.fromkeys(map(ord, "ำ\u0e4dา ")))
