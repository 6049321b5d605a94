"""English messages, and no time limits for generated examples."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from itatui import locale

settings.register_profile("wording", deadline=None)
settings.load_profile("wording")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    spoken = locale.language()
    locale.speak("en")
    yield
    locale.speak(spoken)
