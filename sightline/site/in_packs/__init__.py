"""What packs say of findings, actions, boards and the plan: a module for each thing said.

It stands in the site because each joins two rooms or more; words and days come in, and figures only
as the pack shows them.
"""
