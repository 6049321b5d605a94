"""Evidence as label and link: add, edit, move and remove pieces, choose a file, copy a link; links in the detail."""

import pytest
from rich.color import ColorSystem
from rich.style import Style

from itatui.domain.edits import set_field
from itatui.domain.measure import Evidence
from itatui.store import RegisterFile
from itatui.tui.dialogs.evidence import EvidenceDialog, EvidenceForm
from itatui.tui.environment import takes_links
from itatui.tui.terminal.sgr import SgrWriter
from itatui.tui.widgets.measure_detail_lines import measure_lines
from tests.support import registers
from tests.support.borders import torn
from tests.support.desk import MIDDLE, NARROW, TODAY, WIDE, Desk, open_screen
from tests.tui.conftest import Make

A, B = Evidence("คำสั่งที่ ๑", "https://example.go.th/1"), Evidence("ภาพ", "https://example.go.th/2")
SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])


async def open_evidence(desk: Desk, kind: type) -> None:
    await desk.go_to("evidence")
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, kind), "for the evidence")


async def fill_in(desk: Desk, piece: Evidence) -> None:
    await desk.write(piece.label)
    await desk.press("enter")
    await desk.write(piece.target)
    await desk.press("enter")


def pieces(desk: Desk) -> tuple[Evidence, ...]:
    return desk.on_disk().measures[0].evidence


def with_evidence(make: Make, *evidence: Evidence) -> RegisterFile:
    register = registers.late()
    first, *others = register.measures
    return make(register._replace(measures=(first._replace(evidence=evidence), *others)))


@SIZES
async def test_first_piece_is_asked_at_once(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
        await open_evidence(desk, EvidenceForm)
        assert torn(desk.app, desk.lines) == []
        assert "F4: เลือกไฟล์" in desk.text
        await fill_in(desk, A)
        await desk.saved()
        assert pieces(desk) == (A,)
        assert desk.app.screen is desk.main
        assert A.label in desk.text
        assert len(file.history()) == 1


async def test_first_letter_begins_the_label(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("evidence")
        await fill_in(desk, A)
        await desk.saved()
        assert pieces(desk) == (A,)


@pytest.mark.parametrize(
    ("label", "link", "piece"),
    [
        ("คำสั่ง https://example.go.th/3", "", Evidence("คำสั่ง", "https://example.go.th/3")),
        ("คำสั่ง | a.pdf", "", Evidence("คำสั่ง", "a.pdf")),
        ("", "a.pdf", Evidence("", "a.pdf")),
    ],
)
async def test_address_in_the_label_is_the_link(file: RegisterFile, label: str, link: str, piece: Evidence) -> None:
    async with open_screen(file) as desk:
        await open_evidence(desk, EvidenceForm)
        await fill_in(desk, Evidence(label, link))
        await desk.saved()
        assert pieces(desk) == (piece,)


async def test_empty_piece_is_refused(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_evidence(desk, EvidenceForm)
        await desk.press("ctrl+s")
        assert "โปรดระบุชื่อหลักฐานหรือลิงก์ก่อน" in desk.text
        await desk.press("escape")
        assert pieces(desk) == ()


@SIZES
async def test_pieces_are_added_edited_moved_and_removed(make: Make, size: tuple[int, int]) -> None:
    async with open_screen(with_evidence(make, A), size) as desk:
        await open_evidence(desk, EvidenceDialog)
        assert torn(desk.app, desk.lines) == []
        await desk.press("ctrl+n")
        await fill_in(desk, B)
        await desk.saved()
        assert pieces(desk) == (A, B)
        await desk.press("down", "บ")
        await desk.saved()
        assert pieces(desk) == (B, A)
        await desk.press("down", "enter", "end")
        await desk.write(" แก้ไข")
        await desk.press("ctrl+s")
        await desk.saved()
        assert pieces(desk) == (B, A._replace(label="คำสั่งที่ ๑ แก้ไข"))
        await desk.press("up", "delete")
        await desk.saved()
        assert pieces(desk) == (A._replace(label="คำสั่งที่ ๑ แก้ไข"),)
        await desk.press("escape", "ctrl+z")
        await desk.saved()
        assert len(pieces(desk)) == 2


async def test_piece_that_another_user_has_removed_is_not_opened(make: Make) -> None:
    file = with_evidence(make, A, B)
    async with open_screen(file) as desk:
        await open_evidence(desk, EvidenceDialog)
        await desk.press("down")
        other = RegisterFile(file.path)
        other.apply(set_field(other.load().measures[0], "evidence", (A,)))
        await desk.poll()
        await desk.press("enter")
        assert isinstance(desk.app.screen, EvidenceDialog)
        assert B.label not in desk.text.partition("เพิ่มหลักฐาน")[0].rpartition("หลักฐานของ")[2]


async def test_draft_of_a_piece_is_offered_again(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_evidence(desk, EvidenceForm)
        await desk.write("ข้อความที่ยังไม่เสร็จ")
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.main, "for the detail")
        await desk.press("enter")
        await desk.until(lambda: "ข้อความที่ยังไม่เสร็จ" in desk.text, "for the draft")


@pytest.mark.parametrize(
    ("target", "is_told"),
    [("https://example.go.th", False), ("beside.pdf", False), ("gone.pdf", True), ("คำสั่งที่ 1", True)],
)
async def test_target_that_is_neither_link_nor_file_is_told(file: RegisterFile, target: str, is_told: bool) -> None:
    (file.path.parent / "beside.pdf").write_text("")
    async with open_screen(file) as desk:
        await open_evidence(desk, EvidenceForm)
        await fill_in(desk, Evidence("ก", target))
        await desk.saved()
        assert pieces(desk) == (Evidence("ก", target),)
        assert any("ไม่พบไฟล์" in message for message in desk.messages) is is_told


async def test_file_is_chosen_from_a_folder(file: RegisterFile) -> None:
    folder = file.path.parent / "หลักฐาน"
    folder.mkdir()
    (folder / "คำสั่ง.pdf").write_text("")
    (folder / "ไม่\nดี.pdf").write_text("")
    async with open_screen(file) as desk:
        await open_evidence(desk, EvidenceForm)
        await desk.write("คำสั่ง")
        await desk.press("f4")
        await desk.until(lambda: "หลักฐาน/" in desk.text, "for the folder")
        await desk.press("down", "enter")
        await desk.until(lambda: "คำสั่ง.pdf" in desk.text, "for the file")
        assert "ดี.pdf" not in desk.text
        await desk.press("down", "enter")
        await desk.until(lambda: isinstance(desk.app.screen, EvidenceForm), "for the form")
        await desk.press("enter")
        await desk.saved()
        assert pieces(desk) == (Evidence("คำสั่ง", "หลักฐาน/คำสั่ง.pdf"),)


@pytest.mark.parametrize("keys", [("ctrl+c",), ("enter", "แ")])
async def test_link_is_copied_and_told(make: Make, keys: tuple[str, ...]) -> None:
    async with open_screen(with_evidence(make, A)) as desk:
        await desk.go_to("evidence")
        await desk.press(*keys)
        assert desk.app.clipboard == A.target
        assert "คัดลอก https://example.go.th/1 แล้ว" in desk.messages[-1]
        assert "เทอร์มินัล" in desk.messages[-1]


async def test_nothing_is_copied_without_a_link(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("evidence")
        await desk.press("ctrl+c")
        assert "ไม่มีลิงก์" in desk.messages[-1]


def test_label_in_the_detail_is_a_link() -> None:
    register = registers.late()
    hostile = Evidence("ร้าย", "https://a\x1b]52;c;eA==\x07")
    measure = register.measures[0]._replace(evidence=(A, Evidence("ไฟล์", "a.pdf"), hostile))
    lines = measure_lines(register._replace(measures=(measure,)), measure, TODAY, 40).lines
    links = [(segment.text, segment.link) for line in lines for segment in line if segment.link]
    assert links == [(A.label, A.target)]


def test_hostile_address_is_sent_as_text_alone() -> None:
    writer = SgrWriter(ColorSystem.TRUECOLOR)
    for address in ("https://a\x1b\\", "https://a\x07", "https://a;b", "https://ก"):
        assert "\x1b]8" not in writer.write("ก", Style(link=address))


def test_terminal_without_links_gets_none() -> None:
    assert "\x1b]8" not in SgrWriter(ColorSystem.TRUECOLOR, links=False).write("ก", Style(link=A.target))
    assert [takes_links({"TERM": name}) for name in ("xterm-256color", "tmux", "linux", "vt100", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]
