"""`/persoonlijk/<token>/`: a secret link becomes a short cookie, then the page it is for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from actiondays.models import Registration
from movement import personal_links
from movement.limits import client_key, hit
from movement.models import PersonalLink
from participants.mail_rhythm import Rhythm, choose
from participants.models import Person

# Where each purpose leads after the swap: a route name, or a function of the target's number.
DESTINATIONS: dict[str, str | Callable[[int], str]] = {
    "article-preview": "articles:preview",
    "mail-stop": "mail_stop",
    "report": "discussions:report_status",
    "contribution": "discussions:paper",
    "registration": "actiondays:registration",
    "day-mail-stop": "actiondays:mail_stop",
    "organisation": "participants:proposal",
    "join": "participants:request",
}


def destination(link: PersonalLink) -> str:
    """The page that a link of this purpose is for."""
    place = DESTINATIONS[link.purpose]
    return place(link.target_id) if callable(place) else reverse(place)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def personal_link(request: HttpRequest, token: str) -> HttpResponse:
    """A GET swaps and never acts. A POST is a mail program's "stop" in one click (RFC 8058)."""
    hit("personal-link", client_key(request))
    link = personal_links.link_of(token)
    if link is None or link.purpose not in DESTINATIONS:
        return gone(request)
    if request.method == "POST":
        if link.purpose not in STOPS:
            return HttpResponse(status=405)
        STOPS[link.purpose](link.target_id)
        return HttpResponse(status=202)
    return personal_links.swap(link, redirect(destination(link)))


def gone(request: HttpRequest) -> HttpResponse:
    """This link is forged, too old, or was taken back: the answer is the same."""
    return render(request, "personal/gone.html", status=404)


def stop_mail(number: int) -> None:
    """No more mail about notifications for this member; nothing when there is none."""
    person = Person.objects.filter(pk=number).first()
    if person is not None:
        choose(person, Rhythm.NEVER)


def stop_day_mail(number: int) -> None:
    """No more reminders and messages for this registration; nothing when there is none."""
    registration = Registration.objects.filter(pk=number).first()
    if registration is not None:
        registration.stop_mail()


# What a POST on a link of this purpose stops.
STOPS: dict[str, Callable[[int], None]] = {"mail-stop": stop_mail, "day-mail-stop": stop_day_mail}


@require_http_methods(["GET", "HEAD", "POST"])
def mail_stop(request: HttpRequest) -> HttpResponse:
    """Stop mails without signing in, from the link in a mail."""
    number = personal_links.opened(request, "mail-stop")
    if number is None:
        return gone(request)
    if request.method == "POST":
        stop_mail(number)
        response = render(request, "personal/mail_stop.html", {"is_done": True})
        return personal_links.close(response)
    return render(request, "personal/mail_stop.html", {"title": _("Stop these mails")})
