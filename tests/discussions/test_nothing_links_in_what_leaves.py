"""Anonymous is anonymous (S2) in what leaves the site: exports, notices and mails to others.

The same day is lived twice, with two people swapped behind the anonymous posts. Everybody else
must get the same, to the letter.
"""

import json
import re

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.urls import reverse

from config.own_data import export_for
from config.pages.own_data_words import readable
from discussions import circle
from discussions.models import Decision, Follow, HiddenPost, Post, Report
from movement import mail
from movement.models import OutboxMessage
from participants.models import Person
from tests import factories

pytestmark = pytest.mark.django_db
AS_IT_IS, SWAPPED = ("ABC", "CAB"), ("BAC", "CBA")
REPORTER = "melder@example.org"
# The numbers of people are longer than any other; ids, moments and seals differ each time.
FLEETING = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.+Z]+|\b[0-9a-f]{32}\b|\b\d{1,6}\b|/persoonlijk/[\w-]+|\b[0-9a-f]{20}\b"
)


class Day:
    """Three people who speak with and without a name, and one who meets them all."""

    def __init__(self, orders, *, is_anonymous=True, event=None):
        self.people = {
            name: factories.member(
                pk=7_000_000 + place * 111_111, pseudonym=f"Schuil{name}",
                email=f"schuil{name}@example.org",
            )
            for place, name in enumerate("ABCD")
        }  # fmt: skip
        self.meets = self.people["D"]
        board = factories.board(public=True, title="Bord", slug="bord")
        starter = factories.editor()
        self.topics = [factories.topic(on=board, author=starter, title="Gesprek") for _o in orders]
        Follow.objects.create(person=self.meets, board=board)
        for topic in self.topics:
            for person in self.people.values():
                topic.reply(author=person, body="Met naam.")
        circle.keep_apart(self.meets, self.people["A"])
        for number, order in enumerate(orders):
            for place, name in enumerate(order):
                self.topics[number].reply(
                    author=self.people[name],
                    body=f"@SchuilD en @SchuilC, dit is woord{number}x{place}.",
                    is_anonymous=is_anonymous,
                )
        self.posts = list(
            Post.objects.filter(body__contains="dit is woord").select_related("topic__board")
        )
        self.meet()
        if event == "rename":
            self.people["A"].pseudonym = "Iemand anders"
            self.people["A"].save()

    def meet(self):
        """D answers, supports and folds away each of them; somebody reports; a moderator hides."""
        moderator, rule = factories.moderator(), factories.house_rule()
        for post in self.posts:
            post.react(self.meets, "thanks")
            HiddenPost.objects.create(person=self.meets, post=post)
            post.topic.reply(author=self.meets, body="Dat ken ik.", quoted=post)
            Report.make(post, kind="other", explanation="Kijk eens.", reporter=self.meets)
            Report.make(post, kind="unsafe", email=REPORTER)
        for post in self.posts[::2]:
            Decision.take("hide", by=moderator, post=post, rule=rule, reason="Omdat.")

    def mails_to(self, *addresses):
        """Every mail to these addresses as it leaves, with what the list of staff shows of it."""
        rows = OutboxMessage.objects.filter(recipient__in=addresses).order_by("pk")
        return "\n".join(f"{row.cause}\n{mail.composed(row).message()}" for row in rows)

    def got_by(self, client, person):
        """All that a member takes along or is told, without what differs each time."""
        notices = client.get(reverse("notifications")).content.decode()
        main = notices.partition("<main")[2].partition("</main>")[0]
        main = re.sub(r'value="[^"]*"', "", main)
        told = FLEETING.sub("N", main + self.mails_to(person.email, REPORTER))
        return FLEETING.sub("N", exported(person)) + told


def exported(person):
    """The export of a person, as the file and as the page."""
    everything = export_for(person)
    return json.dumps(everything, cls=DjangoJSONEncoder) + str(readable(everything))


def lived(sign_in, orders, **more):
    """What D and C get of a day, which is undone afterwards."""
    with transaction.atomic():
        day = Day(orders, **more)
        got = {name: day.got_by(sign_in(day.people[name]), day.people[name]) for name in ("C", "D")}
        transaction.set_rollback(True)
    return got


@pytest.mark.parametrize("event", [None, "rename"])
def test_what_others_get_does_not_depend_on_who_is_behind_anonymous_posts(sign_in, event):
    one, other = (lived(sign_in, orders, event=event) for orders in (AS_IT_IS, SWAPPED))
    for name in one:
        assert one[name].splitlines() == other[name].splitlines(), name


def test_with_a_name_it_does_depend_on_who_speaks(sign_in):
    """The comparison sees a difference: who is apart from D does not reach D by name."""
    named = {"is_anonymous": False}
    assert lived(sign_in, AS_IT_IS, **named)["D"] != lived(sign_in, SWAPPED, **named)["D"]


def test_an_export_holds_the_own_anonymous_posts_and_of_nobody_else_a_word():
    day = Day(AS_IT_IS)
    for name, person in day.people.items():
        export = exported(person)
        for post in day.posts:
            word = post.body.rpartition(" ")[2].rstrip(".")
            assert (word in export) == (post.author_id == person.pk), (name, word)
        others = [other for other in day.people.values() if other != person]
        for other in others:
            assert str(other.pk) not in export
            assert other.email not in export


def test_no_mail_and_no_notice_to_others_holds_a_token_of_an_author(sign_in):
    day = Day(AS_IT_IS)
    addresses = [day.meets.email, REPORTER]
    assert OutboxMessage.objects.filter(recipient=REPORTER).count() > 3
    told = day.mails_to(*addresses) + day.got_by(sign_in(day.meets), day.meets)
    for name in "ABC":
        author = Person.objects.get(pk=day.people[name].pk)
        assert str(author.pk) not in told
        assert author.email not in told
        # D wrote the name of C and answers by name; who was only anonymous is named nowhere.
        assert author.pseudonym not in day.mails_to(*addresses)
