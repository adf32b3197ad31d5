"""What stands on the pages of a PDF, for the tests of documents."""

import pypdfium2


def pages_of(content: bytes) -> list[str]:
    """The text of each page, its lines joined by single spaces."""
    document = pypdfium2.PdfDocument(content)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(text.split()) for text in texts]
