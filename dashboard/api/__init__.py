"""The open interface: every number of the pages for other programs, under `/api/v1/`.

It reads and computes; it saves nothing. Operations are declared in modules by subject; the same
functions work the numbers out as for the pages.
"""
