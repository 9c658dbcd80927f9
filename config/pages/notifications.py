"""What happened for this member. A notification leads on and holds no text."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from movement.kept import keeps_text
from movement.limits import client_key, hit
from participants.forms import RhythmForm
from participants.mail_rhythm import choose, rhythm_of
from participants.models import Notification
from participants.notifications import seen
from participants.signed_in import member_of

PER_PAGE = 20


class Path:
    """The page that a notification is about."""

    def __init__(self, path: str) -> None:
        self.path = path

    def get_absolute_url(self) -> str:
        return self.path


@login_required
@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    form = RhythmForm(initial={"rhythm": rhythm_of(member_of(request))})
    return list_page(request, form)


def list_page(request: HttpRequest, form: RhythmForm, status: int = 200) -> HttpResponse:
    mine = Notification.objects.filter(recipient=member_of(request))
    context: dict[str, Any] = {
        "page": Paginator(mine, PER_PAGE).get_page(request.GET.get("page")),
        "unread": mine.filter(read_at__isnull=True).count(),
        "form": form,
        "section": "account",
    }
    return render(request, "notifications/list.html", context, status=status)


@login_required
@require_safe
def notification(request: HttpRequest, number: int) -> HttpResponse:
    """Lead on to what this was about; that page counts as read from now on."""
    found = get_object_or_404(Notification, pk=number, recipient=member_of(request))
    if found.read_at is None and request.method == "GET":
        seen(member_of(request), Path(found.target_path))
    return redirect(found.target_path)


@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    """Count everything as read. A GET, after signing in half-way, shows the list."""
    if request.method == "POST":
        seen(member_of(request))
    return redirect("notifications")


@keeps_text
@login_required
def mail_choice(request: HttpRequest) -> HttpResponse:
    """How often mail about notifications comes. A GET shows the choice."""
    if request.method != "POST":
        return redirect("notifications")
    hit("reaction", client_key(request))
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return list_page(request, form, status=422)
    choose(member_of(request), form.cleaned_data["rhythm"])
    messages.success(request, _("Your choice is kept."))
    return redirect("notifications")
