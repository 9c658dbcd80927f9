"""The line from experience to change: linked both ways, drawn, and safe to show to everyone."""

import pytest
from django.utils import timezone

from actiondays.models import ResultLink
from articles.models import ArticleLink
from participants.models import Commitment
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    """A cause, a direction, an action and a commitment that belong together."""
    cause = factories.cause(title="Angst om hulp te vragen")
    direction = factories.direction(title="Gewone plekken", causes=[cause])
    action = factories.action(title="Hulp dicht bij huis", directions=[direction])
    commitment = Commitment.objects.create(
        organisation=factories.organisation(name="Huis A"),
        action=action,
        title="Een koffietafel",
        promised_on=timezone.localdate(),
    )
    return cause, direction, action, commitment


def links(response):
    import re

    return re.findall(r'href="([^"#?]+)', response.content.decode())


def test_a_cause_leads_to_its_direction_and_on_to_its_action_and_back(visitor, line):
    cause, direction, action, _commitment = line
    assert cause.get_absolute_url() in links(visitor.get("/opbrengst/"))
    assert direction.get_absolute_url() in links(visitor.get(cause.get_absolute_url()))
    assert action.get_absolute_url() in links(visitor.get(cause.get_absolute_url()))
    on_direction = links(visitor.get(direction.get_absolute_url()))
    assert {cause.get_absolute_url(), action.get_absolute_url()} <= set(on_direction)
    on_action = links(visitor.get(action.get_absolute_url()))
    assert {cause.get_absolute_url(), direction.get_absolute_url()} <= set(on_action)


def test_an_action_tells_who_promised_what_and_what_became_of_it(visitor, line):
    _cause, _direction, action, commitment = line
    commitment.updates.create(reported_on=timezone.localdate(), text="De tafel staat er.")
    content = visitor.get(action.get_absolute_url()).content
    for words in (b"Een koffietafel", b"Huis A", b"De tafel staat er."):
        assert words in content


def test_an_action_that_stopped_says_why(visitor):
    action = factories.action(
        state="stopped", stopped_because="Niemand had er iets aan.", obstacles="Te weinig tijd."
    )
    action.lessons.create(text="Vraag het eerst.", carried_back_to="De opleiding")
    content = visitor.get(action.get_absolute_url()).content.decode()
    for words in (
        "Niemand had er iets aan.",
        "Te weinig tijd.",
        "Vraag het eerst.",
        "De opleiding",
    ):
        assert words in content


def test_evidence_is_shown_and_a_withdrawn_link_with_its_reason(visitor, line):
    cause, *_ = line
    day = factories.past_day(title="Dag in Utrecht")
    result = factories.table_result(factories.dialogue_table(day), text="Ik durfde niet.")
    ResultLink.objects.create(result=result, cause=cause)
    hidden = factories.article(title="Nog een concept", state="draft", published_at=None)
    ArticleLink.objects.create(article=hidden, cause=cause)
    ArticleLink.objects.create(
        article=factories.article(title="Ingetrokken bewijs"),
        cause=cause,
        withdrawn_at=timezone.now(),
        reason="Dit ging over iets anders.",
    )
    content = visitor.get(cause.get_absolute_url()).content.decode()
    assert "Ik durfde niet." in content
    assert "Dit ging over iets anders." in content
    assert "Nog een concept" not in content


def test_what_is_not_public_is_nowhere(visitor, line):
    _cause, direction, action, commitment = line
    hidden = factories.cause(title="Geheime oorzaak", is_public=False)
    direction.causes.add(hidden)
    commitment.organisation.is_public = False
    commitment.organisation.save()
    for address in ("/opbrengst/", direction.get_absolute_url(), action.get_absolute_url()):
        content = visitor.get(address).content.decode()
        assert "Geheime oorzaak" not in content
        assert "Een koffietafel" not in content
    assert visitor.get(hidden.get_absolute_url()).status_code == 404


def test_each_thing_lights_its_own_line_without_javascript(visitor, line):
    cause, direction, action, _commitment = line
    other = factories.cause(title="Los van alles")
    lit = visitor.get(f"/opbrengst/?lijn=oorzaak-{cause.slug}").content.decode()
    for key in (f"oorzaak-{cause.slug}", f"richting-{direction.slug}", f"actie-{action.slug}"):
        assert f'data-node="{key}"' in lit
    node = lit.split(f'data-node="oorzaak-{other.slug}"')[0].rsplit("<a ", 1)[1]
    assert "diagram__node--lit" not in node
    node = lit.split(f'data-node="actie-{action.slug}"')[0].rsplit("<a ", 1)[1]
    assert "diagram__node--lit" in node
    assert 'name="robots" content="noindex' in lit


@pytest.mark.parametrize("key", ["x", "oorzaak-", "'\"><script>", "%F0%9F%98%80", "a" * 3000])
def test_an_unknown_line_shows_the_example(visitor, line, key):
    response = visitor.get("/opbrengst/", {"lijn": key})
    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_an_empty_site_has_an_outcomes_page(visitor):
    assert visitor.get("/opbrengst/").status_code == 200
    assert visitor.get("/opbrengst/uitspraken/").status_code == 200
    assert visitor.get("/opbrengst/wat-als/").status_code == 200


def grow(rows):
    """Causes, directions and actions, each tied to the one before, with commitments."""
    organisation = factories.organisation()
    for _ in range(rows):
        cause = factories.cause()
        action = factories.action(directions=[factories.direction(causes=[cause])])
        Commitment.objects.create(
            organisation=organisation, action=action, title="T", promised_on=timezone.localdate()
        )


def test_the_outcomes_take_as_many_queries_for_10_as_for_100(visitor, django_assert_num_queries):
    from django.core.cache import caches

    for rows in (10, 90):
        grow(rows)
        caches["fragments"].clear()
        with django_assert_num_queries(8):
            visitor.get("/opbrengst/")


def test_an_action_takes_as_many_queries_for_10_commitments_as_for_100(
    visitor, line, django_assert_num_queries
):
    *_, action, _commitment = line
    visitor.get("/over/")
    for rows in (10, 90):
        for _ in range(rows):
            Commitment.objects.create(
                organisation=factories.organisation(),
                action=action,
                title="T",
                promised_on=timezone.localdate(),
            )
        with django_assert_num_queries(6):
            visitor.get(action.get_absolute_url())


def test_a_statement_shows_its_points_and_its_short_version(visitor):
    statement = factories.statement(short_body="<p>In gewone woorden.</p>")
    statement.points.create(position=1, title="Eerste punt")
    statement.suggestions.create(text="Maak het korter.")
    content = visitor.get(statement.get_absolute_url()).content
    assert b"Eerste punt" in content
    assert b"Maak het korter." in content
    assert (
        b"In gewone woorden."
        in visitor.get(f"{statement.get_absolute_url()}?versie=makkelijk").content
    )
    draft = factories.statement(state="draft")
    assert visitor.get(draft.get_absolute_url()).status_code == 404
