"""Workshop rooms: a presenter, a hundred phones, one database. No Dash in here.

An act of the presenter is decided (`acts.py`), written as events, and folded into the state
(`state.py`); phones and projector are sent what they may see of it (`seen.py`, `stream.py`).
"""
