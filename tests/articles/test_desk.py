"""The desk of the articles: publishing, drafts, versions, preview, and who may do what."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from articles.models import Article, ArticleDraft
from movement.models import Picture, SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db

ADD = "/beheer/articles/article/add/"
LIST = "/beheer/articles/article/"
NO_LINKS = {
    "links-TOTAL_FORMS": "0", "links-INITIAL_FORMS": "0",
    "links-MIN_NUM_FORMS": "0", "links-MAX_NUM_FORMS": "1000",
}  # fmt: skip


def typed(**facts):
    return {
        "title": "Een nieuw artikel", "slug": "een-nieuw-artikel", "lead": "Waarover het gaat.",
        "body": "<p>Een korte zin.</p>", "easy_body": "<p>Kort.</p>", "sources": "",
        "state": "draft", "published_at": "", "series_position": "0",
    } | NO_LINKS | facts  # fmt: skip


def change(article):
    return f"{LIST}{article.pk}/change/"


def at(moment):
    local = timezone.localtime(moment)
    return {"published_at": local.strftime("%Y-%m-%dT%H:%M:%S")}


def errors(response):
    return set(response.context["adminform"].form.errors)


def test_an_editor_writes_and_publishes(editor, visitor):
    theme, keyword = factories.theme(), factories.keyword("buurthuis")
    facts = typed(state="published", themes=[theme.pk], keywords=[keyword.pk])
    response = editor.post(ADD, facts)
    assert response.status_code == 302
    article = Article.objects.get()
    assert article.author == editor.person
    assert visitor.get(article.get_absolute_url()).status_code == 200
    assert list(article.keywords.all()) == [keyword]
    assert SearchEntry.objects.get(kind="article").path == article.get_absolute_url()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"lead": " "}, "lead"),
        ({"body": "<p></p>"}, "body"),
        ({"themes": []}, "themes"),
        ({"body": '<p>x</p><img src="/media/beelden/' + "a" * 32 + '.jpg">'}, "body"),
        ({"body": "<h3>Te klein</h3><p>x</p>"}, "body"),
        ({"slug": "feed"}, "slug"),
    ],
    ids=["no lead", "no text", "no theme", "no alternative", "heading order", "reserved"],
)
def test_what_is_not_ready_is_not_published(editor, facts, field):
    ready = typed(state="published", themes=[factories.theme().pk])
    response = editor.post(ADD, ready | facts)
    assert response.status_code == 200
    assert field in errors(response) or "__all__" in errors(response)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"easy_body": ""},
        {"body": "<p>" + "woord " * 30 + ".</p>"},
        {"body": '<p><a href="/nieuws/bestaat-niet/">hier</a></p>'},
        at(timezone.now() - timedelta(days=30)),
    ],
    ids=["no easy version", "long sentence", "dead link", "in the past"],
)
def test_what_deserves_a_second_look_is_asked_once(editor, facts):
    ready = typed(state="published", themes=[factories.theme().pk]) | facts
    assert errors(editor.post(ADD, ready)) == {"confirmed"}
    assert not Article.objects.exists()
    assert editor.post(ADD, ready | {"confirmed": "on"}).status_code == 302
    article = Article.objects.get()
    again = ready | {"based_on": article.updated_at.isoformat(), "slug": article.slug}
    assert editor.post(change(article), again | at(article.published_at)).status_code == 302


def test_a_scheduled_article_waits_for_its_moment(editor, visitor):
    moment = timezone.now() + timedelta(days=2)
    facts = typed(state="published", themes=[factories.theme().pk]) | at(moment)
    assert editor.post(ADD, facts).status_code == 302
    article = Article.objects.get()
    assert abs(article.published_at - moment) < timedelta(seconds=1)
    assert visitor.get(article.get_absolute_url()).status_code == 404
    assert not SearchEntry.objects.visible_to(None).exists()
    assert SearchEntry.objects.visible_to(None, at=moment).count() == 1


def test_a_changed_address_leads_on_once_readers_knew_it(editor, visitor):
    article = factories.article(themes=[factories.theme()], slug="oud")
    facts = typed(
        state="published", slug="nieuw-adres", themes=[t.pk for t in article.themes.all()],
        based_on=article.updated_at.isoformat(), **at(article.published_at),
    )  # fmt: skip
    assert editor.post(change(article), facts).status_code == 302
    response = visitor.get("/nieuws/oud/")
    assert response.headers["Location"] == "/nieuws/nieuw-adres/"


def test_a_text_is_never_overwritten_in_silence(editor):
    article = factories.article(state="draft", body="<p>Eerst.</p>")
    older = article.updated_at.isoformat()
    article.body = "<p>Van een ander.</p>"
    article.save()
    facts = typed(body="<p>Van mij.</p>", based_on=older)
    response = editor.post(change(article), facts)
    assert response.status_code == 409
    article.refresh_from_db()
    assert article.body == "<p>Van een ander.</p>"
    assert ArticleDraft.objects.get().values["body"] == ["<p>Van mij.</p>"]
    sent = dict(response.context["sent"]) | {"based_on": response.context["based_on"]}
    assert editor.post(change(article), sent).status_code == 302
    article.refresh_from_db()
    assert article.body == "<p>Van mij.</p>"


def test_a_draft_is_kept_without_touching_the_article(editor, visitor):
    article = factories.article(body="<p>Openbaar.</p>")
    before = article.updated_at
    response = editor.post(
        f"{LIST}{article.pk}/bewaren/",
        typed(body="<p>Nog niet klaar.</p>", based_on=before.isoformat(), _changed="1"),
    )
    assert response.status_code == 200
    article.refresh_from_db()
    assert article.updated_at == before
    assert "Nog niet klaar" not in visitor.get(article.get_absolute_url()).content.decode()
    shown = editor.get(change(article), {"concept": "1"}).context["adminform"].form
    assert shown["body"].value() == "<p>Nog niet klaar.</p>"
    editor.post(change(article), {"_throw_draft_away": "1"})
    assert not ArticleDraft.objects.exists()


def test_a_version_is_put_back_whole(editor):
    first, second = factories.theme("Eerste"), factories.theme("Tweede")
    old, new = factories.keyword("oud"), factories.keyword("nieuw")
    picture = factories.picture(alternative="Zoals het was")
    article = factories.article(
        state="draft", body="<p>Toen.</p>", themes=[first], keywords=[old], picture=picture
    )
    common = {"themes": [first.pk], "keywords": [old.pk], "picture": picture.pk}
    facts = typed(body="<p>Toen.</p>", based_on=article.updated_at.isoformat(), **common)
    assert editor.post(change(article), facts).status_code == 302
    kept = article.versions.get()
    Picture.objects.update(alternative="Anders")
    article.refresh_from_db()
    facts = typed(
        body="<p>Nu.</p>", themes=[second.pk], keywords=[new.pk],
        based_on=article.updated_at.isoformat(),
    )  # fmt: skip
    assert editor.post(change(article), facts).status_code == 302
    page = editor.get(f"{LIST}{article.pk}/versies/")
    changed = dict(page.context["differences"])
    assert "<del>Toen." in changed["body"]
    assert "<ins>Nu." in changed["body"]
    for odd in ("²", "abc", "9" * 30):
        assert editor.post(f"{LIST}{article.pk}/versies/", {"versie": odd}).status_code == 404
    editor.post(f"{LIST}{article.pk}/versies/", {"versie": kept.pk})
    article.refresh_from_db()
    assert article.body == "<p>Toen.</p>"
    assert list(article.themes.all()) == [first]
    assert list(article.keywords.all()) == [old]
    assert article.picture.alternative == "Zoals het was"


def test_a_colleague_reads_along_until_the_link_ends(editor, visitor):
    article = factories.article(state="draft", title="Nog geheim")
    page = editor.post(f"{LIST}{article.pk}/voorvertoning/")
    response = visitor.get(urlsplit(page.context["link"]).path, follow=True)
    assert response.status_code == 200
    assert response.context["article"] == article
    assert "no-store" in response.headers["Cache-Control"]
    assert 'content="noindex' in response.content.decode()
    assert visitor.get(article.get_absolute_url()).status_code == 404
    from movement.models import PersonalLink

    PersonalLink.objects.update(expires_at=timezone.now())
    assert visitor.get("/nieuws/voorvertoning/").status_code == 404


def test_a_picture_that_is_none_is_refused_in_words(editor):
    facts = {"alternative": "Iets", "people_agreed": "on"}
    upload = factories.image_file()
    upload.truncate(200)
    response = editor.post(f"{LIST}beeld/", facts | {"upload": upload})
    assert response.status_code == 422
    assert response.json()["errors"]["upload"]
    response = editor.post(f"{LIST}beeld/", facts | {"upload": factories.image_file()})
    assert response.status_code == 201
    assert Picture.objects.get().taken_in_by == editor.person


def test_articles_go_off_the_site_after_a_question_that_counts(editor, visitor):
    articles = [factories.article() for _ in range(3)]
    act = {"action": "withdraw", "_selected_action": [a.pk for a in articles]}
    asked = editor.post(LIST, act)
    assert asked.context["count"] == 3
    assert visitor.get(articles[0].get_absolute_url()).status_code == 200
    editor.post(LIST, act | {"confirmed": "yes"})
    assert visitor.get(articles[0].get_absolute_url()).status_code == 404
    assert not SearchEntry.objects.exists()


def test_all_that_is_in_the_list_goes_off_when_all_was_chosen(editor):
    articles = [factories.article() for _ in range(3)]
    factories.article(title="Blijft staan")
    act = {
        "action": "withdraw", "_selected_action": [articles[0].pk], "select_across": "1",
        "index": "0",
    }  # fmt: skip
    where = f"{LIST}?q=artikel"
    asked = editor.post(where, act)
    assert asked.context["count"] == 3
    assert 'name="select_across"' in asked.content.decode()
    editor.post(where, act | {"confirmed": "yes"})
    assert [a.title for a in Article.objects.published()] == ["Blijft staan"]


@pytest.mark.parametrize("path", ["beeld/", "bewaren/", "leesbaarheid/", "{pk}/bewaren/",
                                  "{pk}/versies/", "{pk}/voorvertoning/"])  # fmt: skip
@pytest.mark.parametrize("role", ["visitor", "member", "moderator", "organiser"])
def test_only_editors_reach_the_desk(request, role, path):
    article = factories.article(state="draft")
    client = request.getfixturevalue(role)
    response = client.post(LIST + path.format(pk=article.pk), {"text": "x", "_changed": "1"})
    if (role, path) == ("organiser", "beeld/"):
        assert response.status_code == 422  # They write texts of days, with pictures.
        return
    assert response.status_code in {302, 403}
    assert "link" not in (response.context or {})
    assert not ArticleDraft.objects.exists()


def test_the_list_narrows_down_and_asks_the_same_for_many(editor, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    factories.article(easy_body="")
    factories.article(easy_body="<p>Kort.</p>")
    found = editor.get(LIST, {"makkelijk": "zonder"}).context["cl"].result_list
    assert len(found) == 1
    with CaptureQueriesContext(
        connection,
    ) as few:
        editor.get(LIST)
    for _ in range(40):
        factories.article()
    with django_assert_num_queries(len(few)):
        editor.get(LIST)


def test_an_editor_opens_a_conversation_about_an_article(editor, member):
    from discussions.models import Board

    board = Board.objects.create(title="Wat als", slug="wat-als")
    article = factories.article(title="Waarover je praat")
    path = f"{LIST}{article.pk}/gesprek/"
    assert list(editor.get(path).context["boards"]) == [board]
    editor.post(path, {"board": board.pk})
    article.refresh_from_db()
    assert article.topic.board == board
    assert article.topic.subject_path == article.get_absolute_url()
    shown = member.get(article.get_absolute_url()).content.decode()
    assert article.topic.get_absolute_url() in shown
    assert editor.post(path, {"board": board.pk}).status_code == 404


def test_a_conversation_that_visitors_cannot_read_is_not_shown_to_them(editor, visitor):
    from discussions.models import Board

    article = factories.article()
    board = Board.objects.create(title="Alleen leden", slug="leden")
    article.open_conversation(board, by=editor.person)
    assert visitor.get(article.get_absolute_url()).context["topic"] is None


def test_a_picture_comes_in_through_its_own_form(editor):
    path = "/beheer/movement/picture/add/"
    assert editor.get(path).status_code == 200
    refused = editor.post(path, {"upload": factories.image_file()})
    assert refused.status_code == 422
    assert {"alternative", "people_agreed"} <= set(refused.context["form"].errors)
    facts = {"upload": factories.image_file(), "alternative": "Bomen", "people_agreed": "on"}
    assert editor.post(path, facts).status_code == 302
    assert Picture.objects.get().alternative == "Bomen"


@pytest.mark.parametrize("role", ["visitor", "member", "moderator"])
def test_others_bring_no_pictures(request, role):
    client = request.getfixturevalue(role)
    facts = {"upload": factories.image_file(), "alternative": "Bomen", "people_agreed": "on"}
    assert client.post("/beheer/movement/picture/add/", facts).status_code in {302, 403}
    assert not Picture.objects.exists()


def test_a_draft_gives_back_its_links_its_sources_and_what_was_ticked(editor):
    cause, other, action = factories.cause(), factories.cause(), factories.action()
    article = factories.article(state="draft")
    kept = article.links.create(cause=cause, note="Zoals het was")
    gone = article.links.create(cause=other, note="Van een ander")
    rows = {
        "links-TOTAL_FORMS": "4", "links-INITIAL_FORMS": "2",
        "links-0-id": kept.pk, "links-0-article": article.pk, "links-0-cause": cause.pk,
        "links-0-note": "Zoals het wordt", "links-0-DELETE": "on",
        "links-1-id": gone.pk, "links-1-article": article.pk, "links-1-cause": other.pk,
        "links-1-note": "Van een ander",
        "links-2-id": "", "links-2-article": article.pk, "links-2-cause": "", "links-2-note": "",
        "links-3-id": "", "links-3-article": article.pk, "links-3-action": action.pk,
        "links-3-note": "Nieuw", "links-3-withdrawn_at": "2026-02-01T10:00",
    }  # fmt: skip
    typing = typed(sources="<p>Een boek.</p>", byline="Twee mensen", _changed="1") | rows
    assert editor.post(f"{LIST}{article.pk}/bewaren/", typing).status_code == 200
    gone.delete()
    page = editor.get(change(article), {"concept": "1"})
    form = page.context["adminform"].form
    assert (form["sources"].value(), form["byline"].value()) == ("<p>Een boek.</p>", "Twee mensen")
    links = page.context["inline_admin_formsets"][0].formset
    shown = [(form["note"].value(), bool(form["DELETE"].value())) for form in links.forms]
    assert shown == [("Zoals het wordt", True), ("Van een ander", False), ("Nieuw", False)]
    assert [str(links.forms[2][name].value()) for name in ("cause", "action")] == [
        "None", str(action.pk),
    ]  # fmt: skip
    assert links.forms[2]["withdrawn_at"].value() == "2026-02-01T10:00"
    plain = editor.get(change(article)).context["inline_admin_formsets"][0].formset
    assert [form["note"].value() for form in plain.forms] == ["Zoals het was"]


def test_a_draft_of_a_new_article_gives_back_its_links(editor):
    cause = factories.cause()
    rows = {"links-TOTAL_FORMS": "1", "links-0-id": "", "links-0-cause": cause.pk}
    editor.post(f"{LIST}bewaren/", typed(_changed="1") | rows)
    links = editor.get(ADD, {"concept": "1"}).context["inline_admin_formsets"][0].formset
    assert [str(form["cause"].value()) for form in links.forms] == [str(cause.pk)]
