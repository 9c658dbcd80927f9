"""Anonymous is anonymous (S2): on every page of every role, nothing ties two posts of a person."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from config.own_data import erase
from discussions import reshaping, thread
from discussions.models import Decision, Post, Report, Topic
from participants.models import Person
from tests import factories
from tests.discussions.linking import Crawl

pytestmark = pytest.mark.django_db
ORDERS = ("ABC", "CAB")


class Talk:
    """Three people, two conversations; each speaks once with a name and once without in each."""

    def __init__(self):
        self.board = factories.board(public=True)
        self.people = {
            name: factories.member(pk=7_000_000 + place * 111_111, pseudonym=f"Schuil{name}")
            for place, name in enumerate("ABC")
        }
        self.topics = [factories.topic(on=self.board) for _ in ORDERS]
        for topic in self.topics:
            for person in self.people.values():
                topic.reply(author=person, body="Met naam.")
        for topic, order in zip(self.topics, ORDERS, strict=True):
            for name in order:
                topic.reply(author=self.people[name], body="Zonder naam.", is_anonymous=True)
        nameless = Post.objects.filter(is_anonymous=True).order_by("pk")
        self.posts = dict(nameless.values_list("pk", "author"))
        self.rule, self.moderator = factories.house_rule(), factories.moderator()
        for number in self.posts:
            Report.make(Post.objects.get(pk=number), kind="other")

    def of(self, name):
        return Post.objects.select_related("topic__board").filter(
            author=self.people[name], is_anonymous=True
        )

    def decide(self, act, post, **more):
        return Decision.take(
            act, by=self.moderator, post=post, rule=self.rule, reason="Omdat.", **more
        )


def nothing(talk, reader):
    pass


def rename(talk, reader):
    talk.people["A"].pseudonym = "Iemand anders"
    talk.people["A"].save()


def block(talk, reader):
    named = Post.objects.filter(author=talk.people["A"], is_anonymous=False).first()
    if reader.person:
        reader.post(reverse("discussions:block", args=[named.pk]))


def suspend_by_name(talk, reader):
    named = Post.objects.filter(author=talk.people["A"], is_anonymous=False).first()
    talk.decide("suspend", named, until=timezone.now() + timedelta(days=9))


def suspend_each(talk, reader):
    """Through each anonymous post in turn, each time for another while."""
    for days, number in enumerate(talk.posts, start=3):
        post = Post.objects.select_related("topic__board").get(pk=number)
        talk.decide("suspend", post, until=timezone.now() + timedelta(days=days))


def hide_each(talk, reader):
    for number in talk.posts:
        talk.decide("hide", Post.objects.select_related("topic__board").get(pk=number))


def move(talk, reader):
    Topic.objects.filter(pk=talk.topics[0].pk).update(board=factories.board(public=True))
    Topic.objects.select_related("board").get(pk=talk.topics[0].pk).moved()


def merge(talk, reader):
    reshaping.merge(talk.topics[1], into=talk.topics[0])


def split(talk, reader):
    first = talk.of("C").order_by("-pk").first()
    reshaping.split(first.topic, start=first, title="Verder")


EVENTS = [nothing, rename, block, suspend_by_name, suspend_each, hide_each, move, merge, split]
READERS = {
    "visitor": None,
    "member": factories.member,
    "editor": factories.editor,
    "moderator": factories.moderator,
    "superuser": factories.beheerder,
}


@pytest.fixture
def talk(db):
    return Talk()


@pytest.fixture
def reader(request, sign_in, client):
    make = READERS[request.param]
    client.person = None
    return sign_in(make()) if make else client


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("reader", ["visitor", "superuser"], indirect=True)
def test_no_page_ties_two_anonymous_posts_of_one_person(talk, reader, event):
    event(talk, reader)
    crawl = Crawl(reader, talk.posts, most=260)
    assert crawl.ties() == []
    shown = {number for numbers in crawl.shown.values() for number in numbers}
    assert shown == set(talk.posts), "the crawl came to every anonymous post"


@pytest.mark.parametrize("reader", ["member", "editor", "moderator"], indirect=True)
def test_nothing_ties_them_for_others_either(talk, reader):
    for event in (rename, block, suspend_each):
        event(talk, reader)
    crawl = Crawl(reader, talk.posts, most=260)
    assert crawl.ties() == []


def test_the_search_for_ties_finds_what_would_leak(talk, visitor, monkeypatch):
    """A leak that is put in on purpose is found: as a class, in the order, in what a page shows."""
    crawl = Crawl(visitor, talk.posts, most=60)
    assert crawl.ties() == []
    for number, author in talk.posts.items():
        crawl.add("/praat-mee/gesprek/1/", number, f'<li class="kleur-{author}">')
    found = {(author, *tokens) for page, author, tokens in crawl.ties()}
    assert found == {(author, f"kleur-{author}") for author in talk.posts.values()}
    crawl = Crawl(visitor, talk.posts, most=60)
    crawl.shown["/ergens/"] = sorted(talk.posts, key=lambda number: talk.posts[number])
    crawl.shown["/elders/"] = list(talk.of("A").values_list("pk", flat=True))
    assert len(crawl.ties()) == 2


def test_a_leak_on_the_page_itself_is_found(talk, visitor, monkeypatch):
    """The same, through the whole site: a post that is drawn with a mark of its author."""
    drawn = thread.context_of

    def leaking(facts, *more):
        author = Post.objects.get(pk=facts["row"].pk).author_id
        return {**drawn(facts, *more), "name": f"Anoniem merk-{author}"}

    monkeypatch.setattr(thread, "context_of", leaking)
    caches["fragments"].clear()
    tied = {author for page, author, tokens in Crawl(visitor, talk.posts, most=60).ties()}
    assert tied == set(talk.posts.values())


def test_no_list_of_the_admin_can_be_sifted_by_who_wrote(talk, beheerder):
    """By any field that leads to people, of every model, and of people by any row of theirs."""
    authors = set(talk.posts.values())
    for model in admin.site._registry:
        path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for field in model._meta.get_fields():
            if field.related_model is not Person or model is Person:
                continue
            for lookup in (field.name, f"{field.name}__id__exact", f"{field.name}__pseudonym"):
                for author in authors:
                    page = beheerder.get(path, {lookup: author}).content.decode()
                    shown = [n for n in talk.posts if f"/post/{n}/change/" in page]
                    assert not shown or {talk.posts[n] for n in shown} == authors, (path, lookup)
    people = reverse("admin:participants_person_changelist")
    for relation in Person._meta.related_objects:
        for number in talk.posts:
            page = beheerder.get(people, {relation.name: number}, follow=True).content.decode()
            named = {name for name in "ABC" if f">Schuil{name}<" in page}
            assert named in (set(), set("ABC")), relation.name


def test_an_ended_account_looks_like_posts_taken_away(talk, sign_in):
    """Who compares before and after does not see that anonymous posts ended with an account."""
    theirs, mine = list(talk.of("A")), list(talk.of("B"))
    for post in mine:
        post.withdraw()
    erase(talk.people["A"], keep_texts=False)
    for reader in (sign_in(factories.member()), sign_in(factories.moderator())):
        for ended, withdrawn in zip(theirs, mine, strict=True):
            pages = []
            for post in (ended, withdrawn):
                page = reader.get(post.topic.get_absolute_url()).content.decode()
                piece = page.partition(f'id="bijdrage-{post.pk}"')[2].partition("</li>")[0]
                pages.append(piece.replace(str(post.pk), "N"))
            assert pages[0] == pages[1]
    judge = sign_in(factories.moderator())
    texts = [
        judge.get(reverse("admin:discussions_post_change", args=[post.pk])).status_code
        for post in (*theirs, *mine)
    ]
    assert set(texts) == {200}
