"""The frame around every page: what it loads, and the parts that are the same for all."""

from django.conf import settings
from django.template import Context, Engine
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from movement.fragments import fingerprint, remember

# How long an editor waits to see a change of the layout's words.
FRAME_SECONDS = 5


def frame(context: Context, template_name: str, *, name: str = "") -> SafeString:
    """A part of the layout that is the same for everybody, remembered for some seconds.

    It may show the site's settings, `section` and the pseudonym `name`; no more of the reader.
    """
    key = f"frame:{template_name}:{context.get('section', '')}"
    if name:
        key += f":{fingerprint(name)}"

    def rendered() -> str:
        return Engine.get_default().get_template(template_name).render(context)

    whole = rendered() if settings.DEBUG else remember(key, rendered, seconds=FRAME_SECONDS)
    return mark_safe(whole)


def asset(path: str) -> str:
    """The address of a static file; the plain one when the manifest does not know it."""
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"
