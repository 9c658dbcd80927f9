"""Questions of which the SQL is made once: the answer is that of the queryset."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models import F, Value
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from movement.questions import Question
from participants.models import Person
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_number_gets_its_own_answer_with_one_query(django_assert_num_queries):
    one, two = factories.member(), factories.member()
    question = Question(lambda pk: Person.objects.filter(pk=pk))
    for person in (one, two, one):
        with django_assert_num_queries(1):
            [found] = question.ask(person.pk)
        assert (found, found.email, found.joined_at) == (person, person.email, person.joined_at)
        found.pseudonym = "Els"
    assert question.ask(two.pk + 100) == []


def test_what_changed_meanwhile_is_seen():
    person = factories.member()
    question = Question(lambda *pks: Person.objects.filter(pk__in=pks).values_list("pseudonym"))
    assert question.ask(person.pk) == [(person.pseudonym,)]
    Person.objects.filter(pk=person.pk).update(pseudonym="Els")
    assert question.ask(person.pk, person.pk + 1) == [("Els",)]
    assert question.ask(person.pk) == [("Els",)]


def test_a_number_that_fits_in_no_column_finds_nothing():
    assert Question(lambda pk: Person.objects.filter(pk=pk)).ask(10**30) == []


def test_a_queryset_with_a_moment_in_it_is_refused():
    def since(pk):
        return Person.objects.filter(pk=pk, joined_at__lt=timezone.now())

    with pytest.raises(ValueError, match="not the same"):
        Question(since).ask(1)


def test_a_moment_that_is_given_may_differ():
    person = factories.member()
    joined, step = person.joined_at, timedelta(microseconds=1)
    question = Question(lambda pk, at: Person.objects.filter(pk=pk, joined_at__lte=at))
    for at, found in ((joined, [person]), (joined - step, []), (joined + step, [person])):
        assert question.ask(person.pk, at) == found


def test_a_number_that_the_sql_does_not_hold_as_it_is_is_refused():
    def before(pk):
        return Person.objects.annotate(n=F("pk") + Value(0)).filter(n=pk - 1)

    with pytest.raises(ValueError, match="as it is"):
        Question(before).ask(1)


def test_a_day_that_follows_from_a_moment_is_refused():
    """It would stay the day of the stand-in, while the moment itself is filled in."""

    def of_that_day(at):
        return Person.objects.filter(joined_at__lte=at, joined_at__date=at.date())

    with pytest.raises(ValueError, match="not the same"):
        Question(of_that_day).ask(timezone.now())


@pytest.mark.django_db(transaction=True)
def test_what_locks_is_asked_inside_a_transaction_every_time():
    person = factories.member()
    question = Question(lambda pk: Person.objects.select_for_update().filter(pk=pk))
    with transaction.atomic():
        assert question.ask(person.pk) == [person]
    with pytest.raises(TransactionManagementError):
        question.ask(person.pk)
