"""A lost second step is taken away by a beheerder, with a reason; never by editing rows."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants.models import Person
from participants.second_factor import has_second_factor, take_away

REFUSED = 422


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("How do you know that it is really this person?"),
        max_length=200,
        help_text=gettext_lazy("It stands in the log. For example: called back on a known number."),
    )


def may_take_away(request: HttpRequest, person: Any) -> bool:
    """Only a beheerder, never from oneself, and only what is there."""
    is_other = person is not None and person.pk != request.user.pk
    return bool(request.user.is_superuser and is_other and has_second_factor(person))


def second_step_page(model_admin: Any, request: HttpRequest, number: int) -> HttpResponse:
    """Ask the reason, then take it away."""
    person = get_object_or_404(Person, pk=number)
    if not may_take_away(request, person):
        raise PermissionDenied
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        take_away(person)
        words = _("Took the second step away: %(reason)s") % form.cleaned_data
        model_admin.log_change(request, person, words)
        model_admin.message_user(request, _("Signing in works with the password alone now."))
        return HttpResponseRedirect(reverse("admin:participants_person_change", args=[number]))
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": Person._meta,
        "title": _("Take the second step away"),
        "person": person,
        "form": form,
    }
    status = REFUSED if form.errors else 200
    template = "admin/participants/second_step.html"
    return TemplateResponse(request, template, context, status=status)
