"""The desk of one day: who comes, at which table, what they need, and what came of it."""

import csv
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from actiondays import organising
from actiondays.admin.frame import address
from actiondays.admin.outcomes import OutcomePages
from actiondays.models import (
    ActionDay,
    Agreement,
    Registration,
    RegistrationRefused,
    Table,
)
from discussions.models import Board
from discussions.refusals import Refused
from movement.input import number_in

# What a spreadsheet would read as a formula (S27).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class MessageForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Message"),
        max_length=4000,
        widget=forms.Textarea({"rows": 8}),
        help_text=gettext_lazy(
            "Everyone who is registered gets a mail that there is a message. "
            "The message itself stands on their personal page. "
            "Who gave no address or stopped these mails gets none: see the list of who comes."
        ),
    )


class ConversationForm(forms.Form):
    board = forms.ModelChoiceField(label=gettext_lazy("Board"), queryset=None)
    body = forms.CharField(
        label=gettext_lazy("First words"), max_length=4000, widget=forms.Textarea({"rows": 6})
    )

    def __init__(self, *args: Any, reader: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        boards = Board.objects.visible_to(reader).filter(state=Board.State.OPEN)
        self.fields["board"].queryset = boards


class Desk(OutcomePages):
    """Everything an organiser does for one day."""

    def who_comes(self, request: HttpRequest, number: int) -> HttpResponse:
        """Everyone who registered, to look at, print, and check in at the door."""
        day = self.day(request, number)
        if request.method == "POST":
            self.act(request, day)
            return redirect(request.get_full_path())
        rows = found(day, request.GET.get("q", ""))
        more = {"rows": rows, "figures": figures(day), "q": request.GET.get("q", "")}
        return self.page(request, "who_comes", day, _("Who comes"), **more)

    def act(self, request: HttpRequest, day: ActionDay) -> None:
        """Confirm, cancel, or check in (or out again) one registration."""
        act, _colon, row = request.POST.get("act", "").partition(":")
        registration = get_object_or_404(day.registrations, pk=number_in(row))
        try:
            if act == "confirm":
                registration.confirm()
            elif act == "cancel":
                registration.cancel()
            elif act in {"in", "out"}:
                moment = timezone.now() if act == "in" else None
                day.registrations.filter(pk=registration.pk).update(checked_in_at=moment)
        except RegistrationRefused as refusal:
            messages.error(request, refusal.message)

    def table_of_registrations(self, request: HttpRequest, number: int) -> HttpResponse:
        """The list as a file; without what people need, and without formulas."""
        day = self.day(request, number)
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="deelnemers.csv"'
        response.write("\ufeff")
        writer = csv.writer(response, delimiter=";")
        heads = ("name", "mode", "party_size", "state", "table", "email", "phone")
        writer.writerow(Registration._meta.get_field(name).verbose_name for name in heads)
        for row in found(day, ""):
            cells = (
                str(row), row.get_mode_display(), row.party_size, row.get_state_display(),
                row.table or row.preferred_table or "", row.email, row.phone,
            )  # fmt: skip
            writer.writerow(escaped(cell) for cell in cells)
        return response

    def needs(self, request: HttpRequest, number: int) -> HttpResponse:
        """What people need; only for the organisers of this day, whoever else may do all."""
        day = self.day(request, number)
        if not day.organisers.filter(pk=request.user.pk).exists():
            raise PermissionDenied
        rows = day.registrations.standing().exclude(access_needs="").order_by("name")
        return self.page(request, "needs", day, _("What people need"), rows=rows)

    def tables(self, request: HttpRequest, number: int) -> HttpResponse:
        """Who sits where: by hand, or by preference."""
        day = self.day(request, number)
        tables = list(day.tables.all())
        if request.method == "POST":
            if "divide" in request.POST:
                organising.divide_by_preference(day)
            else:
                place_by_hand(day, tables, request.POST)
            return redirect(request.path)
        rows = day.registrations.filter(state="confirmed", mode="in-person").order_by("name")
        rows = rows.select_related("table", "preferred_table")
        seats = [(t, sum(r.party_size for r in rows if r.table_id == t.pk)) for t in tables]
        more = {"rows": rows, "tables": tables, "seats": seats}
        return self.page(request, "table_division", day, _("Who sits where"), **more)

    def write(self, request: HttpRequest, number: int) -> HttpResponse:
        """Write to everyone of this day."""
        day = self.day(request, number)
        form = MessageForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            count = organising.write_to_all(day, form.cleaned_data["text"], writer=request.user)
            said = ngettext("%(count)s person gets a mail.", "%(count)s people get a mail.", count)
            messages.success(request, said % {"count": count})
            return redirect(address("who_comes", day))
        status = 422 if form.errors else 200
        sent = day.messages.all()
        return self.page(
            request, "write", day, _("Write to all"), status=status, form=form, sent=sent
        )

    def publish(self, request: HttpRequest, number: int) -> HttpResponse:
        """Publish the report and tell everyone who chose it; see what they answered."""
        day = self.day(request, number)
        if "handled" in request.POST:
            answers = Agreement.objects.filter(registration__day=day)
            get_object_or_404(answers, pk=number_in(request.POST["handled"])).handle()
            return redirect(f"{request.path}#antwoorden")
        if request.method == "POST":
            count = organising.publish_report(day)
            said = ngettext("%(count)s person gets a mail.", "%(count)s people get a mail.", count)
            messages.success(request, said % {"count": count})
            return redirect(request.path)
        answers = Agreement.objects.filter(registration__day=day).order_by("agrees", "pk")
        return self.page(request, "publish", day, _("Publish the report"), answers=answers)

    def conversation(self, request: HttpRequest, number: int) -> HttpResponse:
        """Open a conversation of praat-mee about this day."""
        day = self.day(request, number)
        form = ConversationForm(request.POST or None, reader=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                organising.open_conversation(day, author=request.user, **form.cleaned_data)
                return redirect(request.path)
            except Refused as refusal:
                form.add_error(None, refusal.why)
        status = 422 if form.errors else 200
        title = _("Talk about this day")
        return self.page(request, "conversation", day, title, status=status, form=form)

    def duplicate(self, request: HttpRequest, number: int) -> HttpResponse:
        """Make the next day of the series, as a concept."""
        day = self.day(request, number)
        if not self.admin.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return redirect(address("who_comes", day))
        copy = organising.duplicate(day)
        messages.success(request, _("This is the next day, as a concept. Check date and text."))
        return redirect("admin:actiondays_actionday_change", copy.pk)


def desk_urls(model_admin: Any) -> list[URLPattern]:
    """The addresses of the desk, below the list of days in the admin."""
    desk = Desk(model_admin)
    pages = {
        "who_comes": ("deelnemers", desk.who_comes),
        "registrations_csv": ("deelnemers/csv", desk.table_of_registrations),
        "needs": ("nodig", desk.needs),
        "table_division": ("tafels", desk.tables),
        "write": ("bericht", desk.write),
        "results": ("uitkomsten", desk.results),
        "lead": ("uitkomsten/<int:line>", desk.lead),
        "publish": ("verslag", desk.publish),
        "conversation": ("gesprek", desk.conversation),
        "duplicate": ("volgende", desk.duplicate),
    }
    wrap = model_admin.admin_site.admin_view
    return [
        path(
            f"<int:number>/{word}/".replace(".csv/", ".csv"), wrap(view), name=f"actiondays_{name}"
        )
        for name, (word, view) in pages.items()
    ]


def found(day: ActionDay, words: str) -> QuerySet[Registration]:
    """The registrations of a day, by name, those that stand first."""
    rows = day.registrations.select_related("table", "preferred_table").order_by("name", "pk")
    if words:
        rows = rows.filter(Q(name__icontains=words[:60]) | Q(email__icontains=words[:60]))
    return rows.standing()


def figures(day: ActionDay) -> dict[str, int]:
    """How many come, wait, still have to confirm, and were there."""
    sums = {"place": 0, "unconfirmed": 0, "waiting": 0, "online": 0, "report": 0, "there": 0}
    for row in day.registrations.standing().only("mode", "state", "party_size", "checked_in_at"):
        if row.mode == "report":
            sums["report"] += 1
        elif row.state == "waiting":
            sums["waiting"] += row.party_size
        else:
            sums["place" if row.mode == "in-person" else "online"] += row.party_size
            sums["unconfirmed"] += row.party_size if row.state == "unconfirmed" else 0
        sums["there"] += row.party_size if row.checked_in_at else 0
    return sums


def place_by_hand(day: ActionDay, tables: list[Table], answers: Any) -> None:
    """Write the chosen tables; an empty choice takes somebody from the table."""
    numbers = {str(table.pk): table for table in tables}
    for row in day.registrations.filter(state="confirmed", mode="in-person"):
        table = numbers.get(answers.get(f"table-{row.pk}", ""))
        if f"table-{row.pk}" in answers and row.table_id != (table.pk if table else None):
            day.registrations.filter(pk=row.pk).update(table=table)


def escaped(cell: object) -> str:
    """The text of a cell that no spreadsheet runs as a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
