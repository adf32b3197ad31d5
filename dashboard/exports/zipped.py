"""Files inside a zip, read with a limit to what they grow to."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from functools import cached_property

from dashboard.exports.taken import UnreadableError

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 1_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


class Zipped:
    """The parts of a zip file by name."""

    def __init__(self, content: bytes) -> None:
        """Look at the list of parts; none is unpacked yet.

        Raises:
            UnreadableError: no zip file, or one that grows beyond any file of the atlas.
        """
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except (*_DAMAGED, NotImplementedError):
            raise UnreadableError("The file is damaged: it is no zip file.") from None
        parts = self._file.infolist()
        if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
            raise UnreadableError("The file would unpack to more than any file of the atlas.")

    @cached_property
    def names(self) -> Mapping[str, None]:
        """Every part, in order."""
        return dict.fromkeys(self._file.namelist())

    def read(self, name: str) -> bytes:
        """One part; no more of it is unpacked than the list says.

        Raises:
            UnreadableError: it is not there, or damaged.
        """
        try:
            return self._file.read(name)
        except KeyError:
            raise UnreadableError(f"The file is damaged: it has no part {name[:80]!a}.") from None
        except (*_DAMAGED, NotImplementedError):
            raise UnreadableError("The file is damaged: a part of it is broken.") from None
