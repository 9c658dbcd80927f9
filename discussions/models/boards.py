"""The boards of praat-mee."""

from typing import Any, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from movement.models import TimeStamped

# Pages of praat-mee itself.
RESERVED = [
    "besluit", "bijdrage", "blokkade", "cijfers", "code", "gesprek", "melding", "mijn", "nieuw",
    "papier",
]  # fmt: skip


class BoardQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Boards that this viewer may read. A closed board does not exist for anyone."""
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
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug__in=RESERVED),
                name="board_slug_not_reserved",
                violation_error_message=_("This address has another use. Choose another one."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("discussions:board", args=[self.slug])

    @property
    def is_public(self) -> bool:
        """Whether visitors may read along."""
        return self.audience == self.Audience.PUBLIC

    @property
    def is_open(self) -> bool:
        """Whether members may write here."""
        return self.state == self.State.OPEN
