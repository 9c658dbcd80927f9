"""Outside the pages of praat-mee: what everyone sees, what is one's own, and the admin."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from discussions.models import Decision, PostLink
from movement.models import Cause, Theme
from tests import factories
from tests.discussions.reach.roles import APART, EVERYONE, MEMBERS, MODERATORS, ROLES, STAFF
from tests.discussions.reach.states import GONE, QUESTION, WORDS, World, blank
from tests.discussions.reach.ways import page
from tests.discussions.test_reach import words_in

pytestmark = pytest.mark.django_db
PASSWORD = "samen-anders-doen"
MACHINES = ("sitemap", "robots", "articles:feed", "actiondays:feed", "actiondays:calendar",
            "participants:map_data", "participants:csv")  # fmt: skip
LISTS = (
    "discussions_post", "discussions_queueitem", "discussions_topic", "discussions_board",
    "discussions_decision", "discussions_report", "discussions_appeal",
    "discussions_anonymityopening", "discussions_papercontribution", "discussions_postlink",
    "participants_person", "movement_outboxmessage", "admin_logentry", "movement_cause",
)  # fmt: skip


def member_words(text):
    """The words of members, of whatever post, that stand in a text."""
    return {word for word in WORDS.values() if word.casefold() in text.casefold()}


@pytest.fixture
def world(db, django_capture_on_commit_callbacks):
    """All states at once, with what is told and mailed after each."""
    with django_capture_on_commit_callbacks(execute=True):
        return World()


@pytest.fixture
def known_elsewhere(world):
    """Every text is on a theme, is evidence, and is what an article and a day are about."""
    theme = Theme.objects.create(name="Reikthema", slug="reikthema")
    cause = Cause.objects.create(number=77, title="Oorzaak", slug="reikoorzaak")
    staff = world.cast["moderator"]
    opened = factories.topic(on=world.boards[True], author=staff, title="Heggenmus")
    opened.themes.add(theme)
    places = [reverse("cause", args=[cause.slug]), reverse("outcomes")]
    for case in world.cases:
        case.topic.themes.add(theme)
        PostLink.objects.create(post=case.post, cause=cause)
    for case in world.cases[:12]:
        article, day = factories.article(), factories.day()
        for about in (article, day):
            type(about).objects.filter(pk=about.pk).update(topic=case.topic)
            places.append(about.get_absolute_url())
    return theme, cause, places


@pytest.mark.parametrize("role", ROLES)
def test_other_pages_hold_no_word_of_a_member(world, known_elsewhere, role):
    theme, cause, places = known_elsewhere
    client = world.cast.clients[role]
    home, on_theme = page(client, "/"), page(client, reverse("theme", args=[theme.slug]))
    rest = [page(client, path) for path in places]
    rest += [page(client, reverse(f"discussions:{name}")) for name in ("figures", "start")]
    for text in (home, on_theme, *rest):
        assert member_words(text) == set()
    assert "Heggenmus" in home
    assert "Heggenmus" in on_theme

    counted = re.search(r"(\d+) (?:bijdrage|post)", page(client, places[0]))
    readable = [case for case in world.cases if role in evidence_for(case.state)]
    if role not in MODERATORS:
        assert int(counted[1]) == len(readable)


def evidence_for(state):
    """Who counts the post on the page of a cause: who may read it, also with a passage blanked."""
    if state.change is blank:
        return (EVERYONE if state.is_public else MEMBERS) - APART
    return state.readers("body")


def test_no_feed_mail_or_notification_holds_a_word(world, known_elsewhere):
    letters = [f"{letter.subject} {letter.body} {letter.extra_headers}" for letter in mail.outbox]
    assert letters
    assert member_words(" ".join(letters)) == set()
    for role in ROLES:
        client = world.cast.clients[role]
        assert member_words(page(client, reverse("notifications"))) == set()
    for name in MACHINES:
        text = page(world.cast.clients["moderator"], reverse(name))
        assert text.strip()
        assert member_words(text) == set()
        assert "Heggenmus" not in text


def test_a_report_tells_nobody_what_it_is_about(world):
    for case in world.cases[::3]:
        for role in ("visitor", "member", "blocker", "moderator"):
            path = reverse("discussions:report", args=[case.post.pk])
            assert member_words(page(world.cast.clients[role], path)) == set()


def own_pages(client):
    data = [
        client.post(reverse("own_data"), {"password": PASSWORD, "as": kind}).content.decode()
        for kind in ("json", "read")
    ]
    return page(client, reverse("discussions:own")) + data[0], data[1]


@pytest.mark.parametrize("role", ["author", "member", "starter", "blocker", "moderator"])
def test_own_pages_hold_own_words_only(world, role):
    client = world.cast.clients[role]
    texts = own_pages(client)
    for case in world.cases:
        found = [words_in(text, case) for text in texts]
        if role != "author" or case.state.absent:
            # Who answered finds back where.
            assert set().union(*found) <= ({"title"} if role == "starter" else set()), case.state
        elif case.state.name == "reply, edited":
            assert found == [{"title", "body", "earlier", "pending"}, found[1]]
            assert {"earlier", "pending", "body"} <= found[1]
        elif case.state.fate != GONE:
            assert "body" in found[0] & found[1], case.state


def test_own_acts_are_for_the_author_only(world):
    for case in world.cases:
        paths = [
            reverse(f"discussions:{name}", args=[case.post.pk]) for name in ("edit", "withdraw")
        ]
        decisions = Decision.objects.filter(post=case.post)
        paths += [decision.get_absolute_url() for decision in decisions]
        for role in ("visitor", "member", "blocker", "moderator2", "superuser"):
            for path in paths:
                response = world.cast.clients[role].get(path)
                assert response.status_code == (302 if role == "visitor" else 404), (
                    case.state,
                    path,
                )
    hidden = next(case for case in world.cases if case.state.name == "reply, hidden")
    mine = page(world.cast.clients["author"], hidden.decision.get_absolute_url())
    assert hidden.words["body"] in mine


def listed(client):
    """All lists of the admin, plain and searched, and its start page."""
    paths = [reverse(f"admin:{name}_changelist") for name in LISTS]
    found = [page(client, path) for path in paths]
    found += [page(client, path, q=QUESTION) for path in paths[:3]]
    return "".join([*found, page(client, reverse("admin:index"))])


@pytest.mark.parametrize(
    "role", ["visitor", "member", "author", "organiser", "editor", "moderator"]
)
def test_lists_of_the_admin_show_titles_and_those_to_whom_they_are_for(world, role):
    text = listed(world.cast.clients[role])
    for case in world.cases:
        found = words_in(text, case)
        if role == "moderator":
            stands = case.words["title"] in case.topic.title or case.state.is_title_gone
            assert found == ({"title"} if stands else set()), case.state
        elif role == "editor":
            waits = case.state.is_first and case.state.fate != "published"
            hidden = waits or case.state.is_topic_hidden or case.state.is_title_gone
            assert found == (set() if hidden else {"title"}), case.state
        else:
            assert found == set(), case.state


def rows_about(case):
    """The admin's pages about a text: where it is judged, and of every row beside it."""
    yield reverse("admin:discussions_post_change", args=[case.post.pk])
    for row in [*case.post.decisions.all(), *case.post.queue_items.all()]:
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
        yield reverse(name, args=[row.pk])


@pytest.mark.parametrize("role", [*sorted(STAFF), "member", "visitor"])
def test_only_moderators_read_a_text_where_it_is_judged(world, role):
    for case in world.cases:
        text = "".join(page(world.cast.clients[role], path) for path in rows_about(case))
        found = words_in(text, case) - {"earlier", "draft"}
        if role not in MODERATORS:
            assert found == set(), case.state
        else:
            assert found >= case.state.at_desk - {"title"}, case.state
            assert "draft" not in words_in(text, case)
            assert case.state.at_desk or found == set(), case.state
