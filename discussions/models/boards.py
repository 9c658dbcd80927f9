"""Boards and topics of praat-mee."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from movement.models import KeywordItem, Theme, TimeStamped


class BoardQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Boards that this viewer may read. A closed board does not exist for members."""
        boards = self.exclude(state=Board.State.CLOSED)
        if getattr(viewer, "is_authenticated", False):
            return boards
        return boards.filter(audience=Board.Audience.PUBLIC)


class Board(TimeStamped):
    class Audience(models.TextChoices):
        MEMBERS = "members", _("members only")
        PUBLIC = "public", _("everyone may read")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        READ_ONLY = "read-only", _("read only")
        CLOSED = "closed", _("closed")

    title = models.CharField(_("title"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    description = models.TextField(_("description"), blank=True)
    audience = models.CharField(
        _("who may read"), max_length=7, choices=Audience, default=Audience.MEMBERS
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    answer_days = models.PositiveSmallIntegerField(
        _("days until an answer"),
        null=True,
        blank=True,
        help_text=_("The board promises an answer of LOC within so many days. Empty: no promise."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = BoardQuerySet.as_manager()

    class Meta:
        verbose_name = _("board")
        verbose_name_plural = _("boards")
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("discussions:board", args=[self.slug])

    @property
    def is_public(self) -> bool:
        """Whether visitors may read along."""
        return self.audience == self.Audience.PUBLIC


class TopicQuerySet(models.QuerySet[Any]):
    def opened(self) -> Self:
        """Topics whose first post is on the site and that were not hidden."""
        return self.filter(opened_at__isnull=False, hidden_at__isnull=True)

    def visible_to(self, viewer: Any) -> Self:
        """Opened topics on boards that this viewer may read, and the viewer's own that wait."""
        boards = Board.objects.visible_to(viewer)
        topics = self.filter(board__in=boards)
        standing = Q(opened_at__isnull=False, hidden_at__isnull=True)
        if getattr(viewer, "is_authenticated", False):
            if viewer.has_perm("discussions.moderate"):
                return topics
            return topics.filter(standing | Q(opened_at__isnull=True, author=viewer))
        return topics.filter(standing)


class Topic(TimeStamped):
    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    class Mode(models.TextChoices):
        TALK = "talk", _("conversation")
        LISTEN = "listen", _("listening mode")
        CAMPFIRE = "campfire", _("campfire")

    board = models.ForeignKey(Board, models.PROTECT, related_name="topics", verbose_name=_("board"))
    title = models.CharField(_("title"), max_length=120)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=_("author"),
    )
    is_anonymous = models.BooleanField(_("anonymous"), default=False)
    is_by_staff = models.BooleanField(
        _("opened by staff"), default=False, help_text=_("Its title may be shown on open pages.")
    )
    is_example = models.BooleanField(
        _("example"), default=False, help_text=_("Invented; says so on the page.")
    )
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.OPEN)
    mode = models.CharField(_("kind"), max_length=8, choices=Mode, default=Mode.TALK)
    is_pinned = models.BooleanField(_("on top"), default=False)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    hidden_at = models.DateTimeField(_("hidden at"), null=True, blank=True)
    # Kept with F() in the transaction of the post.
    post_count = models.PositiveIntegerField(_("posts"), default=0, editable=False)
    last_position = models.PositiveIntegerField(default=0, editable=False)
    last_post_at = models.DateTimeField(_("last post at"), null=True, blank=True, editable=False)
    # What is discussed, kept as a snapshot: this app does not know what that is.
    subject_title = models.CharField(_("about"), max_length=200, blank=True)
    subject_path = models.CharField(_("address of the subject"), max_length=300, blank=True)
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="topics", verbose_name=_("themes")
    )
    keywords = TaggableManager(
        through="discussions.TopicKeyword", blank=True, verbose_name=_("keywords"), help_text=""
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        ordering = ["-is_pinned", "-last_post_at", "-pk"]
        indexes = [
            models.Index(
                fields=["board", "-is_pinned", "-last_post_at", "-id"],
                condition=Q(opened_at__isnull=False, hidden_at__isnull=True),
                name="topic_of_board",
            ),
            models.Index(
                fields=["-last_post_at"],
                condition=Q(opened_at__isnull=False, hidden_at__isnull=True),
                name="topic_latest",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("discussions:topic", args=[self.pk])


class TopicKeyword(KeywordItem):
    content_object = models.ForeignKey(Topic, models.CASCADE)

    class Meta:
        verbose_name = _("keyword of a conversation")
        verbose_name_plural = _("keywords of conversations")


class Discussable(models.Model):
    """Something that can be talked about: an article, a day. Points at its topic, never back."""

    topic = models.OneToOneField(
        Topic,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("conversation"),
        related_name="+",
    )

    class Meta:
        abstract = True
