"""Addresses of this app."""

from django.urls import path

from actiondays import feeds, views

app_name = "actiondays"
urlpatterns = [
    path("", views.day_list, name="list"),
    path("feed/", feeds.DayFeed(), name="feed"),
    path("agenda.ics", views.subscription, name="calendar"),
    path("reeks/<slug:slug>/", views.series, name="series"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/agenda.ics", views.day_calendar, name="day_calendar"),
]
