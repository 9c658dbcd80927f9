"""A small site with something to leak in every corner, and somebody of every role."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from actiondays.models import ActionDay, Series
from articles.models import Article, ArticleSeries
from discussions.models import Block, Board, Decision, Post, Report, Topic
from movement import personal_links
from movement.models import (
    Action,
    Cause,
    Direction,
    HouseRule,
    Keyword,
    Page,
    Statement,
    Theme,
    WhatIf,
)
from participants.models import Commitment, Notification
from tests import factories

ROLES = (
    "visitor", "new_member", "member", "author", "organiser", "editor", "moderator", "superuser",
)  # fmt: skip
MEMBERS = frozenset(ROLES) - {"visitor"}
MODERATORS = frozenset({"moderator", "superuser"})
PICTURE = "beelden/0123456789abcdef0123456789abcdef.webp"


class World:
    """Everything that the rows of the matrix speak about."""

    def __init__(self):
        self.now = timezone.now()
        self.people = {
            "visitor": None,
            "new_member": factories.new_member(),
            "member": factories.member(),
            "author": factories.member(email="merk-adres@example.org", pseudonym="Merkschrijver"),
            "organiser": factories.organiser(),
            "editor": factories.editor(),
            "moderator": factories.moderator(),
            "superuser": factories.beheerder(),
        }
        self.author = self.people["author"]
        self.clients = {role: self._client(person) for role, person in self.people.items()}
        self._subjects()
        self._articles()
        self._days()
        self._outcomes()
        self._organisations()
        self._talks()
        self._decisions()

    def _client(self, person):
        client = Client(raise_request_exception=False)
        if person is not None:
            client.force_login(person)
        return client

    def _subjects(self):
        self.theme = Theme.objects.create(name="Merkthema", slug="merkthema")
        self.keyword = Keyword.objects.create(name="merkwoord", slug="merkwoord")
        self.secret_keyword = Keyword.objects.create(name="merkgeheimwoord", slug="merkgeheim")
        published = {"state": "published", "published_at": self.now - timedelta(days=3)}
        self.page = Page.objects.create(title="Merkpagina", slug="merkpagina", **published)
        self.draft_page = Page.objects.create(title="Merkconceptpagina", slug="merkconcept")
        self.statement = Statement.objects.create(
            kind="manifesto", title="Merkmanifest", slug="merkmanifest", owner="LOC", **published
        )
        self.draft_statement = Statement.objects.create(
            kind="manifesto", title="Merkconceptmanifest", slug="merkconceptmanifest", owner="LOC"
        )
        self.what_if = WhatIf.objects.create(question="Merk: wat als?", slug="merk-wat-als")

    def _articles(self):
        past, future = self.now - timedelta(days=2), self.now + timedelta(days=2)
        self.series = ArticleSeries.objects.create(title="Merkreeks", slug="merkreeks")

        def article(name, **facts):
            made = Article.objects.create(
                title=f"Merk{name}bericht", slug=f"merk-{name}-bericht", lead="Kort.",
                body=f"<p>Merk{name}tekst</p>", series=self.series, **facts,
            )  # fmt: skip
            made.themes.add(self.theme)
            return made

        self.article = article("open", state="published", published_at=past)
        self.article.keywords.add(self.keyword)
        self.draft = article("concept", state="draft")
        self.draft.keywords.add(self.secret_keyword)
        self.scheduled = article("later", state="published", published_at=future)
        self.withdrawn = article("weg", state="withdrawn", published_at=past)
        default_storage.delete(PICTURE)
        default_storage.save(PICTURE, ContentFile(b"RIFFxxxxWEBPmerkbeeld"))

    def _days(self):
        self.day = factories.day(
            title="Merkdag", slug="merkdag", address="Merkstraat 1",
            address_after_confirmation=True, is_online=True,
            online_url="https://example.org/merkvergadering",
            registration_closes_at=self.now + timedelta(days=7),
        )  # fmt: skip
        self.day.organisers.add(self.people["organiser"])
        self.day_series = factories.series(title="Merkdagenreeks", slug="merkdagenreeks")
        self.day.series = self.day_series
        self.day.save()
        self.concept_series = Series.objects.create(title="Merkconceptreeks", slug="merkconcept")
        self.concept_day = factories.day(
            title="Merkconceptdag", slug="merkconceptdag", state=ActionDay.State.CONCEPT,
            series=self.concept_series,
        )  # fmt: skip
        self.registration = factories.registration(
            self.day, name="Merkaanmelder", email="merkaanmelder@example.org", person=self.author
        )

    def _outcomes(self):
        self.cause = Cause.objects.create(number=91, title="Merkoorzaak", slug="merkoorzaak")
        self.hidden_cause = Cause.objects.create(
            number=92, title="Merkverborgenoorzaak", slug="merkverborgen", is_public=False
        )
        self.direction = Direction.objects.create(number=91, title="Merkrichting", slug="merk")
        self.direction.causes.add(self.cause, self.hidden_cause)
        self.hidden_direction = Direction.objects.create(
            number=92, title="Merkverborgenrichting", slug="merkverborgen", is_public=False
        )
        self.action = Action.objects.create(
            number=91, title="Merkactie", slug="merkactie", front="start"
        )
        self.action.directions.add(self.direction, self.hidden_direction)
        self.hidden_action = Action.objects.create(
            number=92, title="Merkverborgenactie", slug="merkverborgen", front="stop",
            is_public=False,
        )  # fmt: skip

    def _organisations(self):
        self.organisation = factories.organisation(
            name="Merkorganisatie", slug="merkorganisatie", town="Utrecht", province="Utrecht",
            latitude=52.0907, longitude=5.1214,
        )  # fmt: skip
        self.hidden_organisation = factories.organisation(
            name="Merkverborgenorganisatie", slug="merkverborgen", is_public=False,
            town="Utrecht", province="Utrecht", latitude=52.0907, longitude=5.1214,
        )  # fmt: skip
        for organisation in (self.organisation, self.hidden_organisation):
            Commitment.objects.create(
                organisation=organisation, action=self.action,
                title=f"Toezegging van {organisation.name}", promised_on=self.now.date(),
            )  # fmt: skip

    def _talks(self):
        self.public_board = Board.objects.create(
            title="Merkopenbord", slug="merkopen", audience="public"
        )
        self.board = Board.objects.create(title="Merkledenbord", slug="merkleden")
        self.closed_board = Board.objects.create(title="Merkdichtbord", slug="merkdicht")
        author = self.author
        opened = Topic.start(self.board, author=author, title="Merkgesprek", body="Merkbijdrage")
        self.post, self.topic = opened, opened.topic
        hidden_name = self.topic.reply(author=author, body="Merkanoniem", is_anonymous=True)
        self.anonymous_post = hidden_name
        newcomer = self.people["new_member"]
        self.held_post = self.topic.reply(author=newcomer, body="Merkwachtend")
        self.withdrawn_post = self.topic.reply(author=author, body="Merkingetrokken")
        self.withdrawn_post.withdraw()
        waiting = Topic.start(self.board, author=newcomer, title="Merkwachtgesprek", body="Merk")
        self.waiting_topic = waiting.topic
        first = Topic.start(self.closed_board, author=author, title="Merkdichtgesprek", body="Merk")
        self.closed_topic, self.closed_post = first.topic, first
        Board.objects.filter(pk=self.closed_board.pk).update(state="closed")
        public = Topic.start(self.public_board, author=author, title="Merkopengesprek", body="Merk")
        self.public_post, self.public_topic = public, public.topic
        secret = Topic.start(
            self.board, author=author, title="Merknaamloos", body="Merk", is_anonymous=True
        )
        self.anonymous_topic = secret.topic
        listening = Topic.start(
            self.board, author=author, title="Merkluistergesprek", body="Merk", mode="listen"
        )
        self.listening_topic = listening.topic
        blocked = factories.member(pseudonym="Merkgeblokkeerde")
        self.block = Block.objects.create(blocker=author, blocked=blocked)
        for post in (self.public_post,):
            if post.state != Post.State.PUBLISHED:
                Decision.take("approve", by=self.people["moderator"], post=post)
                post.refresh_from_db()
        self.notification = Notification.objects.create(
            recipient=author, kind="reply", target_path=self.topic.get_absolute_url()
        )

    def _decisions(self):
        rule = HouseRule.objects.create(title="Merkhuisregel")
        self.hidden_post = self.topic.reply(author=self.author, body="Merkverborgenbijdrage")
        self.decision = Decision.take(
            "hide", by=self.people["moderator"], post=self.hidden_post, rule=rule,
            reason="Merkreden van het besluit.",
        )  # fmt: skip
        self.report, _link = Report.make(
            self.post, kind="other", explanation="Merkmelding", email="merkmelder@example.org"
        )
        self.stop_link = personal_links.issue("mail-stop", self.author.pk, days=1)
        self.day_stop_link = personal_links.issue("day-mail-stop", self.registration.pk, days=1)
