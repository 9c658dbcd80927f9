"""Decisions, reports, objections and openings: read, and objections answered."""

import json
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from discussions.admin.forms import AnswerForm
from discussions.admin.queue import ModeratorAdmin
from discussions.models import AnonymityOpening, Appeal, Decision, Report
from discussions.refusals import Refused


@admin.register(Decision)
class DecisionAdmin(ModeratorAdmin):
    """The log of every act of a moderator. It names no author."""

    list_display = ["act", "topic", "rule", "decided_by", "decided_at", "undone_at"]
    list_filter = ["act", "rule", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["topic", "rule", "decided_by"]
    ordering = ["-pk"]
    fields = [
        "act", "post", "topic", "rule", "reason", "until", "decided_by", "decided_at",
        "text_before", "text_after", "undone_at", "undone_by",
    ]  # fmt: skip
    readonly_fields = ["text_before", "text_after"]

    @admin.display(description=_("before"))
    def text_before(self, decision: Decision) -> str:
        return kept(decision.before)

    @admin.display(description=_("after"))
    def text_after(self, decision: Decision) -> str:
        return kept(decision.after)


def kept(facts: dict[str, Any]) -> str:
    """How a post was, without what is known of its author: that ties one post to another (S2)."""
    unseen = {"suspended_until", "quotes"}
    shown = {name: fact for name, fact in facts.items() if name not in unseen}
    return json.dumps(shown, ensure_ascii=False, indent=1) if shown else "–"


@admin.register(Report)
class ReportAdmin(ModeratorAdmin):
    list_display = ["kind", "post", "reported_at", "wants_removal", "decision"]
    list_filter = ["kind", ("decision", admin.EmptyFieldListFilter)]
    list_select_related = ["post", "decision"]
    ordering = ["-pk"]
    fields = ["post", "kind", "explanation", "wants_removal", "reported_at", "decision"]


@admin.register(AnonymityOpening)
class AnonymityOpeningAdmin(ModeratorAdmin):
    list_display = ["post", "opened_by", "reason", "opened_at", "seen_by"]
    list_select_related = ["post", "opened_by", "seen_by"]
    ordering = ["-pk"]


@admin.register(Appeal)
class AppealAdmin(ModeratorAdmin):
    list_display = ["decision", "made_at", "outcome", "decided_by"]
    list_filter = ["outcome"]
    list_select_related = ["decision", "decided_by"]
    ordering = ["-pk"]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Answer an objection. Who decided first, or made it, gets 403, whoever it is."""
        if not self.has_view_permission(request) or not object_id.isdecimal():
            raise PermissionDenied
        appeals = Appeal.objects.select_related("decision__rule", "decision__post__topic")
        appeal = get_object_or_404(appeals, pk=object_id)
        form = AnswerForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                appeal.decide(
                    by=request.user,
                    is_granted=form.cleaned_data["outcome"] == Appeal.Outcome.GRANTED,
                    answer=form.cleaned_data["answer"],
                )
                messages.success(request, _("Answered. The author hears of it."))
                return redirect("admin:discussions_queueitem_changelist")
            except Refused as refusal:
                form.add_error(None, str(refusal.why))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Answer an objection"),
            "appeal": appeal,
            "form": form,
            "is_first": appeal.decision.decided_by_id == request.user.pk,
            "is_own": appeal.decision.person_id == request.user.pk,
        }
        status = 422 if request.method == "POST" else 200
        return TemplateResponse(request, "admin/discussions/appeal.html", context, status=status)
