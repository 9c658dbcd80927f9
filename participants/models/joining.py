"""Organisations that want to take part, from their first message to a page of their own."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from movement.models import TimeStamped

from .organisations import Organisation, Participation

KEEP_DAYS = 365


class JoinRequest(TimeStamped):
    """ "Wij willen meedoen": who asks, and how the conversation about it goes."""

    class State(models.TextChoices):
        NEW = "new", _("new")
        TALKING = "talking", _("in conversation")
        AGREED = "agreed", _("agreed")
        NOT_NOW = "not-now", _("not now")
        WITHDRAWN = "withdrawn", _("withdrawn")

    organisation_name = models.CharField(_("name of the organisation"), max_length=120)
    kind = models.CharField(_("kind"), max_length=14, choices=Organisation.Kind)
    town = models.CharField(_("town"), max_length=60, blank=True)
    web_address = models.URLField(_("website"), blank=True)
    name = models.CharField(_("whom we can ask for"), max_length=80)
    email = models.EmailField(_("e-mail address"))
    message = models.TextField(_("why they want to take part"), max_length=4000)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.NEW)
    note = models.TextField(_("note"), blank=True, help_text=_("For staff only."))
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("followed up by"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="join_requests",
        verbose_name=_("became the organisation"),
    )

    class Meta:
        verbose_name = _("request to take part")
        verbose_name_plural = _("requests to take part")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=True) | models.Q(state="agreed"),
                name="join_request_became_means_agreed",
                violation_error_message=_("Only after an agreement it becomes an organisation."),
            )
        ]

    def __str__(self) -> str:
        return self.organisation_name

    @property
    def is_open(self) -> bool:
        """Whether who asked can still add something."""
        return self.state != self.State.WITHDRAWN and self.organisation_id is None

    def add(self, text: str, *, on: date) -> None:
        """Put this below the message, under its date. Nothing is added to what is not open."""
        with transaction.atomic():
            request = JoinRequest.objects.select_for_update().get(pk=self.pk)
            if request.is_open:
                day = date_format(on, "j F Y")
                request.message = f"{request.message}\n\n{day}:\n{text}"
                request.save(update_fields=["message", "updated_at"])
        self.refresh_from_db()

    def withdraw(self) -> None:
        """Take it back: what they wrote and who they are goes, that it was withdrawn stays.

        An organisation that it became stays too; its page has a link of its own.
        """
        with transaction.atomic():
            request = JoinRequest.objects.select_for_update().get(pk=self.pk)
            if request.is_open:
                request.state = self.State.WITHDRAWN
                request.town = request.web_address = request.note = ""
                request.name = request.email = request.message = ""
                request.save()
        self.refresh_from_db()

    def turn_into_organisation(self, *, by: Any, on: date | None = None) -> Organisation:
        """Make it an organisation that takes part from that day (today); agreed in the same act.

        Twice gives the same organisation. Raises ValidationError when the name is taken, or
        the town is none of the gazetteer.
        """
        from participants import search_entries

        with transaction.atomic():
            request = JoinRequest.objects.select_for_update().get(pk=self.pk)
            if request.organisation is None:
                request.organisation = request._new_organisation(on or timezone.localdate())
                request.state, request.handled_by = self.State.AGREED, by
                request.save()
                search_entries.refresh(request.organisation)
        self.refresh_from_db()
        return request.organisation

    def _new_organisation(self, on: date) -> Organisation:
        if Organisation.objects.filter(name__iexact=self.organisation_name).exists():
            raise ValidationError(
                _("There is an organisation with this name already. Choose it in the form.")
            )
        made = Organisation(
            name=self.organisation_name,
            slug=free_slug(self.organisation_name),
            kind=self.kind,
            town=self.town,
            website=self.web_address,
            contact_email=self.email,
            checked_on=on,
        )
        made.full_clean()
        made.save()
        Participation.objects.create(organisation=made, joined_on=on)
        return made


def free_slug(name: str, *, besides: frozenset[str] | set[str] = frozenset()) -> str:
    """An address that no organisation has, and that is none of `besides`."""
    start = slugify(name)[:70] or "organisatie"
    used = Organisation.objects.filter(slug__startswith=start).values_list("slug", flat=True)
    taken = {*used, *Organisation.RESERVED, *besides}
    options = [start, *(f"{start}-{number}" for number in range(2, len(taken) + 3))]
    return next(option for option in options if option not in taken)


def forget_old_requests(now: datetime) -> int:
    """Delete requests that came to nothing, or were dealt with, a year ago (S21)."""
    old = JoinRequest.objects.filter(updated_at__lt=now - timedelta(days=KEEP_DAYS))
    return old.exclude(state=JoinRequest.State.TALKING).delete()[0]
