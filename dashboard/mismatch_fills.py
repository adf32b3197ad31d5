"""The pictures of the mismatch as plain data for the map component."""

import math
from typing import Any

import numpy as np

from analysis.measures import discover
from dashboard import theme
from dashboard.data_here import of_data
from dashboard.evidence import amount, span
from dashboard.fill import Data, classes, evidence_of, fill
from dashboard.mismatch.market import Case
from dashboard.mismatch.pictures import CLUSTERS, PAIR, pictures
from dashboard.mismatch.readings import clusters, readings
from dashboard.words import Speaker
from dashboard.world import World, world
from geodata.provinces import CODES

LAYER = "mismatch"
SHARES = (0.02, 0.05)
"""Limits of few, some and many: shares of all seekers, or of all vacancies, of the country."""


@of_data(32)
def mismatch_fills(case: Case, lang: str, digits: str) -> Data:
    """Every picture of a case, as the map component draws it."""
    here, say = world(), Speaker(lang=lang, digits=digits)
    found = {
        key: fill(shown, geodata=here.geodata, say=say) for key, shown in pictures(case).items()
    }
    found[PAIR] = _pair(case, here=here, say=say)
    found[CLUSTERS] = _clusters(case, here=here, say=say)
    return {LAYER: found}


def _pair(case: Case, *, here: World, say: Speaker) -> Data:
    """Seekers against vacancies, each by its share of the country."""
    people, jobs = (readings(case)[side].values for side in ("seekers", "vacancies"))
    limits = [
        [share * sum(figure.value for figure in side.values()) for share in SHARES]
        for side in (people, jobs)
    ]
    values: Data = {}
    for code in CODES:
        sides = (people[code], jobs[code])
        at = [
            int(np.searchsorted(limit, side.value, side="right"))
            for side, limit in zip(sides, limits, strict=True)
        ]
        unsure = any(
            side.low is not None
            and side.high is not None
            and side.low < limit[0]
            and side.high > limit[1]
            for side, limit in zip(sides, limits, strict=True)
        )
        values[code] = {
            "value": round(sides[0].value - sides[1].value, 4),
            "class": 3 * at[0] + at[1],
            "text": say(
                "pair_value", seekers=amount(sides[0], say=say), vacancies=amount(sides[1], say=say)
            ),
            "range": say(
                "pair_range", seekers=span(sides[0], say=say), vacancies=span(sides[1], say=say)
            ),
            "uncertain": unsure,
            "note": 0,
        }
    labels = [
        say("pair_class", seekers=row, vacancies=column)
        for row in (say("seekers_few"), say("seekers_middle"), say("seekers_many"))
        for column in (say("vacancies_few"), say("vacancies_middle"), say("vacancies_many"))
    ]
    colours = [colour for row in theme.BIVARIATE for colour in row]
    count = sum(one["uncertain"] for one in values.values())
    everything = {**{f"p{code}": one for code, one in people.items()}, **jobs}
    evidence = evidence_of(everything, geodata=here.geodata, say=say)
    return {
        "title": say("pair_title"),
        "unit": "",
        "evidence": evidence,
        "classes": classes(labels, colours, values=values, say=say),
        "grid": {
            "rows": say("pair_rows"),
            "columns": say("pair_columns"),
            "note": say("pair_note", low=f"{100 * SHARES[0]:g}", high=f"{100 * SHARES[1]:g}"),
        },
        "uncertain": {"count": say.fill(str(count)), "text": say("legend_pair_unsure")}
        if count
        else None,
        "missing": None,
        "values": values,
        "notes": [evidence],
    }


def _clusters(case: Case, *, here: World, say: Speaker) -> Data:
    """Local clusters by name."""
    measure, found = discover()[CLUSTERS], clusters(case)
    names = measure.categories or {}
    order = list(names)
    rows: Any = found.to_dict("index")
    people, jobs = (readings(case)[side].values for side in ("seekers", "vacancies"))
    note = evidence_of(
        {**{f"p{code}": one for code, one in people.items()}, **jobs}, geodata=here.geodata, say=say
    )
    values = {
        code: {
            "value": round(float(row["statistic"]), 4),
            "class": order.index(row["category"]),
            "text": say.fill(names[row["category"]].in_(say.lang)),
            "range": None,
            "extra": say(
                "cluster_p",
                p=f"{row['p']:.3f}",
                adjusted=f"{row['p_adjusted']:.3f}",
            ),
            "uncertain": False,
            "note": 0,
        }
        for code, row in rows.items()
        if not math.isnan(row["statistic"])
    }
    missing = len(CODES) - len(values)
    return {
        "title": say.fill(measure.title.in_(say.lang)),
        "unit": "",
        "evidence": note,
        "classes": classes(
            [say.fill(names[key].in_(say.lang)) for key in order],
            [theme.CLUSTERS[key] for key in order],
            values=values,
            say=say,
        ),
        "uncertain": None,
        "missing": {"count": say.fill(str(missing))} if missing else None,
        "values": values,
        "notes": [note],
    }
