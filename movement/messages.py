"""What just happened, told on the next page: in a cookie that only this host can set."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage

COOKIE = "__Host-bericht" if settings.IS_HTTPS else "bericht"


class OwnCookieStorage(CookieStorage):
    cookie_name = COOKIE


class MessageStorage(FallbackStorage):
    """Short messages in the cookie, long ones in the session."""

    storage_classes = (OwnCookieStorage, SessionStorage)
