"""Word segmentation: share of line breaks inside words, added words, and the shipped list."""

import itertools
import os
import subprocess
import sys

import pytest

from itatui.resources import resource
from itatui.thai import add_words, break_points
from itatui.thai.build_dictionary import general_words, make
from itatui.thai.dictionary import LIST_NAME, spelling
from tests.support.thai_texts import divided
from tests.support.wrap_faults import inside


@pytest.mark.parametrize("width", [20, 30, 40])
@pytest.mark.parametrize("name", ["gold.txt", "sentences.txt", "unseen.txt"])
def test_at_most_two_percent_of_breaks_are_inside_words(name: str, width: int) -> None:
    bad, total = inside(divided(name), width)
    assert total > 30 and bad / total <= 0.02


def words(text: str) -> str:
    points = [0, *break_points(text), len(text)]
    return "|".join(text[start:end] for start, end in itertools.pairwise(points))


@pytest.mark.parametrize(
    "expected",
    [
        "ผล|การ|ปฏิบัติราชการ|ปีละ |2 |ครั้ง",
        "ช่องทาง|การ|รับฟัง|ความคิดเห็น",
        "ประจำ|ปีงบประมาณ |พ.ศ. |2568",
        "(ITA)|และ|(OIT)",
        "1.จัดทำ|แผนผัง|แสดง|ขั้นตอน/|ระยะเวลา",
        "ทุก|กองงาน|ใน|อบต.",
    ],
)
def test_breaks_in_mixed_text(expected: str) -> None:
    assert words(expected.replace("|", "")) == expected


def test_breaks_in_text_with_misordered_marks() -> None:
    assert words("ข้ันตอนเพ่ือประชาชน") == "ข้ันตอน|เพ่ือ|ประชาชน"


def test_edit_changes_no_distant_break() -> None:
    text = "ประชาชนได้รับบริการที่ดีและโปร่งใส" * 20
    before = break_points(text)
    after = break_points(text + "มากขึ้น")
    assert after[: len(before) - 5] == before[: len(before) - 5]


def test_added_words_are_never_divided() -> None:
    # In a separate process, since added words cannot be removed.
    script = (
        "from itatui.thai import add_words, break_points\n"
        "assert break_points('ตำบลปากกราน') == [4, 7]\n"
        "add_words(['อบต. ปากกราน', 'O34', ''])\n"
        "assert break_points('ตำบลปากกราน') == [4]\n"
    )
    subprocess.run(
        [sys.executable, "-c", script], check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )


def test_shipped_list_has_the_current_words_of_the_field() -> None:
    general = general_words(spelling())
    assert len(general) > 60_000
    assert "กองช่าง" not in general  # a word of this field only
    shipped = resource("data", LIST_NAME).read_bytes()
    assert shipped == make(general)


def test_longer_of_two_added_words_wins() -> None:
    script = (
        "from itatui.thai import add_words, break_points\n"
        "assert break_points('กขคกข') == []\n"
        "add_words(['กข', 'กขค'])\n"
        "assert break_points('กขคกข') == [3]\n"
    )
    subprocess.run(
        [sys.executable, "-c", script], check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )


def test_adding_no_words_is_allowed() -> None:
    add_words([])
    assert break_points("ประชาชนทุกคน")


def test_short_texts_need_no_word_list() -> None:
    script = (
        "import sys\n"
        "from itatui.thai import cells, clusters, clean, fold, pad, safe, truncate, wrap\n"
        "cells('ประชาชน – ทุกคน'), clusters('กำ'), pad('ก', 3), truncate('กำ', 1), safe('ก'), clean('ก')\n"
        "wrap('สั้น', 20)\n"
        "for name in ('rich', 'textual', 'tinydb', 'zlib', 'unicodedata', 'itatui.thai.field_words'):\n"
        "    assert name not in sys.modules, name\n"
    )
    subprocess.run(
        [sys.executable, "-c", script], check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
