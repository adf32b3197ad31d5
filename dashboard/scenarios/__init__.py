"""What an investment would change: scenarios played on the market of a case.

Numbers only, in no language; `dashboard.components` and `dashboard.figures` draw them.
"""
