"""Pictures that were taken in, from our own origin; nothing else of the storage is served."""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

TYPES = {
    "avif": "image/avif",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
# Names that `movement.pictures` gives, and no other.
NAME = re.compile(r"beelden/[0-9a-f]{32}(-\d{1,4})?\.(avif|jpg|png|webp)")


@require_safe
def media(request: HttpRequest, name: str) -> FileResponse:
    """A picture, of the type that its name says, which a browser may keep for ever."""
    if not (match := NAME.fullmatch(name)):
        raise Http404
    try:
        file = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=TYPES[match[2]])
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
