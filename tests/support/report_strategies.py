"""Strategies for unusual registers: hostile texts, very long words, empty values, many measures."""

from hypothesis import strategies as st

from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from tests.support.own_forms import own_report
from tests.support.strategies import quarter_sets

HOSTILE = [
    "[/] [red] $accent",
    "=1+1",
    "[ A ]",
    "\x1b[31mแดง\x1b]52;c;x\x07",
    "\x9b2J",
    "\u202eกลับ",
    "│┌─┐",
    "||+--+",
    "ที่\u200d",
    "a\u200db",
    "น้ำ",
    "็่",
    "漢字かな",
    "🙂",
    "https://example.go.th/a/very/long/path?with=many&parts=of-it#and-more",
    "ประชาสัมพันธ์" * 9,
    "x" * 250,
    "ต่าง ๆ",
    "๑๒๓ 123",
    "(“",
    "\t",
    "\n",
    "\n\n",
    " ",
]
text_parts = st.one_of(st.sampled_from(HOSTILE), st.text(alphabet="กขคงเแะาำิ่้๊ๆ ab1./()-–", max_size=12))
texts = st.lists(text_parts, max_size=5).map("".join)
widths = st.integers(20, 200)


@st.composite
def registers(draw: st.DrawFn) -> Register:
    tracks = tuple(
        Track(f"T{n}", draw(texts), draw(texts), draw(texts), draw(texts)) for n in range(draw(st.integers(0, 3)))
    )
    measures: list[Measure] = []
    for track in tracks:
        count = draw(st.integers(0, 12))
        ids = [f"{track.code}-{n}" for n in range(count)]
        for order, name in enumerate(ids):
            measures.append(
                Measure(
                    name,
                    track.code,
                    float(order),
                    activity=draw(texts),
                    result=draw(texts),
                    reported_with=draw(st.sampled_from(["", *ids])),
                    responsible=tuple(draw(st.lists(texts, max_size=2))),
                    planned=draw(quarter_sets),
                    done=draw(quarter_sets),
                    outcome=draw(texts),
                )
            )
    forms = (own_report(*(draw(texts) for _heading in range(5))),)
    return Register("", "", 2567, draw(texts), draw(texts), tracks, tuple(measures), forms=forms)
