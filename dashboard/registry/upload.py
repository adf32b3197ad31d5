"""The body of a request into a file, a piece at a time, so that no file is held in memory."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.registry.asked import HEAD_LARGEST, Asked, read_asked

FILE_NAME = "records"


class RefusedBody(ValueError):
    """A body that no page of ours sends, in one sentence."""


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file that has arrived, and what is asked of it."""

    asked: Asked
    path: Path
    file_hash: str


async def received(stream: AsyncIterator[bytes], folder: Path) -> Upload:
    """Write what comes into `folder`.

    Raises:
        RefusedBody: the body does not begin with a line of JSON.
    """
    head, digest, asked = b"", hashlib.sha256(), None
    path = folder / FILE_NAME
    with path.open("wb") as file:
        async for piece in stream:
            if asked is None:
                head += piece
                line, found, piece = head.partition(b"\n")
                if not found and len(head) <= HEAD_LARGEST:
                    continue
                asked = read_asked(line) if found else None
                if asked is None:
                    break
            file.write(piece)
            digest.update(piece)
    if asked is None:
        raise RefusedBody("The body is not a line of JSON and a file.")
    return Upload(asked=asked, path=path, file_hash=digest.hexdigest())
