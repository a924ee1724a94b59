"""Writes prc-holidays.csv beside this file and prints how far the sources agree (README.md tells how to run it)."""
import datetime
import importlib.metadata
import pathlib

import chinese_calendar.constants as first
import holidays
from lunar_python import Solar
from lunar_python.util import HolidayUtil

FROM, TO = 2007, 2026
NAMES = {
    "New Year's Day": ("元旦", "New Year's Day"),
    "Spring Festival": ("春节", "Spring Festival"),
    "Tomb-sweeping Day": ("清明节", "Qingming Festival"),
    "Labour Day": ("劳动节", "Labour Day"),
    "Dragon Boat Festival": ("端午节", "Dragon Boat Festival"),
    "Mid-autumn Festival": ("中秋节", "Mid-Autumn Festival"),
    "National Day": ("国庆节", "National Day"),
    "Anti-Fascist 70th Day": ("抗战胜利纪念日", "Victory Day"),
    "both": ("国庆节、中秋节", "National Day and Mid-Autumn Festival"),
}
DAY = datetime.timedelta(days=1)


def every_day():
    day = datetime.date(FROM, 1, 1)
    while day.year <= TO:
        yield day
        day += DAY


def off_in_first(day):
    return day in first.holidays or (day.weekday() >= 5 and day not in first.workdays)


def off_in_third(day):
    known = HolidayUtil.getHoliday(day.isoformat())
    return not known.isWork() if known else day.weekday() >= 5


def named(day, second):
    """The kind of a holiday or make-up workday, None on an ordinary day."""
    name = first.holidays.get(day)
    if name is None and day in second:  # a festival that falls on a weekend of the break
        name = next(n for n in NAMES if n in (second[day] or ""))
    return name


def break_of(day):
    """Every day of the run of days off around `day`."""
    start, end = day, day
    while off_in_first(start - DAY):
        start -= DAY
    while off_in_first(end + DAY):
        end += DAY
    return [start + DAY * n for n in range((end - start).days + 1)]


def is_mid_autumn(day):
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return (lunar.getMonth(), lunar.getDay()) == (8, 15)


def rows(second):
    for day in every_day():
        name = named(day, second)
        if name:
            days = break_of(day)
            if any(named(d, second) == "National Day" for d in days) and any(map(is_mid_autumn, days)):
                name = "both"
            yield day, "holiday", *NAMES[name]
        elif day in first.workdays and day.weekday() >= 5:
            zh, en = NAMES[first.workdays[day]]
            yield day, "workday", zh, en


def main():
    second = holidays.China(years=range(FROM, TO + 1), language="en_US")
    differ = {"first and second": [], "first and third": []}
    for day in every_day():
        if off_in_first(day) != (not second.is_working_day(day)):
            differ["first and second"].append(day.isoformat())
        if off_in_first(day) != off_in_third(day):
            differ["first and third"].append(day.isoformat())
    for pair, found in differ.items():
        print(f"{pair} differ on {len(found)} days: {' '.join(found)}")
    assert not differ["first and second"], "the two sources must agree on every day"

    versions = [f"{p} {importlib.metadata.version(p)}" for p in ("chinesecalendar", "holidays")]
    table = list(rows(second))
    assert all(off_in_first(day) == (kind == "holiday") for day, kind, *_ in table)
    out = pathlib.Path(__file__).with_name("prc-holidays.csv")
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# Public holidays and make-up workdays of the People's Republic of China.\n")
        file.write("# source: notices of the General Office of the State Council, ")
        file.write(f"as recorded alike by {' and '.join(versions)}\n")
        file.write(f"# version: {TO}.1\n# years: {FROM}-{TO}\n")
        file.write("date,kind,name,name_en\n")
        for day, kind, zh, en in table:
            file.write(f"{day},{kind},{zh},{en}\n")
    print(f"{len(table)} rows, {sum(r[1] == 'workday' for r in table)} of them make-up workdays")


main()
