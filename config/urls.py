"""All addresses of the site: Dutch paths, English names."""

from django.contrib import admin
from django.urls import include, path

from config.pages import media, organisation, styleguide, year

urlpatterns = [
    path("nieuws/jaar/<int:year>/", year.year, name="year"),
    path("nieuws/", include("articles.urls")),
    path("deelnemers/", include("participants.urls")),
    path("deelnemers/<slug:slug>/", organisation.organisation, name="organisation"),
    path("actiedagen/", include("actiondays.urls")),
    path("praat-mee/", include("discussions.urls")),
    path("over/", include("movement.urls")),
    path("account/", include("allauth.urls")),
    path("beheer/", admin.site.urls),
    path("media/<path:name>", media.media, name="media"),
    path("stijlgids/", styleguide.styleguide, name="styleguide"),
]
handler400 = "config.pages.errors.bad_request"
handler403 = "config.pages.errors.forbidden"
handler404 = "config.pages.errors.not_found"
handler500 = "config.pages.errors.broken"
