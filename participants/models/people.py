"""People: who signs in with an e-mail address and is seen under a pseudonym."""

from datetime import timedelta
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import Consent
from participants.pseudonyms import skeleton, validate_pseudonym


class PersonQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        """People who can sign in."""
        return self.filter(is_active=True)


class PersonManager(BaseUserManager["Person"].from_queryset(PersonQuerySet)):  # type: ignore[misc]
    def create_user(
        self, email: str, pseudonym: str, password: str | None = None, **more: Any
    ) -> "Person":
        """Make a person. The address is kept in lower case."""
        person = self.model(email=email.strip().lower(), pseudonym=pseudonym, **more)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(
        self, email: str, pseudonym: str, password: str | None = None, **more: Any
    ) -> "Person":
        """Make somebody who may do everything."""
        return self.create_user(
            email, pseudonym, password, is_staff=True, is_superuser=True, **more
        )

    def get_by_natural_key(self, username: str) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(_("e-mail address"), unique=True)
    pseudonym = models.CharField(
        _("name that others see"),
        max_length=40,
        validators=[validate_pseudonym],
        help_text=_("Not your real name. You can change it later."),
    )
    folded_pseudonym = models.CharField(
        _("folded name"), max_length=80, unique=True, editable=False
    )
    role_mark = models.CharField(
        _("role mark"),
        max_length=40,
        blank=True,
        help_text=_("Shown beside the name of staff, such as “Medewerker LOC”."),
    )
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(
        _("staff"), default=False, help_text=_("May open the admin, within the rights of a role.")
    )
    is_trusted = models.BooleanField(
        _("trusted"),
        default=False,
        help_text=_("Posts of this member do not wait for a moderator on a public board."),
    )
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now, editable=False)
    suspended_until = models.DateTimeField(_("suspended until"), null=True, blank=True)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["pseudonym"]

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="person_email_unique",
                violation_error_message=_("There is an account with this address already."),
            )
        ]

    def __str__(self) -> str:
        return self.pseudonym

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded_pseudonym = skeleton(self.pseudonym)
        super().save(*args, **kwargs)

    @property
    def is_suspended(self) -> bool:
        """Whether this person may read but not write for now."""
        return self.suspended_until is not None and self.suspended_until > timezone.now()

    @property
    def is_new(self) -> bool:
        """Whether this account is less than a day old."""
        return timezone.now() - self.joined_at < timedelta(days=1)


class PersonConsent(Consent):
    """What this person agreed to, such as the house rules at sign-up."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="consents", verbose_name=_("member")
    )

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at"]

    def __str__(self) -> str:
        return self.subject


class Notification(models.Model):
    """Something happened at an address of the site. Holds no text: that stays where it belongs."""

    class Kind(models.TextChoices):
        POST_APPROVED = "post-approved", _("Your post is on the site")
        POST_REJECTED = "post-rejected", _("A moderator decided about your post")
        MENTION = "mention", _("Somebody speaks to you in a conversation")
        REPLY = "reply", _("There is a reply in a conversation that you follow")
        OUTCOME = "outcome", _("Something was done with what you wrote")

    recipient = models.ForeignKey(
        Person, models.CASCADE, related_name="notifications", verbose_name=_("for")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    target_path = models.CharField(_("address"), max_length=200)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["recipient"],
                condition=models.Q(read_at__isnull=True),
                name="notification_unread",
            ),
            models.Index(fields=["target_path"], name="notification_target"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.target_path}"


class MailStop(models.Model):
    """Somebody who wants no mail about notifications. Confirmations still arrive."""

    person = models.OneToOneField(
        Person, models.CASCADE, related_name="mail_stop", verbose_name=_("member")
    )
    stopped_at = models.DateTimeField(_("stopped at"), default=timezone.now)

    class Meta:
        verbose_name = _("stop on mail")
        verbose_name_plural = _("stops on mail")

    def __str__(self) -> str:
        return str(self.person)


class DailyMail(models.Model):
    """Somebody who wants one mail a day about notifications. A stop goes before it."""

    person = models.OneToOneField(
        Person, models.CASCADE, related_name="daily_mail", verbose_name=_("member")
    )
    chosen_at = models.DateTimeField(_("chosen at"), default=timezone.now)

    class Meta:
        verbose_name = _("wish for one mail a day")
        verbose_name_plural = _("wishes for one mail a day")

    def __str__(self) -> str:
        return str(self.person)


class ErasureRequest(models.Model):
    """Somebody asked to be erased; until `due_at` that can be taken back (S20)."""

    person = models.OneToOneField(
        Person, models.CASCADE, related_name="erasure_request", verbose_name=_("member")
    )
    keep_texts = models.BooleanField(
        _("leave the texts without a name"),
        help_text=_("Otherwise the texts are removed too."),
    )
    is_for_silence = models.BooleanField(
        _("nobody signed in"),
        default=False,
        help_text=_("Not asked: the account lay still. Signing in takes it back."),
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    due_at = models.DateTimeField(_("carried out at"), db_index=True)

    class Meta:
        verbose_name = _("request to erase")
        verbose_name_plural = _("requests to erase")

    def __str__(self) -> str:
        return str(self.person_id)


class ErasedPerson(models.Model):
    """The number of somebody who was erased, to erase again after a backup is put back."""

    number = models.BigIntegerField(_("number"), unique=True)
    keep_texts = models.BooleanField(_("leave the texts without a name"))
    erased_at = models.DateTimeField(_("erased at"), default=timezone.now)

    class Meta:
        verbose_name = _("erased member")
        verbose_name_plural = _("erased members")

    def __str__(self) -> str:
        return str(self.number)
