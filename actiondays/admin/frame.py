"""The frame of the desk's pages: which day, who may open it, and what stands around it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from actiondays.models import ActionDay


def address(name: str, day: ActionDay) -> str:
    """The address of a page of the desk."""
    return reverse(f"admin:actiondays_{name}", args=[day.pk])


class Frame:
    """Pages of one day in the admin; each asks the right to change days first."""

    def __init__(self, model_admin: Any) -> None:
        self.admin = model_admin

    def day(self, request: HttpRequest, number: int) -> ActionDay:
        """The day, for who may change it. Raises PermissionDenied or Http404."""
        day = get_object_or_404(ActionDay.objects.with_seats(), pk=number)
        if not self.admin.has_change_permission(request, day):
            raise PermissionDenied
        return day

    def page(
        self,
        request: HttpRequest,
        name: str,
        day: ActionDay,
        title: str,
        status: int = 200,
        **more: Any,
    ) -> HttpResponse:
        """A page of the desk, below its navigation."""
        context = {
            **self.admin.admin_site.each_context(request),
            "opts": ActionDay._meta,
            "day": day,
            "title": title,
            "current_page": name,
            "is_organiser": day.organisers.filter(pk=request.user.pk).exists(),
            "may_change": self.admin.has_change_permission(request, day),
            **more,
        }
        return TemplateResponse(request, f"admin/actiondays/{name}.html", context, status=status)
