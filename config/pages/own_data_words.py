"""The export of a person in words: names of what we keep, dates as days, yes and no."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

LABELS = {
    "access_needs": _("What you need to take part"),
    "act": _("Decision"),
    "address": _("Address"),
    "addresses": _("E-mail addresses"),
    "answer": _("Answer"),
    "article": _("Article"),
    "board_id": _("Number of the board"),
    "changes_that_wait": _("Changes that wait for a moderator"),
    "consents": _("What you agreed to"),
    "content_note": _("Content note"),
    "created_at": _("Made on"),
    "daily_mail_since": _("One mail a day since"),
    "day": _("Action day"),
    "decided_at": _("Decided on"),
    "decisions": _("Decisions of moderators"),
    "drafts": _("Drafts"),
    "earlier_texts": _("Earlier texts"),
    "edited_articles": _("Articles that you edited"),
    "email": _("E-mail address"),
    "explanation": _("Explanation"),
    "followed_at": _("Since"),
    "follows": _("What you follow"),
    "given_at": _("Given on"),
    "handed_over_at": _("Sent on"),
    "how": _("How"),
    "is_anonymous": _("Anonymous"),
    "joined_at": _("Member since"),
    "kept_until": _("We keep your name and address until"),
    "kind": _("Kind"),
    "last_login": _("Last signed in on"),
    "last_seen_at": _("Last seen on"),
    "last_used_at": _("Last used on"),
    "mail_stopped_at": _("No mail since"),
    "mails": _("Mails that we sent you"),
    "made_at": _("Made on"),
    "made_on": _("Made on"),
    "members_blocked": _("Members you blocked"),
    "name": _("Name"),
    "notifications": _("Notifications"),
    "objections": _("Objections"),
    "party_size": _("With how many"),
    "phone": _("Telephone"),
    "posts": _("What you wrote"),
    "primary": _("You sign in with it"),
    "pseudonym": _("Name that others see"),
    "reactions": _("Support that you gave"),
    "read_at": _("Read on"),
    "reason": _("Reason"),
    "registrations": _("Registrations for action days"),
    "report_agrees": _("You agree with the report"),
    "report_correction": _("Your correction of the report"),
    "reported_at": _("Reported on"),
    "reports": _("What you reported"),
    "rule__title": _("House rule"),
    "saved_at": _("Saved on"),
    "saved_versions": _("Versions that you saved"),
    "second_step": _("Second step"),
    "sessions": _("Where you are signed in"),
    "state": _("State"),
    "subject": _("Subject"),
    "text": _("Text"),
    "title": _("Title"),
    "topic_id": _("Number of the conversation"),
    "type": _("Kind"),
    "until": _("Until"),
    "user_agent": _("Browser"),
    "values": _("What you typed"),
    "verified": _("Confirmed"),
    "when": _("When"),
    "withdrawn_at": _("Taken back on"),
    "wording": _("In these words"),
    "written_at": _("Written on"),
    "body": _("Text"),
}

Row = tuple[str, str, Any]
NOTHING = "–"


def readable(exported: dict[str, Any]) -> list[Row]:
    """The export as (name, kind, value) for the template: "group", "list" or "value"."""
    rows: list[Row] = []
    for name, value in exported.items():
        title = str(LABELS.get(name, name.replace("_", " ").capitalize()))
        if isinstance(value, dict):
            rows.append((title, "group", readable(value)))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            rows.append((title, "list", [filled(readable(item)) for item in value]))
        else:
            rows.append((title, "value", in_words(value)))
    return rows


def filled(rows: list[Row]) -> list[Row]:
    """Without what is empty: an entry of a long list says only what there is to say."""
    return [row for row in rows if row[2] != NOTHING]


def in_words(value: Any) -> str:
    """One value as a person reads it."""
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(value, bool):
        return now_in_words("yes") if value else now_in_words("no")
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    moment = value if isinstance(value, datetime) else as_moment(value)
    return date_format(timezone.localtime(moment), "j F Y") if moment else str(value)


def as_moment(value: Any) -> datetime | None:
    """The moment that a text of an export stands for, if it is one."""
    try:
        moment = parse_datetime(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment is not None and timezone.is_aware(moment) else None
