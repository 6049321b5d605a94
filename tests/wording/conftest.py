"""English messages, and no time limits for generated examples."""

from hypothesis import settings

from tests.support.fixtures import english as english

settings.register_profile("wording", deadline=None)
settings.load_profile("wording")
