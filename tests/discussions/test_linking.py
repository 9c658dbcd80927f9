"""From talk to change, where somebody reads it."""

import pytest
from django.urls import reverse

from discussions.models import PostLink
from movement.models import Cause
from participants.models import Notification
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def cause():
    return Cause.objects.create(number=61, title="Niemand vraagt wat er speelt", slug="niemand")


def path(post):
    return reverse("discussions:link", args=[post.pk])


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_who_reads_a_post_links_it_and_its_author_hears(request, visitor, cause, role):
    client = request.getfixturevalue(role)
    post = factories.post(factories.topic(on=factories.board(public=True)))
    page = client.get(post.topic.get_absolute_url()).content.decode()
    assert page.count(path(post)) == 1
    for _time in range(2):
        response = client.post(path(post), {"target": f"cause:{cause.pk}"})
        assert response.headers["Location"].endswith(f"#bijdrage-{post.pk}")
    assert PostLink.objects.get().linked_by == client.person
    assert cause.title in visitor.get(post.topic.get_absolute_url()).content.decode()
    assert Notification.objects.get(recipient=post.author).kind == Notification.Kind.OUTCOME


def test_others_find_no_way_to_link(member, organiser, visitor, cause):
    post = factories.post(factories.topic(on=factories.board(public=True)))
    for client in (member, organiser):
        assert client.post(path(post), {"target": f"cause:{cause.pk}"}).status_code == 404
        assert path(post) not in client.get(post.topic.get_absolute_url()).content.decode()
    assert path(post) not in visitor.get(post.topic.get_absolute_url()).content.decode()
    assert not PostLink.objects.exists()


def test_an_editor_sees_nothing_of_a_moderator(editor):
    topic = factories.topic()
    held = factories.held_post(topic, body="Dit wacht nog even.")
    page = editor.get(topic.get_absolute_url()).content.decode()
    assert "Dit wacht nog even." not in page
    assert "/modereren/" not in page
    assert editor.get(path(held)).status_code == 404


@pytest.mark.parametrize("target", ["", "cause:0", "x", "cause:" + "9" * 30, "person:1"])
def test_a_target_that_is_none_is_refused(editor, cause, target):
    post = factories.post()
    assert editor.post(path(post), {"target": target}).status_code == 422
    assert not PostLink.objects.exists()


def test_an_own_post_of_an_editor_keeps_its_own_acts(editor):
    post = factories.post(author=editor.person)
    page = editor.get(post.topic.get_absolute_url()).content.decode()
    assert reverse("discussions:edit", args=[post.pk]) in page
    assert path(post) in page
