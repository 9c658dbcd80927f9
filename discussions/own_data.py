"""What praat-mee keeps of a person, and how it disappears while replies stay readable."""

from typing import Any

from django.db import transaction

from discussions.models import Follow, Post, PostDraft, PostRevision, Reaction, Topic


def export_for(person: Any) -> dict[str, Any]:
    """Posts with their earlier texts, drafts, reactions and follows of this person."""
    return {
        "posts": [
            {
                "title": post.topic.title if post.position == 1 else "",
                "text": post.body,
                "content_note": post.content_note,
                "state": post.state,
                "is_anonymous": post.is_anonymous,
                "written_at": post.created_at,
                "earlier_texts": list(post.revisions.values("body", "replaced_at")),
            }
            for post in Post.objects.filter(author=person).select_related("topic").order_by("pk")
        ],
        "drafts": list(PostDraft.objects.filter(person=person).values()),
        "reactions": list(Reaction.objects.filter(person=person).values("kind", "given_at")),
        "follows": list(
            Follow.objects.filter(person=person).values("topic_id", "board_id", "followed_at")
        ),
    }


@transaction.atomic
def erase(person: Any, *, keep_texts: bool) -> None:
    """Take the person out; their texts too, unless they may stay without a name."""
    mine = Post.objects.filter(author=person)
    PostRevision.objects.filter(post__in=mine).delete()
    PostDraft.objects.filter(person=person).delete()
    Reaction.objects.filter(person=person).delete()
    Follow.objects.filter(person=person).delete()
    for post in mine.filter(state=Post.State.HELD):
        post.delete()
    if not keep_texts:
        mine.update(state=Post.State.ERASED, body="", content_note="")
    mine.update(author=None)
    Topic.objects.filter(author=person).update(author=None)
