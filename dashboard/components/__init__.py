"""Pieces of pages."""

import sys

import dashboard

# Dash asks the package of a component's namespace for its version, for each property of each
# component: one that is not there would be looked for on the disk every time.
sys.modules.setdefault("corridor_atlas", dashboard)
