"""What is printed: order, limits, sums, progress."""

from __future__ import annotations

import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from chophien.cli.console import MOST_SHOWN, Console, size, speak_utf8
from chophien.diagnostics import Diagnostic, Level


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def said(console: Console) -> str:
    assert isinstance(console.out, StringIO)
    return console.out.getvalue()


def test_mistakes_come_in_the_order_of_files_and_lines() -> None:
    console = Console("vi", StringIO())
    console.mistakes(
        [Diagnostic("c", file="b", line=1), Diagnostic("b", file="a", line=9), Diagnostic("a", file="a", line=2)]
    )
    assert [line.split()[1] for line in said(console).splitlines()] == ["a:2:", "a:9:", "b:1:"]


def test_no_more_than_the_limit_is_printed_and_the_rest_counted() -> None:
    console = Console("vi", StringIO())
    console.mistakes([Diagnostic("x", file="a", line=n) for n in range(MOST_SHOWN + 7)])
    assert said(console).count("a:") == MOST_SHOWN
    assert "… và 7 mục nữa" in said(console)


def test_the_sum_counts_each_level_and_the_files() -> None:
    found = [Diagnostic("x", file="a"), Diagnostic("x", file="b"), Diagnostic("y", Level.WARNING, file="a")]
    assert Console("vi", StringIO()).total(found) == "2 lỗi, 1 nhắc trong 2 tệp."
    assert Console("en", StringIO()).total(found) == "2 errors, 1 warning in 2 files."
    assert Console("vi", StringIO()).total([]) == "Không có lỗi nào."


def test_colour_and_bars_are_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Console("vi", Terminal()).colour
    assert not Console("vi", StringIO()).colour
    monkeypatch.setenv("NO_COLOR", "1")
    console = Console("vi", Terminal())
    assert not console.colour
    console.mistakes([Diagnostic("x", file="a", line=1)])
    assert "\x1b[3" not in said(console)


@pytest.mark.parametrize("out", [StringIO, Terminal])
def test_progress_is_one_line_a_stage_without_a_terminal(out: type[StringIO]) -> None:
    console = Console("vi", out())
    with console.progress() as progress:
        for number in range(3):
            progress("pages", number + 1, 3)
        progress("its own word", 1, 1)
    if out is StringIO:
        assert said(console) == "  dựng trang: 3\n  its own word: 1\n"


@pytest.mark.parametrize(("count", "written"), [(999, "999 B"), (4_200_000, "4,2 MB"), (84_500_000_000, "84,5 GB")])
def test_sizes_are_written_for_people(count: int, written: str) -> None:
    assert size(count) == written


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_typed_bytes_that_are_no_letters_do_not_end_a_command(monkeypatch: pytest.MonkeyPatch, errors: str) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\xff 1\n"), encoding="utf-8", errors=errors))
    speak_utf8()
    assert sys.stdin.readline() == "\ufffd 1\n"


def test_input_that_was_read_from_already_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"a\nb\n"), encoding="utf-8"))
    assert sys.stdin.readline() == "a\n"
    speak_utf8()
    assert sys.stdin.readline() == "b\n"
