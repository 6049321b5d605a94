"""Typed numbers, amounts of money and percentages, kept as plain decimal texts such as `-1200.5`."""

from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, quote

MAX_DIGITS = 15
"""Digits of the longest number on either side of the point: beyond, programs that read the file would round it."""


def parse_number(text: str) -> str:
    """Return a typed number as a plain decimal; empty if it is blank. Thai digits, commas and spaces are understood.

    `UsageError` if it is not a number.
    """
    plain = arabic_digits(text).replace(",", "").replace(" ", "").replace("−", "-")
    if not plain:
        return ""
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, point, fraction = digits.partition(".")
    if digits.startswith("-") or not is_plain(digits):
        raise UsageError(_("{word} is not a number").format(word=quote(text)))
    return f"{sign}{int(whole)}{point}{fraction}"


def parse_money(text: str) -> str:
    """Return a typed amount in baht, with up to two decimals; empty if it is blank. `UsageError` if it is none."""
    stripped = text.strip().removesuffix("บาท").removeprefix("฿")
    try:
        amount = parse_number(stripped)
    except UsageError:
        amount = "-"
    if amount.startswith("-") or len(amount.partition(".")[2]) > 2 or (text.strip() and not amount):
        raise UsageError(_("{word} is not an amount in baht: write it as 50,000 or 1200.50").format(word=quote(text)))
    return amount


def parse_percent(text: str) -> str:
    """Return a typed percentage, 0 to 100; empty if it is blank. `UsageError` if it is none."""
    stripped = text.strip().removeprefix("ร้อยละ").removesuffix("%")
    try:
        share = parse_number(stripped)
    except UsageError:
        share = "-"
    if share.startswith("-") or (share and float(share) > 100) or (text.strip() and not share):
        raise UsageError(_("{word} is not a percentage from 0 to 100").format(word=quote(text)))
    return share


def grouped(number: str) -> str:
    """Return a plain decimal with commas between the thousands."""
    if not is_plain(number):
        return number
    whole, point, fraction = number.removeprefix("-").partition(".")
    return f"{'-' if number.startswith('-') else ''}{int(whole):,}{point}{fraction}"


def is_plain(text: str) -> bool:
    """Return whether a text is a plain decimal. A field of another kind may have had its name before."""
    whole, point, fraction = text.removeprefix("-").partition(".")
    parts = (whole, fraction) if point else (whole,)
    return all(part.isascii() and part.isdigit() and len(part) <= MAX_DIGITS for part in parts)
