"""The guide of a workshop names every key that there is, in both languages."""

from pathlib import Path

import pytest

from dashboard.words import LANGUAGES, Speaker
from dashboard.workshop.words import keys_words

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = {"en": "workshop-guide.md", "km": "workshop-guide.km.md"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_stands_in_the_guide(lang: str) -> None:
    text = (DOCS / GUIDES[lang]).read_text(encoding="utf-8")
    for keys, _ in keys_words(Speaker(lang=lang)):
        for key in keys.split():
            assert f"`{key}`" in text or key in "↓↑", key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_calls_buttons_as_the_page_does(lang: str) -> None:
    text = (DOCS / GUIDES[lang]).read_text(encoding="utf-8")
    say = Speaker(lang=lang)
    for words in (
        say("stage_add_view"),
        say("stage_start"),
        say("stage_end"),
        say("stage_take_over"),
        say("stage_save"),
        say("stage_file_out"),
        say("stage_file_in"),
        say("menu_workshop"),
    ):
        assert words in text, words
