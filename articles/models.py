"""Articles, their series, drafts and links of evidence."""

from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from discussions.models import Board, Discussable, Topic
from movement import redirects
from movement.models import (
    KeywordItem,
    Link,
    Picture,
    Publishable,
    PublishableQuerySet,
    Theme,
    TimeStamped,
)
from movement.rich_text import RichTextField


class ArticleSeries(TimeStamped):
    """Articles that follow one another: earlier, next."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    introduction = models.TextField(_("introduction"), blank=True)

    class Meta:
        verbose_name = _("series of articles")
        verbose_name_plural = _("series of articles")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:series", args=[self.slug])


class Drawing(models.TextChoices):
    """Drawings of one hand, for articles without a picture (templates/components/pictures)."""

    CUPS = "cups", _("two cups")
    CAMPFIRE = "campfire", _("campfire")
    CIRCLE = "circle", _("people in a circle")
    DOOR = "door", _("open door")
    TALK = "talk", _("conversation")
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")


# Words that stand at the place of a slug in the addresses of the news.
RESERVED = ["feed", "jaar", "reeks", "voorvertoning"]


class ArticleQuerySet(PublishableQuerySet):
    def for_list(self) -> Self:
        """Without the texts, with what a card shows."""
        return (
            self.defer("body", "easy_body", "sources")
            .select_related("picture")
            .prefetch_related("themes")
        )

    def in_order_of(self, series: ArticleSeries) -> Self:
        """The articles of a series in their order."""
        return self.filter(series=series).order_by("series_position", "published_at", "pk")


class Article(Discussable, Publishable):
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(
        _("address"), max_length=100, unique=True, help_text=_("Fixed once it is published.")
    )
    lead = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences: what is this about?")
    )
    body = RichTextField(_("text"), blank=True)
    easy_body = RichTextField(
        _("easy version"), blank=True, help_text=_("The same in short sentences, B1 or easier.")
    )
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="articles", verbose_name=_("themes")
    )
    keywords = TaggableManager(
        through="articles.ArticleKeyword", blank=True, verbose_name=_("keywords"), help_text=""
    )
    byline = models.CharField(_("written by"), max_length=120, blank=True)
    drawing = models.CharField(
        _("drawing"),
        max_length=20,
        choices=Drawing,
        blank=True,
        help_text=_("A drawing of the house, when there is no picture."),
    )
    picture = models.ForeignKey(
        Picture,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("picture"),
    )
    series = models.ForeignKey(
        ArticleSeries,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("series"),
    )
    series_position = models.PositiveSmallIntegerField(_("place in the series"), default=0)
    sources = RichTextField(_("sources"), blank=True)
    canonical_url = models.URLField(
        _("first published at"), blank=True, help_text=_("When it appeared elsewhere first.")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="articles",
        verbose_name=_("editor"),
    )

    objects = ArticleQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                condition=models.Q(state="published"),
                name="article_published",
            ),
            models.Index(fields=["-updated_at", "-id"], name="article_changed"),
            models.Index(
                fields=["-updated_at", "-id"],
                condition=~models.Q(state="published"),
                name="article_unread",
            ),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(slug__in=RESERVED),
                name="article_slug_not_reserved",
                violation_error_message=_("This address has another use. Choose another one."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:detail", args=[self.slug])

    @property
    def has_easy_version(self) -> bool:
        """Whether readers can switch to the easy version."""
        return bool(self.easy_body)

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture or a drawing to show."""
        return bool(self.picture_id or self.drawing)

    def withdraw(self) -> None:
        """Take the article off the site; the moment of publication stays known."""
        self.state = self.State.WITHDRAWN
        self.save(update_fields=["state", "updated_at"])

    def open_conversation(self, board: Board, *, by: Any) -> None:
        """Let people talk about it on this board; once is enough. Raises what `start` raises."""
        with transaction.atomic():
            article = type(self).objects.select_for_update().get(pk=self.pk)
            if article.topic_id is None:
                first = Topic.start(
                    board,
                    author=by,
                    title=gettext("About: %(title)s") % {"title": self.title[:100]},
                    body=gettext("Do you recognise this? Or do you see it quite differently?"),
                )
                topic = first.topic
                topic.subject_title = self.title
                topic.subject_path = self.get_absolute_url()
                topic.save(update_fields=["subject_title", "subject_path", "updated_at"])
                article.topic = topic
                article.save(update_fields=["topic"])
        self.topic_id = article.topic_id

    def rename(self, slug: str) -> None:
        """Give the article another address; the old one leads there if anyone could know it."""
        old_path = self.get_absolute_url()
        with transaction.atomic():
            self.slug = slug
            self.save(update_fields=["slug", "updated_at"])
            if self.published_at is not None:
                redirects.lead(old_path, self.get_absolute_url())


class ArticleKeyword(KeywordItem):
    content_object = models.ForeignKey(Article, models.CASCADE)

    class Meta:
        verbose_name = _("keyword of an article")
        verbose_name_plural = _("keywords of articles")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="article_keyword_once")
        ]


class ArticleVersion(models.Model):
    """An article as it was saved: its texts, themes, keywords and picture, to be put back whole."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="versions", verbose_name=_("article")
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("editor"),
    )
    saved_at = models.DateTimeField(_("saved at"), default=timezone.now)
    name = models.CharField(
        _("name of this version"),
        max_length=80,
        blank=True,
        help_text=_("So that you find it back, such as “before the summer”."),
    )
    values = models.JSONField(_("values"), default=dict)

    class Meta:
        verbose_name = _("version of an article")
        verbose_name_plural = _("versions of articles")
        ordering = ["-saved_at", "-pk"]

    def __str__(self) -> str:
        return self.name or f"{self._meta.verbose_name} {self.pk}"


class ArticleDraft(TimeStamped):
    """What an editor typed and did not save: one per article and editor."""

    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="drafts"
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="article_drafts"
    )
    values = models.JSONField(_("typed values"), default=dict)
    based_on = models.DateTimeField(_("based on the version of"), null=True, blank=True)

    class Meta:
        verbose_name = _("draft of an article")
        verbose_name_plural = _("drafts of articles")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "editor"], name="article_draft_once_per_editor"
            ),
            models.UniqueConstraint(
                fields=["editor"],
                condition=models.Q(article__isnull=True),
                name="article_draft_once_for_new",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class ArticleLink(Link):
    """An article that is evidence of a cause, direction or action."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="links", verbose_name=_("article")
    )

    class Meta(Link.Meta):
        verbose_name = _("link of an article")
        verbose_name_plural = _("links of articles")

    def __str__(self) -> str:
        return str(self.target)
