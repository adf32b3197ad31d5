"""The mismatch as slides: the answer, its parts, maps, ranking, provinces and flows."""

from collections.abc import Iterator

from analysis.matching import PARTS
from dashboard.evidence import amount, span
from dashboard.exports.deck import Chart, Deck, Series, Slide, Table
from dashboard.exports.declaration import DeckKind
from dashboard.exports.links import MISMATCH
from dashboard.exports.of_flows import flow_slides
from dashboard.exports.of_slides import map_part, measure_slides, ranged_text
from dashboard.exports.sheets.mismatch import make as sheet_of
from dashboard.fill import evidence_of
from dashboard.map_data import map_data
from dashboard.mismatch.market import Case, case_of
from dashboard.mismatch.parts import parts_by_province, parts_on_every_basis
from dashboard.mismatch.pictures import NONE, pictures
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.mismatch_words import (
    basis_text,
    part_text,
    ranges_text,
    story,
    three_sentences,
)
from dashboard.state import BASES, View
from dashboard.theme import PARTS as COLOURS
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Deck:
    """The case of the view, in the measures of its two maps."""
    here, case = world(), case_of(view)
    every = parts_on_every_basis(case)
    found = every[view.basis]
    sheet = sheet_of(view, say)
    evidence = evidence_of(found.figures, geodata=here.geodata, say=say)
    reach = dict(view.assumed).get("reach_km", here.assumptions["reach_km"].first)
    return Deck(
        sheet=sheet,
        title=say("parts_title"),
        answer=" ".join(three_sentences(view.basis, found, say=say)),
        more=(
            say("headline_matched", count=amount(found["matched"], say=say), reach=f"{reach:g}"),
            ranges_text(found, say=say),
        ),
        evidence=evidence,
        slides=(
            _whole(case, view, evidence=evidence, say=say),
            *_maps(case, view, say=say),
            *measure_slides(pictures(case)[view.measure], sheet=sheet, view=view, say=say),
            *_provinces(case, view, say=say),
            *flow_slides(case, view, say=say),
        ),
    )


def _whole(case: Case, view: View, *, evidence: str, say: Speaker) -> Slide:
    """The four parts on every basis."""
    every = parts_on_every_basis(case)
    chart = Chart(
        kind="stacked",
        names=tuple(basis_text(basis, say=say) for basis in BASES),
        series=tuple(
            Series(
                name=part_text(part, say=say),
                values=tuple(every[basis][part].value for basis in BASES),
                colour=COLOURS[part],
            )
            for part in PARTS
        ),
        unit=say("unit_persons"),
    )
    table = Table(
        heads=(say("table_parts"), *(basis_text(basis, say=say) for basis in BASES)),
        rows=tuple(
            (
                part_text(part, say=say),
                *(ranged_text(every[basis][part], say=say) for basis in BASES),
            )
            for part in PARTS
        ),
        numbers=tuple(range(1, len(BASES) + 1)),
    )
    return Slide(
        title=say("parts_title"),
        about=story(view.basis, every, say=say),
        parts=(chart, table),
        unit=say("unit_persons"),
        evidence=evidence,
    )


def _maps(case: Case, view: View, *, say: Speaker) -> Iterator[Slide]:
    """The left map, and the right one where there is one."""
    fills = mismatch_fills(case, view.lang, view.digits)
    data = {**map_data(view.lang, view.digits), "fills": fills}
    for key in dict.fromkeys((view.measure, view.second)):
        if key == NONE:
            continue
        fill = fills[LAYER][key]
        shown = {
            "layer": LAYER,
            "measure": key,
            "show": list(view.show),
            "province": view.province,
        }
        known = pictures(case).get(key)
        yield Slide(
            title=fill["title"],
            about=say.fill(known.about.in_(say.lang)) if known else "",
            parts=(map_part(data, shown),),
            unit=fill["unit"],
            evidence=fill["evidence"],
        )


def _provinces(case: Case, view: View, *, say: Speaker) -> tuple[Slide, ...]:
    """The parts of every province, those with most people first."""
    found, names = parts_by_province(case), world().geodata.provinces
    seekers = {code: sum(found[part][code].value for part in PARTS) for code in names}
    order = sorted(names, key=lambda code: -seekers[code])
    figures = {f"{part}{code}": one for part in PARTS for code, one in found[part].items()}
    evidence = evidence_of(figures, geodata=world().geodata, say=say)
    chart = Chart(
        kind="stacked",
        names=tuple(names[code].name(say.lang) for code in order),
        series=tuple(
            Series(
                name=part_text(part, say=say),
                values=tuple(found[part][code].value for code in order),
                colour=COLOURS[part],
            )
            for part in PARTS
        ),
        unit=say("unit_persons"),
    )
    table = Table(
        heads=(say("table_province"), *(part_text(part, say=say) for part in PARTS)),
        rows=tuple(
            (
                names[code].name(say.lang),
                *(
                    " ".join(
                        filter(
                            None,
                            (
                                amount(found[part][code], say=say),
                                f"({reach})" if (reach := span(found[part][code], say=say)) else "",
                            ),
                        )
                    )
                    for part in PARTS
                ),
            )
            for code in order
        ),
        numbers=tuple(range(1, len(PARTS) + 1)),
        marked=frozenset(at for at, code in enumerate(order) if code == view.province),
    )
    title, about = say("parts_by_province_title"), say("parts_by_province_about")
    unit = say("unit_persons")
    return (
        Slide(title=title, parts=(chart,), unit=unit, evidence=evidence, notes=(about,)),
        Slide(title=title, parts=(table,), unit=unit, evidence=evidence, notes=(about,)),
    )


DECK = DeckKind(path=MISMATCH, order=20, title=lambda say: say("slides_mismatch"), make=make)
