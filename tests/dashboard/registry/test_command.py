"""The command that writes synthetic records."""

from pathlib import Path

import pytest

from dashboard.__main__ import main
from records.reading import read


def test_the_command_writes_records_that_say_what_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new"
    assert main(["synthetic", "--rows", "50", "--format", "csv", "--out", str(out)]) == 0
    path = out / "synthetic-records-50-seed-1.csv"
    assert capsys.readouterr().out.strip() == str(path)
    with read(path) as reading:
        assert (reading.rows, reading.synthetic) == (50, True)


@pytest.mark.parametrize("rows", ["0", "-5", "many", "1e9"])
def test_a_wrong_number_of_rows_is_told(rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["synthetic", f"--rows={rows}"])
    assert "a whole number from 1" in capsys.readouterr().err


def test_where_it_cannot_be_written_one_line_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["synthetic", "--rows", "5", "--out", str(tmp_path / "file" / "below")]) == 1
    assert "could not be written" in capsys.readouterr().err
