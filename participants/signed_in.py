"""Who is signed in: asked at each request of a member, and by views that let nobody else in."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from movement.questions import Question
from participants.models import Person

MEMBER = Question(lambda pk: Person.objects.order_by().filter(pk=pk))


class Backend(AuthenticationBackend):
    """Signs in with an e-mail address and a password."""

    def get_user(self, user_id: Any) -> Person | None:
        """The person of this number, who may still sign in."""
        found = MEMBER.ask(int(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None


def member_of(request: HttpRequest) -> Person:
    """The member who asks; only behind `login_required`."""
    if not request.user.is_authenticated:
        raise TypeError("this view needs login_required")
    return request.user
