"""A register with texts damaged by a PDF: misordered, misplaced and lost marks, and broken lines."""

from itatui.domain.register import Register
from tests.support.samples import reference

BROKEN = "มีการประชุมเพ่ือ\nสร้างความรับรู้"
"""Outcome of the fourth measure."""
UNITS = ("สำนักปลัด", "กองชา่ง", "กองค\u200bลัง")


def damaged() -> Register:
    """Return the reference register, damaged in three measures, a track and the title."""
    register = reference()
    first, second, third, fourth, *others = register.measures
    iit, *tracks = register.tracks
    measures = (
        first._replace(
            result="ไดม้ีการทบทวนเพ่ือปรับปรุง และเผยแพร่ประชาสมพันธ์ให้ประชาชนทราบ",
            responsible=UNITS,
        ),
        second,
        third,
        fourth._replace(outcome=BROKEN),
        *others,
    )
    track = iit._replace(outcome="ประชาชนพึงพอใจข้ึน และมคีวามตระหนัก")
    return register._replace(title="รายงานเพ่ือความโปร่งใส", measures=measures, tracks=(track, *tracks))
