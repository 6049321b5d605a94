"""Addresses that a terminal is given: links only, in printable ASCII."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.links import MAX_LENGTH, SCHEMES, address_of, is_found

TEXTS = st.one_of(st.text(), st.builds("".join, st.tuples(st.sampled_from(SCHEMES), st.text(st.characters()))))


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.go.th/a?b=1#c", "https://example.go.th/a?b=1#c"),
        (" HTTP://example.go.th/ ", "HTTP://example.go.th/"),
        ("www.example.go.th", "https://www.example.go.th"),
        ("mailto:a@example.go.th", "mailto:a@example.go.th"),
        ("ftp://example.go.th/a;b", "ftp://example.go.th/a%3Bb"),
        ("file:///srv/a.pdf", "file:///srv/a.pdf"),
        (
            "https://example.go.th/คำ%20สั่ง",
            "https://example.go.th/%E0%B8%84%E0%B8%B3%20%E0%B8%AA%E0%B8%B1%E0%B9%88%E0%B8%87",
        ),
        ('https://example.go.th/"<>', "https://example.go.th/%22%3C%3E"),
    ],
)
def test_link_has_an_address(target: str, address: str) -> None:
    assert address_of(target) == address


@pytest.mark.parametrize(
    "target",
    [
        "",
        "files/a.pdf",
        "https://",
        "javascript:alert(1)",
        "https://a b",
        "https://a\x1b]8;;evil\x1b\\",
        "https://a\x07",
        "https://a\u200b",
        "https://a\u2028b",
        "https://" + "ก" * MAX_LENGTH,
    ],
)
def test_others_have_none(target: str) -> None:
    assert address_of(target) == ""


@given(TEXTS)
def test_no_address_can_end_a_sequence_of_the_terminal(target: str) -> None:
    address = address_of(target)
    assert all(0x20 < ord(letter) < 0x7F and letter != ";" for letter in address)
    assert not address or address.lower().startswith(SCHEMES)
    assert len(address) <= MAX_LENGTH


@pytest.mark.parametrize("target", ["", "gone.pdf", "a" * 5000, "a\0b", "ก\nข"])
def test_text_is_not_found(target: str, tmp_path: Path) -> None:
    assert not is_found(target, tmp_path)


def test_files_and_links_are_found(tmp_path: Path) -> None:
    file = tmp_path / "คำสั่ง.pdf"
    file.write_text("")
    assert is_found(file.name, tmp_path)
    assert is_found(str(file), tmp_path / "other")
    assert is_found("https://example.go.th", tmp_path)
