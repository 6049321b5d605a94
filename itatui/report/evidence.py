"""The evidence of all measures as tables, one for each item."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from itatui.domain.evidence_sheet import Proof, Verdict
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.model import Entry, Report, Tone
from itatui.report.text_tables import Texts, text_table
from itatui.wording.evidence import explanation, item_name, verdict_words
from itatui.wording.titles import agency_and_year


def evidence_report(register: Register, found: Sequence[Proof], verdicts: Mapping[str, Verdict] | None) -> Report:
    """Return the tables. `verdicts` by target add a column; None: nobody looked."""
    heads = (_("Measure"), _("Link or file"), _("Explanation"), *([_("Found")] if verdicts is not None else []))
    tables = [
        text_table(item_name(item), heads, tuple(_row(register, proof, verdicts) for proof in group))
        for item, group in groupby(found, key=lambda proof: proof.item)
    ]
    missing = sum(not proof.target for proof in found)
    notes = [_("Measures without evidence: {count}").format(count=missing)] if missing else []
    years = dict.fromkeys(proof.item.year for proof in found if proof.item.year)
    notes += [_("Numbers of the items: those of the assessment of {year}").format(year=year) for year in years]
    return Report((_("Evidence sheet"), "", agency_and_year(register)), tuple(tables), tuple(notes))


def _row(register: Register, proof: Proof, verdicts: Mapping[str, Verdict] | None) -> Texts:
    target = Entry(proof.target, target=proof.target) if proof.target else Entry(_("(none yet)"), tone=Tone.MISSING)
    texts = [Entry(register.ref(proof.measure)), target, Entry(explanation(proof))]
    if verdicts is not None:
        verdict = verdicts.get(proof.target)
        is_missing = verdict is not None and not verdict.is_found
        texts.append(Entry(verdict_words(verdict) if verdict else "–", tone=Tone.LATE if is_missing else Tone.TEXT))
    return tuple((text,) for text in texts)
