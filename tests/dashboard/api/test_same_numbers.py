"""The interface and the pages say the same: the same functions, and not rounded."""

import math
from dataclasses import replace
from typing import Any

import pytest

from analysis.measures import discover
from analysis.scenario import YEARS, Allocation
from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import movement
from dashboard.mismatch.parts import parts, parts_by_province
from dashboard.mismatch.readings import clusters, national, readings
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.best import best_use, prices, wish_of
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.places import places_of
from dashboard.scenarios.played import Played, library, library_plan
from dashboard.scenarios.settings import parameters_to_set
from dashboard.scenarios.side_by_side import OUTCOMES, best_against_others, outcomes, path
from dashboard.state import read_view
from dashboard.world import world
from geodata import Figure
from geodata.provinces import CODES
from tests.dashboard.api.asking import Site

CASE = Case(basis="unplaced", ages="up_to_45", assumed=(("reach_km", 50.0),))
QUERY = {"basis": "unplaced", "ages": "up_to_45", "reach_km": 50}
BODY = {"basis": "unplaced", "ages": "up_to_45", "assumed": {"reach_km": 50}}
PLAN = (
    Allocation(instrument="agro_processing", place="02", usd=30e6, first_year=2027, years=2),
    Allocation(instrument="corridor_logistics", place="SEC-C", usd=5e6),
)
ROWS = [
    {"instrument": one.instrument, "place": one.place, "usd": one.usd}
    | {"first_year": one.first_year, "years": one.years}
    for one in PLAN
]


def same(found: dict[str, Any], figure: Figure | None) -> None:
    """An answer's figure is this one, to the last digit."""
    if figure is None:
        assert found["value"] is None and found["why_null"]
        return
    for end in ("value", "low", "high"):
        number = getattr(figure, end)
        if number is None or math.isfinite(number):
            assert found[end] == number
        else:
            assert found[end] is None and found["why_null"][end] == "infinite"
    assert found["status"] == figure.status and found["as_of"] == figure.as_of
    assert found["sources"] == list(figure.source_ids)


def test_layers_are_what_the_map_shows(site: Site) -> None:
    for key, layer in world().fills.items():
        found = site.get(f"/api/v1/layers/{key}").json()
        assert [one["key"] for one in found["values_by_measure"]] == [
            one.key for one in layer.measures
        ]
        for one in found["values_by_measure"]:
            reading = world().readings[key][one["key"]]
            same(one["national"], reading.national)
            assert [row["province"] for row in one["values"]] == list(CODES)
            for row in one["values"]:
                same(row, reading.values.get(row["province"]))


def test_places_and_lines_are_those_of_the_map(site: Site) -> None:
    for key, places in world().places.items():
        found = site.get(f"/api/v1/layers/{key}").json()["places"]
        assert [(one["id"], one["lon"], one["lat"]) for one in found] == [
            (one.id, one.lon, one.lat) for one in places
        ]
        for one, place in zip(found, places, strict=True):
            for each, figure in zip(one["figures"], place.figures, strict=True):
                same(each, figure.figure)
    for key, routes in world().routes.items():
        found = site.get(f"/api/v1/layers/{key}").json()["routes"]
        assert [one["coordinates"] for one in found] == [
            [list(point) for point in one.coordinates] for one in routes
        ]


def test_a_province_has_every_figure_of_the_layers(site: Site) -> None:
    found = site.get("/api/v1/provinces/12").json()["values"]
    assert len(found) == sum(len(layer.measures) for layer in world().fills.values())
    for one in found:
        same(one, world().readings[one["layer"]][one["measure"]].values.get("12"))


@pytest.mark.parametrize("key", ["seekers", "vacancies", *discover()])
def test_measures_are_those_of_the_mismatch(site: Site, key: str) -> None:
    found = site.get(f"/api/v1/measures/{key}", params=QUERY).json()
    assert found["case"] == {**BODY, "settings": {}}
    if key in readings(CASE):
        assert len(found["provinces"]) == len(CODES)
        for one in found["provinces"]:
            same(one, readings(CASE)[key].values.get(one["province"]))
    elif key == "local_clusters":
        table = clusters(CASE)
        assert {one["province"]: one["p_adjusted"] for one in found["clusters"]} == dict(
            table["p_adjusted"]
        )
    elif key == "least_movement":
        told = {one["key"]: one for one in found["national"]}
        same(told["mean_km"], movement(CASE).mean_km)
        same(told["moving"], movement(CASE).moving)
        assert [(one["home"], one["job"]) for one in found["flows"]] == [
            (one.home, one.job) for one in movement(CASE).flows
        ]
    else:
        assert found["national"]
        for one in found["national"]:
            same(one, national(CASE)[one["key"]])


def test_every_national_measure_of_the_page_is_there(site: Site) -> None:
    keys = {
        one["key"]
        for key in discover()
        for one in site.get(f"/api/v1/measures/{key}").json()["national"]
    }
    assert set(national(Case(basis="durable", ages="all"))) <= keys


def test_the_decomposition_is_that_of_the_headline(site: Site) -> None:
    found = site.get("/api/v1/decomposition", params=QUERY).json()
    told = {one["part"]: one for one in found["parts"]}
    for part, figure in parts(CASE).figures.items():
        same(told[part], figure)
    whole = sum(told[part]["value"] for part in ("matched", "shortage", "spatial", "skills"))
    assert whole == pytest.approx(told["seekers"]["value"])
    rows = site.get("/api/v1/decomposition/provinces", params={**QUERY, "limit": 1000}).json()
    here = parts_by_province(CASE)
    for one in rows["items"]:
        same(one, here[one["part"]][one["province"]])
    assert rows["total"] == len(CODES) * len(here)


@pytest.mark.parametrize("draws", [200, 1000])
def test_a_scenario_played_is_that_of_the_page(site: Site, draws: int) -> None:
    body = {"plan": ROWS, "case": BODY, "future": "second_wave", "draws": draws}
    found = site.post("/api/v1/play", body).json()
    view = read_view("?future=second_wave", choices=world().choices)
    asked = replace(read_asked(view), case=CASE, draws=draws)
    chosen = Chosen(key="plan", name="", plan=PLAN)
    assert len(found["outcomes"]) == len(OUTCOMES) * len(YEARS)
    for one in found["outcomes"]:
        same(one, path(asked, chosen, one["outcome"]).figures[one["year"]])
    played = Played(case=CASE, future="second_wave", plan=PLAN, draws=draws)
    people = next(
        one
        for one in found["outcomes"]
        if (one["outcome"], one["year"]) == ("more_near_home", YEARS[-1])
    )
    figure = ranged_outcome(played, outcome="more_near_home", year=YEARS[-1])
    assert people["value"] == pytest.approx(figure.value, abs=1e-6)
    assert people["low"] == pytest.approx(figure.low, abs=1e-6)
    for year in YEARS:
        tables = places_of((played, year))
        for one in found["provinces"]:
            if one["year"] == year:
                row = tables.provinces.loc[one["province"]]
                assert {column: one[column] for column in row.index} == row.to_dict()
        for one in found["trades"]:
            if one["year"] == year:
                row = tables.sectors.loc[one["trade"]]
                assert {column: one[column] for column in row.index} == row.to_dict()


def test_without_draws_the_values_are_the_same_and_ranges_are_not_told(site: Site) -> None:
    body = {"plan": ROWS, "years": [2035, 2030, 2030]}
    plain = site.post("/api/v1/play", {**body, "draws": 0}).json()
    drawn = site.post("/api/v1/play", body).json()
    assert [one["year"] for one in plain["outcomes"][:2]] == [2030, 2035]
    for one, other in zip(plain["outcomes"], drawn["outcomes"], strict=True):
        assert one["value"] == other["value"]
        assert one["why_null"]["low"] == "not_drawn"
    assert plain["provinces"] == drawn["provinces"]


def test_ready_scenarios_play_as_on_the_page(site: Site) -> None:
    case = Case(basis="durable", ages="all")
    listed = site.get("/api/v1/scenarios").json()["items"]
    assert [one["key"] for one in listed] == list(library())
    for one in listed:
        plan = library_plan(one["key"], case)
        assert one["usd"] == sum(row.usd for row in plan)
        by_name = site.post("/api/v1/play", {"ready": one["key"], "draws": 0, "years": [2035]})
        by_rows = site.post("/api/v1/play", {"plan": one["plan"], "draws": 0, "years": [2035]})
        assert by_name.json() == by_rows.json()


def test_settings_count_as_on_the_page(site: Site) -> None:
    key = "agro_processing.usd_per_job"
    one = parameters_to_set()[key]
    body = {"plan": ROWS, "draws": 0, "years": [2035]}
    usual = site.post("/api/v1/play", body).json()
    dear = site.post("/api/v1/play", {**body, "case": {"settings": {key: one.most}}}).json()
    same_again = site.post("/api/v1/play", {**body, "case": {"settings": {key: one.central}}})
    assert same_again.json()["outcomes"] == usual["outcomes"]
    assert dear["outcomes"][0]["value"] < usual["outcomes"][0]["value"]


def test_scenarios_side_by_side_are_those_of_the_page(site: Site) -> None:
    keys = ["zones-at-gates", "skills-firms", "do-nothing"]
    body = {"scenarios": [{"name": key, "ready": key} for key in keys], "year": 2031}
    found = site.post("/api/v1/compare", body).json()
    asked = read_asked(read_view("?year=2031", choices=world().choices))
    some = [Chosen(key=key, name=key, plan=library_plan(key, asked.case)) for key in keys]
    for one, chosen in zip(found["scenarios"], some, strict=True):
        figures = outcomes(asked, chosen)
        assert [each["outcome"] for each in one["outcomes"]] == list(figures)
        for each in one["outcomes"]:
            same(each, figures[each["outcome"]])
    leads = best_against_others(asked, some)
    assert len(found["leads"]) == len(leads)
    for one, lead in zip(found["leads"], leads, strict=True):
        assert keys[one["ahead"]] == lead.ahead.key and keys[one["behind"]] == lead.behind.key
        assert one["share"] == lead.share
        same(one, lead.figure)
    assert site.post("/api/v1/compare", {**body, "draws": 0}).json()["leads"] == []


@pytest.mark.parametrize("goal", ["near_home", "unmet_need", "mean_km", "cost_per_placement"])
def test_the_best_use_is_that_of_the_page(site: Site, goal: str) -> None:
    search = f"?budget=150&goal={goal}&placements=5000&border=50&most_province=25&start=2028"
    wish = wish_of(read_asked(read_view(search, choices=world().choices)))
    body = {"budget_usd": 150e6, "goal": goal, "start": 2028} | {
        "limits": {"border_percent": 50, "province_percent": 25}
    }
    if goal == "cost_per_placement":
        body["placements"] = 5000
    found = site.post("/api/v1/optimise", body).json()["best"]
    best = best_use(wish)
    assert (found["value"], found["placed"], found["more"], found["usd"]) == (
        best.value,
        best.placed,
        best.more,
        best.usd,
    )
    assert [(one["instrument"], one["place"], one["usd"]) for one in found["plan"]] == [
        (one.instrument, one.place, one.usd) for one in best.scenario.allocations
    ]
    assert [(one["limit"], one["of"], one["people"]) for one in found["prices"]] == [
        (one.limit, one.of, one.people) for one in prices(wish)
    ]


def test_a_plan_that_was_found_can_be_played(site: Site) -> None:
    found = site.post("/api/v1/optimise", {"budget_usd": 100e6}).json()["best"]
    played = site.post("/api/v1/play", {"plan": found["plan"], "draws": 0, "years": [2035]})
    near = played.json()["outcomes"][0]
    assert near["outcome"] == "more_near_home"
    assert near["value"] == pytest.approx(found["more"], rel=1e-3)


def test_placements_that_cannot_be_had_are_told_with_what_would_help(site: Site) -> None:
    body = {"budget_usd": 1e6, "goal": "cost_per_placement", "placements": 5_000}
    found = site.post("/api/v1/optimise", body).json()
    assert found["best"] is None
    assert 0 < found["out_of_reach"]["most"] < 5_000
    assert found["out_of_reach"]["lift"] == ["budget"]
