"""Scores of the year before, and the measures that answer an indicator, chosen from lists."""

import asyncio
from collections.abc import Callable

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.fields import INDICATORS
from itatui.domain.indicators import Indicator, answered, codes_of
from itatui.domain.measure import Measure
from itatui.domain.scores import parse_scores, scores_of
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.tui.dialogs.choose import Choice, ChooseDialog, box
from itatui.tui.dialogs.form import FormDialog, FormField, Shape, Texts
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.measure_choices import ticked_measures
from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.text_input.text_area import ThaiTextArea
from itatui.wording.indicators import indicator_name


async def indicators_of(main: MainState) -> tuple[Indicator, ...]:
    """Return the indicators, read in a thread; none, with a message, if they cannot be read."""
    source = register_app(main).environment.year
    if source is None:
        main.tell(lambda: _("The indicators are not available here."))
        return ()
    try:
        found = await asyncio.to_thread(source.indicators)
    except ItatuiError as error:
        message = str(error)
        main.tell(lambda: message)
        return ()
    if not found.each:
        main.tell(lambda: _("There is nothing to choose from yet: type it"))
    return found.each


async def write_scores(main: MainState) -> None:
    """Ask for the scores of the year before, a line for each indicator."""
    indicators = await indicators_of(main)
    if not indicators:
        return
    session = main.session
    known = scores_of(session.register.scores)
    lacking = [f"{each.code} = " for each in indicators if each.code not in known]
    text = "\n".join([*session.register.scores.splitlines(), *lacking])
    title = lambda: _("Scores of {year}").format(year=session.register.fiscal_year - 1)  # noqa: E731
    field = FormField("scores", lambda: _("A line for each indicator, such as 1 = 92.40"), text, Shape.LINES)
    kept = KeptText(session.drafts, session.own_drafts.place("scores"), title)

    def take(texts: Texts) -> str:
        return parse_scores("\n".join(line for line in texts["scores"].splitlines() if _has_score(line)))

    def answer(scores: str | None) -> None:
        if scores is not None:
            edit = set_field(session.register, "scores", scores)
            session.change(*([edit] if edit.before != edit.after else []), draft=kept.place)

    main.app.push_screen(FormDialog(title, ((field,),), kept, lambda: _("^S: save   Esc: cancel"), take=take), answer)


def _has_score(line: str) -> bool:
    """Test whether anything is written behind the indicator of a line that was proposed."""
    return not line.rstrip().endswith("=")


async def choose_measures(main: MainState) -> None:
    """Choose an indicator, then the measures that answer it."""
    indicators = await indicators_of(main)
    if not indicators:
        return

    def choices() -> list[Choice]:
        counted = [code for measure in main.session.register.measures for code in answered(measure)]
        return [Choice(each.code, indicator_name(each), "", str(counted.count(each.code) or "")) for each in indicators]

    def choose(code: str) -> None:
        chosen = next(each for each in indicators if each.code == code)
        main.app.push_screen(_answers(main, chosen))

    main.app.push_screen(ChooseDialog(lambda: _("Which indicator?"), choices, choose))


def _answers(main: MainState, indicator: Indicator) -> ChooseDialog:
    """Return a dialog that ticks the measures which answer an indicator; each tick is saved."""
    session = main.session

    def choices() -> list[Choice]:
        register = session.register
        answering = {measure.id for measure in register.measures if indicator.code in answered(measure)}
        return ticked_measures(register, answering)

    def choose(measure_id: str) -> None:
        if (measure := session.register.measure(measure_id)) is not None:
            session.change(_toggled(measure, indicator.code))

    begin = next((choice.name for choice in choices() if choice.ticked), "")
    title = lambda: _("Measures for {indicator}").format(indicator=indicator_name(indicator))  # noqa: E731
    return ChooseDialog(title, choices, choose, begin, several=True)


def _toggled(measure: Measure, code: str) -> Edit:
    return set_field(measure, INDICATORS.name, _with(answered(measure), code))


def _with(codes: tuple[str, ...], code: str) -> str:
    """Return codes as a text, with one more, or without it if it is among them."""
    return ", ".join([each for each in codes if each != code] if code in codes else [*codes, code])


async def choose_indicators(main: MainState, field: ThaiTextArea) -> None:
    """Tick the indicators that the text of a field names."""
    indicators = await indicators_of(main)
    if not indicators:
        return

    def choices() -> list[Choice]:
        chosen = codes_of(field.text)
        return [
            Choice(each.code, indicator_name(each), box(each.code in chosen), ticked=each.code in chosen)
            for each in indicators
        ]

    choose: Callable[[str], None] = lambda code: field.fill(_with(codes_of(field.text), code))  # noqa: E731
    begin = next((choice.name for choice in choices() if choice.ticked), "")
    main.app.push_screen(ChooseDialog(lambda: _(INDICATORS.label), choices, choose, begin, several=True))
