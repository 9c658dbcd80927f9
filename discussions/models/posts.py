"""Contributions to a conversation, from typed to placed, changed, or gone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from discussions import holding, publication, quoting
from movement import markdown
from movement.distress import has_words_of_distress
from movement.models import TimeStamped

from .topics import PAGE_SIZE, Topic, is_moderator


class PostQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Posts whose text this viewer may read."""
        topics = Topic.objects.visible_to(viewer)
        posts = self.filter(topic__in=topics)
        if getattr(viewer, "is_authenticated", False):
            if is_moderator(viewer):
                return posts.exclude(state=Post.State.ERASED)
            return posts.not_blocked_for(viewer).filter(
                Q(state=Post.State.PUBLISHED) | Q(state=Post.State.HELD, author=viewer)
            )
        return posts.filter(state=Post.State.PUBLISHED)

    def not_blocked_for(self, viewer: Any) -> Self:
        """Without named posts of people who blocked this member, or whom this member blocked."""
        from .marks import Block

        pair = Q(blocker=viewer, blocked=OuterRef("author")) | Q(
            blocked=viewer, blocker=OuterRef("author")
        )
        return self.exclude(Exists(Block.objects.filter(pair)), is_anonymous=False)

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
        PUBLIC_BOARD = "public-board", _("everyone may read on this board")
        LINK = "link", _("a new member placed a link")
        RECOGNISABLE = "recognisable", _("somebody may be recognisable")
        DISTRESS = "distress", _("words of acute distress")
        LOOK_AGAIN = "look-again", _("a moderator looks at it again")
        CORRECT = "correct", _("its author was asked to change it")

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
    anonymous_number = models.PositiveSmallIntegerField(
        _("number of this anonymous author in this topic"), null=True, blank=True, editable=False
    )
    round = models.PositiveSmallIntegerField(_("round"), default=1, editable=False)
    body = models.TextField(_("text"), max_length=markdown.MAX_LENGTH)
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
    edited_by_staff = models.BooleanField(_("changed by a moderator"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    reaction_counts = models.JSONField(default=dict, blank=True, editable=False)

    # Known after `place()`: whether it holds words of distress (S7).
    sounds_heavy: bool

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
            # For the list of the admin: what is no longer, or not yet, as it was placed.
            models.Index(
                fields=["state", "-id"], condition=~Q(state="published"), name="post_not_placed"
            ),
            models.Index(
                fields=["held_because", "-id"], condition=~Q(held_because=""), name="post_was_held"
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("discussions:post", args=[self.pk])

    @property
    def is_stub(self) -> bool:
        """Whether only a neutral line is left of it."""
        return self.state in {self.State.HIDDEN, self.State.WITHDRAWN, self.State.ERASED}

    @property
    def is_first(self) -> bool:
        """Whether it opened its topic, or will: the title of the topic belongs to it."""
        if self.position is not None:
            return self.position == 1
        earlier = self.topic.posts.filter(pk__lt=self.pk)  # type: ignore[attr-defined]
        return self.topic.is_waiting and not earlier.exists()

    @property
    def page(self) -> int:
        """The page of its topic on which it stands; a held one stands on the last."""
        return -(-self.position // PAGE_SIZE) if self.position else self.topic.last_page

    @property
    def place_in_topic(self) -> str:
        """The address of the page with this post on it, at the post."""
        page = f"?page={self.page}" if self.page > 1 else ""
        return f"{self.topic.get_absolute_url()}{page}#bijdrage-{self.pk}"

    @property
    def is_by_staff(self) -> bool:
        """Whether a member of the staff is seen to speak here."""
        return bool(not self.is_anonymous and self.author and self.author.is_staff)

    # Verbs

    def place(self, *, now: datetime, title: str = "") -> None:
        """Save this new post: published, or held with the reason. The topic is locked."""
        texts = [title, self.body, self.content_note]
        why = holding.why_held(self.author, board=self.topic.board, texts=texts)
        self.sounds_heavy = has_words_of_distress("\n\n".join(texts))
        if why:
            self.held_because = why
            self.save(force_insert=True)
            publication.queue("held", post=self, is_urgent=self.sounds_heavy)
        else:
            self.publish(now)
            if self.sounds_heavy:
                publication.queue("distress", post=self, is_urgent=True)
        publication.follow(self)

    def publish(self, now: datetime) -> None:
        """Give it the next place in its topic, which is locked; let it be found and told."""
        self.state = self.State.PUBLISHED
        self.position = self.position or self.topic.give_position(now)
        self.published_at = self.published_at or now
        self.save()
        if self.is_by_staff and self.topic.answered_at is None and self.position > 1:
            Topic.objects.filter(pk=self.topic_id).update(answered_at=now)
            publication.answered(self.topic)
        publication.make_findable(self)
        publication.tell_later(self)

    def leave(self, state: "Post.State") -> None:
        """Take it off the site, in this state. The topic is locked; its place stays a stub.

        The title that came with the first post goes too; a decision keeps it to restore it.
        """
        was_seen = self.state == self.State.PUBLISHED
        self.state = state
        self.version += 1
        if state == self.State.HELD:
            self.position = None
        self.save()
        if self.is_first and state != self.State.HELD:
            self.topic.retitle(gettext("Conversation without a title"))
        publication.make_unfindable(self)
        if was_seen:
            self.topic.recount()

    @transaction.atomic
    def withdraw(self) -> None:
        """The author takes it back, without a reason. Replies stay; the text is gone (S9)."""
        self.topic = self.topic.lock()
        self.refresh_from_db(fields=["state", "position", "version"])
        if self.is_stub:
            return
        self.revisions.all().delete()
        self.body = self.content_note = ""
        self.rewrite_decisions(lambda text: "")
        self.leave(self.State.WITHDRAWN)
        PendingEdit.objects.filter(post=self).delete()
        self.links.all().delete()
        publication.close_queue(self)

    @transaction.atomic
    def edit(self, *, body: str, content_note: str = "", now: datetime | None = None) -> bool:
        """The author changes the text; returns whether the new text is on the site at once.

        A held post just changes. An edit that asks for a look waits; the old text stays.
        """
        now = now or timezone.now()
        self.topic = self.topic.lock()
        self.refresh_from_db()
        if self.is_stub:
            return False
        if (body, content_note) == (self.body, self.content_note):
            return self.state == self.State.PUBLISHED
        is_distressed = has_words_of_distress(f"{body}\n\n{content_note}")
        if self.state != self.State.PUBLISHED:
            self.replace_text(body, content_note, now)
            self.send_again(is_distressed=is_distressed)
            return False
        why = holding.why_edit_held(self, body=body, content_note=content_note)
        if not why:
            PendingEdit.objects.filter(post=self).delete()
            was_distressed = has_words_of_distress(f"{self.body}\n\n{self.content_note}")
            self.replace_text(body, content_note, now)
            if is_distressed and not was_distressed:
                publication.queue("distress", post=self, is_urgent=True)
            return True
        PendingEdit.objects.update_or_create(
            post=self, defaults={"body": body, "content_note": content_note, "held_because": why}
        )
        publication.queue("edit", post=self, is_urgent=is_distressed)
        return False

    def send_again(self, *, is_distressed: bool) -> None:
        """Its author changed it while held: as asked (S12), or it is urgent now (S7)."""
        if self.held_because == self.HeldBecause.CORRECT:
            self.held_because = self.HeldBecause.LOOK_AGAIN
            self.save(update_fields=["held_because"])
        elif not is_distressed:
            return
        publication.queue("held", post=self, is_urgent=is_distressed)

    def replace_text(self, body: str, content_note: str, now: datetime) -> None:
        """Put another text in its place and keep the old one as a revision."""
        if self.state == self.State.PUBLISHED:
            PostRevision.objects.create(
                post=self, body=self.body, content_note=self.content_note, replaced_at=now
            )
            self.edited_at = now
        was, self.body, self.content_note = self.body, body, content_note
        self.version += 1
        self.save()
        quoting.follow(self, was)
        self.topic.touch()
        if self.state == self.State.PUBLISHED:
            publication.make_findable(self)

    @transaction.atomic
    def react(self, person: Any, kind: str) -> bool:
        """Give support, or take it back; returns whether it is given now."""
        from .marks import Reaction

        locked = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        taken = locked.reactions.filter(person=person, kind=kind).delete()[0]
        if not taken:
            Reaction.objects.create(post=locked, person=person, kind=kind)
        count = max(0, locked.reaction_counts.get(kind, 0) + (-1 if taken else 1))
        counts = {**locked.reaction_counts, kind: count}
        locked.reaction_counts = {name: number for name, number in counts.items() if number}
        locked.save(update_fields=["reaction_counts"])
        self.topic.touch()
        return not taken

    @transaction.atomic
    def blank(self, passage: str, instead: str) -> int:
        """Replace a passage in the text, every earlier text and, of the first post, the title.

        Returns how often.
        """
        self.topic = self.topic.lock()
        self.refresh_from_db()
        was = self.body
        times = self.body.count(passage) + self.content_note.count(passage)
        self.body = self.body.replace(passage, instead)
        self.content_note = self.content_note.replace(passage, instead)
        self.version += 1
        self.save()
        quoting.follow(self, was)
        self.topic.touch()
        self.rewrite_decisions(lambda text: text.replace(passage, instead))
        if self.is_first and passage in self.topic.title:
            times += self.topic.title.count(passage)
            self.topic.retitle(self.topic.title.replace(passage, instead))
            if self.is_stub:
                publication.make_unfindable(self)
        earlier_texts: list[Any] = [*self.revisions.all(), *PendingEdit.objects.filter(post=self)]
        for earlier in earlier_texts:
            times += earlier.body.count(passage)
            earlier.body = earlier.body.replace(passage, instead)
            earlier.content_note = earlier.content_note.replace(passage, instead)
            earlier.save()
        if self.state == self.State.PUBLISHED:
            publication.make_findable(self)
        return times

    def rewrite_decisions(self, change: Callable[[str], str]) -> None:
        """Change the words that decisions about it keep, so that none come back with those."""
        for decision in self.decisions.select_for_update():  # type: ignore[attr-defined]
            for kept in (decision.before, decision.after):
                for name in {"body", "content_note", "title"} & kept.keys():
                    kept[name] = change(kept[name])
            if "pending" in decision.before:
                body, note, why = decision.before["pending"]
                decision.before["pending"] = [change(body), change(note), why]
            decision.save(update_fields=["before", "after"])


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


class PendingEdit(TimeStamped):
    """A change of a published post that waits for a moderator; the old text stays so long."""

    post = models.OneToOneField(
        Post, models.CASCADE, related_name="pending_edit", verbose_name=_("post")
    )
    body = models.TextField(_("text"), max_length=markdown.MAX_LENGTH)
    content_note = models.CharField(_("content note"), max_length=80, blank=True)
    held_because = models.CharField(
        _("waits because"), max_length=12, choices=Post.HeldBecause, blank=True
    )

    class Meta:
        verbose_name = _("change that waits")
        verbose_name_plural = _("changes that wait")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.post_id}"
