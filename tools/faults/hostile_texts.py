"""Texts that try to harm terminals, markup, spreadsheets, layouts or readers."""

OSC = "\x1b]52;c;SE9TVElMRQ==\x07"
"""Would set the clipboard."""
CSI = "\x1b[38;5;201m\x1b[2J\x1b[7;77H"
"""Would set a colour, clear the screen and move the cursor in a way that itatui never does."""

TEXTS = {
    "ESC": "ก\x1bข",
    "CSI": f"ก{CSI}ข",
    "CSI that reports": "ก\x1b[6n\x1b[c\x1b[?1049lข",
    "OSC 52": f"ก{OSC}ข",
    "OSC 52, ST": "ก\x1b]52;c;SE9TVElMRQ==\x1b\\ข",
    "OSC 8": "ก\x1b]8;;file:///etc/passwd\x1b\\ที่นี่\x1b]8;;\x1b\\ข",
    "OSC 0": "ก\x1b]0;HOSTILE\x07ข",
    "DCS": "ก\x1bP$q q\x1b\\ข\x1b_APC\x1b\\\x1b^PM\x1b\\\x1bXSOS\x1b\\",
    "half a sequence": "ก\x1b]52;c;SE9TVElM",
    "C1 CSI": "ก\x9b38;5;201mข",
    "C1 OSC": "ก\x9d52;c;SE9TVElMRQ==\x9cข",
    "C1 all": "ก" + "".join(map(chr, range(0x80, 0xA0))) + "ข",
    "C0 all": "ก" + "".join(map(chr, [*range(9), *range(11, 32), 127])) + "ข",
    "NUL": "ก\x00ข",
    "BEL": "ก\x07\x07\x07ข",
    "backspaces": "ดี\b\b\bเลว",
    "carriage returns": "ก\rข\r\nค",
    "charsets": "ก\x0e\x1b(0lqk\x0fข",
    "bidi": "ก\u202eข\u2066ค\u2069\u200f\u061cง",
    "lone surrogates": "ก\ud83dข\udc80\udc9b31mค",
    "lines of Unicode": "ก\u2028ข\u2029ค\x85ง",
    "noncharacters": "ก\ufffeข\uffff\U0001ffffค\ufdd0",
    "markup": "[/] [red] $accent [a-1] [ A ] [@click=app.quit]x[/] [link=file:///]y[/link]",
    "markup of Rich": "[bold]ก[/bold] [/red] \\[x] :smile: {x} %s %(prog)s ${HOME} $(id) `id`",
    "a formula": "=1+1",
    "formulas": '@SUM(A1:A9)\t+1\n-1\n=HYPERLINK("https://example.org")',
    "quotes": "\"'\\\\ \\x1b[31m \\u001b </script><b>&amp;",
    "blanks": " \t \n ก  ข \t\n\n",
    "wide and narrow": "ｗｉｄｅ 한글 🙂 👩‍👩‍👧 ①½ﷺ",
    "zero width": "ก\u200bข\u200c\u200d\u2060\ufeff\u00adค",
    "a flood of marks": "ก" + "\u0301" * 300 + "ข" + "่" * 60 + "ิ" * 60,
    "marks alone": "่ ิ ์่้๊๋ ำ ็",
    "misordered": "เพ่ือให้ไดม้ี ก่ีคร้ัง ท่ี น้ำ นํ้า ํา้",
    "long without a space": "ที่นี่" * 400,
    "long word": "x" * 3_000,
    "long": "อบต.ปากกราน ได้ดำเนินการแล้ว " * 700,
    "many lines": "ก\n" * 500,
    "like a message": "ก\nitatui: saved\nบันทึกแล้ว",
}
"""Texts by name, including half surrogate pairs, which no valid text has."""

BYTES = {
    "raw C1": b"\xe0\xb8\x81\x9b38;5;201m\xe0\xb8\x82",
    "overlong ESC": b"\xc0\x9b[2J \xe0\x80\x9b]52;c;SE9TVElMRQ==\x07",
    "half a letter": b"\xe0\xb8",
    "Thai of Windows": "ไทย".encode("cp874"),
    "UTF-16": "ก\x1b[2J".encode("utf-16"),
}
"""Bytes that are not UTF-8."""

MARKS = (
    *(b"\x1b[38;5;201m", b"\x9b38;5;201m", b"\x1b[2J\x1b[7;77H", b"\x1b]52", b"\x1b]8;;file", b"\x1b]0;HOST"),
    *(b"\x1bP$q", b"\x1b_A", b"\x1bXS", b"\x1b(0l"),
)
"""Parts of the sequences above that must never reach a terminal."""
