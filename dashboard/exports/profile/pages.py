"""The two pages of a profile: everything on them as plain data, set by a template."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from analysis.futures import discover as futures
from dashboard import theme
from dashboard.credit import map_credit
from dashboard.evidence import status_text
from dashboard.exports.facts import MAKER
from dashboard.exports.profile.here import places_here
from dashboard.exports.profile.numbered import Numbered
from dashboard.exports.profile.stamp import TEMPLATE, stamp
from dashboard.exports.qr import qr_drawing
from dashboard.exports.sheet import Sheet
from dashboard.mismatch_words import basis_text
from dashboard.numbers import date_text
from dashboard.profile.profile import Profile
from dashboard.profile_drawings import close, in_country, legend
from dashboard.profile_rows import (
    Told,
    key_rows,
    near_rows,
    part_rows,
    scenario_heads,
    scenario_rows,
    told_of,
    trade_rows,
)
from dashboard.profile_words import (
    about_province,
    headline,
    nearby_sentences,
    rank_sentences,
    what_becomes,
)
from dashboard.scenarios.evidence import resting_on
from dashboard.typeset import typeset
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure

_CLOSE = (560.0, 600.0)
_COUNTRY = 150.0


def pages(found: Profile, sheet: Sheet, *, site: str, say: Speaker) -> bytes:
    """The PDF. The same numbers, site and language give the same bytes."""
    return typeset(TEMPLATE, page_data(found, sheet, site=site, say=say), output="pdf")[0]


def page_data(found: Profile, sheet: Sheet, *, site: str, say: Speaker) -> dict[str, Any]:
    """What the template takes."""
    sources = Numbered(say=say)
    parts = {
        **_head(found, sheet, sources, say=say),
        **_first(found, sources, say=say),
        **_second(found, sources, say=say),
    }
    data = {**parts, **_foot(found, sheet, sources, site=site, say=say)}
    return {**data, "stamp": stamp(data)}


def _head(found: Profile, sheet: Sheet, sources: Numbered, *, say: Speaker) -> dict[str, Any]:
    province, need = found.province, found.need
    other = "en" if say.lang == "km" else "km"
    figures = {"seekers": need.seekers, "vacancies": need.vacancies, "gap": need.gap}
    return {
        "lang": say.lang,
        "colours": _colours(),
        "maker": MAKER,
        "kind": say("profile_kind"),
        "document": say("profile_of", name=province.name(say.lang)),
        "name": province.name(say.lang),
        "other": province.name(other),
        "about": about_province(province, say=say),
        "headline": headline(province, figures, say=say),
        "headline_evidence": _evidence(figures.values(), sources, say=say),
        "counted": say("profile_counted"),
        "basis": basis_text(found.case.basis, say=say),
        "filters": [
            {"name": say("picture_fact", name=name), "value": say.fill(value)}
            for name, value in sheet.filters
        ],
        "date": say.fill(date_text(sheet.as_of, lang=say.lang)),
        "date_name": say("table_date"),
    }


def _first(found: Profile, sources: Numbered, *, say: Speaker) -> dict[str, Any]:
    """What the first page shows below its head."""
    need, province = found.need, found.province
    return {
        "map": {
            "close": close(province, say=say, width=_CLOSE[0], height=_CLOSE[1]).plain,
            "country": in_country(province, say=say, width=_COUNTRY).plain,
            "credit": map_credit(say),
            "legend": [{"sign": one.drawing.plain, "text": one.title} for one in legend(say)],
        },
        "key": {
            "title": say("profile_key_title"),
            "rows": [
                {
                    **{name: getattr(row, name) for name in ("label", "unit", "rank", "against")},
                    "bar": row.bar,
                    "mark": row.mark,
                    **_told(row.told),
                    "evidence": _evidence([row.told.figure], sources, say=say),
                }
                for row in key_rows(found, say=say)
            ],
        },
        "parts": {
            "title": say("profile_parts_title"),
            "about": what_becomes(need, say=say),
            "rows": [
                {"label": row.label, "share": row.share, "colour": theme.PARTS[row.key]}
                | {"dark": row.key not in _PALE}
                | _told(row.told)
                for row in part_rows(found, say=say)
            ],
            "evidence": _evidence(need.parts.values(), sources, say=say),
        },
        "rank": {
            "title": say("profile_rank_title"),
            "gap": {"label": say("profile_gap"), **_told(told_of(need.gap, say=say))},
            "text": " ".join(rank_sentences(need.rank, say=say)),
            "evidence": _evidence([need.gap], sources, say=say),
        },
    }


_PALE = ("matched", "spatial")
"""Parts whose colour takes dark letters."""


def _second(found: Profile, sources: Numbered, *, say: Speaker) -> dict[str, Any]:
    """What the second page shows."""
    names = {code: one.name(say.lang) for code, one in world().geodata.provinces.items()}
    sides = [side for one in found.need.trades.values() for side in (one.seekers, one.vacancies)]
    near, asked = found.nearby, found.asked
    future = say.fill(futures()[asked.future].title.in_(say.lang))
    countries = resting_on(asked.case, (one.country for one in found.invested)).values()
    rows = near_rows(found, say=say)
    return {
        "trades": {
            "title": say("profile_trades_title"),
            "about": say("profile_trades_about"),
            "heads": [
                say("places_trade"),
                say("profile_bars"),
                say("row_seekers"),
                say("row_vacancies"),
            ],
            "rows": [
                {
                    "label": row.label,
                    "seekers": {**_told(row.seekers), "bar": row.seekers_bar},
                    "vacancies": {**_told(row.vacancies), "bar": row.vacancies_bar},
                }
                for row in trade_rows(found, say=say)
            ],
            "evidence": _evidence(sides, sources, say=say),
        },
        "near": {
            "title": say("profile_nearby_title"),
            "about": say("profile_nearby_about") if rows else say("profile_nearby_none"),
            "heads": [
                say("table_province"),
                say("flow_km_head"),
                say("row_vacancies"),
                say("row_seekers"),
                say("profile_more_jobs_head"),
            ],
            "rows": [
                {
                    "name": row.name,
                    "km": row.km,
                    "cells": [_told(one) for one in (row.vacancies, row.seekers, row.more_jobs)],
                }
                for row in rows
            ],
            "told": nearby_sentences(near, names, say=say),
            "evidence": _evidence(
                [near.seekers, near.vacancies, *(one.gap for one in near.nearest)],
                sources,
                say=say,
            ),
        },
        "here": places_here(found, sources, say=say),
        "scenarios": {
            "title": say("profile_invested_title", year=asked.year),
            "about": say("profile_invested_about", future=future),
            "heads": scenario_heads(say),
            "rows": [
                {**asdict(row), "country": _told(row.country)}
                for row in scenario_rows(found, say=say)
            ],
            "evidence": _evidence(countries, sources, say=say),
        },
    }


def _foot(
    found: Profile, sheet: Sheet, sources: Numbered, *, site: str, say: Speaker
) -> dict[str, Any]:
    address = f"{site.rstrip('/')}{sheet.link}"
    code = qr_drawing(address) if site else None
    return {
        "sources": {"title": say("table_sources"), "names": sources.names()},
        "notes": [
            f"{say('picture_hash', maker=MAKER)} {sheet.content_hash}",
            f"{say('profile_methods_at')} {site.rstrip('/')}/methods",
            say("foot"),
        ],
        "link": address,
        "url": address if site else "",
        "qr": code.plain if code else None,
    }


def _evidence(figures: Iterable[Figure | None], sources: Numbered, *, say: Speaker) -> str:
    """Status, latest date and the numbers of the sources."""
    known = [figure for figure in figures if figure is not None]
    if not known:
        return ""
    return say(
        "evidence",
        status=status_text((figure.status for figure in known), say=say),
        date=say.fill(date_text(max(figure.as_of for figure in known), lang=say.lang)),
        sources=say(
            "profile_cited",
            numbers=sources.mention(one for figure in known for one in figure.source_ids),
        ),
    )


def _told(told: Told) -> dict[str, str]:
    return {"value": told.value, "reach": told.reach}


def _colours() -> dict[str, str]:
    return {
        "ink": theme.INK,
        "soft": theme.INK_SOFT,
        "line": theme.LINE,
        "paper": theme.PAPER_SOFT,
        "accent": theme.ACCENT,
        "people": theme.SCALES["people"][3],
        "jobs": theme.SCALES["jobs"][3],
    }
