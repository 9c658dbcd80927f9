"""The member's own page, and the name under which others see them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from movement.kept import keeps_text
from movement.limits import client_key, hit
from participants.forms import PseudonymForm
from participants.models import ErasureRequest, Notification
from participants.second_factor import has_second_factor
from participants.signed_in import member_of


@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    me = member_of(request)
    mine = Notification.objects.filter(recipient=me, read_at__isnull=True)
    context = {
        "section": "account",
        "unread": mine.count(),
        "has_second_factor": has_second_factor(me),
        "erasure": ErasureRequest.objects.filter(person=me).first(),
    }
    return render(request, "account/overview.html", context)


@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pseudonym(request: HttpRequest) -> HttpResponse:
    """Change the name; it is stored once, so it changes everywhere."""
    me = member_of(request)
    form = PseudonymForm(request.POST or None, person=me)
    if request.method == "POST":
        hit("pseudonym", client_key(request))
    if form.is_valid():
        try:
            with transaction.atomic():
                me.pseudonym = form.cleaned_data["pseudonym"]
                me.save(update_fields=["pseudonym", "folded_pseudonym"])
        except IntegrityError:
            form.add_error("pseudonym", _("Somebody has this name or one that looks like it."))
        else:
            messages.success(request, _("Your name was changed."))
            return redirect("account")
    status = 422 if form.errors else 200
    context = {"form": form, "section": "account"}
    return render(request, "account/pseudonym.html", context, status=status)
