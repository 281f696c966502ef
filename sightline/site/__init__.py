"""The outermost room: settings, addresses, base templates, components and static files.

It may use every other room; none may import it. Pages themselves live in the Django apps.
"""
