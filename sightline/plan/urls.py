"""The addresses of the plan app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
