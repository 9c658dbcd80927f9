"""What praat-mee keeps of a person, to take along (S19) and to erase (S20)."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from discussions import publication
from discussions.models import (
    Appeal,
    Block,
    Decision,
    Follow,
    PendingEdit,
    Post,
    PostDraft,
    Reaction,
    Report,
    Topic,
)
from movement import personal_links

ERASED = "–"


def export_for(person: Any) -> dict[str, Any]:
    """What this person wrote, did and was decided about; nothing of others."""
    posts = Post.objects.filter(author=person).select_related("topic").order_by("pk")
    appeals = Appeal.objects.filter(decision__person=person)
    return {
        "posts": [written(post) for post in posts.prefetch_related("revisions")],
        "drafts": list(
            PostDraft.objects.filter(person=person).values("title", "body", "content_note")
        ),
        "changes_that_wait": list(
            PendingEdit.objects.filter(post__author=person).values("body", "content_note")
        ),
        "reactions": [
            {"kind": str(reaction.get_kind_display()), "given_at": reaction.given_at}
            for reaction in Reaction.objects.filter(person=person)
        ],
        "follows": list(
            Follow.objects.filter(person=person).values("topic_id", "board_id", "followed_at")
        ),
        "reports": [
            {
                "kind": str(report.get_kind_display()),
                "explanation": report.explanation,
                "email": report.email,
                "reported_at": report.reported_at,
            }
            for report in Report.objects.filter(reporter=person)
        ],
        "decisions": [
            {
                "act": str(decision.get_act_display()),
                "rule__title": decision.rule.title if decision.rule else "",
                "reason": decision.reason,
                "decided_at": decision.decided_at,
                "until": decision.until,
            }
            for decision in decisions_about(person).select_related("rule")
        ],
        "objections": list(appeals.values("text", "made_at", "answer")),
        "members_blocked": Block.objects.filter(blocker=person).count(),
    }


def written(post: Post) -> dict[str, Any]:
    """One post with its earlier texts; the title only with the post that opened the topic."""
    return {
        "title": post.topic.title if post.topic.author_id == post.author_id else "",
        "text": post.body,
        "content_note": post.content_note,
        "state": str(post.get_state_display()),
        "is_anonymous": post.is_anonymous,
        "written_at": post.created_at,
        "earlier_texts": [
            {"text": earlier.body, "until": earlier.replaced_at}
            for earlier in post.revisions.all()  # type: ignore[attr-defined]
        ],
    }


def decisions_about(person: Any) -> QuerySet[Decision]:
    """What moderators decided about this person or their posts, before the name goes."""
    return Decision.objects.filter(Q(person=person) | Q(post__author=person))


@transaction.atomic
def erase(person: Any, *, keep_texts: bool) -> None:
    """Take the person out of everything; the texts too, unless they may stay without a name.

    Replies of others stay. A decision keeps its rule, its day and its number.
    """
    blank_decisions(person)
    blank_reports(person)
    for reaction in Reaction.objects.filter(person=person).select_related("post__topic"):
        reaction.post.react(person, reaction.kind)
    numbers = Topic.objects.filter(Q(posts__author=person) | Q(author=person))
    for number in list(numbers.order_by("pk").values_list("pk", flat=True).distinct()):
        leave_topic(Topic(pk=number).lock(), person, keep_texts=keep_texts)


def blank_decisions(person: Any) -> None:
    """Keep act, rule and day; end the objections that are still open."""
    decisions = list(decisions_about(person).values_list("pk", flat=True))
    appeals = Appeal.objects.filter(decision__in=decisions)
    appeals.filter(outcome="").delete()
    appeals.update(text=ERASED)
    appeals.exclude(outcome="").update(answer=ERASED)
    Decision.objects.filter(pk__in=decisions).update(before={}, after={}, reason=ERASED)


def blank_reports(person: Any) -> None:
    """A report stays for what it is about; who made it and in which words does not."""
    mine = Report.objects.filter(reporter=person)
    for number in mine.values_list("pk", flat=True):
        personal_links.revoke("report", number)
    mine.update(explanation="", email="", reporter=None)


def leave_topic(topic: Topic, person: Any, *, keep_texts: bool) -> None:
    """Take the person out of one topic, which is locked."""
    if topic.author_id == person.pk and topic.opened_at is None:
        topic.delete()
        return
    if topic.author_id == person.pk:
        retitle = {} if keep_texts else {"title": _("Conversation without a title")}
        Topic.objects.filter(pk=topic.pk).update(author=None, **retitle)
        topic = topic.lock()
    for post in topic.posts.filter(author=person):  # type: ignore[attr-defined]
        post.topic = topic
        leave_post(post, keep_texts=keep_texts)
    topic.moved()
    topic.recount()


def leave_post(post: Post, *, keep_texts: bool) -> None:
    """Take the name, the earlier texts and, if asked, the text out of one post."""
    publication.close_queue(post)
    post.revisions.all().delete()  # type: ignore[attr-defined]
    PendingEdit.objects.filter(post=post).delete()
    if post.state == Post.State.HELD:
        post.delete()
        return
    post.author = None
    if keep_texts and post.state == Post.State.PUBLISHED:
        post.version += 1
        post.save()
        return
    post.body = post.content_note = ""
    post.links.all().delete()
    # An anonymous one looks as if it was taken away: else all that end at once are of one person.
    post.leave(Post.State.WITHDRAWN if post.is_anonymous else Post.State.ERASED)
