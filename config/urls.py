"""All addresses of the site: Dutch paths, English names."""

from django.contrib import admin
from django.urls import include, path

from config.pages import (
    account,
    health,
    later,
    media,
    notifications,
    organisation,
    own_data,
    personal,
    styleguide,
    year,
)

urlpatterns = [
    path("", include("config.pages.urls")),
    path("nieuws/jaar/<int:year>/", year.year, name="year"),
    path("nieuws/", include("articles.urls")),
    path("deelnemers/", include("participants.urls")),
    path("deelnemers/<slug:slug>/", organisation.organisation, name="organisation"),
    path("actiedagen/", include("actiondays.urls")),
    path("praat-mee/", include("discussions.urls")),
    path("over/", include("movement.urls")),
    path("account/", account.account, name="account"),
    path("account/naam/", account.pseudonym, name="account_pseudonym"),
    path("account/gegevens/", own_data.own_data, name="own_data"),
    path("account/verwijderen/", own_data.erasure, name="erasure"),
    path("account/verwijderen/terug/", own_data.keep_account, name="keep_account"),
    path("account/", include("participants.account_urls")),
    path("meldingen/", notifications.notifications, name="notifications"),
    path("meldingen/gelezen/", notifications.read_all, name="notifications_read"),
    path("meldingen/mail/", notifications.mail_choice, name="notifications_mail"),
    path("meldingen/mail/stoppen/", personal.mail_stop, name="mail_stop"),
    path("meldingen/<int:number>/", notifications.notification, name="notification"),
    path("persoonlijk/<str:token>/", personal.personal_link, name="personal_link"),
    path("nieuwsbrief/", later.newsletter, name="newsletter"),
    path("nieuwsbrief/<path:rest>", later.newsletter),
    path("gezond/", health.alive, name="alive"),
    path("gezond/klaar/", health.ready, name="ready"),
    path("beheer/", admin.site.urls),
    path("media/<path:name>", media.media, name="media"),
    path("stijlgids/", styleguide.styleguide, name="styleguide"),
]
handler400 = "config.pages.errors.bad_request"
handler403 = "config.pages.errors.forbidden"
handler429 = "config.pages.errors.too_many"
handler404 = "config.pages.errors.not_found"
handler500 = "config.pages.errors.broken"
