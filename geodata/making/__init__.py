"""A folder of areas of one's own, made from a file of boundaries: read, checked, drawn, written.

Needs shapely and pyproj, which the atlas itself does without while it runs.
"""
