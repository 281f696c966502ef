"""The addresses of the progress app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
