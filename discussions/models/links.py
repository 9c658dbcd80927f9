"""From talk to change: a post as evidence."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from movement.models import Link

from .posts import Post


class PostLink(Link):
    """A post that is evidence of a cause, direction or action."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="links", verbose_name=_("post"))

    class Meta(Link.Meta):
        verbose_name = _("link of a post")
        verbose_name_plural = _("links of posts")

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.post.topic.touch()

    def __str__(self) -> str:
        return str(self.target)
