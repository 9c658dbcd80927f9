"""What people ask and say around a day: a lab of their own, a message, whether it is right."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import TimeStamped

from .days import ActionDay
from .registrations import Registration


class LabRequest(TimeStamped):
    """A municipality or organisation asks for a lab of alternatives; staff follow it up."""

    class State(models.TextChoices):
        NEW = "new", _("new")
        TALKING = "talking", _("in conversation")
        PLANNED = "planned", _("planned")
        DECLINED = "declined", _("not going on")

    organisation = models.CharField(_("organisation"), max_length=120)
    town = models.CharField(_("town"), max_length=60)
    name = models.CharField(_("whom we can ask for"), max_length=80)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    question = models.TextField(_("what it should be about"), max_length=4000)
    period = models.CharField(_("when"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.NEW)
    note = models.TextField(_("note"), blank=True, help_text=_("For staff only."))
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("followed up by"),
    )
    day = models.ForeignKey(
        ActionDay,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="lab_requests",
        verbose_name=_("became the day"),
    )

    class Meta:
        verbose_name = _("request for a lab")
        verbose_name_plural = _("requests for a lab")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone=""),
                name="lab_request_can_be_reached",
                violation_error_message=_("Give an e-mail address or a telephone number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.town}"


class DayMessage(TimeStamped):
    """What the organisers wrote to everyone of a day; read on the personal page."""

    day = models.ForeignKey(
        ActionDay, models.CASCADE, related_name="messages", verbose_name=_("action day")
    )
    text = models.TextField(_("message"), max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("written by"),
    )

    class Meta:
        verbose_name = _("message to all")
        verbose_name_plural = _("messages to all")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Agreement(TimeStamped):
    """Whether somebody who was there finds the report right, or what should be corrected."""

    registration = models.OneToOneField(
        Registration, models.CASCADE, related_name="agreement", verbose_name=_("registration")
    )
    agrees = models.BooleanField(_("finds it right"))
    correction = models.TextField(_("what should be different"), max_length=4000, blank=True)
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)

    class Meta:
        verbose_name = _("answer about a report")
        verbose_name_plural = _("answers about reports")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agrees=True) | ~Q(correction=""),
                name="agreement_says_what_is_wrong",
                violation_error_message=_("Say what should be different."),
            )
        ]

    def __str__(self) -> str:
        return str(self.agrees)

    def handle(self) -> None:
        """Note that the organisers did something with it, once."""
        if self.handled_at is None:
            self.handled_at = timezone.now()
            self.save(update_fields=["handled_at", "updated_at"])
