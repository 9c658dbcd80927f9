"""What can be talked about: an article, a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .topics import Topic


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
