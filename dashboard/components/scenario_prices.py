"""What each limit of the best use is, and what it costs, in plain words."""

from analysis.instruments import discover
from dashboard.components.plan_editor import place_name
from dashboard.numbers import number
from dashboard.scenarios.best import HUNDRED, Price, Wish, prices, usd_for_more
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.wanted import COST
from dashboard.words import Speaker
from dashboard.world import World

_SHOWN = 8
_LEAST = 0.05


def limit_sentences(wish: Wish, *, say: Speaker) -> list[str]:
    """A sentence for each limit that is set."""
    words = {
        "border": say("limit_border", share=wish.border_percent),
        "women": say("limit_women", share=wish.women_percent),
        "province": say("limit_province", share=wish.province_percent),
        "instrument": say("limit_instrument", share=wish.instrument_percent),
        "start": say("limit_start", year=wish.start),
    }
    return [words[name] for name in wish.limits]


def price_sentences(here: World, wish: Wish, *, say: Speaker) -> list[str]:
    """What one more million dollars of each limit that binds would bring; one line at least."""
    if wish.goal == COST:
        usd = usd_for_more(wish)
        if usd is None:
            return [say("price_no_more", count=HUNDRED)]
        return [say("price_more", count=HUNDRED, usd=say.fill(number(usd / MILLION, step=0.01)))]
    found = [one for one in prices(wish) if abs(one.people) >= _LEAST or one.limit in _SHARES]
    lines = [_line(here, one, say=say) for one in found[:_SHOWN]] or [say("prices_none")]
    rest = len(found) - _SHOWN
    return [*lines, say("prices_rest", count=rest)] if rest > 0 else lines


_SHARES = ("border", "women")


def _line(here: World, one: Price, *, say: Speaker) -> str:
    people = say.fill(number(abs(one.people), step=1.0 if abs(one.people) >= 10 else 0.1))
    if one.limit == "budget":
        return say("price_budget", people=people)
    if one.limit == "border":
        return say("price_border")
    if one.limit == "women":
        return say("price_women")
    if one.limit == "province":
        return say("price_province", province=place_name(here, one.of, say=say), people=people)
    instrument = say.fill(discover()[one.of].title.in_(say.lang))
    return say("price_instrument", instrument=instrument, people=people)
