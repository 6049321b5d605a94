"""Pseudo-random texts and widths from a seed: more and longer texts than Hypothesis tries."""

from collections.abc import Iterator
from random import Random

from tests.support.thai_texts import MARKS, divided

_SIGNS = ["ๆ", "ฯ", "ฯลฯ", " ๆ ", "(", ")", "[", "]", "“", "”", "-", "–", "/", ",", ".", ":", ";", "!", "?", "%", "฿"]
_SHORT = ["อบต.", "ป.ป.ช.", "พ.ศ.", "ก.พ.ร.", "น.", "ม.ค.", "รพ.สต.", "นายก อบต.", "O34", "E-Service", "ITA", "Q&A"]
_LONG = ["องค์การบริหารส่วนตำบล", "กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยามหาดิลก", "Verylongunbrokenforeignname"]
_ODD = ["\n", "\t", "  ", "\u200b", "漢字", "é", "e\u0301", "👩\u200d💻", "🇹🇭", "\u00a0", "…", "เ", "แ", "ำ", "ๅ"]


def generated(seed: int, count: int) -> Iterator[tuple[str, int]]:
    """Yield `count` texts, each with a width in cells; equal seeds give equal texts."""
    random = Random(seed)
    words = [word for name in ("gold.txt", "sentences.txt", "unseen.txt") for line in divided(name) for word in line]
    for number in range(count):
        if number % 500 == 499:
            yield _run(random, words, 2000), random.randint(1, 60)
        else:
            size = random.choice([3, 10, 30, 60])
            yield "".join(_piece(random, words) for _ in range(random.randint(0, size))), random.randint(1, 60)


def _piece(random: Random, words: list[str]) -> str:
    kind = random.random()
    if kind < 0.55:
        return random.choice(words) + random.choice(["", "", "", " "])
    if kind < 0.65:
        return random.choice(_SIGNS)
    if kind < 0.73:
        return random.choice(_SHORT) + random.choice(["", " "])
    if kind < 0.80:
        return _number(random)
    if kind < 0.84:
        return f"https://www.example.go.th/{random.choice(words).strip()}/a-b_{random.randint(0, 99)}.pdf?x=1&y=2#z"
    if kind < 0.87:
        return random.choice(_LONG) * random.randint(1, 3)
    if kind < 0.93:
        return "".join(random.choices([*MARKS, "ก", "ที่", "น้ำ", "ะ", "า"], k=random.randint(1, 6)))
    if kind < 0.97:
        return random.choice(_ODD)
    return chr(
        random.choice([random.randint(0x20, 0x7E), random.randint(0x0E00, 0x0E7F), random.randint(0xA0, 0x2FFF)])
    )


def _number(random: Random) -> str:
    number = f"{random.randint(0, 99999):,}"
    forms = [number, f"{number}.50", f"1 – {random.randint(2, 4)}", "๒๕๖๗", f"({number})", f"{number}%", "08.30–12.00"]
    return random.choice(forms)


def _run(random: Random, words: list[str], length: int) -> str:
    """Return `length` code points without spaces."""
    kind = random.randrange(3)
    if kind == 0:
        return random.choice(["ก", "ที่", "ประชาชน", "ๆ", "a", "ฃี้", "1", "(", "น้ำ"]) * length
    if kind == 1:
        return "".join(map(chr, random.choices([*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)], k=length)))
    return "".join(word for word in random.choices(words, k=length // 4) if word != " ")[:length]
