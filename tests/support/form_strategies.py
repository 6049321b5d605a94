"""Strategies for forms of any columns, and registers that fill them in."""

from hypothesis import strategies as st

from itatui.domain.form import Column, Content, Form, Part
from itatui.domain.measure import Evidence, Measure
from itatui.domain.own_field import OwnField
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.domain.track import Track
from itatui.domain.values import Values
from tests.support.strategies import quarter_sets

FIELDS = (
    OwnField("note", "measure", "text", "หมายเหตุ"),
    OwnField("story", "measure", "text", "เรื่องเล่า", by_round=True),
    OwnField("amount", "measure", "money", "งบประมาณ"),
    OwnField("spent", "measure", "money", "ใช้จ่าย", by_round=True),
    OwnField("rate", "measure", "percent", "ร้อยละ", by_round=True),
    OwnField("when", "measure", "date", "วันที่"),
    OwnField("way", "measure", "choice", "วิธี", choices=("ลด", "ยอมรับ")),
    OwnField("pages", "measure", "links", "หน้าเว็บ"),
    OwnField("area", "track", "text", "พื้นที่"),
)
ROUNDS = (Round("6 เดือน", quarters([1, 2])), Round("12 เดือน", quarters([1, 2, 3, 4])))
CONTENTS = (
    *(
        Content(name)
        for name in ("activity", "result", "outcome", "responsible", "planned", "done", "evidence", "dropped")
    ),
    *(Content(name) for name in ("reported_with", "number", "row", "ref", "status", "period")),
    *(Content(field.name, field.of) for field in FIELDS),
    *(Content(name, "track") for name in ("label", "name_th", "code", "outcome", "number")),
    *(Content(name, "page") for name in ("agency", "year")),
    *(Content("planned", quarter=number) for number in (1, 4)),
    Content("rate", quarter=2),
    Content("way", equals="ลด"),
    Content("status", equals="done"),
    Content("story", round="6 เดือน"),
)
"""Every kind of content."""

WORDS = ["จัดอบรมบุคลากรประจำปี", "เผยแพร่บนเว็บไซต์", "ITA", "https://example.go.th/a/b?c=1", "ไม่มี", "1 – 4", "x" * 60]
words = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
lines_of_words = st.lists(words, max_size=2).map("\n".join)
amounts = st.sampled_from(["", "0", "1500", "1250000.5", "999999999999.99"])


@st.composite
def columns(draw: st.DrawFn) -> Column:
    parts = [Part("", draw(st.sampled_from(CONTENTS)))]
    if draw(st.integers(0, 3)) == 0:
        parts.append(Part(draw(st.sampled_from(["\n", " / ", "\nหลักฐาน: "])), draw(st.sampled_from(CONTENTS))))
    summed = len(parts) == 1 and parts[0].content in (Content("amount"), Content("spent"))
    return Column(
        heading=draw(words),
        parts=tuple(parts),
        over=draw(st.sampled_from(["", "", "ผลการดำเนินการ", "งบประมาณ (บาท)"])),
        share=draw(st.sampled_from([0, 0, 0, 1, 5])),
        sum=summed and draw(st.booleans()),
        empty=draw(st.sampled_from([None, "", "ไม่มี"])),
        mark=draw(st.sampled_from("✓X")),
        merge=draw(st.booleans()),
    )


@st.composite
def forms(draw: st.DrawFn) -> Form:
    rows = draw(st.sampled_from(["measure", "measure", "track"]))
    band = (Part("", Content("name_th", "track")),) if rows == "measure" and draw(st.booleans()) else ()
    return Form(
        "any",
        "แบบใด ๆ",
        rows=rows,
        band=band,
        columns=tuple(draw(st.lists(columns(), min_size=1, max_size=10))),
        number=draw(st.sampled_from(["", "แบบ บส.4"])),
        titles=("{agency}", "รอบ {rounds}"),
        foot=("รวม {count}",),
        signatures=("ผู้รายงาน",),
        fields=FIELDS,
    )


@st.composite
def own_values(draw: st.DrawFn) -> Values:
    told = {
        "note": draw(lines_of_words),
        "story": draw(words),
        "story.2": draw(words),
        "amount": draw(amounts),
        "spent.1": draw(amounts),
        "spent.3": draw(amounts),
        "rate.2": draw(st.sampled_from(["", "50"])),
        "when": draw(st.sampled_from(["", "2027-03-31"])),
        "way": draw(st.sampled_from(["", "ลด", "ยอมรับ"])),
        "pages": draw(st.sampled_from(["", "หน้าแรก | https://example.go.th/1\nhttps://example.go.th/2"])),
    }
    return Values(tuple(sorted((name, text) for name, text in told.items() if text.strip())))


@st.composite
def filled_registers(draw: st.DrawFn) -> Register:
    tracks = tuple(
        Track(f"T{n}", draw(words) or "แบบวัด", outcome=draw(words), order=float(n))
        for n in range(draw(st.integers(1, 3)))
    )
    measures: list[Measure] = []
    for track in tracks:
        ids = [f"{track.code}-{n}" for n in range(draw(st.integers(0, 5)))]
        for order, name in enumerate(ids):
            measures.append(
                Measure(
                    name,
                    track.code,
                    float(order),
                    activity=draw(lines_of_words),
                    result=draw(words),
                    reported_with=draw(st.sampled_from(["", "", *ids])),
                    responsible=tuple(draw(st.lists(st.sampled_from(["กองคลัง", "สำนักปลัด"]), max_size=2, unique=True))),
                    planned=draw(quarter_sets),
                    done=draw(quarter_sets),
                    outcome=draw(words),
                    evidence=tuple(
                        Evidence(draw(words), "https://example.go.th/3") for _one in range(draw(st.integers(0, 2)))
                    ),
                    dropped=draw(st.sampled_from(["", "", "", "ไม่ได้รับงบประมาณ"])),
                    more=draw(own_values()),
                )
            )
    return Register("เทศบาลตัวอย่าง", "", 2570, "", "", tracks, tuple(measures), rounds=ROUNDS, fields=FIELDS)
