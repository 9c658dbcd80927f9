"""The outcome kit at the desk: lines of the tables, and what each of them leads to."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actiondays import organising, search_entries
from actiondays.admin.frame import Frame, address
from actiondays.models import ActionDay, ResultLink, Table, TableResult
from movement import once
from movement.input import number_in
from movement.models import Action, Cause, Direction, Front
from movement.once import OnceField

MODELS = {"cause": Cause, "direction": Direction, "action": Action}
# How the page that sends lines by itself asks for the line it made, and nothing around it.
LINE_ONLY = "text/x-line"


class ResultForm(forms.Form):
    once = OnceField()
    text = forms.CharField(label=gettext_lazy("Next line"), max_length=1000)


class LeadForm(forms.Form):
    """What a line leads to, of what is there already."""

    target = forms.ChoiceField(label=gettext_lazy("A cause, direction or action that is there"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        groups = [
            (
                str(model._meta.verbose_name_plural).capitalize(),
                [(f"{kind}:{row.pk}", row.title) for row in model.objects.only("title", "number")],
            )
            for kind, model in MODELS.items()
        ]
        self.fields["target"].choices = [("", "–"), *groups]

    def chosen(self) -> Cause | Direction | Action:
        """What was chosen."""
        kind, _colon, number = self.cleaned_data["target"].partition(":")
        return MODELS[kind].objects.get(pk=number)


class BecomeForm(forms.Form):
    """What a line becomes when there is nothing like it yet."""

    once = OnceField()
    kind = forms.ChoiceField(
        label=gettext_lazy("It becomes"),
        choices=[
            ("cause", gettext_lazy("a cause: why it goes wrong")),
            ("direction", gettext_lazy("a direction: where it can go")),
            (Front.START.value, gettext_lazy("an action: start and learn")),
            (Front.STOP.value, gettext_lazy("an action: stop and unlearn")),
            (Front.TURN_BACK.value, gettext_lazy("an action: turn back and put right")),
        ],
        widget=forms.RadioSelect,
    )
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=160,
        help_text=gettext_lazy("Only staff see it, until an editor makes it public."),
    )


class OutcomePages(Frame):
    """What the tables brought, line by line, and where each line leads."""

    def results(self, request: HttpRequest, number: int) -> HttpResponse:
        """Enter what the tables brought: a line and Enter, the next line and Enter."""
        day = self.opened(request, number)
        if request.method != "POST":
            return self.lines_page(request, day)
        if not request.user.has_perm("actiondays.add_tableresult"):
            raise PermissionDenied
        chosen = get_object_or_404(day.tables, pk=number_in(request.POST.get("table", "")))
        form = ResultForm(request.POST)
        if not form.is_valid():
            return self.lines_page(request, day, form=form, current=chosen.pk, status=422)
        line = enter(day, chosen, form)
        if request.headers.get("Accept") == LINE_ONLY:
            context = {"line": line, "day": day, "may_link": may_link(request)}
            return render(request, "admin/actiondays/_line.html", context, status=201)
        return redirect(f"{request.path}?tafel={chosen.pk}#tafel-{chosen.pk}")

    def opened(self, request: HttpRequest, number: int) -> ActionDay:
        """The day, for who may change it, or may say what a line leads to."""
        if not may_link(request):
            return self.day(request, number)
        return get_object_or_404(ActionDay.objects.with_seats(), pk=number)

    def lines_page(
        self, request: HttpRequest, day: ActionDay, status: int = 200, **more: Any
    ) -> HttpResponse:
        """The tables with their lines; one line may be open, to say where it leads."""
        shown = {
            "tables": day.tables.prefetch_related(Prefetch("results", queryset=with_links())),
            "form": ResultForm(),
            "current": number_in(request.GET.get("tafel", "")),
            "may_enter": request.user.has_perm("actiondays.add_tableresult"),
            "may_link": may_link(request),
            "open_line": None,
        }
        if "open_line" not in more and (line := number_in(request.GET.get("regel", ""))):
            found = TableResult.objects.filter(table__day=day, pk=line).first()
            more |= forms_of(found) if found and may_link(request) else {}
        title = _("What the tables brought")
        return self.page(request, "results", day, title, status=status, **shown | more)

    def lead(self, request: HttpRequest, number: int, line: int) -> HttpResponse:
        """Say where a line leads: to what is there, or to something new."""
        day = self.opened(request, number)
        if not may_link(request):
            raise PermissionDenied
        found = get_object_or_404(TableResult, table__day=day, pk=line)
        back = address("results", day)
        if request.method != "POST":
            return redirect(f"{back}?regel={line}#regel-{line}")
        form = LeadForm(request.POST) if "target" in request.POST else BecomeForm(request.POST)
        if not form.is_valid():
            return self.lines_page(request, day, status=422, **forms_of(found, form))
        self.follow(request, found, form)
        return redirect(f"{back}#regel-{line}")

    def follow(self, request: HttpRequest, line: TableResult, form: forms.Form) -> None:
        """Tie the line to what the form says; what is new comes in the admin's log too."""
        if isinstance(form, LeadForm):
            line.lead_to(form.chosen(), by=request.user)
            return
        kind, title = form.cleaned_data["kind"], form.cleaned_data["title"]
        try:
            with transaction.atomic():
                once.claim(form.cleaned_data["once"])
                made = organising.become(line, kind, title, by=request.user)
        except once.AlreadyDone:
            return
        self.admin.log_addition(request, made, [{"added": {}}])


def may_link(request: HttpRequest) -> bool:
    """Whether somebody may say what a line of a table leads to."""
    return bool(request.user.has_perm("actiondays.add_resultlink"))


def with_links() -> QuerySet[TableResult]:
    """Lines with what they lead to."""
    links = ResultLink.objects.select_related("cause", "direction", "action").order_by("pk")
    return TableResult.objects.prefetch_related(Prefetch("links", queryset=links))


def forms_of(line: TableResult, filled: forms.Form | None = None) -> dict[str, Any]:
    """The two forms below an open line; one of them may be filled in already."""
    title = Truncator(line.text).chars(160)
    return {
        "open_line": line.pk,
        "lead_form": filled if isinstance(filled, LeadForm) else LeadForm(),
        "become_form": filled
        if isinstance(filled, BecomeForm)
        else BecomeForm(initial={"title": title}),
    }


def enter(day: ActionDay, table: Table, form: ResultForm) -> TableResult | None:
    """Write a line; one that is sent again, by a page that was offline, is written once."""
    text = form.cleaned_data["text"]
    try:
        with transaction.atomic():
            once.claim(form.cleaned_data["once"])
            line = organising.add_result(table, text)
            search_entries.refresh(day)
    except once.AlreadyDone:
        return table.results.filter(text=text).last()
    return line
