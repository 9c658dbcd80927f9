"""The settings of the site, in reading order.

The environment is read here (with config.environment) and nowhere else. A value that
makes no sense stops the start with the name of its variable.
"""

import base64
import hashlib
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from csp.constants import NONE, SELF

from config.environment import address, database, env, switch, words, wrong

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# What this installation is ------------------------------------------------------------

DEBUG = switch("DEBUG", default=False)
DEMO = switch("DEMO", default=False)
SITE_URL = address("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
SITE_HOST = urlsplit(SITE_URL).hostname or ""
IS_HTTPS = SITE_URL.startswith("https://")
EXIT_URL = address("EXIT_URL", default="https://www.buienradar.nl/")

SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    if not DEBUG:
        raise wrong("SECRET_KEY", "needed when DEBUG is off; use at least 50 random characters")
    SECRET_KEY = "for-development-only-" + "not-a-secret-" * 4
if not DEBUG and len(SECRET_KEY) < 50:
    raise wrong("SECRET_KEY", "use at least 50 random characters")

DATA_KEYS = words("DATA_KEYS")
if not DATA_KEYS:
    if not DEBUG:
        raise wrong("DATA_KEYS", "needed when DEBUG is off; one or more Fernet keys, newest first")
    DATA_KEYS = [base64.urlsafe_b64encode(hashlib.sha256(SECRET_KEY.encode()).digest()).decode()]
for key in DATA_KEYS:
    try:
        Fernet(key)
    except Exception as error:
        raise wrong(
            "DATA_KEYS", "expected Fernet keys (32 bytes in base64), comma between"
        ) from error

ALLOWED_HOSTS = words("ALLOWED_HOSTS") or [SITE_HOST]
if DEBUG:
    ALLOWED_HOSTS = [*ALLOWED_HOSTS, "localhost", "127.0.0.1", "[::1]"]
if "*" in ALLOWED_HOSTS:
    raise wrong("ALLOWED_HOSTS", "name the hosts; * would let anyone choose ours")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

try:
    TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
except ValueError as error:
    raise wrong("TRUSTED_PROXIES", "expected the number of proxies in front") from error
if not 0 <= TRUSTED_PROXIES <= 10:
    raise wrong("TRUSTED_PROXIES", "expected a number from 0 to 10")

REQUIRE_STAFF_MFA = switch("REQUIRE_STAFF_MFA", default=not (DEBUG or DEMO))

# Applications -------------------------------------------------------------------------

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "config.apps.SiteAdminConfig",
    "articles",
    "actiondays",
    "discussions",
    "participants",
    "movement",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "taggit",
    "django_filters",
    "django_prose_editor",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "movement.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "movement.input.CleanInputMiddleware",
    "movement.caching.CacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "participants.idle.IdleMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "movement.redirects.RedirectMiddleware",
    "movement.kept.LimitMiddleware",
]

if DEBUG:
    # Our own pages for what is wrong, also while developing; the console keeps the traceback.
    MIDDLEWARE.append("config.pages.debugging.OwnPagesMiddleware")
    DEFAULT_EXCEPTION_REPORTER = "config.pages.debugging.OwnPagesReporter"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "movement.templatetags.components",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "movement.context.site",
            ],
        },
    }
]
FORM_RENDERER = "movement.rendering.FormRenderer"

# Data ---------------------------------------------------------------------------------

DATABASES = {"default": database("DATABASE_URL", default=f"sqlite:///{VAR_DIR}/site.sqlite3")}
if env.str("DATABASE_REPLICA_URL", default=""):
    DATABASES["replica"] = {
        **database("DATABASE_REPLICA_URL", default=""),
        "TEST": {"MIRROR": "default"},
    }
    DATABASE_ROUTERS = ["config.replica.ReplicaRouter"]
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.middleware.common.CommonMiddleware"),
        "config.replica.ReplicaMiddleware",
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# `default` is shared by all processes: sessions and allauth's limits live in it.
# `fragments` is per process: rendered pieces, keyed by identity and version, 32 MiB of them.
REDIS_URL = env.str("REDIS_URL", default="")
if REDIS_URL and urlsplit(REDIS_URL).scheme not in {"redis", "rediss", "unix"}:
    raise wrong("REDIS_URL", "expected redis://…, rediss://… or unix://…")
CACHES = {
    "default": (
        {"BACKEND": "movement.caching.ForgivingRedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "shared_cache",
        }
    ),
    "fragments": {
        "BACKEND": "movement.memory.Memory",
        "LOCATION": "fragments",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_BYTES": 32 * 1024 * 1024},
    },
}
SESSION_ENGINE = (
    "django.contrib.sessions.backends.cached_db"
    if REDIS_URL
    else "django.contrib.sessions.backends.db"
)

MEDIA_STORAGE_URL = env.str("MEDIA_STORAGE_URL", default="") or f"file://{VAR_DIR}/media"
if not MEDIA_STORAGE_URL.startswith("file:///"):
    raise wrong("MEDIA_STORAGE_URL", "expected file:///a/folder (mount a bucket there)")
MEDIA_ROOT = MEDIA_STORAGE_URL.removeprefix("file://")
MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "config.staticfiles.Storage"
        )
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644

# Mail and background work ---------------------------------------------------------------

DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="") or "bericht@example.org"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_URL = env.str("EMAIL_URL", default="") or "consolemail://"
try:
    mail = env.email_url_config(EMAIL_URL)
except Exception as error:
    raise wrong("EMAIL_URL", "expected smtp://…, smtp+tls://… or consolemail://") from error
EMAIL_BACKEND = mail["EMAIL_BACKEND"]
EMAIL_HOST = mail.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = mail.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = mail.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = mail.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = mail.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = mail.get("EMAIL_FILE_PATH") or None
EMAIL_TIMEOUT = 10

TASKS = {
    "default": {
        "BACKEND": (
            "django_tasks.backends.immediate.ImmediateBackend"
            if DEBUG
            else "django_tasks_db.DatabaseBackend"
        ),
        "QUEUES": ["default"],
    }
}

# Language and time ------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

# Accounts ---------------------------------------------------------------------------------

AUTH_USER_MODEL = "participants.Person"
AUTHENTICATION_BACKENDS = ["participants.signed_in.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "participants.passwords.LengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "participants.accounts.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "signup": "participants.forms.SignUpForm",
    "login": "participants.forms.SignInForm",
    "reset_password": "participants.forms.ResetPasswordForm",
    "reset_password_from_key": "participants.forms.NewPasswordForm",
    "change_password": "participants.forms.ChangePasswordForm",
    "add_email": "participants.forms.ChangeEmailForm",
    "reauthenticate": "participants.forms.ConfirmPasswordForm",
}
MFA_ADAPTER = "participants.accounts.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "participants.second_factor_forms.ActivateAppForm",
    "authenticate": "participants.second_factor_forms.CodeForm",
    "reauthenticate": "participants.second_factor_forms.ConfirmCodeForm",
    "add_webauthn": "participants.second_factor_forms.PasskeyForm",
    "edit_webauthn": "participants.second_factor_forms.PasskeyNameForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Radicale vernieuwing jeugdzorg"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS

# Safety -----------------------------------------------------------------------------------

SESSION_COOKIE_NAME = "__Host-sessie" if IS_HTTPS else "sessie"
CSRF_COOKIE_NAME = "__Host-formulier" if IS_HTTPS else "formulier"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
MESSAGE_STORAGE = "movement.messages.MessageStorage"
CSRF_FAILURE_VIEW = "config.pages.errors.form_expired"
SECURE_SSL_REDIRECT = IS_HTTPS and not DEBUG
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_REDIRECT_EXEMPT = [r"^gezond/"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# The policy of every page, the admin included: nothing inline, so no nonce either.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Limits of people and files, stated once --------------------------------------------------

PICTURE_MAX_BYTES = 10 * 1024 * 1024
PICTURE_MAX_PIXELS = 25_000_000
PREVIEW_LINK_DAYS = 14

# Editors' words and lists -----------------------------------------------------------------

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

# Logs: JSON lines without names, addresses or words of people -------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "movement.logs.JsonFormatter"},
        "traceback": {"format": "%(levelname)s %(name)s: %(message)s"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "traceback" if DEBUG else "json",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "site": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
