"""The sandbox's own selectivity: no profile of the real one can be felt out with it.

It selects by chance alone, at the least share there may be; the declarations desk lets a sandbox
declaration say its channel itself.
"""

from functools import cache

from fondaco.risk import bundle
from fondaco.risk.bundle import Selectivity

_FILES = {
    "bundle.toml": b"title = { en = 'Sandbox', fr = 'Essais' }\npublished = 2025-10-01\n",
    "shares.toml": b"[[shares]]\nfrom = 2025-10-01\nrandom = { red = 5000 }\nmethods = ['open']\n",
}


@cache
def selectivity() -> Selectivity:
    """The selectivity of everything that a sandbox organisation lodges."""
    return bundle.load(_FILES)
