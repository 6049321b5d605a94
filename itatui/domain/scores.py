"""Last year's scores by indicator: lines such as `1 = 87.50`."""

from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, quote

_SEPARATORS = ("=", "\t", "|", ":", ",")
"""Signs between an indicator and its score, in typed lines and in lines of a table."""
MAX_SCORE = 100.0


def parse_scores(text: str) -> str:
    """Return typed scores in their plain form, a line each; a semicolon ends a line too. `UsageError`."""
    lines = []
    for line in arabic_digits(text).replace(";", "\n").splitlines():
        if not line.strip():
            continue
        sign = next((sign for sign in _SEPARATORS if sign in line), "=")
        code, _sign, value = line.rpartition(sign)
        lines.append(f"{_code(code, line)} = {_value(value, line)}")
    if len(scores_of("\n".join(lines))) != len(lines):
        raise UsageError(_("an indicator has two scores"))
    return "\n".join(lines)


def _code(text: str, line: str) -> str:
    code = text.strip().casefold()
    if not code or len(code.split()) != 1 or "=" in code:
        raise UsageError(_("write a score as 1 = 87.50, not {line}").format(line=quote(line)))
    return code


def _value(text: str, line: str) -> str:
    value = text.strip().removesuffix("%").strip()
    digits = value.replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit() and float(value) <= MAX_SCORE):
        raise UsageError(_("write a score as 1 = 87.50, not {line}").format(line=quote(line)))
    return value


def scores_of(text: str) -> dict[str, float]:
    """Return the scores by indicator of a text in the plain form; lines edited into another form are left out."""
    found = {}
    for line in text.splitlines():
        code, _sign, value = line.partition(" = ")
        if value.replace(".", "", 1).isdigit() and value.isascii():
            found[code] = float(value)
    return found
