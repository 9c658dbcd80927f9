"""What a moderator can do with a post where it stands, folded away below it.

The same forms and verbs as in the admin; the number of queries is the same for any page.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone

from discussions.judging import acts_for
from discussions.models import Decision, Post, QueueItem, Topic
from discussions.publication import UNDO_TIME
from movement.fragments import remember
from movement.models import HouseRule

# A new house rule can be chosen within this time.
KEEP_SECONDS = 60


def rules() -> list[tuple[int, str]]:
    """The house rules that a decision can name."""
    return list(HouseRule.objects.filter(is_active=True).values_list("pk", "title"))


class Desk:
    """The desk of one moderator on one page of a conversation."""

    def __init__(self, request: HttpRequest, topic: Topic) -> None:
        self.request = request
        self.template = get_template("discussions/_desk.html")
        self.rules = remember("desk:rules", rules, seconds=KEEP_SECONDS)
        self.waiting: dict[int | None, list[QueueItem]] = defaultdict(list)
        items = QueueItem.objects.waiting().filter(post__topic=topic.pk)
        for item in items.select_related("claimed_by").in_order():
            self.waiting[item.post_id].append(item)
        self.taken = {decision.post_id: decision for decision in recent(topic)}

    def __call__(self, rows: Iterable[Any]) -> dict[str, str]:
        """The HTML at each of these posts, under the mark that the page has for it."""
        return {f"desk:{row.pk}": html for row, html in self.drawn(rows)}

    def drawn(self, rows: Iterable[Any]) -> Iterable[tuple[Any, str]]:
        """Each post, which has pk, state and position, with its desk."""
        for row in rows:
            found = self.waiting[row.pk]
            has_change = any(item.kind == QueueItem.Kind.EDIT for item in found)
            acts = acts_for(
                row.state, is_first=row.position == 1, has_change=has_change, on_site=True
            )
            context = {
                "pk": row.pk,
                "path": reverse("discussions:moderate", args=[row.pk]),
                "acts": acts,
                "rules": self.rules,
                "items": found,
                "holder": next((item.holder() for item in found if item.holder()), None),
                "decision": self.taken.get(row.pk),
                "is_held": row.state == Post.State.HELD,
                "is_published": row.state == Post.State.PUBLISHED,
            }
            yield row, self.template.render(context, self.request) if acts else ""


def recent(topic: Topic) -> Any:
    """Decisions about posts of this topic that can still be undone; the latest of each last."""
    since = timezone.now() - UNDO_TIME
    found = Decision.objects.filter(
        topic=topic.pk, post__isnull=False, decided_at__gt=since, undone_at__isnull=True
    )
    return found.select_related("decided_by").order_by("pk")
