"""Line drawings used by the template components: icons, signs of the fronts, the knot.

All of one hand: 24 units wide, round ends, no fill. The meaning is always in words beside it.
"""

from django.utils.safestring import SafeString, mark_safe

ICONS: dict[str, str] = {
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7"/>',
    "close": '<path d="M4 4l16 16M20 4 4 20"/>',
    "done": '<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3 3 6-7"/>',
    "download": '<path d="M12 3v12M7 10.5l5 5 5-5M4 20.5h16"/>',
    "care": '<path d="M12 3 2 21h20z"/><path d="M12 10v5M12 18v.1"/>',
    "feed": '<path d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14"/><circle cx="6" cy="18" r="1"/>',
    "info": '<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7v.1"/>',
    "lock": '<path d="M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11"/>',
    "mail": '<path d="M3 5.5h18v13H3z"/><path d="m3.5 6.5 8.5 7 8.5-7"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4.6 3.4-7 8-7s7.4 2.4 8 7"/>',
    "phone": '<path d="M5 3h4l2 5-2.5 2c1 2.3 3 4.3 5.5 5.5L16 13l5 2v4c0 1-1 2-2 2C10.5 20.5'
    ' 3.5 13.5 3 5c0-1 1-2 2-2z"/>',
    "place": '<path d="M12 22c4.6-5.3 7-9.2 7-12a7 7 0 0 0-14 0c0 2.8 2.4 6.7 7 12z"/>'
    '<circle cx="12" cy="10" r="2.5"/>',
    "print": '<path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z"/>',
    "search": '<circle cx="10" cy="10" r="6.5"/><path d="m15 15 6 6"/>',
}

FRONTS: dict[str, str] = {
    "start": '<circle class="front__stop" cx="10" cy="20" r="7"/>'
    '<path d="M17 20H84M74 10l11 10-11 10"/>',
    "stop": '<path d="M3 20H70M70 6V34"/>',
    "turn_back": '<path d="M3 32H66C90 32 90 8 66 8H38M48 -2 38 8l10 10"/>',
}

KNOT: SafeString = mark_safe(
    '<svg class="empty__drawing" viewBox="0 0 144 40" aria-hidden="true">'
    '<path d="M4 30C40 30 58 26 62 14C64 4 50 4 52 16C54 28 80 30 96 30"/>'
    '<path d="M106 30h34" stroke-dasharray="1 9"/></svg>'
)


def drawing(markup: str, *, css: str, box: str = "0 0 24 24") -> SafeString:
    """An svg that is not read aloud; `markup` is one of the drawings of this module."""
    return mark_safe(f'<svg class="{css}" viewBox="{box}" aria-hidden="true">{markup}</svg>')
