"""Who comes to a day. Works without an account."""

from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from movement.encryption import EncryptedTextField
from movement.models import TimeStamped

from .days import ActionDay
from .tables import Table


class RegistrationQuerySet(models.QuerySet[Any]):
    def seated(self) -> Self:
        """Who has a place, confirmed or held for a while."""
        return self.filter(state__in=["unconfirmed", "confirmed"])

    def waiting(self) -> Self:
        """The waiting list, in order."""
        return self.filter(state="waiting").order_by("queue_number", "pk")

    def standing(self) -> Self:
        """Everyone who was not cancelled and did not lapse."""
        return self.exclude(state__in=["cancelled", "lapsed"])


class Registration(TimeStamped):
    class Mode(models.TextChoices):
        IN_PERSON = "in-person", _("I come")
        ONLINE = "online", _("I join online")
        REPORT = "report", _("I only want the report")

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("not confirmed yet")
        CONFIRMED = "confirmed", _("has a place")
        WAITING = "waiting", _("on the waiting list")
        CANCELLED = "cancelled", _("cancelled")
        LAPSED = "lapsed", _("lapsed")

    day = models.ForeignKey(
        ActionDay, models.CASCADE, related_name="registrations", verbose_name=_("action day")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("member"),
        help_text=_("Only when it was made signed in, never by an equal address."),
    )
    name = models.CharField(_("first name or pseudonym"), max_length=60)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    mode = models.CharField(_("how"), max_length=9, choices=Mode, default=Mode.IN_PERSON)
    party_size = models.PositiveSmallIntegerField(
        _("with how many"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(3)],
    )
    preferred_table = models.ForeignKey(
        Table,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="preferring",
        verbose_name=_("preferred table"),
    )
    table = models.ForeignKey(
        Table,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("table"),
    )
    access_needs = EncryptedTextField(_("access needs"), blank=True)
    state = models.CharField(_("state"), max_length=11, choices=State, default=State.UNCONFIRMED)
    queue_number = models.PositiveIntegerField(
        _("place in line"), null=True, blank=True, editable=False
    )
    held_until = models.DateTimeField(_("seat held until"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    checked_in_at = models.DateTimeField(_("checked in at"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone=""),
                name="registration_can_be_reached",
                violation_error_message=_("Give an e-mail address or a telephone number."),
            ),
            models.CheckConstraint(
                condition=Q(party_size__range=(1, 3)),
                name="registration_party_of_three_at_most",
                violation_error_message=_("You can come with three people at most."),
            ),
            models.UniqueConstraint(
                fields=["day", "email"],
                condition=~Q(email="") & ~Q(state__in=["cancelled", "lapsed"]),
                name="registration_once_per_address",
            ),
        ]

    def __str__(self) -> str:
        return self.name
