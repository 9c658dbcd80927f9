"""People of every role, and organisations."""

from datetime import timedelta
from itertools import count

from django.contrib.auth.models import Group
from django.utils import timezone

from config.roles import apply_roles
from participants.gazetteer import find
from participants.models import Cohort, Organisation, Participation, Person

number = count(1)


def person(*, role=None, **more):
    """A member who has been here for a while; with a role, staff."""
    n = next(number)
    values = {
        "email": f"mens{n}@example.org",
        "pseudonym": f"Mens {n}",
        "joined_at": timezone.now() - timedelta(days=90),
        "is_staff": role is not None,
        **more,
    }
    made = Person.objects.create_user(password="samen-anders-doen", **values)
    if role:
        made.groups.add(group(role))
    return made


def group(role):
    """The group of a role; made again after a test that emptied the database."""
    if not Group.objects.filter(name=role).exists():
        apply_roles()
    return Group.objects.get(name=role)


def new_member(**more):
    """Somebody who signed up just now: the first posts wait for a moderator."""
    return person(joined_at=timezone.now(), **more)


def member(**more):
    """Somebody whom the moderators trust."""
    return person(is_trusted=True, **more)


def editor(**more):
    return person(role="editor", **more)


def moderator(**more):
    return person(role="moderator", role_mark="Medewerker LOC", **more)


def organiser(**more):
    return person(role="organiser", **more)


def beheerder(**more):
    return person(role="beheerder", is_superuser=True, **more)


def organisation(*, cohort=None, takes_part=True, **more):
    """An organisation that takes part, without a place unless one is given."""
    n = next(number)
    values = {"name": f"Organisatie {n:04}", "slug": f"organisatie-{n}", "kind": "provider", **more}
    made = Organisation.objects.create(**values)
    if takes_part:
        Participation.objects.create(organisation=made, cohort=cohort)
    return made


def organisation_in(town, **more):
    """An organisation that takes part, in a town of the gazetteer."""
    place = find(town)
    where = {
        "town": place.label,
        "province": place.province,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }
    return organisation(**where, **more)


def cohort(n, **more):
    """A start group."""
    values = {"number": n, "name": f"Groep {n}", "slug": f"groep-{n}", **more}
    return Cohort.objects.create(**values)
