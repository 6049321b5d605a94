"""Registers with invented, neutral data for the tables that agencies really publish, and the forms of those tables."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from itatui.domain.form import Form
from itatui.domain.form_text import Source, parse_form
from itatui.domain.forms import SHIPPED, shipped_text
from itatui.domain.measure import Evidence, Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.rounds import Round, find_round
from itatui.domain.signatories import Signatory
from itatui.domain.track import Track
from itatui.domain.values import Values
from itatui.report.build import build
from itatui.report.model import Report

FOLDER = Path(__file__).parent.parent / "report" / "shapes"
TODAY = date(2027, 4, 15)
ROUNDS = (
    Round("3 เดือน", quarters([1])),
    Round("6 เดือน", quarters([1, 2])),
    Round("12 เดือน", quarters([1, 2, 3, 4])),
)
AGENCY = "องค์การบริหารส่วนตำบลตัวอย่าง"


class Shape(NamedTuple):
    """A register and the form that it is printed by."""

    register: Register
    form: Form
    round: str = ""

    def report(self, measures: tuple[Measure, ...] | None = None) -> Report:
        """Return the filled-in form."""
        for_round = find_round(ROUNDS, self.round) if self.round else None
        return build(self.register, measures, form=self.form, for_round=for_round, today=TODAY)


def shapes() -> dict[str, Shape]:
    """Return the shapes by name."""
    risks = _risks()
    college = _college()
    return {
        "e-plan": _shape(_local_plan(), "e-plan"),
        "risk-plan": _shape(risks, "risk-plan"),
        "follow-up-6": _shape(risks, "follow-up", "6"),
        "follow-up-12": _shape(risks, "follow-up", "12"),
        "plan": _shape(_local_plan(), "plan"),
        "calendar": _shape(_local_plan(), "calendar"),
        "college-plan": _shape(college, "college-plan"),
        "college-report": _shape(college, "college-report"),
        "evidence": _shape(_evidence(), "evidence"),
        "indicators": _shape(_indicators(), "indicators"),
        "portal": _shape(_portal(), "portal"),
    }


def _shape(register: Register, name: str, round_name: str = "") -> Shape:
    text = shipped_text(name) if name in SHIPPED else (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    form = parse_form(text, name, Source(register.fields, register.rounds))
    return Shape(register._replace(fields=form.fields), form, round_name)


def _register(agency: str, tracks: dict[str, str], measures: list[Measure]) -> Register:
    ordered = {code: Track(code, name, order=float(place)) for place, (code, name) in enumerate(tracks.items())}
    found = [measure for code in tracks for measure in measures if measure.track == code]
    signatories = (Signatory("ผู้อนุมัติแผน", "", f"นายก{AGENCY}"),)
    return Register(
        agency, "", 2570, "", "", tuple(ordered.values()), tuple(found), rounds=ROUNDS, signatories=signatories
    )


def _measure(track: str, number: int, activity: str, units: str, planned: str, **more: Any) -> Measure:
    """Return a measure. `more` are attributes, and own fields as texts, `result__1` for `result.1`."""
    own = {name.replace("__", "."): text for name, text in more.items() if name not in Measure._fields}
    built_in = {name: value for name, value in more.items() if name in Measure._fields}
    values = Values(tuple(sorted(own.items())))
    base = Measure(f"{track}{number}", track, float(number), activity, responsible=(units,), more=values)
    return base._replace(planned=quarters(map(int, planned)), **built_in)


def _local_plan() -> Register:
    tracks = {
        "D1": "มิติที่ 1 การสร้างวัฒนธรรมสุจริต",
        "D2": "มิติที่ 2 การบริหารราชการเพื่อป้องกันการทุจริต",
        "D3": "มิติที่ 3 การส่งเสริมบทบาทและการมีส่วนร่วมของประชาชน",
        "D4": "มิติที่ 4 การยกระดับกลไกการตรวจสอบการดำเนินงาน",
    }
    chief, money, works = "สำนักปลัด", "กองคลัง", "กองช่าง"
    measures = [
        _measure(
            "D1",
            1,
            "โครงการอบรมคุณธรรมและจริยธรรมของบุคลากร ผู้บริหาร และสมาชิกสภาท้องถิ่น",
            chief,
            "2",
            activity_kind="โครงการ",
            budget_plan="50000",
            budget_ordinance="45000",
            budget_paid="42350.5",
            budget="45000",
            indicator="ผู้เข้าอบรมไม่น้อยกว่าร้อยละ 80",
            done=quarters([2]),
            result="จัดอบรมแล้ว 1 ครั้ง มีผู้เข้าร่วม 64 คน คิดเป็นร้อยละ 91 ของเป้าหมาย",
        ),
        _measure(
            "D1",
            2,
            "กิจกรรมเชิดชูเกียรติหน่วยงานและบุคคลที่ประพฤติปฏิบัติตนให้เป็นที่ประจักษ์",
            chief,
            "4",
            activity_kind="กิจกรรม",
            indicator="มีการมอบประกาศเกียรติคุณอย่างน้อยปีละ 1 ครั้ง",
        ),
        _measure(
            "D2",
            1,
            "มาตรการเผยแพร่ข้อมูลการจัดซื้อจัดจ้างทุกรายการบนเว็บไซต์ของหน่วยงาน",
            money,
            "1234",
            activity_kind="มาตรการ",
            done=quarters([1, 2]),
            indicator="เผยแพร่ครบทุกรายการภายใน 3 วันทำการ",
            result="เผยแพร่ประกาศและผลการจัดซื้อจัดจ้างแล้ว 118 รายการ",
        ),
        _measure(
            "D2",
            2,
            "แนวปฏิบัติการใช้ทรัพย์สินของราชการ",
            money,
            "12",
            activity_kind="แนวปฏิบัติ",
            done=quarters([1, 2]),
            indicator="มีทะเบียนการยืมที่เป็นปัจจุบัน",
            result="ประกาศใช้แนวปฏิบัติและจัดทำทะเบียนการยืมแล้ว",
        ),
        _measure(
            "D3",
            1,
            "โครงการประชาคมหมู่บ้านเพื่อจัดทำแผนพัฒนาท้องถิ่น",
            works,
            "34",
            activity_kind="โครงการ",
            budget_plan="120000",
            budget_ordinance="100000",
            budget="100000",
            indicator="จัดประชาคมครบทุกหมู่บ้าน",
            dropped="อยู่ระหว่างรอการจัดสรรงบประมาณเพิ่มเติม",
        ),
        _measure(
            "D4",
            1,
            "โครงการพัฒนาระบบรับเรื่องร้องเรียนการทุจริตทางอิเล็กทรอนิกส์",
            chief,
            "123",
            activity_kind="โครงการ",
            budget_plan="1250000",
            budget_ordinance="980000",
            budget_paid="415000.75",
            budget="980000",
            indicator="ระบบใช้งานได้และมีผู้รับผิดชอบประจำ",
            done=quarters([1]),
            result="จัดทำขอบเขตของงานและได้ผู้รับจ้างแล้ว อยู่ระหว่างพัฒนาระบบ",
        ),
    ]
    return _register(AGENCY, tracks, measures)


def _risks() -> Register:
    tracks = {"RSK": "ความเสี่ยงการทุจริต"}
    money, works = "กองคลัง", "กองช่าง"
    report = Evidence("บันทึกข้อความรายงานผล", "")
    page = Evidence("ประกาศบนเว็บไซต์", "https://www.example.go.th/risk/2570/announcement-01.pdf")
    measures = [
        _measure(
            "RSK",
            1,
            "กำหนดให้มีผู้ตรวจสอบคุณลักษณะเฉพาะอย่างน้อยสองคนในทุกโครงการ",
            money,
            "1234",
            risk_code="RSK-01/2570",
            response="ลด/ควบคุม",
            way="ลด",
            evidence=(report, page),
            risk="กำหนดคุณลักษณะเฉพาะของพัสดุเอื้อประโยชน์แก่ผู้เสนอราคารายใดรายหนึ่ง",
            indicator="ทุกโครงการมีรายงานการตรวจสอบสองคน",
            follow_up="สุ่มตรวจเอกสารทุกไตรมาส",
            result__1="แต่งตั้งผู้ตรวจสอบแล้ว 12 โครงการ",
            result__2="แต่งตั้งผู้ตรวจสอบเพิ่มอีก 9 โครงการ",
            result__4="ตรวจสอบครบ 40 โครงการ",
            progress__1="25",
            progress__2="50",
            progress__4="100",
            problems__2="บุคลากรไม่เพียงพอ ขอสนับสนุนจากกองอื่น",
        ),
        _measure(
            "RSK",
            2,
            "จัดทำคู่มือการตรวจรับพัสดุและอบรมคณะกรรมการตรวจรับ",
            money,
            "1234",
            risk_code="RSK-02/2570",
            response="ลด/ควบคุม",
            way="ลด",
            evidence=(report,),
            risk="ตรวจรับพัสดุไม่เป็นไปตามสัญญา",
            indicator="ข้อทักท้วงลดลงร้อยละ 50",
            follow_up="รายงานผลการตรวจรับทุกเดือน",
            result__2="จัดทำคู่มือและเผยแพร่แล้ว",
            result__3="อบรมคณะกรรมการตรวจรับ 35 คน",
            progress__2="60",
            progress__3="90",
        ),
        _measure(
            "RSK",
            3,
            "ใช้ระบบขออนุญาตก่อสร้างทางอิเล็กทรอนิกส์แทนการยื่นเอกสารด้วยตนเอง",
            works,
            "23",
            risk_code="RSK-03/2570",
            response="หลีกเลี่ยง",
            way="หลีกเลี่ยง",
            risk="เรียกรับผลประโยชน์ในการพิจารณาอนุญาต",
            indicator="ใช้ระบบครบทุกคำขอ",
            follow_up="รายงานจำนวนคำขอรายเดือน",
        ),
    ]
    return _register(AGENCY, tracks, measures)


def _college() -> Register:
    tracks = {"OIT": "การเปิดเผยข้อมูลสาธารณะ"}
    plan, budget = "งานวางแผนและงบประมาณ", "งานการเงิน"
    measures = [
        _measure(
            "OIT",
            1,
            "โครงการวิทยาลัยคุณธรรม",
            plan,
            "12",
            budget="35000",
            when="ตุลาคม 2569 – มีนาคม 2570",
            spent__1="12000",
            spent__2="18500",
            result="นักเรียน นักศึกษา และบุคลากรเข้าร่วม 820 คน",
            problems="ควรจัดต่อเนื่องทุกภาคเรียน",
        ),
        _measure(
            "OIT",
            2,
            "กิจกรรมประกาศเจตนารมณ์ไม่รับของขวัญจากการปฏิบัติหน้าที่",
            plan,
            "1",
            when="ธันวาคม 2569",
            result="ประกาศนโยบายและเผยแพร่บนเว็บไซต์ของวิทยาลัย",
        ),
        _measure(
            "OIT",
            3,
            "โครงการอบรมการจัดซื้อจัดจ้างภาครัฐ",
            budget,
            "3",
            budget="18000",
            when="พฤษภาคม 2570",
            spent__3="17250",
            result="อบรมเจ้าหน้าที่พัสดุและหัวหน้าแผนก 42 คน",
            problems__3="ห้องอบรมไม่เพียงพอ",
        ),
    ]
    return _register("วิทยาลัยเทคนิคตัวอย่าง", tracks, measures)


def _evidence() -> Register:
    tracks = {"M3": "ตัวชี้วัดที่ 3 การจัดซื้อจัดจ้าง", "M6": "ตัวชี้วัดที่ 6 การจัดการเรื่องร้องเรียน"}
    base = "https://www.example.go.th/moit/2570"
    measures = [
        _measure(
            "M3",
            1,
            "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้างและการจัดหาพัสดุของปีที่ผ่านมา",
            "กลุ่มงานพัสดุ",
            "2",
            item="MOIT 2",
            due="ไตรมาส 2",
            evidence=(
                Evidence("บันทึกข้อความรายงานผู้บริหาร", f"{base}/02-1.pdf"),
                Evidence("รายงานผลการวิเคราะห์", f"{base}/02-2.pdf"),
                Evidence("ภาพหน้าเว็บไซต์ที่เผยแพร่", f"{base}/02-3.pdf"),
            ),
        ),
        _measure(
            "M3",
            2,
            "แผนการจัดซื้อจัดจ้างประจำปี",
            "กลุ่มงานพัสดุ",
            "2",
            item="MOIT 3",
            due="ไตรมาส 2",
            evidence=(Evidence("ประกาศเผยแพร่แผน", f"{base}/03-1.pdf"),),
        ),
        _measure(
            "M6",
            1,
            "รายงานสรุปผลการดำเนินการเรื่องร้องเรียน รอบ 12 เดือน",
            "กลุ่มงานบริหารทั่วไป",
            "4",
            item="MOIT 15.1",
            due="ไตรมาส 4",
            note="จัดส่งภายในเดือนกันยายน",
        ),
    ]
    return _register("โรงพยาบาลตัวอย่าง", tracks, measures)


def _indicators() -> Register:
    tracks = {
        "R1": "ผลประโยชน์ทับซ้อนในการแต่งตั้งและโยกย้าย",
        "R2": "การเรียกรับสินบนในงานบริการประชาชน",
    }
    data = Evidence("ฐานข้อมูลบัญชีทรัพย์สิน", "https://data.example.go.th/assets")
    measures = [
        _measure(
            "R1",
            1,
            "เปิดเผยหลักเกณฑ์และผลการแต่งตั้งทุกตำแหน่ง",
            "สำนักปลัด",
            "12",
            indicator="สัดส่วนตำแหน่งที่เปิดเผย",
            target="ร้อยละ 100",
            deadline="2027-03-31",
            rate__1="40",
            rate__2="75",
            rate__4="100",
            evidence=(data,),
            challenges="ข้อมูลย้อนหลังอยู่ในรูปกระดาษ",
        ),
        _measure(
            "R1",
            2,
            "จัดทำทะเบียนผลประโยชน์ทับซ้อนของผู้บริหาร",
            "สำนักปลัด",
            "34",
            indicator="จำนวนผู้บริหารที่ยื่นครบ",
            target="15 คน",
            deadline="2027-09-30",
            rate__3="60",
            evidence=(data,),
        ),
        _measure(
            "R2",
            1,
            "ติดตั้งจุดรับเรื่องร้องเรียนและระบบติดตามสถานะคำขอ",
            "กองคลัง",
            "34",
            indicator="เวลาเฉลี่ยในการตอบเรื่องร้องเรียน",
            target="ไม่เกิน 15 วัน",
            deadline="2027-08-15",
        ),
    ]
    return _register("เทศบาลเมืองตัวอย่าง", tracks, measures)


def _portal() -> Register:
    tracks = {"OIT": "การเปิดเผยข้อมูลสาธารณะ"}
    base = "https://www.example.go.th"
    measures = [
        _measure("OIT", 1, "โครงสร้าง", "สำนักปลัด", "2", item="O1", evidence=(Evidence("", f"{base}/structure"),)),
        _measure(
            "OIT",
            2,
            "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี",
            "กองคลัง",
            "2",
            item="O10",
            evidence=(
                Evidence("แผนการใช้จ่ายงบประมาณ", f"{base}/budget/2570/plan.pdf"),
                Evidence("รายงานผลรอบ 6 เดือน", f"{base}/budget/2570/progress-06.pdf"),
            ),
            explanation="รายงานแสดงผลการใช้จ่ายแยกตามแผนงาน ณ วันที่ 31 มีนาคม 2570",
        ),
        _measure("OIT", 3, "คู่มือการปฏิบัติงานของเจ้าหน้าที่", "สำนักปลัด", "2", item="O12"),
    ]
    return _register(AGENCY, tracks, measures)
