"""A link to a file, as finished HTML: every answer to a click carries some thirty of them."""

from html import escape


def file_link(text: str, address: str) -> str:
    """The link; a browser saves what it gives."""
    return f'<a href="{escape(address, quote=True)}" download="">{escape(text)}</a>'
