"""Addresses below /deelnemers/; an organisation's own page combines apps and is config's."""

from django.urls import path

from participants import joining, views

app_name = "participants"
urlpatterns = [
    path("", views.organisations, name="list"),
    path("kaart.json", views.map_data, name="map_data"),
    path("deelnemers.csv", views.as_csv, name="csv"),
    path("deelnemers.geojson", views.as_geojson, name="geojson"),
    path("groei/", views.growth_page, name="growth"),
    path("meedoen/", joining.join, name="join"),
    path("meedoen/gelukt/", joining.joined, name="joined"),
    path("meedoen/aanvraag/", joining.own_request, name="request"),
    path("voorstel/", joining.proposal, name="proposal"),
]
