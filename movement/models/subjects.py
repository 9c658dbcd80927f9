"""Themes, few and curated, and keywords, many and folded."""

from typing import Any, Self

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from movement.folding import fold
from movement.rich_text import RichTextField

from .bases import TimeStamped


class ThemeQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Every theme that is in use."""
        return self.filter(is_active=True)


class Theme(TimeStamped):
    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    introduction = RichTextField(_("introduction"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("theme", args=[self.slug])


class KeywordQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Keywords that were not merged into another."""
        return self.filter(merged_into__isnull=True)


class Keyword(TagBase):
    """A tag. Two spellings that fold alike (case, accents) cannot both exist."""

    folded = models.CharField(_("folded name"), max_length=120, unique=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("merged into"),
        related_name="merged_keywords",
        help_text=_("The keyword that took its place; the old address leads there."),
    )

    objects = KeywordQuerySet.as_manager()

    class Meta:
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")
        ordering = [Lower("name")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True)
                | ~models.Q(merged_into=models.F("pk")),
                name="keyword_not_merged_into_itself",
                violation_error_message=_("A keyword cannot be merged into itself."),
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("keyword", args=[self.slug])


class KeywordItem(ItemBase):
    """A keyword given to something; each app has its own through-model."""

    tag = models.ForeignKey(
        Keyword, models.CASCADE, related_name="%(app_label)s_%(class)ss", verbose_name=_("keyword")
    )

    class Meta:
        abstract = True
