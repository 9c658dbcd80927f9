"""What is heavy to judge: folded until asked for, and counted towards a pause.

It follows from what a post held; nothing is kept of it, of no post and of no person (S7).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext

from discussions.models import Decision, Post, Report
from movement.distress import has_words_of_distress

# So many in a row are enough; a row ends when nothing was decided for so long.
HEAVY_BEFORE_A_PAUSE = 20
MOST_LOOKED_AT = 100
PAUSE = timedelta(minutes=30)


def note(post: Post, *texts: str) -> str:
    """What to say above a text that stays folded until somebody opens it; "" for others.

    `texts` are shown with it, such as a change that waits.
    """
    if post.content_note:
        return post.content_note
    if any(has_words_of_distress(text) for text in (post.body, *texts)):
        return gettext("words of distress")
    unsafe = Report.Kind.UNSAFE
    is_reported = post.reports.filter(decision=None, kind=unsafe).exists()  # type: ignore[attr-defined]
    return str(unsafe.label) if is_reported else ""


def held(before: dict[str, Any]) -> bool:
    """Whether what a decision was about, as it was then, was marked or had words of distress."""
    pending: Iterable[str] = before.get("pending", [])[:1]
    texts = [before.get("body", ""), *pending]
    return bool(before.get("content_note")) or any(map(has_words_of_distress, texts))


def needs_pause(moderator: Any, now: datetime | None = None) -> bool:
    """Whether this moderator judged so many heavy posts in a row that a pause would be good."""
    now = now or timezone.now()
    unsafe = Report.objects.filter(decision=OuterRef("pk"), kind=Report.Kind.UNSAFE)
    taken = Decision.objects.filter(
        decided_by=moderator, decided_at__gt=now - timedelta(days=1), post__isnull=False
    )
    rows = taken.annotate(is_unsafe=Exists(unsafe)).order_by("-pk")
    count, later = 0, now
    columns = rows.values_list("decided_at", "before", "is_unsafe")
    for decided_at, before, is_unsafe in columns[:MOST_LOOKED_AT]:
        if later - decided_at >= PAUSE or count >= HEAVY_BEFORE_A_PAUSE:
            break
        later = decided_at
        count += is_unsafe or held(before)
    return count >= HEAVY_BEFORE_A_PAUSE
