"""Django's settings. Everything a council may wish to change is an environment variable."""

import os
from pathlib import Path

from sightline.site import environment as env

DATA = env.data_folder(os.environ)
AUTHORITY_NAME = env.authority_name(os.environ, DATA)

DEBUG = env.switch(os.environ, "SIGHTLINE_DEBUG")
SECRET_KEY = env.secret_key(os.environ, DATA)
ALLOWED_HOSTS = env.words(os.environ, "ALLOWED_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "sightline.site",
    "sightline.people",
    "sightline.oversight",
    "sightline.improvement",
    "sightline.governance",
    "sightline.closure",
    "sightline.progress",
    "sightline.plan",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sightline.site.security.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sightline.people.sessions.absolute_limit",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sightline.people.access.DenyByDefault",
]

ROOT_URLCONF = "sightline.site.urls"
WSGI_APPLICATION = "sightline.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["sightline.site.templatetags.words"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sightline.site.context.furniture",
            ],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "sightline.sqlite3",
        "OPTIONS": {
            "timeout": 20,  # seconds to wait for another writer
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"

# A session ends after half an hour without a page, when the browser shuts, and after twelve hours.
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_ABSOLUTE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "sightline_session"
CSRF_COOKIE_NAME = "sightline_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "sightline.people.views.refused.csrf_refused"

INSPECTORS_CAME = "sightline.site.inspected.inspectors_came"
MEASURES_SEEN = "sightline.site.measures_seen.measures_seen"
REPEAT_FINDINGS = "sightline.site.repeated.repeat_findings"
FOUND_WANTING = "sightline.site.found_wanting.found_wanting"
LETTERS_RECEIVED = "sightline.site.found_wanting.letters_received"
FIGURES_TODAY = "sightline.site.boards_see.figures_today"
PACKS_ISSUED = "sightline.site.boards_see.packs_issued"
PACK_SECTIONS = "sightline.site.pack_sections.pack_sections"
PROMISES_MADE = "sightline.site.promises_made.promises_made"
PACK_HINDRANCES = "sightline.site.pack_hindrances.pack_hindrances"

# SIGHTLINE_HTTPS=1 when the site stands behind a proxy that speaks https and sets this header.
HTTPS = env.switch(os.environ, "SIGHTLINE_HTTPS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = env.words(os.environ, "SIGHTLINE_ORIGINS")
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS: list[Path] = []
WHITENOISE_USE_FINDERS = True  # static files are served from the package; nothing to collect
WHITENOISE_AUTOREFRESH = DEBUG

# Uploads go to disk beyond this size; a file may be as large as the proxy in front allows.
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FILES = 200

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
