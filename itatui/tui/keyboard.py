"""The keys of the Latin layout and what the same keys send with the Thai layout on.

Source: Kedmanee, the layout of TIS 820-2538, unshifted.
"""

from textual.keys import _character_to_key

KEDMANEE = dict(
    zip(
        "1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./",
        "ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ",
        strict=True,
    )
)
"""What each key sends with the Thai layout on, by what it sends with the Latin one."""

_SHOWN = {"delete": "Del", "insert": "Ins", "escape": "Esc", "question_mark": "?", "enter": "Enter", "tab": "Tab"}
_SHOWN |= {"left": "←", "right": "→", "space": "Space"}


def both_layouts(key: str) -> tuple[str, ...]:
    """A key by its Textual name, and the name of what it sends with the Thai layout on, where that differs."""
    if key not in KEDMANEE:
        return (key,)
    return _character_to_key(key), _character_to_key(KEDMANEE[key])


def shown(key: str) -> str:
    """A key as people read it: `F2`, `^Z`, `Alt+↑`."""
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    if key.startswith("alt+"):
        return "Alt+" + {"up": "↑", "down": "↓"}.get(key[4:], key[4:])
    if key.startswith("shift+"):
        return f"⇧{shown(key[6:])}"
    return _SHOWN.get(key, key.upper() if len(key) <= 3 else key)
