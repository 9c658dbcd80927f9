"""The fourteen organisations, their groups, and examples of commitments.

Only what is on record. Dates of joining, own words and commitments are never invented for a
real organisation: those are shown with Voorbeeldorganisatie A, B and C, marked as examples.
"""

from datetime import date, datetime, timedelta

from django.utils.text import slugify

from movement.models import Action, Keyword
from participants import search_entries
from participants.gazetteer import find
from participants.models import (
    Cohort,
    Commitment,
    CommitmentUpdate,
    Organisation,
    OtherName,
    Participation,
)

# Name, kind, town as in the gazetteer, region, whole country, group, other name.
ORGANISATIONS: list[tuple[str, str, str, str, bool, int | None, str]] = [
    ("D3 (Dromen, Durven, Doen)", "provider", "", "", False, None, "Dromen, Durven, Doen"),
    ("Dushi Huis", "small-scale", "Den Haag", "", False, None, ""),
    ("Entrea Lindenhout", "provider", "Nijmegen", "", False, None, ""),
    ("Fier", "provider", "Leeuwarden", "", False, None, ""),
    ("Jarabee", "provider", "Hengelo (Overijssel)", "Twente", False, 2, ""),
    ("Jeugdbescherming Gelderland", "certified", "Arnhem", "", False, None, ""),
    ("Jeugdbescherming Regio Amsterdam", "certified", "Amsterdam", "", False, None, ""),
    ("Jeugdbescherming west", "certified", "Den Haag", "", False, None, ""),
    ("Leger des Heils Jeugdbescherming", "certified", "Utrecht", "", True, None, ""),
    ("Levvel", "provider", "Amsterdam", "", False, 2, ""),
    ("Partners voor Jeugd", "certified", "Roermond", "", False, None, ""),
    ("Samen Veilig Midden-Nederland (SAVE)", "certified", "Utrecht", "", False, None, "SAVE"),
    ("Sterk Huis", "provider", "Goirle", "", False, None, ""),
    ("WIJeindhoven", "neighbourhood", "Eindhoven", "", False, 2, ""),
]

# Letter, the front of its action, commitment, explanation, state, and its updates in days ago.
EXAMPLES = [
    (
        "A",
        "start",
        "Elke week een koffietafel in het buurthuis",
        "Iedereen kan binnenlopen. Niemand schrijft iets op.",
        Commitment.State.RUNNING,
        [(40, "Er is een plek. Vier mensen uit de buurt helpen mee."),
         (12, "De eerste drie keren kwamen er steeds meer mensen.")],
    ),
    (
        "B",
        "stop",
        "Drie vragenlijsten schrappen",
        "De lijsten hielpen niemand. Een vierde lijst moet blijven van de wet.",
        Commitment.State.DONE,
        [(75, "De drie lijsten zijn weg. Medewerkers praten nu eerst met het gezin.")],
    ),
    (
        "C",
        "turn-back",
        "Samen met ouders oude besluiten opnieuw bekijken",
        "We beginnen met de gezinnen die daar zelf om vragen.",
        Commitment.State.PROMISED,
        [],
    ),
]  # fmt: skip


def load(now: datetime) -> int:
    """Make or renew the organisations and examples; returns how many there are."""
    first, second = cohorts()
    for name, kind, town, region, nationwide, group, other in ORGANISATIONS:
        organisation = real(name, kind, town, region, nationwide)
        cohort = {1: first, 2: second}.get(group or 0)
        Participation.objects.get_or_create(organisation=organisation, defaults={"cohort": cohort})
        if other:
            OtherName.objects.get_or_create(organisation=organisation, name=other)
    for letter, front, title, text, state, updates in EXAMPLES:
        example(letter, front, title, text, state, updates, now.date())
    search_entries.rebuild()
    return Organisation.objects.count()


def cohorts() -> tuple[Cohort, Cohort]:
    """The first two start groups; when they began is not on record."""
    first, _ = Cohort.objects.get_or_create(
        number=1, defaults={"name": "Eerste groep", "slug": "eerste-groep"}
    )
    second, _ = Cohort.objects.get_or_create(
        number=2, defaults={"name": "Tweede groep", "slug": "tweede-groep"}
    )
    return first, second


def real(name: str, kind: str, town: str, region: str, nationwide: bool) -> Organisation:
    """One of the fourteen, with its place from the gazetteer and the keyword that means it."""
    values: dict[str, object] = {"kind": kind, "region": region, "is_nationwide": nationwide}
    if town:
        place = find(town)
        values |= {
            "town": place.label,
            "province": place.province,
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    keyword, _ = Keyword.objects.get_or_create(name=name, defaults={"slug": slugify(name)})
    organisation, _ = Organisation.objects.update_or_create(
        slug=slugify(name), defaults={"name": name, "keyword": keyword, **values}
    )
    return organisation


def example(
    letter: str,
    front: str,
    title: str,
    text: str,
    state: str,
    updates: list[tuple[int, str]],
    today: date,
) -> None:
    """An invented organisation with one commitment, marked as an example."""
    organisation, _ = Organisation.objects.update_or_create(
        slug=f"voorbeeldorganisatie-{letter.lower()}",
        defaults={
            "name": f"Voorbeeldorganisatie {letter}",
            "kind": Organisation.Kind.OTHER,
            "is_example": True,
            "own_words": "Dit is een voorbeeld. Zo kan een deelnemer laten zien wat hij doet.",
        },
    )
    Participation.objects.get_or_create(
        organisation=organisation, defaults={"joined_on": today - timedelta(days=200)}
    )
    action = Action.objects.filter(front=front).order_by("number").first()
    if action is None:
        return
    commitment, _ = Commitment.objects.update_or_create(
        organisation=organisation,
        title=title,
        defaults={
            "action": action,
            "text": text,
            "state": state,
            "promised_on": today - timedelta(days=120),
            "due_on": None if state == Commitment.State.DONE else today + timedelta(days=60),
        },
    )
    if not commitment.updates.exists():
        CommitmentUpdate.objects.bulk_create(
            CommitmentUpdate(
                commitment=commitment, reported_on=today - timedelta(days=ago), text=words
            )
            for ago, words in updates
        )
