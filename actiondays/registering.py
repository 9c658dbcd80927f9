"""Pages for who wants to come: registering, the personal page, asking for a lab."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actiondays import forgetting, letters
from actiondays.calendar import calendar_of
from actiondays.forms import AgreementForm, ChangeForm, LabForm, RegistrationForm
from actiondays.models import (
    ActionDay,
    Agreement,
    Registration,
    RegistrationRefused,
)
from actiondays.own_data import erase_registration, registration_of
from actiondays.views import as_calendar
from movement import once
from movement.kept import keeps_text, kept_page, typed
from movement.limits import client_key, hit
from movement.personal_links import close, opened


def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Register without an account. The answer is the same for a known address."""
    days = ActionDay.objects.visible_to(request.user).for_list()
    day = get_object_or_404(days, slug=slug)
    form = RegistrationForm(request.POST or None, day=day, initial=known_of(request))
    if request.method == "POST" and form.is_valid():
        way = "mail" if form.cleaned_data["email"] else "bellen"
        done = f"{reverse('actiondays:registered', args=[slug])}?weg={way}"
        if form.is_robot or signed_up(request, day, form, done):
            return redirect(done)
    context = {"day": days.with_seats().get(pk=day.pk), "form": form, "section": "actiondays"}
    return render(request, "actiondays/register.html", context, status=422 if form.errors else 200)


def known_of(request: HttpRequest) -> dict[str, Any]:
    """What a member need not type again."""
    if not request.user.is_authenticated:
        return {}
    return {"name": request.user.pseudonym, "email": request.user.email}


def signed_up(request: HttpRequest, day: ActionDay, form: RegistrationForm, done: str) -> bool:
    """Register with the verb; a refusal becomes an error of the form."""
    hit("registration", client_key(request))
    person = request.user if request.user.is_authenticated else None
    try:
        Registration.objects.sign_up(
            day, key=form.cleaned_data["once"], path=done, person=person, **form.answers()
        )
    except once.AlreadyDone:
        return True
    except RegistrationRefused as refusal:
        form.add_error(refusal.field, refusal.message)
        return False
    return True


def registered(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens next. Says the same to everybody; a member sees what is in the account."""
    day = get_object_or_404(ActionDay.objects.visible_to(request.user), slug=slug)
    if request.user.is_authenticated:
        own = Registration.objects.filter(day=day, person=request.user).standing().first()
        if own is not None:
            return redirect("actiondays:registration", own.pk)
    by_phone = request.GET.get("weg") == "bellen"
    context = {"day": day, "by_phone": by_phone, "section": "actiondays"}
    return render(request, "actiondays/registered.html", context)


def for_its_owner(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the registration that this browser opened with a personal link, or the one
    of this number, when it is the member's own. The typed text of others is kept."""

    @wraps(view)
    def opening(request: HttpRequest, number: int | None = None) -> HttpResponse:
        if number is not None and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        rows = Registration.objects.select_related("day__series", "preferred_table", "table")
        if number is not None:
            return view(request, get_object_or_404(rows, pk=number, person=request.user))
        found = rows.filter(pk=opened(request, letters.PURPOSE)).first()
        return link_ended(request) if found is None else view(request, found)

    return opening


def link_ended(request: HttpRequest) -> HttpResponse:
    """Nothing was opened here, or half an hour ago: the link in the mail opens it again."""
    fields, _buttons = typed(request)
    if not fields:
        return render(request, "personal/gone.html", status=404)
    reason = _(
        "This page was open for more than half an hour. Open the link in your mail once more, "
        "on a new page. Come back here then and send it."
    )
    return kept_page(request, reason=reason, status=403)


@never_cache
@keeps_text
@for_its_owner
def registration(request: HttpRequest, found: Registration) -> HttpResponse:
    """The personal page: how it stands, and buttons to confirm, change or cancel."""
    act = request.POST.get("act", "")
    changing = ChangeForm(request.POST if act == "change" else None, registration=found)
    said = Agreement.objects.filter(registration=found).first()
    answering = AgreementForm(request.POST if act == "agree" else None, said=said)
    error = None
    if request.method == "POST":
        hit("registration", client_key(request))
        if act == "erase":
            erase_registration(found)
            return close(render(request, "actiondays/erased.html", {"section": "actiondays"}))
        try:
            if done(found, act, changing, answering):
                return redirect(request.path)
        except RegistrationRefused as refusal:
            error = refusal
            found.refresh_from_db()
            if act == "change":
                changing.add_error(refusal.field, refusal.message)
    failed = bool(changing.errors or answering.errors or error)
    forms = {"form": changing, "answering": answering, "error": error, "agreement": said}
    context = page_of(found) | forms
    return render(request, "actiondays/registration.html", context, status=422 if failed else 200)


def done(found: Registration, act: str, changing: ChangeForm, answering: AgreementForm) -> bool:
    """Do what the button says; False when its form is not right yet.

    Raises RegistrationRefused when it cannot be.
    """
    if act == "confirm":
        found.confirm()
    elif act == "cancel":
        found.cancel()
    elif act == "change":
        if not changing.is_valid():
            return False
        found.change(**changing.changes())
    elif act == "stop-mail":
        found.stop_mail()
    elif act == "resume-mail":
        found.resume_mail()
    elif act == "agree" and found.is_asked_about_report:
        if not answering.is_valid():
            return False
        answer = {name: answering.cleaned_data[name] for name in ("agrees", "correction")}
        # What is said anew waits anew.
        Agreement.objects.update_or_create(
            registration=found, defaults={**answer, "handled_at": None}
        )
    return True


def page_of(found: Registration) -> dict[str, Any]:
    """What the personal page shows."""
    day = found.day
    ahead = 0
    if found.state == Registration.State.WAITING:
        ahead = day.registrations.waiting().filter(queue_number__lt=found.queue_number).count()
    return {
        "registration": found,
        "day": day,
        "place_in_line": ahead + 1,
        "kept_until": forgetting.contact_kept_until(found),
        "messages_of_day": day.messages.all() if found.is_standing else [],
        "section": "actiondays",
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mail_stop(request: HttpRequest) -> HttpResponse:
    """Stop reminders and messages of a day without signing in, or have them again."""
    number = opened(request, letters.STOP_PURPOSE)
    found = Registration.objects.select_related("day").filter(pk=number).first()
    if found is None:
        return render(request, "personal/gone.html", status=404)
    if request.method == "POST":
        hit("registration", client_key(request))
        if request.POST.get("act") == "resume-mail":
            found.resume_mail()
        else:
            found.stop_mail()
        return redirect(request.path)
    context = {"registration": found, "day": found.day, "section": "actiondays"}
    return render(request, "actiondays/mail_stop.html", context)


@never_cache
@for_its_owner
def registration_calendar(request: HttpRequest, found: Registration) -> HttpResponse:
    """The calendar file of somebody who comes; it says nothing to who looks along."""
    if found.day.precision == ActionDay.Precision.MONTH:
        raise Http404("Only the month is known.")
    return as_calendar(calendar_of([found.day], neutral=True), "afspraak.ics")


@never_cache
@for_its_owner
def registration_export(request: HttpRequest, found: Registration) -> HttpResponse:
    """Everything kept of this registration, to take along."""
    kept = registration_of(found)
    headers = {"Content-Disposition": 'attachment; filename="gegevens.json"'}
    return JsonResponse(kept, headers=headers, json_dumps_params={"indent": 2})


@login_required
def own_registrations(request: HttpRequest) -> HttpResponse:
    """What a member registered for while signed in."""
    rows = Registration.objects.filter(person=request.user).select_related("day")
    context = {"registrations": rows.order_by("-day__starts_at"), "section": "account"}
    return render(request, "actiondays/own_registrations.html", context)


def lab(request: HttpRequest) -> HttpResponse:
    """Ask for a lab of alternatives; it comes to the desk of the organisers."""
    form = LabForm(request.POST or None, initial=known_of(request))
    if request.method == "POST" and form.is_valid():
        path = reverse("actiondays:lab_asked")
        if not form.is_robot:
            hit("registration", client_key(request))
            try:
                with transaction.atomic():
                    once.claim(form.cleaned_data["once"])
                    form.request().save()
                    once.remember(form.cleaned_data["once"], path)
            except once.AlreadyDone:
                pass
        return redirect(path)
    context = {"form": form, "section": "actiondays"}
    return render(request, "actiondays/lab.html", context, status=422 if form.errors else 200)


def lab_asked(request: HttpRequest) -> HttpResponse:
    """What happens with the request."""
    return render(request, "actiondays/lab_asked.html", {"section": "actiondays"})
