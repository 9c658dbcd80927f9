"""Addresses of the news."""

from django.urls import path

from articles import feeds, views

app_name = "articles"
urlpatterns = [
    path("", views.article_list, name="list"),
    path("feed/", feeds.LatestArticles(), name="feed"),
    path("voorvertoning/", views.article_preview, name="preview"),
    path("reeks/<slug:slug>/", views.article_series, name="series"),
    path("<slug:slug>/beeld.png", views.article_picture, name="picture"),
    path("<slug:slug>/", views.article_detail, name="detail"),
]
