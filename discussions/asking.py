"""Questions that readers of praat-mee ask all day, each for what its viewer may see."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser

from discussions.models import is_moderator
from movement.questions import Question
from participants.models import Person


def by_viewer(make: Callable[..., Any]) -> Callable[..., list[Any]]:
    """How to ask the queryset that `make` gives for a viewer and some numbers.

    One SQL holds for all visitors, and one for all members; that of a moderator is made each time.
    """
    as_visitor = Question(lambda *numbers: make(AnonymousUser(), *numbers))
    as_member = Question(lambda member, *numbers: make(Person(pk=member), *numbers))

    def ask(viewer: Any, *numbers: int) -> list[Any]:
        if is_moderator(viewer):
            return list(make(viewer, *numbers))
        return (
            as_member.ask(viewer.pk, *numbers)
            if viewer.is_authenticated
            else as_visitor.ask(*numbers)
        )

    return ask
