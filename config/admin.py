"""The admin as the editors' product: grouped by work, safe to enter, first what waits."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from config.pages.today import quick_starts, waiting_for
from movement.desk import DeskAdmin
from movement.kept import kept_page, typed
from participants.second_factor import has_second_factor

# The menu: what belongs to one kind of work stands together, in the order of a working day.
MENU: list[tuple[str, Any, list[str]]] = [
    (
        "articles",
        _("Articles"),
        ["articles.Article", "articles.ArticleSeries", "movement.Picture", "movement.Theme",
         "movement.Keyword"],
    ),
    (
        "participants",
        _("Participants"),
        ["participants.Organisation", "participants.Cohort", "participants.Commitment",
         "participants.JoinRequest", "participants.Proposal"],
    ),
    (
        "actiondays",
        _("Action days"),
        ["actiondays.ActionDay", "actiondays.Series", "actiondays.Registration",
         "actiondays.Table", "actiondays.LabRequest"],
    ),
    (
        "discussions",
        _("Talk along"),
        ["discussions.QueueItem", "discussions.Post", "discussions.Report",
         "discussions.Appeal", "discussions.PaperContribution", "discussions.Topic",
         "discussions.Board", "discussions.Decision", "movement.HouseRule",
         "movement.Closure"],
    ),
    (
        "outcomes",
        _("Outcomes"),
        ["movement.WhatIf", "movement.Cause", "movement.Direction", "movement.Action",
         "movement.Statement"],
    ),
    (
        "site",
        _("Site"),
        ["movement.SiteSettings", "movement.Page", "movement.HelpLine", "participants.Person",
         "movement.Redirect", "movement.OutboxMessage", "admin.LogEntry"],
    ),
]  # fmt: skip


class SiteAdmin(admin.AdminSite):
    site_title = _("Administration")
    site_header = _("Administration")
    index_title = _("Today")
    index_template = "admin/today.html"
    enable_nav_sidebar = True
    empty_value_display = "–"

    def register(self, models: Any, admin_class: Any = None, **options: Any) -> None:
        """Only desks of our own: what libraries bring (addresses, second factors, tasks) shows
        more than anybody's work needs, and counts all rows."""
        if admin_class is not None and issubclass(admin_class, DeskAdmin):
            super().register(models, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff, with a second factor where this installation asks for one (S24)."""
        if not (request.user.is_active and request.user.is_staff):
            return False
        return not settings.REQUIRE_STAFF_MFA or has_second_factor(request.user)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As Django's, and what somebody typed who was signed out meanwhile comes back (S8)."""
        guarded = super().admin_view(view, cacheable)

        @wraps(view)
        def entering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            is_out = request.method == "POST" and not request.user.is_authenticated
            if is_out and typed(request)[0]:
                return kept_page(request, status=403, asks_sign_in=True)
            return guarded(request, *args, **kwargs)

        return entering

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one door: the sign-in of the site, with its limits (S26)."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next") or request.get_full_path())
        if request.user.is_staff and not has_second_factor(request.user):
            return redirect("mfa_activate_totp")
        raise PermissionDenied

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The models by the work they belong to; what is in no group is not in the menu."""
        known = {
            f"{app['app_label']}.{model['object_name']}": model
            for app in super().get_app_list(request, app_label)
            for model in app["models"]
        }
        groups = []
        for slug, title, labels in MENU:
            models = [known[label] for label in labels if label in known]
            if models:
                groups.append(
                    {
                        "name": title,
                        "app_label": slug,
                        "app_url": "",
                        "has_module_perms": True,
                        "models": models,
                    }
                )
        return groups

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Today: what waits for this person, then where to begin something."""
        today = {"waiting": waiting_for(request.user), "starts": quick_starts(request.user)}
        return super().index(request, {**today, **(extra_context or {})})
