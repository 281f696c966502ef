"""What is published of other areas: files that the user supplies come in, comparators go out.

Reads the department's CSV files and the LAIT by their headings, keeps them beside the records, and
says in one place (`published`) which published figure stands beside which of our measures. Knows no
child and no measure of ours but its id.
"""

from sightline.peers.kept import Area, AreaNotFoundError, Benchmarks, KeptFile
from sightline.peers.lookup import Told, Value, population_of, tell
from sightline.peers.published import (
    PER_CHILDREN,
    PUBLISHED,
    Published,
    Unit,
    Window,
    published_for,
)
from sightline.peers.reading import Kind, NotBenchmarksError, Read, read
from sightline.peers.text_tables import Issue

__all__ = [
    "PER_CHILDREN",
    "PUBLISHED",
    "Area",
    "AreaNotFoundError",
    "Benchmarks",
    "Issue",
    "KeptFile",
    "Kind",
    "NotBenchmarksError",
    "Published",
    "Read",
    "Told",
    "Unit",
    "Value",
    "Window",
    "population_of",
    "published_for",
    "read",
    "tell",
]
