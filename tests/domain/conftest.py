"""English messages, and no time limits for generated examples."""

from hypothesis import settings

from tests.support.fixtures import english as english

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
