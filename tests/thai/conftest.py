"""What every test of the Thai room stands on: no time limits on a busy machine."""

from hypothesis import settings

settings.register_profile("thai", deadline=None)
settings.load_profile("thai")
