"""What search engines may know of a day: schema.org Event as data in the page."""

import json
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from actiondays.models import ActionDay

STATUS: dict[str, str] = {
    ActionDay.State.CANCELLED: "https://schema.org/EventCancelled",
    ActionDay.State.MOVED: "https://schema.org/EventRescheduled",
}
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def event_of(day: ActionDay) -> SafeString:
    """Return the JSON of a day, safe inside a script element that is data and never runs.

    Empty when only the month is known: an Event needs a date.
    """
    if day.precision == ActionDay.Precision.MONTH:
        return mark_safe("")
    return mark_safe(json.dumps(facts(day), ensure_ascii=False).translate(ESCAPES))


def facts(day: ActionDay) -> dict[str, Any]:
    """Return what schema.org knows of an event."""
    start, end = timezone.localtime(day.starts_at), timezone.localtime(day.ends_at)
    is_moment = day.precision == ActionDay.Precision.MOMENT
    address = settings.SITE_URL + day.get_absolute_url()
    event: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": day.title,
        "url": address,
        "startDate": start.isoformat() if is_moment else start.date().isoformat(),
        "endDate": end.isoformat() if is_moment else end.date().isoformat(),
        "eventStatus": STATUS.get(day.state, "https://schema.org/EventScheduled"),
        "eventAttendanceMode": f"https://schema.org/{attendance(day)}EventAttendanceMode",
        "location": locations(day, address),
        "isAccessibleForFree": True,
        "inLanguage": "nl",
    }
    if day.summary:
        event["description"] = day.summary
    if day.moved_from:
        event["previousStartDate"] = timezone.localtime(day.moved_from).isoformat()
    if day.organised_by:
        event["organizer"] = {"@type": "Organization", "name": day.organised_by}
    return event


def attendance(day: ActionDay) -> str:
    """Return how schema.org calls the ways of joining."""
    if day.is_online and day.is_in_person:
        return "Mixed"
    return "Online" if day.is_online else "Offline"


def locations(day: ActionDay, address: str) -> list[dict[str, Any]]:
    """Return the room and the online place, as far as everyone may know."""
    found: list[dict[str, Any]] = []
    if day.is_in_person:
        postal = {
            "@type": "PostalAddress",
            "addressLocality": day.town,
            "addressRegion": day.province,
            "addressCountry": "NL",
        }
        if day.shown_address:
            postal["streetAddress"] = day.shown_address
        found.append({"@type": "Place", "name": day.place or day.town, "address": postal})
    if day.is_online:
        found.append({"@type": "VirtualLocation", "url": address})
    return found
