"""The addresses of the closure app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
