"""Addresses of signing in and of the access log."""

from django.urls import path

from sightline.people.views.access_log import access_log
from sightline.people.views.sign_in import sign_in, sign_out

urlpatterns = [
    path("sign-in/", sign_in, name="sign-in"),
    path("sign-out/", sign_out, name="sign-out"),
    path("access-log/", access_log, name="access-log"),
]
