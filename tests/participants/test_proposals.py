"""An organisation keeps its page right: it proposes, staff decide, and only then it changes."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from movement import personal_links
from movement.models import OutboxMessage, PersonalLink
from participants import moments
from participants.joining import PURPOSE
from participants.models import Organisation, Proposal
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/deelnemers/voorstel/"


@pytest.fixture
def row():
    return factories.organisation_in(
        "Utrecht", name="De Haven", own_words="Oude woorden.", contact_email="haven@example.org"
    )


def link_of(row, days=30):
    return personal_links.issue(PURPOSE, row.pk, days=days).removeprefix("http://localhost")


@pytest.fixture
def holder(client, row):
    """A browser that opened the link of the organisation."""
    client.get(link_of(row))
    return client


def form_of(client):
    form = client.get(PAGE).context["form"]
    return {
        name: field.value() for name, field in ((n, form[n]) for n in form.fields) if field.value()
    }


def propose(client, **changes):
    return client.post(PAGE, {**form_of(client), **changes})


def decide(client, act, **more):
    found = Proposal.objects.get()
    values = {**{k: v for k, v in found.proposed.items() if v is not False}, "act": act, **more}
    return client.post(f"/beheer/participants/proposal/{found.pk}/change/", values)


def public(client, row):
    return client.get(row.get_absolute_url()).content


def test_the_link_leads_to_the_page_and_never_acts(client, row):
    response = client.get(link_of(row), follow=True)
    assert response.redirect_chain == [(PAGE, 302)]
    assert response.context["form"]["own_words"].value() == "Oude woorden."
    assert not Proposal.objects.exists()
    assert "no-store" in response.headers["Cache-Control"]


def test_a_link_that_is_forged_expired_or_for_something_else_opens_nothing(client, row, member):
    other = personal_links.issue("mail-stop", member.person.pk, days=1)
    expired = link_of(row)
    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for path in ("/persoonlijk/verzonnen/", expired, other.removeprefix("http://localhost")):
        client.get(path)
        response = client.get(PAGE)
        assert response.status_code == 404
        assert "Oude woorden" not in response.content.decode()


def test_the_public_page_stays_the_same_until_it_is_approved(holder, row, visitor, editor):
    before = public(visitor, row)
    assert propose(holder, own_words="Nieuwe woorden.", town="arnhem").status_code == 302
    assert public(visitor, row) == before
    found = Proposal.objects.get()
    assert found.before == {"own_words": "Oude woorden.", "town": "Utrecht"}
    assert found.proposed == {"own_words": "Nieuwe woorden.", "town": "Arnhem"}

    html = editor.get(f"/beheer/participants/proposal/{found.pk}/change/").content.decode()
    assert "Oude woorden." in html
    assert "Nieuwe woorden." in html
    assert public(visitor, row) == before

    assert decide(editor, "approve").status_code == 302
    after = public(visitor, row).decode()
    assert "Nieuwe woorden." in after
    row.refresh_from_db()
    assert (row.town, row.province) == ("Arnhem", "Gelderland")
    assert round(row.longitude, 1) == 5.9
    assert row.checked_on == timezone.localdate()
    assert Proposal.objects.get().state == "approved"


def test_a_refusal_has_a_reason_and_changes_nothing(
    holder, row, visitor, editor, django_capture_on_commit_callbacks
):
    before = public(visitor, row)
    propose(holder, own_words="Wij zijn de beste.")
    assert decide(editor, "refuse").status_code == 422
    assert Proposal.objects.get().state == "waiting"
    with django_capture_on_commit_callbacks(execute=True):
        assert decide(editor, "refuse", reason="We vergelijken niet").status_code == 302
    assert public(visitor, row) == before
    assert "We vergelijken niet" in holder.get(PAGE).content.decode()
    (sent,) = mail.outbox
    assert sent.to == ["haven@example.org"]
    assert "Haven" not in sent.body + sent.subject
    assert "/persoonlijk/" in sent.body


def test_staff_may_put_it_in_other_words_with_a_reason(holder, row, editor):
    propose(holder, own_words="Nieuwe woorden.", website="example.org")
    assert decide(editor, "approve", own_words="Kortere woorden.").status_code == 422
    assert decide(editor, "approve", own_words="Kort.", reason="Te lang").status_code == 302
    row.refresh_from_db()
    assert (row.own_words, row.website) == ("Kort.", "https://example.org")
    assert Proposal.objects.get().state == "amended"


def test_what_changed_meanwhile_is_not_approved_and_both_texts_are_shown(holder, row, editor):
    propose(holder, own_words="Nieuwe woorden.", region="Twente")
    Organisation.objects.filter(pk=row.pk).update(own_words="Intussen anders.")
    response = decide(editor, "approve")
    assert response.status_code == 409
    html = response.content.decode()
    assert "Nieuwe woorden." in html
    assert "Intussen anders." in html
    row.refresh_from_db()
    assert (row.own_words, row.region) == ("Intussen anders.", "")
    assert Proposal.objects.get().state == "waiting"
    assert decide(editor, "refuse", reason="Al aangepast").status_code == 302


def test_a_change_by_staff_while_the_form_lay_open_is_not_undone(holder, row):
    opened = form_of(holder)
    Organisation.objects.filter(pk=row.pk).update(region="Nieuwe regio")
    holder.post(PAGE, {**opened, "own_words": "Nieuw."})
    assert Proposal.objects.get().proposed == {"own_words": "Nieuw."}


def test_a_proposal_is_decided_once(holder, editor, row):
    propose(holder, own_words="Nieuw.")
    decide(editor, "approve")
    decide(editor, "refuse", reason="Toch niet")
    assert Proposal.objects.get().state == "approved"


def test_nothing_changed_means_everything_is_right(holder, row, editor):
    assert propose(holder).status_code == 302
    assert Proposal.objects.get().proposed == {}
    row.refresh_from_db()
    assert row.checked_on is None
    assert decide(editor, "approve").status_code == 302
    row.refresh_from_db()
    assert row.checked_on == timezone.localdate()


def test_the_same_form_twice_is_one_proposal(holder):
    form = {**form_of(holder), "own_words": "Nieuw."}
    holder.post(PAGE, form)
    holder.post(PAGE, form)
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "BESTAAT AL"}, "name"),
        ({"town": "Kerkstraat 1"}, "town"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"kind": "x"}, "kind"),
        ({"own_words": "x" * 4001}, "own_words"),
    ],
)
def test_a_mistake_is_shown_and_nothing_is_kept(holder, wrong, field):
    factories.organisation(name="Bestaat al")
    response = propose(holder, **wrong)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {field}
    assert not Proposal.objects.exists()


def test_other_names_can_be_proposed(holder, row, editor):
    propose(holder, other_names="Zee\r\n  Haventje \r\nZee")
    assert Proposal.objects.get().proposed == {"other_names": "Haventje\nZee"}
    assert decide(editor, "approve").status_code == 302
    assert [other.name for other in row.other_names.all()] == ["Haventje", "Zee"]


def test_only_editors_decide(holder, row, member, moderator, organiser):
    propose(holder, own_words="Nieuw.")
    for client in (holder, member, moderator, organiser):
        assert decide(client, "approve").status_code in {302, 403}
    assert Proposal.objects.get().state == "waiting"


def test_once_a_year_a_mail_asks_whether_it_is_still_right(row):
    now = timezone.now()
    factories.organisation(name="Zonder adres")
    factories.organisation(name="Doet niet mee", takes_part=False, contact_email="x@example.org")
    factories.organisation(name="Voorbeeld", is_example=True, contact_email="y@example.org")
    assert moments.tick(now)["organisations_asked"] == 0
    later = now + timedelta(days=366)
    assert moments.tick(later)["organisations_asked"] == 1
    assert moments.tick(later)["organisations_asked"] == 0
    assert moments.tick(later + timedelta(days=300))["organisations_asked"] == 0
    assert moments.tick(later + timedelta(days=366))["organisations_asked"] == 1
    sent = OutboxMessage.objects.filter(kind="organisation-check")
    assert [message.recipient for message in sent] == ["haven@example.org"] * 2


def test_whoever_was_checked_this_year_is_left_alone(row):
    later = timezone.now() + timedelta(days=366)
    Organisation.objects.update(checked_on=timezone.localdate(later) - timedelta(days=30))
    assert moments.tick(later)["organisations_asked"] == 0


def test_staff_mail_the_link_from_the_list(row, editor, django_capture_on_commit_callbacks):
    without = factories.organisation(name="Zonder adres")
    with django_capture_on_commit_callbacks(execute=True):
        response = editor.post(
            "/beheer/participants/organisation/",
            {"action": "mail_link", "_selected_action": [row.pk, without.pk]},
            follow=True,
        )
    assert "Zonder adres" in response.content.decode()
    assert [message.to for message in mail.outbox] == [["haven@example.org"]]


def test_staff_decide_under_the_names_that_the_difference_has(editor, row):
    proposed = {"region": "Midden", "own_words": "Wij luisteren."}
    found = row.proposals.create(before={"region": "", "own_words": ""}, proposed=proposed)
    context = editor.get(f"/beheer/participants/proposal/{found.pk}/change/").context
    form = context["form"]
    labels = {one.field: one.label.casefold() for one in context["differences"]}
    assert {name: form[name].label.casefold() for name in proposed} == labels
