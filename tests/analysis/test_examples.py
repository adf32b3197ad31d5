"""The examples in the docstrings run and say what they say."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import analysis

MODULES = [
    module.name
    for module in pkgutil.walk_packages(analysis.__path__, "analysis.")
    if not module.ispkg
]
WITHOUT = {
    "analysis.checks",
    "analysis.flow",
    "analysis.sharing",
    "analysis.transport",
    "analysis.baseline",
    "analysis.columns",
    "analysis.compare",
    "analysis.drawn",
    "analysis.frontier",
    "analysis.futures._registry",
    "analysis.instruments._declaration",
    "analysis.instruments._registry",
    "analysis.islands",
    "analysis.limits",
    "analysis.moved",
    "analysis.optimise",
    "analysis.outcomes",
    "analysis.people",
    "analysis.placing",
    "analysis.robust",
    "analysis.uncertainty",
    "analysis.used",
    "analysis.what_if",
    "analysis.widening",
    "analysis.worlds",
    "analysis.yearly",
    "analysis.measures._declaration",
    "analysis.measures._registry",
}


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    found = doctest.testmod(import_module(name))
    assert found.failed == 0
    assert (found.attempted > 0) == (name not in WITHOUT)
