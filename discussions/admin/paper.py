"""Entering what somebody said by telephone or on paper."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from discussions.admin.queue import ModeratorAdmin
from discussions.models import PaperContribution, Topic
from discussions.refusals import Refused
from movement import guard
from movement.markdown import MAX_LENGTH


class PaperForm(forms.Form):
    number = forms.IntegerField(
        label=_("Number of the conversation"),
        min_value=1,
        max_value=2**62,
        help_text=_("It stands in the address of that conversation."),
    )
    channel = forms.ChoiceField(label=_("How it came"), choices=PaperContribution.Channel)
    name_shown = forms.CharField(
        label=_("Name that others see"), max_length=40, help_text=_("Such as “a grandmother”.")
    )
    body = forms.CharField(
        label=_("What was said"),
        max_length=MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("In the words of the person, without names."),
    )
    content_note = forms.CharField(label=_("Content note"), max_length=80, required=False)
    wording = forms.CharField(
        label=_("What the person agreed to"),
        initial=_("What I said may be read on the site, under the name above. I can take it back."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    agreed = forms.BooleanField(label=_("I read these words aloud and the person said yes"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        topic = Topic.objects.opened().filter(pk=values.get("number") or 0).first()
        if topic is None:
            self.add_error("number", _("There is no such conversation."))
        values["topic"] = topic
        for name in ("body", "content_note", "name_shown"):
            for finding in guard.inspect(values.get(name, "")):
                self.add_error(name, f"“{finding.passage}”: {finding.why}")
        return values


@admin.register(PaperContribution)
class PaperContributionAdmin(ModeratorAdmin):
    list_display = ["name_shown", "channel", "given_at", "entered_by", "withdrawn_at"]
    list_filter = ["channel"]
    list_select_related = ["entered_by"]
    ordering = ["-pk"]
    actions = ["give_new_code"]
    fields = ["post", "name_shown", "channel", "wording", "given_at", "withdrawn_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("discussions.moderate"))

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Place a contribution, and show the code to write on the paper, once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form, code = PaperForm(request.POST or None), ""
        if request.method == "POST" and form.is_valid():
            values = {**form.cleaned_data}
            topic = values.pop("topic")
            try:
                _made, code = PaperContribution.enter(
                    topic,
                    by=request.user,
                    **{name: values[name] for name in ENTERED},
                )
            except Refused as refusal:
                form.add_error(None, str(refusal.why))
        status = 422 if request.method == "POST" and not code else 200
        return self.page(request, status, form=form, code=code)

    @admin.action(description=_("Give a new code; the old one ends"), permissions=["add"])
    def give_new_code(self, request: HttpRequest, chosen: Any) -> HttpResponse | None:
        """For who lost the paper: a code that replaces the one of before."""
        made = chosen.filter(withdrawn_at=None).first()
        if made is None or chosen.count() != 1:
            messages.error(request, _("Choose one contribution that is still on the site."))
            return None
        self.log_change(request, made, gettext("Gave a new code."))
        return self.page(request, code=made.new_code(), is_new=True)

    def page(self, request: HttpRequest, status: int = 200, **shown: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Enter what somebody said"),
            "address": f"{settings.SITE_URL}{reverse('discussions:paper_code')}",
            **shown,
        }
        return TemplateResponse(request, "admin/discussions/paper.html", context, status=status)


ENTERED = ("body", "content_note", "name_shown", "channel", "wording")
