"""Posts, and what people do with them: react, follow, keep a draft, decide."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import HouseRule, Link, TimeStamped

from .boards import Board, Topic


class PostQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Posts whose text this viewer may read."""
        topics = Topic.objects.visible_to(viewer)
        posts = self.filter(topic__in=topics)
        if getattr(viewer, "is_authenticated", False):
            if viewer.has_perm("discussions.moderate"):
                return posts.exclude(state=Post.State.ERASED)
            return posts.filter(
                Q(state=Post.State.PUBLISHED) | Q(state=Post.State.HELD, author=viewer)
            )
        return posts.filter(state=Post.State.PUBLISHED)

    def held(self) -> Self:
        """Posts that wait for a moderator, oldest first."""
        return self.filter(state=Post.State.HELD).order_by("created_at", "pk")


class Post(TimeStamped):
    class State(models.TextChoices):
        HELD = "held", _("waits for a moderator")
        PUBLISHED = "published", _("published")
        HIDDEN = "hidden", _("hidden by a moderator")
        WITHDRAWN = "withdrawn", _("withdrawn by the author")
        ERASED = "erased", _("erased")

    class HeldBecause(models.TextChoices):
        NEW_MEMBER = "new-member", _("one of the first posts of this member")
        PUBLIC_BOARD = "public-board", _("the board is open to everyone")
        LINK = "link", _("a new member placed a link")
        RECOGNISABLE = "recognisable", _("somebody may be recognisable")
        DISTRESS = "distress", _("words of acute distress")

    topic = models.ForeignKey(
        Topic, models.CASCADE, related_name="posts", verbose_name=_("conversation")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("author"),
    )
    is_anonymous = models.BooleanField(_("anonymous"), default=False)
    body = models.TextField(_("text"), max_length=20_000)
    content_note = models.CharField(_("content note"), max_length=80, blank=True)
    quoted = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("quoted post"),
    )
    quoted_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    quoted_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.HELD)
    held_because = models.CharField(
        _("waits because"), max_length=12, choices=HeldBecause, blank=True
    )
    position = models.PositiveIntegerField(_("place"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    edited_at = models.DateTimeField(_("edited at"), null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    reaction_counts = models.JSONField(default=dict, blank=True, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["topic", "position", "pk"]
        permissions = [("moderate", _("Can moderate praat-mee"))]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "position"],
                name="post_position_unique",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(position__isnull=False),
                name="post_published_has_position",
            ),
            models.CheckConstraint(
                condition=~Q(state="held") | Q(position__isnull=True),
                name="post_held_has_no_position",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(state="held"), name="post_held"),
            models.Index(fields=["author", "-id"], name="post_of_author"),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("discussions:post", args=[self.pk])

    @property
    def is_stub(self) -> bool:
        """Whether only a neutral line is left of it."""
        return self.state in {self.State.HIDDEN, self.State.WITHDRAWN, self.State.ERASED}


class PostRevision(models.Model):
    """The text of a post before it was changed. For its author and moderators only."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="revisions", verbose_name=_("post"))
    body = models.TextField(_("text"))
    content_note = models.CharField(_("content note"), max_length=80, blank=True)
    replaced_at = models.DateTimeField(_("replaced at"), default=timezone.now)

    class Meta:
        verbose_name = _("earlier text")
        verbose_name_plural = _("earlier texts")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.post_id} {self.replaced_at:%Y-%m-%d}"


class Reaction(models.Model):
    """Support for a post. Never a ranking of people or posts."""

    class Kind(models.TextChoices):
        RECOGNISED = "recognised", _("Recognisable")
        STRENGTH = "strength", _("Strength")
        THANKS = "thanks", _("Thank you")

    post = models.ForeignKey(Post, models.CASCADE, related_name="reactions", verbose_name=_("post"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="reactions",
        verbose_name=_("member"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)

    class Meta:
        verbose_name = _("reaction")
        verbose_name_plural = _("reactions")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "person", "kind"], name="reaction_once_per_kind"
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Follow(models.Model):
    """A person who wants to hear of a topic or of a whole board."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="follows",
        verbose_name=_("member"),
    )
    topic = models.ForeignKey(
        Topic,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="follows",
        verbose_name=_("conversation"),
    )
    board = models.ForeignKey(
        Board,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="follows",
        verbose_name=_("board"),
    )
    followed_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        constraints = [
            models.CheckConstraint(
                condition=Q(topic__isnull=False, board__isnull=True)
                | Q(topic__isnull=True, board__isnull=False),
                name="follow_one_target",
            ),
            models.UniqueConstraint(
                fields=["person", "topic"],
                condition=Q(topic__isnull=False),
                name="follow_topic_once",
            ),
            models.UniqueConstraint(
                fields=["person", "board"],
                condition=Q(board__isnull=False),
                name="follow_board_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.topic or self.board)


class PostDraft(TimeStamped):
    """What a member typed and did not send yet, per topic, or per board for a new topic."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="post_drafts",
        verbose_name=_("member"),
    )
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(_("title"), max_length=120, blank=True)
    body = models.TextField(_("text"), blank=True, max_length=20_000)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "topic"],
                condition=Q(topic__isnull=False),
                name="draft_once_per_topic",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(topic__isnull=True),
                name="draft_once_for_new_topic",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class Decision(models.Model):
    """What a moderator did with a post, under which rule, and why."""

    class Act(models.TextChoices):
        APPROVE = "approve", _("placed")
        REJECT = "reject", _("not placed")
        HIDE = "hide", _("hidden")
        RESTORE = "restore", _("shown again")

    post = models.ForeignKey(Post, models.CASCADE, related_name="decisions", verbose_name=_("post"))
    act = models.CharField(_("decision"), max_length=8, choices=Act)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)
    rule = models.ForeignKey(
        HouseRule, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rule")
    )
    reason = models.TextField(_("reason"), blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(act__in=["reject", "hide"]) | (Q(rule__isnull=False) & ~Q(reason="")),
                name="decision_against_has_rule_and_reason",
                violation_error_message=_("Name a house rule and say why, in one sentence."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.post_id}"


class PostLink(Link):
    """A post that is evidence of a cause, direction or action."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="links", verbose_name=_("post"))

    class Meta(Link.Meta):
        verbose_name = _("link of a post")
        verbose_name_plural = _("links of posts")

    def __str__(self) -> str:
        return str(self.target)
