"""Django app: reviews, their findings, and what people decide about each.

In come letters as `sightline.letters` reads them; they are kept word for word, with their page.
"""
