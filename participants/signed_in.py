"""Who is signed in, for views that let nobody else through."""

from django.http import HttpRequest

from participants.models import Person


def member_of(request: HttpRequest) -> Person:
    """The member who asks; only behind `login_required`."""
    if not request.user.is_authenticated:
        raise TypeError("this view needs login_required")
    return request.user
