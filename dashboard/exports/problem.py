"""What is said when something cannot be taken."""

from collections.abc import Iterable


class ExportError(Exception):
    """What was asked for cannot be made: one sentence, and what could be asked for instead."""

    def __init__(self, message: str, *, allowed: Iterable[str] = ()) -> None:
        """`message`: a sentence for people; `allowed`: words that would have been right."""
        super().__init__(message)
        self.message = message
        self.allowed = tuple(allowed)

    def __str__(self) -> str:
        """The sentence, and what is allowed."""
        return (
            f"{self.message} Allowed: {', '.join(self.allowed)}." if self.allowed else self.message
        )
