"""What happened for this member. A notification leads on and holds no text."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from participants.models import MailStop, Notification
from participants.signed_in import member_of

PER_PAGE = 20


@login_required
@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    mine = Notification.objects.filter(recipient=member_of(request))
    context: dict[str, Any] = {
        "page": Paginator(mine, PER_PAGE).get_page(request.GET.get("page")),
        "unread": mine.filter(read_at__isnull=True).count(),
        "is_stopped": MailStop.objects.filter(person=member_of(request)).exists(),
        "section": "account",
    }
    return render(request, "notifications/list.html", context)


@login_required
@require_safe
def notification(request: HttpRequest, number: int) -> HttpResponse:
    """Lead on to what this was about; it counts as read from now on."""
    found = get_object_or_404(Notification, pk=number, recipient=member_of(request))
    if found.read_at is None and request.method == "GET":
        Notification.objects.filter(pk=found.pk).update(read_at=timezone.now())
    return redirect(found.target_path)


@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    """Count everything as read. A GET, after signing in half-way, shows the list."""
    if request.method == "POST":
        mine = Notification.objects.filter(recipient=member_of(request), read_at__isnull=True)
        mine.update(read_at=timezone.now())
    return redirect("notifications")


@login_required
def mail_choice(request: HttpRequest) -> HttpResponse:
    """Mail about notifications: stop it, or have it again."""
    if request.method == "POST" and request.POST.get("mail") == "stop":
        MailStop.objects.get_or_create(person=member_of(request))
    elif request.method == "POST":
        MailStop.objects.filter(person=member_of(request)).delete()
    return redirect("notifications")
