"""The admin's start page: what waits, for whom it waits, oldest first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Min, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actiondays.models import ActionDay, Agreement, LabRequest, NextStep
from articles.models import Article
from discussions.models import Post, QueueItem
from movement.context import site_settings
from movement.models import Action, Cause, Direction, HelpLine, OutboxMessage
from participants.models import Commitment, JoinRequest, Organisation, Proposal

COUNT_AT_MOST = 100


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits: how many (100 at most), since when, and where to go."""

    title: Any
    explanation: Any
    count: int
    since: datetime | None
    url: str
    is_urgent: bool = False

    @property
    def shown_count(self) -> str:
        return f"{COUNT_AT_MOST}+" if self.count >= COUNT_AT_MOST else str(self.count)


@dataclass(frozen=True)
class Start:
    """Something that can be begun from here."""

    title: Any
    url: str


def some(rows: QuerySet[Any]) -> int:
    """Count, but no further than somebody needs to know."""
    return rows.order_by().values("pk")[:COUNT_AT_MOST].count()


def held_posts(person: Any) -> Waiting:
    held = Post.objects.filter(state=Post.State.HELD)
    return Waiting(
        title=_("Posts that wait for a moderator"),
        explanation=_("Read each one; place it, or say with a house rule why not."),
        count=some(held),
        since=held.aggregate(first=Min("created_at"))["first"],
        url=reverse("admin:discussions_queueitem_changelist"),
        is_urgent=True,
    )


def queue(person: Any) -> Waiting:
    waits = QueueItem.objects.waiting().exclude(kind=QueueItem.Kind.HELD)
    return Waiting(
        title=_("Reports, objections and questions in the queue"),
        explanation=_("Urgent first. Take one, so that others see that you have it."),
        count=some(waits),
        since=waits.aggregate(first=Min("opened_at"))["first"],
        url=reverse("admin:discussions_queueitem_changelist"),
        is_urgent=True,
    )


def drafts(person: Any) -> Waiting:
    return Waiting(
        title=_("Articles in draft"),
        explanation=_("Written, not yet published."),
        count=some(Article.objects.filter(state=Article.State.DRAFT)),
        since=None,
        url=reverse("admin:articles_article_changelist") + "?stand=draft",
    )


def without_easy_version(person: Any) -> Waiting:
    return Waiting(
        title=_("Articles without an easy version"),
        explanation=_("Readers who need short sentences are left out of these."),
        count=some(Article.objects.published().filter(easy_body="")),
        since=None,
        url=reverse("admin:articles_article_changelist") + "?stand=published&makkelijk=zonder",
    )


def days_without_registration(person: Any) -> Waiting:
    soon = ActionDay.objects.upcoming().filter(state=ActionDay.State.ANNOUNCED)
    return Waiting(
        title=_("Announced days that are not open yet"),
        explanation=_("People cannot register until you open the day."),
        count=some(soon),
        since=None,
        url=reverse("admin:actiondays_actionday_changelist") + "?state__exact=announced",
    )


def past_days_without_report(person: Any) -> Waiting:
    return Waiting(
        title=_("Days that were held, without a report"),
        explanation=_("People who spoke wait to hear what was done with it."),
        count=some(ActionDay.objects.visible_to(person).past().filter(report="")),
        since=None,
        url=reverse("admin:actiondays_actionday_changelist"),
    )


def lab_requests(person: Any) -> Waiting:
    new = LabRequest.objects.filter(state=LabRequest.State.NEW)
    return Waiting(
        title=_("Requests for a lab"),
        explanation=_("Call or mail them, and say how it goes on."),
        count=some(new),
        since=new.aggregate(first=Min("created_at"))["first"],
        url=reverse("admin:actiondays_labrequest_changelist") + "?state__exact=new",
    )


def late_steps(person: Any) -> Waiting:
    return Waiting(
        title=_("Next steps of a day that are too late"),
        explanation=_("Ask who would do it how it stands. The page of the day shows the mark."),
        count=some(NextStep.objects.overdue()),
        since=None,
        url=reverse("admin:actiondays_actionday_changelist") + "?stap=te-laat",
    )


def corrections(person: Any) -> Waiting:
    waiting = Agreement.objects.filter(agrees=False, handled_at=None)
    oldest = waiting.order_by("pk").values_list("registration__day", "created_at").first()
    return Waiting(
        title=_("Corrections of a report"),
        explanation=_("Somebody who was there says that something should be different."),
        count=some(waiting),
        since=oldest[1] if oldest else None,
        url=reverse("admin:actiondays_publish", args=[oldest[0] if oldest else 0]),
    )


def late_commitments(person: Any) -> Waiting:
    today = timezone.localdate()
    late = Commitment.objects.filter(due_on__lt=today, state__in=["promised", "running"])
    return Waiting(
        title=_("Commitments whose moment has passed"),
        explanation=_("Ask the organisation how it stands, and add what it says."),
        count=some(late.exclude(organisation__is_example=True)),
        since=None,
        url=reverse("admin:participants_commitment_changelist"),
    )


def join_requests(person: Any) -> Waiting:
    new = JoinRequest.objects.filter(state=JoinRequest.State.NEW)
    return Waiting(
        title=_("Requests to take part"),
        explanation=_("Call or mail them, and say how it goes on."),
        count=some(new),
        since=new.aggregate(first=Min("created_at"))["first"],
        url=reverse("admin:participants_joinrequest_changelist") + "?state__exact=new",
    )


def proposals(person: Any) -> Waiting:
    waiting = Proposal.objects.filter(state=Proposal.State.WAITING)
    return Waiting(
        title=_("Proposals of organisations about their page"),
        explanation=_("Look at the difference; approve it, or say why not."),
        count=some(waiting),
        since=waiting.aggregate(first=Min("created_at"))["first"],
        url=reverse("admin:participants_proposal_changelist") + "?state__exact=waiting",
    )


def not_public(model: Any, title: Any) -> Callable[[Any], Waiting]:
    """What came off a table, or was prepared, and waits for an editor."""

    def waits(person: Any) -> Waiting:
        hidden = model.objects.filter(is_public=False)
        return Waiting(
            title=title,
            explanation=_(
                "Often made of a line of a table. Look at the words, and make it public."
            ),
            count=some(hidden),
            since=hidden.aggregate(first=Min("created_at"))["first"],
            url=reverse(f"admin:movement_{model._meta.model_name}_changelist")
            + "?is_public__exact=0",
        )

    return waits


def stale_organisations(person: Any) -> Waiting:
    before = timezone.localdate() - timedelta(days=site_settings().check_days)
    return Waiting(
        title=_("Organisations not checked for long"),
        explanation=_("Ask them whether what we show is still right."),
        count=some(Organisation.objects.filter(checked_on__lt=before)),
        since=None,
        url=reverse("admin:participants_organisation_changelist") + "?nagekeken=oud",
    )


def stale_help_lines(person: Any) -> Waiting:
    before = timezone.localdate() - timedelta(days=180)
    return Waiting(
        title=_("Help lines not checked for half a year"),
        explanation=_("Call the number or look at the site, then change the date."),
        count=some(HelpLine.objects.filter(checked_on__lt=before)),
        since=None,
        url=reverse("admin:movement_helpline_changelist"),
    )


def unsent_mail(person: Any) -> Waiting:
    unsent = OutboxMessage.objects.filter(state__in=["failed", "unknown"])
    return Waiting(
        title=_("Mail that may not have arrived"),
        explanation=_("The mail server refused it, or was gone half-way. You decide."),
        count=some(unsent),
        since=unsent.aggregate(first=Min("created_at"))["first"],
        url=reverse("admin:movement_outboxmessage_changelist"),
    )


# Who sees what: the right that lets somebody do something about it.
KINDS: list[tuple[str, Callable[[Any], Waiting]]] = [
    ("discussions.moderate", held_posts),
    ("discussions.moderate", queue),
    ("articles.change_article", drafts),
    ("articles.change_article", without_easy_version),
    ("movement.change_cause", not_public(Cause, _("Causes that are not public"))),
    ("movement.change_direction", not_public(Direction, _("Directions that are not public"))),
    ("movement.change_action", not_public(Action, _("Actions that are not public"))),
    ("actiondays.change_actionday", days_without_registration),
    ("actiondays.change_actionday", past_days_without_report),
    ("actiondays.change_actionday", corrections),
    ("actiondays.change_nextstep", late_steps),
    ("actiondays.change_labrequest", lab_requests),
    ("participants.change_commitment", late_commitments),
    ("participants.change_joinrequest", join_requests),
    ("participants.change_proposal", proposals),
    ("participants.change_organisation", stale_organisations),
    ("movement.change_helpline", stale_help_lines),
    ("movement.view_outboxmessage", unsent_mail),
]

STARTS: list[tuple[str, Any, str]] = [
    ("articles.add_article", _("Write an article"), "admin:articles_article_add"),
    ("actiondays.add_actionday", _("Announce an action day"), "admin:actiondays_actionday_add"),
    ("participants.add_organisation", _("Add an organisation"),
     "admin:participants_organisation_add"),
    ("movement.add_action", _("Add an action"), "admin:movement_action_add"),
]  # fmt: skip


def waiting_for(person: Any) -> list[Waiting]:
    """What waits for this person, by rights; nothing that is at zero."""
    found = [kind(person) for right, kind in KINDS if person.has_perm(right)]
    return [waiting for waiting in found if waiting.count]


def quick_starts(person: Any) -> list[Start]:
    """What this person may begin."""
    return [Start(title, reverse(name)) for right, title, name in STARTS if person.has_perm(right)]
