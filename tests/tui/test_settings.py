"""The settings screen: settings apply and are saved at once."""

from pathlib import Path

import pytest

from itatui.locale import LANGUAGES, _, language, speak
from itatui.store import RegisterFile, config
from itatui.store.config import SettingsFile
from itatui.tui.environment import Environment
from itatui.tui.screens.settings import SettingsScreen
from itatui.tui.screens.settings_items import SETTINGS, value_words
from itatui.tui.styling.themes import textual_name
from tests.support.desk import MIDDLE, WIDE, Desk, open_screen
from tests.support.picture import check_picture

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x36", "80x24"])
PATH = "/home/officer/.config/itatui/config.toml"


class FixedPathSettings(SettingsFile):
    """Settings with the same path in every test run."""

    def kept_in(self) -> Path:
        return Path(PATH)


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return FixedPathSettings(tmp_path / "config.toml")


@SIZES
async def test_settings_equal_their_picture(file: RegisterFile, settings: SettingsFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size, environment=Environment(settings=settings)) as desk:
        await desk.press("s", "down")
        check_picture(desk.app, "settings")


async def go_to(desk: Desk, name: str) -> None:
    names = [setting.name for setting in SETTINGS if setting.name in config.Config._fields]
    await desk.press("home", *["down"] * names.index(name))


@pytest.mark.parametrize("key", ["enter", "right", "space"])
async def test_the_language_changes_everywhere_at_once(file: RegisterFile, settings: SettingsFile, key: str) -> None:
    async with open_screen(file, environment=Environment(settings=settings)) as desk:
        await desk.press("1")
        await desk.saved()
        thai = desk.lines
        await desk.press("s")
        await go_to(desk, "language")
        await desk.press(key)
        assert language() == "en" and "Settings" in desk.text and "Language" in desk.text
        await desk.press("escape")
        english = desk.text
        for words in ("Tracks", "Measures", "saved 00:00", "fiscal year 2567", "quarter 3 (Apr–Jun)", "F1 Help"):
            assert words in english
        for words in ("แบบวัด ─", "บันทึกแล้ว", "ปีงบประมาณ 2567  ", "วิธีใช้", "แผน "):
            assert words not in english
        await desk.press("ctrl+t")
        assert desk.lines == thai and language() == "th"
    assert settings.values()["language"] == "th"


@pytest.mark.parametrize("pane", ["tracks", "measures", "detail"])
async def test_a_changed_language_looks_like_one_set_at_the_start(file: RegisterFile, pane: str) -> None:
    keys = {"tracks": ["left", "down"], "measures": ["down"], "detail": ["f4"]}[pane]
    async with open_screen(file) as desk:
        await desk.press(*keys, "ctrl+t")
        changed = desk.lines
    assert language() == "en"
    async with open_screen(file) as desk:
        await desk.press(*keys)
        assert desk.lines == changed


async def test_the_language_changes_during_editing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2")
        await desk.write("ฆ้อง")
        await desk.press("ctrl+t")
        await desk.write("ชัย")
        assert desk.main.editor is not None and desk.main.editor.text.endswith("ฆ้องชัย")
        assert "Measures" in desk.text and "^S Save" in desk.foot


async def test_the_dates_follow_the_language(file: RegisterFile, standing_clock: None) -> None:
    async with open_screen(file) as desk:
        await desk.press("1")
        await desk.saved()
        await desk.press("f7")
        await desk.until(lambda: "15 พ.ค. 2567" in desk.text, "for the Buddhist Era")
        await desk.press("escape", "ctrl+t", "f7")
        await desk.until(lambda: "15 May 2024" in desk.text, "for the Gregorian year")


async def test_the_theme_changes_at_once_and_is_kept(file: RegisterFile, settings: SettingsFile) -> None:
    async with open_screen(file, environment=Environment(settings=settings)) as desk:
        await desk.press("s")
        await go_to(desk, "theme")
        await desk.press("right", "right")
        assert desk.app.theme == textual_name("light") and settings.values()["theme"] == "light"
        await desk.press("left", "left", "left")
        assert desk.app.theme == textual_name("mono") and settings.values()["theme"] == "mono"


async def test_motion_follows_its_setting(
    file: RegisterFile, settings: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    async with open_screen(file, environment=Environment(settings=settings)) as desk:
        await desk.press("s")
        await go_to(desk, "motion")
        await desk.press("right")
        levels = [str(desk.app.animation_level)]
        assert settings.values()["motion"] == "full"
        await desk.press("left")
        levels.append(str(desk.app.animation_level))
    assert levels == ["full", "none"]


async def test_own_words_are_kept_in_the_settings(file: RegisterFile, settings: SettingsFile) -> None:
    async with open_screen(file, environment=Environment(settings=settings)) as desk:
        await desk.press("s")
        await go_to(desk, "words")
        await desk.press("enter")
        await desk.write("ปากกราน, อบต.ก")
        await desk.press("enter")
        assert "ปากกราน อบต.ก" in desk.text
        assert settings.values()["words"] == ("ปากกราน", "อบต.ก")
        await desk.press("enter", "escape")
        assert settings.values()["words"] == ("ปากกราน", "อบต.ก")


async def test_the_users_own_file_is_not_rewritten(file: RegisterFile, tmp_path: Path) -> None:
    own = tmp_path / "config.toml"
    own.write_text('theme = "light"\n', "utf-8")
    async with open_screen(file, environment=Environment("light", settings=SettingsFile(own))) as desk:
        await desk.press("s")
        assert config.SETTINGS_NAME in desk.text
        await go_to(desk, "theme")
        assert "กำหนดไว้ในไฟล์ของท่าน" in desk.text and config.SETTINGS_NAME not in desk.text
        await desk.press("right")
        assert desk.app.theme == textual_name("contrast-dark") and f"‹ {_('High contrast, dark')} ›" in desk.text
        await go_to(desk, "motion")
        await desk.press("right")
    assert own.read_text("utf-8") == 'theme = "light"\n'
    assert config.load(own)[:5] == config.Config(theme="light", motion="full")[:5]


async def test_a_setting_that_cannot_be_saved_still_applies(file: RegisterFile, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("", "utf-8")
    async with open_screen(
        file, environment=Environment(settings=SettingsFile(tmp_path / "config" / "config.toml"))
    ) as desk:
        await desk.press("ctrl+t")
        assert language() == "en" and len(desk.messages) == 1


async def test_no_settings_without_a_settings_file(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("s")
        shown = desk.app.screen
        assert isinstance(shown, SettingsScreen)
        await desk.press("enter", "left", "tab", "escape")
        assert not shown.is_attached


def test_every_choice_has_a_name() -> None:
    for setting in SETTINGS:
        for each in LANGUAGES:
            speak(each)
            assert all(value_words(setting, value) for value in setting.words)
        if setting.name in config.CHOICES:
            assert tuple(setting.words) == config.CHOICES[setting.name]
