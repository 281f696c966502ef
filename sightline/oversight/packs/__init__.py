"""Packs for boards: which there are, what each may show, how one is built, drafted and issued.

What a pack looks like as a file is the business of `sightline.packs`. Everything a pack says of
figures is worked out from figures as it shows them (`shown`), so it tells no more than they do.
"""
