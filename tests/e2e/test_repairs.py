"""Text pasted from a PDF is repaired with keys of the Thai layout, in a terminal of 80×24 cells."""

from itatui.store import RegisterFile
from tests.reference import extracted, reference
from tests.support.officer import EDITOR_FOOTER, LIST_FOOTER, SAVED, open_app, quit_app, saved_result
from tests.support.terminal import Server


def test_pasted_pdf_text_is_repaired_to_the_reports_text(server: Server, file: RegisterFile) -> None:
    text = extracted()
    start = text.index("ได้มีการพัฒนาเพ่ิมบริการ E")
    column = text[start : text.index("\n- ฝ่ายเทคโนโลยีสารสนเทศ")]
    terminal = open_app(server, file, (80, 24))
    terminal.press("F2")
    terminal.wait_for(EDITOR_FOOTER)
    terminal.press("F7")
    terminal.paste(column.replace("ได้มี", "ไดม้ี"))
    terminal.wait_for("แล้ว 2 แห่ง", "ควรตรวจสอบ 2 แห่ง", "(พ)")
    terminal.press("Escape")
    terminal.wait_for(LIST_FOOTER)
    terminal.press("Escape")  # to the list: on a text the key would be written
    terminal.wait_until_idle()
    terminal.write("พ")
    terminal.wait_for("ตรวจแก้ข้อความ IIT-1", "[-ไดมี้-]{+ได้มี+}", "แก้ทั้งหมด")
    terminal.wait_until_idle()  # signs in quick succession are prose
    terminal.write("ฟ")
    terminal.wait_for(LIST_FOOTER, SAVED, "แก้แล้ว 2 แห่ง")
    assert quit_app(terminal) == 0
    assert saved_result(file, "IIT-1").strip() == reference()["tracks"][1]["results"][1]["text"]


def test_pasted_split_sara_am_is_joined_and_saved(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file, (80, 24))
    terminal.press("F2")
    terminal.wait_for(EDITOR_FOOTER)
    terminal.press("F7")
    terminal.paste("ส านักปลัดได้จัดท าค าสั่ง และน้ ามันเชื้อเพลิงตามจ านวนที่ก าหนด")
    terminal.wait_for("แล้ว 6 แห่ง")
    terminal.press("Escape")
    terminal.wait_for(LIST_FOOTER, SAVED)
    assert quit_app(terminal) == 0
    assert saved_result(file, "IIT-1") == "สำนักปลัดได้จัดทำคำสั่ง และน้ำมันเชื้อเพลิงตามจำนวนที่กำหนด"
