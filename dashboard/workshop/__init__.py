"""The presenter's pages: a story on the audience's screen, the room's answers beside it, minutes.

Plain HTML with scripts of its own, as the phone's page: it opens at once and needs no Dash. Pages
of the atlas are shown within it (`embed=1`).
"""
