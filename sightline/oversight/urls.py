"""Addresses of the oversight pages."""

from django.urls import path

from sightline.oversight.views.home import home

urlpatterns = [
    path("", home, name="home"),
]
