"""What organisations propose to change: staff see the difference, and decide with a reason."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from movement.desk import DeskAdmin
from participants.joining import send_link
from participants.models import Proposal
from participants.models.proposals import AlreadyDecided, ChangedMeanwhile
from participants.organisation_forms import DecisionForm

CONFLICT, REFUSED = 409, 422


@admin.register(Proposal)
class ProposalAdmin(DeskAdmin):
    list_display = ["organisation", "state", "created_at", "decided_by"]
    list_filter = ["state"]
    list_select_related = ["organisation", "decided_by"]
    search_fields = ["organisation__name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They come in by an organisation's own link."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A decision with its reason stays."""
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """The difference, and the decision about it."""
        rows = Proposal.objects.select_related("organisation", "decided_by")
        found = get_object_or_404(rows, pk=int(object_id) if object_id.isdecimal() else None)
        if not self.has_view_permission(request, found):
            raise PermissionDenied
        if request.method != "POST":
            return self.page(request, found, self.decision_form(None, found))
        if not self.has_change_permission(request, found):
            raise PermissionDenied
        return self.decide(request, found)

    def decision_form(self, data: Any, found: Proposal) -> DecisionForm:
        """The form with what was proposed in it, ready to approve or to amend."""
        return DecisionForm(
            data,
            organisation=found.organisation,
            fields=list(found.proposed),
            initial=found.proposed,
        )

    def decide(self, request: HttpRequest, found: Proposal) -> HttpResponse:
        """Approve, amend or refuse; a conflict shows both texts and changes nothing."""
        form = self.decision_form(request.POST, found)
        if not found.is_waiting:
            return self.too_late(request, found, form)
        if not form.is_valid():
            return self.page(request, found, form, status=REFUSED)
        reason = form.cleaned_data["reason"]
        try:
            if request.POST.get("act") == "refuse":
                found.refuse(by=request.user, reason=reason)
            else:
                found.approve(by=request.user, instead=form.values(), reason=reason)
        except ChangedMeanwhile as changed:
            found.refresh_from_db()
            return self.page(request, found, form, status=CONFLICT, outdated=changed.fields)
        except AlreadyDecided:
            return self.too_late(request, found, form)
        except ValidationError as refused:
            form.add_error(None, " ".join(refused.messages))
            return self.page(request, found, form, status=REFUSED)
        self.log_change(request, found, str(found.get_state_display()))
        send_link(found.organisation, "proposal-decided", f"proposal-{found.pk}-decided")
        self.message_user(request, _("Decided. They get a mail that there is an answer."))
        return HttpResponseRedirect(reverse("admin:participants_proposal_changelist"))

    def too_late(self, request: HttpRequest, found: Proposal, form: DecisionForm) -> HttpResponse:
        """A colleague was first: what was decided, beside what this one had written."""
        found = Proposal.objects.select_related("organisation", "decided_by").get(pk=found.pk)
        return self.page(request, found, form, status=CONFLICT, unsent=form.written())

    def page(
        self,
        request: HttpRequest,
        found: Proposal,
        form: DecisionForm,
        *,
        status: int = 200,
        outdated: Any = (),
        unsent: Any = None,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": Proposal._meta,
            "title": found.organisation.name,
            "proposal": found,
            "differences": found.differences,
            "outdated": outdated,
            "unsent": unsent,
            "form": form,
            "can_decide": found.is_waiting and self.has_change_permission(request, found),
        }
        return TemplateResponse(request, "admin/participants/proposal.html", context, status=status)
