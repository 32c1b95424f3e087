import pytest

from chophien.lunar import NotLunar, read_lunar, write_lunar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2/2", (2, 2, False)),
        ("02-02", (2, 2, False)),
        ("2/2 âm lịch", (2, 2, False)),
        ("2/2 (âm lịch)", (2, 2, False)),
        ("15/8 ÂL", (15, 8, False)),
        ("15/5 nhuận", (15, 5, True)),
        ("mùng 2 tháng 2", (2, 2, False)),
        ("Mùng 2/2", (2, 2, False)),
        ("mồng 5 tháng Giêng", (5, 1, False)),
        ("mo\u0302\u0300ng năm tháng năm", (5, 5, False)),
        ("mùng mười tháng ba", (10, 3, False)),
        ("rằm tháng 8", (15, 8, False)),
        ("rằm tháng Bảy âm lịch", (15, 7, False)),
        ("30 tháng Chạp", (30, 12, False)),
        ("ngày 23 tháng mười hai", (23, 12, False)),
        ("rằm tháng 5 nhuận âm lịch", (15, 5, True)),
    ],
)
def test_a_lunar_day_is_read(text: str, expected: tuple[int, int, bool]) -> None:
    assert read_lunar(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("hội xuân", "not-a-lunar-date"),
        ("tháng 2", "not-a-lunar-date"),
        ("mùng chục tháng 2", "not-a-lunar-date"),
        ("mùng 2 tháng cuối", "not-a-lunar-date"),
        ("2/2/2027", "with-year"),
        ("mùng 2 tháng 2 năm 2027", "with-year"),
        ("rằm tháng Giêng năm Bính Ngọ", "with-year"),
        ("mùng 1 tháng Một", "ambiguous-month"),
        ("2/13", "no-such-month"),
        ("31/1", "no-such-day"),
        ("0/1", "no-such-day"),
    ],
)
def test_words_that_name_no_lunar_day_are_refused(text: str, reason: str) -> None:
    with pytest.raises(NotLunar) as refusal:
        read_lunar(text)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("day", "month", "leap", "vietnamese", "english"),
    [
        (2, 2, False, "mùng 2 tháng 2 âm lịch", "2nd day of the 2nd lunar month"),
        (15, 8, False, "rằm tháng 8 âm lịch", "15th day of the 8th lunar month"),
        (10, 1, False, "mùng 10 tháng Giêng âm lịch", "10th day of the 1st lunar month"),
        (23, 12, False, "ngày 23 tháng Chạp âm lịch", "23rd day of the 12th lunar month"),
        (15, 5, True, "rằm tháng 5 nhuận âm lịch", "15th day of the leap 5th lunar month"),
        (11, 3, False, "ngày 11 tháng 3 âm lịch", "11th day of the 3rd lunar month"),
        (21, 11, False, "ngày 21 tháng 11 âm lịch", "21st day of the 11th lunar month"),
    ],
)
def test_a_lunar_day_is_written_in_both_languages(
    day: int, month: int, leap: bool, vietnamese: str, english: str
) -> None:
    assert write_lunar(day, month, leap, "vi") == vietnamese
    assert write_lunar(day, month, leap, "en") == english


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("leap", [False, True])
def test_every_written_day_reads_back(month: int, leap: bool) -> None:
    days = range(1, 31)
    assert [read_lunar(write_lunar(day, month, leap, "vi")) for day in days] == [(day, month, leap) for day in days]
