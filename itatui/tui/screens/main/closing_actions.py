"""Closing the register on the screen when its report is published, and opening it again with a reason."""

from collections.abc import Callable
from pathlib import Path

from itatui.domain import closure
from itatui.domain.protocols import YearSource
from itatui.errors import ItatuiError
from itatui.locale import _, ngettext
from itatui.thai import typed_line
from itatui.tui.dialogs.file_choices import choose_file
from itatui.tui.dialogs.form import FormDialog, FormField, Shape, Texts
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.prompts import Ask
from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.side_thread import read_aside
from itatui.wording.years import closed_words


def close_register(main: MainState) -> None:
    """Ask for the published file, which may stay empty, and close the register."""
    session = main.session
    path = session.store.path.absolute()
    published = FormField(
        "file",
        lambda: _("The published file, such as report.pdf (optional)"),
        shape=Shape.PARAGRAPH,
        choose=lambda field: choose_file(field, path),
        repairs=False,
    )
    question = lambda: _("Close the register of {year}?").format(year=session.register.fiscal_year)  # noqa: E731
    kept = KeptText(session.drafts, session.own_drafts.place("close"), question)

    def take(texts: Texts) -> str:
        return texts["file"].strip()

    def answer(name: str | None) -> None:
        if name is not None:
            main.run_worker(_close(main, path.parent / Path(name).expanduser() if name else None, kept), group="close")

    hint = lambda: _("Enter: close the register   F4: choose a file   Esc: cancel")  # noqa: E731
    main.app.push_screen(FormDialog(question, ((published,),), kept, hint, take=take, about=_about(main)), answer)


def _about(main: MainState) -> Callable[[], str]:
    """Return what closing means, and what the publish check has left."""

    def words() -> str:
        lines = [_("It then takes no changes until it is opened again with a reason. The day is kept in the history.")]
        if count := dict(main.unfixed).get("", 0):
            left = ngettext(
                "The publish check has {count} place to fix.", "The publish check has {count} places to fix.", count
            )
            lines.append(left.format(count=count))
        return "\n".join(lines)

    return words


async def _close(main: MainState, published: Path | None, kept: KeptText) -> None:
    """Close the register, with the fingerprint of the published file, which is read in a thread."""
    session, source = main.session, register_app(main).environment.year
    fingerprint: str | ItatuiError = ""
    if published is not None and source is not None:
        fingerprint = await read_aside(_fingerprint, source, published)
    if isinstance(fingerprint, ItatuiError):
        kept.restore()
        message = str(fingerprint)
        main.tell(lambda: message)
        return
    if session.register.closed:
        main.tell(lambda: closed_words(session.register))
        return
    edit = closure.close_register(session.register, session.today, fingerprint)
    session.change(edit, quiet=True, draft=kept.place)
    main.tell(lambda: _("Closed. To change it again: Y, then “Open again”"))


def _fingerprint(source: YearSource, published: Path) -> str | ItatuiError:
    """Return the fingerprint of a file, in a thread; or why it cannot be read."""
    try:
        return source.fingerprint(published)
    except ItatuiError as error:
        return error


def open_again(main: MainState) -> None:
    """Ask for the reason, and open the register again."""
    session = main.session
    question = lambda: _("Why is the register opened again?")  # noqa: E731
    kept = KeptText(session.drafts, session.own_drafts.place("reopen"), question)

    def answer(text: str | None) -> None:
        reason = typed_line(text or "")
        if text is not None and not reason:
            kept.drop()
            main.tell(lambda: _("The register stays closed: it is opened with a reason"))
        elif reason and session.register.closed:
            session.change(*closure.reopen_register(session.register, reason), draft=kept.place)

    main.app.push_screen(Ask(question, kept, lambda: _("open again")), answer)
