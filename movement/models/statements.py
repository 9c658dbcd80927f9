"""Statements of the movement and of others: manifestos, analyses, visions, with their points."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from movement.rich_text import RichTextField

from .bases import Publishable, TimeStamped


class Statement(Publishable):
    class Kind(models.TextChoices):
        MANIFESTO = "manifesto", _("manifesto")
        ANALYSIS = "analysis", _("analysis")
        VISION = "vision", _("vision of the future")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    owner = models.CharField(
        _("owner"), max_length=120, help_text=_("Whose statement it is; there are several.")
    )
    stated_on = models.DateField(_("date"), null=True, blank=True)
    only_year = models.BooleanField(
        _("only the year is known"), default=False, help_text=_("Show the year, not the day.")
    )
    body = RichTextField(_("text"), blank=True)
    short_body = RichTextField(
        _("short version"),
        blank=True,
        help_text=_("In words that children and young people can use too."),
    )
    source_url = models.URLField(_("source"), blank=True)

    class Meta(Publishable.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["-stated_on", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("statement", args=[self.slug])


class StatementPoint(models.Model):
    statement = models.ForeignKey(
        Statement, models.CASCADE, related_name="points", verbose_name=_("statement")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("point"), max_length=200)
    text = models.TextField(_("explanation"), blank=True)

    class Meta:
        verbose_name = _("point")
        verbose_name_plural = _("points")
        ordering = ["statement", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "position"],
                name="statement_point_position_unique",
                violation_error_message=_("Two points of a statement cannot share a position."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"


class StatementSuggestion(TimeStamped):
    """What somebody asked to change in a statement, and the answer that was given."""

    statement = models.ForeignKey(
        Statement, models.CASCADE, related_name="suggestions", verbose_name=_("statement")
    )
    text = models.TextField(_("suggestion"))
    origin = models.CharField(_("who asked"), max_length=160, blank=True)
    answer = models.TextField(
        _("answer"), blank=True, help_text=_("What was done with it, or why not.")
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:80]
