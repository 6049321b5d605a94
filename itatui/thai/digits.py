"""Thai and Arabic digits, each for the other."""

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


def thai_digits(text: str) -> str:
    """`text` with Arabic digits written as Thai ones."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """`text` with Thai digits written as Arabic ones."""
    return text.translate(_TO_ARABIC)
