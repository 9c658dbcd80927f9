"""Static files in production: hashed, compressed, and all styles of the site in one file."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

JOINED = "css/site.css"
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


def joined(name: str, read: dict[str, Any]) -> str:
    """The file `name` with each of its imports in place, in their order.

    `read` maps a name to (storage, path), as collectstatic gives it. Addresses inside a file of
    another folder are made relative to the folder of the joined file. KeyError when an imported
    file is not there.
    """
    storage, path = read[name]
    with storage.open(path) as file:
        css = file.read().decode()
    folder, home = posixpath.dirname(name), posixpath.dirname(JOINED)

    def moved(match: re.Match[str]) -> str:
        target = posixpath.join(folder, match.group(2))
        return f'url("{posixpath.relpath(target, home)}")'

    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    parts = IMPORT.split(css)  # text, imported name, text, …
    for index in range(0, len(parts), 2):
        parts[index] = ADDRESS.sub(moved, parts[index])
    for index in range(1, len(parts), 2):
        imported = posixpath.normpath(posixpath.join(folder, parts[index]))
        parts[index] = joined(imported, read)
    return "\n".join(parts)


class Storage(CompressedManifestStaticFilesStorage):
    """Joins `css/site.css` with what it imports, then hashes and compresses everything."""

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        if JOINED in paths and not dry_run:
            css = squeezed(joined(JOINED, paths))
            self.delete(JOINED)
            self._save(JOINED, ContentFile(css.encode()))
            paths = {**paths, JOINED: (self, JOINED)}
        yield from super().post_process(paths, dry_run=dry_run, **options)
