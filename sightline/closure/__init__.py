"""Done, evidenced and making a difference: three different things of each action.

Each is said by somebody else: evidence, the second person, checks drawn by lot, and what the data
says of a closed action. Knows actions and findings (improvement) and figures; nothing of the plan
that holds the actions.
"""
