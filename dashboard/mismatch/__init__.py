"""Why people and jobs do not meet: layers and analysis joined, and what comes of it.

Numbers only, in no language; `dashboard.components` and `dashboard.figures` draw them.
"""
