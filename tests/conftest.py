"""How the property tests of the whole project run: never against the clock.

A test that fails because the machine was busy teaches people to ignore failures. In CI the examples
are the same at every run; by hand they are new ones, and a failing one is kept for next time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "fondaco",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("fondaco")
