"""The form `report` as `data/forms/report.toml` reads: the commonest table is printed without reading TOML."""

from itatui.domain.form import Column, Content, Form, Part

REPORT = Form(
    name="report",
    label_th="รายงานผลการดำเนินการ",
    label_en="Report",
    rows="track",
    columns=(
        Column("แบบวัดการรับรู้", (Part("", Content(source="label", of="track")),)),
        Column(
            "มาตรการหรือกิจกรรมที่ดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", (Part("", Content(source="activity")),)
        ),
        Column("สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม", (Part("", Content(source="result")),)),
        Column(
            "ผู้รับผิดชอบ / ระยะเวลาดำเนินการ",
            (Part("", Content(source="responsible")), Part("\n", Content(source="period"))),
        ),
        Column("ผลลัพธ์หรือความสำเร็จของการดำเนินการ", (Part("", Content(source="outcome")),)),
    ),
    titles=("{title}", "", "{subtitle}"),
)
