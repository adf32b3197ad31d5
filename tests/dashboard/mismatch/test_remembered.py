"""What takes long is worked out once, also for two readers at once, and forgotten in time."""

from threading import Barrier, Event, Thread

import pytest

from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import Remembered, remembered

A, B, C = (Case(basis=basis, ages="all") for basis in ("durable", "unplaced", "working_age"))


def test_two_readers_at_once_have_it_worked_out_once() -> None:
    calls: list[Case] = []
    again, together = Event(), Barrier(2)

    def work(case: Case) -> str:
        calls.append(case)
        if len(calls) > 1:
            again.set()
        again.wait(0.3)  # long enough for the second to come in, if nothing keeps it out
        return case.basis

    known, told = Remembered(work, most=2), []

    def ask() -> None:
        together.wait()
        told.append(known(A))

    readers = [Thread(target=ask) for _ in range(2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert calls == [A]
    assert told == ["durable", "durable"]


def test_the_one_asked_for_longest_ago_is_forgotten() -> None:
    calls: list[Case] = []

    @remembered(2)
    def known(case: Case) -> str:
        """What it does."""
        calls.append(case)
        return case.basis

    for case in (A, B, A, C):
        assert known(case) == case.basis
    assert calls == [A, B, C]
    assert [known.knows(case) for case in (A, B, C)] == [True, False, True]
    assert known(B) == "unplaced" and calls == [A, B, C, B]
    assert not known.knows(A)
    assert known.__doc__ == "What it does."


def test_what_fails_is_tried_again_and_keeps_nobody_out() -> None:
    tries: list[Case] = []

    def work(case: Case) -> str:
        tries.append(case)
        if len(tries) == 1:
            raise ValueError("not today")
        return case.basis

    known = Remembered(work, most=2)
    with pytest.raises(ValueError, match="not today"):
        known(A)
    assert not known.knows(A)
    assert known(A) == "durable"
    assert len(tries) == 2
