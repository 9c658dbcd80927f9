"""Conversations, and how one starts and goes on."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from discussions import refusals
from movement import search
from movement.models import KeywordItem, Theme, TimeStamped
from movement.questions import Question

from .boards import Board
from .topic_queries import TopicQuerySet, is_moderator

if TYPE_CHECKING:
    from .posts import Post

PAGE_SIZE = 20
TITLE_LENGTH = 120


class Topic(TimeStamped):
    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    class Mode(models.TextChoices):
        TALK = "talk", _("conversation")
        LISTEN = "listen", _("listening mode")
        CAMPFIRE = "campfire", _("campfire")

    board = models.ForeignKey(Board, models.PROTECT, related_name="topics", verbose_name=_("board"))
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
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
    revision = models.PositiveIntegerField(default=0, editable=False)
    last_post_at = models.DateTimeField(_("last post at"), null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(
        _("answered by staff at"), null=True, blank=True, editable=False
    )
    round = models.PositiveSmallIntegerField(
        _("round"), default=1, help_text=_("At the campfire everyone speaks once in each round.")
    )
    is_hosted_by_starter = models.BooleanField(
        _("who started it is host"), default=False, db_default=False
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("What was said, when the conversation closed.")
    )
    moved_to = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("merged into"),
    )
    # What is discussed, kept as a snapshot: this app does not know what that is.
    subject_title = models.CharField(_("about"), max_length=200, blank=True)
    subject_path = models.CharField(_("address of the subject"), max_length=300, blank=True)
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="topics", verbose_name=_("themes")
    )
    keywords = TaggableManager(
        through="discussions.TopicKeyword", blank=True, verbose_name=_("keywords"), help_text=""
    )

    # Known after `with_marks_of()`.
    read_position: int | None

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

    @property
    def is_waiting(self) -> bool:
        """Whether its first post still waits for a moderator."""
        return self.opened_at is None

    @property
    def is_open(self) -> bool:
        """Whether members may reply, apart from the rules of its kind."""
        return self.state == self.State.OPEN and self.board.is_open

    @property
    def is_unread(self) -> bool:
        """Whether a member who read here before finds something new; needs with_marks_of."""
        read = getattr(self, "read_position", None)
        return read is not None and read < self.last_position

    @property
    def last_page(self) -> int:
        """The page on which the latest post stands."""
        return max(1, -(-self.last_position // PAGE_SIZE))

    @property
    def starter(self) -> str:
        """Who is seen to have started it."""
        if self.is_anonymous or self.author is None:
            return str(_("Anonymous"))
        return self.author.pseudonym

    def as_seen_by(self, viewer: Any) -> "Topic":
        """For whom is apart from who started it: without the title and the name (S14).

        What others said there stays readable. Needs with_marks_of; not to be saved after.
        """
        if (
            getattr(self, "is_starter_apart", False)
            and self.author_id != viewer.pk
            and not is_moderator(viewer)
        ):
            self.title, self.author = gettext("Conversation without a title"), None
        return self

    # Verbs

    @classmethod
    def start(
        cls,
        board: Board,
        *,
        author: Any,
        title: str,
        body: str,
        content_note: str = "",
        is_anonymous: bool = False,
        mode: str = Mode.TALK,
        now: datetime | None = None,
    ) -> "Post":
        """Start a conversation; returns its first post, published or held.

        Raises BoardNotOpen or Suspended.
        """
        with transaction.atomic():
            topic = cls(
                board=board,
                title=title,
                author=author,
                is_anonymous=is_anonymous,
                is_by_staff=bool(author.is_staff and not is_anonymous),
                mode=mode,
            )
            topic.check_writable_by(author)
            topic.save(force_insert=True)
            return topic.add(
                author=author,
                body=body,
                content_note=content_note,
                is_anonymous=is_anonymous,
                now=now or timezone.now(),
                title=title,
            )

    def reply(self, **said: Any) -> "Post":
        """Add a post at the end, published or held, in a transaction; takes what `say` takes."""
        with transaction.atomic():
            return self.lock().say(**said)

    def say(
        self,
        *,
        author: Any,
        body: str,
        content_note: str = "",
        is_anonymous: bool = False,
        is_numbered: bool = False,
        quoted: "Post | None" = None,
        quoted_range: tuple[int, int] | None = None,
        now: datetime | None = None,
    ) -> "Post":
        """Add a post at the end. This row was locked in the caller's transaction.

        Raises TopicClosed, BoardNotOpen, Suspended, NotInvited, NotYourTurn or GoneMeanwhile.
        """
        self.check_writable_by(author)
        if quoted is not None and (
            quoted.topic_id != self.pk or quoted.state != quoted.State.PUBLISHED
        ):
            raise refusals.GoneMeanwhile
        return self.add(
            author=author,
            body=body,
            content_note=content_note,
            is_anonymous=is_anonymous,
            is_numbered=is_numbered,
            quoted=quoted,
            quoted_range=quoted_range,
            now=now or timezone.now(),
        )

    def lock(self) -> "Topic":
        """This row, read anew and locked until the transaction ends. Raises DoesNotExist."""
        if found := LOCKED.ask(self.pk):
            return cast("Topic", found[0])
        raise self.DoesNotExist

    def check_writable_by(self, author: Any) -> None:
        """Raise the refusal that holds for this author, if any."""
        if author.is_suspended:
            raise refusals.Suspended
        if is_moderator(author):
            return
        if not self.board.is_open:
            raise refusals.BoardNotOpen
        if self.state != self.State.OPEN or self.hidden_at is not None:
            raise refusals.TopicClosed
        if self.pk and self.mode == self.Mode.LISTEN:
            self.check_invited(author)
        if self.pk and self.mode == self.Mode.CAMPFIRE:
            self.check_turn(author)

    def check_invited(self, author: Any) -> None:
        """In listening mode a professional speaks when the starter invited, or started it."""
        from .circles import Invitation, ProfessionalRole

        if self.author_id == author.pk:
            return
        speaks = bool(author.role_mark) or ProfessionalRole.objects.filter(person=author).exists()
        if speaks and not Invitation.objects.filter(topic=self, person=author).exists():
            raise refusals.NotInvited

    def check_turn(self, author: Any) -> None:
        """At the campfire everyone speaks once in a round."""
        from .posts import Post

        spoke = self.posts.filter(author=author, round=self.round).exclude(
            state__in=[Post.State.WITHDRAWN, Post.State.HIDDEN, Post.State.ERASED]
        )
        if spoke.exists():
            raise refusals.NotYourTurn

    def add(
        self,
        *,
        author: Any,
        body: str,
        now: datetime,
        content_note: str = "",
        is_anonymous: bool = False,
        is_numbered: bool = False,
        quoted: "Post | None" = None,
        quoted_range: tuple[int, int] | None = None,
        title: str = "",
    ) -> "Post":
        """Make the post and publish or hold it. This row is locked by the caller."""
        from .posts import Post

        start, end = quoted_range or (None, None)
        post = Post(
            topic=self,
            author=author,
            body=body,
            content_note=content_note,
            is_anonymous=is_anonymous,
            anonymous_number=self.number_of(author) if is_anonymous and is_numbered else None,
            quoted=quoted,
            quoted_start=start,
            quoted_end=end,
            round=self.round,
        )
        post.place(title=title, now=now)
        return post

    def number_of(self, author: Any) -> int:
        """The number of “Anoniem 1” of this author in this topic: the old one, or the next."""
        numbered = self.posts.filter(anonymous_number__isnull=False)
        own = numbered.filter(author=author).values_list("anonymous_number", flat=True).first()
        if own is not None:
            return own
        return (numbered.aggregate(highest=models.Max("anonymous_number"))["highest"] or 0) + 1

    def give_position(self, now: datetime) -> int:
        """The next place, with the counts that belong to it. This row is locked."""
        position = self.last_position + 1
        type(self).objects.filter(pk=self.pk).update(
            last_position=position,
            post_count=F("post_count") + 1,
            last_post_at=now,
            opened_at=Coalesce("opened_at", now),
            updated_at=now,
        )
        self.last_position = position
        self.post_count += 1
        self.last_post_at = now
        self.opened_at = self.opened_at or now
        return position

    def moved(self) -> None:
        """It stands on another board now: who may find it may have changed."""
        from discussions import publication

        for post in self.posts.filter(state="published").select_related("topic__board"):
            search.forget(publication.POST, post.pk)
            publication.make_findable(post)

    def retitle(self, title: str) -> None:
        """Give it another title, wherever it can be found by it. This row is locked."""
        from discussions import publication

        self.title = title[:TITLE_LENGTH]
        type(self).objects.filter(pk=self.pk).update(title=self.title)
        publication.forget_topic(self)
        self.moved()

    def recount(self) -> None:
        """Count what is on the site and find the latest, after something left or came back."""
        from .posts import Post

        standing = self.posts.filter(state=Post.State.PUBLISHED)
        seen = standing.aggregate(count=models.Count("pk"), last=models.Max("published_at"))
        type(self).objects.filter(pk=self.pk).update(
            post_count=seen["count"],
            last_post_at=seen["last"] or self.opened_at,
        )

    def touch(self) -> None:
        """Something of its posts looks different now: what was remembered of them is old."""
        type(self).objects.filter(pk=self.pk).update()

    def mark_read(self, person: Any, position: int) -> None:
        """Remember how far this member read; never back. Who read it all needs no mail of it."""
        from discussions import publication
        from participants import notifications

        from .marks import TopicRead

        TopicRead.objects.bulk_create(
            [TopicRead(person=person, topic=self, position=position)],
            update_conflicts=True,
            unique_fields=["person", "topic"],
            update_fields=["position", "read_at"],
        )
        if position >= self.last_position:
            notifications.seen(person, publication.NewIn(self))


LOCKED = Question(lambda pk: Topic.objects.locked().filter(pk=pk))


class TopicKeyword(KeywordItem):
    content_object = models.ForeignKey(Topic, models.CASCADE)

    class Meta:
        verbose_name = _("keyword of a conversation")
        verbose_name_plural = _("keywords of conversations")
