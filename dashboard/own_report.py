"""What stands in a folder of areas, and what it lacks, for whoever fills it in."""

from dashboard.own_pages import TOO_MANY, mismatch_lacks, monitor_lacks, scenarios_lack
from dashboard.world import world
from geodata.own import OWN


def report() -> list[str]:
    """A line for each layer and page. Raises `DataError` where a table is wrong."""
    here = world()
    pages = {
        "Map": (),
        "Mismatch": mismatch_lacks(),
        "Scenarios": scenarios_lack(),
        "Monitor": monitor_lacks(),
    }
    return [
        f"{OWN} holds {len(here.geodata.provinces)} areas, and nothing in it is wrong.",
        "",
        "Layers:",
        *(f"  {layer.title.en}: {_measures(key)}" for key, layer in here.fills.items()),
        *(f"  {layer.title.en}: {_items(key)} on the map" for key, layer in here.overlays.items()),
        *(f"  {key}: lacks {_files(tables)}" for key, tables in here.lacking.items()),
        "",
        "Pages:",
        *(f"  {page}: {_state(lacks)}" for page, lacks in pages.items()),
    ]


def _measures(key: str) -> str:
    here = world()
    found = here.readings[key]
    return ", ".join(f"{name} of {len(reading.values)}" for name, reading in found.items())


def _items(key: str) -> int:
    here = world()
    return len(here.places.get(key, ())) + len(here.routes.get(key, ()))


def _state(lacks: tuple[str, ...]) -> str:
    if TOO_MANY in lacks:
        return "not for so many areas"
    return f"lacks {_files(lacks)}" if lacks else "there"


def _files(tables: tuple[str, ...]) -> str:
    """Tables as files, an indicator as a row of its table."""
    told = []
    for name in tables:
        table, _, indicator = name.partition("/")
        told.append(f"{table}.csv" + (f" (row {indicator})" if indicator else ""))
    return ", ".join(told)
