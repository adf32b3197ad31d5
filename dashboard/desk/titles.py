"""What tables and their columns are called, for the dictionary and for lists of rows."""

from collections.abc import Mapping
from functools import lru_cache

from dashboard.words import Speaker


def table_title(name: str, *, say: Speaker) -> str:
    """What a table holds."""
    return table_titles(say.lang, say.digits)[name]


def column_title(name: str, *, say: Speaker) -> str:
    """What a column holds."""
    return column_titles(say.lang, say.digits)[name]


@lru_cache(maxsize=8)
def table_titles(lang: str, digits: str) -> Mapping[str, str]:
    """Every table by name."""
    say = Speaker(lang=lang, digits=digits)
    return {
        "provinces": say("table_of_provinces"),
        "areas": say("table_of_areas"),
        "population": say("table_of_population"),
        "adults_abroad": say("table_of_adults_abroad"),
        "national": say("table_of_national"),
        "survey": say("table_of_survey"),
        "index_weights": say("table_of_index_weights"),
        "monitor_thresholds": say("table_of_monitor_thresholds"),
        "formal_jobs": say("table_of_formal_jobs"),
        "approved_projects": say("table_of_approved_projects"),
        "crops": say("table_of_crops"),
        "poverty_cards": say("table_of_poverty_cards"),
        "sezs": say("table_of_sezs"),
        "sez_figures": say("table_of_sez_figures"),
        "agro_sites": say("table_of_agro_sites"),
        "crossings": say("table_of_crossings"),
        "corridors": say("table_of_corridors"),
        "conflicts": say("table_of_conflicts"),
        "sectors": say("table_of_sectors"),
        "sector_shares": say("table_of_sector_shares"),
        "sector_transfer": say("table_of_sector_transfer"),
        "assumptions": say("table_of_assumptions"),
        "instruments": say("table_of_instruments"),
        "futures": say("table_of_futures"),
        "library": say("table_of_library"),
        "library_money": say("table_of_library_money"),
        "projects": say("table_of_projects"),
        "counted_returnees": say("table_of_counted_returnees"),
        "counted_placed": say("table_of_counted_placed"),
        "counted_vacancies": say("table_of_counted_vacancies"),
        "measured_distances": say("table_of_measured_distances"),
    }


@lru_cache(maxsize=8)
def column_titles(lang: str, digits: str) -> Mapping[str, str]:
    """Every column by name: one name means the same in every table."""
    say = Speaker(lang=lang, digits=digits)
    return {
        "province_code": say("column_province_code"),
        "from_code": say("column_from_code"),
        "to_code": say("column_to_code"),
        "name_en": say("column_name_en"),
        "name_km": say("column_name_km"),
        "name": say("column_name"),
        "kind": say("column_kind"),
        "capital_en": say("column_capital_en"),
        "capital_km": say("column_capital_km"),
        "capital_lon": say("column_capital_lon"),
        "capital_lat": say("column_capital_lat"),
        "borders": say("column_borders"),
        "source_id": say("column_source_id"),
        "sex": say("column_sex"),
        "value": say("column_value"),
        "unit": say("column_unit"),
        "as_of": say("column_as_of"),
        "status": say("column_status"),
        "note": say("column_note"),
        "indicator": say("column_indicator"),
        "crop": say("column_crop"),
        "zone_id": say("column_zone_id"),
        "site_id": say("column_site_id"),
        "district": say("column_district"),
        "lon": say("column_lon"),
        "lat": say("column_lat"),
        "position": say("column_position"),
        "stage": say("column_stage"),
        "crossing_id": say("column_crossing_id"),
        "other_side": say("column_other_side"),
        "neighbour": say("column_neighbour"),
        "grade": say("column_grade"),
        "corridor_id": say("column_corridor_id"),
        "roads": say("column_roads"),
        "provinces": say("column_provinces"),
        "line": say("column_line"),
        "conflict_id": say("column_conflict_id"),
        "topic_en": say("column_topic_en"),
        "topic_km": say("column_topic_km"),
        "value_a": say("column_value_a"),
        "as_of_a": say("column_as_of_a"),
        "source_a": say("column_source_a"),
        "value_b": say("column_value_b"),
        "as_of_b": say("column_as_of_b"),
        "source_b": say("column_source_b"),
        "choice_en": say("column_choice_en"),
        "choice_km": say("column_choice_km"),
        "sector": say("column_sector"),
        "isic": say("column_isic"),
        "side": say("column_side"),
        "from_sector": say("column_from_sector"),
        "to_sector": say("column_to_sector"),
        "key": say("column_key"),
        "low": say("column_low"),
        "central": say("column_central"),
        "high": say("column_high"),
        "step": say("column_step"),
        "distribution": say("column_distribution"),
        "used_by": say("column_used_by"),
        "text_en": say("column_text_en"),
        "text_km": say("column_text_km"),
        "instrument": say("column_instrument"),
        "parameter": say("column_parameter"),
        "future": say("column_future"),
        "scenario": say("column_scenario"),
        "says_en": say("column_says_en"),
        "says_km": say("column_says_km"),
        "place": say("column_place"),
        "usd": say("column_usd"),
        "first_year": say("column_first_year"),
        "years": say("column_years"),
        "project_id": say("column_project_id"),
        "length_km": say("column_length_km"),
        "part": say("column_part"),
        "usd_low": say("column_usd_low"),
        "usd_central": say("column_usd_central"),
        "usd_high": say("column_usd_high"),
    }
