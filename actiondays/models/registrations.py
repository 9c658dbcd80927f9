"""Who comes to a day. Works without an account.

Each verb locks the one day it is about, counts, and writes in the same transaction; mails are
promised in it too. What was counted outside the lock is never relied on.
"""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Max, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from actiondays import letters
from movement import once
from movement.encryption import EncryptedTextField
from movement.models import TimeStamped

from .days import ActionDay
from .seats import Seats
from .tables import Table

# States in which somebody does not come any more.
GONE = ("cancelled", "lapsed")
# What the verbs read of a day while it is locked.
COUNTED_WITH = (
    "state", "starts_at", "ends_at", "registration_closes_at", "places", "online_places",
    "report_published_at",
)  # fmt: skip
# An e-mail address that nobody confirmed keeps its place this long.
HOLD = timedelta(hours=48)


class RegistrationRefused(Exception):
    """This cannot be; `field` of the form and `message` say why."""

    field: str | None = None
    message: Any = ""


class RegistrationClosed(RegistrationRefused):
    message = _("Registration has closed in the meantime. Ask us by mail or telephone.")


class TableFull(RegistrationRefused):
    field = "preferred_table"
    message = _("This table is full. Choose another one, or no table.")


class NoRoom(RegistrationRefused):
    field = "party_size"
    message = _("There is no room for this. You keep what you had.")


class RegistrationQuerySet(models.QuerySet[Any]):
    def seated(self) -> Self:
        """Who has a place, confirmed or held for a while."""
        return self.filter(state__in=["unconfirmed", "confirmed"])

    def waiting(self) -> Self:
        """The waiting list, in order."""
        return self.filter(state="waiting").order_by("queue_number", "pk")

    def standing(self) -> Self:
        """Everyone who was not cancelled and did not lapse."""
        return self.exclude(state__in=GONE)

    def overdue(self, now: datetime) -> Self:
        """Addresses that nobody confirmed in time."""
        return self.standing().filter(confirmed_at__isnull=True, held_until__lte=now)

    def reached_at(self, email: str, phone: str) -> Self:
        """Standing registrations that somebody made with this address or telephone."""
        if email:
            return self.standing().filter(email=email)
        return self.standing().filter(email="", phone=phone)

    def sign_up(
        self, day: ActionDay, *, key: str, path: str, person: Any = None, **answers: Any
    ) -> "Registration":
        """Register somebody; without room they are on the waiting list.

        It belongs to a member who gave the own address; of any other their account would tell
        whether it is known. A known address gets a mail and keeps the registration it has. Raises
        RegistrationClosed, TableFull, or AlreadyDone for a form that was handled before.
        """
        with transaction.atomic():
            once.claim(key, path=path)
            day = lock(day.pk)
            if not day.takes_registrations:
                raise RegistrationClosed
            # Before looking whether we know them: a refusal tells nothing about an address.
            check_table(answers["preferred_table"], answers["party_size"])
            known = self.filter(day=day).reached_at(answers["email"], answers["phone"]).first()
            if known is None:
                if person is not None and answers["email"] != person.email.lower():
                    person = None
                registration = Registration(day=day, person=person, **answers)
                registration._begin(Seats(day))
            else:
                letters.known_again(known, key)
        return known or registration

    def lapse(self, now: datetime) -> int:
        """Let addresses go that nobody confirmed in time; others move up. Returns how many."""
        count = 0
        for number in self.overdue(now).order_by().values_list("day", flat=True).distinct():
            with transaction.atomic():
                day = lock(number)
                late = self.filter(day=day).overdue(now)
                count += late.update(state="lapsed", access_needs="", updated_at=now)
                promote(day, Seats(day), now)
        return count


def lock(number: int) -> ActionDay:
    """Return the day, held until the end of the transaction. Holds this one row only."""
    return ActionDay.objects.select_for_update(no_key=True).only(*COUNTED_WITH).get(pk=number)


def check_table(table: Table | None, party: int, *, besides: int | None = None) -> None:
    """Raise TableFull when a table has no room for this party, under the lock of the day."""
    if table is None or table.places is None:
        return
    others = table.preferring.standing().exclude(pk=besides)
    taken = others.aggregate(Sum("party_size"))["party_size__sum"] or 0
    if taken + party > table.places:
        raise TableFull


def promote(day: ActionDay, seats: Seats, now: datetime) -> int:
    """Give free places to the first who fit, in order, under the lock of the day."""
    count = 0
    for registration in day.registrations.waiting():
        if seats.fits(registration.mode, registration.party_size):
            seats.take(registration.mode, registration.party_size)
            registration._move_up(now)
            count += 1
    return count


def refill(day: ActionDay) -> int:
    """Let people move up after the number of places changed. Returns how many did.

    With fewer places nobody loses one; nobody moves up until there is room again.
    """
    with transaction.atomic():
        day = lock(day.pk)
        return promote(day, Seats(day), timezone.now())


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
    promoted_at = models.DateTimeField(_("moved up at"), null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    checked_in_at = models.DateTimeField(_("checked in at"), null=True, blank=True)
    mail_stopped_at = models.DateTimeField(
        _("no reminders and messages since"), null=True, blank=True, editable=False
    )
    told_report_at = models.DateTimeField(
        _("told that the report is there"), null=True, blank=True, editable=False
    )
    forgotten_at = models.DateTimeField(
        _("name and address emptied at"), null=True, blank=True, editable=False
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone="") | Q(forgotten_at__isnull=False),
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
            models.UniqueConstraint(
                fields=["day", "phone"],
                condition=Q(email="", forgotten_at__isnull=True)
                & ~Q(state__in=["cancelled", "lapsed"]),
                name="registration_once_per_telephone",
            ),
        ]
        indexes = [
            models.Index(
                fields=["held_until"],
                condition=Q(confirmed_at__isnull=True, held_until__isnull=False),
                name="registration_held",
            ),
            models.Index(
                fields=["day"], condition=~Q(access_needs=""), name="registration_has_needs"
            ),
            models.Index(
                fields=["day"],
                condition=Q(forgotten_at__isnull=True),
                name="registration_not_forgotten",
            ),
        ]

    def __str__(self) -> str:
        return self.name or gettext("somebody (name no longer kept)")

    @property
    def is_standing(self) -> bool:
        return self.state not in {self.State.CANCELLED, self.State.LAPSED}

    @property
    def has_place(self) -> bool:
        """Whether the place is certain: confirmed, and not on the waiting list."""
        return self.state == self.State.CONFIRMED

    @property
    def is_asked_about_report(self) -> bool:
        """Whether they say if the report is right: who had a place, once it is published."""
        was_there = self.has_place and self.mode != self.Mode.REPORT
        return was_there and self.day.report_published_at is not None

    @property
    def needs_confirmation(self) -> bool:
        """Whether somebody still has to say that this is really theirs."""
        return self.is_standing and self.confirmed_at is None

    # Verbs

    def confirm(self) -> None:
        """Make it certain. One that lapsed takes its turn again, if the day is still open.

        Raises RegistrationClosed when it lapsed and the day is not.
        """
        now = timezone.now()
        with transaction.atomic():
            day = self._lock()
            if self.state == self.State.CANCELLED or self.confirmed_at:
                return
            self.confirmed_at, self.held_until = now, None
            if self.state == self.State.UNCONFIRMED:
                self.state = self.State.CONFIRMED
            elif self.state == self.State.LAPSED:
                if not day.takes_registrations:
                    raise RegistrationClosed
                self._take_turn(Seats(day))
            self.save()
            letters.confirmed(self)

    def cancel(self) -> None:
        """Give the place back; in the same transaction the first who fits moves up, once."""
        now = timezone.now()
        with transaction.atomic():
            day = self._lock()
            if not self.is_standing:
                return
            self.state, self.cancelled_at = self.State.CANCELLED, now
            self.access_needs, self.held_until = "", None
            self.save()
            promote(day, Seats(day), now)

    def change(self, **answers: Any) -> None:
        """Change how one joins. Raises NoRoom or TableFull and leaves everything as it was."""
        with transaction.atomic():
            day = self._lock()
            if not self.is_standing:
                raise RegistrationClosed
            seats = Seats(day)
            if self.state != self.State.WAITING:
                seats.take(self.mode, -self.party_size)
                grows = answers["mode"] != self.mode or answers["party_size"] > self.party_size
                if grows and not seats.fits(answers["mode"], answers["party_size"]):
                    raise NoRoom
                seats.take(answers["mode"], answers["party_size"])
            for name, value in answers.items():
                setattr(self, name, value)
            check_table(self.preferred_table, self.party_size, besides=self.pk)
            self.save()
            promote(day, seats, timezone.now())

    def stop_mail(self) -> None:
        """No more reminders, messages and thanks; what was asked for or changes still comes."""
        self._set_mail_stopped(timezone.now())

    def resume_mail(self) -> None:
        """Reminders, messages and thanks again."""
        self._set_mail_stopped(None)

    @transaction.atomic
    def _set_mail_stopped(self, moment: datetime | None) -> None:
        """Write it under the lock, so that no other verb writes what it read before."""
        self._lock()
        self.mail_stopped_at = moment
        self.save(update_fields=["mail_stopped_at", "updated_at"])

    # Private: only under the lock of the day

    def _lock(self) -> ActionDay:
        """Lock the day, then read this registration anew."""
        day = lock(self.day_id)
        self.refresh_from_db()
        self.day = day
        return day

    def _begin(self, seats: Seats) -> None:
        """Take the first turn and promise the first mail."""
        now = timezone.now()
        if self.person is not None:
            self.confirmed_at = now
        elif self.email:
            self.held_until = now + HOLD
        self._take_turn(seats)
        self.save()
        letters.first(self)

    def _take_turn(self, seats: Seats) -> None:
        """Take a place, or the last number of the waiting list."""
        if seats.fits(self.mode, self.party_size):
            self.state = self.State.CONFIRMED if self.confirmed_at else self.State.UNCONFIRMED
            return
        last = self.day.registrations.aggregate(Max("queue_number"))["queue_number__max"] or 0
        self.state, self.queue_number = self.State.WAITING, last + 1

    def _move_up(self, now: datetime) -> None:
        """From the waiting list to a place; an unconfirmed one is held two days more."""
        self.state = self.State.CONFIRMED if self.confirmed_at else self.State.UNCONFIRMED
        self.promoted_at = now
        if self.held_until:
            self.held_until = now + HOLD
        self.save()
        letters.promoted(self)
