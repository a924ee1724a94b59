"""Writes lunar-months.csv and lunar-days.csv beside this file from sxtwl, after cnlunar agreed on the days."""
import datetime
import pathlib
import random

import cnlunar
import sxtwl

HERE = pathlib.Path(__file__).parent
FIRST, LAST = datetime.date(1901, 2, 19), datetime.date(2100, 2, 8)
DAY = datetime.timedelta(days=1)


def lunar(day):
    it = sxtwl.fromSolar(day.year, day.month, day.day)
    return it.getLunarYear(), it.getLunarMonth(), it.isLunarLeap(), it.getLunarDay()


def write(name, header, rows):
    with (HERE / name).open("w", encoding="utf-8", newline="\n") as file:
        file.write("# made by make.py with sxtwl 2.0.7\n" + header + "\n")
        file.writelines(",".join(str(field) for field in row) + "\n" for row in rows)


months, day = [], FIRST
while day <= LAST:
    year, month, leap, of_month = lunar(day)
    assert of_month == 1, day
    length = 30 if lunar(day + 29 * DAY)[3] == 30 else 29
    months.append((day, year, month, int(leap), length))
    day += length * DAY
write("lunar-months.csv", "starts,year,month,leap,days", months)

chance = random.Random(20260627)
days = sorted({FIRST + DAY * chance.randrange((LAST - FIRST).days + 1) for _ in range(4000)})
other, asked = 0, 0
for day in days:
    if day.year < 2100:  # cnlunar ends with 2099
        it = cnlunar.Lunar(datetime.datetime(day.year, day.month, day.day, 12))
        asked += 1
        other += (it.lunarYear, it.lunarMonth, it.isLunarLeapMonth, it.lunarDay) != lunar(day)
print(f"cnlunar differs on {other} of {asked} days")
write("lunar-days.csv", "date,year,month,leap,day", [(d, y, m, int(l), n) for d in days for y, m, l, n in [lunar(d)]])
print(len(months), "months", len(days), "days")
