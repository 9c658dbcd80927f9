"""From talk to change: a post is linked to a cause, direction or action where somebody reads it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from discussions.judging import is_let_in
from discussions.models import Post, PostLink
from movement.models import Action, Cause, Direction
from participants import notifications
from participants.models import Notification


class LinkForm(forms.Form):
    target = forms.ChoiceField(label=_("This post fits"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["target"].choices = [  # type: ignore[attr-defined]
            (name, [(f"{key}:{row.pk}", f"{row.number}. {row.title}") for row in rows.all()])
            for key, name, rows in (
                ("cause", _("Causes"), Cause.objects),
                ("direction", _("Directions"), Direction.objects),
                ("action", _("Actions"), Action.objects),
            )
        ]


def may_link(viewer: Any) -> bool:
    """Whether this viewer links posts: editors and moderators. Asks nothing for a member."""
    if not getattr(viewer, "is_staff", False):
        return False
    return viewer.has_perm("discussions.add_postlink") and is_let_in(viewer)


@transaction.atomic
def link(post: Post, *, by: Any, target: str) -> bool:
    """Tie the post to `cause:1` or the like, and tell its author; once."""
    kind, _colon, number = target.partition(":")
    found = {f"{kind}_id": int(number)}
    if PostLink.objects.filter(post=post, **found).exists():
        return False
    PostLink.objects.create(post=post, linked_by=by, **found)
    if post.author:
        notifications.notify([post.author], kind=Notification.Kind.OUTCOME, actor=by, target=post)
    return True


def link_acts(rows: Iterable[Any]) -> dict[str, str]:
    """The way to link each post that is on the site, under the mark of its acts."""
    return {
        f"acts:{row.pk}": format_html(
            '<a class="post__act" href="{}">{}</a>',
            reverse("discussions:link", args=[row.pk]),
            gettext("Link it"),
        )
        for row in rows
        if row.state == Post.State.PUBLISHED
    }
