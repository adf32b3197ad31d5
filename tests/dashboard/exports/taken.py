"""Files as readers take them, for the tests of their formats."""

from pathlib import Path

from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.declaration import sheets
from dashboard.exports.sheet import Sheet

SITE = "https://atlas.test/"
KHMER = "បន្ទាយមានជ័យ"
"""The first province, letter by letter."""


def take(key: str, format: str, query: str = "lang=km") -> tuple[Sheet, Made]:
    asked = wanted(key, format, query, site=SITE)
    return sheets()[key].make(asked.view, asked.say), made(asked)


def on_disk(folder: Path, file: Made) -> Path:
    path = folder / file.name
    path.write_bytes(file.content)
    return path
