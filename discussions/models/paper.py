"""Contributions of people who called or wrote: entered by staff, owned by who spoke."""

from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement import personal_links
from movement.models import Consent

from .posts import Post
from .topics import Topic

PURPOSE = "contribution"
LINK_DAYS = 3650


class PaperContribution(Consent):
    """What somebody without an account said, the consent for it, and who entered it."""

    class Channel(models.TextChoices):
        PHONE = "phone", _("by telephone")
        PAPER = "paper", _("on paper")
        TALK = "talk", _("in a talk")

    post = models.OneToOneField(Post, models.CASCADE, related_name="paper", verbose_name=_("post"))
    channel = models.CharField(_("how it came"), max_length=5, choices=Channel)
    name_shown = models.CharField(
        _("name that others see"), max_length=40, help_text=_("Such as “a grandmother”.")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+",
        verbose_name=_("entered by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("contribution by telephone or on paper")
        verbose_name_plural = _("contributions by telephone or on paper")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.name_shown} {self.pk}"

    @classmethod
    def enter(
        cls,
        topic: Topic,
        *,
        by: Any,
        body: str,
        name_shown: str,
        channel: str,
        wording: str,
        content_note: str = "",
    ) -> tuple["PaperContribution", str]:
        """Place what somebody said; returns it with the code to write on their paper."""
        now = timezone.now()
        with transaction.atomic():
            locked = topic.lock()
            locked.check_writable_by(by)
            post = Post(topic=locked, body=body, content_note=content_note, round=locked.round)
            post.publish(now)
            made = cls.objects.create(
                post=post,
                channel=channel,
                name_shown=name_shown,
                subject="contribution",
                wording=wording,
                given_at=now,
                entered_by=by,
            )
            code = made.new_code()
        return made, code

    @transaction.atomic
    def new_code(self) -> str:
        """A code for the paper; what was given before ends."""
        personal_links.revoke(PURPOSE, self.post_id)
        return personal_links.issue_code(PURPOSE, self.post_id, days=LINK_DAYS)

    @transaction.atomic
    def withdraw(self) -> None:
        """Take it back with the consent; the text is gone."""
        self.withdrawn_at = timezone.now()
        self.save(update_fields=["withdrawn_at"])
        self.post.withdraw()
