"""Secret addresses in mails. A GET swaps the token for a short cookie and never acts.

The page of `/persoonlijk/<token>/` is in `config.pages.personal`, with where each purpose leads.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from movement import codes
from movement.models import PersonalLink

SALT = "movement.personal_links"
COOKIE_SECONDS = 30 * 60


def cookie_name() -> str:
    return "__Host-persoonlijk" if settings.IS_HTTPS else "persoonlijk"


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def issue(purpose: str, target_id: int, *, days: int) -> str:
    """Make a link for this purpose and return its whole address. Only a digest is kept."""
    token = secrets.token_urlsafe(24)
    PersonalLink.objects.create(
        purpose=purpose,
        target_id=target_id,
        digest=digest(token),
        expires_at=timezone.now() + timedelta(days=days),
    )
    return settings.SITE_URL + reverse("personal_link", args=[token])


def issue_code(purpose: str, target_id: int, *, days: int) -> str:
    """The same for somebody without a mailbox: a short code, in groups, to type on a page."""
    code = codes.make()
    PersonalLink.objects.create(
        purpose=purpose,
        target_id=target_id,
        digest=codes.digest(code),
        expires_at=timezone.now() + timedelta(days=days),
    )
    return codes.grouped(code)


def standing(**conditions: Any) -> PersonalLink | None:
    """The link that meets these conditions, if it did not end and was not revoked."""
    now = timezone.now()
    links = PersonalLink.objects.filter(expires_at__gt=now, revoked_at__isnull=True)
    return links.filter(**conditions).first()


def link_of(token: str) -> PersonalLink | None:
    """The standing link of a token; None when it is forged, ended or revoked."""
    return standing(digest=digest(token))


def link_of_code(typed: str) -> PersonalLink | None:
    """The standing link of a code that was typed; also of an address that was given before.

    Raises codes.Mistyped. Count attempts before you ask.
    """
    if "/" in typed:
        return link_of(typed.strip().rstrip("/").rpartition("/")[2])
    return standing(digest=codes.digest(codes.read(typed)))


def swap(link: PersonalLink, response: HttpResponse) -> HttpResponse:
    """Give the browser a short cookie in exchange for the token."""
    response.set_cookie(
        cookie_name(),
        signing.dumps(link.pk, salt=SALT),
        max_age=COOKIE_SECONDS,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response


def opened(request: HttpRequest, purpose: str) -> int | None:
    """What this browser opened with a personal link of this purpose: the target's number."""
    try:
        value = request.COOKIES.get(cookie_name(), "")
        number = signing.loads(value, salt=SALT, max_age=COOKIE_SECONDS)
    except signing.BadSignature:
        return None
    link = standing(pk=number, purpose=purpose)
    return link.target_id if link else None


def close(response: HttpResponse) -> HttpResponse:
    """Take the cookie back, when what the link was for is done."""
    response.delete_cookie(cookie_name(), samesite="Lax")
    return response


def revoke(purpose: str, target_id: int) -> int:
    """End all links of this purpose to this target; returns how many still stood."""
    links = PersonalLink.objects.filter(purpose=purpose, target_id=target_id)
    return links.filter(revoked_at__isnull=True).update(revoked_at=timezone.now())


def forget_old(now: datetime) -> int:
    """Delete links that ended a month ago: until then a click gets a clear answer."""
    before = now - timedelta(days=30)
    ended = PersonalLink.objects.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))
    return ended.delete()[0]
