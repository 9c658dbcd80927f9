"""What is heavy to judge stays folded, and after twenty in a row a pause is offered."""

from datetime import timedelta

import pytest
from django.utils import timezone

from discussions import heavy
from discussions.models import Decision, Report
from tests import factories

pytestmark = pytest.mark.django_db
NOTED = {"body": "Over toen.", "content_note": "geweld"}
DISTRESS = {"body": "Ik wil niet meer leven."}
PLAIN = {"body": "Vandaag bakten we een taart."}


def judged(moderator, times, *, before, ago=timedelta(), **more):
    """Decisions of a moderator, about posts that were like this."""
    post, now = factories.post(), timezone.now()
    return Decision.objects.bulk_create(
        Decision(
            post=post, act="keep", decided_by=moderator, before=before, decided_at=now - ago, **more
        )
        for _time in range(times)
    )


@pytest.mark.parametrize("before", [NOTED, DISTRESS, {**PLAIN, "pending": ["ik wil dood", "", ""]}])
def test_a_pause_is_offered_after_twenty_heavy_posts(before):
    moderator = factories.moderator()
    judged(moderator, 19, before=before)
    assert not heavy.needs_pause(moderator)
    judged(moderator, 1, before=before)
    assert heavy.needs_pause(moderator)
    assert not heavy.needs_pause(factories.moderator())


def test_light_posts_ask_for_no_pause():
    moderator = factories.moderator()
    judged(moderator, 60, before=PLAIN)
    judged(moderator, 19, before=NOTED)
    assert not heavy.needs_pause(moderator)


def test_a_report_of_danger_is_heavy():
    moderator = factories.moderator()
    for decision in judged(moderator, 20, before=PLAIN):
        report = Report.make(decision.post, kind="unsafe")[0]
        Report.objects.filter(pk=report.pk).update(decision=decision)
    assert heavy.needs_pause(moderator)


def test_after_a_pause_the_count_begins_again():
    moderator = factories.moderator()
    judged(moderator, 20, before=NOTED, ago=timedelta(hours=1))
    assert not heavy.needs_pause(moderator)
    judged(moderator, 3, before=NOTED)
    assert not heavy.needs_pause(moderator)


def test_a_pause_is_offered_where_moderators_decide(moderator):
    topic = factories.topic(on=factories.board(public=True))
    first = factories.post(topic)
    pages = (
        f"/beheer/discussions/post/{first.pk}/change/",
        f"/praat-mee/bijdrage/{first.pk}/modereren/",
    )
    offer = "Je las veel zware berichten"
    judged(moderator.person, 19, before=DISTRESS)
    assert not any(offer in moderator.get(page).content.decode() for page in pages)
    noted = factories.post(topic, body="Over toen.", content_note="geweld")
    path = f"/praat-mee/bijdrage/{noted.pk}/modereren/"
    after = moderator.post(path, {"step": "decide", "act": "keep"}, follow=True)
    assert offer in after.content.decode()
    assert all(offer in moderator.get(page).content.decode() for page in pages)


def test_a_report_of_danger_folds_the_text_and_a_change_that_waits_does_too(moderator):
    topic = factories.topic(on=factories.board(public=True))
    post = factories.post(topic, **PLAIN)
    assert heavy.note(post) == ""
    assert heavy.note(post, "ik wil dood") == "woorden van nood"
    Report.make(post, kind="unsafe")
    assert heavy.note(post) == "Iemand wordt bedreigd of is in gevaar"
