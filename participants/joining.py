"""Pages for organisations: asking to take part, and proposing a change of their page."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from movement import mail, once, personal_links
from movement.context import site_settings
from movement.limits import client_key, hit
from participants.models import JoinRequest, Organisation, Proposal
from participants.organisation_forms import AdditionForm, JoinForm, ProposalForm

PURPOSE, JOIN_PURPOSE = "organisation", "join"


def join(request: HttpRequest) -> HttpResponse:
    """Ask to take part; it comes to the desk of the editors."""
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not form.is_robot:
            hit("join", client_key(request))
            ask(form)
        return redirect("participants:joined")
    context = {"form": form, "section": "participants"}
    return render(request, "participants/join.html", context, status=422 if form.errors else 200)


def ask(form: JoinForm) -> None:
    """Keep the request once, and promise a mail that says so."""
    try:
        with transaction.atomic():
            once.claim(form.cleaned_data["once"])
            asked = form.request()
            asked.save()
            link = personal_links.issue(JOIN_PURPOSE, asked.pk, days=site_settings().link_days)
            mail.post(
                "join-received",
                to=asked.email,
                cause=f"join-{asked.pk}",
                context={"link": link, "days": site_settings().link_days},
            )
            once.remember(form.cleaned_data["once"], reverse("participants:joined"))
    except once.AlreadyDone:
        pass


def joined(request: HttpRequest) -> HttpResponse:
    """What happens with the request. The same for everybody."""
    return render(request, "participants/joined.html", {"section": "participants"})


@never_cache
def own_request(request: HttpRequest) -> HttpResponse:
    """The personal page of who asked to take part: how it stands, add something, withdraw."""
    number = personal_links.opened(request, JOIN_PURPOSE)
    row = JoinRequest.objects.select_related("organisation").filter(pk=number).first()
    if row is None:
        return render(request, "personal/gone.html", status=404)
    form = AdditionForm(request.POST if "add" in request.POST else None)
    if request.method == "POST" and "withdraw" in request.POST:
        row.withdraw()
        return redirect("participants:request")
    if form.is_bound and form.is_valid() and row.is_open:
        hit("join", client_key(request))
        add(row, form)
        return redirect("participants:request")
    context = {"asked": row, "form": form, "section": "participants"}
    status = 422 if form.errors else 200
    return render(request, "participants/request.html", context, status=status)


def add(row: JoinRequest, form: AdditionForm) -> None:
    """Put what they add below their message, once."""
    try:
        with transaction.atomic():
            once.claim(form.cleaned_data["once"])
            row.add(form.cleaned_data["addition"], on=timezone.localdate())
    except once.AlreadyDone:
        pass


@never_cache
def proposal(request: HttpRequest) -> HttpResponse:
    """The personal page of an organisation: how its proposal stands, and a form for a new one."""
    number = personal_links.opened(request, PURPOSE)
    row = Organisation.objects.filter(pk=number).first()
    if row is None:
        return render(request, "personal/gone.html", status=404)
    form = ProposalForm(request.POST or None, organisation=row)
    if request.method == "POST" and form.is_valid():
        hit("proposal", client_key(request))
        propose(row, form)
        return redirect("participants:proposal")
    latest = row.proposals.order_by("-pk").first()
    context = {"organisation": row, "form": form, "latest": latest, "section": "participants"}
    status = 422 if form.errors else 200
    return render(request, "participants/proposal.html", context, status=status)


def propose(row: Organisation, form: ProposalForm) -> None:
    """Keep the proposal once. An empty one says that everything is still right."""
    try:
        with transaction.atomic():
            once.claim(form.cleaned_data["once"])
            made = Proposal(organisation=row, message=form.cleaned_data["message"], **form.change())
            made.save()
    except once.AlreadyDone:
        pass


def send_link(row: Organisation, kind: str, cause: str) -> bool:
    """Mail an organisation the link to its personal page, once for each cause."""
    if not row.contact_email:
        return False
    with transaction.atomic():
        days = site_settings().link_days
        context = {"link": personal_links.issue(PURPOSE, row.pk, days=days), "days": days}
        return mail.post(kind, to=row.contact_email, cause=cause, context=context) is not None
