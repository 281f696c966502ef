"""Pages over the figures, the children and the loads.

May use jobs, people and the libraries; works out no figure itself.
"""
