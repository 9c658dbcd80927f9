"""Who sees what, for every state of a conversation and every way to reach its words."""

import pytest
from django.test import Client
from django.urls import reverse

from discussions.models import Board, Decision, Post, Topic
from tests import factories

pytestmark = pytest.mark.django_db
MARKER = "kruisbes"
PUBLIC, MEMBERS = "public", "members"


def pages_with(post):
    """Every address at which the words of a post might appear."""
    topic = post.topic
    return [
        reverse("discussions:boards"),
        topic.board.get_absolute_url(),
        topic.get_absolute_url(),
        reverse("discussions:post", args=[post.pk]),
        reverse("discussions:report", args=[post.pk]),
        f"{reverse('discussions:reply', args=[topic.pk])}?op={post.pk}",
        f"/zoeken/?q={MARKER}",
        "/",
    ]


def finds_marker(client, post):
    for path in pages_with(post):
        response = client.get(path, follow=True)
        page = response.content.decode().replace(f'value="{MARKER}"', "")
        page = page.replace(f"“{MARKER}”", "").replace(f"q={MARKER}", "")
        if MARKER in page:
            return True
    return False


@pytest.fixture
def clients(visitor, sign_in):
    author = factories.person()
    return {
        "visitor": Client(),
        "member": sign_in(factories.member()),
        "author": sign_in(author),
        "moderator": sign_in(factories.moderator()),
    }


def a_post(state, audience, author):
    """A post with the marker in this state, on a board for this audience."""
    board = factories.board(public=audience == PUBLIC)
    topic = factories.topic(on=board)
    author.is_trusted = state != "held"
    author.save()
    post = topic.reply(author=author, body=f"Hier staat {MARKER}.")
    if state == "hidden":
        rule = factories.house_rule()
        moderator = factories.moderator()
        Decision.take("hide", by=moderator, post=post, rule=rule, reason="Te herkenbaar.")
    elif state == "withdrawn":
        post.withdraw()
    elif state == "closed":
        Board.objects.filter(pk=board.pk).update(state=Board.State.CLOSED)
        from discussions.search_entries import rebuild

        rebuild()
    elif state == "hidden topic":
        Topic.objects.filter(pk=topic.pk).update(hidden_at=post.created_at)
        from discussions.search_entries import rebuild

        rebuild()
    return Post.objects.select_related("topic__board").get(pk=post.pk)


MATRIX = {
    ("published", PUBLIC): {"visitor", "member", "author", "moderator"},
    ("published", MEMBERS): {"member", "author", "moderator"},
    ("held", PUBLIC): {"author", "moderator"},
    ("held", MEMBERS): {"author", "moderator"},
    ("hidden", PUBLIC): set(),
    ("hidden", MEMBERS): set(),
    ("withdrawn", PUBLIC): set(),
    ("closed", PUBLIC): set(),
    ("closed", MEMBERS): set(),
    ("hidden topic", PUBLIC): {"moderator"},
}


@pytest.mark.parametrize(("state", "audience"), MATRIX)
def test_words_are_seen_by_whom_they_are_for(clients, state, audience):
    post = a_post(state, audience, clients["author"].person)
    may_see = MATRIX[state, audience]
    assert {name for name, client in clients.items() if finds_marker(client, post)} == may_see


@pytest.mark.parametrize("name", ["visitor", "member"])
def test_a_closed_board_does_not_exist(clients, name):
    post = a_post("closed", PUBLIC, clients["author"].person)
    for path in [post.topic.board.get_absolute_url(), post.topic.get_absolute_url()]:
        assert clients[name].get(path).status_code == 404


def test_a_members_board_leaves_no_trace_for_visitors(clients):
    post = a_post("published", MEMBERS, clients["author"].person)
    board = post.topic.board
    for path in [board.get_absolute_url(), post.topic.get_absolute_url(), post.get_absolute_url()]:
        assert clients["visitor"].get(path).status_code == 404
    page = clients["visitor"].get("/praat-mee/").content.decode()
    assert board.title not in page
    assert post.topic.title not in page
    assert board.title in clients["member"].get("/praat-mee/").content.decode()


def test_titles_of_members_pages_name_no_content(clients):
    post = a_post("published", MEMBERS, clients["author"].person)
    for path in [post.topic.get_absolute_url(), post.topic.board.get_absolute_url()]:
        page = clients["member"].get(path).content.decode()
        title = page.split("<title>")[1].split("</title>")[0]
        assert post.topic.title not in title
        assert post.topic.board.title not in title
        assert post.topic.title in page


def test_forum_pages_are_kept_out_of_search_engines(clients):
    post = a_post("published", PUBLIC, clients["author"].person)
    for path in ["/praat-mee/", post.topic.board.get_absolute_url(), post.topic.get_absolute_url()]:
        response = clients["visitor"].get(path)
        assert response.headers["X-Robots-Tag"] == "noindex, noarchive"
        assert '<meta name="robots" content="noindex, noarchive">' in response.content.decode()


def test_a_visitors_page_is_cacheable_and_sets_nothing(clients):
    post = a_post("published", PUBLIC, clients["author"].person)
    response = clients["visitor"].get(post.topic.get_absolute_url())
    assert response.headers["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_visitors_see_days_and_no_times(clients):
    post = a_post("published", PUBLIC, clients["author"].person)
    page = clients["visitor"].get(post.topic.get_absolute_url()).content.decode()
    assert f"{post.published_at:%H:%M}" not in page.split("<main")[1].split("</main")[0]


@pytest.mark.parametrize(
    "path",
    [
        "/praat-mee/gesprek/0/",
        "/praat-mee/gesprek/99999999999999999999999/",
        "/praat-mee/gesprek/" + "9" * 5000 + "/",
        "/praat-mee/bijdrage/9223372036854775808/",
        "/praat-mee/bestaat-niet/",
        "/praat-mee/melding/",
    ],
)
def test_what_is_not_there_is_404(visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("page", ["-1", "0", "x", "2", "9" * 40, "1.5", "²", "", "١"])
def test_a_page_that_is_not_there_is_404(visitor, page):
    topic = factories.topic(on=factories.board(public=True))
    assert visitor.get(topic.get_absolute_url(), {"page": page}).status_code == 404


@pytest.mark.parametrize("na", ["x", "-1", "0", "9" * 40, "²"])
def test_a_list_from_nowhere_is_404(visitor, na):
    board = factories.board(public=True)
    factories.topic(on=board)
    assert visitor.get(board.get_absolute_url(), {"na": na}).status_code == 404


@pytest.mark.parametrize("name", ["reply", "start", "edit", "withdraw", "own", "react", "hide"])
def test_acts_lead_visitors_to_sign_in(visitor, name):
    topic = factories.topic(on=factories.board(public=True))
    post = topic.posts.get()
    arguments = {"start": [], "own": [], "reply": [topic.pk], "react": [topic.pk]}
    path = reverse(f"discussions:{name}", args=arguments.get(name, [post.pk]))
    response = visitor.get(path)
    assert response.status_code == 302
    assert response.url.startswith("/account/login/?next=")


@pytest.mark.parametrize("name", ["edit", "withdraw"])
def test_only_the_author_changes_or_takes_away(clients, name):
    post = a_post("published", PUBLIC, clients["author"].person)
    path = reverse(f"discussions:{name}", args=[post.pk])
    assert clients["author"].get(path).status_code == 200
    assert clients["member"].get(path).status_code == 404
    assert clients["moderator"].post(path, {"body": "x"}).status_code == 404
    post.refresh_from_db()
    assert MARKER in post.body
