"""Static files in production: hashed, compressed, and all styles of the site in one file."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r"""@import\s+url\(["']?([^"')]+)["']?\)\s*;""")
ADDRESS = re.compile(r"""url\(\s*(["']?)(?!data:|/|#)([^"')]+)\1\s*\)""")
STRING = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\)""")


def squeezed(css: str) -> str:
    """The same rules without comments and needless space; strings and addresses stay whole."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match.group(0))
        return f"\x00{len(kept) - 1}\x00"

    css = STRING.sub(keep, css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = re.sub(r": ", ":", css).replace(";}", "}")
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match.group(1))], css).strip()


def joined(name: str, read: dict[str, Any], home: str) -> str:
    """The file `name` with each of its imports in place, in their order.

    `read` maps a name to (storage, path), as collectstatic gives it. Addresses inside a file of
    another folder are made relative to `home`, the folder of the joined file. KeyError when an
    imported file is not there.
    """
    storage, path = read[name]
    with storage.open(path) as file:
        css = file.read().decode()
    folder = posixpath.dirname(name)

    def moved(match: re.Match[str]) -> str:
        target = posixpath.join(folder, match.group(2))
        return f'url("{posixpath.relpath(target, home)}")'

    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    parts = IMPORT.split(css)  # text, imported name, text, …
    for index in range(0, len(parts), 2):
        parts[index] = ADDRESS.sub(moved, parts[index])
    for index in range(1, len(parts), 2):
        imported = posixpath.normpath(posixpath.join(folder, parts[index]))
        parts[index] = joined(imported, read, home)
    return "\n".join(parts)


class Storage(CompressedManifestStaticFilesStorage):
    """Joins each of our style sheets with what it imports, then hashes and compresses all."""

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        if not dry_run:
            own = [name for name in paths if name.startswith("css/") and name.endswith(".css")]
            sheets = {name: squeezed(joined(name, paths, posixpath.dirname(name))) for name in own}
            for name, css in sheets.items():
                self.delete(name)
                self._save(name, ContentFile(css.encode()))
            paths = {**paths, **{name: (self, name) for name in sheets}}
        yield from super().post_process(paths, dry_run=dry_run, **options)
