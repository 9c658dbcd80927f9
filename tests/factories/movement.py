"""Things of the foundation, with good defaults."""

from itertools import count

from django.utils import timezone

from movement.models import Action, Cause, Direction, Page, Statement, WhatIf

_number = count(1)


def page(**values):
    number = next(_number)
    defaults = {
        "title": f"Pagina {number}",
        "slug": f"pagina-{number}",
        "body": "<p>Een tekst.</p>",
        "state": Page.State.PUBLISHED,
        "published_at": timezone.now(),
    }
    return Page.objects.create(**{**defaults, **values})


def statement(**values):
    number = next(_number)
    defaults = {
        "kind": Statement.Kind.MANIFESTO,
        "title": f"Manifest {number}",
        "slug": f"manifest-{number}",
        "owner": "De beweging",
        "stated_on": timezone.localdate(),
        "state": Statement.State.PUBLISHED,
        "published_at": timezone.now(),
    }
    return Statement.objects.create(**{**defaults, **values})


def what_if(**values):
    number = next(_number)
    return WhatIf.objects.create(
        **{"question": f"Wat als {number}?", "slug": f"wat-als-{number}", **values}
    )


def cause(**values):
    return _outcome(Cause, "Oorzaak", **values)


def direction(*, causes=(), **values):
    made = _outcome(Direction, "Richting", **values)
    made.causes.set(causes)
    return made


def action(*, directions=(), **values):
    made = _outcome(Action, "Actie", **{"front": "start", **values})
    made.directions.set(directions)
    return made


def _outcome(model, word, **values):
    number = next(_number)
    defaults = {
        "number": number,
        "title": f"{word} {number}",
        "short_title": f"{word} {number}",
        "slug": f"{word.lower()}-{number}",
    }
    return model.objects.create(**{**defaults, **values})
