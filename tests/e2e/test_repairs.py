"""What a PDF gives, pasted into a field and repaired by the keys of the Thai layout, in a small terminal."""

from itatui.store import RegisterFile
from tests.reference import extracted, reference
from tests.support.officer import EDITOR, LIST, SAVED, leaves, result, sits_down
from tests.support.terminal import Server


def test_a_column_of_a_pdf_becomes_the_reports_text(server: Server, file: RegisterFile) -> None:
    text = extracted()
    start = text.index("ได้มีการพัฒนาเพ่ิมบริการ E")
    column = text[start : text.index("\n- ฝ่ายเทคโนโลยีสารสนเทศ")]
    terminal = sits_down(server, file, (80, 24))
    terminal.press("F2")
    terminal.sees(EDITOR)
    terminal.press("F7")
    terminal.paste(column.replace("ได้มี", "ไดม้ี"))
    terminal.sees("2 ตัวอักษร", "น่าสงสัย 2 แห่ง", "(พ)")
    terminal.press("Escape")
    terminal.sees(LIST)
    terminal.write("พ")
    terminal.sees("ซ่อมข้อความ IIT-1", "[-ไดมี้-]{+ได้มี+}", "แก้ทั้งหมด")
    terminal.write("ฟ")
    terminal.sees(LIST, SAVED, "ซ่อมแล้ว 2 แห่ง")
    assert leaves(terminal) == 0
    assert result(file, "IIT-1").strip() == reference()["tracks"][1]["results"][1]["text"]
