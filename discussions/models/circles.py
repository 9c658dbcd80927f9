"""Who speaks when in a conversation of a special kind: listening mode."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .topics import Topic


class ProfessionalRole(models.Model):
    """A member who says to speak as a professional. LOC's own mark is on the person."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("member")
    )
    declared_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("professional")
        verbose_name_plural = _("professionals")

    def __str__(self) -> str:
        return str(self.person)


class Invitation(models.Model):
    """The starter of a topic in listening mode asked this member to speak."""

    topic = models.ForeignKey(
        Topic, models.CASCADE, related_name="invitations", verbose_name=_("conversation")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("member")
    )
    invited_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("invitation to speak")
        verbose_name_plural = _("invitations to speak")
        constraints = [models.UniqueConstraint(fields=["topic", "person"], name="invited_once")]

    def __str__(self) -> str:
        return str(self.person)
