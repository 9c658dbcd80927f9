"""Addresses of pages that combine apps, and of pages for machines."""

from django.urls import path

from config.pages import home, machine, outcomes, search, sitemaps, statements, subjects

urlpatterns = [
    path("", home.home, name="home"),
    path("zoeken/", search.search, name="search"),
    path("thema/<slug:slug>/", subjects.theme, name="theme"),
    path("trefwoord/<slug:slug>/", subjects.keyword, name="keyword"),
    path("opbrengst/", outcomes.outcomes, name="outcomes"),
    path("opbrengst/oorzaak/<slug:slug>/", outcomes.cause, name="cause"),
    path("opbrengst/richting/<slug:slug>/", outcomes.direction, name="direction"),
    path("opbrengst/actie/<slug:slug>/", outcomes.action, name="action"),
    path("opbrengst/uitspraken/", statements.statements, name="statements"),
    path("opbrengst/uitspraken/<slug:slug>/", statements.statement, name="statement"),
    path("opbrengst/wat-als/", statements.what_ifs, name="what_ifs"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("robots.txt", machine.robots, name="robots"),
    path(".well-known/security.txt", machine.security, name="security"),
]
