"""One model a file."""

from sightline.oversight.models.load_job import LoadJob

__all__ = ["LoadJob"]
