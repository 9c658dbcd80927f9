"""What the demo content does not have, made once for the browser: personal links, a decision, and
members with a second step. Each thing is named by what it is; pages look it up by that name."""

import json
from importlib import import_module
from time import time
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone

from actiondays.models import ActionDay, Registration
from articles.models import Article
from discussions.models import Appeal, Decision, PaperContribution, Post, Report, Topic
from movement import personal_links
from movement.models import HouseRule
from participants.models import JoinRequest, Organisation, Person

DAY = 24 * 3600


def link(purpose, number):
    """The path of a personal link, on whatever port the site is served."""
    return urlsplit(personal_links.issue(purpose, number, days=30)).path


def posts(member, moderator):
    """The numbers of posts by what they are, and pages of reports and decisions."""
    standing = Post.objects.filter(state="published")
    waiting = Post.objects.filter(state="held", queue_items__closed_at=None).order_by("pk").first()
    talks = Topic.objects.opened().filter(state="open", mode="talk").order_by("pk")
    talk = talks.filter(board__audience="public").first()
    inside = talks.filter(board__audience="members").first()
    own = standing.filter(author=member, is_anonymous=False).order_by("-pk").first()
    hidden = inside.reply(author=member, body="Hier noemde ik een naam.")
    open_report = Report.make(standing.filter(topic=talk).first(), kind="names")[0]
    report = Report.make(hidden, kind="names", explanation="Ik herken haar.")[0]
    rule = HouseRule.objects.first()
    hide = Decision.take("hide", by=moderator, post=hidden, rule=rule, reason="Een naam.")
    other = inside.reply(author=member, body="Nog een bericht van mij.")
    warn = Decision.take("warn", by=moderator, post=other, rule=rule, reason="Wees mild.")
    Appeal.make(warn, text="Dat was ik.")
    said = {"body": "Laat ze gewoon komen eten.", "name_shown": "Een grootmoeder"}
    paper = PaperContribution.enter(
        talk, by=moderator, channel="phone", wording="Dit mag op de site.", **said
    )[0]
    return {
        "topic": talk.pk,
        "campfire": Topic.objects.opened().filter(mode="campfire", state="open").first().pk,
        "own_post": own.pk,
        "waiting_post": waiting.pk,
        "waiting_topic": waiting.topic_id,
        "open_report": link("report", open_report.pk),
        "decided_report": link("report", report.pk),
        "decision": hide.pk,
        "objected": warn.pk,
        "appeal": Appeal.objects.get(decision=warn).pk,
        "paper": link("contribution", paper.post_id),
    }


def links(member):
    """Personal links of every other kind."""
    day = ActionDay.objects.filter(starts_at__gt=timezone.now(), state="open").first()
    registration = Registration.objects.create(
        day=day, name="Wilg", email="wilg@example.org", state="confirmed",
        confirmed_at=timezone.now(),
    )  # fmt: skip
    draft = Article.objects.filter(state="published").first()
    request = JoinRequest.objects.create(
        organisation_name="Wijkplaats", kind=Organisation.Kind.values[0], name="Wilg",
        email="wijkplaats@example.org", message="Wij willen meedoen.",
    )  # fmt: skip
    return {
        "mail_stop": link("mail-stop", member.pk),
        "registration": link("registration", registration.pk),
        "day_mail_stop": link("day-mail-stop", registration.pk),
        "organisation": link("organisation", Organisation.objects.get(slug="jarabee").pk),
        "join": link("join", request.pk),
        "preview": link("article-preview", draft.pk),
    }


def with_second_step(name, *, is_sure):
    """A member with an app and spare codes; returns the key of a session.

    `is_sure`: the password was typed just now, and stays so for the length of any test.
    """
    person = Person.objects.create_user(f"{name}@example.org", f"{name} stap", "samen-anders-doen")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    TOTP.activate(person, generate_totp_secret())
    RecoveryCodes.activate(person)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    at = time() + (DAY if is_sure else -DAY)
    session["account_authentication_methods"] = [{"method": "password", "at": at}]
    session.create()
    return session.session_key


def make(path):
    """Make everything and write its names to this file."""
    member = Person.objects.get(email="lid@example.org")
    moderator = Person.objects.get(email="moderator@example.org")
    things = {**posts(member, moderator), **links(member)}
    sessions = {
        name: with_second_step(name, is_sure=is_sure)
        for name, is_sure in (("zeker", True), ("weer", False))
    }
    path.write_text(json.dumps({"things": things, "sessions": sessions}))
