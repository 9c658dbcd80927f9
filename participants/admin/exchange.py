"""The page on which editors bring organisations in from a table."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants import importing
from participants.models import Organisation

SALT = "participants.import"
REFUSED = 422


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        required=False,
        help_text=gettext_lazy(
            "With the columns of the export, explained below; “naam” is needed. "
            "Semicolons or commas, both fine."
        ),
        widget=forms.FileInput({"accept": ".csv,text/csv"}),
    )
    takes_part = forms.BooleanField(
        label=gettext_lazy("New organisations take part"), required=False, initial=True
    )
    sealed = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Add `text`: of the file, or of the preview that was confirmed."""
        cleaned = super().clean() or self.cleaned_data
        try:
            if cleaned.get("file"):
                cleaned["text"] = importing.text_of(cleaned["file"].read())
            elif cleaned.get("sealed"):
                cleaned["text"] = signing.loads(cleaned["sealed"], salt=SALT)
            elif not self.has_error("file"):
                self.add_error("file", _("Choose a file."))
        except importing.Unreadable as why:
            self.add_error("file", str(why))
        except signing.BadSignature:
            self.add_error("file", _("Choose the file again."))
        return cleaned


def import_page(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Choose a file, see what each row would do, then confirm."""
    if not (model_admin.has_add_permission(request) and model_admin.has_change_permission(request)):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return page(model_admin, request, form)
    if not form.is_valid():
        return page(model_admin, request, form, status=REFUSED)
    try:
        return shown_or_done(model_admin, request, form)
    except importing.Unreadable as why:
        form.add_error("file", str(why))
        return page(model_admin, request, form, status=REFUSED)


def shown_or_done(model_admin: Any, request: HttpRequest, form: ImportForm) -> HttpResponse:
    """The preview, or the act itself after "confirm". Wrong rows bring the preview back."""
    text = form.cleaned_data["text"]
    if "confirm" in request.POST:
        try:
            done = importing.bring_in(text, takes_part=form.cleaned_data["takes_part"])
        except importing.HasWrongRows:
            pass
        else:
            counts = count(done)
            messages.success(
                request,
                _("Brought in: %(new)s new, %(changed)s changed, %(same)s the same.") % counts,
            )
            return HttpResponseRedirect(reverse("admin:participants_organisation_changelist"))
    rows = importing.preview(text)
    counts = count(rows)
    again = ImportForm(
        initial={
            "sealed": signing.dumps(text, salt=SALT, compress=True),
            "takes_part": form.cleaned_data["takes_part"],
        }
    )
    status = REFUSED if counts[importing.WRONG] else 200
    return page(model_admin, request, again, status=status, rows=rows, counts=counts)


def count(rows: list[importing.Row]) -> dict[str, int]:
    """How many rows there are of each outcome."""
    return {word: sum(row.outcome == word for row in rows) for word in importing.WORDS}


def page(
    model_admin: Any, request: HttpRequest, form: ImportForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": Organisation._meta,
        "title": _("Bring in organisations"),
        "form": form,
        "kinds": Organisation.Kind.labels,
        **more,
    }
    return TemplateResponse(request, "admin/participants/import.html", context, status=status)
