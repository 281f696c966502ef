"""Sightline: one true line of sight for children's services in England."""
