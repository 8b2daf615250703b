"""Properties are tried without a clock: the house has no timed tests."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
