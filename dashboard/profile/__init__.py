"""One province as a whole: what layers, measures and scenarios say of it.

Numbers only, in no language; `dashboard.components` and `dashboard.exports.profile` tell them.
"""
