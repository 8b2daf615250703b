"""What the building is told: Django's settings, read from the environment and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

from customhouse.settings import environment, logs

ROOT = Path(__file__).resolve().parents[3]

# The building

DEVELOPMENT = environment.yes_or_no("FONDACO_DEVELOPMENT", default=False)
DEMONSTRATION = environment.yes_or_no("FONDACO_DEMONSTRATION", default=False)
STATE = environment.folder("FONDACO_STATE", default=ROOT / ".fondaco")
BUILT = environment.folder("FONDACO_BUILT", default=STATE)
"""Where the set-up put what it made from the sources: assets, catalogues of texts."""
ADDRESS = environment.text(
    "FONDACO_ADDRESS", default="http://localhost:" + os.environ.get("FONDACO_PORT", "8000")
).rstrip("/")
ON_TLS = ADDRESS.startswith("https://")
SHOWN_TIME_ZONE = environment.text("FONDACO_LEGAL_TIME_ZONE", default="UTC")
"""The zone in which pages show times; the law bundle names the zone whose days are the law's."""
if SHOWN_TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured(
        f"FONDACO_LEGAL_TIME_ZONE is {SHOWN_TIME_ZONE!r}: set a zone such as Europe/Oslo."
    )

LOG_ORIGIN = environment.text(
    "FONDACO_LOG_ORIGIN", default=(urlsplit(ADDRESS).hostname or "localhost") + "/log"
)
"""The name of the transparency log; it is in every checkpoint and may never change."""
CHECKPOINT_SECONDS = 10
DRAW_SECRET_DAYS = environment.whole_number("FONDACO_DRAW_SECRET_DAYS", default=400, least=1)
"""Days after which the secret of a day's draws is published, so that anyone can repeat them."""
WEBHOOKS_MAY_REACH_LOOPBACK = environment.yes_or_no(
    "FONDACO_WEBHOOKS_MAY_REACH_LOOPBACK", default=DEMONSTRATION
)

# The demonstration: a synthetic nation that trades, where DEMONSTRATION says so

NATION_SEED = environment.whole_number("FONDACO_NATION_SEED", default=2026)
"""The same seed gives the same traders, the same trade and the same frauds."""
NATION_HASTE = environment.whole_number("FONDACO_NATION_HASTE", default=120, least=1)
"""How many times faster than its clock the nation lives: a day's voyage takes twelve minutes."""
PACE = environment.text("FONDACO_PACE", default="30/min")
"""How fast it lodges declarations when it is shown, such as 2/s, 30/min or 600/h."""

# Django

DEBUG = False  # our own pages of faults help in development too; the log has the trace
SECRET_KEY = environment.text(
    "FONDACO_SECRET_KEY",
    explain="Set it to 50 random characters or more and keep it: it signs sessions.",
)
ALLOWED_HOSTS = environment.words("FONDACO_HOSTS", default=("localhost", "127.0.0.1", "[::1]"))
ROOT_URLCONF = "customhouse.urls"
WSGI_APPLICATION = "customhouse.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DESKS = [
    "records",
    "accounts",
    "post",
    "register",
    "tariffs",
    "targeting",
    "revenue",
    "declarations",
    "examinations",
    "exchange",
    "observatory",
    "workbench",
    "worker",
    "demonstration",
]
"""The desks that stand, lowest first."""

INSTALLED_APPS = [
    *(f"customhouse.{desk}" for desk in DESKS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "customhouse.exchange.middleware.ApiDoor",
    "customhouse.presentation.middleware.Assets",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "customhouse.accounts.middleware.BodyLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "customhouse.accounts.middleware.ActorMiddleware",
    "customhouse.presentation.middleware.Private",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "src" / "customhouse" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "customhouse.presentation.jinja.environment",
            "context_processors": ["customhouse.presentation.context.page"],
        },
    },
    {
        # What Django and allauth render themselves: mail texts, the widgets of their forms.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

# The database

DATABASES = {
    "default": environment.database(
        "FONDACO_DATABASE_URL",
        explain="Set it to the address of the application's role, which owns nothing.",
    )
}
# Each thread keeps its connection; whether the server is still there, wsgi.py sees without asking.
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["OPTIONS"] |= {
    "application_name": "fondaco",
    # Nothing of ours waits this long: what does holds others up, and is ended.
    "options": "-c statement_timeout=120s -c lock_timeout=30s"
    " -c idle_in_transaction_session_timeout=120s",
    "prepare_threshold": 5,
}
# What processes must know together: how often somebody tried to sign in
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_note",
    }
}

# Language and time: the database keeps UTC, people see the country's clock

LANGUAGE_CODE = "en"
LANGUAGES = [("en", gettext_lazy("English")), ("fr", gettext_lazy("French"))]
if DEVELOPMENT:  # a longer, accented English, and a language from right to left, for the eye
    LANGUAGES += [("en-xa", "[Ƥşḗŭḓǿ]"), ("ar", gettext_lazy("Arabic"))]
LOCALE_PATHS = [BUILT / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = SHOWN_TIME_ZONE

# Money

BANK = environment.text("FONDACO_BANK", default="customhouse.revenue.bank_simulator.Simulator")
"""The adapter to the treasury's bank; the simulator is for demonstrations and tests."""

# Sign-in

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        # NIST SP 800-63B-4: 15 characters where the password may be the only factor.
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "customhouse.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = str
# An administrator enters the address together with the person; nobody signs up alone.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ON_TLS  # a browser allows it on localhost alone
MFA_TOTP_ISSUER = "Fondaco"
SESSION_COOKIE_AGE = 12 * 3600  # one long shift
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [ADDRESS]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = ON_TLS
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("FONDACO_TRUSTED_PROXIES", default=0)
"""How many proxies of ours stand before the web: the client's address is read past them."""
CSRF_FAILURE_VIEW = "customhouse.presentation.faults.no_token"

# The door: strict by default, stricter on TLS

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ON_TLS
SESSION_COOKIE_NAME = "__Host-session" if ON_TLS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if ON_TLS else "csrf"
SECURE_SSL_REDIRECT = ON_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ON_TLS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ON_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ON_TLS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# What may come in: each route says its own limit (`largest_body`), the others get the smallest

LARGEST_BODY = 256 * 1024
BODIES_AT_ONCE = environment.whole_number("FONDACO_BODIES_AT_ONCE", default=3, least=1)
"""For how many bodies the threads of one process wait at once: fewer than there are threads."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024  # no route may say more than this
API_DECLARATIONS_PER_SECOND = environment.whole_number(
    "FONDACO_API_DECLARATIONS_PER_SECOND", default=0
)
"""How many declarations one organisation's machines may send a second to each process, with ten
times as many at once; 0 sets no limit."""
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# What goes out

MAIL_HOST = environment.text("FONDACO_MAIL_HOST", default="")
DEFAULT_FROM_EMAIL = environment.text("FONDACO_MAIL_FROM", default="customs@localhost")
if MAIL_HOST:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = MAIL_HOST
    EMAIL_PORT = environment.whole_number("FONDACO_MAIL_PORT", default=587, least=1)
    EMAIL_HOST_USER = environment.text("FONDACO_MAIL_USER", default="")
    EMAIL_HOST_PASSWORD = environment.text("FONDACO_MAIL_PASSWORD", default="")
    EMAIL_USE_TLS = environment.yes_or_no("FONDACO_MAIL_TLS", default=True)
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = STATE / "mail"

LOGGING = logs.configuration(verbose=DEVELOPMENT)
