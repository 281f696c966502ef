"""Gets the database ready and serves the pages with waitress."""

from django.core.management import call_command

THREADS = 8


def prepare() -> None:
    """Bring the database up to date; a new data folder gets its database here."""
    call_command("migrate", interactive=False, verbosity=0)
    from sightline.people.sealing import seal_what_is_there

    seal_what_is_there()


def run(host: str, port: int) -> None:
    """Serve until interrupted."""
    import waitress
    from django.conf import settings

    from sightline.oversight import first_looks
    from sightline.site.wsgi import application

    first_looks.begin(settings.DATA)
    waitress.serve(application, host=host, port=port, threads=THREADS, ident="sightline")
