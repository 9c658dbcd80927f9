"""Pages of the action days that everyone can read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from actiondays import reading
from actiondays.calendar import calendar_of
from actiondays.listing import listed
from actiondays.models import ActionDay, Series
from actiondays.months import month_of
from actiondays.structured import event_of
from movement.fragments import fragment
from movement.models import Keyword
from participants.subjects import subjects_of


def day_list(request: HttpRequest) -> HttpResponse:
    """What is coming and what was, with filters that work without JavaScript."""
    return render(request, "actiondays/list.html", {"section": "actiondays", **listed(request)})


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One day: before it what to expect, after it what it brought."""
    days = ActionDay.objects.visible_to(request.user).select_related("series", "topic")
    day = get_object_or_404(days.with_seats().with_agreement(), slug=slug)
    keywords = Keyword.objects.filter(actiondays_daykeywords__content_object=day)
    tables = reading.tables_of(day)
    siblings = reading.days_of(day.series, request.user, here=day)
    context = {
        "day": day,
        "what_ifs": list(day.what_ifs.all()),
        "tables": tables,
        "tables_version": reading.version_of_tables(day, tables),
        "has_lines": any(table.lines for table in tables),
        "next_steps": list(day.next_steps.all()) if day.has_started else [],
        "siblings": siblings,
        "line_version": reading.version_of_line(siblings),
        "subjects": subjects_of(day.themes, keywords),
        "event": event_of(day),
        "section": "actiondays",
    }
    return render(request, "actiondays/detail.html", context)


def series(request: HttpRequest, slug: str) -> HttpResponse:
    """A series as one line: what each day brought to the next."""
    found = get_object_or_404(Series.objects.visible_to(request.user), slug=slug)
    days = reading.days_of(found, request.user)
    version = reading.version_of_line(days)
    context = {"series": found, "days": days, "line_version": version, "section": "actiondays"}
    return render(request, "actiondays/series.html", context)


def day_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The calendar file of one day: without its title, unless that is asked for."""
    days = ActionDay.objects.visible_to(request.user).exclude(precision="month")
    day = get_object_or_404(days, slug=slug)
    neutral = request.GET.get("naam") != "voluit"
    return as_calendar(calendar_of([day], neutral=neutral), "afspraak.ics")


def subscription(request: HttpRequest) -> HttpResponse:
    """The calendar to subscribe to: what is coming, and what was in the past year."""
    days = list(ActionDay.objects.visible_to(request.user).for_list().of_last_year())
    shown = [(day.pk, day.updated_at) for day in days]
    name = _("Action days")
    content = fragment("calendar", (name, shown), lambda: calendar_of(days, name=name).decode())
    return as_calendar(content.encode(), "agenda.ics")


def as_calendar(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def this_month(request: HttpRequest) -> HttpResponse:
    """The calendar opens at this month."""
    today = timezone.localdate()
    return redirect("actiondays:month", today.year, today.month)


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The days of one month as a calendar."""
    try:
        shown = month_of(year, month, request.user)
    except ValueError as error:
        raise Http404(str(error)) from error
    return render(request, "actiondays/month.html", {"month": shown, "section": "actiondays"})
