"""One function for each job that a person can ask for: check, load, figures, children.

The command line, the pages and `import sightline` call the same ones. They put the rooms below
together; what is worth knowing about a return, a duty or a measure is said there, not here.
"""
