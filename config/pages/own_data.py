"""`/account/gegevens/` and `/account/verwijderen/`: take your data along, or be forgotten."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from config.own_data import ask_erasure, export_for
from config.pages.own_data_words import readable
from movement import mail
from movement.kept import keeps_text
from movement.limits import client_key, hit
from participants.forms import ErasureForm, PasswordForm
from participants.models import ErasureRequest
from participants.signed_in import member_of


@sensitive_post_parameters("password")
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_data(request: HttpRequest) -> HttpResponse:
    """Everything we keep of this member, after the password: to read here or as a file."""
    me = member_of(request)
    form = PasswordForm(request.POST or None, person=me)
    if form.is_valid():
        hit("export", client_key(request))
        exported = export_for(me)
        if request.POST.get("as") == "json":
            return as_file(exported)
        shown = {"parts": readable(exported), "section": "account"}
        return render(request, "account/own_data_shown.html", shown)
    status = 422 if form.errors else 200
    context = {"form": form, "section": "account"}
    return render(request, "account/own_data.html", context, status=status)


def as_file(exported: dict[str, Any]) -> HttpResponse:
    """The export as JSON; its name says nothing about the site."""
    text = json.dumps(exported, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    name = f"gegevens-{timezone.localdate().isoformat()}.json"
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@sensitive_post_parameters("password")
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest) -> HttpResponse:
    """Ask to be erased. Two weeks to change one's mind; a mail says that something changed."""
    me = member_of(request)
    asked = ErasureRequest.objects.filter(person=me).first()
    form = ErasureForm(request.POST or None, person=me)
    if asked is None and form.is_valid():
        asked = ask_erasure(me, keep_texts=form.cleaned_data["texts"] == "keep")
        cause = f"erasure:{me.pk}:{asked.asked_at.timestamp():.6f}"
        mail.post("account-changed", to=me.email, cause=cause)
        return redirect("erasure")
    status = 422 if form.errors and asked is None else 200
    context = {"form": form, "asked": asked, "section": "account"}
    return render(request, "account/erasure.html", context, status=status)


@login_required
def keep_account(request: HttpRequest) -> HttpResponse:
    """Take the wish to be erased back."""
    if request.method == "POST":
        ErasureRequest.objects.filter(person=member_of(request)).delete()
        messages.success(request, _("Your account stays. Nothing was erased."))
        return redirect("account")
    return redirect("erasure")
