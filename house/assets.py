"""Names every asset after its content, so that a browser may keep it for ever.

`main.css` becomes `main.3f2a91c07b.css`; the names inside style sheets and JavaScript modules
are changed with it, and `manifest.json` says which name became which.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from house.progress import Stopped

IN_STYLES = re.compile(r"""(url\(\s*["']?)([^"')]+)(["']?\s*\))""")
IN_MODULES = re.compile(r"""((?:\bfrom|\bimport)\s*\(?\s*["'])(\.{1,2}/[^"']+)(["'])""")
NOT_OURS = re.compile(r"^(data:|https?:|//|#)")
ROUTE = "/assets/"


def write(assets: Mapping[str, bytes], folder: Path) -> None:
    """Write every asset under its lasting name, and the manifest of names."""
    manifest = Named(assets)
    for name, content in assets.items():
        target = folder / manifest.lasting(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(manifest.content(name) if content else content)
    names = {name: manifest.lasting(name) for name in sorted(assets)}
    (folder / "manifest.json").write_text(json.dumps(names, indent=1) + "\n")


class Named:
    """The assets of one build, and their lasting names once asked for."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self._contents: dict[str, bytes] = {}
        self._open: list[str] = []

    def lasting(self, name: str) -> str:
        """Return the name that holds the digest of the content.

        >>> Named({"fonts/ledger.woff2": b"..."}).lasting("fonts/ledger.woff2")
        'fonts/ledger.ab5df625bc.woff2'
        """
        stem, suffix = posixpath.splitext(name)
        return f"{stem}.{hashlib.sha256(self.content(name)).hexdigest()[:10]}{suffix}"

    def content(self, name: str) -> bytes:
        """Return the content, with the names of other assets in it made lasting."""
        if name not in self._contents:
            if name in self._open:
                raise Stopped(f"Assets name each other in a ring: {' > '.join(self._open)}")
            self._open.append(name)
            self._contents[name] = self._rewritten(name)
            self._open.pop()
        return self._contents[name]

    def _rewritten(self, name: str) -> bytes:
        patterns = {".css": IN_STYLES, ".js": IN_MODULES, ".mjs": IN_MODULES}
        pattern = patterns.get(posixpath.splitext(name)[1])
        if pattern is None:
            return self._assets[name]

        def lasting(found: re.Match[str]) -> str:
            return f"{found[1]}{self._reference(found[2], within=name)}{found[3]}"

        return pattern.sub(lasting, self._assets[name].decode()).encode()

    def _reference(self, reference: str, *, within: str) -> str:
        """Return a reference to another asset under its lasting name, from the same place."""
        if NOT_OURS.match(reference):
            return reference
        path, mark, rest = reference.partition("#")
        path = path.partition("?")[0]
        folder = posixpath.dirname(within)
        absolute = path.startswith(ROUTE)
        name = path.removeprefix(ROUTE) if absolute else posixpath.normpath(f"{folder}/{path}")
        name = name.lstrip("/")
        if name not in self._assets:
            raise Stopped(f"{within} names {reference}, which is not among the assets.")
        lasting = self.lasting(name)
        if absolute:
            return f"{ROUTE}{lasting}{mark}{rest}"
        relative = posixpath.relpath(lasting, folder or ".")
        return f"{'' if relative.startswith('.') else './'}{relative}{mark}{rest}"
