"""What editors may change about the site itself: settings, pages, help lines, house rules."""

from datetime import time
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.urls import reverse
from django.utils.dateformat import time_format
from django.utils.dates import WEEKDAYS
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from movement.rich_text import RichTextField

from .bases import Publishable, TimeStamped


def first_exit_url() -> str:
    return settings.EXIT_URL


def working_days() -> list[int]:
    """Monday to Friday, numbered as ISO 8601 does."""
    return [1, 2, 3, 4, 5]


def validate_weekdays(days: Any) -> None:
    """Raise a ValidationError unless these are numbers of weekdays, at least one."""
    if not (isinstance(days, list) and days and set(days) <= set(range(1, 8))):
        raise ValidationError(_("Choose at least one day of the week."))


class LiberationDay(models.TextChoices):
    NEVER = "never", _("a day as all others")
    FIFTH = "fifth", _("off once in five years: 2030, 2035")
    ALWAYS = "always", _("off each year")


class SiteSettings(TimeStamped):
    """The one row of words and choices that editors set for the whole site."""

    name = models.CharField(
        _("name of the site"), max_length=80, default="Radicale vernieuwing jeugdzorg"
    )
    description = models.CharField(
        _("description"),
        max_length=200,
        blank=True,
        help_text=_("One sentence for search engines and shared links."),
    )
    hero_title = models.CharField(
        _("first sentence on the home page"),
        max_length=90,
        default="Hulp aan kinderen en gezinnen moet echt anders",
    )
    hero_text = models.TextField(_("text below it"), blank=True)
    contact_email = models.EmailField(_("e-mail address"), default="rvjeugdzorg@loc.nl")
    contact_phone = models.CharField(_("telephone"), max_length=20, default="030 284 3200")
    exit_url = models.URLField(
        _("where the quick exit leads"),
        default=first_exit_url,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("A neutral site, such as the weather. Never a page about care."),
    )
    moderator_days = models.JSONField(
        _("days on which moderators are there"),
        default=working_days,
        validators=[validate_weekdays],
        help_text=_(
            "The site says by this when a moderator is back, and mails moderators at no other time."
        ),
    )
    moderators_from = models.TimeField(_("from what time"), default=time(9))
    moderators_until = models.TimeField(
        _("until what time"), default=time(17), help_text=_("Dutch time, later than the start.")
    )
    liberation_day = models.CharField(
        _("the 5th of May"),
        max_length=6,
        choices=LiberationDay,
        default=LiberationDay.FIFTH,
        help_text=_(
            "The other public holidays are known. More days off: “Days without moderators”."
        ),
    )
    held_posts = models.PositiveSmallIntegerField(
        _("posts that wait"),
        default=2,
        help_text=_("How many first posts of a new member wait for a moderator."),
    )
    usual_wait = models.CharField(
        _("how long that usually takes"), max_length=60, default="binnen een werkdag"
    )

    link_days = models.PositiveSmallIntegerField(
        _("how long a link in a mail to an organisation works"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_("In days. After that they can ask for a new one."),
    )
    check_days = models.PositiveSmallIntegerField(
        _("when we ask whether a page of an organisation is still right"),
        default=365,
        validators=[MinValueValidator(30), MaxValueValidator(1825)],
        help_text=_("So many days after the last look. 365 is once a year."),
    )

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="site_settings_single_row",
                violation_error_message=_("There is one row of site settings."),
            ),
            models.CheckConstraint(
                condition=models.Q(moderators_from__lt=models.F("moderators_until")),
                name="site_settings_hours_in_order",
                violation_error_message=_("Moderators leave later than they come."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)

    @property
    def moderator_hours(self) -> str:
        """The office hours of the moderators as a reader wants them: days, then times."""
        numbers = sorted(self.moderator_days)
        names = [str(WEEKDAYS[number - 1]) for number in numbers]
        if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
            days = gettext("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
        else:
            days = get_text_list(names, gettext("and"))
        return gettext("%(days)s, %(opens)s to %(closes)s") % {
            "days": days,
            "opens": time_format(self.moderators_from, "G.i"),
            "closes": time_format(self.moderators_until, "G.i"),
        }


class Closure(TimeStamped):
    """Days on which no moderator is there, beside weekends and public holidays."""

    first_on = models.DateField(_("first day"))
    last_on = models.DateField(
        _("last day"), help_text=_("The same as the first day when it is one day.")
    )
    note = models.CharField(
        _("why"), max_length=80, blank=True, help_text=_("For colleagues; not shown on the site.")
    )

    class Meta:
        verbose_name = _("days without moderators")
        verbose_name_plural = _("days without moderators")
        ordering = ["-first_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_on__lte=models.F("last_on")),
                name="closure_days_in_order",
                violation_error_message=_("The last day comes after the first."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_on} – {self.last_on}"


class Page(Publishable):
    """A page below /over/: vision, house rules, privacy, safe use and the like."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    lead = models.TextField(_("introduction"), blank=True)
    body = RichTextField(_("text"), blank=True)
    easy_body = RichTextField(
        _("easy version"), blank=True, help_text=_("The same in short sentences, B1 or easier.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta(Publishable.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("pages:detail", args=[self.slug])


class HelpLine(TimeStamped):
    """Somebody who listens right now. Shown in the footer and beside words of distress."""

    name = models.CharField(_("name"), max_length=80)
    occasion = models.CharField(
        _("when to call"),
        max_length=120,
        help_text=_("In the words of the caller, such as “Do you think about suicide?”."),
    )
    number = models.CharField(_("number"), max_length=30, help_text=_("As people dial it."))
    other_number = models.CharField(_("second number"), max_length=30, blank=True)
    website = models.URLField(
        _("website"), blank=True, validators=[URLValidator(schemes=["https"])]
    )
    in_footer = models.BooleanField(_("in the footer of every page"), default=True)
    for_distress = models.BooleanField(
        _("beside words of distress"),
        default=False,
        help_text=_("Shown beside the form when a text has words of acute distress."),
    )
    checked_on = models.DateField(_("checked on"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class HouseRule(TimeStamped):
    """A rule that a decision of a moderator names."""

    title = models.CharField(_("rule"), max_length=120, unique=True)
    explanation = models.TextField(_("explanation"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("house rule")
        verbose_name_plural = _("house rules")
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title


class Redirect(TimeStamped):
    """Where an address that once existed leads now; without a target it is gone (410)."""

    old_path = models.CharField(_("old address"), max_length=300, unique=True)
    target = models.CharField(
        _("new address"), max_length=300, blank=True, help_text=_("Empty: gone for good.")
    )

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_path"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(target=models.F("old_path")),
                name="redirect_not_to_itself",
                violation_error_message=_("An address cannot lead to itself."),
            )
        ]

    def __str__(self) -> str:
        return self.old_path

    def clean(self) -> None:
        if not self.old_path.startswith("/") or (self.target and not self.target.startswith("/")):
            raise ValidationError(_("An address here starts with /."))
