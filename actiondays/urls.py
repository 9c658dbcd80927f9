"""Addresses of this app."""

from django.urls import path

from actiondays import feeds, registering, views

app_name = "actiondays"
urlpatterns = [
    path("", views.day_list, name="list"),
    path("feed/", feeds.DayFeed(), name="feed"),
    path("agenda.ics", views.subscription, name="calendar"),
    path("maand/", views.this_month, name="this_month"),
    path("maand/<int:year>/<int:month>/", views.month, name="month"),
    path("reeks/<slug:slug>/", views.series, name="series"),
    path("lab-aanvragen/", registering.lab, name="lab"),
    path("lab-aanvragen/gelukt/", registering.lab_asked, name="lab_asked"),
    path("aanmeldingen/", registering.own_registrations, name="own_registrations"),
    path("aanmelding/", registering.registration, name="registration"),
    path("aanmelding/mail/", registering.mail_stop, name="mail_stop"),
    path("aanmelding/agenda.ics", registering.registration_calendar, name="own_calendar"),
    path("aanmelding/gegevens.json", registering.registration_export, name="own_export"),
    path(
        "aanmelding/<int:number>/gegevens.json",
        registering.registration_export,
        name="own_export",
    ),
    path("aanmelding/<int:number>/", registering.registration, name="registration"),
    path(
        "aanmelding/<int:number>/agenda.ics",
        registering.registration_calendar,
        name="own_calendar",
    ),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/aanmelden/", registering.register, name="register"),
    path("<slug:slug>/aanmelden/gelukt/", registering.registered, name="registered"),
    path("<slug:slug>/agenda.ics", views.day_calendar, name="day_calendar"),
]
