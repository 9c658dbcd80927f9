"""Addresses of this app."""

from django.urls import URLPattern

app_name = "actiondays"
urlpatterns: list[URLPattern] = []
