"""Clean sentences: those of the reference report and of the divided lines, and made ones, always the same.

Made ones go on from each word as some clean line goes on from it, so they read like this field's prose; now and then a
word of the shipped list stands among them, a number, or an abbreviation.
"""

import random
from itertools import pairwise

from itatui.thai.build_dictionary import general_words
from itatui.thai.dictionary import spelling
from tests.support.thai_texts import divided, reference_texts

_BEGIN, _END = "<", ">"


def clean_sentences(count: int) -> list[str]:
    """So many clean sentences: true ones first."""
    lines = divided("gold.txt") + divided("sentences.txt")
    true = list(dict.fromkeys([*reference_texts(), *("".join(line) for line in lines)]))
    follows: dict[str, list[str]] = {}
    for line in lines:
        for word, after in pairwise([_BEGIN, *line, _END]):
            follows.setdefault(word, []).append(after)
    general = sorted(word for word in general_words(spelling()) if len(word) > 3)
    chance = random.Random(2567)
    made = (_made(follows, general, chance) for _ in range(2 * count))
    return [*true, *made][:count]


def _made(follows: dict[str, list[str]], general: list[str], chance: random.Random) -> str:
    words: list[str] = []
    word = chance.choice(follows[_BEGIN])
    while word != _END and len(words) < 60:
        words.append(word)
        if word == " " and chance.random() < 0.2:
            words.append(chance.choice([*general, "พ.ศ. ๒๕๖๗", "(ITA)", "1 – 4", "อบต.", "ต่าง ๆ", "ฯลฯ"]) + " ")
        word = chance.choice(follows[word])
    return "".join(words).strip()
