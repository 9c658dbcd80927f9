"""What members do beside writing: react, follow, read on, keep a draft, hide, block."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import TimeStamped

from .boards import Board
from .posts import Post
from .topics import Topic


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
    content_note = models.CharField(_("content note"), max_length=80, blank=True)

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


class TopicRead(models.Model):
    """How far a member read in a topic: “waar was ik gebleven”."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("member")
    )
    topic = models.ForeignKey(
        Topic, models.CASCADE, related_name="reads", verbose_name=_("conversation")
    )
    position = models.PositiveIntegerField(_("place"), default=0)
    read_at = models.DateTimeField(_("read at"), default=timezone.now)

    class Meta:
        verbose_name = _("place in a conversation")
        verbose_name_plural = _("places in conversations")
        constraints = [models.UniqueConstraint(fields=["person", "topic"], name="topic_read_once")]

    def __str__(self) -> str:
        return f"{self.topic_id} {self.position}"


class HiddenPost(models.Model):
    """A post that a reader does not want to see. Says nothing about its author."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("member")
    )
    post = models.ForeignKey(Post, models.CASCADE, related_name="+", verbose_name=_("post"))

    class Meta:
        verbose_name = _("post hidden by a reader")
        verbose_name_plural = _("posts hidden by readers")
        constraints = [models.UniqueConstraint(fields=["person", "post"], name="hidden_post_once")]

    def __str__(self) -> str:
        return str(self.post_id)


class Block(models.Model):
    """Two members who do not see each other's named posts (S14). Only the blocker knows."""

    blocker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="blocks", verbose_name=_("member")
    )
    blocked = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("blocked member")
    )
    blocked_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        constraints = [
            models.UniqueConstraint(fields=["blocker", "blocked"], name="block_once"),
            models.CheckConstraint(
                condition=~Q(blocker=models.F("blocked")),
                name="block_not_oneself",
                violation_error_message=_("You cannot block yourself."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
